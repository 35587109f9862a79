with dismissals as (
    select
        tie_id,
        count(*) as red_cards
    from {{ ref('fact_cards') }}
    where card in ('red', 'second_yellow') and tie_id is not null
    group by tie_id
),

joined as (
    select
        ties.*,
        deficits.deficit_of_1,
        deficits.deficit_of_2,
        coalesce(dismissals.red_cards, 0) as red_cards,
        case
            when ties.is_aggregate_off or ties.is_negative then 'the legs do not add up to the aggregate that is told'
            when ties.is_first_leg_off then 'the first leg ended otherwise than the report of the second says'
            when ties.is_shootout_off then 'a shoot-out is told although the aggregate is not level'
            when ties.is_winner_off then 'the club that is told to have advanced is not the one that the sums let through'
            when ties.verdict_1 = 'conflict' then 'first leg: ' || ties.reason_1
            when ties.verdict_2 = 'conflict' then 'second leg: ' || ties.reason_2
        end as conflict_reason,
        case
            when ties.leg2_match_id is null then 'no report tells the second leg'
            when ties.leg1_goals_1 is null then 'the score of the first leg is not known'
            when ties.leg2_goals_1 is null then 'the score of the second leg is not known'
            when ties.winner_id is null then 'nothing tells who advanced'
            when ties.decided_by is null then 'nothing tells how the tie was decided'
            when not ties.venue_known then 'nothing tells which club was at home first'
            when ties.verdict_1 = 'partial' then 'first leg: ' || ties.reason_1
            when ties.verdict_2 = 'partial' then 'second leg: ' || ties.reason_2
        end as partial_reason,
        case ties.leg1_basis
            when 'told' then 'the first leg is known from the report of the second alone'
            when 'derived' then 'the first leg follows from the aggregate and the second leg'
        end as leg1_note
    from {{ ref('int_tie_winners') }} as ties
    left join {{ ref('int_tie_deficits') }} as deficits on ties.tie_id = deficits.tie_id
    left join dismissals on ties.tie_id = dismissals.tie_id
),

final as (
    select
        tie_id,
        leg1_match_id,
        leg2_match_id,
        season,
        competition,
        round,
        club_1,
        club_2
        {%- for column in ['leg1_goals', 'leg2_goals', 'aggregate', 'shootout'] %},
        cast({{ column }}_1 as integer) as {{ column }}_1,
        cast({{ column }}_2 as integer) as {{ column }}_2
        {%- endfor %},
        case winner_id when club_1_id then club_1 when club_2_id then club_2 end as winner,
        decided_by,
        cast(case winner_id when club_1_id then deficit_of_1 when club_2_id then deficit_of_2 end as integer) as largest_deficit_overcome,
        cast(red_cards as integer) as red_cards,
        case
            when sources_1 is null then sources_2
            when sources_2 is null or sources_1 = sources_2 then sources_1
            else sources_1 || ', ' || sources_2
        end as sources,
        case
            when conflict_reason is not null then 'conflict'
            when partial_reason is not null then 'partial'
            else 'verified'
        end as verdict,
        coalesce(conflict_reason, partial_reason, 'both legs are verified and the sums hold')
        || coalesce('; ' || leg1_note, '') as verdict_reason
    from joined
)

select * from final
