select
    document_id,
    path,
    line_no,
    reason,
    surface,
    rejected_at
from {{ source('raw', 'rejects') }}
