"""For which club a goal counts, who was at home, and whom "the hosts" or "the Italian side" mean."""

import polars as pl

from tests.extract.reports.reading import asserted, table

GOAL_SIDES = [
    ("Roma beat Porto 2-1. The Italian side took the lead through Okonjo.", "roma"),
    ("Ajax beat Roma 2-1. The Dutch champions went ahead through Okonjo.", "ajax"),
    ("Arsenal beat Chelsea 2-1. Okonjo gave Arsenal the lead.", "arsenal"),
    ("Arsenal beat Chelsea 2-1. Okonjo put Chelsea ahead.", "chelsea"),
    ("Arsenal beat Chelsea 2-1. Chelsea took the lead through Okonjo.", "chelsea"),
    ("Arsenal beat Chelsea 2-1. Chelsea equalised through Okonjo.", "chelsea"),
    ("Arsenal beat Chelsea 2-1. Okonjo scored for Chelsea.", "chelsea"),
    ("Arsenal beat Chelsea 2-1. Chelsea went ahead when Okonjo headed home.", "chelsea"),
    ("Arsenal beat Chelsea 2-1. Chelsea fell behind when Okonjo headed home.", "arsenal"),
    ("Arsenal beat Chelsea 2-1 at the Emirates Stadium. The hosts took the lead through Okonjo.", "arsenal"),
    ("Arsenal beat Chelsea 2-1 at the Emirates Stadium. The visitors equalised through Okonjo.", "chelsea"),
    ("Chelsea lost 2-1 at Arsenal. The home side went ahead through Okonjo.", "arsenal"),
    ("Roma beat Porto 2-1. But the Italian side took the lead through Okonjo.", "roma"),
    ("Ajax beat Roma 2-1. Then the Dutch champions went ahead through Okonjo.", "ajax"),
    ("Roma beat Porto 2-1. Okonjo headed home to give the Italians the lead.", "roma"),
    ("Arsenal beat Chelsea 2-1. Okonjo equalised for Chelsea with a header from a corner.", "chelsea"),
    ("Arsenal beat Chelsea 2-1. Okonjo scored Chelsea's first from close range.", "chelsea"),
    (
        "Arsenal beat Chelsea 2-1. Okonjo tapped in a ball from Lindqvist after an hour to put Arsenal 2-1 up.",
        "arsenal",
    ),
]

AFFILIATIONS = [
    ("Arsenal beat Chelsea 2-1. Okonjo, the Chelsea striker, scored.", ("Okonjo", "chelsea")),
    ("Arsenal beat Chelsea 2-1. The Chelsea striker Tom Okonjo scored.", ("Tom Okonjo", "chelsea")),
    ("Arsenal beat Chelsea 2-1. Chelsea captain Joe Okonjo scored.", ("Joe Okonjo", "chelsea")),
    ("Arsenal beat Chelsea 2-1. Arsenal's Okonjo scored.", ("Okonjo", "arsenal")),
    ("Arsenal beat Chelsea 2-1. Arsenal striker Okonjo scored.", ("Okonjo", "arsenal")),
    ("Arsenal beat Chelsea 2-1. Okonjo (Chelsea) was sent off.", ("Okonjo", "chelsea")),
]

NO_AFFILIATION = [
    ("Arsenal beat Chelsea 2-1. The former Chelsea striker Okonjo scored for Arsenal.", ("Okonjo", "chelsea")),
    ("Arsenal beat Chelsea 2-1. Former Chelsea midfielder Okonjo gave Arsenal the lead.", ("Okonjo", "chelsea")),
]

AT_HOME = [
    ("Chelsea lost 2-1 at Arsenal.", "arsenal"),
    ("Arsenal won 2-1 at Chelsea.", "chelsea"),
    ("Arsenal slipped to a 2-1 home defeat by Chelsea.", "arsenal"),
    ("Arsenal beat Chelsea 2-1 at Stamford Bridge.", "chelsea"),
    ("Arsenal beat Chelsea 2-1 at the Emirates Stadium.", "arsenal"),
    ("Liverpool drew 1-1 at Everton.", "everton"),
    ("Arsenal 2-1 Chelsea", "arsenal"),
    ("Roma earned a 2-0 away win over Porto.", "porto"),
    ("Arsenal drew 1-1 with Portuguese tourists Benfica.", "arsenal"),
    ("Roma beat Porto 2-1, having drawn 1-1 in the first leg in Portugal.", "roma"),
]

# A ground or a city that says nothing about where this match was played.
ELSEWHERE = [
    ("Arsenal beat Porto 2-1. Okonjo, an idol at the Dragao in his youth, put Arsenal ahead.",),
    ("Arsenal beat Porto 2-1. Okonjo, who played at the Emirates Stadium once, put Porto ahead.",),
    ("Arsenal, who beat Porto 2-1 on Tuesday, in Lisbon on May 28.",),
]

CITY_OF_BOTH = "Arsenal beat Chelsea 2-1 in London."

# What each rule of `roles` takes for a team or a man.
ROLES = [
    ("Roma beat Porto 2-1. They led at the break.", "they"),
    ("Roma beat Porto 2-1. Okonjo scored before he was sent off.", "he"),
    ("Arsenal beat Chelsea 2-1. Okonjo's side led early on.", "manager_team"),
    ("Arsenal beat Chelsea 2-1. It was a bad day for visitors and referee.", "hosts"),
    ("Arsenal beat Chelsea 2-1. The hosts led early on.", "the_hosts"),
    ("Arsenal beat Chelsea 2-1. The visitors led early on.", "the_visitors"),
    ("Arsenal beat Chelsea 2-1. The home side led early on.", "home_side"),
    ("Arsenal beat Chelsea 2-1. The away side led early on.", "away_side"),
    ("Roma beat Porto 2-1. The Italians led early on.", "demonym_team"),
    ("Roma beat Porto 2-1. Coach Okonjo praised his side.", "own_side"),
    ("Roma beat Porto 2-1. Roma outplayed their opponents.", "opponents"),
    ("Roma beat Porto 2-1. The leaders were never in trouble.", "the_team"),
    ("Roma beat Porto 2-1. The striker scored twice.", "the_player"),
    ("Roma beat Porto 2-1. The Brazilian scored twice.", "the_national"),
]

TABLES = [GOAL_SIDES, AFFILIATIONS, NO_AFFILIATION, AT_HOME, ROLES, ELSEWHERE, [(CITY_OF_BOTH,)]]


@table("text, expected", GOAL_SIDES)
def test_a_goal_counts_for_the_side_that_the_words_name(told, text, expected):
    claims = asserted(told(text)["goal_claims"]).filter(pl.col("scorer") == "Okonjo")
    assert set(claims["club_id"]) == {expected}


@table("text, expected", AFFILIATIONS)
def test_a_man_plays_for_the_club_beside_his_name(told, text, expected):
    strong = told(text)["affiliation_claims"].filter(pl.col("strength") < 3)
    assert expected in set(strong.select("player", "club_id").iter_rows())


@table("text, not_expected", NO_AFFILIATION)
def test_a_man_no_longer_plays_for_his_former_club(told, text, not_expected):
    claims = told(text)["affiliation_claims"]
    assert not_expected not in set(claims.select("player", "club_id").iter_rows())


@table("text, expected", AT_HOME)
def test_the_words_say_who_was_at_home(told, text, expected):
    claims = told(text)["side_claims"]
    best = claims.filter(pl.col("strength") == claims["strength"].min())
    assert claims["strength"].min() < 3
    home = {(row["club_id"] == expected) == row["is_home"] for row in best.iter_rows(named=True)}
    assert home == {True}


@table("text", ELSEWHERE)
def test_a_place_of_another_day_puts_nobody_at_home(told, text):
    """Liverpool were put at home in Barcelona, for a man had been "a hero at Anfield once"."""
    claims = told(text)["side_claims"]
    assert claims.filter(pl.col("strength") < 3).is_empty()


def test_a_city_of_both_clubs_puts_neither_at_home(told):
    claims = told(CITY_OF_BOTH)["side_claims"]
    assert claims.filter(pl.col("strength") < 3).is_empty()


@table("text, rule", ROLES)
def test_a_team_or_a_man_is_called_by_what_he_is(told, text, rule):
    assert rule in set(told(text)["mentions"]["rule"])
