{# A name as two newsrooms would both spell it: the last word, without accents, capitals and "jnr". #}
{% macro surname_key(name) %}{{ return(adapter.dispatch('surname_key')(name)) }}{% endmacro %}

{% macro default__surname_key(name) -%}
    regexp_extract(
        trim(regexp_replace(lower(strip_accents({{ name }})), '[ .]+(jnr|jr|junior|sr)[.]?$', '')),
        '([^ ]+)$',
        1
    )
{%- endmacro %}
