"""Help: a book of pages beside the window; a list that is searched at the left, the page at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from widgets.fonts import font
from widgets.look import Look
from widgets.navigator.delegate import RowDelegate
from widgets.navigator.model import ID
from widgets.qt.picker import Pick, PickList
from widgets.qt.search_box import SearchBox
from widgets.qt.sizes import fit_to_screen
from workbench.help import Page, pages
from workbench.texts import LANGUAGES, text

if TYPE_CHECKING:
    from widgets.shell.window import MainWindow

SIZE: Final = (880, 620)
LIST: Final = 300
FIRST: Final = "first-steps"
SCHEME: Final = "page"


def help_of(window: MainWindow) -> HelpDialog:
    """The one book of a window."""
    return window.findChild(HelpDialog) or HelpDialog(window)


def page_for(window: MainWindow) -> str:
    """The page of the finding in hand, else of the kind of what is selected, else the first."""
    listed = window.rooms.findings.list
    finding = listed.table.at(listed.currentIndex().row()) if listed.hasFocus() else None
    if finding:
        return f"rule:{finding.rule}"
    element = next((window.editor.design.get(id) for id in window.editor.selection), None)
    return f"kind:{element.kind.tag}" if element else FIRST


class HelpDialog(QDialog):
    """Stays open while one works."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._look: Look = window.look
        self._now = FIRST
        fit_to_screen(self, *SIZE)
        self.search = SearchBox(self._look, text("Search the help"), self)
        self.list = QListView(self)
        self.model_ = PickList(self, most=len(pages()))
        self.list.setModel(self.model_)
        self.list.setItemDelegate(RowDelegate(self._look, self.list))
        self.page = QTextBrowser(self)
        self.page.setOpenLinks(False)
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.page.document().setDocumentMargin(18)
        self._assemble()
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self._take_first)
        self.list.selectionModel().currentChanged.connect(lambda index, _: self._picked(index.data(ID)))
        self.page.anchorClicked.connect(self._follow)
        self._look.changed.connect(self.retell)
        self.retell()

    def open_at(self, id: str) -> None:
        """Shows a page, and the dialog if it is not there yet."""
        self.show_page(id)
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.setFocus()

    def show_page(self, id: str) -> None:
        """Shows a page; the first where there is none of the id."""
        page = pages().get(id) or pages()[FIRST]
        self._now = page.id
        look = self._look
        ink, quiet, accent = (look.colour(name).name() for name in ("text", "text2", "accent"))
        self.page.document().setDefaultStyleSheet(
            f"* {{ color: {ink}; }} h3 {{ margin-top: 12px; margin-bottom: 2px; }} th {{ color: {quiet}; }}"
            f"a {{ color: {accent}; text-decoration: none; }}"
        )
        title, chapter = look.said(page.title), look.said(page.chapter)
        self.page.setHtml(f"<p style='color:{quiet}'>{chapter}</p><h2>{title}</h2>{page.body(look.language)}")
        self.page.setAccessibleName(title)

    def retell(self) -> None:
        """Says everything in the present language and theme."""
        self.setWindowTitle(self._look.said(text("Help")))
        self.list.setAccessibleName(self.windowTitle())
        self.page.setFont(font(13))
        self._narrow(self.search.text())
        self.show_page(self._now)

    def _assemble(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(left)
        split.addWidget(self.page)
        split.setSizes([LIST, SIZE[0] - LIST])
        split.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)

    def _narrow(self, typed: str) -> None:
        self.model_.show([_pick(page, self._look) for page in pages().values()], typed)

    def _take_first(self) -> None:
        first = self.model_.at(0)
        if first:
            self.show_page(first.id)

    def _picked(self, id: object) -> None:
        if isinstance(id, str):
            self.show_page(id)

    def _follow(self, url: QUrl) -> None:
        if url.scheme() == SCHEME:
            self.show_page(url.toString().removeprefix(f"{SCHEME}:"))


def _pick(page: Page, look: Look) -> Pick:
    both = tuple(page.title.said(language) for language in LANGUAGES)
    return Pick(page.id, look.said(page.title), page.symbol, "", (*both, page.also))
