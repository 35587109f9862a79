"""Claims: what was found, as the rows of the claim tables.

Belongs here: giving each finding its candidates, sides, minutes, and its place in the document. Does not belong here:
finding anything (a module per step), and the order of the steps (`assemble`).

All functions take and return frames; `row` is a sentence of the batch, `number` a mention within it.
"""

import polars as pl

from extract.reports.progress import find_progress
from extract.reports.sides import find_affiliations, goal_sides, topic_clubs
from extract.reports.tellings import name_candidates
from extract.schemas import EXTRACTED


def _claims_of(incidents: pl.DataFrame, people: pl.DataFrame, timed: pl.DataFrame) -> pl.DataFrame:
    """Candidates of incidents with minute, telling_id and whether they are asserted."""
    candidates = name_candidates(incidents, people)
    return candidates.join(
        timed.select("incident", "minute", "stoppage", minute_basis="basis"), on="incident", how="left", maintain_order="left"
    ).with_columns(
        why_not=pl.when(pl.col("why_not").is_null() & pl.col("is_staff")).then(pl.lit("not_a_player"))
        # A goal that somebody stands near is not yet his.
        .when(pl.col("why_not").is_null() & pl.col("surface").str.contains(r"(?i)^goals?$") & (pl.col("link_strength") > 2)).then(pl.lit("hypothetical"))
        .otherwise("why_not"),
        telling=pl.format("{}.{}", "incident", "member"),
    ).with_columns(asserted=pl.col("why_not").is_null())  # fmt: skip


def goal_claims(
    goals: pl.DataFrame,
    people: pl.DataFrame,
    timed: pl.DataFrame,
    mentions: pl.DataFrame,
    pairs: pl.DataFrame,
    segments: pl.DataFrame,
) -> pl.DataFrame:
    """Candidate scorers of goals: a row per telling, man told in it, and candidate; see `GoalClaims`."""
    claims = _claims_of(goals, people, timed)
    sides = (
        goal_sides(goals)
        .join(goals.select("incident", "row"), on="incident")
        .join(
            mentions.select("row", "number", "tag", side_club="club_id"),
            left_on=["row", "club_number"],
            right_on=["row", "number"],
            how="left",
        )
    )
    sides = (
        sides.join(segments, on="row", how="left")
        .join(mentions.select("row", "document_id").unique("row"), on="row", how="left")
        .join(
            pairs.select("document_id", "segment_no", "club_1", "club_2"), on=["document_id", "segment_no"], how="left"
        )
    )
    other = (
        pl.when(pl.col("side_club") == pl.col("club_1"))
        .then("club_2")
        .when(pl.col("side_club") == pl.col("club_2"))
        .then("club_1")
    )
    sides = sides.with_columns(
        club_id=pl.when("against")
        .then(other)
        .when((pl.col("side_club") == pl.col("club_1")) | (pl.col("side_club") == pl.col("club_2")))
        .then("side_club")
    ).filter(pl.col("club_id").is_not_null())
    claims = claims.join(
        sides.select(
            "incident",
            "club_id",
            "side_rule",
            club_basis=pl.when(pl.col("tag") == "t").then(pl.lit("role")).otherwise(pl.lit("explicit")),
        ),
        on="incident",
        how="left",
        maintain_order="left",
    )
    # Who is named beside an own goal is mostly its scorer's side, so only words that say who profits count.
    profits = pl.col("side_rule").is_in(["for_club", "to_give", "them"])
    for column in ("club_id", "club_basis"):
        claims = claims.with_columns(
            pl.when(pl.col("is_own_goal") & ~profits).then(None).otherwise(column).alias(column)
        )
    led_to = mentions.filter(pl.col("tag") == "s").select(
        "row", score_number="number", goals_1="goals_1", goals_2="goals_2"
    )
    claims = claims.join(led_to, on=["row", "score_number"], how="left", maintain_order="left")
    # "2-0" and "2-2" are the same from either side; "1-2" is not, and the words seldom tell from whose.
    plain = (pl.col("goals_2") == 0) | (pl.col("goals_1") == pl.col("goals_2"))
    # "The hosts scored again through X" is a second goal of theirs, not of his.
    of_team = (pl.col("rule") == "his_second") & (pl.col("link") == "agent")
    return claims.with_columns(
        scorer="name",
        # "Two goals from A and B" are one each; of "two goals from A" both are his.
        goal_count=pl.when(of_team)
        .then(1)
        .otherwise(pl.max_horizontal(pl.col("goal_count") // pl.col("member").max().over("incident"), pl.lit(1))),
        running_for=pl.when(plain & (pl.col("goals_1") > 0)).then("goals_1"),
        running_against=pl.when(plain & (pl.col("goals_1") > 0)).then("goals_2"),
    )


def card_claims(cards: pl.DataFrame, people: pl.DataFrame, timed: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Candidate players of cards, and sides a man short; see `CardClaims`."""
    claims = _claims_of(cards.filter(pl.col("kind") != "ten_man"), people, timed)
    claims = claims.with_columns(club_id=pl.lit(None, pl.String), club_basis=pl.lit(None, pl.String))
    short = (
        cards.filter(pl.col("kind") == "ten_man")
        .join(
            mentions.select("row", "number", "tag", "club_id"),
            left_on=["row", "club_number"],
            right_on=["row", "number"],
            how="inner",
        )
        .filter(pl.col("club_id").is_not_null())
    )
    short = short.with_columns(
        name=pl.lit(None, pl.String), link=pl.lit("none"), link_strength=pl.lit(1, pl.Int32), candidate_rank=pl.lit(1, pl.Int32),
        club_basis=pl.when(pl.col("tag") == "t").then(pl.lit("role")).otherwise(pl.lit("explicit")),
        minute=pl.lit(None, pl.Int32), stoppage=pl.lit(None, pl.Int32), minute_basis=pl.lit(None, pl.String),
        telling=pl.format("{}.1", "incident"), asserted=pl.col("why_not").is_null(), rule=pl.lit("ten_man"),
    )  # fmt: skip
    return pl.concat([claims, short], how="diagonal_relaxed").with_columns(player="name")


def match_claims(
    pairs: pl.DataFrame, mentions: pl.DataFrame, clubs_named: pl.DataFrame, goal_claims: pl.DataFrame
) -> pl.DataFrame:
    """The matches of documents; one told without a goal, in passing, is brief; see `MatchClaims`."""
    at = at_mention(pairs, mentions)
    told = (
        goal_claims.filter(pl.col("asserted") & pl.col("scorer").is_not_null())
        .join(mentions.select("row", "document_id", "segment_no").unique("row"), on="row")
        .select("document_id", "segment_no")
        .unique()
        .with_columns(has_goals=pl.lit(True))
    )
    for side in ("1", "2"):
        at = at.join(
            clubs_named.select(pl.col("club_id").alias(f"club_{side}"), pl.col("club_name").alias(f"name_{side}")),
            on=f"club_{side}",
            how="left",
            maintain_order="left",
        )
    return (
        at.join(told, on=["document_id", "segment_no"], how="left", maintain_order="left")
        .with_columns(is_brief=pl.col("has_goals").is_null() & (pl.col("segment_no") > 1) & (pl.col("tellings") <= 1))
        .drop("document_id")
    )


def at_mention(frame: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Gives rows that speak of a mention (row, number) the place of it."""
    return frame.join(
        mentions.select("row", "number", text_start="start", text_end="end"),
        on=["row", "number"],
        how="inner",
        maintain_order="left",
    )


def score_claims(scores: pl.DataFrame, mentions: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Scores with their scope and sides; one with a club that is not in the match is another match's; see `ScoreClaims`."""
    at = scores.join(
        mentions.select("row", "number", text_start="start", text_end="end"),
        on=["row", "number"],
        how="inner",
        maintain_order="left",
    ).join(
        pairs.select("document_id", "segment_no", "club_1", "club_2"),
        on=["document_id", "segment_no"],
        how="left",
        maintain_order="left",
    )
    inside = lambda club: (pl.col(club) == pl.col("club_1")) | (pl.col(club) == pl.col("club_2"))  # noqa: E731
    foreign = (pl.col("first_club").is_not_null() & ~inside("first_club").fill_null(False)) | (
        pl.col("second_club").is_not_null() & ~inside("second_club").fill_null(False)
    )
    scope = (
        pl.when(foreign | pl.col("in_speech")).then(pl.lit("background"))
        .when(pl.col("scope") == "in_play").then(pl.lit("running"))
        .when(pl.col("scope").is_not_null()).then("scope")
        .when(pl.col("first_club").is_not_null()).then(pl.lit("full_time"))
        .otherwise(pl.lit("running"))
    )  # fmt: skip
    return at.select(
        "row", "segment_no", "text_start", "text_end", "goals_1", "goals_2",
        rule=pl.coalesce("rule", pl.lit("score")), scope=scope, club_1="first_club", club_2="second_club",
        orientation=pl.when(pl.col("first_club").is_not_null()).then(pl.lit("stated")).otherwise(pl.lit("unknown")),
    )  # fmt: skip


def affiliation_claims(masked: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Who plays for whom by the words beside his name; see `AffiliationClaims`."""
    found = find_affiliations(masked, mentions)
    return (
        found.join(
            mentions.select("row", person="number", player="name"),
            on=["row", "person"],
            how="inner",
            maintain_order="left",
        )
        .join(
            mentions.select("row", club="number", club_id="club_id"),
            on=["row", "club"],
            how="inner",
            maintain_order="left",
        )
        .filter(pl.col("club_id").is_not_null() & pl.col("player").is_not_null())
        .select("row", "text_start", "text_end", "player", "club_id", "basis", "strength", rule="basis")
    )


def topic_claims(
    goals: pl.DataFrame,
    goal_claims: pl.DataFrame,
    cards: pl.DataFrame,
    card_claims: pl.DataFrame,
    mentions: pl.DataFrame,
) -> pl.DataFrame:
    """That a man plays for the club that the sentence of his goal or card goes on about, where no words say for whom."""
    told = []
    for incidents, claims, man in (
        (goals, goal_claims.filter(~pl.col("is_own_goal")), "scorer"),
        (cards, card_claims, "player"),
    ):
        open_side = pl.col("asserted") & pl.col("club_id").is_null() & pl.col(man).is_not_null()
        men = claims.filter(open_side & (pl.col("candidate_rank") == 1)).select(
            "incident", "row", "text_start", "text_end", player=man
        )
        told.append(men.join(topic_clubs(incidents, mentions), on="incident", how="inner", maintain_order="left"))
    return pl.concat(told).select(
        "row", "text_start", "text_end", "player", "club_id",
        basis=pl.lit("topic"), strength=pl.lit(3, pl.Int32), rule=pl.lit("topic"),
    )  # fmt: skip


def progress_claims(masked: pl.DataFrame, mentions: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Which side of the match advances or goes out; see `ProgressClaims`."""
    found = find_progress(masked, mentions).join(
        mentions.select("row", "number", "document_id", "segment_no", "club_id", "in_speech"),
        on=["row", "number"],
        how="inner",
        maintain_order="left",
    )
    return (
        found.join(pairs.select("document_id", "segment_no", "club_1", "club_2"), on=["document_id", "segment_no"])
        .filter(
            ~pl.col("in_speech") & ((pl.col("club_id") == pl.col("club_1")) | (pl.col("club_id") == pl.col("club_2")))
        )
        .drop("document_id", "segment_no", "club_1", "club_2")
    )


def spans(frame: pl.DataFrame, place: pl.DataFrame) -> pl.DataFrame:
    """Places of claims (row, text_start, text_end) in their documents, and the sentence as evidence."""
    ends = place.select("row", "document_id", "sentence_no", "segment_no", "sentence_start", "sentence_end")
    frame = frame.drop("document_id", "sentence_no", strict=False)
    if "segment_no" in frame.columns:
        frame = frame.rename({"segment_no": "_own_segment"})
    joined = frame.join(ends, on="row", how="left", maintain_order="left")
    if "_own_segment" in joined.columns:
        joined = joined.with_columns(segment_no=pl.coalesce("_own_segment", "segment_no"))
    return joined.with_columns(
        char_start=pl.col("text_start") + pl.col("sentence_start"),
        char_end=pl.col("text_end") + pl.col("sentence_start"),
    )


def finish(frame: pl.DataFrame, name: str, documents: pl.DataFrame) -> pl.DataFrame:
    """A frame as its schema wants it: surface from the document itself, ids, columns in order."""
    schema = EXTRACTED[name]
    columns = schema.column_names()
    frame = frame.join(
        documents.select("document_id", _text="text"), on="document_id", how="left", maintain_order="left"
    )
    if "surface" in columns:
        frame = frame.with_columns(
            surface=pl.col("_text").str.slice(pl.col("char_start"), pl.col("char_end") - pl.col("char_start"))
        ).filter(pl.col("surface") != "")
    number = pl.int_range(1, pl.len() + 1).over("document_id")
    frame = frame.sort("document_id", "char_start", "char_end", maintain_order=True)
    frame = frame.with_columns(
        claim_id=pl.format(
            "{}:{}:{}", pl.col("document_id").str.slice(0, 16), pl.lit(name.removesuffix("_claims")), number
        )
    ).with_columns(mention_id="claim_id")
    if "telling_id" in columns:
        frame = frame.with_columns(
            telling_id=pl.format("{}:{}:{}", pl.col("document_id").str.slice(0, 16), pl.lit(name.removesuffix("_claims")),
                                 pl.col("telling").rank("dense").over("document_id")),
            evidence_start="sentence_start", evidence_end="sentence_end",
        )  # fmt: skip
    return frame.select(columns).cast(dict(schema.create_empty().schema))
