"""ADR-001."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.address_request import AddressRequest
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "ADR-001",
    about=AddressRequest,
    severity="warning",
    says={
        "": "{name} still waits for its addresses",
        "size": "{name} says neither how many hosts or services nor what prefix length it wants",
    },
    source="The design itself",
)
def request_without_block(request: AddressRequest, design: Reader) -> Iterator[Finding]:
    """Every request for addresses says how many, and has been answered.

    Plan the addresses, or give the block by hand. VPCs and vSwitches hold the block that answers their request.

    Wrong:
        req address-request prefix_length=24

    Right:
        req address-request prefix_length=24 block=10.0.1.0/24
    """
    if not (request.prefix_length or request.hosts or request.demand or request.pin or request.block):
        yield found(request, says="size", field="hosts")
        return
    subject = design.get(request.subject)
    held = getattr(subject, "block", "") or getattr(subject, "blocks", ())
    if not request.block and not held:
        yield found(request, *((subject,) if subject else ()), field="block")
