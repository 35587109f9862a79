"""`python -m evaluation` and `make evaluate`, from a labelled folder to the page, and what they say to bad input."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from evaluation import __main__ as command_line
from evaluation import measure
from evaluation.measuring import BadDataFolder, compare
from orchestration import settings as settings_module
from orchestration.settings import PROJECT_DIR, Settings

Folder = Callable[..., Path]

REPORTS = {
    "2025-03-13-ajax-porto": """
Ajax beat Porto 2-1 at the Johan Cruyff Arena last night.

Jonas Brandt headed Porto in front in the 17th minute. Six minutes later Callum Reid equalised for Ajax.
Euan Doyle converted a penalty for Ajax in the 88th.
""",
    "2025-04-02-celtic-benfica": """
Celtic beat Benfica 1-0 at Celtic Park last night.

Owen Marsh scored for Celtic in the 30th minute.
""",
}
LABELS = {
    "2025-03-13-ajax-porto": {
        "home": "Ajax",
        "away": "Porto",
        "home_score": 2,
        "away_score": 1,
        "venue_home_known": True,
        "goals": [
            {"scorer": "Jonas Brandt", "team": "Porto", "minute": 17, "minute_basis": "stated"},
            {"scorer": "Callum Reid", "team": "Ajax", "minute": 23, "minute_basis": "relative"},
            {"scorer": "Euan Doyle", "team": "Ajax", "minute": 88, "minute_basis": "stated", "penalty": True},
        ],
    },
    # Labelled wrongly on purpose, so that there is something to miss.
    "2025-04-02-celtic-benfica": {
        "home": "Celtic",
        "away": "Benfica",
        "home_score": 1,
        "away_score": 0,
        "goals": [{"scorer": "Tam Gillies", "team": "Celtic", "minute": None}],
    },
}


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    """Runs the command in this process. Returns its exit status, and what it printed for people and for errors."""
    monkeypatch.setenv("COLUMNS", "200")

    def run_command(*arguments: object) -> tuple[int, str, str]:
        status = command_line.main([str(argument) for argument in arguments])
        printed = capfd.readouterr()
        return status, printed.out, printed.err

    return run_command


def test_two_reports_are_read_and_measured(folder: Folder, tmp_path: Path):
    labelled = folder(**{name: (REPORTS[name].lstrip(), {"matches": [LABELS[name]]}) for name in REPORTS})
    out = tmp_path / "out.json"
    command = [sys.executable, "-m", "evaluation", str(labelled), "--json", str(out)]
    finished = subprocess.run(command, cwd=PROJECT_DIR, capture_output=True, text=True)
    assert (finished.returncode, finished.stderr) == (0, "")
    lines = finished.stdout.splitlines()
    assert lines[0] == "2 documents, 2 matches labelled in full"
    figures = {kind: (row["tp"], row["fp"], row["fn"]) for kind, row in json.loads(out.read_text())["figures"].items()}
    assert figures["match + score"] == (2, 0, 0)
    assert figures["goal scorer+team"] == (3, 1, 1)
    assert figures["goal minute +-0"] == (3, 1, 0)
    assert figures["penalty flag"] == (1, 0, 0)
    assert "2025-03-13-ajax-porto" not in lines
    first = lines.index("2025-04-02-celtic-benfica")
    assert lines[first + 1].startswith("  Celtic 1-0 Benfica  ")
    assert lines[first + 2 : first + 6] == [
        "    goal missing: Tam Gillies (Celtic, no minute)",
        "      [the text has no 'Gillies']",
        "    goal not in the match: Owen Marsh (Celtic, 30)",
        "      “Owen Marsh scored for Celtic in the 30th minute.”",
    ]
    assert not list(labelled.glob("**/*.duckdb"))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda labelled: shutil.rmtree(labelled), "There is no folder {labelled}. Name one with texts/*.txt"),
        (
            lambda labelled: shutil.rmtree(labelled / "texts"),
            "There is no folder {labelled}/texts: texts are read from",
        ),
        (lambda labelled: (labelled / "labels/a.json").write_text("{"), "labels/a.json is not JSON: line 1, column 2:"),
        (lambda labelled: (labelled / "labels/a.json").write_text("{}"), "labels/a.json: matches is missing; it must"),
        (lambda labelled: (labelled / "labels/a.json").unlink(), "texts/a.txt has no label: write labels/a.json, or"),
        (
            lambda labelled: (labelled / "texts/a.txt").unlink(),
            "labels/a.json has no text: put it into texts/a.txt, or",
        ),
    ],
)
def test_bad_input_is_a_line_that_says_what_to_do(run, folder: Folder, spoil: Callable[[Path], object], said: str):
    labelled = folder(a=("Ashby Rovers 0-0 Corvale.", {"matches": []}))
    spoil(labelled)
    status, printed, complaint = run(labelled)
    assert (status, printed) == (2, "")
    assert complaint.startswith(said.format(labelled=labelled))
    assert len(complaint.splitlines()) == 1


def test_a_pattern_that_fits_nothing_a_bad_setting_and_an_unwritable_file_are_told(
    run, folder: Folder, monkeypatch: pytest.MonkeyPatch
):
    labelled = folder(a=("Ashby Rovers 0-0 Corvale.", {"matches": []}))
    assert run(labelled, "--only", "b*")[::2] == (
        2,
        f"There is nothing to measure in {labelled}: no texts/*.txt whose name without ending fits 'b*'.\n",
    )
    status, _, complaint = run(labelled, "--json", labelled / "nowhere" / "out.json")
    assert (status, complaint) == (2, f"There is no folder {labelled / 'nowhere'} to write out.json to.\n")
    monkeypatch.setenv(settings_module.MAX_MB, "many")
    status, _, complaint = run(labelled)
    assert (status, complaint) == (2, "SECONDLEG_MAX_MB is 'many'; it must be a number above 0.\n")


def test_a_data_folder_with_reports_of_its_own_is_left_alone(run, folder: Folder, tmp_path: Path):
    labelled = folder(a=("Ashby Rovers 0-0 Corvale.", {"matches": []}))
    own = tmp_path / "own" / "reports" / "mine.txt"
    own.parent.mkdir(parents=True)
    own.write_text("Dunmere 1-0 Oxley")
    status, _, complaint = run(labelled, "--data", tmp_path / "own")
    assert status == 2
    assert complaint.startswith(f"{own} is none of the texts to measure with. Name an empty folder")
    assert [path.name for path in own.parent.iterdir()] == ["mine.txt"]
    (tmp_path / "file").write_text("")
    with pytest.raises(BadDataFolder, match="could not be copied"):
        measure(labelled, tmp_path / "file")


def test_failed_checks_are_told_beside_the_figures(run, monkeypatch: pytest.MonkeyPatch):
    result = compare([], {}, broken=[("goals_add_up_to_the_score", "Got 1 result")])
    monkeypatch.setattr(command_line, "measure", lambda *_, **__: result)
    status, printed, complaint = run("anywhere")
    assert (status, complaint) == (1, "")
    assert "a run would publish nothing: goals_add_up_to_the_score: Got 1 result" in printed
    assert "goal scorer+team" in printed


def test_models_that_cannot_be_built_are_told_and_nothing_is_measured(
    run, folder: Folder, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    (settings.project_dir / "dbt_project/models/facts/fact_matches.sql").write_text("select no_such_column")
    monkeypatch.setattr(settings_module, "load", lambda: settings)
    status, printed, complaint = run(folder(a=("Ajax 2-1 Roma", {"matches": []})), "--data", tmp_path / "kept")
    assert (status, printed) == (1, "")
    assert complaint.startswith("The models could not be built, so there is nothing to measure:\n  fact_matches: ")


def test_measuring_leaves_the_environment_as_it_was(
    folder: Folder, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    """In the small project of the tests there is nothing that tells goals, so measuring ends early."""
    monkeypatch.setattr(settings_module, "load", lambda: settings)
    monkeypatch.setattr("orchestration.pipeline.load_raw", _interrupted)
    before = dict(os.environ)
    with pytest.raises(KeyboardInterrupt):
        measure(folder(a=("Ashby Rovers 0-0 Corvale.", {"matches": []})), tmp_path / "kept")
    assert dict(os.environ) == before
    assert (tmp_path / "kept" / "reports" / "a.txt").exists()


def _interrupted(settings: Settings) -> None:
    assert os.environ[settings_module.DATA_DIR] == str(settings.data_dir)
    raise KeyboardInterrupt


def test_the_help_names_every_option(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        command_line.main(["--help"])
    assert ended.value.code == 0
    printed = capsys.readouterr().out
    assert all(option in printed for option in ("LABELS", "--no-misses", "--json OUT", "--only GLOB", "--data FOLDER"))


def test_make_asks_for_the_folder():
    # Whatever is set up or not: the stamp counts as done.
    stamp = ".venv/.made-from-requirements.lock"
    finished = subprocess.run(
        ["make", "-o", stamp, "evaluate", "LABELS="], cwd=PROJECT_DIR, capture_output=True, text=True
    )
    assert finished.returncode == 2
    assert finished.stderr.startswith("Which labelled reports? Name their folder, with texts/ and labels/ in it: make")
