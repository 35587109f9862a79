"""`python -m benchmarks`, which `make bench` calls: measures, and prints a plain table.

Belongs here: options and the table. What is measured is in `reading` and `runs`.
"""

import argparse
import json
import os
import subprocess
import sys

from benchmarks import machine, runs
from benchmarks.reports import SEED
from orchestration.settings import PROJECT_DIR

REPORTS, QUICK_REPORTS = 20_000, 2_000
STEPS_SHOWN = 15


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    count = options.reports or (QUICK_REPORTS if options.quick else REPORTS)
    for line in machine.describe():
        print(line)
    try:
        print_reading(measure_reading(count, seed=options.seed))
        print_runs(runs.measure_runs())
    except (runs.RunFailed, subprocess.CalledProcessError) as failure:
        print(f"\nThe measurement broke off: {failure}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measures extraction, loading and runs.")
    parser.add_argument("--reports", type=_count, help=f"how many reports to generate ({REPORTS:,} if not said)")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_REPORTS:,} reports: a first impression")
    parser.add_argument("--seed", type=int, default=SEED, help="other reports, as many and as long")
    return parser


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return count


def measure_reading(count: int, *, seed: int) -> dict:
    """Runs `benchmarks.reading` with one thread for polars. Returns what it measured."""
    command = [sys.executable, "-m", "benchmarks.reading", "--reports", str(count), "--seed", str(seed)]
    printed = subprocess.run(
        command,
        cwd=PROJECT_DIR,
        env={**os.environ, "POLARS_MAX_THREADS": "1"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(printed.stdout)


def print_reading(measured: dict) -> None:
    """Prints documents and rows per second, the peak of memory, and seconds by step of extraction."""
    documents, rows = measured["documents"], measured["rows"]
    extraction, loading = measured["extraction"], measured["loading"]
    print(
        f"\nReading {documents:,} generated reports of {measured['bytes'] / documents:,.0f} bytes, "
        f"polars on {measured['threads']} thread; {measured['goal_claims'] / documents:.1f} claims of goals in each"
    )
    _table(
        ("", "per second", "per CPU second", "wall s", "CPU s"),
        [
            ("extraction, documents", *_rates(documents, extraction)),
            ("loading, rows", *_rates(rows, loading)),
            ("loading, documents", *_rates(documents, loading)),
        ],
    )
    print(f"peak memory: {measured['first_peak_mb']:,.0f} MB after one batch, {measured['peak_mb']:,.0f} MB at the end")

    steps = measured["steps"]
    total = sum(steps.values())
    shown = list(steps.items())[:STEPS_SHOWN]
    rest = total - sum(seconds for _, seconds in shown)
    print(f"\nExtraction by step, {measured['profiled_documents']:,} reports, without the steps that a step calls")
    _table(
        ("step", "s", "share"),
        [
            (name, f"{seconds:.2f}", f"{seconds / total:.0%}")
            for name, seconds in [*shown, (f"{max(len(steps) - len(shown), 0)} others", rest)]
        ],
    )


def _rates(count: int, spent: dict[str, float]) -> tuple[str, ...]:
    per_second, per_cpu = (f"{count / max(spent[clock], 1e-9):,.0f}" for clock in ("wall", "cpu"))
    return per_second, per_cpu, f"{spent['wall']:.1f}", f"{spent['cpu']:.1f}"


def print_runs(costs: dict[str, runs.Cost]) -> None:
    """Prints what a run of the command line costs."""
    print("\n`make run` on the sample reports")
    _table(
        ("run", "wall s", "CPU s", "peak MB"),
        [(name, f"{cost.wall:.1f}", f"{cost.cpu:.1f}", f"{cost.peak_mb:,.0f}") for name, cost in costs.items()],
    )


def _table(headings: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    for row in (headings, *rows):
        first, *others = (
            cell.ljust(width) if n == 0 else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        print("  " + "  ".join([first, *others]).rstrip())


if __name__ == "__main__":
    sys.exit(main())
