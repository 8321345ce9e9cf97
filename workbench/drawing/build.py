"""Design + sheet -> Drawing: contents, facts, layout and parts put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from planners.layout import Arrangement, arrange
from planners.layout import Memory as LayoutMemory
from planners.pace import breathe
from workbench.drawing.cells import MARGIN, Cells, Joint
from workbench.drawing.contents import Contents, Stand, contents
from workbench.drawing.crossings import bridged
from workbench.drawing.drawing import Box, Drawing, Key, Label, Line, Part, Point
from workbench.drawing.facts import Facts, Reading, chip_of
from workbench.drawing.following import Layout
from workbench.drawing.geometry import labels, on_the_way, rects, tidy
from workbench.drawing.legend import Entry, legend
from workbench.drawing.lines import LINES
from workbench.drawing.parts import ARCHETYPES, Size
from workbench.model.design import Design
from workbench.model.element import KINDS, ElementId
from workbench.model.elements.environment import Environment
from workbench.model.elements.sheet import Sheet
from workbench.texts import Language
from workbench.words import Words


@dataclass
class Memory:
    """What one drawing of a sheet leaves for the next, so that small edits cost little and move little.

    `arranged` is what the layout was last given and gave, also for lines that follow a drag.
    """

    layout: LayoutMemory = field(default_factory=LayoutMemory)
    parts: dict[Key, tuple[Facts, Size, Language, tuple[Part, ...]]] = field(default_factory=dict)
    arranged: Layout | None = None


def sheets(design: Design) -> tuple[Sheet, ...]:
    """The sheets of a design in the order people gave them."""
    return tuple(sorted(design.of_kind(Sheet), key=lambda sheet: (sheet.order, sheet.id)))


def drawings(design: Design, language: Language) -> list[Drawing]:
    """Every sheet of a design as a drawing."""
    return [drawing(design, sheet.id, language) for sheet in sheets(design)]


def drawing(design: Design, sheet_id: ElementId, language: Language, memory: Memory | None = None) -> Drawing:
    """A sheet as it looks. KeyError: there is no such sheet.

    The layout is the same in every language; a memory only keeps numbers of columns and saves time.
    """
    sheet = design.get(sheet_id, Sheet)
    if sheet is None:
        raise KeyError(sheet_id)
    return _Build(design, sheet, language, memory or Memory()).drawing()


class _Build:
    """One drawing while it is made."""

    def __init__(self, design: Design, sheet: Sheet, language: Language, memory: Memory) -> None:
        self.language, self.memory, self.sheet = language, memory, sheet
        self.contents: Contents = contents(design, sheet)
        self.reading = Reading(design, self.contents)
        self.facts = {stand.key: self._facts_of(stand) for stand in self.contents.order}
        self.cells = Cells(self.contents, self.facts)
        self.joints = self.cells.joints()
        self.arrangement = self._arranged()
        self.rects = rects(self.arrangement, self.cells)
        self._borders: dict[Key, list[tuple[float, float, float, float, Key]]] = {}
        self.labels = labels(self.arrangement, self.cells)

    def drawing(self) -> Drawing:
        """The finished value."""
        above = {*self.cells.riders.values(), *self.cells.loose}
        keys = [stand.key for stand in self.contents.order]
        # What rides on a line lies above the containers that the line passes; pictures and then notes lie above all.
        boxes = [
            self._box(key) for key in (*(k for k in keys if k not in above), *sorted(above, key=self._above))
        ]
        wide, high = self._extent()
        entries = list(self._entries())
        if entries:
            explained = legend(entries, MARGIN, high, max(wide - 2 * MARGIN, 240.0), self.language)
            boxes.append(explained)
            wide, high = max(wide, explained.rect.right + MARGIN), explained.rect.bottom + MARGIN
        self.memory.parts = {key: kept for key, kept in self.memory.parts.items() if key in self.facts}
        return Drawing(
            sheet=self.sheet.id,
            shows=self.sheet.shows,
            title=self.sheet.title().said(self.language),
            language=self.language,
            size=(wide, high),
            boxes=tuple(boxes),
            lines=self._bridged(),
            places=self.contents.places,
        )

    def _facts_of(self, stand: Stand) -> Facts:
        breathe()
        return self.reading.of(stand)

    def _above(self, key: Key) -> tuple[bool, bool, Key]:
        shape = self.facts[key].shape
        return shape == "note", shape == "picture", key

    def _arranged(self) -> Arrangement:
        root, wires = self.cells.root(), tuple(joint.wire for joint in self.joints)
        known = self.memory.arranged
        if known is None or root != known.root or wires != known.wires:
            known = self.memory.arranged = Layout(root, wires, arrange(root, wires, self.memory.layout))
        return known.arrangement

    def _extent(self) -> Size:
        """The size of the sheet without its legend."""
        wide, high = self.arrangement.size
        cells = self.cells
        shelved = [self.rects[key] for key in (*cells.shelf, *cells.loose, *cells.riders.values())]
        wide = max([wide, *(rect.right + MARGIN for rect in shelved), 2 * MARGIN])
        return tidy(wide), tidy(max([high, *(rect.bottom + MARGIN for rect in shelved), 2 * MARGIN]))

    def _box(self, key: Key) -> Box:
        breathe()
        stand, facts, rect = self.contents.stands[key], self.facts[key], self.rects[key]
        element = stand.element
        return Box(
            key=key,
            element=element.id,
            kind=element.kind.tag,
            shape=facts.shape,
            rect=rect,
            within=stand.within,
            parts=self._parts(key, facts, (rect.w, rect.h)),
            title=facts.title.said(self.language),
            meta=facts.meta.said(self.language),
            pinned=stand.placement is not None and stand.placement.x is not None,
            layer=element.kind.design_domain,
        )

    def _parts(self, key: Key, facts: Facts, size: Size) -> tuple[Part, ...]:
        kept = self.memory.parts.get(key)
        if kept and kept[0] == facts and kept[1] == size and kept[2] == self.language:
            return kept[3]
        parts = ARCHETYPES[facts.shape].parts(facts, size, self.language)
        self.memory.parts[key] = (facts, size, self.language, parts)
        return parts

    def _lines(self) -> Iterator[Line]:
        for joint in self.joints:
            points = self.arrangement.routes.get(joint.wire.key)
            if points:
                yield self._line(joint, points)

    def _bridged(self) -> tuple[Line, ...]:
        """The lines with bridges where they cross; wires of one net are one tree and cross nothing of their own."""
        lines = tuple(self._lines())
        nets = {joint.wire.key: joint.wire.net or (joint.wire.tree and joint.wire.a) for joint in self.joints}
        names = [nets[line.key] or line.key for line in lines]
        return bridged(lines, names, lambda at: self._ground(self._under(at)))

    def _line(self, joint: Joint, points: Sequence[tuple[float, float]]) -> Line:
        breathe()
        wire, element = joint.wire, joint.element
        ground = self._ground(self._shared(wire.a, wire.b))
        marked = LINES[joint.style].middle != "none"
        return Line(
            key=wire.key,
            element=element.id,
            kind=element.kind.tag,
            style=joint.style,
            points=tuple((tidy(x), tidy(y)) for x, y in points),
            start=wire.a,
            end=wire.b,
            title=element.title().said(self.language),
            label=self._label(joint),
            ground=ground,
            layer=joint.style,
            middle=on_the_way(points, self.labels.get(wire.key)) if marked else None,
        )

    def _label(self, joint: Joint) -> Label | None:
        place = self.labels.get(joint.wire.key)
        if place is None:
            return None
        return Label(
            f"{joint.wire.key}:label", place, joint.said, ground=self._ground(self._under(place.centre))
        )

    def _shared(self, first: Key, second: Key) -> Key:
        """The innermost container that holds both boxes, "" for the sheet."""
        outer = {stand.key for stand in self.contents.chain(first)}
        return next((stand.key for stand in self.contents.chain(second) if stand.key in outer), "")

    def _under(self, point: Point) -> Key:
        """The innermost container whose ground is under a point."""
        found, (x, y) = "", point
        while True:
            for left, top, right, bottom, key in self._inner(found):
                if left <= x <= right and top <= y <= bottom:
                    found = key
                    break
            else:
                return found

    def _inner(self, key: Key) -> list[tuple[float, float, float, float, Key]]:
        """The borders of the containers in a container."""
        known = self._borders.get(key)
        if known is None:
            inside = self.contents.inside
            found = [(self.rects[k], k) for k in inside.get(key, ()) if k in inside]
            known = self._borders[key] = [(r.x, r.y, r.right, r.bottom, k) for r, k in found]
        return known

    def _ground(self, key: Key) -> str:
        if not key:
            return "canvas"
        outline = self._parts(key, self.facts[key], (self.rects[key].w, self.rects[key].h))[0]
        return getattr(outline, "fill", "") or "canvas"

    def _entries(self) -> Iterator[Entry]:
        """What occurs on the sheet: kinds by their symbols, then environments by their chips."""
        kinds: dict[str, Entry] = {}
        for stand in self.contents.order:
            kind = stand.element.kind
            if self.facts[stand.key].image:
                continue  # an image is no symbol
            kinds.setdefault(
                kind.tag, Entry(Words(en=kind.label.said("en"), zh=kind.label.said("zh")), kind.symbol)
            )
        yield from kinds.values()
        yield from self._symbols_on_cards(frozenset(kinds))
        shown = {facts.chip for facts in self.facts.values()} | {None}
        bars = {facts.bar for facts in self.facts.values()}
        for environment in self.reading.design.of_kind(Environment):
            mark = chip_of(environment)
            if mark in shown or f"category.{mark.colour}" in bars:
                yield Entry(environment.title(), chip=mark)

    def _symbols_on_cards(self, explained: frozenset[str]) -> Iterator[Entry]:
        """The symbols that stand in the small print of cards, such as cost centres and roles."""
        facts = [one for one in self.facts.values() if one.shape == "card"]
        used = {name for one in facts for name, _ in one.tally} | {one.extra_symbol for one in facts}
        for tag, kind in sorted(KINDS.items()):
            if kind.symbol in used and tag not in explained:
                yield Entry(Words(en=kind.label.said("en"), zh=kind.label.said("zh")), kind.symbol)
