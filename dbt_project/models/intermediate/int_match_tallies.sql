with sided as (
    select
        goals.*,
        case
            when goals.club_id = matches.home_club_id then 'home'
            when goals.club_id = matches.away_club_id then 'away'
        end as side
    from {{ ref('int_match_goals') }} as goals
    inner join {{ ref('int_matches') }} as matches on goals.match_id = matches.match_id
),

final as (
    select
        match_id,
        count(*) as goals_named,
        sum(case when side = 'home' then 1 else 0 end) as home_named,
        sum(case when side = 'away' then 1 else 0 end) as away_named,
        sum(case when minute is null then 1 else 0 end) as without_minute,
        sum(case when side = 'home' and minute <= 90 then 1 else 0 end) as home_named_90,
        sum(case when side = 'away' and minute <= 90 then 1 else 0 end) as away_named_90,
        count(*) != count(distinct coalesce(lower(scorer) || ' ' || {{ as_text('minute * 100 + coalesce(stoppage, 0)') }}, goal_id)) as is_told_twice,
        {{ joined_text("case when clubs_told > 1 then scorer end") }} as scorers_on_both_sides
    from sided
    group by match_id
)

select * from final
