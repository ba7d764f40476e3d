"""The command itself: reports and exit codes agree, originals are untouched, twice is once."""

import hashlib
import json

from documents import COMMAND, WORK
from tools import run

CODES = {"clear": 0, "findings": 1, "incomplete": 1, "unreadable": 2}
MEMBERS = {"name", "size", "sha256", "format", "verdict", "policy", "findings", "gaps", "coverage", "engine"}
REASONS = {"encrypted", "damaged", "unknown", "limit", "picture", "stopped"}
REMEDIES = {"drop", "neutral", "ask", "keep"}


def judge(document):
    """Checks and cleans a document; what the command says is kept in it."""
    before = digest(document.path)
    results = list(check(document))
    if document.report:
        results += clean(document)
    results.append(("original untouched", [] if digest(document.path) == before else ["changed"]))
    return document, results


def check(document):
    masked = run(COMMAND, "check", "--json", document.path)
    revealed = run(COMMAND, "check", "--json", "--reveal", document.path)
    document.seconds, document.peak = masked.seconds, masked.peak
    lines = masked.text.splitlines()
    problems = [] if len(lines) == 1 else [f"{len(lines)} lines"]
    try:
        document.masked = json.loads(masked.text)
        document.report = json.loads(revealed.text)
        problems += list(shape(document.masked))
    except ValueError as error:
        yield "report is valid", [f"no JSON ({error}); code {masked.code}"]
        return
    yield "report is valid", problems
    wanted = CODES.get(document.masked["verdict"])
    agree = masked.code == revealed.code == wanted
    told = f"codes {masked.code} and {revealed.code} for {document.masked['verdict']}"
    yield "exit code of check", [] if agree else [told]
    stopped = any(gap["reason"] == "stopped" for gap in document.masked["gaps"])
    yield "checked to the end", ["stopped: " + masked.errors[-200:]] if stopped else []


def shape(report):
    """What is wrong with the form of a report."""
    if set(report) != MEMBERS:
        yield f"members {sorted(set(report) ^ MEMBERS)}"
        return
    for finding in report["findings"]:
        if not {place["remedy"] for place in finding["places"]} <= REMEDIES:
            yield f"remedy in {finding['id']}"
        if finding["count"] < len(finding["places"]):
            yield f"count of {finding['id']}"
    if not {gap["reason"] for gap in report["gaps"]} <= REASONS:
        yield "reason of a gap"
    if report["verdict"] == "clear" and report["gaps"]:
        yield "clear, with a gap"
    if report["verdict"] not in CODES:
        yield f"verdict {report['verdict']}"
    if len({finding["id"] for finding in report["findings"]}) != len(report["findings"]):
        yield "two findings with one id"


def clean(document):
    folder = WORK / "copies" / str(document.number)
    done = run(COMMAND, "clean", "--json", "--reveal", "-o", folder, document.path)
    answer = parse(done.text)
    if answer is None:
        yield "answer of clean is valid", [f"code {done.code}: {done.text[:80]!r}"]
        return
    yield "answer of clean is valid", []
    document.failure = answer["failure"]
    left = [path for path in folder.iterdir()] if folder.is_dir() else []
    if answer["copy"] is None:
        problems = [] if done.code == 2 else [f"code {done.code}"]
        yield "no copy, code 2, nothing written", problems + [path.name for path in left]
        return
    document.copy = folder / answer["copy"]
    document.after, document.changes = answer["report"], answer["changes"]
    wanted = 0 if document.after["verdict"] == "clear" else 1
    yield "exit code of clean", [] if done.code == wanted else [f"{done.code} for {document.after['verdict']}"]
    yield "one copy", [] if left == [document.copy] else [f"{len(left)} files"]
    yield "report is of the copy", list(of_copy(document))
    yield "copy says what is left", list(still_removable(document))
    yield "twice is once", list(twice(document))


def parse(text):
    try:
        answer = json.loads(text)
        return answer if {"copy", "report", "changes", "failure"} <= set(answer) else None
    except ValueError:
        return None


def of_copy(document):
    if digest(document.copy) != document.after["sha256"]:
        yield "not its digest"
    again = run(COMMAND, "check", "--json", "--reveal", document.copy)
    if parse_report(again.text) != document.after:
        yield "check of the copy says something else than clean did"
    if document.after["format"] != document.format:
        yield f"{document.format} became {document.after['format']}"


def parse_report(text):
    try:
        return json.loads(text)
    except ValueError:
        return None


def still_removable(document):
    """What should have gone and did not, unless it is told to be out of reach."""
    for finding in document.after["findings"]:
        left = {place["remedy"] for place in finding["places"]} & {"drop", "neutral"}
        if left:
            yield f"{finding['kind']} still has the remedy {left.pop()}"


def twice(document):
    folder = WORK / "twice" / str(document.number)
    run(COMMAND, "clean", "--json", "-o", folder, document.copy)
    second = folder / document.copy.name
    if not second.is_file():
        yield "no second copy"
    elif digest(second) != document.after["sha256"]:
        yield "the copy of the copy differs"


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
