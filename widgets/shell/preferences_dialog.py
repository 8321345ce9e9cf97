"""Preferences: language, colours, size, own symbols, and what new designs begin with. Everything holds at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
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
from widgets.shell.figure_list import FigureList
from widgets.shell.run import system_language, system_theme
from workbench.preferences import SCALES, NotKept, prefer, preferences, reset
from workbench.storage import places
from workbench.texts import Text, text

if TYPE_CHECKING:
    from widgets.shell.window import MainWindow

LANGUAGES: Final = (("", text("as the system")), ("zh", text("Chinese")), ("en", text("English")))
THEMES: Final = (("", text("as the system")), ("light", text("Light")), ("dark", text("Dark")))
WIDE: Final = 680


def open_over(window: MainWindow) -> None:
    """Shows the dialog."""
    PreferencesDialog(window).exec()


class PreferencesDialog(QDialog):
    """One line a preference; each is kept as soon as it is changed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._look = window, window.look
        self.setMinimumWidth(WIDE)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(14)
        self.grid.setVerticalSpacing(8)
        self.grid.setColumnStretch(1, 1)
        self.language = self._choice(LANGUAGES)
        self.theme = self._choice(THEMES)
        self.scale = self._choice(tuple((scale, text("{percent} %", percent=scale)) for scale in SCALES))
        self.symbols, self.browse = Line(self), QPushButton(self)
        self.author = Line(self)
        self.figures = FigureList(self._look, self)
        self.wrong = QLabel(self)
        self.wrong.setWordWrap(True)
        self.reset_button, self.close_button = QPushButton(self), QPushButton(self)
        self._labels: list[tuple[QLabel, Text]] = []
        self._named: list[tuple[QWidget, Text]] = []
        self._assemble()
        self._listen()
        self._look.changed.connect(self.retell)
        self.show_preferences()
        self.retell()

    def show_preferences(self) -> None:
        """Shows what is preferred now."""
        liked = preferences()
        for box, value in (
            (self.language, liked.language),
            (self.theme, liked.theme),
            (self.scale, liked.scale),
        ):
            box.blockSignals(True)
            box.setCurrentIndex(box.findData(value))
            box.blockSignals(False)
        self.symbols.setText(liked.symbols)
        self.author.setText(liked.author)
        self.figures.show_figures(liked.figures)

    def retell(self) -> None:
        """Says everything in the present language."""
        said = self._look.said
        self.setWindowTitle(said(text("Preferences")))
        for label, words in self._labels:
            label.setText(said(words))
        for field, words in self._named:
            field.setAccessibleName(said(words))
        for box, choices in ((self.language, LANGUAGES), (self.theme, THEMES)):
            for place, (_, words) in enumerate(choices):
                box.setItemText(place, said(words))
        self.browse.setText(said(text("Choose…")))
        self.reset_button.setText(said(text("Reset everything")))
        self.close_button.setText(said(text("Close")))
        self.figures.retell()

    def prefer(self, **fields: Any) -> None:
        """Keeps a preference; what goes wrong is told below."""
        try:
            prefer(**fields)
            self.wrong.setText("")
        except NotKept as wrong:
            self.wrong.setText(self._look.said(wrong.text))

    def go_back(self) -> None:
        """Goes back to the usual preferences in one click."""
        reset()
        self.show_preferences()
        self._dress()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(self.grid)
        self._row(text("Language"), self.language)
        self._row(text("Colours"), self.theme)
        self._row(text("Size of the window's contents"), self.scale, text("Holds from the next start."))
        folder = QHBoxLayout()
        folder.addWidget(self.symbols, 1)
        folder.addWidget(self.browse)
        held = QWidget(self)
        held.setLayout(folder)
        held.setFocusProxy(self.symbols)
        folder.setContentsMargins(0, 0, 0, 0)
        says = text("SVG files named like ours, such as vpc.svg, take their place from the next start.")
        self._row(text("Folder of own symbols"), held, says)
        self._row(text("Made by"), self.author, text("New designs begin with this name on their documents."))
        says = text("New designs begin with these in place of the platform's usual figures.")
        self._row(text("Platform figures"), self.figures, says)
        column.addWidget(self.wrong)
        buttons = QHBoxLayout()
        buttons.addWidget(self.reset_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column.addLayout(buttons)
        self.close_button.setDefault(True)

    def _row(self, label: Text, field: QWidget, says: Text | None = None) -> None:
        at = self.grid.rowCount()
        named = QLabel(self)
        taking = field.focusProxy() or field
        named.setBuddy(taking)
        self._named.append((taking, label))
        self._labels.append((named, label))
        self.grid.addWidget(named, at, 0, Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(field, at, 1)
        if says:
            hint = QLabel(self)
            hint.setWordWrap(True)
            hint.setFont(font_for("", 11))
            self._labels.append((hint, says))
            self.grid.addWidget(hint, at + 1, 1)

    def _listen(self) -> None:
        self.language.activated.connect(self._take_language)
        self.theme.activated.connect(self._take_theme)
        self.scale.activated.connect(lambda _: self.prefer(scale=self.scale.currentData()))
        self.symbols.editingFinished.connect(self._take_folder)
        self.author.editingFinished.connect(lambda: self.prefer(author=self.author.text().strip()))
        self.figures.changed.connect(lambda: self.prefer(figures=self.figures.figures()))
        self.browse.clicked.connect(self._choose_folder)
        self.reset_button.clicked.connect(self.go_back)
        self.close_button.clicked.connect(self.accept)

    def _take_language(self) -> None:
        self.prefer(language=self.language.currentData())
        self._dress()

    def _take_theme(self) -> None:
        self.prefer(theme=self.theme.currentData())
        self._dress()

    def _dress(self) -> None:
        """Goes over to what is preferred, the system's word where nothing is."""
        liked = preferences()
        self._look.speak(liked.language or system_language())
        self._look.wear(liked.theme or system_theme())
        # The window keeps what it wears; here "as the system" is what was chosen.
        self.prefer(language=liked.language, theme=liked.theme)

    def _choose_folder(self) -> None:
        start = Path(self.symbols.text() or Path.home())
        found = ask_folder(self._look, text("Folder of own symbols"), start, self)
        if found:
            self.symbols.setText(str(found))
            self._take_folder()

    def _take_folder(self) -> None:
        folder = self.symbols.text().strip()
        if folder and not places.is_folder(Path(folder)):
            self.wrong.setText(self._look.said(text("{folder} is no folder.", folder=folder)))
            return
        self.prefer(symbols=folder)

    def _choice(self, choices: tuple[tuple[Any, Text], ...]) -> ChoiceBox:
        box = ChoiceBox(self._look, self)
        for value, words in choices:
            box.addItem(self._look.said(words), value)
        return box
