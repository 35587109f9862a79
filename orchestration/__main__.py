"""The command line: `python -m orchestration run`, `query`, `docs`.

Belongs here: what a person types and what is printed for them. The steps themselves are in `pipeline`.

Exit status: 0 the run is done (documents that were refused are listed last); 1 a model or a check failed and nothing
was published; 2 it could not begin: no inbox, a damaged warehouse, a senseless setting; 3 another process is
writing, try again later.
"""

import argparse
import os
import shutil
import sys
import time
from pathlib import Path

import duckdb
from rich import box
from rich.console import Console
from rich.table import Table

from extract.documents import MissingInbox
from extract.warehouse import WarehouseBusy, WarehouseDamaged
from orchestration import pipeline, publish
from orchestration import settings as settings_module
from orchestration.settings import BadSetting, Settings

DONE, FAILED, CANNOT_BEGIN, BUSY = 0, 1, 2, 3
REJECTS_SHOWN = 20


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    # Where no terminal says how wide it is, a log or a pipe, a tie still has one line.
    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else 140
    console = Console(highlight=False, soft_wrap=True, width=width)
    errors = Console(stderr=True, highlight=False, soft_wrap=True)
    try:
        settings = settings_module.export(settings_module.load())
        return options.action(settings, options, console)
    except (MissingInbox, WarehouseDamaged, BadSetting, publish.NothingToPublish, NothingPublished) as error:
        errors.print(str(error), style="red", markup=False)
        return CANNOT_BEGIN
    except WarehouseBusy as error:
        errors.print(str(error), style="yellow", markup=False)
        return BUSY
    except (pipeline.ExtractionFailed, pipeline.BrokenProject) as error:
        errors.print(str(error), style="red", markup=False)
        return FAILED
    except KeyboardInterrupt:
        return 130


class NothingPublished(Exception):
    """There is no published file yet."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m orchestration",
        description="Reads football match reports into DuckDB and works out goals, cards and two-legged ties.",
        epilog=f"Reports are read from reports/ below the data folder: ./data, or {settings_module.DATA_DIR}.",
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    run_command = commands.add_parser("run", help="read the reports, build the models, publish, show the ties")
    run_command.add_argument("--rebuild", action="store_true", help="build and publish even if nothing is new")
    run_command.set_defaults(action=run)
    query_command = commands.add_parser("query", help="a DuckDB prompt on the published file")
    query_command.add_argument("sql", nargs="?", help="one statement to answer, instead of a prompt")
    query_command.set_defaults(action=query)
    dev_command = commands.add_parser("dev", help="Dagster's web page")
    dev_command.set_defaults(action=dev)
    docs_command = commands.add_parser("docs", help="write the documentation of all models as one static page")
    docs_command.set_defaults(action=docs)
    return parser


def run(settings: Settings, options: argparse.Namespace, console: Console) -> int:
    began = time.perf_counter()
    with pipeline.exclusive(settings):
        loaded = pipeline.load_raw(settings, tell=lambda line: console.print(f"  {line}", style="dim"))
        _tell_loaded(settings, loaded, console)
        if not loaded.rows["documents"]:
            console.print(f"There is nothing to build yet: put match reports (*.txt) into {settings.inbox}.")
            _tell_rejects(loaded, console)
            return DONE
        fingerprint = pipeline.build_fingerprint(settings, loaded.fingerprint)
        if not options.rebuild and publish.published_fingerprint(settings) == fingerprint:
            console.print("Nothing is new since the published file was built, so the models were not built again.")
        else:
            try:
                _tell_built(pipeline.build(settings), console)
            except pipeline.BuildFailed as failure:
                _tell_built(failure.built, console)
                _tell_rejects(loaded, console)
                console.print("Nothing was published: see the failures above.", style="bold red")
                return FAILED
            pipeline.publish_build(settings)
    with duckdb.connect(str(settings.published), read_only=True) as connection:
        _tell_ties(connection, console)
        _tell_verdicts(connection, console)
    _tell_rejects(loaded, console)
    console.print(f"Published: {_short(settings.published)} ({time.perf_counter() - began:.1f} s)")
    return DONE


def _tell_loaded(settings: Settings, loaded: pipeline.Loaded, console: Console) -> None:
    parts = [f"{loaded.read:,} read", f"{loaded.unchanged:,} unchanged"]
    parts += [f"{loaded.moved:,} moved"] if loaded.moved else []
    parts += [f"{loaded.retired:,} retired"] if loaded.retired else []
    claims = sum(loaded.claims.values())
    console.print(
        f"Documents: {', '.join(parts)}. The warehouse holds {loaded.rows['documents']:,} and {claims:,} claims."
    )
    if loaded.inbox_is_empty:
        kept = f"; all {loaded.kept:,} documents read before are kept" if loaded.kept else ""
        console.print(f"There is no readable report in {_short(settings.inbox)}{kept}.", style="yellow")
    elif loaded.kept:
        console.print(f"{loaded.kept:,} documents could not be looked at and are kept as they were.", style="yellow")


def _tell_built(built: pipeline.Built, console: Console) -> None:
    if built.is_sound:
        console.print(f"dbt: {built.models:,} models built, {built.checks:,} checks passed.")
    for style, word, findings in (("red", "failed", built.failed), ("yellow", "warned", built.warned)):
        for name, message in findings:
            console.print(f"  {word}: {name}: {message}", style=style, markup=False)


def _tell_ties(connection: duckdb.DuckDBPyConnection, console: Console) -> None:
    ties = connection.execute("""
        SELECT
            coalesce(season, '') AS season, coalesce(competition, '') AS competition, coalesce(round, '') AS round,
            club_1, club_2,
            leg1_goals_1, leg1_goals_2, leg2_goals_1, leg2_goals_2, aggregate_1, aggregate_2,
            shootout_1, shootout_2, winner, decided_by, verdict
        FROM mart_ties
        ORDER BY season NULLS LAST, competition NULLS LAST, round NULLS LAST, club_1, club_2
    """).fetchall()
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for heading in ("tie", "1st leg", "2nd leg", "total", "advanced", "by", "verdict"):
        is_name = heading in ("tie", "advanced")
        table.add_column(heading, no_wrap=not is_name, overflow="fold", min_width=16 if is_name else None)
    colours = {"verified": "green", "partial": "yellow", "conflict": "red"}
    for tie in ties:
        (season, _, _, club_1, club_2, *goals, winner, decided_by, verdict) = tie
        first, second, aggregate, shootout = (_score(*goals[i : i + 2]) for i in (0, 2, 4, 6))
        how = (decided_by or "").replace("_", " ")
        table.add_row(
            f"{club_1} v {club_2}" + (f", {season}" if season else ""),
            first,
            second,
            aggregate,
            winner or "?",
            f"{how} {shootout}" if goals[6] is not None else how or "?",
            f"[{colours.get(verdict, 'white')}]{verdict}[/]",
        )
    console.print()
    console.print(table if ties else "No two-legged tie was told of.")
    console.print()


def _tell_verdicts(connection: duckdb.DuckDBPyConnection, console: Console) -> None:
    for table, what in (("mart_ties", "ties"), ("fact_matches", "matches")):
        counts = connection.execute(f"SELECT verdict, count(*) FROM {table} GROUP BY verdict ORDER BY verdict DESC")
        line = ", ".join(f"{count:,} {verdict}" for verdict, count in counts.fetchall())
        console.print(f"{what.capitalize()}: {line or 'none'}")
    conflicts = connection.execute(
        "SELECT path, home_team, away_team, verdict_reason FROM report_matches WHERE verdict = 'conflict' ORDER BY path"
    ).fetchall()
    for path, home, away, reason in conflicts[:REJECTS_SHOWN]:
        console.print(f"  conflict: {path}: {home} v {away}: {reason}", style="yellow", markup=False)


def _tell_rejects(loaded: pipeline.Loaded, console: Console) -> None:
    if not loaded.rejects:
        return
    console.print(f"Not read, or not wholly: {len(loaded.rejects):,}", style="yellow")
    for path, reason in loaded.rejects[:REJECTS_SHOWN]:
        console.print(f"  {path}: {reason}", style="yellow", markup=False)
    if len(loaded.rejects) > REJECTS_SHOWN:
        console.print(f"  and {len(loaded.rejects) - REJECTS_SHOWN:,} more: see raw.rejects", style="yellow")


def _score(one: int | None, other: int | None) -> str:
    return "?" if one is None and other is None else f"{'?' if one is None else one}-{'?' if other is None else other}"


def _short(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def docs(settings: Settings, options: argparse.Namespace, console: Console) -> int:
    """`dbt docs generate`, kept as the one page that needs no server."""
    del options
    arguments = pipeline.dbt_arguments(settings, "docs", "generate", "--static", target=settings.dbt_docs)
    with pipeline.exclusive(settings):
        built = pipeline.run_dbt(arguments)
    if not built.is_sound:
        _tell_built(built, console)
        return FAILED
    settings.docs.parent.mkdir(parents=True, exist_ok=True)
    settings.docs.write_bytes((settings.dbt_docs / "static_index.html").read_bytes())
    console.print(f"Documentation: {_short(settings.docs)} (open it in a browser)")
    return DONE


def dev(settings: Settings, options: argparse.Namespace, console: Console) -> int:
    """`dagster dev`, with a home of its own so that schedules and past runs are not forgotten."""
    del options, console
    if not os.environ.get("DAGSTER_HOME"):
        settings.dagster_home.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(settings.project_dir / "dagster.yaml", settings.dagster_home / "dagster.yaml")
        os.environ["DAGSTER_HOME"] = str(settings.dagster_home)
    os.execv(sys.executable, [sys.executable, "-m", "dagster", "dev"])


def query(settings: Settings, options: argparse.Namespace, console: Console) -> int:
    """DuckDB's own prompt on the published file, read only; its Python package comes without one."""
    del console
    if not settings.published.exists():
        raise NothingPublished(f"Nothing is published yet in {_short(settings.published_dir)}: `make run` does it.")
    shell = settings_module.program("duckdb")
    if not shutil.which(shell):
        raise NothingPublished("DuckDB's shell is not installed: `make setup` does it.")
    arguments = [shell, "-readonly", str(settings.published)]
    # The shell takes over this process, so that it owns the terminal.
    os.execvp(shell, arguments + (["-c", options.sql] if options.sql else []))


if __name__ == "__main__":
    sys.exit(main())
