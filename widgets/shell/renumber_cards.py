"""New plans side by side, one of which is picked: by a click anywhere on it, or with the arrows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from widgets.fonts import font_for
from widgets.look import Look
from workbench.model.element import ElementId
from workbench.planning.renumbering import Renumbered
from workbench.planning.renumbering.reasons import WAYS_SAY
from workbench.texts import Sayable, Text, text

NAMED: Final = 3
"""Elements that are named on a card; of more the number is told."""


class PlanCard(QFrame):
    """A plan in figures."""

    def __init__(self, look: Look, number: int, plan: Renumbered, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("plan")
        # As wide as its neighbours, whatever it says.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        title = look.said(text("Plan {number}: {title}", number=number, title=plan.title))
        self.pick = QRadioButton(title, self)
        self.pick.setFont(font_for(title, 13, 600))
        self.pick.toggled.connect(self._frame)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addWidget(self.pick)
        column.addWidget(self._label(look.said(WAYS_SAY[plan.way]), "text2"))
        column.addLayout(self._figures(plan))
        column.addStretch(1)
        self.pick.setAccessibleDescription(
            " · ".join(look.said(said) for pair in lines(plan) for said in pair)
        )
        self._frame()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pick.setFocus()
        self.pick.setChecked(True)

    def _frame(self) -> None:
        picked = self.pick.isChecked()
        inks = {name: self._look.colour(name).name() for name in ("accent", "line2", "control", "panel")}
        self.setStyleSheet(
            f"#plan {{ border: 2px solid {inks['accent' if picked else 'line2']}; border-radius: 6px; }}"
            f"QRadioButton:focus {{ color: {inks['accent']}; }}"
            "QRadioButton::indicator { width: 6px; height: 6px; border-radius: 7px; }"
            f"QRadioButton::indicator {{ border: 4px solid {inks['panel']}; background: {inks['panel']}; }}"
            f"QRadioButton::indicator:unchecked {{ border: 1px solid {inks['control']}; width: 12px; height: 12px; }}"
            f"QRadioButton::indicator:checked {{ border-color: {inks['accent']}; }}"
        )

    def _figures(self, plan: Renumbered) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        for row, (name, said) in enumerate(lines(plan)):
            grid.addWidget(self._label(self._look.said(name), "text2"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._label(self._look.said(said), "text"), row, 1)
        return grid

    def _label(self, wording: str, ink: str) -> QLabel:
        label = QLabel(wording, self)
        label.setFont(font_for(wording, 11, 400))
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setStyleSheet(f"color: {self._look.colour(ink).name()}; border: none")
        return label


class PlanCards(QWidget):
    """Up to three cards, the first one picked."""

    picked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.cards: list[PlanCard] = []
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(lambda number, on: self.picked.emit(number) if on else None)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)

    def show_plans(self, plans: Sequence[Renumbered]) -> None:
        """Shows other plans."""
        for card in self.cards:
            self._group.removeButton(card.pick)
            self._row.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [PlanCard(self._look, number, plan, self) for number, plan in enumerate(plans, 1)]
        for number, card in enumerate(self.cards):
            self._group.addButton(card.pick, number)
            self._row.addWidget(card, 1)
        self.setVisible(bool(self.cards))
        if self.cards:
            self.cards[0].pick.setChecked(True)


def lines(plan: Renumbered) -> list[tuple[Text, Text]]:
    """What a card says, with the name of each line."""
    before, after = plan.comparison.before, plan.comparison.after
    proof = text("proved minimal") if plan.proved else text("not proved minimal")
    found = [
        (
            text("Moves"),
            text("{count}, {deployed} of them deployed", count=plan.moving, deployed=plan.deployed),
        ),
        (text("Weight moved"), text("{weight} · {proof}", weight=plan.weight, proof=proof)),
        (text("Routes"), _routes(plan)),
        (text("Unused"), text("{before} → {after}", before=before.waste, after=after.waste)),
        (
            text("Texts"),
            text("{count} change, {look} to look at", count=plan.rewritten, look=plan.to_look_at),
        ),
    ]
    if plan.holes:
        found.append((text("Hole in"), _names(plan, plan.holes)))
    if plan.clashing:
        found.append((text("Still in the range"), _names(plan, plan.clashing)))
    return found


def _routes(plan: Renumbered) -> Text:
    """The routes of all regions, and those of each region where they change."""
    before, after = dict(plan.comparison.before.routes), dict(plan.comparison.after.routes)
    changing = [
        text(
            "{name} {before} → {after}",
            name=_region(plan, id),
            before=before.get(id, 0),
            after=after.get(id, 0),
        )
        for id in sorted({*before, *after})
        if before.get(id) != after.get(id)
    ]
    whole = text("{before} → {after}", before=sum(before.values()), after=sum(after.values()))
    return text("{whole} ({regions})", whole=whole, regions=changing) if changing else whole


def _region(plan: Renumbered, id: ElementId) -> Sayable:
    element = plan.before.get(id)
    return element.title() if element else text("no region")


def _names(plan: Renumbered, ids: Sequence[ElementId]) -> Text:
    names = [plan.before[id].title() for id in ids[:NAMED]]
    if len(ids) <= NAMED:
        return text("{names}", names=names)
    return text("{names} and {count} more", names=names, count=len(ids) - NAMED)
