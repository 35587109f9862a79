{# Whether a goal that led to this score on the way can have been scored by a side with `own` goals at the end against `other`: its side
   has at least one goal by then, and no score ever falls. Which of the two numbers is the scorer's the words need not say. #}
{% macro may_lead_to(running_for, running_against, own, other) -%}
    (
        {{ running_for }} is null
        or {{ own }} is null
        or ({{ running_for }} between 1 and {{ own }} and {{ running_against }} <= {{ other }})
        or ({{ running_against }} between 1 and {{ own }} and {{ running_for }} <= {{ other }})
    )
{%- endmacro %}
