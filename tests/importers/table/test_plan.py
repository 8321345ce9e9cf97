"""Rows of a spreadsheet become elements: heads in both languages, names for references, every row accounted for."""

from __future__ import annotations

import pytest

from workbench.importers.table.plan import RowsPlan, plan_rows
from workbench.importers.table.sheet import Table, fitting_kinds, table_in
from workbench.model.design import Design
from workbench.model.element import KINDS
from workbench.model.elements.account import Account
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.model.sketch import sketch
from workbench.words import Words

DESIGN = sketch("""
    app account name.zh=应用
    hz region region_id=cn-hangzhou
      zone-h zone zone_id=cn-hangzhou-h
    prod vpc parent=app region=hz blocks=10.1.0.0/16
      old vswitch block=10.1.9.0/24
    test vpc parent=app region=hz blocks=10.2.0.0/16
""")


def table(lines: str) -> Table:
    found = table_in("\n".join(line.strip().replace(" | ", "\t") for line in lines.strip().splitlines()))
    assert found
    return found


def planned(lines: str, tag: str = "vswitch", parent: str | None = None, design: Design = DESIGN) -> RowsPlan:
    return plan_rows(design, table(lines), KINDS[tag], parent)


def reasons(plan: RowsPlan) -> list[str]:
    return [item.becomes.said("en") for item in plan.items if item.state == "refused"]


def test_english_heads() -> None:
    plan = planned("Name | Block | Zone | VPC\napp-h | 10.1.0.0/24 | cn-hangzhou-h | prod")

    (vswitch,) = plan.elements
    assert isinstance(vswitch, VSwitch)
    assert (vswitch.name.en, vswitch.block, vswitch.zone, vswitch.parent) == (
        "app-h",
        "10.1.0.0/24",
        "zone-h",
        "prod",
    )
    assert plan.edit(DESIGN)[vswitch.id] == vswitch


def test_chinese_heads_and_a_chinese_name() -> None:
    plan = planned("名称 | 网段 | 可用区 | 专有网络\n应用-h | 10.1.0.0/24 | zone-h | prod")

    (vswitch,) = plan.elements
    assert isinstance(vswitch, VSwitch)
    assert vswitch.name == Words(zh="应用-h")
    assert (vswitch.block, vswitch.zone, vswitch.parent) == ("10.1.0.0/24", "zone-h", "prod")


def test_the_kind_is_read_off_the_heads() -> None:
    assert fitting_kinds(table("交换机名称 | CIDR | 可用区\na | b | c"))[0].tag == "vswitch"
    assert fitting_kinds(table("vSwitch | CIDR\na | b"))[0].tag == "vswitch"
    assert fitting_kinds(table("Name | Account id | Cost centre\na | b | c"))[0].tag == "account"
    assert fitting_kinds(table("Lunch | Weather\na | b")) == ()


def test_without_a_place_the_block_says_it() -> None:
    plan = planned("name | cidr\na | 10.2.4.0/24\nb | 10.7.0.0/24")

    assert [one.parent for one in plan.elements] == ["test"]
    assert reasons(plan) == ["Nothing says what it stands in."]


def test_a_row_that_is_there_is_changed_or_the_same() -> None:
    plan = planned("name | block\nold | 10.1.9.0/24", parent="prod")
    moved = planned("name | block\nold | 10.1.8.0/24", parent="prod")

    assert [item.state for item in plan.items] == ["same"]
    assert [item.state for item in moved.items] == ["changed"]
    assert [one.id for one in moved.elements] == ["old"]


def test_what_is_wrong_in_a_row_is_told_and_the_others_go_in() -> None:
    plan = planned(
        """
        block | zone | name
        10.1.0.5/24 | zone-h | a
        10.1.1.0/24 | zone-x | b
        10.1.2.0/24 | zone-h | c
        10.1.3.0/24 | zone-h | c
        10.1.4.0/24 | zone-h
        """,
        parent="prod",
    )

    assert [one.name.en for one in plan.elements] == ["c"]
    assert reasons(plan) == [
        "Block: 10.1.0.5/24 is not a block. Did you mean 10.1.0.0/24?",
        "Zone: Nothing that fits is called zone-x.",
        "Row 4 has this name already.",
        "The row has no name.",
    ]


def test_choices_switches_numbers_tags_and_lists_are_read_as_people_write_them() -> None:
    accounts = planned(
        "成员账号 | 角色 | 账号 ID | 标签\nlog | 日志归档 | 1234 | a=1，b=2\nnet | network | 5 | ", "account"
    )
    vpcs = planned("name | blocks | account\nv | 10.8.0.0/16, 10.9.0.0/16 | 应用", "vpc")

    assert reasons(accounts) == []
    log, net = accounts.elements
    (vpc,) = vpcs.elements
    assert isinstance(log, Account)
    assert isinstance(net, Account)
    assert isinstance(vpc, Vpc)
    assert (log.role, log.number, log.tags) == ("log", "1234", {"a": "1", "b": "2"})
    assert (net.role, net.tags) == ("network", {})
    assert (vpc.blocks, vpc.parent) == (("10.8.0.0/16", "10.9.0.0/16"), "app")


def test_heads_of_which_nothing_is_known_are_named() -> None:
    assert planned("name | lunch\na | soup", parent="prod").unknown == ("lunch",)


def test_cells_with_line_breaks_and_short_rows_are_read() -> None:
    found = table_in('name\tnote\r\na\t"one\ntwo"\r\nb\r\n')

    assert found == Table(("name", "note"), (("a", "one\ntwo"), ("b", "")))


@pytest.mark.parametrize("plain", ["", "vsw-1", "\n\n", "name\n"])
def test_what_has_no_row_below_its_heads_is_no_table(plain: str) -> None:
    assert table_in(plain) is None


def test_three_thousand_rows_are_read_in_one_go() -> None:
    lines = "\n".join(f"v{n}\t10.{1 + n // 65536}.{n // 256 % 256}.0/24" for n in range(3000))

    plan = plan_rows(DESIGN, table_in(f"name\tblock\n{lines}") or Table((), ()), KINDS["vswitch"], "prod")

    assert len(plan.elements) == 3000


def test_cells_of_any_length_and_every_line_break_are_read() -> None:
    table = table_in("name\tblock\r" + "x" * 200_000 + "\t10.0.0.0/16\ry\t10.1.0.0/16")

    assert table
    assert [len(row[0]) for row in table.rows] == [200_000, 1]
