"""Runs the command line on a copy of the sample reports and takes what each run costs.

Belongs here: processes and what they used. Does not belong here: what they print.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from orchestration import settings


class RunFailed(Exception):
    """A run that was to be measured ended with an error, or did something else than what was to be measured."""


@dataclass(frozen=True)
class Cost:
    """What one process, and those that it started, used. peak_mb is that of the largest of them."""

    wall: float
    cpu: float
    peak_mb: float


def measure_runs() -> dict[str, Cost]:
    """A first run on an empty warehouse, one more that builds everything again, and one to which nothing is new.

    Raises RunFailed.
    """
    inbox = settings.load().inbox
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(inbox, Path(folder, inbox.name))
        environment = {**os.environ, settings.DATA_DIR: folder}
        return {
            "full, first ever": _run([], environment, says="models built"),
            "full, once more": _run(["--rebuild"], environment, says="models built"),
            "nothing new": _run([], environment, says="Nothing is new"),
        }


def _run(options: list[str], environment: dict[str, str], *, says: str) -> Cost:
    command = [sys.executable, "-m", "orchestration", "run", *options]
    began = time.perf_counter()
    with tempfile.TemporaryFile() as printed:
        process = subprocess.Popen(
            command, cwd=settings.PROJECT_DIR, env=environment, stdout=printed, stderr=subprocess.STDOUT
        )
        # Unlike getrusage for all children, this tells the peak of this one alone.
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - began
        printed.seek(0)
        said = printed.read().decode(errors="replace").strip()
    if process.returncode:
        raise RunFailed(said)
    if says not in said:
        raise RunFailed(f"A run was to say {says!r}. Did the project change while it was measured?\n{said}")
    peak = used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    return Cost(wall=wall, cpu=used.ru_utime + used.ru_stime, peak_mb=peak)
