"""Text as words: however a thing is written, the words are the same."""

import pytest

from macros.language import tokens

ONE_THING = [
    ("AB12CDE", "AB12 CDE", "ab12 cde", "AB-12-CDE"),
    ("HLF0323-01", "HLF 0323-01", "hlf0323–01", "HLF0323‑01", "HLF0323 / 01"),
    ("Seán Ó Súilleabháin", "Sean O Suilleabhain", "SEÁN Ó SÚILLEABHÁIN"),
    ("Einar Fjæreskår", "Einar Fjaereskar"),
    ("Carys Dŵr-Llŷn", "carys dwr llyn"),
    ("the office's view", "the office’s view", "“the office's” view"),
    ("mis\u00adreads", "misreads", "mis\u200breads", "mis\u2060reads", "mis\ufeffreads", "\u202amisreads\u202c"),
    ("O'Neill", "O’Neill", "OʼNeill", "O´Neill", "O‘Neill", "O`Neill"),
    ("مريم", "مَرْيَم", "مـريـم"),
    ("מרים", "מִרְיָם"),
]
JOINED = {
    "O’Neill’s": {"oneill+2": 0, "neills+2": 1, "oneills+3": 0},
    "a co-operation": {"cooperation+2": 1},
    "N.H.S.": {"nhs+3": 0, "nh+2": 0, "hs+2": 1},
    "£1,200.50": {"1200+2": 0},
    "1’234’567": {"1234567+3": 0},
    "1,234,567 or 1.234": {"1234567+3": 0, "1234+2": 4},
    "1,23 and 12345,678": {},
    "HLF0323-01": {"032301+2": 1},
    "HLF 0323–01": {"032301+2": 1},
    "HLF/LT/23/4": {"hlflt+2": 0, "234+2": 2},
    "items 1, 2, 1,2, 20-21 and 2021 - 22": {},
    "one. Two": {},
}
ONE_DAY = ["2023-03-06", "06/03/2023", "6/3/2023", "6.3.2023", "6 March 2023", "06 Mar 2023", "6th March, 2023"]


@pytest.mark.parametrize("written", ONE_THING)
def test_one_thing_is_the_same_words_however_it_is_written(written: tuple[str, ...]) -> None:
    assert len({tuple(one for one in tokens(text) if "+" not in one[0]) for text in written}) == 1


@pytest.mark.parametrize("written", ONE_DAY)
def test_a_day_is_one_word_however_it_is_written(written: str) -> None:
    assert ("2023-03-06", 1) in tokens(f"On {written}.")


@pytest.mark.parametrize("written", ["2023-13-06", "41 March 2023", "6 Marigold 2023", "12023-03-06", "6 March 20233"])
def test_what_is_no_day_is_none(written: str) -> None:
    assert not [word for word, _place in tokens(written) if "-" in word]


@pytest.mark.parametrize("text", JOINED)
def test_words_that_a_sign_joins_are_also_one_word(text: str) -> None:
    assert {word: place for word, place in tokens(text) if "+" in word} == JOINED[text]


def test_each_letter_is_a_word_where_no_spaces_part_words() -> None:
    assert tokens("港の灯り IAG") == [("港", 0), ("の", 1), ("灯", 2), ("り", 3), ("iag", 4)]


def test_the_places_of_the_words_are_counted() -> None:
    assert tokens("IAG 0721 06: by 6 May 2022") == [
        ("iag", 0), ("0721", 1), ("06", 2), ("by", 3), ("6", 4), ("may", 5), ("2022", 6), ("2022-05-06", 4),
    ]  # fmt: skip
