"""Ends of which the design does not say which security groups they are in, or which block a vSwitch of theirs has."""

from __future__ import annotations

import pytest

from tests.reachability.nets import asked, two_vpcs
from tests.reachability.test_matrices import differing
from workbench.model.sketch import sketch
from workbench.reachability.asking import ask
from workbench.reachability.known import known
from workbench.reachability.matrices import matrices
from workbench.reachability.modelled import modelled

BESIDE = """
    vpc-a vpc blocks=10.1.0.0/16
      a-1 vswitch block=10.1.1.0/24
      a-2 vswitch block=10.1.2.0/24
      ops security-group inner=Drop
      sg security-group inner={inner}
        - rules port=443/443 {peer}
    vpc-b vpc blocks=10.2.0.0/16
      b-1 vswitch block=10.2.1.0/24
    app application vswitches=a-1 groups=sg
    loose application vswitches=a-2
    data database vswitches=a-1 groups=ops
"""
OPS = {"inner": "Drop", "peer": "group=ops"}


def verdict(source: str, target: str, port: int = 443, **said: str) -> str:
    """The verdict of a question about the sketch."""
    return ask(
        modelled(sketch(BESIDE.format(**OPS | said)), places=True), source, target, "tcp", port
    ).verdict


@pytest.mark.parametrize("source", ["loose", "a-2"])
def test_who_may_be_in_the_group_that_is_let_in_is_unknown(source: str) -> None:
    assert verdict(source, "app") == "unknown"
    assert verdict(source, "data", 3306) == "unknown"


@pytest.mark.parametrize("source", ["loose", "a-2"])
def test_who_may_be_in_the_same_group_whose_members_reach_each_other_is_unknown(source: str) -> None:
    assert verdict(source, "app", inner="Accept", peer="block=10.9.0.0/16") == "unknown"


def test_whatever_group_one_is_in_a_block_that_is_not_let_in_is_denied() -> None:
    assert verdict("loose", "app", peer="block=10.9.0.0/16") == "deny"
    assert verdict("loose", "app", port=22) == "deny"
    assert verdict("b-1", "app") == "deny"


@pytest.mark.parametrize("inner", ["Drop", "Accept"])
def test_the_matrix_says_so_too(inner: str) -> None:
    design = sketch(BESIDE.format(inner=inner, peer="group=ops"))

    assert differing(modelled(design)) == []
    assert differing(modelled(design, places=True)) == []


DRAFT = "    draft vswitch parent=vpc-b {block}\n"


def spread(block: str) -> str:
    """The two VPCs, with applications, a database and a load balancer that stand in a vSwitch of b and in a draft of one."""
    return two_vpcs(
        more=DRAFT.format(block=block)
        + """
    dom security-domain
      wide application vswitches=b-1,draft groups=sg-b
      narrow application vswitches=b-1 groups=sg-b
    db database parent=vpc-b vswitches=b-1,draft
      - allowed block=10.0.0.0/8
    lb load-balancer parent=vpc-b vswitches=draft,b-1
      - listeners port=443
    """
    )


@pytest.mark.parametrize("block", ["", "block=soon"])
@pytest.mark.parametrize("party", ["wide", "db", "lb"])
def test_who_stands_in_a_vswitch_without_a_block_too_is_unknown(party: str, block: str) -> None:
    answer = asked(spread(block), target=party)

    assert answer.verdict == "unknown"
    said = f"The design does not say which block draft has, where {party} stands"
    assert [fact.said("en") for fact in answer.facts] == [said]
    assert asked(spread(block), party, "narrow").verdict == "unknown"
    assert asked(spread("block=10.2.2.0/24"), target=party).verdict == "allow"


def test_a_domain_is_unknown_while_one_who_is_in_it_is() -> None:
    answer = asked(spread(""), target="dom")

    assert answer.verdict == "unknown"
    assert [fact.said("en") for fact in answer.facts] == [
        "The design does not say which block draft has, where wide stands"
    ]
    assert asked(spread("block=10.2.2.0/24"), target="dom").verdict == "allow"


def test_the_members_of_a_group_may_be_in_a_vswitch_without_a_block_of_its_vpc() -> None:
    assert asked(spread(""), target="sg-b").verdict == "unknown"
    assert asked(spread("block=10.2.2.0/24"), target="sg-b").verdict == "allow"
    assert asked(spread(""), target="narrow").verdict == "allow"


def test_the_matrix_knows_as_little_of_them() -> None:
    one = known(sketch(spread("")))
    compared = matrices(one.found, one.answers).compared
    at = compared.parties.index

    for party in ("wide", "db", "lb"):
        assert compared.state(at("app-a"), at(party)) == compared.state(at(party), at("app-a")) == "unknown"
    assert compared.state(at("app-a"), at("narrow")) == "open"
