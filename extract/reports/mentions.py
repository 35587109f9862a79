"""Mentions: all that a sentence names (clubs, people, roles, minutes, scores, places), found in one go.

Belongs here: the order in which kinds of mentions are looked for and which wins where two overlap. Does not belong
here: how each kind is found (a module each), and what a mention means for a match.
"""

import polars as pl

from extract.reports.clubs import find_clubs
from extract.reports.lexicon import find_entries
from extract.reports.masking import mask, unmask
from extract.reports.minutes import find_minutes
from extract.reports.people import find_people, name_people
from extract.reports.spans import find_spans, without_overlaps

# Three and more numbers are a formation, a date or a record, never a score; neither is a span of years.
_NUMBERS = r"\b[0-9]{1,4}(?: ?- ?[0-9]{1,4})+\b"
_SCORE = r"^([0-9]{1,2}) ?- ?([0-9]{1,2})$"
_HIGHEST_SCORE = 31  # The record of an international match, Australia 31-0 American Samoa, 2001.
_GOALLESS = r"(?i)\b(?:goalless|scoreless|nil-nil|goal-less)\b"

_COLUMNS = {
    "row": pl.UInt32, "start": pl.Int32, "end": pl.Int32, "surface": pl.String, "tag": pl.String, "rule": pl.String,
    "club_id": pl.String, "country": pl.String, "who": pl.String,
    "minute": pl.Int32, "stoppage": pl.Int32, "basis": pl.String, "later": pl.Int32,
    "goals_1": pl.Int32, "goals_2": pl.Int32, "name": pl.String,
}  # fmt: skip


def find_scores(sentences: pl.DataFrame) -> pl.DataFrame:
    """Pairs of numbers that can be a score, in sentences (row, text): row, start, end, surface, goals_1, goals_2."""
    numbers = find_spans(sentences.select("row", "text"), _NUMBERS).with_columns(
        goals_1=pl.col("surface").str.extract(_SCORE, 1).cast(pl.Int32),
        goals_2=pl.col("surface").str.extract(_SCORE, 2).cast(pl.Int32),
        rule=pl.lit("digits"),
    )
    goalless = find_spans(sentences.select("row", "text"), _GOALLESS).with_columns(
        goals_1=pl.lit(0, pl.Int32), goals_2=pl.lit(0, pl.Int32), rule=pl.lit("goalless")
    )
    return pl.concat([numbers, goalless], how="diagonal").filter(
        pl.max_horizontal("goals_1", "goals_2") <= _HIGHEST_SCORE
    )


def find_mentions(sentences: pl.DataFrame, aliases: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """All mentions in sentences (row, document_id, text), and the sentences with `masked`.

    A mention has row, start, end (in the sentence), surface, tag (see `masking`), rule, number, masked_start,
    masked_end, and what its kind tells: club_id and country (c, x), who (t), minute, stoppage, basis, later (m),
    goals_1 and goals_2 (s), name (p).
    """
    clubs = find_clubs(sentences, aliases).with_columns(rule=pl.format("alias_{}", "alias_kind")).drop("alias_kind")
    minutes = find_minutes(sentences).with_columns(tag=pl.lit("m"))
    scores = find_scores(sentences).with_columns(tag=pl.lit("s"))
    roles = find_entries(sentences.select("row", "text"), "roles", {"kind": pl.String, "who": pl.String}).rename(
        {"kind": "tag"}
    )
    typed = [_with_columns(frame) for frame in (roles, scores, minutes, clubs)]
    first = without_overlaps(pl.concat(typed), "row")
    masked, first = mask(sentences, first)
    people = unmask(find_people(masked), first)
    people = name_people(
        people.drop("start", "end").rename({"text_start": "start", "text_end": "end"}).sort("row", "start")
    ).with_columns(tag=pl.lit("p"), rule=pl.lit("capitalised"))
    everything = pl.concat([first.select(_COLUMNS.keys()), _with_columns(people)])
    masked, everything = mask(sentences, everything)
    return masked, everything


def _with_columns(frame: pl.DataFrame) -> pl.DataFrame:
    missing = [pl.lit(None, dtype).alias(name) for name, dtype in _COLUMNS.items() if name not in frame.columns]
    return frame.with_columns(missing).select(pl.col(name).cast(dtype) for name, dtype in _COLUMNS.items())
