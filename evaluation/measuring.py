"""Measures: builds a warehouse from the texts of a labelled folder, and holds what it tells against the labels.

Belongs here: the order of the steps, and the outcome as a whole. Does not belong here: the rules (`scoring`), and what is
printed (`report`).
"""

import contextlib
import os
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from evaluation import phenomena, scoring
from evaluation.facts import Match
from evaluation.labels import TEXTS, Document, read_labels
from evaluation.scoring import Comparison, Figure, compare_document, compare_match, facing, is_counted
from evaluation.told import Told, read_told
from orchestration import pipeline
from orchestration import settings as settings_module
from orchestration.settings import Settings

#: The models alone. A check costs as much as two models and changes no figure.
MODELS = (*pipeline.BUILD, "--exclude-resource-type", "test")


class CannotMeasure(Exception):
    """The models cannot be built."""


class BadDataFolder(Exception):
    """The folder that the warehouse shall be built in holds something else, or cannot be written to."""


@dataclass(frozen=True)
class Share:
    """How many of how many."""

    part: int
    whole: int


@dataclass(frozen=True)
class Verdict:
    """What a verdict of the reader is worth: matches that carry it, those told exactly, their goals and the right ones.

    A match that is labelled as mentioned in passing has no part in it.
    """

    verdict: str
    matches: int
    exact: int
    goals: int
    goals_right: int


@dataclass(frozen=True)
class Result:
    """What a measurement found.

    documents: the labelled reports; told: what was read of each, by name; compared: their matches, in the same order
    rejects: path and reason of texts that were not read; broken: checks that failed, with what they said
    """

    documents: Sequence[Document]
    told: dict[str, Told]
    compared: Sequence[Sequence[Comparison]]
    rejects: Sequence[tuple[str, str]] = ()
    broken: Sequence[tuple[str, str]] = ()

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """Right, extra and missed facts by kind."""
        total: scoring.Counts = Counter()
        for found in self._all:
            total.update(found.counts)
        return scoring.figures(total)

    @cached_property
    def invented_minutes(self) -> int:
        return sum(found.invented_minutes for found in self._all)

    @cached_property
    def exact(self) -> dict[str, Share]:
        """Matches and documents of which everything is told and nothing else, with their minutes and without."""
        matches = [found for found in self._all if found.label]
        return {
            "matches": Share(sum(found.is_exact for found in matches), len(matches)),
            "matches, minutes not judged": Share(sum(found.has_exact_people for found in matches), len(matches)),
            "documents": _exact_documents([[found.is_exact for found in one] for one in self.compared]),
            "documents, minutes not judged": _exact_documents(
                [[found.has_exact_people for found in one] for one in self.compared]
            ),
        }

    @cached_property
    def verdicts(self) -> list[Verdict]:
        rows: dict[str, Counter[str]] = {}
        for document in self.documents:
            for told in self._matches_told(document):
                if not is_counted(document.matches, told):
                    continue
                # By itself, not as it was paired: of two tellings of one match, each is as good as its words.
                label = next((label for label in document.matches if facing(label, told)), None)
                if label and label.is_brief:
                    continue
                row = rows.setdefault(told.verdict or "none", Counter())
                row.update(matches=1, goals=len(told.goals))
                if label:
                    found = compare_match(label, told)
                    right = found.counts[scoring.SCORER_AND_TEAM, scoring.RIGHT]
                    row.update(exact=found.has_exact_people, goals_right=right)
        return [
            Verdict(verdict, row["matches"], row["exact"], row["goals"], row["goals_right"])
            for verdict, row in sorted(rows.items())
        ]

    @cached_property
    def phenomena(self) -> list[phenomena.Group]:
        return phenomena.group(self.compared)

    @property
    def _all(self) -> Iterator[Comparison]:
        return (found for compared in self.compared for found in compared)

    def _matches_told(self, document: Document) -> Sequence[Match]:
        return self.told.get(document.name, Told()).matches


def _exact_documents(documents: Sequence[Sequence[bool]]) -> Share:
    return Share(sum(all(matches) for matches in documents), len(documents))


def measure(labels_dir: Path | str, data_dir: Path | str, *, only: str = "*", checks: bool = True) -> Result:
    """Measures the reader on the labelled reports of a folder, building the warehouse in `data_dir`.

    The texts are copied to reports/ there. Measured again in the same folder, only what is new is read; without
    `checks`, dbt's checks are left out, which halves the time. `only` is a pattern for the names of documents.

    Raises BadLabels, BadDataFolder, CannotMeasure, and what `pipeline.load_raw` raises.
    """
    documents = read_labels(Path(labels_dir), only=only)
    settings = replace(settings_module.load(), data_dir=Path(data_dir).expanduser().resolve())
    _fill(settings.inbox, documents, Path(labels_dir))
    with _exported(settings), pipeline.exclusive(settings):
        loaded = pipeline.load_raw(settings)
        broken = _build(settings, loaded.fingerprint, checks=checks)
        told = read_told(settings.warehouse)
    return compare(documents, told, rejects=loaded.rejects, broken=broken)


def compare(
    documents: Sequence[Document],
    told: dict[str, Told],
    *,
    rejects: Sequence[tuple[str, str]] = (),
    broken: Sequence[tuple[str, str]] = (),
) -> Result:
    """Holds what was told, by name of the document, against labels. What was told of others is passed over."""
    compared = [compare_document(document.matches, told.get(document.name, Told()).matches) for document in documents]
    return Result(documents, told, compared, rejects, broken)


def _fill(inbox: Path, documents: Sequence[Document], labels_dir: Path) -> None:
    """Copies the texts. A folder with anything else in it is somebody's own, and stays as it is."""
    known = {path.name for path in (labels_dir / TEXTS).iterdir()}
    try:
        inbox.mkdir(parents=True, exist_ok=True)
        strange = sorted(path for path in inbox.iterdir() if path.name not in known)
        if strange:
            raise BadDataFolder(
                f"{strange[0]} is none of the texts to measure with. Name an empty folder for the data, or one that was "
                f"used for these labels."
            )
        for document in documents:
            shutil.copyfile(document.text, inbox / document.text.name)
    except OSError as error:
        raise BadDataFolder(f"The texts could not be copied: {error.filename}: {error.strerror}.") from None


@contextlib.contextmanager
def _exported(settings: Settings) -> Iterator[None]:
    """Lets dbt find the data folder, and whoever called find the environment as it was."""
    before = dict(os.environ)
    settings_module.export(settings)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _build(settings: Settings, raw_fingerprint: str, *, checks: bool) -> list[tuple[str, str]]:
    """Builds what is to be measured. Returns the checks that failed: figures show all the same what they are about."""
    fingerprint = pipeline.build_fingerprint(settings, raw_fingerprint)
    note = settings.build_note
    if note.exists() and note.read_text(encoding="utf-8") == fingerprint:
        return []
    broken: list[tuple[str, str]] = []
    if checks:
        try:
            pipeline.build(settings)
            return []
        except pipeline.BuildFailed as failure:
            # What depends on a failed check was not built.
            broken = failure.built.failed
    with pipeline.marked_build(settings, is_whole=False):
        built = pipeline.run_dbt(pipeline.dbt_arguments(settings, *MODELS))
    if not built.is_sound:
        listed = "\n".join(f"  {name}: {message}" for name, message in built.failed)
        raise CannotMeasure(f"The models could not be built, so there is nothing to measure:\n{listed}")
    return broken
