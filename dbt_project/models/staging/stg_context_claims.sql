select
    {{ claim_columns() }},
    kind,
    value
from {{ source('raw', 'context_claims') }}
