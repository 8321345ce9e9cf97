"""A path on the sheet: its hops are numbered in order, the rest fades, and Escape or an edit puts it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from tests.widgets.canvas.conftest import Hand
from widgets.canvas.light import Step
from widgets.canvas.telling import told_of_box
from widgets.painting.inks import inks
from workbench.edits.fields import set_fields
from workbench.texts import text

DESIGN = """
hz region
  acc account
  va vpc parent= region=hz
    sa vswitch
  vb vpc parent= region=hz
    sb vswitch
  vc vpc parent= region=hz
pair vpc-peering parent=va peer=vb
other vpc-peering parent=va peer=vc
"""


@pytest.fixture
def lit(hand: Callable[..., Hand]) -> Hand:
    """A sheet with a path from one vSwitch to another."""
    made = hand(DESIGN)
    lights(made, "sa", "va", "vb", "sb")
    return made


def lights(hand: Hand, *ids: str, stopped_at: str | None = None, certain: bool = True) -> None:
    steps = [Step(number, id) for number, id in enumerate(ids, 1)]
    hand.canvas.above.light.show(steps, stopped_at, certain)


def faded(hand: Hand) -> set[str]:
    return {key for key, figure in hand.canvas.picture.figures.items() if figure.faded}


def strengths(hand: Hand) -> set[float]:
    return {round(one.opacity(), 2) for _, pair in hand.canvas.picture._wires.values() for one in pair}


def colours(hand: Hand, near: QPointF, names: Sequence[str]) -> set[str]:
    """Which of some colours are seen around a point of the view."""
    image: QImage = hand.canvas.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    wanted = {QColor(inks(hand.canvas.theme).colour(name)).rgb(): name for name in names}
    found = set()
    for dx in range(-14, 15):
        for dy in range(-14, 15):
            at = ((near + QPointF(dx, dy)) * ratio).toPoint()
            if image.rect().contains(at):
                found.add(wanted.get(image.pixel(at), ""))
    return found - {""}


def corner_of(hand: Hand, id: str) -> QPointF:
    rect = hand.canvas.places.boxes_of([id])[0].rect
    return hand.canvas.to_view().map(QPointF(rect.right, rect.y))


def test_what_is_not_on_the_path_fades_with_all_lines(lit: Hand) -> None:
    assert faded(lit) == {"vc", "acc"} & set(lit.canvas.picture.figures)
    assert "vc" in faded(lit)
    assert strengths(lit) == {0.45}


def test_hops_bear_their_numbers_in_the_colour_of_the_path(lit: Hand) -> None:
    light = lit.canvas.above.light

    assert [light.number_of(id) for id in ("sa", "va", "vb", "sb", "vc")] == ["1", "2", "3", "4", ""]
    assert colours(lit, corner_of(lit, "sb"), ("ok", "error")) == {"ok"}
    assert colours(lit, corner_of(lit, "acc"), ("ok", "error")) == set()


def test_a_hop_that_the_sheet_does_not_draw_is_lit_at_its_place(lit: Hand) -> None:
    light = lit.canvas.above.light
    light.show([Step(1, "app", "sa"), Step(2, "vb", "sb"), Step(3, "gone")], "app")

    assert [light.number_of(id) for id in ("sa", "vb", "sb")] == ["1", "2", ""]
    assert light.here == 2


def test_the_line_between_two_hops_is_lit_and_the_other_is_not(lit: Hand) -> None:
    line = next(line for line in lit.canvas.drawing.lines if line.key == "pair")  # type: ignore[union-attr]
    legs = lit.canvas.above.light._legs

    assert [leg.line for leg in legs] == [line]
    assert colours(lit, lit.canvas.to_view().map(QPointF(*line.points[0])), ("ok",)) == {"ok"}


def test_the_way_back_runs_the_line_from_its_other_end(lit: Hand) -> None:
    there = lit.canvas.above.light._legs[0].points
    lights(lit, "sb", "vb", "va", "sa")

    assert lit.canvas.above.light._legs[0].points == there[::-1]


def test_a_path_that_stops_is_red_and_has_a_cross_where_it_does(lit: Hand) -> None:
    lights(lit, "sa", "va", "vb", stopped_at="vb")

    assert colours(lit, corner_of(lit, "sa"), ("ok", "error")) == {"error"}
    cross = corner_of(lit, "vb") - QPointF(20, 0)
    assert colours(lit, cross, ("error",)) == {"error"}
    assert "sb" in faded(lit)


def test_a_path_that_is_not_certain_has_no_colour_of_its_own(lit: Hand) -> None:
    lights(lit, "sa", "va", "vb", certain=False)

    assert colours(lit, corner_of(lit, "vb"), ("ok", "error", "text2")) == {"text2"}


def test_a_box_between_two_hops_is_passed_along_its_lines(lit: Hand) -> None:
    lights(lit, "vb", "vc")

    legs = lit.canvas.above.light._legs
    assert [leg.line.key for leg in legs if leg.line] == ["pair", "other"]
    assert legs[0].points[-1] != legs[0].points[0]


def test_hops_without_a_line_between_them_are_joined_by_a_straight_leg(lit: Hand) -> None:
    lights(lit, "acc", "vc")

    (leg,) = lit.canvas.above.light._legs
    assert leg.line is None


def test_a_hop_that_comes_twice_bears_both_numbers(lit: Hand) -> None:
    lights(lit, "sa", "va", "sa")

    assert lit.canvas.above.light.number_of("sa") == "1 3"


def test_hops_that_do_not_stand_on_the_sheet_are_left_out(lit: Hand) -> None:
    lights(lit, "sa", "nowhere", "vb")

    assert lit.canvas.above.light.here == 2
    assert lit.canvas.above.light.number_of("vb") == "3"


def test_escape_puts_the_path_out_before_it_lets_go_of_the_selection(lit: Hand) -> None:
    lit.canvas.fit()
    lit.click(lit.corner("acc"))
    assert lit.editor.selection == ("acc",)
    assert lit.canvas.above.light.is_on

    lit.press(Qt.Key.Key_Escape)
    assert not lit.canvas.above.light.is_on
    assert (faded(lit), strengths(lit)) == (set(), {1.0})
    assert lit.editor.selection == ("acc",)

    lit.press(Qt.Key.Key_Escape)
    assert lit.editor.selection == ()


def test_an_edit_puts_the_path_out(lit: Hand) -> None:
    lit.editor.perform(text("Rename"), set_fields(["vb"], blocks=("10.0.0.0/16",)))

    assert not lit.canvas.above.light.is_on
    assert faded(lit) == set()


def test_a_path_stays_while_one_looks_around_and_goes_when_one_draws(lit: Hand) -> None:
    lit.canvas.zoom_to(0.5)
    lit.canvas.set_tool("hand")
    QTest.mouseClick(lit.canvas.viewport(), Qt.MouseButton.LeftButton, pos=lit.pixel(lit.middle("vc")))
    assert lit.canvas.above.light.is_on

    lit.canvas.set_tool("connect")
    assert not lit.canvas.above.light.is_on


def test_another_language_or_theme_keeps_the_path(lit: Hand) -> None:
    lit.canvas.set_language("zh")
    assert "vc" in faded(lit)

    lit.canvas.set_theme("dark")
    assert "vc" in faded(lit)
    assert strengths(lit) == {0.45}
    assert colours(lit, corner_of(lit, "sb"), ("ok",)) == {"ok"}


def test_the_number_of_a_hop_is_spoken(lit: Hand) -> None:
    box = lit.canvas.places.boxes_of(["sb"])[0]

    assert "hop 4 of the path" in told_of_box(lit.canvas, box)
