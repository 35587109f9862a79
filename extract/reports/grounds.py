"""Grounds: what the words around a name say it is, a club or a man.

Belongs here: the places in a sentence that only a club or only a man stands in, and what each is worth. Does not
belong here: finding names (`names`), the clubs of the seed (`gazetteer`), and what happened (`assemble`).
"""

from typing import NamedTuple

from extract.reports.tokens import Sentence


class Grounds(NamedTuple):
    """Points for a club, points for a man, and whether a place was that of a side in a match told as one."""

    club: int = 0
    man: int = 0
    match: bool = False


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


#: First names that are common somewhere: before a name that is a town's as well they make it a man's.
GIVEN = word_set("""
Aaron Abdul Abdullah Adam Adama Adrian Ahmed Alan Albert Alberto Alejandro Alessandro Alessandra Alex Alexander
Alexandre Alexis Alfie Alfredo Ali Allan Alvaro Amir Anders Andre Andrea Andreas Andrei Andres Andrew Andriy Andy
Angel Angelo Anna Ante Anthony Antoine Antonio Antony Arjen Arsene Arthur Arturo Asamoah Ashley Barry Bastian Ben
Benjamin Bernardo Bernard Bobby Boris Brad Bradley Brandon Brian Bruno Bryan Callum Cameron Carl Carles Carlo Carlos
Cesar Charles Charlie Chris Christian Christoph Christophe Christopher Claudio Colin Connor Conor Craig
Cristian Cristiano Curtis Damien Dan Daniel Daniele Danny Darko Darren Dave David Davide Dean Declan Dejan Dennis
Derek Didier Diego Dimitar Dimitri Dirk Dominic Douglas Duncan Dusan Eden Eddie Edgar Edin Edinson Eduardo Edward
Edwin Emile Emma Emmanuel Enrique Enzo Eric Erik Ernesto Esteban Ethan Eugene Fabian Fabio Federico Felipe Felix
Ferdinand Fernando Filip Filippo Florent Florian Francesco Francis Francisco Franck Franco Frank Fraser Fred Freddie
Frederic Gabriel Gareth Gary Gavin Gennaro Geoff George Georgi Gerard Gianluca Gianluigi Giorgio Giovanni Giuseppe
Glen Glenn Gonzalo Gordon Graeme Graham Grant Greg Guillermo Gustavo Hakan Hans Harry Hassan Hector Henrik Henry
Hernan Hugo Ian Ibrahim Igor Iker Ivan Jack Jacob Jake James Jamie Jan Jason Javier Jean Jeff Jens Jeremy Jermaine
Jerome Jesse Jesus Jim Jimmy Joachim Joan Joao Joaquin Joe Joel Johan John Johnny Jon Jonas Jonathan Jonny Jordan
Jordi Jorge Jose Joseph Josh Joshua Juan Julian Julien Julio Jurgen Justin Kai Karim Karl Kasper Keith Ken Kenny Kevin
Kieran Kim Kolo Kurt Kyle Lars Laurent Lee Leo Leon Leonardo Leroy Lewis Liam Lionel Louis Luca Lucas Luis Luiz Luka
Lukas Luke Maicon Malcolm Manuel Marc Marcel Marcelo Marco Marcos Marcus Marek Maria Mario Mark Marko Markus Martin
Mason Mateo Mathieu Matt Matteo Matthew Matthias Mauricio Mauro Max Michael Michel Miguel Mikael Mike Milan Milos
Miroslav Mohamed Mohammed Moussa Nathan Neil Nemanja Nenad Nicholas Nick Nicklas Nicola Nicolas Nigel Niklas Niko
Nikola Nuno Oleg Oliver Olivier Olof Omar Oscar Owen Pablo Paolo Pascal Pat Patrice Patrick Paul Paulo Pavel Pedro Pep
Per Peter Petr Phil Philip Philippe Pierre Piotr Radoslav Rafa Rafael Raheem Ramon Ray Raymond Ricardo Richard Richie
Rob Robbie Robert Roberto Robin Rodrigo Roger Roman Romelu Ron Ronald Rory Ross Roy Ruben Rudi Rui Russell Ryan
Salomon Sam Samir Samuel Scott Sean Sebastian Sergei Sergey Sergio Shane Shaun Simon Simone Slaven Stefan Stefano
Stephane Stephen Steve Steven Stewart Stuart Sven Sylvain Taylor Ted Terry Theo Thiago Thierry Thomas Tiago Tim Timo
Tobias Todd Tom Tomas Tomasz Tommy Toni Tony Trevor Tyler Uwe Valentin Victor Viktor Vincent Vincenzo Vladimir Walter
Wayne Wesley Wilfried Will William Willy Xabi Yannick Yaya Youssef Yuri Zinedine Zlatan
""")
#: Endings that make a word with a capital at the head of a sentence no name.
ADJECTIVAL = (
    "ic",
    "ive",
    "ous",
    "ful",
    "less",
    "al",
    "ent",
    "ant",
    "ing",
    "ed",
    "able",
    "ible",
    "ary",
    "ish",
    "est",
    "ly",
)
#: Verbs with the loser as their object; a striker may beat a keeper, so alone they are worth little.
BEAT = word_set("""
beat beats beating defeat defeats defeated defeating thrash thrashes thrashed thrashing hammer hammers hammered
hammering thump thumps thumped thumping edge edges edged edging overcome overcomes overcame overcoming crush crushed
crushes crushing rout routed routs demolish demolished demolishes stun stuns stunned stunning shock shocks shocked
trounce trounced trounces sink sinks sank upset upsets upsetting dispatch dispatched despatch despatched humiliate
humiliated outclass outclassed destroy destroyed overwhelm overwhelmed overpower overpowered batter battered maul
mauled topple toppled topples conquer conquered eliminate eliminated eliminates eliminating oust ousted outplay
outplayed whip whipped blank blanked pip pipped
""")
#: What somebody can be at the hands of a side.
_BEATEN = (BEAT | word_set("beaten held humbled hosted dumped embarrassed loss defeat defeats losses")) - word_set(
    "dispatched despatched edged beat whipped"
)
_WIN = word_set("""
win wins victory victories triumph triumphs success rout thrashing demolition hammering drubbing romp triumphs
walloping mauling advantage lead humiliation comeback
""")
_LOSS = word_set(
    "defeat defeats loss losses reverse setback beating lost lose loses losing succumbed beaten succumb losers"
)
_DRAW = word_set("draw draws drew drawing drawn stalemate tie tied deadlock")
_MEETING = word_set(
    "match game fixture tie clash meeting encounter leg showdown derby final semi-final semifinal quarter-final"
)
_HOST = word_set("""
host hosts hosted hosting face faces faced facing meet meets met meeting visit visits visited visiting entertain
entertains entertained play plays
""")
_GOES_THROUGH = word_set("""
qualified qualify qualifies advanced advance advances progressed progress progresses conceded concede trailed trail
led lead won win wins lost lose loses drew draw draws dominated finished topped sit sits
""")
#: What belongs to a side: "Okonjo Rovers fans".
FOLK = word_set("""
fans supporters side players defence defense bench midfield backline dugout squad team academy followers defenders
keepers faithful goal goalmouth box area penalty half ranks crossbar shirt shirts loanee
""")
_FOLK_OF = word_set("""
fans supporters defence defense bench players midfield backline box area half goalkeeper keeper striker captain
manager coach defenders season campaign hopes preparations fightback stadium ground home away goalmouth lead advantage qualification
elimination group remaining squad attack win victory defeat draw third second first top
""")
#: Words for a man that a name follows ("striker Tom Okonjo") and a club goes before.
ROLES = word_set("""
striker forward midfielder defender winger goalkeeper keeper goalie full-back fullback left-back right-back
centre-back center-back centre-half centre-forward wing-back playmaker captain skipper international marksman frontman
hitman sweeper stopper substitute sub manager coach boss trainer referee defender veteran teenager youngster talisman
debutant attacker star ace team-mate teammate compatriot assistant president chairman player-manager linesman
""")
_TEAMS_BEFORE = word_set("""
side club team outfit giants champions minnows hosts visitors leaders holders neighbours neighbors rivals newcomers
strugglers underdogs opponents runners-up winners cup-holders league-leaders guests
""")
_DOES = word_set("""
headed heads heading fired fires volleyed slotted tapped curled crossed nodded shot drilled chipped said says
explained insisted admitted dribbled tackled dived lobbed converted netted bundled prodded rifled lashed poked stabbed
swept smashed blasted thumped hammered slammed flicked dinked squeezed turned pounced raced latched beat saved parried
tipped blazed dragged skewed scuffed squared centred limped collapsed replaced struck rose met swung whipped rounded
steered guided bent clipped glanced looped unleashed tucked buried sidefooted side-footed backheeled cleared sliced
missed opened burst danced darted stooped collected picked controlled chested touched swivelled cut ran rolled stroked
powered curls slots scores taps nets crosses
""") - word_set("beat hammered thumped met turned")
_SCORES = word_set("scored scores scoring equalised equalized levelled bagged grabbed added hit")
_DONE_TO = word_set("""
booked substituted replaced cautioned injured fouled tripped felled brought carried dispossessed penalised sent shown
dismissed stretchered named voted unmarked flagged adjudged
""")
#: What a manager is followed by: "Okonjo's side".
_CHARGES = word_set("side men team boys charges players troops lads outfit pupils former old young new")
_AHEAD = word_set("ahead level")
_DEED = word_set("""
header shot cross free-kick corner pass effort strike volley penalty drive opener equaliser equalizer winner goal
goals replacement free finish deflected low curling far close-range long-range left-footed right-footed left-foot
right-foot brace hat-trick double flick knock-down run through-ball spot-kick throw-in lob chip miss red yellow
dismissal rebound half-volley clearance back-pass mistake error foul head
""")
_GIVEN = word_set("""
cross pass corner header goal goals strike shot ball effort free-kick kick penalty opener equaliser equalizer winner
brace hat-trick scored saved booked replaced crossed fouled headed volley double finish own-goal flick assist drive
through-ball blocked cleared tripped brought set made converted
""")
_GIVES = word_set(
    "said added replaced replacing found fed released denied booked saw tripped fouled substituted for introduced"
)
#: What a man's name at the head of a sentence goes on with, besides regular pasts.
SUBJECT = word_set("""
was had is has who whose did made got took put went came gave ran beat shot hit saw found sent left won lost led fell
held kept struck rose broke drew met let set cut began brought caught chose fought flew grew knew lay paid said sold
stood swung thought threw told wrote drove tore ripped might could would should will can may must then also himself twice almost nearly
duly never again soon later still just once too sprang sank bent became felt built dealt dug hung read sat slid spun
spread stole wore won't didn't wasn't hadn't couldn't were are have <s> <m> v vs
""")
#: Verbs as a side in the plural has them, "Okonjo Rovers leave it late"; a man scores, leaves, wins.
_PLURAL = word_set("""
leave take go reach win lose beat draw play face earn climb stay remain move host meet visit come get need want seek bid sit stand hold
claim secure keep put crash bow slump edge ease cruise fight stun shock sink advance progress travel welcome entertain make return rue rally
complain battle dominate struggle tumble drop rise lie join do look continue begin start end finish
""")
#: Behind these a verb in its base form is no plural: "saw Okonjo go close", "let Okonjo take it".
_BARE = word_set(
    "saw see sees seeing let lets make made makes making watch watched watching help helped helps had have having heard hear to would could should and or"
)
#: Verbs that leave both sides level.
_LEVEL = word_set("tied ties tying drew held holds holding")
_ADVERBS = word_set(
    "then also twice duly soon finally never nearly almost again later immediately eventually both all who still only"
)
_NAMES = ("<c>", "<p>", "<t>")


_GIVES_A_WIN = word_set("give gives gave giving earn earned hand handed handing secured secure")


def weigh(sentence: Sentence, first: int, last: int) -> Grounds:
    """What the words around the tokens `first` to `last`, a name, say that it is."""
    lower, words = sentence.lower, sentence.words
    size = len(lower)
    after = last + 1
    club, man, match = _before(sentence, first)
    if after >= size:
        return Grounds(club, man, match)
    word = lower[after]
    if word in ("'s", "'"):
        return _possessive(lower, after + 1, club, man, match)
    if word in _ADVERBS and after + 1 < size:
        after += 1
        word = lower[after]
    follows = lower[after + 1] if after + 1 < size else ""
    named = follows in _NAMES or (after + 1 < size and words[after + 1][0].isupper())
    if not {"his", "her", "himself", "herself", "he", "she"}.isdisjoint(lower[after : after + 4]):
        man += 1
    in_list = first > 0 and lower[first - 1] in ("and", ",", "or")
    if word in BEAT:
        if follows == "<c>" or (named and _has_score(lower, after + 2, 8)):
            club, match = club + 2, True
        elif named or follows in ("<d>", "a", "their"):
            club += 1
        elif follows == "the":
            man += 1
    elif word == "held" and follows in _NAMES and any(w in _DRAW for w in lower[after + 2 : after + 7]):
        # "Okonjo Rovers held Arsenal to a draw".
        club, match = club + 2, True
    elif (
        word == "a"
        and follows == "<s>"
        and first > 1
        and lower[first - 1] == "the"
        and lower[first - 2] in _GIVES_A_WIN
    ):
        # "Gave the Okonjo Men a 2-1 win".
        club, match = club + 2, True
    elif word in ("saw", "see", "sees") and follows in ("off", "past"):
        club, match = (club + 2, True) if _has_score(lower, after + 3, 4) else (club + 1, match)
    elif word in _DOES or word in _DEED:
        man += 2
    elif word in _SCORES:
        man += 1
    elif word == "put" and (follows in _NAMES or follows in ("the", "them", "his", "it", "through")):
        # "Okonjo put Arsenal ahead".
        man += 2
    elif word in ("were", "are", "have") or (word in _PLURAL and (first == 0 or lower[first - 1] not in _BARE)):
        if not in_list:
            club += 2
    elif word.isdigit() and int(word) <= _MOST_GOALS and _is_title(sentence, after):
        club, match = club + 3, True
    elif word in ("was", "is", "had"):
        man += 2 if follows in _DONE_TO or (word == "had" and follows == "replaced") else 0
    elif word in _GOES_THROUGH:
        club += 1
        if _has_score(lower, after + 1, 3):
            club, match = club + 1, True
    elif word in ("took", "regained", "retook", "take", "takes") and lower[after + 1 : after + 3] == ["the", "lead"]:
        club += 2
    elif word in ("went", "go", "goes") and follows in ("ahead", "in", "through", "out", "on"):
        club += 2 if follows == "ahead" or (follows == "in" and lower[after + 2 : after + 3] == ["front"]) else 0
    elif word in _AHEAD or (word == "in" and follows == "front") or (word == "the" and follows == "lead"):
        # "fired Okonjo Rovers ahead", "gave them the lead".
        if first and lower[first - 1].isalpha() and lower[first - 1] != "and":
            club += 2
    elif word in ("v", "vs"):
        club, match = club + 2, True
    elif word in ("earned", "secured", "claimed", "recorded", "registered", "suffered", "cruised", "eased", "played"):
        near = lower[after + 1 : after + 7]
        told = [n for n, w in enumerate(near) if w in _WIN or w in _DRAW or w in _LOSS]
        club += 1 + (follows == "out") if told and "for" not in near[: told[0]] else 0
    elif word == "of" and follows == "<c>" and _is_nation(sentence, after + 1):
        club += 2
    elif word == "<s>" or (word[0].isdigit() and is_score(word)):
        if named and follows != "<t>":
            club, match = club + 2, True
    elif word in FOLK:
        club += 2
    elif word in ROLES:
        club += 2 if named else 1
    elif word == "head" and follows == "coach":
        club += 2
    elif word == "(":
        if follows == "<m>" or (follows.isdigit() and int(follows) <= 120):
            man += 2
    elif word == ",":
        behind = lower[after + 2] if after + 2 < size else ""
        if follows.isdigit() and behind == "," and 15 < int(follows) < 46:
            man += 3
        elif follows in ("who", "which") and (
            behind in BEAT or behind in ("lost", "won", "drew", "are", "were", "have")
        ):
            club += 1
    return Grounds(club, man, match)


_MOST_GOALS = 15
_SHORT = 14


def _is_title(sentence: Sentence, number: int) -> bool:
    """Whether the number at a token is one of two behind two names that are all a line says: "Okonjo Rovers 2, Duarte 1"."""
    lower = sentence.lower
    if sentence.kind == "prose" and len(lower) > _SHORT:
        return False
    numbers = [n for n in range(1, len(lower)) if lower[n].isdigit() and lower[n - 1] in _NAMES]
    return (
        len(numbers) == 2
        and number in numbers
        and numbers[1] - numbers[0] <= 3
        and all(int(lower[n]) <= _MOST_GOALS for n in numbers)
    )


def _possessive(lower: list[str], start: int, club: int, man: int, match: bool) -> Grounds:
    near = lower[start : start + 4]
    for number, word in enumerate(near):
        if word in _CHARGES and number < 2:
            return Grounds(club, man + 1, match)
        if word == "<s>" or is_score(word):
            behind = near[number + 1] if number + 1 < len(near) else ""
            told = behind in _WIN or behind in _LOSS or behind in _DRAW or behind in ("home", "away", "aggregate")
            return Grounds(club + 2, man, True) if told else Grounds(club, man, match)
        if word in _FOLK_OF and number == 0:
            return Grounds(club + 1, man, match)
        if word in _DEED:
            return Grounds(club, man + 2, match)
        if word in ("<p>", "<c>"):
            return Grounds(club + (number == 0), man, match)
    return Grounds(club, man, match)


def _before(sentence: Sentence, first: int) -> Grounds:
    lower = sentence.lower
    at = first - 1
    if at >= 0 and lower[at] == "the":
        at -= 1
    if at < 0:
        return Grounds()
    word = lower[at]
    if word == "'s" and at > 1 and lower[at - 1] in ("<c>", "<x>") and _is_nation(sentence, at - 1):
        # "a draw with Tanzania's Okonjo Stars".
        at -= 2
        word = lower[at]
    before = lower[at - 1] if at else ""
    earlier = lower[at - 2] if at > 1 else ""
    if word == "over":
        return Grounds(2, 0, True) if before in _WIN or before == "<s>" or earlier in _WIN else Grounds()
    if word == "against":
        told = any(
            w == "<s>" or w in _WIN or w in _LOSS or w in _DRAW or w in _MEETING for w in lower[max(at - 3, 0) : at]
        )
        return Grounds(2, 0, True) if told else Grounds(1)
    if word == "to":
        told = before in _LOSS or before == "away" or (earlier, before) == ("at", "home")
        told = told or (earlier in _LOSS and before == "<s>")
        return Grounds(2, 0, True) if told else Grounds()
    if word == "at":
        told = before in _WIN or before in _LOSS or before in _DRAW or before in ("won", "away") or before == "<s>"
        return Grounds(1, 0, True) if told else Grounds()
    if word == "by":
        if before in _BEATEN:
            return Grounds(2, 0, True)
        return Grounds(0, 2 if before in _GIVEN else 0)
    if word == "with":
        told = before in _DRAW or (before == "<s>" and any(w in _DRAW for w in lower[max(at - 5, 0) : at]))
        return Grounds(2, 0, True) if told else Grounds()
    if word in ("from", "through"):
        if before in ("signed", "joined", "signing", "loan", "arrived", "loanee"):
            return Grounds(1)
        return Grounds(0, 2 if before in _GIVEN else 1)
    if word in ("v", "vs"):
        return Grounds(2, 0, True)
    if word == "<s>" or is_score(word):
        is_pair = before in ("<c>", "<p>") or (at > 0 and before[:1].isalpha() and sentence.words[at - 1][0].isupper())
        return Grounds(2, 0, True) if is_pair else Grounds()
    if word in _LEVEL:
        return Grounds(2, 0, True) if _has_score(lower, first + 1, 5) else Grounds()
    if word in BEAT or (word in ("off", "past") and before in ("saw", "see", "sees", "eased", "swept", "cruised")):
        return Grounds(2, 0, True) if _has_score(lower, first + 1, 5) else Grounds(1)
    if word in _HOST:
        return Grounds(1)
    if word in _TEAMS_BEFORE:
        return Grounds(2)
    if word in ROLES:
        return Grounds(0, 2)
    if word == "<d>":
        return Grounds(0, 1)
    if word in _GIVES:
        return Grounds(0, 1)
    return Grounds()


def _is_nation(sentence: Sentence, number: int) -> bool:
    mention = sentence.mentions[number]
    return mention is not None and mention.club is not None and mention.club.startswith("nt-")


def is_score(word: str) -> bool:
    """Whether a token is two numbers with a dash."""
    left, dash, right = word.partition("-")
    return bool(dash) and left.isdigit() and right.isdigit() and len(left) < 3 and len(right) < 3


def _has_score(lower: list[str], start: int, within: int) -> bool:
    return any(word == "<s>" or is_score(word) for word in lower[start : start + within])
