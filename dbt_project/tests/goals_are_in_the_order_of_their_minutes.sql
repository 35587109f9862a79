{{ config(meta={'dagster': {'ref': {'name': 'fact_goals'}}}) }}

-- Guards: of two goals of a match whose order and minutes are known, the later one has the higher running score.
-- A row is a pair of goals whose minutes and running scores run against each other.
select
    earlier.match_id,
    earlier.goal_id as earlier_goal,
    later.goal_id as later_goal
from {{ ref('fact_goals') }} as earlier
inner join {{ ref('fact_goals') }} as later on earlier.match_id = later.match_id
where earlier.home_score + earlier.away_score < later.home_score + later.away_score
    and (
        earlier.minute > later.minute
        or (earlier.minute = later.minute and earlier.stoppage > later.stoppage)
    )
