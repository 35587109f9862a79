"""When two names mean the same player, or the same club.

Belongs here: comparing what is written. Does not belong here: the seeds of clubs, on purpose: a wrong alias there would
make the reader and its judge wrong together.
"""

import unicodedata
from difflib import SequenceMatcher
from functools import cache

#: Letters that are no letter with an accent, so that taking the accent off does not help.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "ß": "ss", "ı": "i"})
#: Signs within a word; every other sign ends one.
_INNER_SIGNS = frozenset("’'`.‚")
_GENERATIONS = frozenset({"jr", "jnr", "junior", "ii", "iii"})
_CLUB_FORMS = frozenset({"ac", "afc", "as", "cf", "club", "fc", "fk", "sc", "sv", "the"})

#: A misspelling keeps the first letter, and this much of a surname; short names are too near to each other for that.
_LIKE_SURNAME, _SHORTEST_SURNAME = 0.85, 5
_LIKE_CLUB, _SHORTEST_CLUB = 0.88, 6

#: Further names by club. Words that a name only has more or less of ("Leeds", "Leeds United") need no row.
_CLUBS: dict[str, tuple[str, ...]] = {
    # One word, so that neither is a part of the other's name.
    "acmilan": ("Milan", "AC Milan"),
    "internazionale": ("Inter", "Inter Milan"),
    "atletico madrid": ("Atletico", "Atletico de Madrid"),
    "real madrid": ("Real",),
    "az alkmaar": ("AZ",),
    "ajax": ("Ajax Amsterdam",),
    "barcelona": ("Barca",),
    "bayer leverkusen": ("Leverkusen",),
    "bayern munich": ("Bayern", "Bayern München"),
    "bilbao": ("Athletic Bilbao", "Athletic Club"),
    "boca juniors": ("Boca",),
    "borussia dortmund": ("Dortmund",),
    "borussia monchengladbach": ("Gladbach",),
    "bosnia herzegovina": ("Bosnia",),
    "feyenoord": ("Feyenoord Rotterdam",),
    "graafschap": ("De Graafschap",),
    "hamburg": ("Hamburg SV", "Hamburger SV"),
    "juventus": ("Juve",),
    "manchester city": ("Man City",),
    "manchester united": ("Man United", "Man Utd", "Manchester Utd"),
    "milton keynes": ("MK Dons", "Milton Keynes Dons"),
    "paris saint germain": ("PSG", "Paris", "Paris SG", "Paris St Germain"),
    "queens park rangers": ("QPR",),
    "republic of ireland": ("Ireland",),
    "saudi arabia": ("Saudi",),
    "setubal": ("Vitoria Setubal",),
    "sheffield wednesday": ("Wednesday",),
    "tottenham": ("Spurs", "Tottenham Hotspur"),
    "uae": ("Emirates", "United Arab Emirates"),
    "united states": ("US", "USA"),
    "vasco da gama": ("Vasco",),
    "west brom": ("West Bromwich Albion",),
    "wolverhampton": ("Wolves", "Wolverhampton Wanderers"),
}


@cache
def words(name: str | None) -> tuple[str, ...]:
    """The words of a name in plain small letters: "Müller-Høst" is ("muller", "host"), "O'Dea" is ("odea",)."""
    plain = unicodedata.normalize("NFKD", (name or "").lower().translate(_LETTERS))
    kept = (sign for sign in plain if sign not in _INNER_SIGNS and not unicodedata.combining(sign))
    return tuple("".join(sign if sign.isascii() and sign.isalnum() else " " for sign in kept).split())


_KNOWN = {words(name): club for club, names in _CLUBS.items() for name in names}


@cache
def club(name: str | None) -> str:
    """One spelling for all names of a club, as far as they are known; empty for no name."""
    written = words(name)
    if written in _KNOWN:
        return _KNOWN[written]
    bare = tuple(word for word in written if word not in _CLUB_FORMS)
    return _KNOWN.get(bare, " ".join(bare or written))


@cache
def same_club(label: str | None, told: str | None) -> bool:
    """Whether two names can mean one club: the same, one with fewer words, or nearly the same letters."""
    one, other = club(label), club(told)
    if not one or not other:
        return False
    if _is_shortened(one.split(), other.split()):
        return True
    return len(one) >= _SHORTEST_CLUB and SequenceMatcher(None, one, other).ratio() >= _LIKE_CLUB


@cache
def same_person(label: str | None, told: str | None) -> bool:
    """Whether two names can mean one player: one with fewer words, or one surname under first names that do not differ.

    First names are held to be the same when they begin alike: "Rob" and "Robert" are, "Rob" and "Kit" are not.
    """
    one, other = ([word for word in words(name) if word not in _GENERATIONS] for name in (label, told))
    if not one or not other:
        return False
    if _is_shortened(one, other):
        return True
    if not _same_surname(one[-1], other[-1]):
        return False
    return len(one) == 1 or len(other) == 1 or one[0][0] == other[0][0]


def _same_surname(label: str, told: str) -> bool:
    if label == told:
        return True
    is_long = min(len(label), len(told)) >= _SHORTEST_SURNAME
    return is_long and label[0] == told[0] and SequenceMatcher(None, label, told).ratio() >= _LIKE_SURNAME


def _is_shortened(one: list[str], other: list[str]) -> bool:
    """Whether the words of one name are all in the other."""
    return set(one) <= set(other) or set(other) <= set(one)
