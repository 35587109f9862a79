select
    {{ claim_columns() }},
    player,
    {{ person_key('player') }} as player_key,
    club_id,
    basis,
    strength
from {{ source('raw', 'affiliation_claims') }}
