"""What tells a card, of which colour, and when. Every rule of lexicon/cards.toml has a sentence here."""

import tomllib

import polars as pl

from extract.reports.lexicon import FOLDER
from tests.extract.reports.reading import assert_none, asserted, cards, goals, table

_WON = "Arsenal beat Chelsea 2-1 in north London. "

SHOWN = [
    (_WON + "Okonjo was sent off in the 50th minute.", "Okonjo red 50"),
    (_WON + "Brandvik was shown a red card.", "Brandvik red"),
    (_WON + "Lindqvist was shown a straight red card in the 62nd minute.", "Lindqvist red 62"),
    (_WON + "Marchetti saw red ten minutes from time.", "Marchetti red 80"),
    (_WON + "Duarte was dismissed for a foul.", "Duarte red"),
    (_WON + "Kowalczyk received his marching orders.", "Kowalczyk red"),
    (_WON + "Halloran's dismissal changed the match.", "Halloran red"),
    (_WON + "Tielens was sent off for a second yellow card.", "Tielens second_yellow"),
    (_WON + "Oyelaran was sent off after a second booking in the 77th minute.", "Oyelaran second_yellow 77"),
    (_WON + "Castellano received a second yellow card.", "Castellano second_yellow"),
    (_WON + "Ferrando was dismissed for two bookable offences.", "Ferrando second_yellow"),
    (_WON + "Okonjo was booked for a late tackle.", "Okonjo yellow"),
    (_WON + "Brandvik was cautioned in the 33rd minute.", "Brandvik yellow 33"),
    (_WON + "Lindqvist picked up a yellow card.", "Lindqvist yellow"),
    (_WON + "Marchetti went into the book.", "Marchetti yellow"),
    (_WON + "There was a yellow card for Duarte.", "Duarte yellow"),
    (_WON + "A red card for Kowalczyk made it harder.", "Kowalczyk red"),
    (_WON + "Chelsea were reduced to ten men.", "- chelsea red"),
    (_WON + "Ten-man Chelsea held out until the 80th minute.", "- chelsea red"),
    (_WON + "Petrescu, who had been booked, left the pitch.", "Petrescu yellow"),
    (_WON + "Okonjo was given a straight red for a dangerous tackle.", "Okonjo red"),
    (_WON + "Chelsea had Brandvik sent off after an hour.", "Brandvik red 60"),
    (_WON + "Lindqvist was shown his second yellow card in the 80th minute.", "Lindqvist second_yellow 80"),
    (_WON + "Kowalczyk was ordered off for violent conduct.", "Kowalczyk red"),
    (_WON + "Petrescu walked for a second bookable offence.", "Petrescu second_yellow"),
    (_WON + "Chelsea finished with ten men after Halloran was dismissed.", "- chelsea red|Halloran red"),
    (_WON + "Brandvik was fortunate to receive only a booking for the foul.", "Brandvik yellow"),
    (_WON + "The referee booked the striker Tom Okonjo and dismissed Duarte.", "Tom Okonjo yellow|Duarte red"),
    (_WON + "Okonjo fell in the box. The referee booked the striker for diving.", "Okonjo yellow"),
    (_WON + "Five were booked, among them Duarte, whose yellow card came late.", "Duarte yellow"),
    (_WON + "Chelsea had Duarte and Tom Brandvik sent off.", "Duarte red|Tom Brandvik red"),
    (_WON + "Tielens got his marching orders in stoppage time.", "Tielens red 90"),
    (_WON + "Oyelaran was red-carded for dissent.", "Oyelaran red"),
    (_WON + "Castellano earned a booking for diving.", "Castellano yellow"),
    (_WON + "Okonjo and Brandvik were booked.", "Okonjo yellow|Brandvik yellow"),
    (_WON + "Okonjo was sent off just before half-time.", "Okonjo red"),
    (_WON + "Marchetti collected a second booking and was dismissed.", "Marchetti second_yellow"),
    (_WON + "Duarte picked up two yellow cards in three minutes.", "Duarte second_yellow"),
    (_WON + "The referee booked Ferrando.", "Ferrando yellow"),
    (_WON + "The referee showed Okonjo a red card.", "Okonjo red"),
    (_WON + "Referee Baldwin Halloran showed a red card to the defender Tom Okonjo.", "Tom Okonjo red"),
    (_WON + "The referee sent off Petrescu.", "Petrescu red"),
    (_WON + "The referee showed Duarte a second yellow card.", "Duarte second_yellow"),
    (_WON + "\n\nBooked: Okonjo, Brandvik, Ferrando.", "Okonjo yellow|Brandvik yellow|Ferrando yellow"),
    (_WON + "\n\nSent off: Petrescu.", "Petrescu red"),
]

NOT_SHOWN = [
    (_WON + "Okonjo was lucky not to be sent off.",),
    (_WON + "Brandvik should have been sent off.",),
    (_WON + "Lindqvist escaped a red card.",),
    (_WON + "Marchetti could have been booked.",),
    (_WON + "Manager Tom Halloran was sent off for protesting.",),
    (_WON + "Duarte was sent off in the reverse fixture.",),
    (_WON + 'Tielens said: "I thought he was sent off for nothing."',),
    (_WON + "Okonjo, sent off last week, was suspended.",),
    (_WON + "The fourth official showed eight minutes of added time.",),
    (_WON + "Coach Peter Lind was shown a red card.",),
]

BESIDE_GOALS = [
    (_WON + "Okonjo scored in the 15th minute before Keller was sent off in the 70th.", "Okonjo 15", "Keller red 70"),
    (_WON + "Keller was sent off in the 50th minute and Okonjo scored in the 60th.", "Okonjo 60", "Keller red 50"),
    (_WON + "Okonjo scored in the 15th minute. Keller was booked.", "Okonjo 15", "Keller yellow"),
]

TABLES = [SHOWN, NOT_SHOWN, BESIDE_GOALS]


@table("text, expected", SHOWN)
def test_a_card_has_its_man_its_colour_and_its_minute(told, text, expected):
    assert cards(told(text)) == set(expected.split("|"))
    assert goals(told(text)) == set()


@table("text", NOT_SHOWN)
def test_a_card_that_was_not_shown_in_this_match_to_a_player_is_none(told, text):
    assert asserted(told(text)["card_claims"]).is_empty()


@table("text, goal, card", BESIDE_GOALS)
def test_a_goal_and_a_card_of_one_sentence_keep_their_own_minutes(told, text, goal, card):
    assert (goals(told(text)), cards(told(text))) == ({goal}, {card})


def test_every_rule_for_cards_has_a_case(cases_of):
    listed = tomllib.loads((FOLDER / "cards.toml").read_text("utf-8"))["cards"]
    # A side that is a man short is claimed under the name that the raw tables promise.
    rules = {"ten_man" if entry["kind"] == "ten_man" else entry["rule"] for entry in listed}
    exercised = set(pl.concat([frames["card_claims"] for frames in cases_of])["rule"])
    assert_none(rules - exercised)
