-- The place of each goal among those of its match, where the words leave no other order: by the minutes, and for a goal without one
-- by the score it led to.
with goals as (
    select
        goals.*,
        matches.home_goals,
        matches.away_goals,
        case
            when goals.club_id = matches.home_club_id then 'home'
            when goals.club_id = matches.away_club_id then 'away'
        end as side,
        goals.minute * 100 + coalesce(goals.stoppage, 0) as moment,
        goals.running_for + goals.running_against as told_place,
        count(*) over (partition by goals.match_id) as goals_named
    from {{ ref('int_match_goals') }} as goals
    inner join {{ ref('fact_matches') }} as matches on goals.match_id = matches.match_id
    where matches.verdict != 'conflict'
),

complete as (
    select match_id
    from goals
    group by match_id
    having count(*) = max(home_goals + away_goals)
        and sum(case when side is null then 1 else 0 end) = 0
        and sum(case when minute is null and told_place is null then 1 else 0 end) = 0
        and count(moment) = count(distinct moment)
        and count(case when minute is null then told_place end) = count(distinct case when minute is null then told_place end)
),

free_places as (
    select
        goals.match_id,
        numbers.place + 1 as place,
        row_number() over (partition by goals.match_id order by numbers.place asc) as nth
    from (select distinct match_id, goals_named from goals) as goals
    inner join complete on goals.match_id = complete.match_id
    cross join (select {{ each_below(40) }} as place) as numbers
    left join goals as undated
        on goals.match_id = undated.match_id
        and undated.minute is null
        and undated.told_place = numbers.place + 1
    where numbers.place < goals.goals_named and undated.goal_id is null
),

dated as (
    select
        goals.*,
        row_number() over (partition by goals.match_id order by goals.moment asc) as nth
    from goals
    inner join complete on goals.match_id = complete.match_id
    where goals.minute is not null
),

placed as (
    select dated.match_id, dated.goal_id, dated.side, dated.running_for, dated.running_against, free_places.place
    from dated
    inner join free_places on dated.match_id = free_places.match_id and dated.nth = free_places.nth
    union all
    select goals.match_id, goals.goal_id, goals.side, goals.running_for, goals.running_against, goals.told_place as place
    from goals
    inner join complete on goals.match_id = complete.match_id
    where goals.minute is null
),

counted as (
    select
        *,
        sum(case when side = 'home' then 1 else 0 end) over (
            partition by match_id order by place asc rows between unbounded preceding and current row
        ) as home_score,
        sum(case when side = 'away' then 1 else 0 end) over (
            partition by match_id order by place asc rows between unbounded preceding and current row
        ) as away_score
    from placed
),

-- An order that the told scores contradict anywhere in the match is no order.
contradicted as (
    select distinct match_id
    from counted
    where running_for is not null
        and not (
            (running_for = home_score and running_against = away_score)
            or (running_for = away_score and running_against = home_score)
        )
),

final as (
    select
        counted.goal_id,
        counted.match_id,
        counted.place,
        counted.home_score,
        counted.away_score
    from counted
    left join contradicted on counted.match_id = contradicted.match_id
    where contradicted.match_id is null
)

select * from final
