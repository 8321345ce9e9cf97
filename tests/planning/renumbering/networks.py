"""Random networks with a plan in force and much that names it, for tests that hold for any of them."""

from __future__ import annotations

from hypothesis import strategies as st

from planners.addresses import Block, block_text
from workbench.addresses import address_text
from workbench.model.design import Design
from workbench.model.element import Element
from workbench.model.elements.address_pool import AddressPool
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.cloud_firewall import CloudFirewall, FirewallPolicy
from workbench.model.elements.data_centre import DataCentre, SiteRange
from workbench.model.elements.nat_gateway import DnatEntry, NatGateway, SnatEntry
from workbench.model.elements.network_acl import AclEntry, NetworkAcl
from workbench.model.elements.prefix_list import PrefixEntry, PrefixList
from workbench.model.elements.region import Region
from workbench.model.elements.reserved_range import ReservedRange
from workbench.model.elements.route_table import Route, RouteTable
from workbench.model.elements.routing_policy import RoutingPolicy
from workbench.model.elements.security_domain import SecurityDomain
from workbench.model.elements.security_group import SecurityGroup, SecurityRule
from workbench.model.elements.sheet_note import SheetNote
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.transit_router_table import StaticRoute, TransitRouterTable
from workbench.model.elements.vbr import Vbr
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.words import Words

STATES = st.sampled_from(["draft", "approved", "deployed"])
SPACE = 10 << 24


def block(base: int, length: int) -> Block:
    """A block in 10.0.0.0/8, by its offset."""
    return Block(SPACE + base, 32 - length)


@st.composite
def networks(draw: st.DrawFn) -> tuple[Design, Block]:
    """A design in 10.0.0.0/16 to 10.15.0.0/16, and a block that is taken elsewhere."""
    elements: list[Element] = [Region(id="r0"), Region(id="r1")]
    elements.append(AddressPool(id="pool", blocks=(block_text(block(0, 11)),)))
    mentionable: list[Block] = []
    for n in sorted(draw(st.sets(st.integers(0, 11), min_size=1, max_size=5))):
        elements += draw(_vpc(n, mentionable))
    if draw(st.booleans()):
        ranges = (SiteRange(block=block_text(draw(st.sampled_from(_around(mentionable))))),)
        elements.append(DataCentre(id="site", ranges=ranges))
    if draw(st.booleans()):
        elements.append(ReservedRange(id="kept", block=block_text(block((5 << 16) + (77 << 8), 24))))
    elements += draw(_saying(mentionable))
    taken = draw(st.sampled_from(_around(mentionable)))
    return Design.of(elements), taken


@st.composite
def _vpc(draw: st.DrawFn, n: int, mentionable: list[Block]) -> list[Element]:
    base = n << 16
    blocks = [block(base, 16)] if draw(st.booleans()) else [block(base, 17), block(base + (1 << 15), 18)]
    vpc = Vpc(
        id=f"vpc{n}",
        region=f"r{n % 2}",
        state=draw(STATES),
        blocks=tuple(block_text(one) for one in blocks),
        ipv6_block=f"fd00:{n:x}::/56" if draw(st.booleans()) else "",
    )
    found: list[Element] = [vpc]
    for k in sorted(draw(st.sets(st.integers(0, 5), max_size=4))):
        inner = block(base + (k << 8), 24)
        six = f"fd00:{n:x}:0:{k:x}::/64" if vpc.ipv6_block else ""
        found.append(
            VSwitch(
                id=f"v{n}-{k}", parent=vpc.id, state=draw(STATES), block=block_text(inner), ipv6_block=six
            )
        )
        mentionable.append(inner)
    mentionable.extend(blocks)
    if draw(st.integers(0, 5)) == 0:
        found.append(VSwitch(id=f"v{n}-x", parent=vpc.id, block=block_text(block(base, 23))))
    if draw(st.integers(0, 5)) == 0:
        found.append(AddressRequest(id=f"w{n}", subject=vpc.id, prefix_length=16, pin=vpc.blocks[0]))
    return found


def _around(blocks: list[Block]) -> list[Block]:
    """The blocks, those around them, and halves of them."""
    return [*blocks, *(one.enclosing() for one in blocks), *(one.halves()[1] for one in blocks)]


@st.composite
def _saying(draw: st.DrawFn, mentionable: list[Block]) -> list[Element]:
    """Elements of many kinds that name blocks and addresses of the plan."""
    choice = st.sampled_from(
        [*_around(mentionable), *(one.enclosing(2) for one in mentionable), block(0, 8), Block(0, 32)]
    )

    def some() -> str:
        return block_text(draw(choice))

    def host() -> str:
        one = draw(st.sampled_from(mentionable))
        return address_text(one.base + draw(st.integers(0, one.size - 1)), 32)

    vpc = f"vpc{(mentionable[-1].base - SPACE) >> 16}"
    return [
        RouteTable(id="rt", parent=vpc, routes=tuple(Route(destination=some()) for _ in range(3))),
        TransitRouter(id="tr", region="r0", blocks=(block_text(block((14 << 16) + 512, 24)),)),
        TransitRouterTable(
            id="trt", parent="tr", routes=(StaticRoute(destination=some(), description=host()),)
        ),
        RoutingPolicy(id="rp", parent="tr", blocks=(some(), some())),
        SecurityGroup(
            id="sg", parent=vpc, rules=(SecurityRule(block=some()), SecurityRule(block=f"{host()}/32"))
        ),
        NetworkAcl(
            id="acl", parent=vpc, inbound=(AclEntry(block=some()),), outbound=(AclEntry(block=some()),)
        ),
        PrefixList(id="pl", entries=(PrefixEntry(block=some(), description=f"from {host()}"),)),
        NatGateway(id="nat", parent=vpc, snat=(SnatEntry(source=some()),), dnat=(DnatEntry(address=host()),)),
        CloudFirewall(
            id="fw",
            policies=(FirewallPolicy(source=f"{some()},{some()}", destination=f"{host()}/32"),),
        ),
        SecurityDomain(id="sd", block=some()),
        Vbr(id="vbr", cloud_address=f"{host()}/30", customer_address=some()),
        SheetNote(id="note", name=Words(en=f"See {some()} and {host()}.", zh=f"见{host()}，{some()}。")),
        PrefixList(id="tagged", tags={"range": some()}, note=Words(en=f"Gateway {host()}:443")),
        AddressRequest(id="open", prefix_length=24, pin=""),
    ]
