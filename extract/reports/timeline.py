"""Timeline: minutes that a sentence leaves to the ones before it.

Belongs here: what "six minutes later" counts from; a minute told in one sentence for the goal told in the next. Does
not belong here: reading a minute (`clock`), and handing out the minutes within a sentence (`tellings`).
"""

from extract.reports.grounds import word_set
from extract.reports.phrases import families
from extract.reports.tellings import Telling, is_shootout
from extract.reports.tokens import Mention, Sentence

_PLAYED = 120


def resolve_later(sentences: list[Sentence], tellings: dict[int, list[Telling]]) -> None:
    """Gives "six minutes later" its minute: six after the last one told before it in the same match.

    After a goal that has no minute nothing is certain, unless it is the same man's as the goal that had the last one.
    """
    base: int | None = None
    owner: str | None = None
    segment: int | None = None
    doubtful = False
    timed = {id(t.minute): t for told in tellings.values() for t in told if t.minute is not None}
    for sentence in sentences:
        if sentence.segment != segment:
            base, owner, segment, doubtful = None, None, sentence.segment, False
        told = tellings.get(sentence.number, ())
        events: list[tuple[int, Mention | Telling]] = [
            (n, m) for n, m in enumerate(sentence.mentions) if m is not None and m.tag == "m" and not m.in_speech
        ]
        events += [
            (t.start, t)
            for t in told
            if t.is_goal
            and t.asserted
            and t.minute is None
            and t.kind in ("act", "score", "shot", "result")
            and t.agents
        ]
        for _, event in sorted(events, key=lambda one: one[0]):
            if isinstance(event, Telling):
                if event.name() != owner:
                    doubtful = True
                continue
            if event.minute is not None:
                if event.rule == "listed_change":
                    continue
                # Stoppage that is not counted gives no distance.
                base = (
                    event.minute + (event.stoppage or 0)
                    if not (event.minute in (45, 90) and event.stoppage is None and event.rule.startswith("stoppage"))
                    else event.minute
                )
                owner = timed[id(event)].name() if id(event) in timed else None
                doubtful = False
            elif event.later is not None:
                if base is not None and not doubtful and base + event.later <= _PLAYED:
                    event.minute, event.basis = base + event.later, "relative"
                    base = event.minute
                    owner = timed[id(event)].name() if id(event) in timed else owner
                elif id(event) in timed:
                    base = None


#: Words of an award, and those that tell a goal as a shot of another kind.
_AWARDING = word_set("""
won win wins winning earned earn awarded award awards given give gave conceded concede conceding handed granted
pointed points pointing received got had get
""")
_OTHER_SHOT = word_set("""
header headed heading heads rebound corner free-kick free cross crossed volley volleyed volleying pass yards overhead
later second another appeal appeals refused denied box area
""")
_SPOT_VERBS = word_set("""
scored converted slotted made dispatched despatched beat sent fired smashed drilled stepped hammered blasted tucked
rolled put swept stroked buried netted equalised levelled converting scoring took struck drove placed coolly thumped
""")


def mark_penalties(sentences: list[Sentence], tellings: dict[int, list[Telling]]) -> None:
    """Goals that follow the award of a penalty, in the same sentence or at the start of the next, were penalties.

    They take the minute of the award if that alone is told.
    """
    award: Telling | None = None
    for sentence in sentences:
        told = tellings.get(sentence.number, [])
        foul: Telling | None = None
        for order, telling in enumerate(told):
            if not telling.is_goal:
                foul = telling
                continue
            if telling.penalty and telling.minute is None and foul is not None and _led_to(foul, telling):
                telling.minute = foul.minute
            if telling.entry["rule"] in ("spot_kick_taken", "converted"):
                telling.penalty = telling.penalty or _of_penalty(sentence, telling, sentences)
            if telling.asserted and telling.agents and _from_twelve_yards(sentence, telling, sentences):
                telling.penalty = True
            if telling.why_not is not None:
                award = telling if _is_award(telling) else None if telling.why_not in ("missed", "saved") else award
                continue
            if not telling.agents:
                continue
            if award is not None and _follows(award, telling, order):
                telling.penalty = True
                if telling.minute is None and award.minute is not None:
                    telling.minute = award.minute
            award = None
        if award is not None and sentence is not award.sentence:
            award = None


def _led_to(foul: Telling, telling: Telling) -> bool:
    """Whether the foul that a card was shown for is the one that a penalty of the same sentence was given for."""
    words = foul.sentence.lower[: telling.start]
    return "resulting" in foul.sentence.lower or bool(_IN_THE_BOX & set(words))


_IN_THE_BOX = word_set("""
handling handball handled bringing fouling tripping felling hauling upending pulling foul clipping flattening holding
""")
_KICKS = families()["kick_noun"]


def _of_penalty(sentence: Sentence, telling: Telling, sentences: list[Sentence]) -> bool:
    """Whether what is converted is a penalty: one is spoken of before in the sentence, or in the one before it."""
    lower = sentence.lower
    if {"free-kick", "free-kicks", "free"} & set(lower[max(0, telling.start - 8) : telling.end + 8]):
        return False
    words = _before(sentence, sentences) + lower[: telling.end + 6]
    in_the_box = {"area", "box"} & set(words) and not _FOULS_TOLD.isdisjoint(words)
    return bool(in_the_box) or any(word in _KICKS for word in words)


def _from_twelve_yards(sentence: Sentence, telling: Telling, sentences: list[Sentence]) -> bool:
    """Whether a goal from twelve yards follows a foul: the distance alone says nothing."""
    behind = sentence.lower[telling.end - 1 : telling.end + 4]
    if "yards" not in behind or not {"12", "twelve"} & set(behind):
        return False
    return bool(
        _FOULS_TOLD
        & set(
            _before(sentence, sentences)
            + sentence.lower[: telling.start]
            + sentence.lower[telling.end : telling.end + 20]
        )
    )


_FOULS_TOLD = word_set("""
fouled tripped felled handled penalty penalties spot upended brought handball foul trip penalised
""")


def _before(sentence: Sentence, sentences: list[Sentence]) -> list[str]:
    """The words of the sentence before this one in the same match."""
    place = next((n for n, one in enumerate(sentences) if one is sentence), 0)
    if not place or sentences[place - 1].segment != sentence.segment:
        return []
    return sentences[place - 1].lower


def settle_again(sentences: list[Sentence], tellings: dict[int, list[Telling]]) -> None:
    """ "Scored again" is a second goal only of a man of whom the match has told one."""
    scorers: dict[int | None, set[str]] = {}
    for sentence in sentences:
        told = scorers.setdefault(sentence.segment, set())
        for telling in tellings.get(sentence.number, ()):
            if not telling.is_goal or not telling.asserted:
                continue
            if telling.entry["rule"] == "again" and telling.name() not in told:
                telling.count = 1
            told.update(
                name for agent in telling.agents if (name := agent.name or telling.sentence.mentions[agent.index].name)
            )


def _is_award(telling: Telling) -> bool:
    span = telling.sentence.lower[telling.start : telling.end]
    return (
        telling.entry["rule"] == "penalty_not_taken"
        and bool(_AWARDING & set(span))
        and not {"area", "box", "appeal", "appeals", "shoot-out"} & set(span)
    )


def _follows(award: Telling, telling: Telling, order: int) -> bool:
    """Whether a goal is the penalty that was awarded just before."""
    lower, start = telling.sentence.lower, telling.start
    if telling.penalty:
        return True
    if telling.own or telling.kind not in ("act", "score", "result", "team"):
        return False
    near = telling.sentence is award.sentence
    if "stepped" in lower[max(0, start - 6) : start] and "free-kick" not in lower:
        return True
    words = lower[award.end : telling.end + 4] if near else lower[: telling.end + 4]
    if _OTHER_SHOT & set(words) or (not near and (order > 0 or start > 9)):
        return False
    if near and start - award.end > 16:
        return False
    return bool(_SPOT_VERBS & set(lower[max(0, start - 2) : telling.end])) or near


_MANY = 3


def mark_shootout(sentences: list[Sentence], tellings: dict[int, list[Telling]]) -> None:
    """Goals of a shoot-out are never goals of the match: those of its sentence, and those listed in the next ones."""
    inside = False
    for sentence in sentences:
        told = [t for t in tellings.get(sentence.number, ()) if t.is_goal and t.asserted]
        here = is_shootout(sentence)
        scorers = sum(len(t.agents) for t in told)
        if here:
            # A goal with a minute, or one that led to the shoot-out, was scored before it.
            for telling in told:
                if (
                    telling.minute is None
                    and telling.entry["rule"] not in ("equalised", "goal_thing")
                    and (
                        scorers >= _MANY
                        or telling.penalty
                        or (telling.entry["rule"] in ("lead_grown", "finished_in", "scored") and _kicked(sentence))
                    )
                ):
                    telling.why_not = "shootout"
        elif inside and scorers >= _MANY and all(t.minute is None and t.count == 1 for t in told):
            for telling in told:
                telling.why_not = "shootout"
        inside = here or (inside and not told)
    ended = {sentence.segment for sentence in sentences if is_shootout(sentence)}
    for sentence in sentences:
        for telling in tellings.get(sentence.number, ()) if sentence.segment in ended else ():
            span = set(sentence.lower[telling.start : telling.end])
            if (
                telling.penalty
                and telling.asserted
                and telling.minute is None
                and {"decisive", "winning", "deciding"} & span
            ):
                telling.why_not = "shootout"


def _kicked(sentence: Sentence) -> bool:
    return bool(
        {"decisive", "spot-kick", "kick", "kicks", "converted", "winning", "penalty", "missed", "saved"}
        & set(sentence.lower)
    )


def carry(sentences: list[Sentence], tellings: dict[int, list[Telling]]) -> None:
    """Hands on minutes that a sentence tells for a goal of which another sentence says whose it was.

    "The breakthrough came in the 20th minute. X headed home": a telling without a man hands its minute to the next one
    with a man that has none; "On 37 minutes X broke clear. He curled it home": so does a minute that nothing in its
    sentence claims, to a sentence that goes on about the same man.
    """
    _carry_headings(sentences, tellings)
    for place, sentence in enumerate(sentences):
        told = tellings.get(sentence.number, [])
        _within(sentence, told)
        if place == 0:
            continue
        previous = sentences[place - 1]
        if (
            previous.segment != sentence.segment
            or sentence.paragraph - previous.paragraph > 1
            or previous.kind in ("list",)
            or sentence.kind in ("list", "quote")
        ):
            continue
        target = next((t for t in told if t.is_goal and t.asserted and t.agents), None)
        if (
            target is None
            or target.minute is not None
            or target.count > 1
            or len({a.member for a in target.agents}) > 1
        ):
            continue
        earlier = tellings.get(previous.number, [])
        giver = next(
            (
                t
                for t in reversed(earlier)
                if t.is_goal and t.asserted and t.minute is not None and not t.agents and not _is_state(t)
            ),
            None,
        )
        if giver is not None and not any(t.agents and t.asserted and t.is_goal for t in earlier):
            target.minute = giver.minute
            if target.club is None and giver.club is not None:
                target.club, target.club_basis = giver.club, giver.club_basis
            continue
        if any(t.is_goal and t.asserted and (t.agents or not target.penalty) for t in earlier):
            continue
        fouled = target.penalty and not _FOULS.isdisjoint(previous.lower)
        claimed = {
            id(t.minute)
            for t in earlier
            if t.minute is not None and t.entry["rule"] != "penalty_not_taken" and (t.is_goal or not fouled)
        }
        open_minutes = [
            m
            for m in previous.mentions
            if m is not None and m.tag == "m" and m.minute is not None and id(m) not in claimed and not m.in_speech
        ]
        if len(open_minutes) != 1 or any(m is not None and m.tag == "m" for m in sentence.mentions[: target.start]):
            continue
        people_before = {m.name for m in previous.mentions if m is not None and m.tag in ("p", "r", "h") and m.name}
        agent = target.sentence.mentions[target.agents[0].index]
        if fouled or agent.tag in ("h", "r") or (agent.name in people_before and target.kind in ("act", "shot")):
            target.minute = open_minutes[0]


def _carry_headings(sentences: list[Sentence], tellings: dict[int, list[Telling]]) -> None:
    """Gives the minute that heads a paragraph ("52': ...") to the goals told in it without one."""
    heading: Mention | None = None
    paragraph: int | None = None
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            headed = sentence.lower[:1] == ["<m>"] and sentence.lower[1:2] in ([":"], ["-"])
            heading = sentence.mentions[0] if headed else None
        if heading is None or heading.minute is None:
            continue
        for telling in tellings.get(sentence.number, ()):
            if (
                telling.is_goal
                and telling.asserted
                and telling.agents
                and telling.minute is None
                and telling.count < _MANY
            ):
                telling.minute = heading


def _is_state(telling: Telling) -> bool:
    """Whether words say how the match stood: "they were 2-0 up after half an hour"."""
    if telling.minute is not None and telling.minute.surface.lower().startswith(("inside", "within", "in the")):
        return False
    return (
        telling.kind == "team"
        and telling.sentence.lower[telling.start] in _BE
        and "<s>" in telling.sentence.lower[telling.start : telling.end]
    )


_BE = families()["be"]
_FOULS = word_set("""
brought fouled foul tripped trip felled upended handball handled hand penalty penalties spot spot-kick challenge
tackle hauled pulled clipped bundled floored referee shirt area box arm hands tripping upending holding pushed
""")


def _within(sentence: Sentence, told: list[Telling]) -> None:
    """A minute given to words that name nobody is that of the man's telling they lead to.

    "Took the lead in the 20th minute when X headed home."
    """
    for number, telling in enumerate(told[:-1]):
        if telling.minute is None or not telling.is_goal:
            continue
        if _is_state(telling) or not (
            telling.asserted and not telling.agents and telling.kind in ("team", "noun", "result", "score")
        ):
            continue
        following = next((t for t in told[number + 1 :] if t.is_goal and t.asserted), None)
        if following is not None and following.minute is None and following.agents:
            gap = sentence.lower[telling.end : following.start]
            if not set(gap) & {"before", "but", ";"}:
                following.minute = telling.minute
