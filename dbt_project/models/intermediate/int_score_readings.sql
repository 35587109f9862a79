-- Each different reading of a score in one report; the first preference is the one told most often, and the way round it stands.
with readings as (
    select
        report_match_id,
        scope,
        is_oriented,
        goals_1,
        goals_2,
        count(*) as tellings,
        min(char_start) as first_told_at,
        min(surface) as words
    from {{ ref('int_score_tellings') }}
    where scope in ('full_time', 'half_time', 'ninety', 'first_leg', 'aggregate', 'shootout')
    group by report_match_id, scope, is_oriented, goals_1, goals_2
),

final as (
    select
        *,
        row_number() over (
            partition by report_match_id, scope
            order by is_oriented desc, tellings desc, first_told_at asc, goals_1 desc
        ) as preference,
        sum(case when is_oriented then 1 else 0 end) over (partition by report_match_id, scope) as oriented_readings
    from readings
)

select * from final
