"""The security side of a sample: groups, ACLs, firewalls, domains, applications and flows."""

from __future__ import annotations

from collections.abc import Sequence

from tools.samples.draft import Draft, named
from workbench.model.elements.application import Application
from workbench.model.elements.bastion_host import BastionHost, Visitor
from workbench.model.elements.cloud_firewall import CloudFirewall, FirewallPolicy
from workbench.model.elements.eip import Eip
from workbench.model.elements.flow import Flow
from workbench.model.elements.internet import Internet
from workbench.model.elements.load_balancer import Listener, LoadBalancer
from workbench.model.elements.nat_gateway import NatGateway, SnatEntry
from workbench.model.elements.network_acl import AclEntry, NetworkAcl
from workbench.model.elements.security_domain import SecurityDomain
from workbench.model.elements.security_group import SecurityGroup, SecurityRule
from workbench.model.elements.vswitch import VSwitch

ANYWHERE = "0.0.0.0/0"
Opening = tuple[str, str, str]
"""A port range such as 443/443, the block it is open to, and why."""


def group(
    draft: Draft,
    code: str,
    vpc: str,
    en: str,
    zh: str,
    openings: Sequence[Opening],
    inner: str = "Drop",
    leaving: Sequence[Opening] = (),
    kept_from: Sequence[str] = (),
) -> None:
    """A security group that is open for what is listed and for nothing else.

    It lets everything out but what goes to the blocks it is kept from; of that only what is listed leaves.
    """
    rules = (
        *(
            SecurityRule(port=port, block=block, priority=1, interface="intranet", description=why)
            for port, block, why in openings
        ),
        *(
            SecurityRule(
                direction="egress", port=port, block=block, priority=1, interface="intranet", description=why
            )
            for port, block, why in leaving
        ),
        *(
            SecurityRule(
                direction="egress",
                action="drop",
                protocol="all",
                block=block,
                priority=2,
                interface="intranet",
                description="Nothing else goes there",
            )
            for block in kept_from
        ),
    )
    draft.add(
        SecurityGroup(
            **named(f"sg-{code}", en, zh, parent=f"vpc-{vpc}", inner=inner, rules=rules, state="approved")
        )
    )


def acl(draft: Draft, code: str, vpc: str, en: str, zh: str, openings: Sequence[Opening]) -> None:
    """A network ACL that lets some ports in and the answers out."""
    inbound = tuple(
        AclEntry(name=f"in-{n}", protocol="tcp", block=block, port=port, description=why)
        for n, (port, block, why) in enumerate(openings, 1)
    )
    answers = tuple(
        AclEntry(name=f"answer-{n}", protocol="tcp", block=block, port="1024/65535", description="Answers")
        for n, block in enumerate(dict.fromkeys(block for _, block, _ in openings), 1)
    )
    draft.add(
        NetworkAcl(
            **named(
                f"acl-{code}",
                en,
                zh,
                parent=f"vpc-{vpc}",
                inbound=inbound,
                outbound=answers,
                state="approved",
            )
        )
    )


def internet(draft: Draft) -> None:
    """The internet as the other end of flows."""
    draft.add(Internet(**named("internet", "Internet", "互联网")))


def entry(
    draft: Draft, vpc: str, region: str, zones: str, sources: Sequence[str], leads_to: str = ""
) -> None:
    """What a DMZ holds: an ALB for those who come in, a NAT gateway for those who go out, and their addresses."""
    application = f"app-{leads_to}" if leads_to else None
    draft.add(
        LoadBalancer(
            **named(
                f"alb-{region}",
                "Entry ALB",
                "入口 ALB",
                parent=f"vpc-{vpc}",
                type="alb",
                faces="internet",
                vswitches=tuple(f"vsw-{vpc}-web-{letter}" for letter in zones),
                listeners=(Listener(port=443, application=application),),
                state="approved",
            )
        )
    )
    draft.add(
        NatGateway(
            **named(
                f"nat-{region}",
                "Egress NAT",
                "出口 NAT",
                parent=f"vpc-{vpc}",
                vswitch=f"vsw-{vpc}-exit-{zones[0]}",
                snat=tuple(
                    SnatEntry(source=block, eip=f"eip-{region}-out", name=f"snat-{n}")
                    for n, block in enumerate(sources, 1)
                ),
                state="approved",
            )
        )
    )
    for code, en, zh, bound, bandwidth in (
        ("in", "Entry EIP", "入口 EIP", f"alb-{region}", 200),
        ("out", "Egress EIP", "出口 EIP", f"nat-{region}", 100),
    ):
        draft.add(
            Eip(
                **named(
                    f"eip-{region}-{code}",
                    en,
                    zh,
                    parent=f"vpc-{vpc}",
                    region=f"region-{region}",
                    bandwidth=bandwidth,
                    bound_to=bound,
                )
            )
        )


def bastion(draft: Draft, vpc: str, region: str, zones: str, visitors: Sequence[tuple[str, str]]) -> None:
    """A bastion host in the operations vSwitches of a VPC, with the blocks that people log in from."""
    draft.add(
        BastionHost(
            **named(
                f"bastion-{region}",
                "Bastion host",
                "堡垒机",
                parent=f"vpc-{vpc}",
                vswitches=tuple(f"vsw-{vpc}-ops-{letter}" for letter in zones),
                assets=200,
                visitors=tuple(Visitor(block=block, port=443, description=what) for block, what in visitors),
            )
        )
    )


def boundaries(draft: Draft, vpc: str, region: str, inside: str) -> None:
    """The internet and the NAT boundary of a DMZ, each closed by a final deny."""
    coming = (
        _policy("Customers reach the entry", "in", ANYWHERE, ANYWHERE, "443/443", ("ANY",)),
        _policy("Nothing else comes in", "in", ANYWHERE, ANYWHERE, "0/0", ("ANY",), "drop", "ANY"),
        _policy(
            "Nothing leaves past the NAT gateway", "out", ANYWHERE, ANYWHERE, "0/0", ("ANY",), "drop", "ANY"
        ),
    )
    leaving = (
        _policy("Updates and partner interfaces", "out", inside, ANYWHERE, "443/443", ("ANY",)),
        _policy("Nothing else leaves", "out", ANYWHERE, ANYWHERE, "0/0", ("ANY",), "drop", "ANY"),
    )
    rows = (
        ("internet", "Internet boundary", "互联网边界", (f"eip-{region}-in",), coming),
        ("nat", "NAT boundary", "NAT 边界", (f"nat-{region}",), leaving),
    )
    for boundary, en, zh, guards, policies in rows:
        draft.add(
            CloudFirewall(
                **named(
                    f"firewall-{region}-{boundary}",
                    en,
                    zh,
                    parent=f"vpc-{vpc}",
                    boundary=boundary,
                    region=f"region-{region}",
                    guards=guards,
                    strict=boundary == "nat",
                    policies=policies,
                    state="approved",
                )
            )
        )


def _policy(
    description: str,
    direction: str,
    source: str,
    destination: str,
    port: str,
    applications: tuple[str, ...],
    action: str = "accept",
    protocol: str = "TCP",
) -> FirewallPolicy:
    return FirewallPolicy(
        description=description,
        direction=direction,  # type: ignore[arg-type]
        action=action,  # type: ignore[arg-type]
        source=source,
        destination=destination,
        protocol=protocol,
        port=port,
        applications=applications,
        ip_version=4,
    )


def domains(draft: Draft, rows: Sequence[tuple[str, str, str, str]]) -> None:
    """Security domains: code, names, trust."""
    for code, en, zh, trust in rows:
        draft.add(SecurityDomain(**named(f"domain-{code}", en, zh, trust=trust, state="approved")))


def application(
    draft: Draft,
    code: str,
    domain: str,
    en: str,
    zh: str,
    account: str,
    environment: str = "prod",
    vpc: str = "",
    tiers: Sequence[str] = (),
    groups: Sequence[str] = (),
    hosts: int = 4,
) -> None:
    """A business system where it runs."""
    vswitches = tuple(
        found.id
        for found in _vswitches(draft, vpc)
        if any(f"-{tier}-" in found.id[len(f"vsw-{vpc}") :] for tier in tiers)
    )
    draft.add(
        Application(
            **named(
                f"app-{code}",
                en,
                zh,
                parent=f"domain-{domain}",
                account=f"account-{account}",
                environment=f"env-{environment}",
                vswitches=vswitches,
                groups=tuple(f"sg-{group}" for group in groups),
                hosts=hosts,
                state="approved",
            )
        )
    )


def flows(draft: Draft, rows: Sequence[tuple[str, str, str, str, str, str]]) -> None:
    """Flows: source and target ids, port, wanted, what for in both languages."""
    for place, (source, target, port, wanted, en, zh) in enumerate(rows, 1):
        draft.add(
            Flow(
                **named(
                    f"flow-{place:02}",
                    en,
                    zh,
                    source=source,
                    target=target,
                    port=port,
                    protocol="tcp" if port else "all",
                    wanted=wanted,
                )
            )
        )


def _vswitches(draft: Draft, vpc: str) -> list[VSwitch]:
    return [found for found in draft.of_kind(VSwitch) if found.parent == f"vpc-{vpc}"]
