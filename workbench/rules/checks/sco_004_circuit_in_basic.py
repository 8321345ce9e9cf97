"""SCO-004."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.engagement.lens import coverage
from workbench.model.element import Element
from workbench.model.elements.circuit import Circuit
from workbench.model.elements.ecr import Ecr
from workbench.model.elements.ecr_association import EcrAssociation
from workbench.model.elements.vbr import Vbr
from workbench.model.elements.vbr_attachment import VbrAttachment
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "SCO-004",
    about=(Circuit, Ecr, EcrAssociation, Vbr, VbrAttachment),
    severity="scope",
    says="{name} goes beyond the contract. {sentence}",
    source="Statement of work, clause 2.1/3/1/1",
)
def circuit_in_basic(element: Element, design: Reader) -> Iterator[Finding]:
    """The Basic edition connects data centres over VPN only.

    Circuits, virtual border routers, Express Connect Routers and their attachments are designed from the Standard edition
    on.

    Wrong:
        deal engagement edition=basic choice=network
        vbr vbr
          line circuit

    Right:
        deal engagement edition=standard
        vbr vbr
          line circuit
    """
    covering = coverage(element, design.engagement)
    if covering.limit:
        yield found(element, sentence=covering.sentence)
