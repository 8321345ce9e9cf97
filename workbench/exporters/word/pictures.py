"""Pictures of a document: sheets, charts, and the cover, which is the design's own address plan."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from workbench.addresses import Span, span
from workbench.model.design import Design
from workbench.model.elements.vswitch import VSwitch
from workbench.reports.report import BarChart
from workbench.reports.tables.names import vpcs_in_order
from workbench.texts import Language, spoken

INK, BLUE, GREY = "#18202B", "#2459C9", "#C2CAD4"
_SHADES = ("#2459C9", "#17305E", "#5E7FBF", "#9DB9F2")
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


def chart_png(chart: BarChart, language: Language) -> bytes:
    """The chart as a PNG 165 mm wide: bars of two parts, each as a share of its whole."""
    from matplotlib.figure import Figure

    height = 0.9 + 0.24 * len(chart.bars)
    figure = Figure(figsize=(6.5, height), dpi=_DPI)
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
    return _png(figure)


def _plain(axes: Any, language: Language) -> None:
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(GREY)
    axes.tick_params(length=0, labelsize=8, colors=INK)
    for words in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        words.set_fontproperties(face(language))
        words.set_fontsize(8)


def cover_png(design: Design) -> bytes:
    """The address plan as fourteen rows of blocks, 185 by 102 mm, without text: the same design, the same picture."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(185 / 25.4, 102 / 25.4), dpi=110)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, 1)
    axes.set_ylim(14, 0)
    axes.axis("off")
    rows = _rows(design)
    for row in range(14):
        axes.barh(row + 0.5, 0.998, left=0, height=0.9, color="#F0F2F5")
        for left, width, colour in rows[row]:
            axes.barh(row + 0.5, max(width - 0.002, 0.004), left=left, height=0.9, color=colour)
    return _png(figure)


def _rows(design: Design) -> list[list[tuple[float, float, str]]]:
    """The blocks of each row as left, width and colour: a VPC pale, its vSwitches strong; VPCs share the rows in turn."""
    rows: list[list[tuple[float, float, str]]] = [[] for _ in range(14)]
    vpcs = vpcs_in_order(design)
    for number, vpc in enumerate(vpcs):
        whole = span(vpc.blocks[0]) if vpc.blocks else None
        if whole is None:
            continue
        row, turn = number % 14, number // 14
        each = 1 / (len(range(row, len(vpcs), 14)) or 1)
        left = turn * each
        rows[row].append((left, each, "#E3ECFC"))
        inside = [design.get(id, VSwitch) for id in design.children(vpc.id)]
        for shade, vswitch in enumerate(v for v in inside if v):
            found = span(vswitch.block)
            if found and whole.holds(found):
                rows[row].append((*_share(whole, found, left, each), _SHADES[(number + shade) % 4]))
    return rows


def _share(whole: Span, part: Span, left: float, width: float) -> tuple[float, float]:
    return left + width * (part.first - whole.first) / whole.size, width * part.size / whole.size


def _png(figure: Any) -> bytes:
    """The figure as a PNG without date or program."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    out = io.BytesIO()
    canvas: Any = FigureCanvasAgg(figure)
    canvas.print_png(out, metadata={"Software": None})
    return out.getvalue()
