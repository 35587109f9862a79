{{ config(meta={'dagster': {'ref': {'name': 'mart_ties'}}}) }}

-- Guards: who advanced follows from the sums, in the order of the rules: a shoot-out decides alone when there was one, then the
-- aggregate, then away goals. A level aggregate without any of them needs a winner that is told and no reason.
-- A row is a tie, not in conflict, whose winner or reason is not the one that its figures give, one whose reason lacks its figures, or a
-- verified tie without either.
with counted as (
    select
        ties.*,
        matches.after_extra_time,
        case
            when shootout_1 > shootout_2 then club_1
            when shootout_2 > shootout_1 then club_2
            when aggregate_1 > aggregate_2 then club_1
            when aggregate_2 > aggregate_1 then club_2
            when decided_by = 'away_goals' and leg2_goals_1 > leg1_goals_2 then club_1
            when decided_by = 'away_goals' and leg1_goals_2 > leg2_goals_1 then club_2
        end as better_club
    from {{ ref('mart_ties') }} as ties
    left join {{ ref('fact_matches') }} as matches on ties.leg2_match_id = matches.match_id
    where ties.verdict != 'conflict'
)

select
    tie_id,
    winner,
    better_club,
    decided_by,
    verdict
from counted
where (better_club is not null and winner is distinct from better_club)
    or (verdict = 'verified' and (winner is null or decided_by is null))
    or (winner is not null and winner not in (club_1, club_2))
    or (decided_by in ('aggregate', 'extra_time') and (aggregate_1 = aggregate_2 or aggregate_1 is null or aggregate_2 is null))
    -- A shoot-out decides even where no report tells the first leg; where both legs are told, they are level.
    or (decided_by = 'penalties'
        and coalesce(aggregate_1 != aggregate_2, leg1_goals_1 + leg1_goals_2 + leg2_goals_1 + leg2_goals_2 is not null))
    or (decided_by = 'away_goals' and coalesce(aggregate_1 != aggregate_2, true))
    or (decided_by = 'penalties' and coalesce(shootout_1 = shootout_2, true))
    or (decided_by = 'away_goals' and better_club is null)
    or (decided_by = 'extra_time' and coalesce(not after_extra_time, true))
    or (decided_by = 'aggregate' and after_extra_time)
    or (shootout_1 is not null and decided_by is distinct from 'penalties')
