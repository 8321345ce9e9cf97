"""The pages that stand in place of a sheet and list what the design says: made when they are first shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from widgets.qt.work import Work
from widgets.shell.sheet_tabs import CHANGES, EXPOSURE
from workbench.texts import text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from widgets.changes.following import Comparing
    from widgets.look import Look
    from widgets.qt.listed_page import ListedPage
    from widgets.shell.sheet_area import SheetArea
    from workbench.editor import Editor
    from workbench.model.design import Design


class Pages:
    """The pages of a design by their tabs."""

    def __init__(self, editor: Editor, look: Look, area: SheetArea) -> None:
        self._editor, self._look, self._area = editor, look, area
        self._made: dict[str, ListedPage] = {}

    def tab_of(self, shown: QWidget | None) -> str:
        """The tab of a page; empty where it is none."""
        return next((tab for tab, page in self._made.items() if page is shown), "")

    def shown_in(self, stack: QStackedWidget, tab: str) -> ListedPage:
        """The page of a tab in a stack, which follows the design from now on."""
        if tab not in self._made:
            page = self._made[tab] = MADE[tab](self._editor, self._look, self._area)
            page.picked.connect(lambda id: self._editor.select((id,)))
            page.revealed.connect(self._area.revealed)
            page.asked.connect(lambda *asked: self._area.drilled.emit(*asked[:2], _passing(*asked[2:])))
            stack.addWidget(page)
        return self._made[tab]

    def retell(self) -> None:
        """Says everything in the present language and theme."""
        for page in self._made.values():
            page.retell()


def _exposure(editor: Editor, look: Look, area: SheetArea) -> ListedPage:
    from widgets.exposure.page import ExposurePage, follow

    page = ExposurePage(look, area)
    follow(editor, page)
    return page


def _changes(editor: Editor, look: Look, area: SheetArea) -> ListedPage:
    from widgets.changes.following import Comparing
    from widgets.changes.page import ChangesPage

    page = ChangesPage(look, area)
    comparing = Comparing(editor, page)
    comparing.said.connect(area.said)
    comparing.file_wanted.connect(lambda: _ask_file(comparing, look, area))
    return page


MADE: Final[Mapping[str, "Callable[[Editor, Look, SheetArea], ListedPage]"]] = {
    EXPOSURE: _exposure,
    CHANGES: _changes,
}


def _passing(protocol: str, port: int) -> str:
    """What passes as it is typed into the line of a question."""
    if protocol == "icmp":
        return protocol
    return str(port) if protocol == "tcp" else f"{protocol} {port}"


def _ask_file(comparing: Comparing, look: Look, area: SheetArea) -> None:
    """Has a file picked, read beside the window, and compared with."""
    from widgets.qt.ask_path import ask_design
    from workbench.storage.files import SUFFIX

    path = ask_design(look, text("Compare with a design"), Path.home(), SUFFIX, area.window())
    if path is None:
        return
    work = Work(lambda progress: _read(path), comparing)
    work.done.connect(lambda design: comparing.compare_with(design, path.name))
    work.failed.connect(lambda wrong: area.said.emit(_why(path, wrong)))
    work.start()


def _read(path: Path) -> Design:
    from workbench.storage.files import open_design

    return open_design(path).design


def _why(path: Path, wrong: Exception) -> object:
    reason = getattr(wrong, "text", None) or str(wrong)[:200]
    return text("{path} was not read: {reason}", path=path.name, reason=reason)
