"""The lower panel: a head over the list; Enter or a click shows the place, Space the explanation and the waiver."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.findings.head import FindingsHead
from widgets.findings.list import FindingList
from widgets.look import Look
from widgets.qt.live_findings import Findings
from workbench.editor import Editor
from workbench.edits.waiving import take_back, waive
from workbench.rules.finding import Cure, Finding
from workbench.rules.profile import profile_of, weights
from workbench.rules.waiving import issued_on, subject_of
from workbench.texts import Text, text
from workbench.words import Words


class FindingsPanel(QWidget):
    """Counts, filters, list and what the check is doing."""

    revealed = Signal(object)
    cured = Signal(object)
    folded = Signal()
    stopped = Signal()

    def __init__(self, editor: Editor, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._look = editor, look
        self._told = self._listed = Findings()
        self.list = FindingList(look, self)
        self.head = FindingsHead(look, self.list.table.facets, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        self.head.narrowed.connect(self.narrow)
        self.head.folded.connect(self.folded)
        self.head.stopped.connect(self.stopped)
        self.list.shown.connect(lambda finding: self.revealed.emit(finding.ids))
        self.list.cured.connect(self.cured)
        self.list.opened.connect(self._ask)
        self.list.form.waived.connect(self._waive)
        self.list.form.withdrawn.connect(self._take_back)
        self.setTabOrder(self.head.fold, self.list)

    @property
    def findings(self) -> Findings:
        """What was told last."""
        return self._told

    @property
    def is_checking(self) -> bool:
        """Whether a check runs."""
        return self._told.is_checking

    def sizeHint(self) -> QSize:
        return QSize(600, 158)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 31)

    def tell(self, told: Findings) -> None:
        """Shows what was found; while a check runs the earlier list stays."""
        self._told = told
        if told.state == "complete" and not told.tells_the_same(self._listed):
            self._listed = told
            current = self.list.table.at(self.list.currentIndex().row())
            self.list.delegate.has_cures = any(finding.cures for finding in told.found)
            self.list.table.show(told.found, told.design)
            row = self.list.table.row_of(current) if current else -1
            if row >= 0:
                self.list.selectRow(row)
            self._ask(self.list.delegate.opened)
        self._say()

    def narrow(self) -> None:
        """Lists only what the head asks for."""
        self.list.table.want(self.head.wanted(frozenset(self._editor.selection)))
        self._say()

    def ask_waiver(self, finding: Finding) -> None:
        """Opens a finding with the keys in its form; a filter that hides it gives way."""
        if self.list.isHidden():
            self.folded.emit()
        if self.list.table.row_of(finding) < 0:
            self.head.show_all()
        self.list.open_up(finding)
        self.list.form.reason.setFocus()

    def retell(self) -> None:
        """Says everything again, in the present language and theme."""
        self.head.retell()
        self.list.setAccessibleName(self._look.said(text("Findings")))
        self.list.form.retell()
        self._say()
        self.list.viewport().update()

    def _say(self) -> None:
        table = self.list.table
        self.head.tell(self._told, table.counts, table.hidden)
        said = [self._look.said(self._state())]
        if table.hidden:
            said.append(
                self._look.said(text("{count} findings are hidden by the filters.", count=table.hidden))
            )
            if self._told.is_complete:
                del said[0]
        self.list.empty = " ".join(said)
        self.list.viewport().update()

    def _state(self) -> Text:
        """What an empty list means: nothing is found only once everything was asked."""
        if self._told.state == "not run":
            return text("Not run.")
        if self._told.state != "complete":
            return text("The design is being checked.")
        if self._told.paths == "not run":
            return text("Nothing found so far. The rules about paths were not run.")
        if not self._told.is_complete:
            return text("Nothing found so far. The rules about paths are being asked.")
        said = weights(profile_of(self._told.design)) if self._told.design else {}
        off = sum(severity == "off" for severity in said.values())
        if off:
            return text("Nothing found. Rules switched off by the severity profile: {count}.", count=off)
        return text("Nothing found.")

    def _ask(self, finding: Finding | None) -> None:
        """Makes the form ask for what is open."""
        if finding:
            self.list.form.ask(
                finding, self._together(finding), issued_on(self._editor.design), self._editor.read_only
            )

    def _together(self, finding: Finding) -> int:
        """How many findings a waiver of this one would cover."""
        subject = subject_of(finding)
        return sum(subject_of(other) == subject for other in self._told.found if other.rule == finding.rule)

    def _waive(self, finding: Finding, reason: Words, owner: str, expires: str) -> None:
        edit = waive(finding, reason, owner, expires, self._together(finding))
        self.list.explain(None)
        self.list.setFocus()
        self.cured.emit(
            Cure(text("Waive {rule}: {message}", rule=finding.rule, message=finding.message), edit)
        )

    def _take_back(self, finding: Finding) -> None:
        assert finding.waiver
        self.list.explain(None)
        self.list.setFocus()
        self.cured.emit(
            Cure(text("Take back {name}", name=finding.waiver.title()), take_back(finding.waiver.id))
        )
