select
    {{ claim_columns() }},
    club_1,
    club_2,
    name_1,
    name_2,
    is_brief
from {{ source('raw', 'match_claims') }}
