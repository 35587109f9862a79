-- The goals of a tie from the view of club_1, which was at home in the first leg. A leg that no report tells as a match of its own has
-- the score that the other leg's report looks back on, or what the aggregate leaves for it.
with legs as (
    select
        ties.tie_id,
        ties.leg1_match_id,
        ties.leg2_match_id,
        coalesce(firsts.home_club_id, seconds.away_club_id) as club_1_id,
        coalesce(firsts.away_club_id, seconds.home_club_id) as club_2_id,
        coalesce(firsts.home_club, seconds.away_club) as club_1,
        coalesce(firsts.away_club, seconds.home_club) as club_2,
        coalesce(firsts.venue_known, seconds.venue_known) as venue_known,
        coalesce(seconds.season, firsts.season) as season,
        coalesce(seconds.competition, firsts.competition) as competition,
        coalesce(seconds.round, firsts.round) as round,
        firsts.home_goals as leg1_match_1,
        firsts.away_goals as leg1_match_2,
        seconds.away_goals as leg2_match_1,
        seconds.home_goals as leg2_match_2,
        coalesce(seconds.after_extra_time, false) as after_extra_time,
        seconds.shootout_away as shootout_1,
        seconds.shootout_home as shootout_2,
        firsts.verdict as verdict_1,
        seconds.verdict as verdict_2,
        firsts.verdict_reason as reason_1,
        seconds.verdict_reason as reason_2,
        firsts.sources as sources_1,
        seconds.sources as sources_2
    from {{ ref('int_tie_legs') }} as ties
    left join {{ ref('fact_matches') }} as firsts on ties.leg1_match_id = firsts.match_id
    left join {{ ref('fact_matches') }} as seconds on ties.leg2_match_id = seconds.match_id
),

told as (
    select
        legs.*,
        {%- for column in ['aggregate', 'first_leg'] %}
        {%- set home = 'aggregate_home' if column == 'aggregate' else 'first_leg_goals_of_home' %}
        {%- set away = 'aggregate_away' if column == 'aggregate' else 'first_leg_goals_of_away' %}
        case when matches.home_club_id = legs.club_1_id then matches.{{ home }} else matches.{{ away }} end as {{ column }}_told_1,
        case when matches.home_club_id = legs.club_1_id then matches.{{ away }} else matches.{{ home }} end as {{ column }}_told_2,
        {%- endfor %}
        coalesce(matches.is_away_goals_told, false) as is_away_goals_told,
        coalesce(matches.advanced_club_id, first_matches.advanced_club_id) as winner_told_id
    from legs
    left join {{ ref('int_matches') }} as matches on legs.leg2_match_id = matches.match_id
    left join {{ ref('int_matches') }} as first_matches on legs.leg1_match_id = first_matches.match_id
),

filled as (
    select
        *,
        coalesce(leg1_match_1, first_leg_told_1, aggregate_told_1 - leg2_match_1) as leg1_goals_1,
        coalesce(leg1_match_2, first_leg_told_2, aggregate_told_2 - leg2_match_2) as leg1_goals_2,
        coalesce(leg2_match_1, aggregate_told_1 - coalesce(leg1_match_1, first_leg_told_1)) as leg2_goals_1,
        coalesce(leg2_match_2, aggregate_told_2 - coalesce(leg1_match_2, first_leg_told_2)) as leg2_goals_2,
        case
            when leg1_match_1 is not null then 'match'
            when first_leg_told_1 is not null then 'told'
            when aggregate_told_1 - leg2_match_1 is not null then 'derived'
        end as leg1_basis
    from told
),

final as (
    select
        *,
        coalesce(leg1_goals_1 + leg2_goals_1, aggregate_told_1) as aggregate_1,
        coalesce(leg1_goals_2 + leg2_goals_2, aggregate_told_2) as aggregate_2,
        coalesce(least(leg1_goals_1, leg1_goals_2, leg2_goals_1, leg2_goals_2) < 0, false) as is_negative,
        coalesce(
            leg1_goals_1 + leg2_goals_1 != aggregate_told_1 or leg1_goals_2 + leg2_goals_2 != aggregate_told_2,
            false
        ) as is_aggregate_off,
        coalesce(
            leg1_match_1 != first_leg_told_1 or leg1_match_2 != first_leg_told_2,
            false
        ) as is_first_leg_off
    from filled
)

select * from final
