{{ config(meta={'dagster': {'ref': {'name': 'report_matches'}}}) }}

-- Guards: `verified` means that no words of the document say otherwise.
-- A row is a verified match of a report with an unused claim that names another score, host, side or winner.
select
    matches.report_match_id,
    claims.kind,
    claims.surface,
    claims.why_not
from {{ ref('report_matches') }} as matches
inner join {{ ref('report_claims_unused') }} as claims on matches.report_match_id = claims.report_match_id
where matches.verdict = 'verified'
    and claims.why_not in (
        'another reading of this score was told more often, or first',
        'another club was told to advance more often, or first',
        'the goal does not fit the score'
    )
union all
select
    matches.report_match_id,
    'goal' as kind,
    claims.surface,
    'gives the goal to the other side' as why_not
from {{ ref('report_matches') }} as matches
inner join {{ ref('report_claims_used') }} as used on matches.report_match_id = used.report_match_id
inner join {{ ref('stg_goal_claims') }} as claims on used.claim_id = claims.claim_id and used.kind = 'goal'
inner join {{ ref('report_goals') }} as goals on used.ended_in_id = goals.report_goal_id
where matches.verdict = 'verified'
    and claims.club_basis in ('explicit', 'role')
    and claims.link_strength < 3
    and claims.club_id != goals.club_id
    and claims.club_id in (matches.home_club_id, matches.away_club_id)
    and claims.is_own_goal = goals.is_own_goal
