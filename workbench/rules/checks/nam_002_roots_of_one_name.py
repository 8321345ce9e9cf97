"""NAM-002."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.element import Element
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import spoken_name, twins


@rule(
    "NAM-002",
    about=None,
    severity="hint",
    says="{name} and {other} are both a {kind} and have the same name",
    source="The design itself",
)
def roots_of_one_name(design: Reader) -> Iterator[Finding]:
    """What stands alone can be told apart by its name.

    Two data centres, regions or domains of one name cannot be told apart in documents.

    Wrong:
        a data-centre name=Hangzhou
        b data-centre name=Hangzhou

    Right:
        a data-centre name=Hangzhou-1
        b data-centre name=Hangzhou-2
    """
    roots = design.children(None, Element)
    first: dict[tuple[str, str], Element] = {}
    for element in roots:
        first.setdefault((element.kind.tag, spoken_name(element)), element)
    for twin in twins(roots):
        yield found(twin, first[twin.kind.tag, spoken_name(twin)], field="name", kind=twin.kind.label)
