"""Why there is no room: the smallest set of requests that contradict each other.

Whatever is named, leaving out any one of it makes the rest fit. A container that
is named stands for everything inside; the ancestors of what is named are present.
"""

from collections.abc import Callable, Sequence

from planners.addresses.family import Family
from planners.addresses.footprints import Failure
from planners.addresses.ranges import Piece, Reserved, free_pieces
from planners.addresses.several import verdict
from planners.addresses.tree import Content

# Beyond this many leaves a container is named whole: nobody reads a longer list.
MOST_LEAVES = 300
# Up to so many members a conflict is tried member by member.
FEW = 60


def conflict(family: Family, failure: Failure) -> tuple[str, ...]:
    """The ids of a smallest conflict behind a failure, in order."""
    if failure.code in ("size-limit", "reserved-inside"):
        return failure.culprits or (str(failure.at),)

    def contradicts(members: Sequence[str]) -> bool:
        return bool(members) and isinstance(verdict(family.part(members)), Failure)

    members = _first_guess(family, failure)
    if not contradicts(members):
        members = family.children.get(failure.at, [])
    # What crowds one level is minimal there, but fewer may already fail further up.
    if failure.code != "capacity" or len(members) <= FEW or contradicts(members[1:]):
        members = smallest(contradicts, members)
    leaves = [leaf for member in members for leaf in family.leaves(member)]
    if leaves != members and len(leaves) <= MOST_LEAVES:
        members = smallest(contradicts, leaves)
    return tuple(sorted(members))


def _first_guess(family: Family, failure: Failure) -> list[str]:
    if failure.code == "capacity" and failure.content is not None:
        reserved = Reserved(block[:2] for block in family.problem.reserved)
        return crowded(failure, failure.content, reserved)
    return sorted(failure.culprits) or family.children.get(failure.at, [])


def crowded(failure: Failure, content: Content, reserved: Reserved) -> list[str]:
    """The requests and settled blocks that crowd the violated level, none of them to spare.

    All sizes counted are multiples of the level's, so after taking the requests
    largest first until they overflow, the overflow is at most the last of them:
    each one is needed. Settled blocks may go while their space stays under the overflow.
    """
    level, have = failure.lack.bits, failure.lack.have
    floats: list[str] = []
    need = 0
    for bits in sorted((bits for bits in content.floats if bits >= level), reverse=True):
        for id in sorted(content.floats[bits]):
            if need <= have:
                floats.append(id)
                need += 1 << bits
    spare = need - have - 1
    needed: list[str] = []
    for space, id in sorted(_blockers(failure, content, reserved)):
        if space <= spare:
            spare -= space
        else:
            needed.append(id)
    return sorted(floats + needed)


def _blockers(failure: Failure, content: Content, reserved: Reserved) -> list[tuple[int, str]]:
    """Settled blocks with the space each alone takes from the violated level; one for each slot."""
    level = failure.lack.bits
    slots: dict[Piece, str] = {}
    for base, bits, id in sorted(content.fixed, key=lambda item: item.id):
        size = max(bits, level)
        slot = (base >> size << size, size)
        if any(size <= region and start == base >> region << region for start, region in failure.regions):
            slots.setdefault(slot, id)
    return [(_space(slot, level, reserved), id) for slot, id in slots.items()]


def _space(slot: Piece, level: int, reserved: Reserved) -> int:
    free = free_pieces(slot, reserved.inside(slot))
    return sum(1 << bits for _, bits in free if bits >= level)


def smallest(contradict: Callable[[Sequence[str]], bool], members: Sequence[str]) -> list[str]:
    """A subset that still contradicts while no part of it does (QuickXplain).

    `contradict` must hold for all members, and for a set whenever it holds for a part.
    """

    def needed(given: list[str], grown: bool, among: Sequence[str]) -> list[str]:
        if grown and contradict(given):
            return []
        if len(among) == 1:
            return list(among)
        first, second = among[: len(among) // 2], among[len(among) // 2 :]
        upper = needed([*given, *first], True, second)
        return needed([*given, *upper], bool(upper), first) + upper

    return needed([], False, members)
