"""What is wrong in a report never stays `verified`: our own labelled reports, spoilt one word at a time.

Belongs here: spoiling a report (a digit of a score, a scorer's name, a sentence left out, the sentences in another order)
and holding what is then verified against the labels of the report as it was. Does not belong here: how well sound
reports are read (`test_corpus`).
"""

import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from evaluation import measure
from evaluation.measuring import Result

CORPUS = Path(__file__).parent.parent / "corpus"
SEED = 1872
#: A name that no report has.
STRANGER = "Zanderveldt"

_SCORE = re.compile(r"\b([0-9]{1,2})([-–])([0-9]{1,2})\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"‘])")

Spoilt = Iterator[str]


def other_score(text: str, label: dict) -> Spoilt:
    """The final score, where the text gives it, with one goal more for either side."""
    final = {(label["home_score"], label["away_score"]), (label["away_score"], label["home_score"])}
    for found in _SCORE.finditer(text):
        if (int(found[1]), int(found[3])) in final:
            for more in (f"{int(found[1]) + 1}{found[2]}{found[3]}", f"{found[1]}{found[2]}{int(found[3]) + 1}"):
                yield text[: found.start()] + more + text[found.end() :]
            return


def other_scorer(text: str, label: dict) -> Spoilt:
    """Each scorer under a name that nobody has, at one place where the text names him."""
    for scorer in sorted({goal["scorer"].split()[-1] for goal in label["goals"]}):
        for found in list(re.finditer(rf"\b{re.escape(scorer)}\b", text))[:3]:
            yield text[: found.start()] + STRANGER + text[found.end() :]


def sentence_left_out(text: str, label: dict) -> Spoilt:
    """The report without one sentence that names a scorer. One that tells a card as well stays: without it, there is none."""
    surnames = {goal["scorer"].split()[-1] for goal in label["goals"]}
    booked = {card["player"].split()[-1] for card in label["cards"]}
    for sentence in _SENTENCE.split(text):
        if any(surname in sentence for surname in surnames) and not any(surname in sentence for surname in booked):
            yield text.replace(sentence, "", 1)


def sentences_shuffled(text: str, label: dict) -> Spoilt:
    """All sentences in another order, twice."""
    sentences = [sentence for line in text.splitlines() for sentence in _SENTENCE.split(line) if sentence.strip()]
    chance = random.Random(f"{SEED}{label['home']}")
    for _ in range(2):
        chance.shuffle(sentences)
        yield "\n\n".join(sentences)


MUTATIONS: dict[str, Callable[[str, dict], Spoilt]] = {
    "score": other_score,
    "scorer": other_scorer,
    "sentence": sentence_left_out,
    "order": sentences_shuffled,
}


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Result:
    """What is read of all spoilt reports, against the labels of the sound ones."""
    folder = tmp_path_factory.mktemp("spoilt")
    (folder / "texts").mkdir()
    (folder / "labels").mkdir()
    for path in sorted((CORPUS / "labels").glob("*.json")):
        labels = json.loads(path.read_text("utf-8"))
        text = (CORPUS / "texts" / f"{path.stem}.txt").read_text("utf-8")
        told = [match for match in labels["matches"] if not match["brief"]]
        if len(told) != 1 or not told[0]["goals"]:
            continue
        for kind, mutate in MUTATIONS.items():
            for number, other in enumerate(dict.fromkeys(mutate(text, told[0]))):
                name = f"{path.stem}--{kind}-{number}"
                (folder / "texts" / f"{name}.txt").write_text(other, "utf-8")
                (folder / "labels" / f"{name}.json").write_text(json.dumps(labels | {"id": name}), "utf-8")
    return measure(folder, tmp_path_factory.mktemp("warehouse"), checks=False)


def test_every_kind_of_mutation_was_made_often_enough_to_mean_something(spoilt: Result):
    kinds = [document.name.rpartition("--")[2].partition("-")[0] for document in spoilt.documents]
    assert all(kinds.count(kind) >= 20 for kind in MUTATIONS), {kind: kinds.count(kind) for kind in MUTATIONS}


@pytest.mark.parametrize("kind", MUTATIONS)
def test_no_spoilt_report_is_verified_with_a_wrong_fact(spoilt: Result, kind: str):
    wrong = []
    for document, compared in zip(spoilt.documents, spoilt.compared, strict=True):
        if f"--{kind}-" not in document.name:
            continue
        for found in compared:
            if found.told is None or found.told.verdict != "verified" or found.has_exact_people:
                continue
            # Where the only words that tell a goal were given another name, that is what the report says.
            if kind == "scorer" and any(STRANGER in (goal.scorer or "") for goal in found.told.goals):
                continue
            wrong.append((document.name, [miss.what for miss in found.misses]))
    assert not wrong
