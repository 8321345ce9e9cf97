"""The address pools, VPCs, routers and sites of the bundled enterprise."""

from __future__ import annotations

from dataclasses import replace

from tools.samples import network, sites
from tools.samples.draft import Draft, named, words
from tools.samples.network import APP, DB, DESK, EXIT, SERVICE, WEB, VpcRow
from workbench.model.elements.address_pool import AddressPool
from workbench.model.elements.address_request import AddressRequest, Demand
from workbench.model.elements.data_centre import SiteRange
from workbench.model.elements.intended_overlap import IntendedOverlap
from workbench.model.elements.other_cloud import OtherCloud
from workbench.model.elements.reserved_range import ReservedRange
from workbench.model.elements.route_table import Route
from workbench.model.elements.routing_policy import RoutingPolicy

PRIVATE = ("10.0.0.0/8", "172.20.0.0/14")


DATA_PLATFORM = (
    Demand(service="ack-node", count=120),
    Demand(service="ack-pod", count=2640),
    Demand(service="polardb", count=6, growth=0),
    Demand(service="alb", count=2, growth=0),
    Demand(service="tr-attachment", count=1, growth=0),
)


OUT = (*PRIVATE, "0.0.0.0/0")


TABLES = (
    ("prod", "Production", "生产"),
    ("shared", "Shared services", "共享服务"),
    ("edge", "Sites", "线下站点"),
)


def addresses(draft: Draft) -> None:
    """Pools by region, what is kept free, and three open requests."""
    pools = (
        ("cloud", "", "Cloud", "云上", "10.0.0.0/9", None),
        ("sh", "cloud", "Shanghai", "上海", "10.0.0.0/12", "region-sh"),
        ("hz", "cloud", "Hangzhou", "杭州", "10.32.0.0/12", "region-hz"),
        ("sg", "cloud", "Singapore", "新加坡", "10.64.0.0/12", "region-sg"),
    )
    for code, above, en, zh, block, place in pools:
        parent = f"pool-{above}" if above else None
        draft.add(AddressPool(**named(f"pool-{code}", en, zh, parent=parent, blocks=(block,), region=place)))
    for code, block, en, zh in (
        ("sh-growth", "10.16.0.0/12", "Kept for Shanghai to double", "留给上海翻倍"),
        ("hz-growth", "10.48.0.0/12", "Kept for Hangzhou to double", "留给杭州翻倍"),
        ("acquired", "10.96.0.0/12", "In use at a company bought in 2024", "2024 年并购公司在用"),
    ):
        draft.add(ReservedRange(**named(f"reserved-{code}", en, zh, parent="pool-cloud", block=block)))
    requests = (
        ("hz-test", "hz", "Test in Hangzhou", "杭州测试环境", {"prefix_length": 16}),
        (
            "sg-data",
            "sg",
            "Data platform in Singapore",
            "新加坡数据平台",
            {"demand": DATA_PLATFORM, "yearly_growth": 20, "horizon": 3},
        ),
        ("sh-partner", "sh", "Partner access", "合作伙伴接入", {"prefix_length": 20, "growth_bits": 1}),
    )
    for code, pool, en, zh, size in requests:
        draft.add(AddressRequest(**named(f"request-{code}", en, zh, parent=f"pool-{pool}", **size)))


def all_networks(draft: Draft) -> None:
    """The routers, the VPCs, what joins them and what they keep out."""
    network.cen(draft, "network", "Lanan network", "岚安云企业网")
    test_and_dmz = (("test", "Test", "测试"), ("dmz", "DMZ", "隔离区"))
    network.router(draft, "sh", 64600, (*TABLES, *test_and_dmz), "sh-dmz")
    network.router(draft, "hz", 64601, TABLES)
    network.router(draft, "sg", 64602, (*TABLES, ("dmz", "DMZ", "隔离区")), "sg-dmz")
    for row in VPCS:
        network.vpc(draft, row)
    network.peer(draft, "sh", "hz", 1000, ("prod", "shared"))
    network.peer(draft, "sh", "sg", 200, ("prod", "shared"))
    names = ("Data replication", "数据复制")
    network.peering(draft, "data", ("sh-data", "hz-data"), names, 500)
    for place in ("sh", "hz"):
        draft.add(
            RoutingPolicy(
                **named(
                    f"routing-{place}",
                    "Keep old ranges out",
                    "不接收旧网段",
                    parent=f"router-{place}",
                    table=f"rt-{place}-prod",
                    direction="RegionIn",
                    priority=10,
                    action="Deny",
                    blocks=("192.168.0.0/16",),
                    block_match="Include",
                    source_types=("VBR",),
                )
            )
        )


def _prod(
    code: str, account: str, block: str, en: str, zh: str, zones: str = "fg", place: str = "sh"
) -> VpcRow:
    routes = OUT if place == "sh" else PRIVATE
    teaches = ("prod", "shared", "edge", "dmz") if place == "sh" else ("prod", "shared", "edge")
    return VpcRow(
        f"{place}-{code}", place, account, "prod", block, en, zh, (APP, DB), "prod", teaches, routes, zones
    )


def _exit(place: str) -> tuple[Route, ...]:
    return (Route(destination="0.0.0.0/0", hop=f"nat-{place}", name="to-internet"),)


EVERYWHERE = ("prod", "shared", "edge", "test")


VPCS = (
    VpcRow("sh-dmz", "sh", "network", "", "10.0.0.0/20", "DMZ Shanghai", "上海隔离区", (WEB, EXIT), "dmz",
           ("prod", "shared", "test"), PRIVATE, "fg", own_routes=_exit("sh")),
    VpcRow("sh-shared", "sh", "shared", "", "10.1.0.0/18", "Shared services Shanghai", "上海共享服务", (SERVICE, DESK),
           "shared", (*EVERYWHERE, "dmz"), OUT, "fg"),
    _prod("order", "order-prod", "10.2.0.0/18", "Order", "订单"),
    _prod("member", "member-prod", "10.2.64.0/18", "Member", "会员"),
    replace(_prod("payment", "payment-prod", "10.2.128.0/18", "Payment", "支付"), acls=(("data", "acl-payment"),)),
    replace(_prod("data", "data-prod", "10.3.0.0/18", "Data platform", "数据平台"),
            own_routes=network.over("data", "10.35.0.0/18")),
    VpcRow("sh-test", "sh", "order-test", "test", "10.8.0.0/18", "Test", "测试", (APP, DB), "test",
           ("test", "shared", "dmz"), OUT, "fg"),
    VpcRow("hz-shared", "hz", "shared", "", "10.32.0.0/18", "Shared services Hangzhou", "杭州共享服务",
           (SERVICE, DESK), "shared", ("prod", "shared", "edge"), PRIVATE, "hj"),
    _prod("order", "order-prod", "10.34.0.0/18", "Order standby", "订单灾备", "hj", "hz"),
    replace(_prod("data", "data-prod", "10.35.0.0/18", "Data standby", "数据灾备", "hj", "hz"),
            own_routes=network.over("data", "10.3.0.0/18")),
    VpcRow("sg-dmz", "sg", "network", "", "10.64.0.0/20", "DMZ Singapore", "新加坡隔离区", (WEB, EXIT), "dmz",
           ("prod", "shared"), PRIVATE, "ab", own_routes=_exit("sg"), ipv6="2001:db8:64::/56",
           tables=(("web", "table-sg-public"), ("exit", "table-sg-public"))),
    VpcRow("sg-store", "sg", "sg-store", "prod", "10.66.0.0/18", "Overseas stores", "海外门店", (APP, DB), "prod",
           ("prod", "shared", "edge", "dmz"), OUT, "ab"),
)  # fmt: skip


def all_sites(draft: Draft) -> None:
    """Two data centres and a partner, with the lines to them."""
    sites.data_centre(
        draft,
        "jiading",
        "Jiading DC",
        "嘉定数据中心",
        "Shanghai",
        (("172.20.0.0/16", "Servers"), ("172.21.0.0/17", "Offices")),
        64520,
    )
    sites.data_centre(
        draft,
        "xiaoshan",
        "Xiaoshan DC",
        "萧山数据中心",
        "Hangzhou",
        (("172.22.0.0/16", "Servers"),),
        64521,
    )
    draft.add(
        OtherCloud(
            **named(
                "site-loyalty",
                "Loyalty provider",
                "积分服务商",
                provider="Another provider",
                ranges=(
                    SiteRange(block="10.120.0.0/20", use="Interfaces"),
                    SiteRange(block="10.8.48.0/20", use="Its own test desks"),
                ),
                asn=64530,
            )
        )
    )
    draft.add(
        IntendedOverlap(
            **named(
                "overlap-test-desks",
                "Test desks of the loyalty provider",
                "积分服务商的测试席位",
                networks=("vpc-sh-test", "site-loyalty"),
                reason=words(
                    "The provider's desks stay as they are; they never meet our test environment",
                    "对方席位不改地址，且与我方测试环境永不互通",
                ),
            )
        )
    )
    sites.circuit(draft, "sh", 1, "jiading", "Shanghai-Baoshan-A", 1000, 64520, ("prod", "shared"))
    sites.circuit(draft, "sh", 2, "jiading", "Shanghai-Jinqiao-B", 1000, 64520, ("prod", "shared"))
    sites.circuit(draft, "hz", 3, "xiaoshan", "Hangzhou-Xiasha-A", 500, 64521, ("prod", "shared"))
    sites.vpn(draft, "hz", "hj", "xiaoshan", ("203.0.113.10", "203.0.113.11"), 64521, ("prod", "shared"))
    sites.line(draft, "sg", 4, "loyalty", "Singapore-Jurong-A", 200, 64530)
    joined = (("vbr-sg-4", "circuit 4", "专线 4"), ("router-sg", "TR SG", "转发路由器 SG"))
    sites.ecr(draft, "partner", "Partner ECR", "合作伙伴专线网关", joined)
    sites.vpn(draft, "sg", "ab", "loyalty", ("198.51.100.20", "198.51.100.21"), 64530, ("prod",))
