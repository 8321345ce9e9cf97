"""An address plan as customers keep it: heads below a title, merged cells, ranges, masks, notes, blanks and slips."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from openpyxl import Workbook

HEADS: Final = ("No.", "Site / 站点", "Network", "Mask", "Used for / 用途", "Remarks")
CLASH: Final = "10.2.128.0/19"
"""What the factory in Suzhou uses, in the middle of a VPC of the sample."""
ROWS: Final = (
    (1, "Suzhou factory 苏州工厂", "10.2.128.0", "255.255.224.0", "Shop floor", "since 2019"),
    (2, None, "10.220.0.0-10.220.3.255", None, "Offices", ""),
    (3, None, "10.220.4.0 / 24 ", None, "Guests", "ask Mr. Wu"),
    (None, None, None, None, None, None),
    (4, "Chengdu call centre 成都客服", "10.221.0.0/16", None, "Everything", ""),
    (5, "Chengdu call centre 成都客服", "10.221.0.0/16", None, "Everything", "twice?"),
    (6, "Wuhan depot 武汉仓库", "10.222.300.0/24", None, "Scanners", ""),
    (7, "Wuhan depot 武汉仓库", "10.222.1.0/24", None, "Scanners", "=VLOOKUP(A1,Old!A:B,2)"),
    (8, "Wuhan depot 武汉仓库", "tbd", None, "Cameras", ""),
)


def write_customer_plan(path: Path) -> Path:
    """Writes the workbook; gives its path."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "WAN 2024"
    sheet["A1"] = "Lanan Group: networks in use 蓝安集团在用网段"
    sheet.merge_cells("A1:F1")
    sheet.append([])
    sheet.append(HEADS)
    for row in ROWS:
        sheet.append(row)
    sheet.merge_cells("B4:B6")
    book.create_sheet("Contacts").append(("Name", "Phone"))
    book.save(path)
    return path


def told() -> str:
    """All that the list says, as it may be quoted in the window."""
    return (
        " ".join(str(cell) for row in (HEADS, *ROWS) for cell in row if cell)
        + " networks in use.xlsx WAN 2024 Contacts"
    )
