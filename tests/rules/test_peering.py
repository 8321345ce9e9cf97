"""A peering beside a transit router: only what leads to the same addresses twice is found."""

from __future__ import annotations

import pytest

from workbench.model.sketch import sketch
from workbench.rules.engine import fresh_findings

ROUTED = """
tr transit-router
  tbl transit-router-table
  att-a vpc-attachment vpc=vpc-a association=tbl synchronised={synchronised}
  att-b vpc-attachment vpc=vpc-b learning={learning}
vpc-a vpc
  rt-a route-table type=system
    - routes destination=10.1.0.0/16 hop=link
    - routes destination={beside} hop=att-a
  link vpc-peering parent={parent} peer={peer}
vpc-b vpc blocks=10.1.0.0/16
  vsw vswitch block=10.1.2.0/24
"""
FINE = {
    "synchronised": "false",
    "learning": "tbl",
    "beside": "10.0.0.0/8",
    "parent": "vpc-a",
    "peer": "vpc-b",
}


def said(**changed: str) -> list[str]:
    found = fresh_findings(sketch(ROUTED.format(**{**FINE, **changed})))
    return [finding.message.said("en") for finding in found if finding.rule == "CEN-013"]


@pytest.mark.parametrize("ends", [("vpc-a", "vpc-b"), ("vpc-b", "vpc-a")])
def test_routes_that_the_router_writes_itself_count_from_either_end(ends: tuple[str, str]) -> None:
    written = said(synchronised="true", parent=ends[0], peer=ends[1])

    assert written == ["link leads from vpc-a to 10.1.0.0/16, and tr writes routes to addresses in it"]


def test_what_the_table_never_learned_is_never_written() -> None:
    assert said(synchronised="true", learning="") == []


def test_a_narrower_route_to_the_router_takes_addresses_away_from_the_peering() -> None:
    assert said(beside="10.1.2.0/24") == ["Both link and tr lead from vpc-a to 10.1.0.0/16"]


@pytest.mark.parametrize(("accepted", "count"), [("false", 1), ("true", 0)])
def test_the_account_of_the_other_vpc_accepts_the_peering(accepted: str, count: int) -> None:
    design = sketch(f"""
        one account
          vpc-a vpc
            link vpc-peering peer=vpc-b accepted={accepted}
        two account
          vpc-b vpc
    """)

    found = [finding for finding in fresh_findings(design) if finding.rule == "NET-019"]

    assert [(one.severity, one.message.said("en")) for one in found] == [
        ("hint", "vpc-b belongs to two, which has not accepted link yet")
    ] * count


@pytest.mark.parametrize("beside", ["10.0.0.0/8", "10.2.0.0/16", "no block"])
def test_a_wider_route_or_one_elsewhere_is_fine(beside: str) -> None:
    assert said(beside=beside.replace(" ", "-")) == []
