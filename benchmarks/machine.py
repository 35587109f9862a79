"""What a measurement was taken on: without it no figure means anything."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("polars", "duckdb", "dbt-core", "dbt-duckdb", "pyarrow")


def describe() -> list[str]:
    """Lines about the machine, how busy it is, and the versions of what does the work."""
    load = ", ".join(f"{average:.1f}" for average in os.getloadavg())
    return [
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, {_processor()}, {_memory_gb():.1f} GB",
        f"load over 1, 5 and 15 minutes: {load} (above the number of cores, other work slows what is measured)",
        f"Python {platform.python_version()}, " + ", ".join(f"{name} {version(name)}" for name in PACKAGES),
    ]


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.lower().startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or "unknown processor"


def _memory_gb() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
