"""For which club a goal counts, who was at home, and whom "the hosts" or "the Italian side" mean."""

import tomllib

import polars as pl

from extract.reports.lexicon import FOLDER
from tests.extract.reports.reading import assert_none, asserted, table

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
]

TABLES = [GOAL_SIDES, AFFILIATIONS, NO_AFFILIATION, AT_HOME]


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


def test_a_city_of_both_clubs_puts_neither_at_home(told):
    claims = told("Arsenal beat Chelsea 2-1 in north London.")["side_claims"]
    assert claims.filter(pl.col("strength") < 3).is_empty()


def test_every_rule_for_roles_has_a_case(all_cases):
    rules = {entry["rule"] for entry in tomllib.loads((FOLDER / "roles.toml").read_text("utf-8"))["roles"]}
    exercised = set(pl.concat([frames["mentions"] for frames in all_cases.values()])["rule"])
    assert_none(rules - exercised)
