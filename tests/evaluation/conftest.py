"""What the tests of the evaluation share: making matches and labelled folders in few words. All of it is invented."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evaluation.facts import Card, Goal, Match

Folder = Callable[..., Path]


def _goal(scorer: str, team: str, minute: int | None = None, **said: Any) -> Goal:
    basis = "none" if minute is None else "stated"
    return Goal(**{"scorer": scorer, "team": team, "minute": minute, "minute_basis": basis, **said})


def _match(score: str = "2-1", *goals: Goal, cards: tuple[Card, ...] = (), **said: Any) -> Match:
    home, away = (None if number == "?" else int(number) for number in score.split("-"))
    result = None if home is None or away is None else (home, away)
    return Match(**{"home": "Ashby Rovers", "away": "Corvale", "score": result, "goals": goals, "cards": cards, **said})


@pytest.fixture
def goal() -> Callable[..., Goal]:
    """A goal with a stated minute, or none."""
    return _goal


@pytest.fixture
def match() -> Callable[..., Match]:
    """Ashby Rovers against Corvale, unless other clubs are named."""
    return _match


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Writes a labelled folder: a text and a label (a dict, or the words of the file) by name; None writes no file."""

    def write(**documents: tuple[str | None, object]) -> Path:
        for part in ("texts", "labels"):
            (tmp_path / "labelled" / part).mkdir(parents=True, exist_ok=True)
        for name, (text, label) in documents.items():
            if text is not None:
                (tmp_path / "labelled" / "texts" / f"{name}.txt").write_text(text, encoding="utf-8")
            if label is not None:
                words = label if isinstance(label, str) else json.dumps(label)
                (tmp_path / "labelled" / "labels" / f"{name}.json").write_text(words, encoding="utf-8")
        return tmp_path / "labelled"

    return write
