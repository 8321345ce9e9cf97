"""Settling: what the project itself says about findings, its severity profile first, then its waivers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.elements.engagement import Engagement
from workbench.model.elements.severity_profile import SeverityProfile
from workbench.model.elements.waiver import Waiver
from workbench.rules.finding import Finding
from workbench.rules.profile import Weighed, profile_of, weighed, weights
from workbench.rules.waiving import subject_of, waived, waivers_in_force

Ranked = tuple[tuple[int, str, str, tuple[str, ...], str], Finding]
"""A finding after its place in the list."""


def settled(found: Iterable[Ranked], design: Design) -> list[Ranked]:
    """The findings as they count in this design, each after its place: weighed by the profile, waived ones marked."""
    said, waivers = weights(profile_of(design)), waivers_in_force(design)
    ranked = [one if one[1].rule not in said else _ranked(one, said[one[1].rule]) for one in found]
    kept = [one for one in ranked if one is not None]
    if not waivers:
        return kept
    covering = waived(waivers, (finding for _, finding in kept))
    rules = {subject.rule for subject in covering}
    return [
        _moved(one, replace(one[1], waiver=covering[subject]))
        if one[1].rule in rules and (subject := subject_of(one[1])) in covering
        else one
        for one in kept
    ]


def settles(change: Change) -> bool:
    """Whether a change makes findings count otherwise although no rule need be asked again."""
    return any(
        isinstance(element, (Waiver, SeverityProfile, Engagement))
        for pair in change.pairs()
        for element in pair
    )


def _ranked(one: Ranked, said: Weighed) -> Ranked | None:
    finding = weighed(one[1], said)
    return _moved(one, finding) if finding else None


def _moved(one: Ranked, finding: Finding) -> Ranked:
    """A finding that weighs otherwise, after its new place; wording it again for that would take long."""
    return (finding.rank(), *one[0][1:]), finding
