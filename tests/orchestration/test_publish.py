"""The published file: whole or not there, described, readable by older clients, never in anybody's way."""

import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from orchestration import publish
from orchestration import settings as settings_module
from orchestration.settings import Settings

BEGIN = datetime(2026, 3, 14, 7, tzinfo=UTC)


@pytest.fixture
def built(settings: Settings) -> Settings:
    """A warehouse as dbt leaves it, made by hand: this is about publishing alone."""
    settings.warehouse_dir.mkdir()
    with duckdb.connect(str(settings.warehouse)) as connection:
        connection.execute("""
            CREATE SCHEMA staging;
            CREATE TABLE staging.stg_scores AS SELECT 1 AS goals;
            CREATE TABLE fact_matches AS
                SELECT 'Ajax' AS home_club, 2 AS home_goals, 'verified' AS verdict
                UNION ALL SELECT 'Roma', NULL, 'partial';
            CREATE VIEW mart_ties AS SELECT home_club AS club_1, verdict FROM fact_matches WHERE home_goals > 1;
        """)
    settings.manifest.parent.mkdir(parents=True)
    settings.manifest.write_text(
        '{"nodes": {"m": {"resource_type": "model", "name": "fact_matches", "description": "One match,\\nit\'s so.",'
        '"columns": {"home_goals": {"description": "Goals of the \\"home\\" side."},'
        '"gone": {"description": "not in the table"}}}}}',
        encoding="utf-8",
    )
    return settings


def do(settings: Settings, minutes: int = 0) -> publish.Published:
    return publish.publish(settings, fingerprint=f"f{minutes}", now=BEGIN + timedelta(minutes=minutes))


def ask(path: Path, sql: str) -> list[tuple]:
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def test_schema_main_is_copied_and_nothing_else(built: Settings):
    done = do(built)
    assert done.path.name == "secondleg-20260314T070000000000Z.duckdb"
    assert done.rows == {"fact_matches": 2, "mart_ties": 1}
    assert done.verdicts == {"fact_matches": {"partial": 1, "verified": 1}, "mart_ties": {"verified": 1}}
    assert ask(done.path, "SELECT * FROM fact_matches ORDER BY home_club") == [
        ("Ajax", 2, "verified"),
        ("Roma", None, "partial"),
    ]
    assert ask(done.path, "SELECT table_name FROM duckdb_tables() ORDER BY 1") == [
        ("fact_matches",),
        ("mart_ties",),
        ("publication",),
    ]
    assert ask(done.path, "SELECT run_id, published_at, fingerprint FROM publication") == [
        ("20260314T070000000000Z", datetime(2026, 3, 14, 7), "f0")
    ]


def test_tables_and_columns_carry_their_descriptions(built: Settings):
    path = do(built).path
    assert ask(path, "SELECT comment FROM duckdb_tables() WHERE table_name = 'fact_matches'") == [
        ("One match, it's so.",)
    ]
    assert ask(path, "SELECT comment FROM duckdb_columns() WHERE column_name = 'home_goals'") == [
        ('Goals of the "home" side.',)
    ]


def test_the_file_is_read_only_and_the_link_is_relative(built: Settings):
    path = do(built).path
    assert path.stat().st_mode & 0o777 == 0o444
    assert built.published.is_symlink()
    assert built.published.readlink() == Path(path.name)
    assert list(built.published_dir.glob("*.wal")) == []


def test_the_link_follows_and_the_last_five_are_kept(built: Settings):
    paths = [do(built, minutes).path for minutes in range(7)]
    assert publish.published_files(built) == paths[2:]
    assert built.published.resolve() == paths[6]
    assert publish.published_fingerprint(built) == "f6"


def test_a_reader_keeps_a_file_that_was_cleared_away(built: Settings):
    do(built)
    with duckdb.connect(str(built.published), read_only=True) as reader:
        for minutes in range(1, 7):
            do(built, minutes)
        assert reader.execute("SELECT count(*) FROM fact_matches").fetchall() == [(2,)]
        assert reader.execute("SELECT fingerprint FROM publication").fetchall() == [("f0",)]


def test_a_failure_leaves_the_old_file_and_no_remains(built: Settings, monkeypatch: pytest.MonkeyPatch):
    first = do(built).path

    def fail(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(publish, "_comment", fail)
    with pytest.raises(OSError, match="No space left"):
        do(built, 1)
    assert sorted(path.name for path in built.published_dir.iterdir()) == [first.name, "secondleg.duckdb"]
    assert built.published.resolve() == first


def test_remains_of_a_killed_run_are_cleared_away(built: Settings):
    built.published_dir.mkdir()
    (built.published_dir / "secondleg-20260101T000000000000Z.unfinished").write_bytes(b"half")
    (built.published_dir / "secondleg-20260101T000000000000Z.unfinished.wal").write_bytes(b"half")
    path = do(built).path
    assert sorted(built.published_dir.iterdir()) == [path, built.published]


def test_a_warehouse_without_tables_publishes_nothing(settings: Settings):
    settings.warehouse_dir.mkdir()
    duckdb.connect(str(settings.warehouse)).close()
    with pytest.raises(publish.NothingToPublish):
        do(settings)
    assert list(settings.published_dir.iterdir()) == []


def test_an_older_duckdb_reads_the_file_with_its_comments(built: Settings):
    """The shell of duckdb-cli is of the 1.5 line; a file in the storage of 2.0 makes it fail."""
    done = do(built)
    shell = settings_module.program("duckdb")

    def older(path: Path, sql: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([shell, "-readonly", "-csv", path, "-c", sql], capture_output=True, text=True)

    answer = older(done.path, "SELECT comment, version() LIKE 'v1.%' FROM duckdb_columns() WHERE comment LIKE 'Goals%'")
    assert answer.stdout.splitlines()[1] == '"Goals of the ""home"" side.",true', answer.stderr
    tags = older(done.path, "SELECT tags FROM duckdb_databases() WHERE path IS NOT NULL")
    assert f"{publish.STORAGE_VERSION}" in tags.stdout
    # The proof that it needs asking for: the warehouse itself is as 2.0 writes it.
    assert older(built.warehouse, "SELECT count(*) FROM fact_matches").returncode != 0


def test_a_link_to_nothing_or_to_no_database_has_no_fingerprint(built: Settings):
    assert publish.published_fingerprint(built) is None
    path = do(built).path
    path.chmod(0o644)
    path.write_bytes(b"something else")
    assert publish.published_fingerprint(built) is None
    path.unlink()
    assert publish.published_fingerprint(built) is None
