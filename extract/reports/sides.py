"""Sides: for which club a goal counts, in whose shirt a man plays, who is a manager.

Belongs here: what the words around a telling or a name say of a club. Does not belong here: what follows from counting
(dbt's), who is at home (`meetings`).
"""

from dataclasses import dataclass
from itertools import pairwise

from extract.reports.grounds import word_set
from extract.reports.phrases import Phrase, families
from extract.reports.results import subject_club
from extract.reports.tellings import Telling
from extract.reports.tokens import Sentence

_TEAMS = ("<c>", "<t>")
_BEHIND = frozenset(
    [
        "behind",
        "conceded",
        "concede",
        "concedes",
        "conceding",
        "down",
        "fell",
        "stunned",
        "rocked",
        "shocked",
        "caught",
        "undone",
        "breached",
        "punished",
        "trailed",
        "trailing",
        "pegged",
        "shell-shocked",
    ]
)
_AGAINST_INSIDE = frozenset(
    [
        "cancel",
        "cancelled",
        "cancelling",
        "canceled",
        "cancels",
        "wiped",
        "wipe",
        "reduce",
        "reduced",
        "reducing",
        "reduces",
        "cut",
        "cutting",
        "halve",
        "halved",
        "halving",
        "trim",
        "trimmed",
        "narrowed",
        "pegged",
        "peg",
        "pegging",
        "beyond",
        "past",
        "under",
        "over",
        "slashed",
        "broke",
    ]
)
_GIVES = Phrase(
    "(_|<m>|<p>|<h>|'s|,|<x>|<d>|<s>|n|-|W){0,16}? ({give}|{seal}|giving|sending|handing|earning) (_){0,1}? (the|back)? (_|<d>){0,2}? <ct>"
)
_FOR = Phrase("(_|<m>|<p>|'s|<x>|<d>|n|-){0,12}? (for|behalf of) (the)? (_|<d>){0,2}? <ct>")
_AGAINST = Phrase("(_|<m>|<x>|n){0,8}? against (his|their)? (_){0,3}? <ct>")
_SCORE_TO = Phrase("(_|<m>){0,6}? <s> (to|for|in favour of) (the)? <ct>")
_SEALED_FOR = Phrase(
    "(_|<m>|<p>|'s|,|<x>|<d>|n|-){0,10}? ({seal}|{restore}|{double}|earned|rescue|securing|sealing) (_|<s>|n|-|<d>|,){0,7}? (for)? <ct>"
)
_AS_WON = Phrase(
    "(_|<m>|<x>|<p>|'s|,|n|-|<d>|o){0,14}? (as|helping|helped|when|while) (the)? (_|<d>){0,3}? <ct> (_|<m>){0,3}? ({beat}|{win}|{advance}|{seal}|completed|maintained|extended|moved|made|kept|ended|recorded|reached|overcame|hammered|produced|secured|stayed|opened)"
)
_AS_ROUTED = Phrase(
    "(_|<m>|<x>|<p>|'s|,|n|-|<d>|o){0,14}? (as|while) (the)? (_|<d>){0,3}? <ct> (were|was|are|is) (_){0,2}? ({beat}|beaten|sent packing|knocked out|eliminated|swept aside|blown away|routed|torn apart)"
)
_AFTER_BEATING = Phrase(
    "(_|<m>|<x>|<p>|'s|,|n|-|<d>|o|<(>|<)>){0,18}? (after|in|during) (the)? (_|<d>){0,3}? <ct> (_){0,2}? {beat} (off|out|aside|past)? (%|<d>){0,3}? <c>"
)
_ITS_NTH = Phrase(
    "(_|<m>|o){0,3}? <ct> 's (%|<m>|o){0,3}? (first|second|third|fourth|fifth|sixth|opener|winner|goal|equaliser|equalizer|leveller|consolation|opening|other|only)"
)
_NTH = word_set(
    "first second third fourth fifth sixth seventh opener opening equaliser equalizer leveller winner winning goal"
)
_THEM = Phrase(
    "(_|<m>|<p>|'s|,|<x>|<d>|<s>|n|-){0,14}? ({give}|giving|sending|for) (them|his side|his team|their side|his club|his country|his men)"
)
_LOSING = frozenset(
    [
        "lost",
        "lose",
        "losing",
        "loses",
        "behind",
        "fell",
        "fall",
        "trailed",
        "trailing",
        "down",
        "beaten",
        "conceded",
        "concede",
        "conceding",
        "succumbed",
        "undone",
        "stunned",
        "caught",
        "defeat",
        "defeated",
        "slipped",
        "slumped",
        "crashed",
        "sunk",
        "rocked",
        "shocked",
    ]
)
_AHEAD = frozenset(
    [
        "ahead",
        "front",
        "lead",
        "level",
        "up",
        "advantage",
        "back",
        "cushion",
        "hope",
        "lifeline",
        "edge",
        "breathing",
        "initiative",
        "top",
        "clear",
        "start",
        "dream",
        "perfect",
        "win",
        "victory",
        "point",
        "points",
        "further",
        "through",
        "on",
    ]
)
_GIVING = families()["give"] | frozenset(["giving", "earning", "handing", "sealing", "securing"])
_SENDS = frozenset(
    [
        "send",
        "sends",
        "sent",
        "sending",
        "put",
        "puts",
        "putting",
        "knock",
        "knocked",
        "knocking",
        "dump",
        "dumped",
        "dumping",
    ]
)
_DENIED = Phrase(
    "(_|<m>|<x>|n|-){0,6}? (deny|denied|denying|denies|robbed|robbing|rob|stunned|stun|shocked|sank|sink|sinking|punished|condemned|condemning|consigned|eliminated|knocked|dumped|ended) (the)? (_|<d>){0,2}? <ct>"
)
_LEAVES = frozenset(["leave", "leaves", "left", "leaving"])
_OUT = frozenset(("out", "crashing", "packing", "tumbling", "home-", "a"))
_LEADING_ON = frozenset(
    [
        "for",
        "to",
        "against",
        "put",
        "give",
        "the",
        "a",
        "an",
        "as",
        "when",
        "win",
        "open",
        "snatch",
        "make",
        "level",
        "secure",
        "seal",
        "and",
    ]
) | frozenset(
    [
        "gave",
        "earned",
        "secured",
        "sealed",
        "handed",
        "rescued",
        "snatched",
        "salvaged",
        "deny",
        "denied",
        "denying",
        "robbed",
        "stunned",
        "shocked",
        "sank",
        "condemned",
        "punished",
    ]
)
_JOINTS = frozenset(("when", "as", "after", "through", "with", "thanks", "courtesy", "via", "by", "from", "before"))
_STOPS = frozenset(("but", "before", "while", "until", "although"))


def give_sides(sentence: Sentence, tellings: list[Telling]) -> None:
    """Says for each goal of a sentence for whom the words say it counts: `club` and `club_basis`.

    The opponents' club is told by `club_basis` "against_explicit" and "against_role", for the caller to turn round.
    """
    for number, telling in enumerate(tellings):
        if not telling.is_goal or telling.why_not is not None:
            continue
        following = next((t.start for t in tellings[number + 1 :] if t.is_goal and t.start >= telling.end), None)
        read = _side(sentence, telling, tellings[:number], following)
        if read is None:
            continue
        token, against = read
        mention = sentence.mentions[token]
        club = mention.club if mention is not None else sentence.found.get("theirs", {}).get(token)
        if club is None:
            continue
        basis = "explicit" if mention is not None and mention.tag == "c" else "role"
        telling.club = club
        telling.club_basis = ("against_" if against else "") + basis


def _side(
    sentence: Sentence, telling: Telling, before: list[Telling], following: int | None
) -> tuple[int, bool] | None:
    lower, shaped = sentence.lower, sentence.shape
    start, end, rule = telling.start, telling.end, telling.entry["rule"]
    if telling.kind == "listed":
        owner = _list_owner(sentence, start)
        return None if owner is None else (owner, False)
    inside = [n for n in range(start, end) if lower[n] in _TEAMS]
    if rule == "conceded_to":
        subject = subject_club(sentence, start)
        return (subject, bool(_LOSING & set(lower[start:end]))) if subject is not None else None
    theirs = _theirs(sentence, start, end)
    if theirs is not None and telling.kind != "own":
        return theirs, False
    if telling.kind == "own":
        # Who is named beside an own goal is mostly its scorer's side, so only words that say who profits count.
        inside = []
    for token in inside:
        behind = lower[token + 1] if token + 1 < len(lower) else ""
        words = set(lower[start:token])
        if (
            lower[start] in _AGAINST_INSIDE
            or (token > start and lower[token - 1] in ("beyond", "past", "under", "over", "against", "beat"))
        ) and rule in ("equalised", "finished_in", "lead_grown", "penalty_scored", "scored"):
            return token, True
        if behind in ("goalkeeper", "keeper", "defence", "net", "box", "goal") or (
            behind == "'s" and rule in ("finished_in",) and words & {"past", "beyond", "into", "in", "under"}
        ):
            return token, True
        if token > start and lower[token - 1] == "for" and behind != "'s":
            return token, False
        if behind == "'s" and _NTH & set(lower[token + 2 : token + 4]):
            return token, False
        if behind in (
            "striker",
            "midfielder",
            "defender",
            "captain",
            "forward",
            "winger",
            "substitute",
            "<p>",
            "debut",
        ):
            continue
        if rule == "lead_given" and not _AHEAD & set(lower[token + 1 : end + 1]):
            # "Edged X 1-0" is a win over X; "edged X ahead" is a goal for X.
            continue
        if behind == "pay" or (
            rule == "lead_grown"
            and lower[start] in ("made", "make", "makes", "making", "denied", "sank", "sink", "condemned")
        ):
            return token, True
        if rule in (
            "lead_given",
            "on_their_way",
            "made_it",
            "equalised",
            "lead_grown",
            "scored",
            "goal_thing",
            "shot_thing",
            "his_second",
            "with_goals",
            "scoring_opened",
            "hat_trick",
            "brace",
            "with_a_penalty",
            "penalty_scored",
        ):
            return token, lower[token - 1] in ("against",)
    # Telling words may end with the ones that lead on to the club: "scored for X", "headed home to give X".
    while end > start + 1 and lower[end - 1] in _LEADING_ON:
        end -= 1
    for token in inside:
        if _GIVING & set(lower[max(start + 1, token - 3) : token]) and lower[token - 1] not in (
            "against",
            "over",
            "at",
            "past",
            "beat",
        ):
            return token, False
    limit = following if following is not None else len(lower)
    for stop in range(end, min(limit, len(lower))):
        if lower[stop] in _STOPS or lower[stop] in (";", ":", '"'):
            limit = stop
            break
    rest = shaped[end:limit]
    if rest:
        for phrase, against in ((_SCORE_TO, False), (_GIVES, False), (_FOR, False), (_SEALED_FOR, False)):
            match = phrase.match(rest)
            if match:
                token = end + match.end() - 1
                behind = lower[token + 1] if token + 1 < len(lower) else ""
                if behind in ("crashing", "packing", "tumbling") or (
                    behind == "out" and _SENDS & set(lower[max(end, token - 3) : token])
                ):
                    return token, True
                if lower[token - 1] in _LEAVES or (lower[token - 1] in ("the", "his") and lower[token - 2] in _LEAVES):
                    return token, behind not in ("ahead", "in", "top", "level")
                if phrase is _FOR and (behind == "to" or "only" in lower[max(end, token - 4) : token]):
                    # "Only for X to hit back" is X's next goal.
                    continue
                if (
                    lower[token - 1] in ("against", "over", "at", "past", "to", "by", "beat")
                    and phrase is not _SCORE_TO
                ):
                    continue
                if behind in ("fans", "goalkeeper", "keeper", "manager", "boss", "coach") or (
                    behind == "'s" and phrase is _FOR
                ):
                    continue
                return token, against
        match = _DENIED.match(rest)
        if match and telling.kind in ("shot", "noun", "act", "score", "result"):
            return end + match.end() - 1, True
        match = _ITS_NTH.match(rest)
        if match:
            return next(n for n in range(end, end + match.end()) if lower[n] in _TEAMS), False
        match = _AGAINST.match(rest)
        if match and telling.kind in ("act", "score", "shot") and lower[end + match.end() - 1] == "<c>":
            return end + match.end() - 1, True
    if telling.kind == "own":
        return _from_before(sentence, telling, before, only_team=True)
    if telling.team is not None:
        against = telling.entry["rule"] == "lead_taken" and bool(set(lower[start:end]) & _BEHIND)
        return telling.team, against
    told = _from_before(sentence, telling, before, only_team=False)
    if told is not None:
        return told
    whose = _whose(sentence, start)
    if whose is not None:
        return whose, False
    if telling.kind == "noun":
        beaten = _beaten_by(sentence, start)
        if beaten is not None:
            return beaten, True
        owner = start - 1
        if lower[start] == "'s" and owner >= 0 and lower[owner] in _TEAMS:
            return owner, False
        if lower[start] in ("with", "thanks", "through", "courtesy", "via", "after"):
            subject = subject_club(sentence, start)
            if subject is not None:
                return subject, False
    if rest:
        match = _AS_WON.match(shaped[end : min(len(lower), end + 26)])
        if match:
            token = next((n for n in range(end, end + match.end()) if lower[n] in _TEAMS), None)
            if token is not None:
                return token, False
        match = _AS_ROUTED.match(shaped[end : min(len(lower), end + 28)])
        if match:
            return next(n for n in range(end, end + match.end()) if lower[n] in _TEAMS), True
        match = _AFTER_BEATING.match(shaped[end : min(len(lower), end + 30)])
        if match:
            return next(n for n in range(end, end + match.end()) if lower[n] in _TEAMS), False
    if telling.kind in ("score", "noun", "act", "result") and _THEM.match(rest or ""):
        subject = next((n for n in range(start - 1, -1, -1) if lower[n] in _TEAMS), None)
        if subject is not None and lower[subject - 1] not in ("against", "over", "past", "by"):
            return subject, False
    return None


def _theirs(sentence: Sentence, start: int, end: int) -> int | None:
    """The token "their" of a goal told as somebody's own, where the team spoken of is known: "scored their second"."""
    lower, spoken_of = sentence.lower, sentence.found.get("theirs", {})
    for number in range(start, min(end + 1, len(lower))):
        if (
            lower[number] == "their"
            and number in spoken_of
            and (number + 1 >= len(lower) or lower[number + 1] != "own")
        ):
            return number
    return None


def _whose(sentence: Sentence, start: int) -> int | None:
    """The club of "X, whose equaliser came from Y" and "X, for whom Y scored"."""
    lower = sentence.lower
    for number in range(start, max(-1, start - 9), -1):
        if lower[number] in ("whose", "whom"):
            step = number - (2 if lower[number] == "whom" else 1)
            step -= lower[step] == ","
            return step if step >= 0 and lower[step] in _TEAMS else None
        if lower[number] in (".", ";", ","):
            return None
    return None


def _beaten_by(sentence: Sentence, start: int) -> int | None:
    """The club of "X trailed 2-0 to goals by Y", "X were undone by a header from Y"."""
    lower = sentence.lower
    if lower[start] not in ("to", "by") and (start == 0 or lower[start - 1] not in ("to", "by")):
        return None
    if not _LOSING & set(lower[max(0, start - 8) : start]):
        return None
    return subject_club(sentence, start)


def _list_owner(sentence: Sentence, start: int) -> int | None:
    """The club that a list of scorers belongs to: "Arsenal: X 12, Y 45", "Arsenal 2 (X 12, Y 45)"."""
    lower = sentence.lower
    for number in range(start - 1, -1, -1):
        if lower[number] == "<c>":
            behind = lower[number + 1]
            return number if behind in (":", "-", "(", "<s>") or behind.isdigit() else None
    return None


def _from_before(
    sentence: Sentence, telling: Telling, before: list[Telling], only_team: bool
) -> tuple[int, bool] | None:
    """What a telling of a side before it says: "X took the lead when ...", "X fell behind to ..."."""
    lower = sentence.lower
    for earlier in reversed(before):
        if not earlier.is_goal or earlier.why_not is not None or earlier.team is None:
            continue
        gap = lower[earlier.end : telling.start]
        joint = set(gap) & _JOINTS or lower[earlier.end - 1] in _JOINTS or (telling.start == earlier.end)
        if len(gap) > 26 or set(gap) & {"but", ";", "before"} or not joint:
            continue
        if earlier.kind == "team" or (earlier.kind in ("result", "score") and not earlier.agents):
            return earlier.team, earlier.entry["rule"] == "lead_taken" and bool(
                set(lower[earlier.start : earlier.end]) & _BEHIND
            )
    return None


@dataclass(slots=True)
class Affiliation:
    """Words that put a man in a club: tokens first to last, who, which club, basis, strength (1 to 3)."""

    sentence: Sentence
    first: int
    last: int
    name: str
    club: str
    basis: str
    strength: int


_FORMER = frozenset(["former", "ex", "one-time", "then", "previous", "old", "ex-", "old-boy"])
_ROLE = families()["position"] | families()["manager"]
_THEIR_ROLE = Phrase("<c> ('s)? (_|<d>|n|-|o){0,4}? ({position}|{manager}) (and ({position}|{manager}))? ,? <p>")
_POSSESSIVE = Phrase("<ct> 's (_|<d>|n|-|o){0,3}? <p>")
_APPOSITION = Phrase(
    "<p> , (the|a|an|their|one|now)? (of|with)? (_|<d>){0,3}? <c> ('s)? (_|<d>){0,3}? ({position}|{manager})"
)
_CAPTAIN_OF = Phrase("<p> , (_|,|n|-|<d>){0,9}? ({position}|{manager}) (of|for|at|with) (the)? <c>")
_POSSESSIVE_TWO = Phrase("<ct> 's (_|<d>|n|-|o){0,3}? <p> and (_|<d>){0,2}? <p>")
_IN_BRACKETS = Phrase("<p> <(> <c> <)>")
_OF = Phrase("<p> of <c>")
_MATE = Phrase("(_|<d>){0,1} <c> (team-mate|teammate|colleague|counterpart|skipper)s? ,? <p>".replace("s? ,", " ,"))
_ITS_OWN = Phrase("<ct> (_|<m>|<d>|<x>|<s>|,){1,12}? their (own)? (_){0,2}? ({position}|{manager}) ,? <p>")
_STAFF = Phrase("{manager} ,? <p>")
_STAFF_BEHIND = Phrase("<p> , (the|their|his|a|now)? (_|<c>|<d>|'s|W){0,6}? {manager}")
_HAD_SENT_OFF = Phrase(
    "<ct> (_|<m>|,|<s>|<d>){0,6} (had|lost|lose|losing|saw|without|have|having) (_|<d>){0,5} <p> (_|,|<m>){0,5} (sent|dismissed|red|to|sent-off|shown|suspended|injured|booked|limp|stretchered|carried|for|after)"
)
_IN_CHARGE = Phrase(
    "<p> ,? (_|<d>|'s|,){0,8}? (charge|manager|coach|boss|manages|coaching|managing|reign|hotseat) (of|at)? (a|the)? (_|<d>){0,2}? <c>"
)
_LINE_UP = Phrase("^(<c>) (<(> (_|n|-|w){1,9}? <)>|-|_)? :? ")


def find_affiliations(sentence: Sentence) -> list[Affiliation]:
    """Who plays for whom by the words beside his name, in a sentence whose mentions are placed and resolved."""
    found: list[Affiliation] = []
    lower, shaped, mentions = sentence.lower, sentence.shape, sentence.mentions

    def tell(first: int, last: int, man: int, club: int, basis: str, strength: int) -> None:
        person, team = mentions[man], mentions[club]
        if person is not None and team is not None and person.name and team.club and not _is_former(lower, club, first):
            found.append(Affiliation(sentence, first, last, person.name, team.club, basis, strength))

    if "p" in shaped:
        for phrase, basis, strength in (
            (_THEIR_ROLE, "their_role", 1), (_POSSESSIVE, "possessive", 1), (_OF, "of", 1),
            (_POSSESSIVE_TWO, "possessive", 1), (_IN_BRACKETS, "in_brackets", 2), (_ITS_OWN, "their_own", 2),
        ):  # fmt: skip
            for match in phrase.finditer(shaped):
                span = range(match.start(), match.end())
                men = [n for n in span if lower[n] == "<p>"]
                clubs = [n for n in span if lower[n] in _TEAMS]
                if men and clubs:
                    man = men[-1] if basis != "of" else men[0]
                    tell(match.start(), match.end() - 1, man, clubs[0], basis, strength)
                    # "A, B and C of X": all of them.
                    while basis == "of" and man >= 2 and lower[man - 1] in ("and", ",") and lower[man - 2] == "<p>":
                        man -= 2
                        tell(man, match.end() - 1, man, clubs[0], basis, strength)
        for match in _APPOSITION.finditer(shaped):
            clubs = [n for n in range(match.start(), match.end()) if lower[n] == "<c>"]
            tell(match.start(), match.end() - 1, match.start(), clubs[-1], "apposition", 1)
        for match in _CAPTAIN_OF.finditer(shaped):
            tell(match.start(), match.end() - 1, match.start(), match.end() - 1, "apposition", 1)
        for match in _HAD_SENT_OFF.finditer(shaped):
            man = next(n for n in range(match.end() - 1, match.start(), -1) if lower[n] == "<p>")
            tell(match.start(), match.end() - 1, man, match.start(), "had_him", 2)
    for number, mention in enumerate(mentions):
        if (
            mention is not None
            and mention.tag == "r"
            and mention.club
            and mention.name
            and not set(lower[max(0, number - 2) : number]) & _FORMER
            and "former" not in mention.surface.lower()
        ):
            found.append(Affiliation(sentence, number, number, mention.name, mention.club, "role", 2))
    if sentence.kind == "list" or shaped.count("p") >= 7:
        match = _LINE_UP.match(shaped)
        if match and shaped.count("p") >= 5 and mentions[0].club:
            for number, mention in enumerate(mentions):
                if mention is not None and mention.tag == "p" and mention.name:
                    found.append(Affiliation(sentence, number, number, mention.name, mentions[0].club, "line_up", 1))
                elif number > 0 and mention is not None and mention.tag == "c":
                    break
    return found


def _is_former(lower: list[str], club: int, first: int) -> bool:
    """Whether the words before a club say that he left it: "the former Chelsea striker X"."""
    low = min(club, first)
    return bool(set(lower[max(0, low - 2) : club]) & _FORMER)


def find_staff(sentence: Sentence) -> dict[str, str | None]:
    """Names of managers, referees and the like, and the club of each where it is told."""
    found: dict[str, str | None] = {}
    lower, shaped, mentions = sentence.lower, sentence.shape, sentence.mentions
    if "p" not in shaped and "t" not in shaped:
        return found
    for match in _STAFF.finditer(shaped):
        man = match.end() - 1
        club = None
        for number in range(match.start() - 1, max(-1, match.start() - 5), -1):
            if lower[number] == "<c>":
                club = mentions[number].club
                break
            if lower[number] in (",", ".", "<p>"):
                break
        if mentions[man].name and not set(lower[match.start() : man]) & {"captain", "and"}:
            found[mentions[man].name] = club or found.get(mentions[man].name)
    for match in _STAFF_BEHIND.finditer(shaped):
        club = next((mentions[n].club for n in range(match.start(), match.end()) if lower[n] == "<c>"), None)
        if mentions[match.start()].name:
            found[mentions[match.start()].name] = club
    for match in _IN_CHARGE.finditer(shaped):
        if mentions[match.start()].name and not set(lower[match.start() : match.end()]) & _FORMER:
            found[mentions[match.start()].name] = mentions[match.end() - 1].club
    for mention in mentions:
        if mention is not None and mention.tag == "t" and mention.who == "staff" and mention.name:
            found.setdefault(mention.name, None)
    return found


_TOLD_OF = frozenset(
    [
        "over",
        "against",
        "past",
        "beat",
        "beating",
        "by",
        "at",
        "of",
        "to",
        "from",
        "versus",
        "v",
        "with",
        "on",
        "into",
        "for",
        "beyond",
        "former",
        "ex",
        "despite",
        "between",
    ]
)
_LITTLE = families()["little"]
_BUT_LOST = Phrase(
    "(~){0,24}? (but|though|although) (%|<d>|n|-|the){0,4} <ct> (_|<m>){0,2} (lost|went|were|was|slumped|fell|could|held|suffered|succumbed|crashed|conceded|slipped)"
)


def _is_spoken_of(sentence: Sentence, number: int) -> bool:
    """Whether a club is what its clause is about: neither behind a preposition ("against a rampant X") nor the owner of
    what somebody else does something to."""
    lower = sentence.lower
    behind = lower[number + 1] if number + 1 < len(lower) else ""
    if behind in _KEEPERS:
        return False
    step = number - 1
    while (
        step >= 0
        and number - step < 5
        and (lower[step] not in _LITTLE or lower[step] in ("the", "a", "an"))
        and lower[step][0].isalnum()
    ):
        if lower[step] in _TOLD_OF:
            return False
        step -= 1
    before = lower[step] if step >= 0 else ""
    if before == "for" and behind == "to":
        return True
    return before not in _TOLD_OF


_KEEPERS = frozenset(
    ["goalkeeper", "keeper", "defence", "defense", "goal", "box", "area", "net", "bar", "post", "crossbar"]
)


def topic_at(sentence: Sentence, token: int, pair: tuple[str, ...], previous: Sentence | None) -> str | None:
    """The club of a pair that a sentence goes on about at a token: the last one named before it that is nobody's
    opponent there, else one behind that "but X lost" names, else the first that the sentence before is about. This is
    weak evidence: it breaks ties and proves nothing."""
    mentions = sentence.mentions
    for number in range(token - 1, -1, -1):
        mention = mentions[number]
        is_team = mention is not None and mention.tag in ("c", "t") and not mention.in_speech
        if is_team and mention.club in pair and _is_spoken_of(sentence, number):
            return mention.club
    match = _BUT_LOST.match(sentence.shape[token : token + 34])
    if match:
        club = next(
            (
                m.club
                for m in mentions[token : token + match.end()]
                if m is not None and m.tag in ("c", "t") and m.club in pair
            ),
            None,
        )
        if club is not None:
            return club
    if previous is not None:
        for number, mention in enumerate(previous.mentions):
            if mention is not None and mention.tag in ("c", "t") and mention.club in pair and not mention.in_speech:
                owner = previous.lower[number + 1 : number + 2] == ["'s"]
                if _is_spoken_of(previous, number) and not owner:
                    return mention.club
    return None


_HELPED = Phrase(
    "(from|by|to|onto|meet|met|met|convert|converted|converting|headed|heading|turned|turning|with|after|following|when|as) (%|<d>|<m>|,){0,3} <p> 's (%|<d>|n|-){0,4} (cross|crosses|pass|passes|corner|corners|free-kick|freekick|ball|through-ball|knock-down|knockdown|flick|flick-on|cutback|cut-back|header|throw|throw-in|delivery|centre|center|lay-off|layoff|backheel|assist|service|work|pull-back|pullback|chip|run)"
)
_SET_UP = Phrase(
    "(set up|teed up|fed|released|picked out|found|freed|laid on|created|supplied|played in|sent clear|sent through|put through|slipped in|crossed|squared|passed|headed on|flicked on|nodded on|helped on|cut back|pulled back|rolled) (_){0,5} by (%|<d>|<c>|'s){0,5} <p>"
)
_FOR_HIM = Phrase(
    "<p> (_){0,3} (crossed|squared|pulled|cut|laid|rolled|passed|fed|found|released|picked|set|teed|slipped|sent|played|headed|nodded|flicked|touched|chipped|knocked) (_|,|<m>){0,8} (for|to|up|in|out|found)? (%|<d>|<c>|'s){0,4} <p>"
)
_PAST = Phrase(
    "(past|beyond|beat|beating|rounded|rounding|lobbed|chipped|under|over|left|leaving|through|gave|giving|sent|sending|wrong-footed|deceived) (%|<d>|<c>|'s){0,4} <p>"
)
_FOULED = Phrase(
    "(fouled|brought down|upended|tripped|felled|hauled down|pulled down|bundled over|chopped down|floored|bundled) (_|<m>){0,3} by (%|<d>|<c>|'s){0,5} <p>"
)
_FOULS = Phrase(
    "<p> (_|,|<m>){0,6} (fouled|fouling|tripped|tripping|upended|upending|felled|felling|hauled|hauling|brought|bringing|pulled|pulling|chopped|chopping|clipped|on|against) (_){0,3} <p>"
)


def find_links(sentence: Sentence) -> list[tuple[int, int, bool]]:
    """Two men whom the words put into one side (a pass and who met it) or into two (a keeper beaten, a man fouled).

    Returns tokens of both and whether they are of one side.
    """
    shaped = sentence.shape
    if shaped.count("p") < 2:
        return []
    found: list[tuple[int, int, bool]] = []
    lower = sentence.lower

    def actor(at: int) -> int | None:
        for number in range(at - 1, max(-1, at - 26), -1):
            if (
                lower[number] in ("<p>", "<h>", "<r>")
                and lower[number + 1] != "'s"
                and (number == 0 or lower[number - 1] not in _TOLD_OF or lower[number - 1] == "for")
            ):
                return number
            if lower[number] in (";", ":"):
                return None
        return None

    for phrase in (_HELPED, _SET_UP):
        for match in phrase.finditer(shaped):
            helper = next(n for n in range(match.start(), match.end()) if lower[n] == "<p>")
            man = actor(match.start())
            if man is not None and man != helper:
                found.append((man, helper, True))
    for match in _FOR_HIM.finditer(shaped):
        found.append((match.start(), match.end() - 1, True))
    for phrase in (_PAST, _FOULED):
        for match in phrase.finditer(shaped):
            man = actor(match.start())
            if man is not None:
                found.append((man, match.end() - 1, False))
    for match in _FOULS.finditer(shaped):
        found.append((match.start(), match.end() - 1, False))
    return found


def spread(
    known: dict[str, dict[str, int]], links: list[tuple[str, str, bool, Sentence, int]], pair: tuple[str, str]
) -> list[tuple[str, str, bool, Sentence, int]]:
    """Sides that follow from links with men whose side is told: name, club, whether as a mate, sentence, token.

    known: votes for clubs by name. A man whose own words say where he plays gets nothing from others.
    """
    side_of = {
        name: max(votes, key=votes.get)
        for name, votes in known.items()
        if votes and list(votes.values()).count(max(votes.values())) == 1
    }
    told: list[tuple[str, str, bool, Sentence, int]] = []
    fresh = True
    while fresh:
        fresh = False
        for one, other, is_mate, sentence, token in links:
            for source, target in ((one, other), (other, one)):
                club = side_of.get(source)
                if club in pair and target not in side_of:
                    side_of[target] = club if is_mate else (pair[1] if club == pair[0] else pair[0])
                    told.append((target, side_of[target], is_mate, sentence, token))
                    fresh = True
    return told


_ANSWERS = (
    families()["equalise"]
    | families()["reduce"]
    | frozenset(
        [
            "level",
            "parity",
            "equaliser",
            "equalizer",
            "leveller",
            "leveler",
            "replied",
            "responded",
            "pulled",
            "back",
            "cancelled",
            "cancel",
            "consolation",
            "deficit",
            "arrears",
        ]
    )
)


def answers(tellings: list[Telling]) -> list[tuple[Telling, Telling, bool]]:
    """Goals that the words set against the goal told before: an equaliser is the other side's, a lead is doubled by the
    same side. Takes the tellings of a match in the order of the text; each with a man.
    """
    found: list[tuple[Telling, Telling, bool]] = []
    for earlier, later in pairwise(tellings):
        if (
            earlier.name() == later.name()
            or later.sentence.number - earlier.sentence.number > 2
            or earlier.own
            or later.own
        ):
            continue
        if (
            earlier.minute is not None
            and later.minute is not None
            and (earlier.minute.minute or 0) > (later.minute.minute or 0)
        ):
            continue
        words = set(later.sentence.lower[later.start : later.end])
        if later.entry["rule"] == "equalised" or words & {"equaliser", "equalizer", "leveller", "leveler"}:
            if words & (_ANSWERS | {"back"}) and not words & {"give", "gave", "hope"}:
                found.append((later, earlier, False))
        elif later.entry["rule"] == "lead_grown" and words & families()["double"] and words & {"lead", "advantage"}:
            found.append((later, earlier, True))
    return found
