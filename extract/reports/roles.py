"""Roles: clubs and men called by what they are: "the hosts", "the Italian side", "Wenger's men", "the substitute", "he".

Belongs here: finding such words, and which club a team's role means once the match is known. Does not belong here: which
man a role means (`agents.resolve`), and names (`names`, `gazetteer`).
"""

from extract.reports.grounds import word_set
from extract.reports.meetings import segment_at
from extract.reports.phrases import families
from extract.reports.results import word_before_name
from extract.reports.tokens import Mention, Sentence

_DETS = frozenset(("the", "their", "his", "her", "its", "both", "a", "an"))
_TEAM = families()["team_noun"] - frozenset(
    ("fans", "supporters", "defence", "defense", "attack", "teams", "sides", "ladies", "women", "trainees")
)
_POSITION = families()["position"] - frozenset(
    (
        "half",
        "back",
        "defence",
        "number",
        "nine",
        "midfield",
        "duo",
        "pair",
        "trio",
        "left",
        "right",
        "wing",
        "centre",
        "goalkeeping",
        "central",
        "attacking",
        "defensive",
    )
)
_PLURAL = frozenset(
    (
        "strikers",
        "forwards",
        "midfielders",
        "defenders",
        "wingers",
        "substitutes",
        "goalkeepers",
        "captains",
        "team-mates",
        "teammates",
        "frontmen",
        "fullbacks",
        "centre-halves",
    )
)
_HOME = frozenset(("hosts", "host"))
_AWAY = frozenset(("visitors", "guests", "travellers"))
_MEN = frozenset(
    (
        "side",
        "men",
        "team",
        "charges",
        "boys",
        "players",
        "troops",
        "lads",
        "squad",
        "outfit",
        "youngsters",
        "stars",
        "eleven",
        "troop",
    )
)
#: Words that end a role before its noun comes: verbs and little words.
_BREAKS = families()["aux"] - frozenset(("first", "forward", "free", "once", "next", "second"))
_LITTLE = word_set(
    "of in at on for with by from and or but when while as who which that this where to into onto over past after before goal ball match game tie lead"
)
_LONGEST = 6


def find_roles(sentence: Sentence) -> list[Mention]:
    """Roles in a sentence whose names, minutes and scores are placed: tags t, r and h, with `who`."""
    lower, found = sentence.lower, []
    number, size = 0, len(lower)
    while number < size:
        word = lower[number]
        if word in ("he", "she") or (word in ("him", "her") and lower[number + 1 : number + 2] == ["to"]):
            found.append(_mention(sentence, number, number, "h", "he"))
        elif word in ("they", "them"):
            found.append(_mention(sentence, number, number, "t", "they", who="they"))
        elif word == "<p>" and number + 2 < size and lower[number + 1] == "'s":
            end = number + 2
            while end < size and end - number < 5 and lower[end] in _BESIDE_MEN:
                end += 1
            if end < size and lower[end] in _MEN:
                mention = _mention(sentence, number, end, "t", "manager_team", who="staff")
                mention.name = sentence.mentions[number].name or sentence.words[number]
                found.append(mention)
                number = end
        elif word in ("hosts", "visitors") and (number == 0 or lower[number - 1] not in _DETS):
            behind = lower[number + 1] if number + 1 < size else ""
            alone = number == 0 or lower[number - 1] in (",", "for", "by", "as", "and", "but", "league")
            if alone and behind != "<c>":
                who = "home" if word == "hosts" else "away"
                found.append(_mention(sentence, number, number, "t", "hosts", who=who))
        elif word in _DETS or word in ("10-man", "ten-man", "home", "former", "ex"):
            role = _role_at(sentence, number)
            if role is not None:
                mention, end = role
                found.append(mention)
                number = end
        number += 1
    return found


_BESIDE_MEN = word_set(
    "10-man ten-man nine-man young struggling resurgent second-string makeshift experienced inexperienced star-studded side- battling spirited league premier weary former well-drilled"
)


def _mention(sentence: Sentence, first: int, last: int, tag: str, rule: str, who: str | None = None) -> Mention:
    start, end = sentence.starts[first], sentence.ends[last]
    return Mention(tag, start, end, sentence.text[start - sentence.start : end - sentence.start], rule, who=who)


def _role_at(sentence: Sentence, start: int) -> tuple[Mention, int] | None:
    """A role that begins at a token ("the", "their", "10-man"), and its last token."""
    lower, size = sentence.lower, len(sentence.lower)
    det = lower[start]
    step = start + (1 if det in _DETS else 0)
    demonym, head, head_at, aged, club = None, None, -1, False, None
    limit = min(size, step + _LONGEST)
    while step < limit:
        word = lower[step]
        if word == "<d>":
            demonym = step
        elif word == "<c>":
            mention = sentence.mentions[step]
            behind = lower[step + 1] if step + 1 < size else ""
            if mention.club is not None and mention.club.startswith("nt-") and behind != "'s":
                demonym = step
            elif behind in _POSITION or behind in _DESCRIBING_BEFORE:
                club = step
            else:
                break
        elif word in _TEAM or word in _HOME or word in _AWAY or word in _POSITION:
            head, head_at = word, step
        elif word.endswith("-year-old"):
            aged, head, head_at = True, "-year-old", step
        elif (
            word in ("'s", ",", ".", "<p>", "<m>", "<s>", "<x>", "(", ")", "-", ":", ";", '"')
            or word in _LITTLE
            or word in _DETS
            or word in _BREAKS
            or (word.endswith("ed") and head is not None)
            or word.endswith("ly")
            or head is not None
            or step - start >= 4
        ):
            break
        step += 1
    behind = lower[head_at + 1] if head is not None and head_at + 1 < size else lower[step] if step < size else ""
    if head is None:
        if demonym is not None and det == "the" and lower[demonym] != "<c>":
            after = lower[demonym + 1] if demonym + 1 < size else ""
            surface = sentence.words[demonym]
            if after in ("<p>",) or after in _NOT_A_MAN_BEHIND or after[:1] == "<":
                return None
            if surface.endswith("s") and not surface.endswith("ss"):
                return _demonym_team(sentence, start, demonym, demonym), demonym
            plural = surface.endswith("s") and not surface.endswith("ss")
            if plural and demonym == start + 1 and after[:1].isalpha():
                return _demonym_team(sentence, start, demonym, demonym), demonym
            if (
                after in _VERB_LIKE
                or after.endswith("ed")
                or after in ("'s", ",", ".", "who", ")", "to", "and", "(", "")
            ):
                if plural or surface in _PLURAL_PEOPLES:
                    return _demonym_team(sentence, start, demonym, demonym), demonym
                if demonym == start + 1 or lower[start + 1] not in _LITTLE:
                    return _mention(sentence, start, demonym, "r", "the_national"), demonym
        return None
    if behind == "<p>" or behind in ("league", "cup", "trophy"):
        return None
    if head in _HOME:
        return _mention(sentence, start, head_at, "t", "the_hosts", who="home"), head_at
    if head in _AWAY:
        return _mention(sentence, start, head_at, "t", "the_visitors", who="away"), head_at
    between = set(lower[start + 1 : head_at])
    if head in _TEAM:
        if "home" in between or det == "home":
            return _mention(sentence, start, head_at, "t", "home_side", who="home"), head_at
        if between & {"away", "visiting", "travelling", "traveling"}:
            return _mention(sentence, start, head_at, "t", "away_side", who="away"), head_at
        if demonym is not None and det in ("the", "their"):
            return _demonym_team(sentence, start, head_at, demonym), head_at
        if det in ("his", "their", "her") and head in _MEN:
            return _mention(sentence, start, head_at, "t", "own_side", who="own"), head_at
        if det in ("the",) and head in ("opponents", "rivals"):
            return _mention(sentence, start, head_at, "t", "opponents", who="other"), head_at
        if det in ("their", "his") and head in ("opponents", "rivals"):
            return _mention(sentence, start, head_at, "t", "opponents", who="other"), head_at
        if det in ("the",) or det in ("10-man", "ten-man"):
            return _mention(sentence, start, head_at, "t", "the_team", who="that"), head_at
        return None
    if head in _PLURAL:
        return None
    if det in ("a", "an", "both", "home", "10-man", "ten-man", "its", "former", "ex"):
        return None
    if (
        det in ("his", "her", "their")
        and not aged
        and head
        not in (
            "captain",
            "skipper",
            "substitute",
            "goalkeeper",
            "keeper",
            "striker",
            "defender",
            "midfielder",
            "winger",
        )
    ):
        return None
    mention = _mention(sentence, start, head_at, "r", "the_player")
    if club is not None:
        mention.club = sentence.mentions[club].club
    return mention, head_at


def _demonym_team(sentence: Sentence, start: int, end: int, demonym: int) -> Mention:
    mention = _mention(sentence, start, end, "t", "demonym_team", who="demonym")
    of = sentence.mentions[demonym]
    mention.country, mention.club, mention.name = of.country, None, of.club
    return mention


_DESCRIBING_BEFORE = frozenset(("captain", "striker", "midfielder", "forward", "defender"))
_NOT_A_MAN_BEHIND = word_set(
    "league cup champions championship season football second first top side team title game match capital club border crowd fans supporters federation premier defence midfield goal net box fa coach manager people public press city captain striker midfielder defender winger goalkeeper keeper forward international side's"
)
_VERB_LIKE = families()["finish"] | families()["score"] | families()["aux"] | families()["beat"] | families()["miss"] | word_set("made found had has was is saw took got gave came went cut broke ran who whose could would should did also then again beat still looked")  # fmt: skip
_PLURAL_PEOPLES = word_set(
    "English French Dutch Portuguese Spanish Irish Scottish Welsh Chinese Japanese Danish Turkish Polish Swedish Swiss"
)


def resolve_teams(
    sentences: list[Sentence],
    pairs: dict[int, tuple[str, str]],
    homes: dict[int, str],
    countries: dict[str, str],
    staff: dict[str, str],
) -> None:
    """Gives roles of teams the club they mean, by the match of their sentence.

    pairs: the clubs of each segment; homes: who is at home in it, where told; countries: of clubs; staff: managers' clubs.
    "They" and "his side" are the team spoken of: the last one that was a subject.
    """
    spoken: str | None = None
    unnamed: dict[str | None, str] = {}
    titles = _titles(sentences)
    for sentence in sentences:
        theirs: dict[int, str] = {}
        sentence.found["theirs"] = theirs
        for number, mention in enumerate(sentence.mentions):
            pair = pairs.get(segment_at(sentence, number) or 0)
            if mention is None:
                if sentence.lower[number] == "their" and pair and spoken in pair:
                    theirs[number] = spoken
                continue
            if mention.tag == "c" and pair and mention.club in pair:
                if not _is_opponent(sentence, number):
                    spoken = mention.club
                continue
            if mention.tag != "t" or not pair:
                continue
            club = None
            if mention.who in ("home", "away"):
                home = homes.get(segment_at(sentence, number) or 0)
                if home in pair:
                    other = pair[0] if home == pair[1] else pair[1]
                    club = home if mention.who == "home" else other
            elif mention.who == "demonym":
                fitting = [
                    c
                    for c in pair
                    if (mention.name and c == mention.name) or (mention.country and countries.get(c) == mention.country)
                ]
                club = fitting[0] if len(fitting) == 1 else None
            elif mention.who == "staff":
                club = staff.get(mention.name) or unnamed.get(mention.name)
                club = club if club in pair else None
                if club is None and mention.name not in staff and spoken in pair:
                    # A manager whose club is not told: of the team spoken of before, but the other one if it just acted here.
                    acting = any(m is not None and m.club == spoken for m in sentence.mentions[:number])
                    club = (pair[0] if spoken == pair[1] else pair[1]) if acting else spoken
                    unnamed[mention.name] = club
            elif mention.who in ("they", "own"):
                club = _managed(sentence, number) if mention.who == "own" else None
                club = club if club in pair else spoken if spoken in pair else None
                if club is not None and _is_done_to_them(sentence, number):
                    club = pair[0] if club == pair[1] else pair[1]
            elif mention.who == "other" and spoken in pair:
                club = pair[0] if spoken == pair[1] else pair[1]
            elif mention.who == "that":
                club = _titled(mention, titles, pair)
            mention.club = club
            if club is not None and not _is_opponent(sentence, number):
                spoken = club


def guess_teams(sentences: list[Sentence], countries: dict[str, str]) -> None:
    """Gives "they" and "the Italians" a club before any match is known: the last subject, the last club of the country."""
    spoken: str | None = None
    named: list[str] = []
    for sentence in sentences:
        for number, mention in enumerate(sentence.mentions):
            if mention is None:
                continue
            if mention.tag == "c" and mention.club and not mention.in_speech:
                named.append(mention.club)
                if not _is_opponent(sentence, number):
                    spoken = mention.club
            elif mention.tag == "t":
                if mention.who in ("they", "own"):
                    mention.club = (_managed(sentence, number) if mention.who == "own" else None) or spoken
                    if _is_done_to_them(sentence, number):
                        mention.club = next((club for club in reversed(named) if club != spoken), None)
                elif mention.who == "demonym" and mention.country:
                    mention.club = next((c for c in reversed(named) if countries.get(c) == mention.country), None)


def _titles(sentences: list[Sentence]) -> dict[str, set[str]]:
    """The clubs that a document calls "champions X", "leaders X", by that word."""
    found: dict[str, set[str]] = {}
    for sentence in sentences:
        for number, mention in enumerate(sentence.mentions):
            if (
                number
                and mention is not None
                and mention.tag == "c"
                and mention.club
                and sentence.lower[number - 1] in _TEAM
            ):
                found.setdefault(sentence.lower[number - 1], set()).add(mention.club)
    return found


def _titled(mention: Mention, titles: dict[str, set[str]], pair: tuple[str, str]) -> str | None:
    """The club of a match that "the champions" are, if the document says so of only one of the two."""
    head = mention.surface.lower().split()[-1]
    fitting = titles.get(head, set()) & set(pair)
    return fitting.pop() if len(fitting) == 1 else None


_MANAGER = families()["manager"]


def _managed(sentence: Sentence, number: int) -> str | None:
    """The club of the manager before a token: "Y, manager of bottom club X, felt ... his side", "X coach Y said his team"."""
    lower = sentence.lower
    for at in range(number - 1, -1, -1):
        if lower[at] in _MANAGER:
            before = at - 2 if at > 1 and lower[at - 1] == "'s" else at - 1
            if before >= 0 and lower[before] == "<c>":
                return sentence.mentions[before].club
            if lower[at + 1 : at + 2] == ["of"]:
                for step in range(at + 2, min(at + 6, number)):
                    if lower[step] == "<c>":
                        return sentence.mentions[step].club
    return None


_OPPOSED = families()["beat"] | word_set(
    "against over past versus beat beating defeat defeated of at by to on from beaten v above below than behind overtaking overtake overtook leapfrog leapfrogged leapfrogging beyond joining like unlike hosted entertained faced met visited hosting facing off aside held denied"
)


def _is_done_to_them(sentence: Sentence, number: int) -> bool:
    """Whether "them" are the other side than the one that acts: "but X beat them 2-0"."""
    lower = sentence.lower
    return (
        lower[number] == "<t>"
        and sentence.words[number].lower() == "them"
        and number > 1
        and (lower[number - 2] == "<c>" and lower[number - 1] in families()["beat"])
    )


_LEVEL = families()["draw_noun"] | families()["draw"] | {"<s>"}


def _is_opponent(sentence: Sentence, number: int) -> bool:
    """Whether a club is only met, named behind "against", "a draw with"."""
    if not number:
        return False
    before = word_before_name(sentence.lower, number)
    return before in _OPPOSED or (before == "with" and bool(_LEVEL & set(sentence.lower[max(0, number - 5) : number])))
