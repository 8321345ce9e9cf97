"""Places and owners as people write them: regions, zones, accounts and environments, made where they are new."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache
from typing import Any, Final

from workbench.importers.addresses.heads import Meaning, plain_head
from workbench.importers.addresses.lines import Line
from workbench.importers.addresses.proposals import Proposals
from workbench.model.element import Element, ElementId
from workbench.model.elements.account import Account
from workbench.model.elements.environment import Environment
from workbench.model.elements.region import Region
from workbench.model.elements.resource_directory import ResourceDirectory
from workbench.model.elements.zone import Zone
from workbench.model.ids import id_from
from workbench.model.names import known_as, name_in
from workbench.reference import region_of_zone, regions
from workbench.texts import LANGUAGES, text
from workbench.words import Words

SHOWN: Final = 40
MEANINGS: Final[dict[str, Meaning]] = {
    "region": "region",
    "zone": "zone",
    "account": "account",
    "environment": "environment",
}
"""The column that names what is made here, by its kind."""
STAGES: Final[tuple[frozenset[str], ...]] = (
    frozenset({"production", "prod", "prd", "生产", "生产环境"}),
    frozenset({"test", "testing", "tst", "测试", "测试环境"}),
    frozenset({"development", "dev", "开发", "开发环境"}),
    frozenset({"staging", "stg", "uat", "preproduction", "pre", "预发", "预发环境", "预生产", "验收"}),
)
"""What one and the same environment is called; the first set are those of production."""
ZONE_LETTER: Final = re.compile(r"(?:.*?(?:可用区|zone|az|[-_ ]))?\s*([a-z])(?:区)?$", re.IGNORECASE)


class Places:
    """Finds what cells name among the design and the proposals, and proposes what nobody knows yet."""

    def __init__(self, proposals: Proposals) -> None:
        self._proposals = proposals
        self._named: dict[tuple[str, str], list[ElementId]] = defaultdict(list)
        for element in proposals.design:
            self.note(element)

    def note(self, element: Element) -> None:
        """Makes an element known by its names."""
        for name in known_as(element):
            self.called_too(element.kind.tag, name, element.id)

    def called_too(self, tag: str, name: str, id: ElementId) -> None:
        """Makes an element known by a name that a row gives it."""
        known = self._named[tag, name.casefold()]
        if id not in known:
            known.append(id)

    def called(self, tag: str, typed: str) -> list[ElementId]:
        """The elements of a kind that go by a name."""
        return self._named.get((tag, typed.casefold()), [])

    def region(self, line: Line, meaning: Meaning = "region") -> ElementId | None:
        """The region a cell names, None where it is empty; Refused where nobody knows it."""
        typed = line.said(meaning)
        if not typed:
            return None
        known = self.called("region", typed)
        region_id = None if known else region_called(typed)
        if known or region_id is None:
            return self._only(known, typed, line, meaning)
        return self.region_with(region_id, line)

    def region_with(self, region_id: str, line: Line) -> ElementId:
        """The region of a platform's id."""
        known = self.called("region", region_id)
        fact = regions().get(region_id)
        name = fact.name if fact else Words(en=region_id)
        return known[0] if known else self._make(Region, line, (region_id,), name=name, region_id=region_id)

    def zone(self, line: Line, region: ElementId | None, meaning: Meaning = "zone") -> ElementId | None:
        """The zone a cell names, by its id or by its letter in a region; None where it is empty."""
        typed = unicodedata.normalize("NFKC", line.said(meaning)).strip()
        if not typed:
            return None
        known = [id for id in self.called("zone", typed) if region is None or self._inside(id, region)]
        if len(known) == 1:
            return known[0]
        zone_id = self._zone_id(typed, region)
        if zone_id is None:
            raise line.refused(
                text("“{zone}” is no zone of a known region, such as cn-beijing-k.", zone=typed[:SHOWN]),
                meaning,
            )
        found = self.called("zone", zone_id)
        region_id = region_of_zone(zone_id) or ""
        letter = zone_id.removeprefix(region_id).strip("-").upper()
        name = Words(en=f"Zone {letter}", zh=f"可用区 {letter}")
        around = self.region_with(region_id, line)
        return (
            found[0]
            if found
            else self._make(Zone, line, (region_id, zone_id), parent=around, name=name, zone_id=zone_id)
        )

    def account(self, line: Line) -> ElementId | None:
        """The account a cell names, made where it is new; None where the cell is empty."""
        return self.account_called(line.said("account"), line)

    def account_called(self, typed: str, line: Line) -> ElementId | None:
        """The account of a name or number, made where it is new."""
        if not typed:
            return None
        known = self.called("account", typed)
        if known:
            return self._only(known, typed, line, "account")
        directories = self._proposals.design.of_kind(ResourceDirectory)
        parent = directories[0].id if len(directories) == 1 else None
        said = {"number": typed} if re.fullmatch(r"\d{12,20}", typed) else {}
        return self._make(Account, line, (typed,), name=name_in(typed), parent=parent, **said)

    def environment(self, line: Line) -> ElementId | None:
        """The environment a cell names under any of its usual names, made where it is new."""
        typed = line.said("environment")
        if not typed:
            return None
        plain = plain_head(typed)
        alike = next((stage for stage in STAGES if plain in stage), frozenset({typed}))
        known = next((ids for one in (typed, *sorted(alike)) if (ids := self.called("environment", one))), [])
        if known:
            return self._only(known, typed, line, "environment")
        key = min(alike)
        return self._make(
            Environment,
            line,
            (key,),
            name=name_in(typed),
            letter=typed[:1].upper(),
            production=alike is STAGES[0],
        )

    def _zone_id(self, typed: str, region: ElementId | None) -> str | None:
        if region_of_zone(typed.casefold()):
            return typed.casefold()
        letter = ZONE_LETTER.fullmatch(typed)
        around = self._proposals.get(region)
        region_id = around.region_id if isinstance(around, Region) else ""
        return f"{region_id}-{letter[1].lower()}" if letter and region_id in regions() else None

    def _inside(self, zone: ElementId, region: ElementId) -> bool:
        found = self._proposals.get(zone)
        return found is not None and found.parent == region

    def _only(self, known: list[ElementId], typed: str, line: Line, meaning: Meaning) -> ElementId:
        if len(known) == 1:
            return known[0]
        if known:
            why = text("{count} elements are called {name}.", count=len(known), name=typed[:SHOWN])
        else:
            why = text(
                "“{region}” is no region the platform has. Write its id, such as cn-hangzhou.",
                region=typed[:SHOWN],
            )
        raise line.refused(why, meaning)

    def _make(self, type: type[Element], line: Line, identity: tuple[str, ...], **fields: Any) -> ElementId:
        id = id_from(type.kind.tag, *identity)
        cell = line.cells.get(MEANINGS[type.kind.tag], "")
        one, _ = self._proposals.add(type, id, line, {name: (value, cell) for name, value in fields.items()})
        self.note(one.element())
        if type is Environment:
            self._named["environment", identity[0].casefold()].append(id)
        return id


def is_zone_id(typed: str) -> bool:
    """Whether a text is the id of a zone of a known region."""
    return bool(typed) and region_of_zone(typed.casefold()) is not None


def is_region(typed: str) -> bool:
    """Whether all of a text means a region of the platform."""
    return bool(_regions_by_word().get(plain_head(unicodedata.normalize("NFKC", typed))))


def region_called(typed: str) -> str | None:
    """The id of the region that an id, a name, or the city of either means; None where none or several."""
    folded = unicodedata.normalize("NFKC", typed)
    found = _regions_by_word().get(plain_head(folded), set()) or {
        id
        for part in re.split(r"[()\s/,]+", folded)
        for id in _regions_by_word().get(plain_head(part), set())
    }
    return next(iter(found)) if len(found) == 1 else None


@cache
def _regions_by_word() -> dict[str, set[str]]:
    words: dict[str, set[str]] = defaultdict(set)
    for id, region in regions().items():
        said = [region.name.said(language) for language in LANGUAGES]
        cities = [city for name in said for city in re.findall(r"[(（](.+?)[)）]", name)]
        before = [re.sub(r"[(（].*", "", name) for name in said]
        for word in (id, *said, *cities, *before, id.removeprefix("cn-")):
            words[plain_head(word)].add(id)
    words.pop("", None)
    return dict(words)
