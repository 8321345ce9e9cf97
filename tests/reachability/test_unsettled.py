"""Ends of which the design does not say which security groups they are in, beside rules that name groups."""

from __future__ import annotations

import pytest

from tests.reachability.test_matrices import differing
from workbench.model.sketch import sketch
from workbench.reachability.asking import ask
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
