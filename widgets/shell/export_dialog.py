"""Export: formats and languages, a folder, and how far it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from widgets.fonts import font_for
from widgets.qt.ask_path import ask_folder
from widgets.qt.line import Line
from widgets.qt.sizes import fit_to_screen
from widgets.qt.switch import Switch
from widgets.qt.work import Work
from workbench.exporters import Painter, exporters
from workbench.rules.finding import MARKS
from workbench.texts import LANGUAGES, Language, Text, text
from workbench.words import counted

if TYPE_CHECKING:
    from widgets.shell.window import MainWindow

NAMES: Final[dict[Language, Text]] = {"en": text("English"), "zh": text("Chinese")}


def open_over(window: MainWindow) -> None:
    """Shows the dialog."""
    ExportDialog(window).exec()


class ExportDialog(QDialog):
    """Left what to make, right what was made; progress and Cancel in the same place."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        from workbench.exporters.export import languages_of

        self._window, self.look = window, window.look
        self._work: Work | None = None
        self._asked = ""
        self.setWindowTitle(self.look.said(text("Export")))
        fit_to_screen(self, 760, 480)
        self.formats = {id: self._switch(one.title) for id, one in exporters().items()}
        self.languages = {language: self._switch(NAMES[language]) for language in LANGUAGES}
        for language in languages_of(window.editor.design):
            self.languages[language].setChecked(True)
        self.folder = Line(str((window.path.parent if window.path else Path.home()) / "out"), self)
        self.files = QPlainTextEdit(self)
        self.files.setReadOnly(True)
        self.files.setTabChangesFocus(True)
        self.folder.setAccessibleName(self.look.said(text("Folder")))
        self.files.setAccessibleName(self.look.said(text("Files made")))
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.state = QLabel(self._about(), self)
        self.state.setWordWrap(True)
        self.make = self._button(text("Export"), "primary")
        self.leave = self._button(text("Close"))
        self.browse = self._button(text("Choose…"))
        self._assemble()
        self._settle()

    def begin(self) -> None:
        """Makes the files beside the window."""
        from workbench.exporters.export import export

        design, folder = self._window.editor.design, Path(self.folder.text().strip()).expanduser()
        targets = [id for id, switch in self.formats.items() if switch.isChecked()]
        spoken = [language for language, switch in self.languages.items() if switch.isChecked()]
        self._work = Work(lambda progress: export(design, targets, spoken, folder, _painter, progress), self)
        self._work.progressed.connect(lambda share: self.bar.setValue(round(share * 1000)))
        self._work.done.connect(self._done)
        self._work.failed.connect(self._failed)
        self._work.stopped.connect(self._stopped)
        self.state.setText(self.look.said(text("Making the files…")))
        self._settle()
        self._work.start()

    def reject(self) -> None:
        """Stops the work, or closes where none is done."""
        if self._work:
            self._work.stop()
        else:
            super().reject()

    def _done(self, paths: list[Path]) -> None:
        self._work = None
        sized = [f"{path.name}   {path.stat().st_size / 1024:,.0f} kB" for path in paths]
        self.files.setPlainText("\n".join(sized))
        said = text("{count} files were written to {folder}.", count=len(paths), folder=self.folder.text())
        self.state.setText(self.look.said(said))
        self._window.desk.say(said)
        self._settle()

    def _failed(self, wrong: Exception) -> None:
        from workbench.cli.failures import sentence

        self._work = None
        self.state.setText(self.look.said(sentence(wrong)))
        self._settle()

    def _stopped(self) -> None:
        self._work = None
        self.state.setText(self.look.said(text("Stopped. Nothing was written.")))
        self._settle()

    def _settle(self) -> None:
        """Enables what can be picked now."""
        going = self._work is not None
        for switch in (*self.formats.values(), *self.languages.values()):
            switch.setEnabled(not going)
        wanting = self._wanting()
        self.make.setEnabled(not going and wanting is None)
        self.make.setToolTip(self.look.said(wanting) if wanting else "")
        if wanting or self.state.text() == self._asked:
            self._asked = self.look.said(wanting) if wanting else self._about()
            self.state.setText(self._asked)
        self.bar.setVisible(going)
        self.leave.setText(self.look.said(text("Cancel") if going else text("Close")))

    def _wanting(self) -> Text | None:
        """Why nothing can be made yet."""
        if not any(switch.isChecked() for switch in self.formats.values()):
            return text("Choose a format at the left.")
        if not any(switch.isChecked() for switch in self.languages.values()):
            return text("Choose a language at the left.")
        return None if self.folder.text().strip() else text("Name the folder that takes the files.")

    def _about(self) -> str:
        from widgets.findings.wanted import NAMES

        counts = self._window.rooms.findings.list.table.counts
        told = [counted(counts[mark], NAMES[mark]) for mark in MARKS if counts[mark]]
        name = self._window.path.stem if self._window.path else self.look.said(text("New design"))
        if not told:
            return self.look.said(text("{name}: no findings will be printed.", name=name))
        return self.look.said(text("{name}: {findings} will be printed.", name=name, findings=told))

    def _assemble(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(2)
        for title, switches in ((text("Formats"), self.formats), (text("Languages"), self.languages)):
            left.addWidget(self._title(title))
            for switch in switches.values():
                left.addWidget(switch)
            left.addSpacing(10)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self._title(text("Folder")))
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse)
        right.addLayout(place)
        right.addWidget(self._title(text("Files")))
        right.addWidget(self.files, 1)
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addLayout(left)
        middle.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.state, 1)
        foot.addWidget(self.leave)
        foot.addWidget(self.make)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addLayout(middle, 1)
        column.addWidget(self.bar)
        column.addLayout(foot)
        for switch in (*self.formats.values(), *self.languages.values()):
            switch.toggled.connect(self._settle)
        self.make.clicked.connect(self.begin)
        self.leave.clicked.connect(self.reject)
        self.browse.clicked.connect(self._browse)
        self.folder.textChanged.connect(self._settle)

    def _browse(self) -> None:
        found = ask_folder(self.look, text("Folder"), Path(self.folder.text()), self)
        if found:
            self.folder.setText(str(found))

    def _switch(self, words: Text) -> Switch:
        switch = Switch(self.look, self)
        switch.setText(self.look.said(words))
        return switch

    def _title(self, words: Text) -> QLabel:
        label = QLabel(self.look.said(words), self)
        label.setFont(font_for(label.text(), 12, 600))
        return label

    def _button(self, words: Text, weight: str = "plain", parent: QWidget | None = None) -> QPushButton:
        button = QPushButton(self.look.said(words), self)
        button.setProperty("weight", weight)
        return button


def _painter() -> Painter:
    from widgets.painting import QtPainter

    return QtPainter()
