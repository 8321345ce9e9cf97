"""How cells look: faces, rules, state colours, number formats. Rules, not boxes; no zebra, no vertical lines."""

from __future__ import annotations

from functools import cache
from typing import Final

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from workbench.reports.report import Look
from workbench.texts import Language

FACES: Final[dict[Language, str]] = {"en": "Arial", "zh": "Microsoft YaHei"}
INK, GREY, QUIET, RULE, HEAD, BLUE = "18202B", "465262", "5E6A7B", "C2CAD4", "F9FAFB", "2459C9"
PALE: Final = "9DB9F2"
FORMATS: Final[dict[Look, str]] = {"count": "#,##0", "share": "0.0%", "date": "yyyy-mm-dd", "block": "@"}
_FINE, _STRONG = Side(style="hair", color=RULE), Side(style="thin", color=INK)
ROW_RULE: Final = Border(bottom=_FINE)
HEAD_RULE: Final = Border(top=Side(style="medium", color=INK), bottom=_STRONG)
FIRST_RULE: Final = Border(top=_STRONG, bottom=_FINE)
LAST_RULE: Final = Border(bottom=_STRONG)


@cache
def font(language: Language, size: float = 9, bold: bool = False, colour: str = INK) -> Font:
    """A font of the language's face."""
    return Font(name=FACES[language], size=size, bold=bold, color=colour)


@cache
def fill(colour: str) -> PatternFill:
    """A plain ground."""
    return PatternFill("solid", fgColor=colour)


@cache
def alignment(look: Look, level: int = 0, head: bool = False) -> Alignment:
    """Numbers right, text left; an indent needs an explicit side to count."""
    right = look in ("count", "share")
    return Alignment(
        horizontal="right" if right else "left",
        vertical="center",
        wrap_text=look in ("passage", "source") or head,
        indent=0 if right else level,
    )
