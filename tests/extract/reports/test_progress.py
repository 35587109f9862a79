"""Who goes on, who goes out, and what frames a match. Every rule of lexicon/progress.toml has a sentence here."""

import tomllib

import polars as pl

from extract.reports.lexicon import FOLDER
from tests.extract.reports.reading import assert_none, table

THROUGH = [
    ("Roma beat Porto 2-1 to reach the quarter-finals.", ("roma", True)),
    ("Roma beat Porto 2-1 and booked a place in the last 16.", ("roma", True)),
    ("Roma beat Porto 2-1. A late goal sent Roma through to the final.", ("roma", True)),
    ("Roma drew 1-1 with Porto. Porto won 4-3 on penalties.", ("porto", True)),
    ("Roma beat Porto 2-1. Porto are out of the Champions League.", ("porto", False)),
    ("Roma beat Porto 2-1 and knocked Porto out.", ("porto", False)),
    ("Roma beat Porto 2-1. Porto were knocked out.", ("porto", False)),
    ("Roma beat Porto 2-1. Porto crashed out of the competition.", ("porto", False)),
    ("Roma beat Porto 2-1. Porto were eliminated.", ("porto", False)),
    ("Roma beat Porto 2-1 to go through to the semi-finals.", ("roma", True)),
    ("Roma went through despite a 2-1 defeat by Porto.", ("roma", True)),
    ("Roma lost 2-1 to Porto but qualified for the quarter-finals.", ("roma", True)),
    ("Roma are into the last eight after a 2-1 win over Porto.", ("roma", True)),
    ("Roma beat Porto 2-1 to set up a semi-final against Ajax.", ("roma", True)),
    ("Roma beat Porto 2-1 to dump the Portuguese side out.", ("porto", False)),
    ("Roma eliminated Porto with a 2-1 win.", ("porto", False)),
    ("Roma beat Porto 2-1. The Italians will face Ajax in the semi-finals.", ("roma", True)),
    ("Roma beat Porto 2-1 and advanced to the semi-finals.", ("roma", True)),
    ("Roma drew 1-1 with Porto but went through on away goals.", ("roma", True)),
]

UNDECIDED = [
    ("Roma beat Porto 2-1. Roma could reach the semi-finals next week.",),
    ("Roma beat Porto 2-1. Porto need a win to go through.",),
    ("Roma beat Porto 2-1. Roma hope to reach the final.",),
    ('Roma beat Porto 2-1. "Porto are out of the competition," he said.',),
    ("Roma beat Porto 2-1. They will meet either Arsenal or Chelsea in the quarter-finals.",),
]

CONTEXT = [
    ("Roma beat Porto 2-1 after extra time.", ("extra_time", "true")),
    ("Roma beat Porto 2-1 and won 3-2 on aggregate.", ("leg", "2")),
    ("Roma beat Porto 2-1 in the first leg of their semi-final.", ("leg", "1")),
    ("Roma lost 2-1 to Porto but went through on away goals.", ("away_goals", "true")),
    ("Roma beat Porto 2-1 in the Champions League.", ("competition", "champions-league")),
]

TABLES = [THROUGH, UNDECIDED, CONTEXT]


@table("text, expected", THROUGH)
def test_who_goes_on_and_who_goes_out_is_told(told, text, expected):
    assert set(told(text)["progress_claims"].select("club_id", "is_through").iter_rows()) == {expected}


@table("text", UNDECIDED)
def test_a_hope_a_quotation_or_a_prospect_lets_nobody_through(told, text):
    assert told(text)["progress_claims"].is_empty()


@table("text, expected", CONTEXT)
def test_what_frames_a_match_is_told(told, text, expected):
    assert expected in set(told(text)["context_claims"].select("kind", "value").iter_rows())


def test_every_rule_for_progress_has_a_case(cases_of):
    rules = {entry["rule"] for entry in tomllib.loads((FOLDER / "progress.toml").read_text("utf-8"))["progress"]}
    exercised = set(pl.concat([frames["progress_claims"] for frames in cases_of])["rule"])
    assert_none(rules - exercised)
