{# Schemas are named as configured, with no target prefix, so that an analyst types `fact_goals`. Unit tests build
   their tables in the schema of the target. #}
{% macro generate_schema_name(custom_schema_name, node) -%}
    {{ (custom_schema_name or target.schema) | trim }}
{%- endmacro %}
