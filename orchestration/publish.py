"""Publishing: a new closed file for analysts, then the link that they follow.

The warehouse belongs to the pipeline; whoever opens it shuts the pipeline out. So analysts get a copy of schema
`main`, one file a run. A reader who has the previous file open keeps it, even after it is deleted.
"""

import contextlib
import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from orchestration.settings import Settings

KEEP = 5
#: The oldest DuckDB that reads a published file. Many JDBC drivers and BI tools carry one that old.
STORAGE_VERSION = "v1.2.0"

Comments = dict[str, tuple[str, dict[str, str]]]


class NothingToPublish(Exception):
    """The warehouse holds no tables for analysts."""


@dataclass(frozen=True)
class Published:
    """path: the file of this run; rows: rows by table; verdicts: ties and matches by verdict."""

    path: Path
    rows: dict[str, int]
    verdicts: dict[str, dict[str, int]]


def publish(settings: Settings, *, fingerprint: str, keep: int = KEEP, now: datetime | None = None) -> Published:
    """Copies schema `main` of the warehouse to a new read-only file and lets the link point at it.

    Nothing is visible before the file is whole: it is written under another name, renamed, and only then linked.
    """
    settings.published_dir.mkdir(parents=True, exist_ok=True)
    published_at = (now or datetime.now(UTC)).astimezone(UTC)
    run_id = published_at.strftime("%Y%m%dT%H%M%S%fZ")
    path = settings.published_dir / f"secondleg-{run_id}.duckdb"
    unfinished = path.with_suffix(".unfinished")
    for leftover in settings.published_dir.glob("*.unfinished*"):
        leftover.unlink()
    try:
        rows, verdicts = _copy(settings, unfinished, run_id, published_at, fingerprint)
        unfinished.chmod(0o444)
        unfinished.rename(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    _link(settings.published, path)
    for old in published_files(settings)[:-keep]:
        with contextlib.suppress(FileNotFoundError):
            old.unlink()
    return Published(path, rows, verdicts)


def published_files(settings: Settings) -> list[Path]:
    """Every published file that is still there, oldest first."""
    return sorted(settings.published_dir.glob("secondleg-*.duckdb"))


def published_fingerprint(settings: Settings) -> str | None:
    """What the file that the link points at was built from; None when there is none, or it cannot be read."""
    if not settings.published.exists():
        return None
    try:
        with duckdb.connect(str(settings.published), read_only=True) as connection:
            row = connection.execute("SELECT fingerprint FROM publication").fetchone()
    except duckdb.Error:
        return None
    return row[0] if row else None


def _copy(
    settings: Settings, path: Path, run_id: str, published_at: datetime, fingerprint: str
) -> tuple[dict[str, int], dict[str, dict[str, int]]]:
    comments = _comments(settings.manifest)
    rows: dict[str, int] = {}
    with duckdb.connect() as connection:
        connection.execute("SET enable_progress_bar = false")
        connection.execute(f"ATTACH {_text(settings.warehouse)} AS warehouse (READ_ONLY)")
        connection.execute(f"ATTACH {_text(path)} AS published (STORAGE_VERSION '{STORAGE_VERSION}')")
        tables = [
            table
            for (table,) in connection.execute(
                "SELECT table_name FROM information_schema.tables "
                "WHERE table_catalog = 'warehouse' AND table_schema = 'main' ORDER BY table_name"
            ).fetchall()
        ]
        if not tables:
            raise NothingToPublish(f"{settings.warehouse} has no tables in schema main.")
        for table in tables:
            source, target = f"warehouse.main.{_name(table)}", f"published.main.{_name(table)}"
            connection.execute(f"CREATE TABLE {target} AS FROM {source}")
            rows[table] = connection.execute(f"SELECT count(*) FROM {target}").fetchall()[0][0]
            _comment(connection, target, *comments.get(table, ("", {})))
        verdicts = {
            table: dict(
                connection.execute(
                    f"SELECT verdict, count(*) FROM published.main.{_name(table)} GROUP BY verdict ORDER BY verdict"
                ).fetchall()
            )
            for table in ("fact_matches", "mart_ties")
            if table in rows
        }
        connection.execute(
            "CREATE TABLE published.main.publication AS SELECT $run_id AS run_id, "
            "$published_at::TIMESTAMP AS published_at, $fingerprint AS fingerprint, version() AS duckdb_version",
            {"run_id": run_id, "published_at": published_at.replace(tzinfo=None), "fingerprint": fingerprint},
        )
        _comment(
            connection,
            "published.main.publication",
            "One row: the run that published this file.",
            {
                "run_id": "Names the run, and the file: secondleg-<run_id>.duckdb.",
                "published_at": "When it was published, in UTC.",
                "fingerprint": "Stands for the documents and the project that the tables follow from.",
                "duckdb_version": "The DuckDB that wrote the file.",
            },
        )
        connection.execute("DETACH published")
    return rows, verdicts


def _comments(manifest: Path) -> Comments:
    """Descriptions of models and their columns, as dbt knows them: table -> (description, column -> description)."""
    nodes = json.loads(manifest.read_text(encoding="utf-8"))["nodes"].values() if manifest.exists() else []
    return {
        node.get("alias") or node["name"]: (
            node["description"],
            {name: column.get("description", "") for name, column in node["columns"].items()},
        )
        for node in nodes
        if node["resource_type"] in ("model", "seed")
    }


def _comment(connection: duckdb.DuckDBPyConnection, target: str, description: str, columns: dict[str, str]) -> None:
    if description:
        connection.execute(f"COMMENT ON TABLE {target} IS {_text(_one_line(description))}")
    present = {name.lower() for (name, *_) in connection.execute(f"DESCRIBE {target}").fetchall()}
    for column, meaning in columns.items():
        if meaning and column.lower() in present:
            connection.execute(f"COMMENT ON COLUMN {target}.{_name(column)} IS {_text(_one_line(meaning))}")


def _link(link: Path, target: Path) -> None:
    """Lets a link point elsewhere in one step: there is no moment without it."""
    fresh = link.with_name(f".{link.name}.{os.getpid()}")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(target.name)
    fresh.replace(link)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(value: object) -> str:
    return "'" + str(value).replace("'", "''") + "'"
