"""Faults in network ACLs, and ACLs that are a fault."""

from __future__ import annotations

from typing import Final

import msgspec

from tests.reachability.mutations.operators import (
    Apply,
    Operator,
    Place,
    elements,
    fields,
    put_row,
    row_with,
    rows,
    swapped,
    without_row,
)
from workbench.model.design import Design
from workbench.model.elements.network_acl import AclEntry, NetworkAcl
from workbench.model.elements.vswitch import VSwitch
from workbench.words import Words

ANYWHERE: Final = "0.0.0.0/0"
OPEN: Final = AclEntry(block=ANYWHERE)
DROP: Final = AclEntry(action="drop", block=ANYWHERE)
SWITCHES: Final = elements(VSwitch, lambda one: one.purpose != "TR")
GUARDED: Final = elements(VSwitch, lambda one: one.acl is not None)
ACLS: Final = elements(NetworkAcl)
Entries = tuple[AclEntry, ...]


def _answers(port: str) -> AclEntry:
    return AclEntry(protocol="tcp", block=ANYWHERE, port=port)


def _put(inbound: Entries, outbound: Entries) -> Apply:
    """Puts a new ACL on a vSwitch."""

    def apply(design: Design, place: Place) -> Design:
        acl = NetworkAcl(
            id="acl-new",
            name=Words(en="New ACL", zh="新网络 ACL"),
            parent=design[place.id].parent,
            inbound=inbound,
            outbound=outbound,
        )
        return design.adding(acl).replacing(place.id, acl=acl.id)

    return apply


def _half_answers(design: Design, place: Place) -> Design:
    """Cuts every entry for answers to the upper half of the ephemeral ports."""

    def cut(entries: Entries) -> Entries:
        return tuple(
            msgspec.structs.replace(entry, port="32768/65535") if entry.port == "1024/65535" else entry
            for entry in entries
        )

    acl = design.get(place.id, NetworkAcl)
    assert acl is not None
    return design.replacing(place.id, inbound=cut(acl.inbound), outbound=cut(acl.outbound))


def _without_answers(design: Design, place: Place) -> Design:
    """Takes out every entry for answers."""

    def cut(entries: Entries) -> Entries:
        return tuple(entry for entry in entries if entry.port != "1024/65535")

    acl = design.get(place.id, NetworkAcl)
    assert acl is not None
    return design.replacing(place.id, inbound=cut(acl.inbound), outbound=cut(acl.outbound))


def _first(side: str, entry: AclEntry) -> Apply:
    return put_row(side, lambda _design, _place: entry, first=True)


OPERATORS: Final = (
    Operator(
        "ACL without entries put on a vSwitch", "A new network ACL drops everything", SWITCHES, _put((), ())
    ),
    Operator(
        "ACL without answers put on a vSwitch",
        "A new network ACL lets requests in and no answers out",
        SWITCHES,
        _put((OPEN,), ()),
    ),
    Operator(
        "ACL that lets nothing in put on a vSwitch",
        "A new network ACL lets out and nothing in",
        SWITCHES,
        _put((), (OPEN,)),
    ),
    Operator(
        "ACL with half of the answers put on a vSwitch",
        "A new network ACL lets out answers to half of the ephemeral ports",
        SWITCHES,
        _put((OPEN,), (_answers("32768/65535"),)),
    ),
    Operator(
        "ACL in the wrong order put on a vSwitch",
        "A new network ACL drops before it accepts",
        SWITCHES,
        _put((DROP, OPEN), (OPEN,)),
    ),
    Operator(
        "ACL that is open put on a vSwitch",
        "A new network ACL lets everything pass",
        SWITCHES,
        _put((OPEN,), (OPEN,)),
    ),
    Operator("ACL taken off", "A vSwitch no longer has its network ACL", GUARDED, fields(acl=None)),
    Operator(
        "ACL entry removed",
        "An entry is taken out inbound",
        rows(NetworkAcl, "inbound"),
        without_row("inbound"),
    ),
    Operator(
        "ACL entry removed outbound",
        "An entry is taken out outbound",
        rows(NetworkAcl, "outbound"),
        without_row("outbound"),
    ),
    Operator(
        "ACL answers removed", "A network ACL no longer has its entries for answers", ACLS, _without_answers
    ),
    Operator(
        "ACL answers cut in half",
        "A network ACL lets answers to half of the ephemeral ports pass",
        ACLS,
        _half_answers,
    ),
    Operator(
        "ACL order swapped",
        "Two entries that follow each other are swapped",
        lambda design: [
            Place(acl.id, at) for acl in design.of_kind(NetworkAcl) for at in range(len(acl.inbound) - 1)
        ],
        swapped("inbound"),
    ),
    Operator(
        "ACL drops first", "A network ACL drops everything before its entries", ACLS, _first("inbound", DROP)
    ),
    Operator(
        "ACL opened", "A network ACL accepts everything before its entries", ACLS, _first("inbound", OPEN)
    ),
    Operator(
        "ACL entry turned",
        "An entry that accepted drops",
        rows(NetworkAcl, "inbound", lambda entry: entry.action == "accept"),
        row_with("inbound", action="drop"),
    ),
)
