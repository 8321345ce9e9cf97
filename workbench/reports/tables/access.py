"""Who has what access where: the grants of all user groups as one table."""

from __future__ import annotations

from workbench.access import access
from workbench.model.design import Design
from workbench.reports.report import Column, Table, TableRow
from workbench.texts import text


def access_table(design: Design) -> Table:
    """A row a grant: the group, where its people come from, what they may use, and where."""
    columns = (
        Column("group", text("User group"), width=45),
        Column("provider", text("Comes from"), width=35),
        Column("what", text("May use"), width=45),
        Column("where", text("Where"), width=40),
    )
    rows = []
    for one in access(design):
        provider = design.get(one.group.provider)
        named = tuple(part.title() if part else None for part in (provider, one.what, one.where))
        rows.append(TableRow((one.group.title(), *named), element=one.group.id))
    return Table("access", text("Who has what access where"), columns, tuple(rows))
