{{ config(meta={'dagster': {'ref': {'name': 'mart_ties'}}}) }}

-- Guards: the aggregate of a tie is the sum of its legs, and a verified tie has all six figures.
-- A row is a tie whose legs do not add up, one with an aggregate less than a leg, or a verified one that lacks a figure.
select
    tie_id,
    leg1_goals_1,
    leg1_goals_2,
    leg2_goals_1,
    leg2_goals_2,
    aggregate_1,
    aggregate_2
from {{ ref('mart_ties') }}
where leg1_goals_1 + leg2_goals_1 != aggregate_1
    or leg1_goals_2 + leg2_goals_2 != aggregate_2
    or (verdict != 'conflict' and least(leg1_goals_1, leg1_goals_2, leg2_goals_1, leg2_goals_2) < 0)
    or (verdict != 'conflict' and (aggregate_1 < greatest(leg1_goals_1, leg2_goals_1) or aggregate_2 < greatest(leg1_goals_2, leg2_goals_2)))
    or (
        (verdict = 'verified' or (leg1_goals_1 is not null and leg2_goals_1 is not null))
        and (
            leg1_goals_1 is null
            or leg1_goals_2 is null
            or leg2_goals_1 is null
            or leg2_goals_2 is null
            or aggregate_1 is null
            or aggregate_2 is null
        )
    )
