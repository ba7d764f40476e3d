"""PDF: other engines open the copy, see the same pages and words, and find no removed value."""

import hashlib
import re
import tempfile
from pathlib import Path

import pikepdf

from documents import ALL
from leftovers import unread, values
from tools import first_difference, mask, plain, run

PAGES = 3
RESOLUTION = 40
RASTERS = 14
"""How many documents the usual run draws."""

INFO = ("Title", "Tagged", "Pages", "Page size", "Page rot", "Form", "Encrypted")


def judge(document):
    if not document.changed or document.format != "pdf":
        return []
    removed = {change["kind"] for change in document.gone()}
    results = [
        ("qpdf has no new warning", list(warnings(document))),
        ("mutool opens it", list(mutool(document))),
        ("pdftotext reads the same", words(document)),
        ("pdfinfo shows the same", list(info(document))),
        ("structure is kept", list(structure(document))),
        ("no removed value in plain objects", list(unpacked(document))),
    ]
    if not removed & {"covered-text", "hidden-text"} and (ALL or document.number % 3 == 0):
        results.append(("pages look the same", list(raster(document))))
    return results


def warnings(document):
    before, after = problems(document.path), problems(document.copy)
    yield from sorted(after - before)[:3]


def problems(path):
    out = run("qpdf", "--check", path, seconds=60)
    lines = re.findall(r"(?m)^(?:WARNING|ERROR|qpdf): .*$", out.text + out.errors)
    return {re.sub(r"\d+", "N", line.replace(str(path), "")).partition("(")[2] or re.sub(r"\d+", "N", line.replace(str(path), "")) for line in lines if "succeeded with warnings" not in line}


def mutool(document):
    before = run("mutool", "info", document.path, seconds=60)
    if before.code != 0:
        return
    after = run("mutool", "info", document.copy, seconds=60)
    if after.code != 0:
        yield f"code {after.code}"
    if complaints(after) > complaints(before):
        yield f"{complaints(before)} complaints became {complaints(after)}"


def complaints(out):
    return len(re.findall(r"(?m)^(error|warning):", out.errors))


def words(document):
    before = run("pdftotext", "-layout", "-enc", "UTF-8", document.path, "-", seconds=60)
    after = run("pdftotext", "-layout", "-enc", "UTF-8", document.copy, "-", seconds=60)
    if before.code not in (0, 3) or not before.out:
        return []
    difference = first_difference(before.text, after.text)
    return [difference] if difference else []


def info(document):
    was, now = facts(document.path), facts(document.copy)
    for name in INFO:
        if was.get(name) != now.get(name) and was:
            yield f"{name}: {mask(was.get(name))} became {mask(now.get(name))}"


def facts(path):
    pairs = (line.partition(":") for line in run("pdfinfo", path, seconds=60).text.splitlines())
    return {name.strip(): value.strip() for name, _, value in pairs}


def structure(document):
    """What makes a PDF usable for everybody, as a third engine sees it."""
    try:
        with pikepdf.open(document.path) as original:
            was = catalogue(original)
    except pikepdf.PdfError:
        return
    try:
        with pikepdf.open(document.copy) as copy:
            now = catalogue(copy)
    except pikepdf.PdfError as error:
        yield f"pikepdf cannot open the copy: {str(error)[:80]}"
        return
    for name, value in was.items():
        # Of a damaged file one engine may see less than another; what it did see has to stay.
        if value and now.get(name) != value:
            yield f"{name}: {mask(value)} became {mask(now.get(name))}"


def catalogue(pdf):
    root = pdf.Root
    xmp = xmp_of(root)
    kept = {
        "Lang": str(root.get("/Lang", "")),
        "Marked": str((root.get("/MarkInfo") or {}).get("/Marked", "")),
        "DisplayDocTitle": str((root.get("/ViewerPreferences") or {}).get("/DisplayDocTitle", "")),
        "structure tree": "/StructTreeRoot" in root,
        "outlines": outlines(pdf),
        "page labels": "/PageLabels" in root,
        "layers": len((root.get("/OCProperties") or {}).get("/OCGs") or []),
        "fields": len((root.get("/AcroForm") or {}).get("/Fields") or []),
        "output intents": len(root.get("/OutputIntents") or []),
        "links": sum(1 for page in pdf.pages for note in (page.get("/Annots") or []) if note is not None and note.get("/Subtype") == "/Link"),
        "fonts": len({tuple(font.objgen) for page in pdf.pages for font in ((page.get("/Resources") or {}).get("/Font") or {}).values() if font is not None}),
    }
    for name in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part"):
        prefix, local = name.split(":")
        found = re.search(rf"{prefix}:{local}(?:>|=[\"'])\s*([^<\"']+)", xmp)
        kept[name] = found[1].strip() if found else ""
    title = re.search(r"<dc:title>.*?<rdf:li[^>]*>([^<]*)", xmp, re.DOTALL)
    if title and title[1].strip():
        kept["XMP title"] = plain(title[1])
    return kept


def xmp_of(root):
    try:
        return root.Metadata.read_bytes().decode("utf-8", "replace")
    except (AttributeError, pikepdf.PdfError, KeyError):
        return ""


def outlines(pdf):
    try:
        with pdf.open_outline() as outline:
            return count(outline.root)
    except (pikepdf.PdfError, ValueError, RecursionError, AttributeError, TypeError):
        return None


def count(items):
    return sum(1 + count(item.children) for item in items)


def raster(document):
    before, after = drawn(document.path), drawn(document.copy)
    if before and before != after:
        pages = [str(number + 1) for number, pair in enumerate(zip(before, after)) if pair[0] != pair[1]]
        yield f"page {', '.join(pages)} differs" if len(before) == len(after) else "fewer pages"


def drawn(path):
    with tempfile.TemporaryDirectory() as folder:
        run("pdftoppm", "-r", RESOLUTION, "-l", PAGES, path, Path(folder) / "page", seconds=60)
        return [hashlib.sha256(page.read_bytes()).digest() for page in sorted(Path(folder).iterdir())]


def unpacked(document):
    """qpdf writes all streams and objects out plainly, also those that our scanner cannot unpack."""
    wanted = values(document)
    if not wanted or "" in unread(document):
        return
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "plain.pdf"
        run("qpdf", "--qdf", "--object-streams=disable", "--decode-level=all", document.copy, out, seconds=60)
        # qpdf writes remarks of its own.
        data = re.sub(rb"(?m)^%.*$", b"", out.read_bytes()) if out.is_file() else b""
    strings = run("strings", "-n", 6, document.copy).out + run("strings", "-e", "b", "-n", 6, document.copy).out
    for value, kind in wanted.items():
        for encoding in ("utf-8", "utf-16-be", "cp1252"):
            form = value.encode(encoding, "ignore")
            if len(form) >= 6 and re.search(rb"(?<![A-Za-z0-9])" + re.escape(form) + rb"(?![A-Za-z0-9])", data + strings):
                yield f"{kind} {mask(value)} ({encoding})"
                break
