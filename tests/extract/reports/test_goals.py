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
    (_WON + "Okonjo headed the winner with a minute left.", "Okonjo 89"),
    (_WON + "A brilliant free-kick by Brandvik levelled the scores.", "Brandvik"),
    (_WON + "Lindqvist bundled in the winner at the far post.", "Lindqvist"),
    (_WON + "Duarte rifled home from 20 yards.", "Duarte"),
    (_WON + "Kowalczyk finished off a flowing move.", "Kowalczyk"),
    (_WON + "Petrescu rounded the goalkeeper and rolled the ball into an empty net.", "Petrescu"),
    (_WON + "Halloran turned home the rebound.", "Halloran"),
    (_WON + "Tielens latched on to a through ball and slotted home.", "Tielens"),
    (_WON + "Oyelaran capped the win with a third.", "Oyelaran"),
    (_WON + "Castellano completed the scoring.", "Castellano"),
    (_WON + "Brandvik struck twice in four minutes.", "Brandvik x2"),
    (_WON + "Lindqvist opened his account for the club.", "Lindqvist"),
    (_WON + "The visitors hit back through Marchetti.", "Marchetti"),
    (_WON + "Kowalczyk's 30-yard strike flew into the top corner.", "Kowalczyk"),
    (_WON + "Petrescu's deflected shot put Arsenal ahead.", "Petrescu"),
    (_WON + "Substitute Halloran snatched a late winner.", "Halloran"),
    (_WON + "Arsenal drew level when Tielens met a corner with a firm header.", "Tielens"),
    (_WON + "Oyelaran beat the offside trap and lifted the ball over the goalkeeper.", "Oyelaran"),
    (_WON + "Castellano's cross was headed in by Ferrando.", "Ferrando"),
    (_WON + "Lindqvist crossed for Marchetti to head home.", "Marchetti"),
    (_WON + "Duarte's pass allowed Kowalczyk to score.", "Kowalczyk"),
    (_WON + "First-half goals from Halloran and Tielens gave Arsenal victory.", "Halloran|Tielens"),
    (
        "Arsenal beat Chelsea 3-2 in north London. Oyelaran, Castellano and Ferrando scored for Arsenal.",
        "Oyelaran|Castellano|Ferrando",
    ),
    (
        "Arsenal beat Chelsea 3-2 in north London. Arsenal's goals came from Oyelaran, Castellano and Ferrando.",
        "Oyelaran|Castellano|Ferrando",
    ),
    (_WON + "Okonjo fired Arsenal in front after eight minutes.", "Okonjo 8"),
    (_WON + "Brandvik's equaliser came in the 55th minute.", "Brandvik 55"),
    (_WON + "Chelsea were ahead inside ten minutes thanks to Lindqvist.", "Lindqvist"),
    (_WON + "Kowalczyk's second-half strike proved decisive.", "Kowalczyk"),
    (_WON + "Halloran got the only goal.", "Halloran"),
    (_WON + "Oyelaran scored on his debut.", "Oyelaran"),
    (_WON + "Arsenal needed only six minutes to take the lead, Castellano heading home.", "Castellano"),
    (_WON + "Okonjo, on as a substitute, scored the winner.", "Okonjo"),
    (_WON + "Brandvik reacted quickest to tap in the loose ball.", "Brandvik"),
    (_WON + "Duarte's looping header crept in.", "Duarte"),
    (
        _WON
        + "Brandvik pulled one back for Chelsea in the 71st minute, but Castellano scored in the fourth minute of stoppage time.",
        "Brandvik 71|Castellano 90+4",
    ),
    ("Arsenal beat Chelsea 2-1.\n\nGoals: Okonjo 14, Brandvik 60.", "Okonjo 14|Brandvik 60"),
    ("Arsenal beat Chelsea 2-1.\n\nGoals: Lindqvist (67), Marchetti (90+2).", "Lindqvist 67|Marchetti 90+2"),
    (
        "Arsenal beat Chelsea 2-1.\n\nArsenal: Okonjo (14), Brandvik (60pen)\nChelsea: Duarte (90+2)",
        "Okonjo 14|Brandvik 60 pen|Duarte 90+2",
    ),
    (_WON + "The goals came from Okonjo (14) and Brandvik (60).", "Okonjo 14|Brandvik 60"),
    (_WON + "Ferrando's shot went in off the post.", "Ferrando"),
    (_WON + "Brandvik volleyed in a cross.", "Brandvik"),
    (_WON + "Arsenal won thanks to a late strike from Tielens.", "Tielens"),
    (_WON + "Okonjo headed his tenth goal of the season.", "Okonjo"),
    (
        _WON
        + "Okonjo scored in the 10th minute. Brandvik added a second five minutes later. Two minutes later Duarte scored.",
        "Okonjo 10|Brandvik 15|Duarte 17",
    ),
    (_WON + "Okonjo was left unmarked; the ball was rolled across and he swept it in.", "Okonjo"),
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
    (_WON + "Okonjo scored the rebound after his penalty was saved.", "Okonjo"),
    (_WON + "Brandvik was fouled in the area and Lindqvist converted the penalty.", "Lindqvist pen"),
    (_WON + "Marchetti scored a controversial penalty.", "Marchetti pen"),
    (_WON + "Duarte netted from 12 yards after a handball.", "Duarte pen"),
    (_WON + "Kowalczyk made no mistake with the spot-kick.", "Kowalczyk pen"),
    (_WON + "Petrescu coolly dispatched the penalty.", "Petrescu pen"),
    (_WON + "Duarte sent the goalkeeper the wrong way from the spot.", "Duarte pen"),
]

OWN_GOALS = [
    (_WON + "Okonjo turned the ball into his own net.", "Okonjo own"),
    (_WON + "Brandvik scored an own goal.", "Brandvik own"),
    (_WON + "Lindqvist headed past his own goalkeeper.", "Lindqvist own"),
    (_WON + "An own goal by Marchetti gave Arsenal the lead.", "Marchetti own"),
    (_WON + "Duarte's own goal in the 12th minute handed Arsenal the lead.", "Duarte 12 own"),
    (_WON + "Kowalczyk could only divert the cross into his own net.", "Kowalczyk own"),
    (_WON + "Okonjo deflected the cross past his own keeper.", "Okonjo own"),
    (_WON + "Brandvik inadvertently headed into his own goal.", "Brandvik own"),
    (_WON + "Arsenal took the lead through a Lindqvist own goal.", "Lindqvist own"),
    (_WON + "Marchetti put through his own net.", "Marchetti own"),
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

# Told by words that the reader may pass over altogether.
NOT_SCORED = [
    (_WON + "Okonjo went close with a header.",),
    (_WON + "Brandvik's free-kick came back off the crossbar.",),
    (_WON + "Lindqvist was inches away from an equaliser.",),
    (_WON + "Marchetti blazed over with the goal at his mercy.",),
    (_WON + "Duarte wasted a golden opportunity to score.",),
    (_WON + "Kowalczyk's effort was cleared off the line.",),
    (_WON + "Petrescu's goal was ruled out after a VAR check.",),
    (_WON + "Halloran had a header ruled out for offside.",),
    (_WON + "Tielens would have scored but for a fine save.",),
    (_WON + "Oyelaran has not scored since August.",),
    (_WON + "Castellano, who scored in the first leg, was quiet.",),
    (_WON + "Ferrando scored the winner when the sides met last season.",),
    (_WON + "Lindqvist dragged his penalty wide.",),
    (_WON + "Marchetti failed to convert a penalty.",),
    (_WON + "Duarte needed to score but did not.",),
    (_WON + "Okonjo prevented Brandvik from scoring.",),
    (_WON + "Marchetti thought he had scored.",),
]

TABLES = [SCORED, COUNTED, PENALTIES, OWN_GOALS, NO_GOALS, NOT_SCORED]


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


@table("text", NOT_SCORED)
def test_what_was_no_goal_names_no_scorer(told, text):
    assert goals(told(text)) == set()


def test_every_rule_for_goals_has_a_case(cases_of):
    rules = {entry["rule"] for entry in tomllib.loads((FOLDER / "goals.toml").read_text("utf-8"))["goals"]}
    exercised = set(pl.concat([frames["goal_claims"] for frames in cases_of])["rule"])
    assert_none(rules - exercised)
