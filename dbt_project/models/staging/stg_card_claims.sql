select
    {{ claim_columns() }},
    telling_id,
    candidate_rank,
    player,
    {{ person_key('player') }} as player_key,
    link,
    link_strength,
    club_id,
    club_basis,
    card,
    minute,
    stoppage,
    minute_basis,
    asserted,
    why_not,
    evidence_start,
    evidence_end
from {{ source('raw', 'card_claims') }}
