"""The exposure page by mouse and keyboard: filtered, picked, asked about, stopped and said in both languages."""

from __future__ import annotations

from time import sleep
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from widgets.exposure.model import listed
from widgets.exposure.page import ExposurePage, follow
from widgets.look import Look
from widgets.qt.answering import Answering
from widgets.qt.marked_rows import MARK, RowMark
from workbench.editor import Editor
from workbench.model.sketch import sketch
from workbench.progress import Progress
from workbench.reachability.exposure import exposure_of
from workbench.texts import text

LINES = """
    out internet name.en=Internet name.zh=互联网
    vpc-d vpc blocks=10.3.0.0/16
      d-1 vswitch block=10.3.1.0/24
      alb load-balancer faces=internet vswitches=d-1
        - listeners port=443 application=web
        - listeners protocol=http port=80 application=shop
      sg security-group
        - rules port=443/443 block=10.3.0.0/16
        - rules port=80/80 block=10.3.0.0/16
      rt route-table type=system
        - routes destination=0.0.0.0/0 hop=nat
      nat nat-gateway
        - snat source=10.3.0.0/16
    eip eip bound_to=nat
    wall cloud-firewall boundary=nat guards=nat
    web application name.en=Website name.zh=官网 vswitches=d-1 groups=sg owner="Li Ming"
    shop application name.en=Shop name.zh=商城 vswitches=d-1 groups=sg
    f flow source=out target=web port=443/443
"""


@pytest.fixture
def page(qtbot: QtBot) -> ExposurePage:
    """The page with all rows of a design."""
    return shown(qtbot, Look("en", "light"))


def shown(qtbot: QtBot, look: Look) -> ExposurePage:
    """A page that shows the exposure."""
    design = sketch(LINES)
    page = ExposurePage(look)
    qtbot.addWidget(page)
    page.resize(1000, 640)
    page.show()
    qtbot.waitExposed(page)
    page.show_rows(design, listed(design, exposure_of(design)))
    return page


def rows(page: ExposurePage, column: int = 1) -> list[str]:
    """What stands in a column."""
    return [page.rows.index(row, column).data() for row in range(page.rows.rowCount())]


def test_the_worst_comes_first_and_its_mark_differs_by_shape(page: ExposurePage) -> None:
    marks: list[RowMark] = [page.rows.index(row, 0).data(MARK) for row in range(page.rows.rowCount())]

    assert rows(page)[:2] == ["alb", "Shop"]
    assert marks[0].symbol == "mark-error"
    assert marks[rows(page, 4).index("wanted: f")].symbol == "mark-warning"


def test_filters_narrow_the_list_and_say_how_many_they_leave(page: ExposurePage) -> None:
    every = page.rows.rowCount()
    assert page.filters.unwanted.text() == f"Not wanted: {rows(page, 4).count('not wanted')}"
    page.filters.unguarded.click()
    assert 0 < page.rows.rowCount() < every
    assert all(page.rows.row(at).row.guard != "guarded" for at in range(page.rows.rowCount()))
    page.filters.unwanted.click()
    assert set(rows(page, 4)) == {"not wanted"}
    page.filters.direction.setFocus()
    QTest.keyClick(page.filters.direction, Qt.Key.Key_Right)
    assert set(rows(page, 2)) == {"in"}
    page.filters.unwanted.click()
    page.filters.search.setText("li ming")
    assert set(rows(page)) == {"Website"}
    page.filters.search.setText("nobody")
    assert page.middle.currentWidget() is page.empty
    assert page.empty.text() == "Nothing is left by these filters."


def test_what_is_picked_stays_picked_when_the_list_gets_narrower(page: ExposurePage) -> None:
    page.view.selectRow(1)
    page.filters.search.setText("shop")

    assert page.current.row.party == "shop"
    assert page.detail.heading.text() == "The internet reaches Shop on 80"
    assert "Path: Internet > alb > sg > Shop" in page.detail.lines.text()


def test_a_click_tells_the_party_and_enter_asks_for_the_path(qtbot: QtBot, page: ExposurePage) -> None:
    place = list(zip(rows(page), rows(page, 2), strict=True)).index(("Website", "in"))
    with qtbot.waitSignal(page.picked) as picked:
        spot = page.view.visualRect(page.rows.index(place, 1)).center()
        QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    with qtbot.waitSignal(page.asked) as asked:
        QTest.keyClick(page.view, Qt.Key.Key_Return)

    assert picked.args == ["web"]
    assert asked.args == ["out", "web", "tcp", 443]
    with qtbot.waitSignal(page.revealed) as revealed:
        QTest.mouseClick(page.detail.show_it, Qt.MouseButton.LeftButton)
    assert revealed.args == ["web"]


def test_the_arrows_tell_the_party_too_and_a_list_that_is_shown_anew_tells_none(
    qtbot: QtBot, page: ExposurePage
) -> None:
    page.view.setFocus()
    told: list[str] = []
    page.picked.connect(told.append)
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    assert told == ["shop"]
    page.filters.search.setText("website")

    assert page.current.row.party == "web"
    assert told == ["shop"]


def test_a_screen_reader_hears_a_row_as_a_sentence(page: ExposurePage) -> None:
    spoken = page.rows.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "The internet reaches Shop on 80"
    assert page.view.accessibleName() == "Exposure to the internet"


def test_everything_is_said_again_in_another_language(qtbot: QtBot) -> None:
    look = Look("en", "light")
    page = shown(qtbot, look)
    look.speak("zh")
    page.retell()

    assert "官网" in rows(page)
    assert page.filters.unwanted.text().startswith("非所需：")
    assert page.detail.ask.text() == "询问路径"


def test_it_follows_the_design_while_it_is_seen(qtbot: QtBot) -> None:
    editor = Editor(sketch(LINES))
    page = ExposurePage(Look("en", "light"))
    qtbot.addWidget(page)
    follow(editor, page)
    assert page.head.state.text() == "Not run yet."
    page.show()
    qtbot.waitUntil(lambda: page.stage == "complete")
    assert "Shop" in coming_in(page)

    without = sketch(LINES.replace("application=shop", "application=web"))
    editor.perform(text("Edit"), lambda design: without)
    qtbot.waitUntil(lambda: "Shop" not in coming_in(page))
    assert page.stage == "complete"


def test_what_is_stopped_says_so_and_is_computed_when_it_is_asked_for(qtbot: QtBot) -> None:
    page, runs = ExposurePage(Look("en", "light")), [endless, lambda progress: ()]
    qtbot.addWidget(page)
    Answering(Editor(sketch(LINES)), page, lambda design: runs.pop(0), page.show_rows)
    page.show()
    qtbot.waitUntil(lambda: page.head.state.text() == "Computing: 50 %")
    QTest.mouseClick(page.head.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.stage == "stopped")

    assert page.head.state.text() == "Stopped: not run."
    assert page.empty.text() == "Stopped: not run."
    QTest.mouseClick(page.head.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.stage == "complete")
    assert page.empty.text() == "Nothing reaches the internet, and the internet reaches nothing."


def test_asked_to_run_anew_while_it_runs_it_shows_only_what_comes_last(qtbot: QtBot) -> None:
    page, runs = ExposurePage(Look("en", "light")), [endless, lambda progress: ()]
    qtbot.addWidget(page)
    answering = Answering(Editor(sketch(LINES)), page, lambda design: runs.pop(0), page.show_rows)
    page.show()
    qtbot.waitUntil(lambda: page.head.state.text() == "Computing: 50 %")
    answering.run()

    qtbot.waitUntil(lambda: page.stage == "complete")
    assert not runs


def coming_in(page: ExposurePage) -> set[str]:
    """Who is reached by the internet."""
    return {name for name, way in zip(rows(page), rows(page, 2), strict=True) if way == "in"}


def endless(progress: Progress) -> NoReturn:
    """A job that ends only where it is stopped."""
    while True:
        progress(0.5)
        sleep(0.005)
