{# The part of the match a minute lies in; stoppage time belongs to the minute it is added to. #}
{% macro period_of(minute) -%}
    case
        when {{ minute }} <= 45 then 'first_half'
        when {{ minute }} <= 90 then 'second_half'
        when {{ minute }} <= 105 then 'extra_time_first_half'
        when {{ minute }} <= 120 then 'extra_time_second_half'
    end
{%- endmacro %}
