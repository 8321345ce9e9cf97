"""Passwords: the one that opens a design, and the one it is sealed with from now on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from widgets.look import Look
from widgets.qt.cards import heading
from widgets.qt.work import Work
from workbench.storage.sealing import Key, key_of
from workbench.texts import Text, text

WIDE: Final = 460
SHORTEST: Final = 8
"""Letters of a password, at least; a sentence is better."""


class PasswordDialog(QDialog):
    """Lines for a password, a sentence that says what is wrong, and one thing that is tried with it beside the window.

    `result_value` is what the trial gave once the dialog is accepted.
    """

    def __init__(
        self, look: Look, title: Text, says: Text, verb: Text, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._work: Work | None = None
        self.result_value: Any = None
        self.setWindowTitle(look.said(title))
        self.setMinimumWidth(WIDE)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 18, 20, 16)
        self.column.setSpacing(12)
        self.column.addLayout(heading(look, title, says, self))
        self.wrong = QLabel("", self)
        self.wrong.setWordWrap(True)
        self.wrong.setStyleSheet(f"color: {look.colour('error').name()}")
        self.go = QPushButton(look.said(verb), self)
        self.go.setProperty("weight", "primary")
        self.go.setDefault(True)
        self.leave = QPushButton(look.said(text("Cancel")), self)
        self.leave.clicked.connect(self.reject)
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.go)
        self.buttons.addWidget(self.leave)

    def line(self, label: Text) -> QLineEdit:
        """Adds a line that does not show what is typed."""
        named = QLabel(self._look.said(label), self)
        made = QLineEdit(self)
        made.setEchoMode(QLineEdit.EchoMode.Password)
        made.setAccessibleName(named.text())
        named.setBuddy(made)
        self.column.addWidget(named)
        self.column.addWidget(made)
        return made

    def finish(self) -> None:
        """Puts what is wrong and the buttons below the lines."""
        self.column.addWidget(self.wrong)
        self.column.addLayout(self.buttons)

    def attempt(self, job: Callable[[], Any]) -> None:
        """Tries something beside the window; accepted where it works, else it says why not."""
        self.wrong.setText("")
        self._busy(True)
        self._work = Work(lambda progress: job(), self)
        self._work.done.connect(self._worked)
        self._work.failed.connect(self._failed)
        self._work.start()

    def done(self, result: int) -> None:
        """Ends the dialog once nothing is tried any more."""
        if self._work:
            self._work.wait()
        super().done(result)

    def say(self, words: Text) -> None:
        """Says what is wrong."""
        self.wrong.setText(self._look.said(words))

    def _worked(self, result: Any) -> None:
        self.result_value = result
        self.accept()

    def _failed(self, wrong: Exception) -> None:
        self._busy(False)
        words = getattr(wrong, "text", None)
        if not isinstance(words, Text):
            raise wrong
        self.say(words)

    def _busy(self, busy: bool) -> None:
        for part in self.findChildren(QLineEdit):
            part.setEnabled(not busy)
        self.go.setEnabled(not busy)
        first = next(iter(self.findChildren(QLineEdit)), None)
        if first and not busy:
            first.selectAll()
            first.setFocus()


def unlocked(look: Look, name: str, attempt: Callable[[str], Any], parent: QWidget | None = None) -> Any:
    """What an attempt gives with the right password, None where the user gave up."""
    dialog = unlocking(look, name, attempt, parent)
    return dialog.result_value if dialog.exec() else None


def unlocking(
    look: Look, name: str, attempt: Callable[[str], Any], parent: QWidget | None = None
) -> PasswordDialog:
    """The dialog that asks for the password of a design."""
    says = text("Only its password opens it; without it nobody can, not even we.")
    dialog = PasswordDialog(look, text("{name} is protected", name=name), says, text("Open"), parent)
    line = dialog.line(text("Password"))
    dialog.finish()

    def tried() -> None:
        password = line.text()
        dialog.attempt(lambda: attempt(password))

    dialog.go.clicked.connect(tried)
    line.setFocus()
    return dialog


def sealing(look: Look, sealed: bool, parent: QWidget | None = None) -> PasswordDialog:
    """The dialog that asks for a new password; `result_value` is its key, None for no password any more."""
    says = text(
        "The design, its backup and what is kept for the case of a crash are then unreadable without it. Write it down "
        "where only you find it: it cannot be recovered. Files that you export are not protected."
    )
    title = text("Change the password") if sealed else text("Protect with a password")
    dialog = PasswordDialog(look, title, says, text("Protect and save"), parent)
    first, second = dialog.line(text("Password")), dialog.line(text("Once more"))
    dialog.finish()
    if sealed:
        bare = QPushButton(look.said(text("Remove the password")), dialog)
        bare.clicked.connect(dialog.accept)
        dialog.buttons.insertWidget(0, bare)

    def tried() -> None:
        if len(first.text()) < SHORTEST:
            dialog.say(text("Take at least {count} characters.", count=SHORTEST))
        elif first.text() != second.text():
            dialog.say(text("The two are not the same."))
        else:
            password = first.text()
            dialog.attempt(lambda: key_of(password))

    dialog.go.clicked.connect(tried)
    first.setFocus()
    return dialog


def asked_key(look: Look, sealed: bool, parent: QWidget | None = None) -> tuple[bool, Key | None]:
    """Whether the user decided, and the key, None for no password any more."""
    dialog = sealing(look, sealed, parent)
    return bool(dialog.exec()), dialog.result_value
