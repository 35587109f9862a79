"""Reports whose claims are known, so that a warehouse of verified matches does not hang on how well prose is read.

Belongs here: the stories, each written together with the claims that its words make, and the stand-in for extraction
that hands those claims out. Does not belong here: what dbt makes of them. The clubs are real, the results are not.
"""

import polars as pl

from extract.schemas import EXTRACTED, empty_frames


class Story:
    """One report. Every method adds a sentence and the claim it makes, so a claim's span is that of its sentence."""

    def __init__(self, path: str, date: str | None = None) -> None:
        self.path = path
        self.text = ""
        self.rows: dict[str, list[dict[str, object]]] = {table: [] for table in EXTRACTED}
        self.segment: int | None = None
        self._sentence_no = 0
        if date:
            self._context("date", date, f"It was the {date}.")
            self._context("competition", "champions-league", "The Champions League was on.")

    def match(self, club_1: str, club_2: str, *, home: str, leg: int | None = None) -> "Story":
        self.segment = (self.segment or 0) + 1
        self._claim(
            "match_claims",
            f"{_name(club_1)} met {_name(club_2)}.",
            club_1=club_1,
            club_2=club_2,
            name_1=_name(club_1),
            name_2=_name(club_2),
            is_brief=False,
        )
        self._claim("side_claims", f"{_name(home)} were the hosts.", club_id=home, is_home=True, strength=1)
        if leg:
            self._context("leg", str(leg), f"It was leg {leg}.")
        return self

    def score(self, scope: str, club_1: str, goals_1: int, goals_2: int) -> "Story":
        self._claim(
            "score_claims",
            f"The {scope} score of {_name(club_1)} was {goals_1}-{goals_2}.",
            scope=scope,
            club_1=club_1,
            club_2=None,
            goals_1=goals_1,
            goals_2=goals_2,
            orientation="stated",
        )
        return self

    def goal(
        self,
        scorer: str,
        club: str,
        minute: int | None = None,
        stoppage: int | None = None,
        *,
        penalty: bool = False,
        own_goal: bool = False,
        why_not: str | None = None,
    ) -> "Story":
        """`club` is the side whose score goes up; with `why_not` it is no goal at all."""
        self._incident(
            "goal_claims",
            f"{scorer} {'came close' if why_not else 'scored'}{_when(minute, stoppage)} for {_name(club)}.",
            club,
            minute,
            stoppage,
            why_not,
            scorer=scorer,
            is_penalty=penalty,
            is_own_goal=own_goal,
            goal_count=1,
            running_for=None,
            running_against=None,
        )
        return self

    def card(self, player: str, club: str, card: str, minute: int | None = None) -> "Story":
        self._claim(
            "affiliation_claims",
            f"{player} plays for {_name(club)}.",
            player=player,
            club_id=club,
            basis="of",
            strength=1,
        )
        words = f"{player} of {_name(club)} saw a {card} card{_when(minute, None)}."
        self._incident("card_claims", words, club, minute, None, None, player=player, card=card)
        return self

    def extra_time(self) -> "Story":
        self._context("extra_time", "true", "There was extra time.")
        return self

    def through(self, club: str) -> "Story":
        self._claim("progress_claims", f"{_name(club)} are through.", club_id=club, is_through=True)
        return self

    def say(self, words: str) -> dict[str, object]:
        """Adds a sentence. Returns its place, as every claim has it."""
        self._sentence_no += 1
        start = len(self.text)
        self.text += words + "\n"
        place = {
            "sentence_no": self._sentence_no,
            "segment_no": self.segment,
            "char_start": start,
            "char_end": start + len(words),
        }
        self.rows["sentences"].append({**place, "paragraph_no": self._sentence_no, "kind": "prose"})
        return {**place, "surface": words}

    def _context(self, kind: str, value: str, words: str) -> None:
        self._claim("context_claims", words, kind=kind, value=value)

    def _incident(
        self,
        table: str,
        words: str,
        club: str,
        minute: int | None,
        stoppage: int | None,
        why_not: str | None,
        **more: object,
    ) -> None:
        start = len(self.text)
        self._claim(
            table,
            words,
            telling_id=f"telling-{self._sentence_no}",
            candidate_rank=1,
            link="subject",
            link_strength=1,
            club_id=club,
            club_basis="explicit",
            minute=minute,
            stoppage=stoppage,
            minute_basis=None if minute is None else "stated",
            asserted=why_not is None,
            why_not=why_not,
            evidence_start=start,
            evidence_end=start + len(words),
            **more,
        )

    def _claim(self, table: str, words: str, **more: object) -> None:
        self.rows[table].append({**self.say(words), "rule": "as_written", **more})


def _name(club: str) -> str:
    return club.replace("-", " ").title()


def _when(minute: int | None, stoppage: int | None) -> str:
    return "" if minute is None else f" in minute {minute}" + (f"+{stoppage}" if stoppage else "")


def stories() -> list[Story]:
    """Six ties and three matches of their own; between them every way of deciding a tie that follows from sums."""
    return [
        # Away goals, while they counted. One goal is told twice by one report.
        Story("reports/2019-03-05-ajax-roma.txt", "2019-03-05")
        .match("ajax", "roma", home="ajax", leg=1)
        .score("full_time", "ajax", 2, 1)
        .goal("Piet Bakker", "ajax", 12)
        .goal("Dario Conti", "roma", 45, 2, penalty=True)
        .goal("Piet Bakker", "ajax", 70)
        .goal("Piet Bakker", "ajax", 12)
        .card("Luca Ferri", "roma", "yellow", 33),
        Story("reports/2019-03-12-roma-ajax.txt", "2019-03-12")
        .match("roma", "ajax", home="roma", leg=2)
        .score("full_time", "roma", 1, 0)
        .score("first_leg", "roma", 1, 2)
        .score("aggregate", "roma", 2, 2)
        .goal("Marco Greco", "roma", 58)
        .goal("Dario Conti", "roma", 61, why_not="missed")
        .card("Joost Hendriks", "ajax", "red", 80)
        .through("roma"),
        # A shoot-out, when away goals counted no longer.
        Story("reports/2024-02-20-porto-celtic.txt", "2024-02-20")
        .match("porto", "celtic", home="porto", leg=1)
        .score("full_time", "porto", 1, 0)
        .goal("Nuno Soares", "porto", 30),
        Story("reports/2024-02-28-celtic-porto.txt", "2024-02-28")
        .match("celtic", "porto", home="celtic", leg=2)
        .score("ninety", "celtic", 1, 0)
        .score("full_time", "celtic", 2, 1)
        .extra_time()
        .score("aggregate", "celtic", 2, 2)
        .score("shootout", "celtic", 4, 3)
        .goal("Ewan Murray", "celtic", 20)
        .goal("Nuno Soares", "porto", 97)
        .goal("Rory Campbell", "celtic", 113)
        .card("Rui Rocha", "porto", "second_yellow", 101)
        .through("celtic"),
        # A deficit overcome, an own goal in the first leg, a second leg that two reports tell.
        Story("reports/2025-03-04-lyon-benfica.txt", "2025-03-04")
        .match("lyon", "benfica", home="lyon", leg=1)
        .score("full_time", "lyon", 0, 2)
        .goal("Paul Girard", "benfica", 8, own_goal=True)
        .goal("Tiago Matos", "benfica", 77),
        _benfica_lyon(Story("reports/2025-03-11-benfica-lyon.txt", "2025-03-11"), red=None),
        # Its second match has no first leg but the one that follows from the aggregate.
        _benfica_lyon(Story("reports/2025-03-12-roundup.txt", "2025-03-11"), red=88)
        .match("rangers", "psv-eindhoven", home="rangers", leg=2)
        .score("full_time", "rangers", 3, 2)
        .score("aggregate", "rangers", 5, 4)
        .goal("Iain Kerr", "rangers", 3)
        .goal("Sem Vos", "psv-eindhoven", 14)
        .goal("Iain Kerr", "rangers", 50)
        .goal("Daan Kok", "psv-eindhoven", 66)
        .goal("Neil Baird", "rangers", 90, 4)
        .through("rangers"),
        # Extra time; the first leg is known from what the second looks back on.
        Story("reports/2025-03-13-sevilla-feyenoord.txt", "2025-03-13")
        .match("sevilla", "feyenoord", home="sevilla", leg=2)
        .score("ninety", "sevilla", 2, 1)
        .score("full_time", "sevilla", 3, 1)
        .extra_time()
        .score("first_leg", "sevilla", 0, 1)
        .score("aggregate", "sevilla", 3, 2)
        .goal("Pablo Vega", "sevilla", 10)
        .goal("Bas Mulder", "feyenoord", 40)
        .goal("Pablo Vega", "sevilla", 88)
        .goal("Hugo Ortega", "sevilla", 105, 1)
        .through("sevilla"),
        # A first leg whose second is still to come, and not every goal of it told.
        Story("reports/2025-04-08-chelsea-galatasaray.txt", "2025-04-08")
        .match("chelsea", "galatasaray", home="chelsea", leg=1)
        .score("full_time", "chelsea", 2, 1)
        .goal("Joe Marsh", "chelsea"),
        # Matches that belong to no tie: without a goal, told in part, and told in two ways that cannot both be right.
        Story("reports/2024-10-05-basel-valencia.txt", "2024-10-05")
        .match("basel", "valencia", home="basel")
        .score("full_time", "basel", 0, 0)
        .card("Jonas Frei", "basel", "yellow"),
        Story("reports/2024-10-06-lazio-sturm-graz.txt", "2024-10-06")
        .match("lazio", "sturm-graz", home="lazio")
        .score("full_time", "lazio", 2, 1)
        .score("background", "lazio", 4, 0)
        .goal("Enzo Riva", "lazio", 51),
        Story("reports/2024-10-07-club-brugge-genk.txt", "2024-10-07")
        .match("club-brugge", "genk", home="club-brugge")
        .score("full_time", "club-brugge", 1, 0)
        .score("full_time", "club-brugge", 2, 0)
        .goal("Wout Claes", "club-brugge", 19),
    ]


def _benfica_lyon(story: Story, *, red: int | None) -> Story:
    return (
        story.match("benfica", "lyon", home="benfica", leg=2)
        .score("full_time", "benfica", 1, 4)
        .score("first_leg", "benfica", 2, 0)
        .score("aggregate", "lyon", 4, 3)
        .goal("Hugo Lambert", "lyon", 5)
        .goal("Hugo Lambert", "lyon", 33)
        .goal("Tiago Matos", "benfica", 60)
        .goal("Alain Perrin", "lyon", 75)
        .goal("Alain Perrin", "lyon", 90, 8, penalty=True)
        .card("Vasco Sousa", "benfica", "red", red)
        .through("lyon")
    )


def extract_stories(documents: pl.DataFrame, *seeds: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """Stands in for reading: hands out the claims of each story, none for any other text, and asks no seed."""
    known = {story.text: story for story in stories()}
    rows: dict[str, list[dict[str, object]]] = {table: [] for table in EXTRACTED}
    for document_id, text in documents.select("document_id", "text").iter_rows():
        story = known.get(text)
        for table, claims in story.rows.items() if story else ():
            for number, claim in enumerate(claims):
                row = {**claim, "document_id": document_id, "claim_id": f"{document_id[:12]}-{table}-{number}"}
                if "telling_id" in row:
                    row["telling_id"] = f"{document_id[:12]}-{row['telling_id']}"
                rows[table].append(row)
    return {
        table: pl.DataFrame(rows[table], schema_overrides=empty.schema).select(empty.columns) if rows[table] else empty
        for table, empty in empty_frames().items()
    }
