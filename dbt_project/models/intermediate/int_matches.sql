-- What the reports of one match say together: the best told report leads, the others fill its gaps, and where two of them name
-- different figures the match is in conflict.
with reports as (
    select
        *,
        row_number() over (
            partition by match_id
            order by
                is_brief asc,
                case verdict when 'verified' then 0 when 'partial' then 1 else 2 end asc,
                venue_known desc,
                report_match_id asc
        ) as preference
    from {{ ref('report_matches') }}
    where match_id is not null
),

hosts as (
    select
        match_id,
        home_club_id,
        away_club_id
    from (
        select
            *,
            row_number() over (partition by match_id order by venue_known desc, preference asc) as host_preference
        from reports
    ) as ranked
    where host_preference = 1
),

turned as (
    select
        reports.match_id,
        reports.report_match_id,
        reports.preference,
        reports.path,
        reports.venue_known,
        reports.home_club_id = hosts.home_club_id as is_straight,
        reports.competition,
        reports.season_told,
        reports.round,
        reports.leg,
        reports.match_date,
        reports.after_extra_time,
        reports.advanced_club_id,
        reports.is_brief,
        reports.is_away_goals_told,
        reports.is_first_leg_oriented,
        reports.verdict,
        reports.verdict_reason
        {%- for home, away in [
            ('home_goals', 'away_goals'), ('home_goals_90', 'away_goals_90'), ('shootout_home', 'shootout_away'),
            ('aggregate_home', 'aggregate_away'), ('first_leg_away_goals', 'first_leg_home_goals')
        ] %},
        case when reports.home_club_id = hosts.home_club_id then reports.{{ home }} else reports.{{ away }} end as {{ home }},
        case when reports.home_club_id = hosts.home_club_id then reports.{{ away }} else reports.{{ home }} end as {{ away }}
        {%- endfor %}
    from reports
    inner join hosts on reports.match_id = hosts.match_id
),

together as (
    select
        match_id,
        bool_or(venue_known) as venue_known,
        bool_or(after_extra_time) as after_extra_time,
        bool_and(is_brief) as is_brief,
        bool_or(is_away_goals_told) as is_away_goals_told,
        count(*) as reports,
        {{ joined_text('path') }} as sources,
        {{ joined_text("case when home_goals is not null then " ~ as_text('home_goals') ~ " || '-' || " ~ as_text('away_goals') ~ " end", ' and ') }} as scores_told,
        count(distinct home_goals * 100 + away_goals) as scores,
        count(distinct case when venue_known then is_straight end) as hosts_told,
        count(distinct advanced_club_id) as winners_told,
        bool_or(verdict = 'conflict') as has_conflict,
        {{ joined_text("case when verdict = 'conflict' then path || ': ' || verdict_reason end", '; ') }} as conflict_reasons,
        max(case when preference = 1 then verdict end) as lead_verdict,
        max(case when preference = 1 then verdict_reason end) as lead_reason
        {%- for column in ['competition', 'season_told', 'round', 'leg', 'match_date', 'advanced_club_id', 'home_goals', 'away_goals',
            'home_goals_90', 'away_goals_90', 'shootout_home', 'shootout_away', 'aggregate_home', 'aggregate_away'] %},
        min_by({{ column }}, case when {{ column }} is not null then preference end) as {{ column }}
        {%- endfor %},
        min_by(first_leg_away_goals, case when is_first_leg_oriented then preference end) as first_leg_goals_of_home,
        min_by(first_leg_home_goals, case when is_first_leg_oriented then preference end) as first_leg_goals_of_away
    from turned
    group by match_id
),

final as (
    select
        together.*,
        hosts.home_club_id,
        hosts.away_club_id,
        -- A report names a club in its own way; a match of several reports names it in one.
        homes.club as home_team,
        aways.club as away_team,
        coalesce(
            together.season_told,
            {{ season_of('together.match_date') }}
        ) as season
    from together
    inner join hosts on together.match_id = hosts.match_id
    left join {{ ref('dim_clubs') }} as homes on hosts.home_club_id = homes.club_id
    left join {{ ref('dim_clubs') }} as aways on hosts.away_club_id = aways.club_id
)

select * from final
