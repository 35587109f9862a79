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
        matches.report_match_id,
        outcomes.why_not,
        claims.rule,
        claims.surface,
        claims.char_start,
        claims.char_end
    from {{ ref('int_claims') }} as claims
    inner join outcomes on claims.claim_id = outcomes.claim_id and claims.kind = outcomes.kind
    left join {{ ref('int_report_matches') }} as matches on claims.report_match_id = matches.report_match_id
    where outcomes.why_not is not null
)

select * from final
