{{ config(meta={'dagster': {'ref': {'name': 'mart_documents'}}}) }}

-- Guards: a document is told of, even if nothing was found in it.
-- A row is a document or a reject that is missing from mart_documents, stands there twice, has no reason, or counts other matches than it has.
with told as (
    select
        document_id,
        count(*) as matches
    from {{ ref('report_matches') }}
    group by document_id
),

kept as (
    select
        document_id,
        count(*) as times,
        max(matches) as matches,
        bool_and(reason is not null and reason != '') as has_reason
    from {{ ref('mart_documents') }}
    where outcome != 'rejected'
    group by document_id
),

rejects as (
    select (select count(*) from {{ ref('stg_rejects') }}) as loaded, count(*) as kept
    from {{ ref('mart_documents') }}
    where outcome = 'rejected' and reason != ''
)

select
    documents.document_id as subject,
    kept.reason_missing
from {{ ref('stg_documents') }} as documents
left join (select *, not has_reason as reason_missing from kept) as kept on documents.document_id = kept.document_id
left join told on documents.document_id = told.document_id
where coalesce(kept.times, 0) != 1
    or kept.reason_missing
    or kept.matches is distinct from coalesce(told.matches, 0)
union all
select
    'rejects' as subject,
    true as reason_missing
from rejects
where loaded != kept
