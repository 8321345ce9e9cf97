"""The security-domain sheet by hand: what passes between domains and is not wanted, and an application carried to another."""

from __future__ import annotations

import re
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.walkthrough import hand
from tests.walkthrough.driver import Driver
from tests.walkthrough.reaching import PATIENCE

IN_BOTH_LANGUAGES = True
KEY = Qt.Key
MEMBER, FROM, TO = "app-member", "domain-commerce", "domain-payment"
"""An application of the sample, its security domain, and another one."""


class DomainHand:
    """The sheet in front, and the application that is carried over it."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        driver.show_sheet("Security domains")
        hand.click(driver.window.rooms.area.zoom_box.buttons["view.fit"])

    @property
    def pairs(self) -> Any:
        return self.driver.canvas.above.traffic.pairs

    @property
    def bubble(self) -> list[str]:
        """What is told at the pointer, line by line."""
        bubble = self.driver.canvas.bubble
        return str(bubble.text()).splitlines() if bubble.isVisible() else []

    def shows_traffic(self) -> None:
        hand.shortcut("Ctrl+Shift+R")
        self.driver.qtbot.waitUntil(lambda: bool(self.pairs), timeout=PATIENCE)

    def carries(self) -> QPoint:
        """Carries the application over the other domain and waits until it is told what that opens; gives where it is held."""
        view = self.driver.canvas.viewport()
        start, end = self.driver.pixels(self.driver.header(MEMBER), self.driver.header(TO))
        hand.hold(view, start, end)
        name = self.driver.design[TO].title().said(self.driver.window.look.language)
        self.driver.qtbot.waitUntil(lambda: any(name in line for line in self.bubble[:1]), timeout=PATIENCE)
        return end

    def lets_go(self, at: QPoint) -> None:
        window, place = hand.spot(self.driver.canvas.viewport(), at)
        QTest.mouseRelease(window, hand.LEFT, hand.NONE, place)
        self.driver.drawn()


@pytest.fixture
def domains(driver: Driver) -> DomainHand:
    """The sheet of security domains of the large sample."""
    return DomainHand(driver)


def test_what_passes_and_is_not_wanted_is_shown_and_taken_away_by_its_key(domains: DomainHand) -> None:
    driver = domains.driver
    domains.shows_traffic()
    driver.shown("traffic, what differs from what is wanted")
    assert ("domain-shared", "domain-commerce", "open") in [pair[:3] for pair in domains.pairs]
    told = [int(number) for number in re.findall(r"\d+", driver.window.status.said)]
    assert told[0] >= sum(pair.state == "open" for pair in domains.pairs) > 0

    driver.show_sheet("Network overview")
    assert domains.pairs == ()
    driver.show_sheet("Security domains")
    assert domains.pairs
    hand.shortcut("Ctrl+Shift+R")
    assert domains.pairs == ()


def test_what_a_move_opens_is_seen_before_it_is_let_go_and_escape_changes_nothing(
    domains: DomainHand,
) -> None:
    driver = domains.driver
    before = driver.design
    held = domains.carries()
    driver.shown("traffic, what a move would open and close")
    assert any(line.startswith("+ ") for line in domains.bubble)
    assert any(line.startswith("− ") for line in domains.bubble)

    hand.press(KEY.Key_Escape)
    domains.lets_go(held)
    assert domains.bubble == []
    assert driver.design is before


def test_an_application_that_is_let_go_in_another_domain_stays_there_and_comes_back(
    domains: DomainHand,
) -> None:
    driver = domains.driver
    domains.shows_traffic()
    shown = domains.pairs
    domains.lets_go(domains.carries())
    driver.qtbot.waitUntil(lambda: domains.pairs != shown, timeout=PATIENCE)
    driver.shown("traffic, moved to another domain")
    assert driver.design[MEMBER].parent == TO

    hand.shortcut("Ctrl+Z")
    driver.drawn()
    driver.qtbot.waitUntil(lambda: domains.pairs == shown, timeout=PATIENCE)
    assert driver.design[MEMBER].parent == FROM
