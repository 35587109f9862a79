"""Gazetteer: the names of clubs and their places that are known beforehand, and where a text uses them.

Belongs here: finding the aliases of the seed, choosing among clubs that share one by the company they keep, and telling
a club from its town, a country from a place. Does not belong here: the aliases (they come as a frame), clubs that no
seed knows and people (`names`), and clubs called by a role ("the hosts").
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

import polars as pl

from extract.reports.fold import fold_text
from extract.reports.grounds import ADJECTIVAL, BEAT, FOLK, GIVEN, ROLES, SUBJECT, is_score, weigh, word_set
from extract.reports.lexicon import not_names
from extract.reports.tokens import Mention, Sentence

#: Kinds of alias that name a club; the others name a place or a people and only point at one.
_NAMES = word_set("official short nickname other_language initials")
# What names a club even where nothing else of it is named.
_EVIDENT = _NAMES - {"nickname"}

# Names of clubs that are words as well: at the head of a sentence they are the word.
_WORDS_TOO = word_set(
    "Reading Nice Derby Crew Union River Real Iron Jacks Angels Bury Hull Tours Sedan Gent Lens Atlas Posh"
)
#: What a club's name goes on with and stays the same club.
_TAIL = word_set("FC AFC CF SC Women Ladies Femenino Feminin F.C")
_CLUB_ENDS = word_set(
    "United City Town Rovers Wanderers Athletic Albion County Rangers Swifts Harriers Thistle Stars Sports Utd"
)
_HEAD = word_set("FC AFC AC AS SC CF FK NK SK SV CD RC")
# "Scottish Cup" names no Scots.
_COMPETITIONS = word_set("Cup League Premier Premiership Championship Super FA Open Serie Ligue Shield Trophy")
#: More than the number of names that any club has.
_EXACT = 1000
#: In a city of more clubs than these none is just called after it.
_FEW = 3
# What stands behind the place that agency copy begins with.
_DATELINE = ("(", ":", "-", ",")
_INSIDE = word_set("in across throughout around near outside inside")
_FROM = word_set("from into")
_TRAVEL = word_set(
    "trip trips travel travels travelled traveled traveling travelling journey flew return returned returns back visit"
)
_TRUST = word_set("faith belief confidence interest believe believes believed interested instilled")
_AMID = word_set("premier capital league cup champions domestic second-tier third-tier top-flight leading elite")
_SIDES_DO = word_set("and won lost drew held were had saw came eased cruised edged v are have go")
_TIERS = word_set("division tier league flight city")


class Candidate(NamedTuple):
    """A club that bears an alias. `weight` says how likely it is where nothing else does: the one that is called so and
    no more ("Rangers"), then the one that the seed knows under most names."""

    weight: int
    kind: str
    club: str
    country: str
    is_name: bool
    is_evident: bool
    official: str
    is_nation: bool


@dataclass(slots=True, eq=False)
class Alias:
    """One alias with all clubs that it points at."""

    words: list[str]
    text: str
    candidates: list[Candidate] = field(default_factory=list)
    length: int = 1
    is_common: bool = False
    is_alone: bool = False
    is_word: bool = False
    is_name: bool = False
    is_city: bool = False
    is_nation: bool = False
    is_demonym: bool = False
    sure: str | None = None

    def settle(self) -> None:
        """Fills what follows from the candidates."""
        names = [c for c in self.candidates if c.is_name]
        self.length = len(self.words)
        self.is_common = self.text in _common()
        self.is_alone = len({c.club for c in self.candidates}) == 1
        self.is_word = len(self.words) == 1 and not self.text.isupper()
        self.is_name = bool(names)
        self.is_city = any(c.kind == "city" for c in self.candidates)
        self.is_demonym = not names and all(c.kind == "demonym" for c in self.candidates)
        self.is_nation = any(c.is_nation for c in names)
        evident = {c.club for c in names if c.is_evident}
        # "Madrid" and "Milan" are as much others' town; "Barcelona" is one club's name and no more.
        is_shared = self.is_city and not self.is_alone and names and names[0].weight < _EXACT
        if len({c.club for c in names}) == 1 and evident and not self.is_common and not is_shared:
            self.sure = names[0].club


@cache
def _common() -> frozenset[str]:
    return frozenset(not_names())


class Gazetteer:
    """All aliases of a seed (alias, kind, club_id, club_name, country), to be looked up by their first word."""

    def __init__(self, clubs: pl.DataFrame) -> None:
        aliases: dict[tuple[str, ...], Alias] = {}
        #: Per club its official and short names.
        self.spellings: dict[str, list[str]] = defaultdict(list)
        seen: set[tuple[str, str]] = set()
        rows = clubs.select("alias", "kind", "club_id", "country", "club_name").rows()
        sizes = Counter(row[2] for row in rows)
        for alias, kind, club, country, name in rows:
            text = fold_text(alias).strip()
            if len(text) < 2 or (text, club) in seen or not (text[0].isupper() or text[0].isdigit() or " " in text):
                continue
            seen.add((text, club))
            words = Sentence(0, 0, "", 0, len(text), text, False).tokenise().words
            if not words[-1][-1].isalnum() and words[-1] not in (".", "'s"):
                continue
            known = aliases.setdefault(tuple(words), Alias(words, text))
            if kind in ("official", "short"):
                self.spellings[club].append(text)
            name = fold_text(name)
            weight = sizes[club] + (_EXACT if name == text else 0)
            is_nation = club.startswith("nt-")
            known.candidates.append(
                Candidate(weight, kind, club, country, kind in _NAMES, kind in _EVIDENT, name, is_nation)
            )
        self.first: dict[str, list[Alias]] = defaultdict(list)
        self.capitals: dict[str, list[Alias]] = defaultdict(list)
        for alias in aliases.values():
            alias.settle()
            self.first[alias.words[0]].append(alias)
            if alias.is_name and len(alias.text) > 3 and not alias.text.isupper():
                shouted = Alias([w.upper() for w in alias.words], alias.text, alias.candidates)
                shouted.settle()
                self.capitals[shouted.words[0]].append(shouted)
        for table in (self.first, self.capitals):
            for same in table.values():
                same.sort(key=lambda alias: -len(alias.words))
        self.first, self.capitals = dict(self.first), dict(self.capitals)
        self._sure: dict[str, list[Alias]] = defaultdict(list)
        for alias in aliases.values():
            if alias.sure is not None and len(alias.text) > 4:
                self._sure[alias.text[0]].append(alias)

    def meant(self, name: str) -> Candidate | None:
        """The club that a name is one letter away from."""
        small = name.lower()
        for alias in self._sure.get(name[0], ()):
            if abs(len(alias.text) - len(name)) < 2 and is_misspelt(small, alias.text.lower()):
                return alias.candidates[0]
        return None


@dataclass(slots=True, eq=False)
class _Span:
    """Tokens of a sentence that spell an alias."""

    sentence: Sentence
    first: int
    last: int
    alias: Alias
    free: bool


def find_clubs(sentences: list[Sentence], gazetteer: Gazetteer) -> list[list[Mention]]:
    """Names of clubs (tag c), of places (x) and of peoples (d), a list per sentence.

    A name that several clubs bear is that of the club which the document also names unmistakably; of two such, of the
    one whose full name has the alias in it, then of the one named last. A nickname or a common word that nothing backs
    is left alone, a short name is then the first of the seed's.
    """
    spans: list[_Span] = []
    for sentence in sentences:
        _spot(sentence, gazetteer, spans)
    found: dict[int, list[Mention]] = {id(sentence): [] for sentence in sentences}
    if spans:
        spans = _without_people(spans)
        _choose(spans, found)
    return [found[id(sentence)] for sentence in sentences]


def _spot(sentence: Sentence, gazetteer: Gazetteer, spans: list[_Span]) -> None:
    """Adds all aliases in a sentence, the longest first where two start together."""
    words, mentions, first = sentence.words, sentence.mentions, gazetteer.first
    free: bool | None = None
    hits = [number for number, word in enumerate(words) if word in first]
    if words and words[0] in gazetteer.capitals and not sentence.text.isupper():
        # "ARSENAL ARE BACK in the final", but not "BARCELONA (Reuters) -".
        alias = gazetteer.capitals[words[0]][-1]
        if alias.length == 1 and not alias.is_common and (len(words) == 1 or words[1] not in _DATELINE):
            spans.append(_Span(sentence, 0, 0, alias, True))
            hits = [number for number in hits if number]
    elif sentence.text.isupper():
        free = True
        hits = [number for number, word in enumerate(words) if word in first or word in gazetteer.capitals]
    until, size = 0, len(words)
    for number in hits:
        if number < until or mentions[number] is not None:
            continue
        word = words[number]
        aliases = first[word] if not free else first.get(word, []) + gazetteer.capitals.get(word, [])
        for alias in aliases:
            end = number + alias.length
            if alias.length > 1 and words[number:end] != alias.words:
                continue
            until = end
            if end < size and "A" <= words[end] < "[" and alias.is_word and not alias.is_common:
                until = _longer_name(sentence, end)
            if until == end:
                if free is None:
                    # A capital says nothing in a headline of which every word has one.
                    free = sentence.kind in ("heading", "caption") and _is_titled(words, sentence.lower)
                spans.append(_Span(sentence, number, end - 1, alias, free))
            break


def _longer_name(sentence: Sentence, after: int) -> int:
    """Where the name of another club ends that begins with an alias: "Lincoln Rovers" is not "Lincoln"."""
    words = sentence.words
    for end in range(after, min(after + 2, len(words))):
        if not words[end][0].isupper() or sentence.starts[end] != sentence.ends[end - 1] + 1:
            break
        if words[end] in _CLUB_ENDS:
            return end + 1
    return after


def _is_titled(words: list[str], lower: list[str]) -> bool:
    """Every longer word has a capital, as in a headline of the old kind."""
    long = [word != small for word, small in zip(words, lower, strict=True) if len(word) > 3 and word[0].isalpha()]
    return len(long) > 3 and sum(long) >= 0.85 * len(long)


def _without_people(spans: list[_Span]) -> list[_Span]:
    """Drops one-word aliases that are part of a man's name, and those that stand for him elsewhere in the text."""
    kept: list[_Span] = []
    parts: set[str] = set()
    size = len(spans)
    for number, span in enumerate(spans):
        alias = span.alias
        if alias.is_word and not span.free:
            previous = spans[number - 1] if number else None
            follower = spans[number + 1] if number + 1 < size else None
            if _is_part_of_name(span, previous, follower):
                parts.add(alias.text)
                continue
        kept.append(span)
    if not parts:
        return kept
    return _without_the_man(kept, parts)


def _is_part_of_name(span: _Span, previous: _Span | None, follower: _Span | None) -> bool:
    """Whether the word before or behind an alias makes it a man's name: "Jordan Henderson", "Antonio Valencia"."""
    sentence, alias = span.sentence, span.alias
    words, starts, ends = sentence.words, sentence.starts, sentence.ends
    before, after = span.first - 1, span.last + 1
    if after < len(words) and _is_name_part(words[after]) and starts[after] == ends[span.last] + 1:
        is_alias = follower is not None and follower.sentence is sentence and follower.first == after
        if not is_alias and words[after] not in _TAIL:
            if alias.is_demonym:
                # "the German Okonjo", but "striker German Okonjo" and "Roman Okonjo".
                is_people = any(c.is_nation for c in alias.candidates)
                return not is_people or (before >= 0 and sentence.lower[before] in ROLES)
            # In a headline a club and a man may stand side by side: "Leeds 0-1 Derby Tom Okonjo wins it".
            if before >= 0 and is_score(words[before]):
                return False
            beyond = words[after + 1] if after + 1 < len(words) else "."
            in_headline = sentence.kind != "prose" and alias.sure is not None
            return not (in_headline and words[after] in GIVEN and _is_name_part(beyond))
    if before >= 0 and _is_name_part(words[before]) and starts[span.first] == ends[before] + 1:
        if previous is not None and previous.sentence is sentence and previous.last == before:
            return False
        if alias.is_demonym:
            return words[before] in GIVEN and (after == len(words) or not words[after][0].islower())
        if before == 0 or words[before - 1] in ('"', "'"):
            # A capital at the head of a sentence may be any word's.
            if words[before] in GIVEN or words[before].endswith(ADJECTIVAL):
                return words[before] in GIVEN
            if alias.text in _CLUB_ENDS:
                return True  # "Okonjo Rangers".
            grounds = weigh(sentence, span.first, span.last)
            return grounds.man > grounds.club
        return True
    return False


def _is_name_part(word: str) -> bool:
    if not word[0].isupper() or len(word) < 2 or word in _common() or word.isupper() or not word[-1].isalpha():
        return False
    return "-" not in word or not word.rpartition("-")[2][0].islower()


def _without_the_man(spans: list[_Span], parts: set[str]) -> list[_Span]:
    """Drops the aliases in `parts`, which a man's full name has, where they stand for him: where a man does, and all of
    them if nothing else speaks of the club."""
    others = {span.alias.sure for span in spans if span.alias.text not in parts}
    weighed = {id(span): weigh(span.sentence, span.first, span.last) for span in spans if span.alias.text in parts}
    as_club = {span.alias.text for span in spans if id(span) in weighed and weighed[id(span)].club}
    kept = []
    for span in spans:
        grounds = weighed.get(id(span))
        if grounds is not None:
            is_spoken_of = span.alias.text in as_club or (span.alias.sure in others and span.alias.sure is not None)
            if grounds.man > grounds.club or not is_spoken_of:
                continue
        kept.append(span)
    return kept


def _choose(spans: list[_Span], found: dict[int, list[Mention]]) -> None:
    company: dict[str, int] = defaultdict(int)
    spelt: dict[str, set[str]] = defaultdict(set)
    lands: set[str] = set()
    nations = clubs = 0
    for span in spans:
        sure = span.alias.sure
        if sure is not None:
            company[sure] += 1
            lands.add(span.alias.candidates[0].country)
            spelt[sure].add(span.alias.text)
            if span.alias.is_nation:
                nations += 1
            else:
                clubs += 1
    national = nations > 2 * clubs
    named: dict[str, int] = {}
    last = len(spans) - 1
    for number, span in enumerate(spans):
        alias = span.alias
        if alias.sure is None and alias.is_name and number < last:
            follower = spans[number + 1]
            if _absorbs(span, follower):
                # "Racing Genk": what many are called, and then which one.
                follower.first = span.first
                continue
        best, echo = _best(span, company, spelt, named, lands)
        if best is None:
            continue
        if alias.sure is not None:
            named[alias.sure] = number
        mention = _mention(span, best, echo, company, national, spans, number)
        if mention is not None:
            if mention.tag == "c" and best.is_evident and not alias.is_common:
                company.setdefault(best.club, 1)
            found[id(span.sentence)].append(mention)


def _absorbs(span: _Span, follower: _Span) -> bool:
    if span.sentence is not follower.sentence or follower.first != span.last + 1 or span.free:
        return False
    return follower.alias.sure is not None and not follower.alias.is_nation


def _best(
    span: _Span, company: dict[str, int], spelt: dict[str, set[str]], named: dict[str, int], lands: set[str]
) -> tuple[Candidate | None, bool]:
    """Which club an alias means here, None if nothing backs any, and whether the text spells it out elsewhere."""
    alias = span.alias
    candidates = alias.candidates
    if len(candidates) == 1:
        only = candidates[0]
        return (None if only.is_name and alias.is_common and only.club not in company else only), False
    if alias.is_name and alias.is_city:
        candidates = _as_club_or_city(span, company, spelt)
    best, best_rank, best_echo = None, None, False
    for candidate in candidates:
        club = candidate.club
        here = company.get(club, 0)
        if not here and candidate.is_name and (alias.is_common or not (candidate.is_evident or alias.is_alone)):
            continue
        echo = here > 0 and any(alias.text in text and alias.text != text for text in spelt[club])
        abroad = not here and candidate.country not in lands
        rank = (
            here > 0,
            echo,
            candidate.weight > _EXACT,
            not abroad,
            candidate.is_name,
            candidate.is_evident,
            named.get(club, -1),
            here,
            candidate.weight,
        )
        if best_rank is None or rank > best_rank:
            best, best_rank, best_echo = candidate, rank, echo
    return best, best_echo


def _as_club_or_city(span: _Span, company: dict[str, int], spelt: dict[str, set[str]]) -> list[Candidate]:
    """Of a name that is a club's and a city's the clubs that it can mean: the namesakes, or who is in the city."""
    alias, sentence = span.alias, span.sentence
    before = sentence.lower[span.first - 1] if span.first else ""
    if before in _INSIDE or before == "to":
        return alias.candidates
    names = [c for c in alias.candidates if c.is_name]
    if not any(c.club in company for c in names):
        # "Atletico Madrid" may go on as "Madrid" where the other one is not spoken of.
        others = [c for c in alias.candidates if c.club in company and any(alias.text in t for t in spelt[c.club])]
        if others and alias.text not in spelt.get(names[0].club, ()):
            return others
    return names


def _mention(
    span: _Span, best: Candidate, echo: bool, company: dict[str, int], national: bool, spans: list[_Span], number: int
) -> Mention | None:
    alias, sentence, first, last = span.alias, span.sentence, span.first, span.last
    club: str | None = best.club
    if best.kind == "demonym":
        after = sentence.words[last + 1] if last + 1 < len(sentence.words) else ""
        if after in _COMPETITIONS:
            return None
        tag, club = "d", _shared(alias, company)
    elif best.is_name and alias.is_city and first and sentence.lower[first - 1] in _INSIDE and _is_town(span, best):
        tag, club = "x", _shared(alias, company)
    elif best.is_name:
        if first == 0 and alias.text in _WORDS_TOO and len(sentence.words) > 1 and not _is_club_here(span, spans):
            return None
        is_place = _is_country(span, national, spans, number) if alias.is_nation else _is_town(span, best)
        tag = "x" if is_place else "c"
    else:
        tag = "x"
        club = _shared(alias, company)
        if best.kind == "city" and _acts(span):
            club = club or (best.club if echo else _namesake(alias))
            tag = "c" if club is not None else "x"
    if tag == "c":
        first, last = _widened(span, spans[number + 1] if number + 1 < len(spans) else None)
    if club is None:
        countries = {c.country for c in alias.candidates}
        country = best.country if len(countries) == 1 else None
    else:
        country = best.country
    start, end = sentence.starts[first], sentence.ends[last]
    surface = sentence.text[start - sentence.start : end - sentence.start]
    return Mention(
        tag, start, end, surface, "alias_" + best.kind, club=club, country=country, in_speech=sentence.in_speech
    )


def _widened(span: _Span, follower: _Span | None) -> tuple[int, int]:
    """The tokens of a club's name with what belongs to it: "FC" before or behind, "Women"."""
    sentence, first, last = span.sentence, span.first, span.last
    words = sentence.words
    after = last + 1
    is_alias = follower is not None and follower.sentence is sentence and follower.first == after
    if after < len(words) and words[after] in _TAIL and sentence.mentions[after] is None and not is_alias:
        last = after
    if first and words[first - 1] in _HEAD and span.alias.is_word and sentence.mentions[first - 1] is None:
        first -= 1
    return first, last


def _is_town(span: _Span, best: Candidate) -> bool:
    """A club's name for its town: "in Leicester", unless something of the club follows."""
    first, lower = span.first, span.sentence.lower
    if not first or lower[first - 1] not in _INSIDE or not span.alias.is_word:
        return False
    if not (span.alias.is_city or span.alias.text in best.official):
        return False
    after = lower[span.last + 1] if span.last + 1 < len(lower) else ""
    if after in ("'s", "'") or after in ROLES or after in FOLK:
        return False
    return first < 2 or lower[first - 2] not in _TRUST


def _acts(span: _Span) -> bool:
    """Whether a city stands where a side does: "Dortmund led", "against Dortmund"."""
    first, lower = span.first, span.sentence.lower
    before = lower[first - 1] if first else ""
    if before in _INSIDE or before in ("from", "at", "to", "of", "for"):
        return weigh(span.sentence, first, span.last).match and before in ("at", "to")
    return weigh(span.sentence, first, span.last).club > 0


def _namesake(alias: Alias) -> str | None:
    """The one club of a city that is called after it."""
    if len({c.club for c in alias.candidates if not c.is_nation}) > _FEW:
        return None
    clubs = {c.club for c in alias.candidates if c.official.startswith(alias.text) and not c.is_nation}
    return clubs.pop() if len(clubs) == 1 else None


def _shared(alias: Alias, company: dict[str, int]) -> str | None:
    """The one club that a place or a people belongs to: the only one, or the only one of them that is in the text."""
    clubs = {c.club for c in alias.candidates}
    if len(clubs) == 1:
        return next(iter(clubs))
    here = [club for club in clubs if club in company]
    if len(here) > 1:
        # A capital is its clubs' before it is its country's.
        here = [club for club in here if not club.startswith("nt-")]
    elif not here:
        here = [c.club for c in alias.candidates if c.weight > _EXACT]
    return here[0] if len(here) == 1 else None


def _is_club_here(span: _Span, spans: list[_Span]) -> bool:
    """Whether a word at the head of a sentence is the club that is called so."""
    lower, last = span.sentence.lower, span.last
    after = lower[last + 1] if last + 1 < len(lower) else ""
    if after in SUBJECT or after in ("'s", "'", "and") or after in FOLK:
        return True
    grounds = weigh(span.sentence, span.first, last)
    if grounds.club > grounds.man:
        return True
    return any(other is not span and other.alias is span.alias and other.first > 0 for other in spans)


def _is_country(span: _Span, national: bool, spans: list[_Span], number: int) -> bool:
    """Something merely happens in it or is of it: "in Germany", "champions of Italy", "Ukraine's Shakhtar"."""
    lower, first, last = span.sentence.lower, span.first, span.last
    before = lower[first - 1] if first else ""
    earlier = lower[first - 2] if first > 1 else ""
    if before == "the":
        before, earlier = earlier, lower[first - 3] if first > 2 else ""
    after = lower[last + 1] if last + 1 < len(lower) else ""
    beyond = lower[last + 2] if last + 2 < len(lower) else ""
    if before in _INSIDE:
        return after not in ("'s", "'") and earlier not in _TRUST
    if before in _FROM:
        return not national
    if before == "of":
        if earlier in ("champions", "champion", "cup", "league", "winners", "club", "clubs", "south", "north"):
            return True
        # "Okonjo Stars of South Africa", whether the seed knows them or not.
        place = first - (3 if lower[first - 1] == "the" else 2)
        previous = spans[number - 1] if number else None
        if previous is not None and previous.sentence is span.sentence and previous.last == place:
            return previous.alias.is_name
        if place > 0 and span.sentence.words[place][0].isupper() and not national:
            return True
    if before == "to":
        return not national and earlier in _TRAVEL
    if before == "(" and after == ")":
        return True
    if before == "," and first > 2 and span.sentence.words[first - 2][0].isupper():
        # "At Herning, Denmark:", but "in Vienna, Belgium beat Serbia".
        return lower[first - 3] in ("at", "in", "from", "near") and not (after in BEAT or after in _SIDES_DO)
    if after == "'s":
        follower = spans[number + 1] if number + 1 < len(spans) else None
        if follower is not None and follower.sentence is span.sentence and follower.first == last + 2:
            return follower.alias.is_name and not follower.alias.is_nation
        return beyond in _AMID or (last + 3 < len(lower) and lower[last + 3] in _TIERS)
    return False


def is_misspelt(word: str, other: str) -> bool:
    """One letter more, two letters swapped, or in a long name one letter changed; a final s makes another name."""
    if len(word) > len(other):
        word, other = other, word
    if len(word) < 5 or word[0] != other[0] or len(other) - len(word) > 1:
        return False
    start, size = 0, len(word)
    while start < size and word[start] == other[start]:
        start += 1
    if len(other) > size:
        return word[start:] == other[start + 1 :] and not (start == size and other[-1] == "s")
    if start == size:
        return False
    if word[start + 1 :] == other[start + 1 :]:
        return size >= 7 and start < size - 1
    return word[start : start + 2] == other[start : start + 2][::-1] and word[start + 2 :] == other[start + 2 :]


_IN_A_PLACE = frozenset(
    [
        "in",
        "at",
        "near",
        "outside",
        "around",
        "from",
        "to",
        "of",
        "into",
        "across",
        "through",
        "throughout",
        "on",
        "between",
    ]
)


def cities_as_clubs(sentences: list[Sentence]) -> None:
    """Takes the name of a city for its club where the document names that club otherwise, and where nothing happens in
    the city: "Bremen scored again" in a report on Werder Bremen, but "a night in Bremen"."""
    named = {m.club for s in sentences for m in s.mentions if m is not None and m.tag == "c" and m.club}
    for sentence in sentences:
        for number, mention in enumerate(sentence.mentions):
            if mention is None or mention.tag != "x" or mention.rule != "alias_city" or mention.club not in named:
                continue
            before = sentence.lower[number - 1] if number else ""
            if before not in _IN_A_PLACE:
                mention.tag, sentence.lower[number] = "c", "<c>"
