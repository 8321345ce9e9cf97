"""Every way to divide containers into blocks, by trial, and a divided plan as one of whole blocks."""

from collections.abc import Iterator
from dataclasses import replace

from planners.addresses import Plan, Problem, Request


def partitions(items: list[str], most: int) -> Iterator[list[list[str]]]:
    """Every way to put the items into at most so many groups."""
    if not items:
        yield []
        return
    first, *rest = items
    for groups in partitions(rest, most):
        for index in range(len(groups)):
            yield [*groups[:index], [first, *groups[index]], *groups[index + 1 :]]
        if len(groups) < most:
            yield [[first], *groups]


def ways(problem: Problem) -> Iterator[tuple[int, Problem]]:
    """Every problem in which containers are divided as they may be, with the number of routes more."""
    parents = {request.parent for request in problem.requests}
    dividable = [
        one for one in problem.requests if one.max_blocks > 1 and one.id in parents and not one.pinned
    ]
    if not dividable:
        yield 0, problem
        return
    # innermost first, so that the parts of what is inside are divided among the parts around
    inner = next(one for one in dividable if not _inside(one.id, problem) & {other.id for other in dividable})
    children = [one.id for one in problem.requests if one.parent == inner.id]
    for groups in partitions(children, inner.max_blocks):
        for more, way in ways(_divided(problem, inner, groups)):
            yield more + len(groups) - 1, way


def _inside(id: str, problem: Problem) -> set[str]:
    direct = {one.id for one in problem.requests if one.parent == id}
    return direct.union(*(_inside(child, problem) for child in direct))


def _divided(problem: Problem, whole: Request, groups: list[list[str]]) -> Problem:
    part_of = {id: f"{whole.id}+{index}" for index, group in enumerate(groups) for id in group}
    parts = [whole._replace(id=f"{whole.id}+{index}", max_blocks=1) for index in range(len(groups))]
    rest = [one._replace(parent=part_of.get(one.id, one.parent)) for one in problem.requests if one != whole]
    return replace(problem, requests=(*parts, *rest))


def as_single(problem: Problem, answer: Plan) -> tuple[Problem, Plan]:
    """The problem and its plan with every block of a container as a container of its own, of that size."""
    requests: list[Request] = []
    bases, sizes = dict(answer.bases), dict(answer.sizes)
    for request in problem.requests:
        for name, block in _pieces(request.id, answer):
            bases[name], sizes[name] = block.base, block.bits
            parts = _pieces(request.parent, answer) if request.parent else []
            parent = next((part for part, around in parts if around.holds(block)), request.parent)
            changed = request._replace(id=name, parent=parent)
            if request.id in answer.several and not request.pinned:
                changed = changed._replace(prefix_length=block.length, growth_percent=0)
            pin = request.pinned if block == request.pinned else None
            requests.append(changed._replace(pinned=pin))
        if request.id in answer.several:
            del bases[request.id], sizes[request.id]
    return replace(problem, requests=tuple(requests)), replace(answer, bases=bases, sizes=sizes)


def _pieces(id: str, answer: Plan):
    if id not in answer.several:
        return [(id, answer.block(id))]
    return [(f"{id}+{index}", block) for index, block in enumerate(answer.several[id])]
