"""Which minutes a sentence tells. Every rule of lexicon/clock.toml has a sentence here.

Belongs here: sentences and the minutes read in them. Does not belong here: whose minutes they are (the modules of goals
and cards). Clubs and men are invented.
"""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.reports import clock
from extract.reports.clock import find_minutes
from extract.reports.cutting import cut
from extract.reports.fold import fold_text
from extract.reports.tokens import Mention

LISTED = Path(clock.__file__).parent / "lexicon" / "clock.toml"

# A minute is "67", reckoned "67r", with its stoppage "90+3"; "later 6" is a distance; "-" is a time without a minute.
PROSE = [
    # Minutes by their number
    ("Okonjo scored in the 14th minute.", "14"),
    ("In the seventh minute Brandvik headed home.", "7"),
    ("Lindqvist's 67th-minute header settled it.", "67"),
    ("A 90th-minute winner from Duarte broke Harwick hearts.", "90"),
    ("The 83rd minute strike was his best.", "83"),
    ("Marchetti scored as early as the fourteenth minute.", "14"),
    ("He struck in the twenty-second minute and the sixty-seventh minute.", "22 67"),
    ("Okonjo scored in only the 3rd minute.", "3"),
    ("It stayed level until the 80th minute when Petrescu pounced.", "80"),
    ("Castellano netted in the 112th minute.", "112"),
    ("Okonjo scored in the 93rd minute.", "93"),
    ("Okonjo scored in the first minute.", "1"),
    ("Okonjo scored inside the opening minute.", "1"),
    ("Ferrando scored in the 12th and 58th minutes.", "12 58"),
    ("Ferrando scored in the 12th, 34th and 58th minutes.", "12 34 58"),
    ("Ferrando scored in the 12th and again in the 58th minute.", "12 58"),
    ("Halloran curled one in during minute 14.", "14"),
    ("Halloran opened the scoring in the 55 minute.", "55"),
    ("A 67 minute goal from Tielens won it.", "67"),
    ("Tielens struck before the 60-minute mark.", "60"),
    ("69th Minute: Oyelaran doubles the lead", "69"),
    ("71 min: Kowalczyk heads wide", "71"),
    ("Marchetti curled the ball into the top corner in the 71st.", "71"),
    ("Marchetti struck in the 67th and 80th, both from distance.", "67 80"),
    # Minutes played
    ("Okonjo scored after 14 minutes before Brandvik levelled.", "14"),
    ("Okonjo scored after 51, Keller having handled.", "51"),
    ("Harwick led after four minutes on Okonjo's volley.", "4"),
    ("Harwick had gone ahead in the 41st on a penalty by Okonjo.", "41"),
    ("Okonjo struck before 12 minutes had passed.", "-"),
    ("Okonjo prodded it in eight minutes beyond the 90.", "90+8"),
    ("Okonjo scored in the first minute of overtime's second half.", "106r"),
    ("Okonjo struck with seven minutes of the added half-hour to go.", "113r"),
    ("Okonjo struck with two minutes of the 90 left.", "88r"),
    ("Okonjo struck eight minutes after coming on at half-time.", "53r"),
    ("Duarte tapped in after 12 minutes.", "12"),
    ("On 33 minutes Kowalczyk drilled the ball home.", "33"),
    ("Petrescu opened the scoring after only four minutes.", "4"),
    ("Duarte struck after just 26 minutes.", "26"),
    ("It took just 26 minutes for Duarte to open the scoring.", "26"),
    ("Harwick needed only three minutes to go ahead.", "3"),
    ("Halloran scored with 35 minutes gone.", "35"),
    ("Halloran scored with 35 minutes on the clock.", "35"),
    ("Only nine minutes had been played when Brandvik struck.", "9"),
    ("Twenty-six minutes in, Okonjo curled home.", "26"),
    ("Tielens nodded in 20 minutes into the match.", "20"),
    ("Tielens nodded in 11 minutes after kick-off.", "11"),
    ("Harwick were ahead inside six minutes.", "6"),
    ("Within five minutes of the start Okonjo had scored.", "5"),
    ("The score at 26 minutes was 1-0.", "26"),
    ("Ferrando struck on 12 and 58 minutes.", "12 58"),
    ("Ferrando netted on 57 and 88, while Okonjo missed.", "57 88"),
    ("Ferrando fired over on 78 as Harwick pushed.", "78"),
    ("Eastmoor trailed 2-0 after 25 minutes.", "25"),
    ("A minute into the game Brandvik struck.", "1"),
    ("Brandvik scored inside a minute.", "1"),
    ("Brandvik scored in under a minute.", "1"),
    ("Ferrando scored after 45 seconds.", "1"),
    ("Ferrando scored after 34 minutes and 20 seconds.", "35"),
    ("After 25 goalless minutes Ferrando scored.", "25"),
    ("Ferrando scored after just 75 seconds.", "2"),
    ("It took Ferrando only eleven seconds to score.", "1"),
    ("Thirty seconds into the game Okonjo struck.", "1"),
    # Marks and brackets
    ("Okonjo (67) scored.", "67"),
    ("Okonjo (67 min) scored.", "67"),
    ("Okonjo (67') scored.", "67"),
    ("Okonjo (pen 67) and Brandvik (12, 45+2) scored.", "67 12 45+2"),
    ("Okonjo (67 pen, 80) scored.", "67 80"),
    ("Okonjo (81st) scored.", "81"),
    ("Okonjo (2) and Brandvik scored.", ""),
    ("Okonjo's fine strike (3) was the first.", "3"),
    ("Okonjo 67' made it two.", "67"),
    ("67 mins: Okonjo heads wide.", "67"),
    ("Goal, Okonjo, 67 mins.", "67"),
    ("Castellano struck on 90+3.", "90+3"),
    ("Castellano struck in the 90+3rd minute.", "90+3"),
    ("Castellano struck (90'+4) and (90+5').", "90+4 90+5"),
    ("Castellano struck at 45 + 2 minutes.", "45+2"),
    ("Castellano (90+) struck.", "90"),
    # The hour and its parts
    ("Oyelaran scored on the hour.", "60"),
    ("On the hour mark Castellano fired home.", "60"),
    ("Castellano fired home after an hour.", "60"),
    ("With an hour gone Castellano fired home.", "60"),
    ("Ferrando equalised on the half-hour.", "30"),
    ("Ferrando equalised on the half-hour mark.", "30"),
    ("Okonjo levelled after half an hour.", "30"),
    ("Half an hour into the game Okonjo levelled.", "30"),
    ("Brandvik broke the deadlock after a quarter of an hour.", "15"),
    ("Five minutes before the hour Okonjo levelled.", "55r"),
    ("Two minutes after the hour Okonjo levelled.", "62r"),
    ("Three minutes before the half-hour Okonjo levelled.", "27r"),
    ("Two minutes past the half-hour mark Okonjo levelled.", "32r"),
    ("Okonjo levelled just past the hour.", ""),
    ("Okonjo levelled just before the half-hour mark.", ""),
    ("Eastmoor led soon on the hour mark.", "-"),
    ("Okonjo tired after just over an hour.", "-"),
    # Half-time
    ("Lindqvist scored on the stroke of half-time.", "45"),
    ("Lindqvist scored right on the stroke of the interval.", "45"),
    ("Lindqvist scored on the half-time whistle.", "45"),
    ("Lindqvist scored in the last minute of the first half.", "45"),
    ("Lindqvist scored with the last kick of the half.", "45"),
    ("Marchetti equalised in first-half stoppage time.", "45"),
    ("Marchetti equalised in injury time at the end of the first half.", "45"),
    ("Duarte volleyed home in the second minute of first-half stoppage time.", "45+2"),
    ("Three minutes into first-half injury time Duarte volleyed home.", "45+3"),
    ("Two minutes before half-time Okonjo struck.", "43r"),
    ("A minute before the break Okonjo struck.", "44r"),
    ("Okonjo struck three minutes from the end of the first half.", "42r"),
    ("With nine minutes of the first half remaining Okonjo struck.", "36r"),
    ("Okonjo struck with five minutes left in the first half.", "40r"),
    ("Okonjo struck 20 seconds before half-time.", "45r"),
    ("Okonjo struck four minutes into the second half.", "49r"),
    ("Okonjo struck just four minutes after the break.", "49r"),
    ("Within two minutes of the restart Okonjo struck.", "47r"),
    ("Okonjo struck inside ten minutes of the second half.", "55r"),
    ("Okonjo struck in the third minute of the second half.", "48r"),
    ("Okonjo struck 43 seconds into the second half.", "46r"),
    ("Okonjo came on at half-time, and five minutes later he struck.", "50r"),
    ("Okonjo struck seconds after the restart.", "-"),
    ("Okonjo struck just before half-time.", ""),
    ("Okonjo struck midway through the half.", ""),
    # The end
    ("Okonjo struck seven minutes from time.", "83r"),
    ("A minute from time Okonjo struck.", "89r"),
    ("Okonjo struck ten minutes from the end.", "80r"),
    ("Okonjo struck 10 minutes from full-time.", "80r"),
    ("Okonjo struck with 10 minutes left.", "80r"),
    ("With just ten minutes left Okonjo struck.", "80r"),
    ("Okonjo struck with 10 minutes remaining.", "80r"),
    ("Okonjo struck with 10 minutes to go.", "80r"),
    ("Okonjo struck with only 12 minutes of normal time to play.", "78r"),
    ("Okonjo struck with ten minutes of the game left.", "80r"),
    ("Three minutes still remained when Okonjo struck.", "87r"),
    ("Harwick were four minutes from victory when Okonjo struck.", "86r"),
    ("A quarter of an hour from time Okonjo struck.", "75r"),
    ("With half an hour to go Okonjo struck.", "60r"),
    ("Okonjo struck with 30 seconds left.", "90r"),
    ("Okonjo struck with seconds remaining.", "90r"),
    ("Okonjo struck on the stroke of full-time.", "90"),
    ("Okonjo struck on the stroke of the hour.", "60"),
    ("Okonjo struck in the last minute.", "90"),
    ("Okonjo's last-minute winner sank Harwick.", "90"),
    ("Okonjo struck in the dying seconds.", "90"),
    ("Okonjo struck with the last kick of the game.", "90"),
    ("Okonjo struck with virtually the final touch of the match.", "90"),
    ("Okonjo struck with the last kick.", "90"),
    ("Okonjo struck with the game's last kick.", "90"),
    ("Okonjo's last-gasp winner came late on.", ""),
    ("Okonjo struck in the dying minutes.", "-"),
    ("Okonjo pulled out at the last minute.", "-"),
    # Stoppage time
    ("Kowalczyk grabbed the winner in stoppage time.", "90"),
    ("Petrescu scored deep into injury time.", "90"),
    ("Petrescu scored in time added on.", "90"),
    ("Petrescu's stoppage-time equaliser saved Eastmoor.", "90"),
    ("An injury time free kick saved Eastmoor.", "90"),
    ("Tielens headed the winner in the fourth minute of stoppage time.", "90+4"),
    ("Three minutes into injury time Oyelaran slotted home.", "90+3"),
    ("Oyelaran slotted home in the third added minute.", "90+3"),
    ("Oyelaran slotted home in the 94th minute of added time.", "90+4"),
    ("Oyelaran slotted home after six minutes of stoppage time.", "90+6"),
    ("The seven minutes of stoppage time passed quietly.", "-"),
    ("As stoppage time approached Eastmoor sat back.", "-"),
    # Extra time
    ("Two minutes into extra time Okonjo struck.", "92r"),
    ("Okonjo struck in the third minute of extra time.", "93r"),
    ("Four minutes into the second period of extra time Okonjo struck.", "109r"),
    ("A minute before the end of the first period of extra time Okonjo struck.", "104r"),
    ("Okonjo struck six minutes from the end of extra time.", "114r"),
    ("With seven minutes of extra time left Okonjo struck.", "113r"),
    ("Okonjo struck in the last minute of extra time.", "120"),
    ("Okonjo struck in extra time.", ""),
    # After something
    ("Okonjo replied six minutes later.", "later 6"),
    ("Okonjo replied two minutes afterwards.", "later 2"),
    ("A minute later Okonjo replied.", "later 1"),
    ("Just over a minute later Okonjo replied.", "later 1"),
    ("Within four minutes Okonjo replied.", "later 4"),
    ("Just four minutes after his arrival Okonjo struck.", "later 4"),
    ("Inside three minutes of coming on Okonjo struck.", "later 3"),
    ("It took them only two minutes to equalise.", "later 2"),
    ("The lead lasted only five minutes.", "later 5"),
    ("Okonjo struck 55 seconds later.", "later 1"),
    ("He grabbed his second 10 minutes later.", "later 10"),
    ("Half an hour later he was off.", "later 30"),
    ("Moments later Okonjo struck.", ""),
    ("Minutes later Okonjo struck.", ""),
    ("Four minutes earlier he had missed.", "-"),
    ("They struck within two minutes of each other.", "-"),
    # No minutes
    ("He scored three in 14 minutes.", "-"),
    ("He scored three in the space of 14 minutes.", "-"),
    ("Eastmoor scored twice in the first 20 minutes.", "-"),
    ("For the last 10 minutes Eastmoor hung on.", "-"),
    ("The opening ten minutes of the second half were dull.", "-"),
    ("The next ten minutes were dull.", "-"),
    ("Harwick held out for 20 minutes.", "-"),
    ("It ended level after 90 minutes.", "-"),
    ("After 10 minutes of pressure Harwick struck.", "-"),
    ("They scored twice in four second-half minutes.", "-"),
    ("From the first minute Eastmoor pressed.", "-"),
    ("Eastmoor pressed in the opening minutes.", "-"),
    ("A minute's silence was held.", "-"),
    ("The game began after a one-minute silence.", ""),
    ("The 15-minute delay annoyed Harwick.", ""),
    ("The 19-year-old struck from 20 yards in front of 20,000.", ""),
    ("Harwick last won here in 1967, by 3-2.", ""),
    ("Harwick are on 32 points, two ahead of Eastmoor.", ""),
    ("The final is on 31 May.", ""),
    ("Eastmoor beat Harwick (2) 3-1 (agg 5-3).", ""),
    ("How 55 seconds left Eastmoor in ruins.", "-"),
    ("He added time and again to the score.", ""),
    ("'We were poor in 67' he said.", ""),
]

LISTS = [
    ("Okonjo 12, Brandvik 45+2.", "12 45+2"),
    ("Okonjo 1, Brandvik 113.", "1 113"),
    ("Goals: Okonjo 12, 34 og, Brandvik (pen 67), Duarte 79 og", "12 34 67 79"),
    ("Harwick: Okonjo 12, 58, Brandvik 80 pen", "12 58 80"),
    ("Scorers: Okonjo 4", "4"),
    ("Booked: Okonjo 23, van der Linden 56", "23 56"),
    ("Harwick 2 (Okonjo 12, Duarte 58) Eastmoor 1 (Petrescu 80)", "12 58 80"),
    ("Halloran, Tielens, Marchetti (Duarte 67), Okonjo, Ferrando (Petrescu, 80, 6).", "*67 *80"),
    ("Halloran, Tielens, Marchetti (15 - Duarte, 67th), Okonjo, Ferrando.", "*67"),
    ("Halloran 6; Tielens 7, Marchetti 6 (Green 67), Duarte 5; Okonjo 7.", "*67"),
    ("Subs: Okonjo (Duarte 67), Brandvik 14, Halloran 22.", "*67"),
    ("Halloran 6, Tielens 7, Marchetti 6, Duarte 8, Okonjo 7, Ferrando 6.", ""),
    ("Halloran (6), Tielens (7), Marchetti (6), Duarte (8), Okonjo (7).", ""),
    ("Halloran 6.5, Tielens 7, Marchetti 12.", ""),
    ("1 - Halloran, 22 - Tielens, 13 - Marchetti, 4 - Duarte", ""),
    ("Harwick 2, Eastmoor 1", ""),
    ("Scorers: Okonjo (2), Brandvik, Duarte", ""),
    ("Scorers: Okonjo (2), Brandvik (67), Duarte", "67"),
    ("Scorers: Okonjo (2), Brandvik (67)", "2 67"),
    ("Okonjo 12th", ""),
    ("Attendance: 23,456", ""),
    ("Referee: M Halloran 7", ""),
    ("Group 12", ""),
    ("Under 21", ""),
    ("Saturday, January 15", ""),
]


def read(text: str) -> list[Mention]:
    return [mention for sentence in cut(fold_text(text)) for mention in find_minutes(sentence)]


def told(mention: Mention) -> str:
    """A mention as the tables write it."""
    if mention.later is not None:
        assert mention.basis == "relative"
        return f"later {mention.later}"
    if mention.minute is None:
        assert mention.basis is None
        return "-"
    stoppage = f"+{mention.stoppage}" if mention.stoppage else ""
    return f"{'*' * (mention.rule == 'listed_change')}{mention.minute}{stoppage}{'r' * (mention.basis == 'relative')}"


@pytest.mark.parametrize(("text", "minutes"), PROSE, ids=[text for text, _ in PROSE])
def test_sentences_tell_their_minutes(text, minutes):
    assert " ".join(map(told, read(text))) == minutes


@pytest.mark.parametrize(("text", "minutes"), LISTS, ids=[text for text, _ in LISTS])
def test_lists_tell_scorers_and_changes_but_no_marks(text, minutes):
    assert " ".join(map(told, read(text))) == minutes


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Okonjo scored in the 14th minute.", ["in the 14th minute"]),
        ("A 79th-minute own goal hurt.", ["79th-minute"]),
        ("Okonjo (67) scored.", ["(67)"]),
        ("Okonjo (67 pen) scored.", ["67"]),
        ("Okonjo scored in the 12th and 58th minutes.", ["in the 12th", "58th minutes"]),
        ("Okonjo tapped in two minutes later.", ["two minutes later"]),
        ("Okonjo struck two minutes before the half-time break.", ["two minutes before the half-time break"]),
        ("It took Okonjo just 26 minutes.", ["just 26 minutes"]),
        ("With just ten minutes left, he struck.", ["With just ten minutes left"]),
        ("He struck in the dying embers of injury time.", ["in the dying embers of injury time"]),
    ],
)
def test_a_mention_takes_the_words_that_say_when_and_no_others(text, surfaces):
    assert [mention.surface for mention in read(text)] == surfaces


def test_every_rule_has_a_sentence():
    rules = {entry["rule"] for entry in tomllib.loads(LISTED.read_text("utf-8"))["clock"]}
    assert rules - {mention.rule for text, _ in PROSE + LISTS for mention in read(text)} == set()


_PIECES = st.sampled_from(
    [text.rstrip(".") for text, _ in PROSE + LISTS]
    + ["in", "on", "the", "after", "with", "minutes", "minute", "67th", "67", "90+3", "'", "(", ")", ",", "and", "hour"]
    + ["half", "an", "seconds", "stoppage", "time", "last", "45+", "67'", "0", "999", "é", ":", "Okonjo", "og"]
)


@settings(max_examples=60, derandomize=True, deadline=None, database=None)
@given(st.lists(_PIECES, min_size=1, max_size=12).map(" ".join))
def test_mentions_hold_their_words_stand_on_tokens_and_never_overlap(text):
    folded = fold_text(text)
    for sentence in cut(folded):
        end = sentence.start
        for mention in find_minutes(sentence):
            assert mention.surface == sentence.text[mention.start - sentence.start : mention.end - sentence.start]
            assert mention.start in sentence.starts
            assert mention.end in sentence.ends
            assert mention.start >= end
            assert mention.minute is None or mention.later is None
            assert mention.minute is None or 1 <= mention.minute <= 130
            end = mention.end
