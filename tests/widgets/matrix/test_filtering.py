"""Which states stand out and which rows and columns are shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.widgets.matrix.by_hand import LEFT, names
from widgets.matrix.view import MatrixView


def test_a_chip_has_its_state_stand_out_and_a_second_click_shows_all_alike(view: MatrixView) -> None:
    def pictures() -> list[object]:
        whole = view.grid.viewport().grab().toImage()
        return [whole.copy(view.grid.visualRect(view.grid.table.index(*cell))) for cell in ((0, 1), (2, 1))]

    before = pictures()
    QTest.mouseClick(view.filters.chips["open"], LEFT)
    faded = pictures()
    QTest.mouseClick(view.filters.chips["open"], LEFT)

    assert faded[0] != before[0]
    assert faded[1] == before[1]
    assert pictures() == before


def test_chips_count_the_cells_in_each_state(view: MatrixView) -> None:
    counts = {state: chip.accessibleName() for state, chip in view.filters.chips.items()}

    assert counts == {
        "allowed": "allowed, as wanted: 3",
        "blocked": "blocked, as wanted: 5",
        "open": "open, not wanted: 1",
        "shut": "shut, but wanted: 1",
        "partial": "reached in part only: 1",
        "unknown": "unknown: 1",
    }


@pytest.mark.parametrize(
    ("side", "rows", "columns"),
    [(0, ["SAP"], ["SAP"]), (1, ["SAP"], [*"abcd"]), (2, [*"abcd"], ["SAP"])],
    ids=["both", "rows", "columns"],
)
def test_names_are_looked_for_in_rows_in_columns_or_both(
    view: MatrixView, side: int, rows: list[str], columns: list[str]
) -> None:
    view.filters.side.setCurrentIndex(side)
    QTest.keyClicks(view.filters.search, "sap")

    assert (len(names(view)), len(names(view, Qt.Orientation.Horizontal))) == (len(rows), len(columns))
    assert "SAP" in names(view)


def test_chinese_names_are_found_by_their_pinyin(view: MatrixView) -> None:
    QTest.keyClicks(view.filters.search, "rzgd")

    assert names(view) == ["Log archive"]


def test_a_name_nobody_has_is_said_and_a_button_takes_the_filters_out(view: MatrixView) -> None:
    QTest.keyClicks(view.filters.search, "nobody")
    why = view.empty.why.text()
    QTest.mouseClick(view.empty.button, LEFT)

    assert why == "No name among those shown holds “nobody”."
    assert len(names(view)) == 4
    assert view.grid.isVisible()


def test_only_what_differs_hides_rows_and_columns_without_difference(view: MatrixView) -> None:
    QTest.mouseClick(view.filters.only, LEFT)
    kept = (names(view), names(view, Qt.Orientation.Horizontal))
    view.turn()

    assert kept == (["SAP", "Development"], ["HR portal", "SAP", "Log archive"])
    assert (names(view), names(view, Qt.Orientation.Horizontal)) == (kept[1], kept[0])
