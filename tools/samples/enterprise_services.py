"""The services of the bundled enterprise beside its networks: ways in and out, what is shared, and where data is kept."""

from __future__ import annotations

from tools.samples.draft import Draft, named
from tools.samples.enterprise_network import PRIVATE
from workbench.model.elements.bucket import Bucket
from workbench.model.elements.database import AllowedBlock, Database
from workbench.model.elements.ipv4_gateway import Ipv4Gateway
from workbench.model.elements.ipv6_gateway import Ipv6Gateway
from workbench.model.elements.key import Key
from workbench.model.elements.nat_gateway import NatGateway, SnatEntry
from workbench.model.elements.private_endpoint import PrivateEndpoint
from workbench.model.elements.resource_share import ResourceShare
from workbench.model.elements.route_table import Route, RouteTable
from workbench.model.elements.waf import Waf, WafRule, WafTemplate

DATABASES = (
    ("order", "sh-order", "Order database", "订单数据库", "10.2.0.0/18"),
    ("member", "sh-member", "Member database", "会员数据库", "10.2.64.0/18"),
)
"""Code, VPC, names, and the block that connects."""


BUCKETS = (
    ("log", "log", "Log archive", "日志归档", {"retention_days": 365}),
    ("data", "data-prod", "Data lake", "数据湖", {"versioning": True, "vpcs": ("vpc-sh-data",)}),
)
"""Code, account, names, and what is particular to each."""


def ways(draft: Draft) -> None:
    """The gateways of Singapore, the way to the partner's addresses, a private endpoint, a shared VPC and the WAF."""
    _gateways(draft)
    _partner_nat(draft)
    _endpoint(draft)
    _share(draft)
    _waf(draft)


def data(draft: Draft) -> None:
    """The key of the security account, the databases and the buckets."""
    users = ("account-log", "account-data-prod", "account-order-prod", "account-member-prod")
    draft.add(
        Key(
            **named(
                "key-sh",
                "Data key",
                "数据密钥",
                parent="account-security",
                region="region-sh",
                level="HSM",
                rotation_days=365,
                deletion_days=30,
                protected=True,
                users=users,
                state="approved",
            )
        )
    )
    for row in DATABASES:
        _database(draft, *row)
    for code, account, en, zh, own in BUCKETS:
        known = named(f"bucket-{code}", en, zh, parent=f"account-{account}", region="region-sh", **own)
        draft.add(Bucket(**known, encryption="kms", key="key-sh", redundancy="zrs", state="approved"))


def _database(draft: Draft, code: str, vpc: str, en: str, zh: str, block: str) -> None:
    draft.add(
        Database(
            **named(
                f"database-{code}",
                en,
                zh,
                parent=f"vpc-{vpc}",
                application=f"app-{code}",
                vswitches=tuple(f"vsw-{vpc}-data-{letter}" for letter in "fg"),
                allowed=(AllowedBlock(block=block, description="Own servers"),),
                groups=(f"sg-{code}-data",),
                key="key-sh",
                tls=True,
                audit_days=180,
                state="approved",
            )
        )
    )


def _gateways(draft: Draft) -> None:
    """The doors of the DMZ in Singapore, and the table of the vSwitches that may use them."""
    vpc, state = "vpc-sg-dmz", "approved"
    draft.add(
        Ipv4Gateway(**named("ipv4-sg", "IPv4 gateway", "IPv4 网关", parent=vpc, activated=True, state=state))
    )
    draft.add(
        Ipv6Gateway(**named("ipv6-sg", "IPv6 gateway", "IPv6 网关", parent=vpc, bandwidth=100, state=state))
    )
    out = (("0.0.0.0/0", "ipv4-sg"), ("::/0", "ipv6-sg"))
    back = tuple((block, "attachment-sg-dmz") for block in PRIVATE)
    routes = tuple(Route(destination=block, hop=hop) for block, hop in (*out, *back))
    draft.add(RouteTable(**named("table-sg-public", "Public table", "公网路由表", parent=vpc, routes=routes)))


def _partner_nat(draft: Draft) -> None:
    draft.add(
        NatGateway(
            **named(
                "nat-sg-partner",
                "Partner NAT",
                "合作伙伴 NAT",
                parent="vpc-sg-store",
                type="vpc",
                vswitch="vsw-sg-store-app-a",
                nat_blocks=("172.24.64.0/24",),
                snat=(SnatEntry(source="10.66.0.0/18", nat_ip="172.24.64.10", name="to-partner"),),
                state="approved",
            )
        )
    )


def _endpoint(draft: Draft) -> None:
    draft.add(
        PrivateEndpoint(
            **named(
                "endpoint-kms",
                "KMS endpoint",
                "KMS 终端节点",
                parent="vpc-sh-payment",
                service="com.aliyuncs.privatelink.cn-shanghai.kms",
                vswitches=("vsw-sh-payment-app-f", "vsw-sh-payment-app-g"),
                groups=("sg-payment-app",),
                accepted=True,
                state="approved",
            )
        )
    )


def _share(draft: Draft) -> None:
    """The entry vSwitches, where another account runs the website."""
    draft.add(
        ResourceShare(
            **named(
                "share-dmz",
                "Entry vSwitches",
                "入口交换机",
                parent="account-network",
                region="region-sh",
                resources=("vsw-sh-dmz-web-f", "vsw-sh-dmz-web-g"),
                principals=("account-website-prod",),
                state="approved",
            )
        )
    )


def _waf(draft: Draft) -> None:
    templates = (
        WafTemplate(name="core", scene="waf_group", type="user_default", origin="system"),
        WafTemplate(name="blocked-clients", scene="ip_blacklist", type="user_custom", origin="custom"),
        WafTemplate(name="promotions", scene="cc", type="user_custom", origin="custom"),
    )
    rules = (
        WafRule(name="known-scanners", template="blocked-clients", scene="ip_blacklist", action="block",
                addresses=("203.0.113.64/27", "198.51.100.7"), origin="custom"),
        WafRule(name="flash-sale", template="promotions", scene="cc", action="captcha", origin="custom",
                conditions='[{"key": "URL", "opValue": "prefix-match", "values": "/sale"}]'),
    )  # fmt: skip
    draft.add(
        Waf(
            **named(
                "waf-mainland",
                "Website WAF",
                "官网 WAF",
                parent="account-network",
                region="region-sh",
                edition="enterprise",
                guards=("alb-sh",),
                domains=("www.example.com",),
                templates=templates,
                rules=rules,
                state="approved",
            )
        )
    )
