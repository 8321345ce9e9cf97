"""What opens and what closes where an application goes into another security domain, as the domains' flows say it.

A domain is one set of rules: what one of its members may open or is opened to, all may and are. So an application that moves takes
over what its new domain may, leaves what its old one may, and brings its own flows to the new domain for all its members.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from planners.pace import breathe
from planners.reachability.network import ALL
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.application import Application
from workbench.model.elements.flow import Flow
from workbench.model.elements.security_domain import SecurityDomain
from workbench.reachability.readings import ports_of, protocol_of
from workbench.reachability.synthesis.ranges import Span, without

Pair = tuple[ElementId, ElementId]
"""Two sides: a domain, an application in none, or a place outside."""


class Passing(NamedTuple):
    """Something that one may open of another; `is_refused` where a flow of the design refuses just that."""

    source: ElementId
    target: ElementId
    spans: tuple[Span, ...]
    is_refused: bool = False


@dataclass(frozen=True)
class WhatIf:
    """What a move opens and closes: what the application itself gains and loses, then what others do because of it."""

    application: ElementId
    domain: ElementId | None
    opens: tuple[Passing, ...]
    closes: tuple[Passing, ...]


class DomainRules:
    """What the security domains of a design may, put together once and asked with every domain that something is dragged over."""

    def __init__(self, design: Design) -> None:
        self.design = design
        self._home = {one.id: _home(one, design) for one in design.of_kind(Application)}
        self._flows: dict[Pair, list[tuple[Pair, Span]]] = {}
        self._refused: list[tuple[Pair, Span]] = []
        self._touching: dict[ElementId, dict[Pair, None]] = {}
        for number, flow in enumerate(design.of_kind(Flow)):
            if number % 1024 == 0:
                breathe()
            self._take_up(flow)

    def _take_up(self, flow: Flow) -> None:
        protocol = protocol_of(flow.protocol)
        if not flow.source or not flow.target or protocol is None:
            return
        ends = flow.source, flow.target
        span = protocol, None if protocol in ("icmp", ALL) else ports_of(flow.port)
        if flow.wanted == "deny":
            self._refused.append((ends, span))
            return
        sides = self._side(ends[0]), self._side(ends[1])
        self._flows.setdefault(sides, []).append((ends, span))
        for side in sides:
            self._touching.setdefault(side, {})[sides] = None

    def _side(self, end: ElementId) -> ElementId:
        return self._home.get(end, end)

    def what_if(self, application: ElementId, domain: ElementId | None) -> WhatIf:
        """What opens and closes where an application goes into a domain; None takes it out of all."""
        old, new = self._home[application], domain or application
        if old == new:
            return WhatIf(application, domain, (), ())
        about = tuple(self._touching.get(old, {}) | self._touching.get(new, {}))
        before, after = (_State(home, self._opened(application, home, about)) for home in (old, new))
        return WhatIf(
            application,
            domain,
            tuple(self._differing(application, after, before)),
            tuple(self._differing(application, before, after)),
        )

    def _opened(
        self, application: ElementId, home: ElementId, about: Sequence[Pair]
    ) -> dict[Pair, tuple[Span, ...]]:
        """What some sides may open of each other while an application is in a domain."""
        found: dict[Pair, dict[Span, None]] = {}
        for sides in about:
            for (source, target), span in self._flows[sides]:
                pair = (
                    home if source == application else sides[0],
                    home if target == application else sides[1],
                )
                found.setdefault(pair, {})[span] = None
        return {pair: tuple(spans) for pair, spans in found.items()}

    def _differing(self, application: ElementId, one: _State, other: _State) -> Iterator[Passing]:
        """What is open in one state and not in the other: of the application, then of the domains."""
        theirs = {(passing.source, passing.target): passing.spans for passing in _of(application, other)}
        for passing in _of(application, one):
            yield from self._less(passing, theirs.get((passing.source, passing.target), ()))
        for pair, spans in one.opened.items():
            if pair[0] != pair[1] and application not in pair:
                yield from self._less(Passing(*pair, spans), other.opened.get(pair, ()))

    def _less(self, passing: Passing, spans: tuple[Span, ...]) -> Iterator[Passing]:
        left = without(passing.spans, spans)
        if left:
            # Everything is said as such, though some of it may be open already: nobody reads what is left of 65,536 ports.
            told = passing.spans if (ALL, None) in passing.spans else left
            yield passing._replace(spans=told, is_refused=self._is_refused(passing, left))

    def _is_refused(self, passing: Passing, spans: tuple[Span, ...]) -> bool:
        """Whether a flow refuses some of what would be open between two sides."""
        for (source, target), span in self._refused:
            sides = (passing.source, source), (passing.target, target)
            if (
                all({one, self._side(one)} & {other, self._side(other)} for one, other in sides)
                and without(spans, [span]) != spans
            ):
                return True
        return False


class _State(NamedTuple):
    """The domain an application is in, and what may be opened then."""

    home: ElementId
    opened: dict[Pair, tuple[Span, ...]]


def _of(application: ElementId, state: _State) -> Iterator[Passing]:
    """What an application may and is opened to, by domain; within its own domain it is everything."""
    if state.home != application:
        yield Passing(application, state.home, ((ALL, None),))
        yield Passing(state.home, application, ((ALL, None),))
    for (source, target), spans in state.opened.items():
        if source == state.home and target not in (state.home, application):
            yield Passing(application, target, spans)
        elif target == state.home and source not in (state.home, application):
            yield Passing(source, application, spans)


def _home(one: Application, design: Design) -> ElementId:
    domain = design.get(one.parent, SecurityDomain)
    return domain.id if domain else one.id


@lru_cache(maxsize=2)
def rules_of(design: Design) -> DomainRules:
    """The rules of a design; asked again for the same one they are those of before."""
    return DomainRules(design)


def what_if(design: Design, application: ElementId, domain: ElementId | None) -> WhatIf:
    """What opens and closes where an application goes into another domain."""
    return rules_of(design).what_if(application, domain)
