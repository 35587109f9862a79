-- What each match of a report is worth, with every reason in words; the reasons are kept apart so that a test can name them.
with goals as (
    select
        report_match_id,
        sum(case when is_kept and side = 1 then 1 else 0 end) as named_1,
        sum(case when is_kept and side = 2 then 1 else 0 end) as named_2,
        sum(case when is_kept and side is null then 1 else 0 end) as named_open,
        sum(case when not is_kept then 1 else 0 end) as left_over,
        sum(case when is_kept and link_strength > 1 and tellings = 1 then 1 else 0 end) as weakly_told,
        sum(case when is_kept and side_basis = 'affiliation' then 1 else 0 end) as by_affiliation,
        sum(case when is_kept and side_basis = 'count' then 1 else 0 end) as by_count,
        sum(case when is_kept and side_basis = 'count' and tellings = 1 and minute is null then 1 else 0 end) as by_count_and_told_once,
        sum(case when is_kept and is_uncounted then 1 else 0 end) as undescribed,
        bool_or(not is_solved) as is_unsolved,
        {{ joined_text("case when is_contradicted then scorer end", ', ') }} as contradicted,
        {{ joined_text("case when is_kept and not is_contradicted and level_against >= 2 and level_against > 0 then scorer end", ', ') }} as overruled,
        {{ joined_text("case when is_kept and not running_fits then scorer || ' (' || " ~ as_text('running_for') ~ " || '-' || " ~ as_text('running_against') ~ " || ')' end", ', ') }} as unfitting
    from {{ ref('int_goals_solved') }}
    group by report_match_id
),

cards as (
    select
        report_match_id,
        {{ joined_text("case when is_contradicted then player end", ', ') }} as contradicted,
        {{ joined_text("case when club_id is null or is_sided_by_topic then player end", ', ') }} as homeless,
        {{ joined_text("case when link_strength > 1 then player end", ', ') }} as weakly_carded
    from {{ ref('int_cards_pooled') }}
    group by report_match_id
),

-- Cards that are told without a player: a booking that is somebody's, a side a man short although nobody is sent off.
nameless as (
    select
        tellings.report_match_id,
        sum(case when tellings.is_short then 0 else 1 end) as cards,
        sum(case when tellings.is_short then 1 else 0 end) as sides_short
    from (
        select
            report_match_id,
            telling_id,
            bool_and(rule = 'ten_man') as is_short
        from {{ ref('stg_card_claims') }}
        where asserted
        group by report_match_id, telling_id
        having max(player) is null
    ) as tellings
    group by tellings.report_match_id
),

dismissed as (
    select distinct report_match_id
    from {{ ref('int_cards_pooled') }}
    where card != 'yellow'
),

-- Another reading of a score, whichever way round, that the kept one does not explain.
other_readings as (
    select distinct others.report_match_id
    from {{ ref('int_score_readings') }} as others
    inner join {{ ref('int_score_readings') }} as kept
        on others.report_match_id = kept.report_match_id
        and others.scope = kept.scope
        and kept.preference = 1
    where others.goals_1 + others.goals_2 != kept.goals_1 + kept.goals_2
        or abs(others.goals_1 - others.goals_2) != abs(kept.goals_1 - kept.goals_2)
),

progress as (
    select
        claims.report_match_id,
        count(distinct case when claims.is_through then claims.club_id else case when claims.club_id = matches.club_1 then matches.club_2 else matches.club_1 end end) as winners
    from {{ ref('stg_progress_claims') }} as claims
    inner join {{ ref('int_report_matches') }} as matches on claims.report_match_id = matches.report_match_id
    where claims.club_id in (matches.club_1, matches.club_2)
    group by claims.report_match_id
),

sums as (
    select
        matches.report_match_id,
        results.score_basis,
        results.goals_1,
        results.goals_2,
        sides.conflict as side_conflict,
        scores.disagreement,
        scores.is_aggregate_oriented and scores.is_first_leg_oriented and results.score_basis = 'stated'
        and (
            scores.aggregate_1 != scores.first_leg_1 + results.goals_1
            or scores.aggregate_2 != scores.first_leg_2 + results.goals_2
        ) as is_aggregate_off,
        scores.shootout_1 = scores.shootout_2 as is_shootout_level,
        matches.club_1 is null or matches.club_2 is null or matches.club_1 = matches.club_2 as is_one_sided,
        other_readings.report_match_id is not null as has_other_reading,
        progress.winners,
        coalesce(inputs.open_goals > {{ var('most_open_goals') }}, false) as is_too_open,
        solutions.margin,
        coalesce(solutions.stories_with_these_goals, 1) as stories_with_these_goals,
        goals.*,
        cards.contradicted as contradicted_card,
        cards.homeless,
        cards.weakly_carded,
        coalesce(nameless.cards, 0) > 0 or (coalesce(nameless.sides_short, 0) > 0 and dismissed.report_match_id is null) as has_nameless_card
    from {{ ref('int_report_matches') }} as matches
    inner join {{ ref('int_report_results') }} as results on matches.report_match_id = results.report_match_id
    left join {{ ref('int_report_sides') }} as sides on matches.report_match_id = sides.report_match_id
    left join {{ ref('int_report_scores') }} as scores on matches.report_match_id = scores.report_match_id
    left join {{ ref('int_solver_inputs') }} as inputs
        on matches.report_match_id = inputs.report_match_id
        and inputs.hypothesis = 1
    left join {{ ref('int_match_solutions') }} as solutions on matches.report_match_id = solutions.report_match_id
    left join other_readings on matches.report_match_id = other_readings.report_match_id
    left join progress on matches.report_match_id = progress.report_match_id
    left join goals on matches.report_match_id = goals.report_match_id
    left join cards on matches.report_match_id = cards.report_match_id
    left join nameless on matches.report_match_id = nameless.report_match_id
    left join dismissed on matches.report_match_id = dismissed.report_match_id
),

reasons as (
    select
        report_match_id,
        goals_1,
        goals_2,
        case
            when disagreement is not null then 'the words give more than one score: ' || disagreement
            when side_conflict is not null then side_conflict
            when is_aggregate_off then 'this score and the first leg do not add up to the aggregate'
            when winners > 1 then 'both clubs are told to advance'
            when is_shootout_level then 'the shoot-out is told to have ended level'
            when contradicted is not null then 'the words put ' || contradicted || ' in both teams'
            when contradicted_card is not null then 'the words put ' || contradicted_card || ' in both teams'
            when unfitting is not null then 'a score on the way does not fit the final score: ' || unfitting
            when is_unsolved and not is_too_open then 'the named goals do not fit the final score'
            when overruled is not null then 'the score gives the goal of ' || overruled || ' to the other side than the words do'
        end as conflict_reason,
        case
            when is_one_sided then 'only one club of this match is named'
            when has_other_reading then 'another score is told beside the one that was kept'
            when is_too_open then 'too many goals whose side is open'
            when goals_1 is null then 'the final score is not told'
            when score_basis = 'either_way' then 'the words do not say which club had which part of the score'
            when left_over > 0 then 'a named scorer does not fit the score and was left out'
            when coalesce(named_1, 0) + coalesce(named_2, 0) + coalesce(named_open, 0) < goals_1 + goals_2
                then 'not every goal has a named scorer'
            when named_open > 0 then 'the words leave open for whom a goal was scored'
            when weakly_told > 0 then 'a scorer is told once and not plainly'
            -- Where one side has no goal, nobody's can be its; but then each must be told with its minute, or twice.
            when by_count > 0 and (least(goals_1, goals_2) > 0 or by_count_and_told_once > 0)
                then 'only the score tells for whom a goal was scored'
            when by_affiliation > 0 and stories_with_these_goals > 1 then 'for whom a goal was scored follows from the scorer''s club alone'
            when undescribed > 0 then 'a goal of a brace or hat-trick is not described'
            when homeless is not null then 'the words do not say for whom ' || homeless || ' played'
            when has_nameless_card then 'a card is told and not whose it was'
            when weakly_carded is not null then 'the words do not say plainly that ' || weakly_carded || ' was shown a card'
            when score_basis = 'derived' then 'the score follows from the aggregate and the first leg'
            when score_basis = 'counted' then 'the score follows from the goals that are named'
        end as partial_reason
    from sums
),

final as (
    select
        report_match_id,
        case
            when conflict_reason is not null then 'conflict'
            when partial_reason is not null then 'partial'
            else 'verified'
        end as verdict,
        coalesce(
            conflict_reason,
            partial_reason,
            'every goal is named and the sums hold'
        ) as verdict_reason
    from reasons
)

select * from final
