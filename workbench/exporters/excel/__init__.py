"""Excel: the address plan, the inventory and the findings in one workbook, ready to filter, sort and print."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from workbench.exporters import File, Job, exporter
from workbench.exporters.plain import plain
from workbench.reports.report import Table
from workbench.texts import Language, Text, text

if TYPE_CHECKING:
    from openpyxl import Workbook

    from workbench.model.design import Design
    from workbench.reports.standing import Standing

LISTS = (
    "account",
    "vpc",
    "vswitch",
    "vpc-attachment",
    "security-group",
    "application",
    "flow",
    "database",
    "bucket",
    "key",
)
TABLES = (
    ("security-group", "rules"),
    ("network-acl", "inbound"),
    ("network-acl", "outbound"),
    ("route-table", "routes"),
    ("transit-router-table", "routes"),
    ("cloud-firewall", "policies"),
    ("waf", "rules"),
    ("nat-gateway", "snat"),
    ("database", "allowed"),
)
COVER, CHART, NOTES = text("Cover"), text("Use of addresses"), text("Notes")
_REFUSED_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


@exporter("xlsx", title="Excel workbook", suffix=".xlsx")
def xlsx(job: Job) -> Iterable[File]:
    """One workbook: cover, address plan, findings, what is waived, lists, rules, chart, notes."""
    from workbench.drawing.files import file_name
    from workbench.exporters.same_bytes import without_clock

    now = job.standing(job.design)
    tables = workbook_tables(job.design, now)
    job.progress(0.4)
    out = io.BytesIO()
    _workbook(tables, job.design, now, job.language).save(out)
    job.progress(0.9)
    content = without_clock(out.getvalue(), issued(job.design))
    yield File(file_name(job.design, "address-plan", job.language, ".xlsx"), content)


def workbook_tables(design: Design, now: Standing) -> tuple[Table, ...]:
    """The tables of the workbook in the order of its sheets; lists that would be empty are left out."""
    from workbench.model.elements.invariant import Invariant
    from workbench.reachability.exposure import exposure_of
    from workbench.reachability.invariants.proofs import proofs_of
    from workbench.reachability.invariants.results import worst_first
    from workbench.reports.tables.address_plan import address_plan
    from workbench.reports.tables.data_access import data_access_table
    from workbench.reports.tables.elements import all_elements, inventory, list_of, rows_of
    from workbench.reports.tables.exposure import exposure_table
    from workbench.reports.tables.findings import findings_table, profile_table, waived_table
    from workbench.reports.tables.proofs import flows_table, invariants_table

    proved = proofs_of(design) if design.of_kind(Invariant) else None
    held = (
        (invariants_table(design, worst_first(proved.invariants)), flows_table(design, proved.flows))
        if proved
        else ()
    )
    settled = (
        waived_table(design, now.waived),
        profile_table(design),
        exposure_table(design, exposure_of(design)),
        data_access_table(design),
    )
    lists = [list_of(design, tag) for tag in LISTS] + [rows_of(design, tag, name) for tag, name in TABLES]
    return (
        address_plan(design),
        inventory(design),
        findings_table(design, now.findings),
        *(table for table in (*settled, *held) if table.rows),
        *(table for table in lists if table.rows),
        all_elements(design),
    )


def sheet_names(titles: Sequence[str]) -> list[str]:
    """Titles as Excel takes them for sheets: without refused signs, at most 31 characters, each once."""
    names: list[str] = []
    for title in titles:
        stem = name = " ".join(plain(title).translate(_REFUSED_IN_NAMES).split())[:31].strip() or "Sheet"
        number = 2
        while name.casefold() in {known.casefold() for known in names}:
            name = f"{stem[: 30 - len(str(number))]} {number}"
            number += 1
        names.append(name)
    return names


def _workbook(tables: Sequence[Table], design: Design, now: Standing, language: Language) -> Workbook:
    from openpyxl import Workbook

    from workbench.exporters.excel.front import write_chart, write_cover, write_notes
    from workbench.exporters.excel.sheet import running_lines, write_table
    from workbench.reports.tables.address_plan import used_and_free

    book = Workbook()
    titles: list[Text] = [COVER, *(table.title for table in tables), CHART, NOTES]
    names = sheet_names([title.said(language) for title in titles])
    sheets = [book.active, *(book.create_sheet() for _ in names[1:])]
    named = about(design, language)
    mark = text("Design fingerprint {mark}", mark=now.fingerprint).said(language)
    for sheet, name in zip(sheets, names, strict=True):
        sheet.title = name
        running_lines(sheet, name, named, mark, language)
    for sheet, table in zip(sheets[1:], tables, strict=False):
        write_table(sheet, table, language, named)
    write_cover(sheets[0], design, now, language, names)
    write_chart(sheets[-2], used_and_free(design), language)
    write_notes(sheets[-1], design, language)
    book.active = 1
    # A new sheet calls itself selected too; two selected sheets would be edited together.
    for number, sheet in enumerate(sheets):
        sheet.sheet_view.tabSelected = number == 1
    book.properties.title = named
    book.properties.creator = "Landing Zone Workbench"
    return book


def about(design: Design, language: Language) -> str:
    """What a workbook is about: the engagement and its version."""
    from workbench.model.elements.engagement import Engagement

    engagement = next(iter(design.of_kind(Engagement)), None)
    return (
        plain(f"{engagement.title().said(language)} v{engagement.version}") if engagement else "Landing Zone"
    )


def issued(design: Design) -> str:
    """The date of the document, which workbooks bear in place of a clock's."""
    from workbench.model.elements.engagement import Engagement

    return next((engagement.issued for engagement in design.of_kind(Engagement)), "")
