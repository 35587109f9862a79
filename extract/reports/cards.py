"""Cards: claims that somebody was booked or sent off, or that a side was a man short.

Belongs here: what makes a telling a card, and of what colour. Does not belong here: whether two tellings are one card.
"""

import polars as pl

from extract.reports.incidents import find_incidents
from extract.reports.masking import unmask


def find_cards(masked: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Incidents that tell a card.

    Returns incident, row, start, end (masked), text_start, text_end, surface, rule, kind, why_not, before, after, card,
    club_number (of the mention of the side that is a man short).
    """
    found = find_incidents(masked, "cards", {"card": pl.String})
    # "Sent off ... for a second booking": the words that make it a second yellow may follow at a distance.
    second = pl.col("after").str.contains(
        r"(?i)^[^;<>]{0,70}(?:<[a-z][0-9]+>[^;<>]{0,30}){0,2}\b(?:second (?:yellow|booking|bookable|caution)|two (?:yellow|bookable|booking))"
    )
    return unmask(
        found.with_columns(
            card=pl.when((pl.col("card") == "red") & second).then(pl.lit("second_yellow")).otherwise("card"),
            club_number=pl.when(pl.col("kind") == "ten_man").then(
                pl.col("surface").str.extract(r"<[ct]([0-9]+)>").cast(pl.Int32)
            ),
        ),
        mentions,
    )
