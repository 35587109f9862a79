with context as (
    select
        report_match_id,
        max(case when kind = 'competition' then value end) as competition,
        max(case when kind = 'round' then value end) as round,
        max(case when kind = 'season' then value end) as season,
        max(case when kind = 'leg' then value end) as leg,
        max(case when kind = 'date' then value end) as match_date,
        max(case when kind = 'extra_time' then value end) as extra_time,
        max(case when kind = 'away_goals' then value end) as away_goals
    from {{ ref('int_report_context') }}
    group by report_match_id
),

-- Only a second leg has an aggregate and a first leg to look back on; only extra time has a score of the ninety minutes.
told_scopes as (
    select
        report_match_id,
        max(case when scope in ('first_leg', 'aggregate') then 2 end) as leg,
        max(case when scope = 'ninety' then 1 else 0 end) as has_ninety
    from {{ ref('stg_score_claims') }}
    group by report_match_id
),

-- Stoppage time does not reach the 106th minute.
late_goals as (
    select distinct report_match_id
    from {{ ref('stg_goal_claims') }}
    where asserted and scorer is not null and minute between 106 and 120
),

framed as (
    select
        matches.*,
        context.competition as competition_told,
        context.round,
        coalesce({{ cast_or_null('context.leg', 'integer') }}, told_scopes.leg) as leg,
        context.season as season_told,
        coalesce(
            {{ cast_or_null('context.match_date', 'date') }},
            {{ cast_or_null(regexp_part('matches.path', '(^|/)([0-9]{4}-[0-9]{2}-[0-9]{2})[-_.]', 2), 'date') }}
        ) as match_date,
        context.away_goals is not null as is_away_goals_told,
        coalesce(context.extra_time = 'true', false)
        or coalesce(told_scopes.has_ninety = 1, false)
        or late_goals.report_match_id is not null as after_extra_time
    from {{ ref('int_report_pairs') }} as matches
    left join context on matches.report_match_id = context.report_match_id
    left join told_scopes on matches.report_match_id = told_scopes.report_match_id
    left join late_goals on matches.report_match_id = late_goals.report_match_id
),

-- Reports go on calling a competition by the name of the one it followed.
final as (
    select
        framed.*,
        case
            when coalesce(framed.season_told, {{ season_of('framed.match_date') }}) >= competitions.became_in then competitions.became
            else framed.competition_told
        end as competition
    from framed
    left join {{ ref('competitions') }} as competitions on framed.competition_told = competitions.competition_id
)

select * from final
