"""The painter: PDF and PNG from drawings, the same bytes every time."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.widgets.canvas.plain import plain
from widgets.painting import QtPainter
from workbench.drawing.drawing import Drawing
from workbench.model.sketch import sketch

ROOT = Path(__file__).parents[3]
SHEET = """
sheet-1 sheet shows=network
hz region name="China (Hangzhou)" name.zh=华东1（杭州）
vpc-a vpc region=hz blocks=10.0.0.0/16 name.zh=生产·杭州
  vsw-1 vswitch block=10.0.1.0/24 name.zh=核心交易
tr-1 transit-router region=hz
  att-1 vpc-attachment vpc=vpc-a
"""
IN_A_FRESH_PROCESS = """
import sys
from tests.widgets.painting.test_painter import pages
from widgets.painting import QtPainter
sys.stdout.buffer.write(QtPainter().pdf(pages()))
"""
IN_A_DRESSED_PROCESS = """
import sys
from PySide6.QtWidgets import QApplication
from tests.widgets.painting.test_painter import pages
from widgets.fonts import font
from widgets.painting import QtPainter
program = QApplication([])
program.setFont(font({size}, {weight}))
QtPainter().png(pages()[1], 640, 480)
sys.stdout.buffer.write(QtPainter().pdf(pages()))
"""


def pages() -> list[Drawing]:
    """The sheet in both languages."""
    design = sketch(SHEET)
    return [plain(design, "sheet-1", "en"), plain(design, "sheet-1", "zh")]


def test_a_pdf_has_a_page_as_large_as_each_drawing(qtbot: QtBot) -> None:
    import pypdf

    made = pypdf.PdfReader(io.BytesIO(QtPainter().pdf(pages())), strict=True)

    wide, high = ((side + 48) * 72 / 96 for side in pages()[0].size)
    assert len(made.pages) == 2
    assert abs(float(made.pages[0].mediabox.width) - wide) < 1
    assert abs(float(made.pages[0].mediabox.height) - high) < 1


def test_the_text_of_a_pdf_can_be_read_and_its_fonts_are_inside(qtbot: QtBot) -> None:
    import pypdf

    made = pypdf.PdfReader(io.BytesIO(QtPainter().pdf(pages())))

    assert "10.0.1.0/24" in made.pages[0].extract_text()
    # Some characters come back as radicals that look the same.
    assert "核心交易" in unicodedata.normalize("NFKC", made.pages[1].extract_text())
    fonts = made.pages[1]["/Resources"]["/Font"]  # type: ignore[index]
    files = [font.get_object()["/DescendantFonts"][0].get_object() for font in fonts.values()]
    assert files
    assert all("/FontFile2" in file["/FontDescriptor"].get_object() for file in files)


def test_two_pdfs_of_the_same_drawings_are_equal_in_every_byte(qtbot: QtBot) -> None:
    assert QtPainter().pdf(pages()) == QtPainter().pdf(pages())


def test_other_processes_zones_and_seeds_make_the_same_pdf() -> None:
    made = [
        _made_elsewhere({"TZ": zone, "PYTHONHASHSEED": seed})
        for zone, seed in (("UTC", "7"), ("Asia/Shanghai", "1"))
    ]

    assert made[0].startswith(b"%PDF")
    assert made[0] == made[1]


@pytest.mark.parametrize(("size", "weight"), [(13, 400), (15, 700)])
def test_a_program_that_is_dressed_and_has_painted_makes_the_pdf_of_a_fresh_process(
    size: int, weight: int
) -> None:
    dressed = IN_A_DRESSED_PROCESS.format(size=size, weight=weight)

    assert _made_elsewhere({}, dressed) == _made_elsewhere({})


def _made_elsewhere(surroundings: dict[str, str], program: str = IN_A_FRESH_PROCESS) -> bytes:
    """The PDF of the pages as a process of its own makes it."""
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, **surroundings, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=True,
    ).stdout


@pytest.mark.parametrize("size", [(1920, 1080), (333, 777), (40, 20)])
def test_a_png_has_exactly_the_size_asked_for(qtbot: QtBot, size: tuple[int, int]) -> None:
    made = QImage.fromData(QtPainter().png(pages()[0], *size))

    assert (made.width(), made.height()) == size


def test_two_pngs_are_equal_in_every_byte(qtbot: QtBot) -> None:
    assert QtPainter().png(pages()[1], 640, 480) == QtPainter().png(pages()[1], 640, 480)
