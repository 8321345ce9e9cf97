"""NAM-001."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.element import Element
from workbench.rules.finding import Finding, found
from workbench.rules.kinds import CONTAINERS
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import twins


@rule(
    "NAM-001",
    about=CONTAINERS,
    severity="hint",
    says="{name} and another {kind} in {other} have the same name",
    source="The design itself",
)
def siblings_of_one_name(place: Element, design: Reader) -> Iterator[Finding]:
    """What stands side by side can be told apart by its name.

    Documents and tables name things, and a second import finds them again by kind, place and name.

    Wrong:
        vpc-a vpc
          vsw-1 vswitch name=web
          vsw-2 vswitch name=web

    Right:
        vpc-a vpc
          vsw-1 vswitch name=web-a
          vsw-2 vswitch name=web-b
    """
    for twin in twins(design.children(place, Element)):
        yield found(twin, place, field="name", kind=twin.kind.label)
