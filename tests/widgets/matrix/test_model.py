"""The matrix as an item model: what its cells and heads say, and that it keeps nothing for a cell."""

from __future__ import annotations

import gc

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.widgets.matrix.answers import design, many, matrix, shown, view_of
from widgets.look import Look
from widgets.matrix.model import MatrixTable
from widgets.matrix.words import cell_said, first_port, ports_in_cell
from workbench.reachability.headings import headings_of
from workbench.texts import LANGUAGES, Language, spoken
from workbench.words import Words

ROW, COLUMN = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
SPOKEN, SHOWN = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole
ALL = np.arange(4)


def table(language: Language = "en", turned: bool = False) -> MatrixTable:
    """The model of the small matrix."""
    found, made = matrix(), MatrixTable(Look(language))
    made.show_matrix(found, headings_of(design(), found.parties), "compare")
    made.arrange(ALL, ALL, turned)
    return made


def test_a_cell_has_what_passes_else_its_state_in_a_word() -> None:
    cells = table()

    assert [cells.index(0, at).data() for at in range(4)] == ["own", "443", "", "3 ports"]
    assert [cells.index(row, at).data() for row, at in ((2, 1), (2, 3), (1, 0), (3, 2), (1, 3))] == [
        "open",
        "shut",
        "partial",
        "",
        "all",
    ]


def test_in_chinese_the_words_are_chinese() -> None:
    cells = table("zh")

    assert [cells.index(0, at).data() for at in (0, 3)] == ["自身", "3 端口"]
    assert [cells.index(row, at).data() for row, at in ((2, 1), (2, 3), (1, 0), (1, 3))] == [
        "误开",
        "误断",
        "部分",
        "全部",
    ]


@pytest.mark.parametrize(
    ("row", "column", "en", "zh"),
    [
        (0, 1, "HR portal reaches SAP on 443: as wanted", "人力门户 可到达 SAP 的 443 端口：符合预期"),
        (0, 2, "HR portal does not reach Development: as wanted", "人力门户 不能到达 开发：符合预期"),
        (2, 1, "Development reaches SAP on 443: not wanted", "开发 可到达 SAP 的 443 端口：不应放行"),
        (
            2,
            3,
            "Development does not reach Log archive: wanted, but shut",
            "开发 不能到达 日志归档：应放行而未放行",
        ),
        (1, 0, "SAP reaches HR portal on 443: more is wanted", "SAP 可到达 人力门户 的 443 端口：应放行更多"),
        (1, 3, "SAP reaches Log archive on all ports: as wanted", "SAP 可到达 日志归档 的全部端口：符合预期"),
        (
            3,
            2,
            "Whether Log archive reaches Development is unknown: the design does not say enough",
            "日志归档 能否到达 开发 未知：设计提供的信息不足",
        ),
    ],
)
def test_each_cell_is_spoken_in_one_sentence_in_both_languages(
    row: int, column: int, en: str, zh: str
) -> None:
    assert table().index(row, column).data(SPOKEN) == en
    assert table("zh").index(row, column).data(SPOKEN) == zh


def test_a_head_says_which_way_its_traffic_goes_and_a_column_shows_its_code() -> None:
    plain, turned = table(), table(turned=True)

    assert plain.headerData(0, COLUMN) == "HRP"
    assert plain.headerData(0, COLUMN, Qt.ItemDataRole.ToolTipRole) == "HR portal"
    assert plain.headerData(0, ROW, SHOWN) == "HR portal"
    assert plain.headerData(0, ROW, SPOKEN) == "from HR portal, HRP"
    assert turned.headerData(0, ROW, SPOKEN) == "to HR portal, HRP"
    assert table("zh").headerData(0, COLUMN, SPOKEN) == "目的：人力门户，HRP"


def test_turned_round_a_cell_still_says_who_sends() -> None:
    cells = table(turned=True)

    assert cells.ends(1, 2) == (2, 1)
    assert cells.index(1, 2).data(SPOKEN) == "Development reaches SAP on 443: not wanted"
    assert cells.place(2, 1) == (1, 2)


def test_those_that_are_hidden_have_no_place() -> None:
    cells = table()
    cells.arrange(np.array([2]), np.array([1, 3]), False)

    assert (cells.rowCount(), cells.columnCount()) == (1, 2)
    assert cells.ends(0, 1) == (2, 3)
    assert cells.place(2, 3) == (0, 1)
    assert cells.place(1, 3) is None


@pytest.mark.parametrize("turned", [False, True])
def test_of_several_that_share_a_pixel_the_worst_is_shown(turned: bool) -> None:
    cells = table(turned=turned)
    cells.gather(2)

    states = [[cells.state(row, column) for column in range(2)] for row in range(2)]

    assert states == (
        [["partial", "open"], ["allowed", "shut"]] if turned else [["partial", "allowed"], ["open", "shut"]]
    )
    assert cells.headerData(1, ROW, SHOWN) == "Development and 1 more"


def test_an_odd_one_at_the_end_is_not_forgotten() -> None:
    cells = table()
    cells.gather(3)

    assert [cells.state(0, 1), cells.state(1, 0), cells.state(1, 1)] == ["shut", "unknown", "own"]
    assert cells.headerData(1, ROW, SHOWN) == "Log archive"


@pytest.mark.parametrize(
    ("ports", "en", "zh"),
    [
        ("443", "443", "443"),
        ("80, 443", "80, 443", "80, 443"),
        ("22, 443, 8080", "3 ports", "3 端口"),
        ("22, 443, 8080 +5", "8 ports", "8 端口"),
        ("1-9, 20-29", "several", "多个"),
        ("all udp", "all UDP", "全 UDP"),
        ("", "", ""),
    ],
)
def test_a_cell_says_what_passes_as_long_as_there_is_room(ports: str, en: str, zh: str) -> None:
    found = ports_in_cell(ports)

    assert [spoken(found, language) for language in LANGUAGES] == [en, zh]


@pytest.mark.parametrize(
    ("ports", "en", "zh"),
    [
        (
            "22, 443, 8080 +5",
            "A reaches B on 22, 443, 8080 and 5 more",
            "A 可到达 B 的 22、443、8080 及另 5 个 端口",
        ),
        ("all tcp, 53/udp", "A reaches B on all TCP, 53/udp", "A 可到达 B 的 全 TCP、53/udp 端口"),
    ],
)
def test_a_sentence_lists_all_that_is_known_to_pass(ports: str, en: str, zh: str) -> None:
    found = cell_said("computed", "allowed", Words(en="A"), Words(en="B"), ports)

    assert (found.said("en"), found.said("zh")) == (en, zh)


@pytest.mark.parametrize(
    ("ports", "port"),
    [
        ("443", "443"),
        ("53/udp, 80", "53/udp"),
        ("20-29/udp", "20/udp"),
        ("1-9 +2", "1"),
        ("all", ""),
        ("all tcp", ""),
        ("", ""),
    ],
)
def test_a_path_is_asked_with_one_port_of_those_that_pass(ports: str, port: str) -> None:
    assert first_port(ports) == port


def test_two_thousand_by_two_thousand_open_without_a_thing_for_each_cell(qtbot: QtBot) -> None:
    large, answers = many(2_000)
    view = view_of(qtbot)
    gc.collect()
    before = len(gc.get_objects())

    view.show_matrix(large, answers)
    view.grid.grab()

    assert np.shares_memory(view.grid.table.codes, answers.compared.codes)
    assert len(gc.get_objects()) - before < 10 * 2_000
    assert view.grid.table.rowCount() == view.grid.table.columnCount() == 2_000


def test_the_answers_of_a_mode_are_those_that_were_handed_over() -> None:
    changes = matrix("\\ !\n- \\")

    assert shown(changes).matrix("changes") is changes
    assert shown().matrix("changes") is None
