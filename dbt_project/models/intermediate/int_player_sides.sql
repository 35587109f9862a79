-- Everything a document says of where a player belongs, whatever it says it in: a goal, a card, "the Spurs captain".
with matches as (
    select
        report_match_id,
        document_id,
        club_1,
        club_2
    from {{ ref('int_report_matches') }}
),

told as (
    select
        report_match_id,
        player_key,
        -- An own goal counts for the other side.
        case when is_own_goal then 3 - side else side end as side,
        case when link_strength = 3 then least(side_level, 1) else side_level end as level
    from {{ ref('int_goal_tellings') }}

    union all
    select
        report_match_id,
        player_key,
        side,
        side_level as level
    from {{ ref('int_card_tellings') }}

    union all
    select
        matches.report_match_id,
        claims.player_key,
        {{ side_of('claims.club_id', 'matches.club_1', 'matches.club_2') }} as side,
        -- What a sentence merely goes on about breaks ties and proves nothing.
        case when claims.basis = 'topic' then 0 else 1 end as level
    from {{ ref('stg_affiliation_claims') }} as claims
    inner join matches on claims.document_id = matches.document_id

    union all
    select
        report_match_id,
        player_key,
        side,
        2 as level
    from {{ ref('int_ten_men') }}
    where player_key is not null
),

weighed as (
    select
        report_match_id,
        player_key,
        coalesce(max(case when side = 1 then level end), 0) as level_1,
        coalesce(max(case when side = 2 then level end), 0) as level_2,
        sum(case when side = 1 and level > 0 then 1 else 0 end) as votes_1,
        sum(case when side = 2 and level > 0 then 1 else 0 end) as votes_2,
        sum(case when side = 1 and level = 0 then 1 when side = 2 and level = 0 then -1 else 0 end) as topic
    from told
    where side is not null
    group by report_match_id, player_key
),

final as (
    select
        *,
        case
            when level_1 > level_2 then 1
            when level_2 > level_1 then 2
            when votes_1 > votes_2 then 1
            when votes_2 > votes_1 then 2
        end as side,
        greatest(level_1, level_2) as level,
        case when topic > 0 then 1 when topic < 0 then 2 end as topic_side,
        level_1 = 3 and level_2 = 3 as is_contradicted
    from weighed
)

select * from final
