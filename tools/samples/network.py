"""The network side of a sample: VPCs with their vSwitches, tables and attachments, routers and sites."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network
from itertools import repeat

from tools.samples.draft import Draft, named, words
from workbench.model.elements.cen import Cen
from workbench.model.elements.peer_attachment import PeerAttachment
from workbench.model.elements.route_table import Route, RouteTable
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.transit_router_table import StaticRoute, TransitRouterTable
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vpc_peering import VpcPeering
from workbench.model.elements.vswitch import VSwitch

CEN = "cen"
CLOUD = "10.0.0.0/8"
CITIES = {"sh": ("Shanghai", "上海"), "hz": ("Hangzhou", "杭州"), "sg": ("Singapore", "新加坡")}


@dataclass(frozen=True)
class Tier:
    """A row of vSwitches, one in each zone: its code, names and size."""

    code: str
    en: str
    zh: str
    length: int = 22


APP = Tier("app", "application", "应用")
DB = Tier("data", "data", "数据")
WEB = Tier("web", "entry", "入口", 24)
EXIT = Tier("exit", "egress", "出口", 26)
SERVICE = Tier("svc", "services", "服务", 24)
DESK = Tier("ops", "operations", "运维", 25)


@dataclass(frozen=True)
class VpcRow:
    """A VPC: code, region, account, environment, block, tiers, and what its attachment does.

    Without an environment it serves them all. `acls` names the network ACL of a tier, by the tier's code, and `tables`
    the custom route table of it.
    """

    code: str
    region: str
    account: str
    environment: str
    block: str
    en: str
    zh: str
    tiers: tuple[Tier, ...]
    table: str = ""
    teaches: tuple[str, ...] = ()
    routes: tuple[str, ...] = (CLOUD,)
    zones: str = ""
    account_of_router: str = "network"
    state: str = "approved"
    own_routes: tuple[Route, ...] = ()
    acls: tuple[tuple[str, str], ...] = ()
    tables: tuple[tuple[str, str], ...] = ()
    ipv6: str = ""


def vpc(draft: Draft, row: VpcRow) -> None:
    """A VPC with a vSwitch a tier and zone, its system table and, where it names a table, its attachment."""
    draft.add(
        Vpc(
            **named(
                f"vpc-{row.code}",
                row.en,
                row.zh,
                parent=f"account-{row.account}",
                region=f"region-{row.region}",
                environment=f"env-{row.environment}" if row.environment else None,
                blocks=(row.block,),
                ipv6_block=row.ipv6,
                state=row.state,
            )
        )
    )
    _vswitches(draft, row)
    hop = f"attachment-{row.code}" if row.table else None
    routes = tuple(Route(destination=block, hop=hop, name="to-transit-router") for block in row.routes if hop)
    draft.add(
        RouteTable(
            **named(
                f"table-{row.code}",
                "System table",
                "系统路由表",
                parent=f"vpc-{row.code}",
                type="system",
                routes=(*row.own_routes, *routes),
            )
        )
    )
    if row.table:
        _attachment(draft, row)


def _vswitches(draft: Draft, row: VpcRow) -> None:
    """Tiers from the bottom of the block upwards, attachment vSwitches at its top."""
    network = IPv4Network(row.block)
    at = int(network.network_address)
    sixes = IPv6Network(row.ipv6).subnets(new_prefix=64) if row.ipv6 else repeat("")
    for tier in row.tiers:
        for letter in row.zones:
            size = 1 << (32 - tier.length)
            at = -(-at // size) * size
            _vswitch(draft, row, tier, letter, f"{IPv4Network((at, tier.length))}", six=str(next(sixes)))
            at += size
    if row.table:
        top = int(network.broadcast_address) + 1 - 16 * 16
        for place, letter in enumerate(row.zones):
            block = IPv4Network((top + 16 * place, 28))
            _vswitch(draft, row, Tier("tr", "attachment", "转发连接", 28), letter, str(block), purpose="TR")


def _vswitch(
    draft: Draft, row: VpcRow, tier: Tier, letter: str, block: str, *, six: str = "", purpose: str = ""
) -> None:
    draft.add(
        VSwitch(
            **named(
                f"vsw-{row.code}-{tier.code}-{letter}",
                f"{tier.en} {letter.upper()}",
                f"{tier.zh} {letter.upper()}",
                parent=f"vpc-{row.code}",
                zone=f"zone-{row.region}-{letter}",
                block=block,
                ipv6_block=six,
                purpose=purpose,
                acl=dict(row.acls).get(tier.code),
                route_table=dict(row.tables).get(tier.code),
                state=row.state,
            )
        )
    )


def _attachment(draft: Draft, row: VpcRow) -> None:
    foreign = row.account != row.account_of_router
    draft.add(
        VpcAttachment(
            **named(
                f"attachment-{row.code}",
                f"{row.en} attachment",
                f"{row.zh}连接",
                parent=f"router-{row.region}",
                vpc=f"vpc-{row.code}",
                vswitches=tuple(f"vsw-{row.code}-tr-{letter}" for letter in row.zones),
                association=f"rt-{row.region}-{row.table}",
                learning=tuple(f"rt-{row.region}-{table}" for table in row.teaches),
                granted=foreign,
                payer="router" if foreign else "",
                state=row.state,
            )
        )
    )


def cen(draft: Draft, account: str, en: str, zh: str) -> None:
    """The network that joins the routers."""
    draft.add(Cen(**named(CEN, en, zh, parent=f"account-{account}", state="approved")))


def router(
    draft: Draft,
    code: str,
    asn: int,
    tables: Sequence[tuple[str, str, str]],
    default: str = "",
    account: str = "network",
) -> None:
    """A transit router with its tables; `default` is the VPC through which the tables of workloads reach the internet."""
    known = words(f"TR {code.upper()}", f"转发路由器 {code.upper()}")
    draft.add(
        TransitRouter(
            id=f"router-{code}",
            name=known,
            parent=CEN,
            region=f"region-{code}",
            account=f"account-{account}",
            asn=asn,
            state="approved",
        )
    )
    for table, en, zh in tables:
        exits = (StaticRoute(destination="0.0.0.0/0", attachment=f"attachment-{default}", name="to-dmz"),)
        out = exits if default and table not in ("dmz", "edge") else ()
        draft.add(
            TransitRouterTable(
                **named(f"rt-{code}-{table}", en, zh, parent=f"router-{code}", routes=out, state="approved")
            )
        )


def peer(draft: Draft, one: str, other: str, bandwidth: int, tables: Sequence[str]) -> None:
    """Joins two routers: looked up in the first table of each side, taught to all of them."""
    draft.add(
        PeerAttachment(
            **named(
                f"peer-{one}-{other}",
                " – ".join(CITIES[code][0] for code in (one, other)),
                " – ".join(CITIES[code][1] for code in (one, other)),
                parent=f"router-{one}",
                peer=f"router-{other}",
                bandwidth=bandwidth,
                association=f"rt-{one}-{tables[0]}",
                learning=tuple(f"rt-{one}-{table}" for table in tables),
                peer_association=f"rt-{other}-{tables[0]}",
                peer_learning=tuple(f"rt-{other}-{table}" for table in tables),
                state="approved",
            )
        )
    )


def peering(
    draft: Draft, code: str, ends: tuple[str, str], names: tuple[str, str], bandwidth: int | None = None
) -> None:
    """Joins two VPCs without a router; the routes are those of the two rows."""
    one, other = (f"vpc-{end}" for end in ends)
    known = named(f"peering-{code}", *names, parent=one, peer=other, bandwidth=bandwidth, state="approved")
    draft.add(VpcPeering(**known))


def over(code: str, block: str) -> tuple[Route, ...]:
    """The route of one end of a peering to the other end's block."""
    return (Route(destination=block, hop=f"peering-{code}", name="to-peer"),)
