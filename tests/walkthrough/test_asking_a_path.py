"""A path asked without a mouse: typed in one line, read hop by hop, lit on the sheet there and back."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.walkthrough import hand
from tests.walkthrough.driver import Driver
from tests.walkthrough.keyboard import tab_to
from tests.walkthrough.reaching import answer, hops, lit, spoken

IN_BOTH_LANGUAGES = True
KEY = Qt.Key
ASKED = {"en": "Website to Order on 443", "zh": "官网 到 订单 443"}
LIT = {
    "en": "7 of 7 hops stand on this sheet · Esc puts the path out",
    "zh": "7 跳中有 7 跳在此图上 · 按 Esc 取消显示",
}
HALF = {"en": "Test systems to Paym", "zh": "测试系统 到 支"}


class Asker:
    """Somebody who asks with the keys alone."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        hand.shortcut("Ctrl+J")
        panel: Any = driver.window.rooms.path
        driver.qtbot.waitUntil(panel.box.hasFocus)
        self.panel = panel

    def asks(self, wording: dict[str, str]) -> None:
        hand.replace(self.said(wording))
        self.enters()

    def enters(self) -> None:
        """Asks what stands in the line, once it is understood, and waits for the answer."""
        self.driver.qtbot.waitUntil(lambda: self.panel.read is not None)
        hand.press(KEY.Key_Return)
        answer(self.driver)

    def takes(self, id: str) -> None:
        """Goes down the names that begin like what was typed, and takes one."""
        names = self.panel.names
        self.driver.qtbot.waitUntil(names.isVisible)
        for _ in range(names.list.rowCount()):
            hand.press(KEY.Key_Down)
            if names.list.at(names.currentIndex().row()).id == id:
                break
        hand.press(KEY.Key_Return)

    def said(self, wording: dict[str, str]) -> str:
        return wording[self.driver.window.look.language]


@pytest.fixture
def asker(driver: Driver) -> Asker:
    """Somebody with the line open, over the large sample."""
    return Asker(driver)


def test_two_names_and_a_port_are_answered_and_lit_hop_by_hop_there_and_back(asker: Asker) -> None:
    driver, panel = asker.driver, asker.panel
    asker.asks(ASKED)
    driver.shown("paths, an answer hop by hop")
    assert panel.answer.verdict == "allow"
    assert panel.answer.decided
    assert driver.window.look.said(panel.answer.decided) in panel.banner.accessibleName()

    tab_to(panel.buttons.show_button)
    hand.press(KEY.Key_Space)
    there = lit(driver)
    driver.shown("paths, lit on the sheet")
    assert min(there.items(), key=lambda one: one[1]) == ("vsw-sh-dmz-web-f", "1")
    assert driver.window.status.said == asker.said(LIT)

    tab_to(panel.buttons.ways)
    hand.press(KEY.Key_Right)
    back = lit(driver)
    driver.shown("paths, the answer's way back")
    assert back != there
    numbers = [step.number for step in driver.canvas.above.light._way.steps]
    assert numbers == sorted(numbers, reverse=True)


def test_the_hops_are_walked_with_the_arrows_and_escape_puts_the_path_out(asker: Asker) -> None:
    driver, panel = asker.driver, asker.panel
    asker.asks(ASKED)
    tab_to(panel.hops)
    for row, said in enumerate(hops(panel)[:3]):
        hand.press(KEY.Key_Down) if row else hand.press(KEY.Key_Home)
        assert spoken(panel.hops) == said
    hand.press(KEY.Key_Return)
    assert driver.editor.selection == (panel.answer.hops[2].element,)

    tab_to(panel.buttons.show_button)
    hand.press(KEY.Key_Space)
    assert lit(driver)
    hand.shortcut("Ctrl+J")
    hand.press(KEY.Key_Escape)
    assert lit(driver) == {}
    hand.press(KEY.Key_Escape)
    assert driver.canvas.hasFocus()


def test_what_stops_a_path_is_named_and_its_stop_is_lit(asker: Asker) -> None:
    driver, panel = asker.driver, asker.panel
    hand.replace(asker.said(HALF))
    driver.shown("paths, names that begin so", quotes=asker.said(HALF))
    asker.takes("app-payment")
    hand.write("443")
    asker.enters()
    driver.shown("paths, what stops it")
    assert panel.answer.verdict == "deny"

    tab_to(panel.buttons.show_button)
    hand.press(KEY.Key_Space)
    driver.shown("paths, lit as far as it comes")
    light = driver.canvas.above.light
    assert light._way.ink == "error"
    assert any(stops for _, stops in light._numbers.values())


def test_what_was_asked_before_comes_back_and_its_ends_are_swapped(asker: Asker) -> None:
    panel = asker.panel
    asker.asks(ASKED)
    hand.shortcut("Ctrl+J")
    hand.press(KEY.Key_Escape)
    hand.press(KEY.Key_Up)
    assert panel.box.text() == asker.said(ASKED)

    tab_to(panel.box.swap)
    hand.press(KEY.Key_Space)
    QApplication.processEvents()
    assert panel.read.of_role("source").element == "app-order"
