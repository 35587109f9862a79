"""The labelled reports of this project, read as a run would read them."""

from pathlib import Path

from evaluation import measure

CORPUS = Path(__file__).parents[1] / "corpus"


def test_reports_of_all_kinds_break_no_check(tmp_path: Path):
    """One that told a shoot-out and nothing of the first leg did, and would have kept a whole run from being published."""
    assert measure(CORPUS, tmp_path).broken == []
