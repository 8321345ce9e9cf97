"""Where wanted flows stop: for each flow the packets that do not come through, each with the place that stops it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final, NamedTuple

from planners.pace import breathe
from planners.reachability import Explanation, explain
from planners.reachability.explaining import ALLOW, DENY, PARTIAL
from planners.reachability.network import PROTOCOLS
from workbench.model.element import ElementId
from workbench.reachability.parties import Party, Place
from workbench.reachability.verdicts import WORDS, either, joined, through
from workbench.reachability.wanted import Wanted, wanted
from workbench.rules.paths import Paths

Packet = tuple[str, str, str, int]
"""The engine's source and target, protocol and port."""


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


CODE_OF: Final[dict[str, int]] = {word: code for code, word in enumerate(WORDS)}


class _Leg(NamedTuple):
    """A part of a way without a load balancer in between, its verdict, and a packet that fails on it."""

    source: Party
    target: Party
    code: int
    packet: Packet | None


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

    def _failing(self, one: Wanted) -> Iterator[tuple[ElementId, ElementId, Packet]]:
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
                    yield from self._failing_of(parties[source], parties[target], number)

    def _failing_of(
        self, source: Party, target: Party, number: int
    ) -> Iterator[tuple[ElementId, ElementId, Packet]]:
        """The packet that shows it for one pair, on the leg of a way that it fails on; of several ways all fail."""
        ways = [
            tuple(_Leg(one, other, *self._leg(one, other, at)) for one, other, at in way)
            for way in self._ways(source, target, number)
        ]
        codes = [through(*(leg.code for leg in way)) for way in ways]
        code = either(*codes)
        if code not in (CODE_OF[DENY], CODE_OF[PARTIAL]):
            return
        # Where every way is shut, the last one is told: through a load balancer where there is any.
        way = [way for way, found in zip(ways, codes, strict=True) if found == code][-1]
        leg = next(leg for leg in way if leg.code == code)
        if leg.packet is not None:
            yield leg.source.id, leg.target.id, leg.packet

    def _ways(
        self, source: Party, target: Party, number: int
    ) -> Iterator[tuple[tuple[Party, Party, int], ...]]:
        """Straight on, and from the internet by each listener that leads there: legs with their classes of ports."""
        yield ((source, target, number),)
        ports = self._paths.found.compiled.ports
        for one in target.entrances if source.is_outside else ():
            if ports.of(one.protocol, one.port) == number:
                behind = ports.of(one.protocol, one.server_port)
                yield (source, one.front, number), (one.front, one.servers, behind)

    def _is_denied(self, source: ElementId, target: ElementId, number: int) -> bool:
        """Whether another flow wants that it does not pass: a no beats every yes."""
        ports = self._paths.found.compiled.ports
        return any(
            source in one.sources
            and target in one.targets
            and ports.mask(one.protocol, one.ports) >> number & 1
            for one in self._denied
        )

    def _leg(self, source: Party, target: Party, number: int) -> tuple[int, Packet | None]:
        """The code of the verdict between two parties, and a packet that fails where any does."""
        one = self._paths.found.compiled.ports.classes[number]
        port = one.ranges[0][0]
        grid = [[self._cell(a, b, one.protocol, port) for b in target.places] for a in source.places]
        verdict = joined([[cell[0] for cell in row] for row in grid])
        if verdict == PARTIAL:
            grid = [row for row in grid if all(cell[0] != ALLOW for cell in row)]
        failing = [(cell, ends) for row in grid for cell, ends in row if cell in (DENY, PARTIAL)]
        if verdict not in (DENY, PARTIAL) or not failing:
            return CODE_OF[verdict], None
        _, ends = min(failing, key=lambda found: found[0] != DENY)
        return CODE_OF[verdict], (*ends, one.protocol, port)

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
