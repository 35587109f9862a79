{{ config(meta={'dagster': {'ref': {'name': 'fact_matches'}}}) }}

-- Guards: extra time adds goals to the score of the ninety minutes and takes none away; a match without it has one score only.
-- A row is a match whose two scores cannot both be, or one that has the earlier score alone.
select
    match_id,
    home_goals,
    away_goals,
    home_goals_90,
    away_goals_90,
    after_extra_time
from {{ ref('fact_matches') }}
where (not after_extra_time and (home_goals_90 is distinct from home_goals or away_goals_90 is distinct from away_goals))
    or (
        verdict != 'conflict'
        and (
            coalesce(home_goals_90 > home_goals, home_goals_90 is not null)
            or coalesce(away_goals_90 > away_goals, away_goals_90 is not null)
        )
    )
