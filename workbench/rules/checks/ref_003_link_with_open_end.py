"""REF-003."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.element import Element
from workbench.rules.finding import Finding, found
from workbench.rules.kinds import LINKS
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "REF-003",
    about=LINKS,
    severity="warning",
    says={
        "": "{name} joins nothing at one end",
        "itself": "{name} joins {other} to itself",
    },
    source="The design itself",
)
def link_with_open_end(link: Element, design: Reader) -> Iterator[Finding]:
    """A link joins two elements.

    With an open end it is drawn nowhere and carries nothing.

    Wrong:
        tr transit-router
          att vpc-attachment

    Right:
        tr transit-router
          att vpc-attachment vpc=vpc-a
        vpc-a vpc
    """
    assert link.kind.joins
    ends = [getattr(link, field) for field in link.kind.joins]
    for field, end in zip(link.kind.joins, ends, strict=True):
        if not end:
            yield found(link, field=field)
    same = design.get(ends[0]) if ends[0] == ends[1] else None
    if same:
        yield found(link, same, says="itself", field=link.kind.joins[0])
