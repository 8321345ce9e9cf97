"""Firewalls in the path: which rule is about which run of sources and of targets."""

from typing import NamedTuple

import numpy as np

from planners.reachability.bits import Packed, Places, flags_of, packed_flags
from planners.reachability.network import Firewall
from planners.reachability.order import Order, Span
from planners.reachability.ports import PortClasses

UNSETTLED = "unsettled"
"""Why nobody knows whether a place lets a packet pass: the network does not say what it depends on."""


class WallEntry(NamedTuple):
    """A rule of a firewall, about two runs of endpoints and a set of port classes."""

    sources: Span
    targets: Span
    classes: int
    accepts: bool
    rule: str
    certain: bool

    def counts(self, favour: bool) -> bool:
        """Whether it is taken to match: where it may or not, as it is better or as it is worse for a packet."""
        return self.certain or self.accepts == favour


class Decision(NamedTuple):
    """Whether a new connection passes, the rule that says so, and the word for why nobody knows where that is so."""

    passes: bool
    rule: str | None
    why: str = ""


class Wall(NamedTuple):
    """A firewall's rules in order, and what holds where none matches."""

    name: str
    entries: tuple[WallEntry, ...]
    accepts: bool

    @property
    def doubts(self) -> bool:
        """Whether any rule may match or not."""
        return not all(entry.certain for entry in self.entries)

    def decision(self, source: int, target: int, port_class: int) -> Decision:
        """What becomes of a new connection; a rule that may match or not counts where that makes a difference."""
        maybe = list[WallEntry]()
        for entry in self.entries:
            if (
                entry.sources[0] <= source < entry.sources[1]
                and entry.targets[0] <= target < entry.targets[1]
                and entry.classes >> port_class & 1
            ):
                if entry.certain:
                    return _decided(maybe, Decision(entry.accepts, entry.rule))
                maybe.append(entry)
        return _decided(maybe, Decision(self.accepts, None))


def _decided(maybe: list[WallEntry], otherwise: Decision) -> Decision:
    """What the rules that may match say where they say anything else than what holds without them."""
    other = (entry.rule for entry in maybe if entry.accepts != otherwise.passes)
    return next((Decision(True, rule, UNSETTLED) for rule in other), otherwise)


def wall_of(name: str, firewall: Firewall, order: Order, ports: PortClasses) -> Wall:
    """A firewall with its rules made ready."""
    entries = (
        WallEntry(
            order.span(rule.source),
            order.span(rule.target),
            ports.mask(rule.protocol, rule.ports),
            rule.accepts,
            rule.id,
            rule.certain,
        )
        for rule in firewall.rules
    )
    return Wall(name, tuple(entries), firewall.accepts)


class Painting:
    """What a firewall accepts or may, as rows of sources: one row for each run of targets that its rules treat alike."""

    def __init__(self, wall: Wall, order: Order, classes: int) -> None:
        self._wall, self._order, self.doubts = wall, order, wall.doubts
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
        self._counting = {
            favour: np.array([entry.counts(favour) for entry in wall.entries], np.bool_)
            for favour in (False, True)
        }
        self._made: dict[tuple[bytes, bool], Packed] = {}
        self.run = np.repeat(np.arange(len(self._targets) - 1), np.diff(self._targets))
        """For each target the number of its row."""

    def rows(self, port_class: int) -> Packed:
        """What is accepted or may be in a class of ports."""
        return self._read(port_class, favour=True)

    def doubtful(self, port_class: int) -> Packed:
        """What may be accepted or not in a class of ports."""
        return self.rows(port_class) & ~self._read(port_class, favour=False)

    def _read(self, port_class: int, *, favour: bool) -> Packed:
        asked = self._asked[:, port_class]
        key = asked.tobytes(), favour
        if key not in self._made:
            self._made[key] = self._painted(np.flatnonzero(asked & self._counting[favour]).tolist())
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
        # Neighbours are often alike, since few rules are about one class: each row is packed once.
        first = np.flatnonzero(np.append(True, (accepts[1:] != accepts[:-1]).any(axis=1)))
        rows = packed_flags(np.repeat(accepts[first], np.diff(self._sources), axis=1), self._order.width)
        return np.repeat(rows, np.diff(first, append=len(accepts)), axis=0)


def _cuts(spans: list[Span], count: int) -> Places:
    """Where runs begin and end, from nought to all."""
    return np.array(sorted({0, count, *(edge for span in spans for edge in span)}), np.intp)
