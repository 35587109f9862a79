with legs as (
    select tie_id, leg1_match_id as match_id, leg2_match_id as other_match_id, 1 as leg
    from {{ ref('int_tie_legs') }}
    where leg1_match_id is not null
    union all
    select tie_id, leg2_match_id as match_id, leg1_match_id as other_match_id, 2 as leg
    from {{ ref('int_tie_legs') }}
    where leg2_match_id is not null
),

joined as (
    select
        matches.*,
        legs.tie_id,
        coalesce(legs.leg, matches.leg) as tie_leg,
        matches.venue_known or coalesce(others.venue_known, false) as is_venue_known,
        -- A leg that names no host takes the club that was away in the other leg.
        not matches.venue_known 
        and coalesce(others.home_club_id = matches.home_club_id and (others.venue_known or legs.leg = 2), false) as is_turned,
        coalesce(tallies.goals_named, 0) as goals_named,
        case
            when not matches.after_extra_time then matches.home_goals
            when matches.home_goals_90 is not null and matches.home_goals is not null then matches.home_goals_90
            when tallies.goals_named = matches.home_goals + matches.away_goals and tallies.without_minute = 0 then tallies.home_named_90
        end as home_after_90,
        case
            when not matches.after_extra_time then matches.away_goals
            when matches.home_goals_90 is not null and matches.home_goals is not null then matches.away_goals_90
            when tallies.goals_named = matches.home_goals + matches.away_goals and tallies.without_minute = 0 then tallies.away_named_90
        end as away_after_90,
        case
            when matches.scores > 1 then 'the reports give different scores: ' || matches.scores_told
            when matches.hosts_told > 1 then 'the reports disagree about which club was at home'
            when matches.winners_told > 1 then 'the reports disagree about which club advanced'
            when matches.has_conflict then matches.conflict_reasons
            when tallies.scorers_on_both_sides is not null then 'the reports put ' || tallies.scorers_on_both_sides || ' in different teams'
            when people.on_both_sides is not null then 'the reports put ' || people.on_both_sides || ' in different teams'
            when people.active_after_dismissal is not null then people.active_after_dismissal || ' is told to have been on the pitch after being sent off'
            when tallies.is_told_twice then 'the reports tell one goal twice'
            when matches.shootout_home = matches.shootout_away
                or (legs.tie_id is null and matches.shootout_home is not null and matches.home_goals != matches.away_goals)
                then 'a shoot-out is told although the score is not level, or without a winner'
            when matches.after_extra_time and (matches.home_goals_90 > matches.home_goals or matches.away_goals_90 > matches.away_goals)
                then 'the score after ninety minutes is higher than the final score'
            when tallies.home_named > matches.home_goals or tallies.away_named > matches.away_goals
                or tallies.goals_named > matches.home_goals + matches.away_goals
                then 'the reports together name more goals than were scored'
        end as conflict_reason
    from {{ ref('int_matches') }} as matches
    left join legs on matches.match_id = legs.match_id
    left join {{ ref('int_matches') }} as others on legs.other_match_id = others.match_id
    left join {{ ref('int_match_tallies') }} as tallies on matches.match_id = tallies.match_id
    left join {{ ref('int_match_people') }} as people on matches.match_id = people.match_id
),

final as (
    select
        match_id,
        tie_id,
        season,
        competition,
        round,
        cast(tie_leg as integer) as leg,
        match_date,
        case when is_turned then away_team else home_team end as home_club,
        case when is_turned then home_team else away_team end as away_club,
        case when is_turned then away_club_id else home_club_id end as home_club_id,
        case when is_turned then home_club_id else away_club_id end as away_club_id,
        is_venue_known as venue_known
        {%- for home, away, home_name, away_name in [
            ('home_goals', 'away_goals', 'home_goals', 'away_goals'), ('home_after_90', 'away_after_90', 'home_goals_90', 'away_goals_90'),
            ('shootout_home', 'shootout_away', 'shootout_home', 'shootout_away')
        ] %},
        cast(case when is_turned then {{ away }} else {{ home }} end as integer) as {{ home_name }},
        cast(case when is_turned then {{ home }} else {{ away }} end as integer) as {{ away_name }}
        {%- endfor %},
        after_extra_time,
        is_brief,
        cast(reports as integer) as reports,
        sources,
        case when conflict_reason is not null then 'conflict' else lead_verdict end as verdict,
        coalesce(conflict_reason, lead_reason) as verdict_reason
    from joined
)

select * from final
