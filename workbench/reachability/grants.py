"""Connections between two accounts that need the consent of one of them."""

from __future__ import annotations

from workbench.model.attachment import GrantedAttachment
from workbench.model.design import Design
from workbench.model.element import Element
from workbench.model.elements.ecr_association import EcrAssociation
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_peering import VpcPeering
from workbench.reachability.lines import account_of


def awaits_acceptance(peering: VpcPeering, design: Design) -> bool:
    """Whether a peering's other VPC belongs to another account, of which nothing says that it accepts."""
    ends = (account_of(design.get(id, Vpc), design) for id in (peering.parent, peering.peer))
    return not peering.accepted and len({one.id for one in ends if one}) > 1


def awaits_grant(
    joint: GrantedAttachment | EcrAssociation, one: Element | None, other: Element | None, design: Design
) -> bool:
    """Whether the two that something joins belong to two accounts, of which nothing says that one grants it to the other."""
    owners = (account_of(end, design) for end in (one, other))
    return not joint.granted and len({owner.id for owner in owners if owner}) > 1
