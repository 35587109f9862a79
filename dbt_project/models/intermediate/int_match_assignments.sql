-- Which reports tell the same match. Two clubs do not meet twice within three days, so dates decide where they are told; where they
-- are not, the same clubs, the same score and no contradiction about the host do.
with tellings as (
    select
        matches.report_match_id,
        matches.match_date,
        least(matches.club_1, matches.club_2) as club_a,
        greatest(matches.club_1, matches.club_2) as club_b,
        case when matches.club_1 < matches.club_2 then results.goals_1 else results.goals_2 end as goals_a,
        case when matches.club_1 < matches.club_2 then results.goals_2 else results.goals_1 end as goals_b,
        case
            when sides.venue_known
                then case when (sides.home_side = 1) = (matches.club_1 < matches.club_2) then 'a' else 'b' end
        end as host
    from {{ ref('int_report_matches') }} as matches
    inner join {{ ref('int_report_results') }} as results on matches.report_match_id = results.report_match_id
    inner join {{ ref('int_report_sides') }} as sides on matches.report_match_id = sides.report_match_id
    where matches.club_1 is not null
        and matches.club_2 is not null
        and matches.club_1 != matches.club_2
        -- A match mentioned in passing is worth a row once its score is told.
        and not (matches.is_brief and results.goals_1 is null)
),

dated as (
    select
        *,
        case
            when {{ days_between('match_date', 'lag(match_date) over (partition by club_a, club_b order by match_date asc, report_match_id asc)') }}
                <= {{ var('match_date_tolerance_days') }} then 0
            else 1
        end as opens_a_match
    from tellings
    where match_date is not null
),

dated_matches as (
    select
        *,
        'on-' || {{ as_text('min(match_date) over (partition by club_a, club_b, match_no)') }} as mark
    from (
        select
            *,
            sum(opens_a_match) over (
                partition by club_a, club_b
                order by match_date asc, report_match_id asc
                rows between unbounded preceding and current row
            ) as match_no
        from dated
    ) as numbered
),

-- A report without a date joins the one dated match that it can be.
hosts as (
    select
        club_a,
        club_b,
        goals_a,
        goals_b,
        mark,
        max(host) as host
    from dated_matches
    group by club_a, club_b, goals_a, goals_b, mark
),

joinable as (
    select
        tellings.report_match_id,
        min(hosts.mark) as mark
    from tellings
    inner join hosts
        on tellings.club_a = hosts.club_a
        and tellings.club_b = hosts.club_b
        and tellings.goals_a = hosts.goals_a
        and tellings.goals_b = hosts.goals_b
        and coalesce(tellings.host, hosts.host, '') = coalesce(hosts.host, tellings.host, '')
    where tellings.match_date is null
    group by tellings.report_match_id
    having count(distinct hosts.mark) = 1
),

-- Those left over are one match for each host; one whose host is not told joins the only host there is.
undated as (
    select
        tellings.*,
        coalesce(
            tellings.host,
            case
                when min(tellings.host) over (partition by club_a, club_b, goals_a, goals_b)
                    = max(tellings.host) over (partition by club_a, club_b, goals_a, goals_b)
                    then min(tellings.host) over (partition by club_a, club_b, goals_a, goals_b)
            end,
            'unknown'
        ) as likely_host
    from tellings
    left join joinable on tellings.report_match_id = joinable.report_match_id
    where tellings.match_date is null and joinable.report_match_id is null
),

marked as (
    select report_match_id, club_a, club_b, mark from dated_matches
    union all
    select joinable.report_match_id, tellings.club_a, tellings.club_b, joinable.mark
    from joinable
    inner join tellings on joinable.report_match_id = tellings.report_match_id
    union all
    select
        report_match_id,
        club_a,
        club_b,
        likely_host || '-' || coalesce({{ as_text('goals_a') }}, report_match_id) || '-' || coalesce({{ as_text('goals_b') }}, '') as mark
    from undated
),

final as (
    select
        report_match_id,
        {{ short_hash("'match' || club_a || '|' || club_b || '|' || mark") }} as match_id
    from marked
)

select * from final
