"""The two faces of the program, the same on every machine: Inter for Latin and figures, Noto Sans SC for Chinese."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

FAMILIES: Final = (
    "Inter",
    "Noto Sans SC",
    # What the system has instead; the families for simplified Chinese by name, or Japanese forms appear.
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "sans-serif",
)
_FIRST_WIDE: Final = "\u2e80"
_BOLD_FROM: Final = 600


@cache
def load() -> None:
    """Makes the faces known to Qt; needs a running application, and a second call does nothing."""
    import fontpkg_inter
    from pylopdf_fonts_zh_cn import sans_path

    inter = fontpkg_inter.ROOT / "files" / "Inter[opsz,wght].ttf"
    for path in (inter, sans_path()):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise RuntimeError(f"The font {path.name} cannot be loaded; set the program up again.")


@cache
def font(
    size: float, weight: int = 400, wide: bool = False, dots: float = 96.0, tabular: bool = False
) -> QFont:
    """A font of a size in pixels on a device of so many dots an inch; `wide` for wording that holds Chinese.

    Tabular figures come with wide hyphens and brackets, which suit addresses and counts but not names.
    """
    load()
    # Named outright: a bare QFont() would take after the font of the application, which windows dress.
    made = QFont(FAMILIES[0])
    made.setFamilies(list(FAMILIES))
    made.setPointSizeF(size * 72.0 / dots)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setFeature(QFont.Tag("tnum"), int(tabular))
    # Contextual forms change hyphens and brackets, which makes lines wider than they were measured.
    made.setFeature(QFont.Tag("calt"), 0)
    made.setVariableAxis(QFont.Tag("wght"), float(weight))
    if wide and weight >= _BOLD_FROM:
        # The Chinese face has one weight; only asking for bold makes Qt thicken it. To have no axes has to be said
        # too, or those of the application's font come in, and a file differs from one made without a window.
        made.setWeight(QFont.Weight.Bold)
        made.clearVariableAxes()
    return made


def is_wide(wording: str) -> bool:
    """Whether a wording holds Chinese."""
    return any(letter >= _FIRST_WIDE for letter in wording)


def is_figures(wording: str) -> bool:
    """Whether a wording is an address, a count or a date: figures and signs, no letters."""
    return not any(letter.isalpha() for letter in wording)


def font_for(wording: str, size: float, weight: int = 400, screen: float | None = 96.0) -> QFont:
    """The font that a wording is painted in on a screen of so many dots an inch.

    None is for files: tabular figures are other glyphs, which readers of a PDF cannot turn back into digits.
    """
    tabular = screen is not None and is_figures(wording)
    return font(size, weight, is_wide(wording), screen or 96.0, tabular)
