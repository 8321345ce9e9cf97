"""Renumbering: what is taken, up to three new plans side by side, what each moves and touches, then one step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planners.addresses import Block, block_text
from widgets.fonts import font_for
from widgets.qt.choice_box import ChoiceBox
from widgets.qt.doing import Doing
from widgets.qt.line import Line
from widgets.qt.sizes import fit_to_screen
from widgets.qt.switch import Switch
from widgets.shell.renumber_cards import PlanCards
from widgets.shell.renumber_table import SORTS, MovesTable, Sort, counts, moves_view, rows_of
from workbench.model.design import Design
from workbench.planning.renumbering import (
    Document,
    NoPlan,
    NothingTaken,
    Renumbered,
    documents,
    renumber_edit,
    renumberings,
    taken_blocks,
    takers,
)
from workbench.planning.renumbering.taken import taken_near
from workbench.progress import Progress, part
from workbench.texts import Sayable, Text, text

if TYPE_CHECKING:
    from widgets.shell.window import MainWindow

SIZE: Final = (1040, 700)


class Found(NamedTuple):
    """What was worked out for a range: the plans, each with the documents that would change, or why there is none."""

    taken: tuple[Block, ...]
    plans: tuple[Renumbered, ...]
    documents: tuple[tuple[Document, ...], ...]
    refusal: NoPlan | None


def open_over(window: MainWindow) -> None:
    """Shows the dialog; with a range where the selection says which one is meant."""
    RenumberDialog(window).exec()


def worked_out(design: Design, taken: Sequence[Block], progress: Progress) -> Found:
    """The plans around a range with all that is told of them."""
    found = renumberings(design, taken, part(progress, 0, 0.9))
    if isinstance(found, NoPlan):
        return Found(tuple(taken), (), (), found)
    told = []
    for number, plan in enumerate(found.plans):
        progress(0.9 + 0.1 * number / len(found.plans))
        told.append(documents(plan))
    return Found(tuple(taken), found.plans, tuple(told), None)


class RenumberDialog(QDialog):
    """The range above, plans below it, then every move of the one that is picked; Enter plans, and then accepts."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self.look = window, window.look
        self._takers = takers(window.editor.design)
        self.found: Found | None = None
        self.setWindowTitle(self.look.said(text("Renumber")))
        fit_to_screen(self, *SIZE)
        self.range = Line(self)
        self.known = ChoiceBox(self.look, self)
        self.plan_button = self._button(text("Work out"))
        self.bar = QProgressBar(self)
        self.state = self._label(12)
        self.cards = PlanCards(self.look, self)
        self.table = MovesTable(self.look, self)
        self.view = moves_view(self.table, self)
        self.toggles = {sort: self._toggle() for sort in SORTS}
        self.changing = self._label(11)
        self.keeping = Switch(self.look, self)
        self.keeping.setText(self.look.said(text("Keep the range free from now on")))
        self.close_button = self._button(text("Cancel"))
        self.accept_button = self._button(text("Renumber"), "primary")
        parts = self.bar, self.state, self.close_button
        self._doing = Doing(
            self, self.look, parts, done=self._done, failed=self._failed, stopped=self._stopped
        )
        self._offer_known()
        self._assemble()
        self._show(None)
        self._begin_with_selection()

    @property
    def plan(self) -> Renumbered | None:
        """The plan that is picked."""
        picked = next((n for n, card in enumerate(self.cards.cards) if card.pick.isChecked()), None)
        return None if picked is None or self.found is None else self.found.plans[picked]

    @property
    def working(self) -> bool:
        """Whether new plans are being worked out."""
        return self._doing.is_going

    def work_out(self) -> None:
        """Plans around the range that is typed, beside the window."""
        if self.working:
            return
        design = self._window.editor.design
        try:
            taken = taken_blocks(design, [self.range.text()])
        except NothingTaken as wrong:
            self._show(None, wrong.text)
            return
        self._doing.begin(lambda progress: worked_out(design, taken, progress))
        self._show(None, text("Working out new plans…"))

    def renumber(self) -> None:
        """Carries out the picked plan as one step and closes."""
        plan, found = self.plan, self.found
        if plan is None or found is None or self.working:
            return
        reserving = found.taken if self.keeping.isChecked() else ()
        change = self._window.editor.perform(text("Renumber"), renumber_edit(plan, reserving))
        if not change:
            self.state.setText(self.look.said(text("The design has changed since. Plan again.")))
            return
        self._window.desk.say(
            text(
                "Moved {count} blocks and rewrote {texts} texts · {keys} takes it back",
                count=plan.moving,
                texts=plan.rewritten,
                keys="Ctrl Z",
            )
        )
        self.accept()

    def reject(self) -> None:
        self._doing.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.range.hasFocus():
            self.work_out()
            return
        super().keyPressEvent(event)

    def _done(self, found: Found) -> None:
        self._show(found)
        if self.cards.cards:
            self.cards.cards[0].pick.setFocus()

    def _failed(self, wrong: Exception) -> None:
        self._show(None)
        self._window.acts.faults.tell(wrong, text("Renumber"))

    def _stopped(self) -> None:
        self._show(None, text("Not run: you stopped it. Plan again, or close."))

    def _show(self, found: Found | None, says: Text | None = None) -> None:
        """Shows what was worked out, or what is going on."""
        self.found = found
        plans = found.plans if found and any(plan.moves for plan in found.plans) else ()
        self.cards.show_plans(plans)
        for shown in (self.view, *self.toggles.values(), self.changing, self.keeping):
            shown.setVisible(bool(plans))
        going = self.working
        self.bar.setVisible(going)
        self.bar.setValue(0)
        self.plan_button.setEnabled(not going)
        self.close_button.setEnabled(True)
        self.accept_button.setDefault(bool(plans))
        self.plan_button.setDefault(not plans)
        self.state.setText(self.look.said(says or verdict(found)))
        self._show_moves()

    def _show_moves(self) -> None:
        """Shows the moves of the picked plan, and what of them is wanted."""
        plan = self.plan
        wanted: frozenset[Sort] = frozenset(sort for sort, one in self.toggles.items() if one.isChecked())
        self.table.show(plan, wanted)
        self._settle_accept()
        numbers = counts(rows_of(plan)) if plan else dict.fromkeys(SORTS, 0)
        for sort, toggle in self.toggles.items():
            toggle.setText(f"{numbers[sort]:,} {self.look.said(SORTS[sort])}")
        if plan and self.found:
            told = self.found.documents[self.found.plans.index(plan)]
            said = [text("{title} ({count})", title=one.title, count=one.changes) for one in told]
            self.changing.setText(self.look.said(text("Documents that change: {documents}", documents=said)))
            self.changing.setVisible(bool(said))

    def _settle_accept(self) -> None:
        """A plan that moves nothing can be accepted only where it keeps the range free."""
        plan = self.plan
        self.accept_button.setEnabled(plan is not None and (bool(plan.moves) or self.keeping.isChecked()))

    def _offer_known(self) -> None:
        """The ranges that the design knows of, those on which something stands first."""
        design = self._window.editor.design
        self.known.setPlaceholderText(self.look.said(text("Ranges the design knows of")))
        self.known.setAccessibleName(self.known.placeholderText())
        for one in self._takers:
            name = design[one.element].title()
            said: Sayable = (
                text(
                    "{block} · {name} · {count} on it",
                    block=block_text(one.block),
                    name=name,
                    count=one.clashes,
                )
                if one.clashes
                else text("{block} · {name}", block=block_text(one.block), name=name)
            )
            self.known.addItem(self.look.said(said), block_text(one.block))
        self.known.setCurrentIndex(-1)
        self.known.setEnabled(self.known.count() > 0)

    def _known_picked(self) -> None:
        self.range.setText(self.known.currentData())
        self.work_out()

    def _begin_with_selection(self) -> None:
        """Plans at once where what is selected says which range is meant."""
        editor = self._window.editor
        blocks = taken_near(editor.design, editor.selection, self._takers)
        self.range.setFocus()
        if blocks:
            self.range.setText(", ".join(block_text(block) for block in blocks))
            self.work_out()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._heading())
        column.addLayout(self._asking())
        column.addWidget(self.state)
        column.addWidget(self.bar)
        column.addWidget(self.cards)
        column.addLayout(self._filters())
        column.addWidget(self.view, 1)
        column.addWidget(self.changing)
        column.addStretch(0)
        column.addLayout(self._foot())
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.look.said(text("Working out new plans…")))
        self.view.setAccessibleName(self.look.said(text("Moves and what they touch")))
        self.plan_button.clicked.connect(self.work_out)
        self.known.activated.connect(self._known_picked)
        self.cards.picked.connect(self._show_moves)
        self.keeping.toggled.connect(lambda on: self._settle_accept())
        self.close_button.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.renumber)

    def _heading(self) -> QLabel:
        head = QLabel(self.look.said(text("Which addresses are taken elsewhere?")), self)
        head.setFont(font_for(head.text(), 16, 600))
        return head

    def _asking(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        label = QLabel(self.look.said(text("Range")), self)
        label.setBuddy(self.range)
        self.range.setAccessibleName(label.text())
        self.range.setPlaceholderText("10.2.0.0/16")
        self.range.setMaxLength(2000)
        row.addWidget(label)
        row.addWidget(self.range, 1)
        row.addWidget(self.known, 1)
        row.addWidget(self.plan_button)
        return row

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for toggle in self.toggles.values():
            row.addWidget(toggle)
        row.addStretch(1)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.keeping)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.accept_button)
        return row

    def _toggle(self) -> QToolButton:
        toggle = QToolButton(self)
        toggle.setCheckable(True)
        toggle.setChecked(True)
        toggle.setProperty("role", "edge")
        toggle.toggled.connect(lambda on: self._show_moves())
        return toggle

    def _button(self, label: Text, weight: str = "plain") -> QPushButton:
        made = QPushButton(self.look.said(label), self)
        made.setProperty("weight", weight)
        made.setAutoDefault(weight == "primary")
        return made

    def _label(self, size: int, parent: QWidget | None = None) -> QLabel:
        label = QLabel(self)
        label.setFont(font_for("", size, 400))
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label


def verdict(found: Found | None) -> Text:
    """What there is to say above the plans."""
    if found is None:
        return text("Type a range, or pick one the design knows of. Pins stay; everything else may move.")
    if found.refusal:
        if not found.refusal.repairs:
            return found.refusal.reason
        repairs = list(found.refusal.repairs)
        return text("{reason} What would help: {repairs}", reason=found.refusal.reason, repairs=repairs)
    if not any(plan.moves for plan in found.plans):
        blocks = [block_text(block) for block in found.taken]
        return text("Nothing of the design lies in {blocks}; nothing has to move.", blocks=blocks)
    return text("Pick a plan. Everything it moves and touches is listed below; nothing is done yet.")
