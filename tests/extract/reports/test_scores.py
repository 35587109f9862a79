"""What two numbers are the score of, and whose is which. Every rule of lexicon/scopes.toml has a sentence here."""

import tomllib

from extract.reports import results
from extract.reports.lexicon import FOLDER
from tests.extract.reports.reading import assert_none, scores, table

FINAL = [
    ("Arsenal beat Chelsea 2-1 in north London.", "full_time arsenal 2 chelsea 1"),
    ("Arsenal defeated Chelsea 3-0 on Saturday.", "full_time arsenal 3 chelsea 0"),
    ("Liverpool thrashed Everton 5-0.", "full_time everton 0 liverpool 5"),
    ("Arsenal won 2-1 at Chelsea.", "full_time arsenal 2 chelsea 1"),
    ("Arsenal won 2-1 away to Chelsea.", "full_time arsenal 2 chelsea 1"),
    ("Napoli secured a 3-2 victory over Lazio.", "full_time lazio 2 napoli 3"),
    ("Napoli claimed a narrow 1-0 win against Lazio.", "full_time lazio 0 napoli 1"),
    ("A 2-0 win for Valencia over Sevilla lifted the mood.", "full_time sevilla 0 valencia 2"),
    ("Chelsea lost 2-1 to Arsenal.", "full_time arsenal 2 chelsea 1"),
    ("Chelsea were beaten 3-1 by Arsenal.", "full_time arsenal 3 chelsea 1"),
    ("Chelsea were thrashed 4-0 at Arsenal.", "full_time arsenal 4 chelsea 0"),
    ("Chelsea slumped to a 2-0 defeat at Arsenal.", "full_time arsenal 2 chelsea 0"),
    ("Chelsea suffered a 3-1 loss to Arsenal.", "full_time arsenal 3 chelsea 1"),
    ("Chelsea went down 1-0 at Arsenal.", "full_time arsenal 1 chelsea 0"),
    ("Chelsea lost 1-2 to Arsenal.", "full_time arsenal 2 chelsea 1"),
    ("Porto drew 1-1 with Benfica.", "full_time benfica 1 porto 1"),
    ("Porto and Benfica drew 2-2.", "full_time benfica 2 porto 2"),
    ("Porto were held to a 0-0 draw by Benfica.", "full_time benfica 0 porto 0"),
    ("Porto played out a goalless draw with Benfica.", "full_time benfica 0 porto 0"),
    ("Arsenal 2-1 Chelsea", "full_time arsenal 2 chelsea 1"),
    ("Lazio 1-3 Napoli", "full_time lazio 1 napoli 3"),
    ("Real Madrid edged out Sevilla 1-0.", "full_time real-madrid 1 sevilla 0"),
    ("Ajax came from behind to beat Feyenoord 3-2.", "full_time ajax 3 feyenoord 2"),
    ("Feyenoord, beaten 3-2 by Ajax, were left without a point.", "full_time ajax 3 feyenoord 2"),
    ("Arsenal ran out 4-1 winners over Chelsea.", "full_time arsenal 4 chelsea 1"),
    ("Arsenal eased to a 3-0 win at home to Chelsea.", "full_time arsenal 3 chelsea 0"),
    ("Arsenal overcame Chelsea 2-0.", "full_time arsenal 2 chelsea 0"),
    ("Arsenal saw off Chelsea 2-0.", "full_time arsenal 2 chelsea 0"),
    ("Arsenal cruised past Chelsea 4-0.", "full_time arsenal 4 chelsea 0"),
    ("Chelsea fell to a 2-1 defeat at home to Arsenal.", "full_time arsenal 2 chelsea 1"),
    ("Chelsea crashed 4-0 at Arsenal.", "full_time arsenal 4 chelsea 0"),
    ("Okonjo scored twice as Arsenal beat Chelsea 2-1.", "full_time arsenal 2 chelsea 1"),
    ("Arsenal fought back to draw 2-2 with Chelsea.", "full_time arsenal 2 chelsea 2"),
    ("Arsenal and Chelsea shared a 1-1 draw.", "full_time arsenal 1 chelsea 1"),
    ("Chelsea held Arsenal to a goalless draw.", "full_time arsenal 0 chelsea 0"),
    ("Arsenal's 2-1 victory at Chelsea was deserved.", "full_time arsenal 2 chelsea 1"),
    ("Chelsea's 2-1 defeat at Arsenal was deserved.", "full_time arsenal 2 chelsea 1"),
    ("Ten-man Arsenal beat Chelsea 2-1.", "full_time arsenal 2 chelsea 1"),
    (
        "Real Madrid recovered from a goal down to beat Atletico Madrid 2-1.",
        "full_time atletico-madrid 1 real-madrid 2",
    ),
    ("Brazil beat Germany 2-0 in Berlin.", "full_time nt-brazil 2 nt-germany 0"),
    ("Arsenal inflicted a 3-1 defeat on Chelsea.", "full_time arsenal 3 chelsea 1"),
    ("Goals by Okonjo and Brandvik earned Arsenal a 2-0 win against Chelsea.", "full_time arsenal 2 chelsea 0"),
    ("Arsenal, who had lost their previous three matches, beat Chelsea 2-1.", "full_time arsenal 2 chelsea 1"),
    ("Arsenal moved above Liverpool with a 2-1 win over Chelsea.", "full_time arsenal 2 chelsea 1"),
    ("A late goal gave Arsenal a 2-1 win over Chelsea.", "full_time arsenal 2 chelsea 1"),
    ("It finished Arsenal 2, Chelsea 1.", "full_time arsenal 2 chelsea 1"),
]

ONE_SIDED = [
    ("Chelsea lost 2-0 on Saturday. Arsenal were better.", "full_time arsenal 2 chelsea 0"),
    ("Arsenal won 3-1 on Saturday. Chelsea were poor.", "full_time arsenal 3 chelsea 1"),
    ("Okonjo was the hero of a 2-0 win over Chelsea. Arsenal had waited for it.", "full_time arsenal 2 chelsea 0"),
    ("It was a 2-0 defeat by Arsenal. Chelsea deserved more.", "full_time arsenal 2 chelsea 0"),
    ("Porto drew 1-1. Benfica had the better chances.", "full_time benfica 1 porto 1"),
    ("A 3-0 defeat of Chelsea cheered the fans. Arsenal were superb.", "full_time arsenal 3 chelsea 0"),
]

OTHER_SCOPES = [
    ("Arsenal beat Chelsea 2-1. They led 1-0 at half-time.", "half_time arsenal 1 - 0"),
    ("Roma beat Porto 2-1 to go through 4-2 on aggregate.", "aggregate roma 4 - 2"),
    ("Roma beat Porto 2-1 and won 4-2 on aggregate.", "aggregate porto 2 roma 4"),
    ("Roma beat Porto 2-1. Porto had won the first leg 3-0.", "first_leg porto 3"),
    ("Roma beat Porto 2-1, having lost the first leg 1-0.", "first_leg porto 1 roma 0"),
    ("Roma drew 1-1 with Porto and won 4-3 on penalties.", "shootout"),
    ("Roma drew 1-1 with Porto before winning the shoot-out 5-4.", "shootout"),
    ("Roma beat Porto 3-1 after extra time. It was 1-1 after normal time.", "ninety - 1 - 1"),
    ("Roma beat Porto 2-0. Porto beat Benfica 4-0 last weekend.", "background"),
    ("Roma beat Porto 2-0 in the second leg. Porto won 1-0 last week.", "first_leg"),
    ("Roma beat Porto 2-0. Okonjo scored again to make it 2-0.", "running"),
    ("Roma beat Porto 2-1. They were 1-0 up when Okonjo scored.", "running"),
    ("Arsenal beat Chelsea 2-1. Arsenal were 1-0 up at the time.", "running arsenal 1 - 0"),
    ("Arsenal beat Chelsea 2-1. Arsenal were 1-0 down when Okonjo was booked.", "running arsenal 0 - 1"),
    ("Roma beat Porto 2-1 in the first leg of their quarter-final.", "full_time porto 1 roma 2"),
    ("Roma beat Porto 2-0 and won 3-2 on aggregate. Porto had won the first match 2-1.", "first_leg porto 2"),
    ("Roma, 1-0 down from the first game, beat Porto 3-0 to go through 3-1 on aggregate.", "first_leg porto 1 roma 0"),
    ("Roma drew 1-1 with Porto and won 3-2 on aggregate. Roma had returned from Portugal with a 2-1 win.", "first_leg"),
    ("Roma beat Porto 2-0 to go through on aggregate. Roma had begun the night 2-1 down.", "first_leg roma 1 - 2"),
    ("Roma beat Porto 2-0 to go through on aggregate. The sides had drawn 1-1 in Portugal.", "first_leg"),
    ("Roma beat Porto 2-1. The aggregate score was 3-2.", "aggregate porto 2 roma 3"),
    ("Roma beat Porto 2-1 in extra time for a 3-2 aggregate win.", "aggregate porto 2 roma 3"),
    ("Roma beat Porto 2-1. Leading 3-1 on aggregate, Roma sat back.", "running"),
    (
        "Roma beat Porto 2-0 in the second leg. The sides had drawn 0-0 at the Estadio do Dragao in their first leg.",
        "first_leg",
    ),
    ("Roma beat Porto 3-1 after extra time in their replay. The first match ended 1-1.", "background"),
    ("Roma beat Porto 2-0. Roma led the tie 3-1 when Okonjo scored.", "running"),
    ("Roma beat Porto 2-1 in the second leg. A 3-0 first-leg win had settled it.", "first_leg"),
    ("Roma beat Porto 2-1 in the second leg. Their previous meeting, a 3-0 first leg, had settled it.", "first_leg"),
    ("Roma beat Porto 2-0 after a goalless draw in the first leg.", "first_leg"),
    ("Roma and Porto drew 1-1. The tie ended 3-3 after a second leg that Porto won on away goals.", "aggregate"),
    ("Roma beat Porto 2-0. Following a 1-0 win over Lazio, Roma are second.", "background lazio 0 roma 1"),
    (
        "Okonjo's late goal made it 3-2 to Arsenal in the 93rd minute against Chelsea. Chelsea had led twice.",
        "full_time arsenal 3",
    ),
]

OTHER_WORDS = [
    ("Roma beat Porto 2-0. They take a 2-0 lead into the second leg.", "full_time porto 0 roma 2"),
    ("Arsenal won a thriller with Chelsea. It finished 4-3.", "full_time arsenal 4 chelsea 3"),
    ("Chelsea were unlucky, going down 2-1 to Arsenal at home.", "full_time arsenal 2 chelsea 1"),
    ("A late goal by Okonjo lifted Arsenal to a 1-1 tie with Chelsea.", "full_time arsenal 1 chelsea 1"),
    ("Arsenal defeated England's Chelsea 3-1.", "full_time arsenal 3 chelsea 1"),
    ("Beaten 3-0 by Arsenal, Chelsea went home early.", "full_time arsenal 3 chelsea 0"),
    (
        "Arsenal beat Everton 2-0. Everton go to Tarnholm, who lost 3-1 to Chelsea on Wednesday.",
        "full_time arsenal 2 everton 0",
    ),
]

TABLES = [FINAL, ONE_SIDED, OTHER_SCOPES, OTHER_WORDS]


@table("text, expected", FINAL)
def test_a_final_score_gives_each_side_its_own_number(told, text, expected):
    assert scores(told(text)) == {expected}


@table("text, expected", ONE_SIDED)
def test_a_side_that_is_named_alone_gets_its_number_and_the_other_is_found_near(told, text, expected):
    assert scores(told(text)) == {expected}
    assert told(text)["match_claims"].height == 1


@table("text, expected", OTHER_WORDS)
def test_the_winner_is_known_by_other_words_too(told, text, expected):
    assert expected in scores(told(text))


@table("text, expected", OTHER_SCOPES)
def test_a_score_is_read_as_the_score_of_what_the_words_say(told, text, expected):
    assert [score for score in scores(told(text)) if score.startswith(expected)]


def test_only_one_score_of_a_match_is_its_final_one(told):
    for text, _ in OTHER_SCOPES:
        finals = told(text)["score_claims"].filter(scope="full_time")
        assert finals.height == 1, text


def test_every_rule_for_scopes_has_a_case(read_many, monkeypatch):
    exercised = set()

    def recorded(sentence, at, scope_of=results.scope_of):
        scope, rule = scope_of(sentence, at)
        exercised.add(rule)
        return scope, rule

    monkeypatch.setattr(results, "scope_of", recorded)
    read_many([row[0] for table_ in TABLES for row in table_])
    assert_none(
        {entry["rule"] for entry in tomllib.loads((FOLDER / "scopes.toml").read_text("utf-8"))["scopes"]} - exercised
    )
