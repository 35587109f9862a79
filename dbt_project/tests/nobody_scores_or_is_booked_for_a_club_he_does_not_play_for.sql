{{ config(meta={'dagster': {'ref': {'name': 'fact_cards'}}}) }}

-- Guards: who scores and is carded in one match does both for the same club.
-- A row is a player of a match, not in conflict, whose card belongs to the other side than his goals do.
select
    cards.match_id,
    cards.player,
    cards.side as card_side,
    goals.side as goal_side
from {{ ref('fact_cards') }} as cards
inner join {{ ref('fact_goals') }} as goals
    on cards.match_id = goals.match_id
    and lower(cards.player) = lower(goals.scorer)
where cards.verdict != 'conflict'
    and (cards.side = goals.side) = goals.is_own_goal
