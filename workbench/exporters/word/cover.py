"""The picture on the cover: the design's own address plan as rows of blocks, without text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log2
from typing import Final, Literal

from workbench.addresses import Span, span
from workbench.exporters.word.pictures import as_png
from workbench.model.design import Design
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.reports.tables.names import vpcs_in_order

ROWS: Final = 14
_SHADES: Final = ("#2459C9", "#9DB9F2", "#17305E", "#5E7FBF")
_FREE, _BARE, _FRAME = "#E3ECFC", "#F0F2F5", "#C2CAD4"
_ACROSS: Final = 16.0
"""Units in a row; the block of a /16 takes four of them."""


@dataclass(frozen=True, slots=True)
class _Block:
    wide: float
    use: Literal["taken", "free", "bare"]
    shade: int = 0


def cover_png(design: Design, size: tuple[float, float]) -> bytes:
    """The plan in fourteen rows, `size` in millimetres: the same design gives the same picture."""
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

    figure = Figure(figsize=(size[0] / 25.4, size[1] / 25.4), dpi=150)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, _ACROSS)
    axes.set_ylim(ROWS, 0)
    axes.axis("off")
    for row, blocks in enumerate(_rows(_blocks(design))):
        left = 0.0
        for block in blocks:
            colour = {"taken": _SHADES[block.shade], "free": _FREE, "bare": _BARE}[block.use]
            frame = _FRAME if block.use == "bare" else "white"
            axes.add_patch(
                Rectangle(
                    (left + 0.02, row + 0.04), block.wide - 0.04, 0.92, facecolor=colour, edgecolor=frame
                )
            )
            left += block.wide
    return as_png(figure)


def _blocks(design: Design) -> Iterator[_Block]:
    """Every VPC as its vSwitches and the room between them, in the order of addresses, a bare block between VPCs."""
    for number, vpc in enumerate(vpcs_in_order(design)):
        for block in vpc.blocks:
            whole = span(block)
            if whole and whole.width == 32:
                yield from _inside(whole, _vswitches(design, vpc, whole), number)
        yield _Block(_wide(1 << 14), "bare")


def _vswitches(design: Design, vpc: Vpc, whole: Span) -> list[Span]:
    inside = (design.get(id, VSwitch) for id in design.children(vpc.id))
    spans = [found for vswitch in inside if vswitch and (found := span(vswitch.block)) and whole.holds(found)]
    return sorted(spans, key=lambda found: (found.first, found.last))


def _inside(whole: Span, taken: list[Span], number: int) -> Iterator[_Block]:
    at = whole.first
    for shade, found in enumerate(taken):
        if found.first > at:
            yield _Block(_wide(found.first - at), "free")
        yield _Block(_wide(found.size), "taken", (number + shade) % len(_SHADES))
        at = max(at, found.last + 1)
    if at <= whole.last:
        yield _Block(_wide(whole.last + 1 - at), "free")


def _wide(addresses: int) -> float:
    """How wide a block is drawn: by the length of its prefix, so that small ones can be seen beside large ones."""
    return max(log2(max(addresses, 1)) / 4, 0.5)


def _rows(blocks: Iterator[_Block]) -> list[list[_Block]]:
    """The blocks in rows of one width, begun again from the first where the plan is short."""
    plan = list(blocks) or [_Block(_ACROSS / 4, "bare")]
    rows: list[list[_Block]] = [[]]
    left, at = _ACROSS, 0
    while len(rows) < ROWS or left > 0:
        block = plan[at % len(plan)]
        at += 1
        # What is left of a row that no block fits is given to the last one.
        wide = left if left - block.wide < 0.5 else block.wide
        rows[-1].append(_Block(wide, block.use, block.shade))
        left -= wide
        if left <= 0 and len(rows) < ROWS:
            rows.append([])
            left = _ACROSS
    return rows
