"""Who goes on, who goes out, and what frames a match. Every rule of lexicon/progress.toml has a sentence here."""

import tomllib

import polars as pl

from extract.reports.lexicon import FOLDER
from tests.extract.reports.reading import assert_none, table

THROUGH = [
    ("Roma beat Porto 2-1 to reach the quarter-finals.", "roma"),
    ("Roma beat Porto 2-1 and booked a place in the last 16.", "roma"),
    ("Roma beat Porto 2-1. A late goal sent Roma through to the final.", "roma"),
    ("Roma drew 1-1 with Porto. Porto won 4-3 on penalties.", "porto"),
    ("Roma beat Porto 2-1. Porto are out of the Champions League.", "roma"),
    ("Roma beat Porto 2-1 and knocked Porto out.", "roma"),
    ("Roma beat Porto 2-1. Porto were knocked out.", "roma"),
    ("Roma beat Porto 2-1. Porto crashed out of the competition.", "roma"),
    ("Roma beat Porto 2-1. Porto were eliminated.", "roma"),
    ("Roma beat Porto 2-1 to go through to the semi-finals.", "roma"),
    ("Roma went through despite a 2-1 defeat by Porto.", "roma"),
    ("Roma lost 2-1 to Porto but qualified for the quarter-finals.", "roma"),
    ("Roma are into the last eight after a 2-1 win over Porto.", "roma"),
    ("Roma beat Porto 2-1 to set up a semi-final against Ajax.", "roma"),
    ("Roma beat Porto 2-1 to dump the Portuguese side out.", "roma"),
    ("Roma eliminated Porto with a 2-1 win.", "roma"),
    ("Roma beat Porto 2-1. The Italians will face Ajax in the semi-finals.", "roma"),
    ("Roma beat Porto 2-1 and advanced to the semi-finals.", "roma"),
    ("Roma drew 1-1 with Porto but went through on away goals.", "roma"),
    ("Roma beat Porto 2-1. They will meet either Arsenal or Chelsea in the quarter-finals.", "roma"),
    ("Roma beat Porto 2-1 after extra time.", "roma"),
    ("Roma beat Porto 2-0 to overturn a 1-0 deficit from the first match.", "roma"),
    ("Roma set up a fourth-round tie at Ajax by beating Porto 2-1.", "roma"),
    ("Roma drew 1-1 with Porto, who failed to reach the last eight.", "roma"),
    ("Roma won the Italian Cup with a 2-1 win over Porto.", "roma"),
]

UNDECIDED = [
    ("Roma beat Porto 2-1. Roma could reach the semi-finals next week.",),
    ("Roma beat Porto 2-1. Porto need a win to go through.",),
    ("Roma beat Porto 2-1. Roma hope to reach the final.",),
    ('Roma beat Porto 2-1. "Porto are out of the competition," he said.',),
    ("Roma beat Porto 2-1. Porto, beaten finalists two years ago, were poor.",),
    ("Roma beat Porto 2-1 in the first leg. Porto will go through with a 1-0 win.",),
    ("Roma beat Porto 2-1. Okonjo was booked for a foul by Porto's captain.",),
]

CONTEXT = [
    ("Roma beat Porto 2-1 after extra time.", ("extra_time", "true")),
    ("Roma beat Porto 2-1 in overtime.", ("extra_time", "true")),
    ("Roma survived extra time and beat Porto 4-3 on penalties.", ("extra_time", "true")),
    ("In the other first leg Roma drew 1-1 with Porto.", ("leg", "1")),
    ("Roma beat Porto 2-1 and won 3-2 on aggregate.", ("leg", "2")),
    ("Roma beat Porto 2-1 in the first leg of their semi-final.", ("leg", "1")),
    ("Roma lost 2-1 to Porto but went through on away goals.", ("away_goals", "true")),
    ("Roma beat Porto 2-1 in the Champions League.", ("competition", "champions-league")),
]

NO_CONTEXT = [
    ("Roma beat Porto 2-1. Extra time was being discussed when Okonjo scored.", "extra_time"),
]

TABLES = [THROUGH, UNDECIDED, CONTEXT, NO_CONTEXT]


@table("text, expected", THROUGH)
def test_who_goes_on_and_who_goes_out_is_told(told, text, expected):
    claims = set(told(text)["progress_claims"].select("club_id", "is_through").iter_rows())
    assert (expected, True) in claims
    # Whom they put out is told with it, and nobody else goes on.
    other = {"roma": "porto", "porto": "roma"}[expected]
    assert claims <= {(expected, True), (other, False)}


@table("text", UNDECIDED)
def test_a_hope_a_quotation_or_a_prospect_lets_nobody_through(told, text):
    assert told(text)["progress_claims"].is_empty()


@table("text, expected", CONTEXT)
def test_what_frames_a_match_is_told(told, text, expected):
    assert expected in set(told(text)["context_claims"].select("kind", "value").iter_rows())


@table("text, kind", NO_CONTEXT)
def test_what_did_not_come_to_pass_frames_no_match(told, text, kind):
    assert kind not in set(told(text)["context_claims"]["kind"])


def test_every_rule_for_progress_has_a_case(cases_of):
    rules = {entry["rule"] for entry in tomllib.loads((FOLDER / "progress.toml").read_text("utf-8"))["progress"]}
    exercised = set(pl.concat([frames["progress_claims"] for frames in cases_of])["rule"])
    assert_none(rules - exercised)
