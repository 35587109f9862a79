"""The one place for paths and environment variables.

Whoever needs a path asks a `Settings`; whoever reads or sets an environment variable does it here. dbt takes its
target and log folders from the environment alone and dagster-dbt reads them while it is imported, so `export` must
have run before either is.
"""

import os
import sysconfig
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path

DATA_DIR = "SECONDLEG_DATA_DIR"
SCHEDULE = "SECONDLEG_SCHEDULE"
SENSOR = "SECONDLEG_SENSOR"
MAX_MB = "SECONDLEG_MAX_MB"

PROJECT_DIR = Path(__file__).resolve().parent.parent

_ON = {"on", "1", "true", "yes"}
_OFF = {"off", "0", "false", "no", ""}


class BadSetting(Exception):
    """An environment variable holds something that it cannot mean."""


@dataclass(frozen=True)
class Settings:
    """Where everything lies, and what is switched on.

    project_dir: holds dbt_project.yml and profiles.yml
    data_dir: the inboxes are read below it, warehouse/ and published/ written
    schedule_on, sensor_on: whether Dagster starts the schedule, the sensor, by itself
    max_bytes: a larger report is refused
    """

    data_dir: Path
    project_dir: Path = PROJECT_DIR
    schedule_on: bool = False
    sensor_on: bool = False
    max_bytes: int = 5 * 2**20

    @property
    def inbox(self) -> Path:
        return self.data_dir / "reports"

    @property
    def warehouse_dir(self) -> Path:
        return self.data_dir / "warehouse"

    @property
    def warehouse(self) -> Path:
        return self.warehouse_dir / "secondleg.duckdb"

    @property
    def run_lock(self) -> Path:
        return self.warehouse_dir / "run.lock"

    @property
    def dagster_home(self) -> Path:
        return self.warehouse_dir / "dagster"

    @property
    def dbt_target(self) -> Path:
        return self.warehouse_dir / "dbt" / "target"

    @property
    def dbt_logs(self) -> Path:
        return self.warehouse_dir / "dbt" / "logs"

    @property
    def manifest(self) -> Path:
        return self.dbt_target / "manifest.json"

    @property
    def dbt_docs(self) -> Path:
        return self.warehouse_dir / "dbt" / "docs"

    @property
    def build_note(self) -> Path:
        return self.warehouse_dir / "last_build.txt"

    @property
    def published_dir(self) -> Path:
        return self.data_dir / "published"

    @property
    def published(self) -> Path:
        return self.published_dir / "secondleg.duckdb"

    @property
    def docs(self) -> Path:
        return self.published_dir / "docs" / "index.html"

    @property
    def seeds(self) -> Path:
        return self.project_dir / "dbt_project" / "seeds"


def load(environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings that the environment asks for. A relative data folder is relative to where the command runs."""
    return Settings(
        data_dir=Path(environ.get(DATA_DIR) or PROJECT_DIR / "data").expanduser().resolve(),
        schedule_on=_switch(environ, SCHEDULE),
        sensor_on=_switch(environ, SENSOR),
        max_bytes=int(_number(environ, MAX_MB, default=5) * 2**20),
    )


def export(settings: Settings, environ: MutableMapping[str, str] = os.environ) -> Settings:
    """Tells dbt and Dagster, by way of the environment, where this project's things lie."""
    environ[DATA_DIR] = str(settings.data_dir)
    environ["DBT_TARGET_PATH"] = str(settings.dbt_target)
    environ["DBT_LOG_PATH"] = str(settings.dbt_logs)
    environ.setdefault("DBT_SEND_ANONYMOUS_USAGE_STATS", "false")
    environ.setdefault("DAGSTER_DISABLE_TELEMETRY", "true")
    return settings


def program(name: str) -> str:
    """A program that was installed next to this Python; its bare name when it is not there."""
    beside = Path(sysconfig.get_path("scripts"), name)
    return str(beside) if beside.exists() else name


def _switch(environ: Mapping[str, str], name: str) -> bool:
    value = environ.get(name, "").strip().lower()
    if value in _ON | _OFF:
        return value in _ON
    raise BadSetting(f"{name} is {environ[name]!r}; it can be on or off.")


def _number(environ: Mapping[str, str], name: str, *, default: float) -> float:
    value = environ.get(name, "").strip()
    try:
        number = float(value) if value else default
    except ValueError:
        number = 0.0
    if not 0 < number < 10_000:
        raise BadSetting(f"{name} is {value!r}; it must be a number above 0.")
    return number
