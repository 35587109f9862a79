{# The columns with which every claim starts, and the key of the match it speaks of. #}
{% macro claim_columns() -%}
    claim_id,
    document_id,
    {{ report_match_key() }} as report_match_id,
    segment_no,
    sentence_no,
    char_start,
    char_end,
    rule,
    surface
{%- endmacro %}

{# The tables of claims in staging, by kind. #}
{% macro claim_kinds() -%}
    {{ return(['match', 'score', 'side', 'goal', 'card', 'affiliation', 'progress', 'context']) }}
{%- endmacro %}
