"""Plan A beside plan B: figures that can be counted by hand, and the blocks that differ."""

from __future__ import annotations

from tests.planning.plan_table.plans import plan
from workbench.model.elements.vpc import Vpc
from workbench.model.sketch import sketch
from workbench.planning.addresses import address_plan
from workbench.planning.plan_table.comparison import Moved, beside, compared, figures, take_edit
from workbench.rules.engine import fresh_findings

SCATTERED = """
    hz region
    pool address-pool blocks=10.0.0.0/12 region=hz
    one vpc region=hz blocks=10.1.0.0/16
      a vswitch block=10.1.128.0/24
    two vpc region=hz blocks=10.3.0.0/16 state=deployed
      b vswitch block=10.3.0.0/24
    three vpc region=hz blocks=10.6.0.0/16
    four vpc region=hz blocks=10.9.0.0/16
    ask-four address-request subject=four pin=10.9.0.0/16 prefix_length=16
    ask-a address-request subject=a hosts=100
"""


def test_figures_count_waste_routes_and_free_blocks() -> None:
    found = figures(sketch(SCATTERED))

    assert found.waste == 256 - 4 - 100
    assert dict(found.routes) == {"hz": 4}
    assert str(found.largest) == "10.12.0.0/14"
    # 10.0, 10.2, 10.4/15, 10.7, 10.8, 10.10/15, 10.12/14
    assert found.fragments == 7


def test_b_answers_the_open_requests_as_the_planner_does() -> None:
    found = compared(plan(), "open")
    answers = {answer.request: answer.block for answer in address_plan(plan()).answers}

    assert found.moves == (Moved("ask-more", 0, "", answers["ask-more"]),)
    assert found.moved == 0
    assert found.of("ask-more", 0) is not None


def test_planned_anew_moves_drafts_alone_and_together_with_what_is_in_them() -> None:
    found = compared(sketch(SCATTERED), "anew")

    moved = {one.element: one.new for one in found.moves}
    assert set(moved) == {"one", "a", "three"}
    # What is deployed or pinned stays; the drafts go to the smallest gaps first.
    assert {moved["one"], moved["three"]} == {"10.2.0.0/16", "10.8.0.0/16"}
    assert found.b.fragments < found.a.fragments


def test_taking_b_gives_its_figures_and_no_new_overlap() -> None:
    design = sketch(SCATTERED)
    found = compared(design, "anew")

    taken = take_edit(found)(design)

    assert figures(taken) == found.b
    assert not [f for f in fresh_findings(taken) if f.rule in ("NET-004", "NET-005", "NET-012")]
    assert not beside(taken, taken).moves


def test_another_design_is_set_beside_by_the_ids_they_share() -> None:
    design = sketch(SCATTERED)
    other = design.removing(["three"]).replacing("one", blocks=("10.0.0.0/16", "10.15.0.0/16"))

    found = beside(design, other)

    assert found.moves == (Moved("one", 0, "10.1.0.0/16", "10.0.0.0/16"), Moved("one", 1, "", "10.15.0.0/16"))
    taken = take_edit(found)(design)["one"]
    assert isinstance(taken, Vpc)
    assert taken.blocks == ("10.0.0.0/16", "10.15.0.0/16")


def test_what_changed_since_the_comparison_is_left_as_it_is() -> None:
    design = sketch(SCATTERED)
    found = compared(design, "anew")

    taken = take_edit(found)(design.replacing("one", blocks=("10.7.0.0/16",)))

    assert taken["one"].meta() == "10.7.0.0/16"


def test_what_finds_no_room_is_told() -> None:
    design = plan().replacing("ask-more", hosts=None, prefix_length=9)

    assert [one.requests for one in compared(design, "open").refusals] == [("ask-more",)]


def test_pools_that_overlap_are_told_and_change_nothing() -> None:
    found = compared(
        sketch(
            "p address-pool blocks=10.0.0.0/8\nq address-pool blocks=10.1.0.0/16\nr address-request prefix_length=24"
        ),
        "open",
    )

    assert not found.moves
    assert "overlap" in found.refusals[0].reason.said("en")
    assert "重叠" in found.refusals[0].reason.said("zh")
