"""The answer to a problem: a plan, or why there is none and what would help."""

from dataclasses import dataclass, replace

from planners.addresses.blocks import Block
from planners.addresses.explaining import conflict
from planners.addresses.family import Family
from planners.addresses.footprints import Failure
from planners.addresses.keeping import moves, still_fitting
from planners.addresses.planning import Outline, Plan, filled
from planners.addresses.pools import pools_of
from planners.addresses.problem import Problem
from planners.addresses.repairs import Repair, repairs
from planners.addresses.replanning import replanned
from planners.addresses.several import may_divide, staying, verdict
from planners.addresses.soft import grown


@dataclass(frozen=True, slots=True)
class NoRoom:
    """There is no plan: a smallest conflict, what is missing where, and repairs that work.

    `pools` are the pools concerned, `ranges` these and the reserved ranges that
    take part, `at` the container that cannot be filled (None: the pools themselves).
    """

    code: str
    conflict: tuple[str, ...]
    ranges: tuple[Block, ...]
    pools: tuple[Block, ...]
    at: str | None
    length: int
    need: int
    have: int
    repairs: tuple[Repair, ...]

    @property
    def missing(self) -> int:
        """The addresses that are missing at the violated size."""
        return self.need - self.have


def plan(problem: Problem) -> Plan | NoRoom:
    """A place for every request, or the reason why there is none; exact either way.

    Earlier blocks stay where they still fit. The order of the requests does not
    matter. Raises `BadProblem` when the problem makes no sense.
    """
    if not problem.previous and not problem.several:
        found = verdict(problem)
        return explained(problem, found) if isinstance(found, Failure) else placed(problem, found)
    return _plan_again(problem)


def _plan_again(problem: Problem) -> Plan | NoRoom:
    """The plan that moves as little as can be; where containers may have more blocks, these come before moves."""
    wanted = still_fitting(problem)
    if may_divide(problem):
        stays = staying(problem)
        if stays is not None:
            result = placed(problem, stays)
            return replace(result, moves=moves(problem, result, wanted))
    again = replanned(problem, wanted)
    if not isinstance(again, Failure):
        result = placed(problem, again.outline)
        return replace(result, moves=moves(problem, result, wanted), proved=again.proved)
    anew = verdict(problem) if may_divide(problem) else again
    if isinstance(anew, Failure):
        return explained(problem, anew)
    result = placed(problem, anew)
    return replace(result, moves=moves(problem, result, wanted), proved=False)


def placed(problem: Problem, found: Outline) -> Plan:
    """The plan of an outline, with as much soft growth as there is room for."""
    if not found.tree.soft:
        return filled(found)
    more = grown(found, problem)
    return replace(filled(more.outline), soft=more.soft, soft_proved=more.most)


def explained(problem: Problem, failure: Failure) -> NoRoom:
    """The full answer behind a failure."""
    family = Family.of(problem)
    members = conflict(family, failure)
    top = members[0]
    while (parent := family.requests[top].parent) is not None:
        top = parent
    choice = family.requests[top].pools
    regions = [Block(*region, problem.width) for region in failure.regions]
    usable = [pool for pool in sorted(pools_of(choice, problem.pools)) if not regions or _near(pool, regions)]
    pools = tuple(usable) or tuple(sorted(problem.pools))
    reserved = [block for block in sorted(set(problem.reserved)) if _near(block, regions or pools)]
    return NoRoom(
        failure.code,
        members,
        tuple(dict.fromkeys([*pools, *reserved])),
        pools,
        failure.at,
        problem.width - failure.lack.bits,
        failure.lack.need,
        failure.lack.have,
        repairs(family, members, failure.lack),
    )


def _near(block: Block, others: list[Block] | tuple[Block, ...]) -> bool:
    return any(block.touches(other) for other in others)
