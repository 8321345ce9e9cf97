"""What else is to say about an element: its demand, who may do what there, findings with cures, what the contract covers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from widgets.inspector.demand import DemandSection
from widgets.inspector.section import Section
from widgets.look import Look
from widgets.marks import MARK_INKS
from widgets.symbols import symbol
from workbench.access import Access, access_through
from workbench.editor import Editor
from workbench.model.element import Element
from workbench.planning.demand import Outlook, outlooks
from workbench.rules.finding import Finding
from workbench.rules.profile import OWN_RULES
from workbench.rules.told import waiver_said
from workbench.texts import text

MOST: Final = 5
MOST_GRANTS: Final = 12


class Mark(QWidget):
    """One mark, 16 wide, at the top of its room."""

    def __init__(self, look: Look, name: str, ink: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._name, self._ink = look, name, ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(16, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = symbol(self._name, 15, self._ink, self._look.theme, self.devicePixelRatioF())
        QPainter(self).drawPixmap(QRectF(0, 1, 15, 15).topLeft(), picture)


class AboutSections(QWidget):
    """Demand, Access, Findings and Contract, below the fields."""

    cured = Signal(object)
    waiving = Signal(object)

    def __init__(self, editor: Editor, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._look = editor, look
        self._shown: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show(self, elements: Sequence[Element], findings: Sequence[Finding]) -> None:  # type: ignore[override]
        """Shows what there is to say about the elements."""
        covered = self._coverage(elements[0]) if len(elements) == 1 else None
        granted = access_through(self._editor.design, elements[0]) if len(elements) == 1 else ()
        wanted = outlooks(self._editor.design, elements[0].id) if len(elements) == 1 else ()
        shown = (tuple(findings), covered, granted, wanted)
        if shown == self._shown:
            return
        self._shown = shown
        while item := self._column.takeAt(0):
            if section := item.widget():
                section.deleteLater()
        for found in wanted:
            self._column.addWidget(self._demand(found, elements[0]))
        if granted:
            self._column.addWidget(self._access(granted))
        if findings:
            self._column.addWidget(self._findings(findings))
        if covered is not None:
            self._column.addWidget(self._contract(*covered))

    def _demand(self, found: Outlook, element: Element) -> Section:
        """What becomes of a demand; beside a VPC or vSwitch with the way to the request that holds it."""
        section = DemandSection(found, self._look, self)
        if found.request != element.id:
            button = QPushButton(self._look.said(text("Go to the request")), section)
            button.setProperty("weight", "link")
            button.clicked.connect(lambda: self._editor.select([found.request]))
            section.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return section

    def _findings(self, findings: Sequence[Finding]) -> Section:
        title = text("Findings about this: {count}", count=len(findings))
        section = Section(self._look, self._look.said(title), self)
        for finding in findings[:MOST]:
            section.column.addLayout(
                self._row(f"mark-{finding.mark}", MARK_INKS[finding.mark], section, finding)
            )
            for cure in finding.cures:
                button = QPushButton(self._look.said(cure.title), section)
                button.setProperty("weight", "primary")
                button.setEnabled(self._editor.read_only is None)
                button.clicked.connect(lambda _=False, cure=cure: self.cured.emit(cure))
                section.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            if finding.waiver:
                section.say(self._look.said(waiver_said(finding.waiver)), "text2")
            elif not finding.rule.startswith(OWN_RULES):
                section.column.addWidget(self._waive(finding, section), 0, Qt.AlignmentFlag.AlignLeft)
        if len(findings) > MOST:
            section.say(
                self._look.said(text("{count} more in the list below", count=len(findings) - MOST)), "text3"
            )
        return section

    def _access(self, granted: Sequence[Access]) -> Section:
        """Who may do what here: the group, what it uses, and where that was granted."""
        section = Section(self._look, self._look.said(text("Who may do what")), self)
        for one in granted[:MOST_GRANTS]:
            parts = (one.group.title(), *(part.title() for part in (one.what, one.where) if part))
            section.say(" · ".join(self._look.said(part) for part in parts))
        if len(granted) > MOST_GRANTS:
            more = text("{count} more", count=len(granted) - MOST_GRANTS)
            section.say(self._look.said(more), "text3")
        return section

    def _waive(self, finding: Finding, section: Section) -> QPushButton:
        """What leads to the form below the finding in the list."""
        button = QPushButton(self._look.said(text("Waive…")), section)
        button.setProperty("weight", "link")
        button.setEnabled(self._editor.read_only is None)
        button.clicked.connect(lambda: self.waiving.emit(finding))
        return button

    def _contract(self, covered: bool, sentence: str) -> Section:
        section = Section(self._look, self._look.said(text("Contract")), self)
        name, ink = ("mark-ok", "ok") if covered else ("mark-scope", "scope")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(Mark(self._look, name, ink, section))
        row.addWidget(section.say(sentence), 1)
        section.column.addLayout(row)
        return section

    def _row(self, name: str, ink: str, section: Section, finding: Finding) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(Mark(self._look, name, ink, section))
        row.addWidget(section.say(f"{self._look.said(finding.message)}  {finding.rule}"), 1)
        return row

    def _coverage(self, element: Element) -> tuple[bool, str] | None:
        """Whether the edition covers the element, with the sentence that says so; None without an engagement."""
        from workbench.engagement.lens import coverage
        from workbench.model.elements.engagement import Engagement

        engagement = next(iter(self._editor.design.of_kind(Engagement)), None)
        if engagement is None:
            return None
        found = coverage(element, engagement)
        return found.covered, self._look.said(found.sentence)
