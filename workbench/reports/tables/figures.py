"""The platform figures that the checks of a design rest on."""

from __future__ import annotations

from workbench.model.design import Design
from workbench.reference import Fact
from workbench.reports.report import Column, Table, TableRow
from workbench.rules.engine import registered
from workbench.rules.reader import Reader
from workbench.texts import text


def figures_used(design: Design) -> Table:
    """Every figure a rule names, as it holds in this design, with source and date."""
    reader = Reader(design)
    ids = sorted({id for rule in registered().values() for id in rule.facts})
    columns = (
        Column("figure", text("Figure"), width=50),
        Column("value", text("Value"), width=30),
        Column("unit", text("Unit"), width=20),
        Column("source", text("Source"), width=45),
        Column("dated", text("Dated"), width=20),
    )
    rows = tuple(TableRow(_cells(reader.fact(id))) for id in ids)
    return Table("figures", text("Platform figures"), columns, rows)


def _cells(fact: Fact) -> tuple[str, ...]:
    value = ", ".join(map(str, fact.value)) if isinstance(fact.value, list) else str(fact.value)
    return (fact.id, value, fact.unit, fact.source, fact.dated)
