"""How fast Lakmoes is: the command, the module under Node, and other programs, side by side.

`cargo measure` builds both and runs this. All figures come from one run on one machine, so the
ratios say more than the seconds. It is no test: nothing here passes or fails.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPUS = pathlib.Path(os.environ.get("LAKMOES_CORPUS", ROOT / "../shared/corpus"))
COMMAND = ROOT / "target/release/lakmoes"
FORMATS = ("txt", "docx", "xlsx", "pptx", "pdf", "jpg", "png", "zip")
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


def has(program):
    paths = os.environ["PATH"].split(os.pathsep)
    return any((pathlib.Path(path) / program).is_file() for path in paths)


def programs():
    yield "lakmoes", [COMMAND, "check", "--json", "--"]
    yield "Node", ["node", pathlib.Path(__file__).with_name("node.cjs")]
    yield "browser", ["node", pathlib.Path(__file__).with_name("browser.cjs")]
    if has("exiftool"):
        yield "exiftool -fast", ["exiftool", "-fast", "-json"]
    if has("mat2"):
        yield "mat2 -s", ["mat2", "-s"]


def line(form, files):
    size = sum(path.stat().st_size for path in files) / MEGABYTE
    print(f"\n{form}: {len(files)} files, {size:.1f} MB")
    print(f"  {'':16}{'seconds':>9}{'files/s':>9}{'MB/s':>8}{'peak MB':>9}{'ratio':>8}")
    ours = None
    for name, command in programs():
        seconds, peak, told = measured(*command, *files)
        ours = ours or seconds
        print(
            f"  {name:16}{seconds:9.2f}{len(files) / seconds:9.1f}{size / seconds:8.2f}"
            f"{peak:9.0f}{seconds / ours:8.2f}",
            flush=True,
        )
        if told.startswith("ready"):
            print(f"  {'':16}{told.strip()}", flush=True)


def main():
    if not CORPUS.is_dir():
        sys.exit(f"the real files are not there: {CORPUS}")
    for form in sys.argv[1:] or FORMATS:
        files = sorted(path for path in (CORPUS / form).glob("*") if path.is_file())
        if files:
            line(form, files)


main()
