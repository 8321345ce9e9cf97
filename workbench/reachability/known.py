"""Who reaches whom in a design, kept so that the next version of it is answered at less cost."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np

from planners.reachability import Answers, reach, updated
from planners.reachability.bits import Flags
from workbench.model.design import Design
from workbench.model.elements.application import Application
from workbench.progress import Progress
from workbench.reachability.following import modelled_after
from workbench.reachability.modelled import Modelled, modelled


class Known(NamedTuple):
    """A design as a network, with all its answers."""

    found: Modelled
    answers: Answers


def answered(found: Modelled, progress: Progress | None = None) -> Answers:
    """All verdicts of a network."""
    return reach(found.compiled, progress)


def known(design: Design, progress: Progress | None = None) -> Known:
    """The answers of a design; of one without applications its vSwitches and groups are parties too."""
    found = modelled(design, places=stands_for_itself(design))
    return Known(found, answered(found, progress))


def known_after(before: Known, design: Design, progress: Progress | None = None) -> Known:
    """The answers of another version of a design."""
    found = modelled_after(before.found, design, places=stands_for_itself(design))
    return answered_after(before, found, progress)


def answered_after(before: Known | None, found: Modelled, progress: Progress | None = None) -> Known:
    """A network with its answers.

    Where it is the network of before nothing is computed anew, and where only rules of groups differ only what they touch.
    """
    if before is None or set(found.cuts) != set(before.answers.parts.compiled.cuts):
        return Known(found, answered(found, progress))
    is_same = found.network == before.found.network
    answers = before.answers if is_same else updated(before.answers, found.network, progress)
    found.take(answers.parts.compiled)
    return Known(found, answers)


def stands_for_itself(design: Design) -> bool:
    """Whether vSwitches and groups are asked about, since a design has no applications that stand there."""
    return not design.of_kind(Application)


def touched(before: Answers, after: Answers) -> Flags | None:
    """The endpoints to or from which other verdicts may stand than before; None where that may be all of them.

    Only of answers that were updated is more known: who is in no group with other rules has the verdicts he had.
    """
    old, new = before.parts.compiled, after.parts.compiled
    rules, others = old.network.groups, new.network.groups
    if after.parts.pairs is not before.parts.pairs or replace(old.network, groups=others) != new.network:
        return None
    groups = {id for id, group in others.items() if group is not rules[id] and group != rules[id]}
    return np.array([not groups.isdisjoint(one.groups) for one in new.order.ends], np.bool_)
