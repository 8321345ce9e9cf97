"""The way of one packet from table to table, there and back."""

from typing import NamedTuple

from planners.reachability.compiled import Compiled
from planners.reachability.network import INTERNET, Endpoint
from planners.reachability.tables import EVERYTHING, Lead

ARRIVED, UNKNOWN, LEFT, LOOP = "arrived", "unknown", "left", "loop"


class Walk(NamedTuple):
    """A way: how it ended and where, the tables and firewalls on it, and whether a guess between equal routes decided.

    `end` is `arrived`, `unknown`, `left` (by the gateway named), `loop`, or the word for why it stopped. `edges` are the
    firewalls before the internet, in the order in which they are met.
    """

    end: str
    place: str = ""
    path: tuple[str, ...] = ()
    walls: tuple[str, ...] = ()
    tied: bool = False
    gateway: str = ""
    number: int = -1
    edges: tuple[str, ...] = ()

    @property
    def good(self) -> bool:
        """Whether it arrives, as far as that can be known."""
        return self.end in (ARRIVED, UNKNOWN)


DIRECT = Walk(ARRIVED)


def walk(compiled: Compiled, start: Lead, target: Endpoint) -> Walk:
    """The way from a first lead to an endpoint."""
    lead, path, walls, tied, number = start, list[str](), list[str](), False, -1
    while lead.kind == "table":
        if len(path) == compiled.semantics.most_lookups:
            lead = Lead(lead.block, "stop", LOOP, place=path[-1])
            break
        number = lead.number
        table = compiled.tables.tables[number]
        path.append(table.name)
        lead = table.lead(target.ip) or Lead(lead.block, "stop", "no-route", place=table.name)
        walls += [lead.wall] if lead.wall else []
        tied = tied or lead.tied
    end, place = _ended(compiled, lead, target)
    gateway = lead.id if end == LEFT else ""
    return Walk(end, place, tuple(path), tuple(dict.fromkeys(walls)), tied, gateway, number)


def _ended(compiled: Compiled, lead: Lead, target: Endpoint) -> tuple[str, str]:
    """How a way ends at a lead that is no table, and where."""
    if lead.kind == "vpc":
        return ARRIVED if target.vpc == lead.id else "nobody", lead.place
    if lead.kind == "site":
        if not owns(compiled, lead.id, target.ip):
            return "not-owned", lead.id
        return ARRIVED if target.site == lead.id else "nobody", lead.id
    if lead.kind == "out":
        return LEFT if target.id == INTERNET else "nobody", lead.place
    return UNKNOWN if lead.kind == "unknown" else lead.id, lead.place


def owns(compiled: Compiled, site: str, ip: int) -> bool:
    """Whether a site has a range with the address."""
    return any(block.base <= ip < block.end for block in compiled.network.sites[site])


def is_direct(compiled: Compiled, source: Endpoint, target: Endpoint) -> bool:
    """Whether two endpoints share a vSwitch, or a site that is open inside, or are one."""
    if source.id == target.id:
        return True
    beside = compiled.order.beside(source, compiled.semantics.site_open_inside)
    return bool(beside >> compiled.order.at[target.id] & 1)


def both_ways(compiled: Compiled, source: Endpoint, target: Endpoint, port_class: int) -> tuple[Walk, Walk]:
    """The way there and the way of the answer, which is looked for only where the packet arrives."""
    if is_direct(compiled, source, target):
        return DIRECT, DIRECT
    if source.id == INTERNET:
        return _inwards(compiled, target, port_class)
    if target.id == INTERNET:
        return _outwards(compiled, source)
    there = _from(compiled, source, target)
    return there, _from(compiled, target, source) if there.end == ARRIVED else DIRECT


def _from(compiled: Compiled, source: Endpoint, target: Endpoint) -> Walk:
    site = source.site
    if site is not None and compiled.semantics.site_keeps_own and owns(compiled, site, target.ip):
        return Walk("nobody", site)
    return walk(compiled, compiled.tables.start(source), target)


def _outwards(compiled: Compiled, source: Endpoint) -> tuple[Walk, Walk]:
    """Out by the EIP, or by a gateway that translates the source."""
    if source.eip:
        return _by_eip(compiled, source), DIRECT
    there = _from(compiled, source, _internet(compiled))
    if there.end != LEFT:
        return there, DIRECT
    nat = compiled.network.nats.get(there.gateway)
    if nat is None or not any(block.base <= source.ip < block.end for block in nat.sources):
        return there._replace(end="no-snat"), DIRECT
    there = there._replace(edges=_named(nat.wall, nat.edge))
    if not nat.certain:
        return there._replace(end=UNKNOWN, place=there.gateway), DIRECT
    return there._replace(end=ARRIVED), walk(compiled, _table(there.number), source)


def _inwards(compiled: Compiled, target: Endpoint, port_class: int) -> tuple[Walk, Walk]:
    """In by the EIP, or by an entry of the gateway to which the answer is led."""
    if target.eip:
        return DIRECT._replace(edges=_named(target.edge)), _by_eip(compiled, target)
    handing = {
        id for id, nat in compiled.network.nats.items() if compiled.handed_on(nat, target) >> port_class & 1
    }
    if not handing:
        return Walk("no-entry", INTERNET), DIRECT
    back = _from(compiled, target, _internet(compiled))
    if back.end == UNKNOWN:
        return Walk(UNKNOWN, back.place), back
    if back.end != LEFT or back.gateway not in handing:
        return DIRECT, back
    there = walk(compiled, _table(back.number), target)
    nat = compiled.network.nats[back.gateway]
    if there.end == ARRIVED and not nat.certain:
        there = there._replace(end=UNKNOWN, place=back.gateway)
    return there._replace(edges=_named(nat.edge)), back._replace(end=ARRIVED)


def _by_eip(compiled: Compiled, one: Endpoint) -> Walk:
    if compiled.eip_is_led(one):
        return DIRECT._replace(edges=_named(one.edge))
    return Walk("no-route", compiled.tables.tables[compiled.tables.start(one).number].name)


def _named(*walls: str | None) -> tuple[str, ...]:
    return tuple(wall for wall in walls if wall is not None)


def _internet(compiled: Compiled) -> Endpoint:
    return compiled.order.ends[compiled.order.internet]


def _table(number: int) -> Lead:
    return Lead(EVERYTHING, "table", number=number)
