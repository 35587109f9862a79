"""Timing: which minute belongs to which telling.

Belongs here: handing the minutes of a sentence to the words that tell goals, cards, saves and misses, each to the
nearest in its own clause; and what "six minutes later" counts from. Does not belong here: reading a minute (`minutes`).
"""

import polars as pl

# What stands between a minute and the words it belongs to makes it less likely, the more the less.
_BREAKS = r"(?:, (?:and|but|as|while|when|before|after|with|only|who|which)\b|;|\b(?:and|but|when|while|before|after|as|then|until|with)\b|,)"
_BREAK_COST = 40
_FAR = 150
_OPENING, _OPENING_COST, _OPENING_GOAL = 12, 70, 0


def resolve_later(minutes: pl.DataFrame) -> pl.DataFrame:
    """Gives "six minutes later" its minute: six after the last one told before it in the same match.

    Takes and returns minutes (document_id, segment_no, row, start, minute, later, ...); one after another adds up.
    """
    ordered = minutes.sort("document_id", "row", "start")
    anchored = pl.col("minute").is_not_null()
    ordered = ordered.with_columns(
        _anchor=anchored.cast(pl.Int32).cum_sum().over("document_id", "segment_no"),
        _base=pl.col("minute").forward_fill().over("document_id", "segment_no"),
    )
    since = pl.col("later").fill_null(0).cum_sum().over("document_id", "segment_no", "_anchor")
    # In stoppage time a distance says nothing certain; nor does one that leads beyond the match.
    value = pl.when(pl.col("_base") + since <= 120).then(pl.col("_base") + since)
    return ordered.with_columns(
        minute=pl.when(anchored).then("minute").when(pl.col("later").is_not_null()).then(value),
    ).drop("_anchor", "_base")


def attach_minutes(incidents: pl.DataFrame, minutes: pl.DataFrame) -> pl.DataFrame:
    """Hands each minute to one incident of its sentence: incident, minute_number, minute, stoppage, basis.

    Nearness is counted in characters and in the clause boundaries between; a minute inside the telling words is
    theirs. Each incident gets its nearest minute among those handed to it.
    """
    pairs = (
        incidents.select(
            "incident",
            "row",
            "start",
            "end",
            "kind",
            "tells",
            "before",
            "after",
            text=pl.col("before") + pl.col("surface") + pl.col("after"),
        )
        .join(minutes.select("row", "number", "masked_start", "masked_end", "minute", "stoppage", "basis"), on="row")
        .with_columns(
            inside=(pl.col("masked_start") >= pl.col("start")) & (pl.col("masked_end") <= pl.col("end")),
            ahead=pl.col("masked_end") <= pl.col("start"),
        )
    )
    gap = (
        pl.when("inside").then(pl.lit(""))
        .when("ahead").then(pl.col("text").str.slice(pl.col("masked_end"), (pl.col("start") - pl.col("masked_end")).clip(0)))
        .otherwise(pl.col("text").str.slice(pl.col("end"), (pl.col("masked_start") - pl.col("end")).clip(0)))
    )  # fmt: skip
    pairs = (
        pairs.with_columns(gap=gap)
        .with_columns(
            cost=pl.col("gap").str.len_bytes().cast(pl.Int32)
            + _BREAK_COST * pl.col("gap").str.count_matches(_BREAKS).cast(pl.Int32)
            # "In the 14th minute X scored": a minute that opens a clause looks forward.
            - pl.when("ahead").then(5).otherwise(0),
        )
        .with_columns(
            # One that opens the sentence is said of all of it, and first of the goal that it tells.
            cost=pl.when(
                pl.col("ahead")
                & (pl.col("masked_start") <= _OPENING)
                & (pl.col("masked_end") <= pl.col("start").min().over("row"))
            )
            .then(pl.min_horizontal("cost", pl.when("tells").then(_OPENING_GOAL).otherwise(_OPENING_COST)))
            .otherwise("cost")
        )
    )
    return (
        pairs.filter((pl.col("cost") < _FAR) | pl.col("inside"))
        .sort("row", "number", "cost", "start")
        .group_by("row", "number", maintain_order=True)
        .first()
        .sort("incident", "cost", maintain_order=True)
        .group_by("incident", maintain_order=True)
        .first()
        .select("incident", "row", minute_number="number", minute="minute", stoppage="stoppage", basis="basis")
    )


def carry_minutes(
    goals: pl.DataFrame,
    timed: pl.DataFrame,
    minutes: pl.DataFrame,
    sentences: pl.DataFrame,
) -> pl.DataFrame:
    """Adds to the minutes of goals those told one sentence before: "... until the 80th minute when A released B. The
    forward slotted in." Only if the sentence before stands in the same paragraph or the goal's sentence goes on about a
    man without naming him, tells one minute, hands it to nothing, and tells no goal itself; and the goal's sentence
    tells no minute.

    `sentences` are row, document_id, segment_no, paragraph_no, refers (names a man by a reference).
    """
    free = (
        minutes.filter(pl.col("minute").is_not_null())
        .join(timed.select("row", number="minute_number"), on=["row", "number"], how="anti")
        .join(goals.filter(pl.col("why_not").is_null()).select("row").unique(), on="row", how="anti")
        .filter(pl.len().over("row") == 1)
        .select("row", "minute", "stoppage", "basis")
        .join(sentences.select("row", "document_id", "segment_no", "paragraph_no"), on="row")
        .with_columns(row=pl.col("row") + 1)
    )
    with_minutes = minutes.filter(pl.col("minute").is_not_null()).select("row").unique()
    untimed = (
        goals.filter(pl.col("why_not").is_null())
        .select("incident", "row")
        .join(with_minutes, on="row", how="anti")
        .join(sentences, on="row", how="left")
    )
    same = pl.col("paragraph_no") == pl.col("paragraph_no_before")
    carried = untimed.join(free, on=["row", "document_id", "segment_no"], suffix="_before").filter(
        same | pl.col("refers")
    )
    return pl.concat(
        [
            timed,
            carried.select(
                "incident",
                "row",
                minute_number=pl.lit(None, pl.Int32),
                minute="minute",
                stoppage="stoppage",
                basis="basis",
            ),
        ],
        how="vertical_relaxed",
    )
