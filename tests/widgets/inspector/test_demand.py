"""The inspector shows what becomes of a demand, in words and as a line."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.widgets.desk import Room
from widgets.inspector.demand import DemandSection
from widgets.inspector.demand_chart import DemandChart
from widgets.look import Look
from workbench.drawing.colours import Theme
from workbench.model.sketch import sketch
from workbench.planning.demand import Outlook, outlooks
from workbench.texts import Language, text

WISH = """
vpc-a vpc blocks=10.1.0.0/16
  app-h vswitch block=10.1.0.0/20
wish address-request subject=app-h yearly_growth={growth} counted_in=2026
  - demand service=ack-node count=120
  - demand service=ack-pod count=2640
  - demand service=clb count=2
"""


def ahead(growth: int = 9) -> Outlook:
    (found,) = outlooks(sketch(WISH.format(growth=growth)), "app-h")
    return found


def told(section: DemandSection) -> list[str]:
    return [label.text() for label in section.findChildren(QLabel)]


def painted(chart: DemandChart) -> QImage:
    chart.resize(260, chart.sizeHint().height())
    return chart.grab().toImage()


def rows_in(picture: QImage, ink: QColor) -> set[int]:
    """The rows of pixels in which an ink stands in the right half, where no number is written."""
    return {
        y
        for y in range(picture.height())
        for x in range(picture.width() // 2, picture.width())
        if distance(picture.pixelColor(x, y), ink) < 90
    }


def distance(one: QColor, other: QColor) -> int:
    parts = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[call-overload, misc]
    return sum(abs(a - b) for a, b in parts)


def test_services_mask_usable_use_and_year_stand_below_each_other(qtbot: QtBot) -> None:
    section = DemandSection(ahead(), Look())
    qtbot.addWidget(section)

    words = told(section)

    pairs = dict(pairwise(words))
    assert pairs["ACK pods (Terway)"] == "2,640 × 1"
    assert pairs["Wanted in 2026"] == "2,762 addresses"
    assert pairs["Wanted in 2029"] == "3,578 addresses"
    assert pairs["Block"] == "10.1.0.0/20"
    assert pairs["Usable"] == "4,092 · platform keeps 4"
    assert pairs["Use"] == "68 %, in 2029 88 %"
    assert pairs["Full"] == "full in 2031"
    assert "Not verified: how many addresses CLB take." in words


@pytest.mark.parametrize(("language", "full"), [("en", "full in 2031"), ("zh", "2031 年用满")])
def test_the_line_is_told_year_by_year_to_those_who_do_not_see_it(
    qtbot: QtBot, language: Language, full: str
) -> None:
    chart = DemandChart(ahead(), Look(language))
    qtbot.addWidget(chart)

    assert chart.accessibleName()
    assert full in chart.accessibleDescription()
    assert all(str(year) in chart.accessibleDescription() for year in range(2026, 2033))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_where_the_block_is_full_there_is_a_ring_and_else_none(qtbot: QtBot, theme: Theme) -> None:
    look = Look("en", theme)
    growing, steady = DemandChart(ahead(), look), DemandChart(ahead(0), look)
    for chart in (growing, steady):
        qtbot.addWidget(chart)

    rows = [rows_in(painted(chart), look.colour("error")) for chart in (growing, steady)]

    assert len(rows[0]) >= 6 > 3 >= len(rows[1]) >= 1


def test_a_demand_of_no_addresses_and_one_far_too_large_are_painted(qtbot: QtBot) -> None:
    for lines in (
        "wish address-request\n  - demand service=ecs count=0",
        "wish address-request block=10.0.0.0/29 horizon=50 yearly_growth=1000\n  - demand service=ecs count=900000000",
    ):
        (found,) = outlooks(sketch(lines), "wish")
        section = DemandSection(found, Look("zh"))
        qtbot.addWidget(section)

        assert not painted(section.chart).isNull()


def test_the_demand_shows_with_its_vswitch_and_follows_its_edits(room: Room) -> None:
    def shown() -> list[str]:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        about = room.window.rooms.inspector.about
        assert about
        return [
            label.text()
            for section in about.findChildren(DemandSection)
            for label in section.findChildren(QLabel)
        ]

    room.editor.perform(text("Ask"), lambda design: design.adding(*sketch(WISH.format(growth=9))))
    room.editor.select(["app-h"])
    before = shown()

    room.editor.perform(text("Grow"), lambda design: design.replacing("wish", yearly_growth=0))

    assert "full in 2031" in before
    assert "not full within 50 years" in shown()


def test_a_vswitch_leads_to_its_request_and_the_request_to_nowhere(room: Room) -> None:
    def ways() -> list[QPushButton]:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        about = room.window.rooms.inspector.about
        assert about
        return [
            way for section in about.findChildren(DemandSection) for way in section.findChildren(QPushButton)
        ]

    room.editor.perform(text("Ask"), lambda design: design.adding(*sketch(WISH.format(growth=9))))
    room.editor.select(["app-h"])
    (way,) = ways()

    way.click()

    assert room.editor.selection == ("wish",)
    assert ways() == []
