{{ config(meta={'dagster': {'ref': {'name': 'report_claims_unused'}}}) }}

-- Guards: nothing is lost on the way from the words to the facts.
-- A row is a claim that stands in neither table of outcomes, in both, twice, in one without a reason, or that ended in a row that is not
-- there; or an outcome of a claim that nobody made.
-- It starts from the raw tables, so that a claim which a model leaves out is missed.
with claims as (
    {%- for kind in claim_kinds() %}
    select claim_id, '{{ kind }}' as kind from {{ source('raw', kind ~ '_claims') }}
    {%- if not loop.last %}
    union all
    {%- endif %}
    {%- endfor %}
),

outcomes as (
    select claim_id, kind, ended_in, ended_in_id, cast(null as varchar) as why_not
    from {{ ref('report_claims_used') }}
    union all
    select claim_id, kind, cast(null as varchar) as ended_in, cast(null as varchar) as ended_in_id, why_not
    from {{ ref('report_claims_unused') }}
),

ends as (
    select 'report_matches' as ended_in, report_match_id as ended_in_id from {{ ref('report_matches') }}
    union all
    select 'report_goals' as ended_in, report_goal_id as ended_in_id from {{ ref('report_goals') }}
    union all
    select 'report_cards' as ended_in, report_card_id as ended_in_id from {{ ref('report_cards') }}
)

select
    coalesce(claims.claim_id, outcomes.claim_id) as claim_id,
    count(outcomes.claim_id) as outcomes
from claims
full join outcomes on claims.claim_id = outcomes.claim_id and claims.kind = outcomes.kind
left join ends on outcomes.ended_in = ends.ended_in and outcomes.ended_in_id = ends.ended_in_id
group by coalesce(claims.claim_id, outcomes.claim_id), coalesce(claims.kind, outcomes.kind)
having count(claims.claim_id) = 0
    or count(outcomes.claim_id) != 1
    or bool_or(ends.ended_in_id is null and coalesce(outcomes.why_not, '') = '')
