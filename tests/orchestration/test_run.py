"""`python -m orchestration run`, from the inbox to the published file, and what it says on the way."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from orchestration import __main__ as command_line
from orchestration import pipeline
from orchestration import settings as settings_module
from orchestration.settings import PROJECT_DIR, Settings

Put = Callable[[str, str | bytes], Path]


@pytest.fixture
def run(settings: Settings, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]):
    """Runs the command in this process. Returns its exit status and all that it printed."""
    monkeypatch.setattr(settings_module, "load", lambda: settings)
    monkeypatch.setenv("COLUMNS", "200")

    def run_command(*arguments: str) -> tuple[int, str]:
        status = command_line.main(list(arguments or ("run",)))
        printed = capfd.readouterr()
        return status, printed.out + printed.err

    return run_command


def test_a_run_publishes_and_shows_ties_verdicts_rejects_and_the_path(run, put: Put, settings: Settings):
    put("a.txt", "Ajax 2-1 Roma")
    put("empty.txt", "")
    status, printed = run()
    assert status == 0
    assert "Documents: 1 read, 0 unchanged" in printed
    assert "dbt: 3 models built, 3 checks passed." in printed
    lines = printed.splitlines()
    tie = next(line for line in lines if "ajax v roma" in line)
    assert tie.split() == ["ajax", "v", "roma,", "2025-26", "2-1", "?", "?", "ajax", "away", "goals", "partial"]
    assert "Ties: 1 partial" in lines
    assert "Matches: 1 verified" in lines
    assert lines[-2].strip() == "reports/empty.txt: the file is empty"
    assert lines[-1].startswith(f"Published: {settings.published}")
    with duckdb.connect(str(settings.published), read_only=True) as connection:
        assert connection.execute("SELECT home_goals, away_goals FROM fact_matches").fetchall() == [(2, 1)]


def test_a_second_run_with_nothing_new_builds_nothing(run, put: Put, settings: Settings):
    put("a.txt", "Ajax 2-1 Roma")
    run()
    first = settings.published.resolve()
    status, printed = run()
    assert status == 0
    assert "Documents: 0 read, 1 unchanged" in printed
    assert "Nothing is new" in printed
    assert "ajax v roma" in printed
    assert settings.published.resolve() == first


@pytest.mark.parametrize("change", ["a new report", "a changed model", "a lost published file", "rebuild asked for"])
def test_anything_new_builds_again(run, put: Put, settings: Settings, change: str):
    put("a.txt", "Ajax 2-1 Roma")
    run()
    first = settings.published.resolve()
    arguments = ["run"]
    match change:
        case "a new report":
            put("b.txt", "Roma 0-0 Ajax")
        case "a changed model":
            with (settings.project_dir / "dbt_project/models/facts/fact_matches.sql").open("a") as model:
                model.write("-- changed\n")
        case "a lost published file":
            first.unlink()
        case _:
            arguments.append("--rebuild")
    status, printed = run(*arguments)
    assert status == 0
    assert "models built" in printed
    assert settings.published.resolve() != first


def test_a_failed_check_publishes_nothing_and_says_which(run, put: Put, settings: Settings):
    put("a.txt", "Ajax 2-1 Roma")
    run()
    first = settings.published.resolve()
    put("b.txt", "Ajax 91-0 Roma")
    status, printed = run()
    assert status == 1
    assert "failed: assert_nobody_scores_ninety: Got 1 result" in printed
    assert printed.splitlines()[-1] == "Nothing was published: see the failures above."
    assert settings.published.resolve() == first
    with pytest.raises(pipeline.BrokenProject, match="did not end well"):
        pipeline.publish_build(settings)
    # And it is no news that wears off: the same inbox fails again.
    assert run()[0] == 1


def test_a_missing_inbox_is_one_line(run, settings: Settings):
    settings.inbox.rmdir()
    status, printed = run()
    assert status == 2
    assert printed.splitlines() == [f"There is no folder {settings.inbox}. Put match reports (*.txt) there."]


def test_a_damaged_warehouse_is_one_line(run, put: Put, settings: Settings):
    put("a.txt", "Ajax 2-1 Roma")
    settings.warehouse_dir.mkdir()
    settings.warehouse.write_bytes(b"this was a database once" * 1000)
    status, printed = run()
    assert status == 2
    (line,) = printed.splitlines()
    assert str(settings.warehouse) in line
    assert "damaged or no DuckDB file. Delete it" in line


def test_an_inbox_that_was_always_empty_builds_nothing(run, settings: Settings):
    status, printed = run()
    assert status == 0
    assert "There is nothing to build yet" in printed
    assert not settings.published_dir.exists()


def test_an_emptied_inbox_wipes_nothing_and_says_so(run, put: Put, settings: Settings):
    report = put("a.txt", "Ajax 2-1 Roma")
    run()
    report.unlink()
    status, printed = run()
    assert status == 0
    assert "There is no readable report in" in printed
    assert "all 1 documents read before are kept" in printed
    assert "ajax v roma" in printed


def test_a_warehouse_open_elsewhere_is_one_line_and_passes(run, put: Put, settings: Settings):
    put("a.txt", "Ajax 2-1 Roma")
    run()
    put("b.txt", "Roma 0-0 Ajax")
    with _another_process(settings.warehouse, read_only=False):
        status, printed = run()
    assert status == 3
    (line,) = printed.splitlines()
    assert f"The warehouse {settings.warehouse} is open in another process" in line
    assert run()[0] == 0


def test_two_runs_at_once_do_not_mix(run, put: Put, settings: Settings):
    put("a.txt", "Ajax 2-1 Roma")
    with pipeline.exclusive(settings):
        status, printed = run()
    assert status == 3
    assert "Another run is writing" in printed


def test_a_reader_of_the_published_file_neither_blocks_nor_is_blocked(run, put: Put, settings: Settings):
    put("a.txt", "Ajax 2-1 Roma")
    run()
    with _another_process(settings.published, read_only=True) as reader:
        put("b.txt", "Roma 0-0 Ajax")
        status, _ = run()
        assert status == 0
        # The reader still sees what it opened; whoever opens now sees the new run.
        assert _ask(reader, "SELECT count(*) FROM fact_matches") == "1"
    with duckdb.connect(str(settings.published), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM fact_matches").fetchall() == [(2,)]


def test_the_command_line_leaves_dagster_out_and_dbt_until_it_is_needed():
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, orchestration.__main__; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=PROJECT_DIR,
    ).stdout.split()
    assert not {"dagster", "dagster_dbt", "dbt.cli.main"} & set(loaded)


def test_query_answers_in_duckdbs_own_shell(run, put: Put, settings: Settings, monkeypatch):
    put("a.txt", "Ajax 2-1 Roma")
    run()
    # The shell is an older DuckDB than the library, as an analyst's client may be.
    answer = subprocess.run(
        [sys.executable, "-m", "orchestration", "query", "SELECT home_team || '!' FROM fact_matches"],
        capture_output=True,
        text=True,
        check=True,
        cwd=PROJECT_DIR,
        env={**os.environ, "SECONDLEG_DATA_DIR": str(settings.data_dir)},
    )
    assert "ajax!" in answer.stdout


def test_query_before_anything_is_published_is_one_line(run, settings: Settings):
    status, printed = run("query")
    assert status == 2
    assert "Nothing is published yet" in printed


def test_docs_are_one_page(run, put: Put, settings: Settings):
    put("a.txt", "Ajax 2-1 Roma")
    run()
    status, printed = run("docs")
    assert status == 0
    assert str(settings.docs) in printed
    assert "One two-legged tie." in settings.docs.read_text(encoding="utf-8")


_READER = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1], read_only=sys.argv[2] == "True")
print("open", flush=True)
for line in sys.stdin:
    print(connection.execute(line).fetchone()[0], flush=True)
"""


class _another_process:
    """A second process that has a DuckDB file open until the block ends."""

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", _READER, str(path), str(read_only)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> subprocess.Popen:
        assert self.process.stdout.readline().strip() == "open"
        return self.process

    def __exit__(self, *error: object) -> None:
        self.process.communicate(timeout=30)


def _ask(process: subprocess.Popen, sql: str) -> str:
    process.stdin.write(sql + "\n")
    process.stdin.flush()
    return process.stdout.readline().strip()
