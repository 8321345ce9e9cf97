"""Import: the folder, then every item with what becomes of it, then one edit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

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
from widgets.qt.ask_path import ask_folder
from widgets.qt.choice_box import ChoiceBox
from widgets.qt.line import Line
from widgets.qt.sizes import fit_to_screen
from widgets.qt.work import Work
from widgets.shell.import_list import ImportList
from workbench.importers.plan import FATES, ImportPlan
from workbench.reference import regions
from workbench.texts import Text, text

if TYPE_CHECKING:
    from widgets.shell.window import MainWindow

SIZE: Final = (960, 640)


def open_over(window: MainWindow) -> None:
    """Asks for a folder and shows what would become of it."""
    start = window.path.parent if window.path else Path.home()
    folder = ask_folder(window.look, text("Import a folder of configuration files"), start, window)
    if folder:
        ImportDialog(window, folder).exec()


class ImportDialog(QDialog):
    """A dry run that can be made real: account and region above, the items, Import."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        self._plan: ImportPlan | None = None
        self._work: Work | None = None
        self.look = window.look
        self.setWindowTitle(self.look.said(text("Import {folder}", folder=folder.name)))
        fit_to_screen(self, *SIZE)
        self.account, self.region = Line(self), ChoiceBox(self.look, self)
        self.items = ImportList(self.look, FATES, self)
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        self.bring = QPushButton(self.look.said(text("Import")), self)
        self.bring.setProperty("weight", "primary")
        self.close_button = QPushButton(self.look.said(text("Cancel")), self)
        self._assemble()
        self.read()

    def read(self) -> None:
        """Reads the folder beside the window and shows what would become of it."""
        from workbench.importers.accelerator import plan_import

        design, folder = self._window.editor.design, self._folder
        account, region = self.account.text().strip() or None, self.region.currentData()
        self.bring.setEnabled(False)
        self.state.setText(self.look.said(text("Reading {folder}…", folder=folder.name)))
        self._work = Work(lambda progress: plan_import([folder], design, account, lambda file: region), self)
        self._work.done.connect(self._show)
        self._work.failed.connect(self._failed)
        self._work.start()

    def bring_in(self) -> None:
        """Does the plan as one step and closes."""
        plan = self._plan
        if plan is None or plan.edit is None:
            return
        count = plan.counts()["new"] + plan.counts()["changed"]
        title = text("Import {folder}", folder=self._folder.name)
        self._window.editor.perform(title, plan.edit)
        self._window.desk.say(
            text("Imported {count} elements · {keys} takes it back", count=count, keys="Ctrl Z")
        )
        self.accept()

    def done(self, result: int) -> None:
        """Ends the dialog once nothing is read any more."""
        if self._work:
            self._work.wait()
        super().done(result)

    def _show(self, plan: ImportPlan) -> None:
        self._plan = plan
        counts = plan.counts()
        self.items.tell(plan.items, counts)
        fresh = counts["new"] + counts["changed"]
        self.bring.setEnabled(plan.edit is not None and fresh > 0)
        self.state.setText(self.look.said(self._verdict(plan, fresh)))

    def _verdict(self, plan: ImportPlan, fresh: int) -> Text:
        if plan.edit is None:
            return text(
                "{count} items are refused, so nothing is imported. Mend what is refused, or take it out of the folder.",
                count=len(plan.refusals),
            )
        if not fresh:
            return text("The design holds all of this already.")
        return text("{count} elements will be added or changed in one step.", count=fresh)

    def _failed(self, wrong: Exception) -> None:
        from workbench.cli.failures import sentence

        self.state.setText(self.look.said(sentence(wrong)))

    def _assemble(self) -> None:
        look = self.look
        self.account.setPlaceholderText(look.said(text("named after the folder")))
        self.region.addItem(look.said(text("stay without one")), None)
        for region in regions().values():
            self.region.addItem(f"{look.said(region.name)}  {region.id}", region.id)
        form = QGridLayout()
        form.setHorizontalSpacing(8)
        form.setColumnStretch(1, 1)
        form.setColumnStretch(3, 1)
        asked = ((text("Owning account"), self.account), (text("Files that name no region"), self.region))
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

    def _account_named(self) -> None:
        if self.account.isModified():
            self._again()

    def _again(self) -> None:
        self.account.setModified(False)
        if self._work:
            self._work.wait()
        self.read()

    def _label(self, words: Text, parent: QWidget | None = None) -> QLabel:
        return QLabel(self.look.said(words), self)
