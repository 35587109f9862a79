"""People: where a text names a person, and under which name the text knows him best.

Belongs here: telling a name from other words with a capital, and joining "Silva" to "Rafa Silva" within a document.
Does not belong here: any list of players (there is none), and what a person did.
"""

import polars as pl

from extract.reports.lexicon import common_surnames, not_names
from extract.reports.spans import find_spans

# "~" is a letter that folding does not know.
_WORD = r"[A-Z][a-z~]*(?:'[A-Z][a-z~]+|[A-Z][a-z~]*|'o\b)*(?:-[A-Z]?[a-z~]+(?:[A-Z][a-z~]+)?)*"
_PARTICLE = r"(?:van de|van der|van den|van|von|de la|de los|de|der|den|di|da|dos|do|du|del|della|le|la|el|al|ten|ter|bin|ben|ibn|mac|'t)"
_SUFFIX = r"(?:jnr|jr|junior|Jnr|Jr|Junior)\b"
# Words joined by spaces only: a comma, a stop or a possessive ends a name. Initials keep their stop.
_NAME = rf"\b(?:{_PARTICLE} )?(?:{_WORD}|[A-Z]\.)(?: (?:{_PARTICLE} )?(?:{_WORD}|[A-Z]\.))*(?: {_SUFFIX})?"

_MOST_WORDS = 5


def find_people(masked: pl.DataFrame) -> pl.DataFrame:
    """Names in sentences of which other mentions are masked (row, document_id, masked): row, start, end, surface.

    Places are those of the masked sentence. Capitalised words that are no names are cut off at both ends.
    """
    spans = find_spans(masked.select("row", "document_id", "masked"), _NAME, "masked").with_row_index("span")
    kept = (
        _words(spans)
        .with_columns(is_common=pl.col("word").is_in(list(not_names())))
        # Behind a first name a common word is a surname: "Emre Can", "Ashley Young".
        .with_columns(behind_name=(~pl.col("is_common")).cast(pl.Int32).cum_sum().over("span") > 0)
        .with_columns(
            is_name=pl.col("word").str.contains("[a-z]")
            # "First-half", "Third-placed": a second part in small letters is no name's.
            & (~pl.col("word").str.contains(r"^[A-Z][a-z]+-[a-z]+$") | (pl.col("at") > pl.col("at").min().over("span")))
            & (~pl.col("is_common") | (pl.col("behind_name") & pl.col("word").is_in(list(common_surnames()))))
        )
        # A particle or a suffix is part of a name only between or after names.
        .with_columns(is_small=pl.col("word").str.contains(r"^[a-z']"))
        .with_columns(solid=pl.col("is_name") & ~pl.col("is_small"))
        .with_columns(
            seen=pl.col("solid").cast(pl.Int32).cum_sum().over("span"),
            ahead=pl.col("solid").cast(pl.Int32).cum_sum(reverse=True).over("span"),
            suffix=pl.col("word").is_in(["jnr", "jr", "junior"]),
        )
        .filter(
            pl.col("solid") | ((pl.col("seen") > 0) & (pl.col("ahead") > 0)) | ((pl.col("seen") > 0) & pl.col("suffix"))
        )
    )
    return (
        kept.group_by("span", maintain_order=True)
        .agg(
            pl.col("row").first(),
            pl.col("document_id").first(),
            start=pl.col("at").min(),
            end=(pl.col("at") + pl.col("word").str.len_bytes().cast(pl.Int32)).max(),
            surface=pl.col("word").str.join(" "),
            words=pl.len(),
        )
        .filter((pl.col("words") <= _MOST_WORDS) & (pl.col("surface").str.len_bytes() > 2))
        .drop("span", "words")
    )


def _words(spans: pl.DataFrame) -> pl.DataFrame:
    """The words of names: span, row, document_id, word, at (where it starts in the sentence)."""
    return (
        spans.with_columns(word=pl.col("surface").str.split(" "))
        .explode("word")
        .with_columns(_length=pl.col("word").str.len_bytes().cast(pl.Int32) + 1)
        .with_columns(at=pl.col("start") + pl.col("_length").cum_sum().over("span") - pl.col("_length"))
        .select("span", "row", "document_id", "word", "at")
    )


def name_people(people: pl.DataFrame) -> pl.DataFrame:
    """Adds `name`, the fullest form of each name in its document, to mentions (document_id, row, start, surface).

    "Silva" is "Rafa Silva" if some name of the document ends so; "Vinicius" is "Vinicius jnr". If several do (two
    players of one surname), it is the one named last before, else the surface itself.
    """
    forms = people.select("document_id", full="surface").unique(maintain_order=True)
    forms = forms.with_columns(_words=pl.col("full").str.split(" ")).filter(pl.col("_words").list.len() > 1)
    # Every proper ending of a full name, and every beginning before a suffix, may stand for it.
    endings = pl.concat(
        [
            forms.select(
                "document_id",
                "full",
                surface=pl.col("_words").list.tail(n).list.join(" "),
                words=pl.col("_words").list.len(),
            ).filter(pl.col("words") > n)
            for n in (1, 2, 3)
        ]
        + [
            forms.filter(pl.col("full").str.contains(_SUFFIX)).select(
                "document_id",
                "full",
                surface=pl.col("full").str.replace(" " + _SUFFIX, ""),
                words=pl.col("_words").list.len(),
            )
        ]
    ).filter(~pl.col("surface").str.contains(rf"^(?:{_PARTICLE}|{_SUFFIX})$"))
    # Of "Silva", "Rafa Silva" and "Da Rafa Silva" the longest is the name; names that contain one another are one.
    people = people.with_row_index("_mention")
    candidates = people.select("_mention", "document_id", "surface", "row", "start").join(
        endings.drop("words"), on=["document_id", "surface"], how="inner"
    )
    candidates = candidates.filter(
        ~pl.struct("document_id", "full").is_in(
            endings.select(pl.struct("document_id", full="surface")).to_series().implode()
        )
    )
    last_before = people.select("document_id", full="surface", _seen_row="row", _seen_start="start")
    alone = candidates.filter(pl.col("full").n_unique().over("_mention") == 1).select("_mention", name="full").unique()
    contested = (
        candidates.filter(pl.col("full").n_unique().over("_mention") > 1)
        .join(last_before, on=["document_id", "full"])
        .filter(
            (pl.col("_seen_row") < pl.col("row"))
            | ((pl.col("_seen_row") == pl.col("row")) & (pl.col("_seen_start") < pl.col("start")))
        )
        .sort("_mention", "_seen_row", "_seen_start")
        .group_by("_mention", maintain_order=True)
        .agg(name=pl.col("full").last())
    )
    names = pl.concat([alone, contested])
    return (
        people.join(names, on="_mention", how="left", maintain_order="left")
        .with_columns(name=pl.coalesce("name", "surface"))
        .drop("_mention")
    )
