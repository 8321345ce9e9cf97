import math

import pytest

from workbench.drawing.paths import outline, rectangle


def test_small_letters_count_from_the_pen():
    assert outline("M2 3 l1 1 h2 v-1 z") == outline("M2 3 L3 4 H5 V3 Z")


def test_a_move_with_more_points_goes_on_in_lines():
    assert outline("M0 0 1 1 2 0") == (("M", (0, 0)), ("L", (1, 1)), ("L", (2, 0)))


def test_a_smooth_curve_mirrors_the_handle_before_it():
    *_, (letter, numbers) = outline("M0 0 C0 1 1 2 2 2 S4 3 4 4")

    assert (letter, numbers[:2]) == ("C", (3, 2))


@pytest.mark.parametrize(
    ("large", "sweep", "centre", "curves"),
    [(0, 1, (1.0, 1.0), 1), (0, 0, (0.0, 0.0), 1), (1, 1, (0.0, 0.0), 3), (1, 0, (1.0, 1.0), 3)],
)
def test_an_arc_goes_round_its_own_centre(large: int, sweep: int, centre: tuple[float, float], curves: int):
    steps = outline(f"M0 1 A1 1 0 {large} {sweep} 1 0")[1:]

    assert len(steps) == curves
    assert all(math.isclose(math.dist(centre, numbers[4:]), 1.0) for _, numbers in steps)
    assert steps[-1][1][4:] == (1.0, 0.0)


def test_a_command_without_its_numbers_is_named():
    with pytest.raises(ValueError, match="C takes 6 numbers, not 4"):
        outline("M0 0 C1 2 3 4")


def test_radii_never_reach_over_the_middle():
    (_, start), *_ = rectangle(0, 0, 10, 4, 9)

    assert start == (5.0, 0)
