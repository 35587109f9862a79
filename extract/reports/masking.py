"""Masking: sentences in which every mention is a short tag, so that rules speak of shapes and not of names.

Belongs here: putting tags for mentions ("<p3> headed home in <m4>") and finding the way back to the document.
Does not belong here: finding mentions, or any rule.

A tag is a letter for the kind and the mention's number: c club, t team by its role, p person, r player by his role,
m minute, s score, x place. All are lower-case, so that a search for names does not stumble over them.
"""

import polars as pl


def mask(sentences: pl.DataFrame, mentions: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Replaces mentions (row, start, end, tag; not overlapping) in sentences (row, text) by their tags.

    Returns the sentences with `masked`, and the mentions with `number` (within the sentence, from 0), `masked_start`
    and `masked_end`.
    """
    numbered = (
        mentions.sort("row", "start")
        .with_columns(number=pl.int_range(pl.len(), dtype=pl.Int32).over("row"))
        .join(sentences.select("row", "text"), on="row", how="left", maintain_order="left")
        .with_columns(_from=pl.col("end").shift(1, fill_value=0).over("row"))
        .with_columns(
            _gap=pl.col("text").str.slice(pl.col("_from"), pl.col("start") - pl.col("_from")),
            _label=pl.format("<{}{}>", "tag", "number"),
        )
    )
    piece = pl.col("_gap").str.len_bytes() + pl.col("_label").str.len_bytes()
    numbered = numbered.with_columns(masked_end=piece.cum_sum().over("row").cast(pl.Int32)).with_columns(
        masked_start=pl.col("masked_end") - pl.col("_label").str.len_bytes().cast(pl.Int32)
    )
    joined = numbered.group_by("row", maintain_order=True).agg(
        _head=(pl.col("_gap") + pl.col("_label")).str.join(""), _last=pl.col("end").last()
    )
    masked = sentences.join(joined, on="row", how="left", maintain_order="left").with_columns(
        masked=pl.when(pl.col("_head").is_null())
        .then("text")
        .otherwise(pl.col("_head") + pl.col("text").str.slice(pl.col("_last").fill_null(0)))
    )
    return masked.drop("_head", "_last"), numbered.drop("_from", "_gap", "_label", "text")


def unmask(spans: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Adds text_start and text_end (in the unmasked sentence) to spans (row, start, end) found in masked sentences."""
    marks = mentions.select("row", "masked_start", "masked_end", mention_start="start", mention_end="end").sort(
        "masked_start"
    )

    def place(column: str, inside: str, out: str) -> pl.DataFrame:
        # The last mention that begins before the place decides: within its tag the mention's own edge, else its end
        # and the distance from there.
        at = pl.col(column) if inside == "mention_start" else pl.col(column) - 1
        found = (
            spans.with_row_index("_span")
            .with_columns(_at=at.cast(pl.Int32))
            .sort("_at")
            .join_asof(
                marks, left_on="_at", right_on="masked_start", by="row", strategy="backward", check_sortedness=False
            )
        )
        value = (
            pl.when(pl.col("masked_start").is_null())
            .then(pl.col(column))
            .when(pl.col("_at") < pl.col("masked_end"))
            .then(pl.col(inside))
            .otherwise(pl.col("mention_end") + pl.col(column) - pl.col("masked_end"))
        )
        return found.with_columns(value.cast(pl.Int32).alias(out)).sort("_span").select(out)

    return pl.concat(
        [spans, place("start", "mention_start", "text_start"), place("end", "mention_end", "text_end")],
        how="horizontal",
    )
