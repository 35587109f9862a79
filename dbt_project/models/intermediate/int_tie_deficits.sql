-- Every aggregate score that a tie is known to have stood at, from the view of club_1: after the first leg, and after each goal whose
-- order in its match is certain.
with states as (
    select
        tie_id,
        leg1_goals_1 as score_1,
        leg1_goals_2 as score_2
    from {{ ref('int_tie_sums') }}
    where leg1_goals_1 is not null and leg1_goals_2 is not null

    union all
    select
        ties.tie_id,
        places.home_score as score_1,
        places.away_score as score_2
    from {{ ref('int_goal_order') }} as places
    inner join {{ ref('int_tie_sums') }} as ties on places.match_id = ties.leg1_match_id

    union all
    select
        ties.tie_id,
        ties.leg1_goals_1 + places.away_score as score_1,
        ties.leg1_goals_2 + places.home_score as score_2
    from {{ ref('int_goal_order') }} as places
    inner join {{ ref('int_tie_sums') }} as ties on places.match_id = ties.leg2_match_id
),

final as (
    select
        tie_id,
        greatest(max(score_2 - score_1), 0) as deficit_of_1,
        greatest(max(score_1 - score_2), 0) as deficit_of_2
    from states
    where score_1 is not null and score_2 is not null
    group by tie_id
)

select * from final
