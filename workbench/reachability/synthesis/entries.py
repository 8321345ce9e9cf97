"""What bastion hosts and load balancers reach today: it is kept, since no flow of a design can name them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planners.reachability import Answers
from planners.reachability.network import ALL
from planners.reachability.ports import PortClasses
from workbench.model.element import ElementId
from workbench.reachability.modelled import Modelled
from workbench.reachability.synthesis.ends import Ends
from workbench.reachability.synthesis.intent import MEANT, Listed
from workbench.reachability.synthesis.ranges import WHOLE, Span
from workbench.reachability.verdicts import ALLOW, PARTIAL, Board


def kept(ends: Ends, found: Modelled, answers: Answers) -> tuple[Listed, ...]:
    """For every entry and application what passes between them now, on as few ranges of ports as say it."""
    parties = [found.parties[id] for id in ends.by_id if id in found.parties]
    at = {party.id: place for place, party in enumerate(parties)}
    entries = [at[id] for id, end in ends.by_id.items() if end.role == "entry" and id in at]
    if not entries:
        return ()
    passing: dict[tuple[ElementId, ElementId], list[int]] = {}
    for rows in Board(answers, parties).rows():
        for place, target in enumerate(rows.targets.tolist()):
            if ends.is_application(parties[target].id):
                for entry in entries:
                    if rows.codes[place, entry] in (ALLOW, PARTIAL):
                        pair = parties[entry].id, parties[target].id
                        passing.setdefault(pair, []).append(rows.port_class)
    return tuple(_listed(passing, found.compiled.ports))


def _listed(passing: dict[tuple[ElementId, ElementId], list[int]], ports: PortClasses) -> Iterator[Listed]:
    for (source, target), numbers in sorted(passing.items()):
        for protocol, span in spans(numbers, ports):
            yield Listed(source, target, protocol, span, MEANT)


def spans(numbers: Sequence[int], ports: PortClasses) -> list[Span]:
    """Classes of ports as protocols with ranges, neighbours joined."""
    if len(numbers) == len(ports.classes):
        return [(ALL, None)]
    found: list[Span] = []
    ranges = sorted(
        (ports.classes[n].protocol, low, high) for n in numbers for low, high in ports.classes[n].ranges
    )
    for protocol, low, high in ranges:
        last = found[-1] if found else None
        if last and last[0] == protocol and last[1] and last[1][1] + 1 == low:
            found[-1] = protocol, (last[1][0], high)
        else:
            found.append((protocol, (low, high)))
    return [(protocol, None if span == WHOLE or protocol == "icmp" else span) for protocol, span in found]
