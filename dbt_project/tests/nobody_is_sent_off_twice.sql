{{ config(meta={'dagster': {'ref': {'name': 'fact_cards'}}}) }}

-- Guards: one dismissal and one booking at most for a player of a match, told as often as it may be.
-- A row is a player with two of a kind.
select
    match_id,
    {{ surname_key('player') }} as surname,
    count(*) as cards
from {{ ref('fact_cards') }}
group by match_id, {{ surname_key('player') }}, case when card = 'yellow' then 'yellow' else 'dismissal' end
having count(*) > 1
