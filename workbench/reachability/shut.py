"""Doors of the engine that let nobody through, and those behind which nobody knows: each with the word for why."""

from __future__ import annotations

from typing import Final

from planners.reachability.network import Attachment, Hop, TransitTable
from workbench.model.element import ElementId
from workbench.reachability.fabric import PENDING, Fabric, leave_open
from workbench.texts import Text, text

NOT_LED: Final = "!not-led:"
"""Before the id of a NAT gateway that no route leads out of its VPC."""
FOREIGN: Final = "!foreign:"
"""Before the id of what a route names though it belongs to another VPC."""
SERVICES: Final = "!services:"
"""Before the id of a VPC whose packets are for the addresses of cloud services."""
SHUT: Final = {
    NOT_LED: text("no route of its vSwitch leads all of the internet to the IPv4 gateway"),
    FOREIGN: text("it belongs to another VPC, and the platform takes no route to it"),
    SERVICES: text("cloud services have these addresses in every VPC"),
}
"""What is said where a packet ends at a door that is shut."""


def shut(fabric: Fabric, kind: str, id: ElementId) -> Hop:
    """A hop that leads to a door which lets nobody through."""
    fabric.tables[kind + id] = TransitTable()
    fabric.attachments[kind + id] = Attachment("peer", kind + id, kind + id)
    return Hop("att", kind + id)


def undecided(fabric: Fabric, id: ElementId, why: str = "") -> Hop:
    """A hop to where nobody knows what comes next, since the design does not say something of an element."""
    return Hop("att", leave_open(fabric, f"{id}:{why}" if why else id))


def door_said(place: str) -> Text | None:
    """Why a door is shut; None of what is no such door."""
    return next((said for kind, said in SHUT.items() if place.startswith(kind)), None)


def why_open(place: str) -> str:
    """The word with which a hop was left undecided."""
    return place.removeprefix(PENDING).partition(":")[2] if place.startswith(PENDING) else ""
