"""Documents that come as Arrow are read like those that come as a frame."""

import polars as pl
import pyarrow as pa
import pytest
from polars.testing import assert_frame_equal

from extract.reports import extract_claims
from orchestration import settings
from orchestration.pipeline import read_clubs

DOCUMENTS = pl.DataFrame(
    {
        "document_id": ["a", "b"],
        "text": ["Arsenal beat Chelsea 2-1. Okonjo scored in the 14th minute.", "Roma drew 0-0 with Porto."],
    }
)


@pytest.mark.parametrize("batch", [pa.RecordBatch.from_pylist, pa.Table.from_pylist])
def test_arrow_is_read_like_a_frame(batch):
    clubs = read_clubs(settings.load({}))
    read, expected = extract_claims(batch(DOCUMENTS.to_dicts()), clubs), extract_claims(DOCUMENTS, clubs)
    assert read["goal_claims"].height == 1
    for name, frame in expected.items():
        assert_frame_equal(read[name], frame)
