-- What is said of the whole document holds for each of its matches that says nothing of its own.
with votes as (
    select
        matches.report_match_id,
        matches.document_id,
        matches.segment_no,
        claims.kind,
        claims.value,
        row_number() over (
            partition by matches.report_match_id, claims.kind
            order by max(claims.segment_no) desc nulls last, count(*) desc, min(claims.char_start) asc, claims.value asc
        ) as preference
    from {{ ref('int_report_pairs') }} as matches
    inner join {{ ref('stg_context_claims') }} as claims
        on matches.document_id = claims.document_id
        and (
            claims.segment_no = matches.segment_no
            or (claims.segment_no is null and claims.kind in ('competition', 'season', 'date', 'round'))
        )
    group by matches.report_match_id, matches.document_id, matches.segment_no, claims.kind, claims.value
),

final as (
    select
        report_match_id,
        document_id,
        segment_no,
        kind,
        value
    from votes
    where preference = 1
)

select * from final
