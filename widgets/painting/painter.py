"""Paints drawings into files: PDF pages and PNG pictures, the same bytes for the same drawings."""

from __future__ import annotations

import os
import sys
from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QHashSeed, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from widgets import fonts
from widgets.painting.inks import inks
from widgets.painting.same_pdf import settled
from widgets.painting.sheet import paint_sheet
from workbench.drawing.drawing import Drawing

DOTS = 96
"""Drawing points an inch."""
_MILLIMETRES = 25.4 / DOTS
_MARGIN = 24.0
_DOTS_A_METRE = 3780


class QtPainter:
    """The painter that exporters are handed; it needs no display."""

    def pdf(self, drawings: list[Drawing]) -> bytes:
        """A PDF with a page a drawing, each as large as its drawing, fonts embedded."""
        _application()
        # Qt writes the fonts in the order of a hash table, whose seed is drawn by lot.
        QHashSeed.setDeterministicGlobalSeed()
        try:
            return settled(_written(drawings))
        finally:
            QHashSeed.resetRandomGlobalSeed()

    def png(self, drawing: Drawing, width: int, height: int) -> bytes:
        """A PNG of exactly this size with the drawing in the middle, as large as it fits."""
        _application()
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.setDotsPerMeterX(_DOTS_A_METRE)
        image.setDotsPerMeterY(_DOTS_A_METRE)
        image.fill(inks("print").colour("panel"))
        wide, high = drawing.size
        margin = min(_MARGIN, width / 20, height / 20)
        scale = min((width - 2 * margin) / max(wide, 1.0), (height - 2 * margin) / max(high, 1.0))
        painter = QPainter(image)
        painter.translate((width - wide * scale) / 2, (height - high * scale) / 2)
        painter.scale(scale, scale)
        paint_sheet(painter, drawing, "print")
        painter.end()
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(content.data())


def _written(drawings: list[Drawing]) -> bytes:
    """The PDF as Qt writes it."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_1_6)
    writer.setResolution(DOTS)
    writer.setCreator("Landing Zone Workbench")
    writer.setTitle(drawings[0].title if drawings else "")
    painter = QPainter()
    for number, drawing in enumerate(drawings):
        writer.setPageLayout(_page(drawing))
        if number:
            writer.newPage()
        else:
            painter.begin(writer)
        painter.save()
        painter.translate(_MARGIN, _MARGIN)
        paint_sheet(painter, drawing, "print")
        painter.restore()
    if drawings:
        painter.end()
    del painter, writer
    return bytes(content.data())


def _page(drawing: Drawing) -> QPageLayout:
    wide, high = (side + 2 * _MARGIN for side in drawing.size)
    size = QPageSize(
        QSizeF(wide * _MILLIMETRES, high * _MILLIMETRES),
        QPageSize.Unit.Millimeter,
        matchPolicy=QPageSize.SizeMatchPolicy.ExactMatch,
    )
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())


@cache
def _application() -> QCoreApplication:
    """The application that fonts need: the one that runs, or one made for the purpose, without a display if there is none."""
    running = QCoreApplication.instance()
    if running is None:
        if sys.platform.startswith("linux") and not (
            os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
        ):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        running = QGuiApplication([])
    fonts.load()
    return running
