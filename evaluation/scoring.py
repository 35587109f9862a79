"""Holds what was told against labels: pairs matches, goals and cards, counts what is right, and notes each miss.

Belongs here: the rules of the measurement. Does not belong here: reading labels or tables, printing, and when two names
are the same (`names`).

Sides are compared by club, never by who stands first: a label and a told match with their sides swapped differ in the
home side alone.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from evaluation.facts import Card, FirstLeg, Goal, Match, Pair, clock
from evaluation.names import club, same_club, same_person

RIGHT, EXTRA, MISSED = "right", "extra", "missed"

MATCH, SCORE, HOME_SIDE = "match found", "match + score", "home side"
SCORER, SCORER_AND_TEAM = "goal scorer", "goal scorer+team"
MINUTE, NEAR_MINUTE = "goal minute +-0", "goal minute +-1"
STATED_MINUTE, RELATIVE_MINUTE = "goal minute +-0 (stated)", "goal minute +-0 (relative)"
PENALTY, OWN_GOAL = "penalty flag", "own-goal flag"
DISMISSAL, SECOND_YELLOW, YELLOW, CARD_MINUTE = "dismissal", "second-yellow kind", "yellow card", "card minute +-1"
AGGREGATE, ADVANCED, LEG, FIRST_LEG = "aggregate", "advanced", "leg", "first-leg score"
SHOOTOUT, EXTRA_TIME = "shootout", "extra time"

#: Every kind of fact that is counted, in the order in which it is printed.
KINDS = (
    *(MATCH, SCORE, HOME_SIDE, SCORER, SCORER_AND_TEAM, MINUTE, NEAR_MINUTE, STATED_MINUTE, RELATIVE_MINUTE),
    *(PENALTY, OWN_GOAL, DISMISSAL, SECOND_YELLOW, YELLOW, CARD_MINUTE),
    *(AGGREGATE, ADVANCED, LEG, FIRST_LEG, SHOOTOUT, EXTRA_TIME),
)
_MINUTE_BY_BASIS = {"stated": STATED_MINUTE, "relative": RELATIVE_MINUTE}

Counts = Counter[tuple[str, str]]
_Fact = TypeVar("_Fact", Goal, Card)
_Value = TypeVar("_Value")


@dataclass(frozen=True)
class Figure:
    """How often a kind of fact was told rightly, told without being so, and not told."""

    right: int
    extra: int
    missed: int

    @property
    def precision(self) -> float:
        """Of what was told, the part that is right; 1 if nothing was."""
        told = self.right + self.extra
        return self.right / told if told else 1.0

    @property
    def recall(self) -> float:
        """Of what is to be told, the part that was; 1 if nothing is."""
        labelled = self.right + self.missed
        return self.right / labelled if labelled else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def figures(counts: Counts) -> dict[str, Figure]:
    """The figure of every kind, those that never came up too."""
    return {kind: Figure(*(counts[kind, outcome] for outcome in (RIGHT, EXTRA, MISSED))) for kind in KINDS}


@dataclass(frozen=True)
class Miss:
    """A fact that is missing, told without being so, or told wrongly.

    what: the kind of miss; who: whom or what it is about; fact: the goal or card, as it was told; as it is labelled if it
    was not; None for what is said of the match as a whole
    """

    what: str
    who: str
    fact: Goal | Card | None = None


@dataclass(frozen=True)
class GoalFound:
    """What became of a labelled goal: whether its scorer was told, and then his side, and the minute.

    is_minute_right: the same minute, or none where the label has none
    """

    goal: Goal
    has_scorer: bool = False
    has_side: bool = False
    is_minute_right: bool = False


@dataclass
class Comparison:
    """A labelled match and what was told of it; label is None for a told match that nobody labelled.

    is_exact: every goal and card is there and nothing else is, minutes within one; has_exact_people: the same, minutes
    not judged
    """

    label: Match | None
    told: Match | None
    counts: Counts = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)
    goals: list[GoalFound] = field(default_factory=list)
    invented_minutes: int = 0
    is_exact: bool = True
    has_exact_people: bool = True

    def count(self, outcome: str, *kinds: str) -> None:
        self.counts.update((kind, outcome) for kind in kinds)

    def wrong(self, *kinds: str) -> None:
        """Told, but not as it is: that is one fact too many, and one missing."""
        self.count(EXTRA, *kinds)
        self.count(MISSED, *kinds)

    def miss(self, what: str, who: str, fact: Goal | Card | None = None) -> None:
        self.misses.append(Miss(what, who, fact))

    def spoil(self, *, by_minute: bool = False) -> None:
        self.is_exact = False
        self.has_exact_people = self.has_exact_people and by_minute


def compare_document(labels: Sequence[Match], told: Sequence[Match]) -> list[Comparison]:
    """Pairs the matches of a document and compares each pair.

    A match that a label mentions in passing may be told or not, and told in any way. A match that is told as mentioned
    in passing, and that no label has, costs nothing either.
    """
    told = [match for match in told if is_counted(labels, match)]
    partners = _pair_matches(labels, told)
    compared = [
        compare_match(label, told[partners[number]] if number in partners else None)
        for number, label in enumerate(labels)
        if not label.is_brief
    ]
    spare = sorted(set(range(len(told))) - set(partners.values()))
    return compared + [_unlabelled(told[number]) for number in spare]


def is_counted(labels: Sequence[Match], told: Match) -> bool:
    """Whether a told match counts at all: one that is told in passing does only if a label has it."""
    return not told.is_brief or any(facing(label, told) for label in labels)


def facing(label: Match, told: Match) -> int:
    """1: the clubs of both are the same, side by side; -1: with the sides swapped; 0: they are other clubs."""
    if same_club(label.home, told.home) and same_club(label.away, told.away):
        return 1
    if same_club(label.home, told.away) and same_club(label.away, told.home):
        return -1
    return 0


def _pair_matches(labels: Sequence[Match], told: Sequence[Match]) -> dict[int, int]:
    """Which told match answers which label: those with the very same names first, then those with the same score."""

    def preference(one: int, other: int) -> tuple[int, bool, bool]:
        label, match = labels[one], told[other]
        names = {club(match.home), club(match.away)}
        same_names = (club(label.home) in names) + (club(label.away) in names)
        is_swapped = facing(label, match) < 0
        return -same_names, _turned(match.score, is_swapped) != label.score, is_swapped

    return _best_pairs(
        (preference(one, other), one, other)
        for one, label in enumerate(labels)
        for other, match in enumerate(told)
        if facing(label, match)
    )


def _best_pairs(candidates: Iterable[tuple[tuple, int, int]]) -> dict[int, int]:
    """Takes the best candidates first, each side once. A candidate: how good it is (less is better), and the two."""
    taken: dict[int, int] = {}
    for _, one, other in sorted(candidates):
        if one not in taken and other not in taken.values():
            taken[one] = other
    return taken


def _unlabelled(told: Match) -> Comparison:
    found = Comparison(None, told)
    found.spoil()
    found.count(EXTRA, MATCH, SCORE)
    found.miss("match not labelled", told.title)
    for _ in told.goals:
        found.count(EXTRA, SCORER, SCORER_AND_TEAM)
    for card in told.cards:
        found.count(EXTRA, DISMISSAL if card.is_dismissal else YELLOW)
    return found


def compare_match(label: Match, told: Match | None) -> Comparison:
    """Compares one match with what was told of it, None if nothing was."""
    found = Comparison(label, told)
    if told is None:
        found.count(MISSED, MATCH, SCORE)
        found.miss("match missing", label.title)
        found.spoil()
        told = Match(label.home, label.away, score=None)
    else:
        _compare_result(found, label, told)
    _compare_goals(found, label, told.goals)
    _compare_cards(found, label, told.cards, DISMISSAL)
    _compare_cards(found, label, told.cards, YELLOW)
    _compare_tie(found, label, told)
    return found


def _compare_result(found: Comparison, label: Match, told: Match) -> None:
    is_swapped = facing(label, told) < 0
    found.count(RIGHT, MATCH)
    score = _turned(told.score, is_swapped)
    if score == label.score or (score is None and label.score_basis == "derived"):
        found.count(RIGHT, SCORE)
    else:
        found.wrong(SCORE)
        found.miss("score wrong", f"told {_printed(score)}")
        found.spoil()
    if label.is_home_known and is_swapped:
        found.wrong(HOME_SIDE)
        found.miss("home side swapped", f"told {told.title}")
    elif label.is_home_known:
        found.count(RIGHT, HOME_SIDE)


def _compare_goals(found: Comparison, label: Match, told: Sequence[Goal]) -> None:
    partners = _align(label.goals, told, has_extra_time=label.has_extra_time)
    for number, goal in enumerate(label.goals):
        if number in partners:
            _compare_goal(found, label, goal, told[partners[number]])
            continue
        found.spoil()
        found.goals.append(GoalFound(goal))
        found.count(MISSED, SCORER, SCORER_AND_TEAM, *_marks(goal))
        if goal.minute is not None:
            found.count(MISSED, *_minute_kinds(goal))
        found.miss("goal missing", f"{goal.scorer} ({_team(goal)}, {clock(goal)})", goal)
    for number, goal in enumerate(told):
        if number not in partners.values():
            found.spoil()
            found.count(EXTRA, SCORER, SCORER_AND_TEAM, *_marks(goal))
            if goal.minute is not None:
                found.count(EXTRA, MINUTE, NEAR_MINUTE)
            found.miss("goal not in the match", f"{goal.scorer} ({_team(goal)}, {clock(goal)})", goal)


def _compare_goal(found: Comparison, label: Match, goal: Goal, told: Goal) -> None:
    has_right_side = _side(label, goal.team) == _side(label, told.team)
    found.count(RIGHT, SCORER)
    if has_right_side:
        found.count(RIGHT, SCORER_AND_TEAM)
    else:
        found.wrong(SCORER_AND_TEAM)
        found.miss("team wrong", f"{goal.scorer} is of {goal.team}, told {_team(told)}", told)
        found.spoil()
    is_minute_right = _compare_minute(found, label, goal, told)
    for kind, is_so, is_told in (
        (PENALTY, goal.is_penalty, told.is_penalty),
        (OWN_GOAL, goal.is_own_goal, told.is_own_goal),
    ):
        if is_so or is_told:
            found.count(RIGHT if is_so and is_told else EXTRA if is_told else MISSED, kind)
        if is_so != is_told:
            what = kind.removesuffix(" flag").replace("-", " ")
            found.miss(f"{what} {'not told' if is_so else 'wrongly told'}", goal.scorer, told)
            found.spoil()
    found.goals.append(GoalFound(goal, True, has_right_side, is_minute_right))


def _compare_minute(found: Comparison, label: Match, goal: Goal, told: Goal) -> bool:
    if goal.minute is None:
        if told.minute is not None:
            found.count(EXTRA, MINUTE, NEAR_MINUTE)
            found.invented_minutes += 1
            found.miss("minute invented", f"{goal.scorer}, told {clock(told)}", told)
            found.spoil(by_minute=True)
        return told.minute is None
    distance = _distance(goal, told, has_extra_time=label.has_extra_time)
    if distance is None:
        found.count(MISSED, *_minute_kinds(goal))
        found.miss("minute missing", f"{goal.scorer} {clock(goal)} ({goal.minute_basis})", told)
        found.spoil(by_minute=True)
        return False
    for kind in _minute_kinds(goal):
        if distance <= (kind == NEAR_MINUTE):
            found.count(RIGHT, kind)
        else:
            found.wrong(kind)
    if distance:
        who = f"{goal.scorer} {clock(goal)} ({goal.minute_basis}), told {clock(told)}"
        found.miss("minute wrong", who, told)
    if distance > 1:
        found.spoil(by_minute=True)
    return distance == 0


def _minute_kinds(goal: Goal) -> tuple[str, str, str]:
    return MINUTE, NEAR_MINUTE, _MINUTE_BY_BASIS[goal.minute_basis]


def _marks(goal: Goal) -> list[str]:
    return [kind for kind, is_so in ((PENALTY, goal.is_penalty), (OWN_GOAL, goal.is_own_goal)) if is_so]


def _compare_cards(found: Comparison, label: Match, told: Sequence[Card], kind: str) -> None:
    """Compares the dismissals, or the yellow cards that were the only one of their player."""
    labelled = [card for card in label.cards if card.is_dismissal == (kind == DISMISSAL)]
    told = [card for card in told if card.is_dismissal == (kind == DISMISSAL)]
    partners = _align(labelled, told, has_extra_time=label.has_extra_time)
    for number, card in enumerate(labelled):
        if number in partners:
            _compare_card(found, label, card, told[partners[number]])
            continue
        found.spoil()
        found.count(MISSED, kind, *([SECOND_YELLOW] if card.card == "second_yellow" else []))
        if card.minute is not None:
            found.count(MISSED, CARD_MINUTE)
        found.miss(f"{kind} missing", f"{card.player} ({_team(card)}, {clock(card)})", card)
    for number, card in enumerate(told):
        if number not in partners.values():
            found.spoil()
            found.count(EXTRA, kind, *([SECOND_YELLOW] if card.card == "second_yellow" else []))
            found.miss(f"{kind} not in the match", f"{card.player} ({_team(card)}, {clock(card)})", card)


def _compare_card(found: Comparison, label: Match, card: Card, told: Card) -> None:
    found.count(RIGHT, DISMISSAL if card.is_dismissal else YELLOW)
    is_second, is_told_so = card.card == "second_yellow", told.card == "second_yellow"
    if is_second or is_told_so:
        found.count(RIGHT if is_second and is_told_so else EXTRA if is_told_so else MISSED, SECOND_YELLOW)
    if is_second != is_told_so:
        found.miss("kind of card wrong", f"{card.player}: {card.card}, told {told.card}", told)
    if _side(label, card.team) != _side(label, told.team):
        found.miss("team of card wrong", f"{card.player} is of {_team(card)}, told {_team(told)}", told)
        found.spoil()
    if card.minute is None:
        return
    distance = _distance(card, told, has_extra_time=label.has_extra_time)
    if distance is not None and distance <= 1:
        found.count(RIGHT, CARD_MINUTE)
        return
    found.count(MISSED, CARD_MINUTE)
    if distance is None:
        found.miss("minute of card missing", f"{card.player} {clock(card)}", told)
    else:
        found.count(EXTRA, CARD_MINUTE)
        found.miss("minute of card wrong", f"{card.player} {clock(card)}, told {clock(told)}", told)


def _compare_tie(found: Comparison, label: Match, told: Match) -> None:
    """Compares what goes beyond the ninety minutes. None of it is asked of a match that is told exactly."""

    def compare(
        kind: str,
        labelled: _Value | None,
        said: _Value | None,
        *,
        show: Callable[[_Value], str] = str,
        may_be_left_out: bool = False,
    ) -> None:
        if labelled == said or (said is None and may_be_left_out):
            if said is not None:
                found.count(RIGHT, kind)
            return
        if said is not None:
            found.count(EXTRA, kind)
        if labelled is not None:
            found.count(MISSED, kind)
        shown = ["none" if value is None else show(value) for value in (labelled, said)]
        found.miss(f"{kind} wrong", f"{shown[0]}, told {shown[1]}")

    is_swapped = facing(label, told) < 0
    names = {1: label.home, -1: label.away}
    compare(
        AGGREGATE,
        label.aggregate,
        _turned(told.aggregate, is_swapped),
        show=_printed,
        may_be_left_out=label.aggregate_basis == "derived",
    )
    compare(ADVANCED, _side(label, label.advanced), _side(label, told.advanced), show=lambda side: names[side])
    compare(LEG, label.leg, told.leg)
    compare(FIRST_LEG, *_first_legs(label, told), show=_printed)
    compare(SHOOTOUT, _high_first(label.shootout), _high_first(told.shootout), show=_printed)
    compare(EXTRA_TIME, label.has_extra_time or None, told.has_extra_time or None, show=lambda _: "played")


def _first_legs(label: Match, told: Match) -> tuple[Pair | None, Pair | None]:
    """Both scores of the first leg, seen from the labelled home club; higher number first if a home side is open."""

    def seen_from_home(first_leg: FirstLeg | None) -> Pair | None:
        if first_leg is None or first_leg.home_team is None:
            return first_leg and first_leg.score
        return _turned(first_leg.score, _side(label, first_leg.home_team) != 1)

    legs = [match.first_leg for match in (label, told)]
    if any(leg is not None and leg.home_team is None for leg in legs):
        one, other = (_high_first(leg and leg.score) for leg in legs)
    else:
        one, other = (seen_from_home(leg) for leg in legs)
    return one, other


def _align(labelled: Sequence[_Fact], told: Sequence[_Fact], *, has_extra_time: bool) -> dict[int, int]:
    """Which told goal or card answers which label: the player's nearest in minute, then in order."""

    def preference(one: int, other: int) -> tuple[int, int]:
        distance = _distance(labelled[one], told[other], has_extra_time=has_extra_time)
        return 99 if distance is None else distance, abs(one - other)

    return _best_pairs(
        (preference(one, other), one, other)
        for one, fact in enumerate(labelled)
        for other, candidate in enumerate(told)
        if same_person(fact.person, candidate.person)
    )


def _distance(label: Goal | Card, told: Goal | Card, *, has_extra_time: bool) -> int | None:
    """Minutes between the two; None if one has no minute.

    "In stoppage time" is labelled without a number, and then any number is right.
    """
    one, other = (_played(fact, has_extra_time=has_extra_time) for fact in (label, told))
    if one is None or other is None:
        return None
    (minute, stoppage), (told_minute, told_stoppage) = one, other
    if minute == told_minute and stoppage in (None, told_stoppage):
        return 0
    # 90+1 and 91, with extra time, are not the same moment.
    return abs(minute + (stoppage or 0) - told_minute - (told_stoppage or 0)) or 1


def _played(fact: Goal | Card, *, has_extra_time: bool) -> tuple[int, int | None] | None:
    """Minute and stoppage. Where no extra time was played, "in the 93rd minute" is 90+3."""
    if fact.minute is None:
        return None
    if fact.stoppage is None and fact.minute > 90 and not has_extra_time:
        return 90, fact.minute - 90
    return fact.minute, fact.stoppage


def _side(match: Match, team: str | None) -> int | None:
    """1: the home side of the match; -1: the away side; None: neither."""
    is_home, is_away = same_club(match.home, team), same_club(match.away, team)
    if is_home and is_away:
        # "Sheffield" alone can be both; the full name cannot.
        return 1 if club(match.home) == club(team) else -1
    return 1 if is_home else -1 if is_away else None


def _turned(pair: Pair | None, is_swapped: bool) -> Pair | None:
    return (pair[1], pair[0]) if pair and is_swapped else pair


def _high_first(pair: Pair | None) -> Pair | None:
    return (max(pair), min(pair)) if pair else None


def _team(fact: Goal | Card) -> str:
    return fact.team or "no team"


def _printed(pair: Pair | None) -> str:
    return f"{pair[0]}-{pair[1]}" if pair else "none"
