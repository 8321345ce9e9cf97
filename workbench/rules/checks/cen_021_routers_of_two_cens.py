"""CEN-021."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.cen import Cen
from workbench.model.elements.peer_attachment import PeerAttachment
from workbench.model.elements.transit_router import TransitRouter
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "CEN-021",
    about=PeerAttachment,
    severity="hint",
    says="{name} joins {other} and {peer}, which belong to two CENs",
    source="unverified",
)
def routers_of_two_cens(joint: PeerAttachment, design: Reader) -> Iterator[Finding]:
    """A connection of two regions joins transit routers of one CEN.

    It is made in a CEN, and its bandwidth is that of the CEN. No document was read that says what becomes of one between
    two CENs; paths through it are computed as if it carried them.

    Wrong:
        one cen
          tr-1 transit-router
            link peer-attachment peer=tr-2
        two cen
          tr-2 transit-router

    Right:
        one cen
          tr-1 transit-router
            link peer-attachment peer=tr-2
          tr-2 transit-router
    """
    routers = [design.get(id, TransitRouter) for id in (joint.parent, joint.peer)]
    here, there = routers
    if here is None or there is None:
        return
    one, other = design.get(here.parent, Cen), design.get(there.parent, Cen)
    if one and other and one.id != other.id:
        yield found(joint, here, there, one, other, peer=there.title())
