with outcomes as (
    select * from {{ ref('int_claim_outcomes_incidents') }}
    union all
    select * from {{ ref('int_claim_outcomes_frames') }}
),

final as (
    select
        claims.claim_id,
        claims.document_id,
        claims.kind,
        outcomes.report_match_id,
        outcomes.ended_in,
        outcomes.ended_in_id,
        claims.rule,
        claims.surface,
        claims.char_start,
        claims.char_end
    from {{ ref('int_claims') }} as claims
    inner join outcomes on claims.claim_id = outcomes.claim_id and claims.kind = outcomes.kind
    where outcomes.why_not is null
)

select * from final
