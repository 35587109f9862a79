"""Which telling a minute belongs to, and what a relative minute counts from."""

from tests.extract.reports.reading import goals, table

_WON = "Arsenal beat Chelsea 2-1 in north London. "

ANCHORS = [
    (_WON + "Okonjo scored in the 20th minute. Six minutes later Brandvik equalised.", "Okonjo 20|Brandvik 26"),
    (
        _WON + "Okonjo equalised on the half-hour. Three minutes later Lindqvist restored the lead.",
        "Okonjo 30|Lindqvist 33",
    ),
    (_WON + "Brandvik hit the post in the 53rd minute. Two minutes later Okonjo headed home.", "Okonjo 55"),
    (_WON + "Keller was sent off in the 50th minute. Ten minutes later Okonjo headed home.", "Okonjo 60"),
    (
        _WON + "Okonjo scored in the 10th minute. Brandvik scored five minutes later. Two minutes later Duarte scored.",
        "Okonjo 10|Brandvik 15|Duarte 17",
    ),
    (_WON + "Okonjo scored late on. Two minutes later Brandvik equalised.", "Okonjo|Brandvik"),
]

OWNERS = [
    (
        _WON + "It took until the 80th minute when Okonjo was left alone. He slotted the ball into the corner.",
        "Okonjo 80",
    ),
    (_WON + "Okonjo scored in the 14th minute and Brandvik equalised in the 40th minute.", "Okonjo 14|Brandvik 40"),
    (_WON + "Okonjo scored after 14 minutes before Brandvik levelled on 40 minutes.", "Okonjo 14|Brandvik 40"),
    (_WON + "Okonjo scored, and in the 70th minute Brandvik was booked.", "Okonjo"),
    (
        _WON + "Okonjo opened the scoring in the 5th minute; Brandvik doubled the lead in the 9th minute.",
        "Okonjo 5|Brandvik 9",
    ),
]

TABLES = [ANCHORS, OWNERS]


@table("text, expected", ANCHORS)
def test_a_relative_minute_counts_from_what_was_told_last(told, text, expected):
    assert goals(told(text)) == set(expected.split("|"))


@table("text, expected", OWNERS)
def test_a_minute_belongs_to_the_telling_of_its_own_clause(told, text, expected):
    assert goals(told(text)) == set(expected.split("|"))
