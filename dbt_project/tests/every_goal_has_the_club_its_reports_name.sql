{{ config(meta={'dagster': {'ref': {'name': 'fact_goals'}}}) }}

-- Guards: a goal counts for the club that its reports give it to, by id, by name and by side, in the tie of its match.
-- A row is a goal, in a match that is not in conflict, whose scorer scores for the other club, or not at all, in every report of it; or
-- one whose club, side or tie is not that of its match.
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
inner join {{ ref('fact_matches') }} as matches on goals.match_id = matches.match_id
where (goals.verdict != 'conflict' and told.match_id is null)
    or goals.tie_id is distinct from matches.tie_id
    or goals.side is distinct from
        case goals.club_id when matches.home_club_id then 'home' when matches.away_club_id then 'away' end
    or goals.club is distinct from case goals.side when 'home' then matches.home_club when 'away' then matches.away_club end
