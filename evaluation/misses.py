"""Lists what was missed, each with the words that explain it.

Belongs here: finding and shortening those words. Does not belong here: what counts as a miss (`scoring`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from evaluation.facts import Card, Goal
from evaluation.measuring import Result
from evaluation.names import words
from evaluation.scoring import Comparison, Miss
from evaluation.told import Sentence

#: Characters of a sentence that are shown; the player's name lies among them.
SHOWN = 200


@dataclass(frozen=True)
class ListedMiss:
    """A miss with where it is.

    words: for a goal or card that was told, those that it came from; for one that was not, some that name the player
    why: what the reader saw in the words of a goal that was not told
    """

    document: str
    match: str
    verdict: str
    what: str
    who: str
    words: str
    why: str


def list_misses(result: Result) -> Iterator[ListedMiss]:
    """Every miss, in the order of the documents and of the matches in their labels."""
    for document, compared in zip(result.documents, result.compared, strict=True):
        told = result.told.get(document.name)
        for found in compared:
            for miss in found.misses:
                shown, why = _explain(miss, told.sentences) if told else ("", "the text was not read")
                yield ListedMiss(document.name, _title(found), _verdict(found), miss.what, miss.who, shown, why)


def _title(found: Comparison) -> str:
    match = found.label or found.told
    return match.title if match else ""


def _verdict(found: Comparison) -> str:
    if found.told is None:
        return "not told"
    reason = f": {found.told.verdict_reason}" if found.told.verdict_reason else ""
    return f"{found.told.verdict or 'no verdict'}{reason}"


def _explain(miss: Miss, sentences: tuple[Sentence, ...]) -> tuple[str, str]:
    if miss.fact is None:
        return "", ""
    surname = miss.fact.person.split()[-1]
    if miss.fact.evidence:
        return excerpt(miss.fact.evidence, surname), ""
    naming = [sentence for sentence in sentences if set(words(surname)) & set(words(sentence.text))]
    if not naming:
        return "", f"the text has no {surname!r}"
    fact = miss.fact
    best = max(naming, key=lambda sentence: _likelihood(sentence, fact))
    seen = "; ".join(best.goals_seen) or "no goal seen"
    return excerpt(best.text, surname), seen if isinstance(fact, Goal) else ""


def _likelihood(sentence: Sentence, fact: Goal | Card) -> tuple[bool, bool]:
    """Whether a sentence that names the player tells this goal or card: it speaks of a goal, and of the minute."""
    speaks_of_goal = bool(sentence.goals_seen) == isinstance(fact, Goal)
    has_minute = fact.minute is not None and any(word.startswith(str(fact.minute)) for word in words(sentence.text))
    return speaks_of_goal, has_minute


def excerpt(text: str, name: str, *, length: int = SHOWN) -> str:
    """The words of a text on one line, about `length` characters at most: those around a name, if it is among them."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    first = min(max(line.find(name) - length // 2, 0), len(line) - length)
    last = first + length
    # Whole words only: what is cut off at either end is no word of the text.
    first = line.find(" ", first) + 1 if first else 0
    last = line.rfind(" ", first, last) if last < len(line) else last
    return ("... " if first else "") + line[first:last] + (" ..." if last < len(line) else "")
