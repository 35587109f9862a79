"""Puts assets, job, schedule, sensor and resources together: for Dagster in `definitions`, and for tests."""

from collections.abc import Mapping
from typing import Any

import dagster as dg

from orchestration import settings as settings_module
from orchestration.settings import Settings


def build_definitions(
    *, settings: Settings | None = None, resource_overrides: Mapping[str, Any] | None = None
) -> dg.Definitions:
    """Everything there is, for the settings that the environment asks for.

    A test may name other settings, or put another resource in the place of `settings` or `dbt`.
    """
    settings = settings_module.export(settings or settings_module.load())
    # These import dagster-dbt, which reads what has just been exported.
    from dagster_dbt import DbtCliResource

    from orchestration import assets, automation

    models = assets.build_models(settings)
    return dg.Definitions(
        assets=[assets.raw_tables, models, assets.build_published(models)],
        jobs=[automation.REFRESH],
        schedules=[automation.build_schedule(settings)],
        sensors=[automation.build_sensor(settings)],
        resources={
            "settings": settings,
            "dbt": DbtCliResource(
                project_dir=str(settings.project_dir),
                profiles_dir=str(settings.project_dir),
                dbt_executable=settings_module.program("dbt"),
            ),
            **(resource_overrides or {}),
        },
        # Three steps that wait for each other: a process for each would only import everything three times.
        executor=dg.in_process_executor,
    )
