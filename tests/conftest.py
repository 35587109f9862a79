"""What tests of several folders share: a small project of their own, so that they are about moving things along and
not about football. The real models and the real extraction have tests of their own."""

import re
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from extract import schemas
from orchestration.settings import PROJECT_DIR, Settings

SMALL_PROJECT = {
    "dbt_project.yml": """
name: small
version: '1.0.0'
profile: secondleg
model-paths: [dbt_project/models]
seed-paths: [dbt_project/seeds]
macro-paths: [dbt_project/macros]
test-paths: [dbt_project/tests]
models: {small: {facts: {+schema: main, +materialized: table}}}
seeds: {small: {+schema: seeds}}
""",
    "dbt_project/macros/generate_schema_name.sql": """
{% macro generate_schema_name(name, node) %}{{ name or target.schema }}{% endmacro %}
""",
    "dbt_project/seeds/clubs.csv": "club_id,name,country\najax,Ajax,Netherlands\nroma,Roma,Italy\n",
    "dbt_project/seeds/club_aliases.csv": "alias,club_id,kind\nAjax,ajax,short\nRoma,roma,short\n",
    "dbt_project/seeds/competition_aliases.csv": "alias,competition_id\nCup,cup\n",
    "dbt_project/models/facts/models.yml": """
sources:
  - name: raw
    tables:
      - name: documents
        columns: [{name: document_id, data_tests: [unique]}]
      - {name: score_claims}
models:
  - name: fact_matches
    description: One match,
      on two lines.
    columns:
      - {name: home_goals, description: "Goals of the home side; it's a number.", data_tests: [not_null]}
  - {name: mart_ties, description: One two-legged tie.}
  - {name: report_matches, description: One match as one document tells it.}
""",
    "dbt_project/models/facts/fact_matches.sql": """
select
    documents.document_id, documents.path, score_claims.club_1 as home_team, score_claims.club_2 as away_team,
    score_claims.goals_1 as home_goals, score_claims.goals_2 as away_goals, 'verified' as verdict
from {{ source('raw', 'score_claims') }}
inner join {{ source('raw', 'documents') }} using (document_id)
""",
    "dbt_project/models/facts/report_matches.sql": """
select *, 'all is well' as verdict_reason from {{ ref('fact_matches') }}
""",
    "dbt_project/models/facts/mart_ties.sql": """
select
    '2025-26' as season, 'cup' as competition, 'final' as round, home_team as club_1, away_team as club_2,
    home_goals as leg1_goals_1, away_goals as leg1_goals_2, null::integer as leg2_goals_1,
    null::integer as leg2_goals_2, null::integer as aggregate_1, null::integer as aggregate_2,
    null::integer as shootout_1, null::integer as shootout_2, home_team as winner, 'away_goals' as decided_by,
    'partial' as verdict
from {{ ref('fact_matches') }}
""",
    "dbt_project/tests/assert_nobody_scores_ninety.sql": """
{{ config(meta={'dagster': {'ref': {'name': 'fact_matches'}}}) }}
select * from {{ ref('fact_matches') }} where home_goals >= 90
""",
}


def extract_scores(documents: pl.DataFrame, clubs: pl.DataFrame, competitions: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """Stands in for reading reports: each 'A 2-1 B' is a match. 'BREAKS' breaks, 'ODD' gives a row that is no claim."""
    frames = schemas.empty_frames()
    matches, scores = [], []
    for document_id, text in documents.select("document_id", "text").iter_rows():
        if "BREAKS" in text:
            raise ValueError("this text breaks extraction")
        for found in re.finditer(r"(\w+) (\d+)-(\d+) (\w+)", text):
            claim = {
                "claim_id": f"{document_id}-{found.start()}",
                "document_id": document_id,
                "sentence_no": 1,
                "segment_no": 1,
                "char_start": found.start(),
                "char_end": found.end(),
                "rule": "score",
                "surface": found.group(),
            }
            names = {"club_1": found[1].lower(), "club_2": found[4].lower()}
            matches.append({**claim, **names, "name_1": found[1], "name_2": found[4], "is_brief": False})
            goals = {"goals_1": int(found[2]), "goals_2": int(found[3])}
            scope = "no_such_scope" if "ODD" in text else "full_time"
            scores.append({**claim, **names, **goals, "scope": scope, "orientation": "stated"})
    if matches:
        frames["match_claims"] = pl.DataFrame(matches, schema=frames["match_claims"].schema)
        frames["score_claims"] = pl.DataFrame(scores, schema=frames["score_claims"].schema)
    return frames


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """An empty inbox and a small dbt project; extraction reads plain scores."""
    project = tmp_path / "project"
    for name, content in SMALL_PROJECT.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(content.lstrip(), encoding="utf-8")
    for name in ("profiles.yml", "dagster.yaml"):
        (project / name).write_bytes((PROJECT_DIR / name).read_bytes())
    (tmp_path / "data" / "reports").mkdir(parents=True)
    # What `settings.export` sets is put back after the test.
    for name in ("SECONDLEG_DATA_DIR", "DBT_TARGET_PATH", "DBT_LOG_PATH"):
        monkeypatch.setenv(name, str(tmp_path / "data"))
    monkeypatch.setattr("orchestration.pipeline.extract_reports", extract_scores)
    return Settings(data_dir=tmp_path / "data", project_dir=project)


@pytest.fixture
def put(settings: Settings) -> Callable[[str, str | bytes], Path]:
    """Writes a file into the inbox."""

    def put_file(name: str, content: str | bytes) -> Path:
        file = settings.inbox / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return file

    return put_file
