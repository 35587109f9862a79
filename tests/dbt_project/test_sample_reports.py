"""What comes out of the sample reports, against what each of them tells (tests/expected).

Belongs here: facts that a reader of the samples would hold us to. Does not belong here: single phrases
(tests/extract/reports) and sums (tests/consistency).
"""

import json
import unicodedata

import pytest

from orchestration.settings import PROJECT_DIR

EXPECTED = {path.stem: json.loads(path.read_text("utf-8")) for path in (PROJECT_DIR / "tests/expected").glob("*.json")}
REPORTS = {path.stem for path in (PROJECT_DIR / "data/reports").glob("*.txt")}
OTHER_NAMES = {
    "acmilan": "milan",
    "deportivolacoruna": "deportivo",
    "parissaintgermain": "psg",
    "tottenhamhotspur": "tottenham",
}

# Leg 1 and leg 2 from the view of the first club, the aggregate, who advanced and how.
TIES = {
    ("Manchester United", "Juventus", "1998-99"): (1, 1, 3, 2, 4, 3, "Manchester United", "aggregate"),
    ("AC Milan", "Deportivo La Coruna", "2003-04"): (4, 1, 0, 4, 4, 5, "Deportivo La Coruna", "aggregate"),
    ("Chelsea", "Arsenal", "2003-04"): (1, 1, 2, 1, 3, 2, "Chelsea", "aggregate"),
    ("Real Madrid", "Monaco", "2003-04"): (4, 2, 1, 3, 5, 5, "Monaco", "away_goals"),
    ("Juventus", "Fulham", "2009-10"): (3, 1, 1, 4, 4, 5, "Fulham", "aggregate"),
    ("Bayern Munich", "Real Madrid", "2011-12"): (2, 1, 1, 2, 3, 3, "Bayern Munich", "penalties"),
    ("Chelsea", "Barcelona", "2011-12"): (1, 0, 2, 2, 3, 2, "Chelsea", "aggregate"),
    ("Paris Saint-Germain", "Barcelona", "2016-17"): (4, 0, 1, 6, 5, 6, "Barcelona", "aggregate"),
    ("Barcelona", "Roma", "2017-18"): (4, 1, 0, 3, 4, 4, "Roma", "away_goals"),
    ("Barcelona", "Liverpool", "2018-19"): (3, 0, 0, 4, 3, 4, "Liverpool", "aggregate"),
    ("Tottenham Hotspur", "Ajax", "2018-19"): (0, 1, 3, 2, 3, 3, "Tottenham Hotspur", "away_goals"),
    ("Liverpool", "Villarreal", "2021-22"): (2, 0, 3, 2, 5, 2, "Liverpool", "aggregate"),
    ("Manchester City", "Real Madrid", "2021-22"): (4, 3, 1, 3, 5, 6, "Real Madrid", "extra_time"),
    ("Benfica", "Real Madrid", "2025-26"): (0, 1, 1, 2, 1, 3, "Real Madrid", "aggregate"),
    ("Borussia Dortmund", "Atalanta", "2025-26"): (2, 0, 1, 4, 3, 4, "Atalanta", "aggregate"),
    ("Monaco", "Paris Saint-Germain", "2025-26"): (2, 3, 2, 2, 4, 5, "Paris Saint-Germain", "aggregate"),
}


def plain(name: str | None) -> str:
    """A name without accents, spaces and capitals; a club by one of its names."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", name or "").lower() if c.isascii() and c.isalnum())
    return OTHER_NAMES.get(letters, letters)


def is_same(told: str | None, read: str | None) -> bool:
    """Whether two namings can be one man's or one club's: the one ends with the other."""
    a, b = plain(told), plain(read)
    return bool(a and b) and (a.endswith(b) or b.endswith(a) or a.startswith(b) or b.startswith(a))


def told_matches() -> list[tuple[str, dict]]:
    return [
        (stem, match) for stem, expected in EXPECTED.items() for match in expected["matches"] if not match.get("brief")
    ]


def find(matches: list[dict], stem: str, told: dict) -> dict:
    """The match of a report by its clubs, whichever was read as the host."""
    for match in matches:
        sides = (match["home_team"], match["away_team"])
        for home, away in (sides, sides[::-1]):
            if match["path"] == f"reports/{stem}.txt" and is_same(told["home"], home) and is_same(told["away"], away):
                return match
    pytest.fail(f"{stem}: {told['home']} v {told['away']} was not read")


def test_every_sample_report_says_what_it_tells():
    assert set(EXPECTED) == REPORTS
    assert len(REPORTS) >= 16


def test_every_match_told_in_full_has_its_score(ask):
    matches = ask("select * from report_matches")
    for stem, told in told_matches():
        match = find(matches, stem, told)
        score = (match["home_goals"], match["away_goals"])
        swapped = not is_same(told["home"], match["home_team"])
        assert (score[::-1] if swapped else score) == (told["home_score"], told["away_score"]), stem


def test_a_verified_match_has_exactly_the_goals_that_the_report_tells(ask):
    matches, goals = ask("select * from report_matches"), ask("select * from report_goals")
    verified = 0
    for stem, told in told_matches():
        match = find(matches, stem, told)
        if match["verdict"] != "verified":
            continue
        verified += 1
        read = [goal for goal in goals if goal["report_match_id"] == match["report_match_id"]]
        assert len(read) == len(told["goals"]), stem
        for goal in told["goals"]:
            same = [g for g in read if is_same(goal["scorer"], g["scorer"]) and is_same(goal["team"], g["team"])]
            assert same, f"{stem}: {goal['scorer']}"
            assert any(bool(g["is_own_goal"]) == bool(goal["own_goal"]) for g in same), f"{stem}: {goal['scorer']}"
    assert verified >= 20


def test_no_minute_is_given_to_a_goal_that_is_told_without_one(ask):
    matches, goals = ask("select * from report_matches"), ask("select * from report_goals")
    for stem, told in told_matches():
        match = find(matches, stem, told)
        for goal in goals:
            if goal["report_match_id"] == match["report_match_id"] and goal["minute"] is not None:
                his = [t["minute"] for t in told["goals"] if is_same(t["scorer"], goal["scorer"])]
                # A man who did not score is the affair of the verdict.
                assert not his or any(minute is not None for minute in his), f"{stem}: {goal['scorer']}"


def test_the_ties_are_those_of_the_record(ask):
    read = {
        (tie["club_1"], tie["club_2"], tie["season"]): (
            tie["leg1_goals_1"], tie["leg1_goals_2"], tie["leg2_goals_1"], tie["leg2_goals_2"],
            tie["aggregate_1"], tie["aggregate_2"], tie["winner"], tie["decided_by"],
        )
        for tie in ask("select * from mart_ties")
    }  # fmt: skip
    assert read == TIES


def test_no_tie_of_the_samples_is_a_conflict(ask):
    assert ask("select club_1, club_2, verdict_reason from mart_ties where verdict = 'conflict'") == []
