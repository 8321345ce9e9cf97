"""Where wanted flows stop: for each flow the packets that do not come through, each with the place that stops it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from planners.pace import breathe
from planners.reachability import Explanation, explain
from planners.reachability.explaining import ALLOW, DENY, PARTIAL
from planners.reachability.network import PROTOCOLS
from workbench.model.element import ElementId
from workbench.reachability.parties import Party, Place
from workbench.reachability.verdicts import joined
from workbench.reachability.wanted import Wanted, wanted
from workbench.rules.paths import Paths


class Stop(NamedTuple):
    """A place where a flow stops: one packet that shows it, from whom to whom, and how many pairs it concerns."""

    source: ElementId
    target: ElementId
    told: Explanation
    pairs: int

    @property
    def stage(self) -> str:
        """What kind of place it is, in the engine's words: route, acl-in, return-route and so on."""
        return self.told.at.partition(":")[0]

    @property
    def place(self) -> str:
        """The engine's name of the place."""
        return self.told.at.partition(":")[2]

    @property
    def is_on_the_way_back(self) -> bool:
        """Whether it is the answer that stops."""
        return self.stage.startswith("return-")

    @property
    def is_routing(self) -> bool:
        """Whether routes stop it, rather than filters."""
        return self.stage in ("route", "return-route")


def stops(flow: ElementId, paths: Paths) -> tuple[Stop, ...]:
    """Where a flow stops that is wanted; none where it passes, where nobody knows, or where it is wanted not."""
    if "stops" not in paths.notes:
        asked = list(wanted(paths.design))
        paths.notes["stops"] = _Flows(paths, asked)
    flows = paths.notes["stops"]
    assert isinstance(flows, _Flows)
    return flows.of(flow)


class _Flows:
    """All flows of a design, each walked once however many rules ask."""

    def __init__(self, paths: Paths, asked: Sequence[Wanted]) -> None:
        self._paths = paths
        # They come first: where they are those before brought up to date, the classes of ports are theirs.
        self._answers = paths.answers
        self._wanted = {one.flow: one for one in asked if one.allows}
        self._denied = [one for one in asked if not one.allows]
        self._known: dict[ElementId, tuple[Stop, ...]] = {}

    def of(self, flow: ElementId) -> tuple[Stop, ...]:
        if flow not in self._known:
            one = self._wanted.get(flow)
            self._known[flow] = tuple(self._stops(one)) if one is not None else ()
        return self._known[flow]

    def _stops(self, one: Wanted) -> Iterator[Stop]:
        found: dict[tuple[str, str | None, str], Stop] = {}
        pairs: dict[tuple[str, str | None, str], set[tuple[ElementId, ElementId]]] = {}
        for source, target, packet in self._failing(one):
            told = explain(self._paths.found.compiled, *packet)
            key = told.at, told.rule, told.why
            found.setdefault(key, Stop(source, target, told, 1))
            pairs.setdefault(key, set()).add((source, target))
        for key, stop in found.items():
            yield stop._replace(pairs=len(pairs[key]))

    def _failing(self, one: Wanted) -> Iterator[tuple[ElementId, ElementId, tuple[str, str, str, int]]]:
        """For each pair and class of ports that does not come through wholly, a packet that shows it."""
        parties, ports = self._paths.found.parties, self._paths.found.compiled.ports
        mask = ports.mask(one.protocol, one.ports)
        classes = [number for number in range(len(ports.classes)) if mask >> number & 1]
        for source, target in product(one.sources, one.targets):
            if source == target or source not in parties or target not in parties:
                continue
            breathe()
            for number in classes:
                if not self._is_denied(source, target, number):
                    packet = self._packet(parties[source], parties[target], number)
                    if packet is not None:
                        yield source, target, packet

    def _is_denied(self, source: ElementId, target: ElementId, number: int) -> bool:
        """Whether another flow wants that it does not pass: a no beats every yes."""
        ports = self._paths.found.compiled.ports
        return any(
            source in one.sources
            and target in one.targets
            and ports.mask(one.protocol, one.ports) >> number & 1
            for one in self._denied
        )

    def _packet(self, source: Party, target: Party, number: int) -> tuple[str, str, str, int] | None:
        """A packet that fails; None where all come through, or where nobody knows."""
        one = self._paths.found.compiled.ports.classes[number]
        port = one.ranges[0][0]
        grid = [[self._cell(a, b, one.protocol, port) for b in target.places] for a in source.places]
        verdict = joined([[cell[0] for cell in row] for row in grid])
        if verdict == PARTIAL:
            grid = [row for row in grid if all(cell[0] != ALLOW for cell in row)]
        if verdict not in (DENY, PARTIAL):
            return None
        for wanted_ in (DENY, PARTIAL):
            for row in grid:
                for cell, ends in row:
                    if cell == wanted_:
                        return (*ends, one.protocol, port)
        return None

    def _cell(self, one: Place, other: Place, protocol: str, port: int) -> tuple[str, tuple[str, str]]:
        """What becomes of packets between two places, and the ends of one that fails where one does."""
        found: dict[str, tuple[str, str]] = {}
        for ends in product(one.sources, other.targets):
            found.setdefault(self._answers.verdict(*ends, protocol, port), ends)
        if len(found) == 1:
            return next(iter(found.items()))
        if set(found) == {ALLOW, PARTIAL}:
            return PARTIAL, found[PARTIAL]
        return "unknown", next(iter(found.values()), ("", ""))


def protocol_and_port(stop: Stop) -> str:
    """What was sent, as short as it is written: 443, 53/udp, icmp."""
    assert stop.told.protocol in PROTOCOLS
    if stop.told.protocol == "icmp":
        return "icmp"
    return str(stop.told.port) if stop.told.protocol == "tcp" else f"{stop.told.port}/{stop.told.protocol}"
