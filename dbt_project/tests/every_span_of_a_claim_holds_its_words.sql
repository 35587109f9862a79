{{ config(meta={'dagster': {'ref': {'name': 'int_claims'}}}) }}

-- Guards: whoever follows a claim to its document finds its words there, and the models hand the span on as it was read.
-- A row is a claim whose span holds other words than it quotes, whose document is missing, or that the models have with another span.
with claims as (
    {%- for kind in claim_kinds() %}
    select claim_id, document_id, surface, char_start, char_end, '{{ kind }}' as kind from {{ source('raw', kind ~ '_claims') }}
    {%- if not loop.last %}
    union all
    {%- endif %}
    {%- endfor %}
)

select
    claims.claim_id,
    claims.surface
from claims
left join {{ ref('stg_documents') }} as documents on claims.document_id = documents.document_id
left join {{ ref('int_claims') }} as kept on claims.claim_id = kept.claim_id and claims.kind = kept.kind
where documents.document_id is null
    or substr(documents.text, claims.char_start + 1, claims.char_end - claims.char_start) is distinct from claims.surface
    or kept.surface is distinct from claims.surface
    or kept.char_start is distinct from claims.char_start
    or kept.char_end is distinct from claims.char_end
