"""Reads from a built warehouse what the reader told of each document.

Belongs here: the tables `report_*`, as facts with their words, and the sentences of the texts. Does not belong here:
building the warehouse (`measuring`), and whether anything is right (`scoring`).
"""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from evaluation.facts import Card, FirstLeg, Goal, Match, Pair

_Row = dict[str, Any]


@dataclass(frozen=True)
class Sentence:
    """A sentence of a text, with what became of each goal that the reader saw in it: why it is none, or that it is."""

    text: str
    goals_seen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Told:
    """What was read of one document."""

    matches: tuple[Match, ...] = ()
    sentences: tuple[Sentence, ...] = field(default=())


def read_told(warehouse: Path) -> dict[str, Told]:
    """What was told, by the name of the text without its ending.

    Matches, goals and cards come in the order of their tables: where two are equally near to a label, the first counts.
    """
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        goals, cards = _by_match(connection, "report_goals"), _by_match(connection, "report_cards")
        matches: dict[str, list[Match]] = defaultdict(list)
        for row in _rows(connection, "SELECT * FROM main.report_matches"):
            told = _match(row, goals[row["report_match_id"]], cards[row["report_match_id"]])
            matches[row["document_id"]].append(told)
        sentences: dict[str, list[Sentence]] = defaultdict(list)
        for row in _rows(connection, _SENTENCES):
            sentences[row["document_id"]].append(Sentence(row["text"], tuple(row["goals_seen"])))
        return {
            Path(row["path"]).stem: Told(tuple(matches[row["document_id"]]), tuple(sentences[row["document_id"]]))
            for row in _rows(connection, "SELECT document_id, path FROM raw.documents")
        }


_SENTENCES = """
    WITH seen AS (
        SELECT document_id, char_start, why_not AS outcome FROM main.report_claims_unused WHERE kind = 'goal'
        UNION ALL
        SELECT document_id, char_start, 'a goal, told' AS outcome FROM main.report_claims_used WHERE kind = 'goal'
    )
    SELECT
        sentences.document_id,
        substr(documents.text, sentences.char_start + 1, sentences.char_end - sentences.char_start) AS text,
        coalesce(list(DISTINCT seen.outcome ORDER BY seen.outcome) FILTER (seen.outcome IS NOT NULL), []) AS goals_seen
    FROM raw.sentences
    JOIN raw.documents USING (document_id)
    LEFT JOIN seen
        ON seen.document_id = sentences.document_id
        AND seen.char_start >= sentences.char_start
        AND seen.char_start < sentences.char_end
    GROUP BY sentences.document_id, documents.text, sentences.char_start, sentences.char_end
    ORDER BY sentences.document_id, sentences.char_start
"""


def _match(row: _Row, goals: list[_Row], cards: list[_Row]) -> Match:
    first_leg = _both(row, "first_leg_home_goals", "first_leg_away_goals")
    return Match(
        home=row["home_team"],
        away=row["away_team"],
        score=_both(row, "home_goals", "away_goals"),
        is_brief=bool(row["is_brief"]),
        leg=row["leg"],
        has_extra_time=bool(row["after_extra_time"]),
        shootout=_both(row, "shootout_home", "shootout_away"),
        aggregate=_both(row, "aggregate_home", "aggregate_away"),
        first_leg=FirstLeg(row["first_leg_home_team"], first_leg) if first_leg else None,
        advanced=row["advanced_team"],
        goals=tuple(
            Goal(
                scorer=goal["scorer"],
                team=goal["team"],
                minute=goal["minute"],
                stoppage=goal["stoppage"],
                minute_basis=goal["minute_basis"] or "none",
                is_penalty=bool(goal["is_penalty"]),
                is_own_goal=bool(goal["is_own_goal"]),
                evidence=goal["evidence"] or "",
            )
            for goal in goals
        ),
        cards=tuple(
            Card(card["player"], card["team"], card["card"], card["minute"], card["stoppage"], card["evidence"] or "")
            for card in cards
        ),
        verdict=row["verdict"],
        verdict_reason=row["verdict_reason"],
    )


def _both(row: _Row, home: str, away: str) -> Pair | None:
    return None if row[home] is None or row[away] is None else (row[home], row[away])


def _by_match(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, list[_Row]]:
    rows: dict[str, list[_Row]] = defaultdict(list)
    for row in _rows(connection, f"SELECT * FROM main.{table}"):
        rows[row["report_match_id"]].append(row)
    return rows


def _rows(connection: duckdb.DuckDBPyConnection, sql: str) -> list[_Row]:
    cursor = connection.execute(sql)
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
