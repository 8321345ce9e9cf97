"""PLC-001."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.element import KINDS, Element
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.kinds import HOUSED
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "PLC-001",
    about=HOUSED,
    severity="warning",
    says={
        "": "{name} has no place yet; it belongs in {places}",
        "never": "{name} has no place; it can only be in {places}",
    },
    severities={"never": "error"},
    source="The design itself",
)
def element_without_place(element: Element, design: Reader) -> Iterator[Finding]:
    """Everything stands where it belongs.

    A security group in no VPC, or a routing policy on no transit router, was read in from a file that does not say where
    it belongs. It cannot be built before somebody has decided.

    Wrong:
        sg security-group

    Right:
        rd resource-directory
          net account
            vpc-a vpc
              sg security-group
    """
    if element.parent:
        return
    tags = [tag for tag in element.kind.inside if tag]
    candidates = [
        place for tag in tags for place in design.of_kind(KINDS[tag].type) if place.id != element.id
    ]
    cures = []
    if len(candidates) == 1:
        move = set_fields([element.id], parent=candidates[0].id)
        cures.append(Cure(text("Put it into {place}", place=candidates[0].title()), move))
    says = "" if "" in element.kind.inside else "never"
    places = [KINDS[tag].label for tag in tags]
    yield found(element, says=says, field="parent", cures=cures, places=places)
