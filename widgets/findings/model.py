"""The findings as Qt's item model: those that are wanted, worst first, or in groups that fold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from widgets.findings.wanted import FACETS, NAMES, Facet, Wanted, about, called_by, facet_of, group_of
from widgets.look import Look
from widgets.marks import told
from workbench.model.design import Design
from workbench.rules.finding import MARKS, Finding, Mark
from workbench.searching import Called
from workbench.texts import Text, text
from workbench.words import Words

FINDING: Final = int(Qt.ItemDataRole.UserRole)
PLACE: Final = FINDING + 1
GROUP: Final = FINDING + 2
NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Group:
    """The head of a group: what its findings have in common, the worst mark among them, how many there are."""

    key: str
    title: Text | Words
    mark: Mark
    count: int
    folded: bool


class FindingTable(QAbstractTableModel):
    """A row a finding or a group, one column that the delegate paints."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._all: tuple[Finding, ...] = ()
        self._shown: list[Finding] = []
        self._rows: list[Finding | Group] = []
        self._folded: set[tuple[str, str]] = set()
        self._design: Design | None = None
        self._wanted = Wanted()
        self._called: dict[int, Called] = {}

    @property
    def counts(self) -> dict[Mark, int]:
        """How many findings there are of each mark, listed or not."""
        number = Counter(finding.mark for finding in self._all)
        return {mark: number[mark] for mark in MARKS}

    @property
    def hidden(self) -> int:
        """How many findings there are that the filters keep out of the list."""
        return len(self._all) - len(self._shown)

    def facets(self) -> dict[Facet, list[tuple[str, Text | Words, int]]]:
        """By what the findings can be picked: for each facet key, title and number, in the order of keys."""
        found: dict[Facet, list[tuple[str, Text | Words, int]]] = {}
        for facet in FACETS:
            titles: dict[str, Text | Words] = {}
            number: Counter[str] = Counter()
            for finding in self._all:
                key = facet_of(finding, facet, self._design)
                number[key] += 1
                if key not in titles:
                    titles[key] = self._title(finding, facet)
            found[facet] = [(key, titles[key], number[key]) for key in sorted(titles)]
        return found

    def show(self, findings: Sequence[Finding], design: Design | None) -> None:
        """Shows these findings of a design."""
        self._all, self._design = tuple(findings), design
        self._called.clear()
        self._pick()

    def want(self, wanted: Wanted) -> None:
        """Shows what is wanted, grouped as wanted."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._pick()

    def fold(self, group: Group) -> None:
        """Folds a group, or opens it again."""
        self._folded ^= {(self._wanted.grouping, group.key)}
        self._pick()

    def at(self, row: int) -> Finding | None:
        """The finding of a row; None for the head of a group."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Finding) else None

    def group_at(self, row: int) -> Group | None:
        """The group whose head a row is."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Group) else None

    def row_of(self, finding: Finding) -> int:
        """The row of a finding, -1 where it is not shown."""
        return self._rows.index(finding) if finding in self._rows else -1

    def head_of(self, row: int) -> int:
        """The row of the head that a row stands under, -1 without groups."""
        return next((at for at in range(row, -1, -1) if isinstance(self._rows[at], Group)), -1)

    def row_of_group(self, key: str) -> int:
        """The row of a group's head, -1 where there is none."""
        rows = (at for at, row in enumerate(self._rows) if isinstance(row, Group) and row.key == key)
        return next(rows, -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        return 1

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        row = self._rows[index.row()]
        if isinstance(row, Group):
            return self._group_data(row, role)
        if role == FINDING:
            return row
        if role == PLACE:
            return self._place(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._look.said(row.message)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            mark = self._look.said(NAMES[row.mark])
            return f"{mark} {row.rule} {self._look.said(row.message)} {self._place(row)}"
        return None

    def _group_data(self, group: Group, role: int) -> Any:
        if role == GROUP:
            return group
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._look.said(group.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = text("{title}, {found}", title=group.title, found=told(group.mark, group.count))
            return self._look.said(text("{group}, folded", group=said) if group.folded else said)
        return None

    def _place(self, finding: Finding) -> str:
        element = about(finding, self._design)
        return self._look.said(element.title()) if element else ""

    def _title(self, finding: Finding, facet: Facet) -> Text | Words:
        from workbench.engagement.contract import domains

        element = about(finding, self._design)
        if facet == "rule":
            return group_of(finding, "rule", self._design)[1]
        if element is None:
            return text("The design as a whole")
        return domains()[element.kind.design_domain].title if facet == "domain" else element.kind.plural

    def _called_by(self, finding: Finding) -> Called:
        """What one may search a finding by; worded once, however many letters are typed."""
        known = self._called.get(id(finding))
        if known is None:
            known = self._called[id(finding)] = called_by(finding, self._design)
        return known

    def _pick(self) -> None:
        self.beginResetModel()
        self._shown = [
            finding for finding in self._all if self._wanted.takes(finding, self._design, self._called_by)
        ]
        self._rows = [*self._shown] if self._wanted.grouping == "none" else self._grouped()
        self.endResetModel()

    def _grouped(self) -> list[Finding | Group]:
        """The findings under the heads of their groups; the group with the worst finding first."""
        grouping = self._wanted.grouping
        members: dict[str, list[Finding]] = {}
        titles: dict[str, Text | Words] = {}
        for finding in self._shown:
            key, title = group_of(finding, grouping, self._design)
            members.setdefault(key, []).append(finding)
            titles[key] = title
        rows: list[Finding | Group] = []
        for key, some in members.items():
            folded = (grouping, key) in self._folded
            rows.append(Group(key, titles[key], some[0].mark, len(some), folded))
            rows.extend(() if folded else some)
        return rows


def picks(picked: Mapping[Facet, set[str]]) -> dict[Facet, frozenset[str]]:
    """What is picked, without the facets of which nothing is."""
    return {facet: frozenset(keys) for facet, keys in picked.items() if keys}
