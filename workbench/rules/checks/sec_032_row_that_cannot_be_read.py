"""SEC-032."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workbench.model.elements.cloud_firewall import CloudFirewall, FirewallPolicy
from workbench.model.elements.database import Database
from workbench.model.elements.flow import Flow
from workbench.model.elements.invariant import Invariant
from workbench.model.elements.network_acl import AclEntry, NetworkAcl
from workbench.model.elements.security_group import SecurityGroup
from workbench.reachability.readings import are_names_of_packets, are_ports, is_block
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule

FILTERS = (SecurityGroup, NetworkAcl, CloudFirewall, Database)


class _Unread(NamedTuple):
    """What cannot be read: the field, the row in it where there are rows, and how it is written."""

    says: str
    field: str
    number: int
    value: str


@rule(
    "SEC-032",
    about=(*FILTERS, Flow, Invariant),
    severity="error",
    says={
        "port": "{name} names the port {value}, which is none; write one such as 443, or a range such as 8000/8010",
        "row-port": "Row {number} of {name} names the port {value}, which is none; write a range such as 443/443",
        "row-protocol": "Row {number} of {name} names the protocol {value}, which is none that can be read, such as tcp",
        "row-block": "Row {number} of {name} names the block {value}, which is none; write one such as 10.0.0.0/16",
    },
    source="The design itself",
)
def row_that_cannot_be_read(
    element: SecurityGroup | NetworkAcl | CloudFirewall | Database | Flow | Invariant, design: Reader
) -> Iterator[Finding]:
    """What flows, invariants and the rows of filters name are ports and blocks.

    What cannot be read is not guessed: such a flow asks for nothing, and who is behind such a row is not known to be
    reached or not.

    Wrong:
        app-a application
        app-b application
        f flow source=app-a target=app-b port=https

    Right:
        app-a application
        app-b application
        f flow source=app-a target=app-b port=443/443
    """
    for one in _unread(element):
        yield found(element, says=one.says, field=one.field, number=one.number, value=one.value)


def _unread(element: object) -> Iterator[_Unread]:
    if isinstance(element, Flow) and not are_ports(element.port):
        yield _Unread("port", "port", 0, element.port)
    if isinstance(element, Invariant):
        yield from (_Unread("port", "ports", 0, port) for port in element.ports if not are_ports(port))
    if isinstance(element, NetworkAcl):
        for side in ("inbound", "outbound"):
            yield from _entries(side, getattr(element, side))
    if isinstance(element, CloudFirewall):
        yield from _policies(element.policies)
    if isinstance(element, SecurityGroup):
        named = ((number, row.block) for number, row in enumerate(element.rules, 1) if row.block)
        yield from (_Unread("row-block", "rules", at, block) for at, block in named if not is_block(block))
    if isinstance(element, Database):
        allowed = enumerate(element.allowed, 1)
        yield from (
            _Unread("row-block", "allowed", at, row.block) for at, row in allowed if not is_block(row.block)
        )


def _entries(side: str, rows: tuple[AclEntry, ...]) -> Iterator[_Unread]:
    for number, row in enumerate(rows, 1):
        yield from _packets(row.protocol, row.port, side, number)
        if not is_block(row.block):
            yield _Unread("row-block", side, number, row.block)


def _policies(rows: tuple[FirewallPolicy, ...]) -> Iterator[_Unread]:
    for number, row in enumerate(rows, 1):
        yield from _packets(row.protocol, row.port, "policies", number)
        for written, type_ in ((row.source, row.source_type), (row.destination, row.destination_type)):
            unread = (one for one in written.split(",") if type_ == "net" and not is_block(one))
            yield from (_Unread("row-block", "policies", number, one) for one in unread)


def _packets(protocol: str, port: str, field: str, number: int) -> Iterator[_Unread]:
    """What of the protocol and port of a row cannot be read; the port is asked once the protocol is one."""
    if not are_names_of_packets(protocol, ""):
        yield _Unread("row-protocol", field, number, protocol)
    elif not are_names_of_packets(protocol, port):
        yield _Unread("row-port", field, number, port)
