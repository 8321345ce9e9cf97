"""What narrows the exposure: the direction, what is not wanted, what passes no boundary, and names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from widgets.exposure.model import Listed, Narrowed, fits
from widgets.look import Look
from widgets.qt.page_head import HIGH, PageHead
from widgets.qt.search_box import SearchBox
from widgets.qt.segments import Segments
from workbench.reachability.exposure import Direction
from workbench.searching import Sought
from workbench.texts import Text, text

TITLE: Final = text("Exposure to the internet")
DIRECTIONS: Final[tuple[Direction | None, ...]] = (None, "in", "out")
SEGMENTS: Final[tuple[Text, ...]] = (
    text("In and out", key="exposure.both"),
    text("From the internet", key="exposure.from"),
    text("To the internet", key="exposure.to"),
)


class ExposureFilters(PageHead):
    """Segments, two toggles with their counts, and a search box."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, TITLE)
        self.direction = Segments(look, text("Direction", key="exposure.head.direction"), SEGMENTS, self)
        self.unwanted, self.unguarded = self.toggle(), self.toggle()
        self.search = SearchBox(look, text("Search who, owner or way"), self)
        self.search.setFixedSize(190, HIGH)
        self.lay(self.direction, self.unwanted, self.unguarded, self.search)
        self.direction.picked.connect(self.narrowed)
        self.search.textChanged.connect(self.narrowed)
        self._every: Sequence[Listed] = ()

    @property
    def wanted(self) -> Narrowed:
        """What is to be listed."""
        sought = Sought(self.search.text())
        direction = DIRECTIONS[self.direction.at]
        return Narrowed(direction, self.unwanted.isChecked(), self.unguarded.isChecked(), sought)

    def count(self, every: Sequence[Listed]) -> None:
        """Says at each toggle how many rows it leaves of those in the direction shown."""
        self._every = every
        direction = DIRECTIONS[self.direction.at]
        for toggle, words, wanted in (
            (self.unwanted, text("Not wanted: {count}"), Narrowed(direction, unwanted=True)),
            (self.unguarded, text("Unguarded: {count}"), Narrowed(direction, unguarded=True)),
        ):
            number = sum(fits(one, wanted) for one in every)
            toggle.setText(self._look.said(words._replace(values=(("count", number),))))
            toggle.setAccessibleName(toggle.text())

    def retell(self) -> None:
        super().retell()
        said = self._look.said
        self.unwanted.setToolTip(said(text("Only what no flow of the design wants")))
        self.unguarded.setToolTip(
            said(text("Only what passes no boundary of Cloud Firewall, or may pass none"))
        )
        self.count(self._every)
