"""How fast Lakmoes is: the command, the module under Node and in a browser, and other programs,
side by side.

`cargo measure [FORMAT]…` builds all of them and runs this. All figures come from one run on one
machine, so the ratios say more than the seconds. It is no test: nothing here passes or fails.
Other programs do less: they show properties, and read or prove little or nothing of the rest.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPUS = pathlib.Path(os.environ.get("LAKMOES_CORPUS", ROOT / "../shared/corpus"))
COMMAND = ROOT / "target/release/lakmoes"
FORMATS = ("txt", "docx", "xlsx", "pptx", "odt", "pdf", "jpg", "png", "zip")
MEGABYTE = 1 << 20


def measured(*command):
    """Seconds, the most memory in MB that the program or one of its children had, and its words."""
    with tempfile.TemporaryFile() as told:
        start = time.monotonic()
        process = subprocess.Popen(
            [str(word) for word in command],
            stdin=subprocess.DEVNULL, stdout=told, stderr=subprocess.DEVNULL,
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - start
        told.seek(0)
        return seconds, usage.ru_maxrss / 1024, told.read(1000).decode(errors="replace")


def has(command):
    """Whether the program of a command is there; of a script, the one that it calls."""
    program = command[0] if command[0] != "sh" else command[2].split("do ")[1].split()[0]
    return program == COMMAND or shutil.which(program) is not None


def each(script):
    """A program that takes one file at a time."""
    return ["sh", "-c", f'for file; do {script}; done', "sh"]


def readers(form):
    """Programs that look at files."""
    here = pathlib.Path(__file__)
    yield "lakmoes", [COMMAND, "check", "--json", "--"]
    yield "Node", ["node", here.with_name("node.cjs")]
    yield "browser", ["node", here.with_name("browser.cjs")]
    yield "exiftool -fast", ["exiftool", "-fast", "-json"]
    yield "mat2 -s", ["mat2", "-s"]
    if form == "pdf":
        yield "pdfinfo", each('pdfinfo "$file"')
        yield "pdftotext", each('pdftotext "$file" -')
        yield "qpdf --check", each('qpdf --check "$file"')


def writers(form, folder):
    """Programs that write cleaned copies: of files that were put in a folder for them."""
    yield "lakmoes clean", [COMMAND, "clean", "-o", folder / "clean", "--"]
    yield "exiftool -all=", ["exiftool", "-all=", "-overwrite_original"]
    yield "mat2", ["mat2"]
    if form == "pdf":
        yield "qpdf", each(f'qpdf "$file" "{folder}/rewritten.pdf"')


def line(name, files, size, measurement, ours):
    seconds, peak, told = measurement
    print(
        f"  {name:16}{seconds:9.2f}{len(files) / seconds:9.1f}{size / seconds:8.2f}"
        f"{peak:9.0f}{seconds / ours:8.2f}",
        flush=True,
    )
    if told.startswith("ready"):
        print(f"  {'':16}{told.strip()}", flush=True)


def table(form, files):
    size = sum(path.stat().st_size for path in files) / MEGABYTE
    print(f"\n{form}: {len(files)} files, {size:.1f} MB")
    print(f"  {'':16}{'seconds':>9}{'files/s':>9}{'MB/s':>8}{'peak MB':>9}{'ratio':>8}")
    ours = None
    for name, command in readers(form):
        if has(command):
            measurement = measured(*command, *files)
            ours = ours or measurement[0]
            line(name, files, size, measurement, ours)
    ours = None
    for number, (name, _) in enumerate(writers(form, pathlib.Path())):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            copies = [pathlib.Path(shutil.copy(path, folder)) for path in files]
            command = list(writers(form, folder))[number][1]
            if has(command):
                measurement = measured(*command, *copies)
                ours = ours or measurement[0]
                line(name, files, size, measurement, ours)


def main():
    if not CORPUS.is_dir():
        sys.exit(f"the real files are not there: {CORPUS}")
    for form in sys.argv[1:] or FORMATS:
        files = sorted(path for path in (CORPUS / form).glob("*") if path.is_file())
        if files:
            table(form, files)


main()
