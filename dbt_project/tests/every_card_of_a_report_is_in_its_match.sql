{{ config(meta={'dagster': {'ref': {'name': 'fact_cards'}}}) }}

-- Guards: merging loses no card: each that a report tells has one of the same player, kind and side in its match.
-- A row is a card of a report that its match does not have.
select
    cards.report_card_id,
    cards.player,
    cards.card
from {{ ref('report_cards') }} as cards
inner join {{ ref('report_matches') }} as reports on cards.report_match_id = reports.report_match_id
left join {{ ref('fact_cards') }} as kept
    on reports.match_id = kept.match_id
    and {{ surname_key('cards.player') }} = {{ surname_key('kept.player') }}
    and (cards.card = 'yellow') = (kept.card = 'yellow')
    and (cards.club_id is null or cards.club_id = kept.club_id or kept.verdict = 'conflict')
where reports.match_id is not null and kept.card_id is null
