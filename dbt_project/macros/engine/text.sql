{# Text functions whose spelling differs between engines. #}

{% macro joined_text(expression, delimiter=', ') %}{{ return(adapter.dispatch('joined_text')(expression, delimiter)) }}{% endmacro %}

{% macro default__joined_text(expression, delimiter) -%}
    string_agg(distinct {{ expression }}, '{{ delimiter }}' order by {{ expression }})
{%- endmacro %}

{% macro spark__joined_text(expression, delimiter) -%}
    array_join(sort_array(collect_set({{ expression }})), '{{ delimiter }}')
{%- endmacro %}


{% macro short_hash(expression) %}{{ return(adapter.dispatch('short_hash')(expression)) }}{% endmacro %}

{% macro default__short_hash(expression) -%}
    substr(md5({{ expression }}), 1, 16)
{%- endmacro %}


{% macro regexp_part(expression, pattern, part) %}{{ return(adapter.dispatch('regexp_part')(expression, pattern, part)) }}{% endmacro %}

{% macro default__regexp_part(expression, pattern, part) -%}
    nullif(regexp_extract({{ expression }}, '{{ pattern }}', {{ part }}), '')
{%- endmacro %}


{% macro as_text(expression) -%}
    cast({{ expression }} as {{ dbt.type_string() }})
{%- endmacro %}


{# Null where the text is no such value, instead of an error. #}
{% macro cast_or_null(expression, type) -%}
    try_cast({{ expression }} as {{ type }})
{%- endmacro %}
