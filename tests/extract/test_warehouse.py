"""Loading: idempotent, one transaction a batch, nothing wiped by accident, nothing lost without a reason."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import polars as pl
import pytest

from extract import schemas, warehouse
from orchestration import pipeline
from orchestration.settings import Settings

Put = Callable[[str, str | bytes], Path]


@pytest.fixture
def load(settings: Settings) -> Callable[[], pipeline.Loaded]:
    return lambda: pipeline.load_raw(settings)


def rows(settings: Settings, sql: str) -> list[tuple]:
    with duckdb.connect(str(settings.warehouse), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def everything(settings: Settings) -> dict[str, list[tuple]]:
    """All raw rows, without the time of loading."""
    return {
        table: rows(settings, f"SELECT * EXCLUDE ({time}) FROM raw.{table} ORDER BY ALL")
        if (time := {"documents": "loaded_at", "rejects": "rejected_at"}.get(table))
        else rows(settings, f"SELECT * FROM raw.{table} ORDER BY ALL")
        for table in schemas.RAW_TABLES
    }


def test_raw_tables_are_those_of_the_schemas(load, settings: Settings, put: Put):
    load()
    for table, schema in schemas.RAW_TABLES.items():
        found = rows(
            settings, f"SELECT column_name, data_type FROM (DESCRIBE raw.{table}) AS d(column_name, data_type)"
        )
        assert [name for name, _ in found] == schema.column_names()


def test_loading_twice_changes_nothing(load, settings: Settings, put: Put):
    put("a.txt", "Ajax 2-1 Roma")
    put("cooking.txt", "Fold the egg whites into the chocolate.")
    put("empty.txt", "")
    first = load()
    before = everything(settings)
    rejected_at = rows(settings, "SELECT path, rejected_at FROM raw.rejects ORDER BY path")
    second = load()
    assert (first.read, first.unchanged) == (2, 0)
    assert (second.read, second.unchanged) == (0, 2)
    assert everything(settings) == before
    assert rows(settings, "SELECT path, rejected_at FROM raw.rejects ORDER BY path") == rejected_at
    assert second.fingerprint == first.fingerprint


def test_loading_the_same_batch_again_replaces_it(settings: Settings):
    documents = a_document("a" * 64, "reports/a.txt", "Ajax 2-1 Roma")
    extracted = extracted_from(documents)
    with warehouse.open_warehouse(settings.warehouse) as connection:
        for _ in range(2):
            loaded = warehouse.load_batch(connection, documents, extracted, extractor_version="1")
            assert loaded["score_claims"] == 1
        assert warehouse.count_rows(connection)["score_claims"] == 1
        assert warehouse.count_rows(connection)["documents"] == 1


def extracted_from(documents: pl.DataFrame) -> dict[str, pl.DataFrame]:
    return pipeline.extract_reports(documents, pl.DataFrame(), pl.DataFrame())


def a_document(document_id: str, path: str, text: str) -> pl.DataFrame:
    row = {"document_id": document_id, "source": "report", "path": path, "text": text}
    return pl.DataFrame([{**row, "char_count": len(text), "byte_count": len(text)}])


def test_a_changed_file_replaces_its_claims(load, settings: Settings, put: Put):
    put("a.txt", "Ajax 2-1 Roma")
    put("b.txt", "Roma 0-0 Ajax")
    load()
    put("a.txt", "Ajax 3-1 Roma")
    loaded = load()
    assert (loaded.read, loaded.unchanged) == (1, 1)
    assert rows(
        settings, "SELECT path, surface FROM raw.score_claims JOIN raw.documents USING (document_id) ORDER BY 1"
    ) == [
        ("reports/a.txt", "Ajax 3-1 Roma"),
        ("reports/b.txt", "Roma 0-0 Ajax"),
    ]


def test_a_file_that_is_no_text_any_more_retires_its_claims(load, settings: Settings, put: Put):
    put("a.txt", "Ajax 2-1 Roma")
    put("b.txt", "Roma 0-0 Ajax")
    load()
    put("a.txt", b"\x00\x01")
    loaded = load()
    assert loaded.retired == 1
    assert rows(settings, "SELECT surface FROM raw.score_claims") == [("Roma 0-0 Ajax",)]
    assert [path for path, _ in loaded.rejects] == ["reports/a.txt"]


def test_a_removed_file_retires_its_claims_and_its_rejects(load, settings: Settings, put: Put):
    put("a.txt", "Ajax 2-1 Roma")
    cooking = put("cooking.txt", "Fold the egg whites into the chocolate.")
    empty = put("empty.txt", "")
    load()
    cooking.unlink()
    empty.unlink()
    loaded = load()
    assert loaded.retired == 1
    assert loaded.rejects == []
    assert loaded.rows["documents"] == 1


def test_a_moved_file_is_not_read_again(load, settings: Settings, put: Put):
    first = put("a.txt", "Fold the egg whites into the chocolate.")
    put("b.txt", "Roma 0-0 Ajax")
    load()
    (settings.inbox / "2026").mkdir()
    first.rename(settings.inbox / "2026" / "a.txt")
    put("a.txt", "Ajax 2-1 Roma")
    loaded = load()
    assert (loaded.read, loaded.moved, loaded.retired) == (1, 1, 0)
    assert loaded.rejects == [("reports/2026/a.txt", warehouse.NO_MATCH)]
    assert loaded.rows["documents"] == 3


@pytest.mark.parametrize("left", ["nothing", "a file that cannot be read"])
def test_an_empty_inbox_wipes_nothing(load, settings: Settings, put: Put, left: str):
    report = put("a.txt", "Ajax 2-1 Roma")
    load()
    before = everything(settings)["score_claims"]
    report.unlink()
    if left != "nothing":
        put("empty.txt", "")
    loaded = load()
    assert (loaded.kept, loaded.retired) == (1, 0)
    assert loaded.inbox_is_empty
    assert everything(settings)["score_claims"] == before


def test_an_unreadable_folder_retires_nothing_below_it(load, settings: Settings, put: Put, monkeypatch):
    put("a.txt", "Ajax 2-1 Roma")
    put("closed/b.txt", "Roma 0-0 Ajax")
    load()
    from extract import documents

    real = documents._walk

    def walk(inbox: Path):
        yield from ((file, error) for file, error in real(inbox) if "closed" not in file.parts)
        yield inbox / "closed", PermissionError(13, "Permission denied")

    monkeypatch.setattr(documents, "_walk", walk)
    loaded = load()
    assert (loaded.kept, loaded.retired) == (1, 0)
    assert loaded.rows["score_claims"] == 2
    assert loaded.rejects == [("reports/closed", "the folder could not be opened: no permission")]


def test_a_text_without_a_match_is_kept_with_a_reason_and_not_read_again(load, settings: Settings, put: Put):
    put("cooking.txt", "Fold the egg whites into the chocolate.")
    put("a.txt", "Ajax 2-1 Roma")
    assert load().rejects == [("reports/cooking.txt", "no football match was recognised in this text")]
    assert load().read == 0


def test_a_claim_that_breaks_its_schema_is_rejected_and_the_others_load(load, settings: Settings, put: Put):
    put("odd.txt", "ODD: Ajax 2-1 Roma")
    put("a.txt", "Ajax 2-1 Roma")
    loaded = load()
    assert loaded.rejects == [("reports/odd.txt", "score_claims: scope: not a known value")]
    assert rows(settings, "SELECT surface FROM raw.rejects") == [("Ajax 2-1 Roma",)]
    assert loaded.rows["score_claims"] == 1


def test_a_text_that_breaks_extraction_does_not_take_others_with_it(load, settings: Settings, put: Put):
    for number in range(5):
        put(f"{number}.txt", f"Ajax {number}-1 Roma")
    put("3.txt", "BREAKS it")
    loaded = load()
    assert loaded.rows["score_claims"] == 4
    reason = "extraction failed: ValueError: this text breaks extraction"
    assert loaded.rejects == [("reports/3.txt", reason)]
    # It is tried again each time, for the fault may be mended; and mended, it is no reject any more.
    assert load().rejects == [("reports/3.txt", reason)]
    put("3.txt", "Ajax 3-1 Roma")
    assert load().rejects == []


def test_extraction_that_always_breaks_is_no_fault_of_the_documents(load, settings: Settings, put: Put):
    put("a.txt", "BREAKS one")
    put("b.txt", "BREAKS two")
    with pytest.raises(pipeline.ExtractionFailed, match="every one of 2 documents"):
        load()


def test_a_batch_is_loaded_whole_or_not_at_all(settings: Settings, monkeypatch):
    first, second = (a_document(letter * 64, f"reports/{letter}.txt", "Ajax 2-1 Roma") for letter in "ab")
    with warehouse.open_warehouse(settings.warehouse) as connection:
        extracted = extracted_from(first)
        warehouse.load_batch(connection, first, extracted, extractor_version="1")
        connection.execute("DROP TABLE raw.context_claims")
        with pytest.raises(duckdb.CatalogException):
            warehouse.load_batch(connection, pl.concat([first, second]), extracted, extractor_version="2")
        assert connection.execute("SELECT document_id, extractor_version FROM raw.documents").fetchall() == [
            ("a" * 64, "1")
        ]
        assert connection.execute("SELECT count(*) FROM raw.score_claims").fetchall() == [(1,)]


def test_another_version_of_the_extractor_reads_everything_again(load, settings: Settings, put: Put, monkeypatch):
    put("a.txt", "Ajax 2-1 Roma")
    first = load()
    monkeypatch.setattr(pipeline, "extractor_version", lambda settings: "another")
    second = load()
    assert (second.read, second.unchanged) == (1, 0)
    assert second.rows == first.rows
    assert second.fingerprint != first.fingerprint


def test_a_kept_document_is_read_again_from_the_warehouse(load, settings: Settings, put: Put, monkeypatch):
    put("a.txt", "Ajax 2-1 Roma")
    load()
    (settings.inbox / "a.txt").unlink()
    monkeypatch.setattr(pipeline, "extractor_version", lambda settings: "another")
    loaded = load()
    assert (loaded.read, loaded.kept) == (0, 1)
    assert rows(settings, "SELECT extractor_version FROM raw.documents") == [("another",)]
    assert loaded.rows["score_claims"] == 1


def test_the_version_follows_code_phrases_and_clubs(settings: Settings):
    before = pipeline.extractor_version(settings)
    assert pipeline.extractor_version(settings) == before
    with (settings.seeds / "clubs.csv").open("a") as clubs:
        clubs.write("lazio,Lazio,Italy\n")
    assert pipeline.extractor_version(settings) != before


def test_batches_are_loaded_one_by_one(load, settings: Settings, put: Put, monkeypatch):
    for number in range(5):
        put(f"{number}.txt", f"Ajax {number}-1 Roma")
    sizes = []

    def extract(documents: pl.DataFrame, clubs: pl.DataFrame, competitions: pl.DataFrame):
        sizes.append(documents.height)
        return schemas.empty_frames()

    real = pipeline.batches
    monkeypatch.setattr(pipeline, "batches", lambda files: real(files, max_documents=2))
    lines = []
    pipeline.load_raw(settings, extract=extract, tell=lines.append)
    assert sizes == [2, 2, 1]
    assert lines == ["2 of 5 documents read", "4 of 5 documents read"]


def test_a_raw_table_of_an_older_shape_is_made_anew(load, settings: Settings, put: Put):
    put("a.txt", "Ajax 2-1 Roma")
    before = load().rows
    with duckdb.connect(str(settings.warehouse)) as connection:
        connection.execute("ALTER TABLE raw.score_claims DROP COLUMN orientation")
    loaded = load()
    assert loaded.read == 1
    assert loaded.rows == before


def test_a_locked_warehouse_is_busy_and_says_who_holds_it(settings: Settings):
    settings.warehouse_dir.mkdir()
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, duckdb; c = duckdb.connect(sys.argv[1]); print('open', flush=True); sys.stdin.read()",
            str(settings.warehouse),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout.readline().strip() == "open"
    try:
        busy = pytest.raises(warehouse.WarehouseBusy, match=rf"open in another process.*{holder.pid}")
        with busy, warehouse.open_warehouse(settings.warehouse):
            pass
    finally:
        holder.communicate(timeout=30)
    with warehouse.open_warehouse(settings.warehouse) as connection:
        assert warehouse.count_rows(connection)["documents"] == 0


@pytest.mark.parametrize("damage", ["other bytes", "cut in half", "a page overwritten"])
def test_a_damaged_warehouse_is_damaged_in_one_line(load, settings: Settings, put: Put, damage: str):
    for number in range(50):
        put(f"{number}.txt", f"Ajax {number}-1 Roma " * 50)
    load()
    content = bytearray(settings.warehouse.read_bytes())
    match damage:
        case "other bytes":
            content = bytearray(b"PK\x03\x04" * 5000)
        case "cut in half":
            del content[len(content) // 2 :]
        case _:
            content[12288:] = b"\xaa" * (len(content) - 12288)
    settings.warehouse.write_bytes(content)
    with pytest.raises(warehouse.WarehouseDamaged, match="is damaged or no DuckDB file") as caught:
        load()
    assert "\n" not in str(caught.value)
