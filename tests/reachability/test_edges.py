"""NAT gateways with and without a public address."""

from __future__ import annotations

import pytest

from tests.reachability.nets import EGRESS, asked
from tests.reachability.test_matrices import differing
from workbench.model.sketch import sketch
from workbench.reachability.answer import PathAnswer
from workbench.reachability.modelled import modelled

ADDRESS = "      eip eip bound_to=nat\n"
ELSEWHERE = "    other eip bound_to=lb\n    vpc-l vpc\n      lb load-balancer\n"


def net(snat: str = "eip=eip", address: str = ADDRESS, covers: str = "10.0.0.0/8") -> str:
    """A VPC that leaves by the NAT gateway of a hub, which hands port 80 on to it."""
    lines = EGRESS.format(snat=covers).replace(ADDRESS, "")
    lines = lines.replace(
        f"source={covers} eip=eip",
        f"source={covers} {snat}\n        - dnat port=80 address=10.1.1.1 {snat}",
    )
    return lines + address.replace("      ", "    ")


def out(lines: str) -> PathAnswer:
    """What becomes of a packet to the internet."""
    return asked(lines, target="out")


def into(lines: str) -> str:
    """The verdict of a packet from the internet to the forwarded port."""
    return asked(lines, "out", "app-a", 80).verdict


@pytest.mark.parametrize("snat", ["eip=eip", ""])
def test_an_entry_uses_the_eip_it_names_or_one_that_is_bound_to_the_gateway(snat: str) -> None:
    assert out(net(snat)).verdict == "allow"
    assert into(net(snat)) == "unknown"


@pytest.mark.parametrize("snat", ["", "eip=eip"])
def test_where_no_eip_is_drawn_at_all_nobody_knows_whether_a_gateway_has_one(snat: str) -> None:
    answer = out(net(snat, address=""))

    assert (answer.verdict, answer.deciding) == ("unknown", "nat")
    assert [fact.said("en") for fact in answer.facts] == ["Which EIP nat has: no EIP is drawn"]
    assert answer.decided.said("en") == "nat: no EIP is drawn that it could have"
    assert into(net(snat, address="")) == "unknown"


def test_what_no_entry_covers_is_blocked_whatever_eip_there_is() -> None:
    assert out(net(address="", covers="10.2.0.0/16")).verdict == "deny"
    assert asked(net(address=""), "out", "app-a", 443).verdict == "deny"


@pytest.mark.parametrize("snat", ["", "eip=eip", "eip=other"])
def test_a_gateway_without_an_eip_beside_others_lets_nothing_out_and_nothing_in(snat: str) -> None:
    answer = out(net(snat, address=ELSEWHERE))

    assert answer.verdict == "deny"
    assert answer.decided.said("en").endswith("no SNAT entry with a public address covers the source")
    assert into(net(snat, address=ELSEWHERE)) == "deny"


def test_an_entry_whose_eip_is_gone_does_nothing_though_the_gateway_has_another() -> None:
    assert out(net("eip=gone")).verdict == "deny"
    assert into(net("eip=gone")) == "deny"
    assert out(net("eip=gone") + "    free eip\n").verdict == "deny"
    assert out(net("eip=free") + "    free eip\n").verdict == "allow"


def test_a_boundary_that_drops_what_leaves_does_so_whatever_eip_the_gateway_has() -> None:
    wall = """
    wall cloud-firewall boundary=nat guards=nat
      - policies action=drop source=0.0.0.0/0 destination=0.0.0.0/0 protocol=ANY port=0/0
    """

    assert (out(net(address="") + wall).verdict, out(net(address="") + wall).deciding) == ("deny", "wall")
    assert into(net(address="") + wall) == "unknown"


@pytest.mark.parametrize("address", ["", ADDRESS, ELSEWHERE])
def test_the_matrix_says_the_same(address: str) -> None:
    assert differing(modelled(sketch(net(address=address)), places=True)) == []
