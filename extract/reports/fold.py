"""Folding: a text rewritten in plain ASCII, one character for one, so that an offset in it is an offset in the text.

Belongs here: what turns typography and accents into the few characters that the rules speak of. Does not belong here:
anything that changes the length of a text, or that knows about football.

Every rule of `extract.reports` reads folded text, so that patterns need no accents; an offset in it is a code point of
the document, which is what DuckDB's `substring` counts.
"""

import re
import unicodedata

#: Stands for any character without an ASCII likeness: never part of a word.
UNKNOWN = "~"

_TYPOGRAPHY = {
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u02bc": "'", "\u00b4": "'", "`": "'", "\u2032": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"', "\u2033": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-",
    "\u2026": ".", "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ", "\u200a": " ", "\t": " ",
    "\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\u000b": "\n", "\u000c": "\n", "\r": "\n",
    # Angle brackets mark what has been read already, see `extract.reports.tokens`.
    "<": "(", ">": ")",
}  # fmt: skip
_LETTERS = {
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "t", "Þ": "T", "ı": "i",
    "ß": "s", "æ": "a", "Æ": "A", "œ": "o", "Œ": "O", "ħ": "h", "ŋ": "n", "ə": "e", "Ə": "E",
}  # fmt: skip


def _likeness() -> dict[str, str]:
    """Every accented Latin letter with the ASCII letter below its accents, and the typography above."""
    accented = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii() and base.isalpha():
            accented[chr(code)] = base
    return accented | _LETTERS | _TYPOGRAPHY


_FROM, _TO = zip(*_likeness().items(), strict=True)

# British papers put speech in single quotes; a pair that opens before a capital and closes after a stop is speech.
_SPEECH = r"(^|[ \n(])'([A-Z][^'\n]*(?:'[a-z][^'\n]*)*[,.!?])'"


_TABLE = str.maketrans(dict(zip(_FROM, _TO, strict=True)))
_OTHER = re.compile(r"[^\x00-\x7F]")
_CONTROL = re.compile(r"[\x00-\x09\x0B-\x1F\x7F]")
_SPOKEN = re.compile(_SPEECH)


def fold_text(text: str) -> str:
    """The folded form of one text: ASCII, the same number of characters, line breaks kept."""
    folded = text.translate(_TABLE)
    if not folded.isascii():
        folded = _OTHER.sub(UNKNOWN, folded)
    folded = _CONTROL.sub(" ", folded)
    return _SPOKEN.sub(r'\1"\2"', folded) if "'" in folded else folded
