{{ config(meta={'dagster': {'ref': {'name': 'fact_cards'}}}) }}

-- Guards: a dismissal ends a player's match.
-- A row is a goal or a card, in a match that is not in conflict, of somebody who had been sent off in an earlier minute.
with deeds as (
    select match_id, lower(scorer) as player, minute, stoppage, 'goal' as deed
    from {{ ref('fact_goals') }}
    union all
    select match_id, lower(player) as player, minute, stoppage, card as deed
    from {{ ref('fact_cards') }}
    where card = 'yellow'
)

select
    cards.match_id,
    cards.player,
    cards.minute as sent_off_minute,
    deeds.deed,
    deeds.minute as deed_minute
from {{ ref('fact_cards') }} as cards
inner join deeds on cards.match_id = deeds.match_id and lower(cards.player) = deeds.player
where cards.card in ('red', 'second_yellow')
    and cards.verdict != 'conflict'
    and (deeds.minute > cards.minute or (deeds.minute = cards.minute and deeds.stoppage > cards.stoppage))
