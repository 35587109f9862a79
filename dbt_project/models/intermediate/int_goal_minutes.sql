-- The tellings of one scorer that give a minute, told apart by it. Stoppage time that is not told is compatible with any.
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

final as (
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
)

select * from final
