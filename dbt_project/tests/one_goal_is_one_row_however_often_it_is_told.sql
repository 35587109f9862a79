{{ config(meta={'dagster': {'ref': {'name': 'fact_goals'}}}) }}

-- Guards: tellings and reports of one goal are merged.
-- A row is a goal that stands twice: the same scorer in the same minute of a match.
select
    match_id,
    lower(scorer) as scorer,
    minute,
    coalesce(stoppage, 0) as stoppage,
    count(*) as goals
from {{ ref('fact_goals') }}
where minute is not null and verdict != 'conflict'
group by match_id, lower(scorer), minute, coalesce(stoppage, 0)
having count(*) > 1
