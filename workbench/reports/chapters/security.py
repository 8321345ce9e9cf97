"""Chapter 9: security domains, wanted traffic, security groups."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.design import Design
from workbench.reports.chapters.pieces import found_here, sheets_showing, some_rows
from workbench.reports.report import Block, Heading, Paragraph
from workbench.reports.standing import Standing
from workbench.reports.tables.elements import list_of
from workbench.texts import text


def chapter(design: Design, standing: Standing) -> Iterator[Block]:
    """Domains and flows as a picture and as tables, then the groups that carry them out."""
    yield Heading(text("Security protection"))
    yield Paragraph(
        text(
            "Applications stand in security domains; what is not listed as wanted between them is not to be opened."
        )
    )
    yield from sheets_showing(design, "security")
    for title, tag, keys, widths in (
        (
            text("Security domains"),
            "security-domain",
            ("name", "trust", "environment", "block"),
            (60, 30, 40, 35),
        ),
        (
            text("Wanted traffic"),
            "flow",
            ("name", "source", "target", "protocol", "port", "wanted"),
            (37, 35, 35, 20, 20, 18),
        ),
        (
            text("Security groups"),
            "security-group",
            ("name", "inside", "type", "inner", "rules"),
            (50, 45, 25, 25, 20),
        ),
    ):
        yield Heading(title, 2)
        table = list_of(design, tag)
        if table.rows:
            yield from some_rows(table.only(*keys).widths(*widths))
        else:
            yield Paragraph(text("{kind}: none in this design.", kind=table.title))
    ids = frozenset(element.id for element in design if element.kind.design_domain == "security")
    yield from found_here(standing, ids)
