import time

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.campaign import share
from workbench.drawing.measure import clusters, elided, width


def test_figures_are_equally_wide():
    widths = {width(figure * 4, 13) for figure in "0123456789"}

    assert len(widths) == 1


def test_a_wide_character_is_one_em_with_slack():
    assert width("网", 20) == 21.0


def test_heavier_letters_are_wider():
    assert width("production", 13, 700) > width("production", 13, 600) > width("production", 13, 400)


def test_a_name_that_ends_in_a_number_keeps_the_number():
    said = elided("production-hangzhou-12", 90, 13, 600)

    assert said.endswith("…-12")


def test_any_other_name_loses_its_end():
    said = elided("production in Hangzhou", 90, 13, 600)

    assert said.startswith("prod")
    assert said.endswith("…")


def test_joined_signs_are_never_split():
    family = "👩‍👩‍👧‍👦"

    assert clusters(f"a{family}é") == ["a", family, "é"]


@settings(max_examples=share(2000))
@given(st.text(max_size=40), st.floats(min_value=0, max_value=300))
def test_what_is_left_of_a_text_fits_its_room(said: str, room: float):
    cut = elided(said, room, 12.0)

    assert width(cut, 12.0) <= room or cut == ""


def test_thousands_of_digits_before_a_word_are_cut_at_once() -> None:
    began = time.process_time()

    assert elided("9" * 20_000 + "x", 100, 12).endswith("…")
    assert time.process_time() - began < 2
