-- The goals of a match as sets, one bit a goal; for each reading of its score the goals that a score on the way bars from a side.
with candidates as (
    select
        goals.*,
        hypotheses.hypothesis,
        hypotheses.goals_1 as score_1,
        hypotheses.goals_2 as score_2,
        -- Where no side fits, the words are at odds with themselves: the verdict says so, and the solver goes by the rest.
        goals.running_fits and not (goals.is_fixed_1 or goals.is_fixed_2) as is_bound
    from {{ ref('int_goal_candidates') }} as goals
    inner join {{ ref('int_score_hypotheses') }} as hypotheses on goals.report_match_id = hypotheses.report_match_id
),

final as (
    select
        report_match_id,
        hypothesis,
        max(score_1) as score_1,
        max(score_2) as score_2,
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
        {{ set_of('goal_no', 'topic_side = 1 and level_1 = 0 and level_2 = 0') }} as topic_1,
        {{ set_of('goal_no', 'topic_side = 2 and level_1 = 0 and level_2 = 0') }} as topic_2,
        {{ set_of('goal_no', 'link_strength = 1 and not is_uncounted') }} as strong,
        {{ set_of('goal_no', 'tellings > 1') }} as told_twice,
        {{ set_of('goal_no', 'minute is not null') }} as with_minute,
        {{ set_of('goal_no', 'is_like_next') }} as like_next,
        {{ set_of('goal_no', 'is_bound and not ' ~ may_lead_to('running_for', 'running_against', 'score_1', 'score_2')) }} as barred_1,
        {{ set_of('goal_no', 'is_bound and not ' ~ may_lead_to('running_for', 'running_against', 'score_2', 'score_1')) }} as barred_2
    from candidates
    group by report_match_id, hypothesis
)

select * from final
