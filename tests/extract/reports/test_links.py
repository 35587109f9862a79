"""How a name stands to the words that tell a goal. Every rule of lexicon/links.toml has a sentence here."""

import tomllib

import polars as pl
import pytest

from extract.reports import incidents, tellings
from extract.reports.lexicon import FOLDER
from tests.extract.reports.reading import assert_none, asserted, table

_WON = "Arsenal beat Chelsea 2-1 in north London. "

LINKED = [
    (_WON + "Okonjo scored.", ("Okonjo", "subject", 1)),
    (_WON + "Okonjo (67) scored.", ("Okonjo", "list", 1)),
    (_WON + "Arsenal scored through Okonjo.", ("Okonjo", "agent", 1)),
    (_WON + "A shot from Okonjo beat the goalkeeper.", ("Okonjo", "agent", 1)),
    (_WON + "Okonjo then scored.", ("Okonjo", "subject", 1)),
    (_WON + "Okonjo's header settled it.", ("Okonjo", "possessive", 1)),
    (_WON + "Chelsea levelled through Okonjo.", ("Okonjo", "agent", 1)),
    (_WON + "The cross was headed home by Okonjo.", ("Okonjo", "agent", 1)),
    (_WON + "Brandvik found Okonjo, who headed home.", ("Okonjo", "relative", 1)),
    (_WON + "Okonjo, on his return from injury, scored.", ("Okonjo", "apposition", 1)),
    (_WON + "Okonjo beat two men and headed home.", ("Okonjo", "subject", 2)),
    (_WON + "Arsenal took the lead in the 14th minute when Okonjo broke through.", ("Okonjo", "subject", 2)),
    (_WON + "Okonjo was unmarked. He headed home.", ("Okonjo", "pronoun", 2)),
    (_WON + "Okonjo was unmarked. The striker headed home.", ("Okonjo", "role", 2)),
]

NOT_THE_SCORER = [
    (_WON + "Okonjo headed home after a cross from Brandvik.", "Brandvik"),
    (_WON + "Okonjo scored from Brandvik's pass.", "Brandvik"),
    (_WON + "Brandvik's cross was headed home by Okonjo.", "Brandvik"),
    (_WON + "Okonjo curled the ball past Keller into the top corner.", "Keller"),
    (_WON + "Okonjo scored the penalty after Keller had fouled Brandvik.", "Keller"),
]

OTHER_LINKS = [
    (_WON + "There was a red card for Okonjo.",),
    (_WON + "\n\nBooked: Okonjo, Brandvik.",),
    (_WON + "The referee sent off the Chelsea defender Okonjo.",),
    (_WON + "In the 14th minute Okonjo ran past Keller in the box and headed home.",),
    (_WON + "Okonjo wriggled past Keller before he found space and headed home.",),
    (_WON + "Okonjo rose above Keller and headed home.",),
    (_WON + "Okonjo watched with delight from the bench as a long and patient move ended in a goal.",),
    (_WON + "Arsenal took the lead, a surprise to most, with a fine move and the finish of Okonjo.",),
    (_WON + "Duarte was the provider and an early goal cheered Okonjo.",),
]

TABLES = [LINKED, NOT_THE_SCORER, OTHER_LINKS]


@table("text, expected", LINKED)
def test_a_name_is_linked_as_strongly_as_its_place_in_the_sentence_allows(told, text, expected):
    claims = asserted(told(text)["goal_claims"])
    assert expected in set(claims.select("scorer", "link", "link_strength").iter_rows())


@table("text, not_expected", NOT_THE_SCORER)
def test_a_provider_a_beaten_keeper_or_a_fouler_is_not_the_scorer(told, text, not_expected):
    claims = asserted(told(text)["goal_claims"])
    assert "Okonjo" in set(claims["scorer"])
    assert not_expected not in set(claims["scorer"])


def test_every_rule_for_links_has_a_case(read_many, monkeypatch: pytest.MonkeyPatch):
    exercised = set()

    def spied(found: pl.DataFrame) -> pl.DataFrame:
        linked = incidents.link_names(found)
        exercised.update(linked["link_rule"])
        return linked

    monkeypatch.setattr(tellings, "link_names", spied)
    read_many([row[0] for cases in TABLES for row in cases])
    rules = {entry["rule"] for entry in tomllib.loads((FOLDER / "links.toml").read_text("utf-8"))["links"]}
    assert_none(rules - exercised)
