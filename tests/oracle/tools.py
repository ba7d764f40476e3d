"""Other programs, run within a time, and words about values that do not tell them."""

import os
import re
import subprocess
import tempfile
import time
from dataclasses import dataclass


@dataclass
class Run:
    """What a program did."""

    code: int
    out: bytes
    err: bytes
    seconds: float
    peak: int
    """The most memory that it or one of its children had, in bytes."""

    @property
    def text(self):
        return self.out.decode("utf-8", "replace")

    @property
    def errors(self):
        return self.err.decode("utf-8", "replace")


def run(*arguments, seconds=120, environment=None):
    """Runs a program. One that takes too long ends with code -9."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.monotonic()
        process = subprocess.Popen(
            [str(argument) for argument in arguments],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            env={**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC", **(environment or {})},
            start_new_session=True,
        )
        code, usage = wait(process, start + seconds)
        out.seek(0)
        err.seek(0)
        passed = time.monotonic() - start
        return Run(code, out.read(), err.read(), passed, usage.ru_maxrss * 1024)


def wait(process, end):
    """Waits for a program that we started, and ends it with its children when it is late."""
    pause = 0.002
    late = False
    while True:
        ended, status, usage = os.wait4(process.pid, 0 if late else os.WNOHANG)
        if ended:
            process.returncode = -9 if late else os.waitstatus_to_exitcode(status)
            return process.returncode, usage
        if time.monotonic() > end:
            os.killpg(process.pid, 9)
            late = True
        time.sleep(pause)
        pause = min(pause * 1.5, 0.1)


def mask(value):
    """First letters and the length: enough to find a value again, not to read it."""
    hidden = re.sub(r"(\w)(\w*)", lambda word: word[1] + "•" * len(word[2]), str(value)[:60])
    return f"{re.sub(r'[0-9]', '•', hidden)} ({len(str(value))})"


def plain(text):
    """Letters and digits in lower case: how values are compared that programs show differently."""
    return "".join(c for c in str(text).casefold() if c.isalnum())


def first_difference(one, other):
    """Where two texts part, in words that tell no value."""
    if one == other:
        return None
    at = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
    return (
        f"at {at} of {len(one)} and {len(other)}: "
        f"{mask(one[max(0, at - 10) : at + 30])} became {mask(other[max(0, at - 10) : at + 30])}"
    )
