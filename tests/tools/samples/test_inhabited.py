"""Generated designs with applications: every one stands where its groups are, and the same seed gives the same."""

from __future__ import annotations

from tools.samples.generated import SIZES
from tools.samples.inhabited import inhabited
from workbench.model.elements.application import Application
from workbench.model.elements.flow import Flow


def test_applications_stand_in_the_vpcs_of_their_groups_and_flows_join_two_of_them() -> None:
    design = inhabited(SIZES["S"], 30)

    applications = design.of_kind(Application)
    assert len(applications) == len(design.of_kind(Flow)) == 30
    for one in applications:
        assert {design[id].parent for id in one.vswitches} == {design[id].parent for id in one.groups}
    assert {len(one.vswitches) for one in applications} == {1, 2}
    assert all(flow.source != flow.target for flow in design.of_kind(Flow))


def test_an_inhabited_design_follows_from_its_seed() -> None:
    assert inhabited(SIZES["S"], 30, 7) == inhabited(SIZES["S"], 30, 7)
    assert inhabited(SIZES["S"], 30, 7) != inhabited(SIZES["S"], 30, 8)
