"""Which names mean one player, or one club, and which sound alike and do not."""

import pytest

from evaluation.names import same_club, same_person

PLAYERS = [
    ("Jory Pell", "Pell"),
    ("Jory Pell", "J. Pell"),
    ("Jory Pell", "Joram Pell"),
    ("Jory Pell Jr", "Pell"),
    ("Anders Ørskov", "Orskov"),
    ("Teo Müller-Brandt", "MULLER BRANDT"),
    ("Ned O'Garra", "O’Garra"),
    ("Milo Tarnowski", "Tarnovski"),
    ("Ilie Vântu", "Vantu Ilie"),
]
OTHER_PLAYERS = [
    ("Jory Pell", "Kit Pell"),
    ("Jory Pell", "Jory Lunt"),
    ("Jory Pell", "Jory Bell"),
    ("Jory Pell", "Jory Pells"),
    ("Ivo Tarn", "Ivo Tarr"),
    ("Milo Tarnowski", "Darnowski"),
    ("Milo Tarnowski", "Tarkovsky"),
    ("Jory Pell", ""),
    ("Jory Pell", None),
    ("Jr", "Jr"),
]
CLUBS = [
    ("Ashby Rovers", "Ashby"),
    ("Ashby Rovers", "Ashby Rovers FC"),
    ("Corvale", "The Corvale"),
    ("Górnik Corvale", "Gornik Corvale"),
    ("Corvale Athletic", "Corvale Athletik"),
    ("Paris Saint-Germain", "PSG"),
    ("Tottenham Hotspur", "Spurs"),
    ("FC Bayern München", "Bayern Munich"),
    ("AC Milan", "Milan"),
    ("FC", "F.C."),
]
OTHER_CLUBS = [
    ("Ashby Rovers", "Ashby Wanderers"),
    ("AC Milan", "Inter Milan"),
    ("Manchester City", "Man Utd"),
    ("Corvo", "Corva"),
    ("Ashby Rovers", None),
    ("Ashby Rovers", ""),
]


@pytest.mark.parametrize(("label", "told"), PLAYERS)
def test_one_player_under_two_spellings(label: str, told: str):
    assert same_person(label, told)
    assert same_person(told, label)


@pytest.mark.parametrize(("label", "told"), OTHER_PLAYERS)
def test_two_players_whose_names_are_alike(label: str, told: str | None):
    assert not same_person(label, told)
    assert not same_person(told, label)


@pytest.mark.parametrize(("label", "told"), CLUBS)
def test_one_club_under_two_names(label: str, told: str):
    assert same_club(label, told)
    assert same_club(told, label)


@pytest.mark.parametrize(("label", "told"), OTHER_CLUBS)
def test_two_clubs_whose_names_are_alike(label: str, told: str | None):
    assert not same_club(label, told)
    assert not same_club(told, label)
