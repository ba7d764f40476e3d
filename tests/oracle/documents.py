"""The documents that are judged: the cases of our own code, and real files."""

import os
import random
import shutil
import sys
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from tools import run

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "target" / "oracle"
COMMAND = Path(os.environ.get("LAKMOES_COMMAND", ROOT / "target" / "debug" / "lakmoes")).absolute()
ALL = "LAKMOES_ALL" in os.environ

SAMPLE = 60
"""How many real files the usual run takes."""

SEED = 20261121

LARGE = 3_000_000
"""A real file above this is for the run with all."""


@dataclass
class Document:
    """A file, and what the command said and made of it."""

    path: Path
    label: str
    number: int
    case: bool
    masked: dict = field(default_factory=dict)
    """The report with masks."""
    report: dict = field(default_factory=dict)
    """The report with values as they stand."""
    copy: Path | None = None
    after: dict = field(default_factory=dict)
    """The report on the copy, with values as they stand."""
    changes: dict = field(default_factory=dict)
    failure: dict | None = None
    seconds: float = 0
    peak: int = 0

    @property
    def format(self):
        return self.report.get("format")

    @property
    def changed(self):
        """Whether there is a copy that differs from the original."""
        return self.copy is not None and self.after["sha256"] != self.report["sha256"]

    @property
    def archive(self):
        """Whether it is an archive, and no document of another sort that holds one."""
        return self.format not in ("pdf", "doc", "xls", "ppt", "ole") and zipfile.is_zipfile(self.path)

    def gone(self):
        """The values that were taken out, as changes: kind, excerpt, now, count, shown."""
        return self.changes.get("removed", []) + self.changes.get("neutral", [])

    def seriously(self):
        """The severity of each kind that the report on the original has."""
        return {finding["kind"]: finding["severity"] for finding in self.report["findings"]}


def gather(only):
    """All documents to be judged; `only` are paths, or parts of labels, from the command line."""
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    found = [(path, f"case {path.relative_to(WORK / 'cases')}", True) for path in cases()]
    found += [(path, str(path.relative_to(corpus())), False) for path in real()]
    if only:
        named = [(Path(name), name, False) for name in only if Path(name).is_file()]
        found = named + [one for one in found if any(word in one[1] for word in only)]
    return [
        Document(path.absolute(), label, number, case)
        for number, (path, label, case) in enumerate(found)
    ]


def cases():
    """All cases, written afresh."""
    folder = WORK / "cases"
    done = run("cargo", "run", "-q", "-p", "lakmoes-tests", "--", folder, seconds=900)
    if done.code != 0:
        sys.exit(f"the cases were not written:\n{done.errors}\n0 passed, 1 failed")
    return sorted(path for path in folder.rglob("*") if path.is_file())


def corpus():
    return Path(os.environ.get("LAKMOES_CORPUS", ROOT / ".." / "shared" / "corpus")).resolve()


def real():
    """Real files: all, or a sample, the same each time, in which each sort of file has its turn."""
    folder = corpus()
    if not folder.is_dir():
        return missing(folder)
    sorts = {}
    for path in sorted(folder.glob("*/*")):
        if ALL or path.stat().st_size <= LARGE:
            sorts.setdefault(path.parent.name, []).append(path)
    if ALL:
        return [path for paths in sorts.values() for path in paths]
    chance = random.Random(SEED)
    turns = [
        *("pdf", "docx", "xlsx", "pptx", "jpg", "png", "pdf", "docx", "zip", "txt", "odt", "ods"),
        *chance.sample(sorted(sorts), k=6),
    ]
    sample = []
    while len(sample) < SAMPLE and any(sorts.get(turn) for turn in turns):
        for turn in turns:
            if sorts.get(turn) and len(sample) < SAMPLE:
                sample.append(sorts[turn].pop(chance.randrange(len(sorts[turn]))))
    return sample


def missing(folder):
    if os.environ.get("CI") == "true":
        sys.exit(f"the corpus is missing: {folder}\n0 passed, 1 failed")
    print("corpus not there: the checks on real files are left out")
    if "LAKMOES_LEFT_OUT" in os.environ:
        with open(os.environ["LAKMOES_LEFT_OUT"], "a") as left_out:
            left_out.write(".")
    return []
