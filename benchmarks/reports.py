"""Makes match reports by the thousand: no two alike, none of them true.

Belongs here: matches that never were, told in the phrases of `phrases.toml`. The clubs are those of the seed, players,
minutes and results are invented. Does not belong here: the phrases, and measuring.

Reports that repeat each other would flatter polars, which shares the buffers of equal strings; so each is another
text, of about 1.2 KB, and neighbours are put together from other phrases.
"""

import hashlib
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

SEED = 1863
#: Characters of a report: paragraphs are added until it has this many, which gives 1.2 KB on average.
LENGTH = 1_130

_WORDS = tomllib.loads((Path(__file__).parent / "phrases.toml").read_text(encoding="utf-8"))
_PHRASES: dict[str, list[str]] = _WORDS["phrases"]
_FIRST_NAMES: list[str] = _WORDS["names"]["first"].split()
_SURNAMES: tuple[list[str], ...] = (
    _WORDS["names"]["begins"].split(),
    _WORDS["names"]["middles"],
    _WORDS["names"]["ends"].split(),
)


@dataclass(frozen=True)
class Club:
    name: str
    city: str


@dataclass(frozen=True)
class Report:
    """A generated report and what it tells.

    scorers: the surname of everybody of whom it tells a goal, one entry a goal
    """

    text: str
    home: Club
    away: Club
    home_goals: int
    away_goals: int
    scorers: tuple[str, ...]


def read_clubs(seeds: Path) -> list[Club]:
    """The clubs of the seed, national teams apart."""
    clubs = pl.read_csv(seeds / "clubs.csv", infer_schema=False).filter(pl.col("is_national_team") == "false")
    return [Club(name, city or name) for name, city in clubs.select("name", "city").iter_rows()]


def generate(count: int, clubs: list[Club], *, seed: int = SEED) -> Iterator[Report]:
    """So many reports, the same for the same seed, no two of them with the same text."""
    chance = random.Random(seed)
    seen: set[bytes] = set()
    while len(seen) < count:
        report = _report(chance, clubs)
        digest = hashlib.sha256(report.text.encode()).digest()
        if digest not in seen:
            seen.add(digest)
            yield report


def as_documents(reports: list[Report], *, first: int = 0) -> pl.DataFrame:
    """Reports as documents: document_id, source, path, text, char_count, byte_count, like those read from files."""
    texts = [report.text for report in reports]
    return pl.DataFrame(
        {
            "document_id": [hashlib.sha256(text.encode()).hexdigest() for text in texts],
            "source": "report",
            "path": [f"reports/generated-{first + number:07d}.txt" for number in range(len(texts))],
            "text": texts,
        },
    ).with_columns(
        char_count=pl.col("text").str.len_chars().cast(pl.Int32),
        byte_count=pl.col("text").str.len_bytes().cast(pl.Int64),
    )


@dataclass(frozen=True)
class _Squad:
    club: Club
    players: tuple[str, ...]

    @property
    def keeper(self) -> str:
        return self.players[0]


def _report(chance: random.Random, clubs: list[Club]) -> Report:
    home, away = (_squad(chance, club) for club in chance.sample(clubs, 2))
    goals = {home: _goals(chance), away: _goals(chance)}
    told, scorers = _incidents(chance, home, away, goals)
    better, worse = (away, home) if goals[away] > goals[home] else (home, away)
    names = _gaps(chance, better, worse) | {
        "city": home.club.city,
        "day": chance.choice(_PHRASES["days"]),
        "score": f"{goals[better]}-{goals[worse]}",
    }
    lead = _PHRASES["won"] if goals[better] > goals[worse] else _PHRASES["drawn"]
    paragraphs = [chance.choice(_PHRASES["headlines"]).format(**names), chance.choice(lead).format(**names)]
    paragraphs += _grouped(chance, told)
    asides = chance.sample(_PHRASES["scenes"] + _PHRASES["quotes"], k=len(_PHRASES["scenes"]))
    while sum(map(len, paragraphs)) < LENGTH and asides:
        squads = [home, away]
        chance.shuffle(squads)
        aside = asides.pop().format(**_gaps(chance, *squads), city=home.club.city)
        paragraphs.insert(chance.randrange(2, len(paragraphs) + 1), aside)
    return Report("\n\n".join(paragraphs) + "\n", home.club, away.club, goals[home], goals[away], scorers)


def _incidents(
    chance: random.Random, home: _Squad, away: _Squad, goals: dict[_Squad, int]
) -> tuple[list[str], tuple[str, ...]]:
    """Sentences about goals, cards and chances in order of their minutes, and who scored."""
    timed: list[tuple[int, str]] = []
    scorers: list[str] = []
    for squad, other in ((home, away), (away, home)):
        for _ in range(goals[squad]):
            minute = chance.randint(1, 90)
            forms = _PHRASES["penalties"] if chance.random() < 0.12 else _PHRASES["goals"]
            gaps = _gaps(chance, squad, other, minute)
            timed.append((minute, chance.choice(forms).format(**gaps)))
            scorers.append(gaps["surname"])
        for forms, most in ((_PHRASES["cards"], 1), (_PHRASES["chances"], 2)):
            for _ in range(chance.randint(0, most)):
                minute = chance.randint(1, 90)
                timed.append((minute, chance.choice(forms).format(**_gaps(chance, squad, other, minute))))
    return [sentence for _, sentence in sorted(timed)], tuple(scorers)


def _gaps(chance: random.Random, squad: _Squad, other: _Squad, minute: int = 1) -> dict[str, str]:
    scorer, provider = chance.sample(squad.players[1:], 2)
    return {
        "club": squad.club.name,
        "other": other.club.name,
        "scorer": scorer,
        "surname": scorer.split()[-1],
        "provider": provider.split()[-1],
        "keeper": other.keeper.split()[-1],
        "minute": _ordinal(minute),
        "plain": str(minute),
    }


def _grouped(chance: random.Random, sentences: list[str]) -> list[str]:
    """Paragraphs of one to three sentences."""
    paragraphs = []
    while sentences:
        size = chance.randint(1, 3)
        paragraphs.append(" ".join(sentences[:size]))
        sentences = sentences[size:]
    return paragraphs


def _squad(chance: random.Random, club: Club) -> _Squad:
    return _Squad(club, tuple(_person(chance) for _ in range(8)))


def _person(chance: random.Random) -> str:
    return f"{chance.choice(_FIRST_NAMES)} {''.join(chance.choice(part) for part in _SURNAMES)}"


def _goals(chance: random.Random) -> int:
    return chance.choices((0, 1, 2, 3, 4), weights=(26, 34, 23, 12, 5))[0]


def _ordinal(number: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if 10 <= number % 100 <= 20 else endings.get(number % 10, 'th')}"
