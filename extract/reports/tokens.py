"""Tokens: a sentence as words and marks, each with its place in the document, and what it names.

Belongs here: the words of a sentence, and the mentions that take the place of some of them. Does not belong here:
finding mentions (`names`, `minutes`, `scores`), and what a word means (`lexicon`).
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Any

# A number with its fraction, stoppage ("90+3"), two numbers with a dash, a word with its hyphens and apostrophes, the
# possessive alone, any other mark. Folding has turned everything else into ASCII.
_TOKEN = re.compile(
    r"[0-9]+\+[0-9]+|[0-9]+(?:[.,][0-9]+)+|[A-Za-z0-9~]+(?:[-&][A-Za-z0-9~]+|'(?!s\b)[A-Za-z~]+)*|'s\b|[^\sA-Za-z0-9~]"
)


@dataclass(slots=True, eq=False)
class Mention:
    """What some words of a sentence name.

    tag: c club, x place, d demonym, t team by its role, p person, r man by his role, h pronoun, m minute, s score
    start, end: characters of the document; rule: what found it
    club: its id (c, x, t), None where several share the name; who: which team or man a role means
    name: the person (p, r, h), the fullest form in the document
    minute, stoppage, basis, later: see `minutes` (m); goals: the two numbers (s)
    """

    tag: str
    start: int
    end: int
    surface: str
    rule: str
    club: str | None = None
    country: str | None = None
    who: str | None = None
    name: str | None = None
    minute: int | None = None
    stoppage: int | None = None
    basis: str | None = None
    later: int | None = None
    goals: tuple[int, int] | None = None
    in_speech: bool = False


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence. `words`, `lower`, `starts`, `ends`, `mentions` run in parallel, an entry a token.

    Once mentions are placed (`place`), each stands as one token: `lower` is its tag in angle brackets ("<p>").
    """

    number: int
    paragraph: int
    kind: str
    start: int
    end: int
    text: str
    in_speech: bool
    #: Stretches of somebody's speech (characters of the document, with the quotation marks) that touch the sentence.
    speech: list[tuple[int, int]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    mentions: list[Mention | None] = field(default_factory=list)
    segment: int | None = None
    shape: str = ""
    found: dict[str, Any] = field(default_factory=dict)

    def tokenise(self) -> "Sentence":
        """Fills words, lower, starts and ends from the text."""
        base, text = self.start, self.text
        spans = [match.span() for match in _TOKEN.finditer(text)]
        self.words = [text[start:end] for start, end in spans]
        self.starts = [base + start for start, _ in spans]
        self.ends = [base + end for _, end in spans]
        self.lower = [word.lower() for word in self.words]
        if "'" in text:
            # "The players' goals": an apostrophe right behind an s is a possessive.
            for number, word in enumerate(self.lower):
                if (
                    word == "'"
                    and number
                    and self.ends[number - 1] == self.starts[number]
                    and self.lower[number - 1][-1] in "sxz"
                ):
                    self.lower[number] = "'s"
        self.mentions = [None] * len(spans)
        return self

    def place(self, mentions: list[Mention]) -> None:
        """Puts mentions in the place of their tokens. Of two that overlap the first of the list stands."""
        taken: dict[int, tuple[int, Mention]] = {}
        covered: set[int] = set()
        for mention in mentions:
            span = self._tokens_of(mention)
            if span is not None and covered.isdisjoint(span) and not any(self.mentions[n] for n in span):
                covered.update(span)
                taken[span[0]] = (span[-1], mention)
        self._put(taken)

    def place_roles(self, mentions: list[Mention]) -> None:
        """Puts roles, which may hold mentions ("Wenger's men"), in the place of their tokens."""
        spans = ((self._tokens_of(mention), mention) for mention in mentions)
        self._put({span[0]: (span[-1], mention) for span, mention in spans if span is not None})

    def _tokens_of(self, mention: Mention) -> range | None:
        """The tokens of a mention, None if it does not begin and end with one."""
        first, last = bisect_left(self.starts, mention.start), bisect_left(self.ends, mention.end)
        whole = (
            first <= last < len(self.ends) and self.starts[first] == mention.start and self.ends[last] == mention.end
        )
        return range(first, last + 1) if whole else None

    def _put(self, taken: dict[int, tuple[int, Mention]]) -> None:
        # From the right, so that the numbers of the tokens before hold.
        for first in sorted(taken, reverse=True):
            last, mention = taken[first]
            self.words[first : last + 1] = [mention.surface]
            self.lower[first : last + 1] = [f"<{mention.tag}>"]
            self.starts[first : last + 1] = [mention.start]
            self.ends[first : last + 1] = [mention.end]
            self.mentions[first : last + 1] = [mention]


def token_texts(text: str) -> list[str]:
    """The tokens of a folded text as a sentence would have them."""
    return _TOKEN.findall(text)
