-- One telling of a goal may leave several people as its scorer. The best link stands unless it is not the strongest kind and
-- another candidate is told, elsewhere and by the strongest kind of link, to have scored.
with candidates as (
    select
        claims.*,
        matches.after_extra_time,
        matches.club_1,
        matches.club_2
    from {{ ref('stg_goal_claims') }} as claims
    inner join {{ ref('int_report_matches') }} as matches on claims.report_match_id = matches.report_match_id
    where claims.asserted and claims.scorer is not null
),

strong_scorers as (
    select distinct
        report_match_id,
        player_key,
        telling_id
    from candidates
    where link_strength = 1
),

confirmed as (
    select distinct candidates.claim_id
    from candidates
    inner join strong_scorers
        on candidates.report_match_id = strong_scorers.report_match_id
        and candidates.player_key = strong_scorers.player_key
        and candidates.telling_id != strong_scorers.telling_id
),

ranked as (
    select
        candidates.*,
        row_number() over (
            partition by candidates.telling_id
            order by
                case
                    when candidates.link_strength = 1 and candidates.candidate_rank = 1 then 0
                    when confirmed.claim_id is not null then 1
                    else 2
                end asc,
                candidates.candidate_rank asc,
                candidates.claim_id asc
        ) as choice
    from candidates
    left join confirmed on candidates.claim_id = confirmed.claim_id
),

timed as (
    select
        *,
        {{ minute_of_match('minute', 'after_extra_time') }} as match_minute,
        {{ stoppage_of_match('minute', 'stoppage', 'after_extra_time') }} as match_stoppage
    from ranked
    where choice = 1
),

final as (
    select
        claim_id,
        telling_id,
        report_match_id,
        document_id,
        sentence_no,
        char_start,
        scorer,
        player_key,
        link,
        link_strength,
        candidate_rank,
        {{ side_of('club_id') }} as side,
        {{ basis_level('club_basis') }} as side_level,
        match_minute as minute,
        match_stoppage as stoppage,
        case when match_minute is not null then coalesce(minute_basis, 'stated') end as minute_basis,
        is_penalty,
        is_own_goal,
        coalesce(goal_count, 1) as goal_count,
        running_for,
        running_against,
        running_for + running_against as running_total,
        evidence_start,
        evidence_end
    from timed
)

select * from final
