-- "10-man Lyon" says where the one who was sent off belongs, when only one is named and nothing else says it.
with ten_men as (
    select
        claims.claim_id,
        claims.report_match_id,
        {{ side_of('claims.club_id', 'matches.club_1', 'matches.club_2') }} as side
    from {{ ref('stg_card_claims') }} as claims
    inner join {{ ref('int_report_matches') }} as matches on claims.report_match_id = matches.report_match_id
    where claims.asserted and claims.player is null
),

dismissed as (
    select
        report_match_id,
        min(player_key) as player_key,
        count(distinct player_key) as players,
        max(side) as side_told
    from {{ ref('int_card_tellings') }}
    where card in ('red', 'second_yellow')
    group by report_match_id
),

final as (
    select
        ten_men.claim_id,
        ten_men.report_match_id,
        ten_men.side,
        case when dismissed.players = 1 and dismissed.side_told is null then dismissed.player_key end as player_key,
        coalesce(dismissed.players, 0) as players
    from ten_men
    left join dismissed on ten_men.report_match_id = dismissed.report_match_id
)

select * from final
