{{ config(meta={'dagster': {'ref': {'name': 'fact_matches'}}}) }}

-- Guards: a verified match is one whose every goal is known. Its goals, counted by side, are its score.
-- A row is a verified match that has another number of goals for a side than its score says, a goal for no side, or no score.
with goals as (
    select
        match_id,
        sum(case when side = 'home' then 1 else 0 end) as home_named,
        sum(case when side = 'away' then 1 else 0 end) as away_named,
        sum(case when side is null then 1 else 0 end) as without_side
    from {{ ref('fact_goals') }}
    group by match_id
)

select
    matches.match_id,
    matches.home_goals,
    matches.away_goals,
    goals.home_named,
    goals.away_named
from {{ ref('fact_matches') }} as matches
left join goals on matches.match_id = goals.match_id
where matches.verdict = 'verified'
    and (
        matches.home_goals is null
        or matches.away_goals is null
        or matches.home_goals != coalesce(goals.home_named, 0)
        or matches.away_goals != coalesce(goals.away_named, 0)
        or coalesce(goals.without_side, 0) > 0
    )
