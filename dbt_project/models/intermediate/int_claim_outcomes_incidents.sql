-- Where each claim about a goal or a card ended, and why it ended in none.
with goals as (
    select
        claims.claim_id,
        claims.report_match_id,
        claims.asserted,
        claims.why_not,
        claims.scorer,
        matches.report_match_id is not null as has_match,
        groups.claim_id is not null as is_chosen,
        solved.report_goal_id,
        solved.is_kept
    from {{ ref('stg_goal_claims') }} as claims
    left join {{ ref('int_report_matches') }} as matches on claims.report_match_id = matches.report_match_id
    left join {{ ref('int_goal_groups') }} as groups on claims.claim_id = groups.claim_id
    left join {{ ref('int_goals_solved') }} as solved
        on groups.report_match_id = solved.report_match_id
        and groups.player_key = solved.player_key
        and groups.goal = solved.goal
),

cards as (
    select
        claims.claim_id,
        claims.report_match_id,
        claims.asserted,
        claims.why_not,
        claims.player,
        matches.report_match_id is not null as has_match,
        tellings.claim_id is not null as is_chosen,
        ten_men.player_key is not null as places_a_player,
        pooled.report_card_id
    from {{ ref('stg_card_claims') }} as claims
    left join {{ ref('int_report_matches') }} as matches on claims.report_match_id = matches.report_match_id
    left join {{ ref('int_card_tellings') }} as tellings on claims.claim_id = tellings.claim_id
    left join {{ ref('int_ten_men') }} as ten_men on claims.claim_id = ten_men.claim_id
    left join {{ ref('int_cards_pooled') }} as pooled
        on claims.report_match_id = pooled.report_match_id
        and coalesce(tellings.player_key, ten_men.player_key) = pooled.player_key
        -- The yellow card that was the first of two has gone into the dismissal.
        and (pooled.card_group = case when claims.card = 'yellow' then 'yellow' else 'dismissal' end or pooled.is_only_card)
),

final as (
    select
        claim_id,
        'goal' as kind,
        report_match_id,
        case when is_kept then 'report_goals' end as ended_in,
        case when is_kept then report_goal_id end as ended_in_id,
        case
            when is_kept then null
            when not asserted then 'no goal: ' || replace(why_not, '_', ' ')
            when not has_match then 'belongs to no match of the document'
            when scorer is null then 'names no scorer'
            when not is_chosen then 'another candidate of the same words is the scorer'
            else 'the goal does not fit the score'
        end as why_not
    from goals
    union all
    select
        claim_id,
        'card' as kind,
        report_match_id,
        case when report_card_id is not null then 'report_cards' end as ended_in,
        report_card_id as ended_in_id,
        case
            when report_card_id is not null then null
            when not asserted then 'no card: ' || replace(why_not, '_', ' ')
            when not has_match then 'belongs to no match of the document'
            when player is null then 'names no player, and not just one is named elsewhere without his club'
            when not is_chosen then 'another candidate of the same words got the card'
            else 'names no card of its own'
        end as why_not
    from cards
)

select * from final
