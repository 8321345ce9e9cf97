"""PDF and PNG as targets: every sheet, and a clear word where nothing can paint."""

from __future__ import annotations

import io

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from widgets.painting import QtPainter
from workbench.drawing.build import drawings
from workbench.exporters import Job, exporters
from workbench.exporters.export import NotExported
from workbench.model.sketch import sketch

DESIGN = sketch("""
sheet-1 sheet shows=network order=1
sheet-2 sheet shows=account order=2
hz region
acc-1 account
""")


def test_a_pdf_holds_every_sheet(qtbot: QtBot) -> None:
    import pypdf

    (file,) = exporters()["pdf"].files(Job(DESIGN, "en", QtPainter()))

    assert file.name == "drawings_en.pdf"
    assert len(pypdf.PdfReader(io.BytesIO(file.content)).pages) == 2


def test_a_png_is_made_of_each_sheet_at_two_pixels_a_point(qtbot: QtBot) -> None:
    files = list(exporters()["png"].files(Job(DESIGN, "en", QtPainter())))

    sizes = [drawing.size for drawing in drawings(DESIGN, "en")]
    images = [QImage.fromData(file.content) for file in files]
    assert [file.name for file in files] == ["sheet-1_en.png", "sheet-2_en.png"]
    assert [(i.width(), i.height()) for i in images] == [(round(2 * w), round(2 * h)) for w, h in sizes]


@pytest.mark.parametrize("target", ["pdf", "png"])
def test_without_a_painter_the_error_names_the_way_out(target: str) -> None:
    with pytest.raises(NotExported, match="choose SVG"):
        list(exporters()[target].files(Job(DESIGN, "en")))
