"""Only links that make sense, their ends the right way round."""

from __future__ import annotations

import pytest

from workbench.edits.linking import link, links_between
from workbench.model.element import KINDS
from workbench.model.sketch import sketch

DESIGN = sketch(
    """
    v vpc
      s vswitch
    w vpc
    t transit-router
    u transit-router
    d data-centre
    b vbr
    a application
    c application
    """
)


@pytest.mark.parametrize(
    ("a", "b", "tags"),
    [
        ("v", "t", ["vpc-attachment"]),
        ("t", "v", ["vpc-attachment"]),
        ("t", "u", ["peer-attachment"]),
        ("v", "w", ["vpc-peering"]),
        ("d", "b", ["circuit"]),
        ("a", "c", ["flow"]),
        ("v", "v", []),
        ("s", "t", []),
    ],
)
def test_two_elements_may_be_joined_by_what_fits(a: str, b: str, tags: list[str]) -> None:
    assert [kind.tag for kind in links_between(DESIGN[a], DESIGN[b])] == tags


def test_a_link_knows_its_ends_from_either_direction() -> None:
    one = link(KINDS["vpc-attachment"], DESIGN["v"], DESIGN["t"], id="x")
    other = link(KINDS["vpc-attachment"], DESIGN["t"], DESIGN["v"], id="x")

    assert one == other
    assert (one.parent, one.vpc) == ("t", "v")  # type: ignore[attr-defined]


def test_a_link_that_cannot_join_says_so() -> None:
    with pytest.raises(ValueError, match="vpc-attachment cannot join vpc and vpc"):
        link(KINDS["vpc-attachment"], DESIGN["v"], DESIGN["v"])
