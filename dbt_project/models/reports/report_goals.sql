with final as (
    select
        goals.report_goal_id,
        goals.report_match_id,
        goals.document_id,
        goals.scorer,
        case goals.side when 1 then matches.name_1 when 2 then matches.name_2 end as team,
        goals.club_id,
        goals.side_basis,
        cast(goals.minute as integer) as minute,
        cast(goals.stoppage as integer) as stoppage,
        goals.minute_basis,
        goals.is_penalty,
        goals.is_own_goal,
        cast(goals.running_for as integer) as running_for,
        cast(goals.running_against as integer) as running_against,
        cast(goals.tellings as integer) as tellings,
        goals.is_uncounted,
        substr(documents.text, goals.evidence_start + 1, goals.evidence_end - goals.evidence_start) as evidence,
        cast(goals.evidence_start as integer) as char_start,
        cast(goals.evidence_end as integer) as char_end
    from {{ ref('int_goals_solved') }} as goals
    inner join {{ ref('int_report_matches') }} as matches on goals.report_match_id = matches.report_match_id
    inner join {{ ref('stg_documents') }} as documents on goals.document_id = documents.document_id
    where goals.is_kept
)

select * from final
