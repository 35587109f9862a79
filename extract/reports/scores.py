"""Scores: what two numbers are the score of, and which side has which.

Belongs here: reading what stands around a score with the patterns of `lexicon/scores.toml`. Does not belong here:
which match of a document it belongs to (`segments`), who "the hosts" are (`teams`), and any adding up.
"""

import re
import tomllib
from functools import cache

import polars as pl

from extract.reports.lexicon import FOLDER, expand
from extract.reports.spans import find_spans

#: A club behind these words is somebody's opponent, and no subject: "a win over X", "home to X".
OPPONENT = r"(?i)(\b(?:over|against|with|at|by|past|to|beat|beating|defeating|defeated|from|versus|of|hosting|visiting|facing) (?:the |10-man |ten-man |nine-man |fellow |their |struggling |[a-z]+-placed |rivals |hosts |visitors ){0,2})<[ct]([0-9]+)>"
# A club behind these is neither winner nor loser: "two points behind X", "denied X the title".
_BYSTANDER = r"(?i)(\b(?:of|above|below|behind|alongside|than|from|level with|denied|denying|deny|leaving|leapfrog|leapfrogged|overtook|overtake|join|joined) (?:the |their |third-placed |[a-z]+-placed |leaders |rivals |champions |fellow |city rivals |neighbours ){0,2})<[ct]([0-9]+)>"
# Patterns that look for the opponent alone look no further than the next score.
_ENDS_ON_CLUB = re.compile("\x01[LW]\x02$|^\\\\b\\(")
_LAST_CLUB = r"^(.*)(<[ct][0-9]+>[^<]*(?:<[^ct][^<]*)*)$"
_SLOTS = ("W", "L", "A", "B", "F", "G")
#: How far around a score its words are looked for.
_BEFORE, _AFTER = 170, 170
#: Scopes that words beside a score must say; a score without them is a final one if its sides are told.
_FINAL = "full_time"


def _compile(pattern: str) -> str:
    """The regular expression for a pattern of scores.toml, its sides as named groups."""
    pattern = re.sub(r"<S>", "\x00", pattern)
    for slot in _SLOTS:
        pattern = pattern.replace(f"<{slot}>", f"\x01{slot}\x02")
    pattern = expand(pattern)
    # Where one side alone is told, opponents and other scores may stand between it and this score.
    alone = sum(f"\x01{slot}\x02" in pattern for slot in _SLOTS) == 1 and not _ENDS_ON_CLUB.search(pattern)
    filler = r"(?:[^<>;]|<[pmxdrhos][0-9]+>){0,140}?" if alone else r"(?:[^<>;]|<[pmxdrho][0-9]+>){0,120}?"
    pattern = pattern.replace("@", filler)
    for slot in _SLOTS:
        pattern = pattern.replace(f"\x01{slot}\x02", f"<(?P<{slot}>[ct][0-9]+)>")
    return "(?i)" + pattern.replace("\x00", "<S>")


@cache
def _scopes() -> tuple[tuple[str, str], ...]:
    listed = tomllib.loads((FOLDER / "scores.toml").read_text("utf-8"))["scopes"]
    return tuple((entry["scope"], "|".join(_compile(p) for p in entry["patterns"])) for entry in listed)


@cache
def _sides() -> tuple[tuple[str, str], ...]:
    listed = tomllib.loads((FOLDER / "scores.toml").read_text("utf-8"))["sides"]
    return tuple((entry["rule"], _compile(p)) for entry in listed for p in entry["patterns"])


def read_scores(masked: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """What the scores among mentions say, in masked sentences (row, masked).

    Returns row, number (the mention's), scope (null if the words do not say), rule, first and second (numbers of the
    mentions of the clubs; null where none is named), goals_1, goals_2 (those of `first` and of `second`),
    stated (whether the words say who has which), words (what the rule matched).
    """
    scores = mentions.filter(pl.col("tag") == "s").select(
        "row", "number", "goals_1", "goals_2", "masked_start", "masked_end"
    )
    around = scores.join(masked.select("row", "masked"), on="row", how="left", maintain_order="left").with_columns(
        _from=(pl.col("masked_start") - _BEFORE).clip(0)
    )
    around = around.with_columns(
        before=pl.col("masked").str.slice(pl.col("_from"), pl.col("masked_start") - pl.col("_from")),
        after=pl.col("masked").str.slice(pl.col("masked_end"), _AFTER),
    ).with_columns(before=_without_bystanders(pl.col("before")))
    around = around.with_columns(words=pl.col("before") + "<S>" + pl.col("after"))
    scope = pl.coalesce([pl.when(pl.col("words").str.contains(p)).then(pl.lit(name)) for name, p in _scopes()])
    around = around.with_columns(scope=scope).with_row_index("score")
    sides = _read_sides(around)
    both = pl.col("first").is_not_null() & pl.col("second").is_not_null()
    # Who beat whom is no score on the way, whatever stands beside it.
    scope = pl.when(both & (pl.col("scope") == "running")).then(None).otherwise("scope")
    found = around.join(sides, on="score", how="left", maintain_order="left").with_columns(scope=scope).select(
        "row", "number", "scope", "rule", "first", "second",
        goals_1=pl.when(pl.col("turned")).then("goals_2").otherwise("goals_1"),
        goals_2=pl.when(pl.col("turned")).then("goals_1").otherwise("goals_2"),
        stated=pl.col("first").is_not_null(),
        words=pl.coalesce("matched", "words"),
        around="words",
    )  # fmt: skip
    return pl.concat([found, _beside_names(masked).select(found.columns).cast(dict(found.schema))])


# "Arsenal 2, Chelsea 1": each number behind its club, as titles and lists of results print them.
_BESIDE_NAMES = r"<c([0-9]+)> ([0-9]{1,2})(?: \([^()<>]{1,20}\))?,? (?:and )?<c([0-9]+)> ([0-9]{1,2})\b"


def _beside_names(masked: pl.DataFrame) -> pl.DataFrame:
    """Scores printed number by number; `number` is that of the first club's mention."""
    spans = find_spans(masked.select("row", "masked"), _BESIDE_NAMES, "masked")
    group = lambda n: pl.col("surface").str.extract(_BESIDE_NAMES, n).cast(pl.Int32)  # noqa: E731
    return spans.select(
        "row",
        number=group(1),
        scope=pl.lit(None, pl.String),
        rule=pl.lit("title"),
        first=group(1),
        second=group(3),
        goals_1=group(2),
        goals_2=group(4),
        stated=pl.lit(True),
        words="surface",
        around="surface",
    ).filter(pl.max_horizontal("goals_1", "goals_2") <= 31)


def _without_bystanders(before: pl.Expr) -> pl.Expr:
    """Takes the clubs that are neither side out of what stands before a score, and opponents unless they are next to it."""
    # ", who beat X last week, had to settle for ..." says nothing of this score.
    seen = before.str.replace_all(r"(<[ct][0-9]+>), (?:who|which|whose) [^;]{3,110}?, ", "${1} ")
    seen = seen.str.replace_all(_BYSTANDER, "${1}<o${2}>")
    head, last = seen.str.extract(_LAST_CLUB, 1), seen.str.extract(_LAST_CLUB, 2)
    return pl.coalesce(head.str.replace_all(OPPONENT, "${1}<o${2}>") + last, seen)


def _read_sides(around: pl.DataFrame) -> pl.DataFrame:
    """Per score the first pattern of sides that fits: score, rule, first, second, turned (numbers swapped), matched."""
    left = around.select("score", "words", "goals_1", "goals_2")
    found = []
    level = pl.col("goals_1") == pl.col("goals_2")
    for rule, pattern in _sides():
        is_draw = rule.startswith("draw")
        alone = rule in ("victory", "defeat")
        text = left.with_columns(words=pl.col("words").str.replace_all(OPPONENT, "${1}<o${2}>")) if alone else left
        hits = text.filter(pl.col("words").str.contains(pattern) & (level if is_draw else ~level | (rule == "title")))
        if hits.is_empty():
            continue
        groups = [name for name in re.compile(pattern).groupindex if name in _SLOTS]
        numbers = {
            g: pl.col("words").str.extract(pattern, re.compile(pattern).groupindex[g]).str.slice(1).cast(pl.Int32)
            for g in groups
        }
        none = pl.lit(None, pl.Int32)
        first = next((numbers[g] for g in ("W", "A", "F") if g in numbers), none)
        second = next((numbers[g] for g in ("L", "B", "G") if g in numbers), none)
        found.append(
            hits.select(
                "score",
                rule=pl.lit(rule),
                first=first,
                second=second,
                # A winner has the larger number, in whatever order the two are printed.
                turned=pl.lit(rule != "title") & (pl.col("goals_1") < pl.col("goals_2")),
                matched=pl.col("words").str.extract("(" + pattern.replace("(?i)", "(?i:", 1) + "))", 1),
            )
        )
        left = left.join(hits.select("score"), on="score", how="anti")
    if not found:
        return pl.DataFrame(
            schema={
                "score": pl.UInt32,
                "rule": pl.String,
                "first": pl.Int32,
                "second": pl.Int32,
                "turned": pl.Boolean,
                "matched": pl.String,
            }
        )
    sides = pl.concat(found)
    # Only the loser is named: he goes first, with the smaller number.
    lone = pl.col("first").is_null()
    return sides.with_columns(
        first=pl.coalesce("first", "second"),
        second=pl.when(lone).then(None).otherwise("second"),
        turned=pl.col("turned") ^ lone,
    )


_TIE = r"(?i)\b(?:legs?|aggregate|agg|tie)\b"


def in_ties(scores: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Settles the scope of what happened "last week": the first leg where the document speaks of a tie at all."""
    ties = (
        sentences.filter(pl.col("text").str.contains(_TIE))
        .select("document_id")
        .unique()
        .with_columns(_tie=pl.lit(True))
    )
    of = sentences.select("row", "document_id").join(ties, on="document_id", how="left", maintain_order="left")
    joined = scores.join(of.select("row", "document_id", "_tie"), on="row", how="left", maintain_order="left")
    settled = pl.when(pl.col("_tie")).then(pl.lit("first_leg")).otherwise(pl.lit("background"))
    settled_scores = joined.with_columns(scope=pl.when(pl.col("scope") == "last_week").then(settled).otherwise("scope"))
    # A document that gives no other result and no aggregate tells of the first leg itself.
    result = (pl.col("scope").is_null() | (pl.col("scope") == "full_time")) & pl.col("stated")
    no_other = ~(result | (pl.col("scope") == "aggregate")).any().over("document_id")
    is_this = (pl.col("scope") == "first_leg") & pl.col("stated") & no_other
    return settled_scores.with_columns(
        scope=pl.when(is_this).then(pl.lit("full_time")).otherwise("scope"), is_first_leg=is_this
    ).drop("_tie", "document_id")
