"""Traffic that differs from what is wanted, on the security sheets of a window: computed beside it, anew after edits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QObject

from widgets.canvas.traffic import Pair
from widgets.matrix.words import ports_in_cell
from widgets.qt.ending import Ending
from widgets.qt.work import Work
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.progress import Progress
from workbench.reachability.matrix import STATES, Matrix, State
from workbench.texts import Language, Text, spoken, text

if TYPE_CHECKING:
    from widgets.shell.rooms import Rooms

SHOWN: Final[tuple[State, ...]] = ("open", "shut", "partial", "unknown")
"""The states that are painted, the ones that matter most last, so that they lie on top."""


class TrafficShown(QObject):
    """Paints the pairs that differ on every security sheet while it is turned on."""

    def __init__(self, rooms: Rooms, say: Callable[[Text], None]) -> None:
        super().__init__(rooms)
        self._rooms, self._say = rooms, say
        self._work: Work | None = None
        self._matrix: Matrix | None = None
        self._differing: list[tuple[int, int]] = []
        self._answered: Design | None = None
        self.is_on = False
        self.destroyed.connect(Ending(rooms.editor.subscribe(self._changed)))

    def turn(self, on: bool) -> None:
        """Turns it on or off."""
        self.is_on = on
        if on:
            self._follow()
        self.tell()

    def tell(self) -> None:
        """Gives the sheet in front what it shows, in its language."""
        canvas = self._rooms.area.canvas
        if canvas is not None:
            wanted = self.is_on and canvas.shows == "security"
            canvas.above.traffic.show(self._pairs(canvas.language) if wanted else ())

    def _pairs(self, language: Language) -> list[Pair]:
        matrix = self._matrix
        if matrix is None:
            return []
        return [
            Pair(
                matrix.parties[row],
                matrix.parties[column],
                matrix.state(row, column),
                spoken(ports_in_cell(ports), language) if (ports := matrix.ports(row, column)) else "",
            )
            for row, column in self._differing
        ]

    def _changed(self, change: Change) -> None:
        if self.is_on:
            self._follow()

    def _follow(self) -> None:
        design = self._rooms.editor.design
        if self._work or design is self._answered:
            return
        # Without a parent it outlives a window that is closed meanwhile, and then tells nobody.
        self._work = Work(lambda progress: self._found(design, progress))
        self._work.done.connect(self._done)
        self._work.failed.connect(self._failed)
        self._work.start()

    def _found(self, design: Design, progress: Progress) -> tuple[Design, Matrix, list[tuple[int, int]]]:
        """In the worker: the matrix of the security domains, and the cells that are painted."""
        from workbench.reachability.keeper import KEEPER

        matrix = KEEPER.drawn(design, progress).matrices.compared
        return design, matrix, differing(matrix)

    def _done(self, answer: tuple[Design, Matrix, list[tuple[int, int]]]) -> None:
        self._work = None
        self._answered, self._matrix, self._differing = answer
        self.tell()
        if self.is_on:
            self._say(self._said(self._matrix.counts()))
            self._follow()

    def _said(self, counts: Mapping[State, int]) -> Text:
        """How many pairs differ, and how many of them the sheet in front shows: not every party has a box there."""
        told = text(
            "Between security domains: {open} open and not wanted, {shut} wanted and shut,"
            " {partial} in part, {unknown} unknown",
            open=counts["open"],
            shut=counts["shut"],
            partial=counts["partial"],
            unknown=counts["unknown"],
        )
        canvas, total = self._rooms.area.canvas, len(self._differing)
        sheet = self._rooms.editor.design.get(self._rooms.tabs.current)
        if canvas is None or sheet is None or canvas.shows != "security" or canvas.drawing is None:
            return told
        shown = len(canvas.above.traffic.pairs)
        if shown == total:
            return told
        return text(
            "{told}; {shown} of {total} stand on the sheet {sheet}",
            told=told,
            sheet=sheet.title(),
            shown=shown,
            total=total,
        )

    def _failed(self, wrong: Exception) -> None:
        """What breaks in a thread is a fault of the program, and told like one."""
        self._work = None
        raise wrong


def differing(matrix: Matrix) -> list[tuple[int, int]]:
    """The cells that are painted, in the order of `SHOWN` from its end."""
    places = [np.argwhere(matrix.codes == STATES.index(state)) for state in reversed(SHOWN)]
    return [(row, column) for found in places for row, column in found.tolist()]
