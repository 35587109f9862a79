select
    {{ claim_columns() }},
    scope,
    club_1,
    club_2,
    goals_1,
    goals_2,
    orientation
from {{ source('raw', 'score_claims') }}
