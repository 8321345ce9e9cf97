"""The clean samples: one an edition, with nothing for a rule to find."""

from __future__ import annotations

from typing import Any

from tools.samples import accounts, governance, identity, network, security, sites
from tools.samples.accounts import AccountRow, FolderRow
from tools.samples.draft import Draft, named, region, words
from tools.samples.governance import CentreRow
from tools.samples.identity import GroupRow
from tools.samples.network import APP, DB, DESK, EXIT, SERVICE, WEB, VpcRow
from workbench.model.design import Design
from workbench.model.elements.address_pool import AddressPool
from workbench.model.elements.engagement import Engagement
from workbench.model.elements.reserved_range import ReservedRange
from workbench.model.elements.route_table import Route
from workbench.model.elements.sheet import Sheet

PRIVATE = ("10.0.0.0/8", "172.20.0.0/16")
OUT = (*PRIVATE, "0.0.0.0/0")
TABLES = (
    ("prod", "Production", "生产"),
    ("test", "Test", "测试"),
    ("shared", "Shared", "共享"),
    ("dmz", "DMZ", "隔离区"),
)
MAIN, STANDBY = "10.2.0.0/18", "10.18.0.0/18"
EDGE = ("edge", "Sites", "线下站点")
EXIT_ROUTE = (Route(destination="0.0.0.0/0", hop="nat-sh", name="to-internet"),)


def basic_network() -> Design:
    """Basic with network planning: accounts, and one region without sites."""
    draft = Draft()
    _order(draft, "Basic: accounts and network", "基础版：账号与网络", edition="basic", choice="network")
    _accounts(draft)
    _region(draft)
    _sheets(draft, "account", "network")
    return draft.design()


def basic_security() -> Design:
    """Basic with security protection: accounts, security domains and who may talk to whom."""
    draft = Draft()
    _order(draft, "Basic: accounts and security", "基础版：账号与安全", edition="basic", choice="security")
    _accounts(draft)
    _domains(draft, placed=False)
    _sheets(draft, "account", "security")
    return draft.design()


def standard() -> Design:
    """Standard: all design domains, one region, a data centre on two circuits."""
    draft = Draft()
    _order(draft, "Standard", "标准版", edition="standard", domains=ALL)
    _accounts(draft, governed=True)
    _region(draft, edge=True, leads_to="portal")
    _security(draft)
    _data_centre(draft)
    _domains(draft, placed=True)
    _sheets(draft, "account", "network", "security")
    return draft.design()


def advanced() -> Design:
    """Advanced: as Standard, with a second region, and built by the service provider."""
    draft = Draft()
    _order(draft, "Advanced", "高级版", edition="advanced", domains=ALL, implementer="provider")
    _accounts(draft, governed=True)
    _region(draft, edge=True, standby=True, leads_to="portal")
    _second_region(draft)
    _security(draft)
    _data_centre(draft)
    _domains(draft, placed=True)
    _sheets(draft, "account", "network", "security")
    return draft.design()


ALL = ("account", "network", "finance", "resource", "compliance", "security")


def _order(draft: Draft, en: str, zh: str, **fields: Any) -> None:
    draft.add(
        Engagement(
            **named(
                "engagement",
                en,
                zh,
                customer=words("Lanan Logistics", "岚安物流"),
                issued="2026-05-15",
                **fields,
            )
        )
    )


def _accounts(draft: Draft, *, governed: bool = False) -> None:
    """The accounts, and who may do what in them; governed ones have cost centres, tags and an audit too."""
    accounts.environments(draft)
    accounts.directory(draft, "Lanan Logistics directory", "岚安物流资源目录", "rd-lanan02")
    accounts.folders(
        draft,
        (
            FolderRow("core", "", "Core", "核心"),
            FolderRow("prod", "", "Production", "生产"),
            FolderRow("nonprod", "", "NonProduction", "非生产"),
            FolderRow("suspended", "", "Suspended", "停用"),
        ),
    )
    if governed:
        governance.cost_centres(draft, CENTRES)
    accounts.accounts(draft, ACCOUNTS, COSTS if governed else {}, tagged=governed)
    accounts.guardrails(
        draft,
        ("folder-core", "folder-prod", "folder-nonprod"),
        "folder-suspended",
        ("folder-prod", "folder-nonprod"),
    )
    accounts.access(draft, ("administrator", "network", "security", "audit", "reader"))
    identity.provider(
        draft, "Lanan sign-in", "岚安统一身份认证", "Keycloak", "https://sso.lanan.example/metadata"
    )
    identity.groups(draft, GROUPS)
    if governed:
        folders = ("folder-core", "folder-prod", "folder-nonprod")
        governance.tag_policy(draft, ("prod", "test", "shared"), folders)
        governance.audit(draft, "lanan-audit-cnshanghai", "region-sh", folders)


ACCOUNTS = (
    AccountRow("management", "", "lanan-management", "岚安-管理账号", "management"),
    AccountRow("log", "core", "lanan-log", "岚安-日志归档", "log"),
    AccountRow("security", "core", "lanan-security", "岚安-安全", "security"),
    AccountRow("network", "core", "lanan-network", "岚安-网络", "network"),
    AccountRow("shared", "core", "lanan-shared", "岚安-共享服务", "shared"),
    AccountRow("freight-prod", "prod", "lanan-freight-prod", "岚安-货运-生产", environment="prod"),
    AccountRow("freight-test", "nonprod", "lanan-freight-test", "岚安-货运-测试", environment="test"),
)
CENTRES = (
    CentreRow("it", "Group IT", "信息部", 60_000),
    CentreRow("freight", "Freight", "货运事业部", 90_000, "freight"),
)
COSTS = {row.code: "cost-freight" if row.code.startswith("freight") else "cost-it" for row in ACCOUNTS}
GROUPS = (
    GroupRow("platform", "cloud-platform", "云平台组", 3, (("access-administrator", "folder-core"),)),
    GroupRow("network", "network-team", "网络组", 3, (("access-network", "account-network"),)),
    GroupRow(
        "security",
        "security-office",
        "安全组",
        2,
        (("access-security", "account-security"), ("access-audit", "directory")),
    ),
    GroupRow(
        "operators",
        "operators",
        "运维组",
        5,
        (("access-reader", "folder-prod"), ("access-reader", "folder-nonprod")),
    ),
)


def _region(draft: Draft, *, edge: bool = False, standby: bool = False, leads_to: str = "") -> None:
    """Shanghai with its pool, its router and four VPCs; one of them reaches its standby in the second region."""
    region(draft, "sh", "cn-shanghai", "fg")
    draft.add(
        AddressPool(**named("pool-sh", "Shanghai", "上海", blocks=("10.0.0.0/13",), region="region-sh"))
    )
    draft.add(
        ReservedRange(
            **named("reserved-sh", "Kept for Shanghai to double", "留给上海翻倍", block="10.8.0.0/13")
        )
    )
    network.cen(draft, "network", "Lanan Logistics network", "岚安物流云企业网")
    network.router(draft, "sh", 64600, (*TABLES, *([EDGE] if edge else [])), "sh-dmz")
    edges = ("edge",) if edge else ()
    replication = network.over("standby", STANDBY) if standby else ()
    rows = (
        VpcRow("sh-dmz", "sh", "network", "", "10.0.0.0/20", "DMZ", "隔离区", (WEB, EXIT), "dmz",
               ("prod", "test", "shared"), PRIVATE, "fg", own_routes=EXIT_ROUTE),
        VpcRow("sh-shared", "sh", "shared", "", "10.1.0.0/18", "Shared services", "共享服务", (SERVICE, DESK), "shared",
               ("prod", "test", "shared", "dmz", *edges), OUT, "fg"),
        VpcRow("sh-prod", "sh", "freight-prod", "prod", MAIN, "Freight", "货运", (APP, DB), "prod",
               ("prod", "shared", "dmz", *edges), OUT, "fg", own_routes=replication),
        VpcRow("sh-test", "sh", "freight-test", "test", "10.3.0.0/18", "Freight test", "货运测试", (APP, DB), "test",
               ("test", "shared", "dmz"), OUT, "fg"),
    )  # fmt: skip
    for row in rows:
        network.vpc(draft, row)
    security.entry(draft, "sh-dmz", "sh", "fg", ("10.0.0.0/13",), leads_to)


def _second_region(draft: Draft) -> None:
    """Hangzhou, where production stands by."""
    region(draft, "hz", "cn-hangzhou", "hj")
    draft.add(
        AddressPool(**named("pool-hz", "Hangzhou", "杭州", blocks=("10.16.0.0/13",), region="region-hz"))
    )
    draft.add(
        ReservedRange(
            **named("reserved-hz", "Kept for Hangzhou to double", "留给杭州翻倍", block="10.24.0.0/13")
        )
    )
    network.router(draft, "hz", 64601, (("prod", "Production", "生产"), ("shared", "Shared", "共享")))
    network.vpc(
        draft,
        VpcRow("hz-prod", "hz", "freight-prod", "prod", STANDBY, "Freight standby", "货运灾备", (APP, DB), "prod",
               ("prod", "shared"), PRIVATE, "hj", own_routes=network.over("standby", MAIN)),
    )  # fmt: skip
    network.peer(draft, "sh", "hz", 500, ("prod", "shared"))
    network.peering(draft, "standby", ("sh-prod", "hz-prod"), ("Replication", "数据复制"), 200)


def _security(draft: Draft) -> None:
    """The boundaries, the bastion host and the groups of servers and databases."""
    security.boundaries(draft, "sh-dmz", "sh", "10.0.0.0/13")
    security.bastion(draft, "sh-shared", "sh", "fg", (("172.20.0.0/16", "Administrators"),))
    entry = (("443/443", "10.0.0.0/20", "Entry ALB"), BASTION)
    security.group(draft, "portal", "sh-dmz", "Portal servers", "门户服务器", entry)
    for code, vpc, en, zh, block, callers in (
        (
            "prod",
            "sh-prod",
            "Freight",
            "货运",
            "10.2.0.0/18",
            (("443/443", "10.0.0.0/20", "Portal"), BASTION),
        ),
        ("test", "sh-test", "Freight test", "货运测试", "10.3.0.0/18", (BASTION,)),
    ):
        security.group(
            draft,
            f"{code}-app",
            vpc,
            f"{en} servers",
            f"{zh}服务器",
            callers,
            leaving=(("443/443", "172.20.0.0/17", "Dispatch in the data centre"),) if code == "prod" else (),
            kept_from=("172.20.0.0/16",),
        )
        security.group(
            draft,
            f"{code}-data",
            vpc,
            f"{en} databases",
            f"{zh}数据库",
            (("3306/3306", block, "Own servers"),),
        )


def _data_centre(draft: Draft) -> None:
    ranges = (("172.20.0.0/17", "Servers"), ("172.20.128.0/17", "Offices"))
    sites.data_centre(draft, "baoshan", "Baoshan DC", "宝山数据中心", "Shanghai", ranges, 64520)
    for place, point in ((1, "Shanghai-Baoshan-A"), (2, "Shanghai-Jinqiao-B")):
        sites.circuit(draft, "sh", place, "baoshan", point, 500, 64520, ("prod", "shared"))


BASTION = ("22/22", "10.1.2.0/24", "Bastion host")
SERVERS = ("app", "data")
SYSTEMS = (
    ("portal", "dmz", "Customer portal", "客户门户", "network", "prod", "sh-dmz", ("web",),
     ("portal",), 4),
    ("freight", "freight", "Freight", "货运", "freight-prod", "prod", "sh-prod", SERVERS, ("prod-app", "prod-data"), 12),
    ("trial", "test", "Freight test", "货运测试", "freight-test", "test", "sh-test", SERVERS,
     ("test-app", "test-data"), 6),
)  # fmt: skip
"""Code, domain, names, account, environment, VPC, tiers, groups and hosts of each."""


def _domains(draft: Draft, *, placed: bool) -> None:
    """Three security domains, an application each, and the flows between them; placed in vSwitches where there are any."""
    # The internet is a part of the network's design; where that is not ordered, a domain stands for it.
    outside = "internet" if placed else "domain-outside"
    if placed:
        security.internet(draft)
    security.domains(
        draft,
        (
            *([] if placed else [("outside", "Outside", "外部", "public")]),
            ("dmz", "DMZ", "隔离区", "low"),
            ("freight", "Freight", "货运", "high"),
            ("test", "Test", "测试", "low"),
        ),
    )
    for code, domain, en, zh, account, environment, vpc, tiers, groups, hosts in SYSTEMS:
        place = vpc if placed else ""
        bound = groups if placed else ()
        security.application(draft, code, domain, en, zh, account, environment, place, tiers, bound, hosts)
    security.flows(
        draft,
        (
            (outside, "app-portal", "443/443", "allow", "Customers visit", "客户访问门户"),
            ("app-portal", "app-freight", "443/443", "allow", "Ordering and tracking", "下单与查询"),
            *(OUTWARDS if placed else ()),
            (
                "domain-test",
                "domain-freight",
                "",
                "deny",
                "Test never reaches production",
                "测试不得访问生产",
            ),
            *(BY_BASTION if placed else ()),
        ),
    )


BY_BASTION = (
    ("site-baoshan", "bastion-sh", "443/443", "allow", "Administrators log in", "管理员登录"),
    ("bastion-sh", "domain-dmz", "22/22", "allow", "The DMZ is administered", "隔离区运维"),
    ("bastion-sh", "domain-freight", "22/22", "allow", "Freight is administered", "货运运维"),
    ("bastion-sh", "domain-test", "22/22", "allow", "Test is administered", "测试运维"),
    ("bastion-sh", "site-baoshan", "", "allow", "The data centre is administered", "数据中心运维"),
    ("bastion-sh", "internet", "443/443", "allow", "The bastion host is updated", "堡垒机更新"),
)
"""The flows of administrators."""
OUTWARDS = (
    ("app-freight", "site-baoshan", "443/443", "allow", "Dispatch in the data centre", "数据中心调度"),
    ("app-portal", "internet", "443/443", "allow", "Maps and text messages", "地图与短信"),
    ("app-freight", "internet", "443/443", "allow", "Customs and updates", "报关与更新"),
    ("app-trial", "internet", "443/443", "allow", "Updates", "更新"),
)
"""The flows of a design with networks: what goes to the data centre and out."""


def _sheets(draft: Draft, *shows: str) -> None:
    names = {
        "account": ("Account hierarchy", "账号层级"),
        "network": ("Network overview", "网络总览"),
        "security": ("Security domains", "安全域"),
    }
    for order, one in enumerate(shows, 1):
        en, zh = names[one]
        draft.add(Sheet(**named(f"sheet-{one}", en, zh, shows=one, order=order)))
