"""Route tables as they lead: where each prefix goes, the winner of equal prefixes known."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from operator import attrgetter
from typing import Literal, NamedTuple

from planners.addresses.blocks import Block
from planners.pace import breathe
from planners.reachability.network import Endpoint, Hop, Network
from planners.reachability.semantics import Semantics

EVERYTHING = Block(0, 32)
BITS = attrgetter("block.bits")
Kind = Literal["table", "vpc", "site", "out", "stop", "unknown"]


class Lead(NamedTuple):
    """Where a prefix leads.

    Into another table (`number`), to whoever is in a VPC or owns it at a site (`id`), out by a gateway (`id`, empty for
    the internet gateway), or nowhere (`id` says why, `place` where). `wall` is the firewall that is met on the way.
    """

    block: Block
    kind: Kind
    id: str = ""
    number: int = -1
    place: str = ""
    wall: str = ""
    tied: bool = False


class Table:
    """A table and what it leads, short prefixes first: the last that holds an address decides."""

    def __init__(self, name: str, leads: tuple[Lead, ...]) -> None:
        self.name, self.leads = name, leads

    @cached_property
    def _by_length(self) -> list[tuple[int, dict[int, list[Lead]]]]:
        """The leads of every length by what their addresses begin with, long prefixes first."""
        found: dict[int, dict[int, list[Lead]]] = {}
        for lead in reversed(self.leads):
            of_length = found.setdefault(lead.block.bits, {})
            of_length.setdefault(lead.block.base >> lead.block.bits, []).append(lead)
        return [*found.items()]

    def leads_for(self, ip: int) -> Iterator[Lead]:
        """Every lead that holds an address, the one that decides first."""
        for bits, of_length in self._by_length:
            yield from of_length.get(ip >> bits, ())

    def lead(self, ip: int) -> Lead | None:
        """What decides for an address; None where nothing does."""
        return next(self.leads_for(ip), None)


class Conflict(NamedTuple):
    """A prefix that a table learned from several attachments; the first of them is taken where one is guessed."""

    table: str
    block: Block
    attachments: tuple[str, ...]


class Tables:
    """All tables of a network by number, VPCs' first."""

    def __init__(self, network: Network, semantics: Semantics) -> None:
        self._network, self._semantics = network, semantics
        self.conflicts: list[Conflict] = []
        own = [(vpc, table) for vpc, one in network.vpcs.items() for table in one.tables]
        self._of_vpc = {key: number for number, key in enumerate(own)}
        self._of_router = {table: len(own) + at for at, table in enumerate(network.tables)}
        self._vswitches: dict[str, list[Block]] = defaultdict(list)
        for vswitch in network.vswitches.values():
            self._vswitches[vswitch.vpc].append(vswitch.block)
        self._teaching: dict[str, dict[Block, Lead]] = {}
        self._site_exits: dict[str, str] = {}
        for id in sorted(network.attachments, reverse=True):
            if network.attachments[id].kind == "site":
                self._site_exits[network.attachments[id].target] = id
        self.tables = [self._vpc_table(*key) for key in own]
        self.tables += [self._router_table(id) for id in network.tables]

    def start(self, one: Endpoint) -> Lead:
        """Where what an endpoint sends is looked up first."""
        if one.vswitch is not None and one.vpc is not None:
            table = self._network.vswitches[one.vswitch].table
            return Lead(EVERYTHING, "table", number=self._of_vpc[one.vpc, table])
        if one.site is None or one.site not in self._site_exits:
            return Lead(EVERYTHING, "stop", "no-attachment", place=one.site or one.id)
        return self._entering(EVERYTHING, self._site_exits[one.site])

    def _vpc_table(self, vpc: str, table: str) -> Table:
        breathe()
        name = f"{vpc}/{table}"
        leads = [self._hop(route.block, route.hop, name) for route in self._network.vpcs[vpc].tables[table]]
        local = [Lead(block, "vpc", vpc, place=name) for block in self._vswitches[vpc]]
        # Of equal prefixes the vSwitch stays behind the route, so that it decides.
        return Table(name, tuple(sorted([*leads, *local], key=BITS, reverse=True)))

    def _hop(self, block: Block, hop: Hop, name: str) -> Lead:
        if hop.kind == "att":
            return self._entering(block, hop.id)
        if hop.kind == "blackhole":
            return Lead(block, "stop", "blackhole", place=name)
        return Lead(block, "vpc" if hop.kind == "vpc" else "out", hop.id, place=name)

    def _entering(self, block: Block, attachment: str, wall: str = "") -> Lead:
        """What comes in by an attachment is led by the table it is associated with."""
        table = self._network.attachments[attachment].table
        if table is None:
            return Lead(block, "stop", "not-associated", place=attachment, wall=wall)
        return Lead(block, "table", number=self._of_router[table], wall=wall)

    def _router_table(self, id: str) -> Table:
        breathe()
        return Table(id, tuple(sorted(self._winners(id), key=BITS, reverse=True)))

    def _winners(self, id: str) -> Iterable[Lead]:
        by_hand, table = self._by_hand(id), self._network.tables[id]
        taught = [self._taught(attachment) for attachment in table.learns]
        prefixes = [block for some in (by_hand, *taught) for block in some]
        prefixes += [block for block, _ in table.learned]
        if len(set(prefixes)) < len(prefixes):
            return self._decided(id, by_hand)
        # Where nobody else has a prefix nothing is to be decided.
        leads = [lead for some in (by_hand, *taught) for lead in some.values()]
        return leads + [self._leaving(*one) for one in table.learned]

    def _decided(self, id: str, by_hand: dict[Block, Lead]) -> Iterator[Lead]:
        learned = self._learned(id)
        for block in {**by_hand, **learned}:
            teachers = sorted(learned.get(block, ()))
            if block in by_hand and (self._semantics.static_first or not teachers):
                yield by_hand[block]
                continue
            if len(teachers) == 1:
                yield self._leaving(block, teachers[0])
                continue
            self.conflicts.append(Conflict(id, block, tuple(teachers)))
            if self._semantics.guesses_ties:
                yield self._leaving(block, teachers[0])._replace(tied=True)
            else:
                yield Lead(block, "unknown", place=id, tied=True)

    def _learned(self, id: str) -> dict[Block, set[str]]:
        """Who teaches each prefix."""
        found: dict[Block, set[str]] = defaultdict(set)
        for attachment in self._network.tables[id].learns:
            for block in self._taught(attachment):
                found[block].add(attachment)
        for block, attachment in self._network.tables[id].learned:
            found[block].add(attachment)
        return found

    def _by_hand(self, id: str) -> dict[Block, Lead]:
        return {
            block: Lead(block, "stop", "blackhole", place=id) if one is None else self._leaving(block, one)
            for block, one in self._network.tables[id].static
        }

    def _taught(self, attachment: str) -> dict[Block, Lead]:
        """What an attachment teaches as a whole, and how that leads back to it; the same for all tables."""
        if attachment not in self._teaching:
            kind, target, _ = self._network.attachments[attachment]
            ranges = self._network.sites[target] if kind == "site" else ()
            blocks = self._vswitches[target] if kind == "vpc" else ranges
            self._teaching[attachment] = {block: self._leaving(block, attachment) for block in blocks}
        return self._teaching[attachment]

    def _leaving(self, block: Block, attachment: str) -> Lead:
        """What a transit router sends out of an attachment."""
        kind, target, _ = self._network.attachments[attachment]
        if kind == "vpc":
            own = self._network.vpcs[target].attachment_table
            return Lead(block, "table", number=self._of_vpc[target, own])
        if kind == "site":
            return Lead(block, "site", target, place=target)
        if kind == "peer":
            return self._entering(block, target)
        return self._entering(block, attachment, target)
