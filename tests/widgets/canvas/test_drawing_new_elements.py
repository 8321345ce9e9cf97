"""Drawing: the palette's tool, a drag on the sheet, one edit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from tests.widgets.canvas.conftest import Hand
from workbench.edits.placing import placement_id
from workbench.model.elements.placement import Placement
from workbench.model.elements.region import Region
from workbench.model.elements.sheet_note import SheetNote
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch

Canvases = Callable[[str], Hand]


def test_a_region_a_vpc_in_it_and_a_vswitch_in_that_are_drawn_and_named(hand: Canvases) -> None:
    canvas = hand("")

    canvas.canvas.set_tool("draw:region")
    canvas.drag((20, 30), (620, 390))
    canvas.type("hangzhou")
    canvas.canvas.set_tool("draw:vpc")
    canvas.drag((60, 80), (300, 240))
    canvas.type("prod")
    canvas.canvas.set_tool("draw:vswitch")
    canvas.click((140, 160))
    canvas.type("app")

    (region,), (vpc,) = canvas.design.of_kind(Region), canvas.design.of_kind(Vpc)
    (vswitch,) = canvas.design.of_kind(VSwitch)
    assert (region.name.en, vpc.name.zh, vswitch.name.en) == ("hangzhou", "prod", "app")
    assert (vpc.region, vswitch.parent) == (region.id, vpc.id)


def test_drawing_is_one_step_and_takes_the_select_tool_again(hand: Canvases) -> None:
    canvas = hand("")
    tools: list[str] = []
    canvas.canvas.tool_changed.connect(tools.append)

    canvas.canvas.set_tool("draw:region")
    canvas.drag((20, 30), (620, 390))

    (region,) = canvas.design.of_kind(Region)
    assert canvas.steps == 1
    assert tools == ["draw:region", "select"]
    assert canvas.editor.selection == (region.id,)
    assert region.name.said("zh") == region.name.said("en") == "region-1"


def test_a_box_dragged_out_stands_where_and_as_large_as_it_was_drawn(hand: Canvases) -> None:
    canvas = hand("hz region")

    canvas.canvas.set_tool("draw:vpc")
    canvas.drag((101, 99), (397, 301))

    (vpc,) = canvas.design.of_kind(Vpc)
    placed = canvas.design.get(placement_id("sheet-1", vpc.id, "hz"), Placement)
    assert placed
    assert (placed.x, placed.y, placed.width, placed.height) == (104 - 20, 96 - 30, 296, 208)


def test_a_click_leaves_the_place_to_the_sheet(hand: Canvases) -> None:
    canvas = hand("hz region")

    canvas.canvas.set_tool("draw:vpc")
    canvas.click((200, 200))

    (vpc,) = canvas.design.of_kind(Vpc)
    placed = canvas.design.get(placement_id("sheet-1", vpc.id, "hz"), Placement)
    assert placed
    assert (placed.x, placed.width) == (None, None)


def test_a_vswitch_on_the_bare_sheet_is_refused_with_the_reason(hand: Canvases) -> None:
    canvas = hand("hz region")
    before = canvas.design

    canvas.canvas.set_tool("draw:vswitch")
    canvas.drag((700, 500), (800, 560))

    assert canvas.design is before
    assert canvas.last_said() == "vSwitch stands in Zone, VPC, not on the bare sheet."
    assert canvas.canvas.bubble.isVisible()


def test_nothing_is_edited_while_the_mouse_moves_and_escape_drops(hand: Canvases) -> None:
    canvas = hand("hz region")
    before = canvas.design
    canvas.canvas.set_tool("draw:vpc")

    canvas.grab((100, 100), (300, 300))
    while_dragging = canvas.design
    canvas.press(Qt.Key.Key_Escape)
    canvas.let_go((300, 300))

    assert while_dragging is before
    assert canvas.design is before
    assert canvas.canvas.tool == "draw:vpc"


def test_escape_with_nothing_begun_goes_back_to_selecting(hand: Canvases) -> None:
    canvas = hand("")
    canvas.canvas.set_tool("draw:region")

    canvas.press(Qt.Key.Key_Escape)

    assert canvas.canvas.tool == "select"


def test_enter_draws_into_the_selected_box_without_a_mouse(hand: Canvases) -> None:
    canvas = hand("hz region")
    canvas.editor.select(["hz"])

    canvas.canvas.set_tool("draw:vpc")
    canvas.press(Qt.Key.Key_Return)

    (vpc,) = canvas.design.of_kind(Vpc)
    assert vpc.region == "hz"


def test_a_note_is_drawn_on_top_of_a_box_and_says_what_is_typed(hand: Canvases) -> None:
    canvas = hand("hz region")
    (box,) = (box for box in canvas.canvas.drawing.boxes if box.element == "hz")  # type: ignore[union-attr]

    canvas.canvas.set_tool("draw:sheet-note")
    canvas.drag((box.rect.x + 20, box.rect.y + 10), (box.rect.x + 180, box.rect.y + 70))
    canvas.type("Ask the carrier")

    (note,) = canvas.design.of_kind(SheetNote)
    placed = canvas.design.get(placement_id("sheet-1", note.id, ""), Placement)
    assert (note.parent, note.name.en) == ("sheet-1", "Ask the carrier")
    assert placed
    assert (placed.x, placed.width) == (box.rect.x + 20, 160.0)
