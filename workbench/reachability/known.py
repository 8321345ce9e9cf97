"""Who reaches whom in a design, kept so that the next version of it is answered at less cost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from planners.reachability import Answers, reach, updated
from workbench.model.design import Design
from workbench.model.elements.application import Application
from workbench.reachability.modelled import Modelled, modelled

Progress = Callable[[float], None]


class Known(NamedTuple):
    """A design as a network, with all its answers."""

    found: Modelled
    answers: Answers


def known(design: Design, progress: Progress | None = None) -> Known:
    """The answers of a design; of one without applications its vSwitches and groups are parties too."""
    found = modelled(design, places=not design.of_kind(Application))
    return Known(found, reach(found.compiled, progress))


def known_after(before: Known, design: Design, progress: Progress | None = None) -> Known:
    """The answers of another version of a design.

    Where both are the same network nothing is computed anew, and where only rules of groups differ only what they touch.
    """
    found, old = modelled(design, places=not design.of_kind(Application)), before.answers.parts.compiled
    if set(found.cuts) != set(old.cuts):
        return Known(found, reach(found.compiled, progress))
    answers = (
        before.answers if found.network == old.network else updated(before.answers, found.network, progress)
    )
    return Known(replace(found, ready=answers.parts.compiled), answers)
