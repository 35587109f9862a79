"""The notation of the phrase lists, and the search for them."""

import re

import pytest

from extract.reports import phrases
from extract.reports.cutting import cut
from extract.reports.fold import fold_text
from extract.reports.phrases import LISTS, Phrase, entries, expression, families, find, forms, shape
from extract.reports.tokens import Mention


def shape_of(text: str, *names: tuple[str, str]) -> str:
    """The shape of one sentence in which words stand for mentions: ("Okonjo", "p")."""
    (sentence,) = cut(fold_text(text))
    found = []
    for words, tag in names:
        at = sentence.text.index(words)
        found.append(Mention(tag, at, at + len(words), words, "test"))
    sentence.place(sorted(found, key=lambda m: m.start))
    return shape(sentence)


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("score", "score scores scored scoring"),
        ("head", "head heads headed heading"),
        ("bury", "bury buries buried burying"),
        ("volley", "volley volleys volleyed volleying"),
        ("miss", "miss misses missed missing"),
        ("put puts putting", "put puts putting"),
    ],
)
def test_a_verb_stands_for_all_its_forms(verb, expected):
    assert forms(verb) == expected.split()


@pytest.mark.parametrize(
    ("pattern", "text", "names", "matches"),
    [
        ("{score} twice", "Okonjo scored twice.", [("Okonjo", "p")], True),
        ("{score} twice", "Okonjo scores twice.", [("Okonjo", "p")], True),
        ("{score} twice", "Okonjo scored again.", [("Okonjo", "p")], False),
        ("<p> {score}", "Okonjo scored twice.", [("Okonjo", "p")], True),
        ("<cp> {score}", "Arsenal scored twice.", [("Arsenal", "c")], True),
        ("<p> {score}", "Arsenal scored twice.", [("Arsenal", "c")], False),
        ("{finish} (_){0,2} home", "Okonjo headed the ball home.", [("Okonjo", "p")], True),
        ("{finish} (_){0,1} home", "Okonjo headed the ball home.", [("Okonjo", "p")], False),
        ("headed (_){0,3} home", "Okonjo headed Duarte home.", [("Okonjo", "p"), ("Duarte", "p")], False),
        ("the % {goal_noun}", "It was the late winner.", [], True),
        ("the % {goal_noun}", "It was the in winner.", [], False),
        ("semi-finals?", "They reached the semi-final.", [], True),
        ("semi-finals?", "They reached the semi-finals.", [], True),
        ("<p> 's {goal_noun}", "Okonjo's goal counted.", [("Okonjo", "p")], True),
        ("in Y", "It was in 1998.", [], True),
        ("in Y", "It was in 14.", [], False),
        ("n {goal_noun}", "He has 14 goals.", [], True),
        ("the o minute", "In the 14th minute.", [], True),
        ("<(> <p> <)>", "It was him (Okonjo).", [("Okonjo", "p")], True),
        ("ahead (?!of)", "They went ahead of Duarte.", [("Duarte", "p")], False),
        ("ahead (?!of)", "They went ahead again.", [], True),
    ],
)  # fmt: skip
def test_a_pattern_means_what_the_notation_says(pattern, text, names, matches):
    assert bool(re.search(expression(pattern), shape_of(text, *names))) is matches


def test_an_unknown_family_and_an_unreadable_pattern_are_errors():
    with pytest.raises(KeyError):
        expression("{no_such_family}")
    with pytest.raises(ValueError, match="cannot read"):
        expression("{score} @ twice")


def test_a_phrase_made_after_the_first_search_is_an_error():
    shape_of("Okonjo scored.")
    with pytest.raises(RuntimeError, match="comes too late"):
        Phrase("{score} twice")


def test_every_list_can_be_read_and_every_entry_has_a_name_of_its_own():
    for name in LISTS:
        rules = [entry["rule"] for entry in entries(name)]
        assert len(set(rules)) == len(rules), name
        for entry in entries(name):
            for pattern in entry["patterns"]:
                re.compile(expression(pattern))


def test_leaving_out_patterns_whose_words_are_missing_loses_no_match():
    # Every pattern is tried on every sentence here; the search tries only those that some word asks for.
    texts = [
        "Okonjo headed home in the 14th minute to give Arsenal the lead.",
        "Duarte missed a penalty but Okonjo scored twice and was sent off for a second yellow card.",
        "Arsenal won 2-1 on aggregate and reached the semi-finals after a shoot-out.",
    ]
    for text in texts:
        shaped = shape_of(text, *((word, tag) for word, tag in (("Okonjo", "p"), ("Arsenal", "c")) if word in text))
        for name in LISTS:
            tried = {
                (found.start(), found.end())
                for entry in entries(name)
                for pattern in entry["patterns"]
                for found in re.finditer(expression(pattern), shaped)
                if found.end() > found.start()
            }
            first = min((start for start, _ in tried), default=None)
            found = find(name, shaped)
            assert [start for start, *_ in found][:1] == ([] if first is None else [first])
            assert {(start, end) for start, end, *_ in found} <= tried


def test_of_matches_that_overlap_the_first_one_stands():
    found = find("cards", shape_of("Okonjo was sent off for a second yellow card.", ("Okonjo", "p")))
    assert [entry["rule"] for _, _, entry, _ in found] == ["second_yellow"]


def test_families_have_members_and_no_word_is_listed_with_a_stray_mark():
    for name, words in families().items():
        assert words, name
        assert not [word for word in words if word != word.strip("- ") or word != word.lower()], name


def test_the_alphabet_keeps_words_apart_that_some_pattern_tells_apart():
    characters, _ = phrases._alphabet()
    assert characters["headed"] != characters["missed"]
    assert characters["scored"] != characters["score"]
