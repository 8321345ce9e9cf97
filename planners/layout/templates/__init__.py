"""How the children of a container are arranged, by the name of its template."""

from __future__ import annotations

from collections.abc import Callable

from planners.layout.templates.folder import chart, folder
from planners.layout.templates.job import Job, Plan
from planners.layout.templates.pinned import Cuttable, keep_pinned
from planners.layout.templates.region import region
from planners.layout.templates.rows import account, column, row, rows, vpc
from planners.layout.templates.sheet import sheet

__all__ = ["TEMPLATES", "Cuttable", "Job", "Plan", "pack"]

TEMPLATES: dict[str, Callable[[Job], Plan]] = {
    "column": column,
    "row": row,
    "rows": rows,
    "vpc": vpc,
    "account": account,
    "region": region,
    "sheet": sheet,
    "folder": folder,
    "chart": chart,
}


def pack(job: Job, cuttable: Cuttable) -> Plan:
    """Places for the children, pinned ones kept; an unknown template is an error that names the known ones."""
    template = TEMPLATES.get(job.cell.template)
    if template is None:
        known = ", ".join(TEMPLATES)
        raise ValueError(
            f"Cell {job.cell.key!r} asks for the template {job.cell.template!r}; known are {known}."
        )
    plan = template(job)
    if any(child.pinned is not None for child in job.cell.children):
        return keep_pinned(job, plan, cuttable)
    return plan
