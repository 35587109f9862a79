-- Every claim of every kind, with what all claims have in common.
{% for kind in claim_kinds() -%}
select
    claim_id,
    document_id,
    '{{ kind }}' as kind,
    report_match_id,
    sentence_no,
    rule,
    surface,
    char_start,
    char_end
from {{ ref('stg_' ~ kind ~ '_claims') }}
{% if not loop.last -%}
union all
{% endif -%}
{% endfor %}
