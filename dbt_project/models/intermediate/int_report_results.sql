-- The final score of each match of a report, once the named goals have spoken for one of two readings where the words left it open.
with hypotheses as (
    select
        report_match_id,
        score_basis,
        count(*) as readings,
        max(case when hypothesis = 1 then goals_1 end) as goals_1,
        max(case when hypothesis = 1 then goals_2 end) as goals_2
    from {{ ref('int_score_hypotheses') }}
    group by report_match_id, score_basis
),

tallies as (
    select
        report_match_id,
        sum(case when is_kept and side = 1 then 1 else 0 end) as named_1,
        sum(case when is_kept and side = 2 then 1 else 0 end) as named_2,
        sum(case when is_kept and side is null then 1 else 0 end) as named_open,
        max(case when running_for is not null then running_for + running_against end) as highest_running,
        max(case when running_for is not null then greatest(running_for, running_against) end) as higher_running
    from {{ ref('int_goals_solved') }}
    group by report_match_id
),

settled as (
    select
        hypotheses.report_match_id,
        hypotheses.score_basis,
        hypotheses.readings,
        solutions.hypothesis,
        coalesce(solutions.best_hypotheses, hypotheses.readings) = 1 as is_settled,
        -- Every goal up to the last score that is mentioned is named: that score is the final one.
        hypotheses.score_basis = 'unknown'
        and tallies.named_open = 0
        and tallies.highest_running = tallies.named_1 + tallies.named_2
        and tallies.higher_running = greatest(tallies.named_1, tallies.named_2) as is_counted,
        hypotheses.goals_1,
        hypotheses.goals_2,
        tallies.named_1,
        tallies.named_2
    from hypotheses
    left join tallies on hypotheses.report_match_id = tallies.report_match_id
    left join {{ ref('int_match_solutions') }} as solutions on hypotheses.report_match_id = solutions.report_match_id
),

final as (
    select
        report_match_id,
        case when is_counted then 'counted' else score_basis end as score_basis,
        case
            when is_counted then named_1
            when is_settled then case when hypothesis = 2 and readings = 2 then goals_2 else goals_1 end
        end as goals_1,
        case
            when is_counted then named_2
            when is_settled then case when hypothesis = 2 and readings = 2 then goals_1 else goals_2 end
        end as goals_2
    from settled
)

select * from final
