"""What Dagster loads: `dagster dev` and `dg check defs` find this module by pyproject.toml.

All is made while this module is imported: Dagster has the root of the project on its path no longer than that.
"""

from orchestration.code_location import build_definitions

defs = build_definitions()
