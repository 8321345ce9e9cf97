"""Chapter 9: security domains, wanted traffic, security groups."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.design import Design
from workbench.reports.chapters.pieces import found_here, listed, sheets_showing
from workbench.reports.report import Block, Heading, Paragraph
from workbench.reports.standing import Standing
from workbench.texts import text


def chapter(design: Design, standing: Standing) -> Iterator[Block]:
    """Domains and flows as a picture and as tables, the groups that carry them out, and how data is protected."""
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
        yield from listed(design, tag, keys, widths)
    yield Heading(text("Data protection"), 2)
    for tag, keys, widths in (
        ("key", ("name", "inside", "spec", "level", "rotation_days"), (40, 40, 35, 25, 25)),
        ("database", ("name", "inside", "engine", "allowed", "key", "tls"), (32, 30, 28, 22, 30, 23)),
        ("bucket", ("name", "inside", "acl", "encryption", "key", "redundancy"), (30, 35, 25, 25, 30, 20)),
    ):
        yield from listed(design, tag, keys, widths)
    ids = frozenset(element.id for element in design if element.kind.design_domain == "security")
    yield from found_here(standing, ids)
