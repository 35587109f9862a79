-- Which way round the words give the two numbers: 1 as the match names its clubs, 2 the other way, 0 they do not say,
-- null when they speak of another club.
with faced as (
    select
        claims.*,
        matches.segment_no is not null as has_match,
        case
            when claims.orientation = 'unknown' or (claims.club_1 is null and claims.club_2 is null) then 0
            when claims.club_1 = matches.club_1 and (claims.club_2 is null or claims.club_2 = matches.club_2) then 1
            when claims.club_1 = matches.club_2 and (claims.club_2 is null or claims.club_2 = matches.club_1) then 2
            when claims.club_1 is null and claims.club_2 = matches.club_2 then 1
            when claims.club_1 is null and claims.club_2 = matches.club_1 then 2
        end as facing
    from {{ ref('stg_score_claims') }} as claims
    inner join {{ ref('int_report_matches') }} as matches on claims.report_match_id = matches.report_match_id
),

final as (
    select
        claim_id,
        report_match_id,
        scope,
        case when facing = 2 then goals_2 else goals_1 end as goals_1,
        case when facing = 2 then goals_1 else goals_2 end as goals_2,
        -- A draw reads the same both ways.
        facing > 0 or goals_1 = goals_2 as is_oriented,
        surface,
        char_start
    from faced
    where facing is not null and goals_1 is not null and goals_2 is not null
)

select * from final
