"""Reads and loads generated reports in batches, as a run does, and takes the time: `python -m benchmarks.reading`.

Belongs here: what has to happen in a process of its own, since polars takes its number of threads from the
environment when it is imported, and since the peak of memory belongs to a process. Prints one line of JSON.
"""

import argparse
import cProfile
import functools
import json
import pstats
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path

import polars as pl

import extract.reports
from benchmarks.reports import as_documents, generate, read_clubs
from extract import warehouse
from extract.documents import BATCH_DOCUMENTS
from orchestration import pipeline, settings


@dataclass
class Spent:
    """Seconds on the clock and seconds of the processor, over all threads."""

    wall: float = 0.0
    cpu: float = 0.0

    def time(self, step: Callable[[], object]) -> object:
        """Runs a step and adds what it took."""
        wall, cpu = time.perf_counter(), time.process_time()
        outcome = step()
        self.wall += time.perf_counter() - wall
        self.cpu += time.process_time() - cpu
        return outcome


@dataclass
class Measured:
    """What reading and loading took.

    rows: rows loaded into all raw tables; peak_mb: after the first batch, and after the last
    steps: see `profile`, over one batch more
    """

    documents: int = 0
    bytes: int = 0
    goal_claims: int = 0
    rows: int = 0
    threads: int = field(default_factory=pl.thread_pool_size)
    extraction: Spent = field(default_factory=Spent)
    loading: Spent = field(default_factory=Spent)
    first_peak_mb: float = 0.0
    peak_mb: float = 0.0
    profiled_documents: int = 0
    steps: dict[str, float] = field(default_factory=dict)


def measure(count: int, *, seed: int) -> Measured:
    """Reads and loads `count` reports into a warehouse that is thrown away."""
    chosen = settings.load()
    names = pipeline.read_clubs(chosen), pipeline.read_competitions(chosen)
    measured = Measured()
    with tempfile.TemporaryDirectory() as folder, warehouse.open_warehouse(Path(folder, "bench.duckdb")) as connection:
        for documents in _batches(count, chosen, seed=seed):
            read = functools.partial(pipeline.extract_reports, documents.select("document_id", "text"), *names)
            frames = measured.extraction.time(read)
            load = functools.partial(warehouse.load_batch, connection, documents, frames, extractor_version="bench")
            rows = measured.loading.time(load)
            measured.documents += documents.height
            measured.bytes += documents["byte_count"].sum()
            measured.goal_claims += frames["goal_claims"].height
            measured.rows += sum(rows.values())
            measured.peak_mb = _peak_mb()
            measured.first_peak_mb = measured.first_peak_mb or measured.peak_mb
    for documents in _batches(min(count, BATCH_DOCUMENTS), chosen, seed=seed + 1):
        measured.profiled_documents = documents.height
        measured.steps = profile(documents.select("document_id", "text"), *names)
    return measured


def profile(documents: pl.DataFrame, clubs: pl.DataFrame, competitions: pl.DataFrame) -> dict[str, float]:
    """Seconds by function of `extract.reports`, the dearest first: "phrases.find".

    What a function calls of the package is not in its seconds; what it calls of Python and of libraries is.
    """
    package = extract.reports
    folder = str(Path(package.__file__).parent)
    profiler = cProfile.Profile(builtins=False)
    profiler.runcall(package.extract_claims, documents, clubs, competitions)
    spent: dict[str, float] = defaultdict(float)
    for (file, _, function), (_, _, own, _, _) in pstats.Stats(profiler).stats.items():  # type: ignore[attr-defined]
        if file.startswith(folder):
            spent[f"{Path(file).stem}.{function}"] += own
    return dict(sorted(spent.items(), key=lambda step: -step[1]))


def _batches(count: int, chosen: settings.Settings, *, seed: int) -> Iterator[pl.DataFrame]:
    """Documents by the batch, made when they are asked for, so that the whole lot is never in memory."""
    reports = generate(count, read_clubs(chosen.seeds), seed=seed)
    first = 0
    while batch := list(islice(reports, BATCH_DOCUMENTS)):
        yield as_documents(batch, first=first)
        first += len(batch)


def _peak_mb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Linux counts kilobytes, macOS bytes.
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("--reports", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    options = parser.parse_args()
    print(json.dumps(asdict(measure(options.reports, seed=options.seed))))


if __name__ == "__main__":
    main()
