with final as (
    select
        cards.report_card_id,
        cards.report_match_id,
        cards.document_id,
        cards.player,
        case cards.side when 1 then matches.name_1 when 2 then matches.name_2 end as team,
        cards.club_id,
        cards.card,
        cast(cards.minute as integer) as minute,
        cast(cards.stoppage as integer) as stoppage,
        substr(documents.text, cards.evidence_start + 1, cards.evidence_end - cards.evidence_start) as evidence,
        cast(cards.evidence_start as integer) as char_start,
        cast(cards.evidence_end as integer) as char_end
    from {{ ref('int_cards_pooled') }} as cards
    inner join {{ ref('int_report_matches') }} as matches on cards.report_match_id = matches.report_match_id
    inner join {{ ref('stg_documents') }} as documents on cards.document_id = documents.document_id
)

select * from final
