"""The clock: where a sentence tells a minute, and which.

Belongs here: finding what `lexicon/clock.toml` describes, minutes in marks and brackets ("67'", "(67)", "90+3") and in
lists of scorers, and the minute that each stands for. Does not belong here: the phrases, and which goal or card a minute
belongs to.

A phrase is found by its core, a counted "minutes", an "hour", "stoppage time"; what stands before and behind the core
says what is counted. Looking for the few words that a core can hold keeps sentences without one cheap.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from extract.reports.tokens import Mention, Sentence

_FILE = Path(__file__).parent / "lexicon" / "clock.toml"

_UNITS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNIT_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_NUMBERS = (
    {word: n for n, word in enumerate(_UNITS, 1)}
    | {word: 10 * n for n, word in enumerate(_TENS, 2)}
    | {word: n for n, word in enumerate(_UNIT_ORDINALS, 1)}
    | {word[:-1] + "ieth": 10 * n for n, word in enumerate(_TENS, 2)}
    | {"a": 1, "an": 1, "opening": 1, "couple": 2}
)
_PARTS_OF_HOUR = {"half": 30, "quarter": 15, "three": 45}

_TENS_OR = f"(?:{'|'.join(_TENS)})"
_CARDINAL = (
    rf"(?:[0-9]{{1,3}}|{_TENS_OR}(?:[ -](?:{'|'.join(_UNITS[:9])}))?|{'|'.join(reversed(_UNITS))}|a couple of|a)"
)
_ORDINAL = (
    rf"(?:[0-9]{{1,3}}(?:st|nd|rd|th)|{_TENS_OR}[ -](?:{'|'.join(_UNIT_ORDINALS[:9])})"
    rf"|(?:{'|'.join(word[:-1] + 'ieth' for word in _TENS)})|{'|'.join(_UNIT_ORDINALS)}|opening)"
)

# The words that a core is found by. Each begins with a letter of its own, which lets the search skip all others.
_ANCHOR = re.compile(
    r"minutes?(?![a-z])|mins?(?![a-z])|hour(?:[- ]mark)?(?![a-z-])|seconds(?![a-z-])|stroke(?= of )"
    r"|stoppage[- ]time(?![a-z])|stoppages(?![a-z])|injury[- ]time(?![a-z])|additional time(?![a-z])"
    r"|added[- ]time(?! and again)(?![a-z])|time added(?: on)?(?![a-z])"
    r"|last (?:kick|touch|action|act|header|play)(?![a-z])|final (?:kick|touch|action|act|header|play|whistle)(?![a-z])"
    r"|half[- ]?time(?: whistle)?(?![a-z-])|full[- ]?time(?: whistle)?(?![a-z-])"
)
_KINDS = {"mi": "minute", "ho": "hour", "se": "seconds", "in": "extra", "ad": "extra", "ti": "extra", "la": "act"} | {
    "ha": "whistle",
    "fu": "whistle",
}
# What may stand between: a part of the match, which makes a length of them, or a word about what they were like.
_PART = r"second[- ]half|first[- ]half|added|additional|extra|injury[- ]time|stoppage[- ]time"
_LIKENESS = (
    "odd|short|playing|frantic|mad|crazy|frenetic|remarkable|breathless|goalless|scoreless|uneventful|cagey|dull|even"
    "|thrilling|pulsating|extraordinary|astonishing|incredible|chaotic|wild|whirlwind|sensational|devastating|dramatic|hectic"
)
_MIDDLE = rf"(?:(?:(?P<part>{_PART})|{_LIKENESS}) )?"
# What counts the minutes, read backwards from the word itself.
_COUNT = re.compile(
    rf"(?<![a-z0-9~.,+'/-])(?:(?:very )?(?P<last>last|final|dying|closing)|(?P<ordinal>{_ORDINAL})"
    rf"|(?P<number>{_CARDINAL}))(?P<gap>[ -]|(?<=[0-9])(?=m)){_MIDDLE}\Z"
)
_COUNT_WIDTH = 36
_HOUR = re.compile(
    r"(?<![a-z~-])(?:(?P<part>(?:a )?half|(?:a )?quarter|three[ -]quarters)(?: of)?(?: an |[ -])|an |one )\Z|(?<=the )\Z"
)
_AND_SECONDS = re.compile(rf"(?: and|,)? {_CARDINAL} seconds(?![a-z-])")
_NUMBERED = re.compile(r" ([0-9]{1,3})(?![0-9.,:/+-]?[0-9])")
_AND = r"(?:,? (?:and|or|then|&)(?: again)?(?: in)?|,)"
_SERIES = re.compile(rf"(?<![a-z0-9~.+-])(?:in|on) the (?P<all>(?:{_ORDINAL}{_AND} (?:the )?)+)\Z")
_SERIES_BARE = re.compile(rf"(?<![a-z0-9~.+-])(?P<all>(?:[0-9]{{1,3}}(?:st|nd|rd|th){_AND} (?:the )?)+)\Z")
_SERIES_OF_COUNTS = re.compile(rf"(?<![a-z0-9~.+-])(?:on|after|at) (?P<all>(?:{_CARDINAL}{_AND} )+)\Z")
_MEMBER = {
    kind: re.compile(rf"(?<![a-z0-9]){one}(?![a-z0-9])") for kind, one in (("ordinal", _ORDINAL), ("number", _CARDINAL))
}

# Words before a core that only lead up to it: they belong to the mention.
_LEAD_MINUTES = re.compile(
    r"(?<![a-z~'-])(?:with (?:the )?)?"
    r"(?:(?:just|only|barely|exactly|precisely|merely|a mere|some|about|around|roughly|approximately|little|no|over|under"
    r"|more|less|fewer|than|as early as|nearly|almost|still) )*\Z"
)
_LEAD_ORDINAL = re.compile(
    r"(?<![a-z~'-])(?:(?:(?:only|just|right|deep) )?(?:in|inside|on|as early as|within|during)(?: only| just)? the"
    r"(?: very)? )\Z"
)
_LEAD_EXTRA = re.compile(
    r"(?<![a-z~'-])(?:(?:deep|early|late|well|right|far) )?(?:in|into|during)(?: the)? "
    r"(?:(?:the )?(?:dying|closing|final|last|first|early|opening) (?:embers|moments|stages|throes|action|knockings) of )?"
    r"(?:the )?(?:second[- ]half |first[- ]half )?\Z"
)

# --- Minutes in marks. Digits only, so they are looked for only where there are any.

_NOT_INSIDE = r"(?<![0-9A-Za-z~.,:/+$#-])"
_PLUS = re.compile(
    rf"{_NOT_INSIDE}(?P<base>45|90|105|120)(?:th)? ?(?:'|mins?)? ?\+(?: ?(?P<plus>[0-9]{{1,2}})(?:st|nd|rd|th)?(?![0-9]))?"
    r"(?:[- ]?(?:minutes?|mins?)(?![a-z])|')?"
)
_PRIME = re.compile(rf"{_NOT_INSIDE}(?<!')(?P<n>[1-9][0-9]{{0,2}}) ?'(?![A-Za-z0-9'])")
_HOW = r"(?:pens?|penalty|p|og|o\.g|own goal|mins?|minutes?|m|secs?)\.?"
_BRACKETED = rf"(?:{_HOW} ?)?[1-9][0-9]{{0,2}}(?:\+[0-9]{{1,2}}|st|nd|rd|th)?'?(?:,? ?{_HOW}(?![a-z])'?)*"
_BRACKETS = re.compile(rf"\( ?(?P<body>{_BRACKETED}(?:(?:, ?| and | & |; ?){_BRACKETED})*) ?\)(?! ?[0-9])")
_IN_BRACKETS = re.compile(r"(?P<n>[1-9][0-9]{0,2})(?:\+(?P<plus>[0-9]{1,2})|st|nd|rd|th)?'?")
_OPENING_QUOTE = re.compile(r"(?:^|[\s(])'(?=\w)")
_FOLLOWS = (
    r"(?=[.,;:)](?![0-9])|$| (?:and|but) (?![0-9])| (?:as|when|with|after|before|to|from|through|for|by|via|while"
    r"|courtesy|thanks|only|following|then|where|on|off)\b)"
)
_ON = re.compile(rf"(?<![a-z0-9-])(?:on|after) (?P<all>(?:[1-9][0-9]{{0,2}}{_AND} )*[1-9][0-9]{{0,2}}){_FOLLOWS}")
_IN_THE = re.compile(
    rf"(?<![a-z0-9-])in the (?P<all>(?:[1-9][0-9]{{0,2}}(?:st|nd|rd|th){_AND} (?:the )?)*[1-9][0-9]{{0,2}}(?:st|nd|rd|th)){_FOLLOWS}"
)
# What else stands on a number: a table, a career.
_COUNTED_ELSE = re.compile(r"\b(?:points?|table|standings|caps|tied on|stuck on|remain on|century|centuries)\b")
_DIGITS = re.compile(r"[0-9]+")

# --- Lists

_NAMED = re.compile(
    r"(?P<name>[A-Z][A-Za-z'~.-]*|og|pen)(?P<comma>,?) (?:(?:pen|og|p) )?"
    r"(?P<n>[1-9][0-9]{0,2})(?:\+(?P<plus>[0-9]{1,2}))?'?(?P<ending>st|nd|rd|th)?(?![0-9A-Za-z'/:+]|[-.,][0-9]| ?-)"
)
_NEXT = re.compile(
    r"(?:,| and| &) (?P<n>[1-9][0-9]{0,2})(?:\+(?P<plus>[0-9]{1,2}))?'?(?![0-9A-Za-z'/:+]|[-.,][0-9]| [A-Z])"
)
_ROUND_BRACKETS = re.compile(r"\([^()]*\)")
_SMALL = re.compile(r"(?<![A-Za-z0-9~'.-])[a-z][a-z.]*")
_SCORERS = re.compile(
    r"(?i)\b(?:(?<!away )goals?|scorers?|scored|booked|bookings|cautions|yellow cards?|red cards?|sent off|substitutions)\b"
)
_NO_TIMES = re.compile(
    r"(?i)^\W*(?:subs|substitutes|unused|attendance|att|referee|ref|manager|head coach|coach|venue|kick-?off|ratings|weather"
    r"|squad|odds|tv|possession|shots|corners|fouls)\b"
)
#: Marks for players go to ten; so many numbers make a list of them. A man scores no more goals than four.
_MARK_MAX, _MANY, _GOALS_MAX = 10, 5, 4

_FIRST_HALF, _HOUR_MARK, _MATCH, _TURN, _EXTRA = 45, 60, 90, 105, 120
_LONGEST = 130


class _Entry(NamedTuple):
    """One entry of the list, for one core: what must stand before it and behind it, and what it then means."""

    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    rule: str
    at: str
    basis: str | None
    minute: int | None


class _Core(NamedTuple):
    """A core found: what it is, from the closest kind to the widest, where, and what it counts."""

    kinds: tuple[str, ...]
    start: int
    end: int
    number: int
    lead: re.Pattern[str]
    #: Seconds beyond the number lead into the next minute.
    over: int = 0


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text("utf-8"))


@cache
def _list_words(name: str) -> frozenset[str]:
    """The words of lists that `lexicon/clock.toml` calls by this name."""
    return frozenset(_read()["lists"][name].split())


@cache
def _entries() -> dict[str, tuple[tuple[int, _Entry], ...]]:
    """Per kind of core its entries, each with its place in the file."""
    lists = _read()
    words: dict[str, str] = {}

    def expand(pattern: str) -> str:
        return re.sub(r"\{([a-z_]+)\}", lambda found: words[found[1]], pattern)

    for name, pattern in lists["words"].items():
        words[name] = expand(pattern)
    entries: dict[str, list[tuple[int, _Entry]]] = {}
    for number, entry in enumerate(lists["clock"]):
        # Patterns with the same words before the core become one.
        behind: dict[tuple[str, str], list[str]] = {}
        for pattern in entry["patterns"]:
            before, core, after = re.fullmatch(r"(.*?)<([a-z_]+)>(.*)", pattern).groups()
            behind.setdefault((core, before), []).append(after)
        for (core, before), afters in behind.items():
            after = "|".join(expand(a) for a in afters)
            entries.setdefault(core, []).append(
                (
                    number,
                    _Entry(
                        re.compile(_before(expand(before))) if before else None,
                        re.compile(after) if all(afters) else None,
                        entry["rule"],
                        entry["at"],
                        entry.get("basis"),
                        entry.get("minute"),
                    ),
                )
            )
    return {core: tuple(found) for core, found in entries.items()}


def _before(pattern: str) -> str:
    """The expression for what stands before a core; what a mention takes of it is its group."""
    context, bar, own = pattern.rpartition("~")
    return rf"(?<![a-z0-9~-])(?:{context})(?P<own>{own})\Z" if bar else rf"(?<![a-z0-9~-])(?P<own>{own})\Z"


@cache
def _entries_of(kinds: tuple[str, ...]) -> tuple[_Entry, ...]:
    """The entries for a core of these kinds in the order of the file."""
    found = [entry for kind in kinds for entry in _entries().get(kind, ())]
    return tuple(entry for _, entry in sorted(found, key=lambda pair: pair[0]))


def find_minutes(sentence: Sentence) -> list[Mention]:
    """The times of a sentence in their order, not overlapping, each from the start of a token to the end of one.

    `minute` and `stoppage` say when ("90+3": 90 and 3; "the 93rd minute": 93 and None), `basis` whether that is stated or
    reckoned. `later` is the number of minutes after something told before, which the sentence alone does not say. A time
    that gives no minute ("for the last ten minutes") has neither: it is returned so that its number is not read again.
    """
    text = sentence.text
    lower = text.lower()
    digits = _DIGITS.search(text) is not None
    found: list[Mention] = []
    if digits:
        _find_marks(sentence, lower, found)
    _find_phrases(sentence, lower, found)
    if digits:
        _find_bare(sentence, lower, found)
        _find_listed(sentence, found)
    if len(found) > 1:
        found.sort(key=lambda mention: mention.start)
    return found


def _add(
    sentence: Sentence,
    found: list[Mention],
    start: int,
    end: int,
    rule: str,
    minute: int | None,
    stoppage: int | None = None,
    basis: str | None = "stated",
    later: int | None = None,
) -> None:
    """Adds a mention, widened to the tokens it touches, unless one stands there already."""
    base = sentence.start
    start, end = _on_tokens(sentence, base + start, base + end)
    if start >= end or any(start < other.end and other.start < end for other in found):
        return
    surface = sentence.text[start - base : end - base]
    if minute is not None and not 1 <= minute <= _LONGEST:
        minute = stoppage = None
    if minute is None and later is None:
        basis = None
    found.append(Mention("m", start, end, surface, rule, minute=minute, stoppage=stoppage, basis=basis, later=later))


def _on_tokens(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    starts, ends = sentence.starts, sentence.ends
    first = 0
    while first < len(ends) and ends[first] <= start:
        first += 1
    last = first
    while last < len(starts) and starts[last] < end:
        last += 1
    return (starts[first], ends[last - 1]) if last > first else (start, start)


def _number(word: str) -> int:
    """The value of a number or an ordinal in figures or words."""
    figures = _DIGITS.match(word)
    if figures:
        return int(figures[0])
    return sum(_NUMBERS.get(part, 0) for part in re.split("[ -]", word.replace("a couple of", "couple")))


# --- Phrases


def _find_phrases(sentence: Sentence, lower: str, found: list[Mention]) -> None:
    done = 0
    for anchor in _ANCHOR.finditer(lower):
        if anchor.start() < done or (anchor.start() and lower[anchor.start() - 1].isalpha()):
            continue
        core = _core(sentence, lower, anchor, done, found)
        if core is None:
            continue
        for entry in _entries_of(core.kinds):
            end = core.end
            if entry.behind is not None:
                behind = entry.behind.match(lower, core.end)
                if behind is None:
                    continue
                end = behind.end()
            start = core.start
            if entry.before is not None:
                before = entry.before.search(lower, max(done, core.start - 80), core.start)
                if before is None:
                    continue
                start = before.start("own")
            if entry.before is None or core.lead is not _LEAD_MINUTES:
                lead = core.lead.search(lower, max(done, start - 60), start)
                start = lead.start() if lead is not None else start
            minute, stoppage, later = _value(entry, core)
            _add(sentence, found, start, end, entry.rule, minute, stoppage, entry.basis, later)
            done = max(end, core.end)
            break


def _core(sentence: Sentence, lower: str, anchor: re.Match[str], done: int, found: list[Mention]) -> _Core | None:
    """The core around a word that may be its end."""
    word, start, end = anchor[0], anchor.start(), anchor.end()
    kind = _KINDS.get(word[:2])
    if kind is None:
        kind = ("stroke" if word == "stroke" else "extra") if word[0] == "s" else "whistle" if "w" in word else "act"
    if kind == "extra":
        if word == "stoppages" and not lower[:start].endswith(("in ", "into ", "of ")):
            return None
        return _Core(("extra",), start, end, 0, _LEAD_EXTRA)
    if kind == "stroke":
        return _Core(("stroke",), start, end, 0, _LEAD_ORDINAL)
    if kind == "act":
        return _Core(("last_act", "last_kick") if "kick" in word else ("last_act",), start, end, 0, _LEAD_ORDINAL)
    if kind == "whistle":
        return _Core(("half_whistle" if word[0] == "h" else "full_whistle",), start, end, 0, _LEAD_ORDINAL)
    if kind == "hour":
        count = _HOUR.search(lower, max(done, start - 20), start)
        if count is None:
            return None
        part = (count["part"] or "").removeprefix("a ")
        number = _PARTS_OF_HOUR[re.split("[ -]", part)[0]] if part else _HOUR_MARK
        begin = count.start()
        # "The half-hour" is a mark, "the half an hour" and "a half-hour" are lengths.
        if "mark" in word or (lower[:begin].endswith("the ") and " an " not in count[0]):
            return _Core(("mark",), begin, end, number, _LEAD_ORDINAL)
        return _Core(("hours", "minutes"), begin, end, number, _LEAD_MINUTES)
    count = _COUNT.search(lower, max(done, start - _COUNT_WIDTH), start)
    if kind == "seconds":
        if count is None:
            return _Core(("instants",), start, end, 0, _LEAD_MINUTES)
        if count["last"]:
            return _Core(("last",), count.start(), end, 0, _LEAD_ORDINAL)
        if count["number"]:
            return _Core(("seconds",), count.start(), end, _number(count["number"]), _LEAD_MINUTES)
        return None
    if count is None:
        numbered = _NUMBERED.match(lower, end) if word == "minute" else None
        return numbered and _Core(("numbered",), start, numbered.end(), int(numbered[1]), _LEAD_ORDINAL)
    plural = word == "minutes"
    if count["last"]:
        return _Core(("last_minutes" if plural else "last",), count.start(), end, 0, _LEAD_ORDINAL)
    part = count["part"]
    if count["ordinal"]:
        begin = _series(sentence, lower, "ordinal", count.start(), done, found)
        kinds: tuple[str, ...] = ("ordinal",)
        if part:
            kinds = kinds if part.endswith("half") else ("added",)
        elif plural and begin is None:
            # "in the 77th minutes" is a slip, "their first minutes of the season" are no time.
            kinds = ("ordinals",) if not lower[: count.start()].endswith("in the ") else kinds
        if count["ordinal"] in ("first", "opening"):
            kinds = ("ordinals",) if plural else ("first", *kinds)
        return _Core(kinds, count.start(), end, _number(count["ordinal"]), _LEAD_ORDINAL)
    number = _number(count["number"])
    if _series(sentence, lower, "number", count.start(), done, found) is not None:
        return _Core(("counted",), count.start(), end, number, _LEAD_MINUTES)
    kinds = ("minutes",)
    if part or number in (_MATCH, _EXTRA):
        kinds = ("lengths", "minutes")
    elif word == "minute" and count["gap"] == "-":
        kinds = ("hyphened",)
    elif number == 1:
        kinds = ("one", "minutes")
    elif word == "minute":
        kinds = ("minute", "minutes")
    elif word in ("min", "mins"):
        kinds = ("mins", "minutes")
    seconds = _AND_SECONDS.match(lower, end)
    if seconds is not None:
        return _Core(kinds, count.start(), seconds.end(), number, _LEAD_MINUTES, over=1)
    return _Core(kinds, count.start(), end, number, _LEAD_MINUTES)


def _series(sentence: Sentence, lower: str, kind: str, start: int, done: int, found: list[Mention]) -> int | None:
    """Adds the minutes that share the word of the last: "in the 12th, 34th and 58th minutes". Returns where they begin."""
    before = lower[max(done, start - 12) : start].rstrip()
    if not before.endswith(("and", ",", "&", "or", "the", "then", "in", "again")):
        return None
    patterns = (_SERIES, _SERIES_BARE) if kind == "ordinal" else (_SERIES_OF_COUNTS,)
    for pattern in patterns:
        series = pattern.search(lower, max(done, start - 60), start)
        if series is not None:
            begin = series.start()
            for member in _MEMBER[kind].finditer(lower, series.start("all"), series.end("all")):
                _add(sentence, found, begin, member.end(), "minute_in_series", _number(member[0]))
                begin = member.end() + len(re.match(rf"{_AND} ?(?:the )?", lower[member.end() :])[0])
            return series.start()
    return None


def _value(entry: _Entry, core: _Core) -> tuple[int | None, int | None, int | None]:
    """Minute, stoppage and later of a core under an entry."""
    n, at = core.number, entry.at
    if core.kinds[0] == "seconds":
        # The 61st second falls into the second minute; a distance is rounded, and never none.
        n = n // 60 if at == "before_half" else max(1, (n + 30) // 60) if at == "later" else max(1, -(-n // 60))
    if at == "none":
        return None, None, None
    if at in ("play", "after_half"):
        n += core.over
    if at == "later":
        return None, None, n if n < _MATCH else None
    if at == "stoppage":
        return _MATCH, n - _MATCH if n > _MATCH else n, None
    if at == "half_stoppage":
        return _FIRST_HALF, n - _FIRST_HALF if n > _FIRST_HALF else n, None
    minute = {
        "fixed": entry.minute,
        "play": n,
        "mark": n,
        "before_half": _FIRST_HALF - n,
        "after_half": _FIRST_HALF + n,
        "before_hour": _HOUR_MARK - n,
        "after_hour": _HOUR_MARK + n,
        "before_half_hour": 30 - n,
        "after_half_hour": 30 + n,
        "before_end": _MATCH - n,
        # "The 94th minute of extra time" has counted already.
        "after_ninety": n if n > _MATCH else _MATCH + n,
        "after_turn": n if n > _MATCH else _TURN + n,
        "before_turn": _TURN - n,
        "before_extra_end": _EXTRA - n,
    }[at]
    return minute, None, None


# --- Marks


def _find_marks(sentence: Sentence, lower: str, found: list[Mention]) -> None:
    """Minutes told by marks: "90+3", "67'", "(67)", "(12, 45 pen)"."""
    text = sentence.text
    if "+" in text:
        for match in _PLUS.finditer(lower):
            start, end = match.span()
            lead = _LEAD_ORDINAL.search(lower, max(0, start - 24), start) or _LEAD_MINUTES.search(
                lower, max(0, start - 24), start
            )
            start = lead.start() if lead else start
            plus = int(match["plus"]) if match["plus"] else None
            if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
                start, end = start - 1, end + 1
            _add(sentence, found, start, end, "plus_stoppage", int(match["base"]), plus)
    if "(" in text:
        _find_bracketed(sentence, lower, found)
    if "'" in text:
        for match in _PRIME.finditer(text):
            # A quotation that ends with a number is no minute.
            if not _OPENING_QUOTE.search(text, 0, match.start()):
                _add(sentence, found, match.start(), match.end(), "minute_mark", int(match["n"]))


def _find_bracketed(sentence: Sentence, lower: str, found: list[Mention]) -> None:
    brackets = list(_BRACKETS.finditer(lower))
    values = [int(m["n"]) for b in brackets for m in _IN_BRACKETS.finditer(b["body"])]
    if len(values) >= _MANY and max(values) <= _MARK_MAX:
        return
    for bracket in brackets:
        inside = list(_IN_BRACKETS.finditer(lower, bracket.start("body"), bracket.end("body")))
        alone = len(inside) == 1 and not re.search(r"[pog]", bracket["body"])
        if alone and int(inside[0]["n"]) <= _GOALS_MAX and _counts_goals(sentence, bracket, values):
            continue
        for number in inside:
            # How it was scored stays outside of the mention, for others to read.
            start, end = bracket.span() if alone else number.span()
            plus = int(number["plus"]) if number["plus"] else None
            _add(sentence, found, start, end, "minute_mark", int(number["n"]), plus)


def _counts_goals(sentence: Sentence, bracket: re.Match[str], values: list[int]) -> bool:
    """Whether a small number counts the goals of a man, as in "Smith (2), Jones": behind a name, where no other number in
    brackets can be but a count, or where another name of a list has none."""
    text = sentence.text
    if not text[: bracket.start()].rstrip().rpartition(" ")[2][:1].isupper():
        return False
    if max(values) <= _GOALS_MAX:
        return True
    items = re.split(r"[,;]", text.partition(":")[2] or text)
    return _is_list(text) and any(not _DIGITS.search(item) for item in items)


def _find_bare(sentence: Sentence, lower: str, found: list[Mention]) -> None:
    """Numbers that a preposition makes minutes: "on 57 and 88", "after 51", "in the 67th"."""
    for pattern, keys in ((_ON, ("on ", "after ")), (_IN_THE, ("in the ",))):
        if not any(key in lower for key in keys):
            continue
        for match in pattern.finditer(lower):
            numbers = list(_DIGITS.finditer(lower, match.start("all"), match.end("all")))
            if any(int(n[0]) > _LONGEST for n in numbers) or _COUNTED_ELSE.search(lower):
                continue
            begin = match.start()
            for number in numbers:
                _add(sentence, found, begin, number.end(), "bare_number", int(number[0]))
                begin = number.end() + 1
                while begin < len(lower) and not lower[begin].isdigit():
                    begin += 1


# --- Lists


def _is_list(text: str) -> bool:
    """Whether a sentence is names and numbers only. What stands in brackets does not count, nor does a label."""
    bare = _ROUND_BRACKETS.sub("", text)
    label, colon, rest = bare.partition(":")
    small = [
        word for word in _SMALL.findall(rest if colon and len(label) < 40 else bare) if word not in _list_words("small")
    ]
    return not small


def _find_listed(sentence: Sentence, found: list[Mention]) -> None:
    """Bare numbers behind names where names and numbers are all there is: "Smith 12, Jones 45+2"."""
    text = sentence.text
    named = list(_NAMED.finditer(text))
    if not named or (_NO_TIMES.search(text) and "(" not in text) or not _is_list(text):
        return
    inside = [b.span() for b in _ROUND_BRACKETS.finditer(text)]

    def bracket_of(place: int) -> tuple[int, int] | None:
        return next((b for b in inside if b[0] < place < b[1]), None)

    named = [m for m in named if m["name"] not in _list_words("no_names")]
    outside = [m for m in named if bracket_of(m.start("n")) is None]
    bare = _ROUND_BRACKETS.sub("", text)
    values = [int(m["n"]) for m in outside]
    # Marks, shirts and results: many small numbers, fractions, a number for nearly every name, two names with a goal or two.
    marks = (
        _NO_TIMES.search(text)
        or re.search(r"[0-9]\.[05]\b", bare)
        or (len(values) >= _MANY and max(values) <= _MARK_MAX)
        or (len(values) <= 2 and max(values, default=0) < _MARK_MAX and not _SCORERS.search(text))
    )
    # Eleven names and their changes, or a result with its scorers in brackets.
    line_up = bare.count(",") + bare.count(";") >= 3 or bool(_NO_TIMES.search(text))
    for match in named:
        bracket = bracket_of(match.start("n"))
        if bracket is None:
            if marks or match["ending"]:
                continue
            rule = "listed"
        elif line_up or not text[: bracket[0]].rstrip()[-1:].isdigit():
            rule = "listed_change"
        else:
            rule = "listed"
        if sentence.kind == "heading" and not match["comma"] and bracket is None and not _closes(text, match.end()):
            continue
        _add_listed(sentence, found, match, rule)
        # In a line-up what follows the minute of a change is a mark.
        end = match.end()
        while rule == "listed" and (more := _NEXT.match(text, end)) is not None:
            _add_listed(sentence, found, more, rule)
            end = more.end()


def _closes(text: str, end: int) -> bool:
    """Whether a place in a list ends here."""
    return re.match(r"\s*(?:$|[,;.)&(]|and\b|og\b|pen\b|o\.g|p\b)", text[end:]) is not None


def _add_listed(sentence: Sentence, found: list[Mention], match: re.Match[str], rule: str) -> None:
    plus = int(match["plus"]) if match["plus"] else None
    _add(sentence, found, match.start("n"), match.end(), rule, int(match["n"]), plus)
