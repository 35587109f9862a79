"""Finding: every match of a pattern in a column of texts, with its place.

Belongs here: the vectorised search that all rules share. Does not belong here: any pattern.

polars matches regular expressions but does not say where. So each match is put between two marks, the text is cut at
the marks, and the lengths of the pieces, summed up, are the places. All texts are ASCII (see `fold`): a byte is a
character.
"""

import polars as pl

_OPEN, _CLOSE = "\x02", "\x03"


def find_spans(texts: pl.DataFrame, pattern: str, text: str = "text") -> pl.DataFrame:
    """All matches of `pattern`: the other columns of `texts`, and start, end (0-based, end excluded), surface.

    Matches do not overlap; the leftmost wins, and among those that start together the first alternative.
    """
    length = pl.col(text).str.len_bytes()
    pieces = (
        texts.with_columns(_piece=pl.col(text).str.replace_all(pattern, _OPEN + "${0}" + _CLOSE))
        .filter(pl.col("_piece").str.contains(_OPEN, literal=True))
        .with_columns(_base=length.cum_sum() - length, _piece=pl.col("_piece").str.split(_OPEN))
        .drop(text)
        .explode("_piece")
        .with_columns(_is_match=pl.col("_piece").str.contains(_CLOSE, literal=True))
        .with_columns(_length=pl.col("_piece").str.len_bytes() - pl.col("_is_match").cast(pl.UInt32))
        .with_columns(start=(pl.col("_length").cum_sum() - pl.col("_length") - pl.col("_base")).cast(pl.Int32))
        .filter("_is_match")
        .with_columns(surface=pl.col("_piece").str.split_exact(_CLOSE, 1).struct[0])
    )
    return pieces.with_columns(end=pl.col("start") + pl.col("surface").str.len_bytes().cast(pl.Int32)).drop(
        "_base", "_piece", "_is_match", "_length"
    )


def without_overlaps(spans: pl.DataFrame, row: str, *priority: str) -> pl.DataFrame:
    """Of spans (row, start, end) that overlap within a row the one that starts first stays.

    Of those that start together it is the first by the columns of `priority`, and then the longest.
    """
    ordered = spans.sort(row, "start", *priority, -pl.col("end"), maintain_order=True)
    reach = pl.col("end").cum_max().shift(1).over(row)
    return ordered.with_columns(_reach=reach.fill_null(-1)).filter(pl.col("start") >= pl.col("_reach")).drop("_reach")
