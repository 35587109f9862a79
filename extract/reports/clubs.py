"""Clubs: where a text names one, and which one it is.

Belongs here: finding the names of the gazetteer, and choosing among clubs that share a name by the company they keep.
Does not belong here: the names (they come as a frame), clubs named by a role ("the hosts", see `roles`), and who plays
whom (`segments`).
"""

import re
from functools import lru_cache

import polars as pl

from extract.reports.fold import fold
from extract.reports.lexicon import not_names
from extract.reports.spans import find_spans

#: Kinds of alias that name a club; the others name a place or a people and only point at one.
_NAMES = ("official", "short", "nickname", "other_language", "initials")
_PLACES = ("stadium", "city")
# What names a club even where nothing else of it is named.
_SELF_EVIDENT = ("official", "short", "other_language", "initials")

_OF_A_COUNTRY = r"^'s (?:top|second|first|third|premier|capital|league|cup|champions)\b"
_IN_A_COUNTRY = r"(?i)(?:\b(?:in|across|throughout|around|from|outside|into)|champions of) $"


def gazetteer(clubs: pl.DataFrame) -> pl.DataFrame:
    """Folds and cleans a seed of aliases (alias, kind, club_id, club_name, country): what can be searched for.

    Adds `order`, the place of the row in the seed: of clubs that share a name the first is the likeliest.
    """
    return (
        clubs.with_columns(alias=fold(pl.col("alias")).str.strip_chars())
        .filter(pl.col("alias").str.contains(r"^[A-Z0-9](?:.*[A-Za-z0-9])$") & (pl.col("alias").str.len_bytes() > 1))
        .unique(["alias", "club_id"], keep="first", maintain_order=True)
        .with_row_index("order")
    )


@lru_cache(maxsize=4)
def _alternation(aliases: tuple[str, ...]) -> str:
    longest_first = sorted(aliases, key=lambda alias: (-len(alias), alias))
    return r"\b(?:" + "|".join(re.escape(alias) for alias in longest_first) + r")\b"


def find_clubs(sentences: pl.DataFrame, aliases: pl.DataFrame) -> pl.DataFrame:
    """Names of clubs and places in sentences (row, document_id, text).

    Returns row, start, end, surface, tag (c club, x place), club_id (null for a place that several clubs share),
    country (of the club; of the place if it is a country).
    """
    unique = aliases.select("alias").unique(maintain_order=True)["alias"].to_list()
    spans = find_spans(sentences.select("row", "document_id", "text", "kind"), _alternation(tuple(unique)))
    spans = _without_names_of_people(spans, sentences)
    spans = spans.with_row_index("span")
    candidates = spans.join(
        aliases.select("order", surface="alias", alias_kind="kind", club_id="club_id", country="country"),
        on="surface",
        how="inner",
        maintain_order="left",
    )
    return _choose(candidates).select("row", "start", "end", "surface", "tag", "club_id", "country", "alias_kind")


def _without_names_of_people(spans: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Drops one-word names that are part of a longer one: "Jordan Henderson", "Antonio Valencia"."""
    word = r"([A-Z][a-z]+(?:[A-Z][a-z]+)?)"
    around = spans.join(sentences.select("row", "text"), on="row", how="left", maintain_order="left").with_columns(
        _next=pl.col("text").str.slice(pl.col("end"), 30).str.extract("^ " + word),
        _previous=pl.col("text").str.slice(0, pl.col("start")).str.extract(word + " $"),
    )
    starts = spans.select("row", _next_start="start")
    around = around.with_columns(_next_start=pl.col("end") + 1).join(
        starts.with_columns(_club_next=pl.lit(True)), on=["row", "_next_start"], how="left", maintain_order="left"
    )
    ends = spans.select("row", _previous_end=pl.col("end") + 1, _club_previous=pl.lit(True))
    around = around.join(
        ends, left_on=["row", "start"], right_on=["row", "_previous_end"], how="left", maintain_order="left"
    )
    common = list(not_names())
    beside_name = (pl.col("_next").is_not_null() & ~pl.col("_next").is_in(common) & pl.col("_club_next").is_null()) | (
        pl.col("_previous").is_not_null()
        & ~pl.col("_previous").is_in(common)
        & pl.col("_club_previous").is_null()
        & (pl.col("start") > pl.col("_previous").str.len_bytes().cast(pl.Int32) + 1)
    )
    one_word = ~pl.col("surface").str.contains(r"[ .&]") & pl.col("surface").str.contains("[a-z]")
    in_title = pl.col("kind") == "heading"
    return (
        around.filter(~(one_word & beside_name & ~in_title))
        .with_columns(
            before=pl.col("text").str.slice(0, pl.col("start")).str.tail(20),
            has_club=(pl.col("text").str.slice(pl.col("end"), 3) == "'s ")
            & (pl.col("end") + 3 == pl.col("start").shift(-1).over("row")).fill_null(False)
            | pl.col("text").str.slice(pl.col("end"), 14).str.contains(_OF_A_COUNTRY),
        )
        .drop("_next", "_previous", "_next_start", "_club_next", "_club_previous", "text", "kind")
    )


def _choose(candidates: pl.DataFrame) -> pl.DataFrame:
    """One club per span: the only one, or the one that the document names otherwise too, or the seed's first."""
    is_name = pl.col("alias_kind").is_in(_NAMES)
    shared = pl.len().over("span") > 1
    sure = (
        candidates.filter(pl.col("alias_kind").is_in(_SELF_EVIDENT) & ~pl.col("surface").is_in(list(not_names())))
        .filter(pl.col("club_id").n_unique().over("span") == 1)
        .group_by("document_id", "club_id")
        .agg(company=pl.len(), others=pl.col("surface").n_unique())
    )
    ranked = candidates.with_columns(_shared=shared, _is_name=is_name).join(
        sure, on=["document_id", "club_id"], how="left", maintain_order="left"
    )
    evident = pl.col("alias_kind").is_in(_SELF_EVIDENT)
    # A nickname alone proves no club: it wants company, unless only one club bears it. A common word ("Wednesday",
    # "City") always does.
    stands_alone = (evident | ~pl.col("_shared")) & ~pl.col("surface").is_in(list(not_names()))
    ranked = ranked.filter(pl.col("company").is_not_null() | stands_alone | ~pl.col("_is_name"))
    # Of several in company it is the one named last.
    named = (
        candidates.filter(pl.col("alias_kind").is_in(_SELF_EVIDENT) & (pl.len().over("span") == 1))
        .select("document_id", "club_id", _named="span", _span="span")
        .sort("_span")
    )
    ranked = (
        ranked.with_columns(_span=pl.col("span"))
        .sort("_span")
        .join_asof(named, on="_span", by=["document_id", "club_id"], strategy="backward", check_sortedness=False)
        .drop("_span")
    )
    # "Real" is the one that the document spells out with it, "Real Madrid", before one that it calls something else.
    spelled_out = (
        ranked.select("span", "document_id", "club_id", "surface")
        .join(
            candidates.filter(pl.col("alias_kind").is_in(_SELF_EVIDENT))
            .select("document_id", "club_id", _full="surface")
            .unique(),
            on=["document_id", "club_id"],
        )
        .filter(pl.col("_full").str.contains(pl.col("surface"), literal=True) & (pl.col("_full") != pl.col("surface")))
        .select("span", "club_id", _echo=pl.lit(True))
        .unique()
    )
    ranked = ranked.join(spelled_out, on=["span", "club_id"], how="left", maintain_order="left").with_columns(
        pl.col("_echo").fill_null(False)
    )
    best = (
        ranked.with_columns(_rank=pl.col("company").fill_null(0).clip(0, 1))
        .sort(
            "span",
            "_rank",
            "_echo",
            "_is_name",
            evident,
            "_named",
            "company",
            "order",
            descending=[False, True, True, True, True, True, True, False],
            nulls_last=True,
        )
        .group_by("span", maintain_order=True)
        .first()
    )
    # A country that something happens in is a place: "a defeat in Germany", "the champions of Italy".
    # And so is one that has a club: "Ukraine's Shakhtar".
    country = pl.col("club_id").str.starts_with("nt-") & (
        pl.col("before").str.contains(_IN_A_COUNTRY) | (pl.col("has_club") & ~pl.col("club_id").is_null())
    )
    return best.with_columns(
        tag=pl.when(pl.col("alias_kind").is_in(_PLACES) | country).then(pl.lit("x"))
        .when(pl.col("alias_kind") == "demonym").then(pl.lit("d"))
        .otherwise(pl.lit("c"))
    )  # fmt: skip
