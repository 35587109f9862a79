"""How dbt's models appear in Dagster: their keys, groups and metadata. Nothing runs in here."""

from collections.abc import Mapping
from typing import Any

import dagster as dg
from dagster_dbt import DagsterDbtTranslator, DagsterDbtTranslatorSettings, DbtProject


def group_of(properties: Mapping[str, Any]) -> str:
    """The folder below models/: staging, intermediate, reports, facts, marts. Seeds and sources have their own."""
    if properties["resource_type"] == "model":
        return properties["fqn"][1]
    return {"seed": "seeds", "source": "raw"}.get(properties["resource_type"], properties["resource_type"])


def metadata_of(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Where the model is written and where its rows lie."""
    return {
        "path": properties["original_file_path"],
        "dagster/table_name": f"{properties['schema']}.{properties.get('alias') or properties['name']}",
    }


class Translator(DagsterDbtTranslator):
    """Keys are [schema, table], as dagster-dbt has them: so a source's key is that of the raw asset it reads."""

    def __init__(self) -> None:
        super().__init__(
            DagsterDbtTranslatorSettings(
                enable_asset_checks=True,
                enable_source_tests_as_checks=True,
                enable_duplicate_source_asset_keys=False,
            )
        )

    def get_asset_spec(self, manifest: Mapping[str, Any], unique_id: str, project: DbtProject | None) -> dg.AssetSpec:
        spec = super().get_asset_spec(manifest, unique_id, project)
        properties = self.get_resource_props(manifest, unique_id)
        return spec.replace_attributes(group_name=group_of(properties)).merge_attributes(
            metadata=metadata_of(properties)
        )
