"""Which elements a sheet shows, and in which box each of them stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from planners.pace import breathe
from workbench.drawing.drawing import Key
from workbench.drawing.sheets import SHEETS, SheetPlan
from workbench.drawing.surroundings import Surroundings
from workbench.model.design import Design
from workbench.model.element import KINDS, Element, ElementId, Kind, SheetKind
from workbench.model.elements.placement import Placement
from workbench.model.elements.sheet import Sheet

_NUMBERS: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Stand:
    """An element in one place of a sheet."""

    key: Key
    element: Element
    within: Key
    placement: Placement | None = None


@dataclass(frozen=True)
class Contents:
    """What stands on a sheet: by key, the keys in each box in their order ("" for the sheet), and where each stands."""

    sheet: Sheet
    plan: SheetPlan
    stands: dict[Key, Stand]
    inside: dict[Key, list[Key]]
    places: dict[ElementId, tuple[Key, ...]]
    links: tuple[Element, ...] = ()
    around: Surroundings = field(repr=False, default_factory=lambda: Surroundings(Design.of()))

    @cached_property
    def order(self) -> tuple[Stand, ...]:
        """Everything on the sheet, each container before what stands in it."""
        found: list[Stand] = []
        waiting = list(reversed(self.inside.get("", ())))
        while waiting:
            key = waiting.pop()
            found.append(self.stands[key])
            waiting.extend(reversed(self.inside.get(key, ())))
        return tuple(found)

    def chain(self, key: Key) -> Iterator[Stand]:
        """A stand and those it stands in, innermost first."""
        while stand := self.stands.get(key):
            yield stand
            key = stand.within


def contents(design: Design, sheet: Sheet) -> Contents:
    """What a sheet shows: all that stands on its kind of sheet, less what is hidden or outside its subject."""
    gathering = _Gathering(design, sheet)
    gathering.gather()
    stands = _reachable(gathering.stands)
    links = tuple(_links(design, sheet.shows))
    if gathering.plan.ends:
        stands = _joined(stands, gathering.plan.ends, links)
    if sheet.only:
        own = {key: stand for key, stand in stands.items() if stand.element.parent == sheet.id}
        stands = {**_narrowed(stands, frozenset(sheet.only), links), **own}
    places: dict[ElementId, tuple[Key, ...]] = {}
    inside: dict[Key, list[Key]] = {}
    for stand in sorted(stands.values(), key=_order):
        places[stand.element.id] = (*places.get(stand.element.id, ()), stand.key)
        inside.setdefault(stand.within, []).append(stand.key)
    shown = tuple(link for link in links if not gathering.is_hidden(link.id) and _ends_shown(link, places))
    return Contents(sheet, gathering.plan, stands, inside, places, shown, gathering.around)


class _Gathering:
    """The stands of one sheet while they are found."""

    def __init__(self, design: Design, sheet: Sheet) -> None:
        self.design, self.shows, self.plan = design, sheet.shows, SHEETS[sheet.shows]
        self.sheet = sheet.id
        self.around = Surroundings(design)
        self.stands: dict[Key, Stand] = {}
        self.placements: dict[tuple[ElementId, Key], Placement] = {}
        for child in design.children(sheet.id):
            placement = design.get(child, Placement)
            if placement and placement.subject:
                self.placements[placement.subject, placement.within] = placement

    def gather(self) -> None:
        """Find the stand of every element, then those of the repeated containers that a person put somewhere."""
        tags = [tag for tag, kind in KINDS.items() if kind.stands.get(self.shows) and not kind.is_link]
        for tag in tags:
            if tag not in self.plan.repeated:
                for element in self._here(KINDS[tag]):
                    self.stand(element, self.container(element))
        waiting = [
            placed for placed in self.placements.values() if self._is_repeated(placed) and not placed.hidden
        ]
        # A zone may be put into an account that was itself only put there: go on until nothing new stands.
        while True:
            left = [placed for placed in waiting if not self._stands_now(placed)]
            if len(left) == len(waiting):
                return
            waiting = left

    def _here(self, kind: Kind) -> Iterator[Element]:
        """The elements of a kind that this sheet may show: what belongs to a sheet stands on that one alone."""
        for element in self.design.of_kind(kind.type):
            if not kind.of_one_sheet or element.parent == self.sheet:
                yield element

    def stand(self, element: Element, within: Key) -> Key:
        """The key of an element in a container; notes that it stands there."""
        breathe()
        key = self.key(element, within)
        if key not in self.stands:
            self.stands[key] = Stand(key, element, within, self._placement(element.id, within))
        return key

    def _placement(self, id: ElementId, within: Key) -> Placement | None:
        """The placement in a container; one that names none hides the element wherever it stands."""
        everywhere = self.placements.get((id, ""))
        if everywhere is not None and everywhere.hidden:
            return everywhere
        return self.placements.get((id, within))

    def key(self, element: Element, within: Key) -> Key:
        """The key an element has in a container: repeated ones add the element they stand in."""
        if element.kind.tag not in self.plan.repeated or not within:
            return element.id
        # What is not repeated stands under its own id, now or later.
        stand = self.stands.get(within)
        return f"{element.id}@{stand.element.id if stand else within}"

    def container(self, element: Element) -> Key:
        """The key of the box an element stands in, "" for the sheet itself."""
        for tag in (*element.kind.stands[self.shows], *reversed(self.plan.levels)):
            if not tag:
                return ""
            holder = self.around.of_kind(element, tag)
            if holder is not None and holder.id != element.id and holder.kind.stands.get(self.shows):
                return self.holder(holder, element)
        return ""

    def holder(self, holder: Element, element: Element) -> Key:
        """The key of a container for something inside it; a repeated one stands where that thing belongs."""
        if holder.kind.tag not in self.plan.repeated:
            return holder.id
        for tag in holder.kind.stands[self.shows]:
            outer = self.around.of_kind(element, tag) if tag else None
            if outer is not None and outer.id != holder.id:
                within = self.holder(outer, element)
                if within not in self.stands:
                    self.stand(outer, self.container(outer))
                return self.stand(holder, within)
        return self.stand(holder, self.container(holder))

    def is_hidden(self, id: ElementId) -> bool:
        """Whether a person took an element off the sheet everywhere."""
        placement = self.placements.get((id, ""))
        return placement is not None and placement.hidden

    def _is_repeated(self, placement: Placement) -> bool:
        subject = self.design.get(placement.subject)
        return subject is not None and subject.kind.tag in self.plan.repeated

    def _stands_now(self, placement: Placement) -> bool:
        subject = self.design.get(placement.subject)
        if subject is None or (placement.within and placement.within not in self.stands):
            return False
        self.stand(subject, placement.within)
        return True


def _reachable(stands: dict[Key, Stand]) -> dict[Key, Stand]:
    """The stands without those hidden or in something hidden; those that stand in each other stand on the sheet."""
    seen: dict[Key, bool] = {}

    def is_shown(key: Key, below: frozenset[Key]) -> bool:
        if key not in seen:
            stand = stands[key]
            if stand.within in below or (stand.within and stand.within not in stands):
                stand = stands[key] = Stand(key, stand.element, "", stand.placement)
            hidden = stand.placement is not None and stand.placement.hidden
            seen[key] = not hidden and (not stand.within or is_shown(stand.within, below | {key}))
        return seen[key]

    return {key: stands[key] for key in list(stands) if is_shown(key, frozenset({key}))}


def _joined(stands: dict[Key, Stand], shapes: frozenset[str], links: Iterable[Element]) -> dict[Key, Stand]:
    """The stands without those of the shapes at which no line ends."""
    joined = {id for link in links for id in ends(link)}
    return {
        key: stand
        for key, stand in stands.items()
        if stand.element.kind.shape not in shapes or stand.element.id in joined
    }


def _narrowed(
    stands: dict[Key, Stand], only: frozenset[ElementId], links: Iterable[Element]
) -> dict[Key, Stand]:
    """What stands in one of the subjects, what holds it, and what a line joins to it."""
    inner: dict[Key, bool] = {}

    def is_in(key: Key) -> bool:
        if key not in inner:
            stand = stands[key]
            inner[key] = stand.element.id in only or bool(stand.within and is_in(stand.within))
        return inner[key]

    kept = {key for key in stands if is_in(key)}
    kept |= _partners(stands, kept, links)
    kept |= {
        key for key, stand in stands.items() if stand.within in kept and stand.element.kind.shape == "row"
    }
    kept |= {stand.element.parent for key in kept if (stand := stands[key]).element.parent in stands}
    for key in list(kept):
        while key := stands[key].within:
            kept.add(key)
    return {key: stand for key, stand in stands.items() if key in kept}


def _partners(stands: dict[Key, Stand], kept: set[Key], links: Iterable[Element]) -> set[Key]:
    """The other ends of the links of what is kept."""
    keys: dict[ElementId, list[Key]] = {}
    for key, stand in stands.items():
        keys.setdefault(stand.element.id, []).append(key)
    shown = {stands[key].element.id for key in kept}
    found: set[Key] = set()
    for link in links:
        first, second = ends(link)
        if first in shown or second in shown:
            found.update(keys.get(first or "", ()), keys.get(second or "", ()))
    return found


def ends(link: Element) -> tuple[ElementId | None, ElementId | None]:
    """The ids a link joins."""
    first, second = link.kind.joins or ("", "")
    return getattr(link, first, None), getattr(link, second, None)


def _ends_shown(link: Element, places: dict[ElementId, tuple[Key, ...]]) -> bool:
    first, second = ends(link)
    return first in places and second in places and first != second


def _links(design: Design, shows: SheetKind) -> Iterator[Element]:
    """The links of the design domain that a sheet is about."""
    for kind in KINDS.values():
        if kind.is_link and kind.design_domain == shows:
            yield from design.of_kind(kind.type)


def _order(stand: Stand) -> tuple[Any, ...]:
    """Shapes as they are read, then names with their numbers in order; the id where two are alike."""
    element = stand.element
    title = element.title()
    name = (title.en or title.zh).casefold()
    return element.kind.shape in ("node", "pill"), element.kind.tag, _natural(name), element.id


def _natural(name: str) -> str:
    return _NUMBERS.sub(lambda found: found.group().zfill(12), name)
