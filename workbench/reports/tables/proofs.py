"""What is proved and refuted as tables: the invariants, the flows, and the hops of one path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.reachability.answer import PathAnswer, PathHop
from workbench.reachability.invariants.results import Outcome, Result
from workbench.reachability.invariants.saying import FLOW_OUTCOMES, OUTCOMES
from workbench.reachability.sayings import title_of
from workbench.reports.report import Column, Said, Table, TableRow
from workbench.texts import LANGUAGES, Text, text
from workbench.words import Words

PASSES, STOPPED = text("passes"), text("stopped")


def invariants_table(design: Design, found: Sequence[Result]) -> Table:
    """Every invariant with what became of it, and how many pairs were asked."""
    made = _results("invariant-results", text("What must hold"), text("Invariant"), OUTCOMES, design, found)
    columns = (Column("number", text("Sheet"), width=14), *made.columns)
    rows = tuple(replace(row, cells=(sheet_number(at), *row.cells)) for at, row in enumerate(made.rows, 1))
    return replace(made, columns=columns, rows=rows)


def sheet_number(at: int) -> str:
    """The number of a proof sheet."""
    return f"P-{at:02}"


def flows_table(design: Design, found: Sequence[Result]) -> Table:
    """Every flow, and whether it is as wanted."""
    return _results(
        "flow-results", text("Flows beside the network"), text("Flow"), FLOW_OUTCOMES, design, found
    )


def _results(
    id: str, title: Text, head: Text, words: dict[Outcome, Text], design: Design, found: Sequence[Result]
) -> Table:
    columns = (
        Column("name", head, "passage", 66),
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
    rows = tuple(_hop(number, hop, answer, design) for number, hop in enumerate(answer.hops, 1))
    source, target = (title_of(id, design) for id in (answer.source, answer.target))
    packet = f"{answer.protocol} {answer.port}" if answer.port else answer.protocol
    title = text("Hops: {source} to {target}, {packet}", source=source, target=target, packet=packet)
    return Table(f"hops.{about}", title, columns, rows)


def _hop(number: int, hop: PathHop, answer: PathAnswer, design: Design) -> TableRow:
    passages = (hop.request, hop.answer)
    said: Iterator[Said] = (one.said if one else None for one in passages)
    return TableRow((number, _place(hop.element, design), *said, _verdict(hop, answer)))


def _verdict(hop: PathHop, answer: PathAnswer) -> Text:
    """What a hop does; a packet that has no way on from where it begins is stopped there, though nothing drops it."""
    if any(one is not None and not one.passes for one in (hop.request, hop.answer)):
        return STOPPED
    if hop.element == answer.deciding:
        return {"deny": STOPPED, "unknown": OUTCOMES["unknown"]}.get(answer.verdict, PASSES)
    return PASSES


def _place(id: ElementId, design: Design) -> Said:
    """A name, and below it what it stands in, or what it is."""
    element = design.get(id)
    if element is None:
        return text("Internet")
    title, above = element.title(), design.get(element.parent)
    below = above.title() if above else element.kind.label
    return in_lines((title, below) if title.said("en") != below.said("en") else (title,))


def in_lines(said: Iterable[Text | Words]) -> Words:
    """Several wordings, each on a line of its own."""
    parts = tuple(said)
    en, zh = ("\n".join(part.said(language) for part in parts) for language in LANGUAGES)
    return Words(en=en, zh=zh)
