{{ config(meta={'dagster': {'ref': {'name': 'mart_ties'}}}) }}

-- Guards: nobody was ever further behind than the other side scored, and a first leg lost is at least overcome by its own margin.
-- A row is a tie whose largest deficit cannot be, or one without it although the first leg and the winner are known.
select
    tie_id,
    winner,
    largest_deficit_overcome
from {{ ref('mart_ties') }}
where largest_deficit_overcome < 0
    or (verdict != 'conflict' and largest_deficit_overcome > case when winner = club_1 then aggregate_2 else aggregate_1 end)
    or (
        winner is not null
        and leg1_goals_1 is not null
        and leg1_goals_2 is not null
        and (
            largest_deficit_overcome is null
            or largest_deficit_overcome < case when winner = club_1 then leg1_goals_2 - leg1_goals_1 else leg1_goals_1 - leg1_goals_2 end
        )
    )
