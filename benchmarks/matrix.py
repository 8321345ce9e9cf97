"""The matrix at 2,000 by 2,000 beside a plain QTableView that shows the same texts, as ratios of one run.

Run from the checkout: `python -m benchmarks matrix`. The goal is 2 or less for each: a wheel step, and a frame after a
jump that shows all cells anew.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView

from widgets.look import Look
from widgets.matrix.grid import Grid
from widgets.matrix.model import NOWHERE, Index, MatrixTable
from widgets.matrix.shown import Shown
from widgets.matrix.view import MatrixView
from widgets.matrix.zoom import CELL, Zoom
from workbench.model.design import Design
from workbench.model.elements.application import Application
from workbench.reachability.matrix import STATES, Matrix
from workbench.words import Words

PARTIES, FRAMES = 2_000, 25
WIDTH, HEIGHT = 1920, 1080
PORTS = ("443", "8443", "3306", "all", "22, 443, 8080", "22", "8080", "6514", "53, 123")
GOAL = 2.0


class Ports(Mapping[tuple[int, int], str]):
    """What passes between all: a text for each pair without four million entries."""

    def __getitem__(self, pair: tuple[int, int]) -> str:
        return PORTS[(pair[0] * 31 + pair[1] * 17) % len(PORTS)]

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return ((row, column) for row in range(PARTIES) for column in range(PARTIES))

    def __len__(self) -> int:
        return PARTIES**2


class PlainTable(QAbstractTableModel):
    """The same texts as a model that somebody writes in a minute."""

    def __init__(self, table: MatrixTable) -> None:
        super().__init__()
        self._table = table

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else PARTIES

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else PARTIES

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.lettering(index.row(), index.column())
        return None


def answers() -> tuple[Design, Shown]:
    """Applications of which a third reach each other, and some that differ from what is wanted."""
    dice = np.random.default_rng(7)
    shares = [0.0, 0.33, 0.63, 0.01, 0.01, 0.01, 0.01]
    codes = dice.choice(len(STATES), (PARTIES, PARTIES), p=shares).astype(np.uint8)
    np.fill_diagonal(codes, 0)
    ids = tuple(f"a{number:04}" for number in range(PARTIES))
    design = Design.of(
        [Application(id=id, name=Words(en=f"Application {id}", zh=f"应用 {id}")) for id in ids]
    )
    matrix = Matrix(ids, codes, Ports())
    return design, Shown("domains", matrix, matrix)


def peer(grid: Grid) -> QTableView:
    """A plain view of the same size."""
    view = QTableView()
    view.setModel(PlainTable(grid.table))
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.horizontalHeader().setMinimumSectionSize(1)
    view.verticalHeader().setMinimumSectionSize(1)
    view.resize(grid.size())
    view.show()
    return view


def milliseconds(frame: Callable[[int], None], frames: int) -> float:
    """The middle of the times of some frames, after two that warm up."""
    times = []
    for number in range(frames + 2):
        start = perf_counter()
        frame(number)
        times.append((perf_counter() - start) * 1000)
    return median(times[2:])


def wheeling(view: QTableView, frames: int) -> float:
    """A step of the wheel until it is painted."""
    for bar in (view.verticalScrollBar(), view.horizontalScrollBar()):
        bar.setValue(0)
    QApplication.processEvents()
    at = QPointF(view.viewport().rect().center())
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase

    def step(number: int) -> None:
        event = QWheelEvent(
            at,
            view.viewport().mapToGlobal(at),
            QPoint(),
            QPoint(0, -120),
            none,
            Qt.KeyboardModifier.NoModifier,
            phase,
            False,
        )
        QApplication.sendEvent(view.viewport(), event)
        QApplication.processEvents()

    return milliseconds(step, frames)


def jumping(view: QTableView, frames: int) -> float:
    """A frame that shows all cells anew, in both directions."""
    down, across = view.verticalScrollBar(), view.horizontalScrollBar()

    def jump(number: int) -> None:
        down.setValue((number * 7919) % max(down.maximum(), 1))
        across.setValue((number * 104729) % max(across.maximum(), 1))
        QApplication.processEvents()

    return milliseconds(jump, frames)


def main() -> None:
    """Prints each goal with what was measured."""
    application = QApplication.instance() or QApplication([])
    assert application
    view = MatrixView(Look())
    view.resize(WIDTH, HEIGHT)
    view.show()
    design, shown = answers()
    start = perf_counter()
    view.show_matrix(design, shown)
    opened = perf_counter() - start
    QApplication.processEvents()
    print(f"{PARTIES:,} x {PARTIES:,} in {WIDTH} x {HEIGHT}: shown in {opened * 1000:.0f} ms")
    plain = peer(view.grid)
    for zoom, frames in ((CELL, FRAMES), (Zoom(22), FRAMES), (Zoom(8), 5)):
        view.grid.zoom_to(zoom)
        plain.horizontalHeader().setDefaultSectionSize(zoom.wide)
        plain.verticalHeader().setDefaultSectionSize(zoom.high)
        QApplication.processEvents()
        for what, measure in (("wheel step", wheeling), ("all cells anew", jumping)):
            mine, theirs = measure(view.grid, frames), measure(plain, frames)
            verdict = "reached" if mine <= GOAL * theirs else "missed"
            ratio = f"ratio {mine / theirs:5.2f}, goal {GOAL:.0f}: {verdict}"
            print(f"cells {zoom.wide:2} wide, {what:15} {mine:8.2f} {theirs:8.2f} ms   {ratio}")
    for what, work in (
        ("fit", view.grid.fit),
        ("turned", view.turn),
        ("only what differs", view.filters.only.click),
    ):
        start = perf_counter()
        work()
        QApplication.processEvents()
        print(f"{what}: {(perf_counter() - start) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
