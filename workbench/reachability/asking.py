"""One question about a path, answered from a design: the verdict, every hop there and back, and what decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from planners.reachability.network import ALL
from workbench.model.element import ElementId
from workbench.reachability.answer import PathAnswer, PathHop, Verdict
from workbench.reachability.modelled import Modelled
from workbench.reachability.parties import Party
from workbench.reachability.sayings import title_of
from workbench.reachability.telling import Told
from workbench.reachability.wanted import members
from workbench.reachability.ways import Followed, Leg, Way, shown_of, verdict_of, ways_of
from workbench.texts import Text, text

BALANCED: Final = text("The load balancer calls its servers from its own addresses, and any of them in turn")
"""What is taken as given where a way leads through a load balancer."""


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
    asked = [ways_of(found, one, other, *packet) for packet in _packets_asked(found, protocol, port)]
    verdicts = [verdict_of(ways) for ways in asked]
    verdict = verdicts[0] if len(set(verdicts)) == 1 else _of_several(set(verdicts))
    shown = next((at for at, said in enumerate(verdicts) if said == verdict), 0)
    decided, deciding = _decided(found, shown_of(asked[shown]), verdict)
    legs = shown_of(asked[shown]).taken
    told = [Told(found, packet) for leg in legs if (packet := leg.telling()) is not None]
    facts = _facts(asked, found) if verdict == "unknown" else ()
    return PathAnswer(
        source,
        target,
        protocol,
        port,
        _verdict(verdict),
        decided,
        deciding,
        _one_after_the_other([one.hops() for one in told]),
        tuple(dict.fromkeys(warning for one in told for warning in one.warnings())),
        tuple(dict.fromkeys(facts)),
        tuple(dict.fromkeys((*(said for one in told for said in one.assumed()), *_balanced(legs)))),
    )


def party_of(found: Modelled, id: ElementId) -> Party:
    """The party of an id; a security domain stands where its applications stand. KeyError where there is none.

    While it is not known of each of them where he stands, it is not known of the domain.
    """
    if id in found.parties:
        return found.parties[id]
    inside = [found.parties[one] for one in members(found.design)[id]]
    everywhere = all(one.places for one in inside)
    places = tuple(place for one in inside for place in one.places) if everywhere else ()
    return Party(id, places, tuple(entrance for one in inside for entrance in one.entrances))


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


def _decided(found: Modelled, way: Way, verdict: str) -> tuple[Text, ElementId | None]:
    """What decides, in a sentence, and the element that does."""
    packet = way.deciding.telling()
    if packet is None:
        return next(_nowhere_of(way.deciding, found)), None
    told = Told(found, packet)
    return told.decided(verdict), told.deciding()


def _one_after_the_other(parts: Sequence[tuple[PathHop, ...]]) -> tuple[PathHop, ...]:
    """The hops of one leg and then of the next, which begins where the one before ended."""
    hops: list[PathHop] = []
    for part in parts:
        hops += part[1:] if hops and part and part[0].element == hops[-1].element else part
    return tuple(hops)


def _balanced(legs: Sequence[Leg]) -> Iterator[Text]:
    if len(legs) > 1:
        yield BALANCED


def _nowhere(found: Modelled, one: Party, other: Party, protocol: str, port: int) -> PathAnswer:
    """Somebody stands in no vSwitch and has no address, so nothing can be said."""
    facts = tuple(_nowhere_of(Leg(one, other, ()), found))
    return PathAnswer(one.id, other.id, protocol, port, "unknown", facts[0], None, (), facts=facts)


def _nowhere_of(leg: Leg, found: Modelled) -> Iterator[Text]:
    for party in (leg.source, leg.target):
        if not party.places:
            yield from _not_placed(party.id, found)


def _not_placed(id: ElementId, found: Modelled) -> Iterator[Text]:
    """What the design would have to say of somebody of whom it does not say everywhere he stands."""
    inside = [one for one in members(found.design).get(id, ()) if not found.parties[one].places]
    for one in inside:
        yield from _not_placed(one, found)
    if inside:
        return
    design, vswitches = found.design, getattr(found.design.get(id), "vswitches", ())
    missing = tuple(title_of(one, design) for one in vswitches if one not in found.network.vswitches)
    if missing:
        yield text(
            "The design does not say which block {places} has, where {name} stands",
            places=missing,
            name=title_of(id, design),
        )
    else:
        yield text("The design does not say where {name} stands", name=title_of(id, design))


def _facts(asked: Sequence[Sequence[Way]], found: Modelled) -> Iterator[Text]:
    """What the design would have to say for the verdict to be certain."""
    for ways in asked:
        for way in ways:
            if way.verdict == "unknown":
                for leg in way.legs:
                    yield from _nowhere_of(leg, found)
                    for row in leg.grid:
                        for cell in row:
                            yield from _facts_of(cell, found)


def _facts_of(cell: Followed, found: Modelled) -> Iterator[Text]:
    facts = [fact for one in cell.packets for fact in Told(found, one).facts()]
    if not facts and cell.verdict == "unknown":
        facts = list(_addresses(cell, found))
    yield from facts


def _addresses(cell: Followed, found: Modelled) -> Iterator[Text]:
    for place, ends in ((cell.source, cell.source.sources), (cell.target, cell.target.targets)):
        if len(ends) > 1:
            yield text(
                "Which address in {place} is used: rules or routes treat parts of it differently",
                place=title_of(place.id, found.design),
            )
