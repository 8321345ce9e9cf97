"""Import: a folder or a table, then every item with what becomes of it, then one edit of those that are picked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from widgets.fonts import font_for
from widgets.qt.ask_path import ask_folder, ask_table
from widgets.qt.choice_box import ChoiceBox
from widgets.qt.line import Line
from widgets.qt.sizes import fit_to_screen
from widgets.qt.work import Job, Work
from widgets.shell.import_list import ImportList
from workbench.edits import Edit
from workbench.importers.addresses.grids import SUFFIXES
from workbench.importers.addresses.terraform import SUFFIX
from workbench.importers.plan import FATES, ImportItem, ImportPlan
from workbench.importers.sources import holds_tables
from workbench.model.design import Design
from workbench.reference import regions
from workbench.texts import Text, text

if TYPE_CHECKING:
    from widgets.shell.window import MainWindow

SIZE: Final = (960, 640)
PLACE: Final = 260


def open_table_over(window: MainWindow) -> None:
    """Asks for an address plan and shows what would become of it."""
    start = window.path.parent if window.path else Path.home()
    table = ask_table(window.look, text("Import an address plan"), start, (*SUFFIXES, SUFFIX), window)
    if table:
        ImportDialog(window, table).exec()


def open_over(window: MainWindow) -> None:
    """Asks for a folder and shows what would become of it."""
    start = window.path.parent if window.path else Path.home()
    folder = ask_folder(window.look, text("Import a folder of configuration files"), start, window)
    if folder:
        ImportDialog(window, folder).exec()


class Made(NamedTuple):
    """What an edit made of a design, beside the window."""

    before: Design
    after: Design
    edit: Edit
    items: int


def _made(plan: ImportPlan, picked: tuple[ImportItem, ...], design: Design) -> Made:
    """What becomes of a design by what is picked, or by all of a plan where nothing can be picked."""
    edit = plan.picked(picked) if plan.picked else plan.edit
    assert edit
    after = edit(design)
    # Its indexes are made here, where nobody waits for them.
    assert after.index
    return Made(design, after, edit, len(picked) if plan.picked else len(plan.proposals))


class ImportDialog(QDialog):
    """A dry run that can be made real: account and region above, the items, Import."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        # What a folder holds is found out beside the window.
        self._is_table = folder.is_file() and holds_tables(folder)
        self._plan: ImportPlan | None = None
        self._work: Work | None = None
        self.look = window.look
        self.setWindowTitle(self.look.said(text("Import {folder}", folder=folder.name)))
        fit_to_screen(self, *SIZE)
        self.account, self.region = Line(self), ChoiceBox(self.look, self)
        self.items = ImportList(self.look, FATES, self, place=PLACE)
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        self.bring = QPushButton(self.look.said(text("Import")), self)
        self.bring.setProperty("weight", "primary")
        self.close_button = QPushButton(self.look.said(text("Cancel")), self)
        self._assemble()
        self.read()

    def read(self) -> None:
        """Reads the source beside the window and shows what would become of it."""
        from workbench.importers.sources import plan_sources

        design, folder = self._window.editor.design, self._folder
        account, region = self.account.text().strip() or None, self.region.currentData()
        self.bring.setEnabled(False)
        self.state.setText(self.look.said(text("Reading {folder}…", folder=folder.name)))
        self._begin(
            lambda progress: plan_sources([folder], design, account, lambda file: region, region, progress),
            self._show,
        )

    def bring_in(self) -> None:
        """Makes what is picked beside the window, then does it as one step and closes."""
        plan, design = self._plan, self._window.editor.design
        if plan is None or not self.bring.isEnabled():
            return
        picked = self.items.picked()
        self.bring.setEnabled(False)
        self.state.setText(self.look.said(text("Importing…")))
        self._begin(lambda progress: _made(plan, picked, design), self._perform)

    def done(self, result: int) -> None:
        """Ends the dialog once nothing is read any more."""
        self._end_work()
        super().done(result)

    def _perform(self, made: Made) -> None:
        title = text("Import {folder}", folder=self._folder.name)
        # What was made from another design than the one there is now is made anew.
        self._window.editor.perform(title, lambda now: made.after if now is made.before else made.edit(now))
        self._window.desk.say(
            text("Imported {count} elements · {keys} takes it back", count=made.items, keys="Ctrl Z")
        )
        self.accept()

    def _begin(self, job: Job, then: Callable[[Any], None]) -> None:
        self._end_work()
        self._work = Work(job, self)
        self._work.done.connect(then)
        self._work.failed.connect(self._failed)
        self._work.progressed.connect(self._tell_progress)
        self._work.start()

    def _end_work(self) -> None:
        """Stops what is being read and waits for it; what it still says is heard by nobody."""
        if self._work:
            for signal in (self._work.done, self._work.failed, self._work.progressed):
                signal.disconnect()
            self._work.stop()
            self._work.wait()
            self._work = None

    def _tell_progress(self, share: float) -> None:
        said = text("Reading {folder}… {percent} %", folder=self._folder.name, percent=int(share * 100))
        self.state.setText(self.look.said(said))

    @property
    def _fresh(self) -> int:
        return len(self._plan.proposals) if self._plan else 0

    def _show(self, plan: ImportPlan) -> None:
        self._end_work()
        self._plan = plan
        self.items.let_pick(plan.picked is not None)
        self.items.tell(plan.items, plan.counts())
        self._tell_picks()

    def _tell_picks(self) -> None:
        """Says how much would be done, and lets it be done where that is anything."""
        if self._plan is None:
            return
        count = len(self.items.picked()) if self._plan.picked else self._fresh
        self.bring.setEnabled(count > 0 and (self._plan.picked or self._plan.edit) is not None)
        self.state.setText(self.look.said(self._verdict(self._plan, count)))

    def _verdict(self, plan: ImportPlan, count: int) -> Text:
        if plan.picked and plan.refusals:
            return text(
                "{count} of {all} are picked and will be done in one step. {refused} rows are refused and stay out: "
                "mend them in the file and import it again.",
                count=count,
                all=self._fresh,
                refused=len(plan.refusals),
            )
        if plan.edit is None:
            return text(
                "{count} items are refused, so nothing is imported. Mend what is refused, or take it out of the folder.",
                count=len(plan.refusals),
            )
        if not self._fresh:
            return text("The design holds all of this already.")
        if plan.picked:
            return text(
                "{count} of {all} are picked and will be done in one step.", count=count, all=self._fresh
            )
        return text("{count} elements will be added or changed in one step.", count=count)

    def _failed(self, wrong: Exception) -> None:
        from workbench.cli.failures import sentence

        self.state.setText(self.look.said(sentence(wrong)))

    def _assemble(self) -> None:
        look = self.look
        unnamed = text("stay without an account") if self._is_table else text("named after the folder")
        self.account.setPlaceholderText(look.said(unnamed))
        self.region.addItem(look.said(text("stay without one")), None)
        for region in regions().values():
            self.region.addItem(f"{look.said(region.name)}  {region.id}", region.id)
        form = QGridLayout()
        form.setHorizontalSpacing(8)
        form.setColumnStretch(1, 1)
        form.setColumnStretch(3, 1)
        without = text("Rows that name no region") if self._is_table else text("Files that name no region")
        asked = ((text("Owning account"), self.account), (without, self.region))
        for at, (words, field) in enumerate(asked):
            named = self._label(words)
            named.setBuddy(field)
            field.setAccessibleName(named.text())
            form.addWidget(named, 0, 2 * at)
            form.addWidget(field, 0, 2 * at + 1)
        self.account.editingFinished.connect(self._account_named)
        self.region.activated.connect(self._again)
        foot = QHBoxLayout()
        foot.addWidget(self.state, 1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.bring)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        head = self._label(text("What becomes of {folder}", folder=self._folder.name))
        head.setFont(font_for(head.text(), 16, 600))
        self.items.view.setAccessibleName(head.text())
        column.addWidget(head)
        column.addLayout(form)
        column.addWidget(self.items, 1)
        column.addLayout(foot)
        self.close_button.clicked.connect(self.reject)
        self.bring.clicked.connect(self.bring_in)
        self.items.table.picks_changed.connect(self._tell_picks)

    def _account_named(self) -> None:
        if self.account.isModified():
            self._again()

    def _again(self) -> None:
        self.account.setModified(False)
        self.read()

    def _label(self, words: Text, parent: QWidget | None = None) -> QLabel:
        return QLabel(self.look.said(words), self)
