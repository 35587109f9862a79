{{ config(meta={'dagster': {'ref': {'name': 'fact_cards'}}}) }}

-- Guards: merging loses no card: each that a report tells has one of the same player, kind and side in its match.
-- A row is a card of a report that its match does not have with its club, by id, by name and by side, and its tie.
select
    cards.report_card_id,
    cards.player,
    cards.card
from {{ ref('report_cards') }} as cards
inner join {{ ref('report_matches') }} as reports on cards.report_match_id = reports.report_match_id
inner join {{ ref('fact_matches') }} as matches on reports.match_id = matches.match_id
left join {{ ref('fact_cards') }} as kept
    on reports.match_id = kept.match_id
    and {{ surname_key('cards.player') }} = {{ surname_key('kept.player') }}
    and (cards.card = 'yellow') = (kept.card = 'yellow')
    and (cards.club_id is null or cards.club_id = kept.club_id or kept.verdict = 'conflict')
where kept.card_id is null
    or kept.tie_id is distinct from matches.tie_id
    or kept.side is distinct from
        case kept.club_id when matches.home_club_id then 'home' when matches.away_club_id then 'away' end
    or kept.club is distinct from case kept.side when 'home' then matches.home_club when 'away' then matches.away_club end
