"""The warehouse of the sample reports, built once by the command that users type."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from orchestration.settings import PROJECT_DIR, Settings, export


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a data folder in which the sample reports were read, built, checked and published."""
    data_dir: Path = tmp_path_factory.mktemp("samples")
    shutil.copytree(PROJECT_DIR / "data" / "reports", data_dir / "reports")
    settings = Settings(data_dir=data_dir)
    finished = run(settings, sys.executable, "-m", "orchestration", "run")
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return settings


def run(settings: Settings, *command: str) -> subprocess.CompletedProcess[str]:
    """Runs a command from the root with the environment that the settings ask for."""
    environment = dict(os.environ)
    export(settings, environment)
    return subprocess.run(command, cwd=PROJECT_DIR, env=environment, capture_output=True, text=True)


@pytest.fixture
def ask(samples: Settings):
    """Rows of a query on the published file, as dictionaries."""
    with duckdb.connect(str(samples.published), read_only=True) as connection:

        def rows(query: str) -> list[dict]:
            cursor = connection.execute(query)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

        yield rows
