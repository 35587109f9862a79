"""What tells a goal and what only sounds like one. Every rule of lexicon/goals.toml has a sentence here."""

import tomllib

import polars as pl

from extract.reports.lexicon import FOLDER
from tests.extract.reports.reading import assert_none, asserted, goals, table

_WON = "Arsenal beat Chelsea 2-1 in north London. "

SCORED = [
    # Verbs of putting the ball in.
    (_WON + "Okonjo headed home from a corner.", "Okonjo"),
    (_WON + "Brandvik curled a shot into the top corner.", "Brandvik"),
    (_WON + "Lindqvist tapped in from two yards.", "Lindqvist"),
    (_WON + "Marchetti smashed the ball into the roof of the net.", "Marchetti"),
    (_WON + "Duarte slotted the ball past the goalkeeper.", "Duarte"),
    (_WON + "Kowalczyk lashed the loose ball into the net.", "Kowalczyk"),
    (_WON + "Petrescu bundled the ball over the line.", "Petrescu"),
    (_WON + "Halloran found the bottom corner.", "Halloran"),
    (_WON + "Tielens chipped the goalkeeper and found the net.", "Tielens"),
    (_WON + "Oyelaran buried the rebound.", "Oyelaran"),
    (_WON + "Castellano drove the ball beyond the keeper.", "Castellano"),
    (_WON + "Okonjo made no mistake from six yards.", "Okonjo"),
    (_WON + "Lindqvist poked home after a scramble.", "Lindqvist"),
    (_WON + "The cross was turned in by Marchetti.", "Marchetti"),
    (_WON + "A low cross was converted by Duarte.", "Duarte"),
    (_WON + "Kowalczyk was on target in the first half.", "Kowalczyk"),
    (_WON + "Petrescu got on the scoresheet before the break.", "Petrescu"),
    (_WON + "Halloran netted from close range.", "Halloran"),
    # What it made of the score.
    (_WON + "Tielens opened the scoring.", "Tielens"),
    (_WON + "Oyelaran broke the deadlock.", "Oyelaran"),
    (_WON + "Castellano equalised before the break.", "Castellano"),
    (_WON + "Ferrando drew the visitors level.", "Ferrando"),
    (_WON + "Okonjo doubled the lead.", "Okonjo"),
    (_WON + "Brandvik halved the deficit.", "Brandvik"),
    (_WON + "Lindqvist restored the lead.", "Lindqvist"),
    (_WON + "Marchetti made it 2-0.", "Marchetti"),
    (_WON + "Duarte put Arsenal ahead.", "Duarte"),
    (_WON + "Kowalczyk gave Chelsea the lead.", "Kowalczyk"),
    (_WON + "Petrescu sealed the win with a low shot.", "Petrescu"),
    (_WON + "Halloran pulled one back.", "Halloran"),
    (_WON + "Tielens set Arsenal on their way.", "Tielens"),
    # A goal as a thing, and the side as the subject.
    (_WON + "Arsenal took the lead through Oyelaran.", "Oyelaran"),
    (_WON + "Chelsea equalised through Castellano.", "Castellano"),
    (_WON + "Arsenal went ahead when Ferrando headed in.", "Ferrando"),
    (_WON + "The opener came from Okonjo.", "Okonjo"),
    (_WON + "Brandvik's header gave Arsenal the lead.", "Brandvik"),
    (_WON + "Lindqvist's goal settled the match.", "Lindqvist"),
    (_WON + "Goals from Marchetti and Duarte gave Arsenal the points.", "Marchetti|Duarte"),
    (_WON + "A goal by Kowalczyk was not enough for Chelsea.", "Kowalczyk"),
    (_WON + "Chelsea's goal was scored by Petrescu.", "Petrescu"),
    (_WON + "Halloran scored the winner.", "Halloran"),
    (_WON + "Oyelaran scored from a corner and Castellano added a second.", "Oyelaran|Castellano"),
    (_WON + "It was Ferrando who scored first.", "Ferrando"),
    (_WON + "Okonjo (67) scored.", "Okonjo 67"),
    (_WON + "Okonjo's header was his tenth goal of the season.", "Okonjo"),
    (_WON + "Petrescu scored the winner with his fifth goal of the season.", "Petrescu"),
    (_WON + "Okonjo and Brandvik scored before the break.", "Okonjo|Brandvik"),
    (_WON + "Lindqvist, who had come on for Marchetti, scored the winner.", "Lindqvist"),
]

COUNTED = [
    (_WON + "Okonjo scored twice.", "Okonjo x2"),
    (_WON + "Brandvik grabbed a brace.", "Brandvik x2"),
    (_WON + "Lindqvist scored both goals.", "Lindqvist x2"),
    (_WON + "Marchetti netted twice in the first half.", "Marchetti x2"),
    (_WON + "Two goals from Duarte sank Chelsea.", "Duarte x2"),
    ("Arsenal beat Chelsea 3-1. Kowalczyk scored a hat-trick.", "Kowalczyk x3"),
    ("Arsenal beat Chelsea 3-1. A Petrescu hat-trick did the damage.", "Petrescu x3"),
    ("Arsenal beat Chelsea 3-1. Halloran scored all three goals.", "Halloran x3"),
    ("Arsenal beat Chelsea 4-1. Tielens scored four goals.", "Tielens x4"),
    ("Arsenal beat Chelsea 4-1. Oyelaran scored all four goals.", "Oyelaran x4"),
    (_WON + "Castellano scored in the 10th minute. Castellano added his second on the hour.", "Castellano 10 60 x2"),
    ("Arsenal beat Chelsea 3-1. Ferrando completed his hat-trick in the 88th minute.", "Ferrando 88 x3"),
    ("Arsenal beat Chelsea 3-1. Okonjo claimed his third in the 80th minute.", "Okonjo 80 x3"),
]

PENALTIES = [
    (_WON + "Okonjo scored from the penalty spot.", "Okonjo pen"),
    (_WON + "Brandvik converted a penalty in the 30th minute.", "Brandvik 30 pen"),
    (_WON + "Lindqvist equalised from the spot.", "Lindqvist pen"),
    (_WON + "The penalty was converted by Marchetti.", "Marchetti pen"),
    (_WON + "Kowalczyk tucked away the spot-kick.", "Kowalczyk pen"),
    (_WON + "Petrescu stepped up to slot home the penalty.", "Petrescu pen"),
    (_WON + "Halloran's penalty gave Arsenal the lead.", "Halloran pen"),
]

OWN_GOALS = [
    (_WON + "Okonjo turned the ball into his own net.", "Okonjo own"),
    (_WON + "Brandvik scored an own goal.", "Brandvik own"),
    (_WON + "Lindqvist headed past his own goalkeeper.", "Lindqvist own"),
    (_WON + "An own goal by Marchetti gave Arsenal the lead.", "Marchetti own"),
    (_WON + "Duarte's own goal in the 12th minute handed Arsenal the lead.", "Duarte 12 own"),
    (_WON + "Kowalczyk could only divert the cross into his own net.", "Kowalczyk own"),
]

NO_GOALS = [
    # Near misses and saves.
    (_WON + "Okonjo hit the post in the 53rd minute.", "missed"),
    (_WON + "Brandvik headed wide from six yards.", "missed"),
    (_WON + "Lindqvist fired over the bar.", "missed"),
    (_WON + "Marchetti shot straight at the goalkeeper.", "missed"),
    (_WON + "Duarte's shot was saved.", "saved"),
    (_WON + "The goalkeeper tipped a Kowalczyk header over.", "saved"),
    (_WON + "Petrescu was denied by the goalkeeper.", "saved"),
    (_WON + "Halloran missed a chance to score.", "missed"),
    # Penalties that were not scored.
    (_WON + "Tielens missed a penalty in the 70th minute.", "missed"),
    (_WON + "Oyelaran saw his penalty saved.", "missed"),
    (_WON + "Castellano had a penalty appeal turned down.", "hypothetical"),
    (_WON + "Ferrando won a penalty.", "hypothetical"),
    (_WON + "Okonjo conceded a penalty.", "hypothetical"),
    # Goals that did not stand.
    (_WON + "Brandvik had a goal disallowed for offside.", "disallowed"),
    (_WON + "Lindqvist had the ball in the net but the flag was up.", "disallowed"),
    # What might have been.
    (_WON + "Duarte could have scored.", "hypothetical"),
    (_WON + "Kowalczyk should have equalised.", "hypothetical"),
    (_WON + "Petrescu almost scored.", "hypothetical"),
    (_WON + "Halloran nearly doubled the lead.", "hypothetical"),
    (_WON + "Tielens failed to score.", "missed"),
    # Other days.
    (_WON + "Oyelaran scored in the first leg.", "other_match"),
    (_WON + "Castellano scored last week.", "other_match"),
    (_WON + "Ferrando has scored 12 goals this season.", "season_tally"),
]

TABLES = [SCORED, COUNTED, PENALTIES, OWN_GOALS, NO_GOALS]


@table("text, expected", SCORED)
def test_a_telling_of_a_goal_names_its_scorer_and_nobody_else(told, text, expected):
    assert goals(told(text)) == set(expected.split("|"))


@table("text, expected", COUNTED)
def test_several_goals_of_one_man_are_counted(told, text, expected):
    assert goals(told(text)) == {expected}


@table("text, expected", PENALTIES)
def test_a_penalty_is_one_from_the_spot_and_no_other(told, text, expected):
    assert goals(told(text)) == {expected}


@table("text, expected", OWN_GOALS)
def test_an_own_goal_is_marked_as_such(told, text, expected):
    assert goals(told(text)) == {expected}


@table("text, why_not", NO_GOALS)
def test_what_only_sounds_like_a_goal_is_claimed_as_none_and_says_why(told, text, why_not):
    claims = told(text)["goal_claims"]
    assert asserted(claims).is_empty()
    assert why_not in set(claims["why_not"])


def test_every_rule_for_goals_has_a_case(cases_of):
    rules = {entry["rule"] for entry in tomllib.loads((FOLDER / "goals.toml").read_text("utf-8"))["goals"]}
    exercised = set(pl.concat([frames["goal_claims"] for frames in cases_of])["rule"])
    assert_none(rules - exercised)
