-- One goal for each mark a scorer has, at least one for each scorer, and as many as he is told to have scored.
with ranked as (
    select
        *,
        row_number() over (
            partition by report_match_id, player_key, goal
            order by
                link_strength asc,
                goal_count asc,
                case when minute is not null then 0 else 1 end asc,
                case when minute_basis = 'stated' then 0 else 1 end asc,
                evidence_start asc,
                telling_id asc
        ) as evidence_rank,
        row_number() over (
            partition by report_match_id, player_key, goal
            order by
                case minute_basis when 'stated' then 0 when 'relative' then 1 else 2 end asc,
                case when stoppage is not null then 0 else 1 end asc,
                link_strength asc,
                evidence_start asc,
                telling_id asc
        ) as minute_rank
    from {{ ref('int_goal_groups') }}
),

told as (
    select
        report_match_id,
        player_key,
        goal,
        min(document_id) as document_id,
        max(case when evidence_rank = 1 then scorer end) as scorer,
        max(case when evidence_rank = 1 then evidence_start end) as evidence_start,
        max(case when evidence_rank = 1 then evidence_end end) as evidence_end,
        max(case when minute_rank = 1 then minute end) as minute,
        max(case when minute_rank = 1 then stoppage end) as stoppage,
        max(case when minute_rank = 1 then minute_basis end) as minute_basis,
        bool_or(is_penalty) as is_penalty,
        bool_or(is_own_goal) as is_own_goal,
        min(link_strength) as link_strength,
        -- Two claims about the same sentence are one telling.
        count(distinct sentence_no) as tellings,
        max(running_for) as running_for,
        max(case when running_for is not null then running_against end) as running_against,
        max(goal_count) as goal_count,
        false as is_uncounted
    from ranked
    group by report_match_id, player_key, goal
),

counted as (
    select
        *,
        max(goal_count) over (partition by report_match_id, player_key)
        - count(*) over (partition by report_match_id, player_key) as goals_missing,
        row_number() over (
            partition by report_match_id, player_key
            order by goal_count desc, goal asc
        ) as source_order
    from told
),

-- "A hat-trick" of which two goals are described holds a third, of which nothing more is known.
uncounted as (
    select
        counted.*,
        numbers.extra
    from counted
    cross join (select {{ each_below(11) }} as extra) as numbers
    where counted.source_order = 1 and numbers.extra < counted.goals_missing
),

final as (
    select
        report_match_id, document_id, player_key, goal, scorer, evidence_start, evidence_end, minute, stoppage,
        minute_basis, is_penalty, is_own_goal, link_strength, tellings, running_for, running_against, is_uncounted
    from counted
    union all
    select
        report_match_id, document_id, player_key, 'extra-' || {{ as_text('extra') }} as goal, scorer, evidence_start, evidence_end,
        cast(null as integer) as minute, cast(null as integer) as stoppage, cast(null as varchar) as minute_basis,
        false as is_penalty, false as is_own_goal, link_strength, 1 as tellings, cast(null as integer) as running_for,
        cast(null as integer) as running_against, true as is_uncounted
    from uncounted
)

select * from final
