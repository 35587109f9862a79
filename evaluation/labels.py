"""Reads a folder of labelled reports: texts/*.txt, and for each a label of the same name, labels/*.json.

Belongs here: what a label file may look like, and saying which file and which field is wrong. Does not belong here: what
the labels are held against.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from evaluation.facts import DISMISSALS, Card, FirstLeg, Goal, Match, Pair

TEXTS, LABELS = "texts", "labels"
CARDS = ("yellow", *DISMISSALS)
#: How sure a value is: printed in the text, or following from it.
BASES = ("stated", "derived", "none")
MINUTE_BASES = ("stated", "relative", "none")

_FAULTS_SHOWN = 10
_LATEST_MINUTE = 150
_NUMBER = re.compile(r"\d+")
#: So like a field that is missing, an unknown one is a slip of the pen.
_SLIP = 0.8


class BadLabels(Exception):
    """The folder cannot be measured with; says what is wrong, where, and what to do."""


@dataclass(frozen=True)
class Document:
    """A labelled report: its name, its text file and the matches that it tells."""

    name: str
    text: Path
    matches: tuple[Match, ...]


def read_labels(folder: Path, *, only: str = "*") -> list[Document]:
    """The labelled reports whose name fits the pattern `only`, by name. Raises BadLabels."""
    if not folder.is_dir():
        raise BadLabels(f"There is no folder {folder}. Name one with {TEXTS}/*.txt and {LABELS}/*.json in it.")
    found = {}
    for part, suffix in ((TEXTS, ".txt"), (LABELS, ".json")):
        if not (folder / part).is_dir():
            raise BadLabels(f"There is no folder {folder / part}: texts are read from {TEXTS}/, labels from {LABELS}/.")
        files = sorted(path for path in (folder / part).iterdir() if _is_meant(path, suffix))
        found[part] = {path.stem: path for path in files if fnmatchcase(path.stem, only)}
    texts, labels = found[TEXTS], found[LABELS]
    if not texts and not labels:
        whose = "" if only == "*" else f" whose name without ending fits {only!r}"
        raise BadLabels(f"There is nothing to measure in {folder}: no {TEXTS}/*.txt{whose}.")
    faults = [
        f"{LABELS}/{name}.json has no text: put it into {TEXTS}/{name}.txt, or take the label away."
        for name in sorted(labels.keys() - texts.keys())
    ]
    faults += [
        f"{TEXTS}/{name}.txt has no label: write {LABELS}/{name}.json, or take the text away."
        for name in sorted(texts.keys() - labels.keys())
    ]
    documents = []
    for name in sorted(labels.keys() & texts.keys()):
        try:
            documents.append(Document(name, texts[name], _matches(labels[name])))
        except BadLabels as fault:
            faults.append(str(fault))
    if faults:
        more = len(faults) - _FAULTS_SHOWN
        raise BadLabels("\n".join([*faults[:_FAULTS_SHOWN], *([f"and {more} more"] if more > 0 else [])]))
    return documents


def _is_meant(path: Path, suffix: str) -> bool:
    return path.suffix.lower() == suffix and not path.name.startswith(".") and path.is_file()


def _matches(file: Path) -> tuple[Match, ...]:
    where = f"{file.parent.name}/{file.name}"
    try:
        content = json.loads(file.read_text(encoding="utf-8-sig"))
    except json.JSONDecodeError as error:
        raise BadLabels(f"{where} is not JSON: line {error.lineno}, column {error.colno}: {error.msg}.") from None
    except UnicodeDecodeError:
        raise BadLabels(f"{where} is not UTF-8: save it as UTF-8.") from None
    except (OSError, RecursionError, ValueError) as error:
        raise BadLabels(f"{where} could not be read: {error}.") from None
    label = _Fields(where, "", content, _LABEL_FIELDS)
    name = label.text("id", default=file.stem)
    if name != file.stem:
        raise label.fault("id", f"the name of the file, {file.stem!r}")
    return tuple(_match(fields) for fields in label.objects("matches", _MATCH_FIELDS, is_required=True))


def _match(fields: "_Fields") -> Match:
    return Match(
        home=fields.text("home"),
        away=fields.text("away"),
        score=fields.both("home_score", "away_score"),
        score_basis=fields.one_of("score_basis", BASES),
        is_home_known=fields.flag("venue_home_known"),
        is_brief=fields.flag("brief"),
        leg=fields.number("leg", 1, 9),
        has_extra_time=fields.flag("extra_time"),
        shootout=fields.printed_score("shootout"),
        aggregate=_aggregate(fields),
        aggregate_basis=fields.one_of("aggregate_basis", BASES),
        first_leg=_first_leg(fields),
        advanced=fields.text("advanced", default=None),
        goals=tuple(_goal(goal) for goal in fields.objects("goals", _GOAL_FIELDS)),
        cards=tuple(_card(card) for card in fields.objects("cards", _CARD_FIELDS)),
    )


def _aggregate(fields: "_Fields") -> Pair | None:
    aggregate = fields.object("aggregate", ("home", "away"))
    return aggregate and aggregate.both("home", "away")


def _first_leg(fields: "_Fields") -> FirstLeg | None:
    first_leg = fields.object("first_leg", ("home_team_of_first_leg", "score"))
    score = first_leg and first_leg.printed_score("score")
    return FirstLeg(first_leg.text("home_team_of_first_leg", default=None), score) if first_leg and score else None


def _goal(fields: "_Fields") -> Goal:
    goal = Goal(
        scorer=fields.text("scorer"),
        team=fields.text("team"),
        minute=fields.number("minute", 1, _LATEST_MINUTE),
        stoppage=fields.number("stoppage", 0, 30),
        minute_basis=fields.one_of("minute_basis", MINUTE_BASES) or "none",
        is_penalty=fields.flag("penalty"),
        is_own_goal=fields.flag("own_goal"),
    )
    if goal.minute is not None and goal.minute_basis == "none":
        raise fields.fault("minute_basis", '"stated" or "relative" where a minute is given')
    return goal


def _card(fields: "_Fields") -> Card:
    return Card(
        player=fields.text("player"),
        team=fields.text("team", default=None),
        card=fields.one_of("card", CARDS, is_required=True),
        minute=fields.number("minute", 1, _LATEST_MINUTE),
        stoppage=fields.number("stoppage", 0, 30),
    )


_LABEL_FIELDS = ("id", "matches")
_MATCH_FIELDS = (
    *("home", "away", "home_score", "away_score", "score_basis", "venue_home_known", "brief", "leg", "extra_time"),
    *("shootout", "aggregate", "aggregate_basis", "first_leg", "advanced", "goals", "cards"),
)
_GOAL_FIELDS = ("scorer", "team", "minute", "stoppage", "minute_basis", "penalty", "own_goal")
_CARD_FIELDS = ("player", "team", "card", "minute", "stoppage")
_REQUIRED: Any = object()


class _Fields:
    """One JSON object of a label. Every method gives the value of a field, or raises BadLabels naming it.

    Fields that are not known are notes of whoever labelled, and passed over.
    """

    def __init__(self, file: str, place: str, content: object, known: tuple[str, ...]) -> None:
        self._file, self._place = file, place
        if not isinstance(content, dict):
            raise BadLabels(
                f"{file}: {place.rstrip('.') or 'the whole'} is {_shown(content)}; it must be an object {{...}}."
            )
        self._content = content
        missing = [field for field in known if field not in content]
        for field in content.keys() - set(known):
            for meant in get_close_matches(field, missing, n=1, cutoff=_SLIP):
                raise BadLabels(f"{file}: {place}{field} is not a field. Is {meant!r} meant?")

    def fault(self, field: str, must_be: str) -> BadLabels:
        place = f"{self._file}: {self._place}{field}"
        if field not in self._content:
            return BadLabels(f"{place} is missing; it must be {must_be}.")
        return BadLabels(f"{place} is {_shown(self._content[field])}; it must be {must_be}.")

    def text(self, field: str, *, default: Any = _REQUIRED) -> Any:
        value = self._content.get(field)
        if value is None and default is not _REQUIRED:
            return default
        if not isinstance(value, str) or not value.strip():
            raise self.fault(field, "a text" + ("" if default is _REQUIRED else ", or null"))
        return value

    def flag(self, field: str) -> bool:
        value = self._content.get(field)
        if not isinstance(value, bool | None):
            raise self.fault(field, "true or false")
        return bool(value)

    def number(self, field: str, least: int, most: int | None = None) -> int | None:
        value = self._content.get(field)
        # JSON's true is a number to Python.
        is_number = isinstance(value, int) and not isinstance(value, bool)
        if value is not None and not (is_number and least <= value <= (value if most is None else most)):
            limits = f"from {least} on" if most is None else f"from {least} to {most}"
            raise self.fault(field, f"a whole number {limits}, or null")
        return value

    def one_of(self, field: str, choices: tuple[str, ...], *, is_required: bool = False) -> Any:
        value = self._content.get(field)
        if value in choices or (value is None and not is_required):
            return value
        listed = ", ".join(f'"{choice}"' for choice in choices)
        raise self.fault(field, f"one of {listed}" + ("" if is_required else ", or null"))

    def both(self, home: str, away: str) -> Pair | None:
        """Two numbers that are told together, or not at all."""
        for field in (home, away):
            if field not in self._content:
                raise self.fault(field, "a whole number from 0 on, or null")
        one, other = self.number(home, 0), self.number(away, 0)
        if (one is None) != (other is None):
            raise self.fault(home if one is None else away, "a number too, or both must be null")
        return None if one is None or other is None else (one, other)

    def printed_score(self, field: str) -> Pair | None:
        value = self._content.get(field)
        if value is None:
            return None
        numbers = [int(number) for number in _NUMBER.findall(value)] if isinstance(value, str) else []
        if len(numbers) != 2:
            raise self.fault(field, 'two numbers as in "2-1", or null')
        return numbers[0], numbers[1]

    def object(self, field: str, known: tuple[str, ...]) -> "_Fields | None":
        value = self._content.get(field)
        return None if value is None else _Fields(self._file, f"{self._place}{field}.", value, known)

    def objects(self, field: str, known: tuple[str, ...], *, is_required: bool = False) -> "Iterator[_Fields]":
        value = self._content.get(field)
        if value is None and not is_required:
            return
        if not isinstance(value, list):
            raise self.fault(field, "a list [...]")
        for number, content in enumerate(value):
            yield _Fields(self._file, f"{self._place}{field}[{number}].", content, known)


def _shown(value: object) -> str:
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= 40 else f"{shown[:40]}..."
