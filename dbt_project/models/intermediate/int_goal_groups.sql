-- Each telling gets the mark of the goal it tells: the tellings of one scorer are told apart by their minutes, then by the score
-- they lead to; one that has neither may be any of his goals.
with by_running_score as (
    select
        report_match_id,
        player_key,
        running_total,
        min(minute_group) as minute_group
    from {{ ref('int_goal_minutes') }}
    where running_total is not null and minute_group is not null
    group by report_match_id, player_key, running_total
),

-- A goal whose minute is told and whose score is not may be the one that a telling without a minute means.
open_goals as (
    select
        report_match_id,
        player_key,
        count(*) as goals
    from (
        select
            report_match_id,
            player_key,
            minute_group
        from {{ ref('int_goal_minutes') }}
        where minute_group is not null
        group by report_match_id, player_key, minute_group
        having max(running_total) is null
    ) as scoreless
    group by report_match_id, player_key
),

marked as (
    select
        tellings.*,
        case
            when tellings.minute_group is not null then 'minute-' || {{ as_text('tellings.minute_group') }}
            when by_running_score.minute_group is not null then 'minute-' || {{ as_text('by_running_score.minute_group') }}
            when tellings.running_total is not null and open_goals.goals is null
                then 'score-' || {{ as_text('tellings.running_total') }}
        end as goal_mark
    from {{ ref('int_goal_minutes') }} as tellings
    left join by_running_score
        on tellings.report_match_id = by_running_score.report_match_id
        and tellings.player_key = by_running_score.player_key
        and tellings.running_total = by_running_score.running_total
        and tellings.minute_group is null
    left join open_goals
        on tellings.report_match_id = open_goals.report_match_id
        and tellings.player_key = open_goals.player_key
),

known as (
    select
        report_match_id,
        player_key,
        count(distinct goal_mark) as goals_marked,
        min(goal_mark) as first_mark,
        min(case when is_penalty then goal_mark end) as penalty_mark
    from marked
    where goal_mark is not null
    group by report_match_id, player_key
),

final as (
    select
        marked.*,
        -- A telling that may be any of his goals speaks for the first that is marked; one of a penalty for his penalty, which may be the
        -- goal of his brace that has no mark.
        case
            when marked.goal_mark is not null then marked.goal_mark
            when marked.is_penalty and known.penalty_mark is not null then known.penalty_mark
            when marked.is_penalty and marked.goals_told > greatest(coalesce(known.goals_marked, 0), 1) then 'penalty'
            else coalesce(known.first_mark, 'unmarked')
        end as goal
    from marked
    left join known
        on marked.report_match_id = known.report_match_id
        and marked.player_key = known.player_key
)

select * from final
