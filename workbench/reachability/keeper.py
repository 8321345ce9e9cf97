"""Keeper: the network of a design, all its answers and its matrices, made once for all who ask and kept until the next version.

The window's panels, the rules about paths and single questions ask from threads of their own. What they ask about is mostly
the same version of one design, and mostly all but a few rules of the version before.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.security_group import SecurityGroup
from workbench.model.elements.vswitch import VSwitch
from workbench.progress import Progress, part, untold
from workbench.reachability.by_domain import Drawn, drawn
from workbench.reachability.following import modelled_after
from workbench.reachability.kept import Kept, Latest
from workbench.reachability.known import Known, answered_after, stands_for_itself
from workbench.reachability.matrices import Answered, answered_by_all
from workbench.reachability.modelled import Modelled, modelled
from workbench.reachability.parties import Places


class Keeper:
    """Remembers the latest version: its network and answers, those with vSwitches and groups as parties, and its matrices."""

    def __init__(self) -> None:
        self._networks = {some: Kept(_network) for some in (False, True, None)}
        self._answers = {some: Kept(self._answered) for some in (False, True, None)}
        self._matrices = Kept(self._summed)
        self._drawn = Kept(self._drawn_together)

    def network(self, design: Design, progress: Progress = untold, *, places: Places = False) -> Modelled:
        """The network of a design; with `places` vSwitches and groups are parties, all of them or some."""
        known = self._answers[_sort(places)].known(design, places)
        return known.found if known else self._networks[_sort(places)].of(design, places, progress)

    def known(self, design: Design, progress: Progress = untold, *, places: Places | None = None) -> Known:
        """A network with all its answers; `places` as they are, or so that whoever is asked about is a party."""
        if places is None:
            places = stands_for_itself(design)
        return self._answers[_sort(places)].of(design, places, progress)

    def answered(self, design: Design, progress: Progress = untold) -> Answered:
        """The same with its matrices; of a design without applications, vSwitches and groups are the parties."""
        return self._matrices.of(design, None, progress)

    def drawn(self, design: Design, progress: Progress = untold) -> Drawn:
        """The same by security domain too."""
        return self._drawn.of(design, None, progress)

    def asked(self, design: Design, ids: Collection[ElementId], progress: Progress = untold) -> Modelled:
        """A network in which some elements are parties, vSwitches and groups among them too."""
        some = frozenset(id for id in ids if isinstance(design.get(id), (VSwitch, SecurityGroup)))
        known = self._answers[True].known(design, True) if some else None
        return known.found if known else self.network(design, progress, places=some or False)

    def _answered(
        self, design: Design, places: Places, latest: Latest[Places, Known] | None, progress: Progress
    ) -> Known:
        found = self._networks[_sort(places)].of(design, places, part(progress, 0.0, 0.2))
        before = latest.value if latest and latest.extra == places else None
        return answered_after(before, found, part(progress, 0.2, 1.0))

    def _summed(
        self, design: Design, _: None, latest: Latest[None, Answered] | None, progress: Progress
    ) -> Answered:
        known = self.known(design, part(progress, 0.0, 0.6))
        progress(0.6)
        return answered_by_all(latest.value if latest else None, known)

    def _drawn_together(
        self, design: Design, _: None, latest: Latest[None, Drawn] | None, progress: Progress
    ) -> Drawn:
        answered = self.answered(design, part(progress, 0.0, 0.9))
        progress(0.9)
        return drawn(latest.value if latest else None, answered)


def _sort(places: Places) -> bool | None:
    """What is kept beside what: networks with all places, those without any, and those with some that are asked about."""
    return places if isinstance(places, bool) else None


def _network(
    design: Design, places: Places, latest: Latest[Places, Modelled] | None, progress: Progress
) -> Modelled:
    progress(0.0)
    if latest is None or latest.extra != places:
        return modelled(design, places=places)
    return modelled_after(latest.value, design, places=places)


KEEPER: Final = Keeper()
"""The one of this program. Several windows are several programs."""
