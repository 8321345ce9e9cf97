"""The requests with their children, and the parts of a problem."""

from collections.abc import Iterable
from dataclasses import dataclass

from planners.addresses.problem import Problem, Request


@dataclass(frozen=True, slots=True)
class Family:
    """The requests with their children, and the parts of the problem that subsets of them pose."""

    problem: Problem
    requests: dict[str, Request]
    children: dict[str | None, list[str]]

    @classmethod
    def of(cls, problem: Problem) -> "Family":
        """The family of a problem's requests, children in order of id."""
        children: dict[str | None, list[str]] = {}
        for request in sorted(problem.requests):
            children.setdefault(request.parent, []).append(request.id)
        return cls(problem, {request.id: request for request in problem.requests}, children)

    def part(self, members: Iterable[str]) -> Problem:
        """The problem with only the members, all inside them, and their ancestors."""
        present: set[str] = set()
        for member in members:
            present.update(self.inside(member))
            parent = self.requests[member].parent
            while parent is not None and parent not in present:
                present.add(parent)
                parent = self.requests[parent].parent
        left = self.problem
        requests = tuple(self.requests[id] for id in sorted(present))
        return Problem(left.pools, requests, left.reserved, left.family, left.reserved_per_leaf)

    def inside(self, id: str) -> list[str]:
        """A request and everything below it."""
        found = [id]
        for member in found:
            found.extend(self.children.get(member, ()))
        return found

    def leaves(self, id: str) -> list[str]:
        """The leaves below a request; pinned containers count as leaves, for their block is what matters."""
        if id not in self.children or self.requests[id].pinned is not None:
            return [id]
        return [leaf for child in self.children[id] for leaf in self.leaves(child)]
