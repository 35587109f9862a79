"""What a run does, step by step: load the raw tables, build the models, publish.

Belongs here: the order of things, the same for the command line and for Dagster. Does not belong here: reading,
writing and publishing themselves, and anything that imports Dagster. dbt is imported only when it is about to run,
for that costs a second.
"""

import contextlib
import fcntl
import gc
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import polars as pl

from extract import warehouse
from extract.documents import batches, read_documents, take_inventory
from extract.schemas import CLAIM_TABLES
from orchestration import publish
from orchestration.settings import Settings

#: `dbt build` of seeds, models and tests. Unit tests belong to `make test`: they ask nothing of the rows. DuckDB
#: spreads each statement over all cores; a second thread of dbt would only wait for the first one's Python.
BUILD = ("build", "--exclude-resource-type", "unit_test", "--threads", "1")
#: What dbt calls a model or a check that went wrong. A warning is none.
BROKEN = ("error", "fail", "runtime error", "partial success")

#: Takes documents, clubs and competitions, as `extract.reports.extract_claims` does.
ExtractClaims = Callable[[pl.DataFrame, pl.DataFrame, pl.DataFrame], dict[str, pl.DataFrame]]
_Read = Callable[[pl.DataFrame], dict[str, pl.DataFrame]]


# The seeds that extraction reads; dbt reads them too.
_NAMES = ("clubs.csv", "club_aliases.csv", "competition_aliases.csv")


class ExtractionFailed(Exception):
    """Extraction fails on every document of a batch, so the fault lies in the project and not in a report."""


class BrokenProject(Exception):
    """dbt cannot read the project, or what it built last must not be published."""


@dataclass(frozen=True)
class Loaded:
    """What loading did.

    read, unchanged: documents of the inbox; retired: those whose file is gone; kept: the same, but kept, because
    nothing could be looked at (inbox_is_empty), or not the place where they lay
    rows: rows of every raw table afterwards; rejects: path and reason of all that did not get in
    """

    read: int
    unchanged: int
    moved: int
    retired: int
    kept: int
    inbox_is_empty: bool
    rows: dict[str, int]
    rejects: list[tuple[str, str]]
    fingerprint: str

    @property
    def claims(self) -> dict[str, int]:
        return {table: self.rows[table] for table in CLAIM_TABLES}


@dataclass(frozen=True)
class Built:
    """What dbt did. `failed` names each broken model and check with its message; `warned` each check that warned."""

    models: int
    checks: int
    failed: list[tuple[str, str]] = field(default_factory=list)
    warned: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        return not self.failed


class BuildFailed(Exception):
    """A model or a check of error severity failed; `built` names each."""

    def __init__(self, built: Built) -> None:
        super().__init__("; ".join(f"{name}: {message}" for name, message in built.failed))
        self.built = built


@contextlib.contextmanager
def exclusive(settings: Settings) -> Iterator[None]:
    """Lets one run at a time write: between loading and dbt the warehouse is closed, and another could slip in.

    Raises WarehouseBusy when another run holds the lock. The lock goes with the process, however that ends.
    """
    settings.warehouse_dir.mkdir(parents=True, exist_ok=True)
    with settings.run_lock.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise warehouse.WarehouseBusy(
                f"Another run is writing below {settings.warehouse_dir}. Try again when it is done."
            ) from None
        yield


def load_raw(
    settings: Settings,
    *,
    extract: ExtractClaims | None = None,
    tell: Callable[[str], None] = lambda line: None,
) -> Loaded:
    """Brings the raw tables up to the inbox: reads what is new or changed, retires what is gone.

    Raises MissingInbox, WarehouseBusy, WarehouseDamaged, ExtractionFailed.
    """
    extract = extract or extract_reports
    version = extractor_version(settings)
    inventory = take_inventory(settings.data_dir, settings.inbox.name, max_bytes=settings.max_bytes)
    with warehouse.open_warehouse(settings.warehouse) as connection:
        moved = warehouse.move(connection, inventory.files)
        plan = warehouse.plan(
            connection, inventory.files, source="report", extractor_version=version, unseen=inventory.unseen
        )
        refused = [inventory.rejects]
        read = 0
        clubs, competitions = read_clubs(settings), read_competitions(settings)

        def read_batch(documents: pl.DataFrame) -> dict[str, pl.DataFrame]:
            return extract(documents.select("document_id", "text"), clubs, competitions)

        for files in batches(plan.to_read):
            documents, rejects = read_documents(settings.data_dir, files, max_bytes=settings.max_bytes)
            refused += [rejects, _load(connection, documents, read_batch, version)]
            read += documents.height
            if read < plan.to_read.height:
                tell(f"{read:,} of {plan.to_read.height:,} documents read")
        for documents in batches(plan.to_read_again):
            refused.append(_load(connection, documents, read_batch, version))
        # Files that became unreadable, all of them, are as good as no files.
        is_empty = plan.found + read == 0
        retired = [] if is_empty else plan.retired
        warehouse.retire(connection, retired)
        warehouse.replace_file_rejects(connection, pl.concat(refused))
        return Loaded(
            read=read,
            unchanged=plan.found,
            moved=moved,
            retired=len(retired),
            kept=plan.kept + len(plan.retired) - len(retired),
            inbox_is_empty=is_empty,
            rows=warehouse.count_rows(connection),
            rejects=warehouse.reasons(connection),
            fingerprint=warehouse.fingerprint(connection),
        )


def _load(
    connection: duckdb.DuckDBPyConnection,
    documents: pl.DataFrame,
    read: _Read,
    version: str,
) -> pl.DataFrame:
    """Extracts and loads one batch. Returns rejects for the documents on which extraction itself fails."""
    failures: dict[str, str] = {}
    sound = _sound_pieces(documents, read, failures)
    for piece, frames in sound:
        warehouse.load_batch(connection, piece, frames, extractor_version=version)
    if not sound and documents.height > 1:
        raise ExtractionFailed(
            f"Extraction failed on every one of {documents.height} documents: {next(iter(failures.values()))}"
        )
    return warehouse.rejects_of(documents, failures)


def _sound_pieces(
    documents: pl.DataFrame, read: _Read, failures: dict[str, str]
) -> list[tuple[pl.DataFrame, dict[str, pl.DataFrame]]]:
    """Extracts a batch; when that fails, halves it until the document at fault stands alone."""
    if documents.is_empty():
        return []
    try:
        return [(documents, read(documents))]
    # polars' own panics are no Exception.
    except (Exception, pl.exceptions.PanicException) as error:
        if documents.height == 1:
            first_line = (str(error).splitlines() or [""])[0][:200]
            failures[documents["document_id"][0]] = f"extraction failed: {type(error).__name__}: {first_line}"
            return []
        half = documents.height // 2
        return [
            *_sound_pieces(documents[:half], read, failures),
            *_sound_pieces(documents[half:], read, failures),
        ]


def extract_reports(
    documents: pl.DataFrame, clubs: pl.DataFrame, competitions: pl.DataFrame
) -> dict[str, pl.DataFrame]:
    """The real extraction. It is imported when there is something to read, so that other runs stay quick."""
    from extract.reports import extract_claims

    return extract_claims(documents, clubs, competitions)


def read_clubs(settings: Settings) -> pl.DataFrame:
    """The clubs that extraction knows: alias, kind, club_id, club_name, country; a row per alias."""
    clubs = pl.read_csv(settings.seeds / "clubs.csv", infer_schema=False)
    aliases = pl.read_csv(settings.seeds / "club_aliases.csv", infer_schema=False)
    return aliases.join(clubs.rename({"name": "club_name"}), on="club_id", maintain_order="left").select(
        "alias", "kind", "club_id", "club_name", "country"
    )


def read_competitions(settings: Settings) -> pl.DataFrame:
    """The competitions that extraction knows: alias, competition_id; a row per alias."""
    return pl.read_csv(settings.seeds / "competition_aliases.csv", infer_schema=False)


def extractor_version(settings: Settings) -> str:
    """Stands for everything that extraction follows: its code, its phrase lists, the seeds of names.

    So a new phrase, and nothing that anybody must remember to count up, makes old reports be read again.
    """
    package = settings.project_dir / "extract"
    files = [path for path in package.rglob("*") if path.suffix in {".py", ".toml", ".csv", ".txt", ".json"}]
    return _digest([*files, *(settings.seeds / name for name in _NAMES)])[:12]


def project_version(settings: Settings) -> str:
    """Stands for everything that dbt and publishing follow besides the raw tables."""
    root = settings.project_dir
    files = [path for path in (root / "dbt_project").rglob("*") if path.is_file()]
    return _digest([root / "dbt_project.yml", root / "profiles.yml", *files, Path(publish.__file__)])


def _digest(files: list[Path]) -> str:
    digest = hashlib.sha256(duckdb.__version__.encode())
    for path in sorted(set(files)):
        digest.update(f"{path.name}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def build_fingerprint(settings: Settings, raw: str) -> str:
    """What the published file follows from, given the fingerprint of the raw tables. Equal: nothing to build."""
    return hashlib.sha256(f"{raw} {project_version(settings)}".encode()).hexdigest()


def dbt_arguments(settings: Settings, *command: str, target: Path | None = None) -> list[str]:
    """The command line of dbt, with all that depends on where the project lies."""
    return [
        *command,
        "--project-dir",
        str(settings.project_dir),
        "--profiles-dir",
        str(settings.project_dir),
        "--target-path",
        str(target or settings.dbt_target),
        "--log-path",
        str(settings.dbt_logs),
    ]


def prepared_manifest(settings: Settings) -> Path:
    """dbt's manifest, made first when it is missing or older than the project that it describes."""
    inputs = [settings.project_dir / "dbt_project.yml", *(settings.project_dir / "dbt_project").rglob("*")]
    if not settings.manifest.exists() or settings.manifest.stat().st_mtime < max(
        path.stat().st_mtime for path in inputs
    ):
        parsed = run_dbt(dbt_arguments(settings, "parse"))
        if not parsed.is_sound:
            raise BrokenProject("; ".join(message for _, message in parsed.failed))
    return settings.manifest


@contextlib.contextmanager
def marked_build(settings: Settings, *, is_whole: bool = True) -> Iterator[None]:
    """Notes what is being built; the note stays only if the block ends well, and only then may be published.

    A part that is built alone takes the note away and leaves none: it cannot vouch for the rest.
    """
    settings.build_note.unlink(missing_ok=True)
    with warehouse.open_warehouse(settings.warehouse, read_only=True) as connection:
        fingerprint = build_fingerprint(settings, warehouse.fingerprint(connection))
    yield
    if is_whole:
        settings.build_note.write_text(fingerprint, encoding="utf-8")


def build(settings: Settings) -> Built:
    """Builds and tests everything in this process. Raises BuildFailed, with what went wrong, when a check failed."""
    with marked_build(settings):
        built = run_dbt(dbt_arguments(settings, *BUILD))
        if not built.is_sound:
            raise BuildFailed(built)
    return built


def publish_build(settings: Settings) -> publish.Published:
    """Publishes what the last build left. Raises BrokenProject when it did not end well, or there was none."""
    if not settings.build_note.exists():
        raise BrokenProject("Nothing is published: the last build of all models and checks did not end well.")
    return publish.publish(settings, fingerprint=settings.build_note.read_text(encoding="utf-8"))


def run_dbt(arguments: list[str]) -> Built:
    """Runs dbt in this process, without its own output, and closes the warehouse behind it."""
    # dbt makes objects by the million and drops few. Looking for garbage at the usual pace is a seventh of its time.
    pace = gc.get_threshold()
    gc.set_threshold(200_000, 20, 20)
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.cli.main import dbtRunner

    try:
        outcome = dbtRunner().invoke(["--quiet", "--log-level", "none", "--log-level-file", "info", *arguments])
    finally:
        gc.set_threshold(*pace)
        # dbt keeps its database open for the next call; publishing opens it with other settings.
        DuckDBConnectionManager.close_all_connections()
    if outcome.exception is not None:
        return Built(0, 0, failed=[("dbt", _first_lines(str(outcome.exception)))])
    results = getattr(outcome.result, "results", [])
    kinds = [str(result.node.resource_type) for result in results]
    return Built(
        models=kinds.count("model"),
        checks=kinds.count("test"),
        failed=[_finding(result) for result in results if result.status in BROKEN],
        warned=[_finding(result) for result in results if result.status == "warn"],
    )


def _finding(result: object) -> tuple[str, str]:
    return result.node.name, _first_lines(result.message or "")  # type: ignore[attr-defined]


def _first_lines(message: str) -> str:
    return " ".join(line.strip() for line in message.strip().splitlines()[:4])
