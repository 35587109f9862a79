"""Names: where a text names a person, under which name it knows him best, and which names are clubs that no seed knows.

Belongs here: telling a name from other words with a capital, joining "Silva" to "Rafa Silva" within a document, and
taking a name that stands where clubs stand for a club. Does not belong here: any list of players (there is none), the
clubs of the seed (`gazetteer`), what the words around a name are worth (`grounds`), and what a person did.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, lru_cache

from extract.reports.fold import fold_text
from extract.reports.gazetteer import Gazetteer, find_clubs, is_misspelt
from extract.reports.grounds import ADJECTIVAL, BEAT, FOLK, GIVEN, ROLES, SUBJECT, weigh, word_set
from extract.reports.lexicon import common_surnames, nationalities, not_names
from extract.reports.tokens import Mention, Sentence

__all__ = ["Gazetteer", "find_clubs", "find_people", "provisional_clubs"]

# What a capitalised word is.
_NAME, _COMMON, _SURNAME, _THING, _OPENS_THING, _CLUB_END, _CLUB_START, _CAPITALS, _INITIAL, _SUFFIX, _NONE = range(11)

# Particles within a name, and those that a name can begin with although they are small.
_PARTICLES = word_set("van de der den von di da dos do du del della la los le el al ten ter bin ben ibn mac e y 't")
_AHEAD = word_set("van von de di da del della der du dos el al")
_SUFFIXES = word_set("jnr jr junior jnr. jr. snr sr ii iii iv")

# A run of capitals that ends so names no person: a cup, a ground, a prize, a broadcaster.
_THINGS = word_set("""
Cup League Trophy Shield Liga Ligue Serie Bundesliga Eredivisie Premiership Championship Championships Division
Conference Group Boot Stadium Park Arena Road Lane Stand End Stadio Estadio Stade Ground Street Square House Hotel
University Association Federation Confederation Award Awards Prize Day Week Television Radio Airport Island Islands
Hall Tower Centre Center Round Derby Nations Tournament Super Bowl Series Pokal Olympics Games Bridge Airways Bank
Hospital Church Cathedral News Post Times Mail Telegraph Gazette Chronicle Herald Echo Police Panel Pictures Prime
Clasico Cups Leagues Kop Final Finals Qualifiers Qualifier Playoffs Play-offs Avenue Field Fields Mestalla Vase Plate
Row Terrace
""")
_OPENERS = word_set("""
Stadio Estadio Stade Copa Coppa Coupe Taca Supercopa Supercoppa Parc Piazza Plaza Camp Lake Mount Rue Via Hotel Serie
Liga Ligue
""")
# Words that end the name of a club, and such as begin one.
_CLUB_ENDS = word_set("""
FC AFC CF SC BC United City Town Rovers Wanderers Athletic Albion County Rangers Hotspur Villa Wednesday Argyle Orient
Harriers Swifts Celtic Thistle Academical Athletico Villans Sporting Club Utd FK IF IK BK SK NK Women Ladies Calcio
Sport Borough Casuals Stars Sports
""")
_CLUB_STARTS = word_set("""
FC AFC AC AS SC CF FK NK SK SV CD CA UD SD RC SS US CS KS GKS MKS HNK NEC AZ TSV VfB VfL TSG RB IF IFK BK AIK CSKA
Sporting Deportivo Dynamo Dinamo Lokomotiv Spartak Torpedo Maccabi Hapoel Beitar Racing Real Atletico Olympique Union
Universidad Club Inter Slavia Slovan Sparta Red Olimpia Olimpija Zaglebie Gornik Skonto Al Shakhtar Metalurg Metalurh
Metallurg Neftchi Standard Fortuna Rapid Austria Grazer Nacional Independiente Estudiantes Defensor Esporte Cercle
Stade Vitoria
""")
# Capitals at the head of a sentence that the list of common words lacks.
_HEADS = word_set("""
Hosts Leaders Holders Neighbours Neighbors Rivals Minnows Underdogs Strugglers Newcomers Opponents Tempers Chances
Celebrations Bottom Top Cup-holders Substitutions Changes Nerves Hopes Rain Snow Fog Floodlights Legs Tackles
Challenges Crosses Shots Corners Saves Attack Defence Possession Pressure Tension Parity Equality Disaster Controversy
Pandemonium Bedlam Chaos Calamity Misery Sensation Worryingly Arguably Typically Understandably Bizarrely Strangely
Oddly Luckily Happily Hopefully Sent-off Anyway Anyhow Besides Thereby Needless Job Lucky Lethargic Tidy Neat Nice
Smart Sloppy Slick Poor Wow Hats Kudos Bravo Cheers Congratulations Welcome Sorry Hello Goodbye Hey Defences Defenses
Goalkeepers Keepers Whilst Unless Lest Albeit Per Via Plus Minus Versus Ditto Namely Notably Especially Particularly
Namely Nor Sometimes Somehow Somewhere Anywhere Everywhere Nowhere Beneath Below Beside Underneath Opposite Past Round
Toward Towards Upon Worth Even-handed Manager-less Word Words Talk Rumours Half-chances Half-time Kick-off Kickoff
Line-ups Lineups Formation Bench Goals Assists Venue Date Kickoff Weather Officials Linesman VARs Man-of-the-Match
Yellow Red Card Cards Missed Used Blue Blues Reds Whites Yellows Greens Pinterest Shutterstock Yorkshire Lancashire
Merseyside Tyneside Teesside Wearside Midlands Essex Sussex Bavaria Catalonia Andalusia Galicia Lombardy Tuscany
Sicily Sardinia Africa Asia America Scandinavia Balkans Americas Africans Europeans Asians Caribbean Cumbria
Massachusetts Eurosport MOTM Preview Review Prediction Form Odds Injuries Suspensions Tactics Comment Comments
Reaction Quotes Interview Editor
""")
_COMPOUND_TAILS = word_set("""
half time leg placed based born led minute year man goal round up off in back out winning old yard choice class tier
touch bound elect to the hit first team side point level foot footed the-match long shot range hand handed strong time
all term field wide post mid level-headed
""")
# What most often stands behind a capital, and ends a name.
_ENDS_RUN = word_set(
    "' , 's and <c> <m> <s> <p> <t> <x> <d> ( ) : in was had to with the for who after on from scored at"
)
_GUILDS = word_set("Boy Boys Girl Girls Lady Ladies Army Brigade Men")
_PREFIXES = word_set(
    "Ex Mid Non Pre Post Anti Semi Co Re Self Half Well Much Un Pro Multi Quarter Under Over Out One Two Three Four"
)
_CONTRACTED = word_set("'m 've 'll 're 'd n't 't") | {"'Or"}
_PLACE_BEFORE = word_set("in at near outside inside across throughout around")
# What "at" and a name follow where the name is no mere place: what is aimed at a man, and what happens at a club.
_AIMED = word_set(
    "shot straight directly foul aimed point-blank shouted shouting win won draw drew defeat lost loss victory <s>"
)
# Names of two letters.
_SHORT = word_set("Xu Li Yu Ki Oh Ba Bo Jo Um")
_QUOTES = ('"', "'")
_DATELINE = (",", ":", "-")
# What stands before a month.
_DATES = word_set("in of last next on since early late mid until this by <m>")
_SHORT_KINDS = ("heading", "caption")
# What stands before a ground or a street that is called after a man.
_BEFORE_THING = word_set("at in near of to from the outside inside around on")
# What follows a word at the head of a sentence that is no name.
_NOT_BEHIND = word_set(
    "of for the a an that to as it they he she we you i there this these those if than when where what"
)
_ADVERBIAL = ("ing", "ed", "ly", "ness", "tion", "ment", "less", "ful")


@lru_cache(maxsize=1 << 16)
def _what(word: str) -> int:
    """What a word with a capital can be."""
    if len(word) == 1:
        return _INITIAL if word.isalpha() and word not in "IA" else _COMMON
    if word in _CLUB_STARTS and word in _CLUB_ENDS:
        return _CLUB_START if word.isupper() else _CLUB_END
    if word in _CLUB_ENDS:
        return _CLUB_END
    if word.lower() in _SUFFIXES:
        return _SUFFIX
    if word in _OPENERS:
        return _OPENS_THING
    if word in _THINGS:
        return _THING
    if word in _surnames() or (word in _HEADS and word not in _common()):
        return _SURNAME
    if word in _common() or word.lower() in BEAT:
        return _COMMON
    if word in _CLUB_STARTS and word.isupper():
        return _CLUB_START
    if any(character.isdigit() for character in word):
        return _NONE
    if word.isupper():
        if word.endswith("'S"):
            return _NONE
        name = word.capitalize()
        return _CAPITALS if name in GIVEN or (len(word) > 3 and name not in _common()) else _NONE
    if "'" in word and word[word.index("'") :] in _CONTRACTED:
        return _COMMON
    if "-" in word and _is_compound(word):
        return _COMMON
    return _NAME


def _is_compound(word: str) -> bool:
    """ "First-half", "Third-placed", "Ex-Okonjo", but neither "Heung-min" nor "Smith-Rowe"."""
    head, _, tail = word.partition("-")
    if head in _PREFIXES:
        return True
    last = word.rpartition("-")[2]
    if not last[:1].islower():
        return False
    if head in _common() or head in _HEADS or last in _COMPOUND_TAILS or "-" in tail:
        return True
    return last.endswith(("ing", "ed", "en", "ive")) and len(last) > 5


@cache
def _common() -> frozenset[str]:
    roles = {form for role in ROLES for form in (role.capitalize(), role.capitalize() + "s")}
    return frozenset(not_names()) | roles


@cache
def _peoples() -> frozenset[str]:
    return frozenset(word for country in nationalities() for word in country["adjectives"])


@cache
def _countrymen() -> frozenset[str]:
    return frozenset(word for country in nationalities() for word in country["singles"]) - _peoples()


@cache
def _surnames() -> frozenset[str]:
    return frozenset(common_surnames())


@dataclass(slots=True, eq=False)
class _Run:
    """Tokens of a sentence that read as one name.

    heads: nothing but the head of a sentence gives it its capital; titled: nothing but a headline does
    article: it stands behind "the"; doubtful: a common word, a name only if the text has a full name that ends so
    key: its words in small letters
    """

    sentence: Sentence
    first: int
    last: int
    heads: bool
    titled: bool
    article: bool
    key: tuple[str, ...] = ()
    doubtful: bool = False


def find_people(sentences: list[Sentence], original: str | None = None) -> list[list[Mention]]:
    """Names of people in sentences whose clubs, minutes and scores are placed, a list per sentence (tag p).

    `name` is the fullest form within the document, as `original` (the text before folding) spells it. Names of clubs
    that no seed knows are among them until `provisional_clubs` has looked at where they stand.
    """
    # Asked for words in small letters alone: does the text have them so?
    small: set[str] = set()
    for sentence in sentences:
        small.update(sentence.words)
    runs: list[_Run] = []
    for sentence in sentences:
        _runs(sentence, small, runs)
    if not runs:
        return [[] for _ in sentences]
    runs = _credible(runs, small, sentences)
    found: dict[int, list[Mention]] = {id(sentence): [] for sentence in sentences}
    names = _fullest(runs, original)
    for run in runs:
        sentence = run.sentence
        start, end = sentence.starts[run.first], sentence.ends[run.last]
        surface = sentence.text[start - sentence.start : end - sentence.start]
        found[id(sentence)].append(
            Mention("p", start, end, surface, "capitalised", name=names[id(run)], in_speech=sentence.in_speech)
        )
    return [found[id(sentence)] for sentence in sentences]


def _runs(sentence: Sentence, small: set[str], runs: list[_Run]) -> None:
    """All stretches of a sentence that can be names."""
    words, lower, mentions = sentence.words, sentence.lower, sentence.mentions
    titled: bool | None = None
    until, size = 0, len(words)
    # In ASCII the words with a capital are those between "A" and "[".
    for number in [n for n, word in enumerate(words) if "A" <= word < "[" and mentions[n] is None]:
        if number < until:
            continue
        until = number + 1
        if until == size or lower[until] in _ENDS_RUN:
            kind = _what(words[number])
            if kind in (_COMMON, _NONE):
                continue
        else:
            until = _end_of_run(words, lower, mentions, number)
        if titled is None:
            titled = _is_titled(sentence)
        _split(sentence, number, until - 1, titled, small, runs)


def _end_of_run(words: list[str], lower: list[str], mentions: list[Mention | None], number: int) -> int:
    """The first token behind the capitals, particles and initials that begin at `number`."""
    size = len(words)
    number += 1
    while number < size and mentions[number] is None:
        word = words[number]
        if word[0].isupper():
            number += 1
        elif word == "." and (len(words[number - 1]) == 1 or words[number - 1] in ("St", "Jr", "Jnr")):
            if number + 1 < size and words[number + 1][0].isupper() and mentions[number + 1] is None:
                number += 2
            else:
                break
        elif lower[number] in _PARTICLES:
            ahead = number + 1
            if ahead < size and lower[ahead] in _PARTICLES:
                ahead += 1
            if ahead < size and words[ahead][0].isupper() and mentions[ahead] is None:
                number = ahead + 1
            else:
                break
        elif lower[number] in _SUFFIXES:
            number += 1
        else:
            break
    return number


def _is_titled(sentence: Sentence) -> bool:
    """Every longer word has a capital, and some are common words: a headline of the old kind."""
    long = common = capitals = 0
    for number, word in enumerate(sentence.words):
        if sentence.mentions[number] is None and len(word) > 3 and word[0].isalpha():
            long += 1
            if word[0].isupper():
                capitals += 1
                common += number > 0 and _what(word) in (_COMMON, _SURNAME)
            elif "-" not in word:
                return False
    return (long > 2 and capitals == long and common > 0) or (sentence.text.isupper() and long > 1)


def _split(sentence: Sentence, first: int, last: int, titled: bool, small: set[str], runs: list[_Run]) -> None:
    """Cuts a stretch at the words that are no names."""
    words, lower = sentence.words, sentence.lower
    kinds = [_what(w) if "A" <= w < "[" else -1 for w in words[first : last + 1]]
    if not any(kinds):
        _add(sentence, first, last, titled, small, runs)
        return
    if kinds == [_SURNAME]:
        if not titled:
            heads = first == 0 or words[first - 1] in _QUOTES
            runs.append(_Run(sentence, first, last, heads, titled, False, doubtful=True))
        return
    is_common = kinds[0] in (_COMMON, _SURNAME) and len(kinds) > 1 and kinds[1] == _NAME
    if words[first] == "Junior" or (is_common and _is_first_name(words[first], lower, first)):
        kinds[0] = _NAME
    begin = 0
    for at, kind in enumerate(kinds):
        if kind == _THING and not _is_surname_here(words, first, at, kinds):
            begin = at + 1
    if _OPENS_THING in kinds:
        at = kinds.index(_OPENS_THING)
        if at >= begin:
            kinds = kinds[:at]
            if not kinds:
                return
    at, size = begin, len(kinds)
    while at < size:
        kind = kinds[at]
        if kind not in (_NAME, _CAPITALS, _INITIAL, _CLUB_START, _THING):
            at += 1
            continue
        stop, solid = at, False
        while stop < size:
            kind = kinds[stop]
            if kind in (_NAME, _THING):
                solid = True
            elif kind == _CAPITALS:
                solid = solid or _shouts(words[first + stop], stop > at, small)
            elif kind == _SURNAME:
                if not (solid and (stop + 1 == size or kinds[stop + 1] not in (_NAME, _CAPITALS))):
                    break
            elif kind == _CLUB_END:
                if not solid:
                    break
            elif kind in (_COMMON, _NONE, _OPENS_THING):
                if not (solid and kind == _COMMON and stop + 1 < size and kinds[stop + 1] == _CLUB_END):
                    break
            elif kind == _CLUB_START and solid:
                stop += words[first + stop] in _CLUB_ENDS
                break
            stop += 1
        end = stop - 1
        while end >= at and ((kinds[end] == -1 and lower[first + end] not in _SUFFIXES) or kinds[end] == _INITIAL):
            end -= 1
        if solid and end >= at:
            _add(sentence, first + at, first + end, titled, small, runs)
        at = max(stop, at + 1)


def _is_first_name(word: str, lower: list[str], first: int) -> bool:
    """Whether a common word before a name is a first name: "Will Okonjo", "Finn Okonjo", "striker German Okonjo",
    "keeper Hope Okonjo"."""
    if word in GIVEN:
        return True
    before = lower[first - 1] if first else ""
    if word in _peoples() or word in _surnames():
        return before in ROLES
    return word in _countrymen() and before not in ("the", "a", "an")


def _is_surname_here(words: list[str], first: int, at: int, kinds: list[int]) -> bool:
    """ "Park Ji-sung", "Ji-sung Park": beside a name with a small second part. "Wayne Bridge", but not "at Alfred Park"."""
    if at == 1 and len(kinds) == 2 and words[first] in GIVEN:
        return not first or words[first - 1].lower() not in _BEFORE_THING
    after = words[first + at + 1] if at + 1 < len(kinds) else ""
    before = words[first + at - 1] if at else ""
    return any("-" in word and word.partition("-")[2][:1].islower() for word in (after, before))


def _shouts(word: str, behind: bool, small: set[str]) -> bool:
    """Whether capitals throughout are a surname of old agency copy rather than initials."""
    return behind or (len(word) > 4 and word.lower() not in small)


def _add(sentence: Sentence, first: int, last: int, titled: bool, small: set[str], runs: list[_Run]) -> None:
    words, lower = sentence.words, sentence.lower
    heads = first == 0 or words[first - 1] in _QUOTES or (words[first - 1] == ":" and sentence.kind in _SHORT_KINDS)
    if first == 2 and words[0].isupper() and words[1] in _DATELINE:
        # "LONDON: Minor sides won", "BRIDGEVIEW, Ill. (AP)".
        if words[1] == ",":
            return
        heads = True
    if not heads:
        # "van Persie": a particle before the first capital.
        while (
            first
            and lower[first - 1] in _AHEAD
            and words[first - 1] == lower[first - 1]
            and sentence.mentions[first - 1] is None
        ):
            first -= 1
    if first == last and words[first].isupper() and _is_dateline(words, first, heads, titled):
        return
    if first == last and _is_home_of_referee(sentence, first):
        return
    if first == last and len(words[first]) < 3 and words[first] not in _SHORT:
        return
    if first == last and first and not heads and not titled and _is_where(lower, first):
        return
    behind = last + 1
    if behind + 1 < len(words) and sentence.mentions[behind] is not None and words[behind + 1] in _THINGS:
        return  # The sponsor of a cup: "Okonjo Brothers Scottish Cup".
    if first == last and behind < len(words) and words[behind] in _GUILDS:
        return  # "Tractor Boys".
    article = first == last and first > 0 and lower[first - 1] == "the"
    if article and behind < len(words) and (lower[behind] in FOLK or lower[behind] in ROLES):
        article = False  # "the Okonjo striker".
    runs.append(_Run(sentence, first, last, heads, titled, article))


def _is_dateline(words: list[str], at: int, heads: bool, titled: bool) -> bool:
    """The place in capitals that agency copy begins with: "OSLO (Reuters)", "LA CORUNA, Spain", "OSLO 1996-08-24"."""
    if at + 1 == len(words) or not (heads or (at == 1 and words[0].isupper())):
        return False
    return not titled or words[at + 1][0].isdigit()


def _is_home_of_referee(sentence: Sentence, at: int) -> bool:
    """ "(Kent)" behind "S Okonjo" or in a line that names the referee."""
    words = sentence.words
    if at < 2 or at + 1 >= len(words) or words[at - 1] != "(" or words[at + 1] != ")":
        return False
    return "referee" in sentence.lower or (at > 2 and len(words[at - 3].rstrip(".")) == 1 and words[at - 3].isupper())


def _is_where(lower: list[str], at: int) -> bool:
    """ "in Kiev": what something merely happens in. The man of "faith in Okonjo" is lost, not the one of "in Okonjo's
    absence" nor the one that somebody shot at."""
    before = lower[at - 1]
    if before not in _PLACE_BEFORE or (at + 1 < len(lower) and lower[at + 1] == "'s"):
        return False
    return before != "at" or at < 2 or lower[at - 2] not in _AIMED


def _key(run: _Run) -> tuple[str, ...]:
    key = run.sentence.lower[run.first : run.last + 1]
    return tuple(key if "." not in key else [word for word in key if word != "."])


def _credible(runs: list[_Run], small: set[str], sentences: list[Sentence]) -> list[_Run]:
    """Leaves out the words that only the head of a sentence or a headline gives a capital."""
    inside: set[str] = set()
    fulls: set[tuple[str, ...]] = set()
    prose = False
    surnames: set[str] = set()
    for run in runs:
        run.key = _key(run)
        if run.doubtful:
            continue
        if len(run.key) > 1:
            surnames.add(run.key[-1])
        if not run.titled:
            prose = prose or not run.heads or len(run.key) > 1
            if not run.heads and not run.article:
                inside.update(run.key)
                fulls.add(run.key)
                fulls.add(run.key[-1:])
            else:
                inside.update(run.key[1:])
    kept = []
    parts: set[str] | None = None
    for run in runs:
        key = run.key
        if run.doubtful:
            if key[0] in surnames and _is_surname(run):
                kept.append(run)
            continue
        if run.article and key[0] not in inside:
            continue  # "the Kop", "the Blaugrana".
        if run.titled and prose:
            if not all(word in inside for word in key):
                _trim_title(run, inside)
                if run.first > run.last:
                    continue
        elif run.heads and key[0] not in inside:
            if len(key) == 1:
                parts = _parts_of_clubs(sentences) if parts is None else parts
                if key[0] not in parts and _is_word(run, small):
                    continue
            elif key[1:] in fulls and (len(key) > 2 or key[0] in small or key[0].endswith(ADJECTIVAL)):
                run.first += 1
                run.key = key[1:]
        kept.append(run)
    return kept


def _is_surname(run: _Run) -> bool:
    """Whether a common word stands where a man does: "then Young scored", but not "in May" and "Can they"."""
    lower = run.sentence.lower
    if run.heads:
        grounds = weigh(run.sentence, run.first, run.last)
        return grounds.man > grounds.club
    return lower[run.first - 1] not in _DATES and not (run.first and run.sentence.words[run.first - 1].isdigit())


def _parts_of_clubs(sentences: list[Sentence]) -> set[str]:
    """The words, in small letters, of the names of clubs that have several."""
    mentions = (m for sentence in sentences for m in sentence.mentions if m is not None and m.tag == "c")
    return {word for m in mentions if " " in m.surface for word in m.surface.lower().split()}


def _trim_title(run: _Run, inside: set[str]) -> None:
    """Leaves of a run in a headline the longest stretch that the text names too."""
    lower = run.sentence.lower
    best, at = (0, run.first, run.first - 1), run.first
    while at <= run.last:
        stop = at
        while stop <= run.last and lower[stop] in inside:
            stop += 1
        best = max(best, (stop - at, at, stop - 1))
        at = max(stop, at + 1)
    length, run.first, run.last = best
    run.key = _key(run) if length else ()


def _is_word(run: _Run, small: set[str]) -> bool:
    """Whether a lone word at the head of a sentence is a common one: it is in small letters elsewhere, or nothing that
    a man's name goes on with follows."""
    word = run.key[0]
    if word in small:
        return True
    sentence = run.sentence
    lower = sentence.lower
    behind = run.last + 1
    if behind == len(lower) or sentence.kind == "list":
        return False
    after = lower[behind]
    if after in ("are", "were", "have") and word.endswith("s"):
        return True  # "Firsts are hard to come by".
    if after in ROLES:
        return word.endswith(ADJECTIVAL)
    if word.endswith(_ADVERBIAL):
        return after not in ("'s", "had", "was", "scored", "(")
    if after in ("'s", "'", "(", "<m>", "and", "&") or after in SUBJECT or after.endswith(("ed", "ly")):
        return False
    if after == ",":
        # "Okonjo, the Chelsea striker, scored".
        if (
            lower[behind + 1 : behind + 2]
            and lower[behind + 1] in ("the", "a", "an", "their")
            and ROLES & set(lower[behind + 2 : behind + 7])
        ):
            return False
        if lower[behind + 1 : behind + 2] == ["who"]:
            return word.endswith("s")  # "Fans, who had waited for hours".
        return behind + 1 < len(lower) and lower[behind + 1] in _NOT_BEHIND
    if after == ":":
        return sentence.kind in _SHORT_KINDS  # "Contest: Okonjo battles for the ball".
    if after == ".":
        return False
    grounds = weigh(sentence, run.first, run.last)
    return grounds.man == 0 and grounds.club == 0


@dataclass(slots=True, eq=False)
class _Form:
    """One spelling of a name in a document, under its words in small letters."""

    key: tuple[str, ...]
    count: int = 0
    runs: list[_Run] = field(default_factory=list)


def _fullest(runs: list[_Run], original: str | None) -> dict[int, str]:
    """The fullest form of each run's name in the document.

    "Silva" is "Rafa Silva" if some name of the document ends so, "Vinicius" is "Vinicius jnr", "Wayne" the only man so
    called. Of two players of one surname it is the one named last before.
    """
    forms: dict[tuple[str, ...], _Form] = {}
    for run in runs:
        form = forms.get(run.key)
        if form is None:
            form = forms[run.key] = _Form(run.key)
        form.count += 1
        form.runs.append(run)
    same = _joined(forms)
    endings: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    firsts: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for key in forms:
        full = same.get(key, key)
        if len(key) < 2:
            continue
        firsts[key[0]].add(full)
        for cut in range(1, len(key)):
            tail = key[cut:]
            if tail[-1] in _SUFFIXES:
                if len(tail) > 1:
                    endings[tail].add(full)
                endings[tail[:-1] or key[:-1]].add(full)
            elif tail[-1] not in _PARTICLES:
                endings[tail].add(full)
    # Of "Silva", "Rafa Silva" and "Da Rafa Silva" the longest is the name.
    for tail in list(endings):
        fulls = endings[tail]
        if len(fulls) > 1:
            longest = {f for f in fulls if not any(f != g and g[-len(f) :] == f for g in fulls)}
            endings[tail] = longest or fulls
    words: dict[tuple[str, ...], str] = {}
    last_named: dict[tuple[str, ...], int] = {}
    names: dict[int, str] = {}
    for number, run in enumerate(runs):
        key = same.get(run.key, run.key)
        fulls = endings.get(key) or endings.get(run.key)
        if fulls:
            if len(fulls) == 1:
                key = next(iter(fulls))
            else:
                before = [(last_named[f], f) for f in fulls if f in last_named]
                if before:
                    key = max(before)[1]
        elif len(key) == 1:
            fulls = {f for f in firsts.get(key[0], ()) if f in last_named}
            if len(fulls) == 1 and key not in last_named:
                key = next(iter(fulls))
                longer = endings.get(key)
                if longer and len(longer) == 1:
                    key = next(iter(longer))
        last_named[key] = number
        if key not in words:
            words[key] = _spelt(forms[key] if key in forms else forms[run.key], original)
        names[id(run)] = words[key]
    return names


def _spelt(form: _Form, original: str | None) -> str:
    run = next((run for run in form.runs if not run.sentence.words[run.last].isupper()), form.runs[0])
    sentence = run.sentence
    start, end = sentence.starts[run.first], sentence.ends[run.last]
    if original is None:
        words = sentence.text[start - sentence.start : end - sentence.start].split()
    else:
        words = original[start:end].split()
    name = " ".join(words)
    # Agency copy shouts: "Wayne OKONJO" is left as it is, "WAYNE OKONJO" is not.
    return name if not name.isupper() or len(name) < 4 else " ".join(word.capitalize() for word in words)


def _joined(forms: dict[tuple[str, ...], _Form]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Spellings that are another one misspelt, with that other: "Edin Dezko" with "Edin Dzeko", "Dezko" likewise.

    Never two that both are somebody's full name with different first names.
    """
    same: dict[tuple[str, ...], tuple[str, ...]] = {}
    fulls = [key for key in forms if len(key) > 1]
    sharing: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for key in fulls:
        # Two spellings of one name have a word in common, or all letters.
        for part in (*key, "".join(key).replace("-", "")):
            for other in sharing[part]:
                if other != key and other not in same and _is_one_man(other, key):
                    worse, better = _ranked(forms[other], forms[key])
                    same[worse] = better
            sharing[part].append(key)
    surnames = {key[-1] for key in fulls}
    by_letter: dict[str, list[str]] = defaultdict(list)
    for word in dict.fromkeys([key[-1] for key in forms]):
        if len(word) > 3:
            by_letter[word[0]].append(word)
    for key, form in forms.items():
        word = key[-1]
        if len(word) < 5 or (word in surnames if len(key) == 1 else not _PARTICLES.issuperset(key[:-1])):
            continue
        best = None
        for other in by_letter[word[0]]:
            if -2 < len(other) - len(word) < 2 and other != word and is_misspelt(word, other):
                weight = (other in surnames, forms[(other,)].count if (other,) in forms else 0)
                if weight[0] or weight[1] > form.count:
                    best = max(best or (weight, other), (weight, other))
        if best:
            other = (best[1],)
            if other in forms and len(key) == 1:
                same[key] = other
            else:
                owners = [f for f in fulls if f[-1] == best[1]]
                if len(owners) == 1:
                    same[key] = owners[0]
    return {key: same.get(other, other) for key, other in same.items()}


def _ranked(form: _Form, other: _Form) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The worse and the better spelling of one man: the fuller first name, then the more frequent, then the first."""
    one, two = form.key[0], other.key[0]
    if one != two and form.key[-1] == other.key[-1] and (one.startswith(two) or two.startswith(one)):
        better = form if len(one) > len(two) else other
    else:
        better = other if other.count > form.count else form
    return (other.key if better is form else form.key), better.key


def _is_one_man(key: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if "".join(key).replace("-", "") == "".join(other).replace("-", ""):
        return True
    if key[-1] == other[-1] and len(key) == len(other) == 2:
        one, two = key[0], other[0]
        return one.startswith(two) or two.startswith(one) or is_misspelt(one, two)
    if key[0] == other[0] and len(key) == len(other):
        return key[1:-1] == other[1:-1] and is_misspelt(key[-1], other[-1])
    if len(key) == len(other) == 2 and key[0][0] == other[1][0]:
        return (key[0] == other[1] or is_misspelt(key[0], other[1])) and (
            key[1] == other[0] or is_misspelt(key[1], other[0])
        )
    return False


def provisional_clubs(sentences: list[Sentence], gazetteer: Gazetteer | None = None) -> list[Mention]:
    """Turns names (tag p) that stand where clubs stand into clubs (tag c, rule "provisional"), in place.

    All mentions of one name are weighed together (`grounds.weigh`). It is a club if it has two points for a club,
    or one from a place in a match that is told as one ("X beat Y 2-1", "a win over X"), and more than for a man. A
    name that ends or begins as clubs' do ("Okonjo Rovers") has such a point; one with a common first name, or that
    goes on as its last word alone, is a man's. The club's id is "new-" and the name in small letters. A shorter
    form of a club that the text names in full is that club, and so is one that is a letter away; `gazetteer` tells
    how known clubs are spelt. Returns the mentions that changed.
    """
    places: dict[str, list[tuple[Sentence, int]]] = defaultdict(list)
    clubs: dict[str, Mention] = {}
    for sentence in sentences:
        for number, mention in enumerate(sentence.mentions):
            if mention is None:
                continue
            if mention.tag == "p":
                places[mention.name or mention.surface].append((sentence, number))
            elif mention.tag == "c" and mention.club:
                clubs.setdefault(mention.surface, mention)
    if not places:
        _call_by_their_parts(sentences)
        return []
    heads = _parts(clubs, gazetteer)
    changed: list[Mention] = []
    for name, where in sorted(places.items(), key=lambda place: -len(place[0].split())):
        words = name.split()
        club = man = 0
        match = False
        if len(words) > 1:
            if words[-1] in _CLUB_ENDS or words[0] in _CLUB_STARTS:
                # "in Okonjo City" is a town.
                match = any(not n or s.lower[n - 1] not in _PLACE_BEFORE for s, n in where)
                club += match
            elif words[0] in GIVEN:
                continue
        for sentence, number in where:
            grounds = weigh(sentence, number, number)
            club, man, match = club + grounds.club, man + grounds.man, match or grounds.match
        if len(words) == 2 and not match and any(s.words[n] == words[1] for s, n in where):
            # A man goes on under his last name; a club does so too, but then it has its place in a match.
            continue
        known = heads.get(name)
        if club <= man - (known is not None) or (club == 0 and known is None):
            continue
        known = known or _misspelt_club(name, clubs)
        meant = gazetteer.meant(name) if gazetteer is not None and known is None else None
        if known is not None and known.club:
            changed += _turn(where, known.club, known.country, "part")
        elif meant is not None:
            changed += _turn(where, meant.club, meant.country)
        elif club > 1 or match:
            changed += _turn(where, "new-" + _slug(name), None)
            for part in (words[0], words[-1]) if len(words) > 1 else ():
                heads.setdefault(part, changed[-1])
    _call_by_their_parts(sentences)
    return changed


# Words that one club is called by and others begin or end with as well.
_ENDS_ALONE = word_set(
    "Town City United Athletic Rovers Wanderers County Albion Rangers Harriers Borough Thistle Argyle Orient Stars Union"
    " Warriors Crew Racing Sporting Wednesday Forest Rovers Swifts Casuals Dynamo Lokomotiv"
)
_NOT_A_PART_BEHIND = word_set("centre center hall council stadium ground park road")


def _call_by_their_parts(sentences: list[Sentence]) -> None:
    """Takes a lone word for the one club of the text whose name begins or ends with it: "Perth" in a report on Perth Glory.

    So it is with a town's name or a nickname of a club that is nowhere named otherwise, and with a "Town" or "Athletic".
    """
    owners: dict[str, set[str]] = defaultdict(set)
    surfaces: dict[str, set[str]] = defaultdict(set)
    lands: dict[str, str | None] = {}
    for sentence in sentences:
        for mention in sentence.mentions:
            if mention is None or mention.tag not in "cx" or mention.club is None:
                continue
            surfaces[mention.club].add(mention.surface)
            lands[mention.club] = mention.country
            words = mention.surface.split()
            if len(words) > 1 and mention.tag == "c":
                for word in (words[0], words[-1]):
                    owners[word].add(mention.club)
    alone = {word: clubs.pop() for word, clubs in owners.items() if len(clubs) == 1}
    for surface in _ENDS_ALONE:
        # "Wanderers" for a club that is called by its town else.
        called = [club for club, known in surfaces.items() if surface in known and len(known) > 1]
        if len(called) == 1:
            alone.setdefault(surface, called[0])
    for sentence in sentences:
        placed = []
        for number, mention in enumerate(sentence.mentions):
            word = sentence.words[number]
            club = alone.get(word)
            if club is None or (sentence.kind == "list" and mention is None):
                continue
            if mention is None:
                if word in _ENDS_ALONE and _stands_alone(sentence, number):
                    start, end = sentence.starts[number], sentence.ends[number]
                    placed.append(
                        Mention(
                            "c", start, end, word, "part", club=club, country=lands[club], in_speech=sentence.in_speech
                        )
                    )
            elif mention.club == club:
                mention.rule = "part" if mention.tag == "c" and mention.surface in _ENDS_ALONE else mention.rule
            elif mention.club != club and _is_vague(mention) and surfaces[mention.club or ""] == {word}:
                before = sentence.lower[number - 1] if number else ""
                mention.tag = "x" if mention.tag == "x" and before in _PLACE_BEFORE else "c"
                mention.rule, mention.club, mention.country = "part", club, lands[club]
        sentence.place(placed)


def _is_vague(mention: Mention) -> bool:
    """Whether a word was taken for a club that is not plainly called so."""
    return mention.rule in ("alias_city", "alias_nickname") or (
        mention.rule == "alias_short" and mention.surface in _ENDS_ALONE
    )


def _stands_alone(sentence: Sentence, number: int) -> bool:
    """Whether a capital word is no part of a longer name, nor a common word."""
    words = sentence.words
    before, behind = words[number - 1 : number], words[number + 1 : number + 2]
    if behind and (behind[0][0].isupper() or behind[0].lower() in _NOT_A_PART_BEHIND):
        return False
    if not number:
        return bool(behind) and (
            behind[0].lower() in SUBJECT or behind[0].endswith("ed") or sentence.mentions[1] is not None
        )
    return not before[0][0].isupper() or sentence.mentions[number - 1] is not None


def _parts(clubs: dict[str, Mention], gazetteer: Gazetteer | None) -> dict[str, Mention]:
    """Words of the names of clubs that a text names: "Stanley" for one that it calls "Accrington" first."""
    parts: dict[str, Mention] = {}
    for surface, mention in clubs.items():
        names = [surface]
        if gazetteer is not None and mention.club is not None:
            names += gazetteer.spellings.get(mention.club, ())
        for name in names:
            words = name.split()
            if len(words) > 1:
                parts.setdefault(words[0], mention)
                parts.setdefault(words[-1], mention)
    return parts


def _misspelt_club(name: str, clubs: dict[str, Mention]) -> Mention | None:
    """The club of the text that a name is one letter away from."""
    small = name.lower()
    for surface, mention in clubs.items():
        if surface[0] == name[0] and abs(len(surface) - len(name)) < 2 and is_misspelt(small, surface.lower()):
            return mention
    return None


def _turn(
    where: list[tuple[Sentence, int]], club: str, country: str | None, rule: str = "provisional"
) -> list[Mention]:  # fmt: skip
    turned = []
    for sentence, number in where:
        mention = sentence.mentions[number]
        assert mention is not None
        mention.tag, mention.rule, mention.club, mention.country, mention.name = "c", rule, club, country, None
        sentence.lower[number] = "<c>"
        for near, link in ((number - 2, number - 1), (number + 2, number + 1)):
            # "Congo's Okonjo Stars", "Okonjo Stars of Congo": what a club is of is a place.
            if 0 <= near < len(sentence.lower) and sentence.lower[link] == ("'s" if near < number else "of"):
                country_of = sentence.mentions[near]
                if country_of is not None and country_of.tag == "c" and (country_of.club or "").startswith("nt-"):
                    country_of.tag, sentence.lower[near] = "x", "<x>"
        turned.append(mention)
    return turned


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold_text(name).lower()).strip("-")
