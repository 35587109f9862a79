-- The club that goes through has the better aggregate and the better shoot-out, which orients what the words leave open.
with through as (
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
        readings.report_match_id,
        readings.scope,
        readings.oriented_readings,
        through.side is not null
        and not readings.is_oriented
        and through.side = through.least_side
        and readings.scope in ('aggregate', 'shootout') as is_turned_by_winner,
        through.side as through_side,
        readings.goals_1,
        readings.goals_2,
        readings.is_oriented
    from {{ ref('int_score_readings') }} as readings
    left join through on readings.report_match_id = through.report_match_id
    where readings.preference = 1
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
    from {{ ref('int_score_readings') }}
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
