"""Learned routes of which nobody can say which one wins, or whether they are there at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from planners.addresses.blocks import Block
from workbench.model.element import ElementId
from workbench.reachability.teaching import Learned


class Doubt(NamedTuple):
    """A block in a table whose route is not settled: it came from several networks, or by a policy that may not apply.

    `awaited` is the attachment by which it came and of which no grant is noted.
    """

    table: str
    block: Block
    origins: tuple[str, ...]
    awaited: ElementId = ""


def doubts(
    table: str, learned: Mapping[Block, Mapping[str, Learned]], own: Mapping[str, frozenset[Block]]
) -> Iterator[Doubt]:
    """What is not settled of a table's routes; `own` are the vSwitch blocks of each VPC.

    Equal blocks of two networks conflict; so do vSwitch blocks of two VPCs of which one holds the other, since the
    platform decides by vSwitch block and does not promise which one loses.
    """
    nested = _nested(learned, own)
    for block, routes in learned.items():
        origins = {route.origin for route in routes.values()} | nested.get(block, set())
        if len(origins) > 1 or not all(route.certain for route in routes.values()):
            awaited = min((route.awaited for route in routes.values() if route.awaited), default="")
            yield Doubt(table, block, tuple(sorted(origins)), awaited)


def _nested(
    learned: Mapping[Block, Mapping[str, Learned]], own: Mapping[str, frozenset[Block]]
) -> dict[Block, set[str]]:
    """For each vSwitch block the VPCs whose vSwitch blocks it holds, or lies in."""
    found: dict[Block, set[str]] = {}
    around: list[tuple[Block, set[str]]] = []
    for block in sorted(learned, key=lambda one: (one.base, -one.bits)):
        vpcs = {
            route.origin for route in learned[block].values() if block in own.get(route.origin, frozenset())
        }
        if not vpcs:
            continue
        around = [one for one in around if one[0].holds(block)]
        for outer, others in around:
            if vpcs | others != vpcs & others:
                found.setdefault(outer, set()).update(vpcs)
                found.setdefault(block, set()).update(others)
        around.append((block, vpcs))
    return found
