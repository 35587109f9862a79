"""References: whom "he" and "the Brazilian forward" mean.

Belongs here: finding the man for words that stand for one. Does not belong here: clubs by their role (`teams`).
"""

import polars as pl


def resolve_people(mentions: pl.DataFrame) -> pl.DataFrame:
    """Gives mentions of tags r and h the `name` of a person of the document; takes and returns mentions.

    "He" is the first man of the same sentence before it, else the first of the sentence before: subjects come first.
    A role ("the Brazilian forward") is the man named last before it.
    """
    people = mentions.filter((pl.col("tag") == "p") & ~pl.col("in_speech"))
    firsts = (
        people.sort("row", "start")
        .group_by("document_id", "row", maintain_order=True)
        .agg(first=pl.col("name").first(), first_start=pl.col("start").first(), last=pl.col("name").last())
        .sort("row")
    )
    wanted = mentions.filter(pl.col("tag").is_in(["r", "h"])).select("document_id", "row", "number", "tag", "start")
    same = wanted.join(firsts.select("row", "first", "first_start"), on="row", how="left", maintain_order="left")
    before = (
        same.with_columns(_row=pl.col("row").cast(pl.Int64) - 1)
        .sort("_row")
        .join_asof(
            firsts.select(
                "document_id",
                _row=pl.col("row").cast(pl.Int64),
                previous_first="first",
                previous_last="last",
                previous_row=pl.col("row"),
            ),
            on="_row",
            by="document_id",
            strategy="backward",
            check_sortedness=False,
        )
    )
    own = (pl.col("first_start") < pl.col("start")) & (pl.col("tag") == "h")
    beside = people.sort("row", "start").select("row", "start", beside="name")
    near = pl.col("row").cast(pl.Int64) - pl.col("previous_row").cast(pl.Int64) <= 3
    before = before.sort("start").join_asof(
        beside.sort("start").rename({"beside": "last_before"}),
        on="start",
        by="row",
        strategy="backward",
        check_sortedness=False,
    )
    resolved = before.select(
        "row",
        "number",
        referent=pl.when(own)
        .then("first")
        .when(pl.col("tag") == "r")
        .then(pl.coalesce("last_before", pl.when(near).then("previous_last")))
        .when(near & (pl.col("tag") == "h"))
        .then("previous_first"),
    )
    return (
        mentions.join(resolved, on=["row", "number"], how="left", maintain_order="left")
        .with_columns(name=pl.coalesce("name", "referent"))
        .drop("referent")
    )
