"""The two menus of the findings' head: what to list, and how to group it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from widgets.findings.model import picks
from widgets.findings.wanted import FACETS, GROUPINGS, Facet, Grouping
from widgets.look import Look
from widgets.symbols import icon
from workbench.texts import Text, text
from workbench.words import Words

Facets = Callable[[], dict[Facet, list[tuple[str, Text | Words, int]]]]
LONGEST = 64
"""Letters of an entry before it is cut."""


class _MenuButton(QToolButton):
    """A button that opens a menu; the menu is made when it is opened."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Makes the entries."""
        raise NotImplementedError

    def retell(self) -> None:
        """Says everything again, in the present language and theme."""
        raise NotImplementedError

    def _tell(self, wording: Text, symbol: str) -> None:
        said = self._look.said(wording)
        self.setText(said)
        self.setAccessibleName(said)
        self.menu().setWindowTitle(said)
        self.setIcon(icon(symbol, self._look.theme, 13))


class FilterButton(_MenuButton):
    """Rule, design domain and kind, each with the values that findings have now and their number."""

    def __init__(self, look: Look, facets: Facets, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._facets = facets
        self._picked: dict[Facet, set[str]] = {facet: set() for facet in FACETS}
        self.retell()

    @property
    def picked(self) -> dict[Facet, frozenset[str]]:
        """What is picked, by facet."""
        return picks(self._picked)

    def fill(self) -> None:
        menu = self.menu()
        menu.clear()
        for facet, entries in self._facets().items():
            below = menu.addMenu(self._look.said(FACETS[facet]))
            below.setWindowTitle(below.title())
            known = {key for key, _, _ in entries}
            # What was picked stays to be taken out again when nothing of it is left.
            gone = [(key, Words(en=key), 0) for key in sorted(self._picked[facet] - known)]
            for key, title, count in (*entries, *gone):
                self._add(below, facet, key, title, count)
        menu.addSeparator()
        every = menu.addAction(self._look.said(text("Show all")))
        every.setEnabled(bool(self.picked))
        every.triggered.connect(self.clear)

    def clear(self) -> None:
        """Lists every rule, design domain and kind again."""
        for keys in self._picked.values():
            keys.clear()
        self._picked_anew()

    def retell(self) -> None:
        number = sum(map(len, self._picked.values()))
        self._tell(text("Filter · {count}", count=number) if number else text("Filter"), "ui-filter")
        self.setProperty("role", "edge" if number else "")
        self.style().polish(self)

    def _add(self, menu: QMenu, facet: Facet, key: str, title: Text | Words, count: int) -> None:
        said = self._look.said(title)
        cut = f"{said[: LONGEST - 1]}…" if len(said) > LONGEST else said
        action = menu.addAction(f"{cut}  ({count:,})".replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(key in self._picked[facet])
        action.setData(key)
        action.toggled.connect(lambda on: self._toggle(facet, key, on))

    def _toggle(self, facet: Facet, key: str, on: bool) -> None:
        (self._picked[facet].add if on else self._picked[facet].discard)(key)
        self._picked_anew()

    def _picked_anew(self) -> None:
        self.retell()
        self.changed.emit()


class GroupButton(_MenuButton):
    """How the list is grouped."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.grouping: Grouping = "none"
        self.retell()

    def fill(self) -> None:
        menu = self.menu()
        menu.clear()
        alone = QActionGroup(menu)
        for grouping, title in GROUPINGS.items():
            action = QAction(self._look.said(title), menu)
            action.setCheckable(True)
            action.setChecked(grouping == self.grouping)
            action.setData(grouping)
            action.triggered.connect(lambda _=False, grouping=grouping: self.go_over(grouping))
            alone.addAction(action)
            menu.addAction(action)

    def go_over(self, grouping: Grouping) -> None:
        """Groups the list so."""
        self.grouping = grouping
        self.retell()
        self.changed.emit()

    def retell(self) -> None:
        self._tell(GROUPINGS[self.grouping] if self.grouping != "none" else text("Group"), "ui-chevron")
