{{ config(meta={'dagster': {'ref': {'name': 'fact_goals'}}}) }}

-- Guards: a scorer belongs to one of the two clubs; an own goal counts for the club he does not belong to.
-- A row is a scorer of a match, not in conflict, whose goals and own goals put him in both clubs.
with scorers as (
    select
        match_id,
        lower(scorer) as scorer,
        case
            when not is_own_goal then side
            when side = 'home' then 'away'
            when side = 'away' then 'home'
        end as plays_for
    from {{ ref('fact_goals') }}
    where side is not null and verdict != 'conflict' and scorer is not null
)

select
    match_id,
    scorer
from scorers
group by match_id, scorer
having count(distinct plays_for) > 1
