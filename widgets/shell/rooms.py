"""The parts of the window that belong to one design: made anew when another design is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.findings.panel import FindingsPanel
from widgets.inspector.panel import Inspector
from widgets.look import Look
from widgets.navigator.panel import Navigator
from widgets.qt.live_findings import Findings, LiveFindings
from widgets.shell.banner import Banner
from widgets.shell.sheet_area import SheetArea
from widgets.shell.sheet_tabs import MAP, MATRIX, SheetTabs
from workbench.editor import Editor
from workbench.model.change import Change
from workbench.model.element import ElementId
from workbench.model.elements.sheet import Sheet

if TYPE_CHECKING:
    from widgets.paths.panel import PathPanel
    from widgets.shell.traffic import TrafficShown


class Rooms(QObject):
    """Navigator, sheets, inspector and findings of an editor, each told what changes."""

    changed = Signal()
    selected = Signal()
    failed = Signal(object)

    def __init__(self, editor: Editor, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.editor, self.look = editor, look
        self.tabs = SheetTabs(editor, look)
        self.area = SheetArea(editor, look)
        self.navigator = Navigator(editor, look)
        self.inspector = Inspector(editor, look)
        self.findings = FindingsPanel(editor, look)
        self.path: PathPanel | None = None
        self.traffic: TrafficShown | None = None
        """Made when somebody first asks for a path."""
        self.live = LiveFindings(editor.design, self)
        self.middle = QWidget()
        column = QVBoxLayout(self.middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.banner = Banner(look, editor.read_only, self.middle)
        for part in (self.banner, self.tabs, self.area):
            column.addWidget(part, 1 if part is self.area else 0)
        self._ends: list[Callable[[], None]] = [
            editor.subscribe(self._changed),
            editor.subscribe_selection(self._selected),
        ]
        self.live.posted.connect(self._found)
        self.live.failed.connect(self.failed)
        self.tabs.picked.connect(self._sheet_picked)
        self.tabs.whole_picked.connect(self._whole_picked)
        self.area.revealed.connect(self.reveal)
        self.navigator.revealed.connect(self.reveal)
        self.navigator.sheet_picked.connect(self.tabs.show_sheet)
        self.findings.revealed.connect(self.reveal_all)
        self.inspector.waiving.connect(self.findings.ask_waiver)
        self._furnished = self._is_over = False

    @property
    def at_right(self) -> tuple[QWidget, ...]:
        """The parts to the right of the sheet, in the order they are read."""
        return (self.path, self.inspector) if self.path else (self.inspector,)

    def furnishing(self) -> Iterator[None]:
        """Shows sheet and inspector, one after the other: what may wait until the window has been seen."""
        self._furnished = True
        sheet = self.tabs.current
        self.area.show_sheet(sheet)
        self.area.focus()
        yield
        self.inspector.show_sheet(sheet)
        self.selected.emit()
        yield
        self.live.start()

    def stop_or_resume(self) -> None:
        """Stops the checks where they run, else goes on with them."""
        if self.findings.is_checking:
            self.live.cancel()
        else:
            self.live.resume()

    def take_down(self) -> None:
        """Takes everything out of the window, for another design."""
        self.end()
        for part in (self.navigator, *self.at_right, self.findings, self.middle, self):
            part.deleteLater()

    def end(self) -> None:
        """Stops listening and checking."""
        self._is_over = True
        for end in self._ends:
            end()
        self.live.end()

    def retelling(self) -> Iterator[None]:
        """Shows everything in the present language and theme, one part after the other."""
        for part in (self.area, self.tabs, self.navigator, self.inspector, self.findings, self.banner):
            part.retell()
            yield
        if self.path:
            self.path.retell()
        if self.traffic:
            self.traffic.tell()

    def reveal(self, id: ElementId) -> None:
        """Selects an element and shows its place, on another sheet where this one does not draw it."""
        self.reveal_all((id,))

    def reveal_all(self, ids: tuple[ElementId, ...]) -> None:
        """Selects elements and shows the place of the first."""
        here = [id for id in ids if id in self.editor.design]
        if not here:
            return
        element = self.editor.design[here[0]]
        if isinstance(element, Sheet):
            self.tabs.show_sheet(element.id)
            return
        if not self.area.shows(element.id):
            self._go_to_sheet_of(element.id)
        self.area.reveal(here)

    def _go_to_sheet_of(self, id: ElementId) -> None:
        from widgets.navigator.sheets import sheets_of

        kind = self.editor.design[id].kind
        current = self.editor.design.get(self.tabs.current, Sheet)
        fitting = [sheet for sheet in sheets_of(self.editor.design) if sheet.shows in kind.stands]
        if fitting and (current is None or current.shows not in kind.stands):
            self.tabs.show_sheet(fitting[0].id)

    def show_whole(self, tab: str, shown: bool) -> None:
        """Brings address map or matrix to the front, or the sheet that was there before."""
        if shown:
            self.tabs.show_whole(tab)
        else:
            self.tabs.leave(tab)
        self.area.focus()

    def _sheet_picked(self, sheet: str) -> None:
        if not self._furnished:
            return
        self.area.show_sheet(sheet or None)
        self.inspector.show_sheet(sheet or None)
        if self.traffic:
            self.traffic.tell()
        self.selected.emit()

    def _whole_picked(self, tab: str) -> None:
        if tab == MAP:
            self.area.show_map()
        elif tab == MATRIX:
            self.area.show_matrix()
        else:
            self.area.show_page(tab)
        self.inspector.show_sheet(None)
        self.selected.emit()

    def _changed(self, change: Change) -> None:
        self.live.follow(change, self.editor.design)
        if any(isinstance(element, Sheet) for pair in change.pairs() for element in pair):
            self.tabs.retell()
            self.area.forget(element.id for element in change.removed if isinstance(element, Sheet))
        self.navigator.follow(change)
        self.inspector.follow(change)
        self.changed.emit()

    def _selected(self, ids: tuple[ElementId, ...]) -> None:
        self.navigator.choose(ids)
        self.inspector.show_selection()
        self.findings.narrow()
        self.selected.emit()

    def _found(self, told: Findings) -> None:
        # What the thread told last may come after everything was taken down.
        if self._is_over:
            return
        self.findings.tell(told)
        if told.state == "complete":
            self.area.mark(told.marks)
            self.navigator.mark(told.marks)
            self.inspector.show_findings(told.found)
