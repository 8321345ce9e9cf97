"""Rows from a spreadsheet: every row with what becomes of it, then all of them in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
)

from widgets.fonts import font_for
from widgets.qt.choice_box import ChoiceBox
from widgets.qt.work import Work
from widgets.shell.import_table import ImportTable, StateDelegate
from workbench.importers.plan import FATE_WORDS, Fate
from workbench.importers.table.plan import RowsPlan, plan_rows
from workbench.importers.table.sheet import Table, fitting_kinds, table_in
from workbench.model.element import KINDS, ElementId, Kind
from workbench.texts import Text, text

if TYPE_CHECKING:
    from widgets.shell.window import MainWindow

SIZE: Final = (900, 560)
SHOWN: Final[tuple[Fate, ...]] = ("refused", "new", "changed", "same")
HEADS: Final = (text("State"), text("Row and name"), text("What becomes of it"))


def open_over(window: MainWindow) -> None:
    """Shows what would become of the rows on the clipboard; says so where there is no table or no fitting head."""
    table = table_in(window.desk.clipboard().plain)
    if table is None or not fitting_kinds(table):
        window.desk.say(
            text("The first row names no field of any kind. Begin with heads such as name, block, zone.")
        )
        return
    RowsDialog(window, table).exec()


class RowsDialog(QDialog):
    """Kind and place above, the rows below, Add at the end."""

    def __init__(self, window: MainWindow, table: Table) -> None:
        super().__init__(window)
        self._window, self._rows, self.look = window, table, window.look
        self.plan: RowsPlan | None = None
        self._work: Work | None = None
        self.setWindowTitle(self.look.said(text("Paste rows")))
        room = window.size()
        self.resize(min(SIZE[0], room.width() - 40), min(SIZE[1], room.height() - 60))
        self.kind, self.parent_box = ChoiceBox(self.look, self), ChoiceBox(self.look, self)
        self.table = ImportTable(self.look, self, HEADS)
        self.view = self._view()
        self.toggles = {fate: self._toggle(fate) for fate in SHOWN}
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        self.add = QPushButton(self)
        self.add.setProperty("weight", "primary")
        self.close_button = QPushButton(self.look.said(text("Cancel")), self)
        self._assemble()
        self._offer_kinds()

    @property
    def chosen_kind(self) -> Kind:
        """What the rows become."""
        return KINDS[self.kind.currentData()]

    def read(self) -> None:
        """Reads the rows beside the window; the last reading asked for is shown."""
        design, rows, kind = self._window.editor.design, self._rows, self.chosen_kind
        parent: ElementId | None = self.parent_box.currentData()
        self.plan = None
        self.add.setEnabled(False)
        if self._work:
            self._work.done.disconnect()
            self._work.wait()
        self._work = Work(lambda progress: plan_rows(design, rows, kind, parent), self)
        self._work.done.connect(self._show)
        self._work.failed.connect(lambda wrong: self._window.acts.faults.tell(wrong, text("Paste rows")))
        self._work.start()

    def done(self, result: int) -> None:
        """Ends the dialog once nothing is read any more."""
        if self._work:
            self._work.wait()
        super().done(result)

    def _show(self, plan: RowsPlan) -> None:
        self.plan = plan
        counts = plan.counts()
        for fate, toggle in self.toggles.items():
            toggle.setText(f"{counts[fate]:,} {self.look.said(FATE_WORDS[fate])}")
        self._narrow()
        count = len(plan.elements)
        self.add.setText(self.look.said(text("Put rows in: {count}", count=count)))
        self.add.setEnabled(count > 0)
        self.state.setText(self.look.said(self._verdict(plan)))

    def bring_in(self) -> None:
        """Puts the rows in as one step, selects them and closes."""
        plan, window = self.plan, self._window
        if plan is None or not plan.elements:
            return
        count, kind = len(plan.elements), self.chosen_kind
        window.editor.perform(text("Paste {count} rows: {kind}", count=count, kind=kind.plural), plan.edit)
        window.desk.view.reveal([element.id for element in plan.elements])
        window.desk.say(
            text(
                "Put in {count} rows: {kind} · {keys} takes it back",
                count=count,
                kind=kind.plural,
                keys="Ctrl Z",
            )
        )
        self.accept()

    def _verdict(self, plan: RowsPlan) -> Text:
        refused = plan.counts()["refused"]
        if plan.unknown:
            heads = list(plan.unknown)
            return text(
                "Left out: {count}. Heads that nothing is known of: {heads}.", count=refused, heads=heads
            )
        if refused:
            return text("Left out: {count}.", count=refused)
        return text("Every row can be put in.")

    def _offer_kinds(self) -> None:
        for kind in fitting_kinds(self._rows):
            self.kind.addItem(self.look.said(kind.label), kind.tag)
        self._kind_chosen()

    def _kind_chosen(self) -> None:
        """Offers the places that elements of the kind may stand in; the selected one where it fits."""
        design, kind = self._window.editor.design, self.chosen_kind
        places = [id for tag in kind.inside for id in sorted(design.index.kinds.get(tag, ()))]
        self.parent_box.clear()
        self.parent_box.addItem(self.look.said(text("as the rows say")), None)
        for id in places:
            self.parent_box.addItem(self.look.said(design[id].title()), id)
        self.parent_box.setEnabled(bool(places))
        near = [
            id for one in self._window.editor.selection for id in (one, *(e.id for e in design.above(one)))
        ]
        chosen = next((id for id in near if id in places), places[0] if len(places) == 1 else None)
        self.parent_box.setCurrentIndex(places.index(chosen) + 1 if chosen else 0)
        self.read()

    def _narrow(self) -> None:
        wanted = frozenset(fate for fate, toggle in self.toggles.items() if toggle.isChecked())
        self.table.show(self.plan.items if self.plan else (), wanted)

    def _toggle(self, fate: Fate) -> QToolButton:
        toggle = QToolButton(self)
        toggle.setCheckable(True)
        toggle.setChecked(True)
        toggle.setProperty("role", "edge")
        toggle.toggled.connect(self._narrow)
        return toggle

    def _view(self) -> QTableView:
        view = QTableView(self)
        view.setModel(self.table)
        view.setItemDelegateForColumn(0, StateDelegate(self.look, view))
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(24)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        view.setColumnWidth(0, 110)
        view.setColumnWidth(1, 200)
        view.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        view.setAccessibleName(self.look.said(text("Paste rows")))
        return view

    def _assemble(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(8)
        for at, (label, box) in enumerate(((text("Kind"), self.kind), (text("Stands in"), self.parent_box))):
            box.setAccessibleName(self.look.said(label))
            form.addWidget(QLabel(self.look.said(label), self), 0, 2 * at)
            form.addWidget(box, 0, 2 * at + 1)
            form.setColumnStretch(2 * at + 1, 1)
        counts, foot = QHBoxLayout(), QHBoxLayout()
        for toggle in self.toggles.values():
            counts.addWidget(toggle)
        counts.addStretch(1)
        foot.addWidget(self.state, 1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.add)
        head = QLabel(self.look.said(text("What becomes of the rows")), self)
        head.setFont(font_for(head.text(), 16, 600))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(head)
        column.addLayout(form)
        column.addLayout(counts)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self.kind.activated.connect(self._kind_chosen)
        self.parent_box.activated.connect(self.read)
        self.close_button.clicked.connect(self.reject)
        self.add.clicked.connect(self.bring_in)
        self.add.setDefault(True)
