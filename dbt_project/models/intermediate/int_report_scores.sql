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

ranked as (
    select
        *,
        row_number() over (
            partition by report_match_id, scope
            order by is_oriented desc, tellings desc, first_told_at asc, goals_1 desc
        ) as preference,
        sum(case when is_oriented then 1 else 0 end) over (partition by report_match_id, scope) as oriented_readings
    from readings
),

{#- The club that goes through has the better aggregate and the better shoot-out, which orients what the words leave open. #}
through as (
    select
        claims.report_match_id,
        max({{ side_of('claims.club_id', 'matches.club_1', 'matches.club_2') }}) as side,
        min({{ side_of('claims.club_id', 'matches.club_1', 'matches.club_2') }}) as least_side
    from {{ ref('stg_progress_claims') }} as claims
    inner join {{ ref('int_report_matches') }} as matches on claims.report_match_id = matches.report_match_id
    where claims.is_through
    group by claims.report_match_id
),

oriented as (
    select
        ranked.report_match_id,
        ranked.scope,
        ranked.oriented_readings,
        through.side is not null
        and not ranked.is_oriented
        and through.side = through.least_side
        and ranked.scope in ('aggregate', 'shootout') as is_turned_by_winner,
        through.side as through_side,
        ranked.goals_1,
        ranked.goals_2,
        ranked.is_oriented
    from ranked
    left join through on ranked.report_match_id = through.report_match_id
    where ranked.preference = 1
),

settled as (
    select
        report_match_id,
        scope,
        oriented_readings,
        case
            when not is_turned_by_winner then goals_1
            when through_side = 1 then greatest(goals_1, goals_2)
            else least(goals_1, goals_2)
        end as goals_1,
        case
            when not is_turned_by_winner then goals_2
            when through_side = 1 then least(goals_1, goals_2)
            else greatest(goals_1, goals_2)
        end as goals_2,
        is_oriented or is_turned_by_winner as is_oriented
    from oriented
),

wide as (
    select
        report_match_id
        {%- for scope in ['full_time', 'half_time', 'ninety', 'first_leg', 'aggregate', 'shootout'] %},
        max(case when scope = '{{ scope }}' then goals_1 end) as {{ scope }}_1,
        max(case when scope = '{{ scope }}' then goals_2 end) as {{ scope }}_2,
        coalesce(bool_or(case when scope = '{{ scope }}' then is_oriented end), false) as is_{{ scope }}_oriented
        {%- endfor %}
    from settled
    group by report_match_id
),

disagreements as (
    select
        report_match_id,
        {{ joined_text("'“' || words || '”'", ' against ') }} as words
    from ranked
    where is_oriented and oriented_readings > 1 and scope in ('full_time', 'aggregate', 'first_leg', 'shootout')
    group by report_match_id
),

final as (
    select
        wide.*,
        disagreements.words as disagreement
    from wide
    left join disagreements on wide.report_match_id = disagreements.report_match_id
)

select * from final
