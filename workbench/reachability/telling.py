"""One packet's explanation told in the design's words: hops, what decides, what is missing, what is assumed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planners.reachability import Explanation, Step
from planners.reachability.network import INTERNET
from planners.reachability.tables import Lead
from workbench.model.element import Element, ElementId
from workbench.model.elements.application import Application
from workbench.model.elements.nat_gateway import NatGateway
from workbench.model.elements.security_group import SecurityGroup
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.reachability.answer import Passage, PathHop
from workbench.reachability.assumed import assumed
from workbench.reachability.conflicts import Doubt
from workbench.reachability.fabric import PENDING
from workbench.reachability.modelled import Modelled
from workbench.reachability.pending import fact_of, said_of, unaddressed
from workbench.reachability.sayings import (
    ROUTE_ENDS,
    contents_asked,
    default_said,
    lead_said,
    owner_of,
    rule_said,
    shut_said,
    title_of,
    unread_said,
)
from workbench.reachability.shut import door_said, why_open
from workbench.reachability.unread import unread_behind
from workbench.texts import Text, text

PASSES = text("lets it pass")
WARNINGS = {
    "asymmetric": text("A firewall sees only one way of the connection and will drop the other"),
    "conflicting routes": text("Equal routes were learned from several networks"),
    "loop": text("The tables lead in a circle"),
}


class _Met(NamedTuple):
    """An element that a packet meets, what it does, and the vSwitch of an application."""

    element: ElementId
    passage: Passage
    place: ElementId | None = None


class Told:
    """An explanation in words."""

    def __init__(self, found: Modelled, one: Explanation) -> None:
        self._found, self._one = found, one
        self._design = found.design

    def decided(self, verdict: str) -> Text:
        """What decides, as a sentence."""
        step = self._deciding_step()
        if step is None:
            if verdict == "allow":
                return text("Routes, groups and ACLs let it pass both ways")
            return text("It arrives from some places only")
        return text("{name}: {why}", name=self._title(step), why=self._said(step))

    def deciding(self) -> ElementId | None:
        """The element that decides; None where nothing stops the packet."""
        step = self._deciding_step()
        return self._element(step) if step is not None else None

    def hops(self) -> tuple[PathHop, ...]:
        """Every place there and back, in the order of the request."""
        there, back = list(self._there()), list(self._back())
        return tuple(_side_by_side(there, back[::-1]))

    def warnings(self) -> Iterator[Text]:
        """What the path is warned of."""
        yield from (WARNINGS[word] for word in self._one.warnings)

    def facts(self) -> Iterator[Text]:
        """What the design would have to say where the packet's fate is not settled."""
        for step in self._one.steps:
            if step.why == "unsettled" and step.at.startswith("sg-"):
                yield from self._filter_facts(step.at.partition(":")[2])
            elif step.why == "unsettled":
                yield self._rule_fact(step)
            elif step.why == "unknown":
                yield self._route_fact(step)

    def assumed(self) -> Iterator[Text]:
        """The readings of open questions that the path rests on."""
        yield from assumed(self._found, self._one)

    def _deciding_step(self) -> Step | None:
        one = self._one
        if one.verdict == "allow":
            return None
        return Step(one.at, False, one.rule, one.why)

    def _filter_facts(self, endpoint: str) -> Iterator[Text]:
        """Why nobody knows who may connect to or from an endpoint."""
        unread = self._unread(endpoint)
        if not unread:
            name = title_of(owner_of(endpoint), self._design)
            yield text("Who may connect to or from {name}: no security group of its is drawn", name=name)
        for row in unread:
            name = title_of(row.partition("/")[0], self._design)
            yield text("What is meant in {name} by: {row}", name=name, row=unread_said(row, self._design))

    def _unread(self, endpoint: str) -> tuple[str, ...]:
        """The rows that nobody can read of the filters of an endpoint."""
        order = self._found.compiled.order
        one, owner = order.ends[order.at[endpoint]], owner_of(endpoint)
        own = self._found.unread.get(owner, ())
        vswitch = None if one.uncovered else one.vswitch
        return (*own, *unread_behind(one.groups, vswitch, self._design, self._found.unread))

    def _rule_fact(self, step: Step) -> Text:
        contents = contents_asked(step.rule, self._design) if step.rule else ()
        if contents:
            return text(
                "Whether what is sent is recognised as {contents}: {rule}",
                contents=contents,
                rule=self._said(step),
            )
        return text("Whether {rule} is about this traffic", rule=self._said(step))

    def _route_fact(self, step: Step) -> Text:
        table, awaited = owner_of(step.at.partition(":")[2]), self._awaited(step)
        if isinstance(nat := self._design.get(table), NatGateway) and awaited is None:
            return unaddressed(nat)
        if awaited is not None:
            return fact_of(awaited, why_open(step.at.partition(":")[2]))
        for doubt in self._doubts(step):
            return text(
                "Which network has {block}: {table} learns it from {networks}",
                block=str(doubt.block),
                table=title_of(table, self._design),
                networks=tuple(title_of(one, self._design) for one in doubt.origins),
            )
        return text("What leads on from {place}", place=title_of(table, self._design))

    def _awaited(self, step: Step) -> Element | None:
        """The element on which it hangs where a packet goes: what nobody knows to lead anywhere."""
        place = step.at.partition(":")[2]
        if place.startswith(PENDING):
            return self._design.get(owner_of(place))
        found = (self._design.get(doubt.awaited) for doubt in self._doubts(step))
        return next((one for one in found if one is not None), None)

    def _doubts(self, step: Step) -> Iterator[Doubt]:
        """What is not settled in a table about where the packet of a step goes."""
        table = owner_of(step.at.partition(":")[2])
        order = self._found.compiled.order
        goal = self._one.source if step.at.startswith("return-") else self._one.target
        address = order.ends[order.at[goal]].ip
        for doubt in self._found.doubts:
            if doubt.table == table and doubt.block.base <= address < doubt.block.end:
                yield doubt

    def _title(self, step: Step) -> object:
        return title_of(self._element(step), self._design)

    def _element(self, step: Step) -> ElementId:
        """The element that a step is about: the group whose rule decided rather than who is in it."""
        stage, _, name = step.at.partition(":")
        if stage.startswith("sg-"):
            if step.rule is not None:
                return owner_of(step.rule.partition("/")[0])
            groups = self._groups(name)
            return groups[0] if len(groups) == 1 else owner_of(name)
        return owner_of(name)

    def _groups(self, endpoint: str) -> tuple[ElementId, ...]:
        order = self._found.compiled.order
        return tuple(id for id in order.ends[order.at[endpoint]].groups if id in self._design)

    def _said(self, step: Step) -> Text:
        stage, _, name = step.at.partition(":")
        if step.why == "unsettled" and step.rule is None:
            if self._unread(name):
                return text("a row of what filters it cannot be read")
            return text("which groups it is in is not drawn")
        if step.rule is not None:
            return rule_said(step.rule, self._design)
        if stage.startswith("sg-"):
            return self._default(name, inbound=stage == "sg-in", passes=step.passes)
        if step.why in ROUTE_ENDS:
            return self._route_said(step)
        if stage in ("acl-out", "acl-in", "return-acl-out", "return-acl-in"):
            return PASSES if step.passes else text("no entry matches, and the rest is dropped")
        if stage == "firewall":
            return text("no policy matches, so it passes") if step.passes else text("no policy lets it pass")
        if stage == "return-firewall":
            return text("the answer meets a firewall that has not seen the connection begin")
        return PASSES

    def _default(self, endpoint: str, *, inbound: bool, passes: bool) -> Text:
        """What is said of somebody of whom no rule is about a packet."""
        shut = None if passes else shut_said(self._design.get(owner_of(endpoint)), inbound=inbound)
        if shut is not None:
            return shut
        groups = self._groups(endpoint)
        group = self._design.get(groups[0], SecurityGroup) if groups else None
        return default_said(group, inbound=inbound, passes=passes)

    def _route_said(self, step: Step) -> Text:
        """Why a packet is led no further, or why nobody knows whether it is."""
        place = step.at.partition(":")[2]
        awaited = self._awaited(step) if step.why == "unknown" else None
        if awaited is not None:
            return said_of(awaited, why_open(place))
        if step.why == "unknown" and isinstance(self._design.get(place), NatGateway):
            return text("no EIP is drawn that it could have")
        return door_said(place) or ROUTE_ENDS.get(step.why, PASSES)

    def _there(self) -> Iterator[_Met]:
        """What the request meets, up to what stops it."""
        one = self._one
        forward = [step for step in one.steps if not step.at.startswith("return-")]
        walls = {step.at: step for step in forward if step.at.startswith("firewall:")}
        yield from self._end(one.source)
        for step in forward:
            if step.at.startswith("route:"):
                for met in self._tables(one.path[1:], one.target, step, walls):
                    yield met
                    if not met.passage.passes:
                        return
            elif step.at not in walls and self._is_told(step):
                place = self._place(step.at.partition(":")[2])
                yield _Met(self._element(step), Passage(step.passes, self._said(step)), place)
            elif walls.pop(step.at, None):
                # It stands at an edge, not between two tables.
                yield _Met(self._element(step), Passage(step.passes, self._said(step)))
            if not step.passes:
                return
        yield from self._end(one.target)

    def _is_told(self, step: Step) -> bool:
        """Whether a step is about something drawn: sites and the internet have no groups."""
        stage, _, name = step.at.partition(":")
        order = self._found.compiled.order
        return not stage.startswith("sg-") or order.ends[order.at[name]].vswitch is not None

    def _back(self) -> Iterator[_Met]:
        """What the answer meets, from the target on."""
        returning = [step for step in self._one.steps if step.at.startswith("return-")]
        if not returning or any(
            not step.passes for step in self._one.steps if not step.at.startswith("return-")
        ):
            return
        yield from self._end(self._one.target)
        for step in returning:
            stage = step.at.partition(":")[0]
            if stage == "return-route":
                yield from self._tables(self._one.path_back[1:], self._one.source, step, {})
            else:
                yield _Met(self._element(step), Passage(step.passes, self._said(step)))
            if not step.passes:
                return
        yield from self._end(self._one.source)

    def _end(self, endpoint: str) -> Iterator[_Met]:
        owner, place = owner_of(endpoint), self._place(endpoint)
        if place:
            yield _Met(owner, Passage(True, text("in {place}", place=title_of(place, self._design))), place)
        else:
            yield _Met(owner, Passage(True, PASSES if owner != INTERNET else text("outside")))

    def _place(self, endpoint: str) -> ElementId | None:
        """The vSwitch of an endpoint of an application; None for any other."""
        place = endpoint.partition("@")[2].partition("#")[0].partition("!")[0]
        return place if place and isinstance(self._design.get(owner_of(endpoint)), Application) else None

    def _tables(self, path: tuple[str, ...], to: str, step: Step, walls: dict[str, Step]) -> Iterator[_Met]:
        """The tables on a way, each with the route that leads on; the last one fails where the way does.

        Firewalls that stand between two of them are met there, and taken out of `walls`.
        """
        by_name = {table.name: table for table in self._found.compiled.tables.tables}
        order = self._found.compiled.order
        address = order.ends[order.at[to]].ip
        names = [name for name in path if name in by_name]
        for at, name in enumerate(names):
            lead = by_name[name].lead(address)
            after = names[at + 1] if at + 1 < len(names) else to
            stops = at == len(names) - 1 and not step.passes
            said = self._route_said(step) if stops or lead is None else self._lead(lead, after)
            if owner_of(name):
                yield _Met(owner_of(name), Passage(not stops, said))
            wall = walls.pop(f"firewall:{lead.wall}", None) if lead is not None else None
            if wall is not None:
                yield _Met(self._element(wall), Passage(wall.passes, self._said(wall)))

    def _lead(self, lead: Lead, after: str) -> Text:
        """Where a route leads: to the firewall or gateway it names, or to the network or router that comes next."""
        opened = self._design.get(owner_of(lead.place)) if lead.place.startswith(PENDING) else None
        if opened is not None:
            return said_of(opened, why_open(lead.place))
        if lead.wall:
            return lead_said(lead, title_of(owner_of(lead.wall), self._design))
        if lead.kind == "out" and lead.id:
            return lead_said(lead, title_of(lead.id, self._design))
        return lead_said(lead, title_of(self._network_of(after), self._design))

    def _network_of(self, name: str) -> str:
        """The VPC or router whose table a name is, else what it stands for."""
        if "/" in name and "@" not in name:
            return name.partition("/")[0]
        drawn = self._design.get(owner_of(name), TransitRouterTable)
        return drawn.parent if drawn is not None and drawn.parent else owner_of(name)


def _side_by_side(there: list[_Met], back: list[_Met]) -> Iterator[PathHop]:
    """Request and answer by element; what only the answer meets stands where it comes by on its way back."""
    answers: dict[ElementId, Passage] = {}
    for met in back:
        answers.setdefault(met.element, met.passage)
    own = {met.element for met in there}
    waiting = list(back)
    shown: set[ElementId] = set()
    for met in there:
        if met.element in shown:
            continue
        while waiting and any(one.element == met.element for one in waiting):
            first = waiting.pop(0)
            if first.element == met.element:
                break
            if first.element not in own and first.element not in shown:
                shown.add(first.element)
                yield PathHop(first.element, None, first.passage, first.place)
        shown.add(met.element)
        yield PathHop(met.element, met.passage, answers.get(met.element), met.place)
    for one in waiting:
        if one.element not in own and one.element not in shown:
            shown.add(one.element)
            yield PathHop(one.element, None, one.passage, one.place)
