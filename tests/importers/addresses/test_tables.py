"""Address plans as customers write them become elements, cell by cell, and nothing is left untold."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.importers.addresses.tables import book, brought, called, comma_text, items, told
from workbench.importers.addresses import plan_addresses
from workbench.model.elements.address_pool import AddressPool
from workbench.model.elements.data_centre import DataCentre
from workbench.model.elements.region import Region
from workbench.model.elements.reserved_range import ReservedRange
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.model.elements.zone import Zone
from workbench.model.sketch import sketch

EMPTY = sketch("")
DESIGN = sketch("""
    app account name.zh=应用
    hz region region_id=cn-hangzhou
      zone-h zone zone_id=cn-hangzhou-h
    prod vpc parent=app region=hz blocks=10.1.0.0/16
      web vswitch zone=zone-h block=10.1.9.0/24
""")
MESSY = (
    ["XX 集团云上地址规划（草案）"],
    ["编制", None, None, datetime.date(2026, 3, 1)],
    [],
    ["序号", "专有网络", None, None, "交换机", None, None, "备注"],
    [None, "名称", "网段", "地域", "名称", "网段", "可用区", None],
    [1, "vpc-a", "10.1.0.0/16", "华东1（杭州）", "web", "10.1.0.0-10.1.0.255", "cn-hangzhou-h", "first"],
    [2, None, None, None, "app", " １０．１．１．０／２４ ", "可用区I", None],
    [3, None, None, None, "db", "10.1.2.1/24", "H", None],
    ["合计", None, None, None, 3],
)
MERGED = ("A1:H1", "A4:A5", "B4:D4", "E4:G4", "H4:H5", "B6:B8", "C6:C8", "D6:D8")


def test_heads_in_two_rows_below_a_title_with_a_vpc_merged_over_its_rows(tmp_path: Path) -> None:
    path = book(tmp_path / "plan.xlsx", MERGED, 规划=MESSY)

    design = brought(path, EMPTY)

    vpc = called(design, "vpc-a")
    assert isinstance(vpc, Vpc)
    assert vpc.blocks == ("10.1.0.0/16",)
    vswitches = {one.name.en: one for one in design.of_kind(VSwitch)}
    assert {name: one.block for name, one in vswitches.items()} == {
        "web": "10.1.0.0/24",
        "app": "10.1.1.0/24",
        "db": "10.1.2.0/24",
    }
    assert {one.parent for one in vswitches.values()} == {vpc.id}
    assert vswitches["web"].note.en == "first"
    zones = {one.zone_id: one.id for one in design.of_kind(Zone)}
    assert [vswitches[name].zone for name in ("web", "app", "db")] == [
        zones["cn-hangzhou-h"],
        zones["cn-hangzhou-i"],
        zones["cn-hangzhou-h"],
    ]


def test_an_address_in_place_of_a_network_is_told_with_its_cell_and_a_second_import_brings_nothing(
    tmp_path: Path,
) -> None:
    path = book(tmp_path / "plan.xlsx", MERGED, 规划=MESSY)

    plan = plan_addresses([path], EMPTY)
    again = plan_addresses([path], brought(path, EMPTY))

    assert told(plan, "doubtful") == {
        "规划!F8": "vSwitch db: 10.1.2.1 is an address inside 10.1.2.0/24, which was taken"
    }
    assert plan.edit is not None
    assert again.proposals == ()
    assert items(again, "doubtful") == []


def test_bad_rows_are_told_with_file_sheet_and_cell_and_keep_the_plan_from_being_done_unpicked(
    tmp_path: Path,
) -> None:
    rows = (
        ["VPC", "vSwitch", "CIDR", "Zone", "Region"],
        ["a", "good", "10.1.0.0/24", "cn-hangzhou-h", "cn-hangzhou"],
        ["a", "no mask", "10.1.1.0", "cn-hangzhou-h", None],
        ["a", "a date", datetime.datetime(2026, 10, 1), None, None],
        ["a", "nowhere", "10.1.3.0/24", "Mars", None],
        ["a", "n" * 500, "10.1.4.0/24", None, None],
        ["a", "two", "10.1.5.0/24, 10.1.6.0/24", None, None],
        [None, "no block", None, "cn-hangzhou-h", None],
        ["b", "elsewhere", "10.2.0.0/24", None, "Atlantis"],
        ["a", "other region", "10.1.7.0/24", None, "cn-beijing"],
    )
    path = book(tmp_path / "plan.xlsx", Plan=rows)

    plan = plan_addresses([path], EMPTY)

    found = told(plan, "refused")
    assert set(found) == {
        "Plan!C3",
        "Plan!C4",
        "Plan!D5",
        "Plan!B6",
        "Plan!C7",
        "Plan!B8",
        "Plan!E9",
        "Plan!E10",
    }
    assert "such as 10.1.1.0/24" in found["Plan!C3"]
    assert "is a date" in found["Plan!C4"]
    assert "Region is China (Hangzhou) in Plan!E2 and China (Beijing) here" in found["Plan!E10"]
    assert {item.file for item in items(plan, "refused")} == {"plan.xlsx"}
    assert plan.edit is None
    assert [one.name.en for one in brought(path, EMPTY).of_kind(VSwitch)] == ["good"]


def test_items_in_the_design_change_cell_by_cell_and_only_what_is_picked(tmp_path: Path) -> None:
    path = comma_text(
        tmp_path / "plan.csv",
        """VPC,vSwitch,CIDR,用途,状态
           prod,web,10.1.8.0/24,入口,已确认""",
    )

    plan = plan_addresses([path], DESIGN)

    assert {item.field for item in plan.proposals} == {"block", "purpose", "state"}
    assert told(plan, "changed")["C2"] == "vSwitch web: Block 10.1.9.0/24 → 10.1.8.0/24"
    assert plan.picked
    block = [item for item in plan.proposals if item.field == "block"]
    after = plan.picked(block)(DESIGN)
    web = after.get("web", VSwitch)
    assert web
    assert (web.block, web.purpose, web.state) == ("10.1.8.0/24", "", "draft")


def test_what_is_picked_brings_the_new_elements_it_names(tmp_path: Path) -> None:
    path = comma_text(tmp_path / "plan.csv", "VPC,vSwitch,CIDR,Zone\nnew,web,10.7.0.0/24,cn-beijing-k")
    plan = plan_addresses([path], DESIGN)
    assert plan.picked
    web = [item for item in plan.proposals if item.element.startswith("vswitch")]

    after = plan.picked(web)(DESIGN)

    added = {one.kind.tag for one in after if one.id not in DESIGN}
    assert added == {"vpc", "vswitch", "zone", "region"}
    assert plan.picked([])(DESIGN) is DESIGN


def test_overlaps_in_the_file_and_with_the_design_are_told(tmp_path: Path) -> None:
    path = comma_text(
        tmp_path / "plan.csv",
        """VPC,vSwitch,CIDR
           prod,one,10.1.9.128/25
           prod,two,10.1.20.0/24
           prod,three,10.1.20.64/26""",
    )

    plan = plan_addresses([path], DESIGN)

    found = told(plan, "doubtful")
    assert "overlaps 10.1.9.0/24 of vSwitch “web” in the design" in found["C2"]
    assert "overlaps 10.1.20.0/24 of vSwitch “two” in B3" in found["C4"]
    assert set(found) == {"C2", "C4"}


def test_rows_that_repeat_are_told_and_taken_once(tmp_path: Path) -> None:
    path = comma_text(tmp_path / "plan.csv", "VPC,vSwitch,CIDR\nprod,a,10.1.1.0/24\nprod,a,10.1.1.0/24")

    plan = plan_addresses([path], DESIGN)

    assert len(plan.proposals) == 1
    assert told(plan, "same") == {"A2": "VPC prod", "C3": "repeats B2"}


def test_a_row_without_a_vpc_goes_where_its_block_lies_or_else_with_the_row_above(tmp_path: Path) -> None:
    path = comma_text(
        tmp_path / "plan.csv",
        """VPC,子网名称,网段
           ,inside,10.1.30.0/24
           other,here,10.5.0.0/24
           ,with it,10.6.0.0/24""",
    )

    design = brought(path, DESIGN)

    assert called(design, "inside").parent == "prod"
    assert called(design, "with it").parent == called(design, "other").id
    assert "as the row above" in told(plan_addresses([path], DESIGN), "doubtful")["C4"]


def test_several_sheets_hold_pools_reserved_ranges_and_data_centres(tmp_path: Path) -> None:
    path = book(
        tmp_path / "plan.xlsx",
        Pools=(
            ["Pool", "Name", "Provisioned CIDR"],
            [None, "all", "10.0.0.0/8"],
            ["all", "east", "10.0.0.0/12"],
        ),
        Sites=(
            ["Type", "Name", "Network", "Netmask", "Comments"],
            ["IDC", "Beijing", "172.16.0.0", "255.240.0.0", "office"],
            ["IDC", "Beijing", "192.168.0.0/17", None, None],
            ["保留", "legacy", 10.9, 16, None],
        ),
        Notes=(["Kept by the network team"],),
    )

    plan = plan_addresses([path], EMPTY)
    design = brought(path, EMPTY)

    assert {one.name.en: one.parent for one in design.of_kind(AddressPool)} == {
        "all": None,
        "east": called(design, "all").id,
    }
    site = next(iter(design.of_kind(DataCentre)))
    assert [one.block for one in site.ranges] == ["172.16.0.0/12", "192.168.0.0/17"]
    assert [one.block for one in design.of_kind(ReservedRange)] == ["10.9.0.0/16"]
    assert "No row of heads" in told(plan, "unheld")["Notes!A1"]


def test_ipv6_blocks_go_to_their_own_field(tmp_path: Path) -> None:
    path = comma_text(
        tmp_path / "plan.csv",
        "VPC,VPC CIDR,vSwitch,CIDR,IPv6 CIDR\nv6,10.8.0.0/16,web,10.8.0.0/24,2001:db8:0:1::/64",
    )

    web = called(brought(path, EMPTY), "web")

    assert isinstance(web, VSwitch)
    assert (web.block, web.ipv6_block) == ("10.8.0.0/24", "2001:db8:0:1::/64")


def test_formulas_count_by_the_value_they_show_and_are_refused_without_one(tmp_path: Path) -> None:
    path = book(tmp_path / "plan.xlsx", Plan=(["VPC", "vSwitch", "CIDR"], ["a", "b", '="10.1.0.0"&"/24"']))

    plan = plan_addresses([path], EMPTY)

    assert "never worked out" in told(plan, "refused")["Plan!C2"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_text_is_read_in_the_codings_and_separators_spreadsheets_use(
    encoding: str, separator: str, tmp_path: Path
) -> None:
    lines = "专有网络,交换机,网段\n生产,入口,10.1.0.0/24".replace(",", separator)

    design = brought(comma_text(tmp_path / "plan.csv", lines, encoding), EMPTY)

    assert called(design, "入口").name.zh == "入口"


def test_the_answers_for_rows_that_name_no_account_and_no_region(tmp_path: Path) -> None:
    path = comma_text(tmp_path / "plan.csv", "VPC,VPC CIDR\nprod-2,10.3.0.0/16")

    plan = plan_addresses([path], DESIGN, account="应用", region="cn-beijing")
    assert plan.edit
    design = plan.edit(DESIGN)

    vpc = called(design, "prod-2")
    assert isinstance(vpc, Vpc)
    assert vpc.parent == "app"
    region = design.get(vpc.region, Region)
    assert region
    assert region.region_id == "cn-beijing"


def test_a_head_without_one_below_counts_and_unknown_columns_are_told(tmp_path: Path) -> None:
    path = book(
        tmp_path / "plan.xlsx",
        ("A1:B1", "C1:D1"),
        Plan=(
            ["VPC", None, "Subnet", None, "AZ", "Comments"],
            ["Name", "CIDR", "Name", "CIDR", None, None, "Cost code", "CIDR"],
            ["prod", "10.1.0.0/16", "web", "10.1.0.0/24", "cn-hangzhou-h", "front", "X1", "10.9.0.0/24"],
        ),
    )

    plan = plan_addresses([path], EMPTY)
    web = called(brought(path, EMPTY), "web")

    assert isinstance(web, VSwitch)
    assert (web.block, web.note.en, web.zone is not None) == ("10.1.0.0/24", "front", True)
    assert told(plan, "unheld") == {"Plan!G2": "columns that are not read: Cost code, CIDR"}


def test_a_vpc_may_stand_in_a_row_above_its_vswitches(tmp_path: Path) -> None:
    path = comma_text(
        tmp_path / "plan.csv",
        """区域,VPC,子网,网段,可用区
           上海,prod,,10.1.0.0/16,
           ,,web,10.1.1.0/24,上海可用区F
           ,,db,10.1.2.0/24,F""",
    )

    design = brought(path, EMPTY)

    vpc = called(design, "prod")
    assert isinstance(vpc, Vpc)
    assert vpc.blocks == ("10.1.0.0/16",)
    assert {called(design, name).parent for name in ("web", "db")} == {vpc.id}
    assert [one.zone_id for one in design.of_kind(Zone)] == ["cn-shanghai-f"]


def test_reading_is_stopped_where_the_user_stops_it(tmp_path: Path) -> None:
    from workbench.cancelled import Cancelled

    path = book(tmp_path / "plan.xlsx", MERGED, 规划=MESSY)

    def stop(share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        plan_addresses([path], EMPTY, progress=stop)


def test_a_list_of_sites_with_heads_in_both_languages_becomes_data_centres(tmp_path: Path) -> None:
    rows = (
        ["Site / 站点", "Network", "Used for\n用途", "Remarks"],
        ["Suzhou factory", "10.2.128.0/19", "Shop floor", "since 2019"],
        ["Suzhou factory", "10.220.4.0/24", "Guests", "ask Mr. Wu"],
        ["Chengdu call centre", "10.221.0.0/16", "", "=1+1"],
        ["Chengdu call centre", "10.221.0.0/16", "", "twice?"],
        ["Hangzhou", "10.222.0.0/16", "", ""],
    )

    path = book(tmp_path / "sites.xlsx", WAN=rows)
    design = brought(path, EMPTY)

    suzhou, chengdu = called(design, "Suzhou factory"), called(design, "Chengdu call centre")
    assert isinstance(suzhou, DataCentre)
    assert [(one.block, one.use) for one in suzhou.ranges] == [
        ("10.2.128.0/19", "Shop floor"),
        ("10.220.4.0/24", "Guests (ask Mr. Wu)"),
    ]
    assert suzhou.note.en == "since 2019"
    assert isinstance(chengdu, DataCentre)
    assert [one.block for one in chengdu.ranges] == ["10.221.0.0/16"]
    assert [one.block for one in design.of_kind(ReservedRange)] == ["10.222.0.0/16"]
