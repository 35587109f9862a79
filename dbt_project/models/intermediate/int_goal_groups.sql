-- Each telling gets the mark of the goal it tells: the tellings of one scorer are told apart by their minutes, then by the score
-- they lead to; one that has neither may be any of his goals.
with filled as (
    select
        *,
        coalesce(
            stoppage,
            max(stoppage) over (partition by report_match_id, player_key, minute),
            0
        ) as full_stoppage,
        max(goal_count) over (partition by report_match_id, player_key) as goals_told
    from {{ ref('int_goal_tellings') }}
),

minutes as (
    select
        report_match_id,
        player_key,
        count(distinct minute * 100 + full_stoppage) as minutes_told
    from filled
    where minute is not null
    group by report_match_id, player_key
),

ordered as (
    select
        filled.*,
        coalesce(minutes.minutes_told, 0) > filled.goals_told as may_be_off_by_one,
        lag(filled.minute) over (
            partition by filled.report_match_id, filled.player_key, filled.minute is null
            order by filled.minute asc, filled.full_stoppage asc, filled.telling_id asc
        ) as minute_before,
        lag(filled.full_stoppage) over (
            partition by filled.report_match_id, filled.player_key, filled.minute is null
            order by filled.minute asc, filled.full_stoppage asc, filled.telling_id asc
        ) as stoppage_before
    from filled
    left join minutes
        on filled.report_match_id = minutes.report_match_id
        and filled.player_key = minutes.player_key
),

numbered as (
    select
        *,
        case
            when minute is not null then sum(
                case
                    when minute_before is null then 1
                    when minute = minute_before and full_stoppage = stoppage_before then 0
                    when not may_be_off_by_one then 1
                    when minute = minute_before and full_stoppage - stoppage_before <= 1 then 0
                    when minute - minute_before = 1 and full_stoppage = stoppage_before then 0
                    else 1
                end
            ) over (
                partition by report_match_id, player_key, minute is null
                order by minute asc, full_stoppage asc, telling_id asc
                rows between unbounded preceding and current row
            )
        end as minute_group
    from ordered
),

by_running_score as (
    select
        report_match_id,
        player_key,
        running_total,
        min(minute_group) as minute_group
    from numbered
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
        from numbered
        where minute_group is not null
        group by report_match_id, player_key, minute_group
        having max(running_total) is null
    ) as scoreless
    group by report_match_id, player_key
),

marked as (
    select
        numbered.*,
        case
            when numbered.minute_group is not null then 'minute-' || {{ as_text('numbered.minute_group') }}
            when by_running_score.minute_group is not null then 'minute-' || {{ as_text('by_running_score.minute_group') }}
            when numbered.running_total is not null and open_goals.goals is null
                then 'score-' || {{ as_text('numbered.running_total') }}
        end as goal_mark
    from numbered
    left join by_running_score
        on numbered.report_match_id = by_running_score.report_match_id
        and numbered.player_key = by_running_score.player_key
        and numbered.running_total = by_running_score.running_total
        and numbered.minute_group is null
    left join open_goals
        on numbered.report_match_id = open_goals.report_match_id
        and numbered.player_key = open_goals.player_key
),

final as (
    select
        *,
        -- A telling that may be any of his goals speaks for the first that is marked.
        coalesce(goal_mark, min(goal_mark) over (partition by report_match_id, player_key), 'unmarked') as goal
    from marked
)

select * from final
