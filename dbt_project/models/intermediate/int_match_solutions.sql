-- The best story of each match, what all equally good ones share, and how far behind the next one is.
with best as (
    select
        report_match_id,
        max(case when preference = 1 then hypothesis end) as hypothesis,
        max(case when preference = 1 then score_1 end) as score_1,
        max(case when preference = 1 then score_2 end) as score_2,
        max(case when preference = 1 then dropped end) as dropped,
        max(case when preference = 1 then stories_with_these_goals end) as stories_with_these_goals,
        count(*) as best_stories,
        count(distinct hypothesis) as best_hypotheses,
        bit_and(for_1) as certain_for_1,
        bit_and(for_2) as certain_for_2,
        bit_and(dropped) as certainly_dropped,
        max(best_weight) as weight
    from {{ ref('int_goal_stories') }}
    where weight = best_weight
    group by report_match_id
),

next_best as (
    select
        report_match_id,
        max(weight) as weight
    from {{ ref('int_goal_stories') }}
    where weight < best_weight
    group by report_match_id
),

final as (
    select
        best.*,
        case when best.best_stories > 1 then 0 else best.weight - next_best.weight end as margin
    from best
    left join next_best on best.report_match_id = next_best.report_match_id
)

select * from final
