"""The packets from one party to another followed one by one, straight on or through a load balancer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from planners.reachability import Explanation, explain
from workbench.reachability.modelled import Modelled
from workbench.reachability.parties import Entrance, Party, Place
from workbench.reachability.verdicts import WORDS, either, joined, through

MOST_PACKETS: Final = 4096
"""Packets that are followed one by one for a question; of two parties with more, the first places answer."""


class Followed(NamedTuple):
    """The packets from one place to another, and the verdict they add up to."""

    source: Place
    target: Place
    packets: tuple[Explanation, ...]

    @property
    def verdict(self) -> str:
        """What becomes of a packet, whichever of the place's addresses it is."""
        found = {one.verdict for one in self.packets}
        if len(found) == 1:
            return found.pop()
        return "partial" if found == {"allow", "partial"} else "unknown"


class Leg(NamedTuple):
    """A way without a load balancer in between: for each place of the source what comes to each of the target."""

    source: Party
    target: Party
    grid: tuple[tuple[Followed, ...], ...]

    @property
    def verdict(self) -> str:
        """What the places add up to; unknown where one of the two stands nowhere."""
        if not self.grid or not self.grid[0]:
            return "unknown"
        return joined([[cell.verdict for cell in row] for row in self.grid])

    def telling(self) -> Explanation | None:
        """The packet that shows best why the verdict is what it is: the first that has it, or that spoils it."""
        verdict, cells = self.verdict, [cell for row in self.grid for cell in row]
        if verdict == "partial":
            failing = [row for row in self.grid if not any(cell.verdict == "allow" for cell in row)]
            cells = [cell for row in failing for cell in row] or cells
            wanted = ("partial", "deny", "unknown", "allow")
        else:
            wanted = (verdict, "unknown", "deny", "allow")
        packets = [one for cell in cells for one in cell.packets]
        return min(packets, key=lambda one: _rank(wanted, one.verdict), default=None)


class Way(NamedTuple):
    """A way to a party: one leg, or two with a load balancer between them."""

    legs: tuple[Leg, ...]

    @property
    def verdict(self) -> str:
        """What becomes of whoever takes it."""
        return _word(through, [leg.verdict for leg in self.legs])

    @property
    def deciding(self) -> Leg:
        """The first leg that makes the verdict what it is."""
        return next(leg for leg in self.legs if leg.verdict == self.verdict)

    @property
    def taken(self) -> tuple[Leg, ...]:
        """The legs as far as one comes."""
        denied = [place for place, leg in enumerate(self.legs) if leg.verdict == "deny"]
        return self.legs[: denied[0] + 1] if denied else self.legs


def ways_of(found: Modelled, one: Party, other: Party, protocol: str, port: int) -> tuple[Way, ...]:
    """Every way from one party to another: straight on, and for the internet each listener that leads there."""
    straight = Way((_leg(found, one, other, protocol, port),))
    if not one.is_outside:
        return (straight,)
    ports = found.compiled.ports
    asked = ports.of(protocol, port)
    return (
        straight,
        *(
            _through(found, one, entrance)
            for entrance in other.entrances
            if ports.of(entrance.protocol, entrance.port) == asked
        ),
    )


def verdict_of(ways: Sequence[Way]) -> str:
    """What becomes of whoever may take any of some ways."""
    return _word(either, [way.verdict for way in ways])


def shown_of(ways: Sequence[Way]) -> Way:
    """The way that is shown: one that has the verdict of all, and one through a load balancer where all are shut."""
    verdict = verdict_of(ways)
    fitting = [way for way in ways if way.verdict == verdict]
    return fitting[-1] if verdict == "deny" else fitting[0]


def _word(joins: Callable[..., int], verdicts: Sequence[str]) -> str:
    return WORDS[joins(*map(WORDS.index, verdicts))]


def _rank(wanted: Sequence[str], verdict: str) -> int:
    return wanted.index(verdict) if verdict in wanted else len(wanted)


def _through(found: Modelled, one: Party, entrance: Entrance) -> Way:
    return Way(
        (
            _leg(found, one, entrance.front, entrance.protocol, entrance.port),
            _leg(found, entrance.front, entrance.servers, entrance.protocol, entrance.server_port),
        )
    )


def _leg(found: Modelled, one: Party, other: Party, protocol: str, port: int) -> Leg:
    return Leg(one, other, tuple(map(tuple, _followed(found, one, other, protocol, port))))


def _followed(
    found: Modelled, one: Party, other: Party, protocol: str, port: int
) -> Iterator[Iterator[Followed]]:
    """For each place of the source, the packets to each of the target."""
    count = sum(len(place.sources) for place in one.places) * sum(
        len(place.targets) for place in other.places
    )
    cut = count > MOST_PACKETS
    for place in one.places[: 4 if cut else None]:
        yield (
            Followed(place, to, tuple(_packets(found, place, to, protocol, port)))
            for to in other.places[: 4 if cut else None]
        )


def _packets(
    found: Modelled, source: Place, target: Place, protocol: str, port: int
) -> Iterator[Explanation]:
    for one in source.sources:
        for other in target.targets:
            yield explain(found.compiled, one, other, protocol, port)
