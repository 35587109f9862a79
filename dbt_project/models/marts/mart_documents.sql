with told as (
    select
        document_id,
        count(*) as matches,
        sum(case when verdict = 'verified' then 1 else 0 end) as verified,
        sum(case when verdict = 'partial' then 1 else 0 end) as partial,
        sum(case when verdict = 'conflict' then 1 else 0 end) as conflict
    from {{ ref('report_matches') }}
    group by document_id
),

goals as (
    select
        document_id,
        count(*) as goals
    from {{ ref('report_goals') }}
    group by document_id
),

claims as (
    select
        document_id,
        count(*) as claims
    from {{ ref('int_claims') }}
    group by document_id
),

documents as (
    select
        documents.document_id,
        documents.path,
        documents.source,
        cast(null as integer) as line_no,
        case when told.matches > 0 then 'told' else 'nothing found' end as outcome,
        case
            when told.conflict > 0 then 'tells ' || {{ as_text('told.matches') }} || ' match(es), ' || {{ as_text('told.conflict') }} || ' of them in conflict'
            when told.matches > 0 then 'tells ' || {{ as_text('told.matches') }} || ' match(es)'
            when claims.claims > 0 then 'no pair of clubs with a match between them was found'
            else 'nothing in it reads like football'
        end as reason,
        cast(coalesce(told.matches, 0) as integer) as matches,
        cast(coalesce(told.verified, 0) as integer) as verified,
        cast(coalesce(told.partial, 0) as integer) as partial,
        cast(coalesce(told.conflict, 0) as integer) as conflict,
        cast(coalesce(goals.goals, 0) as integer) as goals,
        cast(coalesce(claims.claims, 0) as integer) as claims,
        documents.loaded_at as seen_at
    from {{ ref('stg_documents') }} as documents
    left join told on documents.document_id = told.document_id
    left join goals on documents.document_id = goals.document_id
    left join claims on documents.document_id = claims.document_id
),

rejects as (
    -- Several claims of one document may be refused for one reason.
    select
        document_id, path, cast(null as varchar) as source, line_no, 'rejected' as outcome, reason, 0 as matches, 0 as verified,
        0 as partial, 0 as conflict, 0 as goals, 0 as claims, min(rejected_at) as seen_at
    from {{ ref('stg_rejects') }}
    group by document_id, path, line_no, reason
),

known as (
    select
        path,
        {{ joined_text("key || ': ' || what_is_wrong", '; ') }} as known_error
    from {{ ref('known_source_errors') }}
    group by path
),

final as (
    select
        told_or_not.*,
        known.known_error
    from (
        select * from documents
        union all
        select * from rejects
    ) as told_or_not
    left join known on told_or_not.path = known.path
)

select * from final
