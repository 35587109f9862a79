"""Phrases: patterns over the tokens of a sentence, and the search for them.

Belongs here: the notation of the lists in `lexicon/*.toml` and the search for their entries. Does not belong here: any
phrase (they are data), and what is made of one (`goals`, `cards`, `results`, ...).

A sentence becomes its shape, a string of one character per token: words that every list treats alike share a character,
so a rule over a whole sentence is a regular expression over some 25 characters. In a pattern
    word        stands for itself,
    {finish}    for any form of any word of the family `finish` (`lexicon/families.toml`),
    <p>         for a mention (see `tokens.Mention.tag`); <ct> for either of two kinds; <(> for a bracket itself,
    finals?     for "final" and "finals",
    _           for any word that is no mention (no mark either), % for one that is no little word either (the family
                `little`: prepositions, conjunctions, auxiliaries), ~ for any token but ; : and quotation marks,
    n  o  Y  W  for a number, an ordinal in digits, a year, an unknown word with a capital,
    's          for a possessive,
and ( | ) ? * + {0,4} mean what they mean in regular expressions. An entry has `rule` (its name), `patterns` and whatever
its readers want. Entries are tried in the order of the file; of matches that start together the first entry wins.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from re._parser import parse as sre_parse  # the parse tree of an expression; it has no public home since Python 3.11
from typing import Any

from extract.reports.lexicon import FOLDER
from extract.reports.tokens import Sentence

#: The lists whose patterns are in the notation above.
LISTS = ("goals", "cards", "scopes", "progress")

_TAGS = "pctxdrhms"
_MARKS = ',.;:()"-!?/'
_PATTERN = re.compile(
    r"\(\?P<\w+>|\(\?:|\(\?<?[=!]|\{[a-z_]+\}|\{[0-9]+,?[0-9]*\}|<[^<> ]+>|'s|[A-Za-z0-9][A-Za-z0-9&'-]*s\?|[A-Za-z0-9][A-Za-z0-9&'-]*|[()|?*+^$~_%]|[,.;:\"/!-]"
)
_WORD = re.compile(r"[a-z0-9][a-z0-9&'-]*\Z")
_VOWELS = "aeiou"
_FIRST = 0x100


def forms(verb: str) -> list[str]:
    """All forms of a verb: given ones if it lists them ("put puts putting"), regular ones else."""
    if " " in verb:
        return verb.split()
    if verb.endswith("e"):
        return [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return [verb, third, verb + "ed", verb + "ing"]


@cache
def families() -> dict[str, frozenset[str]]:
    """The word families of `families.toml` by name, every verb in all its forms."""
    listed = tomllib.loads((FOLDER / "families.toml").read_text("utf-8"))
    found = {name: frozenset(form for verb in verbs for form in forms(verb)) for name, verbs in listed["verbs"].items()}
    return found | {name: frozenset(words) for name, words in listed["words"].items()}


@cache
def entries(name: str) -> tuple[dict[str, Any], ...]:
    """The entries of the list `name`, as they stand in its file."""
    return tuple(tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))[name])


def _literals(pattern: str) -> Iterable[str]:
    for piece in _PATTERN.findall(pattern):
        if piece in ("n", "o", "Y", "W"):
            continue
        word = piece.lower()
        for form in (word[:-1], word[:-2]) if word.endswith("s?") else (word,):
            if _WORD.match(form):
                yield form


@cache
def _alphabet() -> tuple[dict[str, str], dict[str, str]]:
    """The character of every word that some list knows, and for each family and literal the characters it covers."""
    known = families()
    listed = {
        piece
        for name in LISTS
        if (FOLDER / f"{name}.toml").exists()
        for entry in entries(name)
        for pattern in entry["patterns"]
        for piece in _literals(pattern)
    } | _SPOKEN_OF
    of_word: dict[str, set[str]] = {}
    for family, words in known.items():
        for word in words:
            of_word.setdefault(word, set()).add(family)
    for word in listed:
        of_word.setdefault(word, set()).add("=" + word)
    codes: dict[frozenset[str], str] = {}
    characters = {}
    covered: dict[str, list[str]] = {}
    for word, groups in sorted(of_word.items()):
        key = frozenset(groups)
        if key not in codes:
            codes[key] = chr(_FIRST + len(codes))
            for group in groups:
                covered.setdefault(group, []).append(codes[key])
        characters[word] = codes[key]
    return characters, {group: "".join(members) for group, members in covered.items()}


def expression(pattern: str) -> str:
    """A pattern as the regular expression over shapes that it stands for. Raises KeyError for an unknown family."""
    _, covered = _alphabet()
    parts = []
    position = 0
    for match in _PATTERN.finditer(pattern):
        if pattern[position : match.start()].strip():
            raise ValueError(f"cannot read {pattern[position : match.start()]!r} in the pattern {pattern!r}")
        position = match.end()
        piece = match[0]
        if piece.startswith("(?") or piece in "()|?*+^$" or re.fullmatch(r"\{[0-9]+,?[0-9]*\}", piece):
            parts.append(piece)
        elif piece == "~":
            parts.append('[^;:"]')
        elif piece in "_%":
            parts.append(f"""[^pctxdrhms,.;:()"!?/'{covered["little"] if piece == "%" else ""}]""")
        elif piece[0] == "{":
            parts.append(f"[{covered[piece[1:-1]]}]")
        elif piece[0] == "<":
            parts.append(f"[{re.escape(piece[1:-1])}]")
        elif piece == "'s":
            parts.append("'")
        elif piece in ("n", "o", "Y", "W"):
            parts.append(piece)
        elif piece in _MARKS:
            parts.append(re.escape(piece))
        elif piece.endswith("s?"):
            parts.append(f"[{covered['=' + piece[:-1].lower()]}{covered['=' + piece[:-2].lower()]}]")
        else:
            parts.append(f"[{covered['=' + piece.lower()]}]")
    if pattern[position:].strip():
        raise ValueError(f"cannot read {pattern[position:]!r} in the pattern {pattern!r}")
    return "".join(parts)


#: Words that the phrases of the code speak of, beside those of the lists.
_SPOKEN_OF: set[str] = set()


class Phrase:
    """One pattern of the code, in the notation of the lists; made when a module is imported, compiled when first used.

    Raises RuntimeError if it is made after the first search: its words would not have their characters.
    """

    __slots__ = ("_compiled", "pattern")

    def __init__(self, pattern: str) -> None:
        if _alphabet.cache_info().currsize:
            raise RuntimeError(f"the phrase {pattern!r} comes too late: the alphabet is made")
        self.pattern = pattern
        self._compiled: re.Pattern[str] | None = None
        _SPOKEN_OF.update(_literals(pattern))

    @property
    def compiled(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(expression(self.pattern))
        return self._compiled

    def match(self, shaped: str) -> re.Match[str] | None:
        return self.compiled.match(shaped)

    def search(self, shaped: str) -> re.Match[str] | None:
        return self.compiled.search(shaped)

    def finditer(self, shaped: str) -> Iterator[re.Match[str]]:
        return self.compiled.finditer(shaped)


def _unknown(word: str, surface: str) -> str:
    first = word[0]
    if first.isdigit():
        if len(word) == 4 and word[:2] in ("19", "20") and word.isdigit():
            return "Y"
        return "o" if word[-2:] in ("st", "nd", "rd", "th") and word[:-2].isdigit() else "n" if word.isdigit() else "w"
    if first in _MARKS:
        return first
    if first == "'":
        return "'"
    if surface[0].isupper():
        return "W"
    return "y" if word.endswith("ly") else "w"


def shape(sentence: Sentence) -> str:
    """The shape of a sentence whose mentions are placed."""
    characters, _ = _alphabet()
    shaped = []
    for word, surface in zip(sentence.lower, sentence.words, strict=True):
        code = characters.get(word)
        if code is None:
            code = word[1] if word[0] == "<" and word != "<" else _unknown(word, surface)
        shaped.append(code)
    return "".join(shaped)


@cache
def _common_characters() -> frozenset[str]:
    characters, _ = _alphabet()
    known = families()
    return frozenset(
        characters[word] for family in ("little", "det", "aux", "be") for word in known[family]
    ) | frozenset("pcm,.'wW")


def _commonness(characters: frozenset[str]) -> int:
    return sum(40 if character in _common_characters() else 1 for character in characters)


def _needs(parsed: Any) -> frozenset[str] | None:
    """Characters of which one must be in whatever a parsed expression matches; None where nothing must be.

    Of the parts that each must match the one that rules out most is taken, with the fewest and rarest characters.
    """
    best: frozenset[str] | None = None
    for operation, argument in parsed:
        name = str(operation)
        needed: frozenset[str] | None = None
        if name == "LITERAL":
            needed = frozenset(chr(argument))
        elif name == "IN" and all(str(kind) == "LITERAL" for kind, _ in argument):
            needed = frozenset(chr(code) for _, code in argument)
        elif name == "SUBPATTERN":
            needed = _needs(argument[3])
        elif name in ("MAX_REPEAT", "MIN_REPEAT") and argument[0] > 0:
            needed = _needs(argument[2])
        elif name == "BRANCH":
            branches = [_needs(branch) for branch in argument[1]]
            if all(branch is not None for branch in branches):
                needed = frozenset().union(*branches)
        if needed is not None and (best is None or _commonness(needed) < _commonness(best)):
            best = needed
    return best


@cache
def _searches(name: str) -> tuple[list[tuple[int, dict[str, Any], re.Pattern[str]]], dict[str, set[int]], set[int]]:
    """The patterns of a list, which of them each character may begin to satisfy, and those that need none."""
    searches: list[tuple[int, dict[str, Any], re.Pattern[str]]] = []
    by_character: dict[str, set[int]] = {}
    always: set[int] = set()
    for order, entry in enumerate(entries(name)):
        for pattern in entry["patterns"]:
            written = expression(pattern)
            needed = _needs(sre_parse(written))
            number = len(searches)
            searches.append((order, entry, re.compile(written)))
            if needed is None:
                always.add(number)
            for character in needed or ():
                by_character.setdefault(character, set()).add(number)
    return searches, by_character, always


def find(name: str, shaped: str) -> list[tuple[int, int, dict[str, Any], re.Match[str]]]:
    """Matches of the list `name` in a shape: start, end (tokens, end excluded), entry, match; overlaps resolved."""
    searches, by_character, always = _searches(name)
    # Most patterns need a word that the sentence has not.
    possible = always.union(*(by_character[c] for c in set(shaped) if c in by_character))
    found = []
    for number in possible:
        order, entry, search = searches[number]
        found.extend((m.start(), order, -m.end(), entry, m) for m in search.finditer(shaped) if m.end() > m.start())
    if not found:
        return []
    found.sort(key=lambda one: one[:3])
    kept, reach = [], 0
    for start, _, end, entry, match in found:
        if start >= reach:
            kept.append((start, -end, entry, match))
            reach = -end
    return kept
