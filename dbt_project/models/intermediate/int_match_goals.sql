-- The goals that the reports of one match name, each once: the same surname, and minutes that newsrooms may give two apart.
with told as (
    select
        reports.match_id,
        goals.*,
        reports.path,
        reports.after_extra_time,
        matches.home_club_id,
        matches.away_club_id,
        {{ surname_key('goals.scorer') }} as surname,
        goals.minute * 100 + coalesce(goals.stoppage, 0) as moment,
        case reports.verdict when 'verified' then 0 when 'partial' then 1 else 2 end as doubt
    from {{ ref('report_goals') }} as goals
    inner join {{ ref('report_matches') }} as reports on goals.report_match_id = reports.report_match_id
    inner join {{ ref('int_matches') }} as matches on reports.match_id = matches.match_id
),

ordered as (
    select
        *
        {%- for back in [1, 2, 3] %},
        lag(minute, {{ back }}) over nearby as minute_{{ back }},
        lag(report_match_id, {{ back }}) over nearby as report_{{ back }}
        {%- endfor %}
    from told
    where minute is not null
    window nearby as (partition by match_id, surname order by moment asc, report_match_id asc, report_goal_id asc)
),

-- A report that has a goal nearby already tells another one.
dated as (
    select
        *,
        sum(
            case
                when minute - minute_1 <= 2
                    and report_match_id != report_1
                    and not coalesce(report_match_id = report_2 and minute - minute_2 <= 4, false)
                    and not coalesce(report_match_id = report_3 and minute - minute_3 <= 6, false) then 0
                else 1
            end
        ) over (
            partition by match_id, surname
            order by moment asc, report_match_id asc, report_goal_id asc
            rows between unbounded preceding and current row
        ) as goal_no
    from ordered
),

-- A goal told without a minute is the first one with a minute, told elsewhere, that its own report does not have yet.
undated as (
    select
        *,
        row_number() over (partition by report_match_id, surname order by report_goal_id asc) as nth
    from told
    where minute is null
),

uncovered as (
    select
        reports.report_match_id,
        dated_goals.surname,
        dated_goals.goal_no,
        row_number() over (
            partition by reports.report_match_id, dated_goals.surname
            order by dated_goals.goal_no asc
        ) as nth
    from (select distinct match_id, report_match_id, surname from undated) as reports
    inner join (select distinct match_id, surname, goal_no from dated) as dated_goals
        on reports.match_id = dated_goals.match_id
        and reports.surname = dated_goals.surname
    left join dated as own
        on reports.report_match_id = own.report_match_id
        and dated_goals.surname = own.surname
        and dated_goals.goal_no = own.goal_no
    where own.report_goal_id is null
),

marked as (
    select
        report_goal_id,
        goal_no
    from dated
    union all
    select
        undated.report_goal_id,
        -- Beyond the goals with a minute, the second one without is the second in every report.
        coalesce(uncovered.goal_no, 100 + undated.nth) as goal_no
    from undated
    left join uncovered
        on undated.report_match_id = uncovered.report_match_id
        and undated.surname = uncovered.surname
        and undated.nth = uncovered.nth
),

ranked as (
    select
        told.*,
        marked.goal_no,
        row_number() over (
            partition by told.match_id, told.surname, marked.goal_no
            order by
                case told.minute_basis when 'stated' then 0 when 'relative' then 1 else 2 end asc,
                case when told.stoppage is not null then 0 else 1 end asc,
                told.doubt asc,
                told.report_goal_id asc
        ) as preference
    from told
    inner join marked on told.report_goal_id = marked.report_goal_id
),

final as (
    select
        match_id,
        {{ short_hash("'goal' || match_id || coalesce(surname, '') || " ~ as_text('goal_no')) }} as goal_id,
        max(case when preference = 1 then minute end) as minute,
        max(case when preference = 1 then stoppage end) as stoppage,
        min_by(scorer, preference - 1000 * length(scorer)) as scorer,
        min_by(club_id, case when club_id is not null then preference end) as club_id,
        count(distinct club_id) as clubs_told,
        bool_or(is_penalty) as is_penalty,
        bool_or(is_own_goal) as is_own_goal,
        min_by(running_for, case when running_for is not null then preference end) as running_for,
        min_by(running_against, case when running_against is not null then preference end) as running_against,
        bool_or(after_extra_time) as after_extra_time,
        {{ joined_text('path') }} as sources
    from ranked
    group by match_id, surname, goal_no
)

select * from final
