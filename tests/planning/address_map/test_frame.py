"""Frames: rows of equal blocks, in which every block is one rectangle of its share of the area."""

from __future__ import annotations

from random import Random

import pytest

from planners.addresses import Block, block_of, parse_block
from tests.campaign import share
from workbench.planning.address_map import frame_of

TEN = parse_block("10.0.0.0/8")


@pytest.mark.parametrize("seed", range(share(500)))
def test_the_area_of_a_block_is_its_share_of_the_addresses(seed: int) -> None:
    random = Random(seed)
    outer = block_of(TEN.base + random.randrange(1 << 24), random.randint(8, 28))
    inner = block_of(outer.base + random.randrange(outer.size), random.randint(outer.length, 32))
    frame = frame_of(TEN, outer)

    place = frame.place(inner)

    assert place is not None
    area = (place.bottom - place.top) * (place.right - place.left) / frame.rows
    assert area == pytest.approx(inner.size / outer.size)
    assert frame.address(place.top, place.left) == inner.base


def test_what_lies_beside_the_frame_has_no_place() -> None:
    assert frame_of(TEN, parse_block("10.0.0.0/16")).place(parse_block("10.1.0.0/16")) is None


def test_moving_ends_at_the_ends_of_the_space() -> None:
    frame = frame_of(TEN, parse_block("10.0.0.0/12"))

    assert frame.moved(-5) == frame
    assert frame.moved(1 << 20).end == TEN.end


def test_outwards_ends_at_the_whole_space_and_inwards_at_one_address() -> None:
    frame = frame_of(TEN, parse_block("10.7.0.0/16"))

    assert frame.outwards().block == parse_block("10.0.0.0/12")
    assert frame.outwards().outwards().is_whole
    assert frame_of(TEN, Block(TEN.base, 0)).inwards(TEN.base).rows == 1
