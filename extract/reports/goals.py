"""Goals: claims that somebody scored, or that it was no goal.

Belongs here: what makes a telling a goal, whether from the spot or an own goal, and how many it counts for. Does not
belong here: adding up, merging, or dropping one that does not fit.
"""

import polars as pl

from extract.reports.incidents import find_incidents
from extract.reports.masking import unmask

_ATTRIBUTES = {"count": pl.Int32, "penalty": pl.Boolean}

_NOT_THE_KICK = r"(?i)penalty (?:area|box|appeals?|shouts?|claims?|shoot-?out)"
_PENALTY = r"(?i)(?:\bpenalt(?:y|ies)\b|\bspot[- ]kicks?\b|\bfrom (?:the )?(?:penalty )?spot\b|\bfrom (?:12|twelve) yards\b)"
_REBOUND = r"(?i)\b(?:rebound|follow-?up|loose ball|second attempt|at the second)\b"
# A score that the telling leads to: "to make it 2-0", "to put them 3-1 up".
_RUNNING = r"^(?:[^<>;]|<[pmxdctr][0-9]+>){0,70}<s([0-9]+)>"


def find_goals(masked: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Incidents that tell a goal, or words that sound like one.

    Returns incident, row, start, end (masked), text_start, text_end, surface, rule, kind, why_not, before, after,
    is_penalty, is_own_goal, goal_count, score_number (of the mention of the score it led to).
    """
    found = find_incidents(masked, "goals", _ATTRIBUTES)
    near = (pl.col("surface") + pl.col("after").str.slice(0, 45)).str.replace_all(_NOT_THE_KICK, "")
    clause = near.str.extract(r"^([^;]*?)(?:, (?:and|but|as|while|after|before)\b.*|;.*| (?:and|but|after|before|when) .*|$)", 1)
    lead_in = pl.col("before").str.tail(30).str.replace_all(_NOT_THE_KICK, "")
    own = (pl.col("kind") == "own") | pl.col("surface").str.contains(r"(?i)\bown[- ]goal")
    spot = (
        pl.col("penalty").fill_null(False)
        | clause.fill_null("").str.contains(_PENALTY)
        | ((pl.col("kind") == "finish") & lead_in.str.contains(r"(?i)(?:from the (?:penalty )?spot|penalty|spot[- ]kick)[a-z ,]{0,12}$"))
    ) & ~(pl.col("surface") + pl.col("after").str.slice(0, 60)).str.contains(_REBOUND)
    found = found.with_columns(
        is_penalty=spot & ~own,
        is_own_goal=own,
        goal_count=pl.col("count").fill_null(1),
        score_number=pl.coalesce(pl.col("surface").str.extract(r"<s([0-9]+)>"), pl.col("after").str.extract(_RUNNING)).cast(pl.Int32),
    )
    return unmask(found, mentions).drop("count", "penalty")
