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
from workbench.reachability.invariants.results import Outcome, Result, outcomes, worst_first
from workbench.reachability.invariants.saying import CLAIMS, OUTCOMES, meant_said, packets_said, result_said
from workbench.reachability.sayings import title_of
from workbench.reports.chapters.pieces import any_led, led
from workbench.reports.report import (
    Block,
    Callout,
    CalloutKind,
    Facts,
    Heading,
    Paragraph,
    Said,
    mention,
)
from workbench.reports.standing import Standing
from workbench.reports.tables.proofs import flows_table, hops_table, in_lines, invariants_table, sheet_number
from workbench.texts import Text, spoken, text

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
        others = [one for one in found.flows if one.outcome != "proved"]
        yield from any_led(text("{table} lists the others."), flows_table(design, others))


def sheets(design: Design, standing: Standing) -> Iterator[Block]:
    """A page an invariant with its proof or counter-example; nothing where there is none."""
    if not design.of_kind(Invariant):
        return
    found, choosing = worst_first(proofs_of(design).invariants), Choosing(design)
    yield Heading(text("Proof sheets"), appendix=True)
    yield from led(
        text("{table} lists what must hold, and what became of it."), invariants_table(design, found)
    )
    before = None
    for number, one in enumerate(found, 1):
        if one.outcome != before:
            yield Heading(OUTCOMES[one.outcome], 2, appendix=True, turns=True)
        yield Heading(design[one.about].title(), 3, turns=one.outcome == before, mark=sheet_number(number))
        yield from _Sheet(design, choosing, one).blocks(standing)
        before = one.outcome


class _Sheet:
    """The page of one invariant."""

    def __init__(self, design: Design, choosing: Choosing, result: Result) -> None:
        invariant = design.get(result.about, Invariant)
        assert invariant is not None
        self._design, self._choosing, self._result = design, choosing, result
        self._invariant = invariant

    def blocks(self, standing: Standing) -> Iterator[Block]:
        """Verdict, what was asked, the path that shows it, what it rests on and what it is worth."""
        yield Callout(LOOKS[self._result.outcome], OUTCOMES[self._result.outcome], self._verdict())
        yield Facts(tuple(self._asked()))
        if self._result.witness is not None:
            yield from self._way(self._result.witness)
        yield Callout("decision", text("Validity"), _worth(standing))

    def _verdict(self) -> Text:
        said, witness = result_said(self._result, self._design), self._result.witness
        if witness is None or self._result.outcome == "proved":
            return said
        return text("{sentence} What decides: {decided}.", sentence=said, decided=witness.decided)

    def _asked(self) -> Iterator[tuple[Text, Said]]:
        one = self._invariant
        yield text("Claim"), CLAIMS[one.claim]
        if one.note:
            yield text("Why"), one.note
        yield text("Sources"), self._who(one.sources, one.sources_are, self._choosing.sources(one))
        yield text("Targets"), self._who(one.targets, one.targets_are, self._choosing.targets(one))
        if one.claim == "only-through":
            yield text("Through"), self._who(one.through, one.through_are, self._choosing.through(one))
        if one.spares:
            yield text("Spared"), Invariant.kind.field("spares").choices[one.spares]
        yield text("Packets"), packets_said(one)
        yield from self._told()

    def _told(self) -> Iterator[tuple[Text, Said]]:
        """What the answer says beside its path."""
        result = self._result
        if len(result.pairs) > 1:
            yield text("Also"), self._others()
        if result.facts:
            yield text("Still to be said"), in_lines(result.facts)
        if result.witness is not None and result.witness.assumed:
            yield text("Readings"), in_lines(result.witness.assumed)

    def _others(self) -> Text:
        """The next pairs of which it is so, with how many there are."""
        named = [
            text(
                "{source} to {target}", source=title_of(one, self._design), target=title_of(to, self._design)
            )
            for one, to in self._result.pairs[1 : MOST_PAIRS + 1]
        ]
        more = (self._result.broken or self._result.open) - 1 - len(named)
        if more > 0:
            return text("{pairs} and {count} more", pairs=named, count=more)
        return text("{parts}", parts=tuple(named))

    def _who(self, named: Ids, conditions: tuple[Condition, ...], found: Ids) -> Text:
        """Whom it means, and who that is in this design."""
        meant = meant_said(named, conditions, self._design)
        names = tuple(title_of(id, self._design) for id in found[:MOST_NAMES])
        if not names:
            return text("{meant}: nobody here", meant=meant)
        if spoken(names, "en") == spoken(meant, "en"):
            return text("{parts}", parts=names)
        more = len(found) - MOST_NAMES
        if more > 0:
            return text("{meant}: {names} and {count} more", meant=meant, names=names, count=more)
        return text("{meant}: {names}", meant=meant, names=names)

    def _way(self, answer: PathAnswer) -> Iterator[Block]:
        hops = hops_table(self._result.about, answer, self._design)
        stopped = self._result.outcome == "proved" and answer.verdict == "deny"
        if hops.rows and stopped:
            yield from led(
                text("{table} is the way of one packet that was asked. {decided}.", decided=answer.decided),
                hops,
            )
        elif hops.rows:
            yield from led(WAYS[self._result.outcome], hops)


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
