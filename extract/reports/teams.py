"""Teams: who is at home in a match, and so who "the hosts", "the visitors" and "the Italian side" are.

Belongs here: evidence for the venue, and clubs called by a role. Does not belong here: clubs called by a name
(`clubs`), and players.
"""

import polars as pl

from extract.reports.lexicon import nationalities

#: Words between a score and a club that put the match at that club's ground, and words that put a side at home or away.
_AT = r" (?:at|away to|away at|in|hosts) (?:the |their |nearby |title |league |neighbours |rivals |struggling |bottom |top |champions |leaders |holders |fellow )*$"
# A place right behind a score, and sentences whose places may be those of another match.
_SCORE_AT = r"<s([0-9]+)>[^;<]{0,50}(?:<[mdct][0-9]+>[^;<]{0,25}){0,2} (?:at|in) (?:the |a |their )?(?:[a-z-]+ ){0,2}$"
_OTHER_LEG = r"(?i)\b(?:first[- ]leg|second[- ]leg|return|next (?:week|month|tuesday|wednesday|thursday|season)|last (?:week|month|season|year)|fortnight|weeks? (?:ago|earlier|later)|days (?:ago|earlier|later)|three weeks|two weeks|will|again|once|former|years?)\b"
_HOME = r"(?i)<S>(?: [a-z-]+){0,3}? home (?:win|victory|draw|defeat|loss|success|reverse|triumph|stalemate|beating|thrashing|humiliation)|\bat home\b|home to\b"
_AWAY = r"(?i)<S>(?: [a-z-]+){0,3}? away (?:win|victory|draw|defeat|loss|success|reverse|triumph)|\baway from home\b|\bon the road\b|\baway to\b"


def side_evidence(
    scores: pl.DataFrame, mentions: pl.DataFrame, pairs: pl.DataFrame, masked: pl.DataFrame, aliases: pl.DataFrame
) -> pl.DataFrame:
    """What says which club of a match was at home.

    Returns document_id, segment_no, row, number (of the mention that says it), club_id, is_home, strength, rule.
    """
    final = scores.filter(pl.col("scope").is_null() | (pl.col("scope") == "full_time")).join(
        pairs.select("document_id", "segment_no", "club_1", "club_2"), on=["document_id", "segment_no"]
    )
    in_pair = lambda club: (pl.col(club) == pl.col("club_1")) | (pl.col(club) == pl.col("club_2"))  # noqa: E731
    words = pl.col("words")
    # Told from the side of the loser, "away" and "at home" are his.
    from_loser = pl.col("rule").str.starts_with("defeat_by")
    final = final.with_columns(
        subject=pl.when(from_loser).then("second_club").otherwise("first_club"),
        opponent=pl.when(from_loser).then("first_club").otherwise("second_club"),
    )
    # What stands right before the second club's tag, within the words that the rule matched.
    before_last = words.str.replace(r"<[ct][0-9]+>[^<]*$", "").str.tail(60)
    claims = [
        final.filter(in_pair("opponent") & before_last.str.contains(_AT)).select(
            "document_id", "segment_no", "row", "number", club_id="opponent", is_home=True, strength=1, rule=pl.lit("at_club")
        ),
        final.filter(in_pair("subject") & words.str.contains(_HOME)).select(
            "document_id", "segment_no", "row", "number", club_id="subject", is_home=True, strength=1, rule=pl.lit("at_home")
        ),
        final.filter(in_pair("subject") & words.str.contains(_AWAY)).select(
            "document_id", "segment_no", "row", "number", club_id="subject", is_home=False, strength=1, rule=pl.lit("away_from_home")
        ),
        final.filter(in_pair("first_club") & (pl.col("rule") == "title")).select(
            "document_id", "segment_no", "row", "number", club_id="first_club", is_home=True, strength=2, rule=pl.lit("title_order")
        ),
    ]  # fmt: skip
    places = (
        mentions.filter(
            (pl.col("tag") == "x")
            & pl.col("club_id").is_not_null()
            & pl.col("rule").is_in(["alias_stadium", "alias_city"])
        )
        .join(pairs.select("document_id", "segment_no", "club_1", "club_2"), on=["document_id", "segment_no"])
        .filter(in_pair("club_id"))
        .join(masked.select("row", "masked"), on="row", how="left", maintain_order="left")
        .with_columns(lead=pl.col("masked").str.slice(0, pl.col("masked_start")))
    )
    # A place that both have ("in north London") says nothing.
    theirs = aliases.filter(pl.col("kind").is_in(["stadium", "city"])).select(surface="alias", other="club_id")
    both_have = (
        places.join(theirs, on="surface")
        .filter(in_pair("other") & (pl.col("other") != pl.col("club_id")))
        .select("row", "number")
    )
    places = places.join(both_have, on=["row", "number"], how="anti", maintain_order="left")
    beside_score = (
        places.with_columns(score=pl.col("lead").str.extract(_SCORE_AT).cast(pl.Int32))
        .join(
            scores.select("row", score="number", scope="scope"), on=["row", "score"], how="inner", maintain_order="left"
        )
        .with_columns(
            first_leg=pl.col("scope").eq_missing("first_leg"),
            final=pl.col("scope").is_null() | (pl.col("scope") == "full_time"),
        )
        .filter(pl.col("first_leg") | pl.col("final"))
        # Where the first leg was is where the second is not.
        .select(
            "document_id",
            "segment_no",
            "row",
            "number",
            "club_id",
            is_home=~pl.col("first_leg"),
            strength=1,
            rule=pl.lit("score_at_place"),
        )
    )
    grounds = places.filter((pl.col("rule") == "alias_stadium") & ~pl.col("masked").str.contains(_OTHER_LEG)).select(
        "document_id", "segment_no", "row", "number", "club_id", is_home=True, strength=2, rule=pl.lit("stadium")
    )
    # "The hosts had lost in Germany": the other side is the German one.
    abroad = (
        scores.filter((pl.col("scope") == "first_leg") & pl.col("first_who").is_in(["home", "away"]))
        .join(
            mentions.filter(pl.col("tag") == "x").select(
                "row", place_number="number", place="country", place_start="masked_start"
            ),
            on="row",
        )
        .filter(
            (pl.col("place_start") > pl.col("masked_start")) & (pl.col("place_start") < pl.col("masked_start") + 40)
        )
        .join(
            pairs.select("document_id", "segment_no", "club_1", "club_2", "country_1", "country_2"),
            on=["document_id", "segment_no"],
        )
        .filter(pl.col("country_1") != pl.col("country_2"))
        .with_columns(
            there=pl.when(pl.col("country_1") == pl.col("place"))
            .then("club_1")
            .when(pl.col("country_2") == pl.col("place"))
            .then("club_2")
        )
        .filter(pl.col("there").is_not_null())
        .select(
            "document_id",
            "segment_no",
            "row",
            "number",
            club_id="there",
            is_home=pl.col("first_who") != "home",
            strength=2,
            rule=pl.lit("first_leg_abroad"),
        )
    )
    order = pairs.select(
        "document_id",
        "segment_no",
        "row",
        "number",
        club_id="club_1",
        is_home=True,
        strength=3,
        rule=pl.lit("told_first"),
    )
    return pl.concat([*claims, beside_score, grounds, abroad, order], how="vertical_relaxed")


def home_clubs(evidence: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """The likeliest side at home of each match: document_id, segment_no, home, away."""
    return (
        evidence.join(pairs.select("document_id", "segment_no", "club_1", "club_2"), on=["document_id", "segment_no"])
        .with_columns(
            other=pl.when(pl.col("club_id") == pl.col("club_1")).then("club_2").otherwise("club_1"),
        )
        .sort("document_id", "segment_no", "strength", "row", "number")
        .group_by("document_id", "segment_no", maintain_order=True)
        .first()
        .select(
            "document_id",
            "segment_no",
            home=pl.when("is_home").then("club_id").otherwise("other"),
            away=pl.when("is_home").then("other").otherwise("club_id"),
        )
    )


def resolve_roles(teams: pl.DataFrame, pairs: pl.DataFrame, homes: pl.DataFrame, aliases: pl.DataFrame) -> pl.DataFrame:
    """The clubs of roles: row, number, club_id for mentions (row, number, document_id, segment_no, who, surface)."""
    peoples = pl.DataFrame(
        [{"word": w, "of_country": c["country"]} for c in nationalities() for w in (*c["adjectives"], *c["plurals"])],
        schema={"word": pl.String, "of_country": pl.String},
    )
    cities = aliases.filter(pl.col("kind") == "demonym").select(word="alias", of_club="club_id")
    known = teams.join(homes, on=["document_id", "segment_no"], how="inner", maintain_order="left").join(
        pairs.select("document_id", "segment_no", "club_1", "club_2", "country_1", "country_2"),
        on=["document_id", "segment_no"],
        how="left",
        maintain_order="left",
    )
    by_role = known.filter(pl.col("who").is_in(["home", "away"])).select(
        "row", "number", club_id=pl.when(pl.col("who") == "home").then("home").otherwise("away")
    )
    demonyms = (
        known.filter(pl.col("who") == "demonym")
        .with_columns(word=pl.col("surface").str.extract(r"^.*\b([A-Z][A-Za-z]+)"))
        .join(peoples, on="word", how="left", maintain_order="left")
        .filter((pl.col("of_country") == pl.col("country_1")) ^ (pl.col("of_country") == pl.col("country_2")))
        .select(
            "row",
            "number",
            club_id=pl.when(pl.col("of_country") == pl.col("country_1")).then("club_1").otherwise("club_2"),
        )
    )
    of_city = (
        known.filter(pl.col("who") == "demonym")
        .with_columns(word=pl.col("surface").str.extract(r"^.*\b([A-Z][A-Za-z]+)"))
        .join(cities, on="word")
        .filter((pl.col("of_club") == pl.col("club_1")) | (pl.col("of_club") == pl.col("club_2")))
        .select("row", "number", club_id="of_club")
    )
    return pl.concat([by_role, demonyms, of_city]).unique(["row", "number"], keep="first", maintain_order=True)
