"""The gestures on the address map by mouse and keys: one step each, nothing before the end, and why not where not."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planners.addresses import parse_block
from tests.widgets.desk import LEFT, Room
from workbench.edits.fields import set_fields
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.reserved_range import ReservedRange
from workbench.model.elements.vswitch import VSwitch
from workbench.model.sketch import sketch
from workbench.planning.address_map import frame_of
from workbench.texts import text
from workbench.words import Words

PLAN = """
    sheet-n sheet shows=network order=1
    pool address-pool blocks=10.0.0.0/8
    vpc-a vpc blocks=10.0.0.0/16
      one vswitch block=10.0.0.0/20
      two vswitch block=10.0.16.0/20
      live vswitch block=10.0.128.0/20 state=deployed
    vpc-b vpc blocks=10.1.0.0/16
      far vswitch block=10.1.0.0/20
"""
KEY = Qt.Key
MIDDLE = Qt.MouseButton.MiddleButton


class Map:
    """The map of a small plan, and the words a test uses for hands on it."""

    def __init__(self, room: Room) -> None:
        self.room, self.editor = room, room.editor
        room.window.pick("plan.map")
        view: Any = room.window.rooms.area.map
        room.qtbot.waitUntil(lambda: view.made is not None)
        self.view, self.field = view, view.field
        self.look_at("10.0.0.0/14")
        self.steps = self.editor.history.at

    def look_at(self, block: str) -> None:
        space = self.field.space.block
        self.field.go(frame_of(space, parse_block(block)))

    def spot(self, block: str, share: float = 0.5) -> QPoint:
        rect = self.field.now().rows.rect(parse_block(block))
        assert rect is not None
        return QPoint(round(rect.left() + share * rect.width()), round(rect.center().y()))

    def edge(self, block: str, last: bool = True) -> QPoint:
        rect = self.field.now().rows.rect(parse_block(block))
        assert rect is not None
        return QPoint(round(rect.right()) - 1 if last else round(rect.left()) + 1, round(rect.center().y()))

    def press(self, at: QPoint, held: Any = Qt.KeyboardModifier.NoModifier, button: Any = LEFT) -> None:
        QTest.mouseMove(self.field, at)
        QTest.mousePress(self.field, button, held, at)

    def to(self, at: QPoint, held: Any = Qt.KeyboardModifier.NoModifier) -> None:
        """Moves with what is held; the events carry the keys and buttons as the system would send them."""
        from PySide6.QtCore import QEvent, QPointF
        from PySide6.QtGui import QMouseEvent
        from PySide6.QtWidgets import QApplication

        here = QPointF(self.field.mapToGlobal(at))
        event = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), here, Qt.MouseButton.NoButton, LEFT, held)
        QApplication.sendEvent(self.field, event)

    def release(self, at: QPoint, held: Any = Qt.KeyboardModifier.NoModifier, button: Any = LEFT) -> None:
        QTest.mouseRelease(self.field, button, held, at)

    def drag(self, start: QPoint, end: QPoint, held: Any = Qt.KeyboardModifier.NoModifier) -> None:
        self.press(start, held)
        for share in (0.3, 0.7, 1.0):
            self.to(start + (end - start) * share, held)
        self.release(end, held)

    def pick(self, block: str) -> None:
        QTest.mouseClick(self.field, LEFT, pos=self.spot(block))

    def keys(self, *keys: Any) -> None:
        for key in keys:
            QTest.keyClick(self.room.window.focusWidget() or self.field, key)

    def types(self, wording: str) -> None:
        QTest.keyClick(self.field.naming, KEY.Key_Home)
        QTest.keyClicks(self.field.naming, wording)
        QTest.keyClick(self.field.naming, KEY.Key_Return)

    def block(self, id: str) -> str:
        return str(self.editor.design[id].meta())

    @property
    def done(self) -> int:
        """How many steps were made."""
        return int(self.editor.history.at) - self.steps

    @property
    def bubble(self) -> str:
        return str(self.field.bubble.text()) if self.field.bubble.isVisible() else ""


@pytest.fixture
def plan(qtbot: QtBot) -> Map:
    return Map(Room(qtbot, sketch(PLAN)))


def test_a_block_is_dragged_to_a_free_place_in_one_step_and_taken_back(plan: Map) -> None:
    plan.drag(plan.spot("10.0.16.0/20"), plan.spot("10.0.64.0/20"))

    assert plan.block("two") == "10.0.64.0/20"
    assert plan.done == 1
    plan.editor.undo()
    assert plan.block("two") == "10.0.16.0/20"


def test_while_it_is_dragged_the_design_stays_and_the_place_is_shown(plan: Map) -> None:
    before = plan.editor.design
    plan.press(plan.spot("10.0.16.0/20"))
    plan.to(plan.spot("10.0.64.0/20"))

    assert plan.editor.design is before
    assert plan.bubble == "Move two to 10.0.64.0/20"
    assert plan.field.ghost.blocks == (("two", parse_block("10.0.64.0/20")),)


def test_escape_leaves_everything_where_it_was(plan: Map) -> None:
    plan.press(plan.spot("10.0.16.0/20"))
    plan.to(plan.spot("10.0.64.0/20"))
    plan.keys(KEY.Key_Escape)
    plan.release(plan.spot("10.0.64.0/20"))

    assert plan.done == 0
    assert plan.field.ghost is None
    assert plan.bubble == ""


def test_a_vpc_takes_its_vswitches_along(plan: Map) -> None:
    plan.drag(plan.spot("10.1.0.0/16", 0.8), plan.spot("10.3.0.0/16", 0.8))

    assert (plan.block("vpc-b"), plan.block("far")) == ("10.3.0.0/16", "10.3.0.0/20")
    assert plan.done == 1


@pytest.mark.parametrize(
    ("taken", "to", "why"),
    [
        ("10.0.16.0/20", "10.1.128.0/20", "lies outside of vpc-a"),
        ("10.0.16.0/20", "10.0.0.0/20", "overlaps one"),
        ("10.0.128.0/20", "10.0.64.0/20", "live is deployed"),
    ],
)
def test_what_may_not_be_is_told_at_the_pointer_and_not_done(
    plan: Map, taken: str, to: str, why: str
) -> None:
    plan.press(plan.spot(taken))
    plan.to(plan.spot(to))
    during = plan.bubble
    plan.release(plan.spot(to))

    assert why in during
    assert why in plan.bubble
    assert plan.done == 0


def test_a_border_is_dragged_to_another_size(plan: Map) -> None:
    plan.look_at("10.0.0.0/16")
    plan.drag(plan.edge("10.0.16.0/20"), plan.spot("10.0.16.0/21", 0.95))
    smaller = plan.block("two")
    plan.room.qtbot.waitUntil(lambda: plan.view.made.design is plan.editor.design)
    plan.drag(plan.edge("10.0.16.0/21"), plan.edge("10.0.16.0/20"))

    assert smaller == "10.0.16.0/21"
    assert plan.block("two") == "10.0.16.0/20"


def test_with_control_what_a_border_cuts_off_stays_a_block(plan: Map) -> None:
    plan.look_at("10.0.0.0/16")
    held = Qt.KeyboardModifier.ControlModifier
    plan.drag(plan.edge("10.0.16.0/20"), plan.spot("10.0.16.0/21", 0.95), held)

    assert sorted(one.block for one in plan.editor.design.of_kind(VSwitch) if one.parent == "vpc-a") == [
        "10.0.0.0/20",
        "10.0.128.0/20",
        "10.0.16.0/21",
        "10.0.24.0/21",
    ]


def test_with_shift_a_border_moves_the_block_in_its_size(plan: Map) -> None:
    plan.drag(plan.edge("10.0.16.0/20"), plan.edge("10.0.80.0/20"), Qt.KeyboardModifier.ShiftModifier)

    assert plan.block("two") == "10.0.80.0/20"


def test_split_and_join_by_their_keys(plan: Map) -> None:
    plan.pick("10.0.16.0/20")
    plan.keys(KEY.Key_S)
    halves = plan.block("two")
    plan.keys(KEY.Key_J)

    assert halves == "10.0.16.0/21"
    assert plan.block("two") == "10.0.16.0/20"
    assert plan.done == 2


def test_a_pinned_block_does_not_move_before_it_is_unpinned(plan: Map) -> None:
    plan.pick("10.0.16.0/20")
    plan.keys(KEY.Key_P)
    plan.drag(plan.spot("10.0.16.0/20"), plan.spot("10.0.64.0/20"))
    held = (plan.block("two"), plan.bubble)
    plan.keys(KEY.Key_P)
    plan.drag(plan.spot("10.0.16.0/20"), plan.spot("10.0.64.0/20"))

    assert held[0] == "10.0.16.0/20"
    assert "pinned to 10.0.16.0/20" in held[1]
    assert plan.block("two") == "10.0.64.0/20"


def test_moved_by_keys_from_one_free_place_to_the_next(plan: Map) -> None:
    plan.pick("10.0.16.0/20")
    plan.keys(KEY.Key_M, KEY.Key_Right)
    told, before = plan.view.told.text(), plan.done
    plan.keys(KEY.Key_Return)

    assert "Move two to 10.0.48.0/20: Enter" in told
    assert before == 0
    assert plan.block("two") == "10.0.48.0/20"


def test_moving_by_keys_is_left_with_escape(plan: Map) -> None:
    plan.pick("10.0.16.0/20")
    plan.keys(KEY.Key_M, KEY.Key_Right, KEY.Key_Escape)

    assert plan.done == 0
    assert plan.field.ghost is None
    assert not plan.field.frame.is_whole


def test_free_addresses_are_reserved_under_a_name(plan: Map) -> None:
    plan.pick("10.2.0.0/15")
    plan.keys(KEY.Key_R)
    plan.types("Partners")

    made = plan.editor.design.of_kind(ReservedRange)
    assert [(one.name, one.block) for one in made] == [(Words(en="Partners", zh="Partners"), "10.2.0.0/15")]
    plan.room.qtbot.waitUntil(lambda: getattr(plan.field.current, "element", "") == made[0].id)
    assert plan.editor.selection == (made[0].id,)


def test_a_vswitch_is_drawn_on_free_addresses_of_a_vpc_in_the_size_typed(plan: Map) -> None:
    plan.pick("10.0.64.0/18")
    plan.keys(KEY.Key_N)
    QTest.keyClick(plan.field.naming, KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(plan.field.naming, "cache /22")
    QTest.keyClick(plan.field.naming, KEY.Key_Return)

    made = next(one for one in plan.editor.design.of_kind(VSwitch) if one.name.en == "cache")
    assert (made.block, made.parent) == ("10.0.64.0/22", "vpc-a")


def test_elsewhere_a_block_is_asked_for(plan: Map) -> None:
    plan.pick("10.2.0.0/15")
    plan.keys(KEY.Key_N)
    plan.types("later")

    (made,) = plan.editor.design.of_kind(AddressRequest)
    assert (made.block, made.parent, made.name.en) == ("10.2.0.0/16", "pool", "later")


def test_a_vpc_without_room_says_so(plan: Map) -> None:
    plan.editor.perform(text("Fill"), set_fields(["far"], block="10.1.0.0/16"))
    plan.room.qtbot.waitUntil(lambda: plan.view.made.design is plan.editor.design)
    plan.editor.select(["vpc-b"])
    plan.field.setFocus()
    plan.keys(KEY.Key_N)

    assert "Nothing is free there" in plan.bubble


@pytest.mark.parametrize("typed", ["x /3", "x /29999", "/0", "=1+1 /9"])
def test_a_size_that_does_not_fit_is_refused_and_the_line_stays_open(plan: Map, typed: str) -> None:
    plan.pick("10.2.0.0/15")
    plan.keys(KEY.Key_N)
    QTest.keyClick(plan.field.naming, KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(plan.field.naming, typed)
    QTest.keyClick(plan.field.naming, KEY.Key_Return)

    kept_as_a_name = [one.name.en for one in plan.editor.design.of_kind(AddressRequest)]
    assert plan.field.naming.isVisible() or kept_as_a_name == [typed]


@pytest.mark.parametrize("way", ["L", "F2"])
def test_a_block_is_renamed_in_place(plan: Map, way: str) -> None:
    plan.pick("10.0.16.0/20")
    if way == "L":
        plan.keys(KEY.Key_L)
    else:
        plan.room.presses("F2")
    plan.field.naming.setText("数据 \u202e😀\n" + "x" * 500)
    plan.keys(KEY.Key_Return)

    assert plan.editor.design["two"].name.en.startswith("数据 😀 xxx")
    assert plan.done == 1


def test_a_letter_typed_into_a_name_is_no_gesture(plan: Map) -> None:
    plan.pick("10.0.16.0/20")
    plan.keys(KEY.Key_L)
    plan.room.types(plan.field.naming, "SJPRLNM")

    assert plan.block("two") == "10.0.16.0/20"
    assert plan.editor.design["two"].name.en == "SJPRLNM"


@pytest.mark.parametrize(("act", "block"), [("split", "10.0.16.0/21"), ("pin", "10.0.16.0/20")])
def test_the_buttons_do_the_same(plan: Map, act: str, block: str) -> None:
    plan.pick("10.0.16.0/20")
    QTest.mouseClick(plan.view.act_bar.buttons[act], LEFT)

    assert plan.done == 1
    assert plan.block("two") == block


def test_a_pinned_block_is_offered_to_be_unpinned(plan: Map) -> None:
    plan.pick("10.0.16.0/20")
    plan.keys(KEY.Key_P)
    plan.room.qtbot.waitUntil(lambda: plan.view.act_bar.buttons["pin"].text() == "Unpin")


def test_buttons_are_on_for_what_they_are_meant_for(plan: Map) -> None:
    plan.pick("10.0.16.0/20")
    taken = {act for act, button in plan.view.act_bar.buttons.items() if button.isEnabled()}
    plan.pick("10.2.0.0/15")
    free = {act for act, button in plan.view.act_bar.buttons.items() if button.isEnabled()}

    plan.pick("10.0.64.0/18")
    vpc = {act for act, button in plan.view.act_bar.buttons.items() if button.isEnabled()}

    assert taken == {"split", "join", "move", "pin", "label"}
    assert vpc == {*taken, "ask"}
    assert free == {"reserve", "ask"}


def test_the_menu_offers_the_same(plan: Map) -> None:
    from PySide6.QtWidgets import QApplication, QMenu

    plan.view.field.hands.cancel()
    plan.pick("10.0.16.0/20")
    plan.field.asked.emit(plan.field.mapToGlobal(plan.spot("10.0.16.0/20")))
    menu: Any = QApplication.activePopupWidget()
    titles = [action.text().partition("\t")[0] for action in menu.actions()]
    split = next(action for action in menu.actions() if action.text().startswith("Split"))
    split.trigger()
    menu.close()

    assert isinstance(menu, QMenu)
    assert titles == ["Split", "Join", "Move…", "Pin", "Rename"]
    assert plan.block("two") == "10.0.16.0/21"


def test_keys_without_anything_picked_say_what_to_do(plan: Map) -> None:
    plan.field.setFocus()
    plan.keys(KEY.Key_S)

    assert "Pick a block first" in plan.bubble


@pytest.mark.parametrize("way", ["empty ground", "middle button", "space"])
def test_the_ground_is_moved(plan: Map, way: str) -> None:
    plan.look_at("10.16.0.0/14")
    start, end = plan.spot("10.18.0.0/18"), plan.spot("10.19.0.0/18")
    if way == "space":
        plan.field.setFocus()
        QTest.keyPress(plan.field, KEY.Key_Space)
    button = MIDDLE if way == "middle button" else LEFT
    plan.press(start, button=button)
    plan.to(end)
    plan.release(end, button=button)
    QTest.keyRelease(plan.field, KEY.Key_Space)

    assert str(plan.field.frame.row(0)) == "10.15.0.0/18"
    assert plan.done == 0


def test_a_design_open_for_reading_says_so(qtbot: QtBot) -> None:
    plan = Map(Room(qtbot, sketch(PLAN)))
    plan.editor.read_only = text("Somebody else has it.")
    plan.pick("10.0.16.0/20")
    plan.keys(KEY.Key_S)
    split = (plan.bubble, plan.done)
    plan.drag(plan.spot("10.0.16.0/20"), plan.spot("10.0.64.0/20"))

    assert split == ("Somebody else has it.", 0)
    assert plan.done == 0


def test_what_was_moved_stays_picked_where_it_is_now(plan: Map) -> None:
    plan.drag(plan.spot("10.0.16.0/20"), plan.spot("10.0.64.0/20"))
    plan.room.qtbot.waitUntil(lambda: str(plan.field.current.block) == "10.0.64.0/20")

    assert plan.editor.selection == ("two",)
    plan.room.qtbot.waitUntil(lambda: plan.field.ghost is None)


def test_backspace_goes_up_to_what_lies_around(plan: Map) -> None:
    plan.pick("10.0.16.0/20")
    found = []
    for _ in range(2):
        plan.keys(KEY.Key_Backspace)
        found.append(plan.field.current.element)

    assert found == ["vpc-a", "pool"]


def test_enter_on_free_addresses_asks_for_a_block_and_on_taken_ones_goes_inside(plan: Map) -> None:
    plan.pick("10.3.0.0/16")
    plan.keys(KEY.Key_Return)
    assert plan.field.naming.isVisible()
    plan.types("new")

    assert [one.block for one in plan.editor.design.of_kind(AddressRequest)] == ["10.2.0.0/16"]

    plan.pick("10.0.16.0/20")
    plan.keys(KEY.Key_Return)

    assert str(plan.field.frame.block) == "10.0.16.0/20"
