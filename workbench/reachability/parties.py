"""Who sends and receives: each party with the places it stands in, and the engine's endpoints there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Final, NamedTuple

from planners.addresses.blocks import Block
from planners.pace import breathe
from planners.reachability.network import INTERNET, Endpoint, Group, GroupRule, Ports, Vpc, VSwitch
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.application import Application
from workbench.model.elements.bastion_host import BastionHost
from workbench.model.elements.database import Database
from workbench.model.elements.internet import Internet
from workbench.model.elements.load_balancer import LoadBalancer
from workbench.model.elements.security_group import SecurityGroup
from workbench.model.elements.vswitch import VSwitch as DrawnVSwitch
from workbench.reachability.edges import boundary_before, public
from workbench.reachability.lines import sites_of
from workbench.reachability.readings import ANYWHERE, Cuts, block_of, blocks_of
from workbench.reachability.sites import ranges_of
from workbench.reachability.unread import Unread, unread_behind

OPEN_OUT: Final = "!open-out"
"""The group of what the platform itself puts into a vSwitch: it may send, and nothing is said of who may send to it."""
ALLOW_LIST: Final = "!allow-list:"
LISTENS: Final = "!listens:"
"""The group of a load balancer as whom one comes to: it lets in what its listeners are for."""
LEADS: Final = "!leads:"
"""The group of a load balancer as whom it calls: it lets out what goes to its servers."""
VISITED: Final = "!visited:"
"""The group of a bastion host as whom one logs in to."""


Places = bool | frozenset[ElementId]
"""Which vSwitches and groups are parties: all, none, or some."""


class Place(NamedTuple):
    """A vSwitch or a range of a site that a party stands in. Of its several addresses nobody knows which is whose."""

    id: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]


class Party(NamedTuple):
    """Somebody who sends and receives, with every place he stands in, and where load balancers lead the internet to him."""

    id: ElementId
    places: tuple[Place, ...]
    entrances: tuple[Entrance, ...] = ()

    @property
    def is_outside(self) -> bool:
        """Whether this is the internet."""
        return any(place.sources == (INTERNET,) for place in self.places)


class Entrance(NamedTuple):
    """A listener of a load balancer: who comes to it on `port` is led to the servers behind it on theirs."""

    front: Party
    servers: Party
    protocol: str
    port: int
    server_port: int


@dataclass
class Parties:
    """All parties of a design with their endpoints, while they are put together."""

    design: Design
    vpcs: dict[str, Vpc]
    vswitches: dict[str, VSwitch]
    groups: dict[str, Group]
    cuts: Cuts
    unread: Unread
    endpoints: list[Endpoint] = field(default_factory=list)
    found: dict[ElementId, Party] = field(default_factory=dict)

    def add_all(self, *, places: Places) -> None:
        """Every application, site, entry and database; with `places` vSwitches and groups as well: all, or some."""
        self._internet()
        for site in sites_of(self.design):
            self._site(site.id, ranges_of(site))
        for application in self.design.of_kind(Application):
            self._with_groups(application.id, application.vswitches, application.groups)
        for bastion in self.design.of_kind(BastionHost):
            self._entry(bastion)
        for balancer in self.design.of_kind(LoadBalancer):
            self._entry(balancer)
        for database in self.design.of_kind(Database):
            self._database(database)
        for balancer in self.design.of_kind(LoadBalancer):
            self._entrances(balancer)
        if places:
            self._places(places)

    def _internet(self) -> None:
        for one in self.design.of_kind(Internet):
            self.found[one.id] = Party(one.id, (Place(one.id, (INTERNET,), (INTERNET,)),))
        self.found[INTERNET] = Party(INTERNET, (Place(INTERNET, (INTERNET,), (INTERNET,)),))

    def _site(self, id: ElementId, ranges: Iterable[Block]) -> None:
        places = []
        for block in ranges:
            ids = []
            for ip in self.cuts.apart(block, block.base, block.end - 1):
                ids.append(self._add(Endpoint(f"{id}@{block}#{ip}", ip, site=id)))
            places.append(Place(f"{id}@{block}", tuple(ids), tuple(ids)))
        self.found[id] = Party(id, tuple(places))

    def _with_groups(
        self, owner: ElementId, vswitches: Iterable[ElementId], groups: Iterable[ElementId]
    ) -> None:
        known = tuple(sorted({id for id in groups if id in self.groups}))
        places = []
        for id in self._stood_in(vswitches):
            own = tuple(one for one in known if self._stands_in(one, self.vswitches[id].vpc))
            mixed = len({self.groups[one].basic for one in own}) > 1
            unclear = mixed or not own or any(one in self.unread for one in own)
            ids = self._at(owner, id, () if mixed else own, unsettled=unclear)
            places.append(Place(id, ids, ids))
        self.found[owner] = Party(owner, tuple(places))

    def _stood_in(self, vswitches: Iterable[ElementId]) -> tuple[ElementId, ...]:
        """The vSwitches that somebody stands in; none where one has no block, since nobody knows what reaches that one."""
        named = tuple(dict.fromkeys(vswitches))
        return named if all(id in self.vswitches for id in named) else ()

    def _stands_in(self, group: ElementId, vpc: ElementId) -> bool:
        """Whether a group can be on interfaces of a VPC: its own, or any while it is drawn in none."""
        drawn = self.design.get(group, SecurityGroup)
        return drawn is not None and drawn.parent in (None, vpc)

    def _entry(self, owner: BastionHost | LoadBalancer) -> None:
        """Whom it lets in is a matter of its own list, and unknown where the design holds none.

        It sends as it likes, but for a load balancer of which is said whom it leads to. Network ACLs do not cover CLB.
        """
        self.groups[OPEN_OUT] = Group(True, True, ())
        sends = self._leading(owner) if isinstance(owner, LoadBalancer) else (OPEN_OUT,)
        listens = self._listening(owner) if isinstance(owner, LoadBalancer) else self._visited(owner)
        unclear = not listens or owner.id in self.unread
        uncovered = isinstance(owner, LoadBalancer) and owner.type == "clb"
        places = []
        for id in self._stood_in(owner.vswitches):
            has_address, edge = public(owner, self.vswitches[id], self.design)
            at = partial(self._at, vswitch=id, eip=has_address, edge=edge, uncovered=uncovered)
            out = at(owner.id, groups=sends)
            into = at(f"{owner.id}!in", groups=listens, unsettled=unclear)
            places.append(Place(id, out, into))
        self.found[owner.id] = Party(owner.id, tuple(places))

    def _listening(self, balancer: LoadBalancer) -> tuple[str, ...]:
        """The group that lets in what a load balancer listens for; none where nothing is said of that."""
        rules = tuple(
            GroupRule(
                f"{balancer.id}/listeners.{place}",
                True,
                True,
                1,
                row.carried_by,
                ANYWHERE,
                ports=(row.port, row.port),
            )
            for place, row in enumerate(balancer.listeners)
            if row.port is not None
        )
        if not rules:
            return ()
        self.groups[LISTENS + balancer.id] = Group(True, False, rules)
        return (LISTENS + balancer.id,)

    def _leading(self, balancer: LoadBalancer) -> tuple[str, ...]:
        """The group that lets a load balancer call those it leads to, on their port, where all its listeners say whom."""
        rows = balancer.listeners
        if not rows or not all(row.application in self.found and row.port is not None for row in rows):
            return (OPEN_OUT,)
        rules = tuple(
            GroupRule(
                f"{balancer.id}/listeners.{place}",
                False,
                True,
                1,
                row.carried_by,
                self.vswitches[home.id].block,
                ports=_ports(row.server_port or row.port),
            )
            for place, row in enumerate(rows)
            for home in self.found[row.application or ""].places
        )
        self.groups[LEADS + balancer.id] = Group(False, False, rules)
        return (LEADS + balancer.id,)

    def _visited(self, bastion: BastionHost) -> tuple[str, ...]:
        """The group that lets in those who log in to a bastion host; none where nothing is said of that."""
        rules = tuple(
            GroupRule(f"{bastion.id}/visitors.{place}", True, True, 1, "tcp", block, ports=_ports(row.port))
            for place, row in enumerate(bastion.visitors)
            if (block := block_of(row.block)) is not None
        )
        if not rules:
            return ()
        self.groups[VISITED + bastion.id] = Group(True, False, rules)
        return (VISITED + bastion.id,)

    def _entrances(self, balancer: LoadBalancer) -> None:
        """Tells applications by which listeners one comes to them."""
        front = self.found[balancer.id]
        for row in balancer.listeners:
            known = self.found.get(row.application or "")
            if known is not None and row.port is not None:
                servers = known._replace(entrances=())
                one = Entrance(front, servers, row.carried_by, row.port, row.server_port or row.port)
                self.found[known.id] = known._replace(entrances=(*known.entrances, one))

    def _database(self, one: Database) -> None:
        """Its allow lists say who connects, also to a public endpoint, which is a way in alone; network ACLs do not cover it."""
        group = ALLOW_LIST + one.id
        blocks = blocks_of(row.block for row in one.allowed)
        peers = (id for id in one.groups if id in self.groups)
        rules = [GroupRule(f"{one.id}/allowed", True, True, 1, "tcp", block) for block in blocks]
        rules += [GroupRule(f"{one.id}/groups", True, True, 1, "tcp", group=id) for id in peers]
        self.groups[group] = Group(True, False, tuple(rules))
        unclear, places = one.id in self.unread, []
        for id in self._stood_in(one.vswitches):
            at = partial(self._at, vswitch=id, groups=(group,), unsettled=unclear, uncovered=True)
            out = into = at(one.id)
            if one.public:
                edge = boundary_before("internet", (one.id,), self.design)
                into = at(f"{one.id}!in", eip=True, edge=edge)
            places.append(Place(id, out, into))
        self.found[one.id] = Party(one.id, tuple(places))

    def _places(self, wanted: Places) -> None:
        """vSwitches, whose interfaces may be in any group, and groups, whose members may be in any vSwitch of their VPC."""

        def is_wanted(id: ElementId) -> bool:
            return wanted if isinstance(wanted, bool) else id in wanted

        by_vpc: dict[str, list[str]] = {}
        for one in self.design.of_kind(DrawnVSwitch):
            by_vpc.setdefault(one.parent or "", []).append(one.id)
        for id in self.vswitches:
            if is_wanted(id):
                self._with_groups(id, (id,), ())
        for group in self.design.of_kind(SecurityGroup):
            if is_wanted(group.id):
                self._with_groups(group.id, by_vpc.get(group.parent or "", ()), (group.id,))

    def _at(
        self,
        owner: str,
        vswitch: ElementId,
        groups: tuple[str, ...],
        *,
        unsettled: bool = False,
        eip: bool = False,
        edge: str | None = None,
        uncovered: bool = False,
    ) -> tuple[str, ...]:
        """The endpoints of somebody in a vSwitch: one for each part of it that something tells apart.

        The platform keeps the first address and the last three. Of a block that is too small for that, any address does.
        """
        breathe()
        place = self.vswitches[vswitch]
        unsettled = unsettled or (
            not uncovered and bool(unread_behind((), vswitch, self.design, self.unread))
        )
        block = place.block
        first = min(block.base + 1, block.end - 1)
        return tuple(
            self._add(
                Endpoint(
                    f"{owner}@{vswitch}#{ip}",
                    ip,
                    place.vpc,
                    vswitch,
                    groups,
                    eip,
                    unsettled=unsettled,
                    edge=edge,
                    uncovered=uncovered,
                )
            )
            for ip in self.cuts.apart(block, first, max(block.end - 4, first))
        )

    def _add(self, endpoint: Endpoint) -> str:
        self.endpoints.append(endpoint)
        return endpoint.id


def _ports(port: int | None) -> Ports | None:
    return None if port is None else (port, port)
