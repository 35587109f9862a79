"""Prints a measurement, or gives it as JSON.

Belongs here: tables, colours and words. Does not belong here: anything that is counted.
"""

from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from evaluation.measuring import Result
from evaluation.misses import list_misses


def print_result(result: Result, console: Console, *, misses: bool = True) -> None:
    """The figures, then every miss unless they are not wanted, then the goals by phenomenon."""
    matches = sum(not match.is_brief for document in result.documents for match in document.matches)
    console.print(f"{len(result.documents):,} documents, {matches:,} matches labelled in full")
    for path, reason in result.rejects:
        console.print(f"  not read: {path}: {reason}", style="yellow", markup=False)
    for name, message in result.broken:
        console.print(f"  a check failed, so a run would publish nothing: {name}: {message}", style="red", markup=False)
    print_figures(result, console)
    if misses:
        print_misses(result, console)
    print_phenomena(result, console)


def print_figures(result: Result, console: Console) -> None:
    """Figures by kind of fact, what is told exactly, and what the verdicts are worth."""
    _table(
        console,
        ("kind of fact", "precision", "recall", "F1", "TP", "FP", "FN"),
        [
            (
                kind,
                *(f"{share:.3f}" for share in (figure.precision, figure.recall, figure.f1)),
                *(f"{count:,}" for count in (figure.right, figure.extra, figure.missed)),
            )
            for kind, figure in result.figures.items()
        ],
    )
    _table(
        console,
        ("told exactly", "share", "", "of"),
        [
            (name, f"{share.part / max(share.whole, 1):.3f}", f"{share.part:,}", f"{share.whole:,}")
            for name, share in result.exact.items()
        ],
    )
    console.print(f"Minutes told where the text gives none: {result.invented_minutes:,}")
    _table(
        console,
        ("verdict", "matches", "told exactly", "goals", "goals right"),
        [
            (row.verdict, *(f"{count:,}" for count in (row.matches, row.exact, row.goals, row.goals_right)))
            for row in result.verdicts
        ],
    )


def print_misses(result: Result, console: Console) -> None:
    """Every miss by document and match, with its words below."""
    listed = list(list_misses(result))
    console.print(
        f"\n[bold]{len(listed):,} misses[/]" + (" (below each, the words that it came from)" if listed else "")
    )
    for document, of_document in groupby(listed, key=lambda miss: miss.document):
        console.print(f"\n[bold]{escape(document)}[/]")
        for (match, verdict), of_match in groupby(of_document, key=lambda miss: (miss.match, miss.verdict)):
            console.print(f"  {escape(match)}  [dim]{escape(verdict)}[/]")
            before = ""
            for miss in of_match:
                console.print(f"    {escape(miss.what)}: {escape(miss.who)}")
                explained = (f"“{miss.words}”" if miss.words else "") + (f" [{miss.why}]" if miss.why else "")
                if explained:
                    shown = "(the same words)" if explained == before else explained.strip()
                    console.print(f"      {escape(shown)}", style="dim")
                before = explained


def print_phenomena(result: Result, console: Console) -> None:
    """Labelled goals by phenomenon."""
    console.print("\n[bold]Labelled goals by phenomenon[/] (a goal may be in several)")
    _table(
        console,
        ("goals", "number", "scorer told", "", "and team", "", "minute right", ""),
        [
            (
                group.name,
                f"{group.goals:,}",
                *(
                    cell
                    for count in (group.scorer, group.scorer_and_side, group.minute_right)
                    for cell in (f"{count:,}", _percent(count, group.goals))
                ),
            )
            for group in result.phenomena
        ],
    )


def as_json(result: Result) -> dict[str, object]:
    """All that is printed, as plain values."""
    return {
        "documents": len(result.documents),
        "figures": {
            kind: {
                **{"precision": figure.precision, "recall": figure.recall, "f1": figure.f1},
                **{"tp": figure.right, "fp": figure.extra, "fn": figure.missed},
            }
            for kind, figure in result.figures.items()
        },
        "exact": {name: asdict(share) for name, share in result.exact.items()},
        "invented_minutes": result.invented_minutes,
        "verdicts": [asdict(row) for row in result.verdicts],
        "phenomena": [asdict(group) for group in result.phenomena],
        "misses": [asdict(miss) for miss in list_misses(result)],
        "not_read": [{"path": path, "reason": reason} for path, reason in result.rejects],
        "failed_checks": [{"check": name, "message": message} for name, message in result.broken],
    }


def _table(console: Console, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for number, heading in enumerate(headings):
        table.add_column(heading, justify="right" if number else "left", no_wrap=True)
    for row in rows:
        table.add_row(*row)
    console.print()
    console.print(table)


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else ""
