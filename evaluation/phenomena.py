"""Groups labelled goals by how they are told or scored, so that one sees which kind is read worst.

Belongs here: what can be derived from labels alone. Does not belong here: anything about the words of a text.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from evaluation.facts import Goal, Match
from evaluation.names import words
from evaluation.scoring import Comparison


@dataclass(frozen=True)
class Setting:
    """What the goals of one match have in common. full_matches: those that the document tells more than in passing."""

    match: Match
    full_matches: int

    def scored_by(self, goal: Goal) -> int:
        """How many goals of this match its scorer put into the other side's net; 0 for an own goal."""
        if goal.is_own_goal:
            return 0
        mine = words(goal.scorer), goal.team
        # An own goal of the same player is not among them: it counts for the other side.
        return sum((words(other.scorer), other.team) == mine for other in self.match.goals)


@dataclass(frozen=True)
class Group:
    """The labelled goals of one phenomenon: of how many the scorer was told, his side too, and the right minute.

    minute_right: also where the label has no minute and none was told; whether the side is right does not matter
    """

    name: str
    goals: int
    scorer: int
    scorer_and_side: int
    minute_right: int


def _is_late(goal: Goal, setting: Setting) -> bool:
    if goal.stoppage:
        return True
    return goal.minute is not None and goal.minute >= 90 and not setting.match.has_extra_time


PHENOMENA: dict[str, Callable[[Goal, Setting], bool]] = {
    "all goals": lambda goal, setting: True,
    "stated minute": lambda goal, setting: goal.minute is not None and goal.minute_basis == "stated",
    "relative minute": lambda goal, setting: goal.minute is not None and goal.minute_basis == "relative",
    "no minute": lambda goal, setting: goal.minute is None,
    "stoppage time, or the 90th": _is_late,
    "penalty": lambda goal, setting: goal.is_penalty,
    "own goal": lambda goal, setting: goal.is_own_goal,
    "one goal of the scorer": lambda goal, setting: setting.scored_by(goal) == 1,
    "scorer with a brace": lambda goal, setting: setting.scored_by(goal) == 2,
    "scorer with a hat-trick or more": lambda goal, setting: setting.scored_by(goal) > 2,
    "only match of its document": lambda goal, setting: setting.full_matches == 1,
    "match of a roundup": lambda goal, setting: setting.full_matches > 1,
    "score not printed": lambda goal, setting: setting.match.score_basis == "derived",
    "leg of a tie": lambda goal, setting: setting.match.is_two_legged,
    "extra time": lambda goal, setting: setting.match.has_extra_time,
    "with a dismissal": lambda goal, setting: any(card.is_dismissal for card in setting.match.cards),
}


def group(documents: Sequence[Sequence[Comparison]]) -> list[Group]:
    """What became of the labelled goals, by phenomenon; a goal can be in several. A document is its comparisons."""
    outcomes = []
    for compared in documents:
        labelled = [found for found in compared if found.label is not None]
        outcomes += [
            (outcome, Setting(found.label, len(labelled)))
            for found in labelled
            if found.label
            for outcome in found.goals
        ]
    groups = []
    for name, belongs in PHENOMENA.items():
        mine = [outcome for outcome, setting in outcomes if belongs(outcome.goal, setting)]
        groups.append(
            Group(
                name,
                goals=len(mine),
                scorer=sum(outcome.has_scorer for outcome in mine),
                scorer_and_side=sum(outcome.has_side for outcome in mine),
                minute_right=sum(outcome.is_minute_right for outcome in mine),
            )
        )
    return groups
