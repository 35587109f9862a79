{{ config(meta={'dagster': {'ref': {'name': 'fact_matches'}}}) }}

-- Guards: no match is called better than the best report of it, and no two reports of a verified match give different scores.
-- A row is a verified match without a verified report of its own score, or with a report of another score, or one in conflict.
select
    matches.match_id,
    matches.home_goals,
    matches.away_goals
from {{ ref('fact_matches') }} as matches
left join {{ ref('report_matches') }} as reports on matches.match_id = reports.match_id
where matches.verdict = 'verified'
group by matches.match_id, matches.home_club_id, matches.home_goals, matches.away_goals
having not coalesce(bool_or(
        reports.verdict = 'verified'
        and case when reports.home_club_id = matches.home_club_id then reports.home_goals else reports.away_goals end
            = matches.home_goals
        and case when reports.home_club_id = matches.home_club_id then reports.away_goals else reports.home_goals end
            = matches.away_goals
    ), false)
    or coalesce(bool_or(reports.verdict = 'conflict'), false)
    or coalesce(bool_or(
        case when reports.home_club_id = matches.home_club_id then reports.home_goals else reports.away_goals end
            != matches.home_goals
        or case when reports.home_club_id = matches.home_club_id then reports.away_goals else reports.home_goals end
            != matches.away_goals
    ), false)
