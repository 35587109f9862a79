"""Segments: the matches that a document tells, and which sentence speaks of which.

Belongs here: pairs of clubs that met according to the document, and cutting a roundup between them. Does not belong
here: who was at home, who "the hosts" are (`teams`), and whether two documents tell the same match (dbt's).
"""

import polars as pl

#: Rules of scores that name both sides, so that they say who met whom.
_NAMES_BOTH = pl.col("first_club").is_not_null() & pl.col("second_club").is_not_null()
_ONE_SIDED = ("victory", "defeat", "victory_over_only", "defeat_by_only", "draw")
_EARLY = 80
_THIS_MATCH = pl.col("scope").is_null() | (pl.col("scope") == "full_time")


def find_pairs(
    scores: pl.DataFrame, clubs: pl.DataFrame, sentences: pl.DataFrame, numbers: pl.DataFrame
) -> pl.DataFrame:
    """Who met whom: document_id, segment_no, club_1, club_2, row and number (of the telling mention), rule, tellings.

    `scores` need first_club and second_club; `clubs` are the mentions of clubs (document_id, row, number, club_id), by
    name or by place. A final score that names one side or none is of the clubs named beside it; a document that prints
    no final score with two clubs, but some score or minute at all (`numbers`, document_id), is taken to tell of the two
    that it names most.
    """
    told = (
        scores.filter(_NAMES_BOTH & _THIS_MATCH & (pl.col("first_club") != pl.col("second_club")))
        .join(sentences.select("row", "document_id", "kind"), on="row", maintain_order="left")
        .filter(pl.col("kind") != "quote")
        .with_columns(
            low=pl.min_horizontal("first_club", "second_club"), high=pl.max_horizontal("first_club", "second_club")
        )
        .sort("row", "number")
        .group_by("document_id", "low", "high", maintain_order=True)
        .agg(
            pl.col("first_club").first().alias("club_1"),
            pl.col("second_club").first().alias("club_2"),
            pl.col("row", "number").first(),
            rule=pl.lit("score_names_both"),
            tellings=pl.len().cast(pl.Int32),
        )
    )
    told = _with_partners(told, scores, clubs, sentences)
    told = _named_together(told, scores, clubs, sentences)
    named = (
        clubs.join(told.select("document_id").unique(), on="document_id", how="anti")
        .join(numbers.select("document_id").unique(), on="document_id", how="semi")
        .group_by("document_id", "club_id", maintain_order=True)
        .agg(pl.len().alias("times"), pl.col("row", "number").first())
        .sort("document_id", "times", "row", descending=[False, True, False], maintain_order=True)
        .group_by("document_id", maintain_order=True)
        .head(2)
        .group_by("document_id", maintain_order=True)
        .agg(pl.col("club_id"), pl.col("times").max(), pl.col("row").max(), pl.col("number").last())
        .filter((pl.col("club_id").list.len() == 2) & (pl.col("times") >= 2))
    )
    pairs = pl.concat([told, _of_two(named, told, "named_most", tellings=0)]).sort("document_id", "row", "number")
    return pairs.with_columns(segment_no=pl.int_range(1, pl.len() + 1, dtype=pl.Int32).over("document_id"))


def assign_segments(sentences: pl.DataFrame, pairs: pl.DataFrame, clubs: pl.DataFrame) -> pl.DataFrame:
    """The match that each sentence speaks of: row, segment_no (null where it speaks of none of the document's).

    A sentence that prints a match's score is about it; one that names a club of a match is about the last such match
    before it, or the first after it; one that names no club goes on about what the sentence before it was about.
    """
    sides = pl.concat(
        [pairs.select("document_id", "segment_no", told_row="row", club_id=side) for side in ("club_1", "club_2")]
    )
    by_score = pairs.sort("number").group_by("row", maintain_order=True).agg(printed=pl.col("segment_no").first())
    # A club that comes up late in a sentence is compared with, or plays there next; the sentence is not about it.
    early = clubs.sort("row", "start").filter((pl.col("start") < _EARLY) | (pl.len().over("row", "club_id") > 1))
    named = (
        early.select("document_id", "row", "club_id").unique(maintain_order=True)
        .join(sides, on=["document_id", "club_id"])
        .group_by("row", "segment_no", "told_row", maintain_order=True)
        .agg(both=pl.len())
        .with_columns(later=pl.col("told_row") > pl.col("row"), distance=(pl.col("told_row").cast(pl.Int64) - pl.col("row").cast(pl.Int64)).abs())
        .sort("row", "both", "later", "distance", descending=[False, True, False, False])
        .group_by("row", maintain_order=True)
        .agg(named=pl.col("segment_no").first())
    )  # fmt: skip
    return (
        sentences.select("row", "document_id")
        .join(by_score, on="row", how="left", maintain_order="left")
        .join(named, on="row", how="left", maintain_order="left")
        .with_columns(segment_no=pl.coalesce("printed", "named"))
        .with_columns(pl.col("segment_no").forward_fill().backward_fill().over("document_id"))
        .select("row", "segment_no")
    )


#: How many sentences before and after a score that names one side the other side is looked for.
_NEAR = 3


def _with_partners(
    told: pl.DataFrame, scores: pl.DataFrame, clubs: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """Adds matches of which a final score names one side only: the other is the club named nearest to it."""
    lone = (
        scores.filter(
            _THIS_MATCH
            & (pl.col("first_club").is_not_null() ^ pl.col("second_club").is_not_null())
            & pl.col("rule").is_in(_ONE_SIDED)
        )
        .with_columns(one=pl.coalesce("first_club", "second_club"))
        .join(sentences.select("row", "document_id", "kind"), on="row", maintain_order="left")
        .filter(pl.col("kind") != "quote")
    )
    paired = pl.concat([told.select("document_id", one=side) for side in ("low", "high")])
    lone = lone.join(paired, on=["document_id", "one"], how="anti").unique(
        ["document_id", "one"], keep="first", maintain_order=True
    )
    partners = (
        lone.select("document_id", "one", "row", "number")
        .join(clubs.select("document_id", other="club_id", other_row="row", other_number="number"), on="document_id")
        .with_columns(distance=pl.col("other_row").cast(pl.Int64) - pl.col("row").cast(pl.Int64))
        .filter((pl.col("other") != pl.col("one")) & pl.col("distance").is_between(-_NEAR, _NEAR - 1))
        # Before it rather than after it, the nearest sentence, and in its own sentence the nearest mention.
        .sort("document_id", "row", (pl.col("distance") > 0).cast(pl.Int8) + pl.col("distance").abs(),
              (pl.col("other_number") - pl.col("number")).abs(), maintain_order=True)
        .group_by("document_id", "one", maintain_order=True)
        .first()
    )  # fmt: skip
    partners = partners.select(
        "document_id",
        low=pl.min_horizontal("one", "other"),
        high=pl.max_horizontal("one", "other"),
        club_1="one",
        club_2="other",
        row="row",
        number="number",
        rule=pl.lit("score_names_one"),
        tellings=pl.lit(1, pl.Int32),
    ).cast(dict(told.schema))
    return (
        pl.concat([told, partners])
        .sort("row", "number")
        .unique(["document_id", "low", "high"], keep="first", maintain_order=True)
    )


def _named_together(
    told: pl.DataFrame, scores: pl.DataFrame, clubs: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """Adds matches of which a final score names no side: the two clubs that one sentence just before it names.

    "X edged a thriller against Y. ... It ended in a 4-3 win for the champions."
    """
    nameless = (
        scores.filter(
            (pl.col("scope") == "full_time") & pl.col("first_club").is_null() & pl.col("second_club").is_null()
        )
        .join(sentences.select("row", "document_id", "kind"), on="row", maintain_order="left")
        .filter(pl.col("kind") != "quote")
        .select("document_id", score_row=pl.col("row").cast(pl.Int64))
        .unique(maintain_order=True)
    )
    duos = (
        clubs.filter(pl.col("tag") == "c")
        .sort("row", "number")
        .group_by("document_id", "row", maintain_order=True)
        .agg(pl.col("club_id").unique(maintain_order=True), pl.col("number").first())
        .filter(pl.col("club_id").list.len() == 2)
    )
    near = (
        nameless.join(duos, on="document_id")
        .with_columns(distance=pl.col("score_row") - pl.col("row").cast(pl.Int64))
        .filter(pl.col("distance").is_between(0, _NEAR))
        .sort("document_id", "score_row", "distance")
        .group_by("document_id", "score_row", maintain_order=True)
        .first()
    )
    found = _of_two(near, told, "named_together", tellings=1)
    # A club that is in another match already is compared with or plays next.
    taken = pl.concat([told.select("document_id", club=side) for side in ("low", "high")])
    for side in ("low", "high"):
        found = found.join(taken, left_on=["document_id", side], right_on=["document_id", "club"], how="anti")
    return (
        pl.concat([told, found])
        .sort("row", "number")
        .unique(["document_id", "low", "high"], keep="first", maintain_order=True)
    )


def _of_two(found: pl.DataFrame, told: pl.DataFrame, rule: str, *, tellings: int) -> pl.DataFrame:
    """Matches in the columns of `told`, from document_id, club_id (a list of the two), row and number."""
    return found.select(
        "document_id",
        low=pl.col("club_id").list.min(),
        high=pl.col("club_id").list.max(),
        club_1=pl.col("club_id").list.first(),
        club_2=pl.col("club_id").list.last(),
        row="row",
        number="number",
        rule=pl.lit(rule),
        tellings=pl.lit(tellings),
    ).cast(dict(told.schema))
