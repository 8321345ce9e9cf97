"""Whose flows are grouped: the applications of a design, and beside them what stands outside and what lets people in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, NamedTuple

from planners.domains import App
from planners.domains.problem import Attributes
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.application import Application
from workbench.model.elements.bastion_host import BastionHost
from workbench.model.elements.environment import Environment
from workbench.model.elements.internet import Internet
from workbench.model.elements.load_balancer import LoadBalancer
from workbench.model.elements.security_domain import SecurityDomain
from workbench.reachability.lines import sites_of
from workbench.reachability.wanted import wanted
from workbench.words import Words

Role = Literal["application", "site", "internet", "entry"]
ALONE: Final = "alone"
"""The hard attribute of what shares a domain with nobody."""


class End(NamedTuple):
    """One of those between whom something flows. Sites, the internet and entries stand alone, whatever is wished."""

    id: ElementId
    role: Role
    title: Words


@dataclass(frozen=True)
class Ends:
    """Everybody between whom something flows, by id."""

    design: Design
    by_id: dict[ElementId, End]

    @classmethod
    def of(cls, design: Design) -> Ends:
        """The ends of a design; the internet is one where it is drawn."""
        found = [_end(one, "application") for one in design.of_kind(Application)]
        found += [_end(one, "site") for one in sites_of(design)]
        found += [_end(one, "internet") for one in design.of_kind(Internet)]
        found += [_end(one, "entry") for one in design.of_kind(BastionHost)]
        found += [_end(one, "entry") for one in design.of_kind(LoadBalancer)]
        return cls(design, {one.id: one for one in found})

    @cached_property
    def applications(self) -> tuple[Application, ...]:
        """The applications, by id."""
        return self.design.of_kind(Application)

    def is_application(self, id: ElementId) -> bool:
        """Whether an end is an application: something that has groups, and a domain."""
        end = self.by_id.get(id)
        return end is not None and end.role == "application"

    def apps(self) -> Iterator[App]:
        """What the planner is told of every end: what keeps it apart from others, and what names it."""
        refused = _refusals(self.design)
        for end in self.by_id.values():
            application = self.design.get(end.id, Application)
            if application is None:
                yield App(end.id, ((ALONE, end.id),))
            else:
                hard = tuple(self._hard(application, refused.get(end.id, "")))
                yield App(end.id, hard, tuple(self._soft(application)), application.data_class.strip())

    def _hard(self, one: Application, refused: str) -> Iterator[tuple[str, str]]:
        environment = environment_of(one, self.design)
        yield from [("environment", environment)] if environment else []
        yield from [("refused", refused)] if refused else []

    def _soft(self, one: Application) -> Iterator[tuple[str, str]]:
        if self.design.get(one.parent, SecurityDomain):
            yield "domain", one.parent or ""
        yield from [("account", one.account)] if one.account else []


def environment_of(one: Application, design: Design) -> ElementId:
    """The environment of an application, or of its domain where it names none; empty where neither does."""
    domain = design.get(one.parent, SecurityDomain)
    named = design.get(one.environment, Environment) or design.get(
        domain.environment if domain else None, Environment
    )
    return named.id if named else ""


def attributes(app: App) -> Attributes:
    """The hard attributes that a person would name, without what only keeps the planner from merging."""
    return tuple(pair for pair in app.hard if pair[0] == "environment")


def _end(one: Element, role: Role) -> End:
    return End(one.id, role, one.title())


def _refusals(design: Design) -> dict[ElementId, str]:
    """For each end the flows that refuse it something, as one text.

    Ends share a domain only where the same is refused to them: so a rule for all of them never permits what is refused to one.
    """
    found: dict[ElementId, list[str]] = {}
    for one in wanted(design):
        if not one.allows:
            for side, ids in (("<", one.sources), (">", one.targets)):
                for id in ids:
                    found.setdefault(id, []).append(one.flow + side)
    return {id: " ".join(sorted(flows)) for id, flows in found.items()}
