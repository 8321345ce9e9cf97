"""What names addresses goes along where they have gone: routes, rules, lists and texts, in the same step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import msgspec

from workbench.edits.addressing.going import Going, OneToOne, answers
from workbench.edits.addressing.mentions import Mentions
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.planning.comparing import held_by
from workbench.planning.renumbering.slots import Key
from workbench.planning.renumbering.touching import GROUND, Rewriting
from workbench.texts import Text, text

NOTHING: Final = Text("")


class Followed(NamedTuple):
    """A design after an edit in which what named the addresses names the new ones; how many texts, and how many to look at."""

    design: Design
    rewritten: int = 0
    to_look_at: int = 0

    @property
    def told(self) -> Text:
        """How much has followed, as the end of a sentence."""
        texts = text(" · {count} rewritten", count=self.rewritten) if self.rewritten else NOTHING
        looks = text(" · {count} to look at", count=self.to_look_at) if self.to_look_at else NOTHING
        return text("{texts}{looks}", key="map.followed", texts=texts, looks=looks)


def followed(mentions: Mentions, before: Design, after: Design) -> Followed:
    """The design after an edit, with everything that names an address which moved naming it where it is now.

    Only what one block stands for is written anew; what a person has to decide stays and is counted.
    """
    change = Change.between(before, after)
    going = Going(before, change)
    if not going.to:
        return Followed(after)
    mentions.follow(before)
    images = OneToOne(before, mentions, going)
    ids = [id for id in sorted(set(images.concerned())) if _may_follow(before[id], after)]
    rewriting = Rewriting(before, images, list(_placed(before, ids)), {})
    changed, count = [], 0
    for id in ids:
        images.asking, known = id, len(rewriting.touches)
        made, kept = _merged(before[id], rewriting.element(before[id]), after[id])
        if made is not after[id]:
            changed.append(made)
            touches = rewriting.touches[known:]
            count += sum(touch.is_rewritten and touch.field not in kept for touch in touches)
    doubtful = {(one.element, one.old) for one in rewriting.touches if one.is_doubtful}
    return Followed(after.adding(*changed), count, len(images.unsure) + len(doubtful))


def _may_follow(element: Element, after: Design) -> bool:
    """Whether what an element says is about who has an address; what there is, and who else has it, stays true."""
    return element.id in after and not isinstance(element, GROUND)


def _placed(design: Design, ids: list[ElementId]) -> Iterator[Key]:
    """The blocks that the edit itself decides."""
    for id in ids:
        if not answers(design[id], design):
            yield from ((held.element, held.field, held.place) for held in held_by(design[id]))


def _merged(before: Element, wanted: Element, after: Element) -> tuple[Element, set[Text]]:
    """An element after the edit with what followed in fields that the edit left alone, and the labels of the others."""
    names = [name for name in before.__struct_fields__ if getattr(wanted, name) != getattr(before, name)]
    free = [name for name in names if getattr(after, name) == getattr(before, name)]
    labels = {field.name: field.label for field in before.kind.fields}
    kept = {labels[name] for name in names if name not in free and name in labels}
    if not free:
        return after, kept
    return msgspec.structs.replace(after, **{name: getattr(wanted, name) for name in free}), kept
