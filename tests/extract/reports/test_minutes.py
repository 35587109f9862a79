"""Which minute a phrase gives the goal that it is told with. The phrases themselves: `test_clock`."""

import polars as pl

from tests.extract.reports.reading import asserted, goals, table

_WON = "Arsenal beat Chelsea 2-1 in north London. "

STATED = [
    (_WON + "Okonjo (67) scored.", "Okonjo 67"),
    (_WON + "Okonjo scored in the 14th minute.", "Okonjo 14"),
    (_WON + "In the seventh minute Brandvik headed home.", "Brandvik 7"),
    (_WON + "Lindqvist's 67th-minute header settled it.", "Lindqvist 67"),
    (_WON + "Marchetti curled the ball into the top corner in the 71st.", "Marchetti 71"),
    (_WON + "Duarte tapped in after 12 minutes.", "Duarte 12"),
    (_WON + "On 33 minutes Kowalczyk drilled the ball home.", "Kowalczyk 33"),
    (_WON + "Petrescu opened the scoring after only four minutes.", "Petrescu 4"),
    (_WON + "Halloran scored with 35 minutes gone.", "Halloran 35"),
    (_WON + "Oyelaran scored on the hour.", "Oyelaran 60"),
    (_WON + "On the hour mark Castellano fired home.", "Castellano 60"),
    (_WON + "Ferrando equalised on the half-hour.", "Ferrando 30"),
    (_WON + "Okonjo levelled after half an hour.", "Okonjo 30"),
    (_WON + "Brandvik broke the deadlock after a quarter of an hour.", "Brandvik 15"),
    (_WON + "Lindqvist scored on the stroke of half-time.", "Lindqvist 45"),
    (_WON + "Marchetti equalised in first-half stoppage time.", "Marchetti 45"),
    (_WON + "Duarte volleyed home in the second minute of first-half stoppage time.", "Duarte 45+2"),
    (_WON + "Kowalczyk grabbed the winner in stoppage time.", "Kowalczyk 90"),
    (_WON + "Petrescu scored deep into injury time.", "Petrescu 90"),
    (_WON + "Halloran netted with the last kick of the match.", "Halloran 90"),
    (_WON + "Tielens headed the winner in the fourth minute of stoppage time.", "Tielens 90+4"),
    (_WON + "Three minutes into injury time Oyelaran slotted home.", "Oyelaran 90+3"),
    (_WON + "Castellano struck in the 90+3rd minute.", "Castellano 90+3"),
    (_WON + "Ferrando scored after 40 seconds.", "Ferrando 1"),
    (_WON + "Okonjo put the ball in the net inside the opening minute.", "Okonjo 1"),
    (_WON + "Brandvik scored the winner in the 112th minute.", "Brandvik 112"),
    (_WON + "Duarte, who scored his 15th goal of the season in the 22nd minute, was the best man.", "Duarte 22"),
    (_WON + "Okonjo scored in the 90th minute.", "Okonjo 90"),
    (_WON + "Five minutes into added time Okonjo scored.", "Okonjo 90+5"),
    (_WON + "Okonjo scored in the 94th minute.", "Okonjo 94"),
    (_WON + "Okonjo's 90th-minute goal settled it.", "Okonjo 90"),
    (_WON + "It took 35 minutes for Okonjo to open the scoring.", "Okonjo 35"),
    (
        _WON + "They were level within four minutes when Brandvik scored. Okonjo had scored in the 20th minute.",
        "Okonjo 20|Brandvik",
    ),
    (
        _WON + "Okonjo scored midway through the first half and Brandvik equalised in the 50th minute.",
        "Okonjo|Brandvik 50",
    ),
    (_WON + "Tielens nodded in 20 minutes into the match.", "Tielens 20"),
    (_WON + "Okonjo scored after 51, Keller having handled.", "Okonjo 51"),
    (_WON + "Okonjo volleyed in on 35 and Brandvik made it two.", "Okonjo 35|Brandvik"),
    (_WON + "Okonjo struck in the 11th and 52nd minutes.", "Okonjo 11 52"),
]

RELATIVE = [
    (_WON + "Okonjo scored after just two minutes of the second half.", "Okonjo 47"),
    (_WON + "Okonjo scored seven minutes from time.", "Okonjo 83"),
    (_WON + "Brandvik headed in with nine minutes remaining.", "Brandvik 81"),
    (_WON + "Lindqvist equalised a minute from the end.", "Lindqvist 89"),
    (_WON + "Marchetti scored ten minutes before the final whistle.", "Marchetti 80"),
    (_WON + "With four minutes left Duarte prodded the ball home.", "Duarte 86"),
    (_WON + "Kowalczyk scored with 11 minutes to go.", "Kowalczyk 79"),
    (_WON + "Petrescu doubled the lead two minutes before half-time.", "Petrescu 43"),
    (_WON + "Halloran headed home three minutes before the break.", "Halloran 42"),
    (_WON + "With five minutes of the first half remaining Tielens fired home.", "Tielens 40"),
    (_WON + "Oyelaran scored four minutes into the second half.", "Oyelaran 49"),
    (_WON + "Castellano levelled two minutes after the restart.", "Castellano 47"),
    (_WON + "Okonjo levelled within three minutes of the restart.", "Okonjo 48"),
    (_WON + "Six minutes after the interval Ferrando swept the ball home.", "Ferrando 51"),
    (_WON + "Okonjo scored 30 seconds after the restart.", "Okonjo 46"),
    (_WON + "Brandvik scored a minute into the second half.", "Brandvik 46"),
    (_WON + "Lindqvist struck with a quarter of an hour remaining.", "Lindqvist 75"),
    (_WON + "Marchetti scored with half an hour to play.", "Marchetti 60"),
    (_WON + "Duarte scored the winner eight minutes into extra time.", "Duarte 98"),
    (_WON + "Kowalczyk headed home four minutes from the end of extra time.", "Kowalczyk 116"),
    (_WON + "Petrescu slotted home with six minutes of extra time remaining.", "Petrescu 114"),
    (_WON + "Halloran scored in the 20th minute and six minutes later Tielens made it 2-0.", "Halloran 20|Tielens 26"),
    (_WON + "Oyelaran scored 18 minutes from the end.", "Oyelaran 72"),
    (_WON + "Okonjo scored with three minutes of normal time remaining.", "Okonjo 87"),
    (_WON + "Okonjo scored a minute before the interval.", "Okonjo 44"),
    (_WON + "Okonjo equalised 11 minutes from the end.", "Okonjo 79"),
    (_WON + "Okonjo scored 12 minutes into the second period.", "Okonjo 57"),
    (_WON + "Okonjo scored six minutes into the second session.", "Okonjo 51"),
    (_WON + "Okonjo scored with just over ten minutes left.", "Okonjo 80"),
    (_WON + "Okonjo scored with two minutes of the 90 left.", "Okonjo 88"),
    (_WON + "Okonjo scored with 14 minutes left in regulation.", "Okonjo 76"),
    (_WON + "Okonjo scored eight minutes after coming on at half-time.", "Okonjo 53"),
]

VAGUE = [
    (_WON + "Okonjo scored in the final ten minutes.", "Okonjo"),
    (_WON + "Brandvik equalised in the opening five minutes.", "Brandvik"),
    (_WON + "Lindqvist scored midway through the second half.", "Lindqvist"),
    (_WON + "Marchetti headed home just before half-time.", "Marchetti"),
    (_WON + "Duarte scored late on.", "Duarte"),
    (_WON + "Kowalczyk levelled shortly after the break.", "Kowalczyk"),
    (_WON + "Petrescu scored his 20th goal of the season.", "Petrescu"),
    (_WON + "Halloran, 34, scored on his 100th appearance.", "Halloran"),
    (_WON + "Tielens scored early in the first half.", "Tielens"),
    (_WON + "Okonjo scored nine minutes after coming on.", "Okonjo"),
    (_WON + "Barely a minute later Okonjo scored.", "Okonjo"),
    (_WON + "Okonjo scored at the start of the second half.", "Okonjo"),
    (_WON + "Okonjo struck before 12 minutes had passed.", "Okonjo"),
]

TABLES = [STATED, RELATIVE, VAGUE]


@table("text, expected", STATED)
def test_a_stated_minute_is_the_one_told(told, text, expected):
    assert goals(told(text)) == set(expected.split("|"))
    assert set(asserted(told(text)["goal_claims"])["minute_basis"].drop_nulls()) == {"stated"}


@table("text, expected", RELATIVE)
def test_a_relative_minute_is_counted_from_where_it_is_told(told, text, expected):
    assert goals(told(text)) == set(expected.split("|"))
    assert "relative" in set(asserted(told(text)["goal_claims"])["minute_basis"])


@table("text, expected", VAGUE)
def test_a_vague_time_gives_no_minute(told, text, expected):
    assert goals(told(text)) == {expected}
    assert told(text)["goal_claims"].filter(pl.col("asserted"))["minute"].is_null().all()
