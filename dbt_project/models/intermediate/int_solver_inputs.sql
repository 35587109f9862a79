-- One row per match of a report with goals: its goals as sets, one bit a goal.
with final as (
    select
        report_match_id,
        cast(count(*) as integer) as goals_named,
        cast(sum(case when may_be_dropped then 1 else 0 end) as integer) as droppable_goals,
        cast(sum(case when may_be_dropped or not (is_fixed_1 or is_fixed_2) then 1 else 0 end) as integer) as open_goals,
        {{ set_of('goal_no', 'true') }} as all_goals,
        {{ set_of('goal_no', 'is_fixed_1') }} as fixed_1,
        {{ set_of('goal_no', 'is_fixed_2') }} as fixed_2,
        {{ set_of('goal_no', 'level_1 = 2 and level_2 < 2') }} as role_1,
        {{ set_of('goal_no', 'level_2 = 2 and level_1 < 2') }} as role_2,
        {{ set_of('goal_no', 'level_1 = 1 and level_2 < 1') }} as affiliated_1,
        {{ set_of('goal_no', 'level_2 = 1 and level_1 < 1') }} as affiliated_2,
        {{ set_of('goal_no', 'link_strength = 1 and not is_uncounted') }} as strong,
        {{ set_of('goal_no', 'tellings > 1') }} as told_twice,
        {{ set_of('goal_no', 'minute is not null') }} as with_minute,
        {{ set_of('goal_no', 'is_like_next') }} as like_next
    from {{ ref('int_goal_candidates') }}
    group by report_match_id
)

select * from final
