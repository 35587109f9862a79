-- The scores a match may have ended with, from the words of one report: one when it is told which way round, two when not,
-- one without numbers when nothing tells it.
with scores as (
    select
        matches.report_match_id,
        scores.full_time_1,
        scores.full_time_2,
        coalesce(scores.is_full_time_oriented, false) as is_full_time_oriented,
        -- A score after ninety minutes is the final score unless extra time was played.
        case when not matches.after_extra_time then scores.ninety_1 end as ninety_1,
        case when not matches.after_extra_time then scores.ninety_2 end as ninety_2,
        case
            when scores.is_aggregate_oriented and scores.is_first_leg_oriented then scores.aggregate_1 - scores.first_leg_1
        end as rest_1,
        case
            when scores.is_aggregate_oriented and scores.is_first_leg_oriented then scores.aggregate_2 - scores.first_leg_2
        end as rest_2
    from {{ ref('int_report_matches') }} as matches
    left join {{ ref('int_report_scores') }} as scores on matches.report_match_id = scores.report_match_id
),

based as (
    select
        *,
        case
            when full_time_1 is not null and is_full_time_oriented then 'stated'
            when full_time_1 is not null then 'either_way'
            when rest_1 >= 0 and rest_2 >= 0 then 'derived'
            when ninety_1 is not null then 'stated'
            else 'unknown'
        end as score_basis
    from scores
),

final as (
    select
        report_match_id,
        score_basis,
        1 as hypothesis,
        case score_basis when 'derived' then rest_1 else coalesce(full_time_1, ninety_1) end as goals_1,
        case score_basis when 'derived' then rest_2 else coalesce(full_time_2, ninety_2) end as goals_2
    from based
    union all
    select
        report_match_id,
        score_basis,
        2 as hypothesis,
        full_time_2 as goals_1,
        full_time_1 as goals_2
    from based
    where score_basis = 'either_way'
)

select * from final
