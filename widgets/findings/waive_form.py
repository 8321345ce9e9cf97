"""The form under an explanation: why a finding is accepted, by whom and until when; or the way back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from widgets.fonts import font_for
from widgets.look import Look
from widgets.qt.line import Line
from workbench.rules.finding import Finding
from workbench.rules.profile import OWN_RULES
from workbench.rules.waiving import day, has_ended
from workbench.texts import Text, text
from workbench.words import Words

HEIGHT: Final = 58


class WaiveForm(QWidget):
    """One form for the whole list; it moves under the row that is open."""

    waived = Signal(object, object, str, str)
    withdrawn = Signal(object)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._finding: Finding | None = None
        self._issued, self._together = "", 1
        self._refusal: Text | None = None
        self.reason, self.owner, self.expires = Line(self), Line(self), Line(self)
        self.button = QPushButton(self)
        self.says = QLabel(self)
        self._assemble()
        self.hide()

    @property
    def height_wanted(self) -> int:
        """How high it is under the finding; 0 where that cannot be waived."""
        return HEIGHT if self._finding and not self._finding.rule.startswith(OWN_RULES) else 0

    def ask(
        self, finding: Finding | None, together: int = 1, issued: str = "", refusal: Text | None = None
    ) -> None:
        """Is about a finding, one of `together` that a waiver would cover; ends are judged by the document date.

        `refusal` says why nothing can be changed.
        """
        if finding != self._finding:
            for line in (self.reason, self.owner, self.expires):
                line.clear()
        self._finding, self._together, self._issued, self._refusal = finding, together, issued, refusal
        self.retell()

    def retell(self) -> None:
        """Says everything again, in the present language and theme."""
        look, waived = self._look, bool(self._finding and self._finding.waiver)
        hints = (text("Reason"), text("Owner"), text("Until, as 2026-12-31"))
        for line, hint in zip((self.reason, self.owner, self.expires), hints, strict=True):
            line.setVisible(not waived)
            line.setPlaceholderText(look.said(hint))
            line.setAccessibleName(look.said(hint))
        self.button.setText(look.said(text("Take the waiver back") if waived else text("Waive")))
        self.says.setStyleSheet(f"color: {look.colour('text2').name()}")
        self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Keys of the form are not keys of the list below it.
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._done()
        event.accept()

    def begin(self) -> bool:
        """Gives the keys to its first field; whether it has one."""
        stops = self._stops()
        if stops:
            stops[0].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(stops)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # To the window the list is one stop; inside it Tab goes through the form.
        stops = self._stops()
        at = next((at for at, stop in enumerate(stops) if stop.hasFocus()), -1)
        there = at + (1 if forward else -1)
        if at >= 0 and 0 <= there < len(stops):
            stops[there].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if at == 0 and not forward:
            self.left.emit()
            return True
        return super().focusNextPrevChild(forward)

    def _stops(self) -> list[QWidget]:
        every: tuple[QWidget, ...] = (self.reason, self.owner, self.expires, self.button)
        return [stop for stop in every if stop.isVisible() and stop.isEnabled()]

    def _settle(self) -> None:
        wrong = self._wrong()
        self.button.setEnabled(wrong is None)
        self.expires.setProperty("wrong", bool(self.expires.text()) and day(self.expires.text()) is None)
        self.expires.style().polish(self.expires)
        said = self._look.said(wrong if wrong else self._covers())
        self.says.setText(f"{said} {self._look.said(self._judged())}")
        self.says.setToolTip(self.says.text())
        self.says.setFont(font_for(said, 11))

    def _wrong(self) -> Text | None:
        """Why it cannot be done yet."""
        if self._refusal or (self._finding and self._finding.waiver):
            return self._refusal
        if not self.reason.text().strip():
            return text("Say why the finding is accepted.")
        if not self.owner.text().strip():
            return text("Say who answers for it.")
        if day(self.expires.text().strip()) is None:
            return text("Say until when, as 2026-12-31.")
        return None

    def _covers(self) -> Text:
        if self._finding and self._finding.waiver:
            return text("What it covers counts as a finding again.")
        if self._together > 1:
            return text("Covers the {count} findings of this rule on these elements.", count=self._together)
        return text("Covers this finding on these elements only.")

    def _judged(self) -> Text:
        """By what day the end is judged: never by the clock."""
        waiver = self._finding.waiver if self._finding else None
        if day(self._issued) is None:
            return text("There is no document date to judge its end by.")
        if waiver is None and has_ended(self.expires.text().strip(), self._issued):
            return text(
                "That lies before the document date {issued}: it would not hold.", issued=self._issued
            )
        return text("Its end is judged by the document date {issued}.", issued=self._issued)

    def _done(self) -> None:
        finding = self._finding
        if finding is None or not self.button.isEnabled():
            return
        if finding.waiver:
            self.withdrawn.emit(finding)
        else:
            reason = Words().saying(self._look.language, self.reason.text())
            self.waived.emit(finding, reason, self.owner.text(), self.expires.text().strip())

    def _assemble(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(6)
        fields.addWidget(self.reason, 5)
        fields.addWidget(self.owner, 2)
        fields.addWidget(self.expires, 3)
        fields.addWidget(self.button)
        fields.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(2)
        column.addLayout(fields)
        column.addWidget(self.says)
        self.says.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for line in (self.reason, self.owner, self.expires):
            line.textChanged.connect(self._settle)
        self.button.clicked.connect(self._done)
