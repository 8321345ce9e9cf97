"""ADR-001."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.element import Element
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.planning.drawn import held_by_network
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
    subject = design.get(request.subject)
    if not _says_size(request, subject):
        yield found(request, says="size", field="hosts")
        return
    held = held_by_network(subject, request) if isinstance(subject, (Vpc, VSwitch)) else ""
    if not request.block and not held:
        yield found(request, *((subject,) if subject else ()), field="block")


def _says_size(request: AddressRequest, subject: Element | None) -> bool:
    """Whether it is known how large the block is to be; the platform says it for IPv6 of VPCs and vSwitches."""
    asked = request.prefix_length or request.hosts or request.demand or request.pin or request.block
    return bool(asked) or (request.is_ipv6() and isinstance(subject, (Vpc, VSwitch)))
