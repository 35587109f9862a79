"""Sides: for which club a goal counts, in whose shirt a man plays.

Belongs here: what the words around a telling or a name say of a club. Does not belong here: what follows from counting
(dbt's), and who is at home (`teams`).
"""

import re

import polars as pl

from extract.reports.lexicon import expand
from extract.reports.masking import unmask
from extract.reports.scores import OPPONENT
from extract.reports.spans import find_spans

_CLUB = r"<(?P<C>[ct][0-9]+)>"


def _side_pattern(pattern: str) -> str:
    return "(?i)" + expand(pattern.replace("<C>", "\x00")).replace("\x00", _CLUB)


#: (rule, where it is looked for, pattern, whether the goal is for the other side, kinds or None for all), best first.
_AROUND = [
    ("for_club", "surface", "{give} <C>", False, None),
    ("to_give", "after", r"^(?:[^<>;]|<[pmxdsrh][0-9]+>){0,110}?\b(?:{give}|to (?:give|put|send|earn|hand|help|keep|fire|level|make)|sending|giving|putting|handing|earning|for)(?: the| back)? <C>(?! out)", False, None),
    ("scored_for", "after", r"^(?:[^<>;.]|<[pmdx][0-9]+>){0,40}?\b(?:for|on behalf of|in favour of) (?:the )?<C>", False, None),
    ("to_help", "after", r"^(?:[^<>;]|<[pmxdsrh][0-9]+>){0,60}?\b(?:help|helped|helping|earn|earned|inspire[ds]?|fire|hand|handed|sealed|seal|secure|secured|clinch|complete)(?:[^<>;]|<[pmxdsr][0-9]+>){0,40}? (?:for )?<C>", False, None),
    ("behind_to", "before", r"<C>(?:[^<>;]|<[mdxso][0-9]+>){0,50}?\b(?:behind|undone|beaten|sunk|stunned|rocked) (?:to|by) [^;]{0,60}$", True, ["noun", "shot"]),
    ("subject_club", "before", r"<C>,?(?: who)?(?: {aux},?)* $", False, ["team", "result", "score", "noun"]),
    ("behind_club", "before", r"(?:^|[,;] |\bbut |\band |\bbefore |\bthen )(?:[a-z-]+ ){0,4}<C>(?:[^<>;]|<[mdxso][0-9]+>){0,90}?\b(?:fell behind|falling behind|fall behind|(?:went|going|go) (?:behind|down|a goal down)|trail[a-z]*|conced[a-z]*|(?:were|was) (?:[a-z]+ )?(?:rocked|stunned|shocked|caught|punished|undone|left|behind|made to pay|pegged back|hit|breached|beaten|in trouble)|suffer[a-z]*|hopes)(?:[^<>;]|<[mdxso][0-9]+>){0,60} (?:when|as|after|with)(?: [a-z-]+|<d>){0,4} <[prh][0-9]+>(?:[^<>;,]|<[pmdxsrho][0-9]+>){0,60}$", True, None),
    ("club_when", "before", r"(?:^|[,;] |\bbut |\band |\bbefore |\bthen )(?:[a-z-]+ ){0,4}<C>(?:[^<>;]|<[mdxso][0-9]+>){2,90}? (?:when|as|with|after|through|thanks to)(?: [a-z-]+|<d>){0,4} <[prh][0-9]+>(?:[^<>;,]|<[pmdxsrho][0-9]+>){0,90}$", False, None),
    ("club_then_team", "before", r"<C>(?:[^<>;]|<[mdxso][0-9]+>){1,90}$", False, ["team", "result", "noun", "score"]),
    ("club_through", "before", r"<C>(?:[^<>;]|<[mdxspo][0-9]+>){1,120}? (?:and|then|before) (?:then )?(?:<m>,? )?(?:{aux} )*$", False, ["team", "result"]),
]  # fmt: skip

# They ask for a look-ahead that Rust's expressions do not have; the words after the club are looked at apart.
_OUT = r"^ (?:out|crashing|packing|tumbling|home|on the way|on their way out)"

_NEXT_TELLING = r"(?i)\b(?:before|but|while|when|until|although)\b"
_THEM = r"(?i)^(?:[^<>;]|<[pmxdsr][0-9]+>){0,100}?\b(?:{give}|send|sending|for) (?:them|his side|his team|their side|his club|his country|his men)\b"


def goal_sides(incidents: pl.DataFrame) -> pl.DataFrame:
    """What words say for whom a goal counts: incident, club_number (of the mention), side_rule, against.

    `against` marks words that name the side that conceded ("X fell behind when ..."). The best rule of each incident.
    """
    # Opponents are no subjects: "a 2-0 win over X thanks to two goals from Y".
    incidents = incidents.with_columns(before=pl.col("before").str.replace_all(OPPONENT, "${1}<o${2}>"))
    found = []
    for order, (rule, where, pattern, against, kinds) in enumerate(_AROUND):
        compiled = _side_pattern(pattern.replace("(?! out)", ""))
        group = re.compile(compiled).groupindex["C"]
        rows = incidents if kinds is None else incidents.filter(pl.col("kind").is_in(kinds))
        text = pl.col(where)
        hits = rows.select("incident", tag=text.str.extract(compiled, group), text=text)
        if where == "after":
            # What is told of the next goal is not told of this one.
            whole = pl.col("text").str.extract(f"({compiled})", 1)
            hits = hits.filter(~whole.str.contains(_NEXT_TELLING).fill_null(False))
        found.append(
            hits.filter(pl.col("tag").is_not_null()).with_columns(
                side_rule=pl.lit(rule), against=pl.lit(against), order=pl.lit(order)
            )
        )
    them = (
        incidents.filter(pl.col("after").str.contains(expand(_THEM)))
        .select("incident", tag=pl.col("before").str.extract(r"<([ct][0-9]+)>", 1), text=pl.col("after"))
        .filter(pl.col("tag").is_not_null())
        .with_columns(side_rule=pl.lit("them"), against=pl.lit(False), order=pl.lit(3))
    )
    return (
        pl.concat([*found, them], how="vertical_relaxed")
        .filter(~_rest_after_tag().str.contains(_OUT))
        .sort("incident", "order")
        .group_by("incident", maintain_order=True)
        .first()
        .select("incident", "side_rule", "against", club_number=pl.col("tag").str.slice(1).cast(pl.Int32))
    )


def _rest_after_tag() -> pl.Expr:
    """What follows the tag of the club in the text it was found in."""
    label = pl.format("<{}>", "tag")
    return pl.col("text").str.split_exact(label, 1).struct[1].fill_null("")


_FORMER = r"(?:(?:former|ex|one-time|old|ex-|then|previous) ?-?)?"
# (basis, strength, pattern); C the club, P the man; F before the club says that he plays there no more.
_AFFILIATIONS = [
    ("their_role", 1, r"(?P<F>FORMER)<(?P<C>[ct][0-9]+)>(?:'s|')?(?: (?:[a-z0-9-]+|<d>),?){0,4} (?:{position}|{manager})(?: and [a-z-]+)?,? <(?P<P>p[0-9]+)>"),
    ("possessive", 1, r"(?P<F>FORMER)<(?P<C>[ct][0-9]+)>(?:'s|')(?: (?:[a-z0-9-]+|<d>)){0,3} <(?P<P>p[0-9]+)>"),
    ("of", 1, r"<(?P<P>p[0-9]+)> (?:of|for) (?P<F>FORMER)<(?P<C>[ct][0-9]+)>"),
    ("apposition", 1, r"<(?P<P>p[0-9]+)>, (?:the|a|an|their|one of)?(?: (?:[a-z0-9-]+|<d>)){0,3} ?(?P<F>FORMER)<(?P<C>[ct][0-9]+)>(?:'s)?(?: (?:[a-z0-9-]+|<d>)){0,3} (?:{position}|{manager})"),
    ("in_brackets", 2, r"<(?P<P>p[0-9]+)> \((?P<F>)<(?P<C>c[0-9]+)>\)"),
    ("teammate", 2, r"(?P<F>FORMER)<(?P<C>c[0-9]+)> (?:team-?mate|colleague|compatriot|captain)s?,? <(?P<P>p[0-9]+)>"),
    ("their_own", 2, r"(?P<F>)<(?P<C>[ct][0-9]+)>(?:[^<>;]|<[mdxs][0-9]+>){1,80}\btheir (?:own )?(?:[a-z-]+ ){0,2}(?:{position}|{manager}),? <(?P<P>p[0-9]+)>"),
    ("beside_club", 3, r"(?P<F>)(?:^|[.,;] |\bwhen |\bbut )<(?P<C>c[0-9]+)>(?:[^<>;,]|<[md][0-9]+>){2,60} (?:through|with|from)(?: [a-z-]+){0,3} <(?P<P>p[0-9]+)>"),
]  # fmt: skip
_STAFF = r"(?i)(?:{manager})(?: and [a-z-]+)?,? <(?P<P>p[0-9]+)>|<(?P<Q>p[0-9]+)>(?:'s|') (?:men|side|team|charges|boys|players|troops|lads|squad|reds|blues|outfit)\b|<(?P<R>p[0-9]+)>, (?:the|their|his)(?: [a-z-]+| <[cdt][0-9]+>(?:'s)?){0,4} (?:{manager})\b|<(?P<U>p[0-9]+)>,[^<>;]{0,40} in charge of|said <(?P<T>p[0-9]+)>, (?:the )?(?:[a-z-]+ ){0,2}(?:{manager})"


def find_affiliations(masked: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Who plays for whom by the words beside his name.

    Returns row, text_start, text_end (of the words), person and club (numbers of the mentions), basis, strength.
    """
    texts = masked.select("row", "masked")
    found = []
    for basis, strength, pattern in _AFFILIATIONS:
        compiled = "(?i)" + expand(pattern.replace("FORMER", _FORMER))
        groups = re.compile(compiled).groupindex
        spans = find_spans(texts, re.sub(r"\?P<[A-Z]>", "?:", compiled), "masked")
        found.append(
            spans.with_columns(
                person=pl.col("surface").str.extract(compiled, groups["P"]).str.slice(1).cast(pl.Int32),
                club=pl.col("surface").str.extract(compiled, groups["C"]).str.slice(1).cast(pl.Int32),
                former=pl.col("surface").str.extract(compiled, groups["F"]).fill_null(""),
                basis=pl.lit(basis),
                strength=pl.lit(strength, pl.Int32),
            )
        )
    all_found = pl.concat(found).filter((pl.col("former") == "") & pl.col("person").is_not_null())
    all_found = all_found.filter(~_said_of_before(all_found, texts))
    return unmask(all_found, mentions).select("row", "text_start", "text_end", "person", "club", "basis", "strength")


def _said_of_before(found: pl.DataFrame, texts: pl.DataFrame) -> pl.Series:
    """Whether the words before say that he left: "the former Chelsea striker X"."""
    joined = found.join(texts, on="row", how="left", maintain_order="left")
    return joined.select(
        pl.col("masked")
        .str.slice(0, pl.col("start"))
        .str.tail(24)
        .str.contains(r"(?i)\b(?:former|ex|one-time|then|previous)[ -](?:[a-z]+ )?$")
    ).to_series()


def find_staff(masked: pl.DataFrame) -> pl.DataFrame:
    """Names of managers, referees and the like: row, number. They score no goals, and their cards are no cards."""
    compiled = expand(_STAFF)
    spans = find_spans(masked.select("row", "masked"), re.sub(r"\?P<[A-Z]>", "?:", compiled), "masked")
    # A staff pattern names one person; with a club between it is the last tag of its kind.
    return spans.select("row", number=pl.col("surface").str.extract(r"<p([0-9]+)>").cast(pl.Int32)).drop_nulls()


def topic_clubs(incidents: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """The club that a telling goes on about: the one named last before it, in its sentence or the one before.

    Returns incident, club_id. Opponents ("a win over X") are not what a sentence is about. This is weak evidence: it
    breaks ties and proves nothing.
    """
    teams = mentions.filter(
        pl.col("tag").is_in(["c", "t"])
        & pl.col("club_id").is_not_null()
        & ~pl.col("in_speech")
        & ~pl.col("is_opponent")
    ).select("document_id", "segment_no", "row", "masked_start", "club_id")
    here = (
        incidents.select("incident", "row", "start")
        .join(teams.select("row", "masked_start", here="club_id"), on="row")
        .filter(pl.col("masked_start") < pl.col("start"))
        .sort("incident", "masked_start")
        .group_by("incident", maintain_order=True)
        .agg(here=pl.col("here").last())
    )
    # Of the sentence before it is its subject, which comes first.
    subjects = (
        teams.sort("row", "masked_start")
        .group_by("row", maintain_order=True)
        .agg(pl.col("document_id", "segment_no").first(), before=pl.col("club_id").first())
    )
    own = mentions.select("row", "document_id", "segment_no").unique("row")
    before = (
        incidents.select("incident", "row")
        .join(own, on="row", how="left", maintain_order="left")
        .join(subjects.with_columns(row=pl.col("row") + 1), on=["row", "document_id", "segment_no"])
        .select("incident", "before")
    )
    return (
        incidents.select("incident")
        .join(here, on="incident", how="left", maintain_order="left")
        .join(before, on="incident", how="left", maintain_order="left")
        .select("incident", club_id=pl.coalesce("here", "before"))
        .drop_nulls()
    )


def mark_opponents(mentions: pl.DataFrame, masked: pl.DataFrame) -> pl.DataFrame:
    """Adds is_opponent to mentions: clubs behind words that make them somebody's opponent."""
    before = (
        mentions.join(masked.select("row", "masked"), on="row", how="left", maintain_order="left")
        .select(pl.col("masked").str.slice(0, pl.col("masked_end")).str.tail(60))
        .to_series()
    )
    return mentions.with_columns(is_opponent=before.str.contains(OPPONENT + "$"))
