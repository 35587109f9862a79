"""The schema of every raw table, in one place: columns, types, what may be null, which values are known.

Belongs here: what a row of `raw` must look like before it is loaded. Does not belong here: how a row is made
(`extract.reports`), how it is written (`extract.warehouse`), and anything that looks at more than one row of one
table, which is dbt's to judge.
"""

from collections.abc import Callable, Sequence

import dataframely as dy
import polars as pl

SENTENCE_KINDS = ("prose", "quote", "caption", "heading", "list")
SCORE_SCOPES = (
    "full_time",
    "half_time",
    "ninety",
    "running",
    "first_leg",
    "aggregate",
    "shootout",
    "background",
)
LINKS = ("subject", "object", "agent", "possessive", "relative", "list", "apposition", "pronoun", "role", "none")
REASONS_NOT_ASSERTED = (
    "negated",
    "hypothetical",
    "disallowed",
    "saved",
    "missed",
    "other_match",
    "season_tally",
    "shootout",
    "not_a_player",
)
CONTEXT_KINDS = ("competition", "round", "leg", "extra_time", "season", "date", "away_goals")


def _one_of(values: Sequence[str]) -> dict[str, Callable[[pl.Expr], pl.Expr]]:
    """A check named for what it asks: a word outside the list is a spelling mistake, not a new meaning."""
    return {"known_value": lambda column: column.is_in(list(values))}


class Documents(dy.Schema):
    """One source file, by its content; `path` is where it was last seen, relative to the data folder."""

    document_id = dy.String(primary_key=True, regex="^[0-9a-f]{64}$")
    source = dy.String(check=_one_of(("report", "football_txt")))
    path = dy.String(min_length=1)
    text = dy.String()
    loaded_at = dy.Datetime()
    extractor_version = dy.String(min_length=1)
    char_count = dy.Int32(min=0)
    byte_count = dy.Int64(min=0)


class Rejects(dy.Schema):
    """A file, a line or a claim that did not get in, with a reason that a person understands."""

    document_id = dy.String(nullable=True)
    path = dy.String()
    line_no = dy.Int32(nullable=True, min=1)
    reason = dy.String(min_length=1)
    surface = dy.String(nullable=True)
    rejected_at = dy.Datetime()


class Sentences(dy.Schema):
    """One sentence of a document; `segment_no` is the match it belongs to, null when it belongs to none."""

    document_id = dy.String(primary_key=True)
    sentence_no = dy.Int32(primary_key=True, min=1)
    paragraph_no = dy.Int32(min=1)
    kind = dy.String(check=_one_of(SENTENCE_KINDS))
    segment_no = dy.Int32(nullable=True, min=1)
    char_start = dy.Int32(min=0)
    char_end = dy.Int32(min=1)

    @dy.rule()
    def span_holds_something(cls) -> pl.Expr:
        return pl.col("char_end") > pl.col("char_start")


class Mentions(dy.Schema):
    """One naming of a club, person, role, minute or score; `name` is canonical within the document."""

    mention_id = dy.String(primary_key=True)
    document_id = dy.String()
    sentence_no = dy.Int32(min=1)
    char_start = dy.Int32(min=0)
    char_end = dy.Int32(min=1)
    rule = dy.String(min_length=1)
    surface = dy.String(min_length=1)
    kind = dy.String(min_length=1)
    name = dy.String(nullable=True)
    club_id = dy.String(nullable=True)

    @dy.rule()
    def span_is_as_long_as_surface(cls) -> pl.Expr:
        return pl.col("surface").str.len_chars() == pl.col("char_end") - pl.col("char_start")


class Claim(dy.Schema):
    """What every claim has: where its words stand, and the rule that read them.

    Spans count code points of `documents.text` from 0, the end excluded. `segment_no` is the match of the document
    that the claim speaks of, null when it speaks of none in particular.
    """

    claim_id = dy.String(primary_key=True)
    document_id = dy.String()
    sentence_no = dy.Int32(min=1)
    segment_no = dy.Int32(nullable=True, min=1)
    char_start = dy.Int32(min=0)
    char_end = dy.Int32(min=1)
    rule = dy.String(min_length=1)
    surface = dy.String(min_length=1)

    @dy.rule()
    def span_is_as_long_as_surface(cls) -> pl.Expr:
        return pl.col("surface").str.len_chars() == pl.col("char_end") - pl.col("char_start")


class MatchClaims(Claim):
    """One match told by a document; the clubs in the order of telling, which says nothing of who was at home."""

    club_1 = dy.String(nullable=True)
    club_2 = dy.String(nullable=True)
    name_1 = dy.String(nullable=True)
    name_2 = dy.String(nullable=True)
    is_brief = dy.Bool()


class ScoreClaims(Claim):
    """Two numbers with a scope; `background` is the score of some other match and enters no sum."""

    scope = dy.String(check=_one_of(SCORE_SCOPES))
    club_1 = dy.String(nullable=True)
    club_2 = dy.String(nullable=True)
    goals_1 = dy.Int32(min=0)
    goals_2 = dy.Int32(min=0)
    orientation = dy.String(check=_one_of(("stated", "unknown")))

    @dy.rule()
    def stated_orientation_names_a_club(cls) -> pl.Expr:
        return (pl.col("orientation") == "unknown") | pl.col("club_1").is_not_null()


class SideClaims(Claim):
    """Words that put a club at home or away, from 1 (strong) to 3 (weak)."""

    club_id = dy.String()
    is_home = dy.Bool()
    strength = dy.Int32(min=1, max=3)


class _Incident(Claim):
    """What tellings of goals and cards share. One telling with several candidate names is several rows."""

    telling_id = dy.String(min_length=1)
    candidate_rank = dy.Int32(min=1)
    link = dy.String(check=_one_of(LINKS))
    link_strength = dy.Int32(min=1, max=3)
    club_id = dy.String(nullable=True)
    club_basis = dy.String(nullable=True, check=_one_of(("explicit", "role", "affiliation")))
    # The bounds are those of a number that can be a minute at all; whether it was played is dbt's to say.
    minute = dy.Int32(nullable=True, min=0, max=200)
    stoppage = dy.Int32(nullable=True, min=0, max=60)
    minute_basis = dy.String(nullable=True, check=_one_of(("stated", "relative")))
    asserted = dy.Bool()
    why_not = dy.String(nullable=True, check=_one_of(REASONS_NOT_ASSERTED))
    evidence_start = dy.Int32(min=0)
    evidence_end = dy.Int32(min=1)

    @dy.rule()
    def what_is_not_asserted_says_why(cls) -> pl.Expr:
        return pl.col("asserted") == pl.col("why_not").is_null()

    @dy.rule()
    def evidence_holds_something(cls) -> pl.Expr:
        return pl.col("evidence_end") > pl.col("evidence_start")


class GoalClaims(_Incident):
    """One candidate scorer of one telling of a goal; `club_id` is the side whose score goes up."""

    scorer = dy.String(nullable=True)
    is_penalty = dy.Bool()
    is_own_goal = dy.Bool()
    goal_count = dy.Int32(min=1)
    running_for = dy.Int32(nullable=True, min=0)
    running_against = dy.Int32(nullable=True, min=0)


class CardClaims(_Incident):
    """One candidate player of one telling of a card; a side said to be a man short is a red card without a player."""

    player = dy.String(nullable=True)
    card = dy.String(check=_one_of(("yellow", "second_yellow", "red")))


class AffiliationClaims(Claim):
    """Words that put a player in a club, from 1 (strong) to 3 (weak)."""

    player = dy.String(min_length=1)
    club_id = dy.String(min_length=1)
    basis = dy.String(min_length=1)
    strength = dy.Int32(min=1, max=3)


class ProgressClaims(Claim):
    """Words that let a club advance or put it out."""

    club_id = dy.String(min_length=1)
    is_through = dy.Bool()


class ContextClaims(Claim):
    """What frames a match: its competition, round, leg, season, date, extra time, away goals."""

    kind = dy.String(check=_one_of(CONTEXT_KINDS))
    value = dy.String(min_length=1)


#: What extraction makes of documents, by table name. The order is that of loading.
EXTRACTED: dict[str, type[dy.Schema]] = {
    "sentences": Sentences,
    "mentions": Mentions,
    "match_claims": MatchClaims,
    "score_claims": ScoreClaims,
    "side_claims": SideClaims,
    "goal_claims": GoalClaims,
    "card_claims": CardClaims,
    "affiliation_claims": AffiliationClaims,
    "progress_claims": ProgressClaims,
    "context_claims": ContextClaims,
}

#: The tables of claims alone: what is counted as "claims by kind".
CLAIM_TABLES = tuple(name for name in EXTRACTED if name.endswith("_claims"))

#: Every table of schema `raw`.
RAW_TABLES: dict[str, type[dy.Schema]] = {"documents": Documents, "rejects": Rejects, **EXTRACTED}


def empty_frames() -> dict[str, pl.DataFrame]:
    """What extraction returns for no documents at all: every extracted table, with its columns and no rows."""
    return {name: schema.create_empty() for name, schema in EXTRACTED.items()}
