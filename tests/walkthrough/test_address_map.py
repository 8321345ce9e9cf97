"""The address map by hand: opened, walked, and every gesture on it, by mouse and by keys."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from planners.addresses import parse_block
from tests.walkthrough import hand
from tests.walkthrough.driver import Driver
from tests.walkthrough.photo import photo
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.reserved_range import ReservedRange
from workbench.model.elements.vswitch import VSwitch

IN_BOTH_LANGUAGES = True
KEY = Qt.Key
ORDER, APP_F, APP_G = "10.2.0.0/18", "10.2.0.0/22", "10.2.4.0/22"
"""A VPC of the sample and two of its vSwitches."""


class MapHand:
    """The address map in the window, found on the screen and used with mouse and keys."""

    def __init__(self, driver: Driver) -> None:
        self.driver, self.steps = driver, driver.editor.history.at
        hand.shortcut("Ctrl+M")
        view: Any = driver.window.rooms.area.map
        driver.qtbot.waitUntil(lambda: view.made is not None)
        self.view, self.field = view, view.field
        self.settled()

    def settled(self) -> None:
        """Waits until the map is made and painted for the design as it is."""
        self.driver.qtbot.waitUntil(lambda: self.view.made.design is self.driver.design, timeout=20_000)
        self.driver.qtbot.waitUntil(lambda: not self.field._stale)
        QApplication.processEvents()

    def place(self, block: str, share: float = 0.5) -> QPoint:
        rect = self.field.rows.rect(parse_block(block))
        assert rect is not None, f"{block} is not on the map"
        return QPoint(round(rect.left() + share * rect.width()), round(rect.center().y()))

    def edge(self, block: str) -> QPoint:
        rect = self.field.rows.rect(parse_block(block))
        assert rect is not None
        return QPoint(round(rect.right()) - 1, round(rect.center().y()))

    def go_in(self) -> None:
        """Two clicks on the overview and the map: a row of the whole space, then a VPC."""
        self.look_at("10.0.0.0/16")
        hand.click(self.field, self.place(ORDER))
        self.settled()

    def beside(self) -> None:
        """Shows overview and legend, which a narrow window has folded away."""
        if not self.view.side.isVisible():
            hand.click(self.view.top.beside)
            self.settled()

    def look_at(self, block: str) -> None:
        """Clicks a place of the overview."""
        self.beside()
        overview = self.view.side.overview
        hand.click(overview, overview.rect_of(parse_block(block)).center().toPoint())
        self.settled()

    def go_to_other(self, at: int) -> None:
        """Clicks one of the other spaces in the legend, rolled into sight."""
        self.beside()
        legend = self.view.side.legend
        place = legend._others[at][0].center().toPoint()
        while not hand.is_bare(legend, place):
            before = legend.mapToGlobal(place)
            hand.wheel(self.view.side.viewport(), -1)
            assert legend.mapToGlobal(place) != before, "the legend cannot be rolled that far"
        hand.click(legend, place)
        self.settled()

    def act(self, name: str) -> None:
        """Clicks the button of an act, or where it has no room its line behind the button of all."""
        bar = self.view.act_bar
        button = bar.buttons[name]
        if button.isVisible():
            hand.click(button)
        else:
            hand.click(bar.more)
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            photo("map, what can be done")
            wanted = next(one for one in menu.actions() if one.text().split("\t")[0] == button.text())
            hand.click(menu, menu.actionGeometry(wanted).center())
        self.settled()

    def hold(self, start: QPoint, end: QPoint) -> None:
        hand.hold(self.field, start, end)

    def let_go(self, end: QPoint, held: Qt.KeyboardModifier = hand.NONE) -> None:
        window, at = hand.spot(self.field, end)
        QTest.mouseRelease(window, hand.LEFT, held, at)
        self.settled()

    def drag(self, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = hand.NONE) -> None:
        window, at = hand.spot(self.field, start)
        QTest.mouseMove(window, at)
        QTest.mousePress(window, hand.LEFT, held, at)
        for share in (0.3, 0.7, 1.0):
            QTest.mouseMove(window, at + (end - start) * share)
        self.let_go(end, held)

    def pick(self, block: str) -> None:
        hand.click(self.field, self.place(block))
        self.settled()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            hand.press(key)
        self.settled()

    def names(self, wording: str) -> None:
        """Types into the line that opened over a block."""
        self.driver.qtbot.waitUntil(self.field.naming.hasFocus)
        hand.replace(wording)
        photo("map, naming")
        hand.press(KEY.Key_Return)
        self.settled()

    def block(self, id: str) -> str:
        return str(self.driver.design[id].meta())

    @property
    def bubble(self) -> str:
        return str(self.field.bubble.text()) if self.field.bubble.isVisible() else ""

    @property
    def done(self) -> int:
        return int(self.driver.editor.history.at) - self.steps


@pytest.fixture
def plan(driver: Driver) -> MapHand:
    """The map of the large sample."""
    return MapHand(driver)


@pytest.fixture
def near(plan: MapHand) -> MapHand:
    """The map, one VPC filling it."""
    plan.go_in()
    hand.double_click(plan.field, plan.place(ORDER))
    plan.settled()
    return plan


def test_its_tab_stands_behind_the_sheets_and_goes_there_and_back(plan: MapHand) -> None:
    tabs, area = plan.driver.window.rooms.tabs, plan.driver.window.rooms.area
    plan.driver.shown("map, the whole space")
    hand.click(tabs.bar, tabs.bar.tabRect(tabs.bar.currentIndex() - 1).center())
    plan.driver.drawn()
    away = area.map_in_front
    hand.shortcut("Ctrl+M")
    back = area.map_in_front
    hand.click(tabs.bar, tabs.bar.cross(tabs.bar.currentIndex()).center())

    assert (away, back, area.map_in_front) == (False, True, False)


def test_from_the_whole_space_to_a_vpc_in_two_clicks(plan: MapHand) -> None:
    plan.go_in()
    plan.driver.shown("map, a VPC picked")

    assert plan.driver.selected.title().said("en") == "Order"
    assert str(plan.field.frame.block) == "10.0.0.0/12"


def test_a_block_is_dragged_and_taken_back(near: MapHand) -> None:
    id = _at(near, APP_G)
    near.hold(near.place(APP_G), near.place("10.2.32.0/22"))
    near.driver.shown("map, dragging a block")
    near.let_go(near.place("10.2.32.0/22"))
    moved = near.block(id)
    near.driver.shown("map, a block dragged")
    hand.shortcut("Ctrl+Z")
    near.settled()

    assert moved == "10.2.32.0/22"
    assert near.block(id) == APP_G


def test_what_may_not_be_is_told_at_the_pointer(near: MapHand) -> None:
    near.hold(near.place(APP_G), near.place(APP_F))
    near.driver.shown("map, refused")
    told = near.bubble
    near.let_go(near.place(APP_F))

    assert APP_F in told
    assert near.done == 0


def test_escape_ends_a_drag(near: MapHand) -> None:
    near.hold(near.place(APP_G), near.place("10.2.32.0/22"))
    hand.press(KEY.Key_Escape)
    near.let_go(near.place("10.2.32.0/22"))

    assert near.done == 0


def test_a_vpc_is_dragged_with_its_vswitches(plan: MapHand) -> None:
    plan.go_in()
    vpc, part = _at(plan, ORDER), _at(plan, APP_G)
    plan.hold(plan.place(ORDER, 0.7), plan.place("10.4.0.0/18", 0.7))
    plan.driver.shown("map, dragging a VPC")
    plan.let_go(plan.place("10.4.0.0/18", 0.7))

    assert (plan.block(vpc), plan.block(part)) == ("10.4.0.0/18", "10.4.4.0/22")
    assert plan.done == 1


def test_borders_change_the_size_split_or_move(plan: MapHand) -> None:
    plan.go_in()
    plan.hold(plan.edge(ORDER), plan.edge("10.2.0.0/19"))
    plan.driver.shown("map, dragging a border")
    plan.let_go(plan.edge("10.2.0.0/19"))
    told = plan.bubble

    # The attachments at its end would lie outside.
    assert "10.2.0.0/19" in told
    assert plan.done == 0


def test_a_border_of_a_vswitch_with_control_splits_and_with_shift_moves(plan: MapHand) -> None:
    plan.go_in()
    for _ in range(2):
        hand.shortcut("Ctrl+=")
    plan.settled()
    id = _at(plan, APP_G)
    half = "10.2.4.0/23"
    plan.drag(plan.edge(APP_G), plan.place(half, 0.95), Qt.KeyboardModifier.ControlModifier)
    split = (plan.block(id), _at(plan, "10.2.6.0/23") != id)
    plan.drag(plan.edge(half), plan.edge("10.2.16.0/23"), Qt.KeyboardModifier.ShiftModifier)
    moved = plan.block(id)
    plan.drag(plan.edge("10.2.16.0/23"), plan.edge("10.2.16.0/22"))
    plan.driver.shown("map, borders dragged")

    assert split == (half, True)
    assert moved == "10.2.16.0/23"
    assert plan.block(id) == "10.2.16.0/22"
    assert plan.done == 3


def test_split_join_and_pin_by_keys_and_buttons(near: MapHand) -> None:
    id = _at(near, APP_G)
    near.pick(APP_G)
    near.press(KEY.Key_S)
    near.driver.shown("map, split")
    near.press(KEY.Key_J)
    joined = near.block(id)
    near.press(KEY.Key_P)
    near.driver.shown("map, pinned")
    near.drag(near.place(APP_G), near.place("10.2.32.0/22"))
    held = (near.block(id), near.bubble)
    near.act("pin")
    near.act("split")

    assert joined == held[0] == APP_G
    assert APP_G in held[1]
    assert near.block(id) == "10.2.4.0/23"


def test_moved_with_the_keys_alone(near: MapHand) -> None:
    id = _at(near, APP_G)
    near.pick(APP_G)
    near.press(KEY.Key_M)
    near.press(KEY.Key_Down)
    near.driver.shown("map, moving by keys")
    near.press(KEY.Key_Return)
    near.press(KEY.Key_M, KEY.Key_Escape)

    assert near.block(id) == "10.2.20.0/22"
    assert near.done == 1


def test_renamed_in_place(near: MapHand) -> None:
    id = _at(near, APP_G)
    near.pick(APP_G)
    hand.press(KEY.Key_L)
    near.names("Gateway 网关")
    hand.shortcut("F2")
    near.names("Gateways 网关")
    near.driver.shown("map, renamed")

    assert near.driver.design[id].name.said(near.driver.window.look.language) == "Gateways 网关"


def test_asked_for_in_a_vpc_and_beside_it_and_reserved(plan: MapHand) -> None:
    plan.go_in()
    plan.pick(ORDER)
    hand.press(KEY.Key_N)
    plan.names("cache /24")
    plan.pick("10.12.0.0/14")
    hand.press(KEY.Key_N)
    plan.names("plant /16")
    plan.pick("10.14.0.0/15")
    hand.press(KEY.Key_R)
    plan.names("partners")
    plan.driver.shown("map, asked and reserved")

    design = plan.driver.design
    said = plan.driver.window.look.language
    assert "cache" in [
        one.name.said(said) for one in design.of_kind(VSwitch) if one.parent == _at(plan, ORDER)
    ]
    assert ("plant", "10.12.0.0/16") in [
        (one.name.said(said), one.block) for one in design.of_kind(AddressRequest)
    ]
    assert ("partners", "10.14.0.0/15") in [
        (one.name.said(said), one.block) for one in design.of_kind(ReservedRange)
    ]


def test_the_same_from_the_menu(near: MapHand) -> None:
    id = _at(near, APP_G)
    hand.click(near.field, near.place(APP_G), hand.RIGHT)
    if QApplication.activePopupWidget() is None:
        # Without a system of windows a press of the right button asks for no menu by itself.
        hand.press(KEY.Key_Menu)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    photo("map, menu of a block")
    hand.press(KEY.Key_Down)
    hand.press(KEY.Key_Return)
    near.settled()

    assert near.block(id) == "10.2.4.0/23"


def test_the_ground_is_moved_and_the_overview_moves_the_window(plan: MapHand) -> None:
    plan.go_in()
    hand.drag(plan.field, plan.place("10.13.0.0/18"), plan.place("10.11.0.0/18"))
    plan.settled()
    moved = str(plan.field.frame.row(0))
    plan.look_at("10.120.0.0/16")
    plan.driver.shown("map, the window moved")

    assert moved == "10.2.0.0/16"
    assert str(plan.field.frame.block) == "10.112.0.0/12"


def test_the_other_family_and_other_clouds(plan: MapHand) -> None:
    at = plan.view.side.legend._others[-1][1]
    plan.go_to_other(-1)
    plan.driver.shown("map, IPv6")

    assert plan.field.space is plan.view.made.spaces[at]
    assert plan.field.space.block.width == 128


def _at(plan: MapHand, block: str) -> str:
    """The element that holds a block."""
    wanted = parse_block(block)
    return next(
        claim.element
        for claim in plan.field.space.claims
        if claim.block == wanted and claim.use in ("vpc", "vswitch")
    )
