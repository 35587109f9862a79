"""Assembly: the steps of reading, in order.

Belongs here: which step follows which, and what one hands to the next. Does not belong here: reading anything (a
module per step), and the rows of the claim tables (`claims`).
"""

import polars as pl
import pyarrow as pa

from extract.reports import claims
from extract.reports.cards import find_cards
from extract.reports.clubs import gazetteer
from extract.reports.goals import find_goals
from extract.reports.mentions import find_mentions
from extract.reports.progress import find_context
from extract.reports.references import resolve_people
from extract.reports.scores import in_ties, read_scores
from extract.reports.segments import assign_segments, find_pairs
from extract.reports.sentences import outside_speech, split_sentences
from extract.reports.sides import find_staff, mark_opponents
from extract.reports.teams import home_clubs, resolve_roles, side_evidence
from extract.reports.timing import attach_minutes, carry_minutes, resolve_later
from extract.schemas import empty_frames

_NO_COMPETITIONS = pl.DataFrame(schema={"alias": pl.String, "competition_id": pl.String})


def extract_claims(
    documents: pl.DataFrame | pa.Table | pa.RecordBatch,
    clubs: pl.DataFrame,
    competitions: pl.DataFrame = _NO_COMPETITIONS,
) -> dict[str, pl.DataFrame]:
    """Reads match reports (document_id, text) and returns what they claim, a frame per raw table of `EXTRACTED`.

    Documents may come as a frame or as Arrow, which is what a distributed engine hands to its workers.
    `clubs` are names of clubs (alias, kind, club_id, club_name, country), `competitions` names of competitions (alias,
    competition_id). All spans count characters of `text` from 0. A text that tells of no match gives sentences and
    mentions only; none makes it raise.
    """
    if not isinstance(documents, pl.DataFrame):
        documents = pl.from_arrow(
            pa.Table.from_batches([documents]) if isinstance(documents, pa.RecordBatch) else documents
        )
    sentences = split_sentences(documents.select("document_id", "text"))
    if sentences.is_empty():
        return empty_frames()
    aliases = gazetteer(clubs)
    masked, mentions = find_mentions(sentences, aliases)
    place = sentences.select("row", "document_id", "sentence_no", "kind", sentence_start="start", sentence_end="end")
    mentions = _spell_as_written(_mark_speech(mentions, sentences), sentences, documents)
    countries = clubs.select("club_id", "country").unique("club_id", keep="first")

    scores = _with_clubs(in_ties(read_scores(masked, mentions), sentences), mentions)
    named = mentions.filter((pl.col("tag") == "c") & ~pl.col("in_speech"))
    numbers = mentions.filter(pl.col("tag").is_in(["s", "m"]))
    pairs = find_pairs(scores.filter(~pl.col("in_speech")), _named_or_placed(mentions), sentences, numbers)
    for side in ("1", "2"):
        pairs = pairs.join(
            countries.select(pl.col("club_id").alias(f"club_{side}"), pl.col("country").alias(f"country_{side}")),
            on=f"club_{side}", how="left", maintain_order="left",
        )  # fmt: skip
    segments = assign_segments(sentences, pairs, named)
    place = place.join(segments, on="row", how="left", maintain_order="left")
    mentions = mentions.join(segments, on="row", how="left", maintain_order="left")
    scores = _with_segments(scores, place, pairs)
    evidence = side_evidence(scores, mentions, pairs, masked, aliases)
    homes = home_clubs(evidence, pairs)
    roles = resolve_roles(mentions.filter(pl.col("tag") == "t"), pairs, homes, aliases)
    mentions = (
        mentions.join(roles.rename({"club_id": "_club"}), on=["row", "number"], how="left", maintain_order="left")
        .with_columns(club_id=pl.coalesce("club_id", "_club"))
        .drop("_club")
    )
    scores = _with_clubs(
        scores.drop("first_club", "first_who", "first_tag", "second_club", "in_speech", "masked_start"), mentions
    )

    mentions = resolve_people(mentions)
    people = _people(mentions, find_staff(masked))
    goals = _reported(find_goals(masked, mentions), sentences)
    cards = _reported(find_cards(masked, mentions), sentences)
    # Goals and cards compete for the minutes of a sentence, so they are numbered as one.
    cards = cards.with_columns(pl.col("incident") + (goals["incident"].max() or 0) + 1)
    timed = _timed(goals, cards, people, mentions, sentences.join(segments, on="row", maintain_order="left"))
    goal_claims = claims.goal_claims(goals, people, timed, mentions, pairs, segments)
    card_claims = claims.card_claims(cards, people, timed, mentions)

    clubs_named = clubs.select("club_id", "club_name").unique("club_id", keep="first", maintain_order=True)
    frames = {
        "sentences": sentences.join(segments, on="row", maintain_order="left").with_columns(
            char_start="start", char_end="end"
        ),
        "mentions": claims.spans(
            mentions.with_columns(kind=pl.col("tag").replace_strict(_KINDS), text_start="start", text_end="end"), place
        ),
        "match_claims": claims.spans(claims.match_claims(pairs, mentions, clubs_named, goal_claims), place),
        "score_claims": claims.spans(claims.score_claims(scores, mentions, pairs), place),
        "side_claims": claims.spans(claims.at_mention(evidence, mentions), place),
        "goal_claims": claims.spans(goal_claims, place),
        "card_claims": claims.spans(card_claims, place),
        "affiliation_claims": claims.spans(
            pl.concat(
                [
                    claims.affiliation_claims(masked, mentions),
                    claims.topic_claims(goals, goal_claims, cards, card_claims, mark_opponents(mentions, masked)),
                ]
            ),
            place,
        ),
        "progress_claims": claims.spans(claims.progress_claims(masked, mentions, pairs), place),
        "context_claims": claims.spans(
            pl.concat(
                [
                    find_context(sentences, competitions).select(
                        "row", "kind", "value", "rule", text_start="start", text_end="end"
                    ),
                    claims.at_mention(scores.filter("is_first_leg"), mentions).select(
                        "row",
                        kind=pl.lit("leg"),
                        value=pl.lit("1"),
                        rule=pl.lit("only_the_first_leg"),
                        text_start="text_start",
                        text_end="text_end",
                    ),
                ]
            ),
            place,
        ),
    }
    return {name: claims.finish(frame, name, documents) for name, frame in frames.items()}


_KINDS = {
    "c": "club",
    "x": "place",
    "d": "demonym",
    "t": "team_role",
    "p": "person",
    "r": "player_role",
    "h": "pronoun",
    "m": "minute",
    "s": "score",
}


def _mark_speech(mentions: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Adds document_id and in_speech (said by somebody and not by the reporter) to mentions."""
    joined = mentions.join(
        sentences.select("row", "document_id", "text", _open="in_speech"), on="row", how="left", maintain_order="left"
    )
    quotes = pl.col("text").str.slice(0, pl.col("start")).str.count_matches('"', literal=True)
    return joined.with_columns(in_speech=(quotes + pl.col("_open").cast(pl.UInt32)) % 2 == 1).drop("text", "_open")


def _spell_as_written(mentions: pl.DataFrame, sentences: pl.DataFrame, documents: pl.DataFrame) -> pl.DataFrame:
    """Gives persons their names as the document spells them, accents and all."""
    people = mentions.filter(pl.col("tag") == "p").unique(["document_id", "surface"], keep="first", maintain_order=True)
    written = (
        people.join(sentences.select("row", _at="start"), on="row", how="left", maintain_order="left")
        .join(documents.select("document_id", _text="text"), on="document_id", how="left", maintain_order="left")
        .select(
            "document_id",
            name="surface",
            _written=pl.col("_text").str.slice(pl.col("_at") + pl.col("start"), pl.col("end") - pl.col("start")),
        )
    )
    return (
        mentions.join(written, on=["document_id", "name"], how="left", maintain_order="left")
        .with_columns(name=pl.coalesce("_written", "name"))
        .drop("_written")
    )


def _named_or_placed(mentions: pl.DataFrame) -> pl.DataFrame:
    """Mentions of clubs by name or by their ground or city; countries that something happens in are no clubs."""
    by_name = pl.col("tag") == "c"
    by_place = (
        (pl.col("tag") == "x")
        & pl.col("rule").is_in(["alias_stadium", "alias_city"])
        & ~pl.col("club_id").str.starts_with("nt-")
    )
    return mentions.filter((by_name | by_place) & pl.col("club_id").is_not_null() & ~pl.col("in_speech"))


def _reported(incidents: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Of incidents those in the reporter's own words."""
    with_text = incidents.drop("text", strict=False).join(
        sentences.select("row", "text", "in_speech"), on="row", how="left", maintain_order="left"
    )
    spoken = outside_speech(with_text.with_columns(start="text_start"))
    return incidents.join(spoken.select("incident"), on="incident", how="semi", maintain_order="left")


def _with_clubs(scores: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Adds to scores the clubs of their sides: first_club, first_who, first_tag, second_club, and in_speech."""
    of = mentions.select("row", "number", "club_id", "who", "tag")
    own = mentions.select("row", "number", "in_speech", "masked_start")
    return (
        scores.join(of.select("row", first="number", first_club="club_id", first_who="who", first_tag="tag"), on=["row", "first"], how="left", maintain_order="left")
        .join(of.select("row", second="number", second_club="club_id"), on=["row", "second"], how="left", maintain_order="left")
        .join(own, on=["row", "number"], how="left", maintain_order="left")
    )  # fmt: skip


def _timed(
    goals: pl.DataFrame, cards: pl.DataFrame, people: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """The minutes of goals and cards: incident, minute, stoppage, basis."""
    minutes = resolve_later(mentions.filter((pl.col("tag") == "m") & ~pl.col("in_speech")))
    columns = ("incident", "row", "start", "end", "kind", "before", "after", "surface")
    timed = attach_minutes(
        pl.concat(
            [
                goals.select(*columns, tells=pl.col("why_not").is_null()),
                cards.select(*columns, tells=pl.lit(False)),
            ]
        ),
        minutes,
    )
    referring = people.filter(pl.col("tag").is_in(["r", "h"])).select("row").unique()
    told = sentences.select(
        "row", "document_id", "paragraph_no", "segment_no", refers=pl.col("row").is_in(referring["row"].implode())
    )
    return carry_minutes(goals, timed, minutes, told)


def _with_segments(scores: pl.DataFrame, place: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Gives scores the match that they are of: that of their two clubs, else that of their sentence."""
    of_pair = pairs.select("document_id", "low", "high", _of_pair="segment_no")
    return (
        scores.join(place.select("row", "document_id", "segment_no"), on="row", how="left", maintain_order="left")
        .with_columns(
            low=pl.min_horizontal("first_club", "second_club"), high=pl.max_horizontal("first_club", "second_club")
        )
        .join(of_pair, on=["document_id", "low", "high"], how="left", maintain_order="left")
        .with_columns(segment_no=pl.coalesce("_of_pair", "segment_no"))
        .drop("low", "high", "_of_pair")
    )


def _people(mentions: pl.DataFrame, staff: pl.DataFrame) -> pl.DataFrame:
    """Names and references to men, with is_staff for managers and referees wherever the document names them."""
    names = mentions.filter(pl.col("tag").is_in(["p", "r", "h"])).select("document_id", "row", "number", "tag", "name")
    of_staff = (
        staff.join(names, on=["row", "number"])
        .select("document_id", "name")
        .unique()
        .with_columns(is_staff=pl.lit(True))
    )
    return names.join(of_staff, on=["document_id", "name"], how="left", maintain_order="left").with_columns(
        pl.col("is_staff").fill_null(False)
    )
