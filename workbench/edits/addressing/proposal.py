"""Proposal: what a gesture would do to the address plan, or why it may not."""

from __future__ import annotations

from dataclasses import dataclass

from planners.addresses import Block
from workbench.edits import Edit
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.texts import Text


@dataclass(frozen=True)
class Proposal:
    """A step by its title, the blocks that elements would hold after it, and the reason where it is refused."""

    title: Text
    edit: Edit
    blocks: tuple[tuple[ElementId, Block], ...] = ()
    refused: Text | None = None


def refused(title: Text, reason: Text) -> Proposal:
    """A proposal that may not be, and changes nothing."""
    return Proposal(title, _unchanged, (), reason)


def _unchanged(design: Design) -> Design:
    return design
