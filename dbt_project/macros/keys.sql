{# Keys that are made the same way in several models. #}

{# Readable in a query result, stable from run to run: the document's hash and the number of the match within it. #}
{% macro report_match_key(document_id='document_id', segment_no='segment_no') -%}
    substr({{ document_id }}, 1, 12) || '-' || {{ as_text(segment_no) }}
{%- endmacro %}

{# A person is the same person within a document when the canonical name is the same but for capitals. #}
{% macro person_key(name) -%}
    lower(trim({{ name }}))
{%- endmacro %}

{# Which of a match's two clubs: 1, 2, or null when it is neither. #}
{% macro side_of(club, club_1='club_1', club_2='club_2') -%}
    case when {{ club }} = {{ club_1 }} then 1 when {{ club }} = {{ club_2 }} then 2 end
{%- endmacro %}

{# How much a way of naming the club is worth. #}
{% macro basis_level(basis) -%}
    case {{ basis }} when 'explicit' then 3 when 'role' then 2 when 'affiliation' then 1 else 0 end
{%- endmacro %}

{% macro basis_of_level(level) -%}
    case {{ level }} when 3 then 'explicit' when 2 then 'role' when 1 then 'affiliation' end
{%- endmacro %}
