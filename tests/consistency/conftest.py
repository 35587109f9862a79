"""A warehouse that dbt built from the stories, once for all workers, and its checks as dbt compiled them.

Belongs here: building, copying, and asking a check. Does not belong here: what is done to a copy, and which check has
to notice.
"""

import contextlib
import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from orchestration import pipeline
from orchestration.settings import DATA_DIR, Settings, export
from tests.consistency.stories import extract_stories, stories

#: What the corruptions call a match, its tie and a document: part of the path of a report that tells no other match.
NAMES = """
CREATE TEMP MACRO report_of(part) AS
    (SELECT any_value(report_match_id) FROM report_matches WHERE contains(path, part));
CREATE TEMP MACRO match_of(part) AS
    (SELECT any_value(match_id) FROM report_matches WHERE contains(path, part));
CREATE TEMP MACRO tie_of(part) AS
    (SELECT any_value(tie_id) FROM fact_matches WHERE contains(sources, part));
CREATE TEMP MACRO document_of(part) AS
    (SELECT any_value(document_id) FROM raw.documents WHERE contains(path, part));
"""


@dataclass(frozen=True)
class Built:
    """A sound warehouse, and the compiled SQL of each check by its name: a row that it finds is a fault.

    settings: where dbt built it, for dbt to work on
    clean: the same file, which nothing writes to
    """

    settings: Settings
    clean: Path
    checks: dict[str, str]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    base = tmp_path_factory.getbasetemp()
    # Workers of one run have folders next to each other. Whoever comes first builds, the others wait for it.
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "consistency"
    folder.mkdir(exist_ok=True)
    settings = Settings(data_dir=folder)
    clean = folder / "clean.duckdb"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not clean.exists():
            build_from_stories(settings)
            (folder / "checks.json").write_text(json.dumps(compiled_checks(settings)), encoding="utf-8")
            shutil.copyfile(settings.warehouse, clean)
    return Built(settings, clean, json.loads((folder / "checks.json").read_text(encoding="utf-8")))


def build_from_stories(settings: Settings) -> None:
    settings.inbox.mkdir(exist_ok=True)
    for story in stories():
        (settings.data_dir / story.path).write_text(story.text, encoding="utf-8")
    (settings.inbox / "recipe.txt").write_text("Peel the onions, slice them, and let them take colour.\n")
    (settings.inbox / "empty.txt").write_text("")
    with exported(settings):
        pipeline.load_raw(settings, extract=extract_stories)
        pipeline.build(settings)


@contextlib.contextmanager
def exported(settings: Settings) -> Iterator[None]:
    """Tells dbt where the warehouse lies, and puts the environment back: other tests have warehouses of their own."""
    with pytest.MonkeyPatch.context() as environment:
        for name in (DATA_DIR, "DBT_TARGET_PATH", "DBT_LOG_PATH"):
            environment.setenv(name, "")
        export(settings)
        yield


def compiled_checks(settings: Settings) -> dict[str, str]:
    """The SQL of every check as dbt last ran it."""
    ran = json.loads((settings.dbt_target / "run_results.json").read_text(encoding="utf-8"))
    return {
        result["unique_id"].split(".")[2]: result["compiled_code"]
        for result in ran["results"]
        if result["unique_id"].startswith("test.")
    }


@pytest.fixture(scope="session")
def copy(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """A copy of the warehouse under the name that the compiled checks use."""
    file = tmp_path_factory.mktemp("copy") / "copy.duckdb"
    shutil.copyfile(built.clean, file)
    with open_copy(file) as connection:
        yield connection


@pytest.fixture
def corrupted(copy: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """The copy, in a transaction that leaves no trace: every corruption finds the clean tables."""
    copy.execute("BEGIN")
    yield copy
    copy.execute("ROLLBACK")


def open_copy(file: Path) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    # One thread: the tables are small, and the checks are many.
    connection.execute(f"SET threads = 1; ATTACH '{file}' AS secondleg; USE secondleg")
    connection.execute(NAMES)
    return connection
