"""The README keeps its word: its queries run, its example comes out, its tables, commands, variables and files exist.

Belongs here: what documents promise. Does not belong here: whether the sample reports are read rightly.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from orchestration import settings as settings_module
from orchestration.settings import PROJECT_DIR

pytestmark = pytest.mark.xdist_group("readme")

README = (PROJECT_DIR / "README.md").read_text(encoding="utf-8")
PAGES = ("README.md", "CONTRIBUTING.md", "data/README.md")
EXAMPLE = "reports/2025-03-13-example.txt"


def section(title: str) -> str:
    """What stands under a heading of the README."""
    return README.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def rows(text: str) -> list[list[str]]:
    """The cells of a Markdown table, its heading and the line below left out."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def example(name: str) -> str:
    """The block or table after a mark in the README."""
    return README.split(f"<!-- example: {name} -->\n", 1)[1].split("\n\n" if name != "report" else "\n```\n", 1)[0]


def queries() -> dict[str, str]:
    """The README's queries by the question above each."""
    found = re.findall(r"([^\n]+)\n\n```sql\n(.*?)\n```", section("Ten questions"), re.DOTALL)
    return dict(found)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `make run` publishes from the sample reports and the example of the README."""
    data_dir = tmp_path_factory.mktemp("readme")
    shutil.copytree(PROJECT_DIR / "data" / "reports", data_dir / "reports")
    (data_dir / EXAMPLE).write_text(example("report").removeprefix("```text\n"), encoding="utf-8")
    finished = subprocess.run(
        [sys.executable, "-m", "orchestration", "run"],
        cwd=PROJECT_DIR,
        env={**os.environ, settings_module.DATA_DIR: str(data_dir)},
        capture_output=True,
        text=True,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return data_dir / "published" / "secondleg.duckdb"


@pytest.fixture
def ask(published: Path):
    with duckdb.connect(str(published), read_only=True) as connection:
        yield connection.sql


def test_there_are_ten_queries():
    assert len(queries()) == README.count("```sql") == 10


@pytest.mark.parametrize("question", queries())
def test_each_query_runs(ask, question: str):
    answer = ask(queries()[question])
    assert len(answer.columns) == len(set(answer.columns)) >= 2
    answer.fetchall()


def test_the_queries_need_no_newer_duckdb_than_the_file(published: Path):
    """An analyst's client may be older than the library that wrote the file, as DuckDB's own prompt here is."""
    for sql in queries().values():
        asked = [settings_module.program("duckdb"), "-readonly", "-csv", str(published), "-c", sql]
        answered = subprocess.run(asked, capture_output=True, text=True)
        assert (answered.returncode, answered.stderr) == (0, ""), sql


def test_the_example_comes_out_as_shown(ask):
    shown = [tuple(row) for row in rows(example("goals"))]
    goals = ask(f"""
        SELECT scorer, team, minute, minute_basis, report_goals.is_penalty, evidence
        FROM report_goals JOIN report_matches USING (report_match_id)
        WHERE path = '{EXAMPLE}' ORDER BY minute
    """).fetchall()
    assert [
        tuple(str(value).lower() if isinstance(value, bool) else str(value) for value in goal) for goal in goals
    ] == shown


def test_what_is_said_about_the_example_is_so(ask):
    of_example = f"(SELECT report_match_id FROM report_matches WHERE path = '{EXAMPLE}')"
    cards = ask(f"SELECT player, minute FROM report_cards WHERE report_match_id IN {of_example}").fetchall()
    assert cards == [("Jonas Brandt", None)]
    unused = ask(f"SELECT surface, why_not FROM report_claims_unused WHERE report_match_id IN {of_example}").fetchall()
    assert ("hit the post", "no goal: missed") in unused
    ties = ask(f"SELECT leg1_goals_1, leg1_goals_2, verdict_reason FROM mart_ties WHERE contains(sources, '{EXAMPLE}')")
    ((one, other, reason),) = ties.fetchall()
    assert (one, other) == (1, 1)
    assert "the first leg follows from the aggregate" in reason


def test_the_tables_listed_are_those_that_are_published(ask):
    listed = [cells[0].strip("`") for cells in rows(section("The tables"))]
    tables = ask("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main'").fetchall()
    assert sorted(listed) == sorted(table for (table,) in tables)


def test_every_table_and_column_carries_a_comment(ask):
    assert ask("SELECT table_name FROM duckdb_tables() WHERE comment IS NULL").fetchall() == []
    assert (
        ask("SELECT table_name, column_name FROM duckdb_columns() WHERE comment IS NULL AND NOT internal").fetchall()
        == []
    )


@pytest.mark.parametrize("page", PAGES)
def test_every_command_named_is_in_the_makefile(page: str):
    makefile = (PROJECT_DIR / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    text = (PROJECT_DIR / page).read_text(encoding="utf-8")
    named = set(re.findall(r"(?:`|^    |_DIR=[a-z]+ |=on )make ([a-z]+)", text, re.MULTILINE))
    assert named <= targets
    if page == "README.md":
        assert targets - {"help"} <= named


def test_every_setting_named_exists_and_every_setting_is_named():
    known = {value for name, value in vars(settings_module).items() if name.isupper() and isinstance(value, str)}
    listed = {cells[0].strip("`") for cells in rows(section("Settings"))}
    assert listed == {value for value in known if value.startswith("SECONDLEG_")}
    assert set(re.findall(r"\b[A-Z]+(?:_[A-Z]+)+\b", README)) == listed


def test_the_defaults_of_settings_are_those_shown():
    chosen = settings_module.load({})
    defaults = {cells[0].strip("`"): cells[1].strip("`") for cells in rows(section("Settings"))}
    assert chosen.data_dir == PROJECT_DIR / defaults[settings_module.DATA_DIR]
    assert (chosen.schedule_on, chosen.sensor_on) == (
        defaults[settings_module.SCHEDULE] == "on",
        defaults[settings_module.SENSOR] == "on",
    )
    assert chosen.max_bytes == int(defaults[settings_module.MAX_MB]) * 2**20


def test_the_exit_statuses_are_those_of_the_command_line():
    from orchestration import __main__ as command_line

    shown = {int(cells[0]) for cells in rows(section("Running it on schedule"))}
    known = {command_line.DONE, command_line.FAILED, command_line.CANNOT_BEGIN, command_line.BUSY}
    assert shown == known | {130}


@pytest.mark.parametrize("page", PAGES)
def test_every_relative_link_leads_somewhere(page: str):
    text = (PROJECT_DIR / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)]+)\)", text):
        file, _, anchor = target.partition("#")
        if not target.startswith(("http:", "https:")):
            found = (PROJECT_DIR / page).parent / file
            assert found.exists(), target
            headings = re.findall(r"^#+ (.+)$", found.read_text(encoding="utf-8"), re.MULTILINE) if anchor else []
            assert not anchor or anchor in {heading.lower().replace(" ", "-") for heading in headings}, target


def test_the_front_page_of_the_documentation_names_models_that_exist():
    overview = (PROJECT_DIR / "dbt_project" / "docs" / "overview.md").read_text(encoding="utf-8")
    known = {path.stem for path in (PROJECT_DIR / "dbt_project").rglob("*.sql")}
    named = {name for name in re.findall(r"`([a-z0-9_]+)`", overview) if "_" in name and name != "verdict_reason"}
    assert named <= known
    assert {"mart_ties", "int_match_solutions"} <= named
