"""Pictures: the same pixels, turned the same way, in the same colours; also within archives."""

import io
import re
import warnings
import zipfile

from PIL import Image, ImageSequence

PICTURES = {"jpeg", "png", "gif", "webp", "tiff", "heic", "avif", "bmp"}
NAMES = re.compile(r"(?i)\.(jpe?g|png|gif|webp|tiff?)$")
PIXELS = 40_000_000
ORIENTATION = 0x112

warnings.simplefilter("ignore")


def judge(document):
    if not document.changed:
        return []
    if document.format in PICTURES:
        return [("picture is unchanged", list(differ(document.path.read_bytes(), document.copy.read_bytes())))]
    if document.archive:
        return [("pictures within are unchanged", list(within(document)))]
    return []


def within(document):
    with zipfile.ZipFile(document.path) as original, zipfile.ZipFile(document.copy) as copy:
        for name in set(original.namelist()) & set(copy.namelist()):
            if NAMES.search(name):
                try:
                    before, after = original.read(name), copy.read(name)
                except Exception:  # what is damaged in the original need not be read
                    continue
                if before != after:
                    yield from (f"{name}: {problem}" for problem in differ(before, after))


def differ(before, after):
    """What differs between two pictures. One that Pillow cannot read is no picture to it."""
    try:
        one = shown(before)
    except Exception:  # Pillow has no common error for files that it cannot read
        return
    try:
        other = shown(after)
    except Exception as error:
        yield f"Pillow cannot read the copy: {type(error).__name__}"
        return
    for what, was, now in zip(("frames and pixels", "colour profile", "orientation", "size", "transparency", "resolution"), one, other):
        if was != now:
            yield f"{what} differs"


def shown(data):
    with Image.open(io.BytesIO(data)) as picture:
        if picture.width * picture.height > PIXELS:
            raise ValueError("large")
        size, profile = picture.size, picture.info.get("icc_profile")
        orientation = picture.getexif().get(ORIENTATION, 1)
        transparency = picture.info.get("transparency")
        resolution = None if picture.format == "JPEG" else picture.info.get("dpi")
        frames = [hash((frame.mode, seen(frame).tobytes())) for frame in ImageSequence.Iterator(picture)]
        return frames, profile, orientation, size, transparency, resolution


def seen(frame):
    """What is seen of a frame: of a point that lets everything through, no colour is."""
    if frame.mode not in ("RGBA", "LA"):
        return frame
    solid = frame.getchannel("A").point(lambda alpha: 255 if alpha else 0)
    return Image.composite(frame, Image.new(frame.mode, frame.size, 0), solid)
