with turned as (
    select
        matches.report_match_id,
        sides.home_side = 1 as is_straight,
        sides.venue_known
    from {{ ref('int_report_matches') }} as matches
    inner join {{ ref('int_report_sides') }} as sides on matches.report_match_id = sides.report_match_id
),

progress as (
    select
        claims.report_match_id,
        {{ side_of('claims.club_id', 'matches.club_1', 'matches.club_2') }} as side,
        claims.is_through,
        claims.char_start,
        claims.claim_id
    from {{ ref('stg_progress_claims') }} as claims
    inner join {{ ref('int_report_matches') }} as matches on claims.report_match_id = matches.report_match_id
),

advanced as (
    select
        report_match_id,
        case when is_through then side else 3 - side end as side,
        row_number() over (
            partition by report_match_id
            order by count(*) desc, min(char_start) asc, min(claim_id) asc
        ) as preference
    from progress
    where side is not null
    group by report_match_id, case when is_through then side else 3 - side end
),

final as (
    select
        matches.report_match_id,
        matches.document_id,
        matches.path,
        assigned.match_id,
        case when turned.is_straight then matches.name_1 else matches.name_2 end as home_team,
        case when turned.is_straight then matches.name_2 else matches.name_1 end as away_team,
        case when turned.is_straight then matches.club_1 else matches.club_2 end as home_club_id,
        case when turned.is_straight then matches.club_2 else matches.club_1 end as away_club_id,
        turned.venue_known,
        {%- for column, told in [('goals', 'results.goals'), ('half_time', 'scores.half_time'), ('goals_90', 'scores.ninety')] %}
        cast(case when turned.is_straight then {{ told }}_1 else {{ told }}_2 end as integer) as home_{{ column }},
        cast(case when turned.is_straight then {{ told }}_2 else {{ told }}_1 end as integer) as away_{{ column }},
        {%- endfor %}
        results.score_basis,
        matches.competition,
        matches.season_told,
        matches.round,
        cast(matches.leg as integer) as leg,
        matches.match_date,
        matches.after_extra_time,
        {%- for told in ['shootout', 'aggregate'] %}
        cast(
            case when scores.is_{{ told }}_oriented then
                case when turned.is_straight then scores.{{ told }}_1 else scores.{{ told }}_2 end
            end as integer
        ) as {{ told }}_home,
        cast(
            case when scores.is_{{ told }}_oriented then
                case when turned.is_straight then scores.{{ told }}_2 else scores.{{ told }}_1 end
            end as integer
        ) as {{ told }}_away,
        {%- endfor %}
        -- The host changes between the legs, so the club that is away here was at home there.
        case
            when scores.first_leg_1 is not null and turned.venue_known
                then case when turned.is_straight then matches.name_2 else matches.name_1 end
        end as first_leg_home_team,
        cast(case when turned.is_straight then scores.first_leg_2 else scores.first_leg_1 end as integer) as first_leg_home_goals,
        cast(case when turned.is_straight then scores.first_leg_1 else scores.first_leg_2 end as integer) as first_leg_away_goals,
        coalesce(scores.is_first_leg_oriented, false) as is_first_leg_oriented,
        case advanced.side when 1 then matches.name_1 when 2 then matches.name_2 end as advanced_team,
        case advanced.side when 1 then matches.club_1 when 2 then matches.club_2 end as advanced_club_id,
        matches.is_away_goals_told,
        matches.is_brief,
        verdicts.verdict,
        verdicts.verdict_reason
    from {{ ref('int_report_matches') }} as matches
    inner join turned on matches.report_match_id = turned.report_match_id
    inner join {{ ref('int_report_results') }} as results on matches.report_match_id = results.report_match_id
    inner join {{ ref('int_report_verdicts') }} as verdicts on matches.report_match_id = verdicts.report_match_id
    left join {{ ref('int_report_scores') }} as scores on matches.report_match_id = scores.report_match_id
    left join {{ ref('int_match_assignments') }} as assigned on matches.report_match_id = assigned.report_match_id
    left join advanced on matches.report_match_id = advanced.report_match_id and advanced.preference = 1
)

select * from final
