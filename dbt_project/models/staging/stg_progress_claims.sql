select
    {{ claim_columns() }},
    club_id,
    is_through
from {{ source('raw', 'progress_claims') }}
