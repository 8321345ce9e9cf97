"""The solution on access, cost, tags and audit."""

from __future__ import annotations

from workbench.model.sketch import sketch
from workbench.reports.report import Heading, Paragraph, Table
from workbench.reports.solution import solution
from workbench.reports.standing import standing
from workbench.reports.tables.access import access_table
from workbench.words import Words

DESIGN = """
    deal engagement edition=standard domains=account,finance,resource,compliance
    rd resource-directory
      idp identity-provider
      ops access-configuration
      prod folder
        shop account cost_centre=retail
          batch ram-role services=ecs.aliyuncs.com
      net user-group provider=idp
        - grants what=ops where=prod
        - grants what=batch
    retail cost-centre code=CC-1
"""


def chapters(lines: str) -> dict[str, list[object]]:
    """The blocks of each chapter by its English title."""
    found: dict[str, list[object]] = {}
    here: list[object] = []
    design = sketch(lines)
    for block in solution(design, standing(design)).blocks:
        if isinstance(block, Heading) and block.level == 1:
            here = found.setdefault(block.title.said("en"), [])
        here.append(block)
    return found


def tables(blocks: list[object]) -> dict[str, Table]:
    return {block.id: block for block in blocks if isinstance(block, Table)}


def test_who_has_what_access_where_is_a_row_a_grant() -> None:
    rows = [row.cells for row in access_table(sketch(DESIGN)).rows]

    said = [[cell.en if isinstance(cell, Words) else cell for cell in row] for row in rows]
    assert said == [["net", "idp", "ops", "prod"], ["net", "idp", "batch", "shop"]]


def test_the_account_chapter_holds_access_providers_and_roles() -> None:
    assert {"access", "identity-provider", "ram-role"} <= set(tables(chapters(DESIGN)["Account management"]))


def test_a_domain_with_elements_lists_them_and_one_without_says_what_is_owed() -> None:
    found = chapters(DESIGN)

    assert set(tables(found["Financial management"])) == {"cost-centre"}
    assert tables(found["Resource management"]) == {}
    owed = [block.words.said("en") for block in found["Resource management"] if isinstance(block, Paragraph)]
    assert any("no decisions on it yet" in said for said in owed)
