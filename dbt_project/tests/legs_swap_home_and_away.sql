{{ config(meta={'dagster': {'ref': {'name': 'fact_matches'}}}) }}

-- Guards: the host changes between the two legs of a tie, and the first is played before the second.
-- A row is a tie whose legs have the same host, other clubs, a wrong order in time, or more matches for a leg than one.
select
    firsts.tie_id,
    firsts.match_id as first_leg,
    seconds.match_id as second_leg
from {{ ref('fact_matches') }} as firsts
inner join {{ ref('fact_matches') }} as seconds on firsts.tie_id = seconds.tie_id and firsts.match_id != seconds.match_id
where (firsts.leg = 1 and seconds.leg = 2
        and (
            firsts.home_club is distinct from seconds.away_club
            or firsts.away_club is distinct from seconds.home_club
            or firsts.match_date >= seconds.match_date
        ))
    or firsts.leg is not distinct from seconds.leg
    or firsts.leg is null
