"""What stands before the first chapter: who signs, what changed, what words mean."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.design import Design
from workbench.reports.report import Block, Column, Facts, Heading, Paragraph, Table, TableRow, mention
from workbench.reports.standing import Standing
from workbench.reports.tables.findings import SEVERITY_WORDS
from workbench.reports.tables.names import named
from workbench.texts import text
from workbench.words import Words

_TERMS: tuple[tuple[str, str, str, str], ...] = (
    (
        "CEN",
        "云企业网",
        "Joins the transit routers of several regions into one network.",
        "把多个地域的转发路由器连成一张网。",
    ),
    (
        "Control policy",
        "管控策略",
        "The most that accounts below a folder may ever do.",
        "限定资源夹下账号权限的上限。",
    ),
    (
        "Member account",
        "成员账号",
        "An account in the resource directory that owns resources.",
        "资源目录中拥有资源的账号。",
    ),
    (
        "Resource directory",
        "资源目录",
        "The tree of folders and accounts of one enterprise.",
        "企业的资源夹与账号树。",
    ),
    (
        "Security domain",
        "安全域",
        "Applications that trust each other under one set of rules.",
        "在同一组规则下互信的应用。",
    ),
    (
        "Transit router",
        "转发路由器",
        "The hub of a region; its tables say who reaches whom.",
        "地域内的枢纽，路由表决定互通关系。",
    ),
    ("VPC", "专有网络", "A private network of one account in one region.", "某账号在某地域的私有网络。"),
    ("vSwitch", "交换机", "A subnet of a VPC in one zone.", "专有网络在某可用区的子网。"),
)


def glossary() -> Table:
    """The words a reader has to know, in both languages."""
    columns = (
        Column("term", text("Term"), width=33),
        Column("other", text("Chinese"), width=32),
        Column("meaning", text("Meaning"), "passage", 100),
    )
    rows = tuple(
        TableRow((Words(en=term), Words(zh=other), Words(en=meaning, zh=meaning_zh)))
        for term, other, meaning, meaning_zh in _TERMS
    )
    return Table("glossary", text("Glossary"), columns, rows)


def chapter(design: Design, standing: Standing) -> Iterator[Block]:
    """Document control with the glossary, then the page that is signed; both stand before the numbered chapters."""
    yield from _control(standing)
    yield from _sign_off(design, standing)


def _control(standing: Standing) -> Iterator[Block]:
    engagement = standing.engagement
    yield Heading(text("Document control"), 0)
    yield Paragraph(
        text(
            "All files made from one design carry its fingerprint; files of the same fingerprint agree in every name, block "
            "and count."
        )
    )
    yield Facts(
        (
            (text("Customer"), engagement.title()),
            (text("Edition"), standing.edition.title),
            (text("Version"), engagement.version),
            (text("State"), engagement.kind.field("state").choices[engagement.state]),
            (text("Date"), engagement.issued or None),
            (text("Made by"), engagement.author or None),
            (text("Prevailing language"), standing.prevailing),
            (text("Design fingerprint"), standing.fingerprint),
            (text("Elements"), standing.element_count),
            (text("Open findings"), len(standing.findings)),
            (text("Waived findings"), len(standing.waived)),
        )
    )
    yield Paragraph(text("{table} explains the words that a reader has to know.", table=mention("glossary")))
    yield glossary()


def _sign_off(design: Design, standing: Standing) -> Iterator[Block]:
    yield Heading(text("Sign-off"), 0)
    yield Paragraph(
        text(
            "A signature confirms the document of the fingerprint {mark} as a whole, with the findings it lists as open. "
            "{table} has room for the parties.",
            mark=standing.fingerprint,
            table=mention("signatures"),
        )
    )
    reservations = _reservations(design, standing)
    if reservations.rows:
        yield Paragraph(
            text(
                "It is given with the reservations of {table}; {all} lists every finding.",
                table=mention(reservations.id),
                all=mention("findings"),
            )
        )
        yield reservations
    yield _signatures()


def _reservations(design: Design, standing: Standing) -> Table:
    """The worst findings, as many as leave room for the signatures."""
    columns = (
        Column("number", text("No"), width=12),
        Column("finding", text("Finding"), "passage", 83),
        Column("element", text("Element"), width=32),
        Column("rule", text("Rule"), width=18),
        Column("severity", text("Severity"), "severity", 20),
    )
    open_ones = [finding for finding in standing.findings if finding.severity in ("error", "warning")]
    rows = tuple(
        TableRow(
            (
                str(number),
                finding.message,
                named(design, finding.about),
                finding.rule,
                SEVERITY_WORDS[finding.severity],
            )
        )
        for number, finding in enumerate(open_ones[:MOST_RESERVATIONS], 1)
    )
    return Table("reservations", text("Signed with these reservations"), columns, rows)


MOST_RESERVATIONS = 8


def _signatures() -> Table:
    columns = (
        Column("party", text("Party"), width=45),
        Column("name", text("Name"), width=40),
        Column("signature", text("Signature"), "room", 45),
        Column("date", text("Date"), "room", 35),
    )
    parties = (
        text("Customer, project lead"),
        text("Customer, IT lead"),
        text("Provider, architect"),
        text("Provider, project lead"),
    )
    rows = tuple(TableRow((party, "", "", "")) for party in parties)
    return Table("signatures", text("Signatures"), columns, rows, room=17)
