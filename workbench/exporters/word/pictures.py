"""Charts of a document as pictures, in the faces that come with the program."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from workbench.reports.report import BarChart
from workbench.texts import Language, spoken

INK, BLUE, GREY = "#18202B", "#2459C9", "#C2CAD4"
_DPI = 200


@cache
def face(language: Language) -> Any:
    """The faces that come with the program, that of the language first: a name may be in the other one."""
    from matplotlib.font_manager import FontProperties, fontManager, get_font

    families = []
    for path in _faces():
        fontManager.addfont(path)
        families.append(get_font(path).family_name)
    return FontProperties(family=families if language == "en" else families[::-1])


@cache
def _faces() -> tuple[str, ...]:
    import fontpkg_inter
    import pylopdf_fonts_zh_cn

    inter = fontpkg_inter.ROOT / "files" / "Inter[opsz,wght].ttf"
    return str(inter), str(pylopdf_fonts_zh_cn.sans_path())


@cache
def _letters() -> frozenset[int]:
    """Every letter that one of the faces has."""
    from matplotlib.font_manager import get_font

    return frozenset(code for path in _faces() for code in get_font(path).get_charmap())


_ROOM, _FIRST_WIDE = 28, "\u2e80"
"""How many Latin letters stand beside a bar; Chinese ones take the room of two."""


def _shown(name: str) -> str:
    """A name as it stands beside a bar: as long as there is room for, a box for what no face has."""
    taken, kept = 0, ""
    for letter in name:
        taken += 2 if letter >= _FIRST_WIDE else 1
        if taken > _ROOM:
            return kept.rstrip() + "…"
        kept += letter if ord(letter) in _letters() else "□"
    return kept


def chart_size(chart: BarChart) -> tuple[float, float]:
    """The size of a chart in inches."""
    return 6.5, 0.9 + 0.24 * len(chart.bars)


def chart_png(chart: BarChart, language: Language) -> bytes:
    """The chart as a PNG 165 mm wide: bars of two parts, each as a share of its whole."""
    from matplotlib.figure import Figure

    width, height = chart_size(chart)
    figure = Figure(figsize=(width, height), dpi=_DPI)
    axes = figure.add_axes((0.24, 0.55 / height, 0.72, (height - 0.62) / height))
    names = [_shown(spoken(name, language)) for name, _, _ in chart.bars]
    at = range(len(names))
    used = [100 * first / (first + rest) if first + rest else 0 for _, first, rest in chart.bars]
    axes.barh(at, used, color=BLUE, height=0.62, label=spoken(chart.parts[0], language))
    axes.barh(
        at,
        [100 - share for share in used],
        left=used,
        color=GREY,
        height=0.62,
        label=spoken(chart.parts[1], language),
    )
    axes.set_yticks(list(at), names)
    axes.invert_yaxis()
    axes.set_xlim(0, 100)
    axes.set_xticks([0, 25, 50, 75, 100], ["0 %", "25 %", "50 %", "75 %", "100 %"])
    _plain(axes, language)
    legend = axes.legend(
        loc="upper center", bbox_to_anchor=(0.4, -0.30 / (height - 0.62)), ncol=2, frameon=False
    )
    for words in legend.get_texts():
        words.set_fontproperties(face(language))
        words.set_fontsize(8)
    return as_png(figure)


def _plain(axes: Any, language: Language) -> None:
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(GREY)
    axes.tick_params(length=0, labelsize=8, colors=INK)
    for words in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        words.set_fontproperties(face(language))
        words.set_fontsize(8)


def as_png(figure: Any) -> bytes:
    """The figure as a PNG without date or program."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    out = io.BytesIO()
    canvas: Any = FigureCanvasAgg(figure)
    canvas.print_png(out, metadata={"Software": None})
    return out.getvalue()
