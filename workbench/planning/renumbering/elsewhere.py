"""What lies elsewhere: the ranges of sites, and which connections lead to them."""

from __future__ import annotations

from collections.abc import Collection

from planners.addresses import Block, ClashIndex
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.data_centre import DataCentre
from workbench.model.elements.other_cloud import OtherCloud
from workbench.model.elements.transit_router import TransitRouter
from workbench.planning.drawn import blocks_of

FAR = 6
"""Steps from a next hop to a site: attachment, gateway, association, border router, circuit."""


class Elsewhere:
    """The sites of a design, asked for addresses and by the connections that lead to them."""

    def __init__(self, design: Design) -> None:
        self._design = design
        sites: tuple[DataCentre | OtherCloud, ...] = (
            *design.of_kind(DataCentre),
            *design.of_kind(OtherCloud),
        )
        ranges = [
            (block, site.id) for site in sites for block in blocks_of([row.block for row in site.ranges])
        ]
        self._index = ClashIndex(ranges)
        self._behind: dict[ElementId, frozenset[ElementId]] = {}

    def used(self, block: Block) -> bool:
        """Whether a site has one of these addresses, or all of them among its own."""
        return bool(self._index.clashes(block))

    def behind(self, ids: Collection[ElementId], block: Block) -> bool:
        """Whether one of some elements leads to a site that has these addresses."""
        sites = {site for _, site in self._index.clashes(block)} if ids else set()
        return bool(sites) and any(not self._sites(id).isdisjoint(sites) for id in ids)

    def _sites(self, id: ElementId) -> frozenset[ElementId]:
        """The sites that an element leads to, without crossing a transit router, behind which everything lies."""
        if id not in self._behind:
            found = front = {id}
            for _ in range(FAR):
                front = {other for one in front for other in self._next(one)} - found
                found = found | front
            self._behind[id] = frozenset(found)
        return self._behind[id]

    def _next(self, id: ElementId) -> set[ElementId]:
        element = self._design.get(id)
        if element is None or isinstance(element, TransitRouter):
            return set()
        ends = set(element.needs()) if element.kind.is_link else set()
        links = {child for child in self._design.children(id) if self._design[child].kind.is_link}
        return {one for one in ends | links if not self._design.get(one, TransitRouter)}
