{{ config(meta={'dagster': {'ref': {'name': 'fact_goals'}}}) }}

-- Guards: merging loses nothing: a match has as many goals as the report that names most of them.
-- A row is a match with fewer goals, or none, than one of its reports tells.
with told as (
    select
        reports.match_id,
        reports.report_match_id,
        count(*) as goals
    from {{ ref('report_goals') }} as goals
    inner join {{ ref('report_matches') }} as reports on goals.report_match_id = reports.report_match_id
    where reports.match_id is not null
    group by reports.match_id, reports.report_match_id
),

kept as (
    select
        match_id,
        count(*) as goals
    from {{ ref('fact_goals') }}
    group by match_id
)

select
    told.match_id,
    max(told.goals) as goals_told,
    max(coalesce(kept.goals, 0)) as goals_kept
from told
left join kept on told.match_id = kept.match_id
group by told.match_id
having max(told.goals) > max(coalesce(kept.goals, 0))
