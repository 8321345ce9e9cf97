"""What a box says: title, meta, chip, rows and marks of one stand, in both languages and before any geometry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from workbench.addresses import Span, span, spans
from workbench.drawing.contents import Contents, Stand
from workbench.drawing.looks import Look, look_of
from workbench.drawing.sheets import holders
from workbench.images.image import Image, image_of
from workbench.model.design import Design
from workbench.model.detail import detail_of, number_of
from workbench.model.element import KINDS, Element, ElementId, Field, Kind, Shape
from workbench.model.elements.environment import Environment
from workbench.texts import Text, text
from workbench.words import Words

MOST_LINES: Final = 8
"""Ranges a site lists; the others are counted."""


@dataclass(frozen=True, slots=True)
class Chip:
    """The letters and colour of an environment."""

    letters: str
    colour: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything a box shows.

    `extra`: a third line, or the pill of a container; `tally`: symbols with a number beside that line; `lines`: text and
    whether it clashes.
    """

    shape: Shape
    look: Look
    symbol: str
    title: Words
    meta: Words = Words()
    extra: Words = Words()
    extra_symbol: str = ""
    tally: tuple[tuple[str, str], ...] = ()
    chip: Chip | None = None
    bar: str = ""
    share: float | None = None
    lines: tuple[tuple[Words, bool], ...] = ()
    marks: tuple[str, ...] = ()
    least: tuple[float, float] = (0.0, 0.0)
    image: Image | None = None
    described: Words = Words()


class Reading:
    """Reads the facts of the stands of one sheet."""

    def __init__(self, design: Design, contents: Contents) -> None:
        self.design, self.contents = design, contents
        self._blocks: tuple[Span, ...] | None = None

    def of(self, stand: Stand) -> Facts:
        """The facts of one stand."""
        element, shape = stand.element, self.shape(stand)
        extra, extra_symbol = self._extra(element, shape)
        return Facts(
            shape=shape,
            look=look_of(element.kind, shape),
            symbol=element.symbol(),
            title=element.title(),
            meta=self._meta(stand, shape),
            extra=extra,
            extra_symbol=extra_symbol,
            tally=self._tally(element, shape),
            chip=self._chip(element),
            bar=self._bar(element, shape),
            share=self._share(element) if shape == "leaf" else None,
            lines=self._lines(element) if shape == "site" else (),
            marks=_marks(stand),
            least=_least(stand, shape),
            image=_image(element),
            described=element.described(),
        )

    def shape(self, stand: Stand) -> Shape:
        """The shape of a box: a card is a container where things stand in it, a row without its router a node."""
        kind = stand.element.kind
        outer = self.contents.stands.get(stand.within)
        if kind.shape == "row" and (outer is None or outer.element.kind.shape != "router"):
            return "node"
        return (
            "container"
            if kind.shape == "card" and kind.tag in holders(self.contents.sheet.shows)
            else kind.shape
        )

    def environment(self, element: Element) -> Environment | None:
        """The environment of an element or of what it belongs to."""
        return self.design.get(self.contents.around.of(element.id).get("environment"), Environment)

    def _chip(self, element: Element) -> Chip | None:
        if not _has_field(element.kind, "environment"):
            return None
        environment = self.environment(element)
        return chip_of(environment) if environment else None

    def _bar(self, element: Element, shape: Shape) -> str:
        """The colour of a leaf's or row's bar: a leaf's own environment, or the one all that use the row share."""
        if shape == "leaf":
            environment = self.environment(element)
            return f"category.{environment.colour}" if environment else "wire2"
        if shape != "row":
            return ""
        found = {
            environment.colour
            for link, direct in self._users(element)
            if direct and (end := self._far_end(link)) and (environment := self.environment(end))
        }
        return f"category.{found.pop()}" if len(found) == 1 else "wire2"

    def _far_end(self, link: Element) -> Element | None:
        first, _ = link.kind.joins or ("", "")
        return self.design.get(getattr(link, first, None))

    def _users(self, element: Element) -> Iterator[tuple[Element, bool]]:
        """The links that name a row in their routing, and whether as the one they are associated with."""
        for id in self.design.referrers(element.id):
            link = self.design[id]
            if link.kind.is_link:
                for field in _routing_fields(link.kind):
                    value = getattr(link, field.name)
                    if element.id in value if field.many else element.id == value:
                        yield link, not field.many

    def _meta(self, stand: Stand, shape: Shape) -> Words:
        element = stand.element
        if shape == "row":
            return self._row_meta(element)
        if shape == "router":
            return self._tables(stand)
        elsewhere = self._elsewhere(stand)
        if elsewhere:
            return elsewhere
        said = detail_of(element)
        if shape == "card":
            return _joined(said, *self._counts(element, False))
        if said or shape not in ("container", "head", "tile"):
            return said
        return _joined(*self._counts(element, True)[: None if shape == "head" else 1])

    def _row_meta(self, element: Element) -> Words:
        users = list(self._users(element))
        if not users and element.meta():
            return detail_of(element)
        associated = sum(1 for _, direct in users if direct)
        return both(text("assoc {count} · learn {more}", count=associated, more=len(users) - associated))

    def _tables(self, stand: Stand) -> Words:
        count = sum(
            1
            for key in self.contents.inside.get(stand.key, ())
            if self.contents.stands[key].element.kind.counted
        )
        return (
            both(text("{count} tables", count=count) if count != 1 else text("1 table")) if count else Words()
        )

    def _elsewhere(self, stand: Stand) -> Words:
        """Where else on the sheet the element stands."""
        others = [key for key in self.contents.places[stand.element.id] if key != stand.key]
        if not others or stand.element.kind.tag == self.contents.plan.levels[-1]:
            return Words()
        within = [self.contents.stands.get(self.contents.stands[key].within) for key in others]
        names = tuple(other.element.title() for other in within if other)
        return both(text("also in {places}", places=names)) if names else Words()

    def _counts(self, element: Element, on_sheet: bool) -> list[Words]:
        """How many of each counted kind name the element, directly or through others that it holds."""
        found = []
        for kind in _counted_kinds():
            wanted = self.contents.sheet.shows in kind.stands if on_sheet else element.kind.tag in kind.inside
            if (kind.counted == "parent" and not wanted) or (
                element.kind.shape == "card" and _is_tallied(kind)
            ):
                continue
            count = self._count(element, kind)
            if count:
                found.append(number_of(count, kind.plural, short=kind.counted == "parent"))
        return found

    def _tally(self, element: Element, shape: Shape) -> tuple[tuple[str, str], ...]:
        """What a card counts by symbols: who has access to it, and what stands in it but on no sheet."""
        if shape != "card":
            return ()
        counts = ((kind, self._count(element, kind)) for kind in _counted_kinds() if _is_tallied(kind))
        return tuple((kind.symbol, f"{count:,}") for kind, count in counts if count)

    def _count(self, element: Element, kind: Kind) -> int:
        if kind.counted == "parent":
            if not _may_hold(element.kind, kind):
                return 0
            return sum(1 for inner in self.design.within(element.id) if inner.kind is kind) - (
                element.kind is kind
            )
        if element.kind.shape == "card" and kind.field(kind.counted).row:
            # What a row gives a folder, everything below it has.
            here = (element, *self.design.above(element.id))
            return len({id for one in here for id in self._naming(one, kind)})
        return len(self._naming(element, kind)) if element.kind.shape in ("tile", "head") else 0

    def _naming(self, element: Element, kind: Kind) -> list[ElementId]:
        """The elements of a kind that name an element."""
        return [id for id in self.design.referrers(element.id) if self.design[id].kind is kind]

    def _extra(self, element: Element, shape: Shape) -> tuple[Words, str]:
        """The third line of a card, the pill of a folder."""
        if shape == "card" and _has_field(element.kind, "cost_centre"):
            centre = self.design.get(getattr(element, "cost_centre", None))
            return (centre.title(), centre.symbol()) if centre else (Words(), "")
        if shape != "container":
            return Words(), ""
        for kind in _counted_kinds():
            if kind.counted != "parent" and element.kind.tag in kind.field(kind.counted).refers:
                count = len(self._naming(element, kind))
                if count:
                    return number_of(count, kind.plural), "guardrail"
        return Words(), ""

    def _share(self, element: Element) -> float | None:
        """The share of a block's addresses that the hosts in it need, None where nobody said."""
        hosts = [
            count
            for id in self.design.referrers(element.id)
            if (count := getattr(self.design[id], "hosts", None))
        ]
        block = span(getattr(element, "block", ""))
        return min(1.0, sum(hosts) / block.size) if hosts and block else None

    def _lines(self, element: Element) -> tuple[tuple[Words, bool], ...]:
        """The ranges of a site; the overflow is counted in the last line."""
        field = next(
            (field for field in element.kind.fields if field.row and field.section == "addresses"), None
        )
        if field is None:
            return ()
        blocks = [getattr(row, field.columns[0].name) for row in getattr(element, field.name)]
        lines = [(Words(en=block), self._clashes(block)) for block in blocks if block]
        if len(lines) > MOST_LINES:
            left = len(lines) - MOST_LINES + 1
            lines = [*lines[: MOST_LINES - 1], (both(text("{count} more", count=left)), False)]
        return tuple(lines)

    def _clashes(self, block: str) -> bool:
        """Whether a range shares addresses with a block of a network in the design."""
        if self._blocks is None:
            self._blocks = _cloud_blocks(self.design)
        here = span(block)
        return here is not None and any(here.meets(other) for other in self._blocks)


def both(said: Text) -> Words:
    """A sentence of the program in both languages."""
    return Words(en=said.said("en"), zh=said.said("zh"))


def _joined(*parts: Words) -> Words:
    said = [part for part in parts if part]
    return Words(
        en=" · ".join(part.said("en") for part in said), zh=" · ".join(part.said("zh") for part in said)
    )


def chip_of(environment: Environment) -> Chip:
    letters = environment.letter or environment.title().said("en")[:1].upper()
    return Chip(letters[:2], environment.colour)


def _marks(stand: Stand) -> tuple[str, ...]:
    pinned = stand.placement is not None and stand.placement.x is not None
    return ("mark-lock",) * (stand.element.state == "deployed") + ("mark-pin",) * pinned


def _least(stand: Stand, shape: Shape) -> tuple[float, float]:
    """The least size: what a person made it, else what the kind asks for."""
    width, height = stand.element.kind.size
    if shape == "container" and stand.element.kind.shape == "card":
        width, height = 190.0, 90.0
    placed = stand.placement
    if placed and placed.width and placed.height:
        return placed.width, placed.height
    return width, height


def _image(element: Element) -> Image | None:
    """The image it is drawn as, None where it has none or one that cannot be shown."""
    lines = element.image()
    found = image_of(lines) if lines else None
    return found if isinstance(found, Image) else None


@cache
def _has_field(kind: Kind, name: str) -> bool:
    return any(field.name == name for field in kind.fields)


@cache
def _routing_fields(kind: Kind) -> tuple[Field, ...]:
    return tuple(field for field in kind.fields if field.section == "routing" and field.refers)


@cache
def _counted_kinds() -> tuple[Kind, ...]:
    return tuple(sorted((kind for kind in KINDS.values() if kind.counted), key=lambda kind: kind.tag))


@cache
def _is_tallied(kind: Kind) -> bool:
    """Whether cards count a kind by its symbol: one that reaches them by rows, or that no sheet shows."""
    return not kind.stands or (kind.counted != "parent" and kind.field(kind.counted).row is not None)


@cache
def _may_hold(outer: Kind, inner: Kind) -> bool:
    """Whether an element of one kind can have one of the other below it."""
    waiting, seen = list(inner.inside), set[str]()
    while waiting:
        tag = waiting.pop()
        if tag == outer.tag:
            return True
        if tag and tag not in seen:
            seen.add(tag)
            waiting.extend(KINDS[tag].inside)
    return False


def _cloud_blocks(design: Design) -> tuple[Span, ...]:
    """The blocks of everything that others stand in."""
    return spans(
        tuple(
            block
            for element in design
            if element.kind.shape == "container"
            for block in getattr(element, "blocks", ())
        )
    )
