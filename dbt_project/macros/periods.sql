{# The part of the match a minute lies in; stoppage time belongs to the minute it is added to. #}
{% macro period_of(minute) -%}
    case
        when {{ minute }} <= 45 then 'first_half'
        when {{ minute }} <= 90 then 'second_half'
        when {{ minute }} <= 105 then 'extra_time_first_half'
        when {{ minute }} <= 120 then 'extra_time_second_half'
    end
{%- endmacro %}


{# Without extra time the 98th minute is the eighth of stoppage time; a minute that no match has is none. #}
{% macro minute_of_match(minute, after_extra_time) -%}
    case
        when {{ minute }} between 91 and 120 and not {{ after_extra_time }} then 90
        when {{ minute }} between 1 and 120 then {{ minute }}
    end
{%- endmacro %}

{# Stoppage time is added to the last minute of a period alone. #}
{% macro stoppage_of_match(minute, stoppage, after_extra_time) -%}
    case
        when {{ minute }} between 91 and 120 and not {{ after_extra_time }}
            then case when coalesce({{ stoppage }}, {{ minute }} - 90) between 1 and 30 then coalesce({{ stoppage }}, {{ minute }} - 90) end
        when {{ minute }} in (45, 90, 105, 120) and {{ stoppage }} between 1 and 30 then {{ stoppage }}
    end
{%- endmacro %}

{# The season a day lies in, as "2025-26": seasons begin in July. #}
{% macro season_of(day) -%}
    case
        when extract(month from {{ day }}) >= 7
            then {{ as_text('extract(year from ' ~ day ~ ')') }} || '-' || substr({{ as_text('extract(year from ' ~ day ~ ') + 1') }}, 3, 2)
        else {{ as_text('extract(year from ' ~ day ~ ') - 1') }} || '-' || substr({{ as_text('extract(year from ' ~ day ~ ')') }}, 3, 2)
    end
{%- endmacro %}
