"""Goals: claims that somebody scored, or that it was no goal.

Belongs here: what makes a telling a goal, whether from the spot or an own goal, and how many it counts for. Does not
belong here: adding up, merging, or dropping one that does not fit.
"""

import polars as pl

from extract.reports.incidents import find_incidents
from extract.reports.masking import unmask

_ATTRIBUTES = {"count": pl.Int32, "penalty": pl.Boolean, "consequence": pl.Boolean}
#: How far behind the telling of a goal its consequence may follow in the sentence.
_CONSEQUENCE = 130

_NOT_THE_KICK = r"(?i)penalty (?:area|box|appeals?|shouts?|claims?|shoot-?outs?)"
_PENALTY = (
    r"(?i)(?:\bpenalt(?:y|ies)\b|\bspot[- ]kicks?\b|\bfrom (?:the )?(?:penalty )?spot\b|\bfrom (?:12|twelve) yards\b)"
)
_REBOUND = r"(?i)\b(?:rebound|follow-?up|loose ball|second attempt|at the second)\b"
_BEHIND_TO = r"(?i)\b(?:behind|down|beaten|undone|sunk|punished|rocked|stunned)\b[^<>;,]{0,20} (?:to|by) (?:a|an|the) (?:[a-z-]+ ){0,3}(?:<[pd][0-9]+>(?:'s)? ?){0,2}(?:[a-z-]+ ){0,2}$"
_TWO = r"(?i)\b(?:two|both|a pair of|brace|double|second)\b"
_THREE = r"(?i)\b(?:three|all three|hat[- ]?trick|hattrick|treble|third)\b"
_FOUR = r"(?i)\b(?:four|all four)\b"
_THANKED = r"(?i)\b(?:thanks to|courtesy of|through|via)\b(?:[^<>;,]|<[pmdcr][0-9]+>){0,50}$|<m[0-9]+>(?:'s)? (?:[a-z-]+ ){0,3}$"
# A score that the telling leads to: "to make it 2-0", "to put them 3-1 up".
_RUNNING = r"^(?:[^<>;]|<[pmxdctr][0-9]+>){0,70}<s([0-9]+)>"


def find_goals(masked: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Incidents that tell a goal, or words that sound like one.

    Returns incident, row, start, end (masked), text_start, text_end, surface, rule, kind, why_not, before, after,
    is_penalty, is_own_goal, goal_count, score_number (of the mention of the score it led to).
    """
    found = _without_consequences(find_incidents(masked, "goals", _ATTRIBUTES))
    found = found.join(
        mentions.filter(pl.col("tag") == "m").select("row", _minute="number", listed_as="surface", _told="rule"),
        left_on=["row", pl.col("surface").str.extract(r"<m([0-9]+)>").cast(pl.Int32)],
        right_on=["row", "_minute"],
        how="left",
        maintain_order="left",
    )
    # "Smith (12)" is a place in a list; "Smith in the 12th minute" is not.
    in_list = pl.col("_told").is_in(_LIST_MINUTES).fill_null(False) & _in_list_of_scorers()
    found = found.filter((pl.col("rule") != "listed") | in_list).drop("_told")
    # "Goals: ..." is a label.
    found = found.filter(~((pl.col("kind") == "noun") & pl.col("after").str.starts_with(":")))
    of_listed = (
        pl.when(pl.col("rule") == "listed")
        .then(pl.col("listed_as").fill_null("") + pl.col("after").str.extract(r"^( ?\(?[a-z.]+)", 1).fill_null(""))
        .otherwise(pl.lit(""))
    )
    near = (pl.col("surface") + pl.col("after")).str.replace_all(_NOT_THE_KICK, "")
    near = near.str.slice(0, pl.col("surface").str.len_bytes() + 45)
    clause = near.str.extract(
        r"^([^;]*?)(?:, (?:and|but|as|while|after|before)\b.*|;.*| (?:and|but|after|before|when) .*|$)", 1
    )
    lead_in = pl.col("before").str.tail(30).str.replace_all(_NOT_THE_KICK, "")
    own = (
        (pl.col("kind") == "own")
        | of_listed.str.contains(r"(?i)\b(?:og|o\.g)|own")
        | pl.col("surface").str.contains(r"(?i)\bown[- ]goal")
    )
    spot = (
        pl.col("penalty").fill_null(False)
        | of_listed.str.contains(r"(?i)[0-9' (](?:pens?|p)\b")
        | clause.fill_null("").str.contains(_PENALTY)
        | (
            (pl.col("kind") == "finish")
            & lead_in.str.contains(r"(?i)(?:from the (?:penalty )?spot|penalty|spot[- ]kick)[a-z ,]{0,12}$")
        )
    ) & ~(pl.col("surface") + pl.col("after").str.slice(0, 60)).str.contains(_REBOUND)
    # A header alone may have gone anywhere; one that is thanked for, or has a minute, went in.
    thanked = (
        pl.col("before").str.tail(70).str.contains(_THANKED)
        | pl.col("surface").str.contains("<m")
        | (
            pl.col("after").str.contains(r"^ <m[0-9]+>")
            & pl.col("before").str.contains(r"<p[0-9]+>(?:'s?)?(?: [a-z-]+){0,3} $")
        )
        | pl.col("before").str.contains(_BEHIND_TO)
        | pl.col("before").str.contains(r"(?i)\b(?:two|three|four|five)\b[^<>,;]{0,25}$")
    )
    bare = (pl.col("rule") == "shot_thing") & ~thanked
    found = found.with_columns(
        why_not=pl.when(bare & pl.col("why_not").is_null()).then(pl.lit("hypothetical")).otherwise("why_not"),
        is_penalty=spot & ~own,
        is_own_goal=own,
        goal_count=pl.when(pl.col("after").str.contains(r"^ (?:minutes?|seconds?)\b"))
        .then(1)
        .otherwise(pl.max_horizontal(pl.col("count").fill_null(1), _counted())),
        score_number=pl.coalesce(
            pl.col("surface").str.extract(r"<s([0-9]+)>"), pl.col("after").str.extract(_RUNNING)
        ).cast(pl.Int32),
    )
    return unmask(found, mentions).drop("count", "penalty", "consequence", "listed_as")


# Other lists that give men with minutes.
_OTHER_LIST = r"(?i)\b(?:subs?|substitutes?|substitutions?|replaced|booked|bookings?|cautions?|cautioned|cards?|sent off|referee|attendance|att|line-?ups?|teams?|unused|ratings?|minutes)\b|\([^)<]{0,20}<p[0-9]+>"
_MOST_SCORERS = 8
_LIST_MINUTES = ("minute_mark", "listed", "plus_stoppage")


def _in_list_of_scorers() -> pl.Expr:
    """Whether a list of names with minutes is one of scorers: none of changes, cards or marks, and of no whole team."""
    line = pl.col("before") + pl.col("surface") + pl.col("after")
    names = line.str.count_matches(r"<p[0-9]+>")
    minutes = line.str.count_matches(r"<m[0-9]+>")
    opens = pl.col("before").str.contains(r"(?i)(?:^|[,:;(] ?|\. |\b(?:and|from|by|through|for) )$")
    return opens & ~line.str.contains(_OTHER_LIST) & (minutes <= _MOST_SCORERS) & (minutes * 2 >= names)


def _without_consequences(found: pl.DataFrame) -> pl.DataFrame:
    """Leaves out what only says what the goal told before it led to: "X headed in to make it 2-0". It is one telling,
    and the minute that follows ("... in the 80th minute") is that of the goal.
    """
    tells = pl.col("why_not").is_null() & pl.col("kind").is_in(["finish", "score", "shot", "noun", "own"])
    last_end = pl.when(tells).then("end").forward_fill().shift(1).over("row", order_by="start")
    follows = pl.col("before").str.contains(r"(?i)\bto (?:[a-z]+ )?$") | pl.col("surface").str.contains(
        r"(?i)^[a-z]+ing\b"
    )
    near = (pl.col("start") - last_end) < _CONSEQUENCE
    return found.filter(~(pl.col("consequence").fill_null(False) & follows & near.fill_null(False)))


def _counted() -> pl.Expr:
    """How many goals a telling is of: "two first-half goals", "a brace", "X's second goal"."""
    plural = pl.col("surface").str.contains(r"(?i)\b(?:goals|strikes|headers|efforts|penalties|finishes)\b")
    number = pl.col("before").str.extract(r"([^<>,;]{0,32})$", 1).fill_null("") + pl.col("surface")
    of_his = pl.col("before").str.contains(r"(?:<[prh][0-9]+>'s?|\bhis|\bher) (?:own )?(?:second|third) $")
    thing = pl.col("surface").str.contains(r"(?i)\b(?:brace|double|hat[- ]?trick|hattrick|treble)\b")
    counts = plural | of_his | thing
    return (
        pl.when(counts & number.str.contains(_FOUR)).then(4)
        .when(counts & number.str.contains(_THREE)).then(3)
        .when(counts & number.str.contains(_TWO)).then(2)
        .otherwise(1)
    )  # fmt: skip
