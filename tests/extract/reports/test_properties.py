"""What holds of every text, however odd: it is read, its claims fit their schemas, and each span holds its words.

Belongs here: properties of the reader over texts that hypothesis makes. Does not belong here: what a sentence means
(the modules of cases). Starting the reader takes longer than reading a hundred texts, so an example is many texts.
"""

import polars as pl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from extract.reports import extract_claims
from extract.reports.fold import fold_text
from extract.schemas import CLAIM_TABLES, EXTRACTED
from tests.extract.reports.conftest import documents_of

# Without shrinking: an example is many texts, and each step would read them all again.
few = settings(
    max_examples=3,
    derandomize=True,
    deadline=None,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)

_CLUBS = st.sampled_from(
    ["Arsenal", "Chelsea", "Bayern München", "Atlético Madrid", "PSG", "Brazil", "the hosts", "United"]
)
_MEN = st.sampled_from(
    ["Okonjo", "Tom Brandvik", "Rui Duarte", "van der Lindqvist", "Özgür Şahin", "Petrescu jnr", "he", "Keller"]
)
_TIMES = st.sampled_from(
    [
        "in the 14th minute",
        "after 90+3 minutes",
        "(67')",
        "on the hour",
        "six minutes later",
        "late on",
        "with 999 minutes left",
    ]
)
_SCORES = st.sampled_from(["2-1", "0-0", "10 - 0", "31–2", "1-1-1", "99-99", "goalless"])
_DEEDS = st.sampled_from(
    [
        "scored",
        "headed home",
        "equalised",
        "was sent off",
        "missed a penalty",
        "scored an own goal",
        "completed a hat-trick",
    ]
)
# Football in any order, so that every rule has something to stumble over.
_FOOTBALL = st.lists(
    st.one_of(
        _CLUBS,
        _MEN,
        _TIMES,
        _SCORES,
        _DEEDS,
        st.sampled_from(
            [
                "beat",
                "lost to",
                "through",
                "but",
                "and",
                ",",
                ".",
                "?!",
                ";",
                '"',
                "'",
                "(",
                ")",
                "\n",
                "\n\n",
                "aggregate",
            ]
        ),
    ),
    min_size=1,
    max_size=40,
).map(" ".join)
_ODD_PIECES = st.sampled_from(
    ["\x00", "\r\n", "\r", "\u2028", "\u0301", "👩‍👩‍👧", "⚽", "Ã©", "â€™", "\ufeff", "\u200b", "\ufffd", "<p1>", "<", ">", "<m0>",
     "\x02", "\x03", "\x1d", "\x1e", "$1", "${0}", "\\1", "x" * 3000, "." * 400, '"' * 7, "İ", "ß", "ﬁ", "\U0010ffff", "٣-٢"]
)  # fmt: skip
_ODD = st.lists(st.one_of(_FOOTBALL, _ODD_PIECES, st.text(max_size=20)), min_size=1, max_size=8).map("".join)
_ANY = st.one_of(st.text(max_size=200), _ODD, _FOOTBALL)
many_texts = st.lists(_ANY, min_size=40, max_size=60)

REPORT = (
    "Arsenal beat Chelsea 2–1 at the Emirates Stadium.\r\n\r\nMarek Petrešćů scored in the 14th minute ⚽ and Šime Öztürk "
    "was sent off. “Okonjo scored,” said the manager. Brandvik’s header, e\u0301lan and all, made it 2-0 on the hour."
)


@pytest.fixture(scope="module")
def claims_of(clubs, competitions):
    """Reads documents with the real names of clubs."""
    return lambda documents: extract_claims(documents, clubs, competitions)


def assert_spans_hold_their_words(claims: dict[str, pl.DataFrame], documents: pl.DataFrame) -> None:
    texts = dict(documents.select("document_id", "text").iter_rows())
    for name, frame in claims.items():
        for row in frame.iter_rows(named=True):
            text = texts[row["document_id"]]
            words = text[row["char_start"] : row["char_end"]]
            assert len(words) == row["char_end"] - row["char_start"] > 0, (name, row)
            assert words == row.get("surface", words), (name, row)
            if "evidence_start" in row:
                assert row["evidence_start"] <= row["char_start"] < row["char_end"] <= row["evidence_end"] <= len(text)


@few
@given(many_texts)
def test_any_text_is_read_and_every_claim_fits_its_schema_and_holds_its_words(claims_of, texts):
    documents = documents_of(texts)
    claims = claims_of(documents)
    assert claims.keys() == EXTRACTED.keys()
    for name, schema in EXTRACTED.items():
        _, failures = schema.filter(claims[name])
        assert not failures.counts(), (name, failures.counts())
    assert_spans_hold_their_words(claims, documents)
    for name in CLAIM_TABLES:
        assert claims[name]["claim_id"].is_unique().all(), name
        assert set(claims[name]["document_id"]) <= set(documents["document_id"])
    assert claims["mentions"]["mention_id"].is_unique().all()


@settings(few, max_examples=1)
@given(st.lists(st.one_of(_FOOTBALL, _ODD), min_size=20, max_size=20))
def test_documents_read_together_say_what_each_says_alone_in_any_order(claims_of, texts):
    documents = documents_of([REPORT, *texts])
    together = claims_of(documents)
    # One alone, two together, and all others the other way round.
    parts = [claims_of(part) for part in (documents[:1], documents[1:3], documents[3:].reverse())]
    for name, frame in together.items():
        apart = pl.concat([claims[name] for claims in parts])
        assert frame.sort(pl.all()).equals(apart.sort(pl.all())), name


@settings(few, max_examples=1)
@given(st.lists(_ANY, min_size=30, max_size=30))
def test_the_same_text_twice_gives_the_same_claims_twice(claims_of, texts):
    documents = documents_of(texts * 2)
    once, again = documents["document_id"][: len(texts)], documents["document_id"][len(texts) :]
    ids = pl.col("document_id").replace(again, once)
    own = pl.exclude("claim_id", "mention_id", "telling_id", "document_id")
    for name, frame in claims_of(documents).items():
        first = frame.filter(pl.col("document_id").is_in(once.implode())).select("document_id", own)
        second = frame.filter(~pl.col("document_id").is_in(once.implode())).select(ids, own)
        assert first.sort(pl.all()).equals(second.sort(pl.all())), name


def test_spans_count_characters_of_accents_and_emoji_the_same_each_time(claims_of):
    documents = documents_of([REPORT])
    claims = claims_of(documents)
    assert_spans_hold_their_words(claims, documents)
    again = claims_of(documents)
    assert all(frame.equals(again[name]) for name, frame in claims.items())
    assert {"Marek Petrešćů", "Šime Öztürk", "Brandvik"} <= set(claims["mentions"]["surface"])
    assert {"scored", "made it 2-0"} & set(claims["goal_claims"]["surface"])


def test_no_documents_and_empty_documents_give_empty_frames(claims_of):
    for texts in ([], [""], ["\n\n \t"], ["\x00"]):
        claims = claims_of(documents_of(texts))
        assert {name: frame.schema for name, frame in claims.items()} == {
            name: schema.create_empty().schema for name, schema in EXTRACTED.items()
        }
        assert all(claims[name].is_empty() for name in CLAIM_TABLES)


@settings(max_examples=300, derandomize=True, deadline=None, database=None)
@given(st.one_of(st.text(max_size=300), _ODD))
def test_folding_keeps_the_number_of_characters_and_leaves_only_ascii(text):
    folded = fold_text(text)
    assert len(folded) == len(text)
    assert folded.isascii()
    assert not set(folded) & set("<>\x00\x01\x02\x03\x1d\x1e")


@given(
    st.text(st.characters(codec="ascii", exclude_characters="<>`'\"", categories=["L", "N", "Zs", "Po"]), max_size=200)
)
@settings(max_examples=200, derandomize=True, deadline=None, database=None)
def test_folding_leaves_plain_letters_and_digits_alone(text):
    assert fold_text(text) == text


def test_folding_takes_the_accents_off_and_the_typography_down():
    text = "Šuković’s “Gól” – 2‑1, Müller, Ødegård, Łukasz, İlkay…"
    assert fold_text(text) == 'Sukovic\'s "Gol" - 2-1, Muller, Odegard, Lukasz, Ilkay.'
