-- Which matches are the two legs of one tie: a second leg finds the first by its clubs, its dates, its competition and what it says
-- of the first leg's score. A leg that finds no other stands alone.
with legs as (
    select
        *,
        least(home_club_id, away_club_id) as club_a,
        greatest(home_club_id, away_club_id) as club_b,
        coalesce(leg = 2 or aggregate_home is not null or first_leg_goals_of_home is not null, false) as is_second
    from {{ ref('int_matches') }}
),

pairs as (
    select
        firsts.match_id as leg1_match_id,
        seconds.match_id as leg2_match_id,
        case when firsts.leg = 1 then 0 else 1 end as is_guess,
        case
            when seconds.first_leg_goals_of_home is null then 1
            when firsts.home_club_id = seconds.away_club_id
                and firsts.away_goals = seconds.first_leg_goals_of_home
                and firsts.home_goals = seconds.first_leg_goals_of_away then 0
            when firsts.home_club_id = seconds.home_club_id
                and firsts.home_goals = seconds.first_leg_goals_of_home
                and firsts.away_goals = seconds.first_leg_goals_of_away then 0
            else 2
        end as score_differs,
        coalesce(abs({{ days_between('seconds.match_date', 'firsts.match_date') }}), 999) as days_apart
    from legs as seconds
    inner join legs as firsts
        on seconds.club_a = firsts.club_a
        and seconds.club_b = firsts.club_b
        and seconds.match_id != firsts.match_id
    where (seconds.is_second or (firsts.leg = 1 and firsts.match_date < seconds.match_date))
        and coalesce(firsts.leg, 1) = 1
        and coalesce(seconds.leg, 2) = 2
        and (firsts.leg = 1 or not firsts.is_second)
        and coalesce(firsts.competition, seconds.competition, '') = coalesce(seconds.competition, firsts.competition, '')
        and coalesce(firsts.season, seconds.season, '') = coalesce(seconds.season, firsts.season, '')
        and coalesce({{ days_between('seconds.match_date', 'firsts.match_date') }}, 1) between 1 and {{ var('tie_span_days') }}
        -- With both hosts known, the same host twice is no tie.
        and not (firsts.venue_known and seconds.venue_known and firsts.home_club_id = seconds.home_club_id)
),

chosen as (
    select
        *,
        row_number() over (
            partition by leg2_match_id
            order by score_differs asc, is_guess asc, days_apart asc, leg1_match_id asc
        ) as choice_of_second,
        row_number() over (
            partition by leg1_match_id
            order by score_differs asc, is_guess asc, days_apart asc, leg2_match_id asc
        ) as choice_of_first
    from pairs
    where not (score_differs = 2 and days_apart = 999)
),

mutual as (
    select
        leg1_match_id,
        leg2_match_id
    from chosen
    where choice_of_first = 1 and choice_of_second = 1
),

-- A match that is the second leg of one tie is not the first of another.
accepted as (
    select mutual.*
    from mutual
    left join mutual as earlier on mutual.leg1_match_id = earlier.leg2_match_id
    where earlier.leg2_match_id is null
),

ties as (
    select
        leg1_match_id,
        leg2_match_id
    from accepted

    union all
    select
        case when not legs.is_second then legs.match_id end as leg1_match_id,
        case when legs.is_second then legs.match_id end as leg2_match_id
    from legs
    left join accepted on legs.match_id in (accepted.leg1_match_id, accepted.leg2_match_id)
    where accepted.leg1_match_id is null
        and (legs.is_second or legs.leg = 1)
        -- A match told in passing is no tie of its own, unless the words tell something of the other leg.
        and (not coalesce(legs.is_brief, false) or legs.aggregate_home is not null or legs.first_leg_goals_of_home is not null)
),

final as (
    select
        {{ short_hash("'tie' || coalesce(leg1_match_id, '') || '|' || coalesce(leg2_match_id, '')") }} as tie_id,
        leg1_match_id,
        leg2_match_id
    from ties
)

select * from final
