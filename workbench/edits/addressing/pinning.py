"""Pinning a block where it is: the planner, and hands that slip, leave it there."""

from __future__ import annotations

from workbench.edits import Edit
from workbench.edits.addressing.ground import Ground
from workbench.edits.addressing.proposal import Proposal, refused
from workbench.edits.fields import set_fields
from workbench.edits.placing import add
from workbench.edits.removing import remove
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.vpc import Vpc
from workbench.model.ids import id_from
from workbench.planning.address_map.claims import Claim
from workbench.planning.drawn import block_or_none
from workbench.texts import Text, text


def is_pinned(ground: Ground, claim: Claim) -> bool:
    """Whether a request keeps a claim where it is."""
    return ground.pin_of(claim) is not None


def pin(ground: Ground, claim: Claim) -> Proposal:
    """A block pinned to where it is, or free to move again."""
    name, holder = ground.name(claim.element), ground.pin_of(claim)
    if holder:
        return Proposal(text("Unpin {name}", name=name), _unpinned(holder, claim))
    title = text("Pin {name}", name=name)
    reason = _not_pinnable(ground, claim)
    if reason:
        return refused(title, reason)
    asking = [
        one for one in ground.requests_for(claim.element) if not one.is_ipv6() or one.id == claim.element
    ]
    block = str(claim.block)
    edit = set_fields([asking[0].id], pin=block) if asking else add(_request(claim))
    return Proposal(title, edit, ((claim.element, claim.block),))


def _not_pinnable(ground: Ground, claim: Claim) -> Text | None:
    element = ground.design[claim.element]
    if claim.use not in ("vpc", "vswitch", "planned"):
        return text(
            "Only VPCs, vSwitches and planned blocks are pinned; {name} is none.", name=element.title()
        )
    held = element.blocks[:1] if isinstance(element, Vpc) else (getattr(element, "block", ""),)
    if claim.block not in [block_or_none(one) for one in held]:
        return text(
            "Of {name} the first IPv4 block can be pinned; {block} is another.",
            name=element.title(),
            block=str(claim.block),
        )
    return None


def _request(claim: Claim) -> AddressRequest:
    """A request that says nothing but where an element has to stay."""
    id = id_from("address-request", "pin", claim.element)
    return AddressRequest(
        id=id, subject=claim.element, prefix_length=claim.block.length, pin=str(claim.block)
    )


def _unpinned(holder: AddressRequest, claim: Claim) -> Edit:
    # What was made for the pin alone goes with it.
    made = _request(claim)
    return remove([holder.id]) if holder == made else set_fields([holder.id], pin="")
