"""The security domains of a point: made or used again, with their applications put into them and flows that follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from planners.domains import SecurityDomain as Grouped
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.application import Application
from workbench.model.elements.environment import Environment
from workbench.model.elements.flow import Flow
from workbench.model.elements.security_domain import SecurityDomain
from workbench.model.ids import id_from
from workbench.reachability.synthesis.ends import environment_of
from workbench.reachability.synthesis.intent import Listed
from workbench.reachability.synthesis.points import Curved
from workbench.reachability.synthesis.ranges import port_text
from workbench.reachability.wanted import members
from workbench.texts import LANGUAGES, text
from workbench.words import Words


@dataclass(frozen=True)
class Home:
    """A security domain of a point: the planner's name, the design's domain, and the applications in it."""

    name: str
    id: ElementId
    title: Words
    members: tuple[ElementId, ...]
    is_new: bool
    environment: ElementId = ""


def homes_of(curved: Curved, point: int) -> tuple[Home, ...]:
    """The domains of applications at a point; each takes the domain of the design that it shares most members with."""
    ends = curved.ends
    grouped = [one for one in curved.points[point].domains if ends.is_application(one.members[0])]
    taken = _used_again(grouped, curved.design, frozenset(curved.problem.pins.values()))
    names = _Names(curved.design)
    pins = frozenset(curved.problem.pins.values())
    return tuple(_home(one, taken.get(one.name), curved.design, names, one.name in pins) for one in grouped)


def settle(design: Design, homes: Sequence[Home], listed: Sequence[Listed]) -> Design:
    """The design with the domains, their applications in them, and the flows of a list drawn.

    A flow that names a domain of which others are members now is drawn for each of those that it meant.
    """
    before = members(design)
    made: list[Element] = []
    for home in homes:
        if home.is_new:
            made.append(SecurityDomain(id=home.id, name=home.title, environment=home.environment or None))
        inside = (design[id] for id in home.members)
        made += [msgspec.structs.replace(one, parent=home.id) for one in inside if one.parent != home.id]
    design = design.adding(*made) if made else design
    after = members(design)
    changed = {id: inside for id, inside in before.items() if set(inside) != set(after.get(id, ()))}
    return _drawn(_followed(design, changed), listed)


def _followed(design: Design, changed: Mapping[ElementId, tuple[ElementId, ...]]) -> Design:
    gone, made = [], []
    for flow in design.of_kind(Flow):
        if flow.source in changed or flow.target in changed:
            gone.append(flow.id)
            sources = changed.get(flow.source or "", (flow.source,))
            targets = changed.get(flow.target or "", (flow.target,))
            made += [
                _of_member(flow, one, other, design) for one in sources for other in targets if one != other
            ]
    return design.removing(gone).adding(*made) if gone else design


def _of_member(flow: Flow, source: ElementId | None, target: ElementId | None, design: Design) -> Flow:
    """A flow of a domain as that of one of its members, by whose name it is told apart."""
    named = [
        design[id].title()
        for id, before in ((source, flow.source), (target, flow.target))
        if id and id != before
    ]
    name = Words(
        *(" · ".join(one.said(language) for one in (flow.title(), *named)) for language in LANGUAGES)
    )
    id = id_from("flow", flow.id, str(source), str(target))
    return msgspec.structs.replace(flow, id=id, name=name, source=source, target=target)


def _drawn(design: Design, listed: Sequence[Listed]) -> Design:
    known: set[tuple[str | None, ...]] = {
        (one.source, one.target, one.protocol, one.port) for one in design.of_kind(Flow)
    }
    made = []
    for one in listed:
        port = "" if one.ports is None else port_text(one.ports)
        if one.source == one.target or (one.source, one.target, one.protocol, port) in known:
            continue
        known.add((one.source, one.target, one.protocol, port))
        id = id_from("flow", "listed", one.source, one.target, one.protocol, port)
        made.append(
            Flow(id=id, source=one.source, target=one.target, protocol=one.protocol, port=port)  # type: ignore[arg-type]
        )
    return design.adding(*made) if made else design


def _used_again(
    grouped: Sequence[Grouped], design: Design, pinned: frozenset[str]
) -> dict[str, SecurityDomain]:
    """Which domain of the design each of the planner's is: the one it is pinned to, else the one most of it was in."""
    domains = design.of_kind(SecurityDomain)
    found: dict[str, SecurityDomain] = {}
    for one in grouped:
        if one.name in pinned:
            named = (home for home in domains if one.name in (home.id, home.name.en, home.name.zh))
            found.update((one.name, home) for home in list(named)[:1])
    free = {home.id for home in domains} - {home.id for home in found.values()}
    for _, name, id in sorted(_overlaps(grouped, design)):
        if name not in found and id in free and name not in pinned:
            found[name] = design[id]  # type: ignore[assignment]
            free.discard(id)
    return found


def _overlaps(grouped: Sequence[Grouped], design: Design) -> Iterator[tuple[int, str, ElementId]]:
    for one in grouped:
        counts: dict[ElementId, int] = {}
        for id in one.members:
            domain = design.get(design[id].parent, SecurityDomain)
            if domain:
                counts[domain.id] = counts.get(domain.id, 0) + 1
        yield from ((-count, one.name, id) for id, count in counts.items())


class _Names:
    """Names of new domains: no two alike, in either language."""

    def __init__(self, design: Design) -> None:
        self._taken = {word for one in design.of_kind(SecurityDomain) for word in (one.name.en, one.name.zh)}

    def free(self, wish: Words) -> Words:
        """The wish, or with the next number where it is taken."""
        number, found = 1, wish
        while {found.said("en"), found.said("zh")} & self._taken:
            number += 1
            found = Words(en=f"{wish.said('en')} {number}", zh=f"{wish.said('zh')} {number}")
        self._taken |= {found.said("en"), found.said("zh")}
        return found


def _home(one: Grouped, again: SecurityDomain | None, design: Design, names: _Names, is_pinned: bool) -> Home:
    environment = _shared_environment(one.members, design)
    if again is not None:
        return Home(one.name, again.id, again.title(), one.members, False, environment)
    wish = Words(en=one.name, zh=one.name) if is_pinned else _wish(one, environment, design)
    title = names.free(wish)
    return Home(
        one.name, id_from("security-domain", "synthesis", *one.members), title, one.members, True, environment
    )


def _wish(one: Grouped, environment: ElementId, design: Design) -> Words:
    """What a new domain would be called: after its one application, or its environment and data class."""
    if len(one.members) == 1:
        return design[one.members[0]].title()
    stage = design.get(environment, Environment)
    if stage is None:
        said = text("Domain")
        return Words(en=said.said("en"), zh=said.said("zh"))
    name = stage.title()
    extra = f" {one.data_class}" if one.data_class else ""
    return Words(en=name.said("en") + extra, zh=name.said("zh") + extra)


def _shared_environment(ids: Sequence[ElementId], design: Design) -> ElementId:
    found = {environment_of(one, design) for id in ids if (one := design.get(id, Application))}
    return found.pop() if len(found) == 1 else ""
