"""Security domains from flows: a list to be read, points to pick from, what the picked one changes, then one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
)

from planners.domains import BadFlows
from widgets.fonts import font_for
from widgets.qt.doing import Doing
from widgets.qt.headed_table import headed_view
from widgets.qt.segments import Segments
from widgets.qt.sizes import fit_to_screen
from widgets.qt.switch import Switch
from widgets.synthesis.chart import CurveChart
from widgets.synthesis.found import Found, Works, listed_told, verdict, worked_out
from widgets.synthesis.listing import SORTS, Sort, lines_of
from widgets.synthesis.pins import Pins
from widgets.synthesis.rows import row_of
from widgets.synthesis.tables import (
    ELEMENT,
    LINE_WIDTHS,
    POINT_WIDTHS,
    LinesTable,
    PointsTable,
)
from widgets.synthesis.wished import freed, kept_apart, pinned
from workbench.importers.addresses.grids import SUFFIXES
from workbench.importers.plan import Refused
from workbench.model.element import ElementId
from workbench.model.elements.application import Application
from workbench.progress import Progress
from workbench.reachability.synthesis import Wishes, realise_edit, realised
from workbench.texts import Text, text

if TYPE_CHECKING:
    from widgets.shell.window import MainWindow

SIZE: Final = (1080, 760)
MIDDLE: Final = 1
"""The point that is worked out first: few rules, and little over-permitted."""
TOP, LOW_TOP = 156, 126
"""The height of points and chart, and that in a dialog lower than `LOW`, whose lists need the room."""
LOW: Final = 620


def open_over(window: MainWindow) -> None:
    """Shows the dialog and begins with the flows of the design."""
    SynthesisDialog(window).exec()


class SynthesisDialog(QDialog):
    """The curve above, lists of the picked point below; nothing is done before Apply."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self.look = window, window.look
        self.path: Path | None = None
        self.wishes = Wishes()
        self.found: Found | None = None
        self._picked = MIDDLE
        self.setWindowTitle(self.look.said(text("Security domains from flows")))
        fit_to_screen(self, *SIZE)
        self.list_button = self._button(text("Read a flow list…"))
        self.list_label = self._label(11)
        self.points = PointsTable(self.look, self)
        self.points_view = headed_view(self.points, POINT_WIDTHS, self)
        self.chart = CurveChart(self.look, self)
        self.bar = QProgressBar(self)
        self.state = self._label(13, 600)
        self.segments = Segments(self.look, text("Lists of the point"), tuple(SORTS.values()), self)
        self.lines = LinesTable(self.look, self)
        self.lines_view = headed_view(self.lines, LINE_WIDTHS, self)
        self.pins = Pins(self.look, self)
        self.beyond = Switch(self.look, self)
        self.beyond.setText(self.look.said(text("Change ACLs, boundaries and tables in the way too")))
        self.apart = Switch(self.look, self)
        self.apart.setText(self.look.said(text("Own tables for environments in transit routers")))
        self.close_button = self._button(text("Cancel"))
        self.again_button = self._button(text("Work out"))
        self.apply_button = self._button(text("Apply"), "primary")
        parts = self.bar, self.state, self.close_button
        self._doing = Doing(
            self, self.look, parts, done=self._done, failed=self._failed, stopped=self._stopped
        )
        self._assemble()
        self._join()
        if window.editor.design.of_kind(Application):
            self.work_out()
        else:
            self._show(
                None, text("The design has no applications. Insert some, or read in a list of them, first.")
            )

    @property
    def working(self) -> bool:
        """Whether something is being worked out."""
        return self._doing.is_going

    @property
    def sort(self) -> Sort:
        """The list that is shown."""
        return tuple(SORTS)[self.segments.at]

    def read_list(self, path: Path) -> None:
        """Takes the flows of a file beside those of the design, and works everything out anew."""
        self.path = path
        self.work_out()

    def work_out(self) -> None:
        """Works out the curve and the picked point, beside the window."""
        design, path, wishes = self._window.editor.design, self.path, self.wishes
        picked, works = self._picked, self._works()
        self._begin(lambda progress: worked_out(design, path, wishes, picked, works, progress))

    def work_point_out(self) -> None:
        """Works out another point of the curve that is there, or the same with other wishes beside groups."""
        found = self.found
        if found is None:
            return
        picked, works = self._picked, self._works()
        self._begin(lambda progress: found._replace(point=works(found.curved, picked, progress)))

    def _works(self) -> Works:
        """How a point is worked out, by the switches as they are now."""
        return partial(realised, beyond=self.beyond.isChecked(), apart=self.apart.isChecked())

    def apply(self) -> None:
        """Carries out the picked point as one step and closes."""
        if self.found is None or self.working:
            return
        point = self.found.point
        change = self._window.editor.perform(text("Security domains from flows"), realise_edit(point))
        if not change:
            self.state.setText(
                self.look.said(text("Nothing changes, or the design has changed since. Work it out again."))
            )
            return
        self._window.desk.say(
            text(
                "{domains} security domains with {groups} groups · {keys} takes it back",
                domains=len(point.homes),
                groups=len(point.groups.made),
                keys="Ctrl Z",
            )
        )
        self.accept()

    def reject(self) -> None:
        self._doing.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.points_view.hasFocus():
            self.apply()
            return
        super().keyPressEvent(event)

    def _begin(self, job: Callable[[Progress], Found]) -> None:
        if self.working:
            return
        self._doing.begin(job)
        self._show(self.found, text("Working out domains, groups and who reaches whom…"))

    def _done(self, found: Found) -> None:
        self._picked = found.point.point
        self._show(found)
        self.points_view.setFocus()

    def _failed(self, wrong: Exception) -> None:
        if isinstance(wrong, Refused):
            self.path = None
            self._show(self.found, wrong.text)
        elif isinstance(wrong, BadFlows):
            reason = Text(wrong.told.pattern, tuple(wrong.told.values.items()))
            self._show(self.found, text("The pins contradict each other: {reason}", reason=reason))
        else:
            self._show(None)
            self._window.acts.faults.tell(wrong, text("Security domains from flows"))

    def _stopped(self) -> None:
        self._show(None, text("Not run: you stopped it. Work it out again, or close."))

    def _show(self, found: Found | None, says: Text | None = None) -> None:
        """Shows what was worked out, or what is going on."""
        self.found = found
        going = self.working
        # What takes its place again must not let everything below it jump.
        self.bar.setValue(0)
        self.bar.setVisible(going)
        for one in (
            self.list_button,
            self.again_button,
            self.points_view,
            self.beyond,
            self.apart,
            self.pins,
        ):
            one.setEnabled(not going)
        self.close_button.setEnabled(True)
        self.apply_button.setEnabled(found is not None and not going)
        self.apply_button.setDefault(found is not None)
        figures = (
            [found.curved.figures(number) for number in range(len(found.curved.points))] if found else []
        )
        self.points.show_rows(figures)
        self.chart.show_points(figures, self._picked if found else -1)
        if found:
            self._mark_picked()
        self.list_label.setText(self.look.said(listed_told(found, self.path)))
        self.state.setText(self.look.said(says or verdict(found)))
        self._show_lines()

    def _mark_picked(self) -> None:
        model = self.points_view.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        model.blockSignals(True)
        model.setCurrentIndex(self.points.index(self._picked, 0), flags.ClearAndSelect | flags.Rows)
        model.blockSignals(False)

    def _show_lines(self) -> None:
        """Shows the list that is picked."""
        found = self.found
        lines = lines_of(self.sort, found.point, self.wishes, found.listed) if found else []
        self.lines.show_list(self.sort, lines)
        self.pins.setVisible(self.sort == "domains")
        self.lines_view.setAccessibleName(self.look.said(SORTS[self.sort]))
        if found:
            self.pins.offer([home.title for home in found.point.homes])

    def _point_picked(self) -> None:
        picked = self.points_view.currentIndex().row()
        if self.found and picked >= 0 and picked != self._picked:
            self._picked = picked
            self.work_point_out()

    def _chosen(self) -> list[ElementId]:
        """The applications that are picked in the list."""
        rows = self.lines_view.selectionModel().selectedRows()
        return [id for row in rows if (id := row.data(ELEMENT))]

    def _wish(self, wished: Callable[[Wishes, Sequence[ElementId]], Wishes]) -> None:
        """Works everything out anew where the picked applications are wished otherwise than before."""
        chosen = self._chosen()
        if self.sort != "domains" or not chosen:
            return
        wishes = wished(self.wishes, chosen)
        if wishes is not self.wishes:
            self.wishes = wishes
            self.work_out()

    def _ask_list(self) -> None:
        from widgets.qt.ask_path import ask_table

        path = ask_table(self.look, text("Read a flow list"), Path.home(), SUFFIXES, self)
        if path:
            self.read_list(path)

    def _join(self) -> None:
        self.list_button.clicked.connect(self._ask_list)
        self.again_button.clicked.connect(self.work_out)
        self.apply_button.clicked.connect(self.apply)
        self.close_button.clicked.connect(self.reject)
        self.segments.picked.connect(lambda at: self._show_lines())
        self.points_view.selectionModel().currentRowChanged.connect(lambda *_: self._point_picked())
        for switch in (self.beyond, self.apart):
            switch.toggled.connect(lambda on: self.work_point_out())
        self.pins.pinned.connect(lambda name: self._wish(partial(pinned, domain=name)))
        self.pins.kept_apart.connect(lambda: self._wish(kept_apart))
        self.pins.freed.connect(lambda: self._wish(freed))

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        head = QLabel(self.look.said(text("Few security domains, and what each over-permits")), self)
        head.setFont(font_for(head.text(), 16, 600))
        head.setVisible(self.height() >= LOW)
        column.addWidget(head)
        column.addLayout(row_of(self.list_button, self.list_label, stretch=self.list_label))
        column.addLayout(self._curve())
        column.addWidget(self.state)
        column.addWidget(self.bar)
        column.addLayout(row_of(self.segments, None))
        column.addWidget(self.lines_view, 1)
        column.addWidget(self.pins)
        column.addLayout(
            row_of(self.beyond, self.apart, None, self.again_button, self.close_button, self.apply_button)
        )
        kept = self.bar.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(kept)
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.look.said(text("Working out domains, groups and who reaches whom…")))

    def _curve(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.points_view, 1)
        row.addWidget(self.chart)
        for part in (self.points_view, self.chart):
            part.setFixedHeight(TOP if self.height() >= LOW else LOW_TOP)
        self.points_view.setAccessibleName(self.look.said(text("Points of the curve")))
        return row

    def _button(self, label: Text, weight: str = "plain") -> QPushButton:
        made = QPushButton(self.look.said(label), self)
        made.setProperty("weight", weight)
        made.setAutoDefault(weight == "primary")
        return made

    def _label(self, size: int, weight: int = 400) -> QLabel:
        label = QLabel(self)
        label.setFont(font_for("", size, weight))
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return label
