{{ config(meta={'dagster': {'ref': {'name': 'report_claims_used'}}}) }}

-- Guards: nothing is invented: each goal and card of a report has at least one claim that speaks for it.
-- A row is a goal or card that no claim ended in. The further goals of "a hat-trick" rest on the claim of its first.
with facts as (
    select report_goal_id as fact_id, 'report_goals' as ended_in, report_match_id, scorer as player
    from {{ ref('report_goals') }}
    where not is_uncounted
    union all
    select report_card_id as fact_id, 'report_cards' as ended_in, report_match_id, player
    from {{ ref('report_cards') }}
)

select facts.*
from facts
left join {{ ref('report_claims_used') }} as used
    on facts.ended_in = used.ended_in
    and facts.fact_id = used.ended_in_id
where used.claim_id is null
