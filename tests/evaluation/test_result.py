"""The outcome as a whole: exact documents, what verdicts are worth, goals by phenomenon, misses with their words."""

import io
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from evaluation import report
from evaluation.facts import Card, Goal, Match
from evaluation.labels import Document
from evaluation.measuring import Result, Share, Verdict, compare
from evaluation.misses import excerpt, list_misses
from evaluation.told import Sentence, Told

MakeGoal = Callable[..., Goal]
MakeMatch = Callable[..., Match]

HOME, AWAY = "Ashby Rovers", "Corvale"


def measured(
    *documents: tuple[Sequence[Match], Sequence[Match]], sentences: tuple[Sentence, ...] = (), **said: list
) -> Result:
    """Holds pairs of labelled and told matches against each other, a document each: one, two, ..."""
    names = ("one", "two", "three")[: len(documents)]
    labelled = [
        Document(name, Path(f"{name}.txt"), tuple(labels)) for name, (labels, _) in zip(names, documents, strict=True)
    ]
    told = {name: Told(tuple(matches), sentences) for name, (_, matches) in zip(names, documents, strict=True)}
    return compare(labelled, told, **said)


def printed(result: Result, *, misses: bool = True) -> list[str]:
    console = Console(file=io.StringIO(), width=140, soft_wrap=True, highlight=False)
    report.print_result(result, console, misses=misses)
    return [line.rstrip() for line in console.file.getvalue().splitlines()]


def test_a_document_is_exact_if_all_its_matches_are(match: MakeMatch, goal: MakeGoal):
    right, late = match("1-0", goal("Tarn", HOME, 12)), match("1-0", goal("Tarn", HOME, 20))
    other = match("0-0", home="Dunmere", away="Oxley")
    result = measured(([right, other], [right, other]), ([right], [late]), ([right], [right, other]))
    assert result.exact == {
        "matches": Share(3, 4),
        "matches, minutes not judged": Share(4, 4),
        "documents": Share(1, 3),
        "documents, minutes not judged": Share(2, 3),
    }


def test_what_verdicts_are_worth(match: MakeMatch, goal: MakeGoal):
    label = match("1-0", goal("Tarn", HOME, 12))
    sure, open_, wrong = (replace(label, verdict=verdict) for verdict in ("verified", "partial", "conflict"))
    brief = match("3-3", home="Dunmere", away="Oxley", is_brief=True)
    result = measured(
        ([label, brief], [replace(sure, goals=(goal("Tarn", HOME, 80),)), replace(brief, verdict="verified")]),
        ([label], [replace(open_, goals=())]),
        ([label], [replace(wrong, goals=(goal("Tarn", AWAY, 12),)), replace(wrong, home="Dunmere")]),
    )
    assert result.verdicts == [
        Verdict("conflict", matches=2, exact=0, goals=2, goals_right=0),
        Verdict("partial", matches=1, exact=0, goals=0, goals_right=0),
        # Minutes are not judged here.
        Verdict("verified", matches=1, exact=1, goals=1, goals_right=1),
    ]


def test_what_was_told_of_a_document_without_label_is_passed_over(match: MakeMatch):
    result = compare([], {"elsewhere": Told((match("1-0"),))})
    assert (result.verdicts, result.figures["match found"].extra) == ([], 0)


def test_goals_by_phenomenon(match: MakeMatch, goal: MakeGoal):
    roundup = match(
        "4-1",
        goal("Milo Tarn", HOME, 12),
        goal("Milo Tarn", HOME, 40, minute_basis="relative"),
        goal("Milo Tarn", HOME),
        goal("Jory Pell", HOME, 90, stoppage=2, is_own_goal=True),
        goal("Jory Pell", AWAY, 70, is_penalty=True),
        cards=(Card("Jory Pell", AWAY, "red"),),
    )
    leg = match("1-0", goal("Ivo Lunt", "Dunmere", 93), home="Dunmere", away="Oxley", leg=2, has_extra_time=True)
    alone = match("2-0", goal("Abel Quist", HOME, 93), goal("Abel Quist", HOME), score_basis="derived")
    told = match("2-0", goal("Abel Quist", HOME, 90, stoppage=3), goal("Abel Quist", AWAY, 55), score_basis="derived")
    result = measured(([roundup, leg], [roundup]), ([alone], [told]))
    rows = {row.name: (row.goals, row.scorer, row.scorer_and_side, row.minute_right) for row in result.phenomena}
    assert rows == {
        "all goals": (8, 7, 6, 6),
        "stated minute": (5, 4, 4, 4),
        "relative minute": (1, 1, 1, 1),
        "no minute": (2, 2, 1, 1),
        # The 93rd minute is stoppage time in one match and extra time in the other.
        "stoppage time, or the 90th": (2, 2, 2, 2),
        "penalty": (1, 1, 1, 1),
        "own goal": (1, 1, 1, 1),
        # The own goal of Pell makes no brace of his penalty.
        "one goal of the scorer": (2, 1, 1, 1),
        "scorer with a brace": (2, 2, 1, 1),
        "scorer with a hat-trick or more": (3, 3, 3, 3),
        "only match of its document": (2, 2, 1, 1),
        "match of a roundup": (6, 5, 5, 5),
        "score not printed": (2, 2, 1, 1),
        "leg of a tie": (1, 0, 0, 0),
        "extra time": (1, 0, 0, 0),
        "with a dismissal": (5, 5, 5, 5),
    }


def test_a_miss_comes_with_its_words(match: MakeMatch, goal: MakeGoal):
    label = match("2-1", goal("Milo Tarn", HOME, 12), goal("Ivo Lunt", HOME), goal("Jory Pell", AWAY, 83))
    told = match(
        "2-1",
        goal("Abel Quist", HOME, 12, evidence="Quist\n struck."),
        goal("Pell", AWAY, 38, evidence="Pell made it 2-1."),
        verdict="partial",
        verdict_reason="not every goal has a named scorer",
    )
    sentences = (
        Sentence("Tarn was off in the 12th minute."),
        Sentence("Tarn might have had a goal before.", ("no goal: missed",)),
        Sentence("Tarn nodded in after 12 minutes.", ("no goal: hypothetical",)),
    )
    listed = list(list_misses(measured(([label], [told]), sentences=sentences)))
    assert [(miss.what, miss.who, miss.words, miss.why) for miss in listed] == [
        ("goal missing", "Milo Tarn (Ashby Rovers, 12)", sentences[2].text, "no goal: hypothetical"),
        ("goal missing", "Ivo Lunt (Ashby Rovers, no minute)", "", "the text has no 'Lunt'"),
        ("minute wrong", "Jory Pell 83 (stated), told 38", "Pell made it 2-1.", ""),
        ("goal not in the match", "Abel Quist (Ashby Rovers, 12)", "Quist struck.", ""),
    ]
    assert {miss.verdict for miss in listed} == {"partial: not every goal has a named scorer"}


def test_long_words_are_cut_around_the_name():
    text = " ".join(f"word{number}" for number in range(60)) + " Tarn scored " + "and so on " * 30
    cut = excerpt(text, "Tarn", length=80)
    assert len(cut) <= 80 + len("... ") + len(" ...")
    assert "Tarn scored" in cut
    assert cut.startswith("... word")
    assert cut.endswith(" ...")
    assert excerpt(text, "nobody", length=40).startswith("word0 word1")
    assert excerpt("Tarn  scored.\nTwice.", "Tarn") == "Tarn scored. Twice."
    assert excerpt("x" * 300, "Tarn", length=80)


def test_the_page_has_figures_misses_and_phenomena_in_this_order(match: MakeMatch, goal: MakeGoal):
    words = "Tarn [sic] struck twice, in the 12th and the 70th."
    label = match("2-0", goal("Milo Tarn", HOME, 12), goal("Milo Tarn", HOME, 70))
    told = match(
        "2-0", goal("Tarn", AWAY, 12, evidence=words), goal("Tarn", AWAY, 70, evidence=words), verdict="partial"
    )
    result = measured(
        ([label], [told]), rejects=[("reports/two [late].txt", "the file is empty")], broken=[("sums", "1 row")]
    )
    lines = printed(result)
    assert lines[:3] == [
        "1 documents, 1 matches labelled in full",
        "  not read: reports/two [late].txt: the file is empty",
        "  a check failed, so a run would publish nothing: sums: 1 row",
    ]
    row = next(line for line in lines if line.startswith("goal scorer+team"))
    assert row.split() == ["goal", "scorer+team", "0.000", "0.000", "0.000", "0", "2", "2"]
    first = lines.index("one")
    assert lines[first : first + 6] == [
        "one",
        "  Ashby Rovers 2-0 Corvale  partial",
        "    team wrong: Milo Tarn is of Ashby Rovers, told Corvale",
        f"      “{words}”",
        "    team wrong: Milo Tarn is of Ashby Rovers, told Corvale",
        "      (the same words)",
    ]
    assert lines.index("Labelled goals by phenomenon (a goal may be in several)") > first
    brace = next(line for line in lines if line.startswith("scorer with a brace"))
    assert brace.split()[-7:] == ["2", "2", "100%", "0", "0%", "2", "100%"]


def test_the_misses_can_be_left_out(match: MakeMatch):
    lines = printed(measured(([match("1-0")], [])), misses=False)
    assert not [line for line in lines if "missing" in line or line == "one"]


def test_the_json_has_all_that_is_printed(match: MakeMatch, goal: MakeGoal):
    label = match("1-0", goal("Milo Tarn", HOME, 12))
    told = json.loads(json.dumps(report.as_json(measured(([label], [label]), ([label], [])))))
    assert told["figures"]["goal scorer"] == {"precision": 1, "recall": 0.5, "f1": pytest.approx(2 / 3)} | {
        "tp": 1,
        "fp": 0,
        "fn": 1,
    }
    assert told["exact"]["documents"] == {"part": 1, "whole": 2}
    assert told["phenomena"][0] == {"name": "all goals", "goals": 2} | dict.fromkeys(
        ("scorer", "scorer_and_side", "minute_right"), 1
    )
    assert [miss["what"] for miss in told["misses"]] == ["match missing", "goal missing"]
    assert (told["invented_minutes"], told["verdicts"]) == (
        0,
        [{"verdict": "none", "matches": 1, "exact": 1, "goals": 1, "goals_right": 1}],
    )
