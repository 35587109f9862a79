"""The lexicon: words kept as data beside the code, that tell names from other words with a capital.

Belongs here: reading the lists of `lexicon/*.toml` that name words and no phrases. Does not belong here: any word, and
the lists of phrases (`phrases`, `clock`).
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "lexicon"


@cache
def nationalities() -> list[dict[str, Any]]:
    """Countries with the words for their people: country, adjectives, plurals, singles."""
    return tomllib.loads((FOLDER / "nationalities.toml").read_text("utf-8"))["nationalities"]


@cache
def not_names() -> tuple[str, ...]:
    """Words that a capital does not make a name, as they are spelt, and the nationalities."""
    listed = tomllib.loads((FOLDER / "not_names.toml").read_text("utf-8"))["not_names"].split()
    peoples = [w for c in nationalities() for k in ("adjectives", "plurals", "singles") for w in c[k]]
    return tuple(sorted({*listed, *peoples}))


@cache
def common_surnames() -> tuple[str, ...]:
    """Common words that are surnames behind a first name."""
    return tuple(tomllib.loads((FOLDER / "not_names.toml").read_text("utf-8"))["common_surnames"].split())
