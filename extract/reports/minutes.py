"""Minutes: where a text tells one, and which.

Belongs here: the value of a phrase of `lexicon/minutes.toml`. Does not belong here: which goal or card it belongs to
(`extract.reports.timing`), and the phrases.
"""

import polars as pl

from extract.reports.lexicon import find_entries
from extract.reports.spans import find_spans

_WORDS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
}  # fmt: skip

_TEAM_OF_MARKS, _BEST_MARK = 5, 10
# A name, a number, and then what ends a place in a list.
_LISTED = r"[A-Z][A-Za-z'~-]+,? [1-9][0-9]{0,2}(?:\+[0-9]{1,2})?\b{end-half}"
_ATTRIBUTES = {"at": pl.String, "minute": pl.Int32, "basis": pl.String}

#: The last minute of each part of a match: what a counted stoppage is counted from.
_HALF, _FULL, _EXTRA = 45, 90, 120


def find_minutes(sentences: pl.DataFrame) -> pl.DataFrame:
    """Minutes told in sentences (row, text, kind): row, start, end, surface, rule, minute, stoppage, basis, later.

    `later` is the number of minutes after an anchor that the words leave to the context; minute is null then. A time
    that gives no minute ("the last ten minutes") is returned with both null, so that its number is not read again.
    """
    found = pl.concat(
        [find_entries(sentences.select("row", "text"), "minutes", _ATTRIBUTES), _in_lists(sentences)], how="diagonal"
    )
    words = pl.col("surface").str.to_lowercase().str.extract(r"\b(" + "|".join(_WORDS) + r")\b")
    number = pl.coalesce(
        pl.col("surface").str.extract(r"([0-9]{1,3})").cast(pl.Int32),
        words.replace_strict(_WORDS, default=None, return_dtype=pl.Int32),
    )
    plus = pl.col("surface").str.extract(r"\+ ?([0-9]{1,2})").cast(pl.Int32)
    at = pl.col("at")
    found = found.with_columns(_n=number, _plus=plus).with_columns(
        minute=pl.when(at == "fixed").then("minute")
        .when(at.is_in(["play", "play_short"])).then("_n")
        .when(at == "before_end").then(_FULL - pl.col("_n"))
        .when(at == "before_half").then(_HALF - pl.col("_n"))
        .when(at == "after_half").then(_HALF + pl.col("_n"))
        .when((at == "after_ninety") & (pl.col("rule") == "minute_of_extra_time")).then(_FULL + pl.col("_n"))
        .when(at == "after_ninety").then(_FULL)
        .when(at == "after_fortyfive").then(_HALF)
        .when(at == "before_extra_end").then(_EXTRA - pl.col("_n"))
        .otherwise(None),
        stoppage=pl.when(at.is_in(["play"])).then("_plus")
        .when(at.is_in(["after_ninety", "after_fortyfive"]) & (pl.col("rule") != "minute_of_extra_time")).then("_n")
        .otherwise(None),
        later=pl.when(at == "later").then("_n").otherwise(None),
    )  # fmt: skip
    # A number that no minute can be (a year, an age, a shirt) is none.
    playable = pl.col("minute").is_null() | pl.col("minute").is_between(1, 135)
    return found.filter(playable).select(
        "row", "start", "end", "surface", "rule", "minute", "stoppage", "basis", "later"
    )


def _in_lists(sentences: pl.DataFrame) -> pl.DataFrame:
    """Bare numbers behind names in lists and headings: "Smith 12, Jones 45+2"."""
    lists = sentences.filter(pl.col("kind").is_in(["list", "heading"])).select("row", "text")
    numbers = find_spans(lists, _LISTED)
    # Many names with small numbers are marks given to players.
    value = pl.col("surface").str.extract(r"([0-9]+)").cast(pl.Int32)
    marks = (pl.len().over("row") >= _TEAM_OF_MARKS) & (value.max().over("row") <= _BEST_MARK)
    numbers = numbers.filter(~marks)
    # The number alone: what stands before it is the name's.
    behind = pl.col("surface").str.replace(r"^[^0-9]*", "").str.len_bytes().cast(pl.Int32)
    return numbers.with_columns(
        start=pl.col("end") - behind,
        surface=pl.col("surface").str.replace(r"^[^0-9]*", ""),
        rule=pl.lit("listed"),
        at=pl.lit("play"),
        minute=pl.lit(None, pl.Int32),
        basis=pl.lit("stated"),
    )
