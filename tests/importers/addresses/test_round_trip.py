"""The address list goes out and comes back: exactly the cells that were changed are proposed, in both languages."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.importers.addresses.tables import items, told
from tests.rules.random_designs import random_design
from workbench.exporters import Job, exporters
from workbench.exporters.guard import guarded, unguarded
from workbench.importers.addresses import plan_addresses
from workbench.model.design import Design
from workbench.model.elements.data_centre import DataCentre, SiteRange
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.model.sketch import sketch
from workbench.reports.tables.address_list import COLUMNS, field_of
from workbench.texts import LANGUAGES, Language
from workbench.words import Words

TARGETS = ("addresses-csv", "addresses-xlsx")
DESIGN = sketch("""
    app account name.zh=应用账号
    net account name.en=network
    hz region region_id=cn-hangzhou name.zh=杭州
      zone-h zone zone_id=cn-hangzhou-h name.zh=可用区H
      zone-i zone zone_id=cn-hangzhou-i name.zh=可用区I
    prod environment name.zh=生产 name.en=production
    all address-pool name.en=all blocks=10.0.0.0/8,172.16.0.0/12
      east address-pool name.en=east blocks=10.0.0.0/12 region=hz
      kept reserved-range name.zh=保留 block=10.15.0.0/16
    vpc-a vpc parent=app region=hz environment=prod name.zh=甲 blocks=10.1.0.0/16,10.2.0.0/16
      vsw-1 vswitch zone=zone-h block=10.1.0.0/24 purpose=web name.en==SUM(1)
      vsw-2 vswitch zone=zone-i block=10.1.1.0/24 name.en=@two
    vpc-b vpc parent=net region=hz name.en=twin blocks=10.3.0.0/16
    vpc-c vpc parent=app region=hz name.en=twin blocks=10.4.0.0/16
      vsw-3 vswitch block=10.4.0.0/24 name.en=-three
    dc data-centre name.zh=北京机房
    wish address-request parent=east name.en=wish hosts=200 subject=vpc-b
""")


def exported(design: Design, target: str, language: Language, folder: Path) -> Path:
    file = next(iter(exporters()[target].files(Job(design, language))))
    path = folder / file.name
    path.write_bytes(file.content)
    return path


def head_row(path: Path) -> int:
    """The row of heads, counted from 1."""
    return 4 if path.suffix == ".xlsx" else 1


def rewritten(path: Path, change: Callable[[list[list[str]]], None]) -> None:
    """Changes the cells of a file as a spreadsheet would: rows below the heads as lists of text."""
    if path.suffix == ".csv":
        rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
        change(rows[1:])
        out = io.StringIO(newline="")
        csv.writer(out).writerows(rows)
        path.write_bytes(out.getvalue().encode("utf-8-sig"))
        return
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=head_row(path) + 1)]
    said: list[list[Any]] = [list(row) for row in cells]
    change(said)
    for y, row in enumerate(said, head_row(path) + 1):
        for x, value in enumerate(row, 1):
            if y - head_row(path) > len(cells) or value != cells[y - head_row(path) - 1][x - 1]:
                sheet.cell(y, x).value = value
    book.save(path)


def column(key: str) -> int:
    return [one.key for one in COLUMNS].index(key)


def row_of(rows: list[list[str]], id: str) -> list[str]:
    return next(row for row in rows if row[column("id")] == id)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("target", TARGETS)
def test_a_file_that_was_not_changed_proposes_nothing(
    target: str, language: Language, tmp_path: Path
) -> None:
    plan = plan_addresses([exported(DESIGN, target, language, tmp_path)], DESIGN)

    assert {item.state for item in plan.items} == {"same"}
    assert len(plan.items) == 11


@pytest.mark.parametrize("seed", range(12))
def test_any_design_comes_back_as_it_is(seed: int, tmp_path: Path) -> None:
    design = random_design(Random(seed), 120)
    language = LANGUAGES[seed % 2]

    for target in TARGETS:
        plan = plan_addresses([exported(design, target, language, tmp_path)], design)

        assert [item.becomes.said("en") for item in plan.items if item.state != "same"] == []


@pytest.mark.parametrize("target", TARGETS)
def test_the_same_design_gives_the_same_bytes(target: str, tmp_path: Path) -> None:
    shuffled = sketch("").adding(*reversed(list(DESIGN)))

    first = exported(DESIGN, target, "zh", tmp_path).read_bytes()

    assert exported(shuffled, target, "zh", tmp_path).read_bytes() == first


EDITABLE = [
    (element.id, key)
    for element in DESIGN
    for key in (one.key for one in COLUMNS)
    if element.kind.tag
    in ("address-pool", "reserved-range", "vpc", "vswitch", "data-centre", "address-request")
    and key not in ("id", "kind")
    and field_of(element.kind.tag, key)
]


def another(key: str, tag: str, dice: Random) -> str:
    """A value that a cell of a column does not have in the design."""
    number = dice.randrange(256)
    many = ", ".join(f"192.168.{(number + n) % 256}.0/24" for n in range(dice.randint(1, 3)))
    one = f"192.168.{number}.0/24"
    values: dict[str, str] = {
        "name": dice.choice(("new", "新", "=HYPERLINK(1)", "+1", "-x", "@y", "'=z", "🚀", "a, b;c"))
        + str(number),
        "parent": {"vswitch": "twin [vpc-b]", "reserved-range": "east"}.get(tag, ""),
        "account": f"account {number}",
        "region": "cn-beijing",
        "zone": "cn-hangzhou-j",
        "environment": f"stage {number}",
        "blocks": many if tag in ("vpc", "address-pool", "data-centre") else one,
        "ipv6": f"2001:db8:{number:x}::/64",
        "purpose": f"purpose {number}",
        "subject": "vpc-c",
        "prefix_length": str(dice.randint(8, 64)),
        "hosts": str(dice.randint(300, 999)),
        "growth_percent": str(dice.randint(1, 1000)),
        "growth_bits": str(dice.randint(1, 8)),
        "pin": one,
        "state": dice.choice(("approved", "已确认", "deployed")),
        "note": f"note\nof {number}",
    }
    return values[key]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    changed=st.sets(st.sampled_from(EDITABLE), min_size=1, max_size=9),
    seed=st.integers(0, 10_000),
    target=st.sampled_from(TARGETS),
    language=st.sampled_from(LANGUAGES),
)
def test_exactly_the_changed_cells_are_proposed(
    changed: set[tuple[str, str]], seed: int, target: str, language: Language, tmp_path: Path
) -> None:
    # What a pool stands in is taken out or named; one that stands in nothing keeps standing there.
    cells = sorted(changed - {("all", "parent")})
    dice = Random(seed)
    values = {(id, key): another(key, DESIGN[id].kind.tag, dice) for id, key in cells}
    path = exported(DESIGN, target, language, tmp_path)

    def change(rows: list[list[str]]) -> None:
        for (id, key), value in values.items():
            row_of(rows, id)[column(key)] = guarded(value) if target == "addresses-csv" else value

    rewritten(path, change)
    plan = plan_addresses([path], DESIGN)

    changes = [item for item in plan.proposals if item.state == "changed"]
    wanted = sorted((id, field_of(DESIGN[id].kind.tag, key)) for id, key in values)
    assert sorted((item.element, item.field) for item in changes) == wanted
    assert plan.refusals == ()
    assert plan.edit
    after = plan.edit(DESIGN)
    assert plan_addresses([path], after).proposals == ()
    assert {one.id for one in DESIGN} <= {one.id for one in after}


@pytest.mark.parametrize("target", TARGETS)
def test_a_new_row_becomes_a_new_element_and_a_copied_one_is_told(target: str, tmp_path: Path) -> None:
    path = exported(DESIGN, target, "en", tmp_path)

    def change(rows: list[list[str]]) -> None:
        copied, fresh = list(row_of(rows, "vsw-3")), list(row_of(rows, "vsw-3"))
        fresh[column("id")], fresh[column("name")], fresh[column("blocks")] = "", "four", "10.4.4.0/24"
        rows += [copied, fresh]

    if target == "addresses-csv":
        rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
        body = rows[1:]
        change(body)
        out = io.StringIO(newline="")
        csv.writer(out).writerows([rows[0], *body])
        path.write_bytes(out.getvalue().encode("utf-8-sig"))
    else:
        rewritten(path, change)
    plan = plan_addresses([path], DESIGN)

    assert [item.becomes.said("en") for item in plan.refusals] == [
        f"Row {head_row(path) + 9} has this id already. Empty the id of the new row."
    ]
    assert plan.picked
    after = plan.picked(plan.proposals)(DESIGN)
    made = next(one for one in after.of_kind(VSwitch) if one.name.en == "four")
    assert (made.parent, made.block) == ("vpc-c", "10.4.4.0/24")


def test_a_list_read_into_an_empty_design_makes_all_of_it_under_the_same_ids(tmp_path: Path) -> None:
    path = exported(DESIGN, "addresses-xlsx", "zh", tmp_path)

    plan = plan_addresses([path], sketch(""))
    assert plan.edit
    made = plan.edit(sketch(""))

    ours = {one.id: one for one in DESIGN.of_kind(VSwitch)}
    theirs = {one.id: one for one in made.of_kind(VSwitch)}
    assert {id: (one.block, one.parent, one.purpose) for id, one in theirs.items()} == {
        id: (one.block, one.parent, one.purpose) for id, one in ours.items()
    }
    assert {one.id: one.blocks for one in made.of_kind(Vpc)} == {
        one.id: one.blocks for one in DESIGN.of_kind(Vpc)
    }


WRONG = {
    ("vsw-1", "blocks", "10.9/40"): "40 is no mask",
    ("vsw-1", "parent", "nowhere"): "Nothing that fits is called nowhere.",
    ("vsw-1", "parent", ""): "Nothing says which VPC",
    ("vsw-1", "parent", "twin"): "2 elements are called twin. Write the id in brackets",
    ("vsw-1", "name", ""): "The name is empty",
    ("vsw-1", "state", "perhaps"): "perhaps is none of",
    ("wish", "prefix_length", "99"): "at most 64",
    ("wish", "hosts", "many"): "not a whole number",
    ("vpc-a", "kind", "vSwitch"): "keeps its kind",
    ("vpc-a", "region", "Atlantis"): "no region the platform has",
}


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_a_cell_that_cannot_be_read_is_told_with_its_place(
    case: tuple[str, str, str], tmp_path: Path
) -> None:
    id, key, value = case
    path = exported(DESIGN, "addresses-csv", "en", tmp_path)
    rewritten(path, lambda rows: row_of(rows, id).__setitem__(column(key), value))

    plan = plan_addresses([path], DESIGN)

    (cell, sentence), *more = told(plan, "refused").items()
    assert WRONG[case] in sentence
    assert more == []
    assert cell.startswith(chr(65 + column(key)))
    assert plan.edit is None


def test_a_cell_that_follows_from_another_is_told_and_changes_nothing(tmp_path: Path) -> None:
    path = exported(DESIGN, "addresses-csv", "en", tmp_path)
    rewritten(path, lambda rows: row_of(rows, "vsw-1").__setitem__(column("account"), "network"))

    plan = plan_addresses([path], DESIGN)

    assert plan.proposals == ()
    assert ["follows from another" in item.becomes.said("en") for item in items(plan, "doubtful")] == [True]


def test_the_ranges_of_a_site_keep_their_use(tmp_path: Path) -> None:
    site = DataCentre(id="dc", name=Words(en="site"), ranges=(SiteRange(block="10.0.0.0/8", use="office"),))
    design = sketch("").adding(site)
    path = exported(design, "addresses-csv", "en", tmp_path)
    rewritten(path, lambda rows: rows[0].__setitem__(column("blocks"), "10.0.0.0/8, 172.16.0.0/12"))

    plan = plan_addresses([path], design)

    assert plan.edit
    after = plan.edit(design).get("dc", DataCentre)
    assert after
    assert [(one.block, one.use) for one in after.ranges] == [("10.0.0.0/8", "office"), ("172.16.0.0/12", "")]


def test_no_cell_of_the_text_begins_like_a_formula(tmp_path: Path) -> None:
    path = exported(DESIGN, "addresses-csv", "en", tmp_path)

    cells = [cell for row in csv.reader(path.read_text(encoding="utf-8-sig").splitlines()) for cell in row]

    assert [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")] == []
    assert "'=SUM(1)" in cells


@given(st.text(max_size=30) | st.from_regex(r"'*[=+@-].*", fullmatch=True))
def test_guarding_is_undone_exactly(words: str) -> None:
    assert unguarded(guarded(words)) == words
    assert guarded(words)[:1] not in ("=", "+", "-", "@", "\t", "\r")
