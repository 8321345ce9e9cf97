"""Cells pasted from a spreadsheet: all in one edit, or none with the line that is wrong."""

from __future__ import annotations

import pytest

from tests.planning.plan_table.plans import plan
from workbench.model.design import Design
from workbench.planning.plan_table import plan_table
from workbench.planning.plan_table.columns import Column
from workbench.planning.plan_table.pasting import copied, pasted
from workbench.reading import Refused


def paste(design: Design, plain: str, ids: str = "web small uat", column: Column = "block") -> Design:
    """The design after cells were pasted into rows."""
    table = plan_table(design)
    return pasted(design, [table.seats[id] for id in ids.split()], column, plain, "en")(design)


def blocks(design: Design) -> list[str]:
    """The blocks of the rows that are pasted into."""
    return [design[id].meta() for id in ("web", "small", "uat")]


def test_a_column_of_blocks_goes_into_the_rows_from_the_first_on() -> None:
    made = paste(plan(), "10.1.48.0/20\r\n10.1.128.0 255.255.255.0\r\n10.2.16.0/20\r\n")

    assert blocks(made) == ["10.1.48.0/20", "10.1.128.0/24", "10.2.16.0/20"]


def test_blocks_may_change_places() -> None:
    design = plan().replacing("small", block="10.1.64.0/20")

    assert blocks(paste(design, "10.1.64.0/20\n10.1.32.0/20"))[:2] == ["10.1.64.0/20", "10.1.32.0/20"]


def test_empty_cells_leave_theirs() -> None:
    assert blocks(paste(plan(), "10.1.48.0/20\n\n10.2.16.0/20"))[1] == "10.1.64.0/24"


@pytest.mark.parametrize(
    ("plain", "says"),
    [
        ("10.1.48.0/20\n10.1.49.0/24", "Line 1: 10.1.48.0/20 overlaps small 10.1.49.0/24."),
        ("10.1.48.0/20\nno", "Line 2: no/24 is not a block of addresses, such as 10.0.1.0/24."),
        ("a\nb\nc\nd", "4 lines were copied, and from here on there are 3 rows."),
    ],
)
def test_what_cannot_be_is_told_by_its_line_and_nothing_is_pasted(plain: str, says: str) -> None:
    with pytest.raises(Refused) as wrong:
        paste(plan(), plain)

    assert wrong.value.text.said("en").startswith(says)


def test_rows_that_are_copied_can_be_pasted_back() -> None:
    design = plan()
    plain = copied(plan_table(design), ["web", "small"], "en")

    assert plain.splitlines()[0].split("\t")[:4] == ["web", "/20", "10.1.32.0/20", "4,092"]
    assert paste(design, plain, "web small", "name") == paste(
        paste(design, plain, "web small", "name"), plain, "web small", "name"
    )
    assert blocks(paste(design, plain, "web small", "name")) == blocks(design)
