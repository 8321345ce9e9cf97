"""The rows of the plan table: where each stands, what its cells say, and that a change leaves what a new table has."""

from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.planning.plan_table.plans import plan, shown
from tools.samples.generated import SIZES, generated
from workbench.edits.fields import set_fields
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.elements.vswitch import VSwitch
from workbench.model.sketch import sketch
from workbench.planning.plan_table import PlanTable, plan_table
from workbench.planning.plan_table.columns import ORDER, sorting, wording
from workbench.planning.plan_table.search import PlanSearch
from workbench.words import Words


def test_networks_stand_below_their_pool_and_stage_and_requests_beside_them() -> None:
    found = shown(plan_table(plan()))

    assert set(found) == {"pool", "site"}
    assert found["pool"] == {
        "ask-more": {},
        "kept": {},
        "pool/prod": {"vpc-a": {"app": {}, "small": {}, "web": {}}, "vpc-b": {"uat": {}}},
    }
    assert found["site"] == {"site/0": {}}


def test_what_lies_in_no_pool_stands_below_its_region_or_apart() -> None:
    design = sketch("""
        sh region region_id=cn-shanghai
        in-region vpc region=sh blocks=172.16.0.0/16
        nowhere vpc blocks=192.168.0.0/16
        lost vswitch block=192.168.1.0/24
    """)

    assert shown(plan_table(design)) == {"/loose": {"lost": {}, "nowhere": {}}, "sh": {"in-region": {}}}


def test_pools_nest_and_every_further_block_has_a_row() -> None:
    design = sketch("""
        all address-pool blocks=10.0.0.0/8,172.16.0.0/12
          north address-pool blocks=10.0.0.0/12
        vpc-a vpc blocks=10.1.0.0/16,172.16.0.0/16
    """)

    assert shown(plan_table(design)) == {"all": {"all/1": {}, "north": {"vpc-a": {"vpc-a/1": {}}}}}


def said(table: PlanTable, key: str) -> list[str]:
    """All cells of a row but the reason."""
    return [wording(table, key, column, "en") for column in ORDER[:-1]]


def test_cells_tell_demand_block_use_room_and_state() -> None:
    table = plan_table(plan())

    assert said(table, "app") == [
        "app",
        "2,900 hosts +30 %",
        "10.1.0.0/20",
        "4,092",
        "71 %",
        "×2",
        "deployed",
    ]
    assert said(table, "vpc-a") == ["vpc-a", "", "10.1.0.0/16", "", "13 %", "/17 free", "approved"]
    assert said(table, "ask-more") == ["ask-more", "700 hosts +20 %", "", "", "", "", "draft"]
    assert table.row("app").is_locked
    assert table.row("web").is_pinned
    assert wording(table, "app", "state", "zh") == "已部署"


def test_rows_sort_by_figures_and_addresses_not_by_letters() -> None:
    table = plan_table(
        sketch("""
        v vpc blocks=10.0.0.0/16
          b vswitch block=10.0.100.0/24
          a vswitch block=10.0.20.0/25
          c vswitch
    """)
    )

    def ordered(column: str) -> list[str]:
        return sorted("abc", key=lambda key: sorting(table, key, column, "en"))  # type: ignore[arg-type]

    assert ordered("block") == ["a", "b", "c"]
    assert ordered("usable") == ["a", "b", "c"]
    assert ordered("name") == ["a", "b", "c"]


def test_a_search_finds_names_pinyin_and_the_block_around_an_address() -> None:
    design = plan().replacing("web", name=Words(en="web", zh="网站"))
    search = PlanSearch(plan_table(design))

    assert {key for key in search.matching("10.1.7.20") if key in design} == {"pool", "vpc-a", "app"}
    assert {key for key in search.matching("wangzhan") if key in design} == {"pool", "vpc-a", "web"}
    assert "ask-more" in search.matching("700 hosts")


def same(found: PlanTable, design: Design) -> None:
    """Whether a patched table is what a new one is, cell by cell."""
    fresh = plan_table(design)
    assert dict(found.seats) == dict(fresh.seats)
    assert shown(found) == shown(fresh)
    for key in fresh.seats:
        assert found.row(key) == fresh.row(key)
        assert found.why(key) == fresh.why(key)


BLOCKS = st.sampled_from(
    ["", "10.1.0.0/20", "10.1.48.0/20", "10.2.128.0/20", "10.9.0.0/16", "172.16.0.0/16", "no"]
)


@st.composite
def steps(draw: st.DrawFn) -> tuple[str, dict[str, object]]:
    """One change of one element of the small plan."""
    id = draw(
        st.sampled_from(
            ["app", "web", "small", "uat", "vpc-a", "vpc-b", "ask-app", "ask-more", "kept", "site"]
        )
    )
    if draw(st.integers(0, 5)) == 0:
        return id, {}
    if id.startswith("vpc"):
        blocks = tuple(block for block in draw(st.lists(BLOCKS, max_size=2)) if block)
        return id, draw(st.sampled_from([{"blocks": blocks}, {"region": None}, {"environment": None}]))
    if id == "site":
        return id, {"ranges": ()}
    if id.startswith("ask"):
        return id, draw(
            st.sampled_from([{"hosts": 10}, {"subject": None}, {"subject": "small"}, {"growth_bits": 2}])
        )
    return id, draw(
        st.sampled_from(
            [{"block": draw(BLOCKS)}, {"state": "draft"}, {"name": Words(en="x")}, {"parent": "vpc-b"}]
        )
    )


@given(st.lists(steps(), max_size=6))
@settings(max_examples=60, deadline=None)
def test_a_table_that_follows_changes_is_what_a_new_one_would_be(
    changes: list[tuple[str, dict[str, object]]],
) -> None:
    design = plan()
    table = plan_table(design)
    for key in table.seats:
        table.row(key), table.why(key)
    for id, fields in changes:
        before = design
        design = set_fields([id], **fields)(design) if fields else design.removing([id])
        followed = table.after(Change.between(before, design), design)
        assert followed is not None
        table = followed
        same(table, design)


def test_a_change_keeps_the_cells_of_networks_it_does_not_touch() -> None:
    design = plan()
    table = plan_table(design)
    kept, gone = table.row("uat"), table.row("web")

    after = design.replacing("web", block="10.1.48.0/20")
    followed = table.after(Change.between(design, after), after)

    assert followed
    assert followed.row("uat") is kept
    assert followed.row("web") is not gone


def test_of_three_thousand_vswitches_a_change_touches_those_of_one_vpc() -> None:
    design = generated(SIZES["L"])
    table = plan_table(design)
    for key in table.seats:
        table.row(key)

    after = design.replacing("vsw-7-2", block="10.0.126.0/29")
    followed = table.after(Change.between(design, after), after)

    assert followed
    anew = [key for key in table.seats if followed.row(key) is not table.row(key)]
    assert {key.rpartition("-")[0] for key in anew} == {"vpc", "vsw-7"}
    assert len(anew) == 1 + 15


def test_a_change_of_pools_or_of_very_much_makes_the_table_anew() -> None:
    design = plan()
    many = [VSwitch(id=f"v{n}", parent="vpc-b") for n in range(500)]
    pooled = design.adding(msgspec.structs.replace(design["pool"], blocks=("10.0.0.0/8",)))  # type: ignore[call-arg]

    assert (
        plan_table(design).after(Change.between(design, design.adding(*many)), design.adding(*many)) is None
    )
    assert plan_table(design).after(Change.between(design, pooled), pooled) is None
