select
    {{ claim_columns() }},
    club_id,
    is_home,
    strength
from {{ source('raw', 'side_claims') }}
