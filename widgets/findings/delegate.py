"""Paints a finding: mark, rule, sentence, place, source, cure; below it the explanation where it is open; heads of groups."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.findings.model import FINDING, GROUP, PLACE, Group
from widgets.lettering import RIGHT, letter
from widgets.look import Look
from widgets.marks import MARK_INKS
from widgets.navigator.delegate import paint_chosen
from widgets.symbols import symbol
from workbench.rules.finding import Finding
from workbench.rules.told import cited, waiver_said
from workbench.texts import text

ROW: Final = 25
RULE, PLACE_WIDE, SOURCE, CURE = 66.0, 132.0, 126.0, 116.0
LEAST_REASON: Final = 90
"""With less room beside the sentence the reason of a waiver is told in the explanation only."""
NARROW: Final = 620
"""Below this width place and source give their room to the sentence."""


class FindingDelegate(QStyledItemDelegate):
    """One row of 25; a second part below it when opened."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.opened: Finding | None = None
        self.has_cures = False

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(400, ROW)

    def cure_room(self, rect: QRectF) -> QRectF:
        """Where the cure's link stands in a row."""
        return QRectF(rect.right() - CURE, rect.top(), CURE - 8, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        finding: Finding | None = index.data(FINDING)
        whole = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        row = QRectF(whole.left(), whole.top(), whole.width(), ROW)
        if chosen:
            painter.fillRect(row, self._look.colour("accent-bg"))
            paint_chosen(painter, row, self._look)
        painter.fillRect(
            QRectF(whole.left(), whole.bottom() - 1, whole.width(), 1), self._look.colour("line")
        )
        if finding is None:
            self._paint_group(painter, row, index.data(GROUP), chosen)
            return
        self._paint_row(painter, row, finding, index.data(PLACE), chosen)
        if finding is self.opened or finding == self.opened:
            from widgets.findings.explanation import paint_explanation

            below = QRectF(row.left(), row.bottom(), row.width(), whole.height() - ROW)
            paint_explanation(painter, below, finding, self._look)

    def _paint_row(self, painter: QPainter, row: QRectF, finding: Finding, place: str, chosen: bool) -> None:
        look = self._look
        ratio = painter.device().devicePixelRatioF()
        spot = symbol(f"mark-{finding.mark}", 14, MARK_INKS[finding.mark], look.theme, ratio)
        painter.drawPixmap(round(row.left() + 12), round(row.center().y() - 7), spot)
        grey = look.colour("text2")
        letter(painter, QRectF(row.left() + 36, row.top(), RULE, ROW), finding.rule, grey, size=11)
        left, right = row.left() + 36 + RULE, row.right() - (CURE + 6 if self.has_cures else 4)
        if row.width() >= NARROW:
            right -= SOURCE + PLACE_WIDE
            letter(painter, QRectF(right + 4, row.top(), PLACE_WIDE - 12, ROW), place, grey)
            told = QRectF(right + PLACE_WIDE, row.top(), SOURCE - 6, ROW)
            letter(painter, told, self.source(finding), look.colour("text3"), size=11)
        sentence = QRectF(left, row.top(), right - left - 8, ROW)
        ink = look.colour("text2" if finding.waiver else "text")
        taken = letter(painter, sentence, look.said(finding.message), ink, weight=500 if chosen else 400)
        if finding.waiver and sentence.width() - taken > LEAST_REASON:
            letter(
                painter, sentence.adjusted(taken + 10, 0, 0, 0), look.said(waiver_said(finding.waiver)), grey
            )
        if finding.cures:
            link = look.said(finding.cures[0].title)
            letter(painter, self.cure_room(row), link, look.colour("accent"), weight=600)

    def source(self, finding: Finding) -> str:
        """Where the rule comes from, or that its figure was read nowhere."""
        if finding.is_unverified:
            return self._look.said(text("unverified figure"))
        source = cited(finding)
        return _short(self._look.said(source)) if source else ""

    def _paint_group(self, painter: QPainter, row: QRectF, group: Group, chosen: bool) -> None:
        look = self._look
        ratio = painter.device().devicePixelRatioF()
        if not chosen:
            painter.fillRect(row.adjusted(0, 0, 0, -1), look.colour("raised"))
        middle = row.center().y()
        chevron = symbol("ui-chevron", 10, "text2", look.theme, ratio)
        painter.save()
        painter.translate(row.left() + 19, middle)
        if group.folded:
            painter.rotate(-90)
        painter.drawPixmap(QRectF(-5, -5, 10, 10).topLeft(), chevron)
        painter.restore()
        spot = symbol(f"mark-{group.mark}", 13, MARK_INKS[group.mark], look.theme, ratio)
        painter.drawPixmap(round(row.left() + 36), round(middle - 6.5), spot)
        figure = QRectF(row.right() - 72, row.top(), 60, ROW)
        letter(painter, figure, f"{group.count:,}", look.colour("text2"), weight=600, align=RIGHT)
        title = QRectF(row.left() + 56, row.top(), row.width() - 56 - 80, ROW)
        letter(painter, title, look.said(group.title), look.colour("text"), weight=600)


def _short(source: str) -> str:
    """A source in the room of a column: of an address the site; the explanation has it whole."""
    from urllib.parse import urlsplit

    return urlsplit(source).netloc.removeprefix("www.") or source
