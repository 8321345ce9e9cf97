"""The exposure as a table of the workbook."""

from __future__ import annotations

from tests.cli.test_exposure import OPEN
from workbench.exporters.excel import workbook_tables
from workbench.model.sketch import sketch
from workbench.reachability.exposure import exposure_of
from workbench.reports.standing import standing
from workbench.reports.tables.exposure import exposure_table
from workbench.texts import spoken


def test_every_row_says_who_which_ports_by_what_way_and_whose_it_is() -> None:
    design = sketch(OPEN)
    table = exposure_table(design, exposure_of(design))
    (row,) = (row for row in table.rows if row.element == "web" and spoken(row.cells[0], "en") == "in")

    assert [spoken(cell, "en") if cell else "" for cell in row.cells] == [
        "in",
        "web",
        "passes",
        "443",
        "not wanted",
        "alb",
        "no boundary",
        "Li Ming",
        "",
        "",
        "C2",
        "Internet > alb > sg > web",
        "",
    ]
    assert spoken(row.cells[6], "zh") == "无边界防护"


def test_the_workbook_has_the_exposure_where_there_is_any() -> None:
    exposed, closed = sketch(OPEN), sketch("vpc-a vpc blocks=10.0.0.0/16")

    assert "exposure" in [table.id for table in workbook_tables(exposed, standing(exposed))]
    assert "exposure" not in [table.id for table in workbook_tables(closed, standing(closed))]
