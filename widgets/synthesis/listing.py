"""The lists below the curve: who is in which domain, what changes, what does not pass, what passes beside, what was left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, Literal, NamedTuple

from workbench.importers.flows import FlowList
from workbench.model.element import ElementId
from workbench.model.elements.environment import Environment
from workbench.model.elements.security_domain import SecurityDomain
from workbench.reachability.synthesis import Realised, Wishes
from workbench.reachability.synthesis.ends import environment_of
from workbench.reachability.synthesis.proving import Told
from workbench.reachability.synthesis.ranges import WHOLE
from workbench.reachability.synthesis.realising import Changed
from workbench.texts import Sayable, Text, text
from workbench.words import Words

Sort = Literal["domains", "changes", "missing", "extra", "left"]
SORTS: Final[dict[Sort, Text]] = {
    "domains": text("Security domains"),
    "changes": text("Changes"),
    "missing": text("Does not pass"),
    "extra": text("Over-permitted"),
    "left": text("Left out"),
}
WAYS: Final = {
    "new": text("new", key="synthesis.new"),
    "changed": text("changed", key="synthesis.changed"),
    "gone": text("taken out", key="synthesis.gone"),
}
MOST: Final = 5000
"""Rows of a list that are shown; nobody reads more of them."""
NOTHING: Final = Words()


class Line(NamedTuple):
    """A row of a list; `element` is what it is about."""

    first: Sayable
    second: Sayable
    third: Sayable
    element: ElementId = ""


HEADS: Final[Mapping[Sort, tuple[Text, Text, Text]]] = {
    "domains": (text("Application"), text("Environment"), text("Security domain")),
    "changes": (text("Element"), text("What becomes of it"), text("Kind")),
    "missing": (text("Flow"), text("Ports"), text("What stops it")),
    "extra": (text("Flow"), text("Ports"), text("Why it passes")),
    "left": (text("Where"), text("What"), text("Why")),
}


def lines_of(sort: Sort, point: Realised, wishes: Wishes, listed: FlowList | None) -> list[Line]:
    """The rows of a list."""
    found: list[Line] = []
    for line in LISTS[sort](point, wishes, listed):
        found.append(line)
        if len(found) == MOST:
            break
    return found


def _domains(point: Realised, wishes: Wishes, _: FlowList | None) -> Iterator[Line]:
    design = point.after
    homes = {id: home for home in point.homes for id in home.members}
    apart = {id for pair in wishes.apart for id in pair}
    order = sorted(point.curved.ends.applications, key=lambda one: (homes[one.id].title.said("en"), one.id))
    for one in order:
        stage = design.get(environment_of(one, design), Environment)
        title: Sayable = homes[one.id].title
        if homes[one.id].is_new:
            title = text("{name} (new)", name=title)
        if one.id in wishes.pins:
            title = text("{name} · pinned", name=title)
        if one.id in apart:
            title = text("{name} · kept apart", name=title)
        yield Line(one.title(), stage.title() if stage else NOTHING, title, one.id)


def _changes(point: Realised, _: Wishes, __: FlowList | None) -> Iterator[Line]:
    for breach in point.breaches:
        yield Line(breach.says, text("limit not kept"), NOTHING, breach.about)
    for step in point.steps:
        said = text("beside the groups") if point.beyond else text("only where you wish it, below")
        yield Line(step.says, said, point.after[step.element].kind.label, step.element)
    for step in point.parted:
        yield Line(
            step.says, text("table of the environment"), point.after[step.element].kind.label, step.element
        )
    for one in point.changes():
        yield Line(one.element.title(), _becomes(point, one), one.element.kind.label, one.element.id)
    for group in point.unused:
        yield Line(group.title(), text("stays, and nothing names it any more"), group.kind.label, group.id)


def _becomes(point: Realised, one: Changed) -> Text:
    """What becomes of an element, with the fields that change."""
    before = point.curved.design.get(one.element.id)
    if one.way != "changed" or before is None:
        return WAYS[one.way]
    fields = [
        field.label
        for field in one.element.kind.fields
        if getattr(before, field.name) != getattr(one.element, field.name)
    ]
    if before.parent != one.element.parent:
        fields.insert(0, SecurityDomain.kind.label)
    return text("changed: {fields}", fields=list(dict.fromkeys(fields)))


def _missing(point: Realised, _: Wishes, __: FlowList | None) -> Iterator[Line]:
    for one in point.left:
        yield Line(_flow(point, one.missing.told), _ports(one.missing.told), one.says, one.deciding or "")


def _extra(point: Realised, _: Wishes, __: FlowList | None) -> Iterator[Line]:
    for one in point.proof.beside:
        yield Line(
            _flow(point, one), _ports(one), text("It shares addresses with somebody who may"), one.target
        )
    for one in point.proof.extras:
        yield Line(_flow(point, one), _ports(one), text("A rule for all of the security domain"), one.target)


def _left(point: Realised, _: Wishes, listed: FlowList | None) -> Iterator[Line]:
    for row in listed.unmatched if listed else ():
        yield Line(_plain(row.cell), text("row of the list"), row.says)
    ends = point.curved.ends.by_id
    for one in point.curved.review:
        said = text("{source} → {target}", source=ends[one.source].title, target=ends[one.target].title)
        yield Line(
            said, text("seen once, alone"), text("Looks like noise; confirm it in the list"), one.source
        )
    for id in point.unplaced:
        yield Line(ends[id].title, text("no vSwitch"), text("The design does not say where it stands"), id)


LISTS: Final[Mapping[Sort, Callable[[Realised, Wishes, FlowList | None], Iterator[Line]]]] = {
    "domains": _domains,
    "changes": _changes,
    "missing": _missing,
    "extra": _extra,
    "left": _left,
}


def _flow(point: Realised, one: Told) -> Text:
    ends = point.curved.ends.by_id
    return text("{source} → {target}", source=ends[one.source].title, target=ends[one.target].title)


def _ports(one: Told) -> Words:
    if not one.protocol:
        other = text("other ports")
        return Words(en=other.said("en"), zh=other.said("zh"))
    protocol, ports = one.span
    if ports is None or ports == WHOLE:
        return _plain(protocol)
    return _plain(f"{protocol} {ports[0]}" if ports[0] == ports[1] else f"{protocol} {ports[0]}-{ports[1]}")


def _plain(wording: str) -> Words:
    return Words(en=wording, zh=wording)
