"""What a report says of its matches, in one shape for labels and for what was read.

Belongs here: the facts alone. Does not belong here: where they come from (`labels`, `told`), and when two of them are
the same (`names`, `scoring`).
"""

from dataclasses import dataclass, field

#: Two numbers, in the order of the match's sides: home, away.
Pair = tuple[int, int]

DISMISSALS = ("red", "second_yellow")


@dataclass(frozen=True)
class Goal:
    """A goal. team: the side whose score goes up; minute_basis: stated, relative or none.

    evidence: the words it was read from; a label has none
    """

    scorer: str
    team: str | None
    minute: int | None = None
    stoppage: int | None = None
    minute_basis: str = "none"
    is_penalty: bool = False
    is_own_goal: bool = False
    evidence: str = ""

    @property
    def person(self) -> str:
        return self.scorer


@dataclass(frozen=True)
class Card:
    """A card of a player: yellow, second_yellow or red."""

    player: str
    team: str | None
    card: str
    minute: int | None = None
    stoppage: int | None = None
    evidence: str = ""

    @property
    def person(self) -> str:
        return self.player

    @property
    def is_dismissal(self) -> bool:
        return self.card in DISMISSALS


@dataclass(frozen=True)
class FirstLeg:
    """The score of the first leg as its home side had it; home_team is None where only two numbers are told."""

    home_team: str | None
    score: Pair


@dataclass(frozen=True)
class Match:
    """A match as one document tells it; what the text does not say is None.

    is_brief: mentioned in passing; is_home_known: the text says who was at home; *_basis: stated, or derived from
    what else is said; verdict, verdict_reason: the reader's own, a label has none
    """

    home: str
    away: str
    score: Pair | None
    score_basis: str | None = None
    is_home_known: bool = False
    is_brief: bool = False
    leg: int | None = None
    has_extra_time: bool = False
    shootout: Pair | None = None
    aggregate: Pair | None = None
    aggregate_basis: str | None = None
    first_leg: FirstLeg | None = None
    advanced: str | None = None
    goals: tuple[Goal, ...] = field(default=())
    cards: tuple[Card, ...] = field(default=())
    verdict: str | None = None
    verdict_reason: str | None = None

    @property
    def title(self) -> str:
        home, away = self.score or ("?", "?")
        return f"{self.home} {home}-{away} {self.away}"

    @property
    def is_two_legged(self) -> bool:
        return self.leg is not None or self.aggregate is not None or self.first_leg is not None


def clock(fact: Goal | Card) -> str:
    """A minute as it is printed: 90+3, or no minute."""
    if fact.minute is None:
        return "no minute"
    return f"{fact.minute}+{fact.stoppage}" if fact.stoppage else str(fact.minute)
