"""What becomes of a demand: its services, the addresses now and at the horizon, the mask, the use, and the year it is full."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from widgets.inspector.demand_chart import DemandChart
from widgets.inspector.section import Section
from widgets.look import Look
from workbench.planning.demand import Outlook, when
from workbench.planning.demand_said import block_said, full_said, share_said, unread
from workbench.texts import Text, text
from workbench.words import Words

MOST_SERVICES: Final = 12


class DemandSection(Section):
    """The outlook of one request, for the request and for the VPC or vSwitch it is for."""

    def __init__(self, found: Outlook, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, look.said(text("Demand by year")), parent)
        self._look = look
        for share in found.shares[:MOST_SERVICES]:
            self._pair(share.service, share_said(share))
        if len(found.shares) > MOST_SERVICES:
            more = text("{count} more", count=len(found.shares) - MOST_SERVICES)
            self.say(self._look.said(more), "text3")
        self._pair(text("Wanted {when}", when=when(found, 0)), text("{count} addresses", count=found.now))
        if found.horizon:
            later = when(found, found.horizon)
            self._pair(text("Wanted {when}", when=later), text("{count} addresses", count=found.later))
        self._pair(text("Block"), Words(en=block_said(found)))
        kept = found.kept * found.switches
        self._pair(text("Usable"), text("{usable} · platform keeps {kept}", usable=found.usable, kept=kept))
        self._pair(text("Use"), _use(found))
        self._pair(text("Full"), full_said(found), "error" if found.missing else "text")
        self.chart = DemandChart(found, look, self)
        self.column.addWidget(self.chart)
        self._say_doubts(found)

    def _pair(self, name: Text, value: Text | Words, ink: str = "text") -> None:
        """A line of the form: what, and how much."""
        row = self.form.rowCount()
        self.form.addWidget(
            self._label(self._look.said(name), "text3", 400), row, 0, Qt.AlignmentFlag.AlignTop
        )
        told = self._label(self._look.said(value), ink, 400, 12)
        self.form.addWidget(told, row, 1, Qt.AlignmentFlag.AlignTop)

    def _say_doubts(self, found: Outlook) -> None:
        """That some figures are from experience, and what size would do."""
        if found.missing:
            size = text("The demand at the horizon wants a /{length}.", length=max(found.needed_length, 0))
            self.say(self._look.said(size), "text2")
        if unread(found):
            doubt = text("Not verified: how many addresses {services} take.", services=unread(found))
            self.say(self._look.said(doubt), "text3")


def _use(found: Outlook) -> Text:
    """The share in use now and at the horizon, in whole percent; rounded up, so that 100 means full."""
    now, later = _percent(found, 0), _percent(found, found.horizon)
    if now == later:
        return text("{share} %", share=now)
    return text("{now} %, {when} {later} %", now=now, when=when(found, found.horizon), later=later)


def _percent(found: Outlook, years: int) -> int:
    return -(-found.wanted(years) * 100 // max(found.usable, 1))
