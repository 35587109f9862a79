{{ config(meta={'dagster': {'ref': {'name': 'fact_goals'}}}) }}

-- Guards: a goal counts for the club that its reports give it to.
-- A row is a goal, in a match that is not in conflict, whose scorer scores for the other club, or not at all, in every report of it.
with told as (
    select distinct
        reports.match_id,
        goals.club_id,
        goals.is_own_goal,
        {{ surname_key('goals.scorer') }} as surname
    from {{ ref('report_goals') }} as goals
    inner join {{ ref('report_matches') }} as reports on goals.report_match_id = reports.report_match_id
)

select
    goals.goal_id,
    goals.scorer,
    goals.club_id
from {{ ref('fact_goals') }} as goals
left join told
    on goals.match_id = told.match_id
    and {{ surname_key('goals.scorer') }} = told.surname
    and goals.club_id is not distinct from told.club_id
where goals.verdict != 'conflict' and told.match_id is null
