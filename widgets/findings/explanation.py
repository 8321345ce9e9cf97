"""What a finding means: why the rule holds, an example that is wrong and one that is right, source and date."""

from __future__ import annotations

import html
from functools import cache
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPalette, QTextDocument

from widgets.fonts import font
from widgets.look import Look
from workbench.rules.finding import Finding
from workbench.rules.rule import RULES
from workbench.rules.told import cited, comparison_said, reasoned, titled, waiver_said
from workbench.texts import Text, text
from workbench.words import Words

INDENT: Final = 36.0
MARGIN: Final = 6.0


def height_of(finding: Finding, width: float, look: Look) -> int:
    """How high the explanation is in a width."""
    return round(_document(_written(finding, look), width - INDENT - 16).size().height() + 2 * MARGIN)


def paint_explanation(painter: QPainter, rect: QRectF, finding: Finding, look: Look) -> None:
    """Paints the explanation into a rectangle."""
    painter.fillRect(rect.adjusted(0, 0, 0, -1), look.colour("raised"))
    document = _document(_written(finding, look), rect.width() - INDENT - 16)
    painter.save()
    painter.translate(rect.left() + INDENT, rect.top() + MARGIN)
    colours = QAbstractTextDocumentLayout.PaintContext()
    colours.palette.setColor(QPalette.ColorRole.Text, look.colour("text"))
    document.documentLayout().draw(painter, colours)
    painter.restore()


@cache
def _document(written: str, width: float) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(font(12))
    document.setDocumentMargin(0)
    document.setHtml(written)
    document.setTextWidth(width)
    return document


def _written(finding: Finding, look: Look) -> str:
    grey = look.colour("text2").name()
    parts = [_waived(finding, look)] if finding.waiver else []
    parts.append(
        f"<p style='margin:0'><b>{_said(titled(finding), look)}</b> {_said(reasoned(finding), look)}</p>"
    )
    rule = RULES.get(finding.rule)
    if rule:
        parts += [
            "<table cellspacing='0' cellpadding='3' style='margin-top:4px'><tr>",
            _example(look.said(text("Wrong")), rule.wrong, look.colour("error").name()),
            _example(look.said(text("Right")), rule.right, look.colour("ok").name()),
            "</tr></table>",
        ]
    elif finding.origin and finding.origin.note:
        parts.append(f"<p style='margin:2px 0 0 0'>{_said(comparison_said(finding.origin), look)}</p>")
    parts.append(f"<p style='margin:2px 0 0 0; color:{grey}'>{_sources(finding, look)}</p>")
    return "".join(parts)


def _waived(finding: Finding, look: Look) -> str:
    assert finding.waiver
    return f"<p style='margin:0 0 3px 0'><b>{_said(waiver_said(finding.waiver), look)}</b></p>"


def _example(title: str, sketch: str, ink: str) -> str:
    lines = html.escape(sketch).replace(" ", "&nbsp;").replace("\n", "<br>")
    return f"<td width='50%'><b style='color:{ink}'>{html.escape(title)}</b><br>{lines}</td>"


def _sources(finding: Finding, look: Look) -> str:
    told: list[Text] = [text("Source: {source}", source=cited(finding) or "—")]
    for fact in finding.rests_on:
        if fact.sourced:
            told.append(
                text(
                    "{figure} = {value}, {source}, {dated}",
                    figure=fact.id,
                    value=fact.value,
                    source=fact.source,
                    dated=fact.dated,
                )
            )
        else:
            told.append(
                text(
                    "{figure} = {value}: from experience, read in no document",
                    figure=fact.id,
                    value=fact.value,
                )
            )
    return "<br>".join(_said(one, look) for one in told)


def _said(words: Text | Words, look: Look) -> str:
    return html.escape(look.said(words))
