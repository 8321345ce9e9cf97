"""Environments apart in transit routers: a table for each, which learns only from whoever something is wanted with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from planners.domains.intent import Intent
from workbench.model.attachment import Attachment
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.application import Application
from workbench.model.elements.bastion_host import BastionHost
from workbench.model.elements.environment import Environment
from workbench.model.elements.load_balancer import LoadBalancer
from workbench.model.elements.nat_gateway import NatGateway
from workbench.model.elements.peer_attachment import PeerAttachment
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vswitch import VSwitch
from workbench.model.ids import id_from
from workbench.reachability.synthesis.ends import environment_of
from workbench.texts import LANGUAGES, Text, text
from workbench.words import Words

Key = tuple[ElementId, ElementId]
"""An environment, and the table that some of its VPCs ask now."""
Tables = Mapping[Key, TransitRouterTable]
Stages = Mapping[ElementId, ElementId]
"""The environment of each VPC all of whose applications are of one, and through which nobody else goes."""


@dataclass(frozen=True)
class Apart:
    """The design with tables of their own for environments, and what was changed for that."""

    design: Design
    steps: tuple[tuple[ElementId, Text], ...]


def tables_apart(design: Design, intent: Intent) -> Apart:
    """The design in which the VPCs of one environment ask a table of their own; itself where there is nothing to part."""
    stages, meeting = _stages(design), _meeting(design, intent)
    steps: list[tuple[ElementId, Text]] = []
    for router in design.of_kind(TransitRouter):
        if router.edition != "basic":
            parted = _Router(design, router, stages, meeting).parted()
            if parted is not None:
                design = parted.design
                steps += parted.steps
    return Apart(design, tuple(steps))


class _Router:
    def __init__(
        self, design: Design, router: TransitRouter, stages: Stages, meeting: frozenset[tuple[str, str]]
    ) -> None:
        self._design, self._router, self._meeting = design, router, meeting
        attachments = (design.get(id) for id in design.children(router.id))
        self._attachments = [one for one in attachments if isinstance(one, Attachment)]
        self._asks = {
            one.id: (stages[one.vpc], one.association)
            for one in self._attachments
            if isinstance(one, VpcAttachment) and one.vpc and one.vpc in stages and one.association
        }

    def parted(self) -> Apart | None:
        """The router's tables and attachments changed; None where fewer than two environments are on it."""
        keys = sorted(set(self._asks.values()))
        if len({stage for stage, _ in keys}) < 2:
            return None
        tables = {key: self._table(key, keys) for key in keys}
        changed = [self._changed(one, tables) for one in self._attachments]
        far = [self._changed_far(one, tables) for one in self._design.of_kind(PeerAttachment)]
        design = self._design.adding(*tables.values(), *changed, *(one for one in far if one is not None))
        steps = [
            (
                id,
                text("{name} is associated with {table}", name=design[id].title(), table=tables[key].title()),
            )
            for id, key in self._asks.items()
            if self._design[id] != design[id]
        ]
        return Apart(design, tuple(steps))

    def _table(self, key: Key, keys: Sequence[Key]) -> TransitRouterTable:
        """A table with the static routes of the former one; one that an earlier run made is that table already."""
        stage, before = key
        former = self._design.get(before, TransitRouterTable)
        made = {table_id(self._router.id, (stage, id)) for id in self._tables()}
        if former is not None and former.id in made:
            return former
        name = self._design[stage].title()
        if former is not None and sum(one == stage for one, _ in keys) > 1:
            name = Words(
                *(f"{name.said(language)} · {former.title().said(language)}" for language in LANGUAGES)
            )
        id, routes = table_id(self._router.id, key), former.routes if former else ()
        return TransitRouterTable(id=id, name=name, parent=self._router.id, routes=routes)

    def _tables(self) -> tuple[ElementId, ...]:
        children = self._design.children(self._router.id)
        return tuple(id for id in children if self._design.get(id, TransitRouterTable))

    def _changed(self, one: Attachment, tables: Tables) -> Attachment:
        own = self._asks.get(one.id)
        made = {table.id for table in tables.values()}
        more = [
            table.id
            for (stage, before), table in tables.items()
            if before in one.learning and (own is None or (own[0], stage) in self._meeting)
        ]
        kept = [id for id in one.learning if own is None or id not in made]
        learning = tuple(dict.fromkeys((*kept, *more)))
        association = tables[own].id if own else one.association
        return msgspec.structs.replace(one, association=association, learning=learning)

    def _changed_far(self, one: PeerAttachment, tables: Tables) -> PeerAttachment | None:
        """A connection that another router draws, as far as it taught the former tables of this one."""
        if one.peer != self._router.id:
            return None
        more = [table.id for (_, before), table in tables.items() if before in one.peer_learning]
        return msgspec.structs.replace(one, peer_learning=tuple(dict.fromkeys((*one.peer_learning, *more))))


def table_id(router: ElementId, key: Key) -> ElementId:
    """The id of the table of an environment in place of a former one."""
    return id_from("transit-router-table", "environment", router, *key)


def _stages(design: Design) -> Stages:
    found: dict[ElementId, set[ElementId]] = {}
    for one in design.of_kind(Application):
        stage = environment_of(one, design)
        for id in one.vswitches:
            vswitch = design.get(id, VSwitch)
            if vswitch is not None and vswitch.parent:
                found.setdefault(vswitch.parent, set()).add(stage)
    serving = _serving(design)
    return {
        vpc: stage
        for vpc, stages in found.items()
        if len(stages) == 1 and vpc not in serving and design.get(stage := next(iter(stages)), Environment)
    }


def _serving(design: Design) -> frozenset[ElementId]:
    """The VPCs through which all environments go: those with NAT gateways, load balancers or bastion hosts."""
    entries: tuple[LoadBalancer | BastionHost, ...] = (
        *design.of_kind(LoadBalancer),
        *design.of_kind(BastionHost),
    )
    stands = [design.get(id, VSwitch) for one in entries for id in one.vswitches]
    vpcs = (one.parent for one in (*design.of_kind(NatGateway), *stands) if one is not None)
    return frozenset(vpc for vpc in vpcs if vpc)


def _meeting(design: Design, intent: Intent) -> frozenset[tuple[str, str]]:
    """The pairs of environments between which something is wanted, both ways round; each with itself."""
    return frozenset(pair for one in _wanted(design, intent) for pair in (one, one[::-1]))


def _wanted(design: Design, intent: Intent) -> Iterator[tuple[str, str]]:
    stages = [
        environment_of(one, design) if (one := design.get(app.id, Application)) else "" for app in intent.apps
    ]
    yield from ((stage, stage) for stage in set(stages))
    yield from {(stages[source], stages[target]) for source, target, _ in intent.pairs()}
