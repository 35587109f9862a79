{{ config(meta={'dagster': {'ref': {'name': 'mart_ties'}}}) }}

-- Guards: a leg that is a match of its own stands in its tie with that match's score, seen from the right club, and no tie is called
-- better than its legs.
-- A row is a leg whose figures differ from its match, whose match is missing, or less than verified in a verified tie.
with legs as (
    select
        tie_id,
        1 as leg,
        leg1_match_id as match_id,
        club_1 as home_club,
        club_2 as away_club,
        leg1_goals_1 as home_goals,
        leg1_goals_2 as away_goals,
        verdict
    from {{ ref('mart_ties') }}
    where leg1_match_id is not null
    union all
    select
        tie_id,
        2 as leg,
        leg2_match_id as match_id,
        club_2 as home_club,
        club_1 as away_club,
        leg2_goals_2 as home_goals,
        leg2_goals_1 as away_goals,
        verdict
    from {{ ref('mart_ties') }}
    where leg2_match_id is not null
)

select
    legs.*,
    matches.home_goals as match_home_goals,
    matches.away_goals as match_away_goals
from legs
left join {{ ref('fact_matches') }} as matches on legs.match_id = matches.match_id
where matches.match_id is null
    or matches.tie_id is distinct from legs.tie_id
    or matches.leg is distinct from legs.leg
    or matches.home_club is distinct from legs.home_club
    or matches.away_club is distinct from legs.away_club
    or (legs.verdict = 'verified' and matches.verdict != 'verified')
    or (matches.home_goals is not null and matches.home_goals is distinct from legs.home_goals)
    or (matches.away_goals is not null and matches.away_goals is distinct from legs.away_goals)
