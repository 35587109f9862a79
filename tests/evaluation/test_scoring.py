"""Each rule of the measurement, with a telling that it must punish and one that it must let pass."""

from collections.abc import Callable

import pytest

from evaluation import scoring
from evaluation.facts import Card, FirstLeg, Goal, Match
from evaluation.scoring import Comparison, compare_document, figures

MakeGoal = Callable[..., Goal]
MakeMatch = Callable[..., Match]

HOME, AWAY = "Ashby Rovers", "Corvale"


def tally(found: Comparison | list[Comparison], kind: str) -> tuple[int, int, int]:
    """Right, extra and missed of a kind."""
    total = scoring.Counts()
    for one in [found] if isinstance(found, Comparison) else found:
        total.update(one.counts)
    figure = figures(total)[kind]
    return figure.right, figure.extra, figure.missed


def said(found: Comparison) -> list[str]:
    return [f"{miss.what}: {miss.who}" for miss in found.misses]


@pytest.fixture
def label(match: MakeMatch, goal: MakeGoal) -> Match:
    """Two goals of one club and one of the other, a penalty among them, and a dismissal."""
    return match(
        "2-1",
        goal("Milo Tarn", HOME, 12),
        goal("Ivo Lunt", HOME),
        goal("Jory Pell", AWAY, 83, minute_basis="relative", is_penalty=True),
        cards=(Card("Jory Pell", AWAY, "red", 88),),
        is_home_known=True,
    )


def compared(label: Match, told: Match | None) -> Comparison:
    return scoring.compare_match(label, told)


def test_a_telling_of_all_that_is_labelled_is_exact(label: Match):
    found = compared(label, label)
    assert (found.is_exact, found.has_exact_people, found.misses) == (True, True, [])
    assert {kind: tally(found, kind)[0] for kind in (scoring.SCORER_AND_TEAM, scoring.MINUTE, scoring.DISMISSAL)} == {
        scoring.SCORER_AND_TEAM: 3,
        scoring.MINUTE: 2,
        scoring.DISMISSAL: 1,
    }
    assert all(figure.extra == figure.missed == 0 for figure in figures(found.counts).values())


def test_swapped_sides_cost_the_home_side_alone(label: Match, match: MakeMatch):
    told = match("1-2", *label.goals, cards=label.cards, home=AWAY, away=HOME)
    found = compared(label, told)
    assert tally(found, scoring.HOME_SIDE) == (0, 1, 1)
    assert tally(found, scoring.SCORE) == (1, 0, 0)
    assert tally(found, scoring.SCORER_AND_TEAM) == (3, 0, 0)
    assert found.is_exact
    assert said(found) == ["home side swapped: told Corvale 1-2 Ashby Rovers"]


def test_swapped_sides_cost_nothing_where_the_text_names_no_home_side(match: MakeMatch):
    found = compared(match("2-1"), match("1-2", home=AWAY, away=HOME))
    assert (tally(found, scoring.HOME_SIDE), found.misses) == ((0, 0, 0), [])


def test_a_score_the_wrong_way_round_is_wrong(label: Match, match: MakeMatch):
    found = compared(label, match("1-2", *label.goals, cards=label.cards))
    assert tally(found, scoring.SCORE) == (0, 1, 1)
    assert not found.has_exact_people


def test_a_derived_score_may_be_left_out_and_may_not_be_wrong(match: MakeMatch):
    label = match("2-1", score_basis="derived")
    assert tally(compared(label, match("?-?")), scoring.SCORE) == (1, 0, 0)
    assert tally(compared(label, match("2-0")), scoring.SCORE) == (0, 1, 1)
    assert tally(compared(match("2-1"), match("?-?")), scoring.SCORE) == (0, 1, 1)


def test_a_goal_for_the_wrong_club_has_its_scorer_right(match: MakeMatch, goal: MakeGoal):
    found = compared(match("1-0", goal("Milo Tarn", HOME, 12)), match("1-0", goal("Milo Tarn", AWAY, 12)))
    assert tally(found, scoring.SCORER) == (1, 0, 0)
    assert tally(found, scoring.SCORER_AND_TEAM) == (0, 1, 1)
    assert tally(found, scoring.MINUTE) == (1, 0, 0)
    assert not found.has_exact_people
    assert said(found) == ["team wrong: Milo Tarn is of Ashby Rovers, told Corvale"]
    assert [(one.has_scorer, one.has_side, one.is_minute_right) for one in found.goals] == [(True, False, True)]


def test_of_two_clubs_with_one_name_the_very_name_decides(match: MakeMatch, goal: MakeGoal):
    clubs = {"home": "Corvale", "away": "Corvale Athletic"}
    label = match("1-1", goal("Milo Tarn", "Corvale"), goal("Jory Pell", "Corvale Athletic"), **clubs)
    assert tally(compared(label, label), scoring.SCORER_AND_TEAM) == (2, 0, 0)
    told = match("1-1", goal("Milo Tarn", "Corvale Athletic"), goal("Jory Pell", "Corvale"), **clubs)
    assert tally(compared(label, told), scoring.SCORER_AND_TEAM) == (0, 2, 2)


def test_a_missing_goal_misses_its_minute_and_its_penalty_too(label: Match, match: MakeMatch):
    found = compared(label, match("2-1", *label.goals[:2], cards=label.cards))
    assert tally(found, scoring.SCORER) == (2, 0, 1)
    assert tally(found, scoring.RELATIVE_MINUTE) == (0, 0, 1)
    assert tally(found, scoring.STATED_MINUTE) == (1, 0, 0)
    assert tally(found, scoring.PENALTY) == (0, 0, 1)
    assert said(found) == ["goal missing: Jory Pell (Corvale, 83)"]
    assert not found.has_exact_people


def test_a_goal_that_nobody_scored_is_one_too_many(label: Match, match: MakeMatch, goal: MakeGoal):
    found = compared(label, match("2-1", *label.goals, goal("Abel Quist", HOME, 30), cards=label.cards))
    assert tally(found, scoring.SCORER) == (3, 1, 0)
    assert tally(found, scoring.MINUTE) == (2, 1, 0)
    assert said(found) == ["goal not in the match: Abel Quist (Ashby Rovers, 30)"]


def test_an_invented_minute_is_extra_and_not_missed(match: MakeMatch, goal: MakeGoal):
    found = compared(match("1-0", goal("Milo Tarn", HOME)), match("1-0", goal("Milo Tarn", HOME, 44)))
    assert (found.invented_minutes, tally(found, scoring.MINUTE)) == (1, (0, 1, 0))
    assert (found.is_exact, found.has_exact_people) == (False, True)
    assert said(found) == ["minute invented: Milo Tarn, told 44"]


def test_a_minute_left_out_is_missed_and_not_extra(match: MakeMatch, goal: MakeGoal):
    found = compared(match("1-0", goal("Milo Tarn", HOME, 12)), match("1-0", goal("Milo Tarn", HOME)))
    assert tally(found, scoring.MINUTE) == tally(found, scoring.NEAR_MINUTE) == (0, 0, 1)
    assert (found.is_exact, found.has_exact_people) == (False, True)


@pytest.mark.parametrize(
    ("labelled", "told", "has_extra_time", "right", "near"),
    [
        ((12, None), (12, None), False, True, True),
        ((12, None), (13, None), False, False, True),
        ((12, None), (14, None), False, False, False),
        # A minute above 90 is stoppage time, unless there was extra time.
        ((93, None), (90, 3), False, True, True),
        ((93, None), (90, 3), True, False, True),
        ((90, 3), (90, 4), False, False, True),
        ((90, 3), (90, None), False, False, False),
        # "In stoppage time" has no number that could be missed.
        ((90, None), (90, 5), False, True, True),
        ((45, None), (45, 2), False, True, True),
    ],
)
def test_how_near_a_minute_is(
    match: MakeMatch,
    goal: MakeGoal,
    labelled: tuple[int, int | None],
    told: tuple[int, int | None],
    has_extra_time: bool,
    right: bool,
    near: bool,
):
    one, other = (goal("Milo Tarn", HOME, minute, stoppage=stoppage) for minute, stoppage in (labelled, told))
    found = compared(match("1-0", one, has_extra_time=has_extra_time), match("1-0", other))
    assert tally(found, scoring.STATED_MINUTE) == ((1, 0, 0) if right else (0, 1, 1))
    assert tally(found, scoring.NEAR_MINUTE) == ((1, 0, 0) if near else (0, 1, 1))
    assert found.is_exact == near


def test_a_misspelt_name_is_the_same_man(match: MakeMatch, goal: MakeGoal):
    found = compared(match("1-0", goal("Milo Tarnowski", HOME)), match("1-0", goal("Tarnovski", HOME)))
    assert found.is_exact


def test_two_players_with_one_surname_are_two(match: MakeMatch, goal: MakeGoal):
    label = match("2-0", goal("Jory Pell", HOME, 10), goal("Kit Pell", HOME, 20))
    found = compared(label, match("2-0", goal("Kit Pell", HOME, 20), goal("Kit Pell", HOME, 10)))
    assert tally(found, scoring.SCORER) == (1, 1, 1)
    assert tally(found, scoring.MINUTE) == (1, 1, 1)


def test_a_surname_alone_goes_to_the_namesake_whose_minute_it_has(match: MakeMatch, goal: MakeGoal):
    label = match("1-1", goal("Jory Pell", HOME, 10), goal("Kit Pell", AWAY, 20))
    found = compared(label, match("1-1", goal("Pell", AWAY, 20), goal("Pell", HOME, 10)))
    assert found.is_exact
    assert tally(found, scoring.SCORER_AND_TEAM) == (2, 0, 0)


def test_a_brace_told_once_is_half_a_brace(match: MakeMatch, goal: MakeGoal):
    label = match("2-0", goal("Milo Tarn", HOME, 10), goal("Milo Tarn", HOME, 70))
    found = compared(label, match("2-0", goal("Tarn", HOME, 70)))
    assert tally(found, scoring.SCORER) == (1, 0, 1)
    assert said(found) == ["goal missing: Milo Tarn (Ashby Rovers, 10)"]


@pytest.mark.parametrize("mark", ["is_penalty", "is_own_goal"])
def test_penalties_and_own_goals_are_told_as_such(match: MakeMatch, goal: MakeGoal, mark: str):
    kind = {"is_penalty": scoring.PENALTY, "is_own_goal": scoring.OWN_GOAL}[mark]
    plain, marked = match("1-0", goal("Milo Tarn", HOME)), match("1-0", goal("Milo Tarn", HOME, **{mark: True}))
    assert tally(compared(marked, marked), kind) == (1, 0, 0)
    assert tally(compared(marked, plain), kind) == (0, 0, 1)
    assert tally(compared(plain, marked), kind) == (0, 1, 0)
    assert not compared(plain, marked).has_exact_people


def test_dismissals_and_bookings_are_counted_apart(match: MakeMatch):
    label = match("0-0", cards=(Card("Jory Pell", AWAY, "second_yellow", 60), Card("Milo Tarn", HOME, "yellow")))
    found = compared(label, match("0-0", cards=(Card("Pell", AWAY, "red", 62), Card("Abel Quist", HOME, "yellow"))))
    assert tally(found, scoring.DISMISSAL) == (1, 0, 0)
    assert tally(found, scoring.SECOND_YELLOW) == (0, 0, 1)
    assert tally(found, scoring.CARD_MINUTE) == (0, 1, 1)
    assert tally(found, scoring.YELLOW) == (0, 1, 1)
    assert said(found) == [
        "kind of card wrong: Jory Pell: second_yellow, told red",
        "minute of card wrong: Jory Pell 60, told 62",
        "yellow card missing: Milo Tarn (Ashby Rovers, no minute)",
        "yellow card not in the match: Abel Quist (Ashby Rovers, no minute)",
    ]


def test_a_card_of_the_other_club_spoils_the_match(match: MakeMatch):
    label = match("0-0", cards=(Card("Jory Pell", AWAY, "red"),))
    found = compared(label, match("0-0", cards=(Card("Jory Pell", HOME, "red"),)))
    assert tally(found, scoring.DISMISSAL) == (1, 0, 0)
    assert not found.has_exact_people


def test_a_brief_match_costs_nothing_told_or_not(label: Match, match: MakeMatch, goal: MakeGoal):
    brief = match("4-0", home="Dunmere", away="Oxley", is_brief=True)
    for told in (
        [label],
        [label, brief],
        [label, match("0-3", goal("Abel Quist", "Oxley", 5), home="Dunmere", away="Oxley")],
    ):
        (found,) = compare_document([label, brief], told)
        assert found.is_exact


def test_a_match_told_in_passing_that_nobody_labelled_costs_nothing(label: Match, match: MakeMatch):
    passing = match("4-0", home="Dunmere", away="Oxley", is_brief=True)
    assert len(compare_document([label], [passing, label])) == 1
    found = compare_document([label], [label, match("4-0", home="Dunmere", away="Oxley")])
    assert tally(found, scoring.MATCH) == (1, 1, 0)
    assert said(found[1]) == ["match not labelled: Dunmere 4-0 Oxley"]


def test_a_match_not_told_misses_everything_in_it(label: Match):
    (found,) = compare_document([label], [])
    assert tally(found, scoring.MATCH) == tally(found, scoring.SCORE) == (0, 0, 1)
    assert tally(found, scoring.HOME_SIDE) == (0, 0, 0)
    assert tally(found, scoring.SCORER) == (0, 0, 3)
    assert tally(found, scoring.DISMISSAL) == (0, 0, 1)
    assert not found.has_exact_people


def test_goals_and_cards_of_an_unlabelled_match_are_too_many(label: Match, match: MakeMatch):
    other = match("2-1", *label.goals, cards=label.cards, home="Dunmere", away="Oxley")
    found = compare_document([label], [label, other])
    assert tally(found, scoring.SCORER_AND_TEAM) == (3, 3, 0)
    assert tally(found, scoring.MINUTE) == (2, 0, 0)
    assert tally(found, scoring.DISMISSAL) == (1, 1, 0)


def test_two_legs_in_one_document_are_paired_by_their_scores(match: MakeMatch, goal: MakeGoal):
    first = match("1-0", goal("Milo Tarn", HOME))
    second = match("0-2", goal("Jory Pell", AWAY))
    told = [match("0-2", goal("Jory Pell", AWAY)), match("1-0", goal("Milo Tarn", HOME))]
    assert all(found.is_exact for found in compare_document([first, second], told))


def test_the_very_name_is_paired_before_one_with_fewer_words(match: MakeMatch):
    rovers, town = match("1-0", away="Oxley"), match("1-0", home="Ashby", away="Oxley")
    found = compare_document([rovers, town], [match("1-0", home="Ashby", away="Oxley"), match("2-2", away="Oxley")])
    assert [one.told.home for one in found if one.told] == [HOME, "Ashby"]
    assert tally(found, scoring.SCORE) == (1, 1, 1)


def test_what_is_told_of_the_tie_is_compared_by_club(match: MakeMatch):
    label = match("2-1", aggregate=(3, 3), advanced=AWAY, leg=2, first_leg=FirstLeg(AWAY, (2, 1)), shootout=(4, 5))
    swapped = match(
        "1-2",
        home=AWAY,
        away=HOME,
        aggregate=(3, 3),
        advanced="Corvale FC",
        leg=2,
        first_leg=FirstLeg(HOME, (1, 2)),
        shootout=(5, 4),
    )
    found = compared(label, swapped)
    kinds = (scoring.AGGREGATE, scoring.ADVANCED, scoring.LEG, scoring.FIRST_LEG, scoring.SHOOTOUT)
    assert {kind: tally(found, kind) for kind in kinds} == dict.fromkeys(kinds, (1, 0, 0))


@pytest.mark.parametrize(
    ("labelled", "told", "is_right"),
    [
        (FirstLeg(AWAY, (2, 1)), FirstLeg(AWAY, (2, 1)), True),
        (FirstLeg(AWAY, (2, 1)), FirstLeg(AWAY, (1, 2)), False),
        (FirstLeg(AWAY, (2, 1)), FirstLeg(HOME, (2, 1)), False),
        (FirstLeg(AWAY, (2, 1)), FirstLeg(None, (1, 2)), True),
        (FirstLeg(None, (2, 1)), FirstLeg(AWAY, (1, 2)), True),
        (FirstLeg(None, (2, 1)), FirstLeg(AWAY, (2, 0)), False),
    ],
)
def test_first_legs_need_their_sides_where_both_name_one(
    match: MakeMatch, labelled: FirstLeg, told: FirstLeg, is_right: bool
):
    found = compared(match("0-0", first_leg=labelled), match("0-0", first_leg=told))
    assert tally(found, scoring.FIRST_LEG) == ((1, 0, 0) if is_right else (0, 1, 1))


def test_a_derived_aggregate_may_be_left_out_and_may_not_be_wrong(match: MakeMatch):
    derived = match("2-1", aggregate=(3, 2), aggregate_basis="derived")
    assert tally(compared(derived, match("2-1")), scoring.AGGREGATE) == (0, 0, 0)
    assert tally(compared(derived, match("2-1", aggregate=(2, 3))), scoring.AGGREGATE) == (0, 1, 1)
    stated = match("2-1", aggregate=(3, 2), aggregate_basis="stated")
    assert tally(compared(stated, match("2-1")), scoring.AGGREGATE) == (0, 0, 1)
    assert tally(compared(match("2-1"), stated), scoring.AGGREGATE) == (0, 1, 0)


def test_what_is_told_of_the_tie_does_not_spoil_the_match(label: Match, match: MakeMatch):
    told = match("2-1", *label.goals, cards=label.cards, leg=1, has_extra_time=True)
    found = compared(label, told)
    assert (tally(found, scoring.LEG), tally(found, scoring.EXTRA_TIME)) == ((0, 1, 0), (0, 1, 0))
    assert found.is_exact
    assert said(found) == ["leg wrong: none, told 1", "extra time wrong: none, told played"]


def test_figures_of_nothing_are_perfect_and_of_errors_are_not():
    nothing = scoring.Figure(0, 0, 0)
    assert (nothing.precision, nothing.recall, nothing.f1) == (1.0, 1.0, 1.0)
    wrong = scoring.Figure(0, 2, 3)
    assert (wrong.precision, wrong.recall, wrong.f1) == (0.0, 0.0, 0.0)
    some = scoring.Figure(3, 1, 3)
    assert (some.precision, some.recall, round(some.f1, 3)) == (0.75, 0.5, 0.6)
