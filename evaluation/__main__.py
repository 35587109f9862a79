"""`python -m evaluation`, which `make evaluate` calls: measures the reader on labelled reports.

Belongs here: options, messages and the exit status. What is measured is in `measuring`.

Exit status: 0 measured; 1 a model or a check failed; 2 it could not begin: no such folder, a bad label, a senseless
setting; 3 another process has the data folder in use.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from rich.console import Console

from evaluation import report
from evaluation.labels import BadLabels
from evaluation.measuring import BadDataFolder, CannotMeasure, Result, measure
from extract.documents import MissingInbox
from extract.warehouse import WarehouseBusy, WarehouseDamaged
from orchestration.pipeline import BrokenProject, ExtractionFailed
from orchestration.settings import BadSetting

DONE, FAILED, CANNOT_BEGIN, BUSY = 0, 1, 2, 3


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    # Where no terminal says how wide it is, a table still has its columns side by side.
    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else 140
    console = Console(highlight=False, soft_wrap=True, width=width)
    errors = Console(stderr=True, highlight=False, soft_wrap=True)
    try:
        # Seen on a terminal alone.
        with errors.status("Reading the reports and building the tables ..."):
            result = _measure(options)
        if options.json:
            _write(options.json, result)
    except (BadLabels, BadDataFolder, CannotBegin, MissingInbox, WarehouseDamaged, BadSetting) as error:
        errors.print(str(error), style="red", markup=False)
        return CANNOT_BEGIN
    except WarehouseBusy as error:
        errors.print(str(error), style="yellow", markup=False)
        return BUSY
    except (CannotMeasure, ExtractionFailed, BrokenProject) as error:
        errors.print(str(error), style="red", markup=False)
        return FAILED
    except KeyboardInterrupt:
        return 130
    report.print_result(result, console, misses=options.misses)
    return FAILED if result.broken else DONE


class CannotBegin(Exception):
    """A file or folder that was named cannot be used."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m evaluation",
        description="Measures the reader on labelled reports: precision and recall by kind of fact, every miss with its "
        "words, and the goals by phenomenon. The README describes the labels.",
    )
    parser.add_argument("labels", type=Path, metavar="LABELS", help="a folder with texts/*.txt and labels/*.json")
    parser.add_argument(
        "--misses",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="list every miss (they are listed unless --no-misses is said)",
    )
    parser.add_argument("--json", type=Path, metavar="OUT", help="write all of it to this file too")
    parser.add_argument(
        "--only", metavar="GLOB", default="*", help="measure the documents whose name fits, say 'cup-*'"
    )
    parser.add_argument(
        "--data",
        type=Path,
        metavar="FOLDER",
        help="keep the warehouse in this folder, and read only what is new when it is named again",
    )
    parser.add_argument(
        "--checks",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="run dbt's checks too; without them it is quicker, and the figures are the same",
    )
    return parser


def _measure(options: argparse.Namespace) -> Result:
    if options.json and not options.json.parent.is_dir():
        raise CannotBegin(f"There is no folder {options.json.parent} to write {options.json.name} to.")
    with tempfile.TemporaryDirectory(prefix="second-leg-") as folder:
        data = options.data or Path(folder)
        return measure(options.labels.expanduser(), data, only=options.only, checks=options.checks)


def _write(file: Path, result: Result) -> None:
    try:
        file.write_text(json.dumps(report.as_json(result), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise CannotBegin(f"{file} could not be written: {error.strerror}.") from None


if __name__ == "__main__":
    sys.exit(main())
