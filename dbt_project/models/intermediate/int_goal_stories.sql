-- A story gives each named goal to a side, or drops it. Every story that keeps to the hard bounds is weighed: no side has more goals
-- than the score says, and nothing is given to the side that the words rule out.
with solvable as (
    select *
    from {{ ref('int_solver_inputs') }}
    where open_goals <= {{ var('most_open_goals') }}
),

sides as (
    select
        *,
        {{ each_below('cast(power(2, open_goals) as bigint)') }} as open_to_1
    from solvable
),

drops as (
    select
        *,
        {{ each_below('cast(power(2, droppable_goals) as bigint)') }} as dropped
    from sides
    where (open_to_1 & (fixed_2 | barred_1)) = 0
),

kept as (
    select
        *,
        open_to_1 | {{ without('fixed_1', 'dropped') }} as for_1,
        {{ without('all_goals', 'open_to_1 | fixed_1 | dropped') }} as for_2
    from drops
    -- A dropped goal is on no side; a fixed goal that is kept is on its own.
    where (open_to_1 & dropped) = 0
        and {{ without('fixed_1 & (cast(power(2, open_goals) as bigint) - 1)', 'open_to_1 | dropped') }} = 0
),

bounded as (
    select *
    from kept
    where {{ size_of('for_1') }} <= coalesce(score_1, 99)
        and {{ size_of('for_2') }} <= coalesce(score_2, 99)
        and (for_2 & barred_2) = 0
        -- Two goals of one scorer are for one side: bit n of `like_next` says that goals n and n + 1 are his.
        and (for_1 & cast(floor(for_2 / 2) as bigint) & like_next) = 0
        and (for_2 & cast(floor(for_1 / 2) as bigint) & like_next) = 0
),

weighed as (
    select
        report_match_id,
        hypothesis,
        score_1,
        score_2,
        for_1,
        for_2,
        dropped,
        goals_named,
        10 * {{ size_of('for_1 | for_2') }}
        + 4 * {{ size_of('(for_1 | for_2) & strong') }}
        + 4 * {{ size_of('(for_1 | for_2) & told_twice') }}
        + 1 * {{ size_of('(for_1 | for_2) & with_minute') }}
        + 12 * ({{ size_of('for_1 & (fixed_1 | role_1)') }} + {{ size_of('for_2 & (fixed_2 | role_2)') }})
        + 8 * ({{ size_of('for_1 & affiliated_1') }} + {{ size_of('for_2 & affiliated_2') }})
        + 3 * ({{ size_of('for_1 & topic_1') }} + {{ size_of('for_2 & topic_2') }}) as weight
    from bounded
),

final as (
    select
        *,
        row_number() over (
            partition by report_match_id
            order by weight desc, hypothesis asc, for_1 desc, dropped asc
        ) as preference,
        max(weight) over (partition by report_match_id) as best_weight,
        count(*) over (partition by report_match_id, dropped) as stories_with_these_goals
    from weighed
)

select * from final
