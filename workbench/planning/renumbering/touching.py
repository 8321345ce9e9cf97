"""What a new plan touches: every text of a design that names what has moved, written anew or to be looked at."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import msgspec

from planners.addresses import Block
from workbench.model.design import Design
from workbench.model.element import Element, ElementId, Field, Row
from workbench.model.elements.address_pool import AddressPool
from workbench.model.elements.data_centre import DataCentre
from workbench.model.elements.other_cloud import OtherCloud
from workbench.model.elements.reserved_range import ReservedRange
from workbench.planning.renumbering.elsewhere import Elsewhere
from workbench.planning.renumbering.slots import Key
from workbench.planning.renumbering.translating import Image, Imaging
from workbench.planning.renumbering.written import Mention, only_block, translated
from workbench.texts import Text, text
from workbench.words import Words

How = Literal["rewritten", "several", "extended", "covers", "stays", "site", "follows"]
HOWS: Final[Mapping[How, Text]] = {
    "rewritten": text("rewritten"),
    "several": text("rewritten as several; look whether they mean the same"),
    "extended": text("kept and extended; it still covers what was given up"),
    "covers": text("kept; it also covers what is taken elsewhere"),
    "stays": text("kept; it tells of addresses, not of who has them"),
    "site": text("kept; it leads to a site that has these addresses"),
    "follows": text("gets new addresses from the block it stands in"),
}
"""What becomes of a text that names what has moved."""
GROUND: Final = (AddressPool, ReservedRange, DataCentre, OtherCloud)
"""Kinds that say which addresses there are and who else has them: what they say stays true when a network moves."""


@dataclass(frozen=True, slots=True)
class Touch:
    """A text that names an address of what moved: where it stands, what it was and is, and the slot that moved.

    `row` counts from 1 in a table. Of a doubtful one it cannot be told whether a site is meant that has the same address.
    """

    element: ElementId
    field: Text
    row: int
    old: str
    new: str
    how: How
    cause: str
    is_doubtful: bool = False

    @property
    def is_rewritten(self) -> bool:
        """Whether the text would be another one."""
        return self.how in ("rewritten", "several", "extended")

    @property
    def to_look_at(self) -> bool:
        """Whether a person should look at it."""
        return self.is_doubtful or self.how not in ("rewritten", "follows")


class Rewriting:
    """Elements with all they say about addresses translated; `touches` gathers what was met."""

    def __init__(
        self, design: Design, translation: Imaging, placed: Collection[Key], new: Mapping[Key, str]
    ) -> None:
        self.touches: list[Touch] = []
        self._design = design
        self._translation = translation
        self._new = new
        self._fields = {(id, field) for id, field, _ in placed}
        self._elsewhere = Elsewhere(design)

    def element(self, element: Element) -> Element:
        """The element after the renumbering, itself where nothing in it is about what moved."""
        near = {element.id, *(one.id for one in self._design.above(element.id))}
        names = own_names(element)
        changes: dict[str, Any] = {}
        for field in _worded(element):
            value = getattr(element, field.name)
            if value:
                changes[field.name] = self._value(_Place(self, element, field, near, names=names), value)
        if content := getattr(element, "content", ""):
            changes["content"] = _Place(self, element, element.kind.field("name"), near).wording(content)
        changed = {name: value for name, value in changes.items() if value != getattr(element, name)}
        return msgspec.structs.replace(element, **changed) if changed else element

    def _value(self, place: _Place, value: Any) -> Any:
        if (place.element.id, place.field.name) in self._fields:
            return self._placed(place, value)
        return place.value(value)

    def _placed(self, place: _Place, value: Any) -> Any:
        """What the plan itself decides; entries that are no blocks stay."""
        id, name = place.element.id, place.field.name
        if isinstance(value, str):
            return self._new.get((id, name, 0), value)
        return tuple(self._new.get((id, name, at), written) for at, written in enumerate(value))

    def image(self, block: Block, near: Collection[ElementId]) -> Image:
        """What has become of a block."""
        return self._translation.image(block, near)

    def leads_elsewhere(self, ids: Collection[ElementId], block: Block) -> bool:
        """Whether one of some elements leads to a site that has these addresses."""
        return self._elsewhere.behind(ids, block)

    def is_doubtful(self, block: Block) -> bool:
        """Whether a site has the same address, so that nobody knows who was meant."""
        return self._elsewhere.used(block)


@dataclass(slots=True)
class _Place:
    """A field of an element on its way through a renumbering, or a row of it."""

    rewriting: Rewriting
    element: Element
    field: Field
    near: Collection[ElementId]
    row: int = 0
    names: tuple[ElementId, ...] = ()

    def value(self, value: Any) -> Any:
        """A value of the field, translated."""
        if self.field.row:
            return self._rows(value)
        if isinstance(value, Words):
            return Words(en=self.wording(value.en), zh=self.wording(value.zh))
        if isinstance(value, dict):
            return {self.wording(key): self.wording(said) for key, said in value.items()}
        if isinstance(value, str):
            return self._one(value)
        return self._several(value) if isinstance(value, tuple) else value

    def wording(self, written: str) -> str:
        """A text, translated."""
        return translated(written, self._image, self._tell)

    def _one(self, written: str) -> str:
        mention = only_block(written) if self.field.editor == "block" else None
        return self._blocks(written, mention, alone=True)[0] if mention else self.wording(written)

    def _several(self, values: Sequence[Any]) -> tuple[Any, ...]:
        found: list[Any] = []
        for at, value in enumerate(values, 1):
            self.row = at
            mention = only_block(value) if isinstance(value, str) and self.field.editor == "block" else None
            if mention:
                blocks = self._blocks(value, mention, alone=False)
                found += blocks[:1] + [block for block in blocks[1:] if block not in values]
            else:
                found.append(self.wording(value) if isinstance(value, str) else value)
        return tuple(found)

    def _blocks(self, written: str, mention: Mention, alone: bool) -> list[str]:
        """What stands for a block now; where there is room for one alone, the one that says it best."""
        image = self._image(mention.block)
        if image.how == "same":
            return [written]
        blocks = (image.whole,) if alone else image.blocks
        self._tell(mention, image._replace(blocks=blocks))
        return [mention.written(block) for block in blocks]

    def _image(self, block: Block) -> Image:
        """What has become of a block, as it was where the text speaks of others."""
        image = self.rewriting.image(block, self.near)
        if image.how == "same" or not self._stays(block):
            return image
        if image.how in ("shifted", "several"):
            told: How = "stays" if isinstance(self.element, GROUND) else "site"
            self._note(str(block), str(block), told, image.cause, False)
        return image._replace(blocks=(block,), how="same", whole=block)

    def _stays(self, block: Block) -> bool:
        return isinstance(self.element, GROUND) or self.rewriting.leads_elsewhere(self.names, block)

    def _tell(self, mention: Mention, image: Image) -> None:
        new = ", ".join(mention.written(block) for block in image.blocks)
        how: How = "rewritten" if image.how == "shifted" else image.how  # type: ignore[assignment]
        doubtful = how != "covers" and self.rewriting.is_doubtful(mention.block)
        self._note(mention.written(mention.block), new, how, image.cause, doubtful)

    def _note(self, old: str, new: str, how: How, cause: str, doubtful: bool) -> None:
        touch = Touch(self.element.id, self.field.label, self.row, old, new, how, cause, doubtful)
        self.rewriting.touches.append(touch)

    def _rows(self, rows: Sequence[Row]) -> tuple[Row, ...]:
        found: list[Row] = []
        for at, row in enumerate(rows, 1):
            found += self._row(at, row, rows)
        return tuple(found)

    def _row(self, at: int, row: Row, rows: Sequence[Row]) -> list[Row]:
        """The row, or several that differ in the first column whose block has become several."""
        names = tuple(
            id for column in self.field.columns if column.refers and (id := getattr(row, column.name))
        )
        changes: dict[str, list[Any]] = {}
        for column in self.field.columns:
            value = getattr(row, column.name)
            if value and not column.refers and not column.choices:
                place = _Place(self.rewriting, self.element, column, self.near, at, self.names + names)
                changes[column.name] = place.cell(value, alone=any(len(one) > 1 for one in changes.values()))
        several = max((len(values) for values in changes.values()), default=1)
        made = [
            msgspec.structs.replace(
                row, **{name: values[min(n, len(values) - 1)] for name, values in changes.items()}
            )
            for n in range(several)
        ]
        return made[:1] + [one for one in made[1:] if one not in rows]

    def cell(self, value: Any, alone: bool) -> list[Any]:
        """The values that a cell has become, several only of a block."""
        if isinstance(value, str) and self.field.editor == "block" and (mention := only_block(value)):
            return list(self._blocks(value, mention, alone))
        return [self.value(value)]


def _worded(element: Element) -> Iterator[Field]:
    """The fields of an element in which people write; what they pick tells no address."""
    return (field for field in element.kind.fields if not field.refers and not field.choices)


def own_names(element: Element) -> tuple[ElementId, ...]:
    """The elements that an element names outside of its tables."""
    found: list[ElementId] = []
    for field in element.kind.fields:
        value = getattr(element, field.name) if field.refers else None
        found += value if isinstance(value, tuple) else [value] if value else []
    return tuple(found)


def followers(
    design: Design, moved: Mapping[ElementId, str], said: Callable[[ElementId], tuple[str, str]]
) -> Iterator[Touch]:
    """What stands in a block that moved and has its addresses from it, without naming any."""
    for id in sorted(moved):
        for follower in design.referrers(id):
            element = design[follower]
            field = next(
                (one for one in element.kind.fields if one.refers and _names(element, one, id)), None
            )
            if field and element.kind.is_link is False and element.kind.shape != "none":
                yield Touch(follower, field.label, 0, *said(id), "follows", moved[id])


def _names(element: Element, field: Field, id: ElementId) -> bool:
    value = getattr(element, field.name)
    return id in value if isinstance(value, tuple) else value == id
