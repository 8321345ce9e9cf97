"""What the project says about findings is printed: waivers with reason and owner, and the severity profile."""

from __future__ import annotations

import pytest

from tests.exporters.test_excel import column, sheet_of, workbook
from tests.exporters.test_word import cells, opened, word_file
from workbench.exporters.excel import workbook_tables
from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.reports.report import Paragraph, Table
from workbench.reports.solution import solution
from workbench.reports.standing import standing
from workbench.rules.engine import fresh_findings
from workbench.rules.finding import counts
from workbench.texts import LANGUAGES, Language

DESIGN = sketch("""
    eng engagement issued=2026-05-15 domains=account,network
    sheet-n sheet shows=network
    vpc-a vpc blocks=10.0.0.0/16
      vsw-a vswitch block=10.9.0.0/24
      vsw-b vswitch block=10.8.0.0/24
    ok waiver rule=NET-004 covers=vsw-a,vpc-a reason="{Moved} in June" owner="=Li Na" expires=2026-06-30
    ours severity-profile
      - weights rule=PLC-001 severity=off reason="Agreed in writing"
""")


def table(design: Design, id: str) -> Table:
    return next(table for table in workbook_tables(design, standing(design)) if table.id == id)


@pytest.mark.parametrize("language", LANGUAGES)
def test_word_prints_waived_findings_and_the_profile(language: Language) -> None:
    document = opened(word_file(DESIGN, language))

    printed = cells(document)
    told = " ".join(paragraph.text for paragraph in document.paragraphs)
    assert {"{Moved} in June", "=Li Na", "2026-06-30", "PLC-001", "Agreed in writing"} <= printed
    assert "2026-05-15" in told
    assert "ours" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_excel_has_a_sheet_of_waived_findings_and_one_of_the_profile(language: Language) -> None:
    book = workbook(DESIGN, language)

    waived = sheet_of(book, table(DESIGN, "waived"), language)
    profile = sheet_of(book, table(DESIGN, "profile"), language)

    assert column(waived, 2) == ["NET-004"]
    assert column(waived, 5) == ["{Moved} in June"]
    assert column(profile, 1) == ["PLC-001"]


def test_open_and_waived_findings_are_each_printed_once() -> None:
    findings = fresh_findings(DESIGN)

    printed = [row.element for row in table(DESIGN, "findings").rows]

    assert len(printed) == sum(counts(findings).values())
    assert [row.element for row in table(DESIGN, "waived").rows] == ["vsw-a"]
    assert "vsw-b" in printed


def test_after_its_end_a_waiver_is_printed_no_more_and_the_finding_is_open() -> None:
    later = DESIGN.replacing("eng", issued="2026-07-01")

    assert "waived" not in [table.id for table in workbook_tables(later, standing(later))]
    assert "vsw-a" in [row.element for row in table(later, "findings").rows]


def test_a_document_without_a_date_says_that_nobody_can_judge_the_end() -> None:
    undated = DESIGN.replacing("eng", issued="")

    said = [
        block.words.said("en")
        for block in solution(undated, standing(undated)).blocks
        if isinstance(block, Paragraph)
    ]

    assert any("There is no document date" in words for words in said)


def test_a_design_without_profile_and_waivers_prints_neither() -> None:
    plain = DESIGN.removing(["ok", "ours"])

    assert not {"waived", "profile"} & {table.id for table in workbook_tables(plain, standing(plain))}
