{# Sets of goals are integers: bit n stands for goal n. #}

{% macro bit_of(position) %}{{ return(adapter.dispatch('bit_of')(position)) }}{% endmacro %}

{% macro default__bit_of(position) -%}
    (cast(1 as bigint) << cast({{ position }} as integer))
{%- endmacro %}

{% macro spark__bit_of(position) -%}
    shiftleft(cast(1 as bigint), cast({{ position }} as int))
{%- endmacro %}


{% macro size_of(goal_set) %}{{ return(adapter.dispatch('size_of')(goal_set)) }}{% endmacro %}

{% macro default__size_of(goal_set) -%}
    cast(bit_count({{ goal_set }}) as integer)
{%- endmacro %}


{# The set of the goals for which the condition holds. Bits are distinct within a group, so their sum is their union. #}
{% macro set_of(position, condition) -%}
    cast(coalesce(sum(case when {{ condition }} then {{ bit_of(position) }} end), 0) as bigint)
{%- endmacro %}


{% macro without(goal_set, taken) -%}
    (({{ goal_set }}) - (({{ goal_set }}) & ({{ taken }})))
{%- endmacro %}
