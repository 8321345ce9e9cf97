"""The address plan in two halves: what sums it up, and every vSwitch as one narrow row."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from workbench.model.design import Design
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.reports.report import Column, Table
from workbench.texts import text

ANNEX: Final = "vswitches"
"""The id of the table of vSwitches."""
MOST_VSWITCHES: Final = 400
"""So many fill five pages; nobody reads more addresses in a document."""


def fits_a_document(design: Design) -> bool:
    """Whether a document can name every vSwitch."""
    return len(design.of_kind(VSwitch)) <= MOST_VSWITCHES


def summed_up(design: Design, plan: Table) -> Table:
    """The plan without vSwitches and free room: pools, what is kept, VPCs, sites."""
    kept = (row for row in plan.rows if row.element and design.get(row.element, VSwitch) is None)
    rows = tuple(replace(row, look="plain") if design.get(row.element, Vpc) else row for row in kept)
    return replace(plan, rows=rows)


def every_vswitch(design: Design, plan: Table) -> Table:
    """VPCs and, below each, its vSwitches, in the order of the plan."""
    columns = (
        Column("name", text("Name"), width=33),
        Column("zone", text("Zone"), width=17),
        Column("block", text("Block"), "block", 29),
    )
    rows = tuple(
        row
        for row in plan.only("name", "zone", "block").rows
        if isinstance(design.get(row.element), (Vpc, VSwitch))
    )
    return Table(ANNEX, text("VPCs and vSwitches with their blocks"), columns, rows, narrow=True)
