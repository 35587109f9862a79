-- The words that name the pair of clubs open the match; a segment told twice over counts once.
with pairs as (
    select
        *,
        row_number() over (partition by report_match_id order by char_start asc, claim_id asc) as telling
    from {{ ref('stg_match_claims') }}
    where segment_no is not null
),

final as (
    select
        pairs.report_match_id,
        pairs.document_id,
        documents.path,
        pairs.segment_no,
        pairs.club_1,
        pairs.club_2,
        coalesce(pairs.name_1, clubs_1.name) as name_1,
        coalesce(pairs.name_2, clubs_2.name) as name_2,
        pairs.is_brief
    from pairs
    inner join {{ ref('stg_documents') }} as documents on pairs.document_id = documents.document_id
    left join {{ ref('clubs') }} as clubs_1 on pairs.club_1 = clubs_1.club_id
    left join {{ ref('clubs') }} as clubs_2 on pairs.club_2 = clubs_2.club_id
    where pairs.telling = 1
)

select * from final
