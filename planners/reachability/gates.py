"""Firewalls before the internet: one flag for each endpoint and class of ports says whether they let pass."""

from __future__ import annotations

import numpy as np

from planners.reachability.bits import Flags, flags_of
from planners.reachability.compiled import Compiled
from planners.reachability.walls import Wall


class Gate:
    """What goes to the internet, or comes from it: for each endpoint and class of ports whether it passes or may.

    `in_doubt` is of those that may pass or not.
    """

    def __init__(self, compiled: Compiled, *, outbound: bool) -> None:
        self._compiled, self._order, self._outbound = compiled, compiled.order, outbound
        # Whom routes do not lead out sends nothing, but only an EIP or an entry of a gateway lets anything in.
        self.passes = np.full((self._order.count, len(compiled.ports.classes)), outbound)
        self.in_doubt = np.zeros_like(self.passes)

    def wall_off(self, name: str | None, who: Flags) -> None:
        """Put a firewall before the internet of some endpoints."""
        if name is None or not who.any():
            return
        wall = self._compiled.walls[name]
        better = self._accepted(wall, favour=True)
        self.passes[who] &= better[who]
        if wall.doubts:
            self.in_doubt[who] |= (better & ~self._accepted(wall, favour=False))[who]

    def _accepted(self, wall: Wall, *, favour: bool) -> Flags:
        accepted = np.full(self.passes.shape, wall.accepts)
        # The first match decides, so it is painted last.
        for entry in reversed(wall.entries):
            ends = entry.sources, entry.targets
            own, other = ends if self._outbound else ends[::-1]
            if entry.counts(favour) and other[0] <= self._order.internet < other[1]:
                accepted[own[0] : own[1], flags_of(entry.classes, accepted.shape[1])] = entry.accepts
        return accepted
