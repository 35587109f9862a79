with votes as (
    select
        claims.report_match_id,
        case when claims.club_id = matches.club_1 then claims.is_home else not claims.is_home end as is_club_1_home,
        claims.strength,
        claims.surface
    from {{ ref('stg_side_claims') }} as claims
    inner join {{ ref('int_report_matches') }} as matches on claims.report_match_id = matches.report_match_id
    where claims.club_id in (matches.club_1, matches.club_2)
),

weighed as (
    select
        report_match_id,
        min(case when is_club_1_home then strength end) as strength_1,
        min(case when not is_club_1_home then strength end) as strength_2,
        sum(case when is_club_1_home then 1 else 0 end) as votes_1,
        sum(case when is_club_1_home then 0 else 1 end) as votes_2,
        {{ joined_text("case when strength = 1 then '“' || surface || '”' end", ', ') }} as strong_words
    from votes
    group by report_match_id
),

own as (
    select
        report_match_id,
        case
            when coalesce(strength_1, 9) < coalesce(strength_2, 9) then 1
            when coalesce(strength_1, 9) > coalesce(strength_2, 9) then 2
            when votes_1 >= votes_2 then 1
            else 2
        end as home_side,
        coalesce(least(strength_1, strength_2), 9) <= 2
        and coalesce(strength_1, 9) != coalesce(strength_2, 9) as is_known,
        case
            when strength_1 = 1 and strength_2 = 1 then 'both clubs are told to be at home (' || strong_words || ')'
        end as conflict
    from weighed
),

placed as (
    select
        matches.*,
        own.home_side,
        coalesce(own.is_known, false) as is_known,
        own.conflict,
        case own.home_side when 1 then matches.club_1 when 2 then matches.club_2 end as home_club
    from {{ ref('int_report_matches') }} as matches
    left join own on matches.report_match_id = own.report_match_id
),

-- A leg whose own words name no host takes it from the other leg in the same document: the host changes.
other_legs as (
    select
        placed.report_match_id,
        max(case when others.home_club = placed.club_1 then 2 else 1 end) as home_side
    from placed
    inner join placed as others
        on placed.document_id = others.document_id
        and placed.report_match_id != others.report_match_id
        and placed.leg + others.leg = 3
        and others.club_1 in (placed.club_1, placed.club_2)
        and others.club_2 in (placed.club_1, placed.club_2)
    where others.is_known and not placed.is_known
    group by placed.report_match_id
),

final as (
    select
        placed.report_match_id,
        coalesce(other_legs.home_side, placed.home_side, 1) as home_side,
        placed.is_known or other_legs.home_side is not null as venue_known,
        placed.conflict
    from placed
    left join other_legs on placed.report_match_id = other_legs.report_match_id
)

select * from final
