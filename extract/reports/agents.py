"""Agents: who stands to some telling words as the one who did it.

Belongs here: finding the subject before the words, the agent behind "by" and "through", the owner of a shot, the men
told in one go with him, and whom "he" and "the striker" mean. Does not belong here: which words tell something
(`goals`, `cards`), and for which club (`sides`).
"""

from dataclasses import dataclass

from extract.reports.grounds import word_set
from extract.reports.phrases import Phrase, families
from extract.reports.tokens import Mention, Sentence

#: Words that make a name behind them anything but a subject.
PREPOSITIONS = word_set("""
past from by of for with to over beyond off at behind around round between against inside on onto into in under beside
above about despite like without via through upon alongside near ahead toward towards than except minus down beating
rounding including featuring replacing
""")
_STOPS = frozenset((";", ":", '"'))
_PEOPLE = ("<p>", "<r>", "<h>")
_TEAMS = ("<c>", "<t>")
_REACH = 34


@dataclass(slots=True)
class Agent:
    """A candidate: index of the token of his mention, link and strength (1 strong to 3 weak), which of several men told
    in one go he is (from 1); his name where the token is no mention of him ("his")."""

    index: int
    link: str
    strength: int
    member: int = 1
    name: str | None = None


@dataclass(slots=True)
class Subject:
    """Who is the subject of telling words: men, or a team (index of its token), or the ball."""

    people: list[Agent]
    team: int | None = None


def place_before(lower: list[str], at: int) -> int:
    """The token before a name and what describes it: of "past the diving keeper X" that of "past"."""
    before = at - 1
    while before >= 0 and (
        lower[before] in _DESCRIBING or lower[before] in ("<c>", "<d>", "'s", "<x>") or lower[before].endswith("ing-")
    ):
        before -= 1
    return before


def _is_object(sentence: Sentence, at: int) -> bool:
    """Whether the man at a token is done something to: behind a preposition, or behind a verb that takes a man."""
    lower = sentence.lower
    before = place_before(lower, at)
    if before < 0:
        return False
    word = lower[before]
    if before >= 2 and word.isalpha() and lower[before - 1] in ("the", "a", "an") and lower[before - 2] in PREPOSITIONS:
        # "By the stumbling X".
        return True
    if (
        word in ("and", ",")
        and before >= 2
        and lower[before - 1] == "<p>"
        and lower[before - 2] in ("with", "alongside", "between", "past", "beyond", "around", "against")
    ):
        return True
    if word in PREPOSITIONS:
        # "And through came X": after the verb of motion it is the subject, which is rare enough to be left alone.
        return True
    return word in _TAKES_A_MAN


_DESCRIBING = families()["position"] | families()["manager"] | word_set("""
the a an his their fellow former ex old young substitute stranded diving helpless despairing advancing onrushing
visiting home outrushing sprawling giant veteran stand-in debutant rookie late on-loan international new big brilliant
own young- replacement opposite recalled half-time second-half diminutive
""")  # fmt: skip
_ROLES = families()["position"] | families()["manager"]
_TAKES_A_MAN = families()["pass_to"]
_CAUSES = families()["cause"]
_GOAL_OR_SHOT = families()["goal_noun"] | families()["shot_noun"]


def subject_of(sentence: Sentence, start: int, verb: str) -> Subject:
    """The subject of the telling words that begin at a token; `verb` is their first word, lower-case."""
    lower = sentence.lower
    at = start - 1
    passed, crossed, distance, related = 0, 0, 0, False
    weak: list[Agent] = []
    participle = verb.endswith("ing")
    infinitive = at >= 0 and lower[at] == "to"
    while at >= 0 and distance < _REACH:
        word = lower[at]
        if word in _STOPS or (word == "." and distance > 0):
            break
        if word == ")" and "(" in lower[max(0, at - 20) : at]:
            # What stands in brackets is not the subject.
            at -= 1 + lower[max(0, at - 20) : at][::-1].index("(")
            word = lower[at]
        article = _article_of(lower, at) if word in _PEOPLE else None
        if article is not None:
            # "A late X header gave them the lead": his if it opens the clause; else no more than a word about a thing.
            if lower[at + 1] in _GOAL_OR_SHOT and (article == 0 or lower[article - 1] in _OPENERS - _LEADS_ON):
                return Subject([Agent(at, "possessive", 1 if passed == 0 else 2)])
            at = article
        elif word in _PEOPLE:
            before = lower[at - 1] if at else ""
            behind = lower[at + 1] if at + 1 < len(lower) else ""
            if behind == "'s":
                by_foot = (participle or infinitive) and verb in _BY_FOOT
                if not by_foot and _opens_clause(lower, at) and _owned(sentence, at, start):
                    return Subject([Agent(at, "possessive", 1 if passed == 0 else 2)])
            elif word == "<r>" and before == "," and at >= 2 and lower[at - 2] == "<p>":
                at -= 1
                distance += 1
                continue
            elif behind == "who" or (behind == "," and (related or "who" in lower[at + 2 : min(at + 3, start)])):
                return Subject(_with_others(sentence, at, "relative", 1))
            elif _is_object(sentence, at):
                direct = all(w in _BETWEEN or w in ("(", ")", "<m>") for w in lower[at + 1 : start])
                place = place_before(lower, at)
                before = lower[place] if place >= 0 else ""
                together = before == "and" and lower[max(0, place - 2) : place] == ["with", "<p>"]
                done_to = lower[start - 1] in ("being", "getting")
                if direct and (done_to or ((before == "with" or together) and (participle or verb in _PASSIVES))):
                    return Subject(_with_others(sentence, at, "subject", 1))
                if infinitive and before in _CAUSES and _is_told_where(lower[at + 1 : start]):
                    return Subject(_with_others(sentence, at, "subject", 1))
                if direct and infinitive and (before in ("for", "allow", "took", "needed") or before in _CAUSES):
                    return Subject(_with_others(sentence, at, "subject", 1))
                if direct and infinitive and before in ("by", "from") and at >= 2 and lower[at - 2] in _GOAL_OR_SHOT:
                    return Subject(_with_others(sentence, at, "agent", 1))
                if direct and before in ("for", "to", "found", "in") and lower[start - 1] in ("to", "who"):
                    return Subject(_with_others(sentence, at, "subject", 1))
                if (
                    direct
                    and "," not in lower[at:start]
                    and verb == lower[start]
                    and _is_past(verb)
                    and before not in _SOURCES
                ):
                    # "From the corner that followed X headed home."
                    return Subject(_with_others(sentence, at, "subject", 1))
                if before == "with" and behind.endswith("ing") and "," not in lower[at:start]:
                    return Subject(_with_others(sentence, at, "subject", 1))
                weak.append(Agent(at, "none", 3))
                passed += 1
            else:
                near = crossed <= 2 and passed == 0
                return Subject(_with_others(sentence, at, "subject", 1 if near and distance < 22 else 2))
        elif word in _TEAMS:
            before = lower[at - 1] if at else ""
            behind = lower[at + 1] if at + 1 < len(lower) else ""
            if infinitive and at + 2 == start and before in _CAUSES | {"leaving", "for"}:
                return Subject([], at)
            if (
                behind != "'s"
                and before not in PREPOSITIONS
                and behind not in _DESCRIBING
                and behind not in _OF_A_CLUB
                and not _is_other_object(before)
                and _opens_clause(lower, at)
            ):
                return Subject(weak, at)
        elif word in ("who", "whose"):
            antecedent = at - 1
            while antecedent >= 0 and lower[antecedent] in (",", "-"):
                antecedent -= 1
            if antecedent >= 0 and lower[antecedent] in _PEOPLE:
                return Subject(_with_others(sentence, antecedent, "relative", 1 if passed <= 1 else 2))
            if antecedent >= 0 and lower[antecedent] in _TEAMS:
                return Subject(weak, antecedent)
            # "X, a summer signing from Y, who scored": go on to the man.
            related = related or lower[at - 1] == ","
        elif word in ("his", "her") and at == 0 and _GOAL_OR_SHOT & set(lower[1:start]) and "before" in sentence.found:
            return Subject([Agent(at, "pronoun", 2, 1, sentence.found["before"])])
        elif word in ("and", "but", "then", "before", "after", "when", "as", "while"):
            crossed += 1
        at -= 1
        distance += 1
    if participle or verb.endswith("ed"):
        ahead = _main_clause(sentence, start)
        if ahead is not None:
            return Subject([Agent(ahead, "subject", 2)])
    return Subject(weak[:1])


#: What only a man does: "X's flick to poke them in front" tells no goal of X.
_BY_FOOT = (families()["finish"] | frozenset(("rounding", "round"))) - word_set("""
put puts putting send sends sending help helps helping get gets getting
""")
_THINGS = _GOAL_OR_SHOT | word_set("""
pass clearance mistake error assist centre throw fumble slip save challenge foul handball backpass back-pass throw-in
knock-down cutback cut-back flick-on ball through-ball delivery run own-goal
""")
_SOURCES = frozenset(("from", "by", "of", "with"))
_LEADS_ON = frozenset(("to", "was", "saw", "see", "sees", "earn", "let", "helped"))
_PAST = word_set("""
put hit shot struck drove swept won made gave got took sent bent slid beat found broke drew brought had did ran
rose stole spun
""")


def _is_past(verb: str) -> bool:
    return verb.endswith("ed") or verb in _PAST


def _article_of(lower: list[str], at: int) -> int | None:
    """The token of the article of a thing that is called by a man's name: of "a late X header" that of "a"."""
    if at + 1 >= len(lower) or lower[at + 1] not in _THINGS:
        return None
    for number in range(at - 1, max(-1, at - 5), -1):
        if lower[number] in ("a", "an", "another"):
            return number
        if lower[number].startswith("<") and lower[number] not in ("<m>", "<d>"):
            return None
        if lower[number] in _DESCRIBING & _ROLES or lower[number] in PREPOSITIONS or lower[number] in (",", "and"):
            return None
    return None


def _is_told_where(between: list[str]) -> bool:
    """Whether what stands between a man and what he is enabled to do only says where he is: "at the far post"."""
    return (
        len(between) < 8
        and between[0] in ("at", "on", "inside", "in", "unmarked")
        and all(w.isalpha() or w == "six-yard" for w in between)
    )


_PASSIVES = frozenset(("was", "sent", "dismissed", "booked", "shown", "sent-off"))


def _opens_clause(lower: list[str], at: int) -> bool:
    """Whether an owner is the first of his clause, so that what he owns is its subject: "when X's low header ..."."""
    while at > 0 and (lower[at - 1] in _DESCRIBING or lower[at - 1] in ("<c>", "<d>", "'s", "<x>")):
        at -= 1
    return at == 0 or lower[at - 1] in _OPENERS


_OPENERS = frozenset(
    [
        ",",
        "and",
        "but",
        "when",
        "as",
        "after",
        "before",
        "while",
        "then",
        "until",
        "that",
        "with",
        "because",
        "since",
        "although",
        "though",
        "only",
        "-",
        "<m>",
        "saw",
        ")",
        "(",
        ":",
        '"',
        ";",
        "was",
        "or",
        "so",
        "yet",
        "later",
        "eventually",
        "finally",
        "soon",
        "also",
        "meanwhile",
        "however",
        "before",
        "meant",
        "sees",
        "see",
        "helped",
        "let",
        "earn",
        "to",
        "<s>",
        "again",
        ".",
        "away",
    ]
)
_BETWEEN = word_set("""
being getting to then also duly again quickly finally coolly calmly easily simply both each twice later , himself who
first clear through free away in unmarked unchallenged alone wide
""")


def _is_other_object(before: str) -> bool:
    """Whether a club behind this word is the object of a verb: "beat X", "put X ahead"."""
    return before in _VERBS_ON_CLUBS


_OF_A_CLUB = word_set("""
defence defense fans supporters goal box area half bench backline net penalty keeper players bar post goalmouth
rearguard midfield attack woodwork crossbar
""")
_VERBS_ON_CLUBS = families()["beat"] | families()["give"] - frozenset(("as", "left"))


def _owned(sentence: Sentence, at: int, start: int) -> bool:
    """Whether what a man owns ("X's low header") is the thing that the telling words speak of."""
    lower = sentence.lower
    seen = False
    for number in range(at + 2, start):
        word = lower[number]
        if word in _GOAL_OR_SHOT:
            seen = True
        elif word in _PEOPLE or (word in (",", "and", "but", "when", "as") and not seen):
            return False
    return seen and start - at < 16


def _main_clause(sentence: Sentence, start: int) -> int | None:
    """The first man behind the comma that ends an opening clause: "Heading in from close range, X ..."."""
    lower = sentence.lower
    if start > 6:
        return None
    for number in range(start + 1, len(lower)):
        if lower[number] == ",":
            for ahead in range(number + 1, min(number + 5, len(lower))):
                if lower[ahead] in ("<p>", "<h>", "<r>"):
                    return ahead
            return None
    return None


def _with_others(sentence: Sentence, at: int, link: str, strength: int) -> list[Agent]:
    """A man and those told with him before his name: "A, B and C"."""
    lower = sentence.lower
    found = [Agent(at, link, strength)]
    if lower[at] != "<p>":
        return found
    k = at
    first = True
    while k >= 2:
        step = k - 1
        while step > 0 and (lower[step] in _DESCRIBING or lower[step] in ("<d>",)):
            step -= 1
        if lower[step] == "," and lower[step - 1] == "<r>":
            # "X and the Norwegian, Y".
            step -= 2
        joint = lower[step]
        pair = not first and joint == "and" and any(w in _PLURAL_ROLES for w in lower[step + 1 : k])
        if joint not in (("and", "&") if first else (",",)) and not pair:
            break
        step -= 1
        comma = step >= 0 and lower[step] == ","
        if comma:
            step -= 1
        # What stands behind the other name in brackets or as a minute is his.
        if lower[step] == ")" and "(" in lower[max(0, step - 7) : step]:
            step = step - 1 - lower[max(0, step - 7) : step][::-1].index("(") - 1
        while step > 0 and (
            lower[step] in (")", "(")
            or (lower[step] == "<m>" and not sentence.words[step][0].isalpha())
            or (lower[step + 1] == ")" and lower[step].isdigit())
        ):
            step -= 1
        if step < 0 or lower[step] != "<p>" or (_is_object(sentence, step) and lower[step - 1] != "with"):
            break
        if comma and joint == "and" and first and "," not in lower[max(0, step - 4) : step]:
            # "X was fouled, and Y scored": two clauses.
            break
        found.append(Agent(step, link, strength, len(found) + 1))
        k, first = step, False
    return found


_PLURAL_ROLES = word_set("""
youngsters teenagers internationals strikers forwards midfielders defenders wingers substitutes team-mates compatriots
captains newcomers
""")


def agents_behind(sentence: Sentence, end: int, kind: str, plural: bool = False) -> list[Agent]:
    """Men named as agents behind telling words that end before token `end`: "by X", "through X and Y", "goals from X"."""
    shaped = sentence.shape[end : end + 26]
    match = _BEHIND.get(kind, _BEHIND_TEAM).match(shaped)
    if match is None:
        return []
    at = end + match.end() - 1
    lower = sentence.lower
    if at + 1 < len(lower) and lower[at + 1] == "'s" and not shot_behind(lower, at + 2):
        return []
    return [] if names_a_ball(lower, at) else listed_after(sentence, at, "agent", 1, plural)


_BEHIND = {
    "act": Phrase(
        "((?!{clause}|being|from|to|past|a|an|the) (_|<m>|,)){0,5}? by (_|<d>|<c>|'s|<m>|n|-|<x>){0,7}? <prh>"
    ),
    "noun": Phrase(
        "(,)? (<m>)? ,? ((?!followed|corner|cross|pass|free-kick|kick|throw) (_|<c>|<m>|<s>)){0,3}? (by|from|through|via|courtesy of|thanks to|came from|for) "
        "(_|<d>|<c>|<t> 's|'s|<m>|n|-|<x>|,){0,8}? <prh>"
    ),
}
_BEHIND_TEAM = Phrase(
    "((_|<m>|,|<s>|<c>|<x>){0,7}? (through|via|courtesy of|thanks to)|((?!{clause}|a|an|the) (_|<m>|,|<s>|<c>|<x>)){0,5}? (by|from)) "
    "(_|<d>|<c>|'s|<m>|n|-|<x>){0,8}? <prh>"
)


def names_a_ball(lower: list[str], at: int) -> bool:
    """Whether a man only lends his name to a pass: "from a X corner"."""
    return _article_of(lower, at) is not None and lower[at + 1] not in _SURE_SHOT


def shot_behind(lower: list[str], at: int) -> bool:
    """Whether what is owned is a shot or a goal, within a few words."""
    for number in range(at, min(at + 6, len(lower))):
        if lower[number] in _SURE_SHOT:
            return True
        if lower[number] in (",", ".", "and"):
            return False
    return False


_SURE_SHOT = families()["sure_shot"] | families()["goal_noun"]


def listed_after(sentence: Sentence, at: int, link: str, strength: int, plural: bool = False) -> list[Agent]:
    """A man and those told with him behind his name: "X, Y and Z", each perhaps with a minute.

    Where the words before speak of several goals (`plural`), whatever follows the last name ends the list.
    """
    found = [Agent(at, link, strength)]
    if sentence.lower[at] != "<p>":
        return found
    lower, number, size = sentence.lower, at + 1, len(sentence.lower)
    while number < size:
        # A minute or a bracket behind a name is his.
        if lower[number : number + 1] == ["("] and ")" in lower[number : number + 8]:
            number = lower.index(")", number) + 1
        while number < size and (
            lower[number] in ("<m>", "(", ")") or (lower[number - 1] == "(" and lower[number].isdigit())
        ):
            number += 1
        if plural:
            number = _behind_apposition(lower, number)
        step = number
        joints = 0
        while step < size and lower[step] in (",", "and", "&", ";", "plus", "both", "also"):
            joints += 1
            step += 1
        if not joints:
            break
        if lower[step : step + 2] == ["<m>", ","]:
            step += 2
        while step < size and (lower[step] in _LISTING or lower[step] == "<d>") and step - number < 8:
            step += 1
        if step >= size or lower[step] != "<p>" or lower[step - 1] in ("from", "by"):
            break
        behind = lower[step + 1] if step + 1 < size else "."
        ends = behind in (
            ",",
            "and",
            ".",
            ";",
            "(",
            "<m>",
            "'s",
            ")",
            "in",
            "either",
            "before",
            "as",
            "-",
            "gave",
            "for",
            "after",
            "helped",
            "to",
            "to-",
            "on",
            "sealed",
            "secured",
            "earned",
            "with",
            "when",
            "but",
            "put",
            "completed",
            "inside",
            "at",
            "saw",
            "made",
            "ensured",
            "within",
            "without",
            "over",
        )
        if (not ends and not plural) or (behind == "'s" and not shot_behind(lower, step + 2)):
            break
        found.append(Agent(step, "list", strength, len(found) + 1))
        number = step + 1
    return found


def _behind_apposition(lower: list[str], number: int) -> int:
    """Behind the few words between commas that follow a name of a list: "X, on his debut, and Y"."""
    if (
        lower[number : number + 1] != [","]
        or number + 2 >= len(lower)
        or lower[number + 1] in _LISTING - {"a", "an", "the"}
    ):
        return number
    for end in range(number + 2, min(number + 8, len(lower) - 1)):
        if lower[end] == ",":
            return end if lower[end + 1] == "and" else number
        if lower[end].startswith("<") and lower[end] not in ("<c>", "<d>", "<x>"):
            return number
    return number


_LISTING = _DESCRIBING | word_set("""
then late later a an second-half first-half second first own goal penalty from one another
""")


_WHEN = Phrase("(_|<m>|,|<s>|<x>){0,9}? (when|as|after|with) (_|<d>|<c>|n|-|'s){0,6}? <pr>")


def when_agent(sentence: Sentence, end: int) -> list[Agent]:
    """The subject of a clause of time behind telling words: "took the lead when X ...". It is of middle strength."""
    match = _WHEN.match(sentence.shape[end : end + 24])
    if match is None:
        return []
    at = end + match.end() - 1
    lower = sentence.lower
    owner = at + 1 < len(lower) and lower[at + 1] == "'s"
    if owner and not shot_behind(lower, at + 2):
        return []
    return [Agent(at, "subject", 2)]


def subjects(sentence: Sentence, strict: bool = False) -> list[Mention]:
    """The men that a sentence is about, in order: named, neither owner nor object; else, if not `strict`, all it names."""
    lower, named, all_named = sentence.lower, [], []
    for number, mention in enumerate(sentence.mentions):
        if mention is None or mention.tag != "p":
            continue
        all_named.append(mention)
        behind = lower[number + 1] if number + 1 < len(lower) else ""
        if behind != "'s" and not _is_object(sentence, number):
            named.append(mention)
    return named if strict else named or all_named


def resolve(sentences: list[Sentence]) -> None:
    """Gives "he" and roles of men ("the Brazilian", "the substitute") the name of the man they mean.

    "He" is the last subject of the same sentence before it, else of the last sentence that names anybody. A role is the
    man told to have it ("Brazilian striker X", "X, the striker") who was named last, else as "he", but the last man
    named before it in the same sentence.
    """
    known = _roles_told(sentences)
    latest: list[Mention] = []
    latest_at = -9
    all_before: list[str] = []
    for place, sentence in enumerate(sentences):
        if latest and place - latest_at <= 2:
            sentence.found["before"] = latest[0].name
        own_subjects = {id(m) for m in subjects(sentence)}
        if any(m is not None and m.tag in "hr" for m in sentence.mentions) and latest and place - latest_at <= 2:
            own_subjects = {id(m) for m in subjects(sentence, strict=True)}
        seen: list[Mention] = []
        last_subject: Mention | None = None
        for number, mention in enumerate(sentence.mentions):
            if mention is None:
                continue
            if mention.tag == "p":
                seen.append(mention)
                all_before.append(mention.name or mention.surface)
                if id(mention) in own_subjects:
                    last_subject = mention
            elif mention.tag == "h":
                served = _served(sentence, number)
                if served is not None:
                    mention.name = served
                elif last_subject is not None:
                    mention.name = last_subject.name
                elif latest and place - latest_at <= 2:
                    mention.name = latest[0].name
            elif mention.tag == "r":
                wanted = _role_words(mention)
                named = None
                if wanted:
                    for name in reversed(all_before):
                        if wanted & known.get(name, frozenset()):
                            named = name
                            break
                if named is None:
                    named = _meant_by_role(
                        sentence, number, seen, own_subjects, latest if place - latest_at <= 2 else []
                    )
                if named is None and latest and place - latest_at <= 3:
                    named = latest[0].name
                mention.name = named
                if named and sentence.lower[number + 1 : number + 2] != ["'s"]:
                    last_subject = last_subject if _is_object(sentence, number) else mention
        if seen:
            latest = subjects(sentence)
            latest_at = place


def _served(sentence: Sentence, at: int) -> str | None:
    """Whom "he" means right behind a pass: "X sent Y clear and he scored"."""
    lower = sentence.lower
    if at < 3 or lower[at - 1] != "and":
        return None
    for number in range(at - 2, max(-1, at - 7), -1):
        if lower[number] == "<p>":
            word = lower[max(0, place_before(lower, number))]
            return sentence.mentions[number].name if word in _SERVING and lower[number + 1] != "'s" else None
        if lower[number] in (",", "<h>", "<r>"):
            return None
    return None


_SERVING = word_set("""
sent sends released releases found finds fed feeds freed frees out spotted sprang slid played
""")


def _meant_by_role(
    sentence: Sentence, at: int, seen: list[Mention], own_subjects: set[int], latest: list[Mention]
) -> str | None:
    """The man whom a role means that nobody is told to have: the last one named before it.

    As the subject of a further clause it is none of those before: "X crossed and the striker headed home".
    """
    if not seen:
        return None
    passed = not _PASSING.isdisjoint(sentence.lower[max(0, at - 14) : at])
    if (
        sentence.lower[at - 1] not in ("and", "but", "before", "when", "until")
        or not passed
        or id(seen[-1]) not in own_subjects
    ):
        return seen[-1].name
    owners = {id(m) for m, behind in zip(sentence.mentions, sentence.lower[1:], strict=False) if behind == "'s"}
    others = [m for m in seen if id(m) not in own_subjects | owners]
    if others:
        return others[-1].name
    return latest[0].name if latest and len({m.name for m in seen}) == 1 else seen[-1].name


_PASSING = word_set("""
cross crossed crosses swung corner pass passed free-kick fed found delivered whipped squared ball centre set laid released
picked slipped played flicked saved parried tackled fouled dispossessed combination
""")


def _role_words(mention: Mention) -> frozenset[str]:
    return frozenset(word for word in mention.surface.lower().replace("-", " ").split() if word not in _COMMON_ROLE)


_YOUNG = frozenset(("15", "16", "17", "18", "19"))
_COMMON_ROLE = word_set("""
the a an his her man player former young old big year number international own star late
""")


def _roles_told(sentences: list[Sentence]) -> dict[str, frozenset[str]]:
    """The words of role and nation that stand beside each name: "Brazilian striker X", "X, the substitute"."""
    told: dict[str, set[str]] = {}
    for sentence in sentences:
        lower = sentence.lower
        for number, mention in enumerate(sentence.mentions):
            if mention is None or mention.tag != "p":
                continue
            words = told.setdefault(mention.name or mention.surface, set())
            step = number - 1
            while step >= 0 and number - step < 6:
                word = lower[step]
                if word == "<d>":
                    words.update(sentence.words[step].lower().split())
                elif word == "<c>" and sentence.mentions[step].club and sentence.mentions[step].club.startswith("nt-"):
                    words.add(sentence.words[step].lower())
                elif word in _DESCRIBING or word.endswith("-year-old"):
                    words.update(word.replace("-", " ").split())
                    if word[:2] in _YOUNG or word == "teenage":
                        words.update(("teenager", "youngster"))
                else:
                    break
                step -= 1
            if number + 3 < len(lower) and lower[number + 1] == ",":
                for other in sentence.mentions[number + 2 : number + 4]:
                    if other is not None and other.tag == "r":
                        words.update(_role_words(other))
                if lower[number + 2].isdigit():
                    words.add(lower[number + 2])
    return {name: frozenset(words - _COMMON_ROLE) for name, words in told.items()}


def keepers(sentences: list[Sentence]) -> frozenset[str]:
    """The men whom the text calls goalkeepers."""
    return frozenset(name for name, words in _roles_told(sentences).items() if words & _KEEPERS)


_KEEPERS = frozenset(("goalkeeper", "keeper", "goalie", "netminder", "custodian"))
