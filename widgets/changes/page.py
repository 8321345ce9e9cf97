"""The page of changes: which pairs the design opens and closes beside the version that is picked."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from widgets.changes.head import TITLE, ChangesHead
from widgets.changes.model import ChangesTable, Compared
from widgets.look import Look
from widgets.qt.listed_page import ListedPage
from workbench.reachability.changes_said import change_said, counts_said
from workbench.texts import Text, text

WIDTHS: Final = (150, 180, 180, 130, 140, 140)


class ChangesPage(ListedPage):
    """Every pair with other verdicts than before."""

    version_picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self.chooser, self.rows = ChangesHead(look), ChangesTable(look)
        super().__init__(look, self.chooser, self.rows, WIDTHS, parent)
        self.chooser.picked.connect(self.version_picked)
        self.retell()

    def show_changes(self, compared: Compared) -> None:
        """Shows what differs."""
        self.rows.compared = compared
        self.tell_stage("complete")
        self.narrow()

    @property
    def title(self) -> Text:
        return TITLE

    def why_empty(self) -> Text | None:
        if self.rows.compared is None:
            return None
        if len(self.rows.compared.changes):
            return text("Nothing is left by these filters.")
        return text("Nobody reaches anybody else than before.")

    def counted(self) -> Text:
        return counts_said(self.rows.compared.changes) if self.rows.compared else text("Not run yet.")

    def narrow(self) -> None:
        self.rows.narrow(self.chooser.turn, self.chooser.sought)
        self.stand_on(None)

    def tell_detail(self, row: int) -> None:
        one = self.rows.compared
        assert one is not None
        self.detail.tell(change_said(self.rows.change(row), one.before, one.after), ())

    def packet(self, row: int) -> tuple[str, str, str, int]:
        source, target, protocol, port = self.rows.change(row).asked
        return source, target, protocol, port

    def element(self, row: int) -> str:
        return self.rows.change(row).target
