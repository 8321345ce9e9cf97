"""The advanced sample with all that it does without: network ACLs, a boundary between VPCs, policies, a VPN, more regions.

It is clean, too. Where the samples have one wall behind the other, here every kind of wall stands alone before something,
so that a hole in it shows.
"""

from __future__ import annotations

from typing import Final

import msgspec

from tools.samples.clean import advanced
from workbench.model.design import Design
from workbench.model.elements.application import Application
from workbench.model.elements.circuit import Circuit
from workbench.model.elements.cloud_firewall import CloudFirewall, FirewallPolicy
from workbench.model.elements.data_centre import DataCentre, SiteRange
from workbench.model.elements.flow import Flow
from workbench.model.elements.ipsec_connection import IpsecConnection
from workbench.model.elements.nat_gateway import NatGateway, SnatEntry
from workbench.model.elements.network_acl import AclEntry, NetworkAcl
from workbench.model.elements.peer_attachment import PeerAttachment
from workbench.model.elements.routing_policy import RoutingPolicy
from workbench.model.elements.security_domain import SecurityDomain
from workbench.model.elements.security_group import SecurityGroup, SecurityRule
from workbench.model.elements.vbr import Vbr
from workbench.model.elements.vbr_attachment import VbrAttachment
from workbench.model.elements.vpn_attachment import VpnAttachment
from workbench.model.elements.vpn_gateway import VpnGateway
from workbench.model.elements.vswitch import VSwitch
from workbench.words import Words

ANYWHERE: Final = "0.0.0.0/0"
PORTAL, FREIGHT, TRIAL, STANDBY = "10.0.0.0/20", "10.2.0.0/18", "10.3.0.0/18", "10.18.0.0/18"
BASTION, CLOUD = "10.1.2.0/24", "10.0.0.0/8"
CENTRE, BRANCH, DEPOT = "172.20.0.0/16", "172.21.0.0/24", "172.22.0.0/24"


def furnished() -> Design:
    """The design; every step of it adds what one subject needs."""
    return _no_way_out(_walls_alone(_policies(_acls(_between_vpcs(_branch(_standby(advanced())))))))


def _named(word: str) -> Words:
    return Words(en=word, zh=word)


def _flow(id: str, source: str, target: str, port: str) -> Flow:
    return Flow(id=f"flow-{id}", name=_named(id), source=source, target=target, port=f"{port}/{port}")


def _rule(port: str, block: str, **more: str | int) -> SecurityRule:
    return SecurityRule(port=port, block=block, interface="intranet", **more)  # type: ignore[arg-type]


def _standby(design: Design) -> Design:
    """Two applications in the second region, reached over routers and peering; only their group's inner policy parts them."""
    switches = tuple(
        one.id for one in design.of_kind(VSwitch) if one.parent == "vpc-hz-prod" and one.purpose != "TR"
    )
    rules = (_rule("443/443", PORTAL), _rule("3306/3306", FREIGHT))
    peer = design.get("peer-sh-hz", PeerAttachment)
    assert peer is not None
    return design.adding(
        SecurityDomain(id="domain-standby", name=_named("Standby")),
        SecurityGroup(
            id="sg-standby", name=_named("Standby servers"), parent="vpc-hz-prod", inner="Drop", rules=rules
        ),
        Application(
            id="app-standby",
            name=_named("Standby"),
            parent="domain-standby",
            vswitches=switches,
            groups=("sg-standby",),
        ),
        SecurityDomain(id="domain-report", name=_named("Reports")),
        Application(
            id="app-report",
            name=_named("Reports"),
            parent="domain-report",
            vswitches=switches[:1],
            groups=("sg-standby",),
        ),
        _flow("standby", "app-portal", "app-standby", "443"),
        _flow("replication", "app-freight", "app-standby", "3306"),
        _flow("report", "app-portal", "app-report", "443"),
        _flow("figures", "app-freight", "app-report", "3306"),
        msgspec.structs.replace(peer, learning=(*peer.learning, "rt-sh-dmz")),
    )


def _branch(design: Design) -> Design:
    """A second site, on a VPN, that may use one application and is called by none."""
    group = design.get("sg-prod-app", SecurityGroup)
    assert group is not None
    kept = _rule("-1/-1", BRANCH, direction="egress", action="drop", protocol="all", priority=2)
    known = _named("Branch")
    return design.adding(
        DataCentre(id="site-branch", name=known, ranges=(SiteRange(block=BRANCH),)),
        VpnGateway(id="vpn-branch", name=known, parent="account-network", region="region-sh"),
        IpsecConnection(id="ipsec-branch", name=known, parent="vpn-branch", site="site-branch"),
        VpnAttachment(
            id="vpn-attachment-branch",
            name=known,
            parent="router-sh",
            vpn="vpn-branch",
            association="rt-sh-edge",
            learning=("rt-sh-prod", "rt-sh-test"),
        ),
        _flow("branch", "site-branch", "app-freight", "443"),
        msgspec.structs.replace(group, rules=(*group.rules, _rule("443/443", BRANCH), kept)),
    )


def _policy(action: str, source: str, target: str, port: str, protocol: str = "TCP") -> FirewallPolicy:
    return FirewallPolicy(
        action=action,  # type: ignore[arg-type]
        source=source,
        destination=target,
        protocol=protocol,
        port=port,
    )


def _between_vpcs(design: Design) -> Design:
    """A boundary between the VPCs of the first region that accepts what is wanted and drops the rest."""
    accepted = (
        _policy("accept", PORTAL, FREIGHT, "443/443"),
        _policy("accept", PORTAL, STANDBY, "443/443"),
        _policy("accept", FREIGHT, CENTRE, "443/443"),
        _policy("accept", BRANCH, FREIGHT, "443/443"),
        _policy("accept", BRANCH, TRIAL, "8081/8081"),
        _policy("accept", FREIGHT, TRIAL, "81/81"),
        _policy("accept", TRIAL, FREIGHT, "8082/8082"),
        _policy("accept", BASTION, CLOUD, "22/22"),
        _policy("accept", BASTION, CENTRE, "0/0", "ANY"),
        _policy("accept", CENTRE, BASTION, "443/443"),
        _policy("drop", CLOUD, CLOUD, "0/0", "ANY"),
        _policy("accept", CLOUD, ANYWHERE, "443/443"),
        _policy("drop", ANYWHERE, ANYWHERE, "0/0", "ANY"),
    )
    return design.adding(
        CloudFirewall(
            id="firewall-between",
            name=_named("Between VPCs"),
            boundary="vpc",
            region="region-sh",
            guards=("router-sh",),
            steering="managed",
            policies=accepted,
        )
    )


def _entry(block: str, port: str, action: str = "accept", protocol: str = "tcp") -> AclEntry:
    return AclEntry(action=action, block=block, port=port, protocol=protocol)  # type: ignore[arg-type]


def _acls(design: Design) -> Design:
    """A network ACL around the servers of one application: what it is asked, what it asks, and the answers to both."""
    inbound = (
        _entry(PORTAL, "443/443"),
        _entry(BRANCH, "443/443"),
        _entry(BASTION, "22/22"),
        _entry(TRIAL, "-1/-1", "drop", "all"),
        _entry(ANYWHERE, "1024/65535"),
    )
    outbound = (
        _entry(ANYWHERE, "443/443"),
        _entry(STANDBY, "3306/3306"),
        _entry(ANYWHERE, "1024/65535"),
    )
    acl = NetworkAcl(
        id="acl-freight", name=_named("Freight"), parent="vpc-sh-prod", inbound=inbound, outbound=outbound
    )
    inside = [one for one in design.of_kind(VSwitch) if one.parent == "vpc-sh-prod" and one.purpose != "TR"]
    return design.adding(acl, *(msgspec.structs.replace(one, acl=acl.id) for one in inside))


def _policies(design: Design) -> Design:
    """A depot on a circuit whose range the table of production does not take: that of the data centre, and no other."""
    rows = (
        ("permit", "Permit", 10, ("172.20.0.0/16",)),
        ("deny", "Deny", 20, ()),
    )
    known = _named("Depot")
    return design.adding(
        DataCentre(id="site-depot", name=known, ranges=(SiteRange(block=DEPOT),)),
        Vbr(id="vbr-depot", name=known, parent="account-network", region="region-sh"),
        Circuit(id="circuit-depot", name=known, parent="vbr-depot", site="site-depot"),
        VbrAttachment(
            id="vbr-attachment-depot",
            name=known,
            parent="router-sh",
            vbr="vbr-depot",
            association="rt-sh-edge",
            learning=("rt-sh-prod",),
        ),
        *(
            RoutingPolicy(
                id=f"policy-{code}",
                name=_named(code),
                parent="router-sh",
                table="rt-sh-prod",
                action=action,  # type: ignore[arg-type]
                priority=priority,
                blocks=blocks,
                block_match="Include" if blocks else "",
                source_types=("VBR",),
            )
            for code, action, priority, blocks in rows
        ),
    )


def _walls_alone(design: Design) -> Design:
    """Groups that are open to four callers, each kept off by one wall alone: an ACL, a boundary, a table of a router."""
    trial, freight = (design.get(id, SecurityGroup) for id in ("sg-test-app", "sg-prod-app"))
    assert trial is not None
    assert freight is not None
    open_to = (_rule("81/81", FREIGHT), _rule("8443/8443", PORTAL), _rule("8081/8081", BRANCH))
    return design.replacing(trial.id, rules=(*trial.rules, *open_to)).replacing(
        freight.id, rules=(*freight.rules, _rule("8082/8082", TRIAL))
    )


def _no_way_out(design: Design) -> Design:
    """The second region could leave by the gateway of the first one; only no route leads there."""
    nat, wall = design.get("nat-sh", NatGateway), design.get("firewall-sh-nat", CloudFirewall)
    assert nat is not None
    assert wall is not None
    leaving = msgspec.structs.replace(_policy("accept", STANDBY, ANYWHERE, "443/443"), direction="out")
    taken = SnatEntry(source=STANDBY, eip="eip-sh-out")
    return design.replacing(nat.id, snat=(*nat.snat, taken)).replacing(
        wall.id, policies=(leaving, *wall.policies)
    )
