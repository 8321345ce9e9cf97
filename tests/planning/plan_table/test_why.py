"""Why a block is this one: true to the planner, and said in both languages."""

from __future__ import annotations

import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from planners.addresses import Block, block_of, free_space, parse_block
from tests.planning.plan_table.plans import plan, reason, refusal, typing
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.model.sketch import sketch
from workbench.planning.addresses import address_plan
from workbench.planning.plan_table import plan_table, why
from workbench.planning.plan_table.standing import standing
from workbench.rules.engine import fresh_findings
from workbench.words import Words


def test_the_size_follows_from_hosts_growth_and_what_the_platform_keeps() -> None:
    assert reason(plan(), "app").startswith("3,774 addresses need a /20; first free /20 of vpc-a")
    assert reason(plan(), "app", "zh").startswith("3,774 个地址需要 /20；")


def test_deployed_and_room_to_double_are_told() -> None:
    assert reason(plan(), "app").endswith(
        "deployed, so it does not move; free next to it: 10.1.16.0/20, so that it can double"
    )


def test_who_is_in_the_way_of_doubling_is_told() -> None:
    design = plan().adding(VSwitch(id="late", name=Words(en="late"), parent="vpc-a", block="10.1.16.0/24"))

    assert reason(design, "app").endswith("cannot double: late in the way")


def test_pinned_by_hand() -> None:
    assert reason(plan(), "web") == "a /20 is asked for; pinned by hand"


def test_an_overlap_names_the_other_and_a_block_that_cures_it() -> None:
    design = plan().replacing("small", block="10.1.5.0/24")

    said = reason(design, "small")

    assert said == "overlaps app 10.1.0.0/20: move to 10.1.16.0/24 cures it"
    assert why(design, design["small"], 0).is_wrong
    assert reason(design, "small", "zh") == "与 app 10.1.0.0/20 重叠：移到 10.1.16.0/24 即可解决"
    assert not [
        f for f in fresh_findings(plan().replacing("small", block="10.1.16.0/24")) if f.rule == "NET-005"
    ]
    assert [f for f in fresh_findings(design) if f.rule == "NET-005"]


def test_a_vpc_on_a_site_is_told_where_it_would_be_free() -> None:
    assert reason(plan(), "vpc-b") == "overlaps site 10.2.128.0/18: move to 10.0.0.0/16 cures it"


def test_outside_of_the_vpc() -> None:
    said = reason(plan().replacing("small", block="10.9.0.0/24"), "small")

    assert said == "outside of vpc-a: move to 10.1.16.0/24 cures it"


def test_what_is_not_where_the_planner_would_put_it_is_told_with_the_difference() -> None:
    design = plan().replacing("small", block="10.1.128.0/24")

    assert reason(design, "small") == (
        "the planner would now give 10.1.16.0/24, which leaves 7 free blocks in place of 10"
    )


def test_too_small_for_what_is_asked_is_wrong() -> None:
    design = plan().replacing("ask-app", hosts=4000)

    assert reason(design, "app").startswith("5,204 addresses need a /19: this is too small")
    assert why(design, design["app"], 0).is_wrong


def test_pools_sites_reserved_ranges_and_open_requests_say_what_they_are() -> None:
    assert reason(plan(), "pool").startswith(
        "196,608 of 1,048,576 addresses are handed out or kept; largest free block"
    )
    assert reason(plan(), "site") == "overlaps vpc-b 10.2.0.0/16"
    assert reason(plan(), "kept") == "kept free by hand"
    assert (
        reason(plan().replacing("kept", note=Words(en="bank bought in 2025")), "kept")
        == "kept free: bank bought in 2025"
    )
    assert reason(plan(), "ask-more") == "waits for its block: Plan addresses gives it one"


def test_a_text_that_is_no_block_is_told_short_and_raises_nothing() -> None:
    for written in ("10.0.0.1/8", "=HYPERLINK(1)", "😀" * 500, "\u202e10.0.0.0/8"):
        found = why(
            plan().replacing("small", block=written), plan().replacing("small", block=written)["small"], 0
        )
        assert found.is_wrong
        assert len(found.said("en")) < 90


def planned_without(design: Design, id: str, growth: int) -> str:
    """What the planner answers for an element once its block is taken away."""
    element = design[id]
    own = standing(design, element, 0)
    assert own
    bare = design.replacing(id, **({"block": ""} if isinstance(element, VSwitch) else {"blocks": ()}))
    asks = AddressRequest(id="ask", subject=id, prefix_length=own.block.length, growth_bits=growth)
    answers = {answer.request: answer.block for answer in address_plan(bare.adding(asks)).answers}
    return answers.get("ask", "")


def blocks_in(pool: Block, longest: int) -> st.SearchStrategy[Block]:
    """Blocks of some sizes in another."""
    return st.integers(pool.length + 1, longest).flatmap(
        lambda length: st.integers(0, (1 << (length - pool.length)) - 1).map(
            lambda at: block_of(pool.base + (at << (32 - length)), length)
        )
    )


def apart(blocks: list[Block]) -> bool:
    """Whether no two blocks touch."""
    return not any(one.touches(other) for at, one in enumerate(blocks) for other in blocks[:at])


WHOLE = block_of(0x0A010000, 16)


@given(st.lists(blocks_in(WHOLE, 24), min_size=1, max_size=7), st.integers(0, 2))
@settings(max_examples=150, deadline=None)
def test_what_is_said_of_a_vswitch_agrees_with_the_planner(blocks: list[Block], growth: int) -> None:
    assume(apart(blocks))
    parts = [VSwitch(id=f"v{n}", parent="a", block=str(block)) for n, block in enumerate(blocks)]
    asks = AddressRequest(id="growing", subject="v0", growth_bits=growth)
    design = Design.of([Vpc(id="a", blocks=(str(WHOLE),)), *parts, asks])
    answer = planned_without(design.removing(["growing"]), "v0", growth)

    said = reason(design, "v0")

    if not answer:
        return
    assert ("the planner would now give" in said) == (answer != str(blocks[0]))
    if answer != str(blocks[0]):
        assert f"the planner would now give {answer}" in said
    _agrees_with_the_free_space(design, said, blocks[0])


def _agrees_with_the_free_space(design: Design, said: str, block: Block) -> None:
    found = standing(design, design["v0"], 0)
    assert found
    around = block.bits + found.growth_bits
    fitting = [one for one in found.free.blocks if one.bits >= around]
    if "first free" in said:
        assert min(one.base for one in fitting) == block.base
    if "smallest free block" in said:
        assert min(one.bits for one in fitting) < max(one.bits for one in fitting)
        assert next(one for one in fitting if one.holds(block)).bits == min(one.bits for one in fitting)
    if "in place of" in said:
        assert found.wanted
        there, here = left_by(design, found.wanted), left_by(design, block)
        assert f"leaves {there} free blocks in place of {here}" in said
        assert there < here


def left_by(design: Design, block: Block) -> int:
    """How many free blocks a VPC has left once the first of its vSwitches lies in a block."""
    others = [parse_block(one.block) for one in design.of_kind(VSwitch) if one.id != "v0"]
    return len(free_space([WHOLE], [*others, block]).blocks)


@given(st.lists(blocks_in(block_of(0x0A010000, 20), 26), min_size=2, max_size=6))
@settings(max_examples=80, deadline=None)
def test_the_move_that_is_said_to_cure_an_overlap_cures_it(blocks: list[Block]) -> None:
    parts = [VSwitch(id=f"v{n}", parent="a", block=str(block)) for n, block in enumerate(blocks)]
    design = Design.of([Vpc(id="a", blocks=("10.1.0.0/20",)), *parts])
    found = re.search(r"move to (\S+) cures it", reason(design, "v0"))
    own = standing(design, design["v0"], 0)
    assert own

    if found:
        cured = standing(
            design.replacing("v0", block=found[1]), design.replacing("v0", block=found[1])["v0"], 0
        )
        assert cured
        assert own.is_wrong
        assert not cured.is_wrong
    else:
        assert not own.is_wrong or "is free in" in reason(design, "v0")


@given(st.lists(blocks_in(block_of(0x0A000000, 10), 18), min_size=1, max_size=6))
@settings(max_examples=80, deadline=None)
def test_what_is_said_of_a_vpc_agrees_with_the_planner(blocks: list[Block]) -> None:
    assume(apart(blocks) and all(block.length >= 12 for block in blocks))
    base = sketch("""
        hz region
        pool address-pool blocks=10.0.0.0/10 region=hz
        elsewhere address-pool blocks=172.16.0.0/12
    """)
    networks = [Vpc(id=f"v{n}", region="hz", blocks=(str(block),)) for n, block in enumerate(blocks)]
    design = base.adding(*networks)
    answer = planned_without(design, "v0", 0)

    said = reason(design, "v0")

    assert answer
    assert ("the planner would now give" in said) == (answer != str(blocks[0]))
    assert answer == str(blocks[0]) or f"the planner would now give {answer}" in said


MEANT = """
    vpc-a vpc blocks=10.0.0.0/16
    vpc-b vpc blocks=10.1.0.0/16
    vpc-c vpc blocks=10.2.0.0/16
    shops intended-overlap networks=vpc-a,vpc-b reason.en="Every shop is a copy"
"""


def test_a_network_may_be_typed_onto_one_it_is_meant_to_overlap_and_says_why() -> None:
    design = typing(sketch(MEANT), "vpc-b", "block", "10.0.0.0/16")

    assert reason(design, "vpc-b") == "shares addresses with vpc-a on purpose: Every shop is a copy"
    assert reason(design, "vpc-b", "zh") == "有意与 vpc-a 使用相同地址：Every shop is a copy"
    assert refusal(design, "vpc-b", "block", "10.2.0.0/16").startswith("10.2.0.0/16 overlaps vpc-c")


def test_an_overlap_that_is_no_longer_declared_is_wrong_at_once() -> None:
    design = typing(sketch(MEANT), "vpc-b", "block", "10.0.0.0/16")
    table, later = plan_table(design), design.removing(["shops"])
    assert not table.why("vpc-b").is_wrong

    followed = table.after(Change.between(design, later), later) or plan_table(later)

    assert followed.why("vpc-b").is_wrong
