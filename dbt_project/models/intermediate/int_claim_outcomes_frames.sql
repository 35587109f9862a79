-- Where each claim about what frames a match ended: its clubs, score, host, winner and context, and where its players belong.
with told_matches as (
    select
        matches.report_match_id,
        matches.document_id,
        matches.club_1,
        matches.club_2,
        sides.home_side,
        reports.advanced_club_id
    from {{ ref('int_report_matches') }} as matches
    inner join {{ ref('int_report_sides') }} as sides on matches.report_match_id = sides.report_match_id
    inner join {{ ref('report_matches') }} as reports on matches.report_match_id = reports.report_match_id
),

named as (
    select report_match_id, document_id, player_key from {{ ref('int_goals_solved') }} where is_kept
    union
    select report_match_id, document_id, player_key from {{ ref('int_cards_pooled') }}
),

named_players as (
    select
        document_id,
        player_key,
        min(report_match_id) as report_match_id
    from named
    group by document_id, player_key
),

matches as (
    select
        claims.claim_id,
        'match' as kind,
        told.report_match_id,
        case when told.report_match_id is null then 'belongs to no match of the document' end as why_not
    from {{ ref('stg_match_claims') }} as claims
    left join told_matches as told on claims.report_match_id = told.report_match_id
),

scores as (
    select
        claims.claim_id,
        'score' as kind,
        told.report_match_id,
        case
            when told.report_match_id is null then 'belongs to no match of the document'
            when claims.scope = 'background' then 'the score of another match'
            when claims.scope = 'running' then 'a score on the way to the final one'
            when tellings.claim_id is null then 'speaks of a club that is not in this match'
            when greatest(tellings.goals_1, tellings.goals_2) != greatest(kept.goals_1, kept.goals_2)
                or least(tellings.goals_1, tellings.goals_2) != least(kept.goals_1, kept.goals_2)
                or (tellings.is_oriented and kept.is_oriented and tellings.goals_1 != kept.goals_1)
                then 'another reading of this score was told more often, or first'
        end as why_not
    from {{ ref('stg_score_claims') }} as claims
    left join told_matches as told on claims.report_match_id = told.report_match_id
    left join {{ ref('int_score_tellings') }} as tellings on claims.claim_id = tellings.claim_id
    left join {{ ref('int_score_readings') }} as kept
        on tellings.report_match_id = kept.report_match_id
        and tellings.scope = kept.scope
        and kept.preference = 1
),

sides as (
    select
        claims.claim_id,
        'side' as kind,
        told.report_match_id,
        case
            when told.report_match_id is null then 'belongs to no match of the document'
            when {{ side_of('claims.club_id', 'told.club_1', 'told.club_2') }} is null then 'speaks of a club that is not in this match'
            when ({{ side_of('claims.club_id', 'told.club_1', 'told.club_2') }} = told.home_side) != claims.is_home
                then 'stronger words put the other club at home'
        end as why_not
    from {{ ref('stg_side_claims') }} as claims
    left join told_matches as told on claims.report_match_id = told.report_match_id
),

progress as (
    select
        claims.claim_id,
        'progress' as kind,
        told.report_match_id,
        case
            when told.report_match_id is null then 'belongs to no match of the document'
            when {{ side_of('claims.club_id', 'told.club_1', 'told.club_2') }} is null then 'speaks of a club that is not in this match'
            when (claims.club_id = told.advanced_club_id) != claims.is_through then 'another club was told to advance more often, or first'
        end as why_not
    from {{ ref('stg_progress_claims') }} as claims
    left join told_matches as told on claims.report_match_id = told.report_match_id
),

affiliations as (
    select
        claims.claim_id,
        'affiliation' as kind,
        named_players.report_match_id,
        case when named_players.report_match_id is null then 'the player neither scored nor was booked' end as why_not
    from {{ ref('stg_affiliation_claims') }} as claims
    left join named_players on claims.document_id = named_players.document_id and claims.player_key = named_players.player_key
),

contexts as (
    select
        claims.claim_id,
        'context' as kind,
        min(votes.report_match_id) as report_match_id,
        case when min(votes.report_match_id) is null then 'another value was told more often, or no match is near' end as why_not
    from {{ ref('stg_context_claims') }} as claims
    left join {{ ref('int_report_context') }} as votes
        on claims.document_id = votes.document_id
        and claims.kind = votes.kind
        and claims.value = votes.value
        and coalesce(claims.segment_no, votes.segment_no) = votes.segment_no
    group by claims.claim_id
),

final as (
    {%- for part in ['matches', 'scores', 'sides', 'progress', 'affiliations', 'contexts'] %}
    select
        claim_id,
        kind,
        report_match_id,
        case when why_not is null then 'report_matches' end as ended_in,
        case when why_not is null then report_match_id end as ended_in_id,
        why_not
    from {{ part }}
    {%- if not loop.last %}
    union all
    {%- endif %}
    {%- endfor %}
)

select * from final
