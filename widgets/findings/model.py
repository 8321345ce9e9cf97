"""The findings as Qt's item model: those of the wanted severities, worst first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from widgets.look import Look
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.rules.finding import SEVERITIES, Finding, Severity

FINDING: Final = int(Qt.ItemDataRole.UserRole)
PLACE: Final = FINDING + 1
NOWHERE: Final = QModelIndex()


class FindingTable(QAbstractTableModel):
    """A row a finding, one column that the delegate paints."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._all: tuple[Finding, ...] = ()
        self._shown: list[Finding] = []
        self._design: Design | None = None
        self._wanted: frozenset[Severity] = frozenset(SEVERITIES)
        self._only: frozenset[ElementId] | None = None

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity."""
        found: dict[Severity, int] = dict.fromkeys(SEVERITIES, 0)
        for finding in self._all:
            found[finding.severity] += 1
        return found

    def show(self, findings: Sequence[Finding], design: Design | None) -> None:
        """Shows these findings of a design."""
        self._all, self._design = tuple(findings), design
        self._pick()

    def want(self, severities: frozenset[Severity], only: frozenset[ElementId] | None) -> None:
        """Shows the findings of some severities, of some elements only where they are given."""
        if (severities, only) != (self._wanted, self._only):
            self._wanted, self._only = severities, only
            self._pick()

    def at(self, row: int) -> Finding | None:
        """The finding of a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, finding: Finding) -> int:
        """The row of a finding, -1 where it is not shown."""
        return self._shown.index(finding) if finding in self._shown else -1

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        return 1

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        finding = self._shown[index.row()]
        if role == FINDING:
            return finding
        if role == PLACE:
            return self._place(finding)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._look.said(finding.message)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (
                f"{finding.severity} {finding.rule} {self._look.said(finding.message)} {self._place(finding)}"
            )
        return None

    def _place(self, finding: Finding) -> str:
        element = self._design.get(finding.about) if self._design else None
        return self._look.said(element.title()) if element else ""

    def _pick(self) -> None:
        self.beginResetModel()
        self._shown = [
            finding
            for finding in self._all
            if finding.severity in self._wanted and (self._only is None or self._only & set(finding.ids))
        ]
        self.endResetModel()
