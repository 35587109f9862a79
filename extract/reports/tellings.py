"""Tellings: the words of a sentence that tell a goal or a card, with whoever did it, when, and whether it is asserted.

Belongs here: what goals and cards share: finding the words by their list, denial, agents, handing out the minutes of a
sentence. Does not belong here: what the lists say (`lexicon/goals.toml`, `lexicon/cards.toml`), finding an agent
(`agents`), and for which club (`sides`).
"""

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from extract.reports.agents import (
    Agent,
    agents_behind,
    listed_after,
    names_a_ball,
    place_before,
    shot_behind,
    subject_of,
    when_agent,
)
from extract.reports.grounds import word_set
from extract.reports.phrases import Phrase, families, find
from extract.reports.tokens import Mention, Sentence


@dataclass(slots=True, eq=False)
class Telling:
    """Words that tell a goal or a card.

    start, end: tokens, the end excluded; entry: of the list; agents: candidates, best first; team: token of the club that
    is the subject; why_not: None when the words assert it; minute: the mention of its minute; goals: the score it led to;
    count: how many goals; club, club_basis: for whom it counts (`sides`); event: what else happened, which only competes
    for the minute.
    """

    sentence: Sentence
    start: int
    end: int
    entry: dict[str, Any]
    kind: str
    agents: list[Agent] = field(default_factory=list)
    team: int | None = None
    why_not: str | None = None
    minute: Mention | None = None
    goals: Mention | None = None
    count: int = 1
    penalty: bool = False
    own: bool = False
    club: str | None = None
    club_basis: str | None = None
    is_goal: bool = True
    event: bool = False

    @property
    def asserted(self) -> bool:
        return self.why_not is None

    def name(self) -> str | None:
        """The best candidate's name."""
        return None if not self.agents else self.agents[0].name or self.sentence.mentions[self.agents[0].index].name


_LED_TO = Phrase("(_|<m>|,){0,4}? (to make it|making it|for) (_){0,2} <s>")
_FROM_A_MAN = Phrase("(_|<d>|<c>|'s|<m>|n|-|<x>|,|(to|of)){0,9}? <prh>")
_CARD_FOR = Phrase("(_|,){0,3}? (for|to|of|against) (_|<d>|<c>|'s|,){0,6}? <pr>")
_SHOWS = frozenset(("show", "shows", "showed", "showing", "gave", "gives", "brandished", "produced", "flashed"))
_SHOWN_TO = Phrase("(to|at) (_|<d>|<c>|'s|,){0,6}? <pr>")
_CARD_OF_TEAM = Phrase("(_|,|<m>){0,3}? (for|were|was|:|,) (_|<d>|<c>|'s){0,5}? <p>")
_UNREAL = families()["unreal"]
_GOAL_NOUN, _SHOT_NOUN = families()["goal_noun"], families()["shot_noun"]
_BE = families()["be"]
_LEAD_STOPS = frozenset((",", ";", ".", ":", '"', "but", "when", "while", "who", "which", "after", "then", "<s>"))
_FOUND_ANYWAY = frozenset(["only", "long", "took", "seized", "grasped", "chance", "just"])


def spoken(sentence: Sentence) -> list[bool] | None:
    """For each token whether it is somebody's speech and not the reporter's; None when nothing is."""
    if not sentence.speech:
        return None
    return [any(low <= start < high for low, high in sentence.speech) for start in sentence.starts]


def denial(sentence: Sentence, start: int, end: int, kind: str) -> str | None:
    """Why words at tokens tell nothing that happened in this match; None if they do."""
    lower = sentence.lower
    number, steps = start - 1, 0
    while number >= 0 and steps < (_NEAR_NOUN if kind == "noun" else _NEAR_VERB):
        word = lower[number]
        if word in _LEAD_STOPS:
            break
        if _begins_clause(lower, number, start, kind, steps):
            break
        if word in ("before", "after") and lower[start].endswith("ing"):
            break
        if word in _UNREAL and not _is_real(lower, number, start, kind, steps):
            return "missed" if word in _FAILING else "hypothetical"
        number -= 1
        steps += 1
    before = lower[start - 1] if start else ""
    if before in ("has", "have") or (
        before in ("also", "now", "already", "only", "just") and start > 1 and lower[start - 2] in ("has", "have")
    ):
        return "season_tally"
    if before == "'ve":
        return "season_tally"
    if kind == "noun" and _POST_HIT.search(sentence.shape[max(0, start - 8) : start]):
        return "missed"
    if _OFFSIDE.search(sentence.shape[max(0, start - 14) : start]):
        return "disallowed"
    # "Scored in the first leg": the preposition may be the last of the words.
    behind = end - 1 if lower[end - 1] in ("in", "at", "during") else end
    after = sentence.shape[behind : behind + 16]
    if _CANCELLED.match(after):
        return "disallowed"
    if _KICKED_OFF.match(after):
        return "shootout"
    if _ELSEWHERE_AFTER.match(after):
        return "other_match"
    if _ELSEWHERE_BEFORE.search(sentence.shape[max(0, start - 14) : start]):
        return "other_match"
    return None


def _begins_clause(lower: list[str], number: int, start: int, kind: str, steps: int) -> bool:
    """Whether a name before the words is their subject, so that what stands before it speaks of something else."""
    if lower[number] not in _NAMED or kind in ("noun", "card_noun") or lower[number + 1] in _AUX_BEHIND:
        return False
    bound = lower[start].endswith("ing") or lower[start] == "to" or kind == "object" or lower[start - 1] == "from"
    return not bound or (steps > 0 and lower[start - 1] != "from")


def _is_real(lower: list[str], number: int, start: int, kind: str, steps: int) -> bool:
    """Whether an unreal word is so used that the words behind it did happen: "could only watch as", "took the chance to"."""
    word, behind = lower[number], lower[number + 1]
    return (
        (word in ("could", "can") and behind in ("only", "not", "do"))
        or (
            (word in ("needed", "needs", "need") and "<m>" in lower[number : start + 1])
            or (behind in ("only", "just") and word == "needed")
        )
        or (
            word in ("chance", "opportunity", "chances")
            and any(
                w in ("took", "taking", "seized", "grabbed", "grasped", "most")
                for w in lower[max(0, number - 6) : number]
            )
        )
        or (word == "not" and behind in ("to", "long", "only", "before", "surprisingly", "without", "take"))
        or (word in ("didn't", "not") and "long" in lower[number : start + 1])
        or (word in ("no", "not") and kind in ("noun", "act", "shot") and steps > 3)
        or (word == "until" or word == "yet")
        or (word in ("only", "only-"))
        or (word in ("stop", "prevent", "stopping", "preventing", "deny", "stopped") and "<p>" in lower[number:start])
    )


#: How far before words an unreal one still speaks of them: "he was hoping to score", "hopes of a goal".
_NEAR_NOUN, _NEAR_VERB = 5, 9
_FAILING = frozenset(["failed", "fail", "fails", "failing", "unable"])
_NAMED = frozenset(("<p>", "<h>", "<r>", "<c>", "<t>"))
_AUX_BEHIND = word_set("""
could should might would nearly almost failed must may can will was were had never did didn't couldn't cannot
""")


_CANCELLED = Phrase(
    "(~){0,9}? (disallowed|(ruled|chalked) (out|off|offside)|flagged|overturned|"
    "(only|but) (to (see|have|find)|it|his (effort|shot|header|strike)|the (_){0,2} (goal|effort|strike|flag|linesman|assistant|referee)|was|had|for) "
    "(~){0,6} (wide|over|offside|saved|disallowed|{post}|blocked|cleared|save|ruled|flag|flagged|penalised|foul)|"
    "(that|which) (_){0,2} (flew|went|hit|struck|sailed|drifted|was|clipped|came) ((?!{clause}) _){0,3} (wide|over|saved|blocked|cleared|against|{post})|"
    "but ran out of|"
    "(and|but|only to) (come|came|bounce|bounced|rebound|rebounded|cannon|cannoned|thud|thudded|spin|spun|roll|rolled|hit|struck|strike) "
    "(back|out|away|along)? ?(off|against|from|onto|on to)? ?(the|a) ((?!{clause}) _){0,4} ({post}|line)|"
    "(and|but|only to) (saw|see|watched) (it|the ball|his (_){0,2} {struck}) (_){0,2} (drop|land|go|hit|come|roll|drift|fly|strike|clip|bounce|cleared|saved|blocked) "
    "((?!{clause}) _){0,4} (wide|over|onto|on to|{post}|back|roof|line|past)|"
    "(but|only) (_){0,2} (the|an) (_){0,3} (flag|whistle|linesman|assistant)|"
    "only for (~){0,9} (offside|out)|before (_|<p>){0,4} (cleared|blocked)|wide$)"
)


_ELSEWHERE_AFTER = Phrase(
    "((?!{win_noun}|{draw_noun}|{loss_noun}) (_|<m>|<c>|<d>|<x>|<s>|'s|n|W)){0,11}? (in the (first|opening|previous|last|reverse) (leg|game|match|meeting|round|tie|fixture)|in (the|a|their|last|this|his) (_|W|'s|n|<c>){0,4} (first-leg|win at|previous|qualifying|group stage|qualifiers|semi-final|quarter-final|final of)|first-leg|in (the|a|their|his) (_|<s>|<c>|'s){0,4} ({draw_noun}|{win_noun}|{loss_noun}) (_|<c>|<x>){0,4} (last (week|season|month|year|weekend)|a (week|fortnight|month) ago|in the (first leg|reverse fixture))|in last (week|weekend|month|year|season|sunday|saturday|wednesday|tuesday|thursday|monday|friday) 's|(when|the last time) (_|<c>|<t>){1,5} (last met|met last|last played)|last (season|week|month|year|weekend|time|term|saturday|sunday|tuesday|wednesday|friday|monday|thursday|summer) (?! 's)|ago|at the weekend|earlier (this|in the) (season|month|week|year|campaign)|in Y|at the (_|n|W){0,3} (world cup|euros|finals|olympics)|per (game|match))"
)


_ELSEWHERE_BEFORE = Phrase(
    "(last (season|week|month|year|weekend|time|term|saturday|sunday|tuesday|wednesday|friday|monday|thursday|summer)|in the (first|opening|previous|reverse) (leg|game|match|meeting|fixture)|first-leg|in Y|(weeks|months|years|days) ago|previous (_){0,2}(game|match|meeting|round|leg)|since (Y|january|february|march|april|may|june|july|august|september|october|november|december|then)|Y (~){0,8} where|(in|during|against) (_|<c>){0,3} Y) (,|_|<p>|<h>|who|had|<c>){0,6}$"
)


_KICKED_OFF = Phrase("(_|<m>|<p>|<c>){0,5}? (in|during) (the|a) (_){0,2} (shoot-out|shootout)")
#: "Hit the bar with the penalty".
_POST_HIT = Phrase(
    "(hit|hits|hitting|struck|strikes|clipped|rattled|shook|found|grazed|thumped) (the|a) (_){0,3} {post}$"
)
_OFFSIDE = Phrase(
    "(flagged|ruled|caught|given|adjudged|deemed|was|were|judged) (to be)? ?(just|marginally)? ?offside (_){0,2} (after|before|when|as|for)"
)


_TAKERS = frozenset(("taker", "takers"))
_SHOOTOUT = frozenset(["shoot-out", "shootout", "shoot-outs", "kicks"])


def is_shootout(sentence: Sentence) -> bool:
    """Whether a sentence speaks of kicks after extra time."""
    lower = sentence.lower
    return (
        bool(_SHOOTOUT & set(lower))
        or (bool(_TAKERS & set(lower)) and "spot-kick" not in lower)
        or any(
            word in ("penalties", "spot-kicks", "pens")
            and lower[max(0, n - 2) : n]
            and lower[n - 1] in ("on", "to", "via", "after", "ensuing", "of", "in")
            for n, word in enumerate(lower)
        )
    )


def find_tellings(sentence: Sentence) -> list[Telling]:
    """Tellings of goals and cards in a sentence whose mentions are placed and resolved, in order, minutes handed out."""
    shaped = sentence.shape
    speech = spoken(sentence)
    found: list[Telling] = []
    for start, end, entry, _ in find("goals", shaped):
        if speech is not None and speech[start]:
            continue
        telling = _goal(sentence, start, end, entry, found)
        if telling is not None:
            found.append(telling)
    found = _without_consequences(found)
    for start, end, entry, _ in find("cards", shaped):
        if speech is not None and speech[start]:
            continue
        telling = _card(sentence, start, end, entry)
        if telling is not None:
            found.append(telling)
    _drop_missed(found)
    _drop_disallowed(found)
    found = _members_apart(found)
    _mark_one_of_several(sentence, found)
    listed = _listed_more(sentence, found)
    found.extend(listed)
    found.sort(key=lambda one: (one.start, one.end))
    _hand_minutes(sentence, found, speech)
    return found


_OTHER_LIST = word_set("""
sub subs substitute substitutes substitutions replaced sent dismissed booked bookings booking caution cautions cautioned cards card
attendance att referee yellow red unused ratings
""")


def _goal(sentence: Sentence, start: int, end: int, entry: dict[str, Any], before: list[Telling]) -> Telling | None:
    """The telling of a goal that an entry finds at tokens; `before` are those found before it in the sentence."""
    lower, kind = sentence.lower, entry["kind"]
    telling = Telling(
        sentence,
        start,
        end,
        entry,
        kind,
        count=entry.get("count", 1),
        penalty=entry.get("penalty", False),
        own=kind == "own",
    )
    if entry.get("not"):
        telling.why_not = entry["not"]
        return telling
    first = lower[start]
    if kind == "listed":
        return _listed(sentence, telling) or _in_turn(sentence, telling, before)
    if kind == "passive":
        telling.kind = kind = "act"
    elif _is_noun_here(lower, start, first, kind):
        return None
    if first == "net" and kind == "score" and (start == 0 or lower[start - 1] not in ("to", "could", "would", "and")):
        return None
    if entry["rule"] == "score_with_scorer":
        telling.penalty = bool({"pen", "penalty"} & set(lower[end - 2 : end + 1]))
    if entry.get("more") and not any(t.asserted and t.is_goal and t.agents for t in before):
        return None
    telling.why_not = denial(sentence, start, end, kind)
    span = lower[start:end]
    if (
        not telling.penalty
        and any(word in ("spot", "spot-kick", "penalty") for word in lower[start : end + 5])
        and _from_spot(lower, start, end)
    ):
        telling.penalty = True
    if kind != "own" and "own" in span and any(w in ("net", "goal", "own-goal") for w in span):
        telling.own = True
    if kind == "act" and lower[end - 1] == "<r>" and "own" in sentence.words[end - 1].lower().split():
        telling.own = True
    for number in range(start, min(end, len(lower))):
        if lower[number] == "<s>":
            telling.goals = sentence.mentions[number]
    if telling.goals is None:
        match = _LED_TO.match(sentence.shape[end : end + 9])
        if match:
            telling.goals = sentence.mentions[end + match.end() - 1]
    _agents_of_goal(telling)
    if telling.count == 1 and kind in ("noun", "score", "result") and telling.agents and len(telling.agents) == 1:
        telling.count = _counted(lower, start, end)
    elif telling.count > 1 and len(telling.agents) > 1 and not _EACH & set(lower[max(0, start - 1) : end + 2]):
        telling.count = max(1, telling.count // len(telling.agents))
    from_a_man = kind == "noun" and bool(telling.agents) and telling.agents[0].link == "agent"
    if telling.why_not == "hypothetical" and from_a_man and _NEEDED & set(lower[max(0, start - 4) : start]):
        # "They needed a late goal from X to win": so they had it.
        telling.why_not = None
    return telling


_EACH = frozenset(("each", "apiece", "both"))
_NEEDED = frozenset(("needed", "needs", "needing", "required"))
_TREBLES = frozenset(("hat-trick", "hattrick", "treble"))


def _counted(lower: list[str], start: int, end: int) -> int:
    span = lower[start:end]
    if "brace" in span or "double" in span:
        return 2
    if _TREBLES & set(span):
        return 3
    if not any(w in ("goals", "strikes", "headers", "penalties", "efforts", "finishes") for w in span):
        return 1
    for word, n in (("two", 2), ("2", 2), ("three", 3), ("3", 3), ("four", 4), ("both", 2), ("five", 5), ("brace", 2)):
        if word in span or word in lower[max(0, start - 2) : start]:
            return n
    return 1


def _from_spot(lower: list[str], start: int, end: int) -> bool:
    """Whether the words say "from the spot", "with a penalty": the area, an appeal, a penalty won are none."""
    for number in range(start, min(end + 5, len(lower))):
        word = lower[number]
        if number >= end and word in (",", ".", ";", "after", "when", "and", "but", "<p>"):
            return False
        if word in ("spot", "spot-kick", "penalty"):
            behind = lower[number + 1] if number + 1 < len(lower) else ""
            before = lower[number - 1]
            if word == "penalty" and behind == "spot":
                return True
            if behind in ("area", "box", "appeal", "appeals", "shout", "claims", "arc"):
                return False
            if word == "spot":
                return before in ("the", "penalty")
            return True
    return False


def _is_noun_here(lower: list[str], start: int, first: str, kind: str) -> bool:
    """Whether a word that may be a verb is a noun by what stands before it: "the final score", "a strike"."""
    if kind in ("noun", "shot", "own", "listed") or start == 0:
        return False
    before = lower[start - 1]
    if first in _EITHER and (
        before in _DET
        or before
        in (
            "final",
            "'s",
            "half-time",
            "aggregate",
            "low",
            "fine",
            "superb",
            "first",
            "long-range",
            "no",
            "of",
            "with",
            "for",
        )
    ):
        return not (first == "score" and before == "to")
    if first in _NOUN_OR_VERB:
        number = start - 1
        while number > 0 and start - number < 5 and lower[number] not in _LITTLE and not lower[number].startswith("<"):
            number -= 1
            if lower[number] in _DET and lower[number] not in ("what", "one", "that"):
                return True
    return first == "scoring" and (before in _DET or before == "'s")


_NOUN_OR_VERB = frozenset(("finish", "strike", "volley", "drive", "chip", "lob", "flick", "blast", "touch"))
_DET = families()["det"]
_LITTLE = families()["little"]
_EITHER = word_set("""
score scores net nets strike strikes head drive drives finish finishes shot volley lob chip header hit level double
touch cross pass strike place turn lead take go force power open start kick shoot block punch rocket blast flick cut
win draw
""")


def _agents_of_goal(telling: Telling) -> None:
    """Fills in who a telling says scored, and which side is its subject."""
    kind = telling.kind
    if kind == "shot":
        telling.agents = _owner(telling.sentence, telling.start, _inside(telling), subject=True)
    elif kind == "object":
        _agents_named_last(telling)
    elif kind == "own":
        _agents_of_own_goal(telling)
    elif kind == "noun":
        _agents_of_noun(telling)
    elif kind == "team":
        _agents_of_team(telling)
    else:
        _agents_of_deed(telling)
    weakest = telling.entry.get("strength", 1)
    for agent in telling.agents:
        agent.strength = max(agent.strength, weakest)


def _inside(telling: Telling) -> list[int]:
    """The tokens of men within the telling words."""
    lower = telling.sentence.lower
    return [n for n in range(telling.start, telling.end) if lower[n] in ("<p>", "<r>", "<h>")]


def _is_plural(telling: Telling) -> bool:
    return bool(_PLURALS & set(telling.sentence.lower[telling.start : telling.end]))


def _agents_named_last(telling: Telling) -> None:
    inside = _inside(telling)
    if not inside:
        return
    telling.agents = [Agent(inside[-1], "agent", 1)]
    if _SEVERAL & set(telling.sentence.lower[telling.start : telling.end]):
        telling.agents = listed_after(telling.sentence, inside[-1], "agent", 1, True)


_SEVERAL = frozenset(("two", "three", "goals", "both", "scorers", "goalscorers", "marksmen", "were"))


def _agents_of_own_goal(telling: Telling) -> None:
    sentence, start, end = telling.sentence, telling.start, telling.end
    lower, verb, inside = sentence.lower, sentence.lower[start], _inside(telling)
    subject = None if verb in _OWN_THING else subject_of(sentence, start, verb)
    behind = agents_behind(sentence, end, "noun")
    if behind:
        telling.agents = behind
        return
    owners = [n for n in inside if lower[n + 1 : n + 2] == ["'s"]]
    named = [n for n in inside if n not in owners]
    if owners and subject is None:
        telling.agents = [Agent(owners[0], "possessive", 1)]
    elif named and subject is None:
        telling.agents = [Agent(named[-1], "possessive", 1)]
    elif subject is not None:
        telling.agents, telling.team = subject.people, subject.team
    else:
        owner = _owner(sentence, start, [])
        if not owner and start and lower[start - 1] == "<p>":
            owner = [Agent(start - 1, "subject", 1)]
        telling.agents = owner or subject_of(sentence, start, "scored").people


_OWN_THING = frozenset(("own", "own-goal", "own-goals", "an", "a", "the", "<m>"))


def _agents_of_noun(telling: Telling) -> None:
    sentence, start, end = telling.sentence, telling.start, telling.end
    lower, inside, plural = sentence.lower, _inside(telling), _is_plural(telling)
    owners = [n for n in inside if lower[n + 1 : n + 2] == ["'s"] and lower[n] != "<h>"]
    if owners and (lower[owners[0] - 1] not in _SOURCE or owners[0] == start or telling.entry["rule"] == "conceded_to"):
        telling.agents = [Agent(owners[0], "possessive", 1)]
        return
    behind = next((n for n in range(start, end) if lower[n] in _FROM and any(i > n for i in inside)), None)
    if lower[end - 1] in _FROM:
        back = _next_man(sentence, end, plural)
    elif behind is not None:
        back = _next_man(sentence, behind + 1, plural)
    else:
        owned = lower[start] in ("his", "her") and lower[end : end + 1] != ["from"]
        back = _owner(sentence, start + 1, []) if owned else agents_behind(sentence, end, "noun", plural)
    if back:
        telling.agents = back
        return
    if (
        inside
        and not set(lower[inside[-1] + 1 : end]) & _PHRASE_ENDS
        and lower[end - 1] in _GOAL_NOUN | _SHOT_NOUN | _CONSEQUENCE
    ):
        # "A late X header", "an X hat-trick".
        telling.agents = [Agent(inside[-1], "possessive", 1)]
        return
    owner = _owner(sentence, start, [])
    if owner:
        telling.agents = owner
        return
    subject = subject_of(sentence, start, "scored")
    telling.team = subject.team
    # A goal beside a man is his only where he has it: "X with the winner", "X grabbing the opener".
    before = lower[start - 1] if start else ""
    if before in _HAVING or (lower[start] == "with" and telling.entry["rule"] in ("with_goals", "with_a_penalty")):
        telling.agents = [Agent(a.index, a.link, max(2, a.strength), a.member) for a in subject.people]


_SOURCE = frozenset(("from", "after", "off", "following", "to", "of"))
_PHRASE_ENDS = frozenset((",", "from", "by", "after", "in", "and", "when", "to", "of", "with", "for"))
_HAVING = frozenset(
    (
        "with",
        "grabbing",
        "getting",
        "got",
        "had",
        "scored",
        "for",
        "grabbed",
        "headed",
        "hit",
        "netted",
        "including",
        "them",
        "which",
    )
)
_CONSEQUENCE = families()["gave"]
_STRUCK = families()["struck"]


def _agents_of_team(telling: Telling) -> None:
    sentence, start, end = telling.sentence, telling.start, telling.end
    lower = sentence.lower
    telling.team = subject_of(sentence, start, lower[start]).team
    last = lower[end - 1]
    owners = [n for n in _inside(telling) if lower[n + 1] == "'s"]
    if owners:
        telling.agents = [Agent(owners[-1], "possessive", 1)]
    elif last in ("through", "via", "when", "from", "courtesy", "as", "with", "after") or (
        last == "by" and lower[end - 2] in _STRUCK | _GOAL_NOUN
    ):
        telling.agents = _next_man(sentence, end)
        if last in ("when", "as", "with", "after"):
            telling.agents = [Agent(a.index, a.link, 2, a.member) for a in telling.agents]
    else:
        telling.agents = agents_behind(sentence, end, "team") or when_agent(sentence, end)


def _agents_of_deed(telling: Telling) -> None:
    """The subject of a verb, or whom "by" names behind a passive one; a side does it through somebody."""
    sentence, start, end, kind = telling.sentence, telling.start, telling.end, telling.kind
    lower, verb = sentence.lower, sentence.lower[start]
    if kind == "act" and lower[start] == "<p>" and lower[start + 1] == "'s" and not agents_behind(sentence, end, "act"):
        # "X's penalty, dispatched after the interval".
        telling.agents = [Agent(start, "possessive", 1)]
        return
    subject = subject_of(sentence, start, verb)
    telling.team = subject.team
    by_side = subject.team is not None or not subject.people or subject.people[0].strength == 3
    if kind in ("score", "result") and lower[end - 1] in _FROM and (by_side or verb in _COUNTS):
        telling.agents = _next_man(sentence, end, _is_plural(telling))
        if telling.agents:
            return
    if telling.entry.get("undergone"):
        telling.agents = subject.people
        return
    passive = _is_passive(lower, start, end)
    by = [] if kind == "act" and lower[end - 1] == "by" else agents_behind(sentence, end, "act")
    if lower[end - 1] == "by":
        by = _next_man(sentence, end)
    if by and (passive or (by_side and (verb.endswith("ed") or verb in ("put", "hit", "swept", "driven", "shot")))):
        telling.agents = by
        return
    telling.agents = subject.people
    if kind != "act" and by_side:
        behind = agents_behind(sentence, end, "score")
        if not behind and (kind == "result" or subject.team is not None):
            behind = when_agent(sentence, end)
        if behind:
            telling.agents = behind
        elif subject.team is not None and kind == "score" and _inside(telling):
            telling.agents = []
    owned = bool(telling.agents) and telling.agents[0].link == "possessive"
    if kind == "act" and passive and not (owned and _STRUCK & set(lower[telling.agents[0].index : start])):
        # "The ball was headed in": nobody is told; the subject is the ball.
        telling.agents = []


_COUNTS = frozenset(["two", "three", "four", "both", "a", "an", "one"])


def _is_passive(lower: list[str], start: int, end: int) -> bool:
    before = lower[start - 1] if start else ""
    return (
        before in _BE
        or (before.endswith("ly") and start > 1 and lower[start - 2] in _BE)
        or before in ("been", "being", "got", "get")
        or bool(_BE & set(lower[start + 1 : end]))
        or lower[end - 1] == "by"
    )


_FROM = frozenset(("from", "by", "through", "via"))
_PLURALS = word_set("""
goals strikes headers efforts penalties finishes volleys one two both three
""")


def _next_man(sentence: Sentence, at: int, plural: bool = False) -> list[Agent]:
    """The men named next behind "from", "by" or "through", told in one go."""
    match = _FROM_A_MAN.match(sentence.shape[at : at + 14])
    if match is None:
        return []
    index = at + match.end() - 1
    lower = sentence.lower
    if index + 1 < len(lower) and lower[index + 1] == "'s" and not shot_behind(lower, index + 2):
        return []
    return [] if names_a_ball(lower, index) else listed_after(sentence, index, "agent", 1, plural)


def _owner(sentence: Sentence, start: int, inside: list[int], subject: bool = False) -> list[Agent]:
    """Whose goal or shot the words speak of: "X's low header", "his header", "a header from X"; else the subject."""
    lower = sentence.lower
    number = start
    while number > 0 and start - number < 8:
        number -= 1
        word = lower[number]
        if word == "'s" and number and lower[number - 1] in ("<p>", "<r>"):
            return [Agent(number - 1, "possessive", 1)]
        if word in ("his", "her"):
            # The subject of the clause; in "X's brace ... his second", whoever was spoken of.
            found = subject_of(sentence, number, "scored")
            if found.people:
                return [Agent(a.index, "pronoun", min(2, a.strength)) for a in found.people[:1]]
            before = sentence.found.get("before")
            return [Agent(number, "pronoun", 2, 1, before)] if before else []
        if word in _DET or word in (",", ".", ";") or word in _LITTLE or word.startswith("<"):
            break
    if inside:
        at = inside[0]
        if lower[at - 1] in ("from", "by") or lower[at + 1 : at + 2] == ["'s"]:
            return [Agent(at, "agent", 1)]
    if "whose" in lower[max(0, start - 4) : start]:
        step = start - 1 - lower[max(0, start - 4) : start][::-1].index("whose") - 1
        while step >= 0 and lower[step] == ",":
            step -= 1
        if step >= 0 and lower[step] in ("<p>", "<r>"):
            return [Agent(step, "relative", 1)]
    if subject:
        found = subject_of(sentence, start, "shot")
        near = "with" in lower[max(0, start - 4) : start]
        return [Agent(a.index, a.link, 2 if a.strength < 3 or near else 3) for a in found.people[:1]]
    return []


def _listed(sentence: Sentence, telling: Telling) -> Telling | None:
    """A name with its minute in a list of scorers."""
    lower = sentence.lower
    minute = next(m for m in sentence.mentions[telling.start : telling.end] if m is not None and m.tag == "m")
    if minute.rule not in ("listed", "minute_mark", "plus_stoppage", "bracketed", "mark") and sentence.kind not in (
        "list",
    ):
        return None
    if minute.rule == "listed_change" or minute.minute is None:
        return None
    if sentence.kind == "prose" and minute.rule != "listed":
        return None
    words = set(lower)
    label = words & _OTHER_LIST
    if label and not words & {"goals", "goal", "scorers", "scorer"}:
        return None
    if label:
        # "Goals: ... Booked: ..." in one line: the nearest label before the name counts.
        for number in range(telling.start, -1, -1):
            if lower[number] in _OTHER_LIST:
                return None
            if lower[number] in ("goals", "goal", "scorers", "scorer"):
                break
    people = sum(word == "<p>" for word in lower)
    if people > 14 and not words & {"goals", "goal", "scorers", "scorer"}:
        return None
    bracketed = (
        lower[telling.start - 1] == "(" and lower[telling.end : telling.end + 1] == [")"]
        if telling.start > 1
        else False
    )
    if bracketed and lower[telling.start - 2] in ("<p>", "<m>"):
        # A substitution: "X (Y 64)".
        return None
    telling.agents = [Agent(telling.start, "list", 1)]
    telling.minute = minute
    behind = lower[telling.end : telling.end + 4]
    telling.own = "og" in behind or "own" in behind[:2] or ("o" in behind and "g" in behind)
    telling.penalty = bool({"pen", "p", "pens", "penalty"} & set(behind[:3])) or "pen" in minute.surface.lower()
    telling.own = telling.own or "og" in minute.surface.lower() or "own" in minute.surface.lower()
    return telling


def _in_turn(sentence: Sentence, telling: Telling, before: list[Telling]) -> Telling | None:
    """A further man with his minute behind a goal told in full: "X scored in the 10th minute, Y in the 20th"."""
    lower, start, end = sentence.lower, telling.start, telling.end
    minute = sentence.mentions[end - 1]
    told = any(t.asserted and t.is_goal and t.agents for t in before)
    if (
        not told
        or sentence.kind != "prose"
        or lower[max(0, place_before(lower, start))] not in ("and", ",", ";", "then", "while")
        or minute.minute is None
    ):
        return None
    if end - start > 2 or (end < len(lower) and lower[end] not in ("and", ",", ".", ";", "-", "to")):
        return None
    telling.agents = [Agent(start, "subject", 1)]
    telling.minute = minute
    return telling


def _drop_disallowed(found: list[Telling]) -> None:
    """Takes back how a goal that did not count was scored: "had the ball in the net when X headed home"."""
    for first, second in pairwise(found):
        if (
            first.why_not == "disallowed"
            and second.is_goal
            and second.asserted
            and first.sentence.lower[first.start] != "thought"
        ):
            gap = first.sentence.lower[first.end : second.start]
            if len(gap) <= _NEAR and {"as", "when", "through", "with"} & set(gap) and not {"but", "until"} & set(gap):
                second.why_not = "disallowed"


def _drop_missed(found: list[Telling]) -> None:
    """Takes back a man whose clause turns out to tell a miss: "went behind, with X heading wide"."""
    for telling in found:
        if (
            telling.is_goal
            and telling.kind in ("team", "result", "score")
            and telling.agents
            and telling.agents[0].strength == 2
        ):
            at = telling.agents[0].index
            if at >= telling.end and any(
                t.why_not in ("missed", "saved", "disallowed") and at < t.start < at + 12 for t in found
            ):
                telling.agents = []


def _listed_more(sentence: Sentence, found: list[Telling]) -> list[Telling]:
    """Further minutes behind a name in a list: "Raul 12, 58"."""
    more = []
    lower, size = sentence.lower, len(sentence.lower)
    for telling in found:
        if telling.kind != "listed" or telling.why_not:
            continue
        number = telling.end
        while number + 1 < size and lower[number] in (",", "and", "pen", "(", ")", "p", "&"):
            if lower[number + 1] == "<m>" and sentence.mentions[number + 1].minute is not None:
                minute = sentence.mentions[number + 1]
                extra = Telling(
                    sentence,
                    number + 1,
                    number + 2,
                    telling.entry,
                    "listed",
                    [Agent(telling.start, "list", 1)],
                    minute=minute,
                )
                extra.penalty = bool({"pen", "p", "pens"} & set(lower[number + 2 : number + 5]))
                more.append(extra)
                number += 2
            else:
                number += 1
    return more


_ONE_A_PENALTY = Phrase(
    "(_|<m>|,|<c>|<t>|'s|<x>|<s>|<d>|<p>){0,14}? (,|-|<(>) (one|(the|his|her) (first|second|third|last|latter|other|opener|winner)) "
    "(of (them|<t>|which|those))? ?(_|-|,|<m>){0,5}? (a|from (the|a)|the|coming from the) (_|-){0,3} {kick_noun}"
)


def _mark_one_of_several(sentence: Sentence, found: list[Telling]) -> None:
    """One of a man's goals may be told to be a penalty: "scored twice, the first from the spot"."""
    for telling in found:
        several = telling.count > 1 or {"goals", "all", "both"} & set(sentence.lower[telling.start : telling.end])
        if not (telling.is_goal and telling.asserted and several and len(telling.agents) == 1):
            continue
        if _ONE_A_PENALTY.match(sentence.shape[telling.end : telling.end + 30]):
            telling.penalty = True


_NEAR = 20


def _without_consequences(found: list[Telling]) -> list[Telling]:
    """Joins what only says what a goal told before it led to ("headed in to make it 2-0") to that goal."""
    kept: list[Telling] = []
    for telling in found:
        previous = next(
            (t for t in reversed(kept) if t.why_not is None and t.kind in ("act", "score", "shot", "noun", "own")), None
        )
        if telling.entry.get("consequence") and telling.why_not is None and previous is not None:
            lower = telling.sentence.lower
            gap = lower[previous.end : telling.start]
            verb = lower[telling.start]
            follows = (gap and gap[-1] == "to") or verb.endswith("ing") or (gap and gap[-1] in ("that", "which"))
            fresh = (
                any(
                    w == "<p>" and gap[n - 1 : n] not in (["from"], ["past"], ["beyond"], ["off"])
                    for n, w in enumerate(gap)
                )
                or "<h>" in gap
                or "only" in gap
                or _LETTING & set(gap)
                or "when" in gap
                or "before" in gap
                or "and" in gap[-2:]
            )
            close = (
                telling.kind == "team"
                and not telling.agents
                and len(gap) <= 3
                and not set(gap) & {",", "before", "and", "but"}
            )
            if (follows and len(gap) < _NEAR and not fresh) or close:
                previous.goals = previous.goals or telling.goals
                previous.end = max(previous.end, telling.end)
                continue
        kept.append(telling)
    return kept


_LETTING = frozenset(("allowing", "allowed", "enabling", "letting", "leaving"))
_STRONG_BREAK = frozenset(
    ("before", "after", "when", "while", "as", "until", "and", "but", "then", "who", "with", "which", "-")
)
_FARTHEST, _OPENING = 24, 4
_EVENTS = Phrase(
    "(came on|comes on|replaced|introduced|substituted|brought on|sent on|limped off|went off|carried off|((?<!half|only|partially|poorly|initially|partly) (saved|denied|blocked|cleared|parried|tested|threatened|forced))|trailed|trailing|led by)"
)


def _hand_minutes(sentence: Sentence, tellings: list[Telling], speech: list[bool] | None) -> None:
    """Hands each minute to the nearest telling of its clause; a telling has one."""
    lower = sentence.lower
    minutes = [
        (n, m) for n, m in enumerate(sentence.mentions)
        if m is not None and m.tag == "m" and not (speech is not None and speech[n]) and (m.minute is not None or m.later is not None)
        and not _is_bound(m, lower[n - 1] if n else "") and lower[n + 1 : n + 2] not in _OF_ANOTHER_EVENT
    ]  # fmt: skip
    open_tellings = [t for t in tellings if t.minute is None and t.kind != "listed"]
    if not minutes or not open_tellings:
        return
    others = [(m.start(), m.end()) for m in _EVENTS.finditer(sentence.shape)]
    others = [(a, b) for a, b in others if not any(t.start < b and a < t.end for t in open_tellings)]
    claims = []
    taken = {id(telling.minute) for telling in tellings if telling.minute is not None}
    minutes = [(at, minute) for at, minute in minutes if id(minute) not in taken]
    first = min(telling.start for telling in tellings)
    for at, minute in minutes:
        costs = []
        for order, telling in enumerate(open_tellings):
            costs.append((_cost(lower, telling.start, _reach(telling), at, at < first), order))
        event = min((_cost(lower, a, b, at, at < first) for a, b in others), default=99)
        cost, order = min(costs)
        if event < cost and cost > 3:
            continue
        if cost <= _FARTHEST:
            claims.append((cost, order, at, minute))
    claims.sort(key=lambda c: c[:3])
    _share_opening(lower, claims, open_tellings)
    at_of: dict[int, list[tuple[int, Mention]]] = {}
    for _, order, at, minute in claims:
        if open_tellings[order].minute is None:
            open_tellings[order].minute = minute
            at_of[order] = [(at, minute)]
        elif _is_coordinated(lower, at_of[order][-1][0], at, open_tellings[order].end):
            at_of[order].append((at, minute))
    for order, given in at_of.items():
        if len(given) > 1:
            tellings.extend(_more_goals(open_tellings[order], sorted(given, key=lambda one: one[0])))


def _share_opening(lower: list[str], claims: list[tuple[int, int, int, Mention]], tellings: list[Telling]) -> None:
    """Gives the one minute that opens a sentence to the goal, not to the save or miss that led to it."""
    if len(claims) != 1 or claims[0][2] > _OPENING or tellings[claims[0][1]].why_not not in ("saved", "missed"):
        return
    cost, order, at, minute = claims[0]
    later = next((n for n, t in enumerate(tellings) if n > order and t.asserted and t.is_goal and t.agents), None)
    if later is not None and not _OTHER_TIME & set(lower[tellings[order].end : tellings[later].start]):
        claims[0] = (cost, later, at, minute)


_OTHER_TIME = frozenset(("but", "before", "until", "later", "after", "then", ";"))
_OF_ANOTHER_EVENT = tuple(
    [word]
    for word in [
        "substitute",
        "sub",
        "substitution",
        "replacement",
        "introduction",
        "booking",
        "dismissal",
        "red",
        "yellow",
        "sending-off",
        "injury",
        "change",
        "caution",
    ]
)


def _is_bound(minute: Mention, before: str) -> bool:
    """Whether a number only says by when: "2-0 up inside twenty minutes", "by the 30th minute"."""
    if before == "by" or minute.surface.lower().startswith("by "):
        return True
    return (
        minute.minute is not None
        and minute.minute % 5 == 0
        and minute.surface.lower().startswith(("inside ", "within "))
    )


_NEW_CLAUSE = frozenset(("<p>", "<c>", "<t>", "<h>", "<r>", "when", "the", "a", "it"))
_JOINING = frozenset(("and", ",", "in", "the", "on", "both", "&", "then", "again", "after"))


def _is_coordinated(lower: list[str], first: int, second: int, end: int) -> bool:
    """Whether two minutes are told in one go: "on 12 and 58 minutes". Telling words end before token `end`."""
    low, high = sorted((first, second))
    if low >= end - 1 and high + 1 < len(lower) and lower[high + 1] in _NEW_CLAUSE:
        # "In the 12th minute, and ten minutes later Y ...".
        return False
    return high - low <= 5 and set(lower[low + 1 : high]) <= _JOINING


def _more_goals(telling: Telling, minutes: list[tuple[int, Mention]]) -> list[Telling]:
    """Further tellings for the further minutes of one: of the same man, or of the men told with him, one each in turn."""
    if not telling.is_goal or not telling.asserted or not telling.agents:
        return []
    members = sorted({agent.member for agent in telling.agents}, key=lambda m: _first_index(telling, m))
    telling.minute = minutes[0][1]
    if len(members) != len(minutes):
        return [replace(telling, minute=minute) for _, minute in minutes[1:]] if len(members) == 1 else []
    more = [
        replace(telling, minute=minute, agents=_of_member(telling, member))
        for member, (_, minute) in zip(members[1:], minutes[1:], strict=True)
    ]
    telling.agents = _of_member(telling, members[0])
    return more


def _first_index(telling: Telling, member: int) -> int:
    return min(agent.index for agent in telling.agents if agent.member == member)


def _of_member(telling: Telling, member: int) -> list[Agent]:
    return [replace(agent, member=1) for agent in telling.agents if agent.member == member]


def _members_apart(tellings: list[Telling]) -> list[Telling]:
    """Men told in one go of whom one has his own minute or number of goals behind his name become tellings of their own.

    "Goals from X (14) and Y (60)", "X (2), Y and Z scored".
    """
    apart: list[Telling] = []
    for telling in tellings:
        members = sorted({agent.member for agent in telling.agents}, key=lambda m: _first_index(telling, m))
        own = {m: _own_minutes(telling, m) for m in members}
        counts = {m: _own_count(telling, m) for m in members}
        kicks = {m: _is_own_penalty(telling, m) for m in members}
        if (
            not telling.is_goal
            or telling.kind == "listed"
            or not (any(own.values()) or any(counts.values()) or any(kicks.values()))
        ):
            apart.append(telling)
            continue
        for member in members:
            for minute in own[member] or [None]:
                count = 1 if len(own[member]) > 1 else counts[member] or telling.count
                agents, penalty = _of_member(telling, member), telling.penalty or kicks[member]
                apart.append(replace(telling, agents=agents, minute=minute, count=count, penalty=penalty))
    return apart


def _own_minutes(telling: Telling, member: int) -> list[Mention]:
    """The minutes in brackets behind a name, or the one between him and the next of a list."""
    lower, at = telling.sentence.lower, _first_index(telling, member) + 1
    ahead = place_before(lower, at - 1)
    if lower[max(0, ahead - 1) : ahead + 1] == ["<m>", ","] and lower[ahead - 2] in ("and", ","):
        # "X (58) and, in injury time, Y".
        minute = telling.sentence.mentions[ahead - 1]
        return [minute] if minute is not None and minute.minute is not None and _is_listed(telling, member) else []
    if lower[at : at + 1] == ["("] and ")" in lower[at : at + 8]:
        inside = telling.sentence.mentions[at : lower.index(")", at)]
        return [m for m in inside if m is not None and m.tag == "m" and m.minute is not None]
    mention = telling.sentence.mentions[at] if at < len(lower) else None
    if mention is None or mention.tag != "m" or mention.minute is None:
        return []
    others = len({agent.member for agent in telling.agents}) > 1
    return [mention] if others or not mention.surface[0].isalpha() else []


def _is_listed(telling: Telling, member: int) -> bool:
    return any(agent.member == member and agent.link == "list" for agent in telling.agents)


def _is_own_penalty(telling: Telling, member: int) -> bool:
    """Whether brackets behind a name say that his goal was a penalty."""
    lower, at = telling.sentence.lower, _first_index(telling, member) + 1
    return lower[at : at + 1] == ["("] and bool({"pen", "penalty", "pens"} & set(lower[at : at + 4]))


def _own_count(telling: Telling, member: int) -> int | None:
    """The number of goals in brackets behind a name."""
    lower, at = telling.sentence.lower, _first_index(telling, member) + 1
    if lower[at : at + 1] == ["("] and lower[at + 2 : at + 3] == [")"] and lower[at + 1] in ("2", "3", "4"):
        return int(lower[at + 1])
    return None


def _reach(telling: Telling) -> int:
    """Where a telling ends, with the man that follows its words: "a goal from X"."""
    behind = [a.index + 1 for a in telling.agents if a.member == 1 and telling.end <= a.index < telling.end + 9]
    return max([telling.end, *behind]) if telling.kind == "noun" else telling.end


def _cost(lower: list[str], start: int, end: int, at: int, opens: bool) -> int:
    """How far a minute is from telling words; `opens` where nothing is told before it."""
    if start <= at < end:
        return 0
    low, high = (at + 1, start) if at < start else (end, at)
    between = lower[low:high]
    # What stands between two tellings goes with the first.
    cost = len(between) + (at < start)
    for word in between:
        if word == ",":
            cost += 2
        elif word == "before":
            cost += 12
        elif word == "with":
            cost += 3
        elif word in _STRONG_BREAK:
            cost += 6
        elif word == ";":
            cost += 20
    if at < start:
        # "In the 14th minute X scored": what opens a sentence looks forward.
        if at > _OPENING and between[:1] == [","]:
            # "... in the 12th, after Y had scored": the comma ends what the minute belongs to.
            cost += 5
        led_in = at > 0 and lower[at - 1] in _LEADING_IN and lower[at + 1] in _SUBJECTS
        if (at <= _OPENING and opens) or led_in or "when" in between[:2]:
            cost = min(cost, 4 + len(between) // 4)
    return cost


_LEADING_IN = frozenset(("and", "but", ";", "then"))
_SUBJECTS = frozenset(("<p>", "<c>", "<t>", "<h>", "<r>", "<d>"))


def _antecedent_of_whose(lower: list[str], start: int) -> int | None:
    """The man of "X, whose yellow card ..."."""
    for number in range(start, max(-1, start - 4), -1):
        if lower[number] == "whose":
            step = number - 1 - (lower[number - 1] == ",")
            return step if step >= 0 and lower[step] in ("<p>", "<r>") else None
    return None


def _card(sentence: Sentence, start: int, end: int, entry: dict[str, Any]) -> Telling | None:
    lower, kind = sentence.lower, entry["kind"]
    telling = Telling(sentence, start, end, entry, kind, is_goal=False)
    if entry.get("not"):
        telling.why_not = entry["not"]
        return telling
    if kind == "ten_man":
        teams = [n for n in range(start, end) if lower[n] in ("<c>", "<t>")]
        if not teams:
            return None
        telling.team = teams[0]
        return telling
    telling.why_not = denial(sentence, start, end, kind)
    if kind == "card_list":
        telling.agents = _all_listed(sentence, end)
        telling.why_not = None
    elif kind == "card_given":
        inside = [n for n in range(start, end) if lower[n] in ("<p>", "<h>", "<r>")]
        men = [n for n in inside if lower[n] == "<p>"] or inside[-1:]
        telling.agents = [Agent(n, "subject", 1, member) for member, n in enumerate(men, 1)]
        if len(men) == 1 and lower[men[0]] == "<p>" and men[0] == end - 1:
            telling.agents = listed_after(sentence, men[0], "subject", 1)
    elif kind == "card_noun":
        owner = [
            n for n in range(max(0, start - 6), start) if lower[n] == "'s" and n and lower[n - 1] in ("<p>", "<r>")
        ]
        inside = [n for n in range(start, end) if lower[n] == "<p>"]
        behind = _CARD_FOR.match(sentence.shape[end : end + 12])
        whose = _antecedent_of_whose(lower, start)
        if whose is not None:
            telling.agents = [Agent(whose, "relative", 1)]
        elif owner:
            telling.agents = [Agent(owner[-1] - 1, "possessive", 1)]
        elif behind:
            telling.agents = listed_after(sentence, end + behind.end() - 1, "agent", 1)
        elif inside:
            telling.agents = [Agent(inside[0], "subject", 1)]
        else:
            subject = subject_of(sentence, start, "card")
            telling.agents = [Agent(a.index, a.link, max(2, a.strength)) for a in subject.people[:1]]
    elif lower[start] in _SHOWS and (behind := _SHOWN_TO.match(sentence.shape[end : end + 12])):
        # The subject of "showed a red card to X" is the referee.
        telling.agents = listed_after(sentence, end + behind.end() - 1, "agent", 1)
    else:
        subject = subject_of(sentence, start, lower[start] if lower[start] not in ("being", "getting") else "was")
        telling.agents = subject.people
        telling.team = subject.team
        if not telling.agents:
            behind = _CARD_OF_TEAM.match(sentence.shape[end : end + 10])
            if behind and telling.team is not None:
                telling.agents = [Agent(end + behind.end() - 1, "agent", 2)]
    return telling


def _all_listed(sentence: Sentence, end: int) -> list[Agent]:
    """Every name behind a label of a list, up to the next label."""
    lower, agents = sentence.lower, []
    for number in range(end, len(lower)):
        if lower[number] in _LABELS and number + 1 < len(lower) and lower[number + 1] in (":", "-"):
            break
        if lower[number] == "<p>":
            agents.append(Agent(number, "list", 1, len(agents) + 1))
    return agents


_LABELS = word_set("""
goals scorers booked bookings off referee attendance att subs cards substitutes sent dismissed yellow red
""")
