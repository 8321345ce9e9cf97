"""Firewalls in the path: which rule is about which run of sources and of targets."""

from typing import NamedTuple

import numpy as np

from planners.reachability.bits import Flags, Packed, Places, flags_of, packed_flags
from planners.reachability.network import Firewall
from planners.reachability.order import Order, Span
from planners.reachability.ports import PortClasses


class WallEntry(NamedTuple):
    """A rule of a firewall, about two runs of endpoints and a set of port classes."""

    sources: Span
    targets: Span
    classes: int
    accepts: bool
    rule: str


class Wall(NamedTuple):
    """A firewall's rules in order, and what holds where none matches."""

    name: str
    entries: tuple[WallEntry, ...]
    accepts: bool

    def decision(self, source: int, target: int, port_class: int) -> tuple[bool, str | None]:
        """Whether a new connection passes, and the rule that says so."""
        for entry in self.entries:
            if (
                entry.sources[0] <= source < entry.sources[1]
                and entry.targets[0] <= target < entry.targets[1]
                and entry.classes >> port_class & 1
            ):
                return entry.accepts, entry.rule
        return self.accepts, None


def wall_of(name: str, firewall: Firewall, order: Order, ports: PortClasses) -> Wall:
    """A firewall with its rules made ready."""
    entries = (
        WallEntry(
            order.span(rule.source),
            order.span(rule.target),
            ports.mask(rule.protocol, rule.ports),
            rule.accepts,
            rule.id,
        )
        for rule in firewall.rules
    )
    return Wall(name, tuple(entries), firewall.accepts)


def before_internet(wall: Wall, order: Order, classes: int, *, outbound: bool) -> Flags:
    """For each endpoint and class of ports whether a firewall lets pass what goes to the internet, or comes from it."""
    passes = np.full((order.count, classes), wall.accepts)
    # The first match decides, so it is painted last.
    for entry in reversed(wall.entries):
        own, other = (entry.sources, entry.targets) if outbound else (entry.targets, entry.sources)
        if other[0] <= order.internet < other[1]:
            passes[own[0] : own[1], flags_of(entry.classes, classes)] = entry.accepts
    return passes


class Painting:
    """What a firewall accepts, as rows of sources: one row for each run of targets that its rules treat alike."""

    def __init__(self, wall: Wall, order: Order, classes: int) -> None:
        self._wall, self._order = wall, order
        self._sources = _cuts([entry.sources for entry in wall.entries], order.count)
        self._targets = _cuts([entry.targets for entry in wall.entries], order.count)
        self._rules = [
            (
                *self._runs(self._targets, entry.targets),
                *self._runs(self._sources, entry.sources),
                entry.accepts,
            )
            for entry in wall.entries
        ]
        none = np.zeros((0, classes), np.bool_)
        self._asked = np.vstack([none, *(flags_of(entry.classes, classes) for entry in wall.entries)])
        """Rules by classes of ports: which rule is about which class."""
        self._made: dict[bytes, Packed] = {}
        self.run = np.repeat(np.arange(len(self._targets) - 1), np.diff(self._targets))
        """For each target the number of its row."""

    def rows(self, port_class: int) -> Packed:
        """What is accepted in a class of ports."""
        asked = self._asked[:, port_class]
        key = asked.tobytes()
        if key not in self._made:
            self._made[key] = self._painted(np.flatnonzero(asked).tolist())
        return self._made[key]

    def _runs(self, cuts: Places, span: Span) -> Span:
        low, high = np.searchsorted(cuts, span).tolist()
        return low, high

    def _painted(self, asked: list[int]) -> Packed:
        accepts = np.full((len(self._targets) - 1, len(self._sources) - 1), self._wall.accepts)
        # The first match decides, so it is painted last.
        for at in reversed(asked):
            top, bottom, left, right, passes = self._rules[at]
            accepts[top:bottom, left:right] = passes
        return packed_flags(np.repeat(accepts, np.diff(self._sources), axis=1), self._order.width)


def _cuts(spans: list[Span], count: int) -> Places:
    """Where runs begin and end, from nought to all."""
    return np.array(sorted({0, count, *(edge for span in spans for edge in span)}), np.intp)
