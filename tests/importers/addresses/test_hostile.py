"""What no table may do to the program: a clear answer in both languages, at once, and never a half import."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.importers.addresses.tables import book, brought, called
from tests.safety.hostile.cases import look_at_sentence
from workbench.importers.addresses import plan_addresses
from workbench.model.sketch import sketch

EMPTY = sketch("")
ROWS = (["VPC", "vSwitch", "CIDR"], ["a", "b", "10.1.0.0/24"])
SHEET = "xl/worksheets/sheet1.xml"


def whole(folder: Path) -> bytes:
    return book(folder / "whole.xlsx", Plan=ROWS).read_bytes()


def bomb(folder: Path) -> bytes:
    """A workbook of some kilobytes whose sheet unpacks to 200 MB."""
    return repacked(whole(folder), SHEET, lambda part: part + b" " * 200_000_000)


def repacked(package: bytes, name: str, bend: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            part = old.read(entry)
            new.writestr(entry, bend(part) if entry == name else part)
    return out.getvalue()


def sheet(folder: Path, old: bytes, new: bytes) -> bytes:
    return repacked(whole(folder), SHEET, lambda part: part.replace(old, new))


REFUSED: dict[str, tuple[str, Callable[[Path], bytes], str]] = {
    "a workbook that unpacks to 200 MB": ("bad.xlsx", bomb, "unpacks"),
    "half a workbook": ("bad.xlsx", lambda folder: whole(folder)[:2000], "cut off"),
    "a package that is no workbook": (
        "bad.xlsx",
        lambda folder: repacked(whole(folder), "xl/workbook.xml", lambda part: b"<nothing/>"),
        "no sheet",
    ),
    "a sheet cut in the middle": (
        "bad.xlsx",
        lambda folder: repacked(whole(folder), SHEET, lambda part: part[: len(part) // 2]),
        "cannot be read",
    ),
    "a workbook with a password": ("bad.xlsx", lambda _: b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "password"),
    "an old workbook": ("bad.xls", lambda _: b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "old kind"),
    "a document type": (
        "bad.xlsx",
        lambda folder: repacked(whole(folder), SHEET, lambda part: b'<!DOCTYPE x [<!ENTITY a "b">]>' + part),
        "document type",
    ),
    "a picture called a table": ("bad.csv", lambda _: b"\x89PNG\r\n\x1a\n" + b"\x00\x01" * 400, "no text"),
    "forty megabytes": ("bad.csv", lambda _: b"a,b\n" * 10_000_000, "bytes"),
    "more rows than a table has": ("bad.csv", lambda _: b"VPC,CIDR\n" + b"a,10.0.0.0/8\n" * 60_000, "rows"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_hostile_file_is_refused_with_the_reason(case: str, tmp_path: Path) -> None:
    name, make, reason = REFUSED[case]
    path = tmp_path / name
    path.write_bytes(make(tmp_path))
    started = time.monotonic()

    plan = plan_addresses([path], EMPTY)

    assert time.monotonic() - started < 30
    assert [reason in item.becomes.said("en") for item in plan.items] == [True]
    look_at_sentence(plan.items[0].becomes)
    assert plan.items[0].file == name
    assert plan.edit is None


def test_a_workbook_called_csv_and_a_text_called_xlsx_are_read_by_what_they_are(tmp_path: Path) -> None:
    (tmp_path / "book.csv").write_bytes(whole(tmp_path))
    (tmp_path / "text.xlsx").write_text("VPC,vSwitch,CIDR\na,b,10.1.0.0/24", encoding="utf-8")

    assert called(brought(tmp_path / "book.csv", EMPTY), "b")
    assert called(brought(tmp_path / "text.xlsx", EMPTY), "b")


def test_a_sheet_of_every_column_there_is_tells_what_is_not_read(tmp_path: Path) -> None:
    path = book(tmp_path / "wide.xlsx", Plan=tuple((*row, *(["x"] * 16_381)) for row in ROWS))

    plan = plan_addresses([path], EMPTY)

    assert [item.path for item in plan.items if "not read" in item.becomes.said("en")] == ["Plan!GS1"]


def test_a_sheet_that_says_it_is_as_large_as_can_be_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "large.xlsx"
    path.write_bytes(sheet(tmp_path, b'<dimension ref="A1:C2"/>', b'<dimension ref="A1:XFD1048576"/>'))
    started = time.monotonic()

    assert called(brought(path, EMPTY), "b")
    assert time.monotonic() - started < 10


def test_a_sheet_merged_into_one_cell_is_told_at_once(tmp_path: Path) -> None:
    merged = b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    path = tmp_path / "merged.xlsx"
    path.write_bytes(sheet(tmp_path, b"</sheetData>", merged))
    started = time.monotonic()

    plan = plan_addresses([path], EMPTY)

    assert time.monotonic() - started < 10
    assert ["No row of heads" in item.becomes.said("en") for item in plan.items] == [True]


def test_names_that_are_formulas_emoji_or_turn_the_writing_are_kept_as_plain_lines(tmp_path: Path) -> None:
    names = ["=1+1", "🚀 launch", "\u202eevil\u202c", "שלום", "a\nb", "-dash"]
    made = Workbook()
    page = made.worksheets[0]
    page.append(["VPC", "vSwitch", "CIDR"])
    for number, name in enumerate(names):
        page.append(["a", None, f"10.1.{number}.0/24"])
        page.cell(number + 2, 2).value = name
        page.cell(number + 2, 2).data_type = "s"
    made.save(tmp_path / "names.xlsx")

    design = brought(tmp_path / "names.xlsx", EMPTY)

    assert {one.name.en for one in design if one.kind.tag == "vswitch"} == {
        "=1+1",
        "🚀 launch",
        "evil",
        "שלום",
        "a b",
        "-dash",
    }


def test_a_quote_that_never_ends_is_told_at_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "open.csv"
    path.write_text('VPC,vSwitch,CIDR\na,b,10.1.0.0/24\na,c,"10.2.0.0/24\n' + "a,d,10.3.0.0/24\n" * 500)

    plan = plan_addresses([path], EMPTY)

    assert [item.path for item in plan.refusals] == ["C3"]
