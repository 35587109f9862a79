{{ config(meta={'dagster': {'ref': {'name': 'fact_matches'}}}) }}

-- Guards: a shoot-out decides a match that ended level; its goals are no goals of the match.
-- A row is a match with a shoot-out that has no winner, half a result, legs whose sum makes one needless, or, without a tie, an unequal
-- final score; or a verified one whose sum or score is missing.
select
    matches.match_id,
    matches.home_goals,
    matches.away_goals,
    matches.shootout_home,
    matches.shootout_away
from {{ ref('fact_matches') }} as matches
left join {{ ref('mart_ties') }} as ties on matches.tie_id = ties.tie_id
where matches.verdict != 'conflict'
    and coalesce(ties.verdict, '') != 'conflict'
    and (
        (matches.shootout_home is null) != (matches.shootout_away is null)
        or matches.shootout_home = matches.shootout_away
        or (matches.shootout_home is not null and ties.tie_id is null and matches.home_goals != matches.away_goals)
        or (matches.shootout_home is not null and ties.aggregate_1 != ties.aggregate_2)
        or (
            matches.shootout_home is not null
            and matches.verdict = 'verified'
            and case when ties.tie_id is null then matches.home_goals + matches.away_goals else ties.aggregate_1 + ties.aggregate_2 end is null
        )
    )
