"""Judges Lakmoes from outside: other programs read its reports and its copies.

Usage: run.py [FILE or part of a name]…   (cargo verify runs it without)

The documents are the cases of our own code and real files: at most 60 of the corpus, the same
each time; all with LAKMOES_ALL=1. LAKMOES_COMMAND is the command (else target/debug/lakmoes),
LAKMOES_CORPUS another place for the corpus. A check is one question about one file; a failure
prints file, check and what differed, never a value as it stands. What no copy was made of is
counted by reason. The last line says how many checks passed and failed.

- command.py     exit codes, form of reports, originals untouched, twice is once
- tags.py        what ExifTool shows before and after
- leftovers.py   a scanner of its own for values that were removed
- office.py, suite.py, sdk.py   python-docx, openpyxl, python-pptx, references; LibreOffice; Open XML SDK
- pdf.py         qpdf, poppler, mutool, pikepdf
- picture.py     Pillow
- archive.py     Python's zipfile
"""

import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

import archive
import command
import leftovers
import office
import pdf
import picture
import sdk
import suite
import tags
from documents import COMMAND, gather
from tally import Tally

INTACT = ("docx", "xlsx", "pptx", "jpeg", "png", "pdf")
WANTED = 90
"""Of a hundred intact files of these formats, as many get a copy at least."""

ENOUGH = 5
"""Below so many files, a share says nothing."""


def main():
    start = time.monotonic()
    tally = Tally()
    documents = gather(sys.argv[1:])
    if not COMMAND.is_file():
        sys.exit(f"the command is not there: {COMMAND}\n0 passed, 1 failed")
    print(f"{len(documents)} documents", flush=True)
    with ProcessPoolExecutor(2) as pool:
        judged = []
        for document, results in pool.map(command.judge, documents):
            judged.append(document)
            tally.add(document.label, results)
        step("command", start)
        for document, results in tags.judge(judged):
            tally.add(document.label, results)
        step("ExifTool", start)
        for label, results in pool.map(look, judged):
            tally.add(label, results)
        step("copies", start)
    for name, judge in (("LibreOffice", suite.judge), ("Open XML SDK", sdk.judge)):
        for document, results in judge(judged):
            tally.add(document.label, results)
        step(name, start)
    summary(judged, tally)
    sys.exit(0 if tally.close() else 1)


def look(document):
    """All that looks at one document alone."""
    results = []
    for judge in (leftovers.judge, office.judge, pdf.judge, picture.judge, archive.judge):
        try:
            results += judge(document)
        except Exception as error:  # an oracle that breaks has found something to look at
            results.append((f"{judge.__module__} looks at it", [f"{type(error).__name__}: {error}"]))
    return document.label, results


def step(name, start):
    print(f"  {name}: done after {time.monotonic() - start:.0f} s", flush=True)


def summary(documents, tally):
    """What was cleaned and what was not, by format and reason."""
    formats = sorted({str(document.format) for document in documents})
    for name in formats:
        some = [document for document in documents if str(document.format) == name]
        reasons = Counter(why(document) for document in some if document.copy is None)
        told = ", ".join(f"{count} {reason}" for reason, count in reasons.most_common())
        cleaned = sum(document.copy is not None for document in some)
        clear = sum(document.after.get("verdict") == "clear" for document in some)
        gaps = Counter(reason for document in some for reason in {gap["reason"] for gap in document.report.get("gaps", [])})
        seen = ", ".join(f"{count} {reason}" for reason, count in gaps.most_common())
        print(f"  {name}: {cleaned} of {len(some)} cleaned, {clear} copies clear; no copy: {told or '-'}; gaps: {seen or '-'}")
        intact = [document for document in some if name in INTACT and expected(document)]
        if len(intact) >= ENOUGH:
            share = 100 * sum(document.copy is not None for document in intact) // len(intact)
            short = [] if share >= WANTED else [f"only {share} % of {len(intact)} cleaned"]
            tally.add(name, [("intact files are cleaned", short)])


def why(document):
    failure = document.failure or {"code": "no answer", "kinds": [], "part": ""}
    kinds = f" ({', '.join(sorted(failure['kinds']))})" if failure["kinds"] else ""
    return failure["code"] + kinds


def expected(document):
    """Whether a copy is to be expected: a real file, whole, neither encrypted nor signed."""
    code = (document.failure or {}).get("code")
    reasons = {gap["reason"] for gap in document.report.get("gaps", [])}
    return not document.case and code not in ("signed", "encrypted") and not (
        document.copy is None and reasons & {"encrypted", "damaged"}
    )


if __name__ == "__main__":
    main()
