"""Matrices written as squares of letters, and a view that shows one."""

from __future__ import annotations

from typing import Final

import numpy as np
from pytestqt.qtbot import QtBot

from widgets.look import Look
from widgets.matrix.shown import Invariant, Shown
from widgets.matrix.view import MatrixView
from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.reachability.matrix import STATES, Matrix, State
from workbench.texts import Language, text

LETTERS: Final[dict[str, State]] = {
    "\\": "own",
    "+": "allowed",
    "-": "blocked",
    "!": "open",
    "x": "shut",
    "/": "partial",
    "?": "unknown",
}
DESIGN: Final = """
    prod environment letter=P colour=blue
    hr security-domain name.en="HR portal" name.zh=人力门户 environment=prod
    sap security-domain name.en=SAP name.zh=SAP environment=prod
    dev security-domain name.en=Development name.zh=开发
    log security-domain name.en="Log archive" name.zh=日志归档
"""
SQUARE: Final = """
    \\ + - +
    / \\ - +
    - ! \\ x
    - - ? \\
"""
PORTS: Final = {(0, 1): "443", (0, 3): "22, 443, 8080", (1, 0): "443", (1, 3): "all", (2, 1): "443"}
INVARIANTS: Final = (
    Invariant("proved", "INV-03", text("Traffic passes the firewall"), text("proved for 6 pairs")),
    Invariant("broken", "INV-01", text("Development never reaches SAP"), text("witness on 443")),
)


def design() -> Design:
    """Four security domains, two of them in an environment."""
    return sketch(DESIGN)


def matrix(square: str = SQUARE, ports: dict[tuple[int, int], str] | None = None) -> Matrix:
    """The matrix of a square: \\ own, + allowed, - blocked, ! open, x shut, / partial, ? unknown."""
    rows = [[STATES.index(LETTERS[letter]) for letter in line.split()] for line in square.strip().split("\n")]
    ids = ("hr", "sap", "dev", "log")[: len(rows)]
    return Matrix(ids, np.array(rows, np.uint8), PORTS if ports is None else ports)


def shown(changes: Matrix | None = None) -> Shown:
    """The answers for the security domains."""
    return Shown("domains", matrix(), matrix("\\ + - +\n/ \\ - +\n- + \\ -\n- - ? \\"), changes, INVARIANTS)


def many(count: int) -> tuple[Design, Shown]:
    """So many applications, each of which reaches every third."""
    ids = tuple(f"a{number:04}" for number in range(count))
    lines = (f"{id} application name.en={id}" for id in ids)
    places = np.arange(count)
    codes = np.where((places[:, None] + places) % 3 == 0, 1, 2).astype(np.uint8)
    np.fill_diagonal(codes, 0)
    found = Matrix(ids, codes, {})
    return sketch("\n".join(lines)), Shown("domains", found, found)


def view_of(qtbot: QtBot, language: Language = "en", wide: int = 1000, high: int = 760) -> MatrixView:
    """A view in a window of its own that shows nothing yet."""
    view = MatrixView(Look(language, "light"))
    qtbot.addWidget(view)
    view.resize(wide, high)
    view.show()
    qtbot.waitExposed(view)
    return view
