"""Gathering: what the objects of an import become, and what they need beside: regions, zones, an account, routers."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from workbench.importers.accelerator.fields import Fields
from workbench.importers.accelerator.places import region_named
from workbench.importers.plan import ImportItem, Refused
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.account import Account
from workbench.model.elements.cen import Cen
from workbench.model.elements.region import Region
from workbench.model.elements.resource_directory import ResourceDirectory
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.model.elements.zone import Zone
from workbench.model.ids import id_from
from workbench.reference import region_of_zone, regions
from workbench.texts import Text, text
from workbench.words import Words

E_ = TypeVar("E_", bound=Element)
AskRegion = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Source:
    """One object of a file: its values, its file, and the words that lead to it, nearest first."""

    fields: Fields
    file: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """An element that the files describe; `governed` are the fields they decide."""

    element: Element
    governed: tuple[str, ...]
    file: str
    path: str
    line: int
    part: Text | None = None


class Gathering:
    """Collects proposals over a design that stays as it is."""

    def __init__(self, design: Design, account_name: str, *, stated: bool, ask: AskRegion) -> None:
        self.design = design
        self.proposals: dict[ElementId, Proposal] = {}
        self.mentions: list[Proposal] = []
        self.items: list[ImportItem] = []
        self._account_name, self._stated, self._ask = account_name, stated, ask
        self._asked: dict[str, str | None] = {}

    def propose(
        self,
        type: type[E_],
        source: Source,
        identity: tuple[str, ...],
        at: Fields | None = None,
        /,
        **fields: Any,
    ) -> ElementId:
        """The id that follows from an identity (account, region, parent, name); Refused where it comes twice."""
        id = id_from(str(type.__struct_config__.tag), *identity)
        return self.propose_as(id, type, source, at, **fields)

    def propose_as(
        self, id: ElementId, type: type[E_], source: Source, at: Fields | None = None, /, **fields: Any
    ) -> ElementId:
        """The id of an element that is proposed under it; Refused where other values stand under the same id."""
        place = at or source.fields
        element = type(id=id, **fields)
        earlier = self.proposals.get(id)
        if earlier and earlier.element != element:
            raise place.refused(
                "",
                text(
                    "{kind} “{name}” stands in {file} ({path}) too, with other values. Take one out.",
                    kind=element.kind.label,
                    name=element.title(),
                    file=earlier.file,
                    path=earlier.path or "-",
                ),
            )
        if not earlier:
            self.proposals[id] = Proposal(element, tuple(fields), source.file, place.path, place.line)
        return id

    def mention(self, id: ElementId, source: Source, part: Text) -> None:
        """Notes that an object became a part of an element."""
        one = self.proposals[id]
        place = source.fields
        self.mentions.append(Proposal(one.element, (), source.file, place.path, place.line, part))

    @contextlib.contextmanager
    def trying(self, source: Source) -> Iterator[None]:
        """Notes a refusal of one object, so that all of them are told at once."""
        try:
            yield
        except Refused as wrong:
            self.items.append(
                ImportItem(
                    source.file,
                    wrong.path or source.fields.path,
                    "refused",
                    wrong.text,
                    wrong.line or source.fields.line,
                )
            )

    def all_of(self, type: type[E_]) -> list[E_]:
        """The elements of a kind in the design and among the proposals, by id."""
        found = {element.id: element for element in self.design.of_kind(type)}
        for id, one in self.proposals.items():
            if isinstance(one.element, type):
                found.setdefault(id, one.element)
        return [found[id] for id in sorted(found)]

    def region_of(self, source: Source) -> str | None:
        """The region id that names say, or the answer of the person asked for this file."""
        named = region_named(source.words)
        if named:
            return named
        if source.file not in self._asked:
            self._asked[source.file] = self._ask(source.file)
        return self._asked[source.file]

    def region(self, region_id: str, source: Source) -> ElementId:
        """The element of a region, made when it is first needed."""
        known = next((one.id for one in self.all_of(Region) if one.region_id == region_id), None)
        name = regions()[region_id].name if region_id in regions() else Words(en=region_id)
        return known or self.propose(Region, source, (region_id,), name=name, region_id=region_id)

    def zone(self, zone_id: str, source: Source, at: Fields) -> ElementId:
        """The element of a zone, made with its region when it is first needed; Refused for ids of no region."""
        known = next((one.id for one in self.all_of(Zone) if one.zone_id == zone_id), None)
        if known:
            return known
        region_id = region_of_zone(zone_id)
        if region_id is None:
            raise at.refused(
                "zone_id",
                text("“{zone}” is no zone of a known region, such as cn-beijing-k.", zone=zone_id[:40]),
            )
        letter = zone_id.removeprefix(region_id).strip("-").upper()
        name = Words(en=f"Zone {letter}", zh=f"可用区 {letter}")
        region = self.region(region_id, source)
        return self.propose(Zone, source, (region_id, zone_id), at, parent=region, name=name, zone_id=zone_id)

    def owner(self, source: Source) -> ElementId:
        """The account that owns what the files describe, made when it is first needed."""
        name = self._account_name
        id = id_from("account", name)
        known = next(
            (one.id for one in self.all_of(Account) if one.id == id or name in (one.name.en, one.name.zh)),
            None,
        )
        return known or self.propose_as(
            id, Account, source, name=Words(en=name), parent=self.known_directory(), assumed=not self._stated
        )

    def known_directory(self) -> ElementId | None:
        """The resource directory, if there is exactly one."""
        found = self.all_of(ResourceDirectory)
        return found[0].id if len(found) == 1 else None

    def directory(self, source: Source) -> ElementId:
        """The resource directory, made and marked assumed where there is none."""
        found = self.all_of(ResourceDirectory)
        name = Words(en="Resource directory", zh="资源目录")
        return found[0].id if found else self.propose(ResourceDirectory, source, (), name=name, assumed=True)

    def router(self, region_id: str, source: Source) -> ElementId:
        """The transit router of a region, made with its CEN where there is none and marked assumed."""
        region = self.region(region_id, source)
        known = next((one.id for one in self.all_of(TransitRouter) if one.region == region), None)
        if known:
            return known
        owner = self.owner(source)
        return self.propose(
            TransitRouter,
            source,
            (owner, region_id),
            name=_router_name(region_id),
            parent=self._cen(owner, source),
            region=region,
            account=owner,
            assumed=True,
        )

    def system_table(self, router: ElementId, source: Source) -> ElementId:
        """The system table of a transit router, made and marked assumed where there is none."""
        tables = self.all_of(TransitRouterTable)
        known = next((one.id for one in tables if one.parent == router and one.type == "system"), None)
        return known or self.propose(
            TransitRouterTable,
            source,
            (router, "system"),
            name=Words(en="System table", zh="系统路由表"),
            parent=router,
            type="system",
            assumed=True,
        )

    def _cen(self, owner: ElementId, source: Source) -> ElementId:
        known = self.all_of(Cen)
        name = Words(en="CEN", zh="云企业网")
        return (
            known[0].id
            if known
            else self.propose(Cen, source, (owner,), name=name, parent=owner, assumed=True)
        )


def _router_name(region_id: str) -> Words:
    """TR Beijing, TR 北京: with the city that the region's name puts in brackets."""
    name = regions()[region_id].name if region_id in regions() else Words(en=region_id)
    city_en, city_zh = (re.search(r"[(（](.+)[)）]", said) for said in (name.en, name.said("zh")))
    return Words(
        en=f"TR {city_en[1] if city_en else name.en}", zh=f"TR {city_zh[1] if city_zh else name.said('zh')}"
    )
