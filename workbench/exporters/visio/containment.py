"""Containers and their members: the formulas by which Visio moves one with the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.drawing.drawing import Drawing
from workbench.exporters.visio.glue import glued_lines
from workbench.exporters.visio.ids import own_key
from workbench.exporters.visio.masters import (
    is_container,
)


def relations(drawing: Drawing, ids: Mapping[str, int]) -> dict[str, str]:
    """The Relationships formula of each box and line: its containers, and for a container all that is inside it."""
    holders = {
        box.key: [b.key for b in drawing.chain(box.key)[1:] if is_container(b)] for box in drawing.boxes
    }
    for line in glued_lines(drawing):
        ends = set(holders[line.end])
        holders[own_key(line)] = [key for key in holders[line.start] if key in ends]
    members: dict[str, list[str]] = {}
    for key, containers in holders.items():
        for container in containers:
            members.setdefault(container, []).append(key)
    return {key: _relationship(holders[key], members.get(key, []), ids) for key in holders}


def _relationship(containers: Sequence[str], members: Sequence[str], ids: Mapping[str, int]) -> str:
    parts = [
        f"DEPENDSON({code},{','.join(f'Sheet.{n}!SheetRef()' for n in sorted(ids[key] for key in keys))})"
        for code, keys in ((4, containers), (1, members))
        if keys
    ]
    return f"SUM({','.join(parts)})" if parts else ""
