select
    document_id,
    sentence_no,
    paragraph_no,
    kind,
    segment_no,
    char_start,
    char_end
from {{ source('raw', 'sentences') }}
