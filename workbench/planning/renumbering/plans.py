"""Up to three new plans for a design around what is taken elsewhere, each with all that it would change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from planners import addresses
from planners.addresses import Block, NoRoom, Renumbering, block_text
from planners.pace import breathe
from workbench.model.design import Design
from workbench.model.element import Element, ElementId, State
from workbench.planning.comparing import Comparison, compared
from workbench.planning.no_room import REPAIRS
from workbench.planning.renumbering.problems import Asked, asked
from workbench.planning.renumbering.reasons import WAYS, elements_of, reason, rides
from workbench.planning.renumbering.slots import InForce, Key, in_force
from workbench.planning.renumbering.touching import Rewriting, Touch, followers
from workbench.planning.renumbering.translating import Translation
from workbench.progress import Progress, part, untold
from workbench.texts import Text, text


@dataclass(frozen=True, slots=True)
class Moved:
    """A block of an element that goes elsewhere: why, and the elements that lie there now or made it go.

    `slot` names it among the causes of touches. What is around others weighs nothing itself.
    """

    slot: str
    element: ElementId
    field: str
    old: str
    new: str
    state: State
    reason: Text
    by: tuple[ElementId, ...]
    is_container: bool


@dataclass(frozen=True, slots=True)
class Renumbered:
    """One new plan: what moves and weighs, what is left around or in the range, all it touches, and its figures.

    `proved` says that no plan of its way moves less weight. `before` is the design it is for, `after` what it would be.
    """

    way: str
    weight: int
    proved: bool
    moves: tuple[Moved, ...]
    holes: tuple[ElementId, ...]
    clashing: tuple[ElementId, ...]
    touches: tuple[Touch, ...]
    comparison: Comparison
    before: Design = field(repr=False)
    after: Design = field(repr=False)
    changed: tuple[ElementId, ...] = field(repr=False)

    @property
    def title(self) -> Text:
        """What sets it apart."""
        return WAYS[self.way]

    @property
    def deployed(self) -> int:
        """How many blocks of deployed elements move, without the containers around others."""
        return sum(1 for one in self.moves if one.state == "deployed" and not one.is_container)

    @property
    def moving(self) -> int:
        """How many blocks move, without the containers around others."""
        return sum(1 for one in self.moves if not one.is_container)

    @property
    def rewritten(self) -> int:
        """How many texts would be others."""
        return sum(1 for touch in self.touches if touch.is_rewritten)

    @property
    def to_look_at(self) -> int:
        """How many texts a person should look at."""
        return sum(1 for touch in self.touches if touch.to_look_at)


@dataclass(frozen=True, slots=True)
class Renumberings:
    """Up to three plans, the one that moves the least weight first; none where nothing has to move."""

    taken: tuple[Block, ...]
    plans: tuple[Renumbered, ...]


@dataclass(frozen=True, slots=True)
class NoPlan:
    """Why there is no plan around what is taken: what finds no room, and single changes that would help."""

    reason: Text
    elements: tuple[ElementId, ...]
    repairs: tuple[Text, ...] = ()


def renumberings(
    design: Design, taken: Sequence[Block], progress: Progress = untold
) -> Renumberings | NoPlan:
    """The plans that leave what is taken free, or why there is none. Pins stay, and nobody else's addresses are used."""
    force = in_force(design)
    progress(0.05)
    concerned = sorted({block.width for block in taken if _concerns(force, block)})
    ways: list[tuple[Asked, tuple[Renumbering, ...]]] = []
    for number, width in enumerate(concerned):
        question = asked(design, force, taken, width)
        found = addresses.renumberings(question.problem, [one for one in taken if one.width == width])
        if isinstance(found, NoRoom):
            return _no_plan(design, force, found)
        ways.append((question, found))
        progress(0.05 + 0.45 * (number + 1) / len(concerned))
    return Renumberings(tuple(taken), tuple(_plans(design, force, taken, ways, part(progress, 0.5, 1))))


def _concerns(force: InForce, taken: Block) -> bool:
    return any(slot.block.touches(taken) for slot in force.slots.values())


def _plans(
    design: Design,
    force: InForce,
    taken: Sequence[Block],
    ways: Sequence[tuple[Asked, tuple[Renumbering, ...]]],
    progress: Progress,
) -> Iterator[Renumbered]:
    """The n-th plans of the families together."""
    count = max((len(found) for _, found in ways), default=0)
    for number in range(count):
        chosen = [(question, found[min(number, len(found) - 1)]) for question, found in ways]
        new = {id: block for _, one in chosen for id, block in one.plan.allocations.items()}
        made = Making(design, force, taken, chosen, new)
        yield made.renumbered(part(progress, number / count, (number + 1) / count))


class Making:
    """One new plan on its way from the planner's blocks to everything it would change."""

    def __init__(
        self,
        design: Design,
        force: InForce,
        taken: Sequence[Block],
        chosen: Sequence[tuple[Asked, Renumbering]],
        new: Mapping[str, Block],
    ) -> None:
        self._design, self._force, self._taken, self._chosen = design, force, tuple(taken), tuple(chosen)
        riding = {id for question, _ in chosen for id in question.riders}
        self._new = {**new, **_ridden(force, riding, new)}

    def renumbered(self, progress: Progress = untold) -> Renumbered:
        """The whole plan."""
        moves = tuple(self._moves())
        rewriting, changed = self._rewritten(progress)
        after = self._design.adding(*changed)
        moved = {one.element: one.slot for one in reversed(moves)}
        said = {one.element: (one.old, one.new) for one in reversed(moves)}
        touches = (*rewriting.touches, *followers(self._design, moved, said.__getitem__))
        one = [found for _, found in self._chosen]
        return Renumbered(
            way=one[0].way,
            weight=sum(found.weight for found in one),
            proved=all(found.plan.proved for found in one),
            moves=moves,
            holes=elements_of(self._force, (id for found in one for id in found.holes)),
            clashing=elements_of(
                self._force, (*(id for found in one for id in found.clashing), *self._stuck())
            ),
            touches=tuple(touches),
            comparison=compared(self._design, after),
            before=self._design,
            after=after,
            changed=tuple(one.id for one in changed),
        )

    def _moves(self) -> Iterator[Moved]:
        """Every block that changes, containers before what is in them."""
        told = {move.id: move for _, one in self._chosen for move in one.plan.moves}
        slots = self._force.slots
        for slot in sorted(
            slots.values(), key=lambda one: (one.block.width, one.block.base, -one.block.bits, one.id)
        ):
            new = self._new.get(slot.id, slot.block)
            if new == slot.block:
                continue
            move = told.get(slot.id)
            why = (
                reason(self._design, self._force, move, self._taken)
                if move
                else rides(self._design, self._force, slot.id)
            )
            by = elements_of(self._force, move.by) if move else ()
            container = slot.id in self._force.containers
            old, now = block_text(slot.block), block_text(new)
            yield Moved(slot.id, slot.element, slot.field, old, now, slot.state, why, by, container)

    def _rewritten(self, progress: Progress) -> tuple[Rewriting, list[Element]]:
        """Every element that would change, as it would be."""
        new: dict[Key, str] = {
            slot.key: block_text(self._new[id])
            for id, slot in self._force.slots.items()
            if self._new.get(id, slot.block) != slot.block
        }
        translation = Translation(self._force, self._new, self._taken)
        placed = [slot.key for slot in self._force.slots.values()]
        rewriting = Rewriting(self._design, translation, placed, new)
        changed: list[Element] = []
        for number, element in enumerate(self._design):
            if number % 64 == 0:
                breathe()
                progress(number / len(self._design))
            after = rewriting.element(element)
            if after is not element:
                changed.append(after)
        return rewriting, changed

    def _stuck(self) -> Iterator[str]:
        """vSwitches outside the blocks of their VPC that lie in the range: the planner knows no place for them."""
        for id in self._force.loose:
            if any(self._force.slots[id].block.touches(one) for one in self._taken):
                yield id


def _ridden(force: InForce, riding: Iterable[str], new: Mapping[str, Block]) -> dict[str, Block]:
    """The blocks of what goes along with the block around it."""
    found: dict[str, Block] = {}
    for id in riding:
        block = force.slots[id].block
        carrier = next((one for one in force.around(id) if one in new), None)
        if carrier is not None:
            shift = new[carrier].base - force.slots[carrier].block.base
            found[id] = Block(block.base + shift, block.bits, block.width)
    return found


def _no_plan(design: Design, force: InForce, found: NoRoom) -> NoPlan:
    """The planner's no in words."""

    def name(id: str) -> object:
        return design[force.slots[id].element].title() if id in force.slots else id

    elements = tuple(dict.fromkeys(force.slots[id].element for id in found.conflict if id in force.slots))
    said = text(
        "No plan leaves the range free: {names} find no room in {pools}.",
        names=[name(id) for id in found.conflict],
        pools=[str(pool) for pool in found.pools],
    )
    repairs = (
        REPAIRS[one.kind]._replace(values=(("about", name(one.about)), ("old", one.old), ("new", one.new)))
        for one in found.repairs
    )
    return NoPlan(said, elements, tuple(repairs))
