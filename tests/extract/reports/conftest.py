"""The reader as tests use it: with the real names of clubs and competitions, and all tables of cases read in one go.

Belongs here: fixtures of this folder. Does not belong here: any case.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from extract.reports import extract_claims
from orchestration.pipeline import read_clubs
from orchestration.settings import PROJECT_DIR, Settings

Frames = dict[str, pl.DataFrame]
_FOLDER = Path(__file__).parent


def documents_of(texts: list[str]) -> pl.DataFrame:
    """Texts as documents, each under an id of its own even where two are the same."""
    ids = [hashlib.sha256(f"{number}:{text}".encode()).hexdigest() for number, text in enumerate(texts)]
    return pl.DataFrame({"document_id": ids, "text": texts}, schema={"document_id": pl.String, "text": pl.String})


@pytest.fixture(scope="session")
def clubs() -> pl.DataFrame:
    """The clubs of the seeds as the pipeline hands them to the reader: a row per alias."""
    return read_clubs(Settings(data_dir=_FOLDER, project_dir=PROJECT_DIR))


@pytest.fixture(scope="session")
def competitions() -> pl.DataFrame:
    return pl.read_csv(PROJECT_DIR / "dbt_project/seeds/competition_aliases.csv", infer_schema=False)


@pytest.fixture(scope="session")
def read_many(clubs: pl.DataFrame, competitions: pl.DataFrame) -> Callable[[list[str]], list[Frames]]:
    """Reads texts together; returns the claims of each."""

    def read(texts: list[str]) -> list[Frames]:
        documents = documents_of(texts)
        claims = extract_claims(documents, clubs, competitions)
        parts = {name: frame.partition_by("document_id", as_dict=True) for name, frame in claims.items()}
        return [
            {name: parts[name].get((document_id,), frame.clear()) for name, frame in claims.items()}
            for document_id in documents["document_id"]
        ]

    return read


@pytest.fixture(scope="session")
def read(read_many: Callable[[list[str]], list[Frames]]) -> Callable[[str], Frames]:
    """Reads one text, alone."""
    return lambda text: read_many([text])[0]


@pytest.fixture(scope="session")
def all_cases(request: pytest.FixtureRequest, read_many: Callable[[list[str]], list[Frames]]) -> dict[str, Frames]:
    """The claims of every text of every module's TABLES. Starting the reader takes longer than reading 300 texts."""
    modules = {item.module for item in request.session.items if _FOLDER in item.path.parents}
    tables = [table for module in modules for table in getattr(module, "TABLES", ())]
    texts = sorted({row[0] for table in tables for row in table})
    return dict(zip(texts, read_many(texts), strict=True))


@pytest.fixture(scope="session")
def told(all_cases: dict[str, Frames]) -> Callable[[str], Frames]:
    """The claims of one text of the tables."""
    return all_cases.__getitem__


@pytest.fixture
def cases_of(request: pytest.FixtureRequest, all_cases: dict[str, Frames]) -> list[Frames]:
    """The claims of all texts of the tables of the asking module."""
    return [all_cases[row[0]] for table in request.module.TABLES for row in table]
