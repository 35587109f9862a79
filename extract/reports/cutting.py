"""Cutting: a document cut into paragraphs and sentences, each with its place and its kind.

Belongs here: where a sentence begins and ends, and whether it is prose, speech, a caption, a heading or a list.
Does not belong here: what it says.
"""

import re

from extract.reports.tokens import Sentence

#: So many lines going on in small letters make a text a wrapped one.
_OFTEN = 3

# A stop, what may close after it, a gap, and then something a sentence can begin with.
_STOP = re.compile(r"[.!?]['\")\]]*\s+(?=['\"(\[]*[A-Z0-9])")
# Words whose stop ends no sentence: titles, initials, "v.", "No.".
_NO_STOP = re.compile(
    r"(?:^|[\s('\"])(?:U\.S|St|Ste|Mr|Mrs|Ms|Dr|Sir|No|vs|v|Jr|Sr|Fr|Prof|Capt|Sgt|Lt|Col|Gen|[A-Z])\.\s+$"
)
_QUOTE = re.compile('"')
_PARAGRAPH = re.compile(r"[^\n]+")
_WRAPPED = re.compile(r"([A-Za-z0-9,;'\")-])\n(?=[a-z0-9(])")
_WRAPPED_OFTEN = re.compile(r"[A-Za-z0-9,;'\")-]\n[a-z(]")
_WRAPPED_NAME = re.compile(r"([a-z,;])\n(?=[A-Z])")

_CREDIT = re.compile(
    r"(?i)\b(?:photographs?|photos?|pictures?|images?)\s*(?:by\b|:|/)|getty|\breuters/|\bafp/|\bap photo"
)
# What a caption's people do, always in the present, while a report is told in the past.
_POSING = re.compile(
    r"\b(?:celebrates?|celebrating|scores|heads|shoots|fires|looks|looked on|reacts?|pictured|battles?|battled for"
    r"|challenges?|tackles|vies?|embraces?|salutes?|applauds?|consoles?|poses?|lifts|holds|slides|leaps|gestures?"
    r"|shows?|tries|wheels|jumps|rises|slots|nets|converts|watches|\(left\)|\(right\)|\(centre\)|\(center\))\b"
)
_LIST = re.compile(
    r"(?i)^\s*(?:goals?|scorers?|subs?|substitutes?|subs not used|booked|bookings|sent off|cautions?|yellow cards?"
    r"|red cards?|referee|attendance|att|teams?|line-?ups?)\s*[:(]"
)
_UNFINISHED = re.compile(r"[.!?]['\")]*$")
_SMALL_WORD = re.compile(r"(?:^|\s)[a-z]+")
_NAME = re.compile(r"(?:^|\s)[A-Z]")


def cut(text: str) -> list[Sentence]:
    """Cuts a folded text into its sentences, numbered from 1, with tokens."""
    text = _unwrap(text)
    sentences: list[Sentence] = []
    number = paragraph_no = 0
    for paragraph in _PARAGRAPH.finditer(text):
        body = paragraph[0]
        if not body.strip():
            continue
        paragraph_no += 1
        kind = _kind(body.strip())
        speech = _speech(body)
        for start, end in _pieces(body):
            piece = body[start:end]
            stripped = piece.strip()
            if not stripped:
                continue
            number += 1
            lead = start + len(piece) - len(piece.lstrip())
            in_speech = any(low < lead < high for low, high in speech)
            spoken = kind == "prose" and (in_speech or stripped[0] == '"')
            begin = paragraph.start() + lead
            said = [
                (paragraph.start() + low, paragraph.start() + high)
                for low, high in speech
                if low < end and high > start
            ]
            sentences.append(
                Sentence(
                    number,
                    paragraph_no,
                    "quote" if spoken else kind,
                    begin,
                    begin + len(stripped),
                    stripped,
                    in_speech,
                    said,
                ).tokenise()
            )
    return sentences


def _speech(body: str) -> list[tuple[int, int]]:
    """Where somebody speaks in a paragraph. A quotation that is opened and not closed lasts for its sentence alone, unless
    the paragraph begins with it, as the parts of a long quotation do."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in _QUOTE.finditer(body):
        at = mark.start()
        opens = (at == 0 or body[at - 1] in " ([-'") and at + 1 < len(body) and body[at + 1] not in " ,.;:!?"
        if opened is None:
            if opens or at + 1 < len(body):
                opened = at
        elif opens:
            # The one before was never closed.
            found.append((opened, _end_of_sentence(body, opened, at)))
            opened = at
        else:
            found.append((opened, at + 1))
            opened = None
    if opened is not None:
        whole = not body[:opened].strip()
        found.append((opened, len(body) if whole else _end_of_sentence(body, opened, len(body))))
    return found


def _end_of_sentence(body: str, start: int, limit: int) -> int:
    stop = _STOP.search(body, start, limit)
    return stop.end() if stop else limit


def _pieces(body: str) -> list[tuple[int, int]]:
    start, pieces = 0, []
    for stop in _STOP.finditer(body):
        if _NO_STOP.search(body[max(start, stop.start() - 8) : stop.end()]):
            continue
        pieces.append((start, stop.end()))
        start = stop.end()
    pieces.append((start, len(body)))
    return pieces


def _unwrap(text: str) -> str:
    """Joins lines that were broken to fit a page: a line that goes on in small letters is no paragraph of its own; in a
    text that does so often, neither is one that goes on with a name."""
    if "\n" not in text:
        return text
    often = len(_WRAPPED_OFTEN.findall(text)) >= _OFTEN
    joined = _WRAPPED.sub(r"\1 ", text)
    return _WRAPPED_NAME.sub(r"\1 ", joined) if often else joined


def _kind(text: str) -> str:
    """Headings and captions are short and mostly end without a stop; lists carry a label or are mostly names."""
    if _LIST.search(text):
        return "list"
    if text.count(",") >= 4 and len(_SMALL_WORD.findall(text)) * 3 < len(_NAME.findall(text)):
        return "list"
    unfinished = len(text) < 220 and not _UNFINISHED.search(text)
    if len(text) < 400 and _CREDIT.search(text):
        return "caption"
    if unfinished and _POSING.search(text):
        return "caption"
    return "heading" if unfinished else "prose"
