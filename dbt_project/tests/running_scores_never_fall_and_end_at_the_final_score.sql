{{ config(meta={'dagster': {'ref': {'name': 'fact_goals'}}}) }}

-- Guards: where the order of the goals is known, each adds one to its own side, and the last makes the final score.
-- A row is a match whose running scores leave a step out, count one twice, credit the wrong side, stop short, or are told in part; or a
-- verified match without them although each goal has a minute of its own and no words give a score on the way that could object.
with ordered as (
    select
        *,
        home_score + away_score as place,
        lag(home_score, 1, 0) over (partition by match_id order by home_score + away_score asc nulls last, goal_id asc) as home_before,
        lag(away_score, 1, 0) over (partition by match_id order by home_score + away_score asc nulls last, goal_id asc) as away_before
    from {{ ref('fact_goals') }}
),

told_on_the_way as (
    select distinct reports.match_id
    from {{ ref('report_goals') }} as goals
    inner join {{ ref('report_matches') }} as reports on goals.report_match_id = reports.report_match_id
    where goals.running_for is not null
)

select
    ordered.match_id,
    max(ordered.home_score) as home_score,
    max(ordered.away_score) as away_score,
    max(matches.home_goals) as home_goals,
    max(matches.away_goals) as away_goals
from ordered
left join {{ ref('fact_matches') }} as matches on ordered.match_id = matches.match_id
left join told_on_the_way as told on ordered.match_id = told.match_id
group by ordered.match_id
having count(ordered.place) > 0
    and (
        count(ordered.place) != count(*)
        or max(ordered.home_score) is distinct from max(matches.home_goals)
        or max(ordered.away_score) is distinct from max(matches.away_goals)
        or bool_or(
            ordered.home_score - ordered.home_before is distinct from case when ordered.side = 'home' then 1 else 0 end
            or ordered.away_score - ordered.away_before is distinct from case when ordered.side = 'away' then 1 else 0 end
        )
    )
    or (
        count(ordered.place) = 0
        and max(matches.verdict) = 'verified'
        and max(told.match_id) is null
        and count(distinct ordered.minute * 100 + coalesce(ordered.stoppage, 0)) = count(*)
    )
