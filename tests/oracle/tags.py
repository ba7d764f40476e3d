"""What ExifTool reads: nothing of a person, a device or a place is left in a copy, title and
language are, and what it shows of people was told."""

import json
import re
import tempfile
import zipfile

from lxml import etree

from leftovers import unread
from tools import mask, plain, run

IDENTITY = re.compile(
    r"(?i)^(x[pm]p?)?-?("
    r"author|authors|creator|artist|by-?line.*|writer-?editor|contact|ownername|cameraownername|"
    r"owner|last(modified|saved)by|lastmodifiedby|manager|company|photographer|captionwriter|credit|"
    r"creator(address|city|country|postalcode|region|worktelephone|workemail|workurl).*|"
    r"currentuser|personinimage.*|registrant.*|.*accountid|.*email.*|submitter|"
    r".*serialnumber|imageuniqueid|cameraid|deviceid|hostcomputer|gps.*|location.*|sub-location|city|"
    r"producer|creatortool|software|processingsoftware|application|appversion|template|hyperlinkbase|"
    r"documentid|instanceid|originaldocumentid|history.*|derivedfrom.*|manifest.*|"
    r"makernote.*|usercomment|totaledittime|revisionnumber"
    r")$"
)
"""Tags that a copy must not show as the original did."""

PERSON = re.compile(
    r"(?i)^(author|authors|creator|artist|by-?line|ownername|cameraownername|xpauthor|"
    r"last(modified|saved)by|manager|photographer|captionwriter|writer-?editor|currentuser)$"
)
"""Tags that name a person: a report must not tell them in plain characters."""

KEPT = re.compile(r"(?i)^(title|language|xptitle)$")
"""Tags that cleaning never touches."""

GROUPS_LEFT_OUT = ("System", "ExifTool", "File", "ZIP", "ICC", "Composite", "PostScript")

BINARY = {"doc", "xls", "ppt"}
"""Formats of which the document itself is a gap: its copy is never called clear, and shows what it holds."""

NEUTRAL = re.compile(r"^(|Author \d+|Auteur \d+|0|1|1980[:-]01[:-]01.*)$")


def read(paths):
    """What ExifTool shows of each file: lists of (group, tag, value), by path."""
    shown = {}
    with tempfile.NamedTemporaryFile("w", suffix=".args") as arguments:
        arguments.write("".join(f"{path}\n" for path in paths))
        arguments.flush()
        out = run("exiftool", "-a", "-G1", "-j", "-api", "largefilesupport=1", "-@", arguments.name, seconds=900)
    for entry in json.loads(out.text or "[]", object_pairs_hook=list):
        source = next(value for name, value in entry if name == "SourceFile")
        shown[source] = [
            (*name.split(":", 1), str(one))
            for name, value in entry
            if ":" in name and not name.startswith(GROUPS_LEFT_OUT)
            for one in (value if isinstance(value, list) else [value])
        ]
    for path in paths:
        shown[str(path)] = shown.get(str(path), []) + properties(path)
    return shown


def properties(path):
    """The properties of an Office document, which ExifTool reads only with another module."""
    found = []
    try:
        with zipfile.ZipFile(path) as archive:
            for part in archive.namelist():
                if re.fullmatch(r"(?i)docProps/.*\.xml|meta\.xml", part):
                    for element in etree.fromstring(archive.read(part)).iter(etree.Element):
                        name = etree.QName(element).localname
                        text = (element.text or "").strip()
                        if text:
                            found.append((part, ODF.get(name, name), text))
    except (zipfile.BadZipFile, etree.XMLSyntaxError, OSError, ValueError, RuntimeError, NotImplementedError, EOFError):
        pass
    except Exception as error:  # zlib.error, and whatever else a damaged file brings about
        if type(error).__module__ not in ("zlib", "lzma"):
            raise
    return found


ODF = {"initial-creator": "Creator", "printed-by": "Author", "generator": "Application", "creator": "Creator"}


def judge(documents):
    """Compares what ExifTool shows of originals and of copies."""
    read_all = [document.path for document in documents if document.report]
    read_all += [document.copy for document in documents if document.changed]
    shown = read(read_all)
    for document in documents:
        if not document.report:
            continue
        before = shown.get(str(document.path), [])
        results = [
            ("masked report tells no author", list(told(document, before))),
            ("what ExifTool shows of people is found", list(unseen(document, before))),
        ]
        if document.changed:
            after = shown.get(str(document.copy), [])
            results += [
                ("ExifTool shows no identity", list(left(document, before, after))),
                ("ExifTool shows title and language", list(lost(before, after))),
            ]
        yield document, results


def people(before):
    for group, tag, value in before:
        software = tag == "Creator" and group == "PDF"
        if PERSON.match(tag) and not software and len(plain(value)) >= 4:
            yield group, tag, value


STREAMS = {"Current User"}
"""Values that are also the name of a part of a format."""


def told(document, before):
    """Authors that stand in the masked report."""
    report = json.dumps(document.masked, ensure_ascii=False)
    for group, tag, value in people(before):
        if value in STREAMS:
            continue
        if re.search(rf"(?<!\w){re.escape(value)}(?!\w)", report) and " " in value.strip():
            yield f"{group}:{tag} {mask(value)}"


def unseen(document, before):
    """People whom no finding names, where no gap says that something was not read."""
    if document.report["gaps"]:
        return
    found = plain(" ".join(finding["excerpt"] for finding in document.report["findings"]))
    for group, tag, value in people(before):
        if any(plain(name) not in found for name in re.split(r"[;,]", value)):
            yield f"{group}:{tag} {mask(value)}"


EXCEL = {"Microsoft Excel", "Microsoft Macintosh Excel", "Microsoft Office Excel"}
"""Names by which other programs know how to lay out rows: they stay."""


def left(document, before, after):
    """Tags that still show what they showed."""
    if document.format in BINARY:
        return
    was = {(tag.casefold(), value) for _, tag, value in before}
    kept = plain(" ".join(finding["excerpt"] for finding in document.after["findings"]))
    closed = list(unread(document))
    for group, tag, value in after:
        same = (tag.casefold(), value) in was and not NEUTRAL.match(value)
        told = group in closed or (plain(value) and plain(value) in kept)
        told = told or (tag == "Application" and value in EXCEL)
        if IDENTITY.match(tag) and same and not told:
            yield f"{group}:{tag} {mask(value)}"


def lost(before, after):
    """Titles and languages that are gone or changed."""
    now = {(tag.casefold(), value) for _, tag, value in after}
    for group, tag, value in before:
        if KEPT.match(tag) and value.strip() and (tag.casefold(), value) not in now:
            yield f"{group}:{tag} {mask(value)}"
