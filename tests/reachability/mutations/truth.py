"""What is so, followed by hand: every packet between every two parties, and what that makes of a cell of the matrix.

It shares no code with the engine, with what joins its verdicts, or with the matrix; the network that it follows is the
one the engine is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from tests.planners.reachability.plainly import Plain
from tests.planners.reachability.trips import Trip
from tests.planners.reachability.walker import Walker
from tests.reachability.mutations.plain_text import plain
from workbench.model.design import Design
from workbench.model.elements.application import Application
from workbench.model.elements.database import Database
from workbench.model.elements.flow import Flow
from workbench.model.elements.load_balancer import LoadBalancer
from workbench.reachability.modelled import READINGS, Modelled
from workbench.reachability.parties import Party

Port = tuple[str, int]
Asked = tuple[str, str, str, int]
"""Source, target, protocol and port."""
PASSING = frozenset({"allow", "partial"})
THROUGH = ("deny", "unknown", "partial", "allow")
"""Of two legs the first of these counts."""
EITHER = ("deny", "partial", "unknown", "allow")
"""Of two ways the last of these counts."""
Verdicts = Mapping[Asked, str]


class Truth(NamedTuple):
    """The verdicts between parties, and which of them are wanted."""

    verdicts: Verdicts
    wanted: Mapping[Asked, bool]
    permitted: frozenset[Asked]
    trusting: frozenset[tuple[str, str]]

    def state(self, source: str, target: str) -> str:
        """What the matrix should show of a cell."""
        asked_of = [asked for asked in self.verdicts if asked[:2] == (source, target)]
        found = [(self.verdicts[asked], self.wanted[asked]) for asked in asked_of]
        passing = [asked for asked in asked_of if self.verdicts[asked] in PASSING]
        said = {verdict for verdict, _ in found}
        if any(self._is_too_much(asked) for asked in passing):
            return "open"
        passing = [asked for asked in passing if self.wanted[asked]]
        if ("deny", True) in found and not passing and "unknown" not in said:
            return "shut"
        if passing and (("deny", True) in found or "partial" in said):
            return "partial"
        if "unknown" in said:
            return "unknown"
        return "allowed" if said & PASSING else "blocked"

    def _is_too_much(self, asked: Asked) -> bool:
        """Whether nobody wants or allows what passes."""
        return not self.wanted[asked] and asked not in self.permitted and asked[:2] not in self.trusting

    def wrong(self) -> Iterator[tuple[Asked, str]]:
        """Every packet that is not as wanted, with the word for it."""
        for asked, verdict in self.verdicts.items():
            word = self._word(asked, verdict)
            if word:
                yield asked, word

    def _word(self, asked: Asked, verdict: str) -> str:
        wish = self.wanted[asked]
        if verdict == "deny":
            return "shut" if wish else ""
        if verdict == "unknown":
            return "unknown"
        if not wish:
            return "open" if self._is_too_much(asked) else ""
        return "partial" if verdict == "partial" else ""


class Quick(Walker):
    """The walker that remembers where packets went: only what comes from the internet goes by its port."""

    def __init__(self, network: Plain) -> None:
        super().__init__(network, READINGS)
        self._trips: dict[tuple[Any, ...], tuple[Trip, Trip]] = {}

    def trips(self, s: Plain, t: Plain, proto: str, port: int) -> tuple[Trip, Trip]:
        """The two ways, each found once."""
        by_port = (proto, port) if s["id"] == "internet" else ()
        key = (s["id"], t["id"], *by_port)
        if key not in self._trips:
            self._trips[key] = super().trips(s, t, proto, port)
        return self._trips[key]


def truth(found: Modelled, ports: Iterable[Port], network: Plain | None = None) -> Truth:
    """All there is to know of a design at some ports."""
    asked = list(ports)
    verdicts = dict(_verdicts(found, asked, network or plain(found.network)))
    everybody = tuple(found.parties)
    trusting = frozenset(_trusting(found.design, everybody))
    flows = list(_wishes(found.design))
    comings = list(_comings(found.design, flows, everybody))
    wishes = [*flows, *_leadings(found.design), *(one for one in comings if not one.allows)]
    return Truth(
        verdicts,
        {one: _is_wanted(one, wishes) for one in verdicts},
        frozenset(one for one in verdicts if _is_wanted(one, comings)),
        trusting,
    )


def representatives(designs: Iterable[Design], networks: Iterable[Plain]) -> list[Port]:
    """A port of every class that the rules of some networks, flows and listeners tell apart."""
    uses = {use for network in networks for use in _uses(network)}
    uses |= {use for design in designs for use in _uses_of_design(design)}
    found: dict[tuple[str, frozenset[Any]], Port] = {}
    for proto in ("tcp", "udp"):
        ranges = {ports for used, ports in uses if used in (proto, "all") and ports}
        edges = {0} | {low for low, _ in ranges} | {high + 1 for _, high in ranges}
        for port in sorted(edge for edge in edges if edge < 65_536):
            covering = frozenset(one for one in ranges if one[0] <= port <= one[1])
            found.setdefault((proto, covering), (proto, port))
    return [*found.values(), ("icmp", 0)]


def _uses(network: Plain) -> Iterator[tuple[str, tuple[int, int] | None]]:
    rules = [rule for acl in network["nacls"].values() for way in ("in", "out") for rule in acl[way]]
    rules += [rule for one in network["sgs"].values() for rule in one["rules"]]
    rules += [rule for one in network["firewalls"].values() for rule in one["rules"]]
    for rule in rules:
        yield rule["proto"], tuple(rule["ports"]) if rule["ports"] else None
    for nat in network["nats"].values():
        for entry in nat["dnat"]:
            if entry["port"] is not None:
                yield entry["proto"], (entry["port"], entry["port"])


def _uses_of_design(design: Design) -> Iterator[tuple[str, tuple[int, int]]]:
    for flow in design.of_kind(Flow):
        if flow.port:
            low, high = flow.port.split("/")
            yield flow.protocol, (int(low), int(high))
    for one in _listened(design):
        for proto, port in (one.outer, one.inner):
            yield proto, (port, port)


# parties


def _verdicts(found: Modelled, ports: list[Port], network: Plain) -> Iterator[tuple[Asked, str]]:
    walker, listened = Quick(network), list(_listened(found.design))
    for one in found.parties.values():
        for other in found.parties.values():
            if one.id == other.id:
                continue
            for port in ports:
                ways = [_grid(walker, one, other, *port)]
                if one.id == "internet":
                    ways += [
                        _led(walker, found, one, by, other, port)
                        for by in listened
                        if (by.application, by.outer) == (other.id, port)
                    ]
                yield (one.id, other.id, *port), max(ways, key=EITHER.index)


class _Listener(NamedTuple):
    """A port of a load balancer, and the one of its servers that it leads to."""

    balancer: str
    application: str
    outer: Port
    inner: Port


def _listened(design: Design) -> Iterator[_Listener]:
    for balancer in design.of_kind(LoadBalancer):
        for row in balancer.listeners:
            if row.port is not None and row.application:
                proto = "udp" if row.protocol in ("quic", "udp") else "tcp"
                inner = proto, row.server_port or row.port
                yield _Listener(balancer.id, row.application, (proto, row.port), inner)


def _led(walker: Walker, found: Modelled, one: Party, by: _Listener, other: Party, port: Port) -> str:
    """The verdict by a load balancer: whoever comes has to reach it, and it has to reach its servers."""
    front = found.parties[by.balancer]
    legs = (_grid(walker, one, front, *port), _grid(walker, front, other, *by.inner))
    return min(legs, key=THROUGH.index)


def _grid(walker: Walker, one: Party, other: Party, proto: str, port: int) -> str:
    """The verdict from places to places."""
    return _between(
        [
            [_place(walker, place.sources, to.targets, proto, port) for to in other.places]
            for place in one.places
        ]
    )


def _place(walker: Walker, sources: Iterable[str], targets: Iterable[str], proto: str, port: int) -> str:
    """The verdict between two places: of their addresses nobody knows which one is used."""
    found = {walker.ask(one, other, proto, port).verdict for one in sources for other in targets}
    if len(found) == 1:
        return found.pop()
    return "partial" if found == {"allow", "partial"} else "unknown"


def _between(grid: list[list[str]]) -> str:
    """The verdict between two parties: from each place of the one, some place of the other shall be reached."""
    every = {verdict for row in grid for verdict in row}
    if not every:
        return "unknown"
    if every == {"deny"}:
        return "deny"
    if all("allow" in row for row in grid):
        return "allow"
    return "unknown" if "unknown" in every else "partial"


# what is wanted


class _Wish(NamedTuple):
    sources: frozenset[str]
    targets: frozenset[str]
    protocol: str
    ports: tuple[int, int] | None
    allows: bool


def _wishes(design: Design) -> Iterator[_Wish]:
    for flow in design.of_kind(Flow):
        if flow.source and flow.target:
            low, _, high = flow.port.partition("/")
            yield _Wish(
                _meant(flow.source, design),
                _meant(flow.target, design),
                flow.protocol,
                (int(low), int(high)) if flow.port else None,
                flow.wanted == "allow",
            )


def _leadings(design: Design) -> Iterator[_Wish]:
    """That a load balancer reaches whom it leads to."""
    for by in _listened(design):
        proto, port = by.inner
        yield _Wish(frozenset({by.balancer}), frozenset({by.application}), proto, (port, port), allows=True)


def _comings(design: Design, flows: list[_Wish], everybody: tuple[str, ...]) -> Iterator[_Wish]:
    """Flows to what a listener leads to, on its port, as flows to the load balancer; what is public is so to everybody."""
    for by in _listened(design):
        proto, port = by.outer
        for flow in flows:
            asked = ("", by.application, proto, port)
            about = flow._replace(sources=frozenset({""}), targets=flow.targets, allows=True)
            if by.application in flow.targets and _is_wanted(asked, [about]):
                public = flow.allows and "internet" in flow.sources
                sources = frozenset(everybody) if public else flow.sources
                yield _Wish(sources, frozenset({by.balancer}), proto, (port, port), flow.allows)


def _meant(id: str, design: Design) -> frozenset[str]:
    """An application itself, or those of a domain."""
    inside = frozenset(one.id for one in design.of_kind(Application) if one.parent == id)
    return inside or frozenset({id})


def _is_wanted(asked: Asked, wishes: list[_Wish]) -> bool:
    source, target, proto, port = asked
    said = {
        wish.allows
        for wish in wishes
        if source in wish.sources
        and target in wish.targets
        and wish.protocol in (proto, "all")
        and (wish.protocol == "all" or wish.ports is None or wish.ports[0] <= port <= wish.ports[1])
    }
    return said == {True}


def _trusting(design: Design, everybody: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    found = design.of_kind(Application)
    home = {one.id: one.parent or one.id for one in found}
    home |= {one.id: home[one.application] for one in design.of_kind(Database) if one.application in home}
    yield from ((one, other) for one in home for other in home if home[one] == home[other])
    # These answer, and pass on; they begin nothing.
    for kind in (LoadBalancer, Database):
        yield from ((one.id, other) for one in design.of_kind(kind) for other in everybody)
