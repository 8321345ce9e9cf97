"""What must hold, proved or refuted: an overview in the chapter on security, and a page an invariant in the appendix."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.model.design import Design
from workbench.model.elements.flow import Flow
from workbench.model.elements.invariant import Condition, Invariant
from workbench.reachability.answer import PathAnswer
from workbench.reachability.invariants.choosing import Choosing, Ids
from workbench.reachability.invariants.flows import as_wanted
from workbench.reachability.invariants.proofs import proofs_of
from workbench.reachability.invariants.results import Outcome, Result, outcomes
from workbench.reachability.invariants.saying import OUTCOMES, meant_said, packets_said, result_said
from workbench.reachability.sayings import title_of
from workbench.reports.chapters.pieces import led
from workbench.reports.report import (
    Block,
    Callout,
    CalloutKind,
    Facts,
    Heading,
    Paragraph,
    Points,
    Said,
    mention,
)
from workbench.reports.standing import Standing
from workbench.reports.tables.proofs import flows_table, hops_table, invariants_table, pairs_table
from workbench.texts import Text, text

MOST_NAMES: Final = 8
MOST_PAIRS: Final = 6
LOOKS: Final[dict[Outcome, CalloutKind]] = {
    "proved": "proved",
    "refuted": "refuted",
    "unknown": "unsettled",
    "empty": "unsettled",
}
TABLE: Final = "invariant-results"


def overview(design: Design) -> Iterator[Block]:
    """How the flows and the invariants of a design came out; nothing where it has neither."""
    if not design.of_kind(Invariant) and not design.of_kind(Flow):
        return
    found = proofs_of(design)
    yield Heading(text("What must hold"), 2)
    if found.invariants:
        counts = tuple(
            text("{count} {outcome}", count=count, outcome=OUTCOMES[outcome])
            for outcome, count in outcomes(found.invariants)
        )
        yield Paragraph(
            text(
                "Invariants are asked of all pairs and all ports: {counts}. {table} lists them; each has its proof sheet.",
                counts=counts,
                table=mention(TABLE),
            )
        )
    if found.flows:
        yield Paragraph(as_wanted(found.flows))
        yield from led(
            text("{table} holds every flow against the network."), flows_table(design, found.flows)
        )


def sheets(design: Design, standing: Standing) -> Iterator[Block]:
    """A page an invariant with its proof or counter-example; nothing where there is none."""
    if not design.of_kind(Invariant):
        return
    found, choosing = proofs_of(design).invariants, Choosing(design)
    yield Heading(text("Proof sheets"), appendix=True)
    yield from led(
        text("{table} lists what must hold, and what became of it."), invariants_table(design, found)
    )
    for number, one in enumerate(found, 1):
        yield from _Sheet(design, choosing, one, number).blocks(standing)


class _Sheet:
    """The page of one invariant."""

    def __init__(self, design: Design, choosing: Choosing, result: Result, number: int) -> None:
        invariant = design.get(result.about, Invariant)
        assert invariant is not None
        self._design, self._choosing, self._result, self._number = design, choosing, result, number
        self._invariant = invariant

    def blocks(self, standing: Standing) -> Iterator[Block]:
        """Verdict, what was asked, the path that shows it, what it rests on and what it is worth."""
        title = text("P-{number} {name}", number=f"{self._number:02}", name=self._invariant.title())
        yield Heading(title, 2, appendix=True, turns=True)
        yield Callout(LOOKS[self._result.outcome], OUTCOMES[self._result.outcome], self._verdict())
        yield Facts(tuple(self._asked()))
        if self._result.witness is not None:
            yield from self._way(self._result.witness)
        if len(self._result.pairs) > 1:
            yield from led(
                text("{table} names the next pairs."), pairs_table(self._result, self._design, MOST_PAIRS)
            )
        yield Callout("decision", text("Validity"), _worth(standing))

    def _verdict(self) -> Text:
        said, witness = result_said(self._result, self._design), self._result.witness
        if witness is None or self._result.outcome == "proved":
            return said
        return text("{sentence} What decides: {decided}.", sentence=said, decided=witness.decided)

    def _asked(self) -> Iterator[tuple[Text, Said]]:
        one = self._invariant
        yield text("Claim"), Invariant.kind.field("claim").choices[one.claim]
        if one.note:
            yield text("Why"), one.note
        yield text("Sources"), self._who(one.sources, one.sources_are, self._choosing.sources(one))
        yield text("Targets"), self._who(one.targets, one.targets_are, self._choosing.targets(one))
        if one.claim == "only-through":
            yield text("Through"), self._who(one.through, one.through_are, self._choosing.through(one))
        if one.spares:
            yield text("Spared"), Invariant.kind.field("spares").choices[one.spares]
        yield text("Packets"), packets_said(one)

    def _who(self, named: Ids, conditions: tuple[Condition, ...], found: Ids) -> Text:
        """Whom it means, and who that is in this design."""
        meant = meant_said(named, conditions, self._design)
        names = tuple(title_of(id, self._design) for id in found[:MOST_NAMES])
        if not names:
            return text("{meant}: nobody here", meant=meant)
        more = len(found) - MOST_NAMES
        if more > 0:
            return text("{meant}: {names} and {count} more", meant=meant, names=names, count=more)
        return text("{meant}: {names}", meant=meant, names=names)

    def _way(self, answer: PathAnswer) -> Iterator[Block]:
        hops = hops_table(self._result.about, answer, self._design)
        if hops.rows:
            yield from led(WAYS[self._result.outcome], hops)
        if self._result.facts:
            yield Paragraph(text("To settle it, the design has to state:"))
            yield Points(self._result.facts)
        if answer.assumed:
            yield Paragraph(text("Where the provider's documents leave it open, this is how it is read:"))
            yield Points(answer.assumed)


WAYS: Final = {
    "proved": text("{table} is the way of one packet that was asked."),
    "refuted": text("{table} is the way of a packet that refutes it."),
    "unknown": text("{table} is the way of a packet whose fate is open."),
}


def _worth(standing: Standing) -> Text:
    return text(
        "Proved of the design of fingerprint {mark}; any change of it ends this sheet. It is a proof of the design: what is "
        "deployed is tested by itself.",
        mark=standing.fingerprint,
    )
