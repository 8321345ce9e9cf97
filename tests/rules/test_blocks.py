"""Blocks as rules read them."""

from __future__ import annotations

import pytest

from workbench.addresses import NotABlock
from workbench.rules.blocks import meant_block, readable


def test_only_blocks_of_ipv4_are_readable() -> None:
    found = readable(["10.0.0.0/8", "", "10.0.0.1/8", "::/0", "nowhere"])

    assert [block for block, _ in found] == ["10.0.0.0/8"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("10.0.1.5/24", "10.0.1.0/24"), (" 10.0.0.1 ", "10.0.0.1/32"), ("10.0.0.0/255.0.0.0", "10.0.0.0/8")],
)
def test_an_address_with_or_without_a_prefix_means_a_block(written: str, meant: str) -> None:
    assert meant_block(written) == meant


@pytest.mark.parametrize("written", ["nowhere", "999.1.1.1/99", "10.0.0.0/33", "/8"])
def test_anything_else_is_no_block(written: str) -> None:
    with pytest.raises(NotABlock) as told:
        meant_block(written)

    assert told.value.text.said("zh") != told.value.text.said("en")
