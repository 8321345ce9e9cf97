"""The security of the bundled enterprise: entries, groups, boundaries, domains and flows."""

from __future__ import annotations

from tools.samples import security
from tools.samples.draft import Draft, named
from tools.samples.enterprise_network import VPCS
from workbench.model.elements.cloud_firewall import CloudFirewall, FirewallPolicy, FirewallSubnet
from workbench.model.elements.prefix_list import PrefixEntry, PrefixList

ENTRIES = (
    ("sh-dmz", "sh", "fg", "10.0.0.0/12", "website"),
    ("sg-dmz", "sg", "ab", "10.64.0.0/12", "store"),
)
"""The DMZs: VPC, region, zones, the addresses behind each, and the application that its entry leads to."""


BASTION = ("22/22", "10.1.2.0/24", "Bastion host")
METRICS = ("9100/9100", "10.1.0.0/23", "Monitoring")
SITES = ("172.16.0.0/12",)
LOYALTY = ("10.120.0.0/20", "10.8.48.0/20")
SYSTEMS = (
    ("order", "sh-order", "Order", "订单",
     (("443/443", "10.0.0.0/20", "Website"), ("443/443", "172.20.0.0/15", "Tills"), METRICS)),
    ("member", "sh-member", "Member", "会员",
     (("443/443", "10.2.0.0/18", "Order"), ("443/443", "10.66.0.0/18", "Overseas stores"), METRICS)),
    ("payment", "sh-payment", "Payment", "支付", (("443/443", "10.2.0.0/18", "Order"),)),
    ("data", "sh-data", "Data platform", "数据平台", (("443/443", "10.2.0.0/16", "Callers"),)),
    ("order-hz", "hz-order", "Order standby", "订单灾备", (("443/443", "10.0.0.0/12", "Callers"),)),
    ("store-sg", "sg-store", "Overseas stores", "海外门店", (("443/443", "10.64.0.0/20", "Entry ALB"),)),
)  # fmt: skip
"""The systems with servers and databases: code, VPC, names, and who calls them."""


DOMAINS = (
    ("dmz", "DMZ", "隔离区", "low"),
    ("commerce", "Commerce", "交易", "medium"),
    ("payment", "Payment", "支付", "high"),
    ("data", "Data", "数据", "high"),
    ("shared", "Shared services", "共享服务", "medium"),
    ("overseas", "Overseas", "海外", "medium"),
    ("test", "Test", "测试", "low"),
)


BOTH = ("app", "data")


APPLICATIONS = (
    ("website", "dmz", "Website", "官网", "website-prod", "prod", "sh-dmz", ("web",),
     ("website",), 6),
    ("order", "commerce", "Order", "订单", "order-prod", "prod", "sh-order", BOTH, ("order-app", "order-data"), 24),
    ("member", "commerce", "Member", "会员", "member-prod", "prod", "sh-member", BOTH,
     ("member-app", "member-data"), 16),
    ("payment", "payment", "Payment", "支付", "payment-prod", "prod", "sh-payment", BOTH,
     ("payment-app", "payment-data"), 12),
    ("data", "data", "Data platform", "数据平台", "data-prod", "prod", "sh-data", BOTH, ("data-app", "data-data"), 40),
    ("monitoring", "shared", "Monitoring", "监控", "shared", "shared", "sh-shared", ("svc",),
     ("monitoring",), 8),
    ("directory", "shared", "Name and identity", "域名与身份", "shared", "shared", "sh-shared", ("svc",),
     ("directory",), 4),
    ("store", "overseas", "Overseas stores", "海外门店", "sg-store", "prod", "sg-store", BOTH,
     ("store-sg-app", "store-sg-data"), 8),
    ("test", "test", "Test systems", "测试系统", "order-test", "test", "sh-test", BOTH, ("test-app",), 20),
)  # fmt: skip
"""Code, domain, names, account, environment, VPC, tiers, groups and hosts of each."""


FLOWS = (
    ("internet", "app-website", "443/443", "allow", "Customers visit", "顾客访问官网"),
    ("app-website", "app-order", "443/443", "allow", "Ordering", "下单"),
    ("app-order", "app-member", "443/443", "allow", "Member look-up", "查询会员"),
    ("app-order", "app-payment", "443/443", "allow", "Paying", "支付"),
    ("app-order", "app-data", "443/443", "allow", "Orders for analysis", "订单入仓"),
    ("app-monitoring", "domain-commerce", "9100/9100", "allow", "Metrics", "指标采集"),
    ("site-jiading", "app-order", "443/443", "allow", "Tills report", "门店收银回传"),
    ("app-store", "app-member", "443/443", "allow", "Members overseas", "海外会员同步"),
    ("app-store", "site-loyalty", "443/443", "allow", "Points overseas", "海外积分"),
    *(
        (f"domain-{code}", "app-directory", "636/636", "allow", f"{en} signs in", f"{zh}登录认证")
        for code, en, zh, _ in DOMAINS
        if code != "shared"
    ),
    *(
        (
            f"domain-{code}",
            "internet",
            "443/443",
            "allow",
            f"{en}: updates and partners",
            f"{zh}：更新与合作方",
        )
        for code, en, zh, _ in DOMAINS
        if code != "data"
    ),
    ("domain-test", "domain-payment", "", "deny", "Test never reaches payment", "测试不得访问支付"),
    ("internet", "domain-data", "", "deny", "Data is not public", "数据不对公网开放"),
    ("internet", "app-store", "443/443", "allow", "Customers overseas", "海外顾客访问"),
    ("site-jiading", "bastion-sh", "443/443", "allow", "Administrators log in", "管理员登录"),
    *(
        ("bastion-sh", f"domain-{code}", "22/22", "allow", f"{en} is administered", f"{zh}运维")
        for code, en, zh, _ in DOMAINS
    ),
    ("bastion-sh", "site-jiading", "", "allow", "The data centre is administered", "数据中心运维"),
    ("bastion-sh", "internet", "443/443", "allow", "The bastion host is updated", "堡垒机更新"),
)


SUBNETS = (
    FirewallSubnet(use="firewall", block="10.15.0.0/24"),
    FirewallSubnet(use="primary", block="10.15.1.0/24"),
    FirewallSubnet(use="secondary", block="10.15.2.0/24"),
)
"""The parts of the VPC that the boundary between VPCs makes for itself."""


WIDE = (
    ("22/22", "0.0.0.0/0", "Opened for a supplier, never closed"),
    ("8080/8080", "10.0.0.0/12", "Testers"),
)
"""Left open on purpose: one of the sample's honest findings."""


def protection(draft: Draft) -> None:
    """Entries, the bastion host, groups, an ACL and the boundaries."""
    security.internet(draft)
    for vpc, place, zones, inside, leads_to in ENTRIES:
        security.entry(draft, vpc, place, zones, (inside,), leads_to)
        security.boundaries(draft, vpc, place, inside)
    security.bastion(draft, "sh-shared", "sh", "fg", (("172.20.0.0/15", "Administrators in Jiading"),))
    for code, vpc, en, zh, callers in SYSTEMS:
        _groups(draft, code, vpc, (en, zh), callers)
    _shared_groups(draft)
    _site_prefixes(draft)
    security.group(
        draft, "test-app", "sh-test", "Test servers", "测试服务器", WIDE, "Accept", kept_from=SITES
    )
    callers = (("3306/3306", "10.2.128.0/18", "Payment servers"),)
    security.acl(draft, "payment", "sh-payment", "Payment data", "支付数据", callers)
    _boundary_between_vpcs(draft)


def domains_and_flows(draft: Draft) -> None:
    """Security domains, the applications in them, and who may talk to whom."""
    security.domains(draft, DOMAINS)
    for row in APPLICATIONS:
        security.application(draft, *row)
    security.flows(draft, FLOWS)


def _groups(
    draft: Draft, code: str, vpc: str, names: tuple[str, str], callers: tuple[security.Opening, ...]
) -> None:
    """The groups of a system's servers and of its databases."""
    en, zh = names
    block = next(row.block for row in VPCS if row.code == vpc)
    servers = (*callers, BASTION)
    overseas = code == "store-sg"
    security.group(
        draft,
        f"{code}-app",
        vpc,
        f"{en} servers",
        f"{zh}服务器",
        servers,
        leaving=(("443/443", LOYALTY[0], "Points"),) if overseas else (),
        kept_from=(*SITES, *LOYALTY) if overseas else SITES,
    )
    databases = (("3306/3306", block, "Own application"),)
    security.group(draft, f"{code}-data", vpc, f"{en} databases", f"{zh}数据库", databases)


def _shared_groups(draft: Draft) -> None:
    """The groups of what stands in the DMZ and among the shared services."""
    entry = (("443/443", "10.0.0.0/20", "Entry ALB"), BASTION)
    security.group(draft, "website", "sh-dmz", "Website servers", "官网服务器", entry, kept_from=SITES)
    security.group(
        draft, "monitoring", "sh-shared", "Monitoring servers", "监控服务器", (BASTION,), kept_from=SITES
    )
    security.group(
        draft,
        "directory",
        "sh-shared",
        "Directory servers",
        "目录服务器",
        (("636/636", "10.0.0.0/9", "Signing in"), BASTION),
        kept_from=SITES,
    )


def _site_prefixes(draft: Draft) -> None:
    entries = tuple(PrefixEntry(block=block) for block in ("172.20.0.0/16", "172.21.0.0/17", "172.22.0.0/16"))
    place = {"parent": "account-network", "region": "region-sh"}
    draft.add(PrefixList(**named("prefixes-sites", "Sites", "线下网段", entries=entries, **place)))


def _boundary_between_vpcs(draft: Draft) -> None:
    members = ("account-order-prod", "account-member-prod", "account-payment-prod")
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
                members=members,
                steering="managed",
                vpc_block="10.15.0.0/20",
                subnets=SUBNETS,
                policies=(
                    _accepted("Order looks members up", "10.2.0.0/18", "10.2.64.0/18"),
                    _accepted("Order calls payment", "10.2.0.0/18", "10.2.128.0/18"),
                    _denied("Test never reaches production", "10.8.0.0/18", "10.2.0.0/16"),
                    _denied("Nothing else", security.ANYWHERE, security.ANYWHERE),
                ),
            )
        )
    )


def _accepted(description: str, source: str, destination: str) -> FirewallPolicy:
    return FirewallPolicy(
        description=description,
        source=source,
        destination=destination,
        port="443/443",
        applications=("ANY",),
    )


def _denied(description: str, source: str, destination: str) -> FirewallPolicy:
    return FirewallPolicy(
        description=description,
        action="drop",
        source=source,
        destination=destination,
        protocol="ANY",
        port="0/0",
        applications=("ANY",),
    )
