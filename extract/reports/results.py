"""Results: the scores that a text tells, what each is the score of, and whose is which number.

Belongs here: finding scores in figures and in words, their scope, and who won or lost by the words around them; who met
whom. Does not belong here: which match of the text a score is of (`meetings`), and any sum (dbt's).
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extract.reports.grounds import word_set
from extract.reports.phrases import entries, expression, families, forms
from extract.reports.tokens import Mention, Sentence

_DIGITS = re.compile(r"([0-9]{1,2})-([0-9]{1,2})\Z")
_IN_WORDS = re.compile(r"([a-z0-9]+)-([a-z0-9]+)\Z")
_NUMBERS = {
    word: n
    for n, word in enumerate(
        [
            "nil",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
        ]
    )
} | {"zero": 0, "nought": 0, "nothing": 0, "love": 99}
_HIGHEST = 31  # The record of an international match, Australia 31-0 American Samoa, 2001.
_GOALLESS = frozenset(("goalless", "scoreless", "goal-less", "score-less"))
_MONTHS = word_set(
    "january february march april may june july august september october november december minutes minute yards points record formation odds favourites"
)


def find_scores(sentence: Sentence) -> list[Mention]:
    """Pairs of numbers that can be a score (tag s), in figures ("2-1", "5 - 4") and in words ("two-nil", "goalless")."""
    lower, found = sentence.lower, []
    size = len(lower)
    number = 0
    while number < size:
        word = lower[number]
        last, goals, rule = number, None, "digits"
        if word[0].isdigit():
            match = _DIGITS.match(word)
            if match:
                goals = (int(match[1]), int(match[2]))
            elif (
                word.isdigit() and number + 2 < size and lower[number + 1] == "-" and lower[number + 2].isdigit()
                and max(len(word), len(lower[number + 2])) < 3 and not (number + 3 < size and lower[number + 3] == "-")
                and not (number and lower[number - 1] == "-")
            ):  # fmt: skip
                goals, last = (int(word), int(lower[number + 2])), number + 2
            elif word.endswith("-nil") and word[:-4].isdigit():
                goals = (int(word[:-4]), 0)
        elif word in _GOALLESS:
            goals, rule = (0, 0), "goalless"
        elif "-" in word:
            match = _IN_WORDS.match(word)
            if match and match[1] in _NUMBERS and match[2] in _NUMBERS:
                goals, rule = (_NUMBERS[match[1]], _NUMBERS[match[2]]), "words"
        elif word in _NUMBERS:
            behind = lower[number + 1] if number + 1 < size else ""
            if behind in ("nil",) and word != "nil":
                goals, last, rule = (_NUMBERS[word], 0), number + 1, "words"
            elif (
                behind in ("goals", "goal")
                and number + 3 < size
                and lower[number + 2] == "to"
                and lower[number + 3] in _NUMBERS
            ):
                goals, last, rule = (_NUMBERS[word], _NUMBERS[lower[number + 3]]), number + 3, "words"
            elif (
                behind in ("without", "unanswered")
                and number + 2 < size
                and lower[number + 2] in ("reply", "response", "answer")
            ):
                goals, last, rule = (_NUMBERS[word], 0), number + 2, "words"
            elif (
                behind == "unanswered"
                and number + 2 < size
                and lower[number + 2] == "goals"
                and number
                and lower[number - 1] in ("with", "by", "scored")
            ):
                goals, last, rule = None, number, "words"
        follows = lower[last + 1] if last + 1 < size else ""
        if goals is not None and max(goals) <= _HIGHEST and follows not in _MONTHS:
            start, end = sentence.starts[number], sentence.ends[last]
            found.append(
                Mention(
                    "s", start, end, sentence.text[start - sentence.start : end - sentence.start], rule, goals=goals
                )
            )
            number = last
        number += 1
    return found


_BEHIND_A_LINE = frozenset((".", ",", "(", ")", ";", "-", "aet", "after", "on", "in", "at"))
_SHORT_LINE = 14


def find_split_scores(sentence: Sentence) -> list[Mention]:
    """Scores of which each number stands behind its club, as in a title: "Arsenal 2, Chelsea 1".

    The mention (tag s) is the first number; the clubs must be placed already.
    """
    lower, found = sentence.lower, []
    for at in range(1, len(lower) - 2):
        if not (lower[at].isdigit() and lower[at - 1] == "<c>" and len(lower[at]) < 3):
            continue
        other = at + 1 + (lower[at + 1] in (",", ";", "-"))
        if (
            other + 1 >= len(lower)
            or lower[other] != "<c>"
            or not lower[other + 1].isdigit()
            or len(lower[other + 1]) > 2
        ):
            continue
        behind = lower[other + 2] if other + 2 < len(lower) else "."
        short = (
            sentence.kind != "prose"
            or len(lower) < _SHORT_LINE
            or lower[max(0, at - 2)] in ("finished", "ended", "score", "result", ":")
        )
        if short and behind in _BEHIND_A_LINE and max(int(lower[at]), int(lower[other + 1])) <= _HIGHEST:
            goals = (int(lower[at]), int(lower[other + 1]))
            found.append(
                Mention(
                    "s", sentence.starts[at], sentence.ends[at], sentence.words[at], "each_behind_its_club", goals=goals
                )
            )
    return found


@dataclass(slots=True)
class Result:
    """A score or an outcome told in one sentence.

    at: token of the score, or of the verb; scope: see `lexicon/scopes.toml`, None where nothing tells; first and second:
    clubs, whose goals the two numbers are; relation: win, draw or facing (the numbers stand as the clubs do) or None;
    host: the club that the words put at home; rule: which words decided.
    """

    sentence: Sentence
    at: int
    scope: str | None
    goals: tuple[int, int] | None
    first: str | None
    second: str | None
    relation: str | None
    rule: str
    host: str | None = None
    background: bool = False
    first_at: int | None = None
    second_at: int | None = None


_WIN, _LOSS, _DRAW = families()["win_noun"], families()["loss_noun"], families()["draw_noun"]
_BEAT = families()["beat"] - word_set(
    "see sees saw seen seeing hit hits hitting down downs ease eased scrape scraped squeeze sweep host hosts hosted account fell"
)
_WINS = families()["win"] - word_set(
    "come comes came coming run runs ran running record records recorded recording advance advances advanced progress"
)
_LOSES = families()["lose"] - word_set(
    "go goes gone going went fall falls fell fallen slide slides concede conceded bow bows"
)
_DRAWS = families()["draw"] - frozenset(("share", "shares", "tie", "ties"))
_HOLDS = families()["hold"] - frozenset(("restrict", "restricts"))
_BE = families()["be"]
_LEADS = word_set("lead leads led leading ahead")
_TRAILS = word_set("trail trails trailed trailing behind adrift")
_OPPOSING = word_set("over against at to by with past versus v hosts visitors on of in from home hands")
_BREAKS = frozenset(
    (
        ";",
        ":",
        '"',
        "but",
        "when",
        "while",
        "although",
        "though",
        "whereas",
        "as",
        "who",
        "which",
        "after",
        "before",
        "with",
        "thanks",
        "and",
    )
)
_TEAMS = ("<c>", "<t>")


def results_of(sentence: Sentence) -> list[Result]:
    """What the scores and the verbs of winning and losing in a sentence say, in order."""
    found = []
    lower = sentence.lower
    for at, word in enumerate(lower):
        if word == "<s>":
            found.append(_read(sentence, at))
    _as_in_the_title(sentence, found)
    _put_first_matches_back(sentence, found)
    known = {club for result in found if result.first and result.second for club in (result.first, result.second)}
    for at, word in enumerate(lower):
        if word in _MET:
            result = _without_score(sentence, at)
            if result is None or {result.first, result.second} & known or None in (result.first, result.second):
                continue
            # A score that names one side of this match is of it.
            half = next(
                (
                    r
                    for r in found
                    if (r.first or r.second)
                    and None in (r.first, r.second)
                    and {r.first, r.second} - {None} <= {result.first, result.second}
                ),
                None,
            )
            if half is None:
                found.append(result)
            elif half.first is None:
                half.first = result.first if half.second == result.second else result.second
            else:
                half.second = result.first if half.first == result.second else result.second
            known |= {result.first, result.second}
    return sorted(found, key=lambda result: result.at)


def _put_first_matches_back(sentence: Sentence, found: list[Result]) -> None:
    """One club, two scores: one of them is of the match before.

    "X won 3-1 after a 1-1 draw at Y", "After losing 1-0 to Y, X beat Z 4-1".
    """
    told = [
        r for r in found if r.scope in (None, "full_time") and r.goals is not None and r.relation in ("win", "draw")
    ]
    for one, other in pairwise(told):
        clubs = {one.first, one.second} - {None}
        if not clubs & {other.first, other.second} or one.goals == other.goals:
            continue
        if "after" in sentence.lower[max(one.at, other.at - 5) : other.at]:
            other.scope = "last_week"
        elif set(sentence.lower[max(0, one.at - 6) : one.at]) & {"after", "following", "having", "despite"}:
            one.scope = "last_week"


def _as_in_the_title(sentence: Sentence, found: list[Result]) -> None:
    """A score in brackets behind a title stands as the title does: "X 2-2 Y (0-3 on pens)", "X 3-0 Y (agg 5-2)"."""
    for title, result in pairwise(found):
        told = title.relation == "facing" or (
            title.relation == "win" and title.first_at is not None and title.first_at < title.at
        )
        if not told or title.first is None or result.first or result.second or title.second_at is None:
            continue
        if (
            (
                result.scope in ("aggregate", "shootout", "first_leg", "half_time")
                and "(" in sentence.lower[title.second_at : result.at]
            )
            and result.at - title.second_at < 8
            and result.relation is None
        ):
            result.first, result.second, result.relation = title.first, title.second, "facing"
            result.first_at, result.second_at = title.first_at, title.second_at
            mention = sentence.mentions[result.at]
            result.goals = mention.goals if mention is not None else result.goals


_MET = families()["beat"] - word_set(
    "see sees seen hit hits hitting down downs ease eased scrape scraped squeeze sweep host hosts account fell"
) | word_set(
    "drew lost v vs versus beaten between seeing saw knocked hosted for victory win triumph success defeat loss reverse draw past blew blowing blown brushed brushing swept sweeping better dumped dumping good strong much held point points won down see knock dump blow brush sweep thriller classic epic contest encounter tussle battle"
)


@cache
def _scope_patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple(
        (entry["rule"], entry["scope"], re.compile("|".join(f"(?:{expression(p)})" for p in entry["patterns"])))
        for entry in entries("scopes")
    )


_ASIDE = re.compile(r"--?[^-;]{3,60}?--?")


def _without_asides(shaped: str, at: int) -> tuple[str, int]:
    """A shape without what stands between dashes, unless the token is in there; and where the token is then."""
    while True:
        aside = next((m for m in _ASIDE.finditer(shaped) if not m.start() <= at < m.end()), None)
        if aside is None:
            return shaped, at
        shaped = shaped[: aside.start()] + shaped[aside.end() :]
        at -= aside.end() - aside.start() if aside.end() <= at else 0


def scope_of(sentence: Sentence, at: int) -> tuple[str | None, str | None]:
    """The scope of the score at a token, and the rule that tells it."""
    shaped, at = _without_asides(sentence.shape[:at] + "S" + sentence.shape[at + 1 :], at)
    low = max(0, at - 24)
    shaped = shaped[low : at + 26]
    # Behind a stronger stop another clause speaks of something else.
    for stop in ";":
        cut = shaped.rfind(stop, 0, at - low)
        if cut >= 0:
            shaped = shaped[cut + 1 :]
            low += cut + 1
        cut = shaped.find(stop, at - low)
        if cut >= 0:
            shaped = shaped[:cut]
    for rule, scope, pattern in _scope_patterns():
        if pattern.search(shaped):
            return scope, rule
    return None, None


def _club(mention: Mention | None) -> str | None:
    return mention.club if mention is not None else None


def _read(sentence: Sentence, at: int) -> Result:
    scope, rule = scope_of(sentence, at)
    mention = sentence.mentions[at]
    assert mention is not None and mention.goals is not None
    high, low = max(mention.goals), min(mention.goals)
    if scope == "shootout" and high == low:
        # A shoot-out has a winner: the match ended level.
        scope = "full_time"
    facing = _facing(sentence, at)
    if facing is not None and scope in (None, "full_time", "running", "half_time"):
        one, other = facing
        return Result(
            sentence, at, scope if scope in ("half_time",) else "full_time", mention.goals, _club(sentence.mentions[one]),
            _club(sentence.mentions[other]), "facing", "title", None, False, one, other,
        )  # fmt: skip
    polarity, owner, opponent, words, host = _outcome(sentence, at)
    first, second = (owner, opponent) if polarity != "loss" else (opponent, owner)
    goals = mention.goals
    if polarity in ("win", "loss"):
        goals = (high, low)
    if (words == "fell" or (words == "lost" and sentence.lower[at - 1] in ("down", "up"))) and scope in (
        "running",
        "in_play",
    ):
        # "Went down 2-0 to X", "slipped up 2-0 at X" is a defeat.
        scope = None
    if scope == "aggregate" and words in ("lead", "up", "down"):
        # "Ahead 2-1 on aggregate at half-time".
        scope = "running"
    background = scope == "background"
    relation = None if polarity is None else "draw" if polarity == "draw" else "win"
    if polarity == "draw" and goals[0] != goals[1]:
        # "Drew 2-1 level" cannot be: nothing is known of whose it is.
        relation = None
    first, second = _of_one_kind(sentence, first, second)
    club = lambda token: None if token is None else _club(sentence.mentions[token])  # noqa: E731
    return Result(
        sentence, at, scope, goals, club(first), club(second), relation, words or rule or "score",
        club(host), background, first, second,
    )  # fmt: skip


def _of_one_kind(sentence: Sentence, first: int | None, second: int | None) -> tuple[int | None, int | None]:
    """Drops a country that is only where two clubs met: "a 0-0 draw in Ukraine, X's task"."""
    if first is None or second is None:
        return first, second
    if _club(sentence.mentions[first]) == _club(sentence.mentions[second]) and sentence.lower[second] == "<x>":
        # "A draw at Anfield" of the club whose ground it is.
        return first, None
    if _club(sentence.mentions[first]) == _club(sentence.mentions[second]):
        return first, None
    nations = [(_club(sentence.mentions[token]) or "").startswith("nt-") for token in (first, second)]
    if nations[0] == nations[1]:
        return first, second
    if sentence.lower[first] == "<x>":
        return None, second
    return (first, None) if sentence.lower[second] == "<x>" else (first, second)


def _facing(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """Clubs right before and right behind a score, as in a title: "Arsenal 2-1 Chelsea", "Arsenal (1) 2-1 (0) Chelsea"."""
    lower = sentence.lower
    if at > 3 and lower[at - 1] in ("ended", "finished") and lower[at - 4] == lower[at - 2] == "<c>":
        # "X against Y ended 2-2", "the match between X and Y finished 1-1".
        between = at > 4 and lower[at - 5] == "between" and lower[at - 3] == "and"
        if between or lower[at - 3] in ("against", "v", "vs", "versus"):
            return at - 4, at - 2
    before, behind = at - 1, at + 1
    while before >= 0 and lower[before] in _IN_TITLES:
        before -= 1
    while behind < len(lower) and lower[behind] in _IN_TITLES:
        behind += 1
    if before >= 0 and behind < len(lower) and lower[before] == "<c>" and lower[behind] == "<c>":
        if before and lower[before - 1] in ("against", "over", "beat", "by"):
            return None
        return before, behind
    return None


_IN_TITLES = frozenset(("(", ")", ",", "-", *map(str, range(10))))


def _outcome(sentence: Sentence, at: int) -> tuple[str | None, int | None, int | None, str | None, int | None]:
    """Polarity of the words around a score for the club they speak of: polarity, owner, opponent, rule, host (tokens)."""
    lower, size = sentence.lower, len(sentence.lower)
    # "3-2 home victory over X": a noun behind the score.
    noun_at = None
    for number in range(at + 1, min(at + 8, size)):
        word = lower[number]
        if word in _NO_ADJECTIVES:
            break
        if word in _WIN or word in _LOSS or word in _DRAW:
            noun_at = number
            if word not in ("home", "away") and not (
                number + 1 < size
                and (lower[number + 1] in _WIN or lower[number + 1] in _LOSS or lower[number + 1] in _DRAW)
            ):
                break
    if noun_at is not None:
        return _by_noun(sentence, at, noun_at)
    # "Beat X 3-2", "lost 3-2 at X": a verb before it.
    for number in range(at - 1, max(-1, at - 16), -1):
        word = lower[number]
        if word in (";", ":", '"', "<s>"):
            break
        if word in ("seeing", "saw", "see", "sees") and lower[number + 1 : number + 2] == ["off"]:
            target = _object_club(sentence, number + 1, at)
            if target is not None:
                return "win", subject_club(sentence, number), target, "beat", None
        if word in _LEADS and "past" in lower[number + 1 : at]:
            # "A late goal led X past Y 3-1".
            past = lower.index("past", number + 1)
            club, target = _object_club(sentence, number, past), _object_club(sentence, past, at)
            if target is not None:
                return "win", club if club is not None else subject_club(sentence, number), target, "beat", None
        if word in _GOING and lower[number + 1 : number + 2] == ["down"]:
            opponent = _opponent(sentence, at) or _opponent_between(sentence, number, at)
            return "loss", subject_club(sentence, number), opponent, "lost", None
        if (
            word in _BEAT
            or word in _WINS
            or word in _LOSES
            or word in _DRAWS
            or word in _HOLDS
            or word in _LEADS
            or word in _TRAILS
        ):
            read = _by_verb(sentence, at, number)
            if read is not None:
                return read
    # "3-0 up", "3-0 ahead".
    if at + 1 < size:
        behind = lower[at + 1]
        if behind in ("up", "ahead", "lead", "clear") or (behind == "in" and lower[at + 2 : at + 3] == ["front"]):
            return "win", subject_club(sentence, at), None, "up", None
        if behind in ("down", "behind", "adrift"):
            return "loss", subject_club(sentence, at), None, "down", None
    # "Went top after a 3-1 at home to X": a result without its noun.
    listed = at > 1 and lower[at - 1] == "<c>" and lower[at - 2] in ("and", ",")
    if at and (lower[at - 1] in ("a", "an") or listed) and at + 1 < size and lower[at + 1] in ("at", "over", "against"):
        opponent = _opponent(sentence, at)
        if opponent is not None:
            owner = subject_club(sentence, at)
            at_home = lower[at + 1 : at + 4] == ["at", "home", "to"] or lower[at + 1 : at + 4] == [
                "at",
                "home",
                "against",
            ]
            return "win", owner, opponent, "bare", owner if at_home else opponent if lower[at + 1] == "at" else None
    pair = _subject_verb_object(sentence, at)
    if pair is not None:
        return "win", *pair, "verb", None
    on = _going_on(sentence, at)
    if on is not None:
        return on
    taken = _taken_by_the_score(sentence, at)
    if taken is not None:
        return "win", taken, None, "result_that", None
    before = lower[at - 1] if at else ""
    if before in ("went", "going", "go") and at + 1 < size and lower[at + 1] in ("down",):
        return "loss", subject_club(sentence, at - 1), _opponent(sentence, at + 1), "down", None
    return None, None, None, None, None


_FALLS = word_set(
    "fell fall falls slipped slip slips slumped slump sank sink succumbed succumb crumbled tumbled capitulated bowed stumbled fallen"
)
_AT_WHOM = frozenset(("to", "at", "away", "against", "in", "on"))
_GOING = frozenset(("went", "going", "goes", "go", "gone"))
_GOES = families()["advance"] | families()["exit"]


def _going_on(sentence: Sentence, at: int) -> tuple[str, int | None, int | None, str, int | None] | None:
    """A score behind going on or out, or before "to X": "went through 5-3 on aggregate", "ended 3-2 to X"."""
    lower = sentence.lower
    before = lower[at - 1] if at else ""
    if before in (
        "through",
        "advanced",
        "advance",
        "advances",
        "advancing",
        "progress",
        "progresses",
        "progressing",
        "qualified",
    ):
        return "win", subject_club(sentence, at - 1), _opponent(sentence, at), "through", None
    falls = at - 1 - (before in ("up", "by"))
    if at > 1 and lower[falls] in _FALLS and lower[at + 1 : at + 2] and lower[at + 1] in _AT_WHOM:
        opponent = _opponent(sentence, at)
        where = lower[at + 1] in ("at", "away") and lower[at + 1 : at + 3] != ["at", "home"]
        return "loss", subject_club(sentence, falls), opponent, "fell", opponent if where else None
    if before == "out" and at > 1 and lower[at - 2] in _GOES:
        return "loss", subject_club(sentence, at - 1), _opponent(sentence, at), "out", None
    if (
        lower[at + 1 : at + 2] == ["to"]
        and lower[at + 2 : at + 3] in (["<c>"], ["<t>"])
        and lower[at + 3 : at + 4] != ["'s"]
    ):
        return "win", at + 2, None, "score_to", None
    if lower[at + 1 : at + 4] == ["in", "favour", "of"] and lower[at + 4 : at + 5] in (["<c>"], ["<t>"]):
        return "win", at + 4, None, "score_to", None
    return None


def _taken_by_the_score(sentence: Sentence, at: int) -> int | None:
    """The winner behind a score: "the 1-0 scoreline that took X through", "a 2-0 result which lifted X to third"."""
    lower = sentence.lower
    if lower[at + 1 : at + 2] not in (["scoreline"], ["result"], ["score"]) or lower[at + 2 : at + 3] not in (
        ["that"],
        ["which"],
    ):
        return None
    if lower[at + 3 : at + 4] and lower[at + 3] in _LIFTS and lower[at + 4 : at + 5] and lower[at + 4] in _TEAMS:
        return at + 4
    return None


_LIFTS = word_set(
    "took takes sent sends put puts lifted lifts carried carries fired moved moves earned saw handed kept keeps"
)


def _subject_verb_object(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """Clubs around a verb that needs no knowing, with the score right behind: "X upstaged second-bottom Y 1-0"."""
    lower = sentence.lower
    if at < 3 or lower[at - 1] != "<c>":
        return None
    step = at - 2
    while step > 0 and (lower[step] in _BEFORE_A_CLUB or "-" in lower[step]):
        step -= 1
    if lower[step] in _VERB_PARTICLES:
        step -= 1
    if (
        (step > 0 and lower[step].endswith("ed"))
        or lower[step - 1 : step + 1] == ["shut", "out"]
        or lower[step] in ("shut",)
    ):
        step -= 1
        while step > 0 and (lower[step].endswith("ly") or lower[step] == "shut"):
            step -= 1
        if lower[step] == "<c>":
            return step, at - 1
    return None


_VERB_PARTICLES = frozenset(("off", "out", "past", "away", "aside", "down", "over"))
_NO_ADJECTIVES = (families()["little"] - frozenset(("of", "home", "away"))) | frozenset(
    (",", ".", ";", ":", "(", ")", "<s>", "while")
)


def _by_noun(sentence: Sentence, at: int, noun_at: int):
    lower, size = sentence.lower, len(sentence.lower)
    noun = lower[noun_at]
    win, loss, draw = noun in _WIN, noun in _LOSS, noun in _DRAW
    behind = lower[noun_at + 1] if noun_at + 1 < size else ""
    if draw and not (win or loss):
        polarity = "draw"
    elif win and loss:
        verb = _verb_before(lower, at)
        suffered = verb in _SUFFERED or behind in ("by",) or "hands" in lower[noun_at + 1 : noun_at + 5]
        polarity = "loss" if suffered and behind != "of" else "win"
    else:
        polarity = "win" if win else "loss"
    if noun in ("lead", "advantage", "cushion", "deficit"):
        polarity = "loss" if noun == "deficit" else "win"
    if noun == "defeat" and behind == "of":
        polarity = "win"
    owner = _owner(sentence, at, noun_at)
    opponent = _opponent(sentence, noun_at)
    if opponent == owner:
        opponent = None
    between = lower[max(0, at - 8) : at]
    if owner is not None and opponent is None and any(word in _CONDEMN for word in between):
        # "X condemned Y to a 3-0 defeat", "Y inflicted a 3-0 defeat on X" have the opponent before or behind.
        return polarity, owner, subject_club(sentence, owner), "noun", None
    if any(word in _INFLICT for word in between) and polarity == "loss" and opponent is not None:
        owner, opponent = opponent, owner
    for number in range(noun_at + 1, min(noun_at + 10, size)):
        if lower[number] in ("for", "by") and number + 1 < size and not (polarity == "loss" and lower[number] == "by"):
            ahead = number + 1
            while (
                ahead < size
                and lower[ahead] in ("the", "10-man", "<d>", "side", "second", "league", "leaders", "champions")
            ) or (
                ahead < size
                and lower[ahead] not in families()["little"]
                and lower[ahead][0].isalnum()
                and ahead - number < 5
            ):
                ahead += 1
            if ahead < size and lower[ahead] in _TEAMS and (opponent is None or ahead != opponent):
                if lower[number] == "by" and polarity == "draw":
                    break
                owner = ahead
                if opponent is not None and opponent < ahead:
                    pass
                elif opponent == ahead:
                    opponent = None
                opponent = _opponent(sentence, ahead) or opponent
                break
        if lower[number] in (",", ".", ";"):
            break
    if opponent is None and polarity != "draw":
        opponent = _overcome(sentence, owner, at, _BEAT | _KNOCKS)
    if opponent is None and polarity == "draw":
        opponent = _beside(sentence, owner) or _overcome(sentence, owner, at, _GIVES | {"against"})
    if opponent is None:
        opponent = _hosted(sentence, noun_at)
        if opponent is not None:
            return polarity, owner, opponent, "noun", owner
    host = None
    around = lower[max(0, at - 3) : noun_at + 1]
    if "home" in around:
        host = owner
    elif "away" in around or (opponent is not None and _is_at(lower, opponent)):
        host = opponent
    elif "home" in lower[noun_at + 1 : noun_at + 4] and "at" in lower[noun_at + 1 : noun_at + 4]:
        host = owner
    return polarity, owner, opponent if opponent != owner else None, "noun", host


_KNOCKS = word_set(
    "knocked knocking knock dumped dumping sent sending shocked stunned punished condemned put brushed swept saw ended"
)
_SUFFERED = word_set(
    "suffer suffered suffering suffers crash crashed slump slumped to fell slid condemned subjected after endure endured from humiliating consigned despite handed took shipped"
)
_CONDEMN = word_set(
    "condemn condemned condemning consign consigned consigning sent send sending subjected sentenced condemns handed handing dealt"
)
_INFLICT = word_set("inflict inflicted inflicting inflicts handed handing dealt dealing")


def _verb_before(lower: list[str], at: int) -> str:
    for number in range(at - 1, max(-1, at - 7), -1):
        if lower[number] in _SUFFERED:
            return lower[number]
        if lower[number] in _TEAMS:
            break
    return ""


def _by_verb(sentence: Sentence, at: int, verb_at: int):
    lower = sentence.lower
    verb = lower[verb_at]
    before = lower[verb_at - 1] if verb_at else ""
    if verb == "drawing" and at - verb_at > 3:
        return None
    # A verb may be a noun here ("the win", "a draw"): then its owner is looked for as of a noun.
    if before in ("a", "the", "their", "his", "this", "that", "'s", "an") and verb in (
        "win",
        "draw",
        "lead",
        "edge",
        "upset",
        "shock",
        "triumph",
    ):
        return None
    opponent: int | None = None
    if verb in _LEADS or verb in _TRAILS:
        if before in ("'s", "the", "a", "their", "his") or (
            verb in ("behind", "ahead") and lower[at - 1] not in ("by", "behind", "ahead")
        ):
            return None
        owner = _owner(sentence, verb_at, at)
        opponent = _opponent(sentence, at) if lower[at + 1 : at + 2] in (["to"], ["against"]) else None
        return ("win" if verb in _LEADS else "loss"), owner, opponent, "lead", None
    passive = _is_passive(lower, verb_at)
    if verb in _FALLS and verb_at == at - 1 and lower[at + 1 : at + 2] and lower[at + 1] in _AT_WHOM:
        # "Sank 2-0 at X".
        return None
    if verb in _BEAT:
        by = _by_club(sentence, verb_at, at)
        if (
            passive
            or (verb == "beaten" and not _is_perfect(lower, verb_at))
            or (by is not None and _no_object(sentence, verb_at, at))
        ):
            owner = _owner(sentence, verb_at, at)
            opponent = by if by is not None else _opponent(sentence, at)
            return "loss", owner, opponent, "beaten", _host_by(sentence, owner, opponent, verb_at, at)
        target = _object_club(sentence, verb_at, at)
        owner = subject_club(sentence, verb_at)
        if target is None:
            target = _opponent(sentence, at)
        if target is None and owner is None:
            return None
        return "win", owner, target, "beat", _host_by(sentence, owner, target, verb_at, at)
    owner = _owner(sentence, verb_at, at)
    opponent = (
        _opponent(sentence, at) or _opponent_between(sentence, verb_at, at) or _overcome(sentence, owner, verb_at)
    )
    if verb in _WINS:
        return "win", owner, opponent, "won", _host_by(sentence, owner, opponent, verb_at, at)
    if verb in _LOSES:
        return "loss", owner, opponent, "lost", _host_by(sentence, owner, opponent, verb_at, at)
    if verb in _HOLDS:
        if not passive:
            opponent = _object_club(sentence, verb_at, at) or opponent
        return "draw", owner, opponent, "held", _host_by(sentence, owner, opponent, verb_at, at)
    if opponent is None:
        opponent = _beside(sentence, owner)
    return "draw", owner, opponent, "drew", _host_by(sentence, owner, opponent, verb_at, at)


def _hosted(sentence: Sentence, noun_at: int) -> int | None:
    """The guest behind a result: "earned a 1-1 draw as they hosted X"."""
    lower = sentence.lower
    for number in range(noun_at + 1, min(noun_at + 6, len(lower))):
        if lower[number] in ("hosted", "hosting", "entertained", "welcomed", "entertaining"):
            return _object_club(sentence, number, len(lower))
        if lower[number] in (",", ".", ";") or lower[number] in ("<c>", "<p>"):
            return None
    return None


def _beside(sentence: Sentence, owner: int | None) -> int | None:
    """The club that shares a draw: "X and Y drew", "between X and Y"."""
    lower = sentence.lower
    if owner is not None and owner >= 2 and lower[owner - 1] == "and":
        step = owner - 2
        while step > 0 and lower[step] in (",", "both"):
            step -= 1
        if lower[step] in _TEAMS:
            return step
    return None


def _host_by(sentence: Sentence, owner: int | None, opponent: int | None, verb_at: int, at: int) -> int | None:
    lower = sentence.lower
    around = lower[verb_at : at + 5]
    if "home" in around and ("at" in around or "home" in lower[max(0, at - 1) : at + 3]):
        return owner
    away = next((n for n in range(verb_at, min(at + 5, len(lower))) if lower[n] == "away"), None)
    told_away = away is not None and (lower[away - 1] == "<s>" or away - 1 in (verb_at, opponent))
    if told_away and away is not None and lower[away + 1 : away + 2] not in (["from"], ["goals"], ["goal"]):
        return opponent
    if opponent is not None and _is_at(lower, opponent):
        return opponent
    return None


def _no_object(sentence: Sentence, verb_at: int, at: int) -> bool:
    return _object_club(sentence, verb_at, at) is None


def _object_club(sentence: Sentence, verb_at: int, limit: int) -> int | None:
    """The club that a verb is done to: the first behind it without a preposition between."""
    lower = sentence.lower
    for number in range(verb_at + 1, min(limit if limit > verb_at else len(lower), verb_at + 9)):
        word = lower[number]
        if word in _TEAMS:
            if lower[number + 1 : number + 2] == ["'s"]:
                continue
            return number
        if word in ("by", "to", "at", "over", "against", ",", "with", "in", "for") and word != "off":
            return None
    return None


def _by_club(sentence: Sentence, verb_at: int, at: int) -> int | None:
    lower, size = sentence.lower, len(sentence.lower)
    for number in range(verb_at + 1, min(max(at, verb_at) + 10, size - 1)):
        if lower[number] in (".", ";", "but", "when"):
            break
        if lower[number] == "by":
            for ahead in range(number + 1, min(number + 6, size)):
                if lower[ahead] in _TEAMS:
                    return ahead
    return None


def _opponent(sentence: Sentence, start: int) -> int | None:
    """The first club behind a preposition of meeting ("over", "at", "to", ...) after a token, in the same clause."""
    lower, size = sentence.lower, len(sentence.lower)
    opposing = None
    for number in range(start + 1, min(start + 17, size)):
        word = lower[number]
        if word in _OPPOSING:
            opposing = number
        elif word in _TEAMS:
            return number if opposing is not None and number - opposing <= 6 else None
        elif word == "<x>" and lower[number + 1 : number + 2] != ["'s"]:
            mention = sentence.mentions[number]
            if (
                opposing is not None
                and mention.club
                and lower[opposing] in ("at", "in")
                and (mention.club.startswith("nt-") or mention.rule.endswith("stadium"))
            ):
                return number
        elif (word in _BREAKS and word != "with") or word in (".", "<s>") or word in _NEXT:
            return None
    return None


#: Of a match to come: "went through 4-2 on aggregate to set up a meeting with X".
_NEXT = frozenset(("set", "sets", "setting", "book", "booking", "booked"))


def _overcome(sentence: Sentence, owner: int | None, verb_at: int, words: frozenset[str] | None = None) -> int | None:
    """The opponent named on the way to the verb: "X held off Y to win", "X came from behind against Y to draw"."""
    if owner is None:
        return None
    lower = sentence.lower
    found = [
        number
        for number in range(owner + 1, verb_at)
        if lower[number] in _TEAMS
        and lower[number + 1] != "'s"
        and word_before_name(lower, number) in (words or _PARTICLES | _ON_CLUBS | _OPPOSING)
        and _club(sentence.mentions[number]) not in (None, _club(sentence.mentions[owner]))
    ]
    return found[0] if len({_club(sentence.mentions[number]) for number in found}) == 1 else None


def _opponent_between(sentence: Sentence, verb_at: int, at: int) -> int | None:
    lower = sentence.lower
    for number in range(verb_at + 1, at):
        if lower[number] in _TEAMS and lower[number - 1] in _OPPOSING:
            return number
    return None


_WINNERS = frozenset(("winners", "victors", "losers", "conquerors"))
_PLAYED = word_set("lost beat drew won defeated")
_NOT_A_SUBJECT = word_set(
    "over against past versus beat beating by at from of on with than behind above below like alongside under facing face into to v leading for became become becoming"
)
_SENT_DOWN = families()["beat"] | word_set("condemned consigned subjected restricted reduced confined sentenced held")
_PARTICLES = word_set("apart aside off out down away up")


def subject_club(sentence: Sentence, start: int) -> int | None:
    """The club that is the subject of words at a token, or their owner: the last before it that is nobody's object.

    A club that only seems to be an object ("promoted X") is taken when the sentence names no other.
    """
    lower, doubtful = sentence.lower, None
    if _is_in_apposition(lower, start):
        return start - 2
    for number in range(start - 1, max(-1, start - 40), -1):
        word = lower[number]
        if word in (";", ":", '"'):
            break
        if word in ("who", "which") and number:
            antecedent = number - 1 - (lower[number - 1] == ",")
            if antecedent >= 0 and lower[antecedent] in _TEAMS:
                return antecedent
            if (
                antecedent >= 0
                and lower[antecedent] == "<p>"
                and lower[number + 1 : number + 2]
                and lower[number + 1] in _PLAYED
            ):
                # Of a side that is not known as one: "X go to Y, who lost 3-1 to Z".
                return None
        if word == "<x>" and _is_a_nation_acting(sentence, number):
            return number
        if word in _TEAMS:
            before = word_before_name(lower, number)
            behind = lower[number + 1]
            if behind == "'s":
                # The owner of the score itself ("X's 2-1 win"), or of somebody who did something.
                if lower[number + 2 : number + 3] == ["<s>"] and start - number > 3:
                    # "X's 4-0 win over Y overturned a 3-0 deficit".
                    return number
                if before.endswith("ed") and before not in _BEFORE_A_CLUB and "<s>" not in lower[number + 2 : start]:
                    # "X ended Y's unbeaten run with a 2-0 win".
                    continue
                near = start - number <= 7 and not {",", "<p>", "and", "when"} & set(lower[number + 2 : start])
                if near and before not in ("against", "over", "beat", "by"):
                    return number
                continue
            if behind in _ROLE_NOUNS or behind == "<p>":
                continue
            if _is_lifted(lower, number, before):
                return number
            if before == "for" and behind == "to":
                # "Enough for X to see off Y".
                return number
            if before == "with" and number > 2 and lower[number - 2] == "," and behind not in (",", "."):
                # "..., with X second after a 0-0 draw at Y".
                return number
            if before in _NOT_A_SUBJECT:
                continue
            if before in _GIVES and start - number > 4:
                doubtful = number if doubtful is None else doubtful
                continue
            if before in _PARTICLES or before in _ON_CLUBS or (before.endswith("ed") and before not in _BEFORE_A_CLUB):
                doubtful = number if doubtful is None else doubtful
                continue
            return number
    return doubtful


def _is_in_apposition(lower: list[str], start: int) -> bool:
    """Whether a score is told right behind a club: "behind X, 1-0 winners at Y"."""
    ahead, behind = lower[max(0, start - 2) : start], lower[start : start + 2]
    told = len(ahead) == len(behind) == 2 and behind[0] == "<s>" and behind[1] in _WINNERS
    return told and ahead[0] in _TEAMS and ahead[1] == ","


def _is_lifted(lower: list[str], number: int, before: str) -> bool:
    """Whether something brings a club a result: "a late goal lifted X to a 1-1 draw", not "condemned X to a 1-0 defeat"."""
    to_what = lower[number + 1 : number + 3]
    if len(to_what) < 2 or to_what[0] != "to" or to_what[1] not in ("a", "an", "the", "<s>", "their"):
        return False
    return before not in _SENT_DOWN and (before.endswith("ed") or before in _LIFTS)


def _is_at(lower: list[str], number: int) -> bool:
    """Whether a club stands behind "at", whatever adjectives are between: "at lowly X"."""
    step = number - 1
    while step > 0 and number - step < 6 and lower[step] not in _LITTLE and lower[step][0].isalnum():
        step -= 1
    return step >= 0 and lower[step] == "at"


def _is_a_nation_acting(sentence: Sentence, number: int) -> bool:
    """Whether a country taken for a place does something: ", Belgium continued their run when beating X"."""
    behind = sentence.lower[number + 1 : number + 2] or [""]
    before = sentence.lower[number - 1] if number else ","
    club = _club(sentence.mentions[number]) or ""
    return club.startswith("nt-") and before in (",", "and", "while", "but", ";") and behind[0].endswith("ed")


def _is_in_a_phrase(word: str) -> bool:
    return word[0].isalnum() or word == "'s"


def word_before_name(lower: list[str], number: int) -> str:
    """The word before the whole name of a club: "against" in "against 1998 World Cup winners X"."""
    step = number - 1
    if step > 0 and lower[step] in ("host", "hosts", "visit", "visits") and lower[step - 1] in _TEAMS:
        return lower[step]
    if step > 1 and lower[step] == "'s" and lower[step - 1] == "<x>":
        # "Beat Chile's Colo Colo".
        step -= 2
    titled = step >= 0 and (
        lower[step] in _TITLES
        or lower[step].endswith(("-placed", "-tier", "-bottom", "-time", "killers", "flyers", "chasers", "comers"))
    )
    while step >= 0 and (lower[step] in _BEFORE_A_CLUB or ("-" in lower[step] and len(lower[step]) > 3)):
        step -= 1
    if titled and step >= 0:
        joints = _NOT_A_SUBJECT | _GIVES | _PARTICLES | _ON_CLUBS
        low = step
        while low > 0 and number - low < 8 and lower[low] not in joints | _LITTLE and _is_in_a_phrase(lower[low]):
            low -= 1
        if lower[low] in joints:
            return lower[low]
    return lower[step] if step >= 0 else ""


_LITTLE = families()["little"]
_TITLES = word_set(
    "champions winners holders hosts co-hosts leaders rivals side strugglers giants finalists runners-up club minnows neighbours outfit contenders specialists opponents hopefuls"
)


def _owner(sentence: Sentence, start: int, end: int) -> int | None:
    """The subject of words from a token to another, before them or behind the clause that they open."""
    owner = subject_club(sentence, start)
    return owner if owner is not None else _subject_behind(sentence, start, end)


def _subject_behind(sentence: Sentence, start: int, end: int) -> int | None:
    """The subject behind the clause that opens a sentence: "Trailing 3-1 from the first leg, X ...", "After a 2-0 win, X ..."."""
    lower = sentence.lower
    opening = next((n for n, word in enumerate(lower) if word[0].isalnum() or word[0] == "<"), len(lower))
    if start - opening > 6 or not (lower[opening] in _OPENINGS or lower[opening].endswith(("ing", "en"))):
        return None
    comma = next((n for n in range(end, min(end + 16, len(lower))) if lower[n] == ","), None)
    if comma is None:
        return None
    for number in range(comma + 1, min(comma + 6, len(lower))):
        if lower[number] in _TEAMS:
            return number
        if lower[number] in ("<p>", ",") or lower[number] in _NOT_A_SUBJECT:
            return None
    return None


_OPENINGS = word_set("after following despite with armed 2-0 held already beaten ahead behind up down thrashed fresh")
_GIVES = families()["give"] | frozenset(("allowing", "allowed", "denying"))
_ON_CLUBS = (
    families()["beat"]
    | families()["host_verb"]
    | word_set(
        "play plays face faces meets host hosts visit visits met faced visited denied left kept saw leave deny face meet visit drew overtook leapfrogged"
    )
)
_BEFORE_A_CLUB = word_set(
    "the a an champions promoted relegated fancied leaders hosts visitors side rivals neighbours strugglers promoted relegated bottom top second third holders struggling fellow league mighty minnows <d> giants host home visiting title defending 10-man reigning bottom-placed second-placed big-spending basement table-topping premier championship division non-league conference bundesliga second-division first-division amateurs amateur"
)
_ROLE_NOUNS = (
    (families()["position"] - {"left", "right"})
    | families()["manager"]
    | word_set("fans supporters players defence bench goal box half keeper area")
)


_NOT_YET = word_set(
    "will can could would should if hope hopes hoping might may must unless needs need needing require requires chance looking aiming next tomorrow"
)
_MEETINGS = word_set(
    "match game fixture clash meeting tie encounter derby final showdown leg semi-final quarter-final one"
)


def _without_score(sentence: Sentence, at: int) -> Result | None:
    """Who beat, lost to or met whom, where no score is told: "X beat Y on penalties", "X v Y"."""
    lower = sentence.lower
    met = _met_in_words(lower, at)
    if met is not None:
        first, second, rule = met
        result = _met(sentence, at, first, second, None, rule)
        if rule == "enough_for":
            result.relation = "win"
        result.background = rule == "for_against" and scope_of(sentence, at)[0] in _OTHER_MATCHES
        return result
    ahead = lower[max(0, at - 9) : at]
    if "after" in ahead:
        ahead = ahead[len(ahead) - ahead[::-1].index("after") :]
    if set(ahead) & _NOT_YET or lower[at] in ("v", "vs", "versus", "between", "for"):
        return None
    polarity, target = _winner_without_score(sentence, at)
    if target is None:
        return None
    # "A header that guided X past Y" is X's win.
    owner = at - 1 if lower[at] == "past" and lower[at - 1] in _TEAMS else subject_club(sentence, at)
    if owner is None or owner == target:
        return None
    scope, _ = scope_of(sentence, at)
    result = _met(sentence, at, *((target, owner) if polarity == "loss" else (owner, target)), polarity, "met")
    result.scope, result.background = (scope, scope == "background") if scope in _OTHER_MATCHES else (None, False)
    if _is_at(lower, target):
        result.host = _club(sentence.mentions[target])
    return result


#: Scopes of results that are of no match of the day.
_OTHER_MATCHES = ("background", "perhaps", "last_week", "first_leg")


def _met(sentence: Sentence, at: int, first: int, second: int, polarity: str | None, rule: str) -> Result:
    relation = {None: None, "draw": "draw"}.get(polarity, "win")
    clubs = [_club(sentence.mentions[token]) for token in (first, second)]
    return Result(sentence, at, None, None, clubs[0], clubs[1], relation, rule, None, False, first, second)


def _met_in_words(lower: list[str], at: int) -> tuple[int, int, str] | None:
    """Clubs that only meet: "X v Y", "the match between X and Y", "scored for X against Y"."""
    word = lower[at]
    before = lower[at - 1] if at else ""
    either = "or" in (*lower[max(0, at - 2) : at - 1], *lower[at + 2 : at + 3])
    if word in ("v", "vs", "versus") and before == "<c>" and lower[at + 1 : at + 2] == ["<c>"] and not either:
        return at - 1, at + 1, "versus"
    if word == "between" and before in _MEETINGS and lower[at + 1 : at + 4] == ["<c>", "and", "<c>"]:
        return at + 1, at + 3, "between"
    if word == "for" and lower[at + 1 : at + 4] == ["<c>", "against", "<c>"]:
        return at + 1, at + 3, "for_against"
    if word == "for" and lower[at + 1 : at + 6] in (
        ["<c>", "at", "home", "to", "<c>"],
        ["<c>", "at", "home", "against", "<c>"],
    ):
        return at + 1, at + 5, "enough_for" if before == "enough" else "for_against"
    return None


#: A verb and the word behind it with which it means to beat: "saw off", "knocked out", "blew away".
_PARTICLE_OF = {
    "seeing": ("off",), "saw": ("off",), "see": ("off",), "knock": ("out",), "dump": ("out",), "blow": ("away",), "brush": ("aside",),
    "sweep": ("aside", "away"), "knocked": ("out",), "dumped": ("out",), "dumping": ("out",),
    "blew": ("away",), "blowing": ("away",), "blown": ("away",), "brushed": ("aside",), "brushing": ("aside",),
    "swept": ("aside", "away"), "sweeping": ("aside", "away"),
}  # fmt: skip
#: Verbs of going past an opponent.
_PAST = frozenset(
    form
    for verb in (
        "ease", "edge", "squeeze", "cruise", "sweep sweeps swept sweeping", "get gets got getting", "breeze", "stroll", "power",
        "scrape", "sail", "battle", "march", "sneak", "romp", "coast", "fight fights fought fighting", "slip slips slipped slipping",
        "steer", "fire", "guide", "see sees saw", "send sends sent sending", "scramble", "storm", "run runs ran running", "help",
        "take takes took taking", "lead leads led leading", "shoot shoots shot shooting",
    )
    for form in forms(verb)
)  # fmt: skip
_EARNED = word_set(
    "earned earn earning claimed claim claiming took take taking snatched snatch grabbed grab rescued rescue salvaged gained"
    " gain picked secured secure bagged collected left won stole nicked"
)
_NOUNS_OF_WINNING = frozenset(("victory", "win", "triumph", "success"))
_CONTESTS = frozenset(("thriller", "classic", "epic", "contest", "encounter", "tussle", "battle"))
_NOUNS_OF_LOSING = frozenset(("defeat", "loss", "reverse"))


def _winner_without_score(sentence: Sentence, at: int) -> tuple[str | None, int | None]:
    """Win, loss or draw that the word at a token tells of its subject, and the token of the opponent."""
    lower = sentence.lower
    word, behind = lower[at], lower[at + 1] if at + 1 < len(lower) else ""
    passive = _is_passive(lower, at)
    if word in _NOUNS_OF_WINNING:
        return "win", _opponent(sentence, at) if behind in ("at", "over", "against", "away") else None
    if word in _NOUNS_OF_LOSING:
        if lower[at + 1 : at + 5] == ["at", "the", "hands", "of"] or behind in ("by", "to", "against", "at"):
            return "loss", _opponent(sentence, at)
        return None, None
    if word in _CONTESTS:
        # "X edged a thriller with Y".
        verbs = set(lower[max(0, at - 6) : at])
        polarity = "win" if verbs & {"edged", "edge", "won", "win"} else "loss" if verbs & {"lost", "lose"} else None
        return polarity, _opponent(sentence, at) if polarity and behind in ("with", "against", "at") else None
    if word in ("points", "point"):
        earned = set(lower[max(0, at - 5) : at]) & _EARNED
        wins = word == "points" and "three" in lower[max(0, at - 2) : at]
        if not earned or behind not in ("at", "against", "from", "away") or not (wins or lower[at - 1] == "a"):
            return None, None
        return "win" if wins else "draw", _opponent(sentence, at)
    if word == "past":
        step = at - 1
        while step > 0 and lower[step] in ("<t>", "<c>", "just"):
            step -= 1
        return "win", _bare_club(sentence, at) if lower[step] in _PAST else None
    if word in ("better", "good", "strong", "much"):
        joint = {"better": "of"}.get(word, "for")
        leads = {"better": ("the",), "much": ("too",)}.get(word, ("too",))
        return "win", _bare_club(sentence, at + 1) if behind == joint and lower[at - 1] in leads else None
    if word in _PARTICLE_OF:
        if passive and behind in _PARTICLE_OF[word]:
            return "loss", _by_club(sentence, at, at)
        if behind in _PARTICLE_OF[word]:
            return "win", _object_club(sentence, at + 1, len(lower))
        target = _object_club(sentence, at, min(len(lower), at + 4))
        return "win", target if target is not None and lower[target + 1] in _PARTICLE_OF[word] else None
    if word == "won":
        return "win", _opponent(sentence, at) if behind in ("at", "against", "away") else None
    if word == "down":
        return "loss", _opponent(sentence, at) if lower[at - 1] in ("went", "go", "goes", "going", "gone") else None
    if word == "hosted":
        return None, _object_club(sentence, at, len(lower))
    if word == "held":
        return "draw", _by_club(sentence, at, at) if passive or behind in ("by", "at") else None
    if word in _BEAT or word == "beaten":
        if passive or (word == "beaten" and not _is_perfect(lower, at)):
            return "loss", _by_club(sentence, at, at)
        return "win", _object_club(sentence, at, len(lower))
    return ("loss" if word == "lost" else "draw"), _opponent(sentence, at)


def _bare_club(sentence: Sentence, at: int) -> int | None:
    """The club right behind a word, whatever adjectives stand before it, if it stands for itself."""
    lower = sentence.lower
    target = _object_club(sentence, at, len(lower))
    if target is None or lower[target + 1] == "'s" or lower[target + 1] in _ROLE_NOUNS or lower[target + 1] == "<p>":
        return None
    return target


def _is_perfect(lower: list[str], at: int) -> bool:
    """Whether a verb has "had", "have" right before it: "had (already) beaten X"."""
    have = ("had", "has", "have", "having")
    before = lower[at - 1] if at else ""
    return before in have or (
        at > 1 and lower[at - 2] in have and (before.endswith("ly") or before in ("already", "never", "also"))
    )


def _is_passive(lower: list[str], at: int) -> bool:
    """Whether a verb has "were", "being" before it, with at most an adverb between."""
    before = lower[at - 1] if at else ""
    adverb = before.endswith("ly") or before in ("well", "then", "also", "soundly")
    return before in _BE or (adverb and at > 1 and lower[at - 2] in _BE)
