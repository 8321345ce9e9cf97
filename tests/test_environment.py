"""What the environment must bring for anything else to be worth testing."""

import sys
from pathlib import Path

import fontpkg_inter
import pylopdf_fonts_zh_cn
import pytest
from PySide6.QtGui import QFontDatabase, QPainterPath

FONTS = {
    "Inter": (
        Path(fontpkg_inter.__file__).parent / "files" / "Inter[opsz,wght].ttf",
        QFontDatabase.WritingSystem.Latin,
    ),
    "Noto Sans SC": (
        Path(pylopdf_fonts_zh_cn.__file__).parent / "NotoSansSC-Regular.otf",
        QFontDatabase.WritingSystem.SimplifiedChinese,
    ),
}


def test_qt_gives_back_every_none_it_takes():
    # PySide6 6.12.0 on Python 3.11 loses one at each call and aborts when none is left.
    path = QPainterPath()
    before = sys.getrefcount(None)

    for step in range(1000):
        path.lineTo(step, step)

    assert sys.getrefcount(None) > before - 100


@pytest.mark.parametrize("family", FONTS)
def test_a_font_that_comes_as_a_requirement_paints_its_script(qapp, family):
    file, script = FONTS[family]

    added = QFontDatabase.addApplicationFont(str(file))

    assert any(family in name for name in QFontDatabase.applicationFontFamilies(added))
    assert any(family in name for name in QFontDatabase.families(script))
