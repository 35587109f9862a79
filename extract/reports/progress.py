"""Progress: which club a text lets go on or go out, and what frames a match (competition, leg, extra time).

Belongs here: claims on the tie that are no scores. Does not belong here: what follows from scores (dbt's).
"""

import re
import tomllib
from functools import cache

import polars as pl

from extract.reports.fold import fold
from extract.reports.incidents import why_not
from extract.reports.lexicon import FOLDER, expand
from extract.reports.masking import unmask
from extract.reports.scores import OPPONENT
from extract.reports.spans import find_spans

# Up to a verb a sentence may name the opponents, behind a preposition or the verb that did for them.
_PAST_OPPONENTS = r"(?:[^<>;]|<[pmxdrhs][0-9]+>|<[ct][0-9]+>'s?|\b(?:over|against|with|at|by|past|beat|beating|defeating|defeated|from|of|to) (?:[a-z0-9-]+ ){0,2}<[ct][0-9]+>){0,140}?"


@cache
def _patterns() -> tuple[tuple[str, bool, str], ...]:
    listed = tomllib.loads((FOLDER / "progress.toml").read_text("utf-8"))["progress"]

    def compiled(pattern: str) -> str:
        expanded = expand(pattern.replace("<C>", "\x00").replace("(?! behind)", ""))
        expanded = expanded.replace("@", r"(?:[^<>;]|<[pmxdrhs][0-9]+>){0,80}?").replace("#", _PAST_OPPONENTS)
        return "(?i)" + expanded.replace("\x00", r"<(?P<C>[ct][0-9]+)>")

    return tuple((e["rule"], e["through"], compiled(p)) for e in listed for p in e["patterns"])


def find_progress(masked: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Clubs that advance or go out: row, text_start, text_end, number (of the club's mention), is_through, rule."""
    texts = masked.select("row", "masked")
    found = []
    for rule, through, pattern in _patterns():
        group = re.compile(pattern).groupindex["C"]
        spans = find_spans(texts, re.sub(r"\?P<[A-Z]>", "?:", pattern), "masked")
        found.append(
            spans.with_columns(
                number=pl.col("surface").str.extract(pattern, group).str.slice(1).cast(pl.Int32),
                is_through=pl.lit(through),
                rule=pl.lit(rule),
            )
        )
    all_found = pl.concat(found).join(texts, on="row", how="left", maintain_order="left")
    before = pl.col("masked").str.slice(0, pl.col("start"))
    after = pl.col("masked").str.slice(pl.col("end"))
    doubtful = why_not(before, after).is_not_null() | pl.col("surface").str.contains(
        r"(?i)\b(?:could|would|should|might|may|hop(?:e|ed|ing|es) to|needed to|need to|chance|if|look to|bid to|either|not|n't|must|wants?|wanted|trying|tried|will reach|will go|aim(?:ing)? to|next season)\b"
    )
    # "A win at Ajax to send them through" is not about Ajax.
    opponent = pl.col("surface").str.starts_with("<") & (before + "<c0>").str.tail(60).str.contains(OPPONENT + "$")

    kept = all_found.filter(~doubtful & ~opponent).unique(
        ["row", "number", "is_through"], keep="first", maintain_order=True
    )
    return unmask(kept.drop("masked"), mentions).select("row", "text_start", "text_end", "number", "is_through", "rule")


#: (kind, value, rule, pattern): what frames a match, in folded text.
_CONTEXT = [
    ("leg", "2", "second_leg", r"(?i)\bsecond[- ]leg (?:win|victory|defeat|draw|loss|success|triumph|comeback|deficit|of (?:the|their|this|a))\b|\b(?:from|after|in|won|lost|drew|drawn|losing|winning|a|the|their|an?) (?:a |the |their |last [a-z]+'s )?first[- ]leg (?:deficit|lead|defeat|advantage|win|loss|draw|stalemate|reverse)\b|\b(?:from|won|lost|drew|winning|losing|after|drawn) (?:the|their) first[- ]leg\b|\bsecond legs?\b of"),
    ("leg", "2", "on_aggregate", r"(?i)\b(?:on aggregate|aggregate (?:win|victory|triumph|success|defeat|score)|agg[:.])"),
    ("leg", "1", "first_leg_of", r"(?i)\bfirst[- ]legs? of (?:the|their|this|a)\b|\bin (?:the|one of) [^.;]{0,40} first legs\b"),
    ("leg", "1", "into_second_leg", r"(?i)\b(?:into|ahead of|for|before|going into|in|to) (?:the |next (?:week|month|tuesday|wednesday|thursday)'s |their |a )(?:second|return)[- ]leg\b(?: (?:at|in|on|next|against|away|with)\b)?|\b(?:second|return)(?:[- ]leg)? (?:is|takes place|will be|comes|follows|awaits)\b|\bmeet in the second leg\b"),
    ("extra_time", "true", "after_extra_time", r"(?i)\b(?:after|in|into|during|of|deep into|through) extra[- ]time|\ba\.?e\.?t\b|\bextra[- ]time (?:winner|goals?|strike|header|penalty|victory|win|drama|thriller|period)|\b120 minutes"),
    ("away_goals", "true", "on_away_goals", r"(?i)\b(?:on|the|by|thanks to|courtesy of) away[- ]goals?(?: rule)?"),
]  # fmt: skip


def find_context(sentences: pl.DataFrame, competitions: pl.DataFrame) -> pl.DataFrame:
    """What frames a match, in sentences (row, text): row, start, end, surface, kind, value, rule."""
    texts = sentences.select("row", "text")
    found = []
    for kind, value, rule, pattern in _CONTEXT:
        spans = find_spans(texts, pattern)
        before = (
            spans.join(texts, on="row", how="left", maintain_order="left")
            .select(before=pl.col("text").str.slice(0, pl.col("start")), after=pl.col("text").str.slice(pl.col("end")))
            .select(why_not(pl.col("before"), pl.lit("")).is_null() | (kind != "extra_time"))
            .to_series()
        )
        found.append(spans.filter(before).with_columns(kind=pl.lit(kind), value=pl.lit(value), rule=pl.lit(rule)))
    names = competitions.with_columns(alias=fold(pl.col("alias"))).unique("alias", keep="first", maintain_order=True)
    if names.height:
        longest_first = names.sort(pl.col("alias").str.len_bytes(), descending=True)["alias"].to_list()
        pattern = r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b"
        found.append(
            find_spans(texts, pattern)
            .join(
                names.select(surface="alias", value="competition_id"), on="surface", how="inner", maintain_order="left"
            )
            .with_columns(kind=pl.lit("competition"), rule=pl.lit("competition_name"))
            .select("row", "start", "surface", "end", "kind", "value", "rule")
        )
    return pl.concat([frame.select("row", "start", "end", "surface", "kind", "value", "rule") for frame in found])
