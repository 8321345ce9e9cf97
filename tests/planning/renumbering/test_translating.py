"""Where a named block has gone: by the innermost slot around it, and of clashing ones by who stands near."""

from __future__ import annotations

from planners.addresses import Block, parse_block
from workbench.model.sketch import sketch
from workbench.planning.renumbering.slots import in_force
from workbench.planning.renumbering.translating import Image, Translation

CLASHING = """
vpc-a vpc blocks=10.0.0.0/16
  a1 vswitch block=10.0.0.0/24
vpc-b vpc blocks=10.0.0.0/16
  b1 vswitch block=10.0.1.0/24
"""


def translation(lines: str, **new: str) -> Translation:
    """A plan in which some elements have other blocks; a double underscore stands for the dash of a name."""
    force = in_force(sketch(lines))
    moved: dict[str, Block] = {}
    for id, slot in force.slots.items():
        if wanted := new.get(slot.element.replace("-", "__")):
            moved[id] = parse_block(wanted)
    return Translation(force, moved, ())


def told(image: Image) -> tuple[list[str], str]:
    """The blocks in words, and how."""
    return [str(block) for block in image.blocks], image.how


def test_of_two_vpcs_with_one_block_the_near_one_is_meant() -> None:
    found = translation(CLASHING, vpc__b="10.5.0.0/16", b1="10.5.1.0/24")
    block = parse_block("10.0.9.0/24")

    assert told(found.image(block, {"vpc-a"})) == (["10.0.9.0/24"], "same")
    assert told(found.image(block, {"vpc-b"})) == (["10.5.9.0/24"], "shifted")


def test_a_part_of_a_vpc_that_was_packed_anew_is_told_by_what_lies_in_it() -> None:
    found = translation(
        "vpc-a vpc blocks=10.0.0.0/16\n  a1 vswitch block=10.0.0.0/24\n  a2 vswitch block=10.0.1.0/24",
        vpc__a="10.4.0.0/16",
        a1="10.4.0.0/24",
        a2="10.4.8.0/24",
    )

    image = found.image(parse_block("10.0.0.0/23"))

    assert told(image) == (["10.4.0.0/24", "10.4.8.0/24"], "several")
    assert str(image.whole) == "10.4.0.0/23"


def test_free_room_of_a_vpc_goes_with_it() -> None:
    found = translation("vpc-a vpc blocks=10.0.0.0/16\n  a1 vswitch block=10.0.0.0/24", vpc__a="10.4.0.0/16")

    assert told(found.image(parse_block("10.0.77.9/32"))) == (["10.4.77.9/32"], "shifted")


def test_what_lies_in_no_block_of_the_plan_stays() -> None:
    found = translation(CLASHING, vpc__b="10.5.0.0/16")

    assert told(found.image(parse_block("192.168.0.0/16"))) == (["192.168.0.0/16"], "same")
