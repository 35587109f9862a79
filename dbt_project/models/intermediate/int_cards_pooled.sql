-- One dismissal and one booking at most for a player: a red card told three times is one.
with tellings as (
    select
        *,
        case when card = 'yellow' then 'yellow' else 'dismissal' end as card_group
    from {{ ref('int_card_tellings') }}
),

ranked as (
    select
        *,
        row_number() over (
            partition by report_match_id, player_key, card_group
            order by link_strength asc, case when minute is not null then 0 else 1 end asc, evidence_start asc, telling_id asc
        ) as evidence_rank,
        row_number() over (
            partition by report_match_id, player_key, card_group
            order by
                case when minute is null then 2 when minute_basis = 'relative' then 1 else 0 end asc,
                case when stoppage is not null then 0 else 1 end asc,
                link_strength asc,
                evidence_start asc,
                telling_id asc
        ) as minute_rank
    from tellings
),

pooled as (
    select
        report_match_id,
        player_key,
        card_group,
        min(document_id) as document_id,
        max(case when evidence_rank = 1 then player end) as player,
        max(case when evidence_rank = 1 then evidence_start end) as evidence_start,
        max(case when evidence_rank = 1 then evidence_end end) as evidence_end,
        max(case when minute_rank = 1 then minute end) as minute,
        max(case when minute_rank = 1 then stoppage end) as stoppage,
        min(link_strength) as link_strength,
        case
            when card_group = 'yellow' then 'yellow'
            when bool_or(card = 'second_yellow') then 'second_yellow'
            else 'red'
        end as card
    from ranked
    group by report_match_id, player_key, card_group
),

dismissals as (
    select
        report_match_id,
        player_key,
        card,
        minute
    from pooled
    where card_group = 'dismissal'
),

-- The yellow card of "sent off for a second yellow" is that second one unless it has a minute of its own, before it.
apart as (
    select pooled.*
    from pooled
    left join dismissals
        on pooled.report_match_id = dismissals.report_match_id
        and pooled.player_key = dismissals.player_key
        and pooled.card_group = 'yellow'
    where dismissals.player_key is null
        or (pooled.minute is not null and dismissals.minute is not null and pooled.minute < dismissals.minute)
),

-- Whoever scores and is booked does both for one club, and for whom he scored is settled.
scorers as (
    select
        report_match_id,
        player_key,
        max(case when is_own_goal then 3 - side else side end) as side
    from {{ ref('int_goals_solved') }}
    where is_kept and side is not null
    group by report_match_id, player_key
),

sided as (
    select
        apart.*,
        -- What a sentence merely goes on about is better than nothing, and never enough to verify.
        coalesce(scorers.side, players.side, players.topic_side) as side,
        coalesce(scorers.side, players.side) is null and players.topic_side is not null as is_sided_by_topic,
        coalesce(players.is_contradicted, false) as is_contradicted
    from apart
    left join scorers
        on apart.report_match_id = scorers.report_match_id
        and apart.player_key = scorers.player_key
    left join {{ ref('int_player_sides') }} as players
        on apart.report_match_id = players.report_match_id
        and apart.player_key = players.player_key
),

final as (
    select
        sided.*,
        count(*) over (partition by sided.report_match_id, sided.player_key) = 1 as is_only_card,
        {{ short_hash("'card' || sided.report_match_id || sided.player_key || sided.card_group") }} as report_card_id,
        case sided.side when 1 then matches.club_1 when 2 then matches.club_2 end as club_id
    from sided
    inner join {{ ref('int_report_matches') }} as matches on sided.report_match_id = matches.report_match_id
)

select * from final
