"""The only code that writes raw tables: opens the warehouse, loads batches, retires what is gone.

Belongs here: transactions, idempotence, and what becomes of rows that break their schema. Does not belong here:
reading files (`extract.documents`), reading words (`extract.reports`), and every other schema of the warehouse,
which dbt owns.
"""

import contextlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import dataframely as dy
import duckdb
import polars as pl

from extract.schemas import EXTRACTED, RAW_TABLES, Documents, Rejects

NO_MATCH = "no football match was recognised in this text"

_SQL_TYPES = {
    pl.String(): "VARCHAR",
    pl.Int32(): "INTEGER",
    pl.Int64(): "BIGINT",
    pl.Boolean(): "BOOLEAN",
    pl.Datetime("us"): "TIMESTAMP",
}


class WarehouseBusy(Exception):
    """Another process has the warehouse open. Passes: trying again later may succeed."""


class WarehouseDamaged(Exception):
    """The warehouse file is no DuckDB database that can be read and written. Does not pass by itself."""


@contextlib.contextmanager
def open_warehouse(path: Path, *, read_only: bool = False) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to the warehouse, with every raw table in place; made when it is not there yet.

    Raises WarehouseBusy or WarehouseDamaged, each with one line that says what to do.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        connection = duckdb.connect(str(path), read_only=read_only)
    except duckdb.Error as error:
        raise _explained(error, path) from error
    try:
        # Progress bars of long statements would break into our own lines.
        connection.execute("SET enable_progress_bar = false")
        if not read_only:
            _create_tables(connection)
        yield connection
    except duckdb.Error as error:
        if isinstance(error, _OF_THE_FILE) or "corrupt" in str(error).lower():
            raise _explained(error, path) from error
        raise
    finally:
        connection.close()


# Errors that speak of the file, not of a statement.
_OF_THE_FILE = (duckdb.IOException, duckdb.SerializationException, duckdb.InternalException, duckdb.FatalException)


def _explained(error: duckdb.Error, path: Path) -> Exception:
    message = str(error)
    if "set lock" in message or "lock is held" in message or "different configuration" in message:
        holder = re.search(r"PID [0-9]+", message)
        who = f" ({holder.group()})" if holder else ""
        return WarehouseBusy(f"The warehouse {path} is open in another process{who}. Try again when it is done.")
    first_line = " ".join(message.splitlines()[:1])
    if "permission" in message.lower() or "no space" in message.lower():
        return WarehouseDamaged(f"The warehouse {path} cannot be used: {first_line}")
    return WarehouseDamaged(
        f"The warehouse {path} cannot be read; it is damaged or no DuckDB file. "
        f"Delete it: the next run builds it anew from the reports. ({first_line})"
    )


def _create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Creates what is missing. A table of an older shape is made anew, for all of it follows from the documents."""
    connection.execute("CREATE SCHEMA IF NOT EXISTS raw")
    existing: dict[str, list[tuple[str, str]]] = {}
    for table, column, sql_type in connection.execute(
        "SELECT table_name, column_name, data_type FROM duckdb_columns() "
        "WHERE schema_name = 'raw' AND database_name = current_database() ORDER BY table_name, column_index"
    ).fetchall():
        existing.setdefault(table, []).append((column, sql_type))
    outdated = {table for table, schema in RAW_TABLES.items() if existing.get(table, _shape(schema)) != _shape(schema)}
    if "documents" in outdated:
        outdated = set(RAW_TABLES) & set(existing)
    for table in outdated:
        connection.execute(f'DROP TABLE raw."{table}"')
    for table, schema in RAW_TABLES.items():
        if table in existing and table not in outdated:
            continue
        columns = ", ".join(
            f'"{name}" {_SQL_TYPES[column.dtype]}{"" if column.nullable else " NOT NULL"}'
            for name, column in schema.columns().items()
        )
        connection.execute(f'CREATE TABLE raw."{table}" ({columns})')
        comment = (schema.__doc__ or "").strip().split("\n\n")[0].replace("'", "''")
        connection.execute(f"COMMENT ON TABLE raw.\"{table}\" IS '{' '.join(comment.split())}'")
    if outdated:
        connection.execute("UPDATE raw.documents SET extractor_version = 'outdated'")


def _shape(schema: type[dy.Schema]) -> list[tuple[str, str]]:
    return [(name, _SQL_TYPES[column.dtype]) for name, column in schema.columns().items()]


@dataclass(frozen=True)
class Plan:
    """What a run has to do with the documents of one source.

    to_read: rows of the inventory that are new or were read by another version of the extractor
    to_read_again: documents kept without their file, stale as well: document_id, source, path, text, ...
    retired: ids of documents whose file is gone, or holds something else now
    found: how many files of the inbox hold what was read before
    kept: how many documents are kept without their file
    """

    to_read: pl.DataFrame
    to_read_again: pl.DataFrame
    retired: list[str]
    found: int
    kept: int


def plan(
    connection: duckdb.DuckDBPyConnection,
    files: pl.DataFrame,
    *,
    source: str,
    extractor_version: str,
    unseen: tuple[str, ...] = (),
) -> Plan:
    """Compares an inventory with the documents already loaded.

    A document is kept without its file when the file, or a folder above it, could not be looked at (`unseen`), and
    when there are no files at all: a disk that is not mounted, or a copy that failed, looks just so.
    """
    known = _frame(
        connection,
        "SELECT document_id, path, extractor_version FROM raw.documents WHERE source = $source",
        {"source": source},
    )
    # A path that cannot be seen keeps what was read there; a file now read from another path does not count.
    is_unseen = pl.lit(False)
    for path in unseen:
        is_unseen |= pl.col("path").str.starts_with(path) if path.endswith("/") else pl.col("path") == path
    gone = known.join(files, on="document_id", how="anti")
    kept = gone if files.is_empty() else gone.filter(is_unseen)
    retired = gone.join(kept, on="document_id", how="anti")
    current = known.filter(pl.col("extractor_version") == extractor_version)
    stale = kept.filter(pl.col("extractor_version") != extractor_version)
    to_read_again = _frame(
        connection,
        "SELECT document_id, source, path, text, char_count, byte_count FROM raw.documents "
        "WHERE document_id IN (SELECT unnest($ids)) ORDER BY path",
        {"ids": stale["document_id"].to_list()},
    )
    to_read = files.join(current, on="document_id", how="anti", maintain_order="left")
    return Plan(
        to_read=to_read,
        to_read_again=to_read_again,
        retired=sorted(retired["document_id"]),
        found=files.height - to_read.height,
        kept=kept.height,
    )


def load_batch(
    connection: duckdb.DuckDBPyConnection,
    documents: pl.DataFrame,
    extracted: Mapping[str, pl.DataFrame],
    *,
    extractor_version: str,
) -> dict[str, int]:
    """Loads documents and what was extracted from them, in one transaction; loading them again changes nothing.

    documents: document_id, source, path, text, char_count, byte_count
    extracted: a frame for each of `extract.schemas.EXTRACTED`

    What was loaded from the same paths before is replaced. A row that breaks its schema goes to `raw.rejects` with
    the reason, and so does a document that tells of no match. Returns the number of rows by table.
    """
    now = datetime.now(UTC).replace(tzinfo=None)
    stamped = documents.with_columns(loaded_at=pl.lit(now), extractor_version=pl.lit(extractor_version))
    frames: dict[str, pl.DataFrame] = {"documents": Documents.validate(stamped, cast=True)}
    paths = documents.select("document_id", "path")
    rejected = []
    for table, schema in EXTRACTED.items():
        good, failure = schema.filter(extracted[table], cast=True)
        frames[table] = good
        if len(failure):
            rejected.append(_broken_rows(table, failure))
    without_match = paths.join(frames["match_claims"], on="document_id", how="anti")
    rejected.append(without_match.select("document_id", reason=pl.lit(NO_MATCH), surface=pl.lit(None, pl.String)))
    frames["rejects"] = (
        pl.concat(rejected)
        .join(paths, on="document_id", how="left")
        .with_columns(
            pl.col("path").fill_null("?"),
            line_no=pl.lit(None, pl.Int32),
            rejected_at=pl.lit(now),
        )
        .select(Rejects.column_names())
    )
    with _transaction(connection):
        replaced = connection.execute(
            "SELECT document_id FROM raw.documents WHERE path IN (SELECT unnest($paths))",
            {"paths": documents["path"].to_list()},
        ).fetchall()
        _delete(connection, [*documents["document_id"], *(document_id for (document_id,) in replaced)])
        for table, frame in frames.items():
            if frame.height:
                connection.register("batch", frame.to_arrow())
                connection.execute(f'INSERT INTO raw."{table}" BY NAME SELECT * FROM batch')
                connection.unregister("batch")
    return {table: frame.height for table, frame in frames.items()}


def retire(connection: duckdb.DuckDBPyConnection, document_ids: list[str]) -> None:
    """Takes documents out of every raw table, in one transaction."""
    if document_ids:
        with _transaction(connection):
            _delete(connection, document_ids)


def move(connection: duckdb.DuckDBPyConnection, files: pl.DataFrame) -> int:
    """Gives loaded documents the path at which their content lies now. Returns how many had moved."""
    connection.register("inventory", files.select("document_id", "path").to_arrow())
    with _transaction(connection):
        connection.execute(
            "UPDATE raw.rejects SET path = inventory.path FROM inventory JOIN raw.documents USING (document_id) "
            "WHERE rejects.document_id = inventory.document_id AND rejects.path = documents.path "
            "AND documents.path <> inventory.path"
        )
        moved = connection.execute(
            "UPDATE raw.documents SET path = inventory.path FROM inventory "
            "WHERE documents.document_id = inventory.document_id AND documents.path <> inventory.path"
        ).fetchone()
    connection.unregister("inventory")
    return moved[0] if moved else 0


def replace_file_rejects(connection: duckdb.DuckDBPyConnection, rejects: pl.DataFrame) -> None:
    """Makes `raw.rejects` hold just these rejects of whole files; the rejects of loaded documents stay.

    A reject that was there before keeps its time, so that `rejected_at` says since when a file is refused.
    """
    connection.register("found", rejects.to_arrow())
    with _transaction(connection):
        connection.execute("""
            DELETE FROM raw.rejects
            WHERE NOT EXISTS (
                SELECT 1 FROM raw.documents
                WHERE documents.document_id = rejects.document_id AND documents.path = rejects.path
            ) AND NOT EXISTS (
                SELECT 1 FROM found
                WHERE found.path = rejects.path AND found.reason = rejects.reason
                    AND found.document_id IS NOT DISTINCT FROM rejects.document_id
            )
        """)
        connection.execute("""
            INSERT INTO raw.rejects BY NAME
            SELECT * FROM found
            WHERE NOT EXISTS (
                SELECT 1 FROM raw.rejects
                WHERE found.path = rejects.path AND found.reason = rejects.reason
                    AND found.document_id IS NOT DISTINCT FROM rejects.document_id
            )
        """)
    connection.unregister("found")


def fingerprint(connection: duckdb.DuckDBPyConnection) -> str:
    """Stands for the content of all raw tables: claims follow from a document and the version that read it."""
    row = connection.execute("""
        SELECT sha256(coalesce(string_agg(line, chr(10) ORDER BY line), ''))
        FROM (
            SELECT concat_ws('|', 'document', document_id, source, path, extractor_version) AS line FROM raw.documents
            UNION ALL
            SELECT concat_ws('|', 'reject', document_id, path, line_no, reason, surface) FROM raw.rejects
        )
    """).fetchone()
    assert row is not None
    return row[0]


def count_rows(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Rows of every raw table, by name."""
    counted = " UNION ALL ".join(f"SELECT '{table}', count(*) FROM raw.\"{table}\"" for table in RAW_TABLES)
    return dict(connection.execute(counted).fetchall())


def reasons(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """Path and reason of everything that did not get in, in order of path."""
    return connection.execute(
        "SELECT path, reason || CASE WHEN count(*) > 1 THEN ' (' || count(*) || ' times)' ELSE '' END "
        "FROM raw.rejects GROUP BY path, reason ORDER BY path, reason"
    ).fetchall()


def rejects_of(documents: pl.DataFrame, reasons_by_id: Mapping[str, str]) -> pl.DataFrame:
    """Rows of `raw.rejects` for whole documents, each with its reason."""
    return (
        documents.filter(pl.col("document_id").is_in(list(reasons_by_id)))
        .select(
            "document_id",
            "path",
            line_no=pl.lit(None, pl.Int32),
            reason=pl.col("document_id").replace_strict(reasons_by_id, default=None, return_dtype=pl.String),
            surface=pl.lit(None, pl.String),
            rejected_at=pl.lit(datetime.now(UTC).replace(tzinfo=None)),
        )
        .select(Rejects.column_names())
    )


def _frame(connection: duckdb.DuckDBPyConnection, sql: str, values: Mapping[str, object]) -> pl.DataFrame:
    frame = pl.from_arrow(connection.sql(sql, params=values).to_arrow_table())
    assert isinstance(frame, pl.DataFrame)
    return frame


@contextlib.contextmanager
def _transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    connection.execute("BEGIN")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _delete(connection: duckdb.DuckDBPyConnection, document_ids: list[str]) -> None:
    for table in RAW_TABLES:
        connection.execute(
            f'DELETE FROM raw."{table}" WHERE document_id IN (SELECT unnest($ids))', {"ids": document_ids}
        )


def _broken_rows(table: str, failure: dy.FailureInfo) -> pl.DataFrame:
    """Rows that break their schema: document_id, reason, surface; the first broken rule of each is named."""
    rules = list(failure.counts())
    details = failure.details()
    broken = pl.coalesce(
        pl.when(pl.col(rule) == "invalid").then(pl.lit(f"{table}: {_as_sentence(rule)}")) for rule in rules
    )
    surface = pl.col("surface").cast(pl.String) if "surface" in details.columns else pl.lit(None, pl.String)
    return details.select(pl.col("document_id").cast(pl.String), reason=broken, surface=surface)


def _as_sentence(rule: str) -> str:
    """`scope|check__known_value` -> `scope: not a known value`; a rule of a whole row is its own sentence."""
    column, _, check = rule.partition("|")
    if not check:
        return f"not so: {column.replace('_', ' ')}"
    meanings = {
        "nullability": "must not be missing",
        "dtype": "not of the right type",
        "min": "too small",
        "max": "too large",
        "min_length": "must not be empty",
        "check__known_value": "not a known value",
        "regex": "not in the right form",
    }
    return f"{column}: {meanings.get(check, check.replace('_', ' '))}"
