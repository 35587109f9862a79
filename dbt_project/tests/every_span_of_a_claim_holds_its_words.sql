{{ config(meta={'dagster': {'ref': {'name': 'int_claims'}}}) }}

-- Guards: whoever follows a claim to its document finds its words there.
-- A row is a claim whose span holds other words than it quotes, or whose document is missing.
select
    claims.claim_id,
    claims.surface
from {{ ref('int_claims') }} as claims
left join {{ ref('stg_documents') }} as documents on claims.document_id = documents.document_id
where documents.document_id is null
    or substr(documents.text, claims.char_start + 1, claims.char_end - claims.char_start) is distinct from claims.surface
