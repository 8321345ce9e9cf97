"""Addresses in what people wrote: found in any form, and written anew in the same one."""

from __future__ import annotations

import pytest

from planners.addresses import Block, parse_block
from workbench.planning.renumbering.translating import Image
from workbench.planning.renumbering.written import mentions, only_block, translated


def shifted(block: Block) -> Image:
    """Ten /16 blocks further up; in IPv6 one /64."""
    step = 10 << 16 if block.width == 32 else 1 << 64
    new = Block(block.base + step, block.bits, block.width)
    return Image((new,), "shifted", "slot", new)


def shifted_text(wording: str) -> str:
    """A text after every address in it has moved."""
    return translated(wording, shifted, lambda mention, image: None)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("10.2.0.0/16", "10.12.0.0/16"),
        ("10.2.1.5", "10.12.1.5"),
        ("10.2.1.5/24", "10.12.1.5/24"),
        ("10.2.1.5/32", "10.12.1.5/32"),
        ("10.2.0.0/255.255.0.0", "10.12.0.0/16"),
        ("See 10.2.1.5, 10.2.1.6.", "See 10.12.1.5, 10.12.1.6."),
        ("10.2.1.5-10.2.1.9", "10.12.1.5-10.12.1.9"),
        ("http://10.2.1.5:8080/a", "http://10.12.1.5:8080/a"),
        ("网关10.2.1.5，备用", "网关10.12.1.5，备用"),
        ("fd00:0:0:1::/64", "fd00:0:0:2::/64"),
        ("[fd00:0:0:1::5]:443", "[fd00:0:0:2::5]:443"),
        ("ip_10.2.1.5", "ip_10.12.1.5"),
    ],
)
def test_an_address_is_found_and_keeps_its_form(was: str, becomes: str) -> None:
    assert shifted_text(was) == becomes


@pytest.mark.parametrize(
    "wording",
    [
        "",
        "10.2.0",
        "1.2.3.4.5",
        "v10.2.1.5",
        "10.2.1.256",
        "10.2.0.0/33",
        "10.2.0.0/255.0.255.0",
        "at 10:30:15",
        "::",
        "=SUM(A1:A2)",
        "١٠.٢.١.٥",
        "\u202e5.1.2.01",
        "acs:ecs:*:*:instance/*",
    ],
)
def test_what_only_looks_like_an_address_is_left_alone(wording: str) -> None:
    told: list[object] = []

    assert (
        translated(wording, shifted, lambda mention, image: told.append(mention)) == wording
        or "::" in wording
    )
    assert not told or wording == "::"


def test_a_very_long_text_is_read_in_no_time() -> None:
    wording = "10.2." * 20_000 + ":" * 20_000 + "f" * 20_000

    assert shifted_text(wording) == wording


def test_several_blocks_stand_in_a_list_as_the_text_has_them() -> None:
    two = (parse_block("10.9.0.0/24"), parse_block("10.9.7.0/24"))
    image = Image(two, "several", "slot", two[0])

    assert translated("10.2.0.0/23", lambda block: image, lambda *told: None) == "10.9.0.0/24,10.9.7.0/24"
    assert (
        translated("in 10.2.0.0/23", lambda block: image, lambda *told: None) == "in 10.9.0.0/24, 10.9.7.0/24"
    )


def test_a_text_is_a_block_only_as_a_whole() -> None:
    assert only_block(" 10.2.0.0/16 ") == next(mentions("10.2.0.0/16"))
    assert only_block("10.2.0.0/16,10.3.0.0/16") is None
    assert only_block("") is None
