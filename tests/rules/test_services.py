"""What an ECR, a VPC NAT gateway, a firewall's own VPC, a WAF and data stores can have, beyond the examples of the rules."""

from __future__ import annotations

import pytest

from workbench.model.elements.vbr import Vbr
from workbench.model.sketch import sketch
from workbench.rules.engine import fresh_findings


def said(rule: str, lines: str) -> list[str]:
    """What one rule says of a sketch."""
    return [finding.message.said("en") for finding in fresh_findings(sketch(lines)) if finding.rule == rule]


def test_an_ecr_of_another_vpc_leaves_the_router_to_write_its_routes() -> None:
    lines = """
        tr transit-router
          att vpc-attachment vpc=vpc-a synchronised=true
        vpc-a vpc
        vpc-b vpc
        gate ecr
          link ecr-association network={served}
    """

    assert said("CEN-012", lines.format(served="vpc-b")) == []
    assert said("CEN-012", lines.format(served="vpc-a")) == [
        "att writes routes into vpc-a, which takes them from gate already"
    ]


def test_the_cure_gives_the_vbr_the_asn_of_its_ecr() -> None:
    design = sketch("""
        gate ecr asn=64700
          link ecr-association network=vbr-a
        vbr-a vbr local_asn=45104
    """)
    (finding,) = (one for one in fresh_findings(design) if one.rule == "HYB-003")

    cured = finding.cures[0].edit(design)

    vbr = cured.get("vbr-a", Vbr)
    assert vbr
    assert vbr.local_asn == 64700
    assert not [one for one in fresh_findings(cured) if one.rule == "HYB-003"]


@pytest.mark.parametrize(
    ("block", "cidrs", "count"),
    [
        ("192.168.0.0/16", "", 0),
        ("10.1.0.0/16", "", 0),
        ("192.168.7.1/32", "", 0),
        ("30.0.0.0/24", "", 1),
        ("30.0.0.0/24", "30.0.0.0/16", 0),
        ("172.16.0.0/12", "", 1),
        ("10.0.4.0/24", "", 1),
    ],
)
def test_nat_ips_come_from_private_ranges_or_user_cidrs_outside_the_vpc(
    block: str, cidrs: str, count: int
) -> None:
    lines = f"""
        vpc-a vpc blocks=10.0.0.0/16 user_cidrs={cidrs}
          nat nat-gateway type=vpc nat_blocks={block}
    """

    assert len(said("NAT-002", lines)) == count


@pytest.mark.parametrize(("connections", "count"), [(55000, 0), (55001, 1)])
def test_an_eip_holds_its_share_of_connections(connections: int, count: int) -> None:
    lines = f"""
        vpc-a vpc
          nat nat-gateway connections={connections}
        one eip bound_to=nat
    """

    assert len(said("NAT-003", lines)) == count


WALL = """
wall cloud-firewall boundary=vpc steering={steering} vpc_block=10.9.0.0/20
  - subnets use=firewall block=10.9.0.0/24
  - subnets use=primary block={primary}
  - subnets use=secondary block=10.9.2.0/24
vpc-a vpc blocks={network}
site data-centre
  - ranges block={ranges}
"""
FINE = {
    "steering": "managed",
    "primary": "10.9.1.0/24",
    "network": "10.0.0.0/16",
    "ranges": "172.20.0.0/16",
}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"primary": "''"}, ["wall steers traffic automatically; 3 of its 4 blocks are planned"]),
        ({"primary": "10.8.1.0/24"}, ["10.8.1.0/24 of wall lies outside its firewall VPC 10.9.0.0/20"]),
        ({"primary": "10.9.0.128/25"}, ["10.9.0.128/25 and 10.9.0.0/24 of wall share addresses"]),
        ({"network": "10.9.0.0/16"}, ["10.9.0.0/20 of wall shares addresses with 10.9.0.0/16 of vpc-a"]),
        ({"ranges": "10.9.8.0/24"}, ["10.9.0.0/20 of wall shares addresses with 10.9.8.0/24 of site"]),
        ({"steering": "manual", "network": "10.9.0.0/16"}, []),
    ],
)
def test_a_firewall_that_makes_its_vpc_needs_blocks_of_its_own(
    changed: dict[str, str], expected: list[str]
) -> None:
    assert said("SEC-013", WALL.format(**{**FINE, **changed})) == expected


@pytest.mark.parametrize(("engine", "count"), [("mysql", 1), ("polardb", 0)])
def test_a_network_acl_before_an_rds_database_is_told(engine: str, count: int) -> None:
    lines = f"""
        vpc-a vpc
          acl network-acl
          vsw vswitch acl=acl
          db database engine={engine} vswitches=vsw
    """

    assert len(said("SEC-010", lines)) == count


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("rotation_days=365 origin=external", "its key material is imported"),
        ("usage=sign", "Aliyun_AES_256 is symmetric"),
        ("deletion_days=3", "would wait 3 days"),
    ],
)
def test_a_key_is_used_as_its_spec_allows(fields: str, expected: str) -> None:
    (told,) = said("SEC-023", f"master key {fields}")

    assert expected in told


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("scene=ip_blacklist", []),
        ("scene=cc", ["The rule r of wall is one of ip_blacklist, its template t one of cc"]),
        ("enabled=false", ["The rule r of wall has no effect: its template t is not enabled"]),
    ],
)
def test_a_waf_rule_fits_its_template(template: str, expected: list[str]) -> None:
    lines = f"""
        wall waf
          - templates name=t {template}
          - rules name=r template=t scene=ip_blacklist
    """

    assert said("SEC-025", lines) == expected
