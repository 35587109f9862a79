"""Reading labelled folders: what a label may say, and that a mistake is named with its file and its field."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evaluation.facts import Card, FirstLeg, Goal
from evaluation.labels import BadLabels, read_labels
from orchestration.settings import PROJECT_DIR

Folder = Callable[..., Path]

TEXT = "Ashby Rovers 2-1 Corvale."


def label(**changed: Any) -> dict[str, Any]:
    """A label of one match with a goal and a card, some fields of the match changed."""
    goal = {"scorer": "Milo Tarn", "team": "Ashby Rovers", "minute": 12, "minute_basis": "stated"}
    card = {"player": "Jory Pell", "team": "Corvale", "card": "red"}
    match = {
        "home": "Ashby Rovers",
        "away": "Corvale",
        "home_score": 2,
        "away_score": 1,
        "goals": [goal],
        "cards": [card],
    }
    return {"matches": [{**match, **changed}]}


def complaint(folder: Path, **options: str) -> str:
    with pytest.raises(BadLabels) as caught:
        read_labels(folder, **options)
    return str(caught.value)


def test_the_label_in_the_readme_says_all_that_it_says(folder: Folder):
    readme = (PROJECT_DIR / "README.md").read_text(encoding="utf-8")
    example = readme.split("<!-- example: label -->\n```json\n", 1)[1].split("\n```", 1)[0]
    (document,) = read_labels(folder(cup=(TEXT, example)))
    (match,) = document.matches
    assert (document.name, match.title, match.is_home_known) == ("cup", "Ashby Rovers 2-1 Corvale", True)
    assert (match.leg, match.aggregate, match.advanced) == (2, (3, 3), "Corvale")
    assert match.first_leg == FirstLeg("Corvale", (2, 1))
    assert match.goals == (
        Goal("Milo Tarn", "Ashby Rovers", 12, None, "stated"),
        Goal("Jory Pell", "Corvale", 83, None, "relative", is_penalty=True),
        Goal("Ivo Lunt", "Ashby Rovers", is_own_goal=True),
    )
    assert match.cards == (Card("Jory Pell", "Corvale", "second_yellow", 90, 2),)


def test_the_least_that_a_label_must_say(folder: Folder):
    match = {"home": "Ashby Rovers", "away": "Corvale", "home_score": None, "away_score": None}
    (document,) = read_labels(folder(a=(TEXT, {"matches": [match]})))
    assert document.matches[0].score is None
    assert read_labels(folder(a=(TEXT, {"id": "a", "matches": [], "source": "a note"})))[0].matches == ()


def test_only_the_documents_that_are_asked_for_are_read(folder: Folder):
    labelled = folder(cup_1=(TEXT, label()), cup_2=(TEXT, label()), league=(TEXT, "broken"), lost=(TEXT, None))
    assert [document.name for document in read_labels(labelled, only="cup_*")] == ["cup_1", "cup_2"]
    assert "no texts/*.txt whose name without ending fits 'final*'" in complaint(labelled, only="final*")


def test_hidden_files_are_nobodys_label(folder: Folder):
    labelled = folder(a=(TEXT, label()))
    (labelled / "labels" / "._a.json").write_bytes(b"\x00\x05")
    assert len(read_labels(labelled)) == 1


def test_a_missing_folder_is_named(tmp_path: Path):
    assert complaint(tmp_path / "nowhere").startswith(f"There is no folder {tmp_path / 'nowhere'}. Name one with")
    (tmp_path / "texts").mkdir()
    assert complaint(tmp_path).startswith(f"There is no folder {tmp_path / 'labels'}: texts are read from texts/")
    (tmp_path / "labels").mkdir()
    assert complaint(tmp_path) == f"There is nothing to measure in {tmp_path}: no texts/*.txt."


def test_a_text_without_label_and_a_label_without_text_are_both_named(folder: Folder):
    assert complaint(folder(a=(TEXT, None), b=(None, label()))).splitlines() == [
        "labels/b.json has no text: put it into texts/b.txt, or take the label away.",
        "texts/a.txt has no label: write labels/a.json, or take the text away.",
    ]


def test_files_that_are_no_labels_are_named(folder: Folder):
    labelled = folder(a=(TEXT, '{"matches": [}'), b=(TEXT, "[1]"), c=(TEXT, "x"))
    (labelled / "labels" / "c.json").write_bytes('{"matches": "Corvalé"}'.encode("latin-1"))
    assert complaint(labelled).splitlines() == [
        "labels/a.json is not JSON: line 1, column 14: Expecting value.",
        "labels/b.json: the whole is [1]; it must be an object {...}.",
        "labels/c.json is not UTF-8: save it as UTF-8.",
    ]


def test_of_many_faults_the_first_are_told(folder: Folder):
    lines = complaint(folder(**{f"report_{number:02}": (TEXT, "?") for number in range(13)})).splitlines()
    assert (len(lines), lines[-1]) == (11, "and 3 more")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"home": None}, "matches[0].home is null; it must be a text."),
        ({"away": " "}, 'matches[0].away is " "; it must be a text.'),
        ({"home_score": "2"}, 'matches[0].home_score is "2"; it must be a whole number from 0 on, or null.'),
        ({"home_score": True}, "matches[0].home_score is true; it must be a whole number from 0 on, or null."),
        ({"away_score": -1}, "matches[0].away_score is -1; it must be a whole number from 0 on, or null."),
        ({"away_score": None}, "matches[0].away_score is null; it must be a number too, or both must be null."),
        ({"score_basis": "guessed"}, 'matches[0].score_basis is "guessed"; it must be one of "stated", "derived"'),
        ({"brief": "yes"}, 'matches[0].brief is "yes"; it must be true or false.'),
        ({"leg": 1.5}, "matches[0].leg is 1.5; it must be a whole number from 1 to 9, or null."),
        ({"shootout": "four-two"}, 'matches[0].shootout is "four-two"; it must be two numbers as in "2-1", or null.'),
        ({"aggregate": "3-2"}, 'matches[0].aggregate is "3-2"; it must be an object {...}.'),
        ({"aggregate": {"home": 3}}, "matches[0].aggregate.away is missing; it must be a whole number"),
        ({"first_leg": {"score": "1"}}, 'matches[0].first_leg.score is "1"; it must be two numbers'),
        ({"advanced": 1}, "matches[0].advanced is 1; it must be a text, or null."),
        ({"goals": {}}, "matches[0].goals is {}; it must be a list [...]."),
        ({"goals": [7]}, "matches[0].goals[0] is 7; it must be an object {...}."),
        ({"goals": [{"team": "Corvale"}]}, "matches[0].goals[0].scorer is missing; it must be a text."),
        ({"goals": [{"scorer": "Pell"}]}, "matches[0].goals[0].team is missing; it must be a text."),
        (
            {"goals": [{"scorer": "Pell", "team": "Corvale", "minute": 900}]},
            "matches[0].goals[0].minute is 900; it must be a whole number from 1 to 150, or null.",
        ),
        (
            {"goals": [{"scorer": "Pell", "team": "Corvale", "minute": 9}]},
            'matches[0].goals[0].minute_basis is missing; it must be "stated" or "relative" where a minute is given.',
        ),
        (
            {"goals": [{"scorer": "Pell", "team": "Corvale", "penalti": True}]},
            "matches[0].goals[0].penalti is not a field. Is 'penalty' meant?",
        ),
        (
            {"cards": [{"player": "Pell", "team": "Corvale", "card": "blue"}]},
            'matches[0].cards[0].card is "blue"; it must be one of "yellow", "red", "second_yellow".',
        ),
    ],
)
def test_a_field_that_cannot_mean_anything_is_named(folder: Folder, changed: dict[str, Any], said: str):
    assert said in complaint(folder(cup=(TEXT, label(**changed))))
    assert complaint(folder(cup=(TEXT, label(**changed)))).startswith("labels/cup.json: ")


def test_a_label_names_its_matches_and_its_own_file(folder: Folder):
    assert complaint(folder(a=(TEXT, {}))) == "labels/a.json: matches is missing; it must be a list [...]."
    said = complaint(folder(a=(TEXT, {**label(), "id": "b"})))
    assert said == "labels/a.json: id is \"b\"; it must be the name of the file, 'a'."
    without_score = json.loads(json.dumps(label()))
    del without_score["matches"][0]["home_score"]
    assert "matches[0].home_score is missing" in complaint(folder(a=(TEXT, without_score)))
