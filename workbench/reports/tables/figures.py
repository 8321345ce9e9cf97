"""The platform figures that the checks of a design rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.model.design import Design
from workbench.model.elements.fact_override import FactOverride
from workbench.reference import Fact
from workbench.reports.report import Column, Table, TableRow
from workbench.rules.engine import registered
from workbench.rules.finding import Finding
from workbench.rules.reader import Reader
from workbench.texts import text


def figures_used(design: Design) -> Table:
    """Every figure a rule names, as it holds in this design, with source and date."""
    return _table(design, {id for rule in registered().values() for id in rule.facts})


def figures_behind(design: Design, findings: Sequence[Finding]) -> Table:
    """The figures that findings rest on, and those for which the project has its own value."""
    named = {id for rule in registered().values() for id in rule.facts}
    behind = {fact.id for finding in findings for fact in finding.rests_on}
    own = {override.fact for override in design.of_kind(FactOverride)}
    return _table(design, behind | own & named)


def _table(design: Design, ids: Iterable[str]) -> Table:
    reader = Reader(design)
    columns = (
        Column("figure", text("Figure"), "source", 50),
        Column("value", text("Value"), width=30),
        Column("unit", text("Unit"), width=20),
        Column("source", text("Source"), "source", 45),
        Column("dated", text("Dated"), width=20),
    )
    rows = tuple(TableRow(_cells(reader.fact(id))) for id in sorted(ids))
    return Table("figures", text("Platform figures"), columns, rows)


def _cells(fact: Fact) -> tuple[str | None, ...]:
    value = ", ".join(map(str, fact.value)) if isinstance(fact.value, list) else str(fact.value)
    return (fact.id, value, fact.unit, fact.source, fact.dated or None)
