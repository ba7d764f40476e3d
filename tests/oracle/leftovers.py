"""A scanner of its own: no value that was removed stands anywhere in the copy.

It knows nothing of how Lakmoes reads: it unpacks archives and flate streams wherever it sees
them, and searches every byte of them in several encodings.
"""

import base64
import html
import io
import re
import zipfile
import zlib

from tools import mask

LETTERS = 6
"""A value with fewer letters and digits is found everywhere."""

VALUES = 300
DEPTH = 4
INFLATED = 200_000_000

STREAM = re.compile(rb"stream\r?\n?(.*?)endstream", re.DOTALL)

COMMON = {
    "author", "unknown", "normal", "default", "title", "creator", "producer", "windows", "microsoft",
    "adobepdf", "heading", "office", "comment", "document", "workbook", "presentation", "picture",
    "contents", "content", "worksheet", "dialog", "template", "english", "application", "copyright", "photoshop",
}
"""Words that formats themselves use."""


def judge(document):
    if not document.changed:
        return []
    wanted = values(document)
    if not wanted:
        return []
    found = search(document.copy.read_bytes(), wanted)
    excused = list(unread(document))
    problems = []
    for value, where in found:
        if not any(part in where for part in excused):
            problems.append(f"{wanted[value]} {mask(value)} {where}")
    return [("nothing removed is left", problems)]


def values(document):
    """What was removed, with its kind: long, serious, and not said to stand in what is shown."""
    severity = document.seriously()
    still = " ".join(
        finding["excerpt"] + " " + finding["context"] for finding in document.after["findings"]
    )
    wanted = {}
    for change in document.gone():
        value = change["excerpt"].strip()
        letters = sum(c.isalnum() for c in value)
        if (
            letters >= LETTERS
            and severity.get(change["kind"]) in ("medium", "high")
            and not change["shown"]
            # Tells what differs from the living version, in words that it may have as well.
            and change["kind"] != "revision"
            and value not in still
            and value.casefold() not in COMMON
        ):
            wanted[value] = change["kind"]
    return dict(sorted(wanted.items(), key=lambda pair: -len(pair[0]))[:VALUES])


def unread(document):
    """Names of the parts that the report says were not read: what stands there cannot go."""
    for gap in document.after["gaps"]:
        if gap["reason"] == "encrypted":
            yield ""
        steps = [value for step in gap["location"] for key, value in step.items() if key in ("part", "attachment")]
        yield str(steps[-1]) if steps else ""


def search(data, wanted):
    """Where values stand: pairs of a value and words about the place."""
    patterns = {}
    for value in wanted:
        for encoding, form in forms(value):
            patterns.setdefault(form, (value, encoding))
    seen = set()
    for where, stream in streams(data, "in the file", DEPTH, [INFLATED]):
        low = stream.lower()
        for form, (value, encoding) in patterns.items():
            hay = low if encoding in ("as hex", "percent-encoded") else stream
            if form in hay and bounded(hay, form, encoding) and (value, where) not in seen:
                seen.add((value, where))
                yield value, f"{encoding} {where}"


def bounded(data, form, encoding):
    """Whether it stands there as a word of its own, not as a piece of a longer one."""
    if encoding != "as UTF-8":
        return True
    return re.search(rb"(?<![A-Za-z0-9])" + re.escape(form) + rb"(?![A-Za-z0-9])", data) is not None


def forms(value):
    utf8 = value.encode("utf-8", "replace")
    yield "as UTF-8", utf8
    yield "XML-escaped", html.escape(value, quote=True).encode("utf-8", "replace")
    yield "as UTF-16LE", value.encode("utf-16-le", "replace")
    yield "as UTF-16BE", value.encode("utf-16-be", "replace")
    yield "as hex", utf8.hex().encode()
    yield "as hex", value.encode("utf-16-be", "replace").hex().encode()
    if len(utf8) >= 12:
        yield "as base64", base64.b64encode(utf8)[: len(utf8) // 3 * 4]
    if " " in value:
        yield "percent-encoded", utf8.replace(b" ", b"%20").lower()
    try:
        yield "as Windows-1252", value.encode("cp1252")
    except UnicodeEncodeError:
        pass


def streams(data, where, depth, budget):
    """The bytes, and all that is packed in them."""
    yield where, data
    if depth == 0:
        return
    if b"PK\x03\x04" in data[:65536] or zipfile.is_zipfile(io.BytesIO(data)):
        yield from members(data, where, depth, budget)
    if b"%PDF-" in data[:2048]:
        for number, match in enumerate(STREAM.finditer(data)):
            inflated = inflate(match[1], budget)
            if inflated:
                yield from streams(inflated, f"{where}, stream {number} ", depth - 1, budget)
    if data[:8] == b"\x89PNG\r\n\x1a\n":
        for match in re.finditer(rb"(?:zTXt|iTXt|iCCP)", data):
            for start in range(match.end(), min(match.end() + 200, len(data))):
                if data[start : start + 1] == b"\x78":
                    inflated = inflate(data[start:], budget)
                    if inflated:
                        yield f"{where}, packed text", inflated
                        break


def members(data, where, depth, budget):
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                if member.is_dir() or member.file_size > budget[0]:
                    continue
                try:
                    inner = archive.read(member)
                except Exception:  # encrypted, damaged or an unknown method: its raw bytes were searched
                    continue
                budget[0] -= len(inner)
                yield from streams(inner, f"{where}, {member.filename}", depth - 1, budget)
    except (zipfile.BadZipFile, ValueError, OSError):
        return


def inflate(data, budget):
    for bits in (15, -15):
        try:
            inflated = zlib.decompressobj(bits).decompress(data, budget[0])
        except zlib.error:
            continue
        budget[0] -= len(inflated)
        return inflated
    return b""
