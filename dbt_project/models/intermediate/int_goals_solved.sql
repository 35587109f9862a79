with placed as (
    select
        goals.*,
        matches.club_1,
        matches.club_2,
        solutions.report_match_id is not null as is_solved,
        case
            when solutions.report_match_id is null then true
            else (solutions.dropped & {{ bit_of('goals.goal_no') }}) = 0
        end as is_kept,
        case
            when (solutions.certain_for_1 & {{ bit_of('goals.goal_no') }}) != 0 then 1
            when (solutions.certain_for_2 & {{ bit_of('goals.goal_no') }}) != 0 then 2
            -- Without a story that fits, the words alone say whose goal it was.
            when solutions.report_match_id is null and goals.level_1 > goals.level_2 then 1
            when solutions.report_match_id is null and goals.level_2 > goals.level_1 then 2
        end as side
    from {{ ref('int_goal_candidates') }} as goals
    inner join {{ ref('int_report_matches') }} as matches on goals.report_match_id = matches.report_match_id
    left join {{ ref('int_match_solutions') }} as solutions on goals.report_match_id = solutions.report_match_id
),

final as (
    select
        *,
        {{ short_hash("'goal' || report_match_id || player_key || goal") }} as report_goal_id,
        case side when 1 then club_1 when 2 then club_2 end as club_id,
        case
            when side is null then null
            when case side when 1 then level_1 else level_2 end = 0 then 'count'
            else {{ basis_of_level('case side when 1 then level_1 else level_2 end') }}
        end as side_basis,
        -- Words that give the goal to the other side.
        case side when 1 then level_2 when 2 then level_1 end as level_against
    from placed
)

select * from final
