"""Broken designs are normal work: nothing of renumbering raises, and what cannot be read stays as it is."""

from __future__ import annotations

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planners.addresses import parse_block
from tests.campaign import share
from tests.model.designs import element_of
from workbench.model.design import Design
from workbench.model.element import KINDS, Element
from workbench.model.elements.address_request import AddressRequest
from workbench.planning.addresses import address_plan
from workbench.planning.comparing import compared
from workbench.planning.renumbering import NoPlan, documents, renumber_edit, renumberings
from workbench.planning.renumbering.making_room import room_edit, room_made

HOLDING = (
    "address-pool",
    "address-request",
    "cloud-firewall",
    "data-centre",
    "reserved-range",
    "route-table",
    "transit-router",
    "vpc",
    "vswitch",
)
TAKEN = [parse_block("10.0.0.0/17"), parse_block("fd00::/57")]


def planned_designs() -> st.SearchStrategy[Design]:
    """Any design of a few elements that hold or name blocks, well or not."""
    one = st.sampled_from(HOLDING).flatmap(lambda tag: element_of(KINDS[tag])).map(_within_limits)
    return st.lists(one, max_size=10).map(lambda found: Design.of({each.id: each for each in found}.values()))


def _within_limits(element: Element) -> Element:
    """The element with as much room to grow as the inspector lets one ask for."""
    if isinstance(element, AddressRequest):
        return msgspec.structs.replace(element, growth_bits=element.growth_bits % 9)
    return element


@settings(max_examples=share(400), deadline=None, suppress_health_check=list(HealthCheck))
@given(planned_designs())
def test_any_design_is_renumbered_or_says_why_not(design: Design) -> None:
    found = renumberings(design, TAKEN)

    for plan in () if isinstance(found, NoPlan) else found.plans:
        after = renumber_edit(plan, TAKEN)(design)
        assert {element.id for element in design} <= {element.id for element in after}
        assert compared(design, after).before == plan.comparison.before
        documents(plan)


@settings(max_examples=share(400), deadline=None, suppress_health_check=list(HealthCheck))
@given(planned_designs())
def test_room_is_made_in_any_design_or_not(design: Design) -> None:
    address_plan(design)
    found = room_made(design)

    if found:
        assert room_edit(found)(design) != design
