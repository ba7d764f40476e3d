"""LibreOffice opens copies as it opens originals, and lays out the same pages."""

import re
import shutil
import zipfile

from documents import ALL, WORK
from tools import first_difference, run

WRITER = {"docx", "docm", "dotx", "odt", "ott", "rtf", "doc"}
IMPRESS = {"pptx", "pptm", "ppsx", "potx", "odp", "otp", "ppt"}
CALC = {"xlsx", "xlsm", "xltx", "ods", "ots", "xls"}

CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,true,false,-1'
"""All sheets, with formulas as they stand."""

DATE = r"\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b|\b\w{3,9}\.? \d{1,2}, \d{4}\b|\b\d{1,2} \w{3,9}\.? \d{4}\b"

TOGETHER = 12
"""How many files one process converts: one that it cannot open may end it."""

FILES = 26
"""How many documents the usual run converts."""

LARGE = 600_000


def judge(documents):
    chosen = [document for document in documents if document.changed and sort(document)]
    if not ALL:
        chosen = [document for document in chosen if document.path.stat().st_size < LARGE][:FILES]
    home = WORK / "suite"
    shutil.rmtree(home, ignore_errors=True)
    for names in (WRITER, IMPRESS, CALC):
        some = [document for document in chosen if document.format in names]
        for start in range(0, len(some), TOGETHER):
            yield from batch(some[start : start + TOGETHER], home / f"{min(names)}{start}")


def sort(document):
    return document.format in WRITER | IMPRESS | CALC


def batch(documents, home):
    """Converts originals and copies, in folders of their own under one name."""
    for side in ("one", "two"):
        (home / side).mkdir(parents=True)
    for document in documents:
        for side, path in (("one", document.path), ("two", document.copy)):
            shutil.copyfile(path, home / side / f"{document.number}.{document.format}")
    for side in ("one", "two"):
        if not documents:
            break
        inputs = [home / side / f"{document.number}.{document.format}" for document in documents]
        convert(inputs, home / side / "out", seconds=30 + 12 * len(inputs))
        for document, path in zip(documents, inputs):
            if not outcome(home, side, document):
                convert([path], home / side / "out", seconds=60)
        # What it cannot open as it was says nothing about the copy.
        documents = [document for document in documents if outcome(home, "one", document)]
    for document in documents:
        was, now = outcome(home, "one", document), outcome(home, "two", document)
        dated = shows_dates(document.path)
        yield document, [("LibreOffice shows the same", list(compare(was, now, home, dated)))]
    shutil.rmtree(home, ignore_errors=True)


def convert(inputs, out, seconds):
    extension = inputs[0].suffix[1:]
    target = CSV if extension in CALC else "pdf"
    run(
        "soffice",
        "--headless",
        "--norestore",
        f"-env:UserInstallation=file://{WORK}/profile",
        "--convert-to",
        target,
        "--outdir",
        out,
        *inputs,
        seconds=seconds,
        environment={"SAL_USE_VCLPLUGIN": "svp"},
    )


def outcome(home, side, document):
    return sorted((home / side / "out").glob(f"{document.number}[-.]*"))


def shows_dates(path):
    """Whether a field shows a date of the properties, which are gone: then its stored text is seen."""
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as package:
        parts = [package.read(name) for name in package.namelist() if name in ("content.xml", "styles.xml")]
    fields = re.findall(rb"<text:(?:creation|modification|print)-(?:date|time)\b[^>]*>", b"".join(parts))
    return any(b'text:fixed="true"' not in field for field in fields)


def compare(was, now, home, dated):
    if [path.name for path in was] != [path.name for path in now]:
        yield f"{len(was)} results became {len(now)}"
        return
    for one, other in zip(was, now):
        shown = [text(path, home) for path in (one, other)]
        if dated:
            shown = [re.sub(r"\s+", " ", re.sub(DATE, "date", words)) for words in shown]
        difference = first_difference(*shown)
        if difference:
            yield f"{one.suffix} {difference}"


def text(path, home):
    if path.suffix == ".pdf":
        shown = run("pdftotext", "-layout", path, "-").text
        pages = re.search(r"Pages:\s*(\d+)", run("pdfinfo", path).text)
        shown += f"\n{pages[1] if pages else 0} pages"
    else:
        # A formula keeps what it computes; the folders of the file that it looks into go.
        shown = re.sub(r"'file:///(?:[^']|'')*'#", "'file'#", path.read_text("utf-8", "replace"))
        shown = re.sub(r'HYPERLINK\(""(?:file:[^"]*|[A-Za-z]:[^"]*|linked-file)""', "HYPERLINK(file", shown)
    shown = re.sub(rf"(file://)?{re.escape(str(home))}/(one|two)", "", shown)
    return re.sub(r"\b\d{1,2}:\d\d(:\d\d)?( [AP]M)?\b", "time", shown)
