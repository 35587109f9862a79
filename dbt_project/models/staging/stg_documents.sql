select
    document_id,
    source,
    path,
    text,
    loaded_at,
    extractor_version,
    char_count,
    byte_count
from {{ source('raw', 'documents') }}
