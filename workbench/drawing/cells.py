"""The boxes of a sheet as the layout takes them: nested cells with sizes, and wires between them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planners.layout import Cell, Wire
from planners.pace import breathe
from workbench.drawing.contents import Contents, Stand, ends
from workbench.drawing.drawing import Key
from workbench.drawing.facts import Facts
from workbench.drawing.lines import LINES
from workbench.drawing.looks import ROLES
from workbench.drawing.measure import width
from workbench.drawing.parts import ARCHETYPES, Size
from workbench.model.element import Element

ASIDES = 3
"""Cards beside a head; more of them stand below it like all others."""
LABEL = (11.5, 500)
LABEL_HIGH = 18.0
RIDER_GAP = 4.0
"""Between a capsule and the label of the line it rides on."""
MARGIN = 24.0


@dataclass(frozen=True, slots=True)
class Joint:
    """A line to be drawn: its wire, the element it stands for, its kind and style."""

    wire: Wire
    element: Element
    style: str
    said: str = ""


class Cells:
    """Makes the cells and wires of one sheet."""

    def __init__(self, contents: Contents, facts: Mapping[Key, Facts]) -> None:
        self.contents, self.facts = contents, facts
        self.card = max(
            (ARCHETYPES[f.shape].room(f)[0] for f in facts.values() if f.shape == "card"), default=0.0
        )
        self.asides = frozenset(self._asides())
        # Notes and pictures come last, so that they push nothing aside.
        self.shelf = tuple(sorted(filter(self._is_shelved, self._ground()), key=self._is_of_sheet))
        self.riders = dict(self._riders())
        self.loose = tuple(key for key in self._ground() if self._is_of_sheet(key) and key not in self.shelf)

    def root(self) -> Cell:
        """The sheet with everything the layout arranges."""
        apart = {*self.shelf, *self.loose, *self.riders.values()}
        plan = self.contents.plan
        return Cell(
            key="",
            size=(0.0, 0.0),
            children=tuple(self.cell(key) for key in self._ground() if key not in apart),
            template=plan.template,
            role="sheet",
            padding=MARGIN,
            gap=plan.gap,
        )

    def size(self, key: Key) -> Size:
        """The least size of a box; cards of one sheet are equally wide."""
        facts = self.facts[key]
        wide, high = ARCHETYPES[facts.shape].room(facts)
        return (self.card, high) if facts.shape == "card" else (wide, high)

    def inner_top(self, key: Key) -> float | None:
        """How far below its upper border the inside of a container begins; None for all other boxes."""
        facts = self.facts[key]
        return ARCHETYPES[facts.shape].header(facts) if facts.shape == "container" else None

    def cell(self, key: Key) -> Cell:
        """A box and all inside it."""
        breathe()
        facts, stand = self.facts[key], self.contents.stands[key]
        archetype = ARCHETYPES[facts.shape]
        children = tuple(self.cell(inner) for inner in self.contents.inside.get(key, ()))
        router = facts.shape == "router"
        return Cell(
            key=key,
            size=self.size(key),
            children=children,
            template="column" if router else facts.look.template,
            role=self._role(stand, facts),
            header=archetype.header(facts),
            padding=0.0 if router else facts.look.padding,
            gap=0.0 if router else facts.look.gap,
            pinned=pinned_at(stand),
        )

    def joints(self) -> tuple[Joint, ...]:
        """The lines of the sheet, links first, then those from a head to what is below and beside it."""
        return (*self._links(), *self._outside(), *self._branches())

    def _role(self, stand: Stand, facts: Facts) -> str:
        if stand.key in self.asides:
            return "aside"
        outer = self.facts.get(stand.within)
        role = facts.look.role if facts.shape == "container" else ROLES.get(facts.shape, "")
        if outer is not None and outer.shape == "container":
            # Gateways that stand straight in a region get a column of their own; rows fill their router.
            return "gateway" if outer.look.role == "region" and role in ("", "node", "tile") else role
        return "leaf" if facts.shape == "row" else role

    def _asides(self) -> Iterator[Key]:
        """The few cards that belong to a head and to no folder."""
        if self.contents.plan.aside:
            keys = [key for key in self.contents.inside.get("", ()) if self._head_of(key)]
            cards = [key for key in keys if self.facts[key].shape == "card"]
            yield from cards if len(cards) <= ASIDES else ()

    def _head_of(self, key: Key) -> Key | None:
        """The key of the head that the element of a box belongs to, where it stands beside it on the sheet."""
        parent = self.contents.stands[key].element.parent
        head = self.contents.stands.get(parent) if parent else None
        return head.key if head and not head.within and self.facts[head.key].shape == "head" else None

    def _is_shelved(self, key: Key) -> bool:
        shelved = self._is_of_sheet(key) or self.facts[key].shape in self.contents.plan.shelved
        return shelved and pinned_at(self.contents.stands[key]) is None

    def _is_of_sheet(self, key: Key) -> bool:
        """Whether a box belongs to the sheet alone: it stands where it was put, else on the shelf, and moves nothing."""
        return self.contents.stands[key].element.kind.of_one_sheet

    def _links(self) -> Iterator[Joint]:
        for link in self.contents.links:
            first, second = ends(link)
            start, end = self._end(link, first), self._end(link, second)
            if start and end:
                style = _style(link)
                said = link.meta()
                net = end if LINES[style].end == "square" and not said else None
                tracks = 2 if LINES[style].gap else 1
                yield Joint(
                    Wire(link.id, start, end, net, self._label_room(link, said), tracks), link, style, said
                )

    def _label_room(self, link: Element, said: str) -> Size | None:
        """The room a line keeps for its label, and for the capsule that rides on it."""
        wide, high = (self.label_width(said), LABEL_HIGH) if said else (0.0, 0.0)
        if link.id in self.riders:
            capsule = self.size(self.riders[link.id])
            wide, high = max(wide, capsule[0]), capsule[1] + (RIDER_GAP + high if said else 0.0)
        return (wide, high) if high else None

    def _riders(self) -> Iterator[tuple[str, Key]]:
        """Capsules by the first line between two things that belong to them."""
        for key in self._ground():
            stand = self.contents.stands[key]
            if self.facts[key].shape == "capsule" and pinned_at(stand) is None:
                for link in self.contents.links:
                    joined = [self.contents.stands.get(id or "") for id in ends(link)]
                    if all(end is not None and end.element.parent == key for end in joined):
                        yield link.id, key
                        break

    @staticmethod
    def label_width(said: str) -> float:
        """The width of a line's label with its patch."""
        return math.ceil(width(said, *LABEL)) + 8

    def _end(self, link: Element, id: str | None) -> Key | None:
        """The box a link ends at: the row of the element that it names in its routing, else the element's box."""
        keys = self.contents.places.get(id or "", ())
        if not keys:
            return None
        for field in link.kind.fields:
            if field.section == "routing" and field.refers and not field.many:
                row = self.contents.stands.get(getattr(link, field.name) or "")
                if row is not None and row.within == keys[0]:
                    return row.key
        return keys[0]

    def _outside(self) -> Iterator[Joint]:
        """Lines from places outside to the containers that something inside opens to them, one a container."""
        style = self.contents.plan.outside
        if not style:
            return
        places = {
            stand.element.kind.tag: stand for stand in map(self.contents.stands.get, self._ground()) if stand
        }
        found: dict[tuple[Key, Key], None] = {}
        for stand in self.contents.order:
            place = places.get(stand.element.opens_to())
            if place is not None and stand.within:
                found[place.key, stand.within] = None
        for start, end in found:
            wire = Wire(f"{style}:{start}:{end}", start, end, f"{style}:{start}")
            yield Joint(wire, self.contents.stands[start].element, style)

    def _ground(self) -> tuple[Key, ...]:
        """What stands on the sheet itself."""
        return tuple(self.contents.inside.get("", ()))

    def _branches(self) -> Iterator[Joint]:
        plan = self.contents.plan
        if not plan.tree:
            return
        for key in self.contents.inside.get("", ()):
            head = self._head_of(key)
            if head and key not in self.shelf:
                element, aside = self.contents.stands[key].element, key in self.asides
                style = plan.aside if aside else plan.tree
                wire = Wire(f"{style}:{key}", head, key, tree=not aside)
                yield Joint(wire, element, style)


def _style(link: Element) -> str:
    """The style of a link: that of its kind, or a variant that the element asks for."""
    variant = f"{link.kind.line}-{link.line_variant()}"
    return variant if variant in LINES else link.kind.line


def pinned_at(stand: Stand) -> tuple[float, float] | None:
    """Where a person put it, None where nobody did."""
    placed = stand.placement
    if placed is None or placed.x is None or placed.y is None:
        return None
    return placed.x, placed.y
