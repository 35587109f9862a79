"""The lexicon: phrases and what they mean, kept as data beside the code, and the search for them.

Belongs here: reading the lists in `lexicon/*.toml` and finding their entries in texts. Does not belong here: any phrase.

A list is an array of tables. Each entry has `rule` (its name), `patterns` (regular expressions in the notation below)
and whatever attributes its readers want. In a pattern
    {finish}    stands for any form of any word of the set `finish` (`lexicon/words.toml`; verbs in all their forms),
    <m>         for a masked minute (`<m3>` in the text), likewise <c> club, <t> team by its role, <p> person, ...
    ~           for up to sixty characters without a mention and without a semicolon.
Entries are tried in the order of the file; of matches that start together the first entry wins.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl

from extract.reports.spans import find_spans, without_overlaps

FOLDER = Path(__file__).parent / "lexicon"

_SET = re.compile(r"\{([a-z_]+)\}")
_TAG = re.compile(r"<([a-z]+)>")
_VOWELS = "aeiou"


def _forms(verb: str) -> list[str]:
    """All forms of a verb: given ones if it lists them ("put puts putting"), regular ones else; a particle stays."""
    if "(" in verb:
        return [verb]
    if " " in verb:
        return verb.split()
    if verb.endswith("e"):
        return [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return [verb, third, verb + "ed", verb + "ing"]


@cache
def word_sets() -> dict[str, str]:
    """The word sets of `words.toml` as alternations, longest first so that no word hides a longer one."""
    words = tomllib.loads((FOLDER / "words.toml").read_text("utf-8"))
    sets = {}
    for name, members in words["verbs"].items():
        sets[name] = sorted({form for verb in members for form in _forms(verb)}, key=lambda word: (-len(word), word))
    for name, members in words["words"].items():
        sets[name] = sorted(members, key=lambda word: (-len(word), word))
    for name, column in (("demonym", "adjectives"), ("demonym_plural", "plurals"), ("demonym_single", "singles")):
        members = {word for country in nationalities() for word in country[column]}
        if name == "demonym_single":  # "the Brazilian" is a man as well as an adjective
            members |= {word for country in nationalities() for word in country["adjectives"]}
        sets[name] = sorted(members, key=lambda word: (-len(word), word))
    return {name: "(?:" + "|".join(members) + ")" for name, members in sets.items()}


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


def expand(pattern: str) -> str:
    """A pattern of the lists as the regular expression that it stands for. Raises KeyError for an unknown set."""
    pattern = _SET.sub(lambda m: word_sets()[m[1]], pattern)
    return _TAG.sub(lambda m: f"<[{m[1]}][0-9]+>", pattern).replace("~", "[^<>;]{0,60}?")


@cache
def entries(name: str) -> tuple[dict[str, Any], ...]:
    """The entries of the list `name`, their patterns expanded, in the order of the file."""
    listed = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))[name]
    return tuple(entry | {"patterns": [expand(p) for p in entry["patterns"]]} for entry in listed)


@cache
def _patterns(name: str) -> tuple[tuple[int, str], ...]:
    """Per entry its number and one expression for all its patterns. One expression for the whole list would be two
    hundred times slower: its automaton outgrows the memory that the matcher keeps for it."""
    return tuple(
        (number, rf"(?i)\b{{start-half}}(?:{'|'.join(e['patterns'])})\b{{end-half}}")
        for number, e in enumerate(entries(name))
    )


def find_entries(
    texts: pl.DataFrame, name: str, attributes: dict[str, pl.DataType], text: str = "text"
) -> pl.DataFrame:
    """Every match of the list `name` in texts (row, ...): row, start, end, surface, rule and the attributes.

    Of matches that overlap the one that starts first stays; of those that start together the earlier entry's.
    """
    found = [
        find_spans(texts.select("row", text), pattern, text).with_columns(entry=pl.lit(number, pl.Int32))
        for number, pattern in _patterns(name)
    ]
    meanings = pl.DataFrame(
        [{"entry": n, "rule": e["rule"]} | {a: e.get(a) for a in attributes} for n, e in enumerate(entries(name))],
        schema={"entry": pl.Int32, "rule": pl.String} | attributes,
    )
    spans = without_overlaps(pl.concat(found), "row", "entry")
    return spans.join(meanings, on="entry", how="left", maintain_order="left").drop("entry")
