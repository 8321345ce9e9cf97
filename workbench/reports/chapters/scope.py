"""Chapter 2: what the contract covers, who does what, and what stays outside."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.engagement.contract import editions
from workbench.engagement.lens import coverage
from workbench.model.design import Design
from workbench.reference import table
from workbench.reports.report import (
    Block,
    Callout,
    Column,
    Heading,
    Paragraph,
    Points,
    Said,
    Table,
    TableRow,
    mention,
)
from workbench.reports.standing import Standing
from workbench.texts import text
from workbench.words import Words

_SIGNS = {"yes": "●", "choice": "○", "either": "○", "no": "–"}
_PARTIES = (("customer", text("Customer")), ("provider", text("Provider")))
_LETTERS = ("R", "A", "S", "C", "I")


def chapter(design: Design, standing: Standing) -> Iterator[Block]:
    """Edition and services, responsibilities, exclusions, what of the design is not covered."""
    yield Heading(text("Scope, edition and limits"))
    yield Heading(text("Edition and service catalogue"), 2)
    yield Paragraph(
        text(
            "This project delivers the {edition}. {table} repeats clause 4.2 as signed; the column in force is shaded. "
            "What is not listed is outside the project.",
            edition=standing.edition.title,
            table=mention("services"),
        )
    )
    yield _services(standing)
    yield Heading(text("Responsibilities"), 2)
    yield Paragraph(
        text(
            "{table} says who does what in each task; it repeats clause 4.1 as signed.", table=mention("raci")
        )
    )
    yield _raci()
    yield from _erratum("E12")
    yield Heading(text("What stays outside"), 2)
    yield Points(tuple(Words(en=row["en"], zh=row["zh"]) for row in table("scope")["exclusion"]))
    yield from _outside(design, standing)


def _services(standing: Standing) -> Table:
    phases = {row["id"]: Words(en=row["en"], zh=row["zh"]) for row in table("scope")["phase"]}
    columns = (
        Column("phase", text("Phase"), width=33),
        Column("service", text("Service"), width=72),
        *(
            Column(edition.id, text("{edition}", edition=edition.title), "sign", 20)
            for edition in editions().values()
        ),
    )
    rows = []
    earlier = ""
    for row in table("scope")["catalog"]:
        phase = phases[row["phase"]] if row["phase"] != earlier else Words()
        signs = [_SIGNS.get(str(row[edition]), str(row[edition])) for edition in editions()]
        rows.append(TableRow((phase or "", Words(en=row["en"], zh=row["zh"]), *signs)))
        earlier = row["phase"]
    note = text("● included, ○ one of the two is chosen, – not included, available by change order")
    return Table(
        "services",
        text("Services by edition, clause 4.2"),
        columns,
        tuple(rows),
        note,
        marked=standing.edition.id,
    )


def _raci() -> Table:
    tasks = {(row["phase"], row["id"]): Words(en=row["en"], zh=row["zh"]) for row in table("scope")["task"]}
    columns = (
        Column("task", text("Task"), width=65),
        *(
            Column(f"{party}-{letter}", text("{letter}", letter=letter), "letter", 10, title)
            for party, title in _PARTIES
            for letter in _LETTERS
        ),
    )
    rows = []
    for row in table("scope")["raci"]:
        cells: list[Said] = [tasks[row["phase"], row["task"]]]
        cells += [letter if letter in row[party] else "" for party, _ in _PARTIES for letter in _LETTERS]
        rows.append(TableRow(tuple(cells)))
    note = text("R responsible, A accountable, S support, C consulted, I informed")
    return Table("raci", text("RACI as printed in clause 4.1"), columns, tuple(rows), note)


def _erratum(id: str) -> Iterator[Block]:
    for row in table("scope")["erratum"]:
        if row["id"] == id:
            words = text(
                "{says}. Treated so: {treated}.",
                says=Words(en=row["en"], zh=row["zh"]),
                treated=Words(en=row["treat_en"], zh=row["treat_zh"]),
            )
            yield Callout("erratum", text("Erratum {id}", id=id), words)


def _outside(design: Design, standing: Standing) -> Iterator[Block]:
    """What was drawn though the edition does not cover it."""
    found = [(element, coverage(element, standing.engagement)) for element in design]
    rows = tuple(
        TableRow(
            (element.kind.label, element.title(), said.clause or None, said.sentence), element=element.id
        )
        for element, said in found
        if not said.covered
    )
    if not rows:
        yield Paragraph(text("Everything drawn in this design is covered by the edition."))
        return
    columns = (
        Column("kind", text("Kind"), width=33),
        Column("name", text("Element"), width=40),
        Column("clause", text("Clause"), width=22),
        Column("reason", text("Reason"), "passage", 70),
    )
    title = text("Drawn, but not covered by the edition")
    yield Callout(
        "not-covered",
        text("Not covered"),
        text(
            "Elements that need a change order or another edition: {count}; {table} names them with their clause.",
            count=len(rows),
            table=mention("not-covered"),
        ),
    )
    yield Table("not-covered", title, columns, rows)
