"""When things run: the job, the schedule, the sensor. What they run is in `assets`."""

import time

import dagster as dg

from extract.documents import MissingInbox, inbox_state
from orchestration.settings import Settings

REFRESH = dg.define_asset_job(
    "refresh",
    selection=dg.AssetSelection.all(),
    description="Reads the inbox, builds and tests every model, publishes.",
)

#: A file that changed within this many seconds may still be on its way.
SETTLING_SECONDS = 10


def build_schedule(settings: Settings) -> dg.ScheduleDefinition:
    """European nights are Tuesday to Thursday; reports are there by the next morning."""
    return dg.ScheduleDefinition(
        name="mornings_after_match_nights",
        job=REFRESH,
        cron_schedule="0 7 * * 3,4,5",
        execution_timezone="Europe/London",
        description="Wednesday, Thursday and Friday at seven. Switched on by SECONDLEG_SCHEDULE=on, or by hand.",
        default_status=dg.DefaultScheduleStatus.RUNNING if settings.schedule_on else dg.DefaultScheduleStatus.STOPPED,
    )


def build_sensor(settings: Settings) -> dg.SensorDefinition:
    """Asks for a run when the files of the inbox are other ones than last time."""

    @dg.sensor(
        name="new_reports",
        job=REFRESH,
        minimum_interval_seconds=60,
        description="Watches the inbox. Switched on by SECONDLEG_SENSOR=on, or by hand.",
        default_status=dg.DefaultSensorStatus.RUNNING if settings.sensor_on else dg.DefaultSensorStatus.STOPPED,
    )
    def new_reports(context: dg.SensorEvaluationContext, settings: dg.ResourceParam[Settings]) -> dg.SensorResult:
        try:
            state, newest = inbox_state(settings.data_dir, settings.inbox.name)
        except MissingInbox as missing:
            return dg.SensorResult(skip_reason=str(missing), cursor=context.cursor)
        if state == context.cursor:
            return dg.SensorResult(skip_reason="Nothing in the inbox has changed.", cursor=context.cursor)
        if time.time() - newest < SETTLING_SECONDS:
            return dg.SensorResult(skip_reason="A file is still being written.", cursor=context.cursor)
        return dg.SensorResult(run_requests=[dg.RunRequest()], cursor=state)

    return new_reports
