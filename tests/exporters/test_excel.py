"""The workbook: its numbers are the design's, and no name in it becomes a formula."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.exporters.test_word import HOSTILE
from workbench.exporters import Job, exporters
from workbench.exporters.excel import sheet_names, workbook_tables
from workbench.model.design import Design
from workbench.model.elements.account import Account
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.model.sketch import sketch
from workbench.reports.report import Table
from workbench.reports.standing import standing
from workbench.reports.tables.address_plan import address_plan
from workbench.storage.files import open_design
from workbench.texts import LANGUAGES, Language, spoken
from workbench.words import Words

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
HEAD, FIRST = 4, 5


@cache
def sample() -> Design:
    return open_design(SAMPLES / "enterprise.lzd").design


@cache
def written(language: Language) -> Workbook:
    return workbook(sample(), language)


def workbook(design: Design, language: Language) -> Workbook:
    [file] = exporters()["xlsx"].files(Job(design, language))
    return load_workbook(io.BytesIO(file.content))


def sheet_of(book: Workbook, table: Table, language: Language) -> Worksheet:
    title = table.title.said(language)
    return next(sheet for sheet in book.worksheets if sheet["A1"].value == title)


def column(sheet: Worksheet, number: int) -> list[object]:
    return [sheet.cell(row, number).value for row in range(FIRST, sheet.max_row + 1)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_is_a_sheet_with_as_many_rows(language: Language) -> None:
    book = written(language)

    for table in workbook_tables(sample(), standing(sample())):
        sheet = sheet_of(book, table, language)
        assert sheet.max_row - HEAD == len(table.rows), table.id
        assert [sheet.cell(HEAD, n).value for n in range(1, len(table.columns) + 1)] == [
            one.title.said(language) for one in table.columns
        ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_address_plan_holds_every_block_of_the_design(language: Language) -> None:
    table = address_plan(sample())
    at = [one.key for one in table.columns].index("block") + 1

    blocks = column(sheet_of(written(language), table, language), at)

    drawn = [block for vpc in sample().of_kind(Vpc) for block in vpc.blocks]
    drawn += [vswitch.block for vswitch in sample().of_kind(VSwitch) if vswitch.block]
    assert [block for block in drawn if block not in blocks] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_written_as_the_design_says_them(language: Language) -> None:
    table = next(table for table in workbook_tables(sample(), standing(sample())) if table.id == "account")

    names = column(sheet_of(written(language), table, language), 1)

    assert names == [account.title().said(language) for account in sample().of_kind(Account)]


@pytest.mark.parametrize(("language", "wording"), [("en", ["low", "yes"]), ("zh", ["低", "是"])])
def test_details_are_worded_in_the_language_of_the_export(language: Language, wording: list[str]) -> None:
    design = sketch("""
        inside security-domain trust=low
        large fact-override fact=cen.peering value=true
    """)
    table = next(table for table in workbook_tables(design, standing(design)) if table.id == "elements")
    at = [one.key for one in table.columns].index("meta") + 1

    assert sorted(map(str, column(sheet_of(workbook(design, language), table, language), at))) == sorted(
        wording
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_inventory_counts_what_the_design_holds(language: Language) -> None:
    table = next(table for table in workbook_tables(sample(), standing(sample())) if table.id == "inventory")

    sheet = sheet_of(written(language), table, language)

    counts = dict(zip(column(sheet, 1), column(sheet, 2), strict=True))
    for type in (Account, Vpc, VSwitch):
        found = sample().of_kind(type)
        assert counts[spoken(type.kind.plural, language)] == len(found)


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t="])
def test_a_name_that_looks_like_a_formula_stays_text(first: str) -> None:
    account = sample().of_kind(Account)[0]
    name = f'{first}HYPERLINK("http://x")'
    design = sample().replacing(account.id, name=Words(en=name, zh=name))

    book = workbook(design, "en")

    found = [c for sheet in book.worksheets for row in sheet.iter_rows() for c in row if c.value == name]
    assert found
    assert all(cell.data_type == "s" for cell in found)
    assert all(cell.quotePrefix for cell in found)


def test_no_cell_is_a_formula() -> None:
    cells = (cell for sheet in written("en").worksheets for row in sheet.iter_rows() for cell in row)

    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_name_breaks_the_workbook(name: str) -> None:
    account = sample().of_kind(Account)[0]
    design = sample().replacing(account.id, name=Words(en=name, zh=name))

    book = workbook(design, "zh")

    readable = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", "", name)
    values = (cell.value for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
    assert any(readable in value for value in values if isinstance(value, str))


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_of_tables_filter_freeze_and_repeat_their_head(language: Language) -> None:
    for table in workbook_tables(sample(), standing(sample())):
        sheet = sheet_of(written(language), table, language)
        assert sheet.auto_filter.ref.startswith(f"A{HEAD}:")
        assert sheet.freeze_panes == f"B{FIRST}"
        assert sheet.print_title_rows == f"$1:${HEAD}"


def test_sheet_names_are_short_plain_and_each_once() -> None:
    names = sheet_names(["a" * 40, "A" * 40, "x/y:[z]", "'", "x y z"])

    assert names == ["a" * 31, f"{'A' * 29} 2", "x y z", "Sheet", "x y z 2"]


def test_a_design_of_nothing_is_a_workbook_too() -> None:
    book = workbook(Design.of(), "en")

    assert len(book.worksheets) >= 5
