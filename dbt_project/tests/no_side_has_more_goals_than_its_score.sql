{{ config(meta={'dagster': {'ref': {'name': 'fact_goals'}}}) }}

-- Guards: a goal too many in a match whose score is known, unless the match is called a conflict; every goal has a match.
-- A row is a match whose goals exceed its score, or goals whose match is missing.
select
    goals.match_id,
    matches.home_goals,
    matches.away_goals,
    count(*) as goals_named
from {{ ref('fact_goals') }} as goals
left join {{ ref('fact_matches') }} as matches on goals.match_id = matches.match_id
where matches.match_id is null or matches.verdict != 'conflict'
group by goals.match_id, matches.match_id, matches.home_goals, matches.away_goals
having matches.match_id is null
    or sum(case when goals.side = 'home' then 1 else 0 end) > matches.home_goals
    or sum(case when goals.side = 'away' then 1 else 0 end) > matches.away_goals
    or count(*) > matches.home_goals + matches.away_goals
