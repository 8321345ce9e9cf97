"""Lists of rules of which the first match decides, for one end as seen from the other: groups and network ACLs."""

from collections.abc import Collection, Iterable
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from planners.pace import breathe
from planners.reachability.network import Acl, Endpoint, Group, GroupRule, Network
from planners.reachability.order import Order
from planners.reachability.ports import PortClasses
from planners.reachability.semantics import Semantics

Entry = tuple[int, int, bool, str | None]
"""A rule: the set of other ends and the set of port classes it is about, whether it accepts, and its id.

A bare tuple, since thousands are made and looked through at once.
"""


class RuleList(NamedTuple):
    """Rules in the order in which they are asked, and what holds where none matches."""

    entries: tuple[Entry, ...]
    accepts: bool

    def decision(self, end: int, port_class: int) -> tuple[bool, str | None]:
        """Whether a packet passes, and the rule that says so."""
        for ends, classes, accepts, rule in self.entries:
            if ends >> end & 1 and classes >> port_class & 1:
                return accepts, rule
        return self.accepts, None

    def accepted(self, everyone: int, classes: int) -> list[tuple[int, int]]:
        """Sets of port classes that the list treats alike, each with the set of ends it accepts."""
        alike = [(classes, everyone, 0)]
        for ends, about, accepts, _ in self.entries:
            split = []
            for one in alike:
                treated, undecided, passing = one
                inside, hit = treated & about, undecided & ends
                if not inside or not hit:
                    split.append(one)
                    continue
                if inside != treated:
                    split.append((treated ^ inside, undecided, passing))
                split.append((inside, undecided ^ hit, passing | hit if accepts else passing))
            alike = split
        if self.accepts:
            return [(treated, passing | undecided) for treated, undecided, passing in alike]
        return [(treated, passing) for treated, _, passing in alike]


BothWays = tuple[RuleList, RuleList]
"""Outbound and inbound, so that `inbound` picks one."""
ASKED = attrgetter("priority", "accepts")
OPEN = RuleList((), True)
SHUT = RuleList((), False)


class GroupLists:
    """The lists of every set of security groups in a VPC, inbound and outbound, made once."""

    def __init__(self, network: Network, order: Order, ports: PortClasses, semantics: Semantics) -> None:
        self._network, self._order, self._ports, self._semantics = network, order, ports, semantics
        self._made: dict[tuple[tuple[str, ...], str | None], BothWays] = {}

    def changed(self, network: Network, groups: Collection[str]) -> "GroupLists":
        """The lists where some groups have other rules; those of other groups are made already."""
        fresh = GroupLists(network, self._order, self._ports, self._semantics)
        fresh._made = {key: both for key, both in self._made.items() if not set(key[0]) & set(groups)}
        return fresh

    def of(self, one: Endpoint, inbound: bool) -> RuleList:
        """The list that an endpoint is behind; a machine at a site is behind none, and of an unsettled one none is known."""
        if one.vswitch is None or one.unsettled:
            return OPEN
        key = one.groups, one.vpc
        both = self._made.get(key)
        if both is None:
            breathe()
            both = self._made[key] = self._make(*key)
        return both[inbound]

    def _make(self, ids: tuple[str, ...], vpc: str | None) -> BothWays:
        """The lists for what goes out and for what comes in."""
        if not ids:
            return (SHUT, SHUT) if self._semantics.groupless_drops else (OPEN, OPEN)
        groups = [self._network.groups[id] for id in ids]
        inner = self._inner(ids, vpc, accepts=True)
        before, after = (inner, []) if self._semantics.inner_accept_first else ([], inner)
        out, into = [*before], [*before]
        for rule in sorted(chain.from_iterable(map(_read, groups)), key=ASKED):
            entry = self._peers(rule, vpc), self._ports.mask(rule.protocol, rule.ports), rule.accepts, rule.id
            (into if rule.inbound else out).append(entry)
        drops = self._inner(ids, vpc, accepts=False) if self._semantics.inner_drops_outbound else []
        return RuleList((*out, *after, *drops), groups[0].basic), RuleList((*into, *after), False)

    def _peers(self, rule: GroupRule, vpc: str | None) -> int:
        if rule.block is not None:
            return self._order.within(rule.block)
        if rule.group is None or not self._network.groups[rule.group].basic:
            return 0
        return self._members(rule.group, vpc, perhaps=rule.accepts)

    def _inner(self, ids: tuple[str, ...], vpc: str | None, accepts: bool) -> list[Entry]:
        """What basic groups say of their own members, where they say that."""
        ends = 0
        for id in ids:
            group = self._network.groups[id]
            if group.basic and group.inner_accepts == accepts:
                ends |= self._members(id, vpc, perhaps=accepts)
        return [(ends, self._ports.all, accepts, None)] if ends else []

    def _members(self, group: str, vpc: str | None, *, perhaps: bool) -> int:
        """Who is in a group; with `perhaps` also those who may be, since nothing says which groups they are in.

        What accepts is about these too: then nothing denies them here, and their own end makes the verdict unknown.
        """
        members = self._order.members(group) | (self._order.ungrouped if perhaps else 0)
        return members & self._order.of_vpc(vpc) if self._semantics.members_of_one_vpc else members


def _read(group: Group) -> Iterable[GroupRule]:
    """The rules of a group that may match anything: only a basic one knows groups as peers."""
    if group.basic:
        return group.rules
    return (rule for rule in group.rules if rule.block is not None or rule.group is None)


class AclLists:
    """The list of every network ACL and direction, for packets or for answers by their port classes."""

    def __init__(self, network: Network, order: Order, ports: PortClasses) -> None:
        self._network, self._order, self._ports = network, order, ports
        self._made: dict[tuple[str, bool], RuleList] = {}

    def of(self, acl: str | None, inbound: bool) -> RuleList:
        """The list of an ACL; none is open."""
        if acl is None:
            return OPEN
        if (acl, inbound) not in self._made:
            self._made[acl, inbound] = self._make(self._network.acls[acl], inbound)
        return self._made[acl, inbound]

    def _make(self, acl: Acl, inbound: bool) -> RuleList:
        return RuleList(
            tuple(
                (
                    self._order.within(rule.block),
                    self._ports.mask(rule.protocol, rule.ports),
                    rule.accepts,
                    rule.id,
                )
                for rule in (acl.inbound if inbound else acl.outbound)
            ),
            False,
        )
