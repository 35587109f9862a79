-- A player is booked once and sent off once in a match, however many reports tell it.
with told as (
    select
        reports.match_id,
        cards.*,
        reports.path,
        {{ surname_key('cards.player') }} as surname,
        case when cards.card = 'yellow' then 'yellow' else 'dismissal' end as card_group
    from {{ ref('report_cards') }} as cards
    inner join {{ ref('report_matches') }} as reports on cards.report_match_id = reports.report_match_id
    where reports.match_id is not null
),

ranked as (
    select
        *,
        row_number() over (
            partition by match_id, surname, card_group
            order by
                case card when 'second_yellow' then 0 else 1 end asc,
                case when minute is not null then 0 else 1 end asc,
                case when club_id is not null then 0 else 1 end asc,
                length(player) desc,
                report_card_id asc
        ) as preference
    from told
),

pooled as (
    select
        match_id,
        {{ short_hash("'card' || match_id || surname || card_group") }} as card_id,
        min_by(player, preference) as player,
        min_by(club_id, case when club_id is not null then preference end) as club_id,
        min_by(card, preference) as card,
        min_by(minute, case when minute is not null then preference end) as minute,
        min_by(stoppage, case when minute is not null then preference end) as stoppage,
        {{ joined_text('path') }} as sources
    from ranked
    group by match_id, surname, card_group
),

final as (
    select
        pooled.card_id,
        pooled.match_id,
        matches.tie_id,
        pooled.player,
        case
            when pooled.club_id = matches.home_club_id then matches.home_club
            when pooled.club_id = matches.away_club_id then matches.away_club
        end as club,
        pooled.club_id,
        case
            when pooled.club_id = matches.home_club_id then 'home'
            when pooled.club_id = matches.away_club_id then 'away'
        end as side,
        pooled.card,
        pooled.minute,
        pooled.stoppage,
        pooled.sources,
        matches.verdict
    from pooled
    inner join {{ ref('fact_matches') }} as matches on pooled.match_id = matches.match_id
)

select * from final
