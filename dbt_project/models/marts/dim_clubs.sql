with known as (
    select
        club_id,
        name as club,
        country,
        city,
        is_national_team,
        false as is_provisional
    from {{ ref('clubs') }}
),

named as (
    select club_1 as club_id, name_1 as club from {{ ref('int_report_matches') }}
    union all
    select club_2 as club_id, name_2 as club from {{ ref('int_report_matches') }}
),

-- A club that the seed does not know goes by the name that the reports give it.
provisional as (
    select
        named.club_id,
        min(named.club) as club,
        cast(null as varchar) as country,
        cast(null as varchar) as city,
        cast(null as boolean) as is_national_team,
        true as is_provisional
    from named
    left join known on named.club_id = known.club_id
    where known.club_id is null and named.club_id is not null
    group by named.club_id
),

final as (
    select * from known
    union all
    select * from provisional
)

select * from final
