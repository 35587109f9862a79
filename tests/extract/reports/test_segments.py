"""Which sentences are the reporter's own, and which match of a roundup each of them tells."""

import polars as pl

from tests.extract.reports.reading import cards, goals, matches, table

_WON = "Arsenal beat Chelsea 2-1 in north London. "

# Told in one breath, as papers print them: no headings, a caption in between, quotations full of football.
ROUNDUP = """\
Napoli reached the last eight when they beat Ajax 3-1 at the Stadio Diego Armando Maradona. Marchetti headed Napoli in \
front in the 9th minute and Okonjo scored from the penalty spot on the stroke of half-time. Brandvik pulled one back \
in the 71st minute, but Castellano scored in the fourth minute of stoppage time. "We scored when it counted and \
we were never going to lose it, even if they hit the post," said Marchetti.

Elsewhere Benfica won 2-0 at Celtic. Duarte opened the scoring in the 20th minute and Petrescu scored four minutes into \
the second half. Celtic lost their captain Tom Halloran, who was sent off in the 66th minute.

Petrescu celebrates after he scores the second goal for Benfica. Photograph: Anna Lind/Agency

Valencia were held to a 1-1 draw by Porto. Valencia took the lead through Ferrando after 33 minutes. Seven minutes \
later Tielens equalised for Porto."""

ROUNDUPS = [(ROUNDUP, ["ajax napoli", "benfica celtic", "porto valencia"])]

# Whom a score is of when its sentence does not say it: one side, no side, or a match told elsewhere in the text.
UNNAMED = [
    ("Okonjo scored as Arsenal won 2-1. Chelsea had started better.", ["arsenal chelsea"]),
    ("Arsenal edged a thriller with Chelsea. Okonjo settled it late. It finished 4-3.", ["arsenal chelsea"]),
    (
        "Porto beat Benfica 2-0. Arsenal edged a thriller with Chelsea. Okonjo settled it late. It finished 4-3.",
        ["benfica porto", "arsenal chelsea"],
    ),
    ("Arsenal, who meet Chelsea next, beat Everton 2-0. Okonjo scored. It finished 2-0.", ["arsenal everton"]),
]

# Two matches in one sentence: each score is of its own clubs' match.
SHARED = [
    ("Porto beat Benfica 2-0 and Arsenal beat Chelsea 3-1.", {("arsenal", "chelsea", 3), ("porto", "benfica", 2)})
]

QUOTED = [
    (_WON + '"Okonjo scored twice and Brandvik was sent off," said the manager.',),
    (_WON + 'The manager said: "Okonjo equalised in the 14th minute."',),
    (_WON + "“Okonjo headed home and that was that,” the manager said.",),
    (_WON + "'Okonjo scored in the 14th minute,' said the manager.",),
    (_WON + '"It was hard," said the manager. "Okonjo scored and Brandvik was booked."',),
]

KINDS = [
    ("Arsenal edge Chelsea\n\nArsenal beat Chelsea 2-1.", "heading"),
    ("Arsenal beat Chelsea 2-1.\n\nOkonjo celebrates his winner. Photograph: Anna Lind/Agency", "caption"),
    ("Arsenal beat Chelsea 2-1.\n\nReferee: A Lind", "list"),
    ('Arsenal beat Chelsea 2-1.\n\n"We were lucky," said Okonjo.', "quote"),
]

STOPS = [
    ("St. Mirren beat Hearts 2-1. Okonjo scored.", 2),
    ("Arsenal beat Chelsea 2-1 and Mr. Lind was the referee. Okonjo scored.", 2),
    ("Arsenal beat Chelsea 2-1! Did they deserve it? They did.", 3),
    ("Arsenal beat Chelsea 2-1 as J. Okonjo scored.", 1),
    ("Arsenal beat Chelsea 2-1.\nOkonjo scored.", 2),
]

TABLES = [ROUNDUPS, UNNAMED, SHARED, QUOTED, KINDS, STOPS]


@table("text, expected", ROUNDUPS)
def test_a_roundup_without_headings_is_cut_into_its_matches(told, text, expected):
    assert [" ".join(pair) for pair in matches(told(text))] == expected


@table("text, expected", UNNAMED)
def test_a_score_that_names_one_side_or_none_is_of_the_clubs_named_beside_it(told, text, expected):
    assert [" ".join(pair) for pair in matches(told(text))] == expected


@table("text, expected", SHARED)
def test_a_score_is_of_the_match_of_its_clubs_whatever_else_its_sentence_tells(told, text, expected):
    frames = told(text)
    pairs = frames["match_claims"].select("segment_no", side_1="club_1", side_2="club_2")
    of = frames["score_claims"].join(pairs, on="segment_no")
    assert set(of.select("side_1", "side_2", "goals_1").iter_rows()) == expected


def test_each_goal_of_a_roundup_belongs_to_its_own_match(told):
    frames = told(ROUNDUP)
    assert goals(frames, segment=1) == {"Marchetti 9", "Okonjo 45 pen", "Brandvik 71", "Castellano 90+4"}
    assert goals(frames, segment=2) == {"Duarte 20", "Petrescu 49"}
    assert goals(frames, segment=3) == {"Ferrando 33", "Tielens 40"}


def test_each_card_of_a_roundup_belongs_to_its_own_match(told):
    assert cards(told(ROUNDUP)) == {"Tom Halloran red 66"}
    assert set(told(ROUNDUP)["card_claims"].filter("asserted")["segment_no"]) == {2}


@table("text", QUOTED)
def test_what_somebody_says_is_not_what_the_report_tells(told, text):
    frames = told(text)
    assert frames["goal_claims"].is_empty()
    assert frames["card_claims"].is_empty()


@table("text, expected", KINDS)
def test_headings_captions_lists_and_quotations_are_told_from_prose(told, text, expected):
    assert set(told(text)["sentences"]["kind"]) == {"prose", expected}


@table("text, expected", STOPS)
def test_a_sentence_ends_at_a_stop_that_ends_one(told, text, expected):
    sentences = told(text)["sentences"]
    assert sentences.height == expected
    assert sentences["sentence_no"].to_list() == list(range(1, expected + 1))


def test_sentences_hold_all_of_a_text_but_its_blanks(told):
    for text in (ROUNDUP, *(row[0] for cases in (QUOTED, KINDS, STOPS) for row in cases)):
        spans = told(text)["sentences"].select("char_start", "char_end").sort("char_start").rows()
        assert "".join(text[start:end] for start, end in spans).split() != []
        assert "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())
        assert pl.Series([start for start, _ in spans]).is_sorted()
