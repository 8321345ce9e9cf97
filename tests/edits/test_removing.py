"""Deleting takes along what cannot be without, and nothing else."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.campaign import share
from tests.model.designs import IDS, designs
from workbench.edits.removing import dependants, remove
from workbench.model.design import Design
from workbench.model.elements.vswitch import VSwitch
from workbench.model.references import references
from workbench.model.sketch import sketch

DESIGN = sketch(
    """
    net sheet shows=network
      p placement subject=v within=r
    v vpc
      s vswitch route_table=rt acl=n
      rt route-table
      n network-acl
    t transit-router
      x vpc-attachment vpc=v
      y transit-router-table
    """
)


def test_what_depends_on_an_element_is_listed_first() -> None:
    assert [element.id for element in dependants(DESIGN, ["v"])] == ["n", "p", "rt", "s", "x"]


def test_a_mention_is_taken_out_of_what_stays() -> None:
    after = remove(["n"])(DESIGN)

    assert after.get("s", VSwitch) == VSwitch(id="s", name=DESIGN["s"].name, parent="v", route_table="rt")


@settings(max_examples=share(1500, 0.05))
@given(designs(), st.lists(IDS, min_size=1, max_size=3))
def test_nothing_that_stays_mentions_what_is_gone(design: Design, ids: list[str]) -> None:
    listed = {element.id for element in dependants(design, ids)}

    after = remove(ids)(design)

    gone = {element.id for element in design} - {element.id for element in after}
    assert gone == listed | {id for id in ids if id in design}
    for element in after:
        assert not references(element) & gone
        assert element.parent not in gone
