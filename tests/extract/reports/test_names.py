"""Which words of a report name clubs, places and people, and which club or man each name is.

Belongs here: sentences with names in them and what they name. Does not belong here: what anybody did, and words for a
club or a man that are no names ("the hosts", "the striker").
"""

import re

import pytest

from extract.reports.cutting import cut
from extract.reports.fold import fold_text
from extract.reports.grounds import weigh
from extract.reports.names import Gazetteer, find_clubs, find_people, provisional_clubs
from extract.reports.tokens import Mention, Sentence
from tests.extract.reports.reading import table

_WON = "Arsenal beat Chelsea 2-1. "

#: What is named, in the order of the text: c a club, x a place, d a people; a "-" for one that is nobody's in particular.
CLUBS = [
    # Names that one club bears.
    ("Arsenal beat Chelsea 2-1.", "c:arsenal c:chelsea"),
    ("ARSENAL 2 CHELSEA 1", "c:arsenal c:chelsea"),
    ("MANCHESTER UNITED 2 NEWCASTLE 0", "c:manchester-united c:newcastle-united"),
    ("Late Brandvik Strike Sinks Everton In Thriller", "c:everton"),
    ("Everton Edge Past Chelsea", "c:everton c:chelsea"),
    ("Chelsea Women beat Everton Women 2-0.", "c:chelsea c:everton"),
    ("Chelsea FC beat Everton FC 2-0.", "c:chelsea c:everton"),
    ("1860 Munich beat 1. FC Nuremberg 2-0.", "c:1860-munich c:nuremberg"),
    ("FC Köln drew with Borussia Mönchengladbach.", "c:cologne c:borussia-monchengladbach"),
    ("Paris Saint-Germain's defence stood firm.", "c:paris-saint-germain"),
    ("Brighton & Hove Albion drew 1-1 with Bodo/Glimt.", "c:brighton c:bodo-glimt"),
    ("PSG beat Monaco 2-0.", "c:paris-saint-germain c:monaco"),
    ("Brazil beat Germany 2-0.", "c:nt-brazil c:nt-germany"),
    ("ARSENAL ARE BACK in the final after Chelsea lost.", "c:arsenal c:chelsea"),
    ("BARCELONA (Reuters) - Chelsea lost.", "c:chelsea"),
    # Names that several bear: the company they keep.
    ("Manchester City beat Newcastle 2-0. City led early.", "c:manchester-city c:newcastle-united c:manchester-city"),
    ("Norwich City beat Bristol Rovers 2-0. City led early.", "c:norwich-city c:bristol-rovers c:norwich-city"),
    ("Manchester United lost to Leicester City. United led, City replied.",
     "c:manchester-united c:leicester-city c:manchester-united c:leicester-city"),
    ("Leeds United drew with West Ham United. For Leeds it was hard, for United harder.",
     "c:leeds-united c:west-ham-united c:leeds-united c:leeds-united"),
    ("Sheffield Wednesday won. On Wednesday night Wednesday were superb.",
     "c:sheffield-wednesday c:sheffield-wednesday c:sheffield-wednesday"),
    ("On Wednesday Chelsea won.", "c:chelsea"),
    ("Real Madrid lost to Chelsea. Real were poor.", "c:real-madrid c:chelsea c:real-madrid"),
    ("Real Sociedad lost to Chelsea. Real were poor.", "c:real-sociedad c:chelsea c:real-sociedad"),
    ("Glasgow Rangers beat Celtic. Rangers were superb.", "c:rangers c:celtic c:rangers"),
    ("Queens Park Rangers beat Fulham. Rangers were superb.", "c:queens-park-rangers c:fulham c:queens-park-rangers"),
    ("Rangers beat Braga 1-0.", "c:rangers c:braga"),
    ("Inter beat Braga 1-0.", "c:inter-milan c:braga"),
    ("Internazionale beat Milan 1-0.", "c:inter-milan c:ac-milan"),
    ("Sporting Lisbon met Braga. Sporting won.", "c:sporting-lisbon c:braga c:sporting-lisbon"),
    ("Athletic Bilbao met Braga. Athletic won.", "c:athletic-bilbao c:braga c:athletic-bilbao"),
    ("Wigan Athletic met Burnley. Athletic won.", "c:wigan-athletic c:burnley c:wigan-athletic"),
    ("Liverpool met Chelsea. The Reds won.", "c:liverpool c:chelsea c:liverpool"),
    ("Nottingham Forest met Chelsea. The Reds won.", "c:nottingham-forest c:chelsea c:nottingham-forest"),
    ("Aberdeen met Celtic. The Dons won.", "c:aberdeen c:celtic c:aberdeen"),
    ("Wolves and Chelsea drew. The Reds watched.", "c:wolverhampton-wanderers c:chelsea"),
    ("Chelsea met Everton. The Blues were better than Everton.", "c:chelsea c:everton c:everton c:everton"),
    ("Racing Genk beat Sporting Braga 2-0.", "c:genk c:braga"),
    ("Atletico Madrid beat Getafe. Madrid led early.", "c:atletico-madrid c:getafe c:atletico-madrid"),
    ("Real Madrid beat Getafe. Madrid led early.", "c:real-madrid c:getafe c:real-madrid"),
    # Words that are clubs' names as well.
    ("Nice work by Okonjo set it up for Chelsea.", "c:chelsea"),
    ("Nice beat Lyon 2-0.", "c:nice c:lyon"),
    ("Reading the game well, Okonjo helped Chelsea.", "c:chelsea"),
    ("Reading were beaten by Chelsea.", "c:reading c:chelsea"),
    # Towns and countries.
    ("Arsenal won 2-0 in Dortmund.", "c:arsenal x:borussia-dortmund"),
    ("Dortmund led Arsenal 1-0.", "c:borussia-dortmund c:arsenal"),
    ("Arsenal lost at Barcelona.", "c:arsenal c:barcelona"),
    ("Arsenal lost in Barcelona.", "c:arsenal x:barcelona"),
    ("Arsenal lost in Milan.", "c:arsenal x:-"),
    ("Inter beat Arsenal in Milan.", "c:inter-milan c:arsenal x:inter-milan"),
    ("Arsenal believed in Chelsea's weakness.", "c:arsenal c:chelsea"),
    ("Arsenal won at Old Trafford.", "c:arsenal x:manchester-united"),
    ("Arsenal won in London.", "c:arsenal x:arsenal"),
    ("Arsenal met Chelsea in London.", "c:arsenal c:chelsea x:-"),
    ("Arsenal had won in Germany.", "c:arsenal x:nt-germany"),
    ("Arsenal met the champions of Italy.", "c:arsenal x:nt-italy"),
    ("Arsenal met Ukraine's Shakhtar Donetsk.", "c:arsenal x:nt-ukraine c:shakhtar-donetsk"),
    ("Esperance of Tunisia met Arsenal.", "c:esperance x:nt-tunisia c:arsenal"),
    ("Arsenal made the trip to Italy.", "c:arsenal x:nt-italy"),
    ("Arsenal were the best of Italy's top flight guests.", "c:arsenal x:nt-italy"),
    ("At Malmo, Sweden: Arsenal won 2-0.", "c:malmo x:nt-sweden c:arsenal"),
    ("Referee: Tom Okonjo (Spain). Arsenal won.", "x:nt-spain c:arsenal"),
    ("Italy beat Spain 2-0 and Italy's second goal was superb.", "c:nt-italy c:nt-spain c:nt-italy"),
    ("Pressure from Italy told on Spain, and Spain lost to Italy.", "c:nt-italy c:nt-spain c:nt-spain c:nt-italy"),
    ("Brazil midfielder Brandvik scored for Arsenal.", "c:nt-brazil c:arsenal"),
    ("The Italian side lost to Arsenal.", "d:nt-italy c:arsenal"),
    ("Arsenal are in the Scottish Cup.", "c:arsenal"),
    # A club before a role and a name stays one.
    ("Chelsea striker Tom Okonjo scored.", "c:chelsea"),
    ("Roma captain Okonjo scored.", "c:roma"),
    # Parts of the names of people and of other clubs.
    ("Jordan Halloran scored for Chelsea.", "c:chelsea"),
    ("Lucas Everton scored for Chelsea.", "c:chelsea"),
    ("Antonio Valencia scored for Chelsea. Later Valencia crossed.", "c:chelsea"),
    ("Antonio Valencia scored for Chelsea. Valencia were beaten 2-0.", "c:chelsea c:valencia"),
    ("Israel Okonjo scored for Chelsea. Later Israel headed wide.", "c:chelsea"),
    ("Rolando Bolton scored for Chelsea.", "c:chelsea"),
    ("Suppose Bolton required two against Chelsea.", "c:bolton-wanderers c:chelsea"),
    ("Later Peterborough Sports met Chelsea.", "c:chelsea"),
    ("Then Wayne Bolton scored for Chelsea.", "c:chelsea"),
    ("Striker German Okonjo scored for Chelsea.", "c:chelsea"),
    ("Roman Okonjo scored for Chelsea.", "c:chelsea"),
    ("Beating Everton was easy for Chelsea.", "c:everton c:chelsea"),
    ("Third-placed Everton met Chelsea.", "c:everton c:chelsea"),
    ("Everton 0-1 Stoke Tom Okonjo wins it", "c:everton c:stoke-city"),
    ("Chelsea met Everton Rangers in a friendly.", "c:chelsea"),
]  # fmt: skip

#: Who is named, each by his fullest name, in the order in which the names are first used.
PEOPLE = [
    (_WON + "Virgil van Okonjo scored.", "Virgil van Okonjo"),
    (_WON + "Angel di Marchetti scored.", "Angel di Marchetti"),
    (_WON + "Kevin de la Lindqvist scored.", "Kevin de la Lindqvist"),
    (_WON + "Rafael van der Brandvik scored.", "Rafael van der Brandvik"),
    (_WON + "The ball fell to van Okonjo, who scored.", "van Okonjo"),
    (_WON + "Ahmed al Okonjo scored.", "Ahmed al Okonjo"),
    (_WON + "Nicolás De la Tielens scored.", "Nicolás De la Tielens"),
    (_WON + "Okonjo jnr scored.", "Okonjo jnr"),
    (_WON + "Vinicius Jr scored before Vinicius left.", "Vinicius Jr"),
    (_WON + "Andre Okonjo III scored.", "Andre Okonjo III"),
    (_WON + "Then J. Okonjo scored.", "J. Okonjo"),
    (_WON + "Tom W. Okonjo scored.", "Tom W. Okonjo"),
    (_WON + "Shaun O'Halloran scored.", "Shaun O'Halloran"),
    (_WON + "Badou N'Diaye-Brandvik scored.", "Badou N'Diaye-Brandvik"),
    (_WON + "Jean-Pierre Brandvik scored.", "Jean-Pierre Brandvik"),
    (_WON + "Son Heung-min scored.", "Son Heung-min"),
    (_WON + "Park Ji-sung scored.", "Park Ji-sung"),
    (_WON + "Marek Petrešćů scored.", "Marek Petrešćů"),
    (_WON + "Julio MartÃ\xadnez scored.", "Julio MartÃ\xadnez"),
    (_WON + "Scott McTielens scored.", "Scott McTielens"),
    (_WON + "Okonjo and Brandvik scored.", "Okonjo|Brandvik"),
    (_WON + "Kaká scored.", "Kaká"),
    (_WON + "Sir Tom Okonjo and Mr Brandvik watched.", "Tom Okonjo|Brandvik"),
    (_WON + "Wayne OKONJO scored. OKONJO was booked.", "Wayne OKONJO"),
    (_WON + "TOM OKONJO scored and Okonjo was booked.", "Tom Okonjo"),
    (_WON + "Emre Can and Ashley Young scored.", "Emre Can|Ashley Young"),
    (_WON + "Ashley Young scored. Then Young was booked.", "Ashley Young"),
    (_WON + "Ashley Young scored. Young headed wide.", "Ashley Young"),
    (_WON + "Emre Can and Tom Brandvik scored. Can they do it again? They did in May.", "Emre Can|Tom Brandvik"),
    (_WON + "Will Okonjo scored.", "Will Okonjo"),
    (_WON + "Finn Okonjo scored.", "Finn Okonjo"),
    (_WON + "Later striker German Okonjo scored.", "German Okonjo"),
    (_WON + "Then keeper Hope Okonjo was beaten.", "Hope Okonjo"),
    (_WON + "Substitute Tom Tielens scored.", "Tom Tielens"),
    (_WON + "Centre-backs Tom Tielens and Jan Okonjo scored.", "Tom Tielens|Jan Okonjo"),
    (_WON + "The Brazilian Okonjo scored.", "Okonjo"),
    (_WON + "The winner was scored by Marcus Israel.", "Marcus Israel"),
    (_WON + "“We won,” said Okonjo.", "Okonjo"),
    (_WON + "\n\nOkonjo: Late header\n\nOkonjo and Brandvik scored.", "Okonjo|Brandvik"),
    ("Arsenal: Keller; Duarte, Brandvik (Okonjo 67), Tielens.", "Keller|Duarte|Brandvik|Okonjo|Tielens"),
    # The fullest form of a document.
    (_WON + "Tom Brandvik scored early on. Later Brandvik was booked.", "Tom Brandvik"),
    (_WON + "Brandvik scored early on. Later Tom Brandvik was booked.", "Tom Brandvik"),
    (_WON + "Virgil van Okonjo scored. Van Okonjo was booked, and so was Okonjo.", "Virgil van Okonjo"),
    (_WON + "Wayne Okonjo scored. Wayne was booked.", "Wayne Okonjo"),
    (_WON + "Wayne was booked. Wayne Okonjo scored.", "Wayne|Wayne Okonjo"),
    (_WON + "Mo Okonjo scored. Mohamed Okonjo was booked.", "Mohamed Okonjo"),
    (_WON + "Kylian Mbakwé scored and Mbakwe was applauded.", "Kylian Mbakwé"),
    (_WON + "Alex Okonjo-Keller scored and Alex-Okonjo Keller left.", "Alex Okonjo-Keller"),
    # Two of one name: the one named last.
    (_WON + "Paulo Duarte and Rui Duarte scored.", "Paulo Duarte|Rui Duarte"),
    # Spelt in two ways.
    (_WON + "Edin Dzenko scored. Later Dezkno and Denzko sat down. Dzenko left, and Dezenko.",
     "Edin Dzenko|Dezkno|Denzko"),
    (_WON + "Edin Brandvik scored twice. Brandivk was applauded.", "Edin Brandvik"),
    (_WON + "Edin Brandvik scored. Edin Brandvik left. Edin Brandvick was applauded.", "Edin Brandvik"),
    (_WON + "Tielens Anatoly scored and Anatoly Tielens left.", "Tielens Anatoly"),
    (_WON + "Jan Okonjoson and Tom Okonjosen scored.", "Jan Okonjoson|Tom Okonjosen"),
    (_WON + "Tom Robert and Jan Roberts scored.", "Tom Robert|Jan Roberts"),
    # A headline of capitals.
    ("Late Brandvik Strike Sinks Everton\n\nTom Brandvik scored and Everton had lost, though nobody said so.",
     "Tom Brandvik"),
    ("DEADLY BRANDVIK SINKS EVERTON\n\nTom Brandvik scored and Everton had lost, though nobody said so.",
     "Tom Brandvik"),
    ("Deadly Brandvik sinks Everton\n\nThen Tom Brandvik scored and Everton had lost.", "Tom Brandvik"),
    ("Everton 0-1 Stoke Tom Okonjo wins it", "Tom Okonjo"),
]  # fmt: skip

#: Sentences in which no person is named, whatever their capitals.
NO_PEOPLE = [
    "On Saturday it rained, as in March and on Boxing Day.",
    "Meanwhile there was nothing else to tell.",
    "Celebrations were loud and celebrations were long.",
    "Heartbreakingly, the ball hit the post.",
    "Unable to score, they sat back.",
    "Lessons of that kind are hard.",
    "Undeterred, they went on.",
    "I'm glad, and we're all glad that you've seen it.",
    "They won the Champions League, the Carabao Cup and the Copa del Rey.",
    "He has won the Golden Boot, the World Cup and the Ballon d'Or.",
    "They won the William Tielens Scottish Cup.",
    "They met at the Tielens Stadium, at Okonjo Park and at the Stadio Brandvik.",
    "The BBC, the Associated Press and Sky Sports were there.",
    "First-half goals, Third-placed sides and Ex-Chelsea men were all there.",
    "The Kop was silent.",
    "It was played in Kyrkstad and near Tielenberg.",
    "Referee: (Kyrkshire).",
    "The Tractor Boys were ahead.",
    "OSLO 1996-08-24",
    "LA KYRKSTAD, Spain - It was over.",
    "OSLO: Minor sides were there.",
    "OSLO, Vik (AP) - It was over.",
    "OSLO (Reuters) - It was over.",
    "Contest: two of them on the ball",
    "VAR and UEFA and FIFA said no.",
    "Goalless: the teams drew 0-0",
]

#: What a name that no seed knows turns out to be: c a club and its id, p a man.
PROVISIONAL = [
    ("Perth Glory beat Sydney FC 2-1. The Perth defender fell.", "c:perth-glory"),
    (
        "Tarnholm Harriers beat Arsenal 2-1. The Harriers led early on.",
        "c:new-tarnholm-harriers c:new-tarnholm-harriers",
    ),
    (
        "Tarnholm Town beat Velgrad Athletic 2-1. Athletic were poor.",
        "c:new-tarnholm-town c:new-velgrad-athletic c:new-velgrad-athletic",
    ),
    ("Tarnholm Harbour held Arsenal to a goalless draw.", "c:new-tarnholm-harbour"),
    ("Tarnholm beat Arsenal 2-1.", "c:new-tarnholm"),
    ("Tarnholm thrashed Velgrad 4-0.", "c:new-tarnholm c:new-velgrad"),
    ("Tarnholm 2-1 Velgrad", "c:new-tarnholm c:new-velgrad"),
    ("Tarnholm v Velgrad", "c:new-tarnholm c:new-velgrad"),
    ("Arsenal clinched a 2-0 win over Tarnholm.", "c:new-tarnholm"),
    ("Arsenal clinched a victory over the champions Tarnholm.", "c:new-tarnholm"),
    ("Arsenal suffered a defeat by Tarnholm.", "c:new-tarnholm"),
    ("Arsenal lost to Tarnholm.", "c:new-tarnholm"),
    ("Arsenal lost 2-1 to Tarnholm.", "c:new-tarnholm"),
    ("Arsenal were knocked out, beaten by Tarnholm.", "c:new-tarnholm"),
    ("Arsenal were held to a draw with Tarnholm.", "c:new-tarnholm"),
    ("Arsenal were at home to Tarnholm.", "c:new-tarnholm"),
    ("A draw at Tarnholm was not enough for Arsenal.", "c:new-tarnholm"),
    ("Arsenal saw off Tarnholm 2-0.", "c:new-tarnholm"),
    ("Later Tarnholm's 2-1 win was forgotten.", "c:new-tarnholm"),
    ("Later Tarnholm took the lead.", "c:new-tarnholm"),
    ("A late goal put Tarnholm ahead.", "c:new-tarnholm"),
    ("A late goal gave Tarnholm the lead.", "c:new-tarnholm"),
    ("Later Tarnholm were awarded a penalty.", "c:new-tarnholm"),
    ("Later Tarnholm striker Jan Okonjo scored.", "c:new-tarnholm p:Jan Okonjo"),
    ("Then the Tarnholm fans sang.", "c:new-tarnholm"),
    ("Arsenal beat the Danish side Tarnholm.", "c:new-tarnholm"),
    ("Arsenal drew with Tanzania's Tarnholm Stars.", "c:new-tarnholm-stars"),
    ("Later Dia Velgrad of Congo earned a 2-1 victory in Cairo.", "c:new-dia-velgrad"),
    ("Then Tarnholm Rovers came close.", "c:new-tarnholm-rovers"),
    ("Then FC Tarnholm came close.", "c:new-fc-tarnholm"),
    ("Then Tarnholm FC came close.", "c:new-tarnholm-fc"),
    (
        "Tarnholm Velgrad beat Arsenal 2-1. Later Tarnholm had a chance.",
        "c:new-tarnholm-velgrad c:new-tarnholm-velgrad",
    ),
    ("Later Peterborough Sports came close.", "c:new-peterborough-sports"),
    ("Progres Niederkorn drew with Arsenal. Progres go through.", "c:progres-niederkorn"),
    ("Arsenal drew with Zorya Luhansk. Later Zorya came close.", ""),
    ("Arsenal beat Nuremburg 2-0.", "c:nuremberg"),
    ("Arsenal beat Accrington 2-0. A goal gave Stanley the lead.", "c:accrington-stanley"),
    # People, for all that.
    ("Okonjo beat Keller with a low shot.", "p:Okonjo p:Keller"),
    ("Okonjo beat the keeper.", "p:Okonjo"),
    ("Then Okonjo scored and Okonjo headed wide.", "p:Okonjo p:Okonjo"),
    ("Arsenal went ahead through Okonjo's header.", "p:Okonjo"),
    ("Arsenal won with goals by Okonjo and Keller.", "p:Okonjo p:Keller"),
    ("Then Okonjo and Keller were booked.", "p:Okonjo p:Keller"),
    ("Arsenal played against Okonjo's side.", "p:Okonjo"),
    ("It was a first win against Pep Okonjo for Arsenal.", "p:Pep Okonjo"),
    ("A late Olivier Okonjo penalty beat Arsenal.", "p:Olivier Okonjo"),
    ("The striker Okonjo, 25, was booked.", "p:Okonjo"),
    ("The penalty was dispatched by Jan Okonjo.", "p:Jan Okonjo"),
    ("Arsenal scored from an Okonjo corner and an Okonjo cross.", "p:Okonjo p:Okonjo"),
    ("It is hard to play in Tarnholm City.", "p:Tarnholm City"),
]

Read = list[Sentence]


@pytest.fixture(scope="module")
def gazetteer(clubs) -> Gazetteer:
    return Gazetteer(clubs)


def _read(text: str, gazetteer: Gazetteer) -> Read:
    """A text with its scores, clubs and people placed."""
    sentences = cut(fold_text(text))
    for sentence in sentences:
        scores = [
            Mention("s", start, end, word, "digits")
            for word, start, end in zip(sentence.words, sentence.starts, sentence.ends, strict=True)
            if re.fullmatch(r"[0-9]{1,2}-[0-9]{1,2}", word)
        ]
        sentence.place(scores)
    for sentence, found in zip(sentences, find_clubs(sentences, gazetteer), strict=True):
        sentence.place(found)
    for sentence, found in zip(sentences, find_people(sentences, text), strict=True):
        sentence.place(found)
    return sentences


def _mentions(sentences: Read, tags: str) -> list[Mention]:
    return [m for sentence in sentences for m in sentence.mentions if m is not None and m.tag in tags]


@table("text, expected", CLUBS)
def test_a_club_a_place_and_a_people_are_known_by_the_company_they_keep(gazetteer, text, expected):
    found = _mentions(_read(text, gazetteer), "cxd")
    assert [f"{m.tag}:{m.club or '-'}" for m in found] == expected.split()


@table("text, expected", PEOPLE)
def test_a_person_is_known_by_the_fullest_name_of_the_text_as_it_is_spelt(gazetteer, text, expected):
    found = _mentions(_read(text, gazetteer), "p")
    assert list(dict.fromkeys(m.name for m in found)) == expected.split("|")


@pytest.mark.parametrize("text", NO_PEOPLE)
def test_a_capital_makes_no_name_of_a_word(gazetteer, text):
    assert [m.surface for m in _mentions(_read(text, gazetteer), "p")] == []


@table("text, expected", PROVISIONAL)
def test_a_club_that_no_seed_knows_is_known_by_its_place(gazetteer, text, expected):
    sentences = _read(text, gazetteer)
    provisional_clubs(sentences, gazetteer)
    found = [m for m in _mentions(sentences, "cp") if m.tag == "p" or m.rule in ("provisional", "part")]
    assert [f"{m.tag}:{m.club or m.name}" for m in found] == re.findall(r"[cp]:.*?(?= [cp]:|$)", expected)


def test_of_two_of_one_surname_it_is_the_one_named_last(gazetteer):
    text = _WON + "Paulo Duarte scored. Duarte ran off. Then Rui Duarte scored. Duarte ran off. Paulo Duarte sat down."
    found = _mentions(_read(text, gazetteer), "p")
    assert [m.name for m in found] == ["Paulo Duarte", "Paulo Duarte", "Rui Duarte", "Rui Duarte", "Paulo Duarte"]


def test_of_two_clubs_that_share_a_name_it_is_the_one_named_last(gazetteer):
    text = "Leeds United lost. United were poor. Then Newcastle United lost. United were poor."
    found = _mentions(_read(text, gazetteer), "c")
    assert [m.club for m in found] == ["leeds-united", "leeds-united", "newcastle-united", "newcastle-united"]


@pytest.mark.parametrize("text", [row[0] for row in CLUBS + PEOPLE + PROVISIONAL] + NO_PEOPLE)
def test_a_mention_spans_its_words_of_the_text_and_overlaps_no_other(gazetteer, text):
    folded = fold_text(text)
    for sentence in _read(text, gazetteer):
        until = sentence.start
        for mention in (m for m in sentence.mentions if m is not None):
            assert until <= mention.start < mention.end <= sentence.end
            assert folded[mention.start : mention.end] == mention.surface
            until = mention.end


def test_a_country_belongs_to_what_it_is_said_of(gazetteer):
    sentences = _read("Esperance of Tunisia met Tanzania's Tarnholm Stars. Brandvik is an Italian.", gazetteer)
    assert [m.country for m in _mentions(sentences, "cxd")][:2] == ["Tunisia", "Tunisia"]
    assert _mentions(sentences, "d")[0].country == "Italy"


def test_the_nation_of_a_club_that_no_seed_knows_is_a_place(gazetteer):
    sentences = _read("Arsenal drew with Tanzania's Tarnholm Stars.", gazetteer)
    provisional_clubs(sentences, gazetteer)
    assert [(m.tag, m.surface) for m in _mentions(sentences, "cx")] == [
        ("c", "Arsenal"), ("x", "Tanzania"), ("c", "Tarnholm Stars"),
    ]  # fmt: skip
    assert [word for word in sentences[0].lower if word.startswith("<")] == ["<c>", "<x>", "<c>"]


def test_what_is_placed_already_is_left_alone(gazetteer):
    sentences = cut("Arsenal beat Chelsea.")
    sentences[0].place([Mention("t", 0, 7, "Arsenal", "role")])
    assert [m.surface for m in find_clubs(sentences, gazetteer)[0]] == ["Chelsea"]


def test_nothing_is_found_in_nothing(gazetteer):
    assert find_clubs([], gazetteer) == []
    assert find_people([]) == []
    assert provisional_clubs([]) == []
    assert find_people(cut("there is nothing here.")) == [[]]


def test_both_sides_of_a_match_are_weighed_as_clubs():
    sentences = cut("Tarnholm beat Velgrad 2-1.")
    assert weigh(sentences[0], 0, 0).match
    assert weigh(sentences[0], 2, 2).match
