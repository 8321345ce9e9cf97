"""What is proved and refuted as tables: the invariants, the flows, and the hops of one path."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.reachability.answer import PathAnswer, PathHop
from workbench.reachability.invariants.results import Outcome, Result
from workbench.reachability.invariants.saying import FLOW_OUTCOMES, OUTCOMES
from workbench.reachability.sayings import title_of
from workbench.reports.report import Column, Said, Table, TableRow
from workbench.texts import Text, text
from workbench.words import Words

PASSES, STOPPED = text("passes"), text("stopped")


def invariants_table(design: Design, found: Sequence[Result]) -> Table:
    """Every invariant with what became of it, and how many pairs were asked."""
    return _results("invariant-results", text("What must hold"), text("Invariant"), OUTCOMES, design, found)


def flows_table(design: Design, found: Sequence[Result]) -> Table:
    """Every flow, and whether it is as wanted."""
    return _results(
        "flow-results", text("Flows beside the network"), text("Flow"), FLOW_OUTCOMES, design, found
    )


def _results(
    id: str, title: Text, head: Text, words: dict[Outcome, Text], design: Design, found: Sequence[Result]
) -> Table:
    columns = (
        Column("name", head, width=66),
        Column("outcome", text("Result"), "state", 26),
        Column("asked", text("Pairs"), "count", 14),
        Column("broken", text("Broken"), "count", 14),
        Column("open", text("Open", key="proofs.open"), "count", 14),
        Column("first", text("First pair concerned"), "passage", 50),
    )
    rows = [
        TableRow(
            (
                design[one.about].title(),
                words[one.outcome],
                one.asked,
                one.broken,
                one.open,
                _first(one, design),
            ),
            element=one.about,
        )
        for one in found
    ]
    return Table(id, title, columns, tuple(rows))


def _first(one: Result, design: Design) -> Said:
    if not one.pairs:
        return None
    source, target = (title_of(id, design) for id in one.pairs[0])
    return text("{source} to {target}, {ports}", source=source, target=target, ports=one.ports)


def hops_table(about: ElementId, answer: PathAnswer, design: Design) -> Table:
    """The way of one packet, a row a hop with what lets it pass, and its answer."""
    columns = (
        Column("number", text("Hop"), "count", 11),
        Column("place", text("Place"), width=40),
        Column("request", text("Request ▼ and why"), "passage", 48),
        Column("answer", text("Answer ▲ and why"), "passage", 46),
        Column("verdict", text("Verdict"), "state", 20),
    )
    rows = tuple(_hop(number, hop, design) for number, hop in enumerate(answer.hops, 1))
    source, target = (title_of(id, design) for id in (answer.source, answer.target))
    packet = f"{answer.protocol} {answer.port}" if answer.port else answer.protocol
    title = text("Hops: {source} to {target}, {packet}", source=source, target=target, packet=packet)
    return Table(f"hops.{about}", title, columns, rows)


def _hop(number: int, hop: PathHop, design: Design) -> TableRow:
    passages = (hop.request, hop.answer)
    stops = any(one is not None and not one.passes for one in passages)
    said: Iterator[Said] = (one.said if one else None for one in passages)
    return TableRow((number, _place(hop.element, design), *said, STOPPED if stops else PASSES))


def _place(id: ElementId, design: Design) -> Said:
    """A name, and below it what it is."""
    element = design.get(id)
    if element is None:
        return text("Internet")
    title, label = element.title(), element.kind.label
    return Words(en=f"{title.said('en')}\n{label.said('en')}", zh=f"{title.said('zh')}\n{label.said('zh')}")


def pairs_table(result: Result, design: Design, most: int) -> Table:
    """The first pairs that break an invariant, or that are not settled."""
    columns = (Column("source", text("From"), width=82), Column("target", text("To"), width=83))
    rows = tuple(TableRow(tuple(_named(id, design) for id in pair)) for pair in result.pairs[1 : most + 1])
    return Table(f"pairs.{result.about}", text("Other pairs of which it is so"), columns, rows)


def _named(id: ElementId, design: Design) -> Said:
    element = design.get(id)
    return element.title() if element else text("Internet")
