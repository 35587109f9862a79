"""Assembly: the steps of reading, in order.

Belongs here: which step follows which, and the rows of the claim tables. Does not belong here: reading anything (a
module per step).
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import polars as pl
import pyarrow as pa

from extract.reports import agents, meetings, timeline
from extract.reports.clock import find_minutes
from extract.reports.cutting import cut
from extract.reports.fold import fold_text
from extract.reports.gazetteer import Gazetteer, cities_as_clubs, find_clubs
from extract.reports.names import find_people, provisional_clubs
from extract.reports.phrases import shape
from extract.reports.progress import (
    Competitions,
    find_frames,
    find_progress,
    is_knockout,
    progress_of,
    reaches_the_final,
    tells_a_final,
    tells_a_round,
)
from extract.reports.results import Result, find_scores, find_split_scores, results_of
from extract.reports.roles import find_roles, guess_teams, resolve_teams
from extract.reports.sides import answers, find_affiliations, find_links, find_staff, give_sides, spread, topic_at
from extract.reports.tellings import Telling, find_tellings, spoken
from extract.reports.tokens import Sentence
from extract.schemas import EXTRACTED, empty_frames

_NO_COMPETITIONS = pl.DataFrame(schema={"alias": pl.String, "competition_id": pl.String})

_NAMED = frozenset(("alias_official", "alias_short", "alias_other_language", "provisional"))
_OTHER_SCOPES = frozenset(("aggregate", "first_leg", "last_week", "shootout", "background", "ninety"))
_KINDS = {
    "c": "club", "x": "place", "d": "demonym", "t": "team_role", "p": "person", "r": "player_role", "h": "pronoun",
    "m": "minute", "s": "score",
}  # fmt: skip


class Reader:
    """Reads documents one by one; holds the names it knows, and nothing of what it has read."""

    def __init__(self, clubs: pl.DataFrame, competitions: pl.DataFrame) -> None:
        self.gazetteer = Gazetteer(clubs)
        self.competitions = Competitions(competitions)
        self.names = dict(clubs.select("club_id", "club_name").iter_rows())
        self.countries = dict(clubs.select("club_id", "country").iter_rows())

    def read(self, document_id: str, text: str, rows: dict[str, list[dict[str, Any]]]) -> None:
        """Reads one document; adds what it claims to `rows`, by table."""
        sentences = cut(fold_text(text))
        if not sentences:
            return
        _Document(self, document_id, text, sentences, rows).read()


@lru_cache(maxsize=4)
def _reader(clubs: "_Frame", competitions: "_Frame") -> Reader:
    return Reader(clubs.frame, competitions.frame)


class _Frame:
    """A frame that is told from others by its content, so that the names of a seed are prepared once."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self.frame = frame
        self._key = (frame.height, tuple(frame.columns), int(frame.hash_rows().sum() or 0) if frame.height else 0)

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Frame) and self._key == other._key


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
    reader = _reader(_Frame(clubs), _Frame(competitions))
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in EXTRACTED}
    ids, texts = documents["document_id"].to_list(), documents["text"].to_list()
    for document_id, text in zip(ids, texts, strict=True):
        reader.read(document_id, text, rows)
    return {name: _frame(name, rows[name]) for name in EXTRACTED}


def _frame(name: str, rows: list[dict[str, Any]]) -> pl.DataFrame:
    schema = dict(EXTRACTED[name].create_empty().schema)
    if not rows:
        return empty_frames()[name]
    return pl.DataFrame({column: [row[column] for row in rows] for column in schema}, schema=schema)


class _Document:
    """One document being read: its sentences, and what the steps have found so far."""

    def __init__(
        self, reader: Reader, document_id: str, text: str, sentences: list[Sentence], rows: dict[str, list[dict]]
    ) -> None:
        self.reader, self.document_id, self.text, self.sentences, self.rows = reader, document_id, text, sentences, rows
        self.prefix = document_id[:16]
        self.knockouts: dict[int, bool] = {}
        self.claims: dict[str, list[tuple[Sentence, int, int, int | None, dict[str, Any]]]] = {
            name: [] for name in EXTRACTED if name.endswith("_claims")
        }

    def read(self) -> None:
        self._name()
        guess_teams(self.sentences, self.reader.countries)
        results = self._results()
        self.meetings = meetings.find_meetings(self.sentences, results)
        self.pairs = {m.number: m.clubs for m in self.meetings}
        staff = self._staff()
        self._staff_by_results(results, staff)
        agents.resolve(self.sentences)
        self.keepers = agents.keepers(self.sentences)
        homes = meetings.likely_homes(meetings.find_sides(self.sentences, results, self.meetings), self.meetings)
        countries = self.reader.countries
        resolve_teams(self.sentences, self.pairs, homes, countries, staff)
        if self.meetings:
            # Now that roles have their clubs, the scores say more.
            results = self._results()
            meetings.complete(self.sentences, results)
            meetings.settle(self.sentences, results, self.meetings)
            sides = meetings.find_sides(self.sentences, results, self.meetings)
            homes = meetings.likely_homes(sides, self.meetings)
            resolve_teams(self.sentences, self.pairs, homes, countries, staff)
            tellings = self._tellings()
            self._claim(results, sides, tellings, staff)
        self._write()

    # Steps of naming ------------------------------------------------------------------------------------------------

    def _name(self) -> None:
        """Finds and places all mentions."""
        sentences = self.sentences
        for sentence in sentences:
            sentence.place([*find_minutes(sentence), *find_scores(sentence)])
        for sentence, found in zip(sentences, find_clubs(sentences, self.reader.gazetteer), strict=True):
            sentence.place(found)
        cities_as_clubs(sentences)
        for sentence, found in zip(sentences, find_people(sentences, self.text), strict=True):
            sentence.place(found)
        self.new_clubs = {
            m.club: m.name or m.surface for m in provisional_clubs(sentences, self.reader.gazetteer) if m.club
        }
        for sentence in sentences:
            for number, mention in enumerate(sentence.mentions):
                if mention is not None:
                    sentence.lower[number] = f"<{mention.tag}>"
        for sentence in sentences:
            sentence.place(find_split_scores(sentence))
            sentence.place_roles(find_roles(sentence))
            sentence.shape = shape(sentence)
            speech = spoken(sentence)
            if speech is not None:
                for mention, inside in zip(sentence.mentions, speech, strict=True):
                    if mention is not None:
                        mention.in_speech = inside

    def _results(self) -> dict[int, list[Result]]:
        return {s.number: found for s in self.sentences if s.kind != "list" and (found := results_of(s))}

    def _staff(self) -> dict[str, str | None]:
        staff: dict[str, str | None] = {}
        for sentence in self.sentences:
            for name, club in find_staff(sentence).items():
                staff[name] = club or staff.get(name)
        return staff

    def _tellings(self) -> dict[int, list[Telling]]:
        found = {}
        for sentence in self.sentences:
            told = find_tellings(sentence)
            if told:
                give_sides(sentence, told)
                found[sentence.number] = told
        timeline.mark_shootout(self.sentences, found)
        timeline.mark_penalties(self.sentences, found)
        timeline.settle_again(self.sentences, found)
        timeline.carry(self.sentences, found)
        timeline.resolve_later(self.sentences, found)
        timeline.carry(self.sentences, found)
        return found

    # Claims ---------------------------------------------------------------------------------------------------------

    def _add(self, table: str, sentence: Sentence, start: int, end: int, segment: int | None, **values: Any) -> None:
        self.claims[table].append((sentence, start, end, segment, values))

    def _club_name(self, club: str | None) -> str | None:
        """What the document calls a club: its longest name that is no nickname; else the name in the seed.

        A headline in capitals tells least: "SPURS SUNK AS AJAX RUN RIOT" does not call the club "AS AJAX".
        """
        written = {
            self.text[m.start : m.end]
            for sentence in self.sentences
            for m in sentence.mentions
            if m is not None and m.tag == "c" and m.club == club and m.rule in _NAMED
        }
        if written:
            return " ".join(max(written, key=lambda name: (not name.isupper(), len(name), name)).split())
        return self.reader.names.get(club) or self.new_clubs.get(club)

    def _staff_by_results(self, results: dict[int, list[Result]], staff: dict[str, str | None]) -> None:
        """A manager's side that meets one club of a match is the other one: "Wenger's men beat X"."""
        for told in results.values():
            for result in told:
                for at, club in ((result.first_at, result.second), (result.second_at, result.first)):
                    if at is None or club is None:
                        continue
                    mention = result.sentence.mentions[at]
                    pair = self.pairs.get(meetings.segment_at(result.sentence, at), ())
                    if (
                        mention is not None
                        and mention.tag == "t"
                        and mention.who == "staff"
                        and club in pair
                        and not staff.get(mention.name)
                    ):
                        staff[mention.name] = pair[0] if club == pair[1] else pair[1]

    def _claim(
        self, results: dict[int, list[Result]], sides: list[meetings.Side], tellings: dict[int, list[Telling]],
        staff: dict[str, str | None],
    ) -> None:  # fmt: skip
        # A score of both legs or of another match is none that this one passed through.
        self.not_running = {
            id(result.sentence.mentions[result.at])
            for found in results.values() for result in found if result.scope in _OTHER_SCOPES
        }  # fmt: skip
        told = self._claim_tellings(tellings, staff)
        for meeting in self.meetings:
            self._add(
                "match_claims", meeting.sentence, meeting.start, meeting.end, meeting.number, rule=meeting.rule,
                club_1=meeting.clubs[0], club_2=meeting.clubs[1], name_1=self._club_name(meeting.clubs[0]),
                name_2=self._club_name(meeting.clubs[1]),
                is_brief=meeting.number != self.meetings[0].number and meetings.is_brief(meeting, meeting.number in told),
            )  # fmt: skip
        self._claim_scores(results)
        self._claim_progress(results)
        self._claim_affiliations(tellings)
        for side in sides:
            self._add("side_claims", side.sentence, side.start, side.end, side.segment, rule=side.rule, club_id=side.club,
                      is_home=side.is_home, strength=side.strength)  # fmt: skip
        for sentence in self.sentences:
            for frame in find_frames(sentence):
                at = next((n for n, start in enumerate(sentence.starts) if start >= frame.start), 0)
                segment = meetings.segment_at(sentence, at)
                near = next((m for m in reversed(sentence.mentions[:at]) if m is not None and m.tag == "c"), None)
                if (
                    near is not None
                    and near.club is not None
                    and near.club not in self.pairs.get(segment, (near.club,))
                ):
                    # Of a match of somebody else.
                    continue
                self._add(
                    "context_claims",
                    sentence,
                    frame.start,
                    frame.end,
                    segment,
                    rule=frame.rule,
                    kind=frame.kind,
                    value=frame.value,
                )
            for first, last, competition in self.reader.competitions.find(sentence.words):
                self._add("context_claims", sentence, sentence.starts[first], sentence.ends[last], sentence.segment,
                          rule="competition_name", kind="competition", value=competition)  # fmt: skip

    def _claim_affiliations(self, tellings: dict[int, list[Telling]]) -> None:
        """Adds who plays for whom: by words beside a name, by a pass or a foul, by what a sentence goes on about."""
        known: dict[int, dict[str, dict[str, int]]] = {m.number: {} for m in self.meetings}
        links: dict[int, list] = {m.number: [] for m in self.meetings}

        def vote(segment: int | None, name: str, club: str | None, weight: int) -> None:
            if segment is not None and club in self.pairs.get(segment, ()):
                votes = known[segment].setdefault(name, {})
                votes[club] = votes.get(club, 0) + weight

        for sentence in self.sentences:
            for found in find_affiliations(sentence):
                segment = meetings.segment_at(sentence, found.first)
                self._affiliate(sentence, found.first, found.last, found.name, found.club, found.basis, found.strength)
                vote(segment, found.name, found.club, 3)
                for number, pair in self.pairs.items():
                    if number != segment and found.club in pair:
                        vote(number, found.name, found.club, 2)
            for one, other, is_mate in find_links(sentence):
                names = [sentence.mentions[token].name for token in (one, other)]
                segment = meetings.segment_at(sentence, other)
                if all(names) and names[0] != names[1] and segment is not None:
                    links[segment].append((*names, is_mate, sentence, other))
            for telling in tellings.get(sentence.number, ()):
                if telling.is_goal and telling.asserted and telling.club and not telling.own:
                    pair = self.pairs.get(meetings.segment_at(sentence, telling.start), ())
                    club = telling.club
                    if club in pair and telling.club_basis.startswith("against_"):
                        club = pair[1] if club == pair[0] else pair[0]
                    for agent in telling.agents[:1]:
                        name = agent.name or sentence.mentions[agent.index].name
                        if name:
                            vote(meetings.segment_at(sentence, telling.start), name, club, 3)
        for segment in self.pairs:
            told = [
                t for s in self.sentences for t in tellings.get(s.number, ())
                if t.is_goal and t.asserted and t.name() and meetings.segment_at(s, t.start) == segment and t.agents[0].strength < 3
            ]  # fmt: skip
            for later, earlier, is_mate in answers(told):
                links[segment].append((later.name(), earlier.name(), is_mate, later.sentence, later.start))
        for segment, pair in self.pairs.items():
            for name, club, is_mate, sentence, token in spread(known[segment], links[segment], pair):
                self._affiliate(sentence, token, token, name, club, "mate" if is_mate else "opponent", 3)
        previous = None
        for sentence in self.sentences:
            for telling in tellings.get(sentence.number, ()):
                if telling.club is not None or not telling.asserted or telling.own:
                    continue
                pair = self.pairs.get(meetings.segment_at(sentence, telling.start), ())
                club = topic_at(sentence, telling.start, pair, previous)
                for agent in telling.agents:
                    mention = sentence.mentions[agent.index]
                    name = agent.name or (mention.name if mention is not None else None)
                    if club is not None and name and agent.strength < 3:
                        self._affiliate(sentence, telling.start, telling.end - 1, name, club, "topic", 3)
            previous = sentence

    def _affiliate(
        self, sentence: Sentence, first: int, last: int, name: str, club: str, basis: str, strength: int
    ) -> None:
        self._add(
            "affiliation_claims", sentence, sentence.starts[first], sentence.ends[last],
            meetings.segment_at(sentence, first), rule=basis, player=name, club_id=club, basis=basis, strength=strength,
        )  # fmt: skip

    def _claim_progress(self, results: dict[int, list[Result]]) -> None:
        """Who goes on or out: by its own words, by a shoot-out or an aggregate won, by a win in a round of a cup."""
        is_round, is_final = tells_a_round(self.sentences), tells_a_final(self.sentences)
        for sentence in self.sentences:
            for progress in [*find_progress(sentence), *progress_of(results.get(sentence.number, ()), is_round)]:
                segment = meetings.segment_at(sentence, progress.first)
                club = sentence.mentions[progress.club].club
                if is_final and reaches_the_final(progress):
                    continue
                if club in self.pairs.get(segment, ()) and self._is_knockout(segment):
                    self._add("progress_claims", sentence, sentence.starts[progress.first], sentence.ends[progress.last],
                              segment, rule=progress.rule, club_id=club, is_through=progress.is_through)  # fmt: skip
                    if not progress.is_through:
                        # The other one goes on.
                        other = next(c for c in self.pairs[segment] if c != club)
                        self._add("progress_claims", sentence, sentence.starts[progress.first], sentence.ends[progress.last],
                                  segment, rule=progress.rule + "_other", club_id=other, is_through=True)  # fmt: skip

    def _is_knockout(self, segment: int) -> bool:
        if segment not in self.knockouts:
            own = [
                s for s in self.sentences if segment in (s.segment, *(number for _, number in s.found.get("cuts", ())))
            ]
            self.knockouts[segment] = is_knockout([s.text for s in own], [s.text for s in self.sentences])
        return self.knockouts[segment]

    def _claim_scores(self, results: dict[int, list[Result]]) -> None:
        by_key = {frozenset(m.clubs): m for m in self.meetings}
        is_tie = (
            any(r.scope in ("first_leg", "aggregate") for told in results.values() for r in told)
            or "second leg" in self.text
        )
        for sentence in self.sentences:
            for result in results.get(sentence.number, ()):
                if result.goals is None:
                    continue
                first, second = result.first, result.second
                meeting = by_key.get(frozenset((first, second))) if first and second else None
                segment = meeting.number if meeting else meetings.segment_at(sentence, result.at)
                pair = self.pairs.get(segment, ())
                scope = result.scope
                foreign = (first and first not in pair) or (second and second not in pair)
                if scope == "last_week":
                    scope = "first_leg" if is_tie and not foreign else "background"
                elif scope == "in_play" or (scope is None and result.rule in ("up", "down", "lead")):
                    scope = "running"
                elif scope is None:
                    scope = "full_time" if result.relation in ("win", "draw") and (first or second) else "running"
                elif scope == "full_time" and result.rule in ("up", "down", "lead"):
                    scope = "running"
                if foreign or sentence.mentions[result.at].in_speech:
                    scope = "background"
                if (
                    scope == "full_time"
                    and first is None
                    and second is None
                    and result.goals[0] != result.goals[1]
                    and result.rule in ("score",)
                ):
                    scope = "running"
                mention = sentence.mentions[result.at]
                self._add(
                    "score_claims", sentence, mention.start, mention.end, segment, rule=result.rule, scope=scope,
                    club_1=first, club_2=second, goals_1=result.goals[0], goals_2=result.goals[1],
                    orientation="stated" if result.relation is not None and (first or second) else "unknown",
                )  # fmt: skip
                if result.first is None and result.second is not None:
                    # The schema asks for the first club where the way round is stated.
                    values = self.claims["score_claims"][-1][4]
                    values.update(club_1=second, club_2=None, goals_1=result.goals[1], goals_2=result.goals[0])

    def _claim_tellings(self, tellings: dict[int, list[Telling]], staff: dict[str, str | None]) -> set[int]:
        """Adds the claims of goals and cards; returns the matches with asserted goals."""
        with_goals: set[int] = set()
        number = 0
        for sentence in self.sentences:
            for telling in tellings.get(sentence.number, ()):
                if telling.is_goal is False and telling.kind == "ten_man":
                    number += 1
                    self._claim_short(telling, number)
                    continue
                members: dict[int, list] = {}
                for agent in telling.agents:
                    members.setdefault(agent.member, []).append(agent)
                for candidates in members.values() or [[]]:
                    number += 1
                    self._claim_one(telling, candidates, number, staff, with_goals)
        return with_goals

    def _claim_short(self, telling: Telling, number: int) -> None:
        sentence = telling.sentence
        team = sentence.mentions[telling.team]
        if team.club is None:
            return
        self._add(
            "card_claims", sentence, sentence.starts[telling.start], sentence.ends[telling.end - 1],
            meetings.segment_at(sentence, telling.start), rule="ten_man", telling=number, candidate_rank=1, link="none",
            link_strength=1, club_id=team.club, club_basis="role" if team.tag == "t" else "explicit", minute=None,
            stoppage=None, minute_basis=None, asserted=telling.why_not is None, why_not=telling.why_not, player=None,
            card="red", evidence_start=sentence.start, evidence_end=sentence.end,
        )  # fmt: skip

    def _claim_one(self, telling: Telling, candidates: list, number: int, staff: dict, with_goals: set[int]) -> None:
        sentence = telling.sentence
        segment = meetings.segment_at(sentence, telling.start)
        pair = self.pairs.get(segment, ())
        club, basis = telling.club, telling.club_basis
        if club is not None:
            if basis.startswith("against_"):
                basis = basis.removeprefix("against_")
                club = (pair[1] if club == pair[0] else pair[0]) if club in pair else None
            if club not in pair:
                club, basis = None, None
        minute = telling.minute
        timed = minute is not None and minute.minute is not None
        common = {
            "rule": telling.entry["rule"], "telling": number, "club_id": club, "club_basis": basis,
            "minute": minute.minute if timed else None, "stoppage": minute.stoppage if timed else None,
            "minute_basis": (minute.basis or "stated") if timed else None,
            "evidence_start": sentence.start, "evidence_end": sentence.end,
        }  # fmt: skip
        start, end = sentence.starts[telling.start], sentence.ends[telling.end - 1]
        people = [(a, sentence.mentions[a.index]) for a in candidates]
        people = [(a, m) for a, m in people if a.name or (m is not None and m.name)]
        for rank, (agent, mention) in enumerate(people or [(None, None)], start=1):
            name = None if agent is None else agent.name or mention.name
            why_not = telling.why_not
            if why_not is None and name in staff:
                why_not = "not_a_player"
            link = agent.link if agent is not None else "none"
            strength = agent.strength if agent is not None else 3
            if mention is not None and mention.tag in ("h", "r"):
                link, strength = ("pronoun" if mention.tag == "h" else "role"), max(2, strength)
            if telling.is_goal and name in self.keepers and not telling.own:
                # A goalkeeper is mostly the one who was beaten.
                strength = max(2, strength)
            if why_not is None and telling.kind == "noun" and strength == 3 and telling.is_goal:
                why_not = "hypothetical"
            values = common | {
                "candidate_rank": rank, "link": link, "link_strength": strength, "asserted": why_not is None, "why_not": why_not,
            }  # fmt: skip
            if telling.is_goal:
                values |= self._goal_values(telling, name)
                if why_not is None and name:
                    with_goals.add(segment)
            else:
                values |= {"player": name, "card": telling.entry["card"], "club_id": None, "club_basis": None}
            self._add("goal_claims" if telling.is_goal else "card_claims", sentence, start, end, segment, **values)

    def _goal_values(self, telling: Telling, name: str | None) -> dict[str, Any]:
        goals = telling.goals.goals if telling.goals is not None and id(telling.goals) not in self.not_running else None
        if goals is not None:
            at = telling.sentence.mentions.index(telling.goals)
            if {"aggregate", "agg", "overall"} & set(telling.sentence.lower[at + 1 : at + 4]):
                goals = None
        # "2-0" and "2-2" are the same from either side; "1-2" is not, and the words seldom tell from whose.
        plain = goals is not None and goals[0] > 0 and (goals[1] == 0 or goals[0] == goals[1])
        return {
            "scorer": name, "is_penalty": telling.penalty and not telling.own, "is_own_goal": telling.own,
            "goal_count": max(1, telling.count), "running_for": goals[0] if plain else None,
            "running_against": goals[1] if plain else None,
        }  # fmt: skip

    # Rows -----------------------------------------------------------------------------------------------------------

    def _write(self) -> None:
        document_id, rows, text = self.document_id, self.rows, self.text
        for sentence in self.sentences:
            rows["sentences"].append(
                {
                    "document_id": document_id, "sentence_no": sentence.number, "paragraph_no": sentence.paragraph,
                    "kind": sentence.kind, "segment_no": sentence.segment, "char_start": sentence.start, "char_end": sentence.end,
                }
            )  # fmt: skip
        number = 0
        for sentence in self.sentences:
            for mention in sentence.mentions:
                if mention is None:
                    continue
                number += 1
                rows["mentions"].append(
                    {
                        "mention_id": f"{self.prefix}:mentions:{number}", "document_id": document_id,
                        "sentence_no": sentence.number, "char_start": mention.start, "char_end": mention.end,
                        "rule": mention.rule, "surface": text[mention.start : mention.end], "kind": _KINDS[mention.tag],
                        "name": mention.name, "club_id": mention.club,
                    }
                )  # fmt: skip
        for name, claims in self.claims.items():
            claims.sort(key=_by_place)
            short = name.removesuffix("_claims")
            target = rows[name]
            for number, (sentence, start, end, segment, values) in enumerate(claims, 1):
                row = values
                row["claim_id"] = f"{self.prefix}:{short}:{number}"
                row["document_id"] = document_id
                row["sentence_no"] = sentence.number
                row["segment_no"] = segment
                row["char_start"], row["char_end"] = start, end
                row["surface"] = text[start:end]
                if "telling" in row:
                    row["telling_id"] = f"{self.prefix}:{short}:{row['telling']}"
                target.append(row)


_by_place: Callable = lambda claim: claim[1:3]  # noqa: E731
