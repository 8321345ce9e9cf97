"""The security of the bundled enterprise: entries, groups, boundaries, domains and flows."""

from __future__ import annotations

from tools.samples import security
from tools.samples.draft import Draft, named
from tools.samples.enterprise_network import VPCS
from workbench.model.elements.cloud_firewall import CloudFirewall, FirewallPolicy
from workbench.model.elements.prefix_list import PrefixEntry, PrefixList


def protection(draft: Draft) -> None:
    """Entries, the bastion host, groups, an ACL and the boundaries."""
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


def domains_and_flows(draft: Draft) -> None:
    """Security domains, the applications in them, and who may talk to whom."""
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
