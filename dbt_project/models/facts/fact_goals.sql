with final as (
    select
        goals.goal_id,
        goals.match_id,
        matches.tie_id,
        goals.scorer,
        case
            when goals.club_id = matches.home_club_id then matches.home_club
            when goals.club_id = matches.away_club_id then matches.away_club
        end as club,
        goals.club_id,
        case
            when goals.club_id = matches.home_club_id then 'home'
            when goals.club_id = matches.away_club_id then 'away'
        end as side,
        goals.minute,
        goals.stoppage,
        {{ period_of('goals.minute') }} as period,
        goals.is_penalty,
        goals.is_own_goal,
        cast(places.home_score as integer) as home_score,
        cast(places.away_score as integer) as away_score,
        goals.sources,
        matches.verdict
    from {{ ref('int_match_goals') }} as goals
    inner join {{ ref('fact_matches') }} as matches on goals.match_id = matches.match_id
    left join {{ ref('int_goal_order') }} as places on goals.goal_id = places.goal_id
)

select * from final
