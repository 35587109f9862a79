{{ config(meta={'dagster': {'ref': {'name': 'mart_ties'}}}) }}

-- Guards: a tie counts each dismissal of its two legs once.
-- A row is a tie with another number of dismissals than its matches have.
with dismissals as (
    select
        tie_id,
        count(*) as red_cards
    from {{ ref('fact_cards') }}
    where card in ('red', 'second_yellow')
    group by tie_id
)

select
    ties.tie_id,
    ties.red_cards,
    dismissals.red_cards as dismissals
from {{ ref('mart_ties') }} as ties
left join dismissals on ties.tie_id = dismissals.tie_id
where ties.red_cards is distinct from coalesce(dismissals.red_cards, 0)
