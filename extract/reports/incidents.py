"""Incidents: the words that tell a goal or a card, and who is linked to them, how strongly.

Belongs here: what goals and cards share, that is finding the telling words, the names around them by the links of
`lexicon/links.toml`, and whether the words assert or deny. Does not belong here: what only goals or only cards have
(`goals`, `cards`), when it happened (`timing`), for whom (`sides`).
"""

import re
import tomllib
from functools import cache

import polars as pl

from extract.reports.lexicon import FOLDER, expand, find_entries

_NAME = r"<(?P<N>[prh][0-9]+)>"


@cache
def _denials() -> dict[str, str]:
    """The lists of `lexicon/denials.toml` as alternations."""
    listed = tomllib.loads((FOLDER / "denials.toml").read_text("utf-8"))
    return {name: "(?:" + "|".join(words) + ")" for name, words in listed.items()}


@cache
def _links() -> tuple[dict, ...]:
    listed = tomllib.loads((FOLDER / "links.toml").read_text("utf-8"))["links"]
    return tuple(
        entry
        | {"patterns": ["(?i)" + expand(p.replace("<N>", "\x00")).replace("\x00", _NAME) for p in entry["patterns"]]}
        for entry in listed
    )


def find_incidents(masked: pl.DataFrame, name: str, attributes: dict[str, pl.DataType]) -> pl.DataFrame:
    """The telling words of the list `name` in masked sentences (row, masked): incident (an index), row, start, end,
    surface, rule, the attributes, kind, why_not, and before and after, the rest of the sentence around them.
    """
    texts = masked.select("row", "masked")
    found = find_entries(texts, name, {"kind": pl.String, "not": pl.String} | attributes, "masked")
    found = (
        found.sort("row", "start")
        .with_row_index("incident")
        .join(texts, on="row", how="left", maintain_order="left")
        .with_columns(
            before=pl.col("masked").str.slice(0, pl.col("start")),
            after=pl.col("masked").str.slice(pl.col("end")),
        )
    )
    found = found.filter(~pl.col("before").str.ends_with("-"))
    return found.with_columns(why_not=pl.coalesce("not", why_not(pl.col("before"), pl.col("after")))).drop(
        "masked", "not"
    )


def why_not(before: pl.Expr, after: pl.Expr) -> pl.Expr:
    """Why words tell no incident of this match, by what stands before and after them; null if they do tell one."""
    clause = after.str.extract(r"^([^;]{0,60}?)(?:$|, (?:but|and|as|while|when|which)|;| but | while )", 1).fill_null(
        ""
    )
    # "Could only divert it past his own keeper": he did.
    before = before.str.replace_all(r"(?i)\b(?:could|can) only\b", "")
    lead = before.str.extract(r"([^,;]*)$", 1).fill_null("").str.tail(45)
    unreal = rf"(?i)\b{_denials()['unreal']}\b[^,;<>]{{0,28}}$"
    cancelled = rf"(?i)^[^;<>]{{0,90}}(?:<[a-z][0-9]+>[^;<>]{{0,40}}){{0,2}}\b{_denials()['cancelled']}"
    elsewhere = rf"(?i)\b{_denials()['elsewhere']}\b"
    return (
        pl.when(before.str.tail(90).str.contains(unreal)).then(pl.lit("hypothetical"))
        .when(after.str.contains(cancelled)).then(pl.lit("disallowed"))
        .when(clause.str.contains(elsewhere) | lead.str.contains(elsewhere)).then(pl.lit("other_match"))
        .otherwise(None)
    )  # fmt: skip


_CANDIDATES = {
    "incident": pl.UInt32, "tag_text": pl.String, "number": pl.Int32, "link_rule": pl.String, "link": pl.String, "strength": pl.Int32,
    "order": pl.Int32, "member": pl.Int32,
}  # fmt: skip


def link_names(incidents: pl.DataFrame) -> pl.DataFrame:
    """Names linked to incidents (incident, kind, before, after), best first.

    Returns incident, number (of the mention of the name), tag_text (p, r or h), link_rule, link, strength, order (from
    1), member: several men told in one go ("A and B scored", "goals from A, B and C") are members 1, 2, ... of it.
    """
    found = []
    for order, entry in enumerate(_links()):
        rows = incidents.filter(pl.col("kind").is_in(entry["kinds"]))
        for pattern in entry["patterns"]:
            group = re.compile(pattern).groupindex["N"]
            text = pl.col(entry["side"])
            # Greedy up to the nearest name: the pattern may match several, the last before or the first after counts.
            search = text.str.tail(240) if entry["side"] == "before" else text
            expression = search.str.extract(pattern, group)
            # "... beyond Parma, who scored": behind a club's name it is the club that did it.
            club_did = (pl.col("before").str.contains(_CLUB_WHO)) & (entry["side"] == "before")
            # An agent stands in the same clause: "scored for X, but Y" is not by Y.
            other_clause = (
                text.str.extract(f"({pattern})", 1).str.contains(_NEXT_CLAUSE)
                if entry["link"] == "agent"
                else pl.lit(False)
            )
            found.append(
                rows.filter(~club_did & ~other_clause.fill_null(False))
                .select("incident", "before", "after", tag=expression)
                .filter(pl.col("tag").is_not_null())
                .with_columns(
                    link_rule=pl.lit(entry["rule"]),
                    link=pl.lit(entry["link"]),
                    strength=pl.lit(entry["strength"], pl.Int32),
                    order=pl.lit(order, pl.Int32),
                    side=pl.lit(entry["side"]),
                )
            )
    linked = (
        pl.concat(found)
        .sort("incident", "order", maintain_order=True)
        .unique(["incident", "tag"], keep="first", maintain_order=True)
    )
    linked = linked.with_columns(order=pl.int_range(1, pl.len() + 1, dtype=pl.Int32).over("incident"))
    members = _members(linked)
    return (
        pl.concat([linked.with_columns(member=pl.lit(1, pl.Int32)).drop("before", "after", "side"), members])
        .unique(["incident", "tag"], keep="last", maintain_order=True)
        .with_columns(tag_text=pl.col("tag").str.slice(0, 1), number=pl.col("tag").str.slice(1).cast(pl.Int32))
        .select(_CANDIDATES.keys())
    )


_NEXT_CLAUSE = r"(?i)\b(?:and|but|before|while|when|as|after|who|until|with|midway|way)\b"
_CLUB_WHO = expand(r"(?i)<[ct][0-9]+>,? (?:who|which)(?: {aux})* $")
_AND = r"(?:,? and |, | & )"
_PLACE = r"(?: ?\(?<m[0-9]+>\)?)?"
# Subjects begin a clause; a name behind a preposition ("a shot from A and B tapped in") is no first of two.
_CLAUSE = r"(?i)(?:^|[,;:.\"] ?|\b(?:but|when|after|before|while|as|then|that|where|until|both) )"
_LISTED = (
    expand(r"(?:(?:(?:{position}|substitute|both|fellow|then|late) |<[cd][0-9]+>(?:'s)? ){0,3}")
    + r"(?:<[pr][0-9]+>(?: \([^)]{1,20}\)| of <c[0-9]+>)?))"
)


def _members(linked: pl.DataFrame) -> pl.DataFrame:
    """The other men of a list of names of which the best candidate is the nearest: a row each, with member > 1."""
    best = linked.filter(
        (pl.col("order") == 1)
        & pl.col("link").is_in(["subject", "agent", "relative", "list"])
        & (pl.col("strength") == 1)
    )
    before = best.filter(pl.col("side") == "before").with_columns(
        _list=pl.col("before").str.extract(rf"{_CLAUSE}((?:{_LISTED}{_AND})+){_LISTED}[^<>]*$", 1)
    )
    after = best.filter(pl.col("side") == "after").with_columns(
        _list=pl.col("after").str.extract(
            rf"^[^<>]*(?:<[mdc][0-9]+>[^<>]*)*?{_LISTED}{_PLACE}((?:(?:{_AND}|; ){_LISTED}{_PLACE})+)", 1
        )
    )
    lists = pl.concat([before, after]).filter(pl.col("_list").is_not_null())
    return (
        lists.with_columns(_tags=pl.col("_list").str.extract_all(r"<[pr][0-9]+>"))
        .with_columns(first_tag="tag")
        .explode("_tags")
        .with_columns(tag=pl.col("_tags").str.strip_chars("<>"))
        .filter(pl.col("tag").is_not_null() & (pl.col("tag") != pl.col("first_tag")))
        .with_columns(
            member=pl.int_range(2, pl.len() + 2, dtype=pl.Int32).over("incident"),
            link=pl.lit("list"),
            order=pl.lit(1, pl.Int32),
        )
        .select("incident", "tag", "link_rule", "link", "strength", "order", "member")
    )
