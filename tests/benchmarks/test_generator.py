"""The reports that benchmarks are run on: no two alike, of the length they should have, and full of goals to find."""

import polars as pl
import pytest

from benchmarks.reading import profile
from benchmarks.reports import Report, as_documents, generate, read_clubs
from orchestration import pipeline
from orchestration.settings import PROJECT_DIR, Settings

SETTINGS = Settings(data_dir=PROJECT_DIR / "data")
NAMES = pipeline.read_clubs(SETTINGS), pipeline.read_competitions(SETTINGS)


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return list(generate(400, read_clubs(SETTINGS.seeds)))


def test_no_two_reports_are_the_same_text(reports: list[Report]):
    assert len({report.text for report in reports}) == len(reports)
    documents = as_documents(reports)
    assert documents["document_id"].n_unique() == documents["path"].n_unique() == len(reports)


def test_the_same_seed_gives_the_same_reports_and_another_gives_others(reports: list[Report]):
    clubs = read_clubs(SETTINGS.seeds)
    assert list(generate(20, clubs)) == reports[:20]
    assert not {report.text for report in generate(20, clubs, seed=1)} & {report.text for report in reports}


def test_they_are_as_long_as_a_short_report_and_leave_no_gap_open(reports: list[Report]):
    lengths = [len(report.text.encode()) for report in reports]
    assert 1_100 <= sum(lengths) / len(lengths) <= 1_300
    assert not [report.text for report in reports if "{" in report.text or "}" in report.text]


def test_they_tell_both_clubs_and_every_scorer(reports: list[Report]):
    for report in reports:
        assert report.home.name in report.text
        assert report.away.name in report.text
        assert len(report.scorers) == report.home_goals + report.away_goals
        assert all(scorer in report.text for scorer in report.scorers)


def test_extraction_finds_their_matches_and_most_of_their_goals(reports: list[Report]):
    """A benchmark on texts in which nothing is found would measure how fast extraction gives up."""
    documents = as_documents(reports)
    frames = pipeline.extract_reports(documents.select("document_id", "text"), *NAMES)
    assert frames["match_claims"]["document_id"].n_unique() >= 0.95 * len(reports)
    claimed = frames["goal_claims"].filter(pl.col("asserted") & pl.col("scorer").is_not_null())
    named = {
        (document_id, scorer.split()[-1]) for document_id, scorer in claimed.select("document_id", "scorer").iter_rows()
    }
    told = {
        (document_id, scorer)
        for document_id, report in zip(documents["document_id"], reports, strict=True)
        for scorer in report.scorers
    }
    assert len(told & named) >= 0.7 * len(told)


def test_the_profile_names_the_functions_of_reading(reports: list[Report]):
    steps = profile(as_documents(reports[:20]).select("document_id", "text"), *NAMES)
    assert {"assemble.extract_claims", "phrases.find", "cutting.cut"} <= steps.keys()
    assert all(seconds >= 0 for seconds in steps.values())
