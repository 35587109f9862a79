"""Short views of what the reader claims, so that a table of cases says in a word what it expects.

Belongs here: picking the best candidate of each telling and writing it down in the notation of the tables. Does not
belong here: any sentence or expectation (the test modules), and any judgement that dbt makes.
"""

from collections import defaultdict

import polars as pl
import pytest

Frames = dict[str, pl.DataFrame]

#: A candidate of a weaker link only stands near the words; no single claim of that kind says who scored.
_FIRM = 2


def table(names: str, rows: list[tuple]) -> pytest.MarkDecorator:
    """The rows of a table as cases, each called by the end of its text."""
    values = rows if "," in names else [row[0] for row in rows]
    return pytest.mark.parametrize(names, values, ids=[f"{n:02d}: {row[0][-70:]}" for n, row in enumerate(rows)])


def assert_none(without_case: set[str]) -> None:
    """Fails and names the rules that no case exercises."""
    assert not without_case, f"no sentence of the tables is read by {sorted(without_case)}"


def asserted(claims: pl.DataFrame) -> pl.DataFrame:
    """Of the claims those that assert something, the best candidate of each telling alone."""
    return claims.filter(pl.col("asserted") & (pl.col("candidate_rank") == 1) & (pl.col("link_strength") <= _FIRM))


def clock(minute: int | None, stoppage: int | None) -> str:
    """A minute as papers print it: "14", "90+3"."""
    return f"{minute}" if stoppage is None else f"{minute}+{stoppage}"


def goals(frames: Frames, segment: int | None = None) -> set[str]:
    """The goals that are told, one line a scorer: "Okonjo 14 60 x2", "Brandvik 45+2 pen", "Keller own"."""
    claims = asserted(frames["goal_claims"]).filter(pl.col("scorer").is_not_null())
    if segment is not None:
        claims = claims.filter(pl.col("segment_no") == segment)
    told: dict[str, dict] = defaultdict(lambda: {"minutes": set(), "marks": set()})
    for claim in claims.iter_rows(named=True):
        of = told[claim["scorer"]]
        if claim["minute"] is not None:
            of["minutes"].add((claim["minute"], claim["stoppage"] or 0, clock(claim["minute"], claim["stoppage"])))
        of["marks"] |= {"pen"} if claim["is_penalty"] else set()
        of["marks"] |= {"own"} if claim["is_own_goal"] else set()
        of["marks"] |= {f"x{claim['goal_count']}"} if claim["goal_count"] > 1 else set()
    return {
        " ".join([scorer, *(at for *_, at in sorted(of["minutes"])), *sorted(of["marks"])])
        for scorer, of in told.items()
    }


def cards(frames: Frames) -> set[str]:
    """The cards that are told: "Keller red 50", "Duarte yellow"; "-" for a side that is a man short."""
    told = set()
    for claim in asserted(frames["card_claims"]).iter_rows(named=True):
        minute = [] if claim["minute"] is None else [clock(claim["minute"], claim["stoppage"])]
        told.add(" ".join([claim["player"] or f"- {claim['club_id']}", claim["card"], *minute]))
    return told


def scores(frames: Frames) -> set[str]:
    """The scores that are told, sides in the order of their ids: "full_time arsenal 2 chelsea 1", "running 1 0"."""
    told = set()
    for claim in frames["score_claims"].iter_rows(named=True):
        sides = [(claim["club_1"], claim["goals_1"]), (claim["club_2"], claim["goals_2"])]
        if claim["orientation"] == "stated":
            sides.sort(key=lambda side: side[0] or "~")
        told.add(" ".join([claim["scope"], *(f"{club or '-'} {number}" for club, number in sides)]))
    return told


def matches(frames: Frames) -> list[tuple[str, ...]]:
    """The matches that are told, in order, the clubs of each by the alphabet."""
    claims = frames["match_claims"].sort("segment_no")
    return [tuple(sorted(pair)) for pair in claims.select("club_1", "club_2").iter_rows()]


def names(frames: Frames) -> set[str]:
    """The people that are named, under their fullest names."""
    return set(frames["mentions"].filter(pl.col("kind") == "person")["name"])


def clubs_named(frames: Frames) -> set[str]:
    """The clubs that are named by a name of their own."""
    return set(frames["mentions"].filter(pl.col("kind") == "club")["club_id"])
