"""What Dagster sees: the whole code location as a snapshot, and one run of the job on a small project."""

import difflib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
import pytest

from orchestration import automation, pipeline, publish
from orchestration import settings as settings_module
from orchestration.code_location import build_definitions
from orchestration.settings import PROJECT_DIR, Settings

SNAPSHOT = Path(__file__).with_name("definitions_snapshot.json")
RENEW = "SECONDLEG_RENEW_SNAPSHOT"

Put = Callable[[str, str | bytes], Path]


@pytest.fixture(scope="session")
def real_data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all tests of the real project, so that dbt reads the project once."""
    return tmp_path_factory.mktemp("real")


@pytest.fixture
def real_settings(real_data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The project as it is, with nothing in its inbox."""
    for name in ("SECONDLEG_DATA_DIR", "DBT_TARGET_PATH", "DBT_LOG_PATH"):
        monkeypatch.setenv(name, str(real_data_dir))
    return Settings(data_dir=real_data_dir)


def described(definitions: dg.Definitions) -> dict[str, Any]:
    """The definitions as plain JSON: what would be missed if it vanished."""
    graph = definitions.resolve_asset_graph()
    repository = definitions.get_repository_def()
    jobs = [job for job in repository.get_all_jobs() if not job.name.startswith("__")]
    return {
        "assets": {
            key.to_user_string(): {
                "group": graph.get(key).group_name,
                "depends_on": sorted(parent.to_user_string() for parent in graph.get(key).parent_keys),
                "checks": sorted(
                    f"{check.name}{' (blocks)' if graph.get(check).blocking else ''}"
                    for check in graph.get(key).check_keys
                ),
                "pools": sorted(graph.get(key).pools or []),
            }
            for key in sorted(graph.materializable_asset_keys)
        },
        "jobs": sorted(job.name for job in jobs),
        "schedules": {
            schedule.name: {
                "cron": schedule.cron_schedule,
                "time_zone": schedule.execution_timezone,
                "job": schedule.job_name,
                "status": schedule.default_status.value,
            }
            for schedule in repository.schedule_defs
        },
        "sensors": {
            sensor.name: {
                "job": sensor.job_name,
                "seconds": sensor.minimum_interval_seconds,
                "status": sensor.default_status.value,
            }
            for sensor in repository.sensor_defs
        },
    }


@pytest.mark.xdist_group("real project")
def test_the_code_location_is_the_one_of_the_snapshot(real_settings: Settings):
    """An asset, check, job, schedule or sensor that vanishes, or moves, shows here."""
    found = json.dumps(described(build_definitions(settings=real_settings)), indent=1, sort_keys=True) + "\n"
    if os.environ.get(RENEW):
        SNAPSHOT.write_text(found, encoding="utf-8")
    expected = SNAPSHOT.read_text(encoding="utf-8")
    difference = "".join(
        difflib.unified_diff(expected.splitlines(True), found.splitlines(True), "snapshot", "definitions", n=2)
    )
    assert not difference, f"{difference}\nIf this is meant: {RENEW}=1 make test, and commit the snapshot."


@pytest.fixture
def small(settings: Settings) -> dg.Definitions:
    return build_definitions(settings=settings)


def run_job(definitions: dg.Definitions) -> dg.ExecuteInProcessResult:
    return definitions.resolve_job_def("refresh").execute_in_process(raise_on_error=False)


def metadata_of(result: dg.ExecuteInProcessResult, *key: str) -> dict[str, Any]:
    (materialized,) = [
        event.materialization
        for event in result.get_asset_materialization_events()
        if event.asset_key == dg.AssetKey(list(key))
    ]
    return {name: value.value for name, value in materialized.metadata.items()}


def test_the_job_loads_builds_checks_and_publishes_last(small: dg.Definitions, settings: Settings, put: Put):
    put("a.txt", "Ajax 2-1 Roma")
    put("empty.txt", "")
    result = run_job(small)
    assert result.success
    order = [event.asset_key.to_user_string() for event in result.get_asset_materialization_events()]
    assert order[-1] == "published/secondleg"
    assert order.index("raw/documents") < order.index("main/fact_matches") < order.index("main/mart_ties")
    with duckdb.connect(str(settings.published), read_only=True) as connection:
        assert connection.execute("SELECT home_goals, away_goals FROM fact_matches").fetchall() == [(2, 1)]

    loading = metadata_of(result, "raw", "documents")
    assert loading["documents_read"] == 1
    assert loading["score_claims"] == 1
    assert loading["rejects"] == 1
    assert "the file is empty" in metadata_of(result, "raw", "rejects")["reasons"]
    publishing = metadata_of(result, "published", "secondleg")
    assert publishing["mart_ties_partial"] == 1
    assert Path(publishing["path"]) == settings.published.resolve()

    checks = {check.check_name: check.passed for check in result.get_asset_check_evaluations()}
    assert checks == {
        "the_inbox_holds_a_readable_report": True,
        "everything_in_the_inbox_was_read": False,
        "source_unique_raw_documents_document_id": True,
        "not_null_fact_matches_home_goals": True,
        "assert_nobody_scores_ninety": True,
    }
    # What Dagster built, the command line need not build again.
    raw = pipeline.load_raw(settings).fingerprint
    assert publish.published_fingerprint(settings) == pipeline.build_fingerprint(settings, raw)


def test_a_failed_check_of_error_severity_keeps_the_old_file(small: dg.Definitions, settings: Settings, put: Put):
    put("a.txt", "Ajax 2-1 Roma")
    assert run_job(small).success
    first = settings.published.resolve()
    put("b.txt", "Ajax 91-0 Roma")
    result = run_job(small)
    assert not result.success
    failed = [check.check_name for check in result.get_asset_check_evaluations() if not check.passed]
    assert failed == ["assert_nobody_scores_ninety"]
    assert settings.published.resolve() == first


def test_a_resource_can_be_replaced(settings: Settings, put: Put, tmp_path: Path):
    elsewhere = Settings(data_dir=tmp_path / "elsewhere", project_dir=settings.project_dir)
    definitions = build_definitions(settings=settings, resource_overrides={"settings": elsewhere})
    result = run_job(definitions)
    assert not result.success
    (failure,) = [event for event in result.all_events if event.is_step_failure]
    assert f"There is no folder {elsewhere.inbox}" in failure.step_failure_data.error.to_string()


@pytest.mark.parametrize(("value", "status"), [("on", "RUNNING"), ("off", "STOPPED"), (None, "STOPPED")])
def test_schedule_and_sensor_are_switched_by_the_environment(value: str | None, status: str):
    environment = {"SECONDLEG_SCHEDULE": value, "SECONDLEG_SENSOR": value} if value else {}
    switched = settings_module.load(environment)
    assert automation.build_schedule(switched).default_status.value == status
    assert automation.build_sensor(switched).default_status.value == status


def test_a_switch_that_is_neither_on_nor_off_is_named():
    with pytest.raises(settings_module.BadSetting, match="SECONDLEG_SENSOR is 'maybe'"):
        settings_module.load({"SECONDLEG_SENSOR": "maybe"})


def test_the_sensor_asks_for_a_run_when_files_change(settings: Settings, put: Put):
    sensor = automation.build_sensor(settings)

    def look(cursor: str | None) -> tuple[int, str | None, str | None]:
        context = dg.build_sensor_context(cursor=cursor, resources={"settings": settings})
        told = sensor.evaluate_tick(context)
        return len(told.run_requests), told.skip_message, told.cursor

    report = put("a.txt", "Ajax 2-1 Roma")
    assert look(None)[:2] == (0, "A file is still being written.")
    long_ago = time.time() - 100
    os.utime(report, (long_ago, long_ago))
    runs, _, cursor = look(None)
    assert runs == 1
    assert look(cursor)[:2] == (0, "Nothing in the inbox has changed.")
    report.unlink()
    assert look(cursor)[0] == 1
    settings.inbox.rmdir()
    runs, skipped, kept = look(cursor)
    assert runs == 0
    assert "There is no folder" in skipped
    assert kept == cursor


@pytest.mark.xdist_group("real project")
def test_dg_finds_the_definitions_from_the_root_without_options(real_settings: Settings):
    checked = subprocess.run(
        [str(Path(sys.executable).with_name("dg")), "check", "defs"],
        cwd=PROJECT_DIR,
        capture_output=True,
        text=True,
        env={**os.environ, "SECONDLEG_DATA_DIR": str(real_settings.data_dir)},
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
