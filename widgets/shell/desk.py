"""The window as commands see it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from widgets.shell.beside import Beside
from widgets.shell.sheet_tabs import MAP, MATRIX
from workbench.commands.desk import Dialog, Question, View
from workbench.drawing.colours import Theme
from workbench.editor import Editor
from workbench.model.element import ElementId, Kind
from workbench.progress import Progress
from workbench.storage.claim import Holder
from workbench.storage.clip import Clip
from workbench.storage.files import SUFFIX
from workbench.storage.opening import Opened
from workbench.storage.safekeeping import Safekeeping
from workbench.storage.sealing import Key
from workbench.texts import Language, Text, text

if TYPE_CHECKING:
    from widgets.shell.window import MainWindow


class WindowDesk:
    """Answers commands with the window's parts."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._beside = Beside(window)

    @property
    def editor(self) -> Editor:
        """The open design."""
        return self._window.editor

    @property
    def path(self) -> Path | None:
        """Its file."""
        return self._window.path

    @property
    def holder(self) -> Holder | None:
        """Who else has the file open."""
        return self._window.holder

    @property
    def keeping(self) -> Safekeeping:
        """What keeps the design safe."""
        return self._window.keeping

    @property
    def is_busy(self) -> bool:
        """Whether something is being done beside the window."""
        return self._beside.is_busy

    @property
    def may_close(self) -> bool:
        """Whether nothing is being done that the window has to stay for."""
        return not self._beside.blocks

    @property
    def sheet(self) -> ElementId | None:
        """The sheet in front, None while address map or matrix is."""
        return self._window.rooms.tabs.current

    @property
    def view(self) -> View:
        """The canvas in front."""
        return self._window.rooms.area

    @property
    def language(self) -> Language:
        """The language of the window."""
        return self._window.look.language

    @property
    def theme(self) -> Theme:
        """The theme of the window."""
        return self._window.look.theme

    @property
    def panels_hidden(self) -> bool:
        """Whether the sheet stands alone."""
        return self._window.panels.hidden

    @property
    def map_shown(self) -> bool:
        """Whether the address map is in front."""
        return self._window.rooms.area.map_in_front

    def show_map(self, shown: bool) -> None:
        """Brings the address map to the front, or the sheet again."""
        self._window.rooms.show_whole(MAP, shown)

    @property
    def matrix_shown(self) -> bool:
        """Whether the matrix is in front."""
        return self._window.rooms.area.matrix_in_front

    def show_matrix(self, shown: bool) -> None:
        """Brings the matrix to the front, or the sheet again."""
        self._window.rooms.show_whole(MATRIX, shown)

    @property
    def traffic_shown(self) -> bool:
        """Whether security sheets show what passes and is not wanted."""
        return self._window.rooms.traffic is not None and self._window.rooms.traffic.is_on

    def show_traffic(self, shown: bool) -> None:
        """Shows on security sheets what passes and is not wanted, or takes it away."""
        from widgets.shell.traffic import TrafficShown

        rooms = self._window.rooms
        if rooms.traffic is None:
            rooms.traffic = TrafficShown(rooms, self.say)
        rooms.traffic.turn(shown)

    @property
    def page_shown(self) -> str:
        """The page that is in front."""
        return self._window.rooms.area.page_in_front.lstrip("\0")

    def show_page(self, page: str, shown: bool) -> None:
        """Brings a page to the front, or the sheet again."""
        self._window.rooms.show_whole(f"\0{page}", shown)

    @property
    def table_shown(self) -> bool:
        """Whether the plan table is in front."""
        shown = self._window.rooms.area.map
        return self.map_shown and shown is not None and shown.parts.shown != "map"

    def show_table(self, shown: bool) -> None:
        """Shows the plan table below the map, or the map alone again."""
        self.show_map(True)
        area = self._window.rooms.area
        assert area.map
        if shown:
            area.map.parts.show_table()
        else:
            area.map.parts.show_part("map")
        (area.map.parts.table if shown and area.map.parts.table else area.map).setFocus()

    def go_to_part(self, forward: bool) -> None:
        """Gives the keys to the next part, or to the one before."""
        from widgets.shell.reading import go_to_part

        rooms = self._window.rooms
        parts = (self._window.top_row, rooms.navigator, rooms.area, *rooms.at_right, rooms.findings)
        go_to_part(parts, forward)

    def ask_path(self) -> None:
        """Opens the panel in which paths are asked for."""
        from widgets.shell.path_asking import open_panel

        open_panel(self._window)

    def ask_between(self, source: ElementId, target: ElementId, port: str) -> None:
        """Asks for the path from one party to another; without a port the line waits for one."""
        from widgets.shell.path_asking import ask_between

        ask_between(self._window, source, target, port)

    def go_to_tab(self, by: int) -> None:
        """Brings a tab further on to the front, round at both ends."""
        bar = self._window.rooms.tabs.bar
        if bar.count():
            bar.setCurrentIndex((bar.currentIndex() + by) % bar.count())

    def hide_panels(self, hidden: bool) -> None:
        """Shows the sheet alone, or the panels again."""
        self._window.panels.hide(hidden)

    def speak(self, language: Language) -> None:
        """Puts every word into a language."""
        self._window.look.speak(language)

    def wear(self, theme: Theme) -> None:
        """Paints everything in a theme."""
        self._window.look.wear(theme)

    def say(self, words: Text) -> None:
        """Shows what was done in the status bar."""
        self._window.status.say(words)

    def show_error(self, words: Text) -> None:
        """Shows what could not be done."""
        from widgets.qt.dialogs import told

        self._window.status.say(words, wrong=True)
        told(self._window.look, words, self._window)

    def ask(self, question: Question) -> str:
        """The user's answer."""
        from widgets.qt.dialogs import asked

        return asked(self._window.look, question, self._window)

    def beside(
        self,
        job: Callable[[Progress], Any],
        says: Text,
        then: Callable[[Any], object] = lambda result: None,
        free: bool = False,
    ) -> Any:
        """What a job gives."""
        return self._beside.do(job, says, then, free)

    def afterwards(self, do: Callable[[], object]) -> None:
        """Does something once nothing is done beside the window."""
        self._beside.afterwards(do)

    def settle(self) -> None:
        """Waits until nothing is done beside the window."""
        self._beside.settle()

    def unlock(self, name: str, attempt: Callable[[str], Opened]) -> Opened | None:
        """What the right password gives."""
        from widgets.shell.password_dialog import unlocked

        found: Opened | None = unlocked(self._window.look, name, attempt, self._window)
        return found

    def ask_key(self) -> tuple[bool, Key | None]:
        """The key of the password the user chose."""
        from widgets.shell.password_dialog import asked_key

        return asked_key(self._window.look, self.keeping.key is not None, self._window)

    def ask_file(self, purpose: Literal["open", "save"], suggested: Path | None = None) -> Path | None:
        """A file the user picked."""
        from widgets.qt.ask_path import ask_design, ask_where_to_save

        look, window = self._window.look, self._window
        if purpose == "open":
            start = suggested or Path.home()
            return ask_design(look, text("Open a design"), start, SUFFIX, window)
        start = suggested or Path.home() / f"design{SUFFIX}"
        return ask_where_to_save(look, text("Save the design"), start, SUFFIX, window)

    def ask_image(self) -> Path | None:
        """A file with an image that the user picked."""
        from widgets.qt.ask_path import ask_image

        return ask_image(self._window.look, text("Insert a picture"), self._window)

    def copy_out(self, clip: Clip) -> None:
        """Puts elements on the clipboard."""
        from widgets.qt import clipboard

        clipboard.copy_out(clip)

    def clipboard(self) -> Clip:
        """What the clipboard holds."""
        from widgets.qt import clipboard

        return clipboard.clipboard()

    def lay_out(self, opened: Opened | None) -> None:
        """Shows a design in place of the present one."""
        from workbench.patterns import begun

        self._window.lay_out(opened or Opened(begun("empty", "standard")))

    def saved_as(self, path: Path) -> None:
        """Notes where the design lives now."""
        self._window.path = path
        self._window.tell_title()
        self._window.acts.remember()

    def open_window(self, path: Path | None = None) -> None:
        """Another window is a program of its own: what happens to one leaves the other alone."""
        from PySide6.QtCore import QProcess

        program = str(Path(__file__).parents[2] / "main.py")
        started, _ = QProcess.startDetached(sys.executable, [program, *([str(path)] if path else [])])
        if not started:
            self.show_error(text("Another window could not be opened. Start the program once more."))

    def show_dialog(self, name: Dialog) -> None:
        """Opens a dialog."""
        from widgets.shell.dialogs import opened

        opened(name, self._window)

    def show_help(self, page: str = "") -> None:
        """Opens the book beside the window."""
        from widgets.shell.help_dialog import help_of, page_for

        help_of(self._window).open_at(page or page_for(self._window))

    def draw(self, kind: Kind) -> None:
        """Takes the tool that draws a kind."""
        self._window.rooms.area.take(f"draw:{kind.tag}")

    def show_sheet(self, sheet: ElementId) -> None:
        """Brings a sheet to the front."""
        self._window.rooms.tabs.show_sheet(sheet)
