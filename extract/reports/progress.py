"""Progress: which club a text lets go on or go out, and what frames a match (competition, leg, extra time).

Belongs here: claims on the tie that are no scores. Does not belong here: what follows from scores (dbt's).
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import polars as pl

from extract.reports.fold import fold_text
from extract.reports.grounds import word_set
from extract.reports.phrases import find
from extract.reports.results import Result, subject_club
from extract.reports.tellings import spoken
from extract.reports.tokens import Sentence, token_texts

_TEAMS = ("<c>", "<t>")
#: Words that make going on or out a wish, a chance, another year's or somebody else's.
_DOUBTS = word_set(
    "could would should might may chance chances if needed need needs require required requires not must trying tried hoping hope hopes"
    " unless can failed unable want bid never needing n't enough failure fail fails aiming target without avoid avoided escape"
    " escaped avoiding favourites favorites odds cut-off looking looked attempt dream wanting opportunity opportunities"
)
_NEXT_SUBJECT = frozenset(("before", "but", "while", "when", "as", "whereas", ";"))


@dataclass(slots=True)
class Progress:
    """Words that let a club go on or put it out: tokens first to last."""

    sentence: Sentence
    first: int
    last: int
    club: int
    is_through: bool
    rule: str


def find_progress(sentence: Sentence) -> list[Progress]:
    """Clubs that advance or go out, in a sentence whose mentions are placed and resolved."""
    shaped = sentence.shape
    if "c" not in shaped and "t" not in shaped:
        return []
    speech = spoken(sentence)
    lower, found = sentence.lower, []
    for start, end, entry, _ in find("progress", shaped):
        if speech is not None and speech[start]:
            continue
        inside = entry["club"] == "inside"
        through = entry["through"]
        if inside:
            club = next((n for n in range(start, end) if lower[n] in _TEAMS), None)
            if club is not None and lower[club - 1] == "by":
                through = True
        else:
            club = subject_club(sentence, start)
        if club is None or _is_in_doubt(sentence, club, start, end, inside):
            continue
        if entry["rule"] == "won_the_cup" and _is_of_another_year(sentence):
            continue
        found.append(Progress(sentence, min(start, club), end - 1, club, through, entry["rule"]))
    return found


def _is_in_doubt(sentence: Sentence, club: int, start: int, end: int, inside: bool) -> bool:
    """Whether words of going on or out do not tell what happened in this match."""
    lower = sentence.lower
    low = max(0, start - 5) if inside or club >= start else max(club, start - 14)
    words = set(lower[low : min(end, start + 6)])
    if lower[max(0, start - 2) : start] == ["enough", "to"] and "not" not in words:
        words.discard("enough")
    if words & _DOUBTS and not (inside and lower[start] == "enough") and not lower[start].startswith("fail"):
        return True
    if (
        not inside
        and lower[start] in ("go", "progress", "advance", "qualify")
        and "will" in lower[max(0, start - 2) : start]
    ):
        return True
    if "ago" in lower[end : end + 4] or lower[end : end + 2] in (["last", "season"], ["last", "year"]):
        return True
    if "Y" in sentence.shape[start : end + 1] or (club and lower[club - 1] in ("had", "should", "were")):
        return True
    if lower[club + 1 : club + 2] == ["'s"] and set(lower[club + 2 : start]) & {"hopes", "chances", "dream"}:
        return True
    # "X pushed Y all the way before the winners came through": another subject stands between.
    between = lower[club + 1 : start]
    return not inside and any(a in _NEXT_SUBJECT and b in ("the", "<p>", "his") for a, b in pairwise(between))


def progress_of(results: Iterable[Result], is_round: bool) -> list[Progress]:
    """Clubs that go on by a shoot-out, an aggregate or a round of a cup that they won.

    is_round: whether the document is about a round of a cup that one match decides.
    """
    found = []
    for result in results:
        decided = _decided(result)
        if decided is None:
            continue
        club, is_through = decided
        if result.scope in ("shootout", "aggregate"):
            rule = f"{'won' if is_through else 'lost'}_the_{result.scope}"
        elif (
            result.scope in (None, "full_time")
            and result.second
            and (is_round or names_the_round(result.sentence.text) or goes_on_tonight(result.sentence.text))
        ):
            rule = "won_the_round"
        else:
            continue
        first, last = sorted((club, result.at))
        found.append(Progress(result.sentence, first, last, club, is_through, rule))
    return found


def _decided(result: Result) -> tuple[int, bool] | None:
    """The token of the club that a result lets win, else of the one that loses, if the reporter tells it of this match."""
    mention = result.sentence.mentions[result.at]
    if result.background or result.relation not in ("win", "facing") or (mention is not None and mention.in_speech):
        return None
    if result.goals is not None and result.goals[0] == result.goals[1]:
        return None
    first_wins = result.goals is None or result.goals[0] > result.goals[1]
    if result.goals is None and result.relation != "win":
        return None
    winner, loser = (result.first_at, result.second_at) if first_wins else (result.second_at, result.first_at)
    if winner is not None:
        return winner, True
    return (loser, False) if loser is not None else None


_YEARS = frozenset(("ago", "times", "last", "previous", "ever", "twice", "champions", "holders", "once"))


def _is_of_another_year(sentence: Sentence) -> bool:
    """Whether a sentence tells of a cup won before: "who won the cup in 2012", "six times"."""
    before_years = [sentence.lower[n - 1] for n, code in enumerate(sentence.shape) if code == "Y" and n]
    return bool(set(sentence.lower) & _YEARS) or "in" in before_years


_GROUP = re.compile(
    r"\bGroup [A-L]\b|(?<!reach )(?<!for the )(?<!reach the )(?<!reached the )(?<!into the )(?<!reaching the )\bgroup[- ]stages?\b|\bleague phase\b|\bgroup (?:match|game|winners|leaders|rivals)|top of (?:the|their) (?:group|table|league|standings)"
    r"|\b(?:World Cup|Euro(?:pean)?(?: Championship| \d+| 20\d\d)?|Nations Cup|Cup of Nations|finals) qualif|\bqualifying (?:group|campaign)|\bLa Liga\b|\bSerie A\b"
    r"|\bBundesliga\b|\bPremier League\b|\b(?:clear|points) (?:at|of|from|behind|ahead)"
)
_KNOCKOUT = re.compile(
    r"(?i)\baggregate\b|\bagg\b|[- ]leg\b|shoot-?out|\bon (?:penalties|pens|away goals)\b|extra[- ]time|\b[a-z-]*cup\b(?! qualif)|\bknock(?:ed|s|ing)? ?-?out\b(?! (?:stages?|phase|rounds?|places?|spots?|berths?))|quarter-?final|semi-?final"
    r"|(?:first|second|third|fourth|fifth|sixth|qualifying|preliminary)[- ]round|last[- ](?:16|sixteen|eight|four)(?! (?:games|matches|meetings|seasons|years|weeks|league|home|away|outings|encounters))|play-?off|\btie\b"
)


def is_knockout(told: list[str], document: list[str]) -> bool:
    """Whether the words on a match, or else of its document, let one side go out by it rather than by a table."""
    for texts in (told, document):
        text = " ".join(texts)
        by_knockout, by_table = len(_KNOCKOUT.findall(text)), len(_GROUP.findall(text))
        if by_knockout != by_table:
            return by_knockout > by_table
    return by_table == 0


_ROUND = re.compile(
    r"(?i)(?<!next )\b(?:(?:first|second|third|fourth|fifth|sixth|1st|2nd|3rd|4th|5th|6th)[- ]round|quarter-?finals?|semi-?finals?|last[- ](?:16|sixteen|eight|four)(?! (?:games|matches|meetings|seasons|years|weeks|league|home|away|outings|encounters))|round of 16"
    r"|(?:cup|trophy|shield|league|play-?off) final|super ?cup|replay|(?:champions|europa|conference) league qualifier)\b(?! (?:place|spot|berth|slot|draw))"
    r"|\b[A-Z][a-z-]*(?: [A-Z][a-z]+)? Cup (?:tie|victory|win|defeat|exit|replay|clash|shock|upset|final)"
)
_LEG = re.compile(r"(?i)[- ]legs?\b|aggregate")
#: What only a match that has to have a winner goes to.
_TO_THE_END = re.compile(
    r"(?i)\b(?:after|in|during|of) extra[- ]time\b|\b(?:after|in|of) overtime\b|\ba\.?e\.?t\b|\bovertime (?:win|victory|upset)"
)


def goes_on_tonight(text: str) -> bool:
    """Whether a sentence tells of extra time, and of no legs: then who wins the match goes on."""
    return bool(_TO_THE_END.search(text)) and not _LEG.search(text)


_OF_ANOTHER_ROUND = re.compile(
    r"(?i)\b(?:into|reach\w*|next|will|face|faces|place|places|spot|berth|draw|hat|after|since|previous|last|trip|make|made|set up|sets up|through|to|for|towards?|hopes?)(?: [\w'-]+){0,5}\W+$"
)


def names_the_round(text: str) -> bool:
    """Whether a sentence says in which round of a cup its match was played: "a third-round win", not "into the third round".

    Never of a round that two legs decide.
    """
    return not _LEG.search(text) and any(
        not _OF_ANOTHER_ROUND.search(text, max(0, m.start() - 60), m.start()) for m in _ROUND.finditer(text)
    )


#: (kind, value, rule, pattern): what frames a match, in folded text.
_CONTEXT = [
    (kind, value, rule, re.compile(pattern))
    for kind, value, rule, pattern in (
        ("leg", "2", "second_leg", r"(?i)\bsecond[- ]leg (?:win|victory|defeat|draw|loss|success|triumph|comeback|deficit|tie|clash|match|game|encounter|of (?:the|their|this|a))\b|\bin (?:the|their|this) second[- ]leg\b|\b(?:final|finals|round|play-?offs?|last-16|last-eight|tie) second[- ]legs?\b"),
        ("leg", "2", "after_first_leg", r"(?i)\b(?:from|after|in|won|lost|drew|drawn|losing|winning|a|the|their|an?) (?:a |the |their |last [a-z]+'s )?(?:[0-9]-[0-9] )?first[- ]leg (?:deficit|lead|defeat|advantage|win|loss|draw|stalemate|reverse|mauling|result|score|thrashing)\b|\b(?:from|won|lost|drew|winning|losing|after|drawn|leading|trailing|win|following) (?:the|their|last \w+'s) first[- ]leg\b|\bin the first[- ]leg(?:[.,]| (?:when|last|two|three|a week|but|and they|to))"),
        ("leg", "2", "went_into_second_leg", r"(?i)\b(?:went|came|going|coming|started|began|start|entered) (?:into )?(?:the|their|this|[a-z]+'s) second[- ]leg\b"),
        ("leg", "2", "on_aggregate", r"(?i)\b(?:on aggregate|aggregate (?:win|victory|triumph|success|defeat|score|winners|scoreline)|agg[:.)])|\bover (?:the )?two legs"),
        ("leg", "1", "first_leg_of", r"(?i)\bfirst[- ]legs? of (?:the|their|this|a)\b|\bin (?:the|one of) [^.;]{0,40} first legs\b|\bfirst[- ]leg (?:tie|match|clash|encounter|advantage ahead)(?:es)?\b|\bother first[- ]legs?\b|\b(?:final|finals|round|play-?offs?|last-16|last-eight|tie),? first[- ]legs?\b"),
        ("leg", "1", "into_second_leg", r"(?i)\b(?:into|ahead of|for|before|going into|to) (?:the |next (?:week|month|tuesday|wednesday|thursday)'s |their |a )(?:[a-z0-9-]+ ){0,2}(?:second|return)[- ]leg\b(?: (?:at|in|on|next|against|away|with)\b)?|\b(?:second|return)(?:[- ]leg)? (?:is|takes place|will be|comes|follows|awaits|to come|next week|on (?:tuesday|wednesday|thursday))\b|\bmeet in the second leg\b"),
        ("extra_time", "true", "after_extra_time", r"(?i)\b(?:after|in|into|during|of|deep into|through|plus|and) extra[- ]time|\ba\.?e\.?t\b|\bextra[- ]time (?:winner|goals?|strike|header|penalty|victory|win|drama|thriller|period|was (?:played|goalless|needed|required|reached|forced|under)|began|started)|\b120(?: [a-z]+){0,2} minutes|\bextra[- ]period|\b(?:after|in|into|during|of|deep into|through|sent (?:the|it|a) \w+ (?:in)?to|survived|played|needed|required) (?:overtime|extra[- ]time)\b|\bovertime (?:winner|goal|strike|header|penalty|victory|win|upset|period|thriller|'s)|\b(?:first|second) overtime\b|\badditional (?:period|half-hour)|\bextra half[- ]hour"),
        ("away_goals", "true", "on_away_goals", r"(?i)\b(?:on|the|by|thanks to|courtesy of) away[- ]goals?(?: rule)?"),
    )
]  # fmt: skip
_CONTEXT_WORDS = re.compile(
    r"(?i)legs?\b|aggregate|\bagg\b|extra[- ](?:time|period|half)|overtime|additional|a\.?e\.?t\b|120|away[- ]goal"
)
_UNREAL = re.compile(
    r"(?i)\b(?:could|would|should|might|may|chance|if|needed|need|not|avoid|headed for|heading for|hoped|hoping|ensure|force the|to force|looked like|going to|set for|take the tie)\b[^.;]{0,30}$|\bbefore $"
)


class Competitions:
    """The names of competitions (alias, competition_id), to be found in sentences."""

    def __init__(self, competitions: pl.DataFrame) -> None:
        self.by_first: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        seen = set()
        for alias, competition in competitions.select("alias", "competition_id").iter_rows():
            words = tuple(token_texts(fold_text(alias)))
            if words and words not in seen:
                seen.add(words)
                self.by_first[words[0]].append((words, competition))
        for names in self.by_first.values():
            names.sort(key=lambda one: -len(one[0]))

    def find(self, words: list[str]) -> list[tuple[int, int, str]]:
        """Names among words: first token, last token, competition."""
        found, number = [], 0
        while number < len(words):
            for name, competition in self.by_first.get(words[number], ()):
                if tuple(words[number : number + len(name)]) == name:
                    found.append((number, number + len(name) - 1, competition))
                    number += len(name) - 1
                    break
            number += 1
        return found


@dataclass(slots=True)
class Context:
    """What frames a match: characters of the document, kind, value, rule."""

    sentence: Sentence
    start: int
    end: int
    kind: str
    value: str
    rule: str


def find_frames(sentence: Sentence) -> list[Context]:
    """Leg, extra time and away goals told in a sentence."""
    text = sentence.text
    if not _CONTEXT_WORDS.search(text):
        return []
    found = []
    for kind, value, rule, pattern in _CONTEXT:
        for match in pattern.finditer(text):
            if kind == "extra_time" and _UNREAL.search(text, max(0, match.start() - 60), match.start()):
                continue
            found.append(
                Context(sentence, sentence.start + match.start(), sentence.start + match.end(), kind, value, rule)
            )
    return found


def tells_a_round(sentences: list[Sentence]) -> bool:
    """Whether a document is about a round of a cup that one match decides: its first sentences say so, and none tells of legs."""
    if any(_LEG.search(sentence.text) for sentence in sentences):
        return False
    return any(names_the_round(sentence.text) for sentence in sentences[:4])


_FINAL = re.compile(
    r"(?i)\b(?<!semi-)(?<!quarter-)(?:(?:cup|league|trophy|shield|play-?off|super ?cup) final|in the (?:[a-z]+ )?final\b(?! (?:minutes|seconds|stages|third|moments|match|game|group)))"
)


def tells_a_final(sentences: list[Sentence]) -> bool:
    """Whether a document is about a final: then having reached it is no going on."""
    return any(
        not _OF_ANOTHER_ROUND.search(sentence.text, max(0, match.start() - 60), match.start())
        for sentence in sentences[:5]
        for match in _FINAL.finditer(sentence.text)
    )


def reaches_the_final(progress: Progress) -> bool:
    """Whether words of going on are of reaching a final."""
    words = progress.sentence.lower[progress.first : progress.last + 1]
    return progress.rule in ("reached", "sent_through") and bool({"final", "finals"} & set(words))
