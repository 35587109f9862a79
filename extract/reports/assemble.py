"""Assembly: the steps of reading, in order, and the claim tables that come out of them.

Belongs here: which step follows which, and giving each claim its document, span, rule and number. Does not belong
here: reading anything (a module per step).
"""

import polars as pl

from extract.reports.cards import find_cards
from extract.reports.clubs import gazetteer
from extract.reports.goals import find_goals
from extract.reports.mentions import find_mentions
from extract.reports.progress import find_context, find_progress
from extract.reports.references import resolve_people
from extract.reports.scores import in_ties, read_scores
from extract.reports.segments import assign_segments, find_pairs
from extract.reports.sentences import outside_speech, split_sentences
from extract.reports.sides import find_affiliations, find_staff, goal_sides, mark_opponents, topic_clubs
from extract.reports.teams import home_clubs, resolve_roles, side_evidence
from extract.reports.tellings import name_candidates
from extract.reports.timing import attach_minutes, carry_minutes, resolve_later
from extract.schemas import EXTRACTED, empty_frames

_NO_COMPETITIONS = pl.DataFrame(schema={"alias": pl.String, "competition_id": pl.String})


def extract_claims(
    documents: pl.DataFrame, clubs: pl.DataFrame, competitions: pl.DataFrame = _NO_COMPETITIONS
) -> dict[str, pl.DataFrame]:
    """Reads match reports (document_id, text) and returns what they claim, a frame per raw table of `EXTRACTED`.

    `clubs` are names of clubs (alias, kind, club_id, club_name, country), `competitions` names of competitions (alias,
    competition_id). All spans count characters of `text` from 0. A text that tells of no match gives sentences and
    mentions only; none makes it raise.
    """
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
    scores = scores.join(place.select("row", "document_id", "segment_no"), on="row", how="left", maintain_order="left")
    evidence = side_evidence(scores, mentions, pairs, masked)
    homes = home_clubs(evidence, pairs)
    roles = resolve_roles(mentions.filter(pl.col("tag") == "t"), pairs, homes, aliases)
    mentions = (
        mentions.join(roles.rename({"club_id": "_club"}), on=["row", "number"], how="left", maintain_order="left")
        .with_columns(club_id=pl.coalesce("club_id", "_club"))
        .drop("_club")
    )
    scores = _with_clubs(scores.drop("first_club", "first_who", "first_tag", "second_club", "in_speech", "masked_start"), mentions)

    staff = find_staff(masked)
    mentions = resolve_people(mentions)
    people = _people(mentions, staff)
    goals, cards = _reported(find_goals(masked, mentions), sentences), _reported(find_cards(masked, mentions), sentences)
    minutes = resolve_later(mentions.filter((pl.col("tag") == "m") & ~pl.col("in_speech")))
    incidents = pl.concat(
        [
            goals.select("incident", "row", "start", "end", "kind", "before", "after", "surface", tells=pl.col("why_not").is_null()),
            cards.select(pl.col("incident") + goals.height + 1_000_000, "row", "start", "end", "kind", "before", "after", "surface", tells=pl.lit(False)),
        ]
    )  # fmt: skip
    timed = attach_minutes(incidents, minutes)
    card_minutes = timed.with_columns(pl.col("incident").cast(pl.Int64) - goals.height - 1_000_000).filter(pl.col("incident") >= 0)
    goal_minutes = timed.filter(pl.col("incident") <= goals["incident"].max()) if goals.height else timed.clear()
    referring = people.filter(pl.col("tag").is_in(["r", "h"])).select("row").unique().with_columns(refers=pl.lit(True))
    told = (
        sentences.select("row", "document_id", "paragraph_no")
        .join(segments, on="row", how="left", maintain_order="left")
        .join(referring, on="row", how="left", maintain_order="left")
        .with_columns(pl.col("refers").fill_null(False))
    )
    goal_claims = _goal_claims(goals, people, carry_minutes(goals, goal_minutes, minutes, timed, told), mentions, pairs, segments)
    card_claims = _card_claims(cards, people, card_minutes.with_columns(pl.col("incident").cast(pl.UInt32)), mentions)

    clubs_named = clubs.select("club_id", "club_name").unique("club_id", keep="first", maintain_order=True)
    frames = {
        "sentences": sentences.join(segments, on="row", maintain_order="left").with_columns(char_start="start", char_end="end"),
        "mentions": _spans(mentions.with_columns(kind=pl.col("tag").replace_strict(_KINDS), text_start="start", text_end="end"), place),
        "match_claims": _spans(_match_claims(pairs, mentions, clubs_named, goal_claims), place),
        "score_claims": _spans(_score_claims(scores, mentions, pairs), place),
        "side_claims": _spans(_at_mention(evidence, mentions), place),
        "goal_claims": _spans(goal_claims, place),
        "card_claims": _spans(card_claims, place),
        "affiliation_claims": _spans(
            pl.concat([_affiliation_claims(masked, mentions), _topic_claims(goals, goal_claims, cards, card_claims, mark_opponents(mentions, masked))]),
            place,
        ),
        "progress_claims": _spans(_progress_claims(masked, mentions, pairs), place),
        "context_claims": _spans(
            pl.concat([
                find_context(sentences, competitions).select("row", "kind", "value", "rule", text_start="start", text_end="end"),
                _at_mention(scores.filter("is_first_leg"), mentions).select(
                    "row", kind=pl.lit("leg"), value=pl.lit("1"), rule=pl.lit("only_the_first_leg"), text_start="text_start", text_end="text_end"
                ),
            ]),
            place,
        ),
    }
    return {name: _finish(frame, name, documents) for name, frame in frames.items()}


_KINDS = {"c": "club", "x": "place", "d": "demonym", "t": "team_role", "p": "person", "r": "player_role", "h": "pronoun", "m": "minute", "s": "score"}


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
    return mentions.join(written, on=["document_id", "name"], how="left", maintain_order="left").with_columns(
        name=pl.coalesce("_written", "name")
    ).drop("_written")


def _named_or_placed(mentions: pl.DataFrame) -> pl.DataFrame:
    """Mentions of clubs by name or by their ground or city; countries that something happens in are no clubs."""
    by_name = pl.col("tag") == "c"
    by_place = (pl.col("tag") == "x") & pl.col("rule").is_in(["alias_stadium", "alias_city"]) & ~pl.col("club_id").str.starts_with("nt-")
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


def _people(mentions: pl.DataFrame, staff: pl.DataFrame) -> pl.DataFrame:
    """Names and references to men, with is_staff for managers and referees wherever the document names them."""
    names = mentions.filter(pl.col("tag").is_in(["p", "r", "h"])).select("document_id", "row", "number", "tag", "name")
    of_staff = (
        staff.join(names, on=["row", "number"]).select("document_id", "name").unique().with_columns(is_staff=pl.lit(True))
    )
    return names.join(of_staff, on=["document_id", "name"], how="left", maintain_order="left").with_columns(
        pl.col("is_staff").fill_null(False)
    )


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


def _goal_claims(goals, people, timed, mentions, pairs, segments) -> pl.DataFrame:
    claims = _claims_of(goals, people, timed)
    sides = goal_sides(goals).join(goals.select("incident", "row"), on="incident").join(
        mentions.select("row", "number", "tag", side_club="club_id"), left_on=["row", "club_number"], right_on=["row", "number"], how="left"
    )
    sides = sides.join(segments, on="row", how="left").join(
        mentions.select("row", "document_id").unique("row"), on="row", how="left"
    ).join(pairs.select("document_id", "segment_no", "club_1", "club_2"), on=["document_id", "segment_no"], how="left")
    other = pl.when(pl.col("side_club") == pl.col("club_1")).then("club_2").when(pl.col("side_club") == pl.col("club_2")).then("club_1")
    sides = sides.with_columns(
        club_id=pl.when("against").then(other).when((pl.col("side_club") == pl.col("club_1")) | (pl.col("side_club") == pl.col("club_2"))).then("side_club")
    ).filter(pl.col("club_id").is_not_null())
    claims = claims.join(
        sides.select("incident", "club_id", "side_rule", club_basis=pl.when(pl.col("tag") == "t").then(pl.lit("role")).otherwise(pl.lit("explicit"))),
        on="incident", how="left", maintain_order="left",
    )
    # Who is named beside an own goal is mostly its scorer's side, so only words that say who profits count.
    profits = pl.col("side_rule").is_in(["for_club", "to_give", "them"])
    for column in ("club_id", "club_basis"):
        claims = claims.with_columns(pl.when(pl.col("is_own_goal") & ~profits).then(None).otherwise(column).alias(column))
    led_to = mentions.filter(pl.col("tag") == "s").select("row", score_number="number", goals_1="goals_1", goals_2="goals_2")
    claims = claims.join(led_to, on=["row", "score_number"], how="left", maintain_order="left")
    # "2-0" and "2-2" are the same from either side; "1-2" is not, and the words seldom tell from whose.
    plain = (pl.col("goals_2") == 0) | (pl.col("goals_1") == pl.col("goals_2"))
    # "The hosts scored again through X" is a second goal of theirs, not of his.
    of_team = (pl.col("rule") == "his_second") & (pl.col("link") == "agent")
    return claims.with_columns(
        scorer="name",
        # "Two goals from A and B" are one each; of "two goals from A" both are his.
        goal_count=pl.when(of_team).then(1).otherwise(
            pl.max_horizontal(pl.col("goal_count") // pl.col("member").max().over("incident"), pl.lit(1))
        ),
        running_for=pl.when(plain & (pl.col("goals_1") > 0)).then("goals_1"),
        running_against=pl.when(plain & (pl.col("goals_1") > 0)).then("goals_2"),
    )


def _card_claims(cards, people, timed, mentions) -> pl.DataFrame:
    claims = _claims_of(cards.filter(pl.col("kind") != "ten_man"), people, timed)
    claims = claims.with_columns(club_id=pl.lit(None, pl.String), club_basis=pl.lit(None, pl.String))
    short = cards.filter(pl.col("kind") == "ten_man").join(
        mentions.select("row", "number", "tag", "club_id"), left_on=["row", "club_number"], right_on=["row", "number"], how="inner"
    ).filter(pl.col("club_id").is_not_null())
    short = short.with_columns(
        name=pl.lit(None, pl.String), link=pl.lit("none"), link_strength=pl.lit(1, pl.Int32), candidate_rank=pl.lit(1, pl.Int32),
        club_basis=pl.when(pl.col("tag") == "t").then(pl.lit("role")).otherwise(pl.lit("explicit")),
        minute=pl.lit(None, pl.Int32), stoppage=pl.lit(None, pl.Int32), minute_basis=pl.lit(None, pl.String),
        telling=pl.format("{}.1", "incident"), asserted=pl.col("why_not").is_null(), rule=pl.lit("ten_man"),
    )  # fmt: skip
    return pl.concat([claims, short], how="diagonal_relaxed").with_columns(player="name")


def _match_claims(pairs, mentions, clubs_named, goal_claims) -> pl.DataFrame:
    at = _at_mention(pairs, mentions)
    told = goal_claims.filter(pl.col("asserted") & pl.col("scorer").is_not_null()).join(
        mentions.select("row", "document_id", "segment_no").unique("row"), on="row"
    ).select("document_id", "segment_no").unique().with_columns(has_goals=pl.lit(True))
    for side in ("1", "2"):
        at = at.join(clubs_named.select(pl.col("club_id").alias(f"club_{side}"), pl.col("club_name").alias(f"name_{side}")), on=f"club_{side}", how="left", maintain_order="left")
    return at.join(told, on=["document_id", "segment_no"], how="left", maintain_order="left").with_columns(
        is_brief=pl.col("has_goals").is_null() & (pl.col("segment_no") > 1) & (pl.col("tellings") <= 1)
    ).drop("document_id")


def _at_mention(frame: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Gives rows that speak of a mention (row, number) the place of it."""
    return frame.join(
        mentions.select("row", "number", text_start="start", text_end="end"), on=["row", "number"], how="inner", maintain_order="left"
    )


def _score_claims(scores, mentions, pairs) -> pl.DataFrame:
    at = scores.join(
        mentions.select("row", "number", text_start="start", text_end="end"), on=["row", "number"], how="inner", maintain_order="left"
    ).join(pairs.select("document_id", "segment_no", "club_1", "club_2"), on=["document_id", "segment_no"], how="left", maintain_order="left")
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
        "row", "text_start", "text_end", "goals_1", "goals_2", "document_id",
        rule=pl.coalesce("rule", pl.lit("score")), scope=scope, club_1="first_club", club_2="second_club",
        orientation=pl.when(pl.col("first_club").is_not_null()).then(pl.lit("stated")).otherwise(pl.lit("unknown")),
    ).drop("document_id")  # fmt: skip


def _affiliation_claims(masked, mentions) -> pl.DataFrame:
    found = find_affiliations(masked, mentions)
    return (
        found.join(mentions.select("row", person="number", player="name"), on=["row", "person"], how="inner", maintain_order="left")
        .join(mentions.select("row", club="number", club_id="club_id"), on=["row", "club"], how="inner", maintain_order="left")
        .filter(pl.col("club_id").is_not_null() & pl.col("player").is_not_null())
        .select("row", "text_start", "text_end", "player", "club_id", "basis", "strength", rule="basis")
    )


def _topic_claims(goals, goal_claims, cards, card_claims, mentions) -> pl.DataFrame:
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


def _progress_claims(masked, mentions, pairs) -> pl.DataFrame:
    found = find_progress(masked, mentions).join(
        mentions.select("row", "number", "document_id", "segment_no", "club_id", "in_speech"), on=["row", "number"], how="inner", maintain_order="left"
    )
    return (
        found.join(pairs.select("document_id", "segment_no", "club_1", "club_2"), on=["document_id", "segment_no"])
        .filter(~pl.col("in_speech") & ((pl.col("club_id") == pl.col("club_1")) | (pl.col("club_id") == pl.col("club_2"))))
        .drop("document_id", "segment_no", "club_1", "club_2")
    )


def _spans(frame: pl.DataFrame, place: pl.DataFrame) -> pl.DataFrame:
    """Places of claims (row, text_start, text_end) in their documents, and the sentence as evidence."""
    ends = place.select("row", "document_id", "sentence_no", "segment_no", "sentence_start", "sentence_end")
    frame = frame.drop("document_id", "sentence_no", strict=False)
    if "segment_no" in frame.columns:
        frame = frame.rename({"segment_no": "_own_segment"})
    joined = frame.join(ends, on="row", how="left", maintain_order="left")
    if "_own_segment" in joined.columns:
        joined = joined.with_columns(segment_no=pl.coalesce("_own_segment", "segment_no"))
    return joined.with_columns(
        char_start=pl.col("text_start") + pl.col("sentence_start"), char_end=pl.col("text_end") + pl.col("sentence_start")
    )


def _finish(frame: pl.DataFrame, name: str, documents: pl.DataFrame) -> pl.DataFrame:
    """A frame as its schema wants it: surface from the document itself, ids, columns in order."""
    schema = EXTRACTED[name]
    columns = schema.column_names()
    frame = frame.join(documents.select("document_id", _text="text"), on="document_id", how="left", maintain_order="left")
    if "surface" in columns:
        frame = frame.with_columns(
            surface=pl.col("_text").str.slice(pl.col("char_start"), pl.col("char_end") - pl.col("char_start"))
        ).filter(pl.col("surface") != "")
    number = pl.int_range(1, pl.len() + 1).over("document_id")
    frame = frame.sort("document_id", "char_start", "char_end", maintain_order=True)
    frame = frame.with_columns(
        claim_id=pl.format("{}:{}:{}", pl.col("document_id").str.slice(0, 16), pl.lit(name.removesuffix("_claims")), number)
    ).with_columns(mention_id="claim_id")
    if "telling_id" in columns:
        frame = frame.with_columns(
            telling_id=pl.format("{}:{}:{}", pl.col("document_id").str.slice(0, 16), pl.lit(name.removesuffix("_claims")),
                                 pl.col("telling").rank("dense").over("document_id")),
            evidence_start="sentence_start", evidence_end="sentence_end",
        )  # fmt: skip
    return frame.select(columns).cast(dict(schema.create_empty().schema))
