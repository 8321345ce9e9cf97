"""A network made ready to be asked: lists, tables and firewalls, each made once for all questions."""

from collections.abc import Collection, Iterable, Iterator
from copy import copy

from planners.reachability.lists import AclLists, GroupLists
from planners.reachability.network import DnatEntry, Endpoint, Nat, Network, Ports, Protocol
from planners.reachability.order import Order
from planners.reachability.ports import EVERY_PORT, PortClasses, Use
from planners.reachability.semantics import Semantics
from planners.reachability.tables import Tables
from planners.reachability.walls import wall_of


class Compiled:
    """What both the answers to all questions and the explanation of one are made of.

    `cuts` are protocols and ports that shall be told apart though no rule does it.
    """

    def __init__(
        self, network: Network, semantics: Semantics | None = None, cuts: Iterable[Use] = ()
    ) -> None:
        self.network = network
        self.semantics = semantics or Semantics()
        self.cuts = tuple(cuts)
        self.order = Order(network)
        self.ports = PortClasses((*_uses(network), *self.cuts))
        clients: dict[Protocol, Ports] = {"tcp": network.ephemeral, "udp": network.ephemeral}
        self.answers = PortClasses(_acl_uses(network), {**EVERY_PORT, **clients})
        self.groups = GroupLists(network, self.order, self.ports, self.semantics)
        self.acls = AclLists(network, self.order, self.ports)
        self.answer_acls = AclLists(network, self.order, self.answers)
        self.tables = Tables(network, self.semantics)
        self.walls = {
            name: wall_of(name, firewall, self.order, self.ports)
            for name, firewall in network.firewalls.items()
        }

    def regrouped(self, network: Network, groups: Collection[str]) -> "Compiled":
        """The same for a network in which only the rules of some groups are others, of ports that are told apart already."""
        made = copy(self)
        made.network, made.groups = network, self.groups.changed(network, groups)
        return made

    def acl_of(self, one: Endpoint) -> str | None:
        """The network ACL that an endpoint is behind."""
        return None if one.vswitch is None or one.uncovered else self.network.vswitches[one.vswitch].acl

    def handed_on(self, nat: Nat, one: Endpoint) -> int:
        """The set of port classes that a gateway hands on to an endpoint."""
        found = 0
        for entry in nat.entries:
            if entry.endpoint == one.id:
                found |= self.ports.mask(*_entry_use(entry))
        return found

    def eip_is_led(self, one: Endpoint) -> bool:
        """Whether what goes to and comes from an endpoint's EIP has the route it needs."""
        if not self.semantics.eip_needs_route:
            return True
        lead = self.tables.tables[self.tables.start(one).number].lead(self.network.internet_ip)
        return lead is not None and lead.kind == "out" and not lead.id


def _entry_use(entry: DnatEntry) -> Use:
    return entry.protocol, None if entry.port is None else (entry.port, entry.port)


def _uses(network: Network) -> Iterator[Use]:
    """Every way in which something tells ports apart."""
    yield from _acl_uses(network)
    for group in network.groups.values():
        for rule in group.rules:
            yield rule.protocol, rule.ports
    for firewall in network.firewalls.values():
        for wall_rule in firewall.rules:
            yield wall_rule.protocol, wall_rule.ports
    for nat in network.nats.values():
        yield from map(_entry_use, nat.entries)


def _acl_uses(network: Network) -> Iterator[Use]:
    for acl in network.acls.values():
        for rule in (*acl.inbound, *acl.outbound):
            yield rule.protocol, rule.ports
