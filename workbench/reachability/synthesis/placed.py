"""Where the members of domains stand, and which blocks of addresses they share with members of others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planners.addresses import Block, exact_cover
from planners.reachability.network import VSwitch
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.application import Application
from workbench.model.elements.bastion_host import BastionHost
from workbench.model.elements.load_balancer import LoadBalancer
from workbench.reachability.lines import sites_of
from workbench.reachability.readings import blocks_of
from workbench.reachability.synthesis.domains import Home
from workbench.reachability.vpcs import vswitches_of

Standing = dict[ElementId, tuple[ElementId, ...]]
"""The vSwitches of somebody, by VPC."""


class Placed:
    """The vSwitches of every application and entry, and whose they are."""

    def __init__(self, design: Design, homes: Sequence[Home]) -> None:
        self.design = design
        self.vswitches: dict[str, VSwitch] = vswitches_of(design)
        self.home = {id: home for home in homes for id in home.members}
        self._stands: dict[ElementId, Standing] = {}
        who: tuple[Application | BastionHost | LoadBalancer, ...] = (
            *design.of_kind(Application),
            *design.of_kind(BastionHost),
            *design.of_kind(LoadBalancer),
        )
        for one in who:
            self._stands[one.id] = self._by_vpc(one.vswitches)
        self._who: dict[ElementId, list[ElementId]] = {}
        for id, standing in self._stands.items():
            for vswitch in (one for own in standing.values() for one in own):
                self._who.setdefault(vswitch, []).append(id)
        self.sites = {one.id: tuple(blocks_of(row.block for row in one.ranges)) for one in sites_of(design)}

    def stands(self, id: ElementId) -> Standing:
        """The vSwitches of an application or entry by VPC; empty where the design does not say."""
        return self._stands.get(id, {})

    def vpcs(self, ids: Iterable[ElementId]) -> tuple[ElementId, ...]:
        """The VPCs that any of some applications stands in, in order."""
        return tuple(sorted({vpc for id in ids for vpc in self.stands(id)}))

    def in_vpc(self, ids: Iterable[ElementId], vpc: ElementId) -> tuple[ElementId, ...]:
        """Those of some applications that stand in a VPC."""
        return tuple(id for id in ids if vpc in self.stands(id))

    def vswitches_of(
        self, ids: Iterable[ElementId], *, but: ElementId = "", only: ElementId = ""
    ) -> tuple[ElementId, ...]:
        """The vSwitches of some applications or entries, without those of one VPC or in one VPC only."""
        found = {
            vswitch
            for id in ids
            for vpc, own in self.stands(id).items()
            if vpc != but and only in ("", vpc)
            for vswitch in own
        }
        return tuple(sorted(found))

    def blocks(self, vswitches: Iterable[ElementId]) -> tuple[Block, ...]:
        """The fewest blocks that hold the addresses of some vSwitches and no others."""
        return tuple(exact_cover([self.vswitches[id].block for id in vswitches]))

    def neighbours(self, vswitch: ElementId, but: Iterable[ElementId]) -> tuple[ElementId, ...]:
        """Whoever else stands in a vSwitch."""
        own = frozenset(but)
        return tuple(id for id in self._who.get(vswitch, ()) if id not in own)

    def _by_vpc(self, ids: Iterable[ElementId]) -> Standing:
        found: dict[ElementId, list[ElementId]] = {}
        for id in dict.fromkeys(ids):
            if id in self.vswitches:
                found.setdefault(self.vswitches[id].vpc, []).append(id)
        return {vpc: tuple(own) for vpc, own in found.items()}
