"""Designs of any size, the same for the same seed: for tests, benchmarks and for trying things out."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Network
from random import Random
from typing import Final

from tools.samples import accounts, network
from tools.samples.accounts import AccountRow, FolderRow
from tools.samples.draft import Draft, named, region
from workbench.model.design import Design
from workbench.model.elements.engagement import Engagement
from workbench.model.elements.fact_override import FactOverride
from workbench.model.elements.route_table import Route, RouteTable
from workbench.model.elements.security_group import SecurityGroup, SecurityRule
from workbench.model.elements.sheet import Sheet
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vswitch import VSwitch

PLACES: Final = (("sh", "cn-shanghai", "fg"), ("hz", "cn-hangzhou", "hj"))
PORTS: Final = (443, 8080, 8443, 3306, 5432, 6379, 9092, 9100)
RULES_A_GROUP: Final = 5


@dataclass(frozen=True)
class Size:
    """How many of each there are; rules are those of security groups."""

    accounts: int
    vpcs: int
    vswitches: int
    rules: int


SIZES: Final = {
    "S": Size(8, 6, 40, 40),
    "M": Size(40, 30, 300, 400),
    "L": Size(200, 200, 3000, 10_000),
    "10k": Size(400, 400, 6000, 11_000),
}


def generated(size: Size, seed: int = 1) -> Design:
    """A design of a size; the same seed gives the same design on every machine."""
    draft, random = Draft(), Random(seed)
    draft.add(Engagement(**named("engagement", f"Generated {seed}", f"生成 {seed}", edition="standard")))
    _accounts(draft, size, random)
    for code, region_id, letters in PLACES:
        region(draft, code, region_id, letters)
    network.cen(draft, "0", "Network", "云企业网")
    for place, (code, _, _) in enumerate(PLACES):
        tables = (("prod", "Production", "生产"), ("test", "Test", "测试"))
        network.router(draft, code, 64600 + place, tables, account="0")
    for number in range(size.vpcs):
        _vpc(draft, number, size, random)
    _rules(draft, size, random)
    draft.add(Sheet(**named("sheet-accounts", "Account hierarchy", "账号层级", shows="account", order=1)))
    draft.add(Sheet(**named("sheet-network", "Network overview", "网络总览", shows="network", order=2)))
    return draft.design()


def _accounts(draft: Draft, size: Size, random: Random) -> None:
    accounts.environments(draft)
    accounts.directory(draft, "Directory", "资源目录", "rd-generated")
    folders = max(2, size.accounts // 10)
    accounts.folders(draft, [FolderRow(str(n), "", f"Folder-{n}", f"资源夹-{n}") for n in range(folders)])
    rows = [AccountRow("0", "0", "account-0", "账号-0", "network")]
    rows.append(AccountRow("management", "", "account-management", "账号-管理", "management"))
    for n in range(1, size.accounts - 1):
        stage = random.choice(("prod", "test"))
        rows.append(AccountRow(str(n), str(n % folders), f"account-{n}", f"账号-{n}", environment=stage))
    accounts.accounts(draft, rows)
    source = {"source": "Quota centre of the management account", "dated": "2026-04-20"}
    draft.add(
        FactOverride(
            **named("override-members", "Members", "成员", fact="directory.members", value="500", **source)
        )
    )


def _vpc(draft: Draft, number: int, size: Size, random: Random) -> None:
    """A VPC in a block of its own with its share of the vSwitches; the last one in each zone holds the attachment."""
    place, _, letters = PLACES[number % len(PLACES)]
    owner, stage = 1 + number % (size.accounts - 2), random.choice(("prod", "test"))
    count = size.vswitches // size.vpcs + (number < size.vswitches % size.vpcs)
    length = 32 - (8 + max(count, 2).bit_length())
    block = IPv4Network((int(IPv4Network("10.0.0.0/8").network_address) + (number << (32 - length)), length))
    draft.add(
        Vpc(
            **named(
                f"vpc-{number}",
                f"vpc-{number}",
                f"网络-{number}",
                parent=f"account-{owner}",
                region=f"region-{place}",
                environment=f"env-{stage}",
                blocks=(str(block),),
            )
        )
    )
    subnets = block.subnets(new_prefix=24)
    tops = IPv4Network((int(block.broadcast_address) - 255, 24)).subnets(new_prefix=28)
    for n in range(count):
        letter = letters[n % len(letters)]
        draft.add(
            VSwitch(
                **named(
                    f"vsw-{number}-{n}",
                    f"vsw-{number}-{n}",
                    parent=f"vpc-{number}",
                    zone=f"zone-{place}-{letter}",
                    block=str(next(tops) if n >= count - 2 else next(subnets)),
                    purpose="TR" if n >= count - 2 else "",
                )
            )
        )
    _attachment(draft, number, place, stage, [f"vsw-{number}-{n}" for n in range(max(count - 2, 0), count)])


def _attachment(draft: Draft, number: int, place: str, stage: str, vswitches: list[str]) -> None:
    id, table = f"attachment-{number}", f"rt-{place}-{stage}"
    draft.add(
        VpcAttachment(
            **named(
                id,
                f"attachment-{number}",
                parent=f"router-{place}",
                vpc=f"vpc-{number}",
                vswitches=tuple(vswitches),
                association=table,
                learning=(table,),
                granted=True,
                payer="router",
            )
        )
    )
    routes = (Route(destination="10.0.0.0/8", hop=id, name="to-transit-router"),)
    fields = named(
        f"table-{number}", "System table", "系统路由表", parent=f"vpc-{number}", type="system", routes=routes
    )
    draft.add(RouteTable(**fields))


def _rules(draft: Draft, size: Size, random: Random) -> None:
    for number in range(-(-size.rules // RULES_A_GROUP)):
        count = min(RULES_A_GROUP, size.rules - number * RULES_A_GROUP)
        rules = []
        for priority, port in enumerate(random.sample(PORTS, count), 1):
            block = f"10.{random.randrange(256)}.{random.randrange(256)}.0/24"
            rules.append(SecurityRule(port=f"{port}/{port}", block=block, priority=priority))
        fields = named(
            f"sg-{number}",
            f"sg-{number}",
            parent=f"vpc-{number % size.vpcs}",
            inner="Drop",
            rules=tuple(rules),
        )
        draft.add(SecurityGroup(**fields))
