"""What the internet reaches, and what reaches it, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model.design import Design
from workbench.reachability.exposure import Exposed
from workbench.reachability.exposure_said import said
from workbench.reports.report import Column, Said, Table, TableRow
from workbench.texts import text


def exposure_table(design: Design, rows: Sequence[Exposed]) -> Table:
    """A row for each party, direction and way, the worst first."""
    columns = (
        Column("direction", text("Direction", key="exposure.head.direction"), width=26),
        Column("party", text("Who", key="exposure.head.who"), width=32),
        Column("verdict", text("Verdict", key="exposure.head.verdict"), width=26),
        Column("ports", text("Ports", key="exposure.head.ports"), width=24),
        Column("wanted", text("Wanted", key="exposure.head.wanted"), width=34),
        Column("through", text("Through", key="exposure.head.through"), width=34),
        Column("guard", text("Cloud Firewall", key="exposure.head.guard"), width=34),
        Column("owner", text("Owner"), width=22),
        Column("environment", text("Environment"), width=22),
        Column("account", text("Account"), width=28),
        Column("data_class", text("Data class", key="exposure.head.class"), width=18),
        Column("path", text("Path", key="exposure.head.path"), "passage", 66),
        Column("facts", text("Still to be said", key="exposure.head.facts"), "passage", 60),
    )
    told = (TableRow(_cells(row, design), element=row.party) for row in rows)
    return Table("exposure", text("Exposure to the internet"), columns, tuple(told))


def _cells(row: Exposed, design: Design) -> tuple[Said, ...]:
    return tuple(cell or None for cell in said(row, design))
