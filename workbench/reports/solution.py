"""The IT Governance Solution of an edition: the document that is signed."""

from __future__ import annotations

from itertools import chain

from workbench.model.design import Design
from workbench.model.elements.engagement import Engagement
from workbench.reference import table
from workbench.reports.chapters import accounts, appendix, front, network, others, scope, security, summary
from workbench.reports.pages import paged
from workbench.reports.report import Block, Report, Said
from workbench.reports.standing import Standing
from workbench.texts import Text, text
from workbench.words import Words


def solution(design: Design, now: Standing) -> Report:
    """The document of a design's edition, with the chapters that can be filled now; the others say that they are empty."""
    blocks = chain(
        summary.chapter(design, now),
        scope.chapter(design, now),
        accounts.target_picture(design),
        accounts.chapter(design, now),
        network.chapter(design, now)
        if now.delivers("network")
        else others.domain_chapter("network", design, now),
        others.domain_chapter("finance", design, now),
        others.domain_chapter("resource", design, now),
        others.domain_chapter("compliance", design, now),
        security.chapter(design, now)
        if now.delivers("security")
        else others.domain_chapter("security", design, now),
        others.closing(now),
        appendix.chapter(design, now),
    )
    return Report(
        id=f"LZ-SOL-{now.edition.id[0].upper()}",
        title=text("IT Governance Solution"),
        subtitle=_deliverable(now),
        customer=now.engagement.title(),
        version=now.engagement.version,
        issued=now.engagement.issued,
        prevailing=now.engagement.prevailing,
        fingerprint=now.fingerprint,
        cover=_cover(now, now.engagement),
        front=tuple(front.chapter(design, now)),
        blocks=tuple[Block, ...](paged(blocks)),
    )


def _deliverable(now: Standing) -> Words:
    id = next(row["solution_deliverable"] for row in table("scope")["edition"] if row["id"] == now.edition.id)
    row = next(row for row in table("scope")["deliverable"] if row["id"] == id)
    return Words(en=row["en"], zh=row["zh"])


def _cover(now: Standing, engagement: Engagement) -> tuple[tuple[Text, Said], ...]:
    return (
        (text("Edition"), now.edition.title),
        (text("Prevailing language"), now.prevailing),
        (text("Date"), engagement.issued or None),
        (text("Made by"), engagement.author or None),
        (text("State"), engagement.kind.field("state").choices[engagement.state]),
        (text("Design fingerprint"), now.fingerprint),
    )
