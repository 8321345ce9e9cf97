"""New plans around a range that is taken elsewhere: what moves, what it touches, and that nothing stale is left."""

from __future__ import annotations

from hypothesis import HealthCheck, event, given, settings

from planners.addresses import Block, free_blocks, parse_block
from tests.campaign import share
from tests.planning.renumbering.networks import networks
from workbench.editor import Editor
from workbench.model.design import Design
from workbench.planning.renumbering import NoPlan, Renumbered, renumber_edit, renumberings
from workbench.planning.renumbering.slots import in_force
from workbench.planning.renumbering.touching import GROUND
from workbench.planning.renumbering.written import mentions
from workbench.storage.format import design_bytes
from workbench.texts import text


def given_up(plan: Renumbered) -> list[Block]:
    """The addresses that the moved blocks had and nothing has now."""
    left: list[Block] = []
    for width in (32, 128):
        moves = [one for one in plan.moves if parse_block(one.old).width == width]
        old = dict.fromkeys(parse_block(one.old) for one in moves if not one.is_container)
        new = [parse_block(one.new) for one in moves]
        left += free_blocks(old, new)
    return left


@settings(max_examples=share(150), deadline=None, suppress_health_check=list(HealthCheck))
@given(networks())
def test_after_a_plan_nothing_names_an_address_that_was_given_up(case: tuple[Design, Block]) -> None:
    design, taken = case
    found = renumberings(design, [taken])
    event(found.reason.said("en") if isinstance(found, NoPlan) else f"{len(found.plans)} plans")
    for plan in () if isinstance(found, NoPlan) else found.plans:
        after = renumber_edit(plan)(design)
        ground = [element.id for element in design if isinstance(element, GROUND)]
        written = design_bytes(after.removing(ground)).decode()
        gone = given_up(plan)
        stale = [str(one.block) for one in mentions(written) if any(left.holds(one.block) for left in gone)]
        assert stale == []


@settings(max_examples=share(150), deadline=None, suppress_health_check=list(HealthCheck))
@given(networks())
def test_a_new_plan_keeps_vswitches_in_their_vpc_and_off_what_is_taken(case: tuple[Design, Block]) -> None:
    design, taken = case
    found = renumberings(design, [taken])
    for plan in () if isinstance(found, NoPlan) else found.plans:
        before, after = in_force(design), in_force(renumber_edit(plan)(design))
        assert after.loose == before.loose
        assert set(after.clashes) <= set(before.clashes)
        named = {*plan.holes, *plan.clashing}
        touching = {slot.element for slot in after.slots.values() if slot.block.touches(taken)}
        riding = {
            slot.element
            for slot in after.slots.values()
            if {after.slots[id].element for id in after.around(slot.id)} & named
        }
        assert touching <= named | riding


@settings(max_examples=share(150), deadline=None, suppress_health_check=list(HealthCheck))
@given(networks())
def test_a_plan_is_one_step_that_undo_takes_back(case: tuple[Design, Block]) -> None:
    design, taken = case
    found = renumberings(design, [taken])
    for plan in () if isinstance(found, NoPlan) else found.plans:
        editor = Editor(design)
        editor.perform(text("Renumber"), renumber_edit(plan, [taken]))
        assert editor.design != design or not plan.moves
        editor.undo()
        assert editor.design == design


@settings(max_examples=share(150), deadline=None, suppress_health_check=list(HealthCheck))
@given(networks())
def test_what_does_not_move_is_not_changed(case: tuple[Design, Block]) -> None:
    design, taken = case
    found = renumberings(design, [taken])
    for plan in () if isinstance(found, NoPlan) else found.plans:
        told = {one.element for one in plan.moves} | {touch.element for touch in plan.touches}
        assert set(plan.changed) <= told
        assert {id for id in design.elements if design[id] != plan.after[id]} == set(plan.changed)
