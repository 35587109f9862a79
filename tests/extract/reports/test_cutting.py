"""Where sentences begin and end, what kind they are, who speaks, and what a token is."""

import pytest

from extract.reports.cutting import cut
from extract.reports.fold import fold_text
from extract.reports.tellings import spoken
from extract.reports.tokens import Mention


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in cut(fold_text(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Okonjo scored. Duarte replied.", ["Okonjo scored.", "Duarte replied."]),
        ("J. Okonjo scored. It was 1-0.", ["J. Okonjo scored.", "It was 1-0."]),
        ("St. Etienne won. They had waited.", ["St. Etienne won.", "They had waited."]),
        ("The U.S. Coach was happy. So was Okonjo.", ["The U.S. Coach was happy.", "So was Okonjo."]),
        ("Was it over? It was.", ["Was it over?", "It was."]),
        ("Okonjo scored\n\nDuarte replied", ["Okonjo scored", "Duarte replied"]),
        ("A long line that is\nbroken to fit the page. The next.", ["A long line that is broken to fit the page.", "The next."]),
        ("", []),
    ],
)  # fmt: skip
def test_a_text_is_cut_into_its_sentences(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Okonjo scored in the 14th minute.", "prose"),
        ("Arsenal 2-1 Chelsea", "heading"),
        ("Okonjo celebrates his goal", "caption"),
        ("Goals: Okonjo 14, Duarte 60", "list"),
        ("Arsenal: Halloran; Keller, Brandvik, Tielens, Petrescu, Marchetti", "list"),
        ("“We were poor,” said Okonjo.", "quote"),
    ],
)
def test_a_sentence_has_its_kind(text, kind):
    assert cut(fold_text(text))[0].kind == kind


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“Okonjo scored,” he said. Duarte replied.", ["Okonjo", "scored"]),
        ("He said: “Okonjo scored.” Duarte replied.", ["Okonjo", "scored"]),
        # The story: a quotation that nobody closed turned the whole rest of a report into speech.
        ("He said “it was over. Okonjo scored later. Duarte replied.", ["it", "was", "over"]),
        ("“It was hard. Okonjo scored twice.", ["It", "was", "hard", "Okonjo", "scored", "twice"]),
        ("Okonjo scored.", []),
    ],
)
def test_speech_is_told_from_the_reporters_words(text, said):
    found = []
    for sentence in cut(fold_text(text)):
        marks = spoken(sentence)
        if marks is not None:
            found += [word for word, mark in zip(sentence.words, marks, strict=True) if mark and word[0].isalpha()]
    assert found == said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Okonjo's 25-yard shot", ["Okonjo", "'s", "25-yard", "shot"]),
        ("the hosts' lead", ["the", "hosts", "'s", "lead"]),
        ("a 2-1 win (90+3)", ["a", "2-1", "win", "(", "90+3", ")"]),
        ("O'Halloran couldn't", ["o'halloran", "couldn't"]),
        ("30,000 fans, 1.5 goals", ["30,000", "fans", ",", "1.5", "goals"]),
    ],
)
def test_a_token_is_a_word_a_number_or_a_mark(text, words):
    (sentence,) = cut(fold_text(text))
    assert [word.lower() for word in sentence.lower] == [word.lower() for word in words]
    for word, start, end in zip(sentence.words, sentence.starts, sentence.ends, strict=True):
        assert fold_text(text)[start:end] == word


def test_mentions_take_the_place_of_their_tokens_and_the_first_of_two_stands():
    (sentence,) = cut("Arsenal beat Chelsea 2-1 on Saturday.")
    at = sentence.text.index
    sentence.place(
        [
            Mention("c", 0, 7, "Arsenal", "test"),
            Mention("s", at("2-1"), at("2-1") + 3, "2-1", "test"),
            Mention("c", at("Chelsea"), at(" on"), "Chelsea 2-1", "test"),
            Mention("p", at("hel"), at("hel") + 3, "hel", "test"),
        ]
    )
    assert sentence.lower == ["<c>", "beat", "chelsea", "<s>", "on", "saturday", "."]
    assert [m.surface for m in sentence.mentions if m] == ["Arsenal", "2-1"]
