"""Blocks as spreadsheets hold them: read, told how, or refused with what to write instead."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.importers.addresses.blocks import blocks_in
from workbench.importers.plan import Refused

READ: dict[str, tuple[str, ...]] = {
    "10.1.0.0/22": ("10.1.0.0/22",),
    " 10．1．0．0／22 ": ("10.1.0.0/22",),
    "１０.１.０.０/２２": ("10.1.0.0/22",),
    "\u00a010.1.0.0 / 22\u200b": ("10.1.0.0/22",),
    "10.1.0.0/255.255.252.0": ("10.1.0.0/22",),
    "10.1.0.0 255.255.252.0": ("10.1.0.0/22",),
    "10.1.0.0（255.255.252.0）": ("10.1.0.0/22",),
    "10.1.0.0 掩码：255.255.252.0": ("10.1.0.0/22",),
    "10.1.0.0-10.1.3.255": ("10.1.0.0/22",),
    "10.1.0.0 ～ 10.1.3.255": ("10.1.0.0/22",),
    "10.1.0.0至10.1.3.255": ("10.1.0.0/22",),
    "10.1.0.0 to 10.1.3.255": ("10.1.0.0/22",),
    "10.1.0.0-3.255": ("10.1.0.0/22",),
    "10.1.0.0/24-10.1.3.0/24": ("10.1.0.0/22",),
    "10.1.0.0-10.1.2.255": ("10.1.0.0/23", "10.1.2.0/24"),
    "10.1.0.0/24，10.2.0.0/24": ("10.1.0.0/24", "10.2.0.0/24"),
    "10.1.0.0/24\n10.2.0.0/24": ("10.1.0.0/24", "10.2.0.0/24"),
    "10.1/16": ("10.1.0.0/16",),
    "10/8": ("10.0.0.0/8",),
    "10.1.0.0/24（生产 Web）": ("10.1.0.0/24",),
    "10.1.0.0/24生产": ("10.1.0.0/24",),
    "10.1.0.0/24, web servers": ("10.1.0.0/24",),
    "2001:DB8::/56": ("2001:db8::/56",),
    "2001:db8::1/64": ("2001:db8::/64",),
    "0.0.0.0/0": ("0.0.0.0/0",),
}


@pytest.mark.parametrize("typed", READ)
def test_a_block_is_read_as_people_write_it(typed: str) -> None:
    assert blocks_in(typed).blocks == READ[typed]


def test_the_mask_may_stand_in_a_cell_of_its_own() -> None:
    assert blocks_in("10.1.0.0", "255.255.252.0").blocks == ("10.1.0.0/22",)
    assert blocks_in("10.1.0.0", "/22").blocks == ("10.1.0.0/22",)
    assert blocks_in("10.1", "16").blocks == ("10.1.0.0/16",)
    assert blocks_in("10.1.0.0/22", "255.255.252.0").blocks == ("10.1.0.0/22",)


TOLD = {
    "10.1.0.1/24": "10.1.0.1 is an address inside 10.1.0.0/24, which was taken",
    "10.1/16": "10.1 read as 10.1.0.0/16; a spreadsheet shows 10.10 as 10.1",
    "10.1.0.1-10.1.0.254": "10.1.0.1 to 10.1.0.254 taken as 10.1.0.0/24",
    "10.1.0.0-10.1.2.255": "the range is 2 blocks: 10.1.0.0/23, 10.1.2.0/24",
}


@pytest.mark.parametrize("typed", TOLD)
def test_what_is_taken_for_what_was_meant_is_told(typed: str) -> None:
    assert [note.said("en") for note in blocks_in(typed).notes] == [TOLD[typed]]


def test_words_behind_a_block_are_kept() -> None:
    assert blocks_in("10.1.0.0/24（生产 Web）").comment == "生产 Web"
    assert blocks_in("10.1.0.0/24, web servers").comment == "web servers"


REFUSED = {
    "10.1.0.0": "10.1.0.0 has no mask. Write a block, such as 10.1.0.0/24.",
    "2001:db8::": "2001:db8:: has no mask. Write a block, such as 2001:db8::/64.",
    "10.1.0.0/33": "33 is no mask",
    "10.1.0.0/255.0.255.0": "255.0.255.0 is no mask",
    "10.1.0.256/24": "10.1.0.256 is not a block",
    "10.1.0.0.0/24": "not a block",
    "10.1.0.0/24x": "not a block",
    "待定": "待定 is not a block",
    "2026-10-01T00:00:00": "2026-10-01 is a date",
    "10.2.0.0-10.1.0.0": "10.2.0.0 does not come before 10.1.0.0",
    "10.0.0.1-10.255.255.253": "blocks, more than",
    "::1-10.0.0.1": "does not come before",
    "=1+1": "not a block",
    "x" * 5_000: "5,000 characters",
    "9" * 400 + ".1/8": "not a block",
}


@pytest.mark.parametrize("typed", REFUSED)
def test_what_is_no_block_is_refused_with_the_reason(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        blocks_in(typed)

    assert REFUSED[typed] in refused.value.text.said("en")


def test_a_mask_beside_that_disagrees_is_refused() -> None:
    with pytest.raises(Refused, match="disagree"):
        blocks_in("10.1.0.0/24", "255.255.0.0")


@given(st.integers(0, 2**32 - 1), st.integers(0, 32))
def test_every_way_of_writing_a_network_means_the_same(address: int, length: int) -> None:
    network = ipaddress.ip_network((address, length), strict=False)
    first, last = network.network_address, network.broadcast_address
    ways = [str(network), f"{first}/{network.netmask}", f"{first} {network.netmask}", f"{first}-{last}"]

    assert {blocks_in(one).blocks for one in ways} == {(str(network),)}
    assert blocks_in(str(first), str(network.netmask)).blocks == (str(network),)


@given(st.text(max_size=60), st.text(max_size=12))
def test_any_text_is_blocks_or_refused(typed: str, mask: str) -> None:
    try:
        found = blocks_in(typed, mask)
    except Refused:
        return
    assert all(str(ipaddress.ip_network(block)) == block for block in found.blocks)
