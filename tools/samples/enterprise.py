"""The bundled enterprise: a retail group of our own making, in three regions."""

from __future__ import annotations

from dataclasses import replace

from tools.samples import accounts, network, security, sites
from tools.samples.accounts import AccountRow, FolderRow
from tools.samples.draft import Draft, named, region, words
from tools.samples.network import APP, DB, DESK, EXIT, SERVICE, WEB, VpcRow
from workbench.model.design import Design
from workbench.model.elements.address_pool import AddressPool
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.cloud_firewall import CloudFirewall, FirewallPolicy
from workbench.model.elements.data_centre import SiteRange
from workbench.model.elements.engagement import Engagement
from workbench.model.elements.fact_override import FactOverride
from workbench.model.elements.other_cloud import OtherCloud
from workbench.model.elements.prefix_list import PrefixEntry, PrefixList
from workbench.model.elements.reserved_range import ReservedRange
from workbench.model.elements.route_table import Route
from workbench.model.elements.routing_policy import RoutingPolicy
from workbench.model.elements.sheet import Sheet

PRIVATE = ("10.0.0.0/8", "172.20.0.0/14")
OUT = (*PRIVATE, "0.0.0.0/0")
TABLES = (
    ("prod", "Production", "生产"),
    ("shared", "Shared services", "共享服务"),
    ("edge", "Sites", "线下站点"),
)


def enterprise() -> Design:
    """The whole design."""
    draft = Draft()
    _order(draft)
    _accounts(draft)
    for code, region_id, letters in (
        ("sh", "cn-shanghai", "fg"),
        ("hz", "cn-hangzhou", "hj"),
        ("sg", "ap-southeast-1", "ab"),
    ):
        region(draft, code, region_id, letters)
    _addresses(draft)
    _network(draft)
    _sites(draft)
    _security(draft)
    _flows(draft)
    _sheets(draft)
    return draft.design()


def _order(draft: Draft) -> None:
    draft.add(
        Engagement(
            **named(
                "engagement",
                "Landing zone of the Lanan retail group",
                "岚安零售集团云上 Landing Zone",
                customer=words("Lanan Retail Group", "岚安零售集团"),
                edition="advanced",
                domains=("account", "network", "finance", "resource", "compliance", "security"),
                implementer="provider",
                starts="2026-03-02",
                ends="2026-06-26",
                issued="2026-05-15",
                version="0.9",
            )
        )
    )
    draft.add(
        FactOverride(
            **named(
                "override-members",
                "Member accounts raised",
                "成员账号配额已提升",
                fact="directory.members",
                value="60",
                source="Quota centre of the management account",
                dated="2026-04-20",
            )
        )
    )


def _accounts(draft: Draft) -> None:
    accounts.environments(draft)
    accounts.directory(draft, "Lanan directory", "岚安资源目录", "rd-lanan01")
    accounts.folders(
        draft,
        (
            FolderRow("core", "", "Core", "核心"),
            FolderRow("business", "", "Business", "业务"),
            FolderRow("prod", "business", "Production", "生产"),
            FolderRow("nonprod", "business", "NonProduction", "非生产"),
            FolderRow("overseas", "", "Overseas", "海外"),
            FolderRow("partner", "", "Partners", "合作伙伴"),
            FolderRow("sandbox", "", "Sandbox", "沙箱"),
            FolderRow("suspended", "", "Suspended", "停用"),
        ),
    )
    accounts.accounts(draft, (*CORE, *_systems(), *OTHERS))
    accounts.guardrails(
        draft,
        ("folder-core", "folder-business", "folder-overseas", "folder-partner", "folder-sandbox"),
        "folder-suspended",
        ("folder-prod", "folder-nonprod"),
    )
    accounts.access(draft, tuple(accounts.DUTIES))


CORE = (
    AccountRow("management", "", "lanan-management", "岚安-管理账号", "management", owner="Group IT"),
    AccountRow("log", "core", "lanan-log", "岚安-日志归档", "log", "", "Security office"),
    AccountRow("security", "core", "lanan-security", "岚安-安全", "security", "", "Security office"),
    AccountRow("network", "core", "lanan-network", "岚安-网络", "network", "", "Network team"),
    AccountRow("shared", "core", "lanan-shared", "岚安-共享服务", "shared", "", "Platform team"),
    AccountRow("operations", "core", "lanan-operations", "岚安-运维", "operations", "", "Platform team"),
    AccountRow("finance", "core", "lanan-finance", "岚安-财务", "finance", "", "Finance"),
)
SYSTEMS = (
    ("order", "订单", "Commerce"),
    ("member", "会员", "Commerce"),
    ("payment", "支付", "Payments"),
    ("store", "门店", "Stores"),
    ("supply", "供应链", "Logistics"),
    ("data", "数据平台", "Data"),
    ("website", "官网", "Marketing"),
)
OTHERS = (
    AccountRow(
        "sg-store", "overseas", "lanan-sg-store", "岚安-新加坡门店", "application", "prod", "Overseas"
    ),
    AccountRow("sg-shared", "overseas", "lanan-sg-shared", "岚安-新加坡共享", "shared", "", "Overseas"),
    AccountRow(
        "partner-1", "partner", "lanan-delivery-partner", "岚安-配送伙伴", "application", "prod", "Logistics"
    ),
    AccountRow(
        "partner-2", "partner", "lanan-loyalty-partner", "岚安-积分伙伴", "application", "prod", "Commerce"
    ),
    AccountRow(
        "sandbox-1", "sandbox", "lanan-sandbox-1", "岚安-沙箱-1", "sandbox", "sandbox", "Platform team"
    ),
    AccountRow(
        "sandbox-2", "sandbox", "Lanan Sandbox 2", "岚安 沙箱 2", "sandbox", "sandbox", "Platform team"
    ),
    AccountRow("old-shop", "suspended", "lanan-old-shop", "岚安-旧商城", "application", "", "Commerce"),
    AccountRow("old-crm", "suspended", "lanan-old-crm", "岚安-旧客户系统", "application", "", "Commerce"),
    AccountRow("old-lab", "suspended", "lanan-old-lab", "岚安-旧实验室", "application", "", "Data"),
)


def _systems() -> tuple[AccountRow, ...]:
    """Two accounts a system: production and test."""
    return tuple(
        AccountRow(
            f"{code}-{stage}",
            folder,
            f"lanan-{code}-{stage}",
            f"岚安-{zh}-{word}",
            "application",
            stage,
            owner,
        )
        for code, zh, owner in SYSTEMS
        for stage, folder, word in (("prod", "prod", "生产"), ("test", "nonprod", "测试"))
    )


def _addresses(draft: Draft) -> None:
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
            {"hosts": 3000, "growth_percent": 50},
        ),
        ("sh-partner", "sh", "Partner access", "合作伙伴接入", {"prefix_length": 20, "growth_bits": 1}),
    )
    for code, pool, en, zh, size in requests:
        draft.add(AddressRequest(**named(f"request-{code}", en, zh, parent=f"pool-{pool}", **size)))


def _network(draft: Draft) -> None:
    network.cen(draft, "network", "Lanan network", "岚安云企业网")
    test_and_dmz = (("test", "Test", "测试"), ("dmz", "DMZ", "隔离区"))
    network.router(draft, "sh", 64600, (*TABLES, *test_and_dmz), "sh-dmz")
    network.router(draft, "hz", 64601, TABLES)
    network.router(draft, "sg", 64602, (*TABLES, ("dmz", "DMZ", "隔离区")), "sg-dmz")
    for row in VPCS:
        network.vpc(draft, row)
    network.peer(draft, "sh", "hz", 1000, ("prod", "shared"))
    network.peer(draft, "sh", "sg", 200, ("prod", "shared"))
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
    _prod("data", "data-prod", "10.3.0.0/18", "Data platform", "数据平台"),
    VpcRow("sh-test", "sh", "order-test", "test", "10.8.0.0/18", "Test", "测试", (APP, DB), "test",
           ("test", "shared", "dmz"), OUT, "fg"),
    VpcRow("hz-shared", "hz", "shared", "", "10.32.0.0/18", "Shared services Hangzhou", "杭州共享服务",
           (SERVICE, DESK), "shared", ("prod", "shared", "edge"), PRIVATE, "hj"),
    _prod("order", "order-prod", "10.34.0.0/18", "Order standby", "订单灾备", "hj", "hz"),
    _prod("data", "data-prod", "10.35.0.0/18", "Data standby", "数据灾备", "hj", "hz"),
    VpcRow("sg-dmz", "sg", "network", "", "10.64.0.0/20", "DMZ Singapore", "新加坡隔离区", (WEB, EXIT), "dmz",
           ("prod", "shared"), PRIVATE, "ab", own_routes=_exit("sg")),
    VpcRow("sg-store", "sg", "sg-store", "prod", "10.66.0.0/18", "Overseas stores", "海外门店", (APP, DB), "prod",
           ("prod", "shared", "edge", "dmz"), OUT, "ab"),
)  # fmt: skip


def _sites(draft: Draft) -> None:
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
                ranges=(SiteRange(block="10.120.0.0/20", use="Interfaces"),),
                asn=64530,
            )
        )
    )
    sites.circuit(draft, "sh", 1, "jiading", "Shanghai-Baoshan-A", 1000, 64520, ("prod", "shared"))
    sites.circuit(draft, "sh", 2, "jiading", "Shanghai-Jinqiao-B", 1000, 64520, ("prod", "shared"))
    sites.circuit(draft, "hz", 3, "xiaoshan", "Hangzhou-Xiasha-A", 500, 64521, ("prod", "shared"))
    sites.vpn(draft, "hz", "hj", "xiaoshan", ("203.0.113.10", "203.0.113.11"), 64521, ("prod", "shared"))
    sites.vpn(draft, "sg", "ab", "loyalty", ("198.51.100.20", "198.51.100.21"), 64530, ("prod",))


def _security(draft: Draft) -> None:
    security.internet(draft)
    for vpc, place, zones, inside in (
        ("sh-dmz", "sh", "fg", "10.0.0.0/12"),
        ("sg-dmz", "sg", "ab", "10.64.0.0/12"),
    ):
        security.entry(draft, vpc, place, zones, (inside,))
        security.boundaries(draft, vpc, place, inside)
    security.bastion(draft, "sh-shared", "sh", "fg")
    entry_block, overseas = "10.0.0.0/20", "10.64.0.0/20"
    for code, vpc, en, zh, source in (
        ("order", "sh-order", "Order", "订单", entry_block),
        ("member", "sh-member", "Member", "会员", "10.2.0.0/18"),
        ("payment", "sh-payment", "Payment", "支付", "10.2.0.0/18"),
        ("data", "sh-data", "Data platform", "数据平台", "10.2.0.0/16"),
        ("order-hz", "hz-order", "Order standby", "订单灾备", "10.0.0.0/12"),
        ("store-sg", "sg-store", "Overseas stores", "海外门店", overseas),
    ):
        block = next(row.block for row in VPCS if row.code == vpc)
        own = ("443/443", source, "Callers"), ("22/22", "10.1.0.0/18", "Bastion host")
        security.group(draft, f"{code}-app", vpc, f"{en} servers", f"{zh}服务器", own)
        security.group(
            draft,
            f"{code}-data",
            vpc,
            f"{en} databases",
            f"{zh}数据库",
            (("3306/3306", block, "Own application"),),
        )
    entries = tuple(PrefixEntry(block=block) for block in ("172.20.0.0/16", "172.21.0.0/17", "172.22.0.0/16"))
    draft.add(
        PrefixList(
            **named(
                "prefixes-sites",
                "Sites",
                "线下网段",
                parent="account-network",
                region="region-sh",
                entries=entries,
            )
        )
    )
    # Left open on purpose: one of the sample's honest findings.
    wide = (
        ("22/22", "0.0.0.0/0", "Opened for a supplier, never closed"),
        ("8080/8080", "10.0.0.0/12", "Testers"),
    )
    security.group(draft, "test-app", "sh-test", "Test servers", "测试服务器", wide, "Accept")
    security.acl(
        draft,
        "payment",
        "sh-payment",
        "Payment data",
        "支付数据",
        (("3306/3306", "10.2.128.0/18", "Payment servers"),),
    )
    draft.add(
        CloudFirewall(
            **named(
                "firewall-sh-vpc",
                "VPC boundary Shanghai",
                "上海 VPC 边界",
                parent="account-network",
                boundary="vpc",
                region="region-sh",
                guards=("router-sh",),
                members=("account-order-prod", "account-member-prod", "account-payment-prod"),
                policies=(
                    FirewallPolicy(
                        description="Order calls payment",
                        source="10.2.0.0/18",
                        destination="10.2.128.0/18",
                        port="443/443",
                        applications=("HTTPS",),
                    ),
                    FirewallPolicy(
                        description="Test never reaches production",
                        action="drop",
                        source="10.8.0.0/18",
                        destination="10.2.0.0/16",
                        protocol="ANY",
                        port="0/0",
                        applications=("ANY",),
                    ),
                    FirewallPolicy(
                        description="Nothing else",
                        action="drop",
                        source="0.0.0.0/0",
                        destination="0.0.0.0/0",
                        protocol="ANY",
                        port="0/0",
                        applications=("ANY",),
                    ),
                ),
            )
        )
    )


def _flows(draft: Draft) -> None:
    security.domains(
        draft,
        (
            ("dmz", "DMZ", "隔离区", "low"),
            ("commerce", "Commerce", "交易", "medium"),
            ("payment", "Payment", "支付", "high"),
            ("data", "Data", "数据", "high"),
            ("shared", "Shared services", "共享服务", "medium"),
            ("overseas", "Overseas", "海外", "medium"),
            ("test", "Test", "测试", "low"),
        ),
    )
    both = ("app", "data")
    made = (
        ("website", "dmz", "Website", "官网", "website-prod", "prod", "sh-dmz", ("web",), (), 6),
        ("order", "commerce", "Order", "订单", "order-prod", "prod", "sh-order", both, _pair("order"), 24),
        (
            "member",
            "commerce",
            "Member",
            "会员",
            "member-prod",
            "prod",
            "sh-member",
            both,
            _pair("member"),
            16,
        ),
        (
            "payment",
            "payment",
            "Payment",
            "支付",
            "payment-prod",
            "prod",
            "sh-payment",
            both,
            _pair("payment"),
            12,
        ),
        (
            "data",
            "data",
            "Data platform",
            "数据平台",
            "data-prod",
            "prod",
            "sh-data",
            both,
            _pair("data"),
            40,
        ),
        ("monitoring", "shared", "Monitoring", "监控", "shared", "shared", "sh-shared", ("svc",), (), 8),
        (
            "directory",
            "shared",
            "Name and identity",
            "域名与身份",
            "shared",
            "shared",
            "sh-shared",
            ("svc",),
            (),
            4,
        ),
        (
            "store",
            "overseas",
            "Overseas stores",
            "海外门店",
            "sg-store",
            "prod",
            "sg-store",
            both,
            _pair("store-sg"),
            8,
        ),
        (
            "test",
            "test",
            "Test systems",
            "测试系统",
            "order-test",
            "test",
            "sh-test",
            both,
            ("test-app",),
            20,
        ),
    )
    for code, domain, en, zh, account, environment, vpc, tiers, groups, hosts in made:
        security.application(draft, code, domain, en, zh, account, environment, vpc, tiers, groups, hosts)
    security.flows(
        draft,
        (
            ("internet", "app-website", "443/443", "allow", "Customers visit", "顾客访问官网"),
            ("app-website", "app-order", "443/443", "allow", "Ordering", "下单"),
            ("app-order", "app-member", "443/443", "allow", "Member look-up", "查询会员"),
            ("app-order", "app-payment", "443/443", "allow", "Paying", "支付"),
            ("app-order", "app-data", "443/443", "allow", "Orders for analysis", "订单入仓"),
            ("app-monitoring", "domain-commerce", "9100/9100", "allow", "Metrics", "指标采集"),
            ("site-jiading", "app-order", "443/443", "allow", "Tills report", "门店收银回传"),
            ("app-store", "app-member", "443/443", "allow", "Members overseas", "海外会员同步"),
            ("domain-test", "domain-payment", "", "deny", "Test never reaches payment", "测试不得访问支付"),
            ("internet", "domain-data", "", "deny", "Data is not public", "数据不对公网开放"),
        ),
    )


def _pair(code: str) -> tuple[str, str]:
    """The groups of a system's servers and databases."""
    return f"{code}-app", f"{code}-data"


def _sheets(draft: Draft) -> None:
    rows = (
        ("accounts", "Account hierarchy", "账号层级", "account", ()),
        ("network", "Network overview", "网络总览", "network", ()),
        ("sh", "Shanghai", "上海", "network", ("region-sh",)),
        ("hz", "Hangzhou", "杭州", "network", ("region-hz",)),
        ("sg", "Singapore", "新加坡", "network", ("region-sg",)),
        ("security", "Security domains", "安全域", "security", ()),
    )
    for order, (code, en, zh, shows, only) in enumerate(rows, 1):
        draft.add(Sheet(**named(f"sheet-{code}", en, zh, shows=shows, only=only, order=order)))
