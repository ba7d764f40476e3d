#!/usr/bin/env python3
"""Programs that are not ours read the copies: do they open, show the same, and tell nothing?

A copy of each case and of a sample of the real files is made by the command. A document that
another program cannot open is no measure of its copy. Ends with a line "N passed, N failed".
"""

import hashlib
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import docx
import openpyxl
import pptx
from PIL import Image

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMAND = os.environ.get("LAKMOES_COMMAND", str(ROOT / "target/debug/lakmoes"))
CORPUS = pathlib.Path(os.environ.get("LAKMOES_CORPUS", ROOT / "../shared/corpus"))
CASES = pathlib.Path(os.environ.get("LAKMOES_CASES", ROOT / "target/cases"))
SAMPLE = {"docx": 12, "xlsx": 10, "pptx": 8, "pdf": 14, "jpg": 8, "png": 8}
OFFICE = ("docx", "xlsx", "pptx")
# Converting takes seconds a file: so many of each format.
CONVERTED = 2

counts = {"passed": 0, "failed": 0}


def check(passed, what):
    counts["passed" if passed else "failed"] += 1
    if not passed:
        print(f"failed: {what}")


def run(*command, **options):
    return subprocess.run(
        command, capture_output=True, text=True, errors="replace", timeout=600, **options
    )


def suffix(path):
    return path.suffix.lower().lstrip(".").replace("jpeg", "jpg")


def real_files():
    if not CORPUS.is_dir():
        if os.environ.get("CI") == "true":
            check(False, f"the corpus is missing: {CORPUS}")
        elif "LAKMOES_LEFT_OUT" in os.environ:
            with open(os.environ["LAKMOES_LEFT_OUT"], "a") as file:
                file.write(".")
        return []
    chosen = []
    for form, size in SAMPLE.items():
        files = [path for path in (CORPUS / form).glob("*") if suffix(path) == form]
        # The same sample each time, and not the first of the alphabet.
        files.sort(key=lambda path: hashlib.sha256(path.name.encode()).digest())
        chosen += files if "LAKMOES_ALL" in os.environ else files[:size]
    return chosen


def copies(files, folder):
    """Gives the files that have a copy, with it and with what was changed."""
    made, refused = [], {}
    for number, path in enumerate(files):
        out = folder / str(number)
        told = run(COMMAND, "clean", "--json", "--reveal", "-o", str(out), "--", str(path)).stdout
        answer = json.loads(told)
        if answer["copy"] is None:
            failure = answer["failure"]
            word = failure["reason"] or failure["code"]
            refused[word] = refused.get(word, 0) + 1
            if failure["code"] == "not-clean":
                print(f"not clean: {path.name}: {failure['kinds']} {failure['part']}")
        else:
            made.append((path, out / path.name, answer["changes"]))
    print(f"{len(made)} copies; no copy: {refused or 'none'}")
    return made


def read_docx(path):
    document = docx.Document(str(path))
    tables = [
        [cell.text for row in table.rows for cell in row.cells] for table in document.tables
    ]
    return [paragraph.text for paragraph in document.paragraphs], tables


def read_xlsx(path):
    book = openpyxl.load_workbook(str(path))
    return [
        (sheet.title, [[cell.value for cell in row] for row in sheet.iter_rows()])
        for sheet in book.worksheets
    ]


def read_pptx(path):
    return [
        [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        for slide in pptx.Presentation(str(path)).slides
    ]


def read_pdf(path):
    checked = run("qpdf", "--check", str(path))
    if checked.returncode != 0:
        raise ValueError(checked.stderr)
    pages = re.search(r"Pages:\s+(\d+)", run("pdfinfo", str(path)).stdout)
    return pages.group(1), run("pdftotext", str(path), "-").stdout


def read_picture(path):
    with Image.open(str(path)) as picture:
        orientation = picture.getexif().get(0x0112, 1)
        return picture.size, orientation, hashlib.sha256(picture.tobytes()).hexdigest()


READERS = {
    "docx": read_docx, "xlsx": read_xlsx, "pptx": read_pptx,
    "pdf": read_pdf, "jpg": read_picture, "png": read_picture,
}


def opens_the_same(path, copy):
    reader = READERS.get(suffix(path))
    if reader is None:
        return
    try:
        before = reader(path)
    except Exception:  # noqa: BLE001 (whatever it cannot open is no measure)
        return
    try:
        after = reader(copy)
    except Exception as error:  # noqa: BLE001
        check(False, f"{path.name}: the copy does not open: {error}")
        return
    # A file name that stood as alternative text may be gone; so may text that was hidden.
    check(before == after, f"{path.name}: the copy shows something else")


def contents(data, depth=0):
    """All bytes of a file, and those of the files in it."""
    yield data
    if depth < 4 and data[:2] == b"PK":
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for name in archive.namelist():
                    yield name.encode()
                    yield from contents(archive.read(name), depth + 1)
        except Exception:  # noqa: BLE001 (what cannot be unpacked was looked at as it is)
            return


def holds_nothing_removed(path, copy, changes):
    values = {
        change["excerpt"]
        for change in changes["removed"]
        if not change["shown"] and sum(letter.isalpha() for letter in change["excerpt"]) >= 8
    }
    if not values:
        return
    data = copy.read_bytes()
    if suffix(path) == "pdf":
        plain = run("qpdf", "--qdf", "--object-streams=disable", str(copy), "-")
        parts = [data, plain.stdout.encode()]
    else:
        parts = list(contents(data))
    for value in values:
        forms = [value.encode(), value.encode("utf-16-le"), value.encode("utf-16-be")]
        left = any(form in part for part in parts for form in forms)
        check(not left, f"{path.name}: a removed value is still in the copy")


TELLING = (
    "Author", "Creator", "LastModifiedBy", "Manager", "Company", "Artist", "OwnerName",
    "SerialNumber", "GPSLatitude", "GPSLongitude", "CameraOwnerName", "HostComputer",
)


def tells_nothing(made):
    """ExifTool sees no name, place or device in any copy."""
    names = [str(copy) for _, copy, _ in made if suffix(copy) in READERS]
    if not names:
        return
    tags = [f"-{tag}" for tag in TELLING]
    told = run("exiftool", "-json", *tags, *names)
    for file in json.loads(told.stdout or "[]"):
        left = {
            tag: value
            for tag, value in file.items()
            if tag != "SourceFile" and value and not re.fullmatch(r"Author \d+", str(value))
        }
        check(not left, f"{file['SourceFile']}: ExifTool still reads {sorted(left)}")


def converts(made, folder):
    """LibreOffice makes a PDF of each copy of which it can make one of the original."""
    for form in OFFICE:
        chosen = [(path, copy) for path, copy, _ in made if suffix(path) == form][:CONVERTED]
        results = []
        for side in (0, 1):
            out = folder / f"pdf-{form}-{side}"
            run(
                "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
                "--convert-to", "pdf", "--outdir", str(out), *[str(pair[side]) for pair in chosen],
            )
            results.append({path.name for path in out.glob("*.pdf")})
        for name in sorted(results[0]):
            check(name in results[1], f"{name}: LibreOffice does not open the copy")


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="lakmoes-oracle-"))
    try:
        cases = [path for path in sorted(CASES.rglob("*")) if path.is_file()]
        made = copies(cases + real_files(), folder)
        check(made, "there are copies")
        for path, copy, changes in made:
            opens_the_same(path, copy)
            holds_nothing_removed(path, copy, changes)
        tells_nothing(made)
        converts(made, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{counts['passed']} passed, {counts['failed']} failed")
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
