select
    mention_id,
    document_id,
    sentence_no,
    char_start,
    char_end,
    rule,
    surface,
    kind,
    name,
    club_id
from {{ source('raw', 'mentions') }}
