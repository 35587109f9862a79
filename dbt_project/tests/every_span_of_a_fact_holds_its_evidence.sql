{{ config(meta={'dagster': {'ref': {'name': 'report_goals'}}}) }}

-- Guards: the evidence of each goal and card of a report stands in the document where its span says.
-- A row is a goal or card whose evidence is not what its span holds.
with facts as (
    select report_goal_id as fact_id, document_id, evidence, char_start, char_end
    from {{ ref('report_goals') }}
    union all
    select report_card_id as fact_id, document_id, evidence, char_start, char_end
    from {{ ref('report_cards') }}
)

select
    facts.fact_id,
    facts.evidence
from facts
left join {{ ref('stg_documents') }} as documents on facts.document_id = documents.document_id
where documents.document_id is null
    or substr(documents.text, facts.char_start + 1, facts.char_end - facts.char_start) is distinct from facts.evidence
