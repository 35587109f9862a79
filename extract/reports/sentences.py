"""Sentences: a document cut into paragraphs and sentences, each with its place and its kind.

Belongs here: where a sentence begins and ends, and whether it is prose, speech, a caption, a heading or a list.
Does not belong here: what it says.
"""

import polars as pl

from extract.reports.fold import fold

_PARAGRAPH, _SENTENCE = "\x1d", "\x1e"

#: So many lines going on in small letters make a text a wrapped one.
_OFTEN = 3

# A stop, what may close after it, a gap, and then something a sentence can begin with.
_STOP = r"([.!?]['\")\]]*\s+)(['\"(\[]*[A-Z0-9])"
# Words whose stop ends no sentence: titles, initials, "v.", "No.".
_NO_STOP = r"((?:^|[\s(])(?:St|Ste|Mr|Mrs|Ms|Dr|Sir|No|vs|v|Jr|Sr|Fr|Prof|Capt|Sgt|Lt|Col|Gen|[A-Z])\.\s+)" + _SENTENCE

_CREDIT = r"(?i)\b(?:photographs?|photos?|pictures?|images?)\s*(?:by\b|:|/)|getty|\breuters/|\bafp/|\bap photo"
# What a caption's people do, always in the present, while a report is told in the past.
_POSING = (
    r"\b(?:celebrates?|celebrating|scores|heads|shoots|fires|looks|looked on|reacts?|pictured|battles?|battled for"
    r"|challenges?|tackles|vies?|embraces?|salutes?|applauds?|consoles?|poses?|lifts|holds|slides|leaps|gestures?"
    r"|shows?|tries|wheels|jumps|rises|slots|nets|converts|watches|\(left\)|\(right\)|\(centre\)|\(center\))\b"
)
_LIST = (
    r"^\s*(?:goals?|scorers?|subs?|substitutes?|subs not used|booked|bookings|sent off|cautions?|yellow cards?"
    r"|red cards?|referee|attendance|att|teams?|line-?ups?)\s*[:(]"
)


def _cut(texts: pl.DataFrame, marked: pl.Expr, mark: str, base: str) -> pl.DataFrame:
    """One row per piece of `text`, with `start` counted from where `base` says that the text starts."""
    return (
        texts.with_row_index("_whole")
        .with_columns(text=marked.str.split(mark))
        .explode("text")
        .with_columns(_length=pl.col("text").str.len_bytes().cast(pl.Int32))
        .with_columns(start=pl.col("_length").cum_sum().over("_whole") - pl.col("_length") + pl.col(base))
        .drop("_whole", "_length")
    )


def split_sentences(documents: pl.DataFrame) -> pl.DataFrame:
    """Cuts documents (document_id, text) into sentences.

    Returns row (index over all), document_id, sentence_no and paragraph_no (from 1), kind, start, end (in the
    document, end excluded), text (folded), in_speech (whether an opened quotation runs into it).
    """
    folded = documents.select("document_id", text=_unwrap(fold(pl.col("text"))), zero=pl.lit(0, pl.Int32))
    paragraphs = _cut(
        folded, pl.col("text").str.replace_all(r"(\n\s*)", "${1}" + _PARAGRAPH), _PARAGRAPH, "zero"
    ).filter(pl.col("text").str.contains(r"\S"))
    paragraphs = paragraphs.with_columns(
        paragraph_no=pl.int_range(1, pl.len() + 1, dtype=pl.Int32).over("document_id"),
        paragraph_start=pl.col("start"),
        kind=_kind_of_paragraph(pl.col("text").str.strip_chars()),
    )
    marked = pl.col("text").str.replace_all(_STOP, "${1}" + _SENTENCE + "${2}").str.replace_all(_NO_STOP, "${1}")
    sentences = _cut(paragraphs, marked, _SENTENCE, "paragraph_start")
    quotes = pl.col("text").str.count_matches('"', literal=True)
    sentences = sentences.with_columns(
        in_speech=((quotes.cum_sum() - quotes).over("document_id", "paragraph_no") % 2) == 1,
        lead=pl.col("text").str.len_bytes() - pl.col("text").str.strip_chars_start().str.len_bytes(),
    ).with_columns(start=pl.col("start") + pl.col("lead").cast(pl.Int32), text=pl.col("text").str.strip_chars())
    spoken = pl.col("in_speech") | pl.col("text").str.starts_with('"')
    return (
        sentences.filter(pl.col("text") != "")
        .with_columns(
            sentence_no=pl.int_range(1, pl.len() + 1, dtype=pl.Int32).over("document_id"),
            end=pl.col("start") + pl.col("text").str.len_bytes().cast(pl.Int32),
            kind=pl.when((pl.col("kind") == "prose") & spoken).then(pl.lit("quote")).otherwise("kind"),
        )
        .with_row_index("row")
        .select("row", "document_id", "sentence_no", "paragraph_no", "kind", "start", "end", "text", "in_speech")
    )


def _unwrap(text: pl.Expr) -> pl.Expr:
    """Joins lines that were broken to fit a page: a line that goes on in small letters is no paragraph of its own; in a
    text that does so often, neither is one that goes on with a name."""
    joined = text.str.replace_all(r"([A-Za-z0-9,;'\")-])\n([a-z0-9(])", "${1} ${2}")
    often = text.str.count_matches(r"[A-Za-z0-9,;'\")-]\n[a-z(]") >= _OFTEN
    return pl.when(often).then(joined.str.replace_all(r"([a-z,;])\n([A-Z])", "${1} ${2}")).otherwise(joined)


def _kind_of_paragraph(text: pl.Expr) -> pl.Expr:
    """Headings and captions are short and mostly end without a stop; lists carry a label or are mostly names."""
    unfinished = ~text.str.contains(r"[.!?]['\")]*$") & (text.str.len_bytes() < 220)
    commas = text.str.count_matches(",", literal=True)
    small_words = text.str.count_matches(r"(?:^|\s)[a-z]+")
    names = text.str.count_matches(r"(?:^|\s)[A-Z]")
    return (
        pl.when(text.str.contains(_CREDIT)).then(pl.lit("caption"))
        .when(text.str.to_lowercase().str.contains(_LIST)).then(pl.lit("list"))
        .when((commas >= 4) & (small_words * 3 < names)).then(pl.lit("list"))
        .when(unfinished & text.str.contains(_POSING)).then(pl.lit("caption"))
        .when(unfinished).then(pl.lit("heading"))
        .otherwise(pl.lit("prose"))
    )  # fmt: skip


def outside_speech(spans: pl.DataFrame) -> pl.DataFrame:
    """Of spans in sentences (text, in_speech, start) those that are the reporter's words, not somebody's."""
    before = pl.col("text").str.slice(0, pl.col("start")).str.count_matches('"', literal=True)
    return spans.filter((before + pl.col("in_speech").cast(pl.UInt32)) % 2 == 0)
