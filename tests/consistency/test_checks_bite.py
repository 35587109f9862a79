"""Every consistency check bites: each corruption of a built warehouse trips the check that is meant for it, by name.

Belongs here: what can go wrong with the tables that others rely on, one fault at a time, and the check that has to
notice. Does not belong here: whether the models make such a fault; their unit tests say that they do not.
"""

import shutil
from dataclasses import dataclass

import duckdb
import pytest

from orchestration import pipeline
from orchestration.settings import PROJECT_DIR
from tests.consistency.conftest import Built, exported, open_copy

pytestmark = pytest.mark.xdist_group("consistency")

BETTER_SIDE = "the_better_side_of_a_tie_is_the_one_that_advanced"
AWAY_GOALS = "away_goals_decide_only_while_the_rule_held"
CARD_OF_REPORT = "every_card_of_a_report_is_in_its_match"
CLAIM_ENDS = "every_claim_ends_in_a_fact_or_says_why_not"
CLAIM_SPAN = "every_span_of_a_claim_holds_its_words"
CONTRADICTION = "no_verified_match_has_a_contradicting_claim"
DEFICIT = "no_deficit_overcome_is_larger_than_the_goals_of_the_other_side"
DOCUMENT_ENDS = "every_document_ends_in_a_match_or_says_why_not"
FACT_SPAN = "every_span_of_a_fact_holds_its_evidence"
GOAL_CLUB = "every_goal_has_the_club_its_reports_name"
GOAL_OF_REPORT = "every_goal_of_a_report_is_in_its_match"
GOALS_ADD_UP = "goals_of_each_side_add_up_to_the_score_of_a_verified_match"
LEGS_ADD_UP = "legs_add_up_to_the_aggregate"
LEGS_ARE_MATCHES = "legs_of_a_tie_have_the_scores_of_its_matches"
LEGS_SWAP = "legs_swap_home_and_away"
MATCH_OF_REPORT = "every_match_of_a_report_is_a_match"
MINUTES = "minutes_lie_within_the_match_that_was_played"
NINETY = "the_score_after_ninety_minutes_is_no_more_than_the_final_score"
NO_MORE_GOALS = "no_side_has_more_goals_than_its_score"
ONE_GOAL = "one_goal_is_one_row_however_often_it_is_told"
RED_CARDS = "red_cards_of_a_tie_are_those_of_its_legs"
RESTS_ON_CLAIM = "every_goal_and_card_rests_on_a_claim"
RUNNING = "running_scores_never_fall_and_end_at_the_final_score"
SENT_OFF = "nobody_scores_or_is_booked_after_being_sent_off"
SHOOT_OUT = "shoot_out_goals_are_in_no_score"
VERIFIED = "a_verified_match_is_verified_by_a_report"


@dataclass(frozen=True)
class Corruption:
    """A fault in words, the check meant for it, and the statements that make it; each has to change something."""

    what: str
    check: str
    statements: tuple[str, ...]


def _fault(what: str, check: str, *statements: str) -> Corruption:
    return Corruption(what, check, statements)


def _goal(scorer: str, minute: int | None = None) -> str:
    return f"scorer = '{scorer}'" + ("" if minute is None else f" AND minute = {minute}")


def _again(table: str, key: str, where: str, **changes: str) -> str:
    """Inserts a changed copy of rows, under a key of their own."""
    changed = ", ".join(f"{value} AS {column}" for column, value in {key: f"{key} || '-again'", **changes}.items())
    return f"INSERT INTO {table} SELECT * REPLACE ({changed}) FROM {table} WHERE {where}"


TO_AJAX = "club = 'Ajax', club_id = 'ajax', side = 'home'"
TO_ROMA = "club = 'Roma', club_id = 'roma', side = 'away'"
#: Turns everything about a match round but the reports.
TURNED = "home_club = away_club, away_club = home_club, home_club_id = away_club_id, away_club_id = home_club_id"

CORRUPTIONS = [
    # Goals and the score
    _fault(
        "a goal of a verified match is dropped", GOALS_ADD_UP, f"DELETE FROM fact_goals WHERE {_goal('Marco Greco')}"
    ),
    _fault(
        "all goals of a verified match are dropped",
        GOALS_ADD_UP,
        "DELETE FROM fact_goals WHERE match_id = match_of('celtic-porto')",
    ),
    _fault(
        "a goal is moved to the other side",
        GOALS_ADD_UP,
        f"UPDATE fact_goals SET {TO_ROMA} WHERE {_goal('Piet Bakker', 70)}",
    ),
    _fault(
        "a goal of a verified match is for no side",
        GOALS_ADD_UP,
        f"UPDATE fact_goals SET club = NULL, club_id = NULL, side = NULL WHERE {_goal('Piet Bakker', 70)}",
    ),
    _fault(
        "one is added to a score",
        GOALS_ADD_UP,
        "UPDATE fact_matches SET home_goals = home_goals + 1 WHERE match_id = match_of('celtic-porto')",
    ),
    _fault(
        "the score of a verified match is missing",
        GOALS_ADD_UP,
        "UPDATE fact_matches SET home_goals = NULL, away_goals = NULL WHERE match_id = match_of('ajax-roma')",
    ),
    _fault(
        "the score of a verified match without a goal is missing",
        GOALS_ADD_UP,
        "UPDATE fact_matches SET home_goals = NULL, away_goals = NULL WHERE match_id = match_of('basel-valencia')",
    ),
    _fault(
        "a goal without a minute is told twice",
        GOALS_ADD_UP,
        _again("fact_goals", "goal_id", _goal("Marco Greco"), minute="NULL", period="NULL"),
    ),
    _fault(
        "a partial match has more goals than its score",
        NO_MORE_GOALS,
        _again("fact_goals", "goal_id", _goal("Enzo Riva"), minute="52"),
        _again("fact_goals", "goal_id", _goal("Enzo Riva", 51), minute="53", goal_id="goal_id || '-3'"),
    ),
    _fault(
        "a goal belongs to no match", NO_MORE_GOALS, f"UPDATE fact_goals SET match_id = 'x' WHERE {_goal('Enzo Riva')}"
    ),
    _fault(
        "a goal of a partial match is dropped",
        GOAL_OF_REPORT,
        f"DELETE FROM fact_goals WHERE {_goal('Enzo Riva')}",
    ),
    _fault("a goal stands twice", ONE_GOAL, _again("fact_goals", "goal_id", _goal("Tiago Matos", 60))),
    _fault(
        "a goal of a report stands twice",
        "one_goal_of_a_report_is_one_row",
        _again("report_goals", "report_goal_id", _goal("Tiago Matos", 60)),
    ),
    _fault(
        "two rows share the key of a goal",
        "unique_fact_goals_goal_id",
        "INSERT INTO fact_goals FROM fact_goals LIMIT 1",
    ),
    # Whose goal it is
    _fault(
        "a goal is given to the other club", GOAL_CLUB, f"UPDATE fact_goals SET {TO_AJAX} WHERE {_goal('Dario Conti')}"
    ),
    _fault(
        "a goal has the other club's name",
        GOAL_CLUB,
        f"UPDATE fact_goals SET club = 'Ajax' WHERE {_goal('Dario Conti')}",
    ),
    _fault("a goal has the other side", GOAL_CLUB, f"UPDATE fact_goals SET side = 'home' WHERE {_goal('Dario Conti')}"),
    _fault(
        "a goal has a scorer whom nobody names",
        GOAL_CLUB,
        f"UPDATE fact_goals SET scorer = 'X' WHERE {_goal('Dario Conti')}",
    ),
    _fault("a goal has lost its tie", GOAL_CLUB, f"UPDATE fact_goals SET tie_id = NULL WHERE {_goal('Dario Conti')}"),
    _fault(
        "a player scores for both sides",
        "nobody_scores_for_both_sides",
        "UPDATE fact_goals SET club = 'Benfica', club_id = 'benfica', side = 'home' WHERE " + _goal("Alain Perrin", 75),
    ),
    _fault(
        "a scorer's other goal is called an own goal",
        "nobody_scores_for_both_sides",
        f"UPDATE fact_goals SET is_own_goal = true WHERE {_goal('Piet Bakker', 70)}",
    ),
    # Running scores and minutes
    _fault(
        "a running score falls",
        RUNNING,
        f"UPDATE fact_goals SET home_score = 0 WHERE {_goal('Alain Perrin', 75)}",
    ),
    _fault(
        "the last running score is not the final score",
        RUNNING,
        f"UPDATE fact_goals SET away_score = 5 WHERE {_goal('Alain Perrin', 90)}",
    ),
    _fault(
        "a running score credits the wrong side",
        RUNNING,
        f"UPDATE fact_goals SET home_score = 1, away_score = 0 WHERE {_goal('Hugo Lambert', 5)}",
    ),
    _fault(
        "one running score is missing", RUNNING, f"UPDATE fact_goals SET home_score = NULL WHERE {_goal('Daan Kok')}"
    ),
    _fault(
        "all running scores of a match are missing",
        RUNNING,
        "UPDATE fact_goals SET home_score = NULL, away_score = NULL WHERE match_id = match_of('ajax-roma')",
    ),
    _fault(
        "running scores end at a score that is missing",
        RUNNING,
        "UPDATE fact_matches SET home_goals = NULL WHERE match_id = match_of('ajax-roma')",
    ),
    _fault(
        "two goals change their minutes",
        "goals_are_in_the_order_of_their_minutes",
        f"UPDATE fact_goals SET minute = CASE minute WHEN 14 THEN 50 ELSE 14 END "
        f"WHERE {_goal('Sem Vos', 14)} OR {_goal('Iain Kerr', 50)}",
    ),
    _fault("a goal in minute 0", MINUTES, f"UPDATE fact_goals SET minute = 0 WHERE {_goal('Iain Kerr', 3)}"),
    _fault("a goal in minute 131", MINUTES, f"UPDATE fact_goals SET minute = 131 WHERE {_goal('Rory Campbell')}"),
    _fault(
        "a goal beyond 90 without extra time",
        MINUTES,
        f"UPDATE fact_goals SET minute = 97 WHERE {_goal('Marco Greco')}",
    ),
    _fault(
        "a card beyond 90 without extra time",
        MINUTES,
        "UPDATE fact_cards SET minute = 91 WHERE player = 'Joost Hendriks'",
    ),
    _fault(
        "stoppage time in minute 60", MINUTES, f"UPDATE fact_goals SET stoppage = 2 WHERE {_goal('Tiago Matos', 60)}"
    ),
    _fault("stoppage time without a minute", MINUTES, "UPDATE fact_cards SET stoppage = 2 WHERE player = 'Jonas Frei'"),
    _fault("a stoppage time of nothing", MINUTES, f"UPDATE fact_goals SET stoppage = 0 WHERE {_goal('Neil Baird')}"),
    _fault(
        "half an hour of stoppage time", MINUTES, f"UPDATE fact_goals SET stoppage = 31 WHERE {_goal('Neil Baird')}"
    ),
    _fault(
        "a goal in the wrong half", MINUTES, f"UPDATE fact_goals SET period = 'first_half' WHERE {_goal('Neil Baird')}"
    ),
    _fault("a goal without its period", MINUTES, f"UPDATE fact_goals SET period = NULL WHERE {_goal('Neil Baird')}"),
    _fault(
        "extra time is forgotten",
        MINUTES,
        "UPDATE fact_matches SET after_extra_time = false WHERE match_id = match_of('celtic-porto')",
    ),
    _fault("a card belongs to no match", MINUTES, "UPDATE fact_cards SET match_id = 'x' WHERE player = 'Jonas Frei'"),
    # Cards
    _fault("a card is dropped", CARD_OF_REPORT, "DELETE FROM fact_cards WHERE player = 'Jonas Frei'"),
    _fault(
        "a card is given to the wrong club",
        CARD_OF_REPORT,
        f"UPDATE fact_cards SET {TO_AJAX} WHERE player = 'Luca Ferri'",
    ),
    _fault(
        "a card has the other club's name",
        CARD_OF_REPORT,
        "UPDATE fact_cards SET club = 'Ajax' WHERE player = 'Luca Ferri'",
    ),
    _fault(
        "a card has lost its tie", CARD_OF_REPORT, "UPDATE fact_cards SET tie_id = NULL WHERE player = 'Luca Ferri'"
    ),
    _fault(
        "a booking becomes a dismissal",
        CARD_OF_REPORT,
        "UPDATE fact_cards SET card = 'red' WHERE player = 'Luca Ferri'",
    ),
    _fault(
        "a player is sent off twice",
        "nobody_is_sent_off_twice",
        _again("fact_cards", "card_id", "player = 'Rui Rocha'", card="'red'", minute="110"),
    ),
    _fault(
        "a player scores after his red card",
        SENT_OFF,
        "UPDATE fact_cards SET player = 'Marco Greco', minute = 57 WHERE player = 'Joost Hendriks'",
    ),
    _fault(
        "a player scores in stoppage time after his red card",
        SENT_OFF,
        "UPDATE fact_cards SET player = 'Alain Perrin', minute = 90, stoppage = 7 WHERE player = 'Vasco Sousa'",
    ),
    _fault(
        "a player is booked after his red card",
        SENT_OFF,
        _again("fact_cards", "card_id", "player = 'Joost Hendriks'", card="'yellow'", minute="85"),
    ),
    _fault(
        "a player scores for one club and is booked for the other",
        "nobody_scores_or_is_booked_for_a_club_he_does_not_play_for",
        "UPDATE fact_cards SET player = 'Piet Bakker' WHERE player = 'Luca Ferri'",
    ),
    _fault(
        "a tie counts a dismissal too many",
        RED_CARDS,
        "UPDATE mart_ties SET red_cards = 2 WHERE tie_id = tie_of('ajax-roma')",
    ),
    _fault("a tie has lost its dismissals", RED_CARDS, "DELETE FROM fact_cards WHERE tie_id = tie_of('celtic-porto')"),
    # Matches
    _fault(
        "a match stands twice", "unique_fact_matches_match_id", "INSERT INTO fact_matches FROM fact_matches LIMIT 1"
    ),
    _fault(
        "a match without a goal is dropped",
        MATCH_OF_REPORT,
        "DELETE FROM fact_matches WHERE match_id = match_of('basel-valencia')",
    ),
    _fault(
        "a match has another club",
        MATCH_OF_REPORT,
        "UPDATE fact_matches SET away_club_id = 'porto' WHERE match_id = match_of('basel-valencia')",
    ),
    _fault(
        "a match has another host than its report says",
        MATCH_OF_REPORT,
        f"UPDATE fact_matches SET {TURNED} WHERE match_id = match_of('basel-valencia')",
    ),
    _fault(
        "a partial match has another score than its report",
        MATCH_OF_REPORT,
        "UPDATE fact_matches SET home_goals = 3 WHERE match_id = match_of('lazio-sturm')",
    ),
    _fault(
        "a partial match has lost the score of its report",
        MATCH_OF_REPORT,
        "UPDATE fact_matches SET home_goals = NULL, away_goals = NULL WHERE match_id = match_of('lazio-sturm')",
    ),
    _fault(
        "a partial match is called verified",
        VERIFIED,
        "UPDATE fact_matches SET verdict = 'verified' WHERE match_id = match_of('lazio-sturm')",
    ),
    _fault(
        "a report of a verified match gives another score",
        VERIFIED,
        "UPDATE report_matches SET away_goals = 3 WHERE contains(path, 'roundup') AND away_team = 'Lyon'",
    ),
    _fault(
        "a report of a verified match is in conflict",
        VERIFIED,
        "UPDATE report_matches SET verdict = 'conflict' WHERE contains(path, 'roundup') AND away_team = 'Lyon'",
    ),
    _fault(
        "the score of the only report of a verified match is missing",
        VERIFIED,
        "UPDATE report_matches SET home_goals = NULL, away_goals = NULL WHERE contains(path, 'basel')",
    ),
    _fault(
        "a verdict that is none",
        "accepted_values_fact_matches_verdict__verified__partial__conflict",
        "UPDATE fact_matches SET verdict = 'perhaps' WHERE match_id = match_of('basel-valencia')",
    ),
    _fault(
        "after ninety minutes a side had more than at the end",
        NINETY,
        "UPDATE fact_matches SET home_goals_90 = 3 WHERE match_id = match_of('celtic-porto')",
    ),
    _fault(
        "a match without extra time has two scores",
        NINETY,
        "UPDATE fact_matches SET home_goals_90 = 1 WHERE match_id = match_of('ajax-roma')",
    ),
    _fault(
        "the score after ninety minutes is missing",
        NINETY,
        "UPDATE fact_matches SET away_goals_90 = NULL WHERE match_id = match_of('ajax-roma')",
    ),
    _fault(
        "the final score after extra time is missing",
        NINETY,
        "UPDATE fact_matches SET home_goals = NULL WHERE match_id = match_of('celtic-porto')",
    ),
    # Ties and their legs
    _fault(
        "the legs of a tie are swapped",
        LEGS_ARE_MATCHES,
        "UPDATE mart_ties SET leg1_match_id = leg2_match_id, leg2_match_id = leg1_match_id "
        "WHERE tie_id = tie_of('ajax-roma')",
    ),
    _fault(
        "the clubs of a tie are swapped",
        LEGS_ARE_MATCHES,
        "UPDATE mart_ties SET club_1 = club_2, club_2 = club_1 WHERE tie_id = tie_of('lyon-benfica')",
    ),
    _fault(
        "a leg and the aggregate have a goal too many",
        LEGS_ARE_MATCHES,
        "UPDATE mart_ties SET leg1_goals_1 = 2, aggregate_1 = 3 WHERE tie_id = tie_of('porto-celtic')",
    ),
    _fault(
        "the match of a leg is dropped",
        LEGS_ARE_MATCHES,
        "DELETE FROM fact_matches WHERE match_id = match_of('lyon-benfica')",
    ),
    _fault(
        "a match has lost its tie",
        LEGS_ARE_MATCHES,
        "UPDATE fact_matches SET tie_id = NULL WHERE match_id = match_of('lyon-benfica')",
    ),
    _fault(
        "a verified tie has a leg that is not verified",
        LEGS_ARE_MATCHES,
        "UPDATE fact_matches SET verdict = 'partial' WHERE match_id = match_of('lyon-benfica')",
    ),
    _fault(
        "a tie is dropped",
        "relationships_fact_matches_tie_id__tie_id__ref_mart_ties_",
        "DELETE FROM mart_ties WHERE tie_id = tie_of('lyon-benfica')",
    ),
    _fault("a tie stands twice", "unique_mart_ties_tie_id", "INSERT INTO mart_ties FROM mart_ties LIMIT 1"),
    _fault(
        "both legs are played at the same ground",
        LEGS_SWAP,
        f"UPDATE fact_matches SET {TURNED}, home_goals = away_goals, away_goals = home_goals "
        "WHERE match_id = match_of('roma-ajax')",
    ),
    _fault(
        "a tie has two first legs",
        LEGS_SWAP,
        "UPDATE fact_matches SET leg = 1 WHERE match_id = match_of('roma-ajax')",
    ),
    _fault(
        "the legs of a tie have lost their numbers",
        LEGS_SWAP,
        "UPDATE fact_matches SET leg = NULL WHERE tie_id = tie_of('roma-ajax')",
    ),
    _fault(
        "the second leg is played before the first",
        LEGS_SWAP,
        "UPDATE fact_matches SET match_date = '2019-02-28' WHERE match_id = match_of('roma-ajax')",
    ),
    _fault(
        "the aggregate is changed",
        LEGS_ADD_UP,
        "UPDATE mart_ties SET aggregate_1 = aggregate_1 + 1 WHERE tie_id = tie_of('lyon-benfica')",
    ),
    _fault(
        "the aggregate is missing",
        LEGS_ADD_UP,
        "UPDATE mart_ties SET aggregate_1 = NULL, aggregate_2 = NULL WHERE tie_id = tie_of('lyon-benfica')",
    ),
    _fault(
        "half of a derived leg is missing",
        LEGS_ADD_UP,
        "UPDATE mart_ties SET leg1_goals_2 = NULL WHERE club_1 = 'PSV Eindhoven'",
    ),
    _fault(
        "a derived leg is missing",
        LEGS_ADD_UP,
        "UPDATE mart_ties SET leg1_goals_1 = NULL, leg1_goals_2 = NULL WHERE club_1 = 'PSV Eindhoven'",
    ),
    _fault(
        "a derived leg has less than no goals",
        LEGS_ADD_UP,
        "UPDATE mart_ties SET leg1_goals_1 = -1, leg2_goals_1 = 5 WHERE club_1 = 'PSV Eindhoven'",
    ),
    _fault(
        "a partial tie has an aggregate below its only leg",
        LEGS_ADD_UP,
        "UPDATE mart_ties SET aggregate_1 = 1, aggregate_2 = 1 WHERE tie_id = tie_of('chelsea')",
    ),
    # Who advanced, and how
    _fault(
        "the winner is changed",
        BETTER_SIDE,
        "UPDATE mart_ties SET winner = club_2 WHERE tie_id = tie_of('lyon-benfica')",
    ),
    _fault(
        "the winner is missing", BETTER_SIDE, "UPDATE mart_ties SET winner = NULL WHERE tie_id = tie_of('lyon-benfica')"
    ),
    _fault(
        "the winner is a third club",
        BETTER_SIDE,
        "UPDATE mart_ties SET winner = 'Genk' WHERE tie_id = tie_of('chelsea')",
    ),
    _fault(
        "the winner on away goals is changed",
        BETTER_SIDE,
        "UPDATE mart_ties SET winner = club_1 WHERE decided_by = 'away_goals'",
    ),
    _fault(
        "the winner on penalties is changed",
        BETTER_SIDE,
        "UPDATE mart_ties SET winner = club_1 WHERE decided_by = 'penalties'",
    ),
    _fault(
        "nothing says how a verified tie was decided",
        BETTER_SIDE,
        "UPDATE mart_ties SET decided_by = NULL WHERE tie_id = tie_of('lyon-benfica')",
    ),
    _fault(
        "penalties decided without a shoot-out",
        BETTER_SIDE,
        "UPDATE mart_ties SET shootout_1 = NULL, shootout_2 = NULL WHERE decided_by = 'penalties'",
    ),
    _fault(
        "a level shoot-out decided", BETTER_SIDE, "UPDATE mart_ties SET shootout_1 = 4 WHERE decided_by = 'penalties'"
    ),
    _fault(
        "penalties decided a tie whose aggregate is missing",
        BETTER_SIDE,
        "UPDATE mart_ties SET aggregate_1 = NULL WHERE decided_by = 'penalties'",
    ),
    _fault(
        "away goals decided a tie whose aggregate is missing",
        BETTER_SIDE,
        "UPDATE mart_ties SET aggregate_2 = NULL WHERE decided_by = 'away_goals'",
    ),
    _fault(
        "the aggregate decided although it is level",
        BETTER_SIDE,
        "UPDATE mart_ties SET decided_by = 'aggregate' WHERE decided_by = 'away_goals'",
    ),
    _fault(
        "extra time decided although there was none",
        BETTER_SIDE,
        "UPDATE mart_ties SET decided_by = 'extra_time' WHERE tie_id = tie_of('lyon-benfica')",
    ),
    _fault(
        "extra time decided and is not mentioned",
        BETTER_SIDE,
        "UPDATE mart_ties SET decided_by = 'aggregate' WHERE decided_by = 'extra_time'",
    ),
    _fault(
        "a reason for winning that is none",
        "accepted_values_mart_ties_decided_by__aggregate__away_goals__extra_time__penalties__replay__coin_toss__walkover",
        "UPDATE mart_ties SET decided_by = 'luck' WHERE decided_by = 'penalties'",
    ),
    _fault(
        "away goals decided after they were abolished",
        AWAY_GOALS,
        "UPDATE mart_ties SET decided_by = 'away_goals', leg1_goals_2 = 1, leg2_goals_2 = 1, "
        "shootout_1 = NULL, shootout_2 = NULL WHERE decided_by = 'penalties'",
    ),
    _fault(
        "a tie on away goals is put into a later season",
        AWAY_GOALS,
        "UPDATE mart_ties SET season = '2023-24' WHERE decided_by = 'away_goals'",
    ),
    _fault(
        "away goals are forgotten while they counted",
        AWAY_GOALS,
        "UPDATE mart_ties SET decided_by = NULL WHERE decided_by = 'away_goals'",
    ),
    _fault(
        "a deficit larger than possible",
        DEFICIT,
        "UPDATE mart_ties SET largest_deficit_overcome = 4 WHERE tie_id = tie_of('lyon-benfica')",
    ),
    _fault(
        "a deficit smaller than that of the first leg",
        DEFICIT,
        "UPDATE mart_ties SET largest_deficit_overcome = 1 WHERE tie_id = tie_of('lyon-benfica')",
    ),
    _fault(
        "a deficit is missing although the first leg was drawn",
        DEFICIT,
        "UPDATE mart_ties SET largest_deficit_overcome = NULL WHERE club_1 = 'PSV Eindhoven'",
    ),
    _fault(
        "a deficit is missing although the winner won the first leg",
        DEFICIT,
        "UPDATE mart_ties SET largest_deficit_overcome = NULL, leg1_goals_2 = 4 WHERE club_1 = 'PSV Eindhoven'",
    ),
    # Shoot-outs
    _fault(
        "a shoot-out is added to the score",
        SHOOT_OUT,
        "UPDATE fact_matches SET home_goals = home_goals + shootout_home, away_goals = away_goals + shootout_away "
        "WHERE shootout_home IS NOT NULL",
        "UPDATE mart_ties SET leg2_goals_1 = leg2_goals_1 + shootout_1, leg2_goals_2 = leg2_goals_2 + shootout_2, "
        "aggregate_1 = aggregate_1 + shootout_1, aggregate_2 = aggregate_2 + shootout_2 WHERE shootout_1 IS NOT NULL",
    ),
    _fault(
        "a shoot-out ends level", SHOOT_OUT, "UPDATE fact_matches SET shootout_away = 4 WHERE shootout_home IS NOT NULL"
    ),
    _fault(
        "half of a shoot-out", SHOOT_OUT, "UPDATE fact_matches SET shootout_away = NULL WHERE shootout_home IS NOT NULL"
    ),
    _fault(
        "a shoot-out although the aggregate is not level",
        SHOOT_OUT,
        "UPDATE fact_matches SET shootout_home = 5, shootout_away = 4 WHERE match_id = match_of('benfica-lyon')",
    ),
    _fault(
        "a shoot-out after a match that was won",
        SHOOT_OUT,
        "UPDATE fact_matches SET shootout_home = 5, shootout_away = 4 WHERE match_id = match_of('lazio-sturm')",
    ),
    _fault(
        "a shoot-out in a tie whose aggregate is missing",
        SHOOT_OUT,
        "UPDATE mart_ties SET aggregate_1 = NULL, aggregate_2 = NULL WHERE decided_by = 'penalties'",
    ),
    _fault(
        "a shoot-out after a match whose score is missing",
        SHOOT_OUT,
        "UPDATE fact_matches SET shootout_home = 5, shootout_away = 4, home_goals = NULL "
        "WHERE match_id = match_of('basel-valencia')",
    ),
    # Claims, their words, and their ends
    _fault(
        "the span of a claim is shifted by one",
        CLAIM_SPAN,
        "UPDATE raw.goal_claims SET char_start = char_start + 1, char_end = char_end + 1 WHERE scorer = 'Marco Greco'",
    ),
    _fault(
        "the models shift the span of a claim by one",
        CLAIM_SPAN,
        "UPDATE intermediate.int_claims SET char_start = char_start + 1 WHERE kind = 'card'",
    ),
    _fault(
        "the text of a document is another",
        CLAIM_SPAN,
        "UPDATE raw.documents SET text = ' ' || text WHERE document_id = document_of('ajax-roma')",
    ),
    _fault(
        "the document of claims is gone",
        CLAIM_SPAN,
        "DELETE FROM raw.documents WHERE document_id = document_of('ajax-roma')",
    ),
    _fault(
        "the evidence of a goal is shifted by one",
        FACT_SPAN,
        f"UPDATE report_goals SET char_start = char_start + 1, char_end = char_end + 1 WHERE {_goal('Marco Greco')}",
    ),
    _fault(
        "the evidence of a card is retold",
        FACT_SPAN,
        "UPDATE report_cards SET evidence = 'Off!' WHERE player = 'Rui Rocha'",
    ),
    _fault(
        "a used claim is deleted from its account",
        CLAIM_ENDS,
        "DELETE FROM report_claims_used WHERE kind = 'goal' AND contains(surface, 'Greco')",
    ),
    _fault(
        "an unused claim is deleted from its account",
        CLAIM_ENDS,
        "DELETE FROM report_claims_unused WHERE kind = 'goal'",
    ),
    _fault(
        "an unused claim gives no reason",
        CLAIM_ENDS,
        "UPDATE report_claims_unused SET why_not = '' WHERE kind = 'goal'",
    ),
    _fault(
        "a claim is both used and unused",
        CLAIM_ENDS,
        "INSERT INTO report_claims_unused BY NAME SELECT * EXCLUDE (ended_in, ended_in_id), 'no reason' AS why_not "
        "FROM report_claims_used LIMIT 1",
    ),
    _fault(
        "a claim ended in a goal that is not there",
        CLAIM_ENDS,
        f"DELETE FROM report_goals WHERE {_goal('Enzo Riva')}",
    ),
    _fault(
        "the models have lost a claim",
        CLAIM_ENDS,
        "DELETE FROM intermediate.int_claims WHERE kind = 'card'",
        "DELETE FROM report_claims_used WHERE kind = 'card'",
    ),
    _fault("the account holds a claim that nobody made", CLAIM_ENDS, "DELETE FROM raw.progress_claims"),
    _fault(
        "a goal of a report rests on no claim",
        RESTS_ON_CLAIM,
        _again("report_goals", "report_goal_id", _goal("Enzo Riva"), scorer="'Nobody'"),
    ),
    _fault(
        "a card of a report has lost its claim",
        RESTS_ON_CLAIM,
        "DELETE FROM report_claims_used WHERE ended_in = 'report_cards' AND contains(surface, 'Rocha')",
    ),
    _fault(
        "a verified match has a claim of another score",
        CONTRADICTION,
        "UPDATE report_claims_unused SET why_not = 'another reading of this score was told more often, or first', "
        "report_match_id = report_of('ajax-roma') WHERE kind = 'score' AND contains(surface, 'background')",
    ),
    _fault(
        "a verified match has a claim that gives its goal to the other side",
        CONTRADICTION,
        "UPDATE raw.goal_claims SET club_id = 'ajax' WHERE scorer = 'Marco Greco'",
    ),
    _fault(
        "a conflict is called verified",
        CONTRADICTION,
        "UPDATE report_matches SET verdict = 'verified' WHERE contains(path, 'club-brugge')",
    ),
    # Documents
    _fault(
        "a document is deleted from its account",
        DOCUMENT_ENDS,
        "DELETE FROM mart_documents WHERE path = 'reports/recipe.txt' AND outcome != 'rejected'",
    ),
    _fault(
        "a document stands twice in its account",
        DOCUMENT_ENDS,
        "INSERT INTO mart_documents FROM mart_documents WHERE outcome = 'told' LIMIT 1",
    ),
    _fault(
        "a document has no reason",
        DOCUMENT_ENDS,
        "UPDATE mart_documents SET reason = '' WHERE outcome = 'nothing found'",
    ),
    _fault(
        "a document has another number of matches",
        DOCUMENT_ENDS,
        "UPDATE mart_documents SET matches = 1 WHERE matches = 2",
    ),
    _fault(
        "a reject is deleted from its account",
        DOCUMENT_ENDS,
        "DELETE FROM mart_documents WHERE path = 'reports/empty.txt'",
    ),
    _fault(
        "a reject has no reason",
        DOCUMENT_ENDS,
        "UPDATE mart_documents SET reason = '' WHERE path = 'reports/empty.txt'",
    ),
    _fault(
        "a goal of a report belongs to no match of it",
        "relationships_report_goals_report_match_id__report_match_id__ref_report_matches_",
        "DELETE FROM report_matches WHERE report_match_id = report_of('lazio-sturm')",
    ),
]

#: What the contracts of the tables refuse outright: a copy of the warehouse cannot even be corrupted so.
REFUSED = {
    "a tie without a verdict": "UPDATE mart_ties SET verdict = NULL",
    "a tie's verdict without a reason": "UPDATE mart_ties SET verdict_reason = NULL",
    "a match's verdict without a reason": "UPDATE fact_matches SET verdict_reason = NULL",
    "a report's verdict without a reason": "UPDATE report_matches SET verdict_reason = NULL",
    "a goal without a match": "UPDATE fact_goals SET match_id = NULL",
    "a goal without evidence": "UPDATE report_goals SET evidence = NULL",
    "a claim that is unused for no reason": "UPDATE report_claims_unused SET why_not = NULL",
    "a match that may have had extra time": "UPDATE fact_matches SET after_extra_time = NULL",
}


def singular_checks() -> set[str]:
    return {file.stem for file in (PROJECT_DIR / "dbt_project" / "tests").glob("*.sql")}


def trips(connection: duckdb.DuckDBPyConnection, sql: str) -> bool:
    return connection.execute(f"SELECT count(*) FROM ({sql})").fetchone()[0] > 0  # type: ignore[index]


def corrupt(connection: duckdb.DuckDBPyConnection, corruption: Corruption) -> None:
    for statement in corruption.statements:
        (changed,) = connection.execute(statement).fetchone()  # type: ignore[misc]
        assert changed, f"{statement} changes nothing, so it proves nothing"


def test_the_clean_warehouse_holds_something_of_every_kind(corrupted: duckdb.DuckDBPyConnection):
    """An empty table trips no check either."""

    def values(sql: str) -> set[object]:
        return {value for (value,) in corrupted.execute(sql).fetchall()}

    assert values("SELECT DISTINCT verdict FROM fact_matches") == {"verified", "partial", "conflict"}
    assert values("SELECT decided_by FROM mart_ties WHERE verdict = 'verified'") == {
        "aggregate",
        "away_goals",
        "extra_time",
        "penalties",
    }
    assert values("SELECT outcome FROM mart_documents") == {"told", "nothing found", "rejected"}
    assert values("SELECT DISTINCT card FROM fact_cards") == {"yellow", "second_yellow", "red"}
    assert values("SELECT count(*) FROM fact_matches WHERE contains(sources, ', ')") == {1}
    assert values("SELECT count(*) FROM fact_goals WHERE is_own_goal") == {1}
    assert values("SELECT max(tellings) FROM report_goals") == {2}


def test_the_clean_warehouse_trips_no_check(built: Built, corrupted: duckdb.DuckDBPyConnection):
    assert [name for name, sql in built.checks.items() if trips(corrupted, sql)] == []


@pytest.mark.parametrize("corruption", CORRUPTIONS, ids=lambda corruption: corruption.what)
def test_a_corruption_trips_the_check_that_is_meant_for_it(
    built: Built, corrupted: duckdb.DuckDBPyConnection, corruption: Corruption
):
    corrupt(corrupted, corruption)
    if not trips(corrupted, built.checks[corruption.check]):
        tripped = [name for name, sql in built.checks.items() if trips(corrupted, sql)]
        pytest.fail(f"{corruption.check} notices nothing; these do: {tripped}")


@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED.keys())
def test_a_contract_refuses(corrupted: duckdb.DuckDBPyConnection, statement: str):
    with pytest.raises(duckdb.ConstraintException, match="NOT NULL constraint failed"):
        corrupted.execute(statement)


def test_every_check_has_a_corruption_that_is_meant_for_it(built: Built):
    assert singular_checks() - {corruption.check for corruption in CORRUPTIONS} == set()
    assert singular_checks() - set(built.checks) == set(), "dbt does not run these at all"


def test_dbt_itself_trips_the_same_checks(built: Built):
    """The other proofs run what dbt compiled; here dbt runs it, on a warehouse with one goal at the wrong side."""
    corruption = next(
        corruption for corruption in CORRUPTIONS if corruption.what == "a goal is moved to the other side"
    )
    # dbt parses the project anew for a warehouse elsewhere, so this takes the place of the one that it built.
    shutil.copyfile(built.clean, built.settings.warehouse)
    with open_copy(built.settings.warehouse) as connection:
        corrupt(connection, corruption)
        ours = {name for name in singular_checks() if trips(connection, built.checks[name])}
        connection.execute("USE memory; DETACH secondleg")
    arguments = pipeline.dbt_arguments(built.settings, "test", "--select", "test_type:singular", "--threads", "1")
    with exported(built.settings):
        by_dbt = pipeline.run_dbt(arguments)
    assert by_dbt.checks == len(singular_checks())
    assert corruption.check in ours
    assert {name for name, _ in by_dbt.failed} == ours
