"""Edits: pure functions from design to design, by subject. One gesture is one edit is one step of undo."""

from collections.abc import Callable, Iterable

from workbench.model.design import Design

Edit = Callable[[Design], Design]


def in_turn(edits: Iterable[Edit]) -> Edit:
    """One edit that does several, one after the other."""
    steps = tuple(edits)

    def edit(design: Design) -> Design:
        for step in steps:
            design = step(design)
        return design

    return edit
