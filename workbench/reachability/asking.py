"""One question about a path, answered from a design: the verdict, every hop there and back, and what decides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from planners.reachability import Explanation, explain
from planners.reachability.network import ALL
from workbench.model.element import ElementId
from workbench.reachability.answer import PathAnswer, Verdict
from workbench.reachability.modelled import Modelled
from workbench.reachability.parties import Party, Place
from workbench.reachability.sayings import title_of
from workbench.reachability.telling import Told
from workbench.reachability.verdicts import joined
from workbench.reachability.wanted import members
from workbench.texts import Text, text

MOST_PACKETS: Final = 4096
"""Packets that are followed one by one for a question; of two parties with more, the first places answer."""


class _Followed(NamedTuple):
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


def ask(found: Modelled, source: ElementId, target: ElementId, protocol: str, port: int) -> PathAnswer:
    """What becomes of a connection from one party to another; KeyError where one of them is no party.

    `all` asks for every protocol and port: the path shown is one of those that fail, or that are not settled.
    """
    return ask_between(found, party_of(found, source), party_of(found, target), protocol, port)


def ask_between(found: Modelled, one: Party, other: Party, protocol: str, port: int) -> PathAnswer:
    """The same between some places of two parties."""
    source, target = one.id, other.id
    if source == target:
        itself = text("{name} is the same on both sides", name=title_of(source, found.design))
        return PathAnswer(source, target, protocol, port, "allow", itself, None, ())
    if not one.places or not other.places:
        return _nowhere(found, one, other, protocol, port)
    grids = [
        [list(row) for row in _followed(found, one, other, *packet)]
        for packet in _packets_asked(found, protocol, port)
    ]
    verdicts = [joined([[cell.verdict for cell in row] for row in grid]) for grid in grids]
    verdict = verdicts[0] if len(set(verdicts)) == 1 else _of_several(set(verdicts))
    shown = next((at for at, said in enumerate(verdicts) if said == verdict), 0)
    told = Told(found, _telling(grids[shown], verdicts[shown]))
    facts = [fact for grid in grids for fact in _facts(grid, found)] if verdict == "unknown" else []
    return PathAnswer(
        source,
        target,
        protocol,
        port,
        _verdict(verdict),
        told.decided(verdict),
        told.deciding(),
        told.hops(),
        tuple(told.warnings()),
        tuple(dict.fromkeys(facts)),
        tuple(told.assumed()),
    )


def party_of(found: Modelled, id: ElementId) -> Party:
    """The party of an id; a security domain stands where its applications stand. KeyError where there is none."""
    if id in found.parties:
        return found.parties[id]
    inside = members(found.design)[id]
    return Party(id, tuple(place for one in inside for place in found.parties[one].places))


def _packets_asked(found: Modelled, protocol: str, port: int) -> list[tuple[str, int]]:
    """A packet for each class of ports that is asked about."""
    if protocol != ALL:
        return [(protocol, port)]
    return [(one.protocol, one.ranges[0][0]) for one in found.compiled.ports.classes]


def _of_several(verdicts: set[str]) -> str:
    """What verdicts of several ports add up to."""
    return "unknown" if "unknown" in verdicts and not {"allow", "deny"} <= verdicts else "partial"


def _verdict(word: str) -> Verdict:
    assert word in ("allow", "partial", "deny", "unknown")
    return word  # type: ignore[return-value]


def _followed(
    found: Modelled, one: Party, other: Party, protocol: str, port: int
) -> Iterator[Iterator[_Followed]]:
    """For each place of the source, the packets to each of the target."""
    count = sum(len(place.sources) for place in one.places) * sum(
        len(place.targets) for place in other.places
    )
    cut = count > MOST_PACKETS
    for place in one.places[: 4 if cut else None]:
        yield (
            _Followed(place, to, tuple(_packets(found, place, to, protocol, port)))
            for to in other.places[: 4 if cut else None]
        )


def _packets(
    found: Modelled, source: Place, target: Place, protocol: str, port: int
) -> Iterator[Explanation]:
    for one in source.sources:
        for other in target.targets:
            yield explain(found.compiled, one, other, protocol, port)


def _telling(grid: list[list[_Followed]], verdict: str) -> Explanation:
    """The packet that shows best why the verdict is what it is: the first of those that have it, or that spoil it."""
    cells = [cell for row in grid for cell in row]
    if verdict == "partial":
        failing = [row for row in grid if not any(cell.verdict == "allow" for cell in row)]
        cells = [cell for row in failing for cell in row] or cells
        wanted = ("partial", "deny", "unknown", "allow")
    else:
        wanted = (verdict, "unknown", "deny", "allow")
    packets = [one for cell in cells for one in cell.packets]
    return min(packets, key=lambda one: wanted.index(one.verdict) if one.verdict in wanted else len(wanted))


def _nowhere(found: Modelled, one: Party, other: Party, protocol: str, port: int) -> PathAnswer:
    """Somebody stands in no vSwitch and has no address, so nothing can be said."""
    facts = tuple(_where(party, found) for party in (one, other) if not party.places)
    return PathAnswer(one.id, other.id, protocol, port, "unknown", facts[0], None, (), facts=facts)


def _where(party: Party, found: Modelled) -> Text:
    return text("The design does not say where {name} stands", name=title_of(party.id, found.design))


def _facts(grid: list[list[_Followed]], found: Modelled) -> Iterator[Text]:
    """What the design would have to say for the verdict to be certain, each fact once."""
    seen = set()
    for row in grid:
        for cell in row:
            facts = [fact for one in cell.packets for fact in Told(found, one).facts()]
            if not facts and cell.verdict == "unknown":
                facts = list(_addresses(cell, found))
            for fact in facts:
                if fact not in seen:
                    seen.add(fact)
                    yield fact


def _addresses(cell: _Followed, found: Modelled) -> Iterator[Text]:
    for place, ends in ((cell.source, cell.source.sources), (cell.target, cell.target.targets)):
        if len(ends) > 1:
            yield text(
                "Which address in {place} is used: rules or routes treat parts of it differently",
                place=title_of(place.id, found.design),
            )
