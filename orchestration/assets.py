"""The assets: raw tables, dbt's models, the published file, each a thin cover over `pipeline` and `publish`.

Belongs here: keys, order, checks and metadata. Does not belong here: what the steps do. `settings.export` must have
run before this module is imported, for dagster-dbt reads the environment while it is imported.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import dagster as dg
from dagster_dbt import DbtCliResource, dbt_assets

from extract.schemas import RAW_TABLES
from orchestration import pipeline, publish
from orchestration.settings import Settings
from orchestration.translator import Translator

#: One at a time may write; `dagster.yaml` gives every pool the limit 1.
POOL = "warehouse"
PUBLISHED = dg.AssetKey(["published", "secondleg"])
DOCUMENTS = dg.AssetKey(["raw", "documents"])
REJECTS = dg.AssetKey(["raw", "rejects"])

# Wednesday to Friday the schedule runs each morning; from Friday to Wednesday are five days.
FRESHNESS = dg.FreshnessPolicy.time_window(fail_window=timedelta(days=8), warn_window=timedelta(days=6))


@dg.multi_asset(
    name="raw_tables",
    specs=[
        dg.AssetSpec(
            ["raw", table],
            description=" ".join((schema.__doc__ or "").split()),
            group_name="raw",
            kinds={"polars", "duckdb"},
        )
        for table, schema in RAW_TABLES.items()
    ],
    check_specs=[
        dg.AssetCheckSpec(
            "the_inbox_holds_a_readable_report",
            asset=DOCUMENTS,
            description="An inbox without one wipes nothing, but somebody should look at it.",
        ),
        dg.AssetCheckSpec(
            "everything_in_the_inbox_was_read",
            asset=REJECTS,
            description="Warns when a file, or a part of it, did not get in; the reasons are in raw.rejects.",
        ),
    ],
    pool=POOL,
)
def raw_tables(
    context: dg.AssetExecutionContext, settings: dg.ResourceParam[Settings]
) -> Iterator[dg.MaterializeResult | dg.AssetCheckResult]:
    """Reads what is new or changed in the inbox and retires what is gone."""
    with pipeline.exclusive(settings):
        loaded = pipeline.load_raw(settings, tell=context.log.info)
    for table in RAW_TABLES:
        metadata: dict[str, Any] = {"dagster/row_count": loaded.rows[table]}
        if table == "documents":
            metadata |= loading_metadata(loaded)
        if table == "rejects":
            metadata["reasons"] = dg.MetadataValue.md(reasons_as_markdown(loaded))
        yield dg.MaterializeResult(asset_key=["raw", table], metadata=metadata)
    yield dg.AssetCheckResult(
        asset_key=DOCUMENTS,
        check_name="the_inbox_holds_a_readable_report",
        passed=not loaded.inbox_is_empty,
        severity=dg.AssetCheckSeverity.WARN,
        metadata={"documents_kept": loaded.kept},
    )
    yield dg.AssetCheckResult(
        asset_key=REJECTS,
        check_name="everything_in_the_inbox_was_read",
        passed=not loaded.rejects,
        severity=dg.AssetCheckSeverity.WARN,
        metadata={"rejects": len(loaded.rejects)},
    )


def loading_metadata(loaded: pipeline.Loaded) -> dict[str, int]:
    """What one run read, and how many claims of each kind the warehouse holds after it."""
    return {
        "documents_read": loaded.read,
        "documents_unchanged": loaded.unchanged,
        "documents_moved": loaded.moved,
        "documents_retired": loaded.retired,
        "documents_kept": loaded.kept,
        "rejects": len(loaded.rejects),
        **loaded.claims,
    }


def reasons_as_markdown(loaded: pipeline.Loaded) -> str:
    """The rejects as a list, at most fifty."""
    lines = [f"* `{path}`: {reason}" for path, reason in loaded.rejects[:50]]
    return "\n".join(lines) or "none"


def build_models(settings: Settings) -> dg.AssetsDefinition:
    """dbt's seeds and models as assets, their tests and those of the sources as checks."""

    @dbt_assets(
        manifest=pipeline.prepared_manifest(settings), dagster_dbt_translator=Translator(), pool=POOL, name="models"
    )
    def models(
        context: dg.AssetExecutionContext, dbt: DbtCliResource, settings: dg.ResourceParam[Settings]
    ) -> Iterator[Any]:
        # A check of error severity that fails makes dbt fail, so that what depends on it does not run.
        with pipeline.exclusive(settings), pipeline.marked_build(settings, is_whole=not context.is_subset):
            yield from dbt.cli(list(pipeline.BUILD), context=context, target_path=settings.dbt_target).stream()

    return models


def build_published(models: dg.AssetsDefinition) -> dg.AssetsDefinition:
    """The file for analysts; it waits for every model and every raw table."""

    @dg.asset(
        key=PUBLISHED,
        deps=[*models.keys, *raw_tables.keys],
        description="The read-only DuckDB file that analysts open, and the link that points at the newest.",
        group_name="published",
        kinds={"duckdb"},
        pool=POOL,
        freshness_policy=FRESHNESS,
    )
    def published(settings: dg.ResourceParam[Settings]) -> dg.MaterializeResult:
        with pipeline.exclusive(settings):
            done = pipeline.publish_build(settings)
        return dg.MaterializeResult(metadata=publishing_metadata(done))

    return published


def publishing_metadata(done: publish.Published) -> dict[str, Any]:
    """Where the file lies, how many ties and matches have which verdict, and how many rows each table."""
    verdicts = {
        f"{table}_{verdict}": count for table, counts in done.verdicts.items() for verdict, count in counts.items()
    }
    return {
        "path": dg.MetadataValue.path(str(done.path)),
        **verdicts,
        "rows": dg.MetadataValue.json(done.rows),
    }
