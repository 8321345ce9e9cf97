"""Tables as customers write them, made for a test: workbooks by openpyxl, text by hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from workbench.importers.addresses import plan_addresses
from workbench.importers.plan import ImportItem, ImportPlan
from workbench.model.design import Design
from workbench.model.element import Element

Rows = Sequence[Sequence[Any]]


def book(path: Path, merged: Sequence[str] = (), **sheets: Rows) -> Path:
    """A workbook of these sheets; cells are merged on the first."""
    made = Workbook()
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    del made[made.sheetnames[0]]
    for area in merged:
        made.worksheets[0].merge_cells(area)
    made.save(path)
    return path


def comma_text(path: Path, lines: str, encoding: str = "utf-8") -> Path:
    """A text of these lines."""
    path.write_bytes("\n".join(line.strip() for line in lines.strip().splitlines()).encode(encoding))
    return path


def brought(path: Path, design: Design) -> Design:
    """The design after all that can be picked of a table."""
    plan = plan_addresses([path], design)
    assert plan.picked
    return plan.picked(plan.proposals)(design)


def told(plan: ImportPlan, state: str) -> dict[str, str]:
    """What is told of the items of a fate, by their cells; several of one cell joined."""
    found: dict[str, list[str]] = {}
    for item in plan.items:
        if item.state == state:
            found.setdefault(item.path, []).append(item.becomes.said("en"))
    return {cell: "; ".join(sentences) for cell, sentences in found.items()}


def items(plan: ImportPlan, state: str) -> list[ImportItem]:
    """The items of a fate."""
    return [item for item in plan.items if item.state == state]


def called(design: Design, name: str) -> Element:
    """The one element of a name in either language."""
    found = [one for one in design if name in (one.name.en, one.name.zh)]
    assert len(found) == 1, (name, found)
    return found[0]
