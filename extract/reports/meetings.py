"""Meetings: which matches a document tells, and which of its sentences belong to which.

Belongs here: making matches of two clubs out of results, following a text from one match to the next, comparing the
scores that are told of one match (which is of the first leg, which of both), who was at home.
Does not belong here: reading a result (`results`), and what happened in a match.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from extract.reports.grounds import word_set
from extract.reports.phrases import families, find
from extract.reports.results import Result, subject_club, word_before_name
from extract.reports.tokens import Mention, Sentence

#: Said of a place in a match told elsewhere: the other leg, the next round.
_OTHER_TIME = frozenset(("first-leg", "second-leg", "return", "last", "next", "weeks", "earlier", "ago", "previous"))


@dataclass(slots=True, eq=False)
class Meeting:
    """One match of a document: its clubs in the order of telling, where it is told first, and how much."""

    number: int
    clubs: tuple[str, str]
    sentence: Sentence
    start: int
    end: int
    rule: str
    tellings: int = 1
    sentences: int = 0
    people: set[str] = field(default_factory=set)
    last: int = 0
    is_passing: bool = False


@dataclass(slots=True)
class Side:
    """Words that put a club of a match at home or away, from 1 (strong) to 3 (weak)."""

    segment: int
    club: str
    is_home: bool
    strength: int
    sentence: Sentence
    start: int
    end: int
    rule: str


def named_clubs(sentence: Sentence) -> list[str]:
    """The clubs that a sentence names outside speech, in order."""
    return [m.club for m in sentence.mentions if m is not None and m.tag == "c" and m.club and not m.in_speech]


_BESIDE = word_set(
    "behind ahead above below of from over against at to by with than beyond like unlike joining overtaking v"
)


def _acting_clubs(sentence: Sentence) -> list[str]:
    """The clubs that a sentence names as doing something: not "behind X and Y", "a win at X"."""
    acting: list[str] = []
    lower, beside = sentence.lower, False
    for number, mention in enumerate(sentence.mentions):
        if mention is None or mention.tag != "c" or not mention.club or mention.in_speech:
            continue
        before = word_before_name(lower, number)
        step = number - 1
        while (
            step > 0
            and lower[step] in ("both", "either", before)
            and lower[step] not in _BESIDE
            and lower[step] != "<c>"
        ):
            step -= 1
        if not (before in ("and", "or", ",") and lower[step] == "<c>"):
            # A club in a row with another one stands as that does.
            beside = lower[step] in _BESIDE or before in _BESIDE
        if not beside:
            acting.append(mention.club)
    return acting


_FORMERLY = word_set("former ex on-loan ex- one-time old loan from facing face host hosts visit play meet")
_OPEN_SCOPES = (None, "full_time", "shootout")
_REACH = 3


_COMPARED = word_set(
    "behind above below than like unlike joining overtaking leapfrogging leapfrog overtook from beyond alongside"
)
#: A club behind these is met another day, as long as no score stands beside.
_FIXTURES = frozenset(
    (
        "tie",
        "match",
        "game",
        "fixture",
        "clash",
        "meeting",
        "date",
        "showdown",
        "final",
        "semi-final",
        "defeat",
        "loss",
        "win",
        "victory",
    )
)
_IN_THE_TABLE = frozenset(("ahead", "points", "point", "level", "places", "clear"))


def _players(sentence: Sentence, apart: set[str]) -> list[str]:
    """The clubs that may be a side of a match told here: not compared with, not somebody's old club, not in `apart`."""
    found = []
    lower = sentence.lower
    for number, mention in enumerate(sentence.mentions):
        if mention is None or mention.tag != "c" or mention.club is None or mention.club in apart or mention.in_speech:
            continue
        before = word_before_name(lower, number)
        compared = before in ("of", "with") and set(lower[max(0, number - 6) : number]) & _IN_THE_TABLE
        coming = (
            "s" not in sentence.shape
            and before in ("against", "with", "by", "over", "to")
            and set(lower[max(0, number - 5) : number]) & _FIXTURES
        )
        if before in _FORMERLY or before in _COMPARED or lower[number - 1] in _FORMERLY or compared or coming:
            continue
        if mention.club not in found:
            found.append(mention.club)
    return found


def _is_current(sentence: Sentence, result: Result) -> bool:
    """Whether a result is of a match of the day, as the reporter tells it."""
    return not (
        result.background or _is_spoken(sentence, result.at) or result.scope in ("last_week", "first_leg", "perhaps")
    )


def complete(sentences: list[Sentence], results: dict[int, list[Result]]) -> None:
    """Gives results that name one club or none the clubs that the sentences around them name, and no other match has.

    "X's striker scored in the 4-1 win over Y", "X blew Y away early on. It finished 3-0."
    """
    _place_first_legs(sentences, results)
    counts = Counter(club for sentence in sentences for club in set(named_clubs(sentence)))
    _drop_places(results, counts)
    whole = [
        (sentence.number, result)
        for sentence in sentences
        for result in results.get(sentence.number, ())
        if _key(result) is not None and _is_current(sentence, result)
    ]
    apart = {club for _, result in whole for club in (result.first, result.second) if club is not None}
    is_of_two = not apart and _is_of_two(counts)
    if is_of_two:
        apart = {club for club, _ in counts.most_common(2)}
    _place_doubtful(sentences, results, apart, is_of_two)
    for place, sentence in enumerate(sentences):
        if sentence.kind in ("caption", "list"):
            continue
        for result in results.get(sentence.number, ()):
            if not _is_open(sentence, result):
                continue
            known = result.first or result.second
            if known in apart and not _is_told_later(result, known, whole):
                continue
            if _fill(result, _around(sentences, place, apart, known, counts), known, counts, apart):
                apart |= {result.first, result.second}


_SECOND_LEG = re.compile(
    r"(?i)\bon aggregate|\bagg\b|aggregate (?:win|victory|defeat|score|success|triumph|loss)|\bon away[- ]goals|away[- ]goals? rule"
    r"|from the first[- ]leg|first[- ]leg (?:deficit|defeat|loss|reverse)|over (?:the )?two legs|second[- ]leg of"
    r"|(?:after|following|despite) (?:a|the|their) [\w-]+ (?:draw|win|defeat|loss|victory|stalemate|reverse) (?:\w+ ){0,4}in the first[- ]leg"
    r"|(?:had|having) (?:won|lost|drawn|been held|been beaten) (?:[\w-]+ ){0,6}first[- ]leg|\bin the second[- ]leg\b|second[- ]leg (?:win|victory|defeat|draw|loss|success|triumph|comeback)|after the first leg"
)


_STILL_TO_COME = re.compile(
    r"(?i)\b(?:second|return)(?:[- ]leg| match| game)? (?:is|will be|takes place|comes|follows|are|match is)\b|\bfirst[- ]legs? of (?:the|their|this)\b"
    r"|\b(?:into|before|ahead of) (?:next \w+'s |the |their )?(?:second|return) leg\b"
)
_OF_BOTH_LEGS = re.compile(
    r"(?i)\bon aggregate|\bagg\b|aggregate (?:win|victory|defeat|success|triumph)|on away[- ]goals"
)


@lru_cache(maxsize=2)
def _tells_second_leg(text: str) -> bool:
    """Whether a document tells of a second leg; one that is still to come is none."""
    small = text.lower()
    if "leg" not in small and "agg" not in small and "away" not in small:
        return False  # All of the phrases have one of these, and most texts have none.
    return _SECOND_LEG.search(text) is not None and not (
        _STILL_TO_COME.search(text) is not None and _OF_BOTH_LEGS.search(text) is None
    )


def _place_first_legs(sentences: list[Sentence], results: dict[int, list[Result]]) -> None:
    """A score told "in the first leg" is of another match only where the text tells of the second."""
    text = " ".join(sentence.text for sentence in sentences)
    is_second = _tells_second_leg(text)
    for told in results.values():
        for result in told:
            if result.scope == "in_first_leg":
                result.scope = "first_leg" if is_second else "full_time"
            elif result.scope == "in_tie":
                result.scope = "aggregate" if is_second else "full_time"


def _drop_places(results: dict[int, list[Result]], counts: Counter) -> None:
    """Takes a place for no side if the text does not name its club: "a win at Allianz Stadium", "a draw in Russia"."""
    are_clubs = 2 * sum(n for club, n in counts.items() if club.startswith("nt-")) < counts.total()

    def is_place(sentence: Sentence, at: int | None, club: str | None) -> bool:
        mention = sentence.mentions[at] if at is not None else None
        if mention is None or mention.tag != "x" or club is None or club in counts:
            return False
        return mention.rule.endswith("stadium") or (club.startswith("nt-") and are_clubs)

    for told in results.values():
        for result in told:
            if is_place(result.sentence, result.second_at, result.second):
                result.second, result.second_at = None, None
            if is_place(result.sentence, result.first_at, result.first):
                result.first, result.first_at = None, None


def _is_open(sentence: Sentence, result: Result) -> bool:
    """Whether a score is one of the day that lacks a club."""
    if result.goals is None or result.scope not in _OPEN_SCOPES or result.relation not in ("win", "draw"):
        return False
    if _is_of_an_unknown_side(sentence, result.at):
        return False
    if result.rule in ("won", "lost", "beat", "drew", "held") and result.first_at is None and result.second_at is None:
        # Somebody else's: "Scottish sides lost 12-3 between them".
        return False
    return _key(result) is None and _is_current(sentence, result)


def _is_of_an_unknown_side(sentence: Sentence, at: int) -> bool:
    """Whether a score is told of a name that is no known club: "X go to Y, who lost 3-1 to Z"."""
    lower = sentence.lower
    for number in range(at - 1, max(0, at - 4), -1):
        if lower[number] == "who":
            return lower[number - 1 - (lower[number - 1] == ",")] == "<p>"
    return False


def _is_told_later(result: Result, known: str, whole: list[tuple[int, Result]]) -> bool:
    """Whether all complete results of a club come later in the text and have another score: they are other matches."""
    others = [(number, other) for number, other in whole if known in (other.first, other.second)]
    return bool(others) and all(
        number > result.sentence.number + 1
        and other.goals is not None
        and sorted(other.goals) != sorted(result.goals or ())
        for number, other in others
    )


def _around(
    sentences: list[Sentence], place: int, apart: set[str], known: str | None, counts: Counter
) -> list[str]:  # fmt: skip
    """Clubs that may be missing in a result: of its own sentence, else of the nearest sentences that name any."""
    wanted = 1 if known else 2
    found: list[str] = []
    places = [*range(place, max(-1, place - _REACH - 1), -1), place + 1]
    for near in places:
        if near >= len(sentences) or (near > place and sentences[near].kind != "prose"):
            continue
        found += [club for club in _players(sentences[near], apart) if club != known and club not in found]
        if len(found) >= wanted:
            break
    if len(found) > wanted:
        ranked = sorted(found, key=lambda club: (-counts[club], found.index(club)))
        if counts[ranked[wanted - 1]] == counts[ranked[wanted]]:
            return []
        found = [club for club in found if club in ranked[:wanted]]
    return found if len(found) == wanted else []


def _place_doubtful(
    sentences: list[Sentence], results: dict[int, list[Result]], apart: set[str], is_of_two: bool
) -> None:  # fmt: skip
    """A result "following" which something is told is of the day if its clubs have no other match in the text."""
    for sentence in sentences:
        for result in results.get(sentence.number, ()):
            if result.scope == "perhaps":
                clubs = {result.first, result.second}
                result.background = None in clubs or (bool(clubs & apart) and not (is_of_two and clubs == apart))
                result.scope = "background" if result.background else "full_time"
                if not result.background and not _is_spoken(sentence, result.at):
                    apart |= clubs


def _is_of_two(counts: Counter) -> bool:
    """Whether a document without a complete result is about two clubs, named more than any other."""
    ranked = [*(count for _, count in counts.most_common(3)), 0, 0, 0]
    return ranked[1] >= 2 and ranked[1] > ranked[2]


def _fill(result: Result, missing: list[str], known: str | None, counts: Counter, apart: set[str]) -> bool:
    """Puts missing clubs into a result; true if it has two now."""
    if not missing and known is not None and result.first is None and result.relation == "win":
        # "The 3-2 win over Y" without an owner: of the club that the text is about.
        most = counts.most_common(1)[0][0]
        missing = [most] if most != known and most not in apart else []
    if not missing:
        return False
    if known is None:
        clubs = (missing[0], missing[1])
        if clubs[0].startswith("nt-") != clubs[1].startswith("nt-"):
            return False
        result.first, result.second, result.rule = *clubs, "around"
        if result.relation == "win":
            result.relation = None
        return True
    if known.startswith("nt-") != missing[0].startswith("nt-"):
        return False
    if result.first is None:
        result.first = missing[0]
    else:
        result.second = missing[0]
    return True


def settle(sentences: list[Sentence], results: dict[int, list[Result]], meetings: list[Meeting]) -> None:
    """Compares the scores of each match, once its sentences are known.

    A score without clubs gets the way round that another sentence tells ("X won at Y. ... a 3-0 victory"). One that differs
    from the score told of both clubs is of another match ("a 2-0 win over Y last time out").
    """
    winners: dict[int, set[tuple[str, str]]] = {}
    scores: dict[int, dict[tuple[int, ...], int]] = {}
    by_key = {frozenset(m.clubs): m.number for m in meetings}
    current = [
        result
        for sentence in sentences
        for result in results.get(sentence.number, ())
        if _is_current(sentence, result) and result.scope in (None, "full_time")
    ]
    for result in current:
        number = by_key.get(key) if (key := _key(result)) else None
        if number is None:
            continue
        if result.relation == "win":
            winners.setdefault(number, set()).add((str(result.first), str(result.second)))
        if result.goals is not None and result.relation is not None:
            scores.setdefault(number, {}).setdefault(tuple(sorted(result.goals)), result.sentence.number)
    for result in current:
        if result.goals is None or _key(result) is not None:
            continue
        number = segment_at(result.sentence, result.at) or 0
        told = scores.get(number, {})
        is_later = bool(told) and result.sentence.number > min(told.values())
        if is_later and result.relation is not None and tuple(sorted(result.goals)) not in told:
            result.background, result.scope = True, "background"
        elif result.first is None and result.second is None:
            _turn(result, winners.get(number, set()))
    for meeting in meetings:
        _compare(sentences, results, meeting)


#: Said of matches that are no first leg of this tie.
_NO_LEG = word_set(
    "next midweek will season season's seasons league month months year years group final campaign years' previous earlier"
)


def _compare(sentences: list[Sentence], results: dict[int, list[Result]], meeting: Meeting) -> None:
    """Compares the scores that are told of a match: which is the final one, which of the first leg, which of both."""
    own = [
        result
        for sentence in sentences
        for result in results.get(sentence.number, ())
        if result.goals is not None and _is_within(result, meeting) and not _is_spoken(sentence, result.at)
    ]
    _end_with_the_last(own, meeting)
    if not any(result.scope == "first_leg" for result in own):
        _place_first_leg(sentences, own, meeting)
    _turn_aggregate(own, meeting)


def _place_first_leg(sentences: list[Sentence], own: list[Result], meeting: Meeting) -> None:
    """A score of the two clubs that is not this match's is of the first leg, where the text tells of the second.

    It must be what is left of the aggregate, if that is told; else the only one that may be it.
    """
    today = _way_round(own, meeting, (None, "full_time"))
    both = _way_round(own, meeting, ("aggregate",))
    if today is None:
        return
    left = None if both is None else (both[0] - today[0], both[1] - today[1])
    if left is None and not _tells_second_leg(" ".join(sentence.text for sentence in sentences)):
        return
    fitting = [r for r in own if _may_be_first_leg(r, meeting, today, left)]
    if len({tuple(sorted(r.goals or ())) for r in fitting}) == 1:
        fitting[0].scope, fitting[0].background = "first_leg", False
        if left is not None:
            fitting[0].first, fitting[0].second, fitting[0].goals = *meeting.clubs, left
            fitting[0].relation = fitting[0].relation or "facing"


def _is_within(result: Result, meeting: Meeting) -> bool:
    """Whether a score is told in the sentences of a match, of no club but its two."""
    clubs = {result.first, result.second} - {None}
    return clubs <= set(meeting.clubs) and (len(clubs) == 2 or segment_at(result.sentence, result.at) == meeting.number)


def _way_round(own: list[Result], meeting: Meeting, scopes: tuple[str | None, ...]) -> tuple[int, int] | None:
    """The first score of these scopes that is told with its clubs, as the clubs of the match stand."""
    for result in own:
        if (
            result.scope in scopes
            and not result.background
            and result.relation is not None
            and result.goals is not None
        ):
            one = result.first or result.second
            if one is None:
                continue
            turned = one != meeting.clubs[0] if result.first is not None else one == meeting.clubs[0]
            return (result.goals[1], result.goals[0]) if turned else result.goals
    return None


def _may_be_first_leg(
    result: Result, meeting: Meeting, today: tuple[int, int], left: tuple[int, int] | None
) -> bool:  # fmt: skip
    if result.scope not in ("background", "last_week", "full_time", None) or result.goals is None:
        return False
    if set(result.sentence.lower) & _NO_LEG or "Y" in result.sentence.shape:
        return False
    if left is None:
        if result.relation == "draw" and _is_before(result):
            # "The sides had drawn 1-1 in Milan".
            return True
        told = result.relation is not None and (result.first or result.second)
        return bool(told) and result.scope in ("background", "last_week")
    way = _way_round([result], meeting, (result.scope,)) if not result.background else None
    return sorted(result.goals) == sorted(left) and left != today and (way is None or way == left)


def _is_before(result: Result) -> bool:
    """Whether a score is told as of a day before, at a place: "had drawn 1-1 in Milan"."""
    lower, at = result.sentence.lower, result.at
    return "had" in lower[max(0, at - 4) : at] and lower[at + 1 : at + 3] in (["in", "<x>"], ["at", "<x>"])


def _turn_aggregate(own: list[Result], meeting: Meeting) -> None:
    """Gives an aggregate without clubs the way round that the scores of both matches leave, else the winner's of this one."""
    today, first = _way_round(own, meeting, (None, "full_time")), _way_round(own, meeting, ("first_leg",))
    for result in own:
        if result.scope != "aggregate" or result.first or result.second or result.goals is None or today is None:
            continue
        ways = [
            way
            for way in dict.fromkeys((result.goals, result.goals[::-1]))
            if way[0] >= today[0] and way[1] >= today[1]
            and (first is None or (way[0] - today[0], way[1] - today[1]) == first)
        ]  # fmt: skip
        if len(ways) == 2:
            ways = [way for way in ways if (way[0] > way[1]) == (today[0] > today[1])] if today[0] != today[1] else []
        if len(ways) == 1:
            result.first, result.second, result.goals, result.relation = *meeting.clubs, ways[0], "facing"


def _is_last(result: Result) -> bool:
    """Whether a score on the way is told with stoppage time or extra time, so that it may have stayed; a level one seldom does."""
    goals = result.goals or (0, 0)
    return (
        result.scope in ("in_play", "running")
        and result.rule not in ("up", "down", "lead")
        and goals[0] != goals[1]
        and any(m is not None and m.tag == "m" and (m.minute or 0) >= _STOPPAGE for m in result.sentence.mentions)
    )


_STOPPAGE = 90


def _end_with_the_last(own: list[Result], meeting: Meeting) -> None:
    """Takes the highest score that a late goal made for the final one where none is told."""
    if _way_round(own, meeting, (None, "full_time")) is not None:
        return
    told = [r for r in own if r.goals is not None and r.scope in ("in_play", "running", "half_time", None, "full_time")]
    if not told:
        return
    highest = max(told, key=lambda r: (sum(r.goals or ()), r.sentence.number))
    if _is_last(highest):
        highest.scope = "full_time"
        highest.rule = "made_it_late"


def _turn(result: Result, winners: set[tuple[str, str]]) -> None:
    """Gives a score without clubs those of the one winner that is told."""
    if len(winners) != 1 or result.goals is None or result.goals[0] == result.goals[1]:
        return
    if result.relation == "win" or result.scope == "full_time":
        result.first, result.second = next(iter(winners))
        result.goals, result.relation = (max(result.goals), min(result.goals)), "win"


def find_meetings(sentences: list[Sentence], results: dict[int, list[Result]]) -> list[Meeting]:
    """The matches of a document, and `segment` and `found["cuts"]` for each sentence.

    A pair of clubs with a result is a match, unless the words put it in the past; without any, the two clubs that are
    named most are one.
    """
    complete(sentences, results)
    pairs: dict[frozenset[str], Result] = {}
    counts = Counter(club for sentence in sentences for club in set(named_clubs(sentence)))
    backgrounds: set[frozenset[str]] = set()
    for sentence in sentences:
        for result in results.get(sentence.number, ()):
            key = _key(result)
            if key is None:
                continue
            spoken = _is_spoken(sentence, result.at)
            if result.background or spoken or result.scope == "last_week":
                backgrounds.add(key)
            elif key not in pairs:
                pairs[key] = result
    told = set(pairs)
    results = results | _told_by_goals(sentences, results, told, pairs)
    if not told and backgrounds:
        # What looks like the past may be all there is: the most named pair.
        key = max(backgrounds, key=lambda k: (sum(counts[c] for c in k), sorted(k)))
        if min(counts[c] for c in key) >= 2:
            told.add(key)
            pairs[key] = next(r for s in sentences for r in results.get(s.number, ()) if _key(r) == key)
            pairs[key].background, pairs[key].scope = False, None
    made = None
    if not told:
        made = _most_named(sentences, counts)
        if made is None or _key(made) is None:
            return []
        pairs = {_key(made): made}
        told = set(pairs)
        results = results | {made.sentence.number: [*results.get(made.sentence.number, ()), made]}
    meetings: list[Meeting] = []
    by_key: dict[frozenset[str], Meeting] = {}
    main = max(told, key=lambda k: (_weight(k, counts, pairs[k]), sorted(k)))
    current: Meeting | None = None
    paragraph = 0

    def meeting_of(result: Result, key: frozenset[str]) -> Meeting:
        meeting = by_key.get(key)
        if meeting is None:
            at = [n for n in (result.first_at, result.second_at) if n is not None] or [result.at]
            low, high = min([*at, result.at]), max([*at, result.at])
            meeting = Meeting(
                len(meetings) + 1, (result.first, result.second), result.sentence,
                result.sentence.starts[low], result.sentence.ends[high], result.rule,
            )  # fmt: skip
            # A club has one match in a report: another one is of another day.
            taken = {club for m in meetings if not m.is_passing for club in m.clubs} | main
            meeting.is_passing = key != main and bool(key & taken)
            meetings.append(meeting)
            by_key[key] = meeting
        else:
            meeting.tellings += 1
        return meeting

    for sentence in sentences:
        for result in results.get(sentence.number, ()):
            key = _key(result)
            if key in told and key is not None and _is_told_here(sentence, result):
                meeting_of(result, key)
    for meeting in meetings:
        meeting.tellings = 0
    for sentence in sentences:
        if current is None and made is not None:
            current = meeting_of(made, main)
        people = {m.name for m in sentence.mentions if m is not None and m.tag == "p" and m.name}
        opened = [
            (result, meeting_of(result, key))
            for result in results.get(sentence.number, ())
            if (key := _key(result)) in told and key is not None and _is_told_here(sentence, result)
        ]
        named = set(_acting_clubs(sentence)) | _grounds_of(sentence)
        if opened:
            opened = _with_halves(sentence, results, opened, meetings)
            if len({m.number for _, m in opened}) > 1:
                sentence.found["cuts"] = _cuts(sentence, opened)
            aside = [
                _is_on_the_side(sentence, *one) or (place > 0 and _is_in_a_relative_clause(sentence, one[0]))
                for place, one in enumerate(opened)
            ]
            if current is None or not all(aside):
                # The lead of a report comes back to its first match, a roundup goes on with its newest.
                going_on = [meeting for (_, meeting), on_side in zip(opened, aside, strict=True) if not on_side]
                current = (going_on[0] if sentence.number <= 2 else going_on[-1]) if going_on else opened[-1][1]
            elif main == frozenset(opened[-1][1].clubs):
                current = opened[-1][1]
            sentence.segment = current.number if aside[0] else opened[0][1].number
        else:
            current = _follow(sentence, current, meetings, named, people, main, paragraph)
            sentence.segment = current.number if current is not None else None
        if current is not None:
            of = meetings[sentence.segment - 1] if sentence.segment else current
            of.sentences += 1
            of.people |= people
            of.last = sentence.number
        paragraph = sentence.paragraph
    first = meetings[0].number if meetings else None
    main_meeting = by_key.get(main)
    for sentence in sentences:
        if sentence.segment is None and first is not None:
            # Before any result: of the match whose clubs it names.
            named = set(named_clubs(sentence))
            of = max(meetings, key=lambda m: (len(named & set(m.clubs)), m is main_meeting, -m.number))
            sentence.segment = of.number
    return meetings


def _with_halves(
    sentence: Sentence, results: dict[int, list[Result]], opened: list[tuple[Result, Meeting]], meetings: list[Meeting]
) -> list[tuple[Result, Meeting]]:  # fmt: skip
    """With scores of one club alone whose match was told before: "X went through 4-2 on aggregate to meet Y, who beat Z"."""
    found = list(opened)
    for result in results.get(sentence.number, ()):
        club = result.first or result.second
        if club is None or _key(result) is not None or result.goals is None or not _is_told_here(sentence, result):
            continue
        fitting = [m for m in meetings if club in m.clubs and not m.is_passing]
        if len(fitting) == 1:
            found.append((result, fitting[0]))
    return sorted(found, key=lambda one: one[0].at)


_GOALS_ALONE = frozenset(("team", "result", "score", "own"))


_ANOTHER_DAY = frozenset(("last", "previous", "earlier", "ago", "season", "month", "debut", "since", "former"))


def _told_by_goals(
    sentences: list[Sentence], results: dict[int, list[Result]], told: set[frozenset[str]], pairs: dict[frozenset[str], Result]
) -> dict[int, list[Result]]:  # fmt: skip
    """Matches of which no sentence gives a result: a goal is told between two clubs that no other match has."""
    found: dict[int, list[Result]] = {}
    taken = {club for key in told for club in key}
    for sentence in sentences:
        if results.get(sentence.number) or sentence.kind in ("quote", "list", "caption"):
            continue
        clubs = _players(sentence, set())
        if set(sentence.lower) & _ANOTHER_DAY or "Y" in sentence.shape:
            continue
        if len(clubs) != 2 or set(clubs) & taken or clubs[0].startswith("nt-") != clubs[1].startswith("nt-"):
            continue
        goals = [
            start
            for start, _, entry, _ in find("goals", sentence.shape)
            if not entry.get("not") and entry["kind"] in _GOALS_ALONE
        ]
        if not goals:
            continue
        at = [n for n, m in enumerate(sentence.mentions) if m is not None and m.tag == "c" and m.club in clubs]
        result = Result(sentence, at[0], None, None, clubs[0], clubs[1], None, "goal_told", None, False, at[0], at[-1])
        found[sentence.number] = [result]
        told.add(frozenset(clubs))
        pairs[frozenset(clubs)] = result
        taken |= set(clubs)
    return found


def segment_at(sentence: Sentence, token: int) -> int | None:
    """The match that a token of a sentence belongs to."""
    segment = sentence.segment
    for start, number in sentence.found.get("cuts", ()):
        if token >= start:
            segment = number
    return segment


def _key(result: Result) -> frozenset[str] | None:
    if result.first is None or result.second is None or result.first == result.second:
        return None
    if result.first.startswith("nt-") != result.second.startswith("nt-"):
        return None
    return frozenset((result.first, result.second))


def _is_spoken(sentence: Sentence, at: int) -> bool:
    mention = sentence.mentions[at]
    if mention is not None:
        return mention.in_speech
    return sentence.in_speech


def _weight(key: frozenset[str], counts: Counter, result: Result) -> float:
    early = 4 if result.sentence.number <= 3 else 0
    return min(counts[c] for c in key) + 0.3 * max(counts[c] for c in key) + early + (1 if result.goals else 0)


def _most_named(sentences: list[Sentence], counts: Counter) -> Result | None:
    """The two clubs named most often, if they are named in one sentence or both several times, as a match of no result."""
    best = [club for club, _ in counts.most_common(2)]
    if len(best) < 2 or counts[best[1]] < 1:
        return None
    for together in (True, False):
        for sentence in sentences:
            at = [
                n
                for n, m in enumerate(sentence.mentions)
                if m is not None and m.tag == "c" and m.club in best and not m.in_speech
            ]
            clubs = list(dict.fromkeys(sentence.mentions[n].club for n in at))
            if len(clubs) == 2 or (at and not together and counts[best[1]] >= 2):
                order = clubs if len(clubs) == 2 else [clubs[0], next(c for c in best if c != clubs[0])]
                return Result(
                    sentence, at[0], None, None, order[0], order[1], None, "named_most", None, False, at[0], at[-1]
                )
    return None


_ASIDES = word_set("who which having after following despite where since beating beaten lost earlier")


def _is_told_here(sentence: Sentence, result: Result) -> bool:
    return not (result.background or _is_spoken(sentence, result.at) or result.scope == "last_week")


def _grounds_of(sentence: Sentence) -> set[str]:
    """The clubs whose grounds a sentence names."""
    return {
        m.club
        for m in sentence.mentions
        if m is not None and m.tag == "x" and m.club and m.rule.endswith("stadium") and not m.in_speech
    }


def _is_on_the_side(sentence: Sentence, result: Result, meeting: Meeting) -> bool:
    """Whether a result is only in passing: of a match of another day, or in a clause "..., who beat X 1-0, ..."."""
    if meeting.is_passing:
        return True
    lower, (low, _) = sentence.lower, _span(result)
    before = lower[max(0, low - 4) : low + 1]
    if "," in before:
        before = before[len(before) - before[::-1].index(",") :]
    return bool({"who", "which", "having"} & set(before))


def _is_in_a_relative_clause(sentence: Sentence, result: Result) -> bool:
    """Whether a result is told of a club of the clause before: "... behind X, who beat Y 2-1"."""
    low, _ = _span(result)
    clause = sentence.lower[low + 1 : result.at]
    if clause[:1] == [","]:
        clause = clause[1:]
    return clause[:1] in (["who"], ["which"]) and not {",", "-"} & set(clause)


def _span(result: Result) -> tuple[int, int]:
    """The first and the last token of a result."""
    tokens = [token for token in (result.at, result.first_at, result.second_at) if token is not None]
    return min(tokens), max(tokens)


_JOINTS = frozenset((",", ";", ":", ".", "while", "and", "but"))


def _cuts(sentence: Sentence, opened: list[tuple[Result, Meeting]]) -> list[tuple[int, int]]:
    """Where each match begins in a sentence that tells several: at the joint before its first club, behind the one before."""
    cuts: list[tuple[int, int]] = []
    reach = 0
    for (low, high), meeting in sorted(
        ((_span(result), meeting) for result, meeting in opened), key=lambda one: one[0]
    ):
        start = low
        while start > reach and sentence.lower[start - 1] not in _JOINTS:
            start -= 1
        cuts.append((0 if not cuts else start, meeting.number))
        reach = max(reach, high + 1)
    return cuts


def _follow(
    sentence: Sentence, current: Meeting | None, meetings: list[Meeting], named: set[str], people: set[str],
    main: frozenset[str], paragraph: int,
) -> Meeting | None:  # fmt: skip
    """The match that a sentence without a result of its own goes on about."""
    if not meetings:
        return None
    if named:
        if current is not None and named & set(current.clubs):
            return current
        fitting = [m for m in meetings if named & set(m.clubs)]
        if fitting:
            return max(fitting, key=lambda m: (len(named & set(m.clubs)), m.last))
    if people and len(meetings) > 1:
        known = [m for m in meetings if people & m.people]
        if known and (current is None or not people & current.people):
            return max(known, key=lambda m: (len(people & m.people), m.last))
        if known:
            return current
    if current is not None and frozenset(current.clubs) != main and current.sentences >= 1 and not people:
        main_meeting = next((m for m in meetings if frozenset(m.clubs) == main), None)
        # Nothing but the new paragraph tells: a match told in passing is left with it.
        if (
            main_meeting is not None
            and sentence.paragraph != paragraph
            and main_meeting.sentences > 3 * current.sentences
        ):
            return main_meeting
    return current


def is_brief(meeting: Meeting, has_goals: bool) -> bool:
    """Whether a match is only mentioned in passing."""
    if meeting.is_passing:
        return meeting.tellings <= 2
    return not has_goals and meeting.tellings <= 2 and meeting.sentences <= 2


_HOSTS = word_set("hosts hosted host entertain entertained welcomed welcome entertaining hosting welcoming")
_VISITS = word_set(
    "visit trip travelled traveled travel travelling visiting visited journey trips visits travels headed"
)
_VISITED = frozenset(("visited", "visit", "visits"))
_GAMES = word_set(
    "game match tie clash fixture win victory defeat draw loss encounter meeting success leg debut stalemate"
)
_PLAYED = (
    families()["win"] | families()["lose"] | families()["draw"] | frozenset(("beaten", "held", "played", "thrashed"))
)
_LATE = 8


def find_sides(sentences: list[Sentence], results: dict[int, list[Result]], meetings: list[Meeting]) -> list[Side]:
    """All words that say which club of a match was at home."""
    by_number = {m.number: m for m in meetings}
    by_key = {frozenset(m.clubs): m for m in meetings}
    countries = {m.club: m.country for s in sentences for m in s.mentions if m is not None and m.tag == "c" and m.club}
    found = [Side(m.number, m.clubs[0], True, 3, m.sentence, m.start, m.end, "told_first") for m in meetings]

    def say(meeting: Meeting, sentence: Sentence, at: int, told: tuple[str | None, bool, int, str] | None) -> None:
        if told is not None and told[0] in meeting.clubs:
            club, is_home, strength, rule = told
            found.append(
                Side(meeting.number, club, is_home, strength, sentence, sentence.starts[at], sentence.ends[at], rule)
            )

    for sentence in sentences:
        for result in results.get(sentence.number, ()):
            key = _key(result)
            meeting = by_key.get(key) if key else by_number.get(segment_at(sentence, result.at) or 0)
            if meeting is not None:
                for at, told in _by_result(sentence, result, meeting, countries):
                    say(meeting, sentence, at, told)
        for at, mention in enumerate(sentence.mentions):
            if mention is None and sentence.lower[at] not in ("home", "away"):
                continue
            meeting = by_number.get(segment_at(sentence, at) or 0)
            if meeting is None or (mention is not None and mention.in_speech):
                continue
            if mention is not None and mention.tag == "x":
                say(meeting, sentence, at, _by_place(sentence, at, meeting, countries))
            elif mention is not None and mention.tag == "c":
                say(meeting, sentence, at, _by_name(sentence, at))
            elif sentence.lower[at] in ("home", "away"):
                say(meeting, sentence, at, _by_adverb(sentence, at))
    return found


_Told = tuple[str | None, bool, int, str]


def _host_at(mention: Mention, meeting: Meeting, countries: dict[str, str | None]) -> str | None:
    """The club of a match that a place is home to: by its ground or city, or as the only one of the country."""
    if mention.club in meeting.clubs:
        return mention.club
    if mention.country is None or None in (countries.get(club) for club in meeting.clubs):
        return None
    fitting = [club for club in meeting.clubs if countries.get(club) == mention.country]
    return fitting[0] if len(fitting) == 1 else None


def _by_result(
    sentence: Sentence, result: Result, meeting: Meeting, countries: dict[str, str | None]
) -> list[tuple[int, _Told]]:  # fmt: skip
    """Who was at home by the words on a score: "a 2-1 win at X", "lost 2-1 at home", "2-1 at <ground>", "X 2-1 Y"."""
    first_leg = result.scope in ("first_leg", "last_week")
    if result.background or (result.scope not in (None, "full_time") and not first_leg):
        return []
    lower = sentence.lower
    strength = 2 if first_leg else 1
    told: list[tuple[int, _Told]] = []
    if result.host is not None:
        told.append((result.at, (result.host, not first_leg, strength, "score_at_home")))
    if result.relation == "facing":
        told.append((result.at, (result.first, True, 2, "title_order")))
    for at in range(result.at + 1, min(result.at + 14, len(lower))):
        mention = sentence.mentions[at]
        if lower[at] in (";", ".", "<s>", "but", "when", "while") or lower[at - 1 : at + 1] == [",", "in"]:
            break
        if mention is not None and mention.tag == "x" and lower[at - 1] in ("at", "in", "the", "of"):
            host = _host_at(mention, meeting, countries)
            told.append((at, (host, not first_leg, strength, "score_at_place")))
    return told


def _is_other_time(lower: list[str], at: int, before: int, behind: int) -> bool:
    return bool(set(lower[max(0, at - before) : at + behind]) & _OTHER_TIME)


def _by_place(
    sentence: Sentence, at: int, meeting: Meeting, countries: dict[str, str | None]
) -> _Told | None:  # fmt: skip
    """Who was at home by a ground, or by a city or country that is a club's own: "at Anfield", "in Bologna"."""
    lower, mention = sentence.lower, sentence.mentions[at]
    assert mention is not None
    if _is_of_first_leg(lower, at):
        host = mention.club if mention.rule.endswith("stadium") else _host_at(mention, meeting, countries)
        return host, False, 2, "first_leg_place"
    if _is_other_time(lower, at, 10, 8) or (set(lower[max(0, at - 10) : at]) & _LATER):
        return None
    if _PAST & set(lower[max(0, at - 3) : at]) or lower[at + 1 : at + 2] == ["once"]:
        return None  # "A hero at Anfield once."
    if mention.rule.endswith("stadium"):
        return mention.club, True, 2, "stadium"
    if (
        at
        and lower[at - 1] == "in"
        and lower[at - 2 : at - 1] != [","]
        and sentence.number <= _LATE
        and lower[at + 1 : at + 2] != ["'s"]
    ):
        return _host_at(mention, meeting, countries), True, 2, "city"
    return None


def _is_of_first_leg(lower: list[str], at: int) -> bool:
    """Whether a place is where the first leg was: "from the first leg in Bern", "in Bern a week earlier"."""
    if at < 1 or lower[at - 1] not in ("in", "at") or set(lower[max(0, at - 10) : at]) & _LATER - {"leg"}:
        return False
    return (
        lower[max(0, at - 3) : at - 1] == ["first", "leg"]
        or lower[at - 2 : at - 1] == ["first-leg"]
        or (lower[at + 1 : at + 3] in (["a", "week"], ["a", "fortnight"], ["two", "weeks"], ["last", "week"]))
    )


#: What a man was at a place in other years.
_PAST = frozenset(("hero", "favourite", "favorite", "idol", "legend", "spell", "career", "loan", "born"))

#: Said of a match to come.
_LATER = frozenset(("met", "will", "final", "leg", "host", "visit", "travel", "face", "again", "do", "once"))


def _by_name(sentence: Sentence, at: int) -> _Told | None:
    """Who was at home by the words around a club's name: "visitors X", "at home to X", "the trip to X", "X's ground"."""
    lower = sentence.lower
    mention = sentence.mentions[at]
    assert mention is not None
    club = mention.club
    word = lower[at - 1] if at else ""
    before = word_before_name(lower, at)
    ahead = lower[max(0, at - 9) : at]
    behind = lower[at + 1 : at + 3]
    is_subject = at >= 2 and lower[at - 2] == "<c>"
    if word in ("hosts", "host") or lower[max(0, at - 2) : at] == ["home", "side"]:
        return club, not is_subject, 1, "hosts"
    if word in ("visitors", "tourists") or (word in ("visiting", "travelling", "traveling") and not is_subject):
        return club, False, 1, "visitors"
    if word == "visiting":
        return club, True, 1, "visitors"
    if _is_other_time(lower, at, 8, 8):
        return None
    if before in _HOSTS:
        return club, False, 1, "hosted"
    if before in _VISITED and is_subject:
        return club, True, 1, "visited"
    if before == "to" and set(ahead) & _VISITS:
        return club, True, 1, "trip_to"
    if before == "of" and "visit" in ahead:
        return club, False, 1, "visit_of"
    if before in ("to", "against", "with", "by"):
        joint = at - 1
        while joint > 0 and lower[joint] != before:
            joint -= 1
        where = lower[max(0, joint - 2) : joint]
        if where == ["at", "home"] or (where[:1] == ["home"] and where[-1] in _GAMES):
            return club, False, 1, "at_home_to"
        if where[:1] == ["away"] and where[-1] in _GAMES:
            return club, True, 1, "away_to"
    if behind in (["'s", "ground"], ["'s", "stadium"], ["'s", "<x>"]):
        return club, True, 1, "ground_of"
    if behind in (["'s", "visit"], ["'s", "trip"]):
        return club, False, 1, "visit_by"
    return None


def _by_adverb(sentence: Sentence, at: int) -> _Told | None:
    """Who was at home by "won away", "lost at home" where no score stands beside."""
    lower = sentence.lower
    if _is_other_time(lower, at, 8, 5) or (lower[at + 1 : at + 2] and lower[at + 1] in ("goals", "goal", "from")):
        return None
    verb = at - 2 if lower[max(0, at - 1)] == "at" else at - 1
    if verb < 0 or lower[verb] not in _PLAYED or (lower[at] == "home" and verb == at - 1):
        return None
    subject = subject_club(sentence, verb)
    if subject is None or sentence.mentions[subject] is None:
        return None
    return sentence.mentions[subject].club, lower[at] == "home", 2, "played_" + lower[at]


def likely_homes(sides: list[Side], meetings: list[Meeting]) -> dict[int, str]:
    """The side at home of each match, by its strongest words."""
    homes: dict[int, str] = {}
    for meeting in meetings:
        votes: dict[str, float] = {club: 0.0 for club in meeting.clubs}
        for side in sides:
            if side.segment == meeting.number:
                other = meeting.clubs[0] if side.club == meeting.clubs[1] else meeting.clubs[1]
                votes[side.club if side.is_home else other] += {1: 100.0, 2: 10.0, 3: 1.0}[side.strength]
        homes[meeting.number] = max(meeting.clubs, key=lambda club: votes[club])
    return homes
