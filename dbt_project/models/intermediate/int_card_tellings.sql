with candidates as (
    select
        claims.*,
        matches.after_extra_time,
        matches.club_1,
        matches.club_2,
        row_number() over (
            partition by claims.telling_id
            order by claims.candidate_rank asc, claims.claim_id asc
        ) as choice
    from {{ ref('stg_card_claims') }} as claims
    inner join {{ ref('int_report_matches') }} as matches on claims.report_match_id = matches.report_match_id
    where claims.asserted and claims.player is not null
),

final as (
    select
        claim_id,
        telling_id,
        report_match_id,
        document_id,
        sentence_no,
        player,
        player_key,
        link_strength,
        {{ side_of('club_id') }} as side,
        {{ basis_level('club_basis') }} as side_level,
        card,
        {{ minute_of_match('minute', 'after_extra_time') }} as minute,
        {{ stoppage_of_match('minute', 'stoppage', 'after_extra_time') }} as stoppage,
        minute_basis,
        evidence_start,
        evidence_end
    from candidates
    where choice = 1
)

select * from final
