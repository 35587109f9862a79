-- The words that name the pair of clubs open the match; a segment told twice over counts once.
with pairs as (
    select
        *,
        row_number() over (partition by report_match_id order by char_start asc, claim_id asc) as telling
    from {{ ref('stg_match_claims') }}
    where segment_no is not null
),

matches as (
    select
        pairs.report_match_id,
        pairs.document_id,
        documents.path,
        pairs.segment_no,
        pairs.club_1,
        pairs.club_2,
        coalesce(clubs_1.name, pairs.name_1) as name_1,
        coalesce(clubs_2.name, pairs.name_2) as name_2,
        pairs.is_brief
    from pairs
    inner join {{ ref('stg_documents') }} as documents on pairs.document_id = documents.document_id
    left join {{ ref('clubs') }} as clubs_1 on pairs.club_1 = clubs_1.club_id
    left join {{ ref('clubs') }} as clubs_2 on pairs.club_2 = clubs_2.club_id
    where pairs.telling = 1
),

-- What is said of the whole document holds for each of its matches that says nothing of its own.
context_votes as (
    select
        matches.report_match_id,
        claims.kind,
        claims.value,
        row_number() over (
            partition by matches.report_match_id, claims.kind
            order by max(claims.segment_no) desc nulls last, count(*) desc, min(claims.char_start) asc, claims.value asc
        ) as preference
    from matches
    inner join {{ ref('stg_context_claims') }} as claims
        on matches.document_id = claims.document_id
        and (
            claims.segment_no = matches.segment_no
            or (claims.segment_no is null and claims.kind in ('competition', 'season', 'date', 'round'))
        )
    group by matches.report_match_id, claims.kind, claims.value
),

context as (
    select
        report_match_id,
        max(case when kind = 'competition' then value end) as competition,
        max(case when kind = 'round' then value end) as round,
        max(case when kind = 'season' then value end) as season,
        max(case when kind = 'leg' then value end) as leg,
        max(case when kind = 'date' then value end) as match_date,
        max(case when kind = 'extra_time' then value end) as extra_time
    from context_votes
    where preference = 1
    group by report_match_id
),

-- Only a second leg has an aggregate and a first leg to look back on; only extra time has a score of the ninety minutes.
told_scopes as (
    select
        report_match_id,
        max(case when scope in ('first_leg', 'aggregate') then 2 end) as leg,
        max(case when scope = 'ninety' then 1 else 0 end) as has_ninety
    from {{ ref('stg_score_claims') }}
    group by report_match_id
),

final as (
    select
        matches.*,
        context.competition,
        context.round,
        coalesce(cast(context.leg as integer), told_scopes.leg) as leg,
        context.season as season_told,
        cast(
            coalesce(
                context.match_date,
                {{ regexp_part('matches.path', '(^|/)([0-9]{4}-[0-9]{2}-[0-9]{2})[-_.]', 2) }}
            ) as date
        ) as match_date,
        coalesce(context.extra_time = 'true', false) or coalesce(told_scopes.has_ninety = 1, false) as after_extra_time
    from matches
    left join context on matches.report_match_id = context.report_match_id
    left join told_scopes on matches.report_match_id = told_scopes.report_match_id
)

select * from final
