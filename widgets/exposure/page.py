"""The page of the exposure: a list with filters, and below it the row that is picked with its path."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtWidgets import QWidget

from planners.reachability.network import INTERNET
from widgets.exposure.filters import TITLE, ExposureFilters
from widgets.exposure.model import ExposureTable, Listed, listed
from widgets.look import Look
from widgets.qt.answering import Answering
from widgets.qt.listed_page import ListedPage
from workbench.editor import Editor
from workbench.model.design import Design
from workbench.model.elements.internet import Internet
from workbench.progress import Progress, part
from workbench.texts import Sayable, Text, text

WIDTHS: Final = (140, 165, 60, 90, 190, 165, 165)


class ExposurePage(ListedPage):
    """Everything that the internet reaches, and everything that reaches the internet."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self.filters, self.rows = ExposureFilters(look), ExposureTable(look)
        self._design: Design | None = None
        super().__init__(look, self.filters, self.rows, WIDTHS, parent)
        self.retell()

    def show_rows(self, design: Design, rows: tuple[Listed, ...]) -> None:
        """Shows the rows of a design; what was picked stays picked where it is still there."""
        before = self.current
        self._design, self.rows.every = design, rows
        self.tell_stage("complete")
        self._show(before)

    @property
    def title(self) -> Text:
        return TITLE

    def why_empty(self) -> Text | None:
        if self.rows.every:
            return text("Nothing is left by these filters.")
        if self._design is not None:
            return text("Nothing reaches the internet, and the internet reaches nothing.")
        return None

    def counted(self) -> Text:
        return text("{shown} of {count} ways", shown=self.rows.rowCount(), count=len(self.rows.every))

    def narrow(self) -> None:
        self._show(self.current)

    def _show(self, before: Listed | None) -> None:
        self.rows.narrow(self.filters.wanted)
        self.filters.count(self.rows.every)
        self.stand_on(self.rows.place_of(before.row) if before else None)

    def tell_detail(self, row: Listed) -> None:
        self.detail.tell(row.sentence, tuple(_lines(row)))

    def packet(self, row: Listed) -> tuple[str, str, str, int]:
        """The packet of a row; the internet is the one that is drawn, where one is."""
        drawn = (
            next((one.id for one in self._design.of_kind(Internet)), INTERNET) if self._design else INTERNET
        )
        source, target = (drawn if id == INTERNET else id for id in row.row.asked[:2])
        return source, target, row.row.asked.protocol, row.row.asked.port

    def element(self, row: Listed) -> str:
        return row.row.party


def _lines(row: Listed) -> Iterator[Sayable]:
    words = row.words
    yield text(
        "{wanted} · through {edge} · {guard}", wanted=words.wanted, edge=words.through, guard=words.guard
    )
    yield text("Path: {path}", path=words.path)
    belongs = [part for part in (words.owner, words.account, words.environment, words.data_class) if part]
    if belongs:
        yield text("Belongs to: {names}", names=belongs)
    for fact in row.row.facts:
        yield text("Still to be said: {fact}", fact=fact)


def follow(editor: Editor, page: ExposurePage) -> Answering:
    """Has a page show the exposure of the design, computed beside the window while it is seen."""
    from workbench.reachability.exposure import exposed
    from workbench.reachability.keeper import KEEPER

    def rows(design: Design, progress: Progress) -> tuple[Listed, ...]:
        one = KEEPER.known(design, part(progress, 0.0, 0.5))
        return listed(design, exposed(one, part(progress, 0.5, 1.0)))

    return Answering(editor, page, lambda design: lambda progress: rows(design, progress), page.show_rows)
