{{ config(meta={'dagster': {'ref': {'name': 'mart_ties'}}}) }}

-- Guards: away goals decide a level tie in the seasons of the rule, where competition and season are known, unless the words say so.
-- A row is a tie that away goals decided outside those seasons although no document speaks of them, or a level one inside them that
-- is left undecided.
with ruled as (
    select
        ties.*,
        exists (
            select 1
            from {{ ref('away_goals_rules') }} as rules
            where rules.competition_id = ties.competition
                and substr(ties.season, 1, 4) >= substr(rules.from_season, 1, 4)
                and substr(ties.season, 1, 4) <= coalesce(substr(rules.to_season, 1, 4), '9999')
        ) as is_rule,
        exists (
            select 1
            from {{ ref('report_matches') }} as reports
            where reports.match_id = ties.leg2_match_id and reports.is_away_goals_told
        ) as is_told
    from {{ ref('mart_ties') }} as ties
)

select
    tie_id,
    season,
    competition,
    decided_by
from ruled
where (decided_by = 'away_goals' and competition is not null and season is not null and not is_rule and not is_told)
    or (
        verdict != 'conflict'
        and is_rule
        and shootout_1 is null
        and aggregate_1 = aggregate_2
        and leg1_goals_2 != leg2_goals_1
        and decided_by is distinct from 'away_goals'
        and verdict = 'verified'
    )
