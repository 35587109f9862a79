-- Who won a tie by its sums, and by which rule; what the words say of it stands beside it.
with ruled as (
    select
        sums.*,
        sums.leg1_goals_2 - sums.leg2_goals_1 as away_goals_lead_of_2,
        exists (
            select 1
            from {{ ref('away_goals_rules') }} as rules
            where rules.competition_id = sums.competition
                and substr(sums.season, 1, 4) >= substr(rules.from_season, 1, 4)
                and substr(sums.season, 1, 4) <= coalesce(substr(rules.to_season, 1, 4), '9999')
        ) as is_away_goals_rule,
        sums.competition is not null and sums.season is not null as is_rule_known
    from {{ ref('int_tie_sums') }} as sums
),

decided as (
    select
        *,
        case
            when shootout_1 != shootout_2 then 'penalties'
            when aggregate_1 != aggregate_2 and after_extra_time then 'extra_time'
            when aggregate_1 != aggregate_2 then 'aggregate'
            when away_goals_lead_of_2 != 0 and venue_known and is_away_goals_rule then 'away_goals'
            -- Where the table of rules has no answer, the club that is told to have advanced shows that away goals counted.
            when away_goals_lead_of_2 != 0 and (is_away_goals_told or not is_rule_known)
                and winner_told_id = case when away_goals_lead_of_2 > 0 then club_2_id else club_1_id end then 'away_goals'
        end as decided_by
    from ruled
),

counted as (
    select
        *,
        case decided_by
            when 'penalties' then case when shootout_1 > shootout_2 then club_1_id else club_2_id end
            when 'away_goals' then case when away_goals_lead_of_2 > 0 then club_2_id else club_1_id end
            else case when aggregate_1 > aggregate_2 then club_1_id when aggregate_2 > aggregate_1 then club_2_id end
        end as winner_by_sums_id
    from decided
    where leg2_match_id is not null
    union all
    select
        *,
        cast(null as varchar) as winner_by_sums_id
    from decided
    where leg2_match_id is null
),

final as (
    select
        *,
        coalesce(winner_by_sums_id, winner_told_id) as winner_id,
        coalesce(winner_by_sums_id != winner_told_id, false) as is_winner_off,
        coalesce(shootout_1 is not null and (aggregate_1 != aggregate_2 or shootout_1 = shootout_2), false) as is_shootout_off
    from counted
)

select * from final
