"""Tellings: incidents turned into claims: one candidate name each, with side, minute and evidence.

Belongs here: what goal claims and card claims have in common. Does not belong here: finding the words (`incidents`)
and what makes a goal a penalty or a card yellow (`goals`, `cards`).
"""

import polars as pl

from extract.reports.incidents import link_names

#: The columns of a candidate that goals and cards share.
CANDIDATE = (
    "incident", "row", "member", "candidate_rank", "name", "link", "link_strength", "club_id", "club_basis",
    "minute", "stoppage", "minute_basis", "asserted", "why_not", "rule", "text_start", "text_end",
)  # fmt: skip


def name_candidates(incidents: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
    """Candidates of incidents with their names: one row per incident, member and candidate.

    `names` are the mentions of persons and of references to persons with what they resolve to (row, number, name,
    tag, is_staff). An incident that no name is linked to keeps one row without a name. Adds name, link, link_strength,
    candidate_rank, member, is_staff.
    """
    linked = link_names(incidents).join(
        incidents.select("incident", "row"), on="incident", how="left", maintain_order="left"
    )
    resolved = linked.join(
        names.select("row", "number", "name", "tag", "is_staff"),
        on=["row", "number"],
        how="inner",
        maintain_order="left",
    )
    resolved = resolved.filter(pl.col("name").is_not_null()).with_columns(
        link=pl.when(pl.col("tag") == "h")
        .then(pl.lit("pronoun"))
        .when(pl.col("tag") == "r")
        .then(pl.lit("role"))
        .otherwise("link"),
        link_strength=pl.when(pl.col("tag") != "p")
        .then(pl.max_horizontal("strength", pl.lit(2)))
        .otherwise("strength"),
    )
    resolved = resolved.sort("incident", "member", "order").unique(
        ["incident", "member", "name"], keep="first", maintain_order=True
    )
    # A weak candidate beside a strong one is one name too many: he only stands near.
    strongest = pl.col("link_strength").min().over("incident", "member")
    resolved = resolved.filter(
        (pl.col("link_strength") <= strongest + 1) & ~((strongest == 1) & (pl.col("link_strength") > 2))
    )
    # Of a side that goes ahead somebody is the scorer, but not whoever comes next.
    kinds = incidents.select("incident", "kind")
    resolved = resolved.join(kinds, on="incident", how="left", maintain_order="left").filter(
        ~((pl.col("kind") == "team") & (pl.col("link_strength") > 2))
    )
    resolved = resolved.with_columns(
        candidate_rank=pl.int_range(1, pl.len() + 1, dtype=pl.Int32).over("incident", "member")
    )
    nameless = incidents.join(resolved.select("incident").unique(), on="incident", how="anti").select(
        "incident", member=pl.lit(1, pl.Int32), candidate_rank=pl.lit(1, pl.Int32),
        name=pl.lit(None, pl.String), link=pl.lit("none"), link_strength=pl.lit(3, pl.Int32), is_staff=pl.lit(False),
    )  # fmt: skip
    columns = nameless.columns
    return incidents.join(
        pl.concat([resolved.select(columns).cast(dict(nameless.schema)), nameless]),
        on="incident",
        how="left",
        maintain_order="left",
    ).sort("incident", "member", "candidate_rank")
