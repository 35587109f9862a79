"""The whole road on an inbox with something of everything that goes wrong, as a person would meet it."""

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from orchestration.settings import PROJECT_DIR

# One run serves all of these tests, so they belong to one worker.
pytestmark = pytest.mark.xdist_group("bad input")

GOOD = "2010-03-18-fulham-juventus.txt"
CONTRADICTION = """\
Ajax beat Roma 3-1 at the Johan Cruyff Arena in the first leg of their Champions League semi-final.

Davy Klaassen opened the scoring for Ajax in the 10th minute and Paulo Dybala equalised for Roma in the 30th minute.

It finished Ajax 2-2 Roma.
"""
NOT_READ = {
    "reports/binary.txt": "the file is binary, not a text",
    "reports/cooking.txt": "no football match was recognised in this text",
    "reports/copy.txt": f"the same text as reports/{GOOD}, which is read instead",
    "reports/empty.txt": "the file is empty",
    "reports/large.txt": "too large for a report: 50.0 MB, the limit is 5.0 MB",
    "reports/latin.txt": "not in UTF-8: byte 0xe9 in line 1 stands for no character; save the file as UTF-8",
    "reports/lost.txt": "a link to a file that is not there",
    "reports/table.csv": "not a .txt file: only those are read",
}


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    data_dir = tmp_path_factory.mktemp("bad")
    inbox = data_dir / "reports"
    inbox.mkdir()
    (inbox / GOOD).write_bytes((PROJECT_DIR / "data" / "reports" / GOOD).read_bytes())
    (inbox / "copy.txt").write_bytes((inbox / GOOD).read_bytes())
    (inbox / "contradiction.txt").write_text(CONTRADICTION, encoding="utf-8")
    (inbox / "cooking.txt").write_text("Fold the egg whites into the chocolate and chill for two hours.\n")
    (inbox / "empty.txt").touch()
    (inbox / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (inbox / "latin.txt").write_bytes("Tchouaméni scored for Real Madrid.".encode("latin-1"))
    (inbox / "lost.txt").symlink_to(inbox / "nowhere.txt")
    (inbox / "table.csv").write_text("home,away\n")
    with (inbox / "large.txt").open("wb") as large:
        large.truncate(50 * 2**20)
    finished = subprocess.run(
        [sys.executable, "-m", "orchestration", "run"],
        cwd=PROJECT_DIR,
        env={**os.environ, "SECONDLEG_DATA_DIR": str(data_dir)},
        capture_output=True,
        text=True,
    )
    return data_dir, finished


def test_the_run_ends_well_and_its_last_lines_name_what_was_not_read(ran):
    data_dir, finished = ran
    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert finished.stderr == ""
    lines = [line.strip() for line in finished.stdout.splitlines()]
    begin = lines.index(f"Not read, or not wholly: {len(NOT_READ)}")
    told = dict(line.split(": ", 1) for line in lines[begin + 1 : -1])
    assert told.keys() == NOT_READ.keys()
    for path, reason in NOT_READ.items():
        assert told[path].startswith(reason)
    assert lines[-1].startswith(f"Published: {data_dir}")


def test_each_reject_is_a_row(ran):
    data_dir, _ = ran
    with duckdb.connect(str(data_dir / "warehouse" / "secondleg.duckdb"), read_only=True) as connection:
        rejects = dict(connection.execute("SELECT path, reason FROM raw.rejects").fetchall())
    assert rejects.keys() == NOT_READ.keys()


def test_the_others_load_and_a_report_that_contradicts_itself_is_a_conflict(ran):
    data_dir, finished = ran
    with duckdb.connect(str(data_dir / "published" / "secondleg.duckdb"), read_only=True) as connection:
        matches = connection.execute("SELECT path, verdict, verdict_reason FROM report_matches").fetchall()
    assert {path for path, *_ in matches} == {f"reports/{GOOD}", "reports/contradiction.txt"}
    (verdict,) = {verdict for path, verdict, _ in matches if path == "reports/contradiction.txt"}
    assert verdict == "conflict"
    assert "conflict: reports/contradiction.txt: " in finished.stdout
