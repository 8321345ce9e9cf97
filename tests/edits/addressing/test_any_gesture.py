"""Whatever is accepted: nothing new overlaps, what was inside stays inside, undo gives the design back."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import msgspec
import pytest

from planners.addresses import Block, parse_block
from tests.campaign import share
from tests.planning.address_map.test_map import random_design
from workbench.editor import Editor
from workbench.edits.addressing import Ground, Places, Proposal, ask, join, pin, place, reserve, split
from workbench.edits.addressing.places import rooms_for
from workbench.edits.addressing.refusing import fixed
from workbench.model.design import Design
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.planning.address_map import Claim, address_map
from workbench.planning.drawn import block_or_none, blocks_of
from workbench.words import Words

TEN = parse_block("10.0.0.0/8")


def crowded(seed: int) -> Design:
    """Networks, sites, pools, kept ranges and requests; some of it deployed, some pinned."""
    random, design = Random(seed), random_design(seed)
    for element in [*design.of_kind(Vpc), *design.of_kind(VSwitch)]:
        if random.random() < 0.3:
            design = design.adding(msgspec.structs.replace(element, state="deployed"))
        if random.random() < 0.5:
            asking = AddressRequest(
                id=f"ask-{element.id}",
                subject=element.id,
                hosts=random.choice((None, 20, 200)),
                growth_bits=random.choice((0, 0, 1)),
                pin=random.choice(("", "", element.meta())),
            )
            design = design.adding(asking)
    return design


def tried(ground: Ground, random: Random) -> Proposal:
    """Some gesture on some block, sensible or not."""
    claims = [claim for element in ground.design for claim in ground.claims_of(element.id)]
    claim = random.choice(claims)
    near = Block(
        (claim.block.base + random.randrange(-4, 5) * claim.block.size) % (1 << 32), claim.block.bits
    )
    other_size = claim.block.bits + random.choice((-2, -1, 1, 2))
    resized = Block(claim.block.base >> other_size << other_size, other_size) if other_size > 0 else near
    places = Places(ground, claim, TEN)
    free = places.nearest(TEN.base + random.randrange(1 << 14)) or near
    gestures: list[Callable[[], Proposal]] = [
        lambda: place(ground, claim, near),
        lambda: place(ground, claim, free),
        lambda: place(ground, claim, resized),
        lambda: split(ground, claim),
        lambda: join(ground, claim),
        lambda: pin(ground, claim),
        lambda: ask(ground, near, Words(en="new")),
        lambda: reserve(ground, near, Words(en="kept")),
    ]
    return random.choice(gestures)()


def overlapping(design: Design) -> int:
    """How many addresses are claimed by those who cannot share them."""
    return sum(space.shares()["overlap"] for space in address_map(design).spaces)


def inside(design: Design) -> set[str]:
    """The vSwitches that lie in a block of their VPC."""
    return {
        one.id
        for one in design.of_kind(VSwitch)
        if (block := block_or_none(one.block)) and (vpc := design.get(one.parent, Vpc))
        if any(whole.holds(block) for whole in blocks_of(vpc.blocks))
    }


def held(ground: Ground) -> dict[str, set[Claim]]:
    return {
        element.id: set(ground.claims_of(element.id))
        for element in ground.design
        if ground.claims_of(element.id)
    }


@pytest.mark.parametrize("seed", range(share(3_000, least=150)))
def test_ten_gestures_in_a_row_break_nothing_and_are_taken_back(seed: int) -> None:
    random, editor = Random(seed), Editor(crowded(seed))
    ground, first, done = Ground(editor.design), editor.design, 0
    for _ in range(10):
        if not any(ground.claims_of(element.id) for element in ground.design):
            return
        proposal, before = tried(ground, random), editor.design
        if proposal.refused:
            assert proposal.refused.said("zh") != proposal.refused.said("en")
            continue
        done += bool(editor.perform(proposal.title, proposal.edit))
        ground.follow(editor.design)

        assert overlapping(editor.design) <= overlapping(before)
        assert inside(before) & {one.id for one in editor.design.of_kind(VSwitch)} <= inside(editor.design)
        assert held(ground) == held(Ground(editor.design))
        for id, block in proposal.blocks:
            if id in editor.design:
                assert block in [claim.block for claim in ground.claims_of(id)]
    for _ in range(done):
        editor.undo()
    assert editor.design == first


@pytest.mark.parametrize("seed", range(share(1_000, least=80)))
def test_every_place_that_is_offered_is_accepted(seed: int) -> None:
    random, ground = Random(seed), Ground(crowded(seed))
    for element in ground.design:
        for claim in ground.claims_of(element.id):
            going = (claim, *ground.parts_of(claim))
            fast = any(reason for part in going for reason in fixed(ground, part))
            if fast or claim.use not in ("vpc", "vswitch", "planned"):
                continue
            offered = Places(ground, claim, TEN).nearest(TEN.base + random.randrange(1 << 14))
            if offered and offered != claim.block:
                assert any(room.holds(offered) for room in rooms_for(ground, claim, TEN))
                assert place(ground, claim, offered).refused is None
