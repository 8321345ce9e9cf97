"""On which page things stand: lines, rows and columns laid out as a word processor does."""

from __future__ import annotations

import pytest

from workbench.exporters.metrics import POINTS_A_MILLIMETRE, lines, width
from workbench.exporters.word.flow import A4_UPRIGHT, Flow

PAGE = A4_UPRIGHT * POINTS_A_MILLIMETRE


def flow_with(height: float) -> Flow:
    """A page that is filled so far in one piece."""
    flow = Flow()
    flow.text([height], 0, 0, keep=False)
    return flow


def test_what_does_not_fit_goes_to_the_next_page() -> None:
    flow = flow_with(PAGE - 10)

    flow.text([20], 0, 0, keep=False, mark="after")

    assert flow.page == 2
    flow.settle()
    assert flow.marks == {"after": 2}


def test_a_heading_stays_with_the_text_below_it() -> None:
    flow = flow_with(PAGE - 30)

    flow.text([20], 0, 0, keep=True, mark="heading")
    flow.text([15, 15], 0, 0, keep=False)

    assert flow.marks == {"heading": 2}


def test_a_single_line_is_left_alone_on_neither_page() -> None:
    flow = flow_with(PAGE - 45)

    flow.text([15, 15, 15, 15], 0, 0, keep=False)

    assert flow.filled[2] == 30


def test_the_head_of_a_table_is_repeated_on_its_next_page() -> None:
    flow = flow_with(PAGE - 50)

    flow.table(9, [20, 20, 20, 20])

    assert flow.filled[2] == pytest.approx(10 + 20 + 20)


def test_of_two_spaces_between_neighbours_the_larger_counts() -> None:
    flow = Flow()

    flow.text([10], 0, 8, keep=False)
    flow.text([10], 5, 0, keep=False)

    assert flow.filled[1] == 28


def test_columns_fill_one_after_the_other_and_end_equally_long() -> None:
    flow = flow_with(100)

    flow.in_columns(2)
    flow.table(0, [20] * 10)
    flow.in_columns(1)
    flow.text([1], 0, 0, keep=False)

    assert flow.page == 1
    assert 200 <= flow.filled[1] <= 320


def test_what_is_moved_takes_all_below_it_along() -> None:
    flow = flow_with(500)
    flow.text([20], 0, 0, keep=True, mark="section")
    flow.table(9, [150, 150])

    flow.move_to_next_page("section")

    assert flow.marks == {"section": 2}
    assert flow.filled == {1: 500, 2: pytest.approx(20 + 2 * (10 + 150))}


def test_a_new_page_is_begun_once() -> None:
    flow = flow_with(10)

    flow.turn()
    flow.turn()

    assert flow.page == 2


def test_figures_are_as_wide_as_arial_sets_them() -> None:
    assert width("0123456789", 10) == pytest.approx(55.6)
    assert width("网络", 10) == 20


@pytest.mark.parametrize(
    ("words", "millimetres", "count"),
    [
        ("", 20, 1),
        ("one two", 50, 1),
        ("one two three four", 20, 2),
        ("网络规划网络规划", 15, 2),
        ("a\nb\nc", 50, 3),
        ("lanan-order-prod", 20, 2),
        ("x" * 60, 50, 3),
    ],
)
def test_lines_break_where_words_end_and_between_chinese_characters(
    words: str, millimetres: float, count: int
) -> None:
    assert lines(words, 10, millimetres) == count
