"""The packets an invariant is about: its protocol and ports."""

from __future__ import annotations

from typing import Final

from planners.reachability.network import ALL, Ports
from planners.reachability.ports import Use
from workbench.model.elements.invariant import Invariant
from workbench.reachability.readings import ports_of, protocol_of

WITH_PORTS: Final = ("tcp", "udp")


def uses_of(one: Invariant) -> tuple[Use, ...]:
    """The protocols and ports of an invariant; ports of any protocol are those of TCP and UDP."""
    protocol = protocol_of(one.protocol) or ALL
    ranges = [found for written in one.ports if (found := ports_of(written)) is not None]
    if not one.ports or len(ranges) < len(one.ports) or protocol == "icmp":
        return ((protocol, None),)
    protocols = WITH_PORTS if protocol == ALL else (protocol,)
    return tuple((protocol, range_) for protocol in protocols for range_ in ranges)


def range_said(range_: Ports | None) -> str:
    """A range of ports in few characters."""
    if range_ is None:
        return ""
    return str(range_[0]) if range_[0] == range_[1] else f"{range_[0]}-{range_[1]}"
