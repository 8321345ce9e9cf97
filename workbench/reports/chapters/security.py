"""Chapter 9: security domains, wanted traffic, security groups."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.design import Design
from workbench.reports.chapters import proofs
from workbench.reports.chapters.pieces import any_led, found_here, led, mentions, sheets_showing
from workbench.reports.report import Block, Heading, Paragraph, mention
from workbench.reports.standing import Standing
from workbench.reports.tables.data_access import data_access_table
from workbench.reports.tables.elements import list_of
from workbench.texts import text


def chapter(design: Design, standing: Standing) -> Iterator[Block]:
    """Domains and flows as a picture and as tables, the groups that carry them out, and how data is protected."""
    yield Heading(text("Security protection"))
    yield Paragraph(
        text(
            "Applications stand in security domains; what is not listed as wanted between them is not to be opened."
        )
    )
    ids = frozenset(element.id for element in design if element.kind.design_domain == "security")
    yield from found_here(standing, ids)
    yield Heading(text("Security domains"), 2)
    domains = list_of(design, "security-domain").only("name", "trust", "environment", "block")
    yield from led(
        text("{table} lists the security domains and how far each is trusted."),
        domains.widths(60, 30, 40, 35),
    )
    figures = sheets_showing(design, "security")
    if figures:
        yield Paragraph(
            text(
                "The domains with what flows between them are drawn in {figures}.", figures=mentions(figures)
            )
        )
    yield from figures
    yield Heading(text("Wanted traffic"), 2)
    flows = list_of(design, "flow").only("name", "source", "target", "protocol", "port", "wanted")
    yield from led(
        text("{table} lists the traffic that is wanted, and what must not pass."),
        flows.widths(40, 36, 36, 17, 20, 16),
    )
    yield from proofs.overview(design)
    yield Heading(text("Security groups"), 2)
    groups = list_of(design, "security-group").only("name", "inside", "type", "inner", "rules")
    yield from led(
        text("{table} lists the security groups; their rules stand in {rules}.", rules=mention(RULES))
        if any(group.cells[-1] for group in groups.rows)
        else text("{table} lists the security groups."),
        groups.widths(50, 45, 25, 25, 20),
    )
    yield from _data(design)


def _data(design: Design) -> Iterator[Block]:
    yield Heading(text("Data protection"), 2)
    for says, tag, keys, widths in (
        (
            text("{table} lists the keys and how often they change."),
            "key",
            ("name", "inside", "spec", "level", "rotation_days"),
            (40, 40, 35, 25, 25),
        ),
        (
            text("{table} lists the databases, whom they let in and how they are encrypted."),
            "database",
            ("name", "inside", "engine", "allowed", "key", "tls"),
            (32, 30, 28, 22, 30, 23),
        ),
        (
            text("{table} lists the buckets and how they are protected."),
            "bucket",
            ("name", "inside", "acl", "encryption", "key", "redundancy"),
            (30, 35, 25, 25, 30, 20),
        ),
    ):
        yield from led(says, list_of(design, tag).only(*keys).widths(*widths))
    yield from any_led(
        text(
            "{table} says who reaches each store of data, and whose it is; what is not settled hangs on the design."
        ),
        data_access_table(design)
        .only("store", "class", "owner", "key", "wanted", "open", "unknown")
        .widths(26, 18, 22, 24, 28, 26, 26),
    )


RULES = "security-group.rules"
"""The id of the appendix's table of rules."""
