"""A range turns out to be taken elsewhere: what could move, in up to three plans.

Rule four forbids a container around such a range, since its route would attract
what is meant for elsewhere. The plan with the fewest moves often is one that
keeps such containers nevertheless, so it is offered too, and its holes are named.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from planners.addresses.answer import NoRoom, plan
from planners.addresses.blocks import Block
from planners.addresses.family import Family
from planners.addresses.keeping import above, moves
from planners.addresses.planning import Plan
from planners.addresses.problem import Problem

MOST = 3


@dataclass(frozen=True, slots=True)
class Renumbering:
    """One new plan with its moves, by the way it was found, and what its moved leaves weigh together.

    Ways: `around` (containers keep their blocks, only what clashes moves), `whole` (the innermost
    containers that clash move as one), `clear` (no container is left around the range, the least
    weight moves), `anew` (nothing earlier counts). `holes` are containers around the range,
    `clashing` leaves that a pin keeps inside it. `plan.proved` speaks of plans of its way.
    """

    way: str
    plan: Plan
    weight: int
    holes: tuple[str, ...]
    clashing: tuple[str, ...]


def renumberings(problem: Problem, taken: Iterable[Block]) -> tuple[Renumbering, ...] | NoRoom:
    """Up to three plans that leave the taken blocks free, lightest first, or why there is none.

    `problem.previous` is the plan in force; equal plans are told once.
    """
    blocks = tuple(taken)
    around = _Around(replace(problem, reserved=(*problem.reserved, *blocks)), blocks)
    answers = list(around.ways())
    found = [around.weighed(way, answer) for way, answer in answers if isinstance(answer, Plan)]
    if not found:
        return next(answer for _, answer in answers if isinstance(answer, NoRoom))
    ranked = sorted(found, key=lambda one: (one.weight, len(one.plan.moves), len(one.holes)))
    apart = {tuple(sorted(one.plan.allocations.items())): one for one in reversed(ranked)}
    return tuple(one for one in ranked if one in apart.values())[:MOST]


class _Around:
    """The ways around some taken blocks."""

    def __init__(self, problem: Problem, taken: tuple[Block, ...]) -> None:
        self._problem = problem
        self._taken = taken
        self._family = Family.of(problem)
        self._touched = [id for id in self._family.requests if self._touches(problem.previous.get(id))]
        self._depths = {id: len(list(above(id, self._family.requests))) for id in self._touched}

    def ways(self) -> Iterator[tuple[str, Plan | NoRoom]]:
        """Every way with its answer."""
        yield "clear", plan(self._problem)
        holding = self._holding()
        yield "around", self._held(self._problem, holding)
        innermost = self._innermost()
        rest = [id for id in holding if id not in innermost]
        yield "whole", _unproved(self._held(self._without(innermost), rest))
        yield "anew", self._anew()

    def weighed(self, way: str, found: Plan) -> Renumbering:
        """A plan with what its moves weigh and what it leaves around or inside the taken blocks."""
        left = sorted(id for id in found.bases if any(map(self._touches, found.blocks(id))))
        containers = self._family.children
        return Renumbering(
            way,
            found,
            sum(self._problem.weight(move.id) for move in found.moves if move.id not in containers),
            tuple(id for id in left if id in containers),
            tuple(id for id in left if id not in containers),
        )

    def _touches(self, block: Block | None) -> bool:
        return block is not None and any(block.touches(other) for other in self._taken)

    def _holding(self) -> list[str]:
        """Open containers with more in them than the taken blocks, outermost first."""
        containers = [id for id in self._touched if id in self._family.children]
        blocks = self._problem.previous
        open_ones = [
            id
            for id in containers
            if self._family.requests[id].pinned is None
            and not any(other.holds(blocks[id]) for other in self._taken)
        ]
        return sorted(open_ones, key=lambda id: (self._depths[id], id))

    def _innermost(self) -> set[str]:
        """Touched containers without a touched container inside."""
        containers = {id for id in self._touched if id in self._family.children}
        return containers - {self._family.requests[id].parent for id in containers}

    def _without(self, ids: set[str]) -> Problem:
        """The problem that has forgotten where these and all inside them were."""
        gone = {member for id in ids for member in self._family.inside(id)}
        previous = {id: block for id, block in self._problem.previous.items() if id not in gone}
        return replace(self._problem, previous=previous)

    def _held(self, problem: Problem, holding: list[str]) -> Plan | NoRoom:
        """The plan with these containers where they are; the innermost are given up first where there is none."""
        while True:
            answer = plan(self._pinned(problem, holding))
            if isinstance(answer, Plan):
                return self._told(answer)
            if not holding:
                return answer
            deepest = self._depths[holding[-1]]
            holding = [id for id in holding if self._depths[id] < deepest]

    def _pinned(self, problem: Problem, ids: list[str]) -> Problem:
        requests = tuple(
            request._replace(pinned=self._problem.previous[request.id]) if request.id in ids else request
            for request in problem.requests
        )
        return replace(problem, requests=requests)

    def _anew(self) -> Plan | NoRoom:
        answer = plan(replace(self._problem, previous={}))
        return _unproved(answer if isinstance(answer, NoRoom) else self._told(answer))

    def _told(self, found: Plan) -> Plan:
        """The plan with its moves from the plan in force."""
        return replace(found, moves=moves(self._problem, found, self._problem.previous))


def _unproved(answer: Plan | NoRoom) -> Plan | NoRoom:
    """The answer of a way that does not look for the fewest moves."""
    return replace(answer, proved=not answer.moves) if isinstance(answer, Plan) else answer
