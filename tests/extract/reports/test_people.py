"""Who is a person, under which name, and whom "he" and "the substitute" mean."""

from tests.extract.reports.reading import clubs_named, goals, names, table

_WON = "Arsenal beat Chelsea 2-1 in north London. "

NAMES = [
    (_WON + "Virgil van Okonjo scored.", "Virgil van Okonjo"),
    (_WON + "Angel di Marchetti scored.", "Angel di Marchetti"),
    (_WON + "Kevin de Lindqvist scored.", "Kevin de Lindqvist"),
    (_WON + "Pedro dos Duarte scored.", "Pedro dos Duarte"),
    (_WON + "Okonjo jnr scored.", "Okonjo jnr"),
    (_WON + "Emre Can scored.", "Emre Can"),
    (_WON + "Ashley Young scored.", "Ashley Young"),
    (_WON + "Jordan Halloran scored.", "Jordan Halloran"),
    (_WON + "Shaun O'Halloran scored.", "Shaun O'Halloran"),
    (_WON + "Jean-Pierre Brandvik scored.", "Jean-Pierre Brandvik"),
    (_WON + "Marek Petrešćů scored.", "Marek Petrešćů"),
    (_WON + "Substitute Tom Tielens scored.", "Tom Tielens"),
    (_WON + "Scott McTielens scored.", "Scott McTielens"),
    (_WON + "Tom Brandvik scored early on. Later Brandvik was booked.", "Tom Brandvik"),
    (_WON + "Rafa Lindqvist scored early on. The crowd sang for Lindqvist.", "Rafa Lindqvist"),
    (_WON + "Paulo Duarte and Rui Duarte scored.", "Paulo Duarte|Rui Duarte"),
    (_WON + "Kylian Mbappé scored and Mbappe was applauded.", "Kylian Mbappé"),
    (_WON + "Trent Alexander-Okonjo scored.", "Trent Alexander-Okonjo"),
    (_WON + "Wayne Bridge and Jonathan Woodgate scored.", "Wayne Bridge|Jonathan Woodgate"),
    (_WON + "Joe Hart and Nick Pope stood out.", "Joe Hart|Nick Pope"),
    (_WON + "Danny Welbeck was replaced by Charlie Austin.", "Danny Welbeck|Charlie Austin"),
    (_WON + "The winner was scored by Marcus Israel.", "Marcus Israel"),
    (_WON + "Israel Okonjo scored.", "Israel Okonjo"),
    (_WON + "Then Chelsea goalkeeper Tom Halloran saved well.", "Tom Halloran"),
    (_WON + "“We won,” said Okonjo.", "Okonjo"),
    (_WON + "Luis Díaz scored for Arsenal and Brahim Díaz for Chelsea.", "Luis Díaz|Brahim Díaz"),
    (_WON + "Son Heung-min scored.", "Son Heung-min"),
    (_WON + "Vinicius Jr scored before Vinicius left.", "Vinicius Jr"),
    ("Arsenal beat Chelsea 2-1. The Chelsea striker Tom Okonjo scored.", "Tom Okonjo"),
]

NO_NAMES = [
    (_WON + "On Saturday it rained.", "Saturday"),
    (_WON + "Meanwhile Okonjo scored.", "Meanwhile"),
    (_WON + "Both Okonjo and Brandvik scored.", "Both Okonjo"),
    (_WON + "The Brazilian Okonjo scored.", "Brazilian"),
]

REFERENCES = [
    (_WON + "Okonjo missed an early chance. He scored in the 30th minute.", "Okonjo 30"),
    (_WON + "Okonjo came on at the break. The substitute scored in the 70th minute.", "Okonjo 70"),
    (_WON + "Okonjo hit the post early on. The Brazilian forward scored in the 30th minute.", "Okonjo 30"),
    (_WON + "Okonjo was left alone. The 21-year-old headed home.", "Okonjo"),
    (_WON + "Okonjo, who missed a chance early on, was not to be denied and he equalised.", "Okonjo"),
    (_WON + "Okonjo had replaced Brandvik at the break. He scored in the 70th minute.", "Okonjo 70"),
    (_WON + "Brandvik crossed and the Norwegian's ball found Okonjo, who scored.", "Okonjo"),
    (_WON + "Okonjo was unlucky early on. But the former Porto striker scored in the 30th minute.", "Okonjo 30"),
    (_WON + "Okonjo was a threat all night and the 19-year-old scored in the 30th minute.", "Okonjo 30"),
    (_WON + "Okonjo scored in the 10th minute. The striker added another in the 30th minute.", "Okonjo 10 30"),
]

CLUBS = [
    ("Arsenal beat Chelsea 2-1. The Gunners deserved it.", "arsenal|chelsea"),
    ("Manchester City beat Newcastle 2-0. City were better than United.", "manchester-city|newcastle-united"),
    ("Manchester United beat Leicester 2-0. United were better than City.", "manchester-united|leicester-city"),
    ("Internazionale beat Milan 1-0.", "inter-milan|ac-milan"),
    ("PSG beat Monaco 2-0.", "paris-saint-germain|monaco"),
    ("Brazil beat Germany 2-0.", "nt-brazil|nt-germany"),
    (
        "Bayern Munich beat Real Madrid 2-0. Bayern led at the break and Madrid never recovered.",
        "bayern-munich|real-madrid",
    ),
]

TABLES = [NAMES, NO_NAMES, REFERENCES, CLUBS]


@table("text, expected", NAMES)
def test_a_person_is_known_by_the_fullest_name_of_the_document_as_it_is_spelt(told, text, expected):
    assert names(told(text)) == set(expected.split("|"))


@table("text, not_expected", NO_NAMES)
def test_a_capital_makes_no_name_of_a_common_word(told, text, not_expected):
    assert not_expected not in names(told(text))


@table("text, expected", REFERENCES)
def test_words_for_a_man_mean_the_man_spoken_of(told, text, expected):
    assert expected in goals(told(text))


@table("text, expected", CLUBS)
def test_a_club_is_known_by_all_its_names_and_by_the_company_they_keep(told, text, expected):
    assert clubs_named(told(text)) == set(expected.split("|"))
