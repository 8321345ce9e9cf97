"""What stands above the changes: the version that is compared with, what is listed, and how far the computing is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Signal

from widgets.look import Look
from widgets.qt.choice_box import ChoiceBox
from widgets.qt.page_head import HIGH, PageHead
from widgets.qt.search_box import SearchBox
from widgets.qt.segments import Segments
from workbench.reachability.changes import TURNS, Turn
from workbench.reachability.changes_said import SAID
from workbench.searching import Sought
from workbench.texts import Sayable, Text, text

TITLE: Final = text("What changed")
WIDE: Final = 220


class Version(NamedTuple):
    """Something the design can be compared with; `key` is its own."""

    key: str
    name: Sayable


class ChangesHead(PageHead):
    """A box of versions, segments for what became of pairs, and a search box."""

    picked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, TITLE)
        self.versions = ChoiceBox(look, self)
        self.versions.setFixedSize(WIDE, HIGH)
        names: tuple[Text, ...] = (text("All", key="changes.all"), *(SAID[turn] for turn in TURNS))
        self.turns = Segments(look, text("Change", key="changes.head.turn"), names, self)
        self.search = SearchBox(look, text("Search names", key="changes.search"), self)
        self.search.setFixedSize(150, HIGH)
        self.lay(self.versions, self.turns, self.search)
        self._offered: tuple[Version, ...] = ()
        self.versions.activated.connect(lambda at: self.picked.emit(self._offered[at].key))
        self.turns.picked.connect(self.narrowed)
        self.search.textChanged.connect(self.narrowed)

    def offer(self, versions: Sequence[Version], picked: str) -> None:
        """Shows what can be compared with, and which of it is."""
        self._offered = tuple(versions)
        self.versions.clear()
        for one in versions:
            self.versions.addItem(self._look.said(one.name))
        keys = [one.key for one in versions]
        self.versions.setCurrentIndex(keys.index(picked) if picked in keys else 0)

    @property
    def turn(self) -> Turn | None:
        """The turn that is listed, None for all."""
        return (None, *TURNS)[self.turns.at]

    @property
    def sought(self) -> Sought:
        """The names that are looked for."""
        return Sought(self.search.text())

    def retell(self) -> None:
        super().retell()
        at = self.versions.currentIndex()
        for place, one in enumerate(self._offered):
            self.versions.setItemText(place, self._look.said(one.name))
        self.versions.setCurrentIndex(at)
        self.versions.setAccessibleName(self._look.said(text("Compared with")))
        self.versions.setToolTip(self._look.said(text("The version that the design is compared with")))
