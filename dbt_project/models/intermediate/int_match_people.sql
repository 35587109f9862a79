-- Whoever is named in a match, in all its reports: the clubs he is given to, when he was sent off, and what he did last.
with deeds as (
    select
        reports.match_id,
        lower(goals.scorer) as person,
        {{ surname_key('goals.scorer') }} as surname,
        case
            when not goals.is_own_goal then goals.club_id
            when goals.club_id = reports.home_club_id then reports.away_club_id
            when goals.club_id = reports.away_club_id then reports.home_club_id
        end as club_id,
        cast(null as varchar) as card_club_id,
        goals.minute * 100 + coalesce(goals.stoppage, 0) as deed_at,
        cast(null as integer) as sent_off_at
    from {{ ref('report_goals') }} as goals
    inner join {{ ref('report_matches') }} as reports on goals.report_match_id = reports.report_match_id
    union all
    select
        reports.match_id,
        lower(cards.player) as person,
        {{ surname_key('cards.player') }} as surname,
        cards.club_id,
        cards.club_id as card_club_id,
        case when cards.card = 'yellow' then cards.minute * 100 + coalesce(cards.stoppage, 0) end as deed_at,
        case when cards.card != 'yellow' then cards.minute * 100 + coalesce(cards.stoppage, 0) end as sent_off_at
    from {{ ref('report_cards') }} as cards
    inner join {{ ref('report_matches') }} as reports on cards.report_match_id = reports.report_match_id
),

people as (
    select
        match_id,
        person,
        count(distinct club_id) > 1 as is_on_both_sides,
        coalesce(min(sent_off_at) < max(deed_at), false) as is_active_after_dismissal
    from deeds
    group by match_id, person
    union all
    -- Reports shorten names, so that cards are merged by surname.
    select
        match_id,
        surname as person,
        count(distinct card_club_id) > 1 as is_on_both_sides,
        coalesce(min(sent_off_at) < max(case when card_club_id is not null or sent_off_at is not null then deed_at end), false) as is_active_after_dismissal
    from deeds
    group by match_id, surname
),

final as (
    select
        match_id,
        {{ joined_text('case when is_on_both_sides then person end') }} as on_both_sides,
        {{ joined_text('case when is_active_after_dismissal then person end') }} as active_after_dismissal
    from people
    where match_id is not null
    group by match_id
)

select * from final
