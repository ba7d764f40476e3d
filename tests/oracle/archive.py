"""Archives: whole, with the same members less what was removed, and no date."""

import io
import posixpath
import re
import zipfile

NEUTRAL = (1980, 1, 1, 0, 0, 0)

DROPPED = re.compile(
    r"(?i)(^|/)(docProps/(thumbnail\.[a-z]+|custom\.xml|app\.xml|core\.xml)|customXml/.*|"
    r".*printerSettings\d*\.bin|.*(comments|commentAuthors|authors|people|threadedComments?|persons?)[^/]*(\.xml|/.*)|"
    r"_rels/[^/]*\.rels|.*/_rels/.*\.rels|\[trash\]/.*|Thumbnails/.*|META-INF/.*|Configurations2/.*|layout-cache|VersionList\.xml|Versions/.*|docMetadata/.*|.*webextensions/.*|"
    r".*(changesInfos|revisionInfo|revisions|userNames|webSettings|tags|customProperty|recipientData|attachedToolbars)"
    r"[^/]*(\.xml|\.bin|/.*)|word/intelligence\d*\.xml|__MACOSX/.*|\.DS_Store|Thumbs\.db|desktop\.ini|.*/)$"
)
"""Members that may go: they hold nothing that a reader of the document sees."""


def judge(document):
    """For a document that is an archive."""
    if not document.changed or not document.archive:
        return []
    with zipfile.ZipFile(document.copy) as copy:
        results = [("archive has no dates", list(dates(copy)))]
        with zipfile.ZipFile(document.path) as original:
            results.append(("archive is whole", [] if whole(original) else whole(copy)))
            results.append(("archive has its members", list(members(original, copy, document))))
    return results


def whole(copy):
    try:
        damaged = copy.testzip()
        return [f"damaged: {damaged}"] if damaged else []
    except RuntimeError as error:
        return [] if "encrypted" in str(error) or "password" in str(error) else [str(error)]
    except NotImplementedError:
        return []


def dates(copy):
    raw = copy.fp
    for member in copy.infolist():
        if member.date_time != NEUTRAL:
            yield f"{member.filename} is of {member.date_time[0]}"
        raw.seek(member.header_offset)
        header = raw.read(30)
        if header[10:14] != b"\0\0\x21\0":
            yield f"{member.filename} has a date in its own header"
        extras = {int.from_bytes(tag, "little") for tag in extra_tags(member.extra)}
        if extras & {0x5455, 0x7855, 0x7875, 0x000A, 0x5855, 0x756E}:
            yield f"{member.filename} has a field with time or owner"
        if member.comment:
            yield f"{member.filename} has a comment"
    if copy.comment:
        yield "it has a comment"


def extra_tags(extra):
    while len(extra) >= 4:
        size = int.from_bytes(extra[2:4], "little")
        yield extra[:2]
        extra = extra[4 + size :]


def members(original, copy, document):
    before, after = original.namelist(), copy.namelist()
    for name in after:
        if name not in before:
            yield f"new member {name}"
    if len(set(after)) != len(after):
        yield "two members with one name"
    remaining = set(after)
    for name in before:
        may_go = DROPPED.search(name) or document.format == "zip" or leftover(original, name)
        may_go = may_go or unlisted(original, name) or unnamed(original, copy, name)
        if name not in remaining and not may_go:
            yield f"{name} is gone"
    in_order = [name for name in dict.fromkeys(before) if name in remaining]
    if in_order != after and sorted(in_order) == sorted(after):
        yield "another order"


def leftover(archive, name):
    """Whether no part of an OpenDocument package but its manifest names a member."""
    if "mimetype" not in archive.namelist():
        return False
    parts = [part for part in archive.namelist() if part.endswith((".xml", ".rdf")) and not part.startswith("META-INF/")]
    return not any(name.encode() in archive.read(part) for part in parts if part != name)


LISTS = {
    "ppt": ("presentation", "sldIdLst", r"^ppt/(slides/[^/]+\.xml)$"),
    "xl": ("workbook", "sheets>", r"^xl/((?:work|chart|dialog)sheets/[^/]+\.xml)$"),
}


def unlisted(archive, name):
    """Whether a member is a slide or sheet that its document does not list, and so no program shows."""
    folder = name.partition("/")[0]
    main, element, shape = LISTS.get(folder, ("", "", "(?!)"))
    part = re.search(shape, name)
    if not part:
        return False
    relations = archive.read(f"{folder}/_rels/{main}.xml.rels").decode("utf-8", "replace")
    listed = archive.read(f"{folder}/{main}.xml").decode("utf-8", "replace").partition(element)[2].partition(element)[0]
    tags = [tag for tag in re.findall(r"<Relationship\b[^>]*>", relations) if part[1] in tag]
    names = [re.search(r'\bId="([^"]*)"', tag) for tag in tags]
    return bool(names) and not any(found and f'"{found[1]}"' in listed for found in names)


def unnamed(original, copy, name):
    """Whether no part of the copy names a member by its relationship: it was shown nowhere, or only in
    what was taken out."""
    left = set(copy.namelist())
    leads = [lead for lead in relationships(original) if lead[2] == name]
    named = [
        re.search(f"[\"']{re.escape(identifier)}[\"']", copy.read(owner).decode("utf-8", "replace"))
        for owner, identifier, _ in leads
        if owner in left
    ]
    return bool(leads) and not any(named)


def relationships(archive):
    """All relationships within a package: the part that leads, the identifier, the part led to."""
    for rels in archive.namelist():
        part = re.search(r"^(.*?)_rels/([^/]+)\.rels$", rels)
        text = archive.read(rels).decode("utf-8", "replace") if part else ""
        for tag in re.findall(r"<Relationship\b[^>]*>", text):
            found = {key: value for key, value in re.findall(r'\b(Id|Target)="([^"]*)"', tag)}
            target = found.get("Target", "")
            path = target[1:] if target.startswith("/") else posixpath.normpath(part[1] + target)
            yield part[1] + part[2], found.get("Id", ""), path


def nested(data):
    """The members of an archive in an archive, or nothing."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile:
        return None
