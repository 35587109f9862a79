-- What the solver needs to know of each goal, as numbers. Goals that may be dropped come first, then those whose side is open,
-- so that only the low bits have to be tried.
with sided as (
    select
        goals.*,
        -- A goal's club is the one whose score goes up, so an own goal turns the scorer's side round.
        case when goals.is_own_goal then players.level_2 else players.level_1 end as level_1,
        case when goals.is_own_goal then players.level_1 else players.level_2 end as level_2,
        case when goals.is_own_goal then 3 - players.topic_side else players.topic_side end as topic_side,
        coalesce(players.is_contradicted, false) as is_contradicted
    from {{ ref('int_goals_pooled') }} as goals
    left join {{ ref('int_player_sides') }} as players
        on goals.report_match_id = players.report_match_id
        and goals.player_key = players.player_key
),

totals as (
    select
        report_match_id,
        max(goals_1 + goals_2) as goals_scored,
        max(case when hypothesis = 1 then goals_1 end) as goals_1,
        max(case when hypothesis = 1 then goals_2 end) as goals_2
    from {{ ref('int_score_hypotheses') }}
    group by report_match_id
),

bounded as (
    select
        sided.*,
        totals.goals_1 as score_1,
        totals.goals_2 as score_2,
        totals.goals_scored,
        count(*) over (partition by sided.report_match_id) as goals_named,
        coalesce(sided.level_1, 0) = 3 and coalesce(sided.level_2, 0) < 3 as is_fixed_1,
        coalesce(sided.level_2, 0) = 3 and coalesce(sided.level_1, 0) < 3 as is_fixed_2
    from sided
    left join totals on sided.report_match_id = totals.report_match_id
),

ruled as (
    select
        *,
        -- A score that the match passed through lies below the final score, read from the side that has the goal.
        (not is_fixed_2 and {{ may_lead_to('running_for', 'running_against', 'score_1', 'score_2') }})
        or (not is_fixed_1 and {{ may_lead_to('running_for', 'running_against', 'score_2', 'score_1') }}) as running_fits,
        link_strength = 3 or is_uncounted
        -- The score is told more plainly than any goal: where it has no room for all that are named, any of them may be one too many.
        or coalesce(goals_named > goals_scored, false) as may_be_dropped
    from bounded
),

ordered as (
    select
        *,
        row_number() over (
            partition by report_match_id
            order by may_be_dropped desc, link_strength desc, tellings asc, evidence_start asc, player_key asc, goal asc
        ) as weakness
    from ruled
),

numbered as (
    select
        report_match_id,
        document_id,
        player_key,
        goal,
        scorer,
        evidence_start,
        evidence_end,
        minute,
        stoppage,
        minute_basis,
        is_penalty,
        is_own_goal,
        link_strength,
        tellings,
        running_for,
        running_against,
        running_fits,
        is_uncounted,
        is_contradicted,
        is_fixed_1,
        is_fixed_2,
        topic_side,
        coalesce(level_1, 0) as level_1,
        coalesce(level_2, 0) as level_2,
        may_be_dropped and weakness <= 6 as may_be_dropped,
        row_number() over (
            partition by report_match_id
            order by
                (may_be_dropped and weakness <= 6) desc,
                (is_fixed_1 or is_fixed_2) asc,
                player_key asc,
                is_own_goal asc,
                goal asc
        ) - 1 as goal_no
    from ordered
),

final as (
    select
        *,
        -- The next goal in number is the same scorer's, for the same side.
        coalesce(
            player_key = lead(player_key) over (partition by report_match_id order by goal_no asc)
            and is_own_goal = lead(is_own_goal) over (partition by report_match_id order by goal_no asc),
            false
        ) as is_like_next
    from numbered
)

select * from final
