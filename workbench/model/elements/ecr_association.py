"""What an Express Connect Router serves."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Block, Element, ElementId, kind, shown


@kind(
    "ECR association",
    "ECR associations",
    domain="network",
    symbol="attachment",
    inside=("ecr",),
    joins=("network", "parent"),
    line="attachment",
    clause_item="net.connect.any",
)
class EcrAssociation(Element, frozen=True, kw_only=True, tag="ecr-association"):
    """Joins a VBR, a VPC or a transit router to an Express Connect Router."""

    network: Annotated[ElementId | None, shown("Network", refers=("vbr", "vpc", "transit-router"))] = None
    allowed: Annotated[
        tuple[Block, ...],
        shown(
            "Allowed prefixes",
            editor="block",
            section="routing",
            hint="What is told the sites in place of every vSwitch block.",
        ),
    ] = ()
    granted: Annotated[
        bool,
        shown(
            "Grant given",
            section="routing",
            hint="Needed when router and network belong to different accounts.",
        ),
    ] = False
