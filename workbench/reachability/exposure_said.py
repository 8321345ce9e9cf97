"""A row of the exposure in words: what window, workbook and command line say of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.nat_gateway import NatGateway
from workbench.reachability.answer import Verdict
from workbench.reachability.exposure import Direction, Exposed
from workbench.reachability.portwords import EVERYTHING, in_words
from workbench.reachability.sayings import title_of
from workbench.texts import Text, spoken, text
from workbench.words import Words

DIRECTIONS: Final[Mapping[Direction, Text]] = {
    "in": text("in", key="exposure.in"),
    "out": text("out", key="exposure.out"),
}
VERDICTS: Final[Mapping[Verdict, Text]] = {
    "allow": text("passes", key="exposure.allow"),
    "partial": text("passes in part", key="exposure.partial"),
    "unknown": text("not settled", key="exposure.unknown"),
}
NO_BOUNDARY: Final = text("no boundary")
SOMEWHERE: Final = text("not known", key="exposure.somewhere")


class Said(NamedTuple):
    """The columns of a row."""

    direction: Text
    party: Words
    verdict: Text
    ports: Text | str
    wanted: Text
    through: Text | Words
    guard: Text | Words
    owner: str
    environment: Words
    account: Words
    data_class: str
    path: Words
    facts: Words


def said(row: Exposed, design: Design) -> Said:
    """A row in words."""
    edge = [_at_the_edge(id, row, design) for id in row.through]
    return Said(
        DIRECTIONS[row.direction],
        _title(row.party, design),
        VERDICTS[row.verdict],
        ports_said(row.ports),
        wanted_said(row, design),
        _joined(edge, ", ", "、") if edge else SOMEWHERE,
        guard_said(row, design),
        row.owner,
        _title(row.environment, design),
        _title(row.account, design),
        row.data_class,
        _joined([title_of(id, design) for id in row.path], " > ", " > "),
        _joined(row.facts, "; ", "；"),
    )


def _title(id: ElementId | None, design: Design) -> Words:
    return _joined([title_of(id, design)] if id else (), "", "")


def _joined(parts: Sequence[object], en: str, zh: str) -> Words:
    return Words(
        en=en.join(spoken(part, "en") for part in parts), zh=zh.join(spoken(part, "zh") for part in parts)
    )


def in_a_sentence(row: Exposed, design: Design) -> Text:
    """Who reaches whom on which ports."""
    sentence = (
        text("The internet reaches {party} on {ports}")
        if row.direction == "in"
        else text("{party} reaches the internet on {ports}")
    )
    if row.verdict == "unknown":
        sentence = (
            text("Whether the internet reaches {party} on {ports} is not settled")
            if row.direction == "in"
            else text("Whether {party} reaches the internet on {ports} is not settled")
        )
    values = (("party", title_of(row.party, design)), ("ports", ports_said(row.ports)))
    return sentence._replace(values=values)


def ports_said(ports: str) -> Text | str:
    """Ports as they are put into a sentence."""
    return text("all ports", key="exposure.all-ports") if ports == EVERYTHING else in_words(ports)


def wanted_said(row: Exposed, design: Design) -> Text:
    """Whether it is wanted, and by which flow."""
    if row.flow is None:
        return text("not wanted", key="exposure.unwanted")
    said = text("wanted: {flow}") if row.wanted else text("forbidden: {flow}")
    return said._replace(values=(("flow", title_of(row.flow, design)),))


def guard_said(row: Exposed, design: Design) -> Text | Words:
    """The boundaries of Cloud Firewall on the way."""
    if not row.boundaries:
        return NO_BOUNDARY if row.guard == "none" else SOMEWHERE
    boundaries = _joined([title_of(id, design) for id in row.boundaries], ", ", "、")
    if row.guard == "none":
        return text("only in part {boundaries}", boundaries=boundaries)
    return text("perhaps {boundaries}", boundaries=boundaries) if row.guard == "perhaps" else boundaries


def _at_the_edge(id: ElementId, row: Exposed, design: Design) -> object:
    """A gateway that forwards ports says so: with an EIP it would not be clear."""
    title = title_of(id, design)
    forwards = row.direction == "in" and isinstance(design.get(id), NatGateway)
    return text("{name}, forwarded port", name=title) if forwards else title
