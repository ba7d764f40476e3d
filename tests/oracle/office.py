"""Office documents: they open elsewhere, refer to nothing that is gone, and show the same text."""

import posixpath
import re
import zipfile
from collections import Counter
from urllib.parse import unquote

import docx
import openpyxl
import pptx
from lxml import etree

from archive import unlisted
from tools import first_difference

OOXML = {"docx", "xlsx", "pptx", "docm", "xlsm", "pptm", "dotx", "potx", "xltx", "ppsx", "vsdx"}
ODF = {"odt", "ods", "odp", "odg", "ott", "ots", "otp"}

RELATIONSHIPS = re.compile(r"http://(schemas\.openxmlformats\.org/officeDocument/2006|purl\.oclc\.org/ooxml/officeDocument)/relationships$")

RELATION = re.compile(r"\{" + RELATIONSHIPS.pattern.replace("$", r"\}"))

REFERRING = {
    *("contentPart", "externalData", "oleObj", "control", "sheet", "sldId", "sldMasterId", "sldLayoutId"),
    *("notesMasterId", "headerReference", "footerReference", "relIds", "pivotCache", "tablePart", "chart"),
    *("drawing", "legacyDrawing", "externalReference", "altChunk", "subDoc", "hlinkClick", "hlinkHover", "printerSettings"),
}
"""Elements that mean nothing without their reference."""

TEXT = {"t", "instrText", "delText", "v", "f", "is", "definedName", "formula", "delInstrText", "autoFilter", "p", "h", "span", "a"}
STORY = re.compile(
    r"(?i)^(/?word/(document|header|footer|footnotes|endnotes)\d*\.xml|/?xl/(sharedStrings|worksheets/sheet\d+|workbook|charts/chart\d+)\.xml|"
    r"/?ppt/(slides|notesSlides|slideMasters|slideLayouts)/[a-z]+\d+\.xml|/?(ppt|word|xl)/(charts|diagrams)/(chart|data)\d+\.xml|content\.xml)$"
)
"""Parts with text that a reader sees, whatever becomes of the rest."""


def judge(document):
    if not document.changed or document.format not in OOXML | ODF:
        return []
    results = []
    if document.format in OOXML:
        results.append(("libraries open it", list(opens(document))))
        results.append(("references hold", list(broken(document))))
    results.append(("every part is XML as before", list(unparsable(document))))
    results.append(("text of its parts is unchanged", list(texts(document))))
    return results


def opens(document):
    for name, read in READERS:
        if not document.format.startswith(name):
            continue
        try:
            large = document.path.stat().st_size > LARGE
            was = read(document.path, large)
        except Exception:  # what the library cannot open in the original need not open in the copy
            continue
        try:
            now = read(document.copy, large)
        except Exception as error:
            yield f"{name}: {type(error).__name__}: {str(error)[:120]}"
            continue
        if was != now:
            yield f"{name}: counts {was} became {now}"


def read_docx(path, large):
    document = docx.Document(path)
    styles = sorted(str(style.style_id) for style in document.styles)
    # Paragraphs in all: the library passes those inside an element for data, which may go.
    paragraphs = sum(1 for _ in document.element.body.iter(docx.oxml.ns.qn("w:p")))
    return paragraphs, len(document.tables), len(document.sections), hash(tuple(styles))


def read_xlsx(path, large):
    book = openpyxl.load_workbook(path, read_only=large)
    sheets = [(sheet.title, sheet.sheet_state, getattr(sheet, "max_row", 0)) for sheet in book.worksheets]
    book.close()
    return len(sheets), hash(tuple(sheets))


def read_pptx(path, large):
    slides = pptx.Presentation(path).slides
    return len(slides), sum(len(slide.shapes) for slide in slides)


LARGE = 300_000
"""Above this, sheets are opened without their cells."""

READERS = [("doc", read_docx), ("xls", read_xlsx), ("ppt", read_pptx)]


def broken(document):
    """References that lead nowhere in the copy, and led somewhere in the original."""
    with zipfile.ZipFile(document.path) as original, zipfile.ZipFile(document.copy) as copy:
        before, after = set(dangling(original)), set(dangling(copy))
        yield from sorted(after - before)
        was, now = bare(original, copy), bare(copy, copy)
        for part, element in now - was:
            yield f"{part}: {element} lost its reference and stays"


def dangling(archive):
    names = {name.lstrip("/").replace("\\", "/").casefold(): name for name in archive.namelist()}
    for name in names.values():
        if name.casefold() == "[content_types].xml":
            yield from untyped(archive, name, names)
        elif name.casefold().endswith(".rels"):
            yield from targets(archive, name, names)
        elif name.casefold().endswith((".xml", ".vml")):
            yield from uses(archive, name, names)


def bare(archive, copy):
    """How many elements of a name stand without a reference, where that name has references."""
    counts = Counter()
    for name in set(copy.namelist()) & set(archive.namelist()):
        tree = parse(archive, name) if name.casefold().endswith(".xml") else None
        for element in tree.iter(etree.Element) if tree is not None else []:
            local = etree.QName(element).localname
            if local in REFERRING and not any(map(RELATION.match, element.attrib)):
                counts[name, local] += 1
    return counts


def parse(archive, name):
    try:
        return etree.fromstring(archive.read(name), etree.XMLParser(huge_tree=True, resolve_entities=False))
    except Exception:  # that a part is XML as before is a check of its own
        return None


def untyped(archive, name, names):
    tree = parse(archive, name)
    if tree is None:
        return
    defaults, overrides = set(), set()
    for element in tree.iter(etree.Element):
        part = (element.get("PartName") or "").lstrip("/").casefold()
        if part:
            overrides.add(part)
            if part not in names:
                yield f"content type of a missing part {part}"
        defaults.add((element.get("Extension") or "").casefold())
    for part in names:
        typed = part in overrides or part.rpartition(".")[2] in defaults
        if not typed and not part.endswith("/") and part != name.casefold():
            yield f"no content type for {part}"


def targets(archive, name, names):
    tree = parse(archive, name)
    if tree is None:
        return
    folder = posixpath.dirname(posixpath.dirname(name))
    seen = set()
    for element in tree.iter(etree.Element):
        if element.get("Id") is None:
            continue
        if element.get("Id") in seen:
            yield f"{name}: two relationships {element.get('Id')}"
        seen.add(element.get("Id"))
        target = element.get("Target") or ""
        if element.get("TargetMode") == "External" or target.startswith("#"):
            continue
        path = target.partition("#")[0].replace("\\", "/")
        full = path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join(folder, path))
        if full.casefold() not in names and unquote(full).casefold() not in names:
            yield f"{name}: {element.get('Id')} leads to a missing part"
    owner = posixpath.join(folder, posixpath.basename(name)[: -len(".rels")])
    if owner and posixpath.basename(owner) and owner.casefold() not in names:
        yield f"{name}: relationships of a missing part"


def uses(archive, name, names):
    tree = parse(archive, name)
    if tree is None:
        return
    folder, base = posixpath.split(name)
    relations = names.get(posixpath.join(folder, "_rels", base + ".rels").casefold())
    known = set()
    if relations:
        listed = parse(archive, relations)
        known = {element.get("Id") for element in listed.iter(etree.Element)} if listed is not None else set()
    for element in tree.iter(etree.Element):
        for attribute, value in element.attrib.items():
            attribute = etree.QName(attribute)
            if attribute.namespace and RELATIONSHIPS.match(attribute.namespace) and value and value not in known:
                yield f"{name}: {etree.QName(element).localname} uses {value}, which is not there"


def unparsable(document):
    """XML parts that can no longer be parsed."""
    with zipfile.ZipFile(document.path) as original, zipfile.ZipFile(document.copy) as copy:
        for name in set(original.namelist()) & set(copy.namelist()):
            if name.casefold().endswith((".xml", ".rels", ".vml", ".rdf")):
                if parse(original, name) is not None and parse(copy, name) is None:
                    yield f"{name} is no longer XML"


def texts(document):
    """Parts whose text changed in more than what was taken out."""
    gone = [change["excerpt"].strip() for change in document.gone() if change["excerpt"].strip()]
    with zipfile.ZipFile(document.path) as original, zipfile.ZipFile(document.copy) as copy:
        after = set(copy.namelist())
        for name in original.namelist():
            if not STORY.match(name) or unlisted(original, name):
                continue
            was = words(parse(original, name))
            now = words(parse(copy, name)) if name in after else ""
            difference = first_difference(was, now)
            if difference and without(was, gone) != without(now, gone):
                yield f"{name} {difference}"


def shown(element):
    """The text in an element, without who wrote a comment and when."""
    if isinstance(element.tag, str) and not ABOUT.match(element.tag):
        yield element.text or ""
        for child in element:
            yield from shown(child)
            yield child.tail or ""


ABOUT = re.compile(
    r"\{(http://purl.org/dc/elements/1.1/|urn:oasis:names:tc:opendocument:xmlns:meta:1.0)\}|.*:loext:1\.0\}sender-initials$"
)
PARAGRAPH = re.compile(r"\{urn:oasis:names:tc:opendocument:xmlns:text:1\.0\}[ph]$")


def words(tree):
    """Text of a part, an element a line; nothing of its attributes."""
    if tree is None:
        return ""
    paragraphs = [element for element in tree.iter(etree.Element) if PARAGRAPH.match(element.tag)]
    if paragraphs:  # OpenDocument: a field that became plain text moves what stands around it
        return "\n".join("".join(shown(paragraph)) for paragraph in paragraphs)
    return "\n".join(
        element.text
        for element in tree.iter(etree.Element)
        if element.text and element.text.strip() and etree.QName(element).localname in TEXT
    )


def without(text, gone):
    """The text less what was taken out of it and what came in its place."""
    text = text.replace("linked-file", "")
    for value in sorted(gone, key=len, reverse=True):
        text = text.replace(value, "")
    return re.sub(r"Author \d+|[][]|1980-01-01T00:00:00Z?|\s+", "", text)


