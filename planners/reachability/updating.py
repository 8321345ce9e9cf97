"""All answers after a change: other rules of a group cost only the members of the group, in the ports concerned."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from planners.pace import breathe
from planners.reachability.bits import Flags, Packed, Places, flags_of, packed_flags, packed_sets
from planners.reachability.compiled import Compiled
from planners.reachability.network import PROTOCOLS, Network
from planners.reachability.parts import Lists, Progress
from planners.reachability.reaching import combined, reach
from planners.reachability.verdicts import Answers, Passing

MOST = 8
"""Of so many endpoints one may be concerned; where more are, everything is answered anew."""


def updated(answers: Answers, network: Network, progress: Progress | None = None) -> Answers:
    """The answers of a network that is a changed one of those before."""
    before = answers.parts.compiled
    groups = _other_rules(before, network)
    if groups is not None:
        concerned = [at for at, one in enumerate(before.order.ends) if groups.intersection(one.groups)]
        if len(concerned) * MOST <= before.order.count:
            return _Update(answers, before.regrouped(network, groups), np.array(concerned, np.intp)).answers()
    return reach(Compiled(network, before.semantics, before.cuts), progress)


def _other_rules(before: Compiled, network: Network) -> set[str] | None:
    """The groups that have other rules; None where anything else is changed, or ports must be told apart anew."""
    old = before.network
    if replace(old, groups=network.groups) != network or old.groups.keys() != network.groups.keys():
        return None
    groups = {id for id, group in network.groups.items() if group != old.groups[id]}
    for id in groups:
        if old.groups[id].basic != network.groups[id].basic:
            return None
        if not all(before.ports.fits(rule.protocol, rule.ports) for rule in network.groups[id].rules):
            return None
    return groups


class _Update:
    """Rows of the members as targets, and their columns as sources, in the classes of ports that changed."""

    def __init__(self, answers: Answers, compiled: Compiled, members: Places) -> None:
        self._before, self._members = answers, members
        self._is_member = np.zeros(compiled.order.count, np.bool_)
        self._is_member[members] = True
        parts = answers.parts
        groups_in = self._relisted(parts.groups_in, compiled, inbound=True)
        groups_out = self._relisted(parts.groups_out, compiled, inbound=False)
        self._parts = replace(parts, compiled=compiled, groups_in=groups_in, groups_out=groups_out)
        self._classes = np.flatnonzero(
            self._differing(parts.groups_in, groups_in) | self._differing(parts.groups_out, groups_out)
        )

    def answers(self) -> Answers:
        passing = dict(self._before.passing)
        if len(self._classes):
            sources = np.stack([self._sources(place) for place in self._members.tolist()])
            columns = np.stack([self._column(place) for place in self._members.tolist()])
            for at, number in enumerate(self._classes.tolist()):
                breathe()
                own = combined(self._parts, number, self._members, sources[:, at])
                passing[number] = self._merged(passing[number], own, columns[:, at])
        return Answers(self._parts, passing)

    def _relisted(self, lists: Lists, compiled: Compiled, inbound: bool) -> Lists:
        """The lists with those of the members made anew."""
        order, width = compiled.order, lists.rows.shape[1]
        numbers, sets = lists.numbers.copy(order="K"), list[int]()
        for place in {int(lists.of[member]): int(member) for member in self._members}.values():
            for alike, ends in compiled.groups.of(order.ends[place], inbound).accepted(
                order.everyone, compiled.ports.all
            ):
                row = len(lists.rows) + len(sets) if ends else 0
                numbers[lists.of[place], flags_of(alike, numbers.shape[1])] = row
                sets += [ends] if ends else []
        return lists._replace(rows=np.concatenate([lists.rows, packed_sets(sets, width)]), numbers=numbers)

    def _differing(self, before: Lists, after: Lists) -> Flags:
        """The classes of ports in which some list accepts others than before."""
        own = np.unique(before.of[self._members])
        changed: Flags = (before.rows[before.numbers[own]] != after.rows[after.numbers[own]]).any(axis=(0, 2))
        return changed

    def _sources(self, target: int) -> Packed:
        """Who may send to a target: classes of ports by sources."""
        parts = self._parts
        passes = parts.acls_out.accepts(target, self._classes) | self._beside(target)
        return packed_flags(passes & parts.groups_out.accepts(target, self._classes), parts.free.shape[1])

    def _column(self, source: int) -> Flags:
        """Whom a source reaches: classes of ports by targets."""
        parts, classes = self._parts, self._parts.compiled.ports.classes
        by_protocol = {one: _bit(parts.led[one], source) for one in PROTOCOLS}
        passes = np.stack([by_protocol[classes[number].protocol] for number in self._classes.tolist()])
        passes &= parts.acls_in.accepts(source, self._classes)
        for painting, unmet in parts.walls:
            rows = [_bit(painting.rows(number), source)[painting.run] for number in self._classes.tolist()]
            passes &= np.stack(rows) | _bit(unmet, source)
        beside = self._beside(source)
        passes &= self._unpacked(
            parts.acls_out.rows[parts.acls_out.numbers[parts.acls_out.of[source], self._classes]]
        )
        passes |= beside
        passes &= self._unpacked(
            parts.groups_out.rows[parts.groups_out.numbers[parts.groups_out.of[source], self._classes]]
        )
        passes &= parts.groups_in.accepts(source, self._classes)
        passes[:, parts.compiled.order.internet] &= _bit(parts.pairs.released[self._classes], source)
        passes[:, source] = False
        return passes

    def _beside(self, place: int) -> Flags:
        return self._unpacked(self._parts.free[place])

    def _unpacked(self, rows: Packed) -> Flags:
        count = self._parts.compiled.order.count
        return np.unpackbits(rows, axis=-1, count=count, bitorder="little").astype(np.bool_)

    def _merged(self, before: Passing, own: Passing, columns: Flags) -> Passing:
        """Who passes in a class of ports, the members' rows and columns taken from what is new."""
        kept = ~self._is_member[before.targets]
        others, rows = before.targets[kept], before.rows[kept]
        reached = np.zeros_like(columns)
        reached[:, others] = [_bit(rows, source) for source in self._members.tolist()]
        reached[:, self._members] = columns[:, self._members]
        if (reached != columns).any():
            others, rows = self._with_columns(Passing(others, rows), columns)
        targets, rows = np.concatenate([others, own.targets]), np.concatenate([rows, own.rows])
        order = np.argsort(targets)
        return Passing(targets[order], rows[order])

    def _with_columns(self, others: Passing, columns: Flags) -> Passing:
        """The rows of all but the members, with the members' columns in them."""
        present: Flags = np.any(columns, axis=0)
        present[others.targets] = True
        targets = np.flatnonzero(present & ~self._is_member)
        rows = np.zeros((len(targets), others.rows.shape[1]), np.uint8)
        rows[np.searchsorted(targets, others.targets)] = others.rows
        for source, column in zip(self._members.tolist(), columns, strict=True):
            rows[:, source >> 3] &= np.uint8(255 ^ (1 << (source & 7)))
            rows[column[targets], source >> 3] |= np.uint8(1 << (source & 7))
        kept = rows.any(axis=1)
        return Passing(targets[kept], rows[kept])


def _bit(rows: Packed, place: int) -> Flags:
    """Of each row whether it holds an endpoint."""
    return (rows[:, place >> 3] >> np.uint8(place & 7) & np.uint8(1)).astype(np.bool_)
