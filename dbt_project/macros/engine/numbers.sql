{# One row for each integer from 0 to below `how_many`, which may be a column of the query. #}
{% macro each_below(how_many) %}{{ return(adapter.dispatch('each_below')(how_many)) }}{% endmacro %}

{% macro default__each_below(how_many) -%}
    unnest(range(cast({{ how_many }} as bigint)))
{%- endmacro %}

{% macro spark__each_below(how_many) -%}
    explode(sequence(cast(0 as bigint), cast({{ how_many }} as bigint) - 1))
{%- endmacro %}


{% macro days_between(later, earlier) %}{{ return(adapter.dispatch('days_between')(later, earlier)) }}{% endmacro %}

{% macro default__days_between(later, earlier) -%}
    date_diff('day', {{ earlier }}, {{ later }})
{%- endmacro %}

{% macro spark__days_between(later, earlier) -%}
    datediff({{ later }}, {{ earlier }})
{%- endmacro %}
