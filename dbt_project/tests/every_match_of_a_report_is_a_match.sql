{{ config(meta={'dagster': {'ref': {'name': 'fact_matches'}}}) }}

-- Guards: what a report tells of two known clubs is in the facts, with the clubs it names, the host and the score.
-- A row is a match of a report whose match is missing or has other clubs, or, not being in conflict, another host or score or none; a
-- match in passing without a score may stay out.
select
    reports.report_match_id,
    reports.match_id
from {{ ref('report_matches') }} as reports
left join {{ ref('fact_matches') }} as matches on reports.match_id = matches.match_id
where (
        matches.match_id is null
        and not (reports.is_brief and reports.home_goals is null)
        and reports.home_club_id is not null
        and reports.away_club_id is not null
        and reports.home_club_id != reports.away_club_id
    )
    or least(reports.home_club_id, reports.away_club_id) != least(matches.home_club_id, matches.away_club_id)
    or greatest(reports.home_club_id, reports.away_club_id) != greatest(matches.home_club_id, matches.away_club_id)
    or matches.home_club_id = matches.away_club_id
    or (
        matches.verdict != 'conflict'
        and (
            (reports.venue_known and reports.home_club_id != matches.home_club_id)
            or case when reports.home_club_id = matches.home_club_id then reports.home_goals else reports.away_goals end
                != coalesce(matches.home_goals, -1)
            or case when reports.home_club_id = matches.home_club_id then reports.away_goals else reports.home_goals end
                != coalesce(matches.away_goals, -1)
        )
    )
