"""A point of the curve as one step: domains, groups, what follows, and what beside groups has to change; then counted anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

import msgspec

from workbench.edits import Edit
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.network_acl import NetworkAcl
from workbench.model.elements.security_group import SecurityGroup
from workbench.progress import Progress, part, stoppable, untold
from workbench.reachability.synthesis.apart import tables_apart
from workbench.reachability.synthesis.beyond import Beyond, Step, opened_beyond
from workbench.reachability.synthesis.domains import Home, homes_of, settle
from workbench.reachability.synthesis.facts import limits_of
from workbench.reachability.synthesis.groups import Breach, Groups, addressed, groups_of
from workbench.reachability.synthesis.intent import Listed
from workbench.reachability.synthesis.peers import followed, moves, of_earlier_runs, unused
from workbench.reachability.synthesis.permits import Permits
from workbench.reachability.synthesis.placed import Placed
from workbench.reachability.synthesis.points import Curved
from workbench.reachability.synthesis.proving import Proof, proved
from workbench.reachability.synthesis.rows import Rows
from workbench.texts import text

ROUNDS: Final = 3
"""How often what still stops a flow is looked for: a way back shows only once there is one there."""
Way = Literal["new", "changed", "gone"]


class Changed(NamedTuple):
    """An element that the step makes, changes or takes out."""

    way: Way
    element: Element


@dataclass(frozen=True, eq=False)
class Realised:
    """A point worked out: the design after it, what it changes, what it cannot keep, and the recount.

    `steps` is what has to change beside groups, since a wanted flow is stopped there; the design has it where `beyond` says
    so. `parted` are attachments that ask their environment's own table now; where that was wished and `lost` that many flows
    it was left. `left` are the flows that do not pass in this design, each with what stops it.
    `unused` are former groups that nothing names any more; they stay. `unplaced` are applications of which the design
    does not say where they stand, so that no group can be made for them.
    """

    curved: Curved
    point: int
    beyond: bool
    after: Design
    homes: tuple[Home, ...]
    groups: Groups
    steps: tuple[Step, ...]
    parted: tuple[Step, ...]
    lost: int
    left: tuple[Beyond, ...]
    unused: tuple[SecurityGroup, ...]
    unplaced: tuple[ElementId, ...]
    proof: Proof

    @property
    def breaches(self) -> tuple[Breach, ...]:
        """Limits that cannot be kept, by groups and by the network ACLs that were changed."""
        return (*self.groups.breaches, *_long_acls(self.curved.design, self.after))

    def changes(self) -> tuple[Changed, ...]:
        """Everything that the step makes, changes and takes out, kind by kind."""
        change = Change.between(self.curved.design, self.after)
        found = [Changed("new", one) for one in change.added]
        found += [Changed("changed", new) for _, new in change.replaced]
        found += [Changed("gone", one) for one in change.removed]
        return tuple(sorted(found, key=lambda one: (one.element.kind.tag, one.way, one.element.id)))


def realised(
    curved: Curved, point: int, progress: Progress = untold, *, beyond: bool = False, apart: bool = False
) -> Realised:
    """A point worked out.

    With `beyond` what else stops a flow is changed too, and otherwise only told. With `apart` environments get tables of
    their own in transit routers, as long as no flow is lost by that.
    """
    homes = homes_of(curved, point)
    design = settle(curved.design, homes, _confirmed(curved))
    with stoppable(progress, 0.0):
        groups = _groups(curved, point, design, homes)
    design = _grouped(curved.design, design, groups)
    progress(0.2)
    intent, grouping = curved.curve.intent, curved.points[point]
    proof = proved(design, curved.ends, intent, grouping, part(progress, 0.2, 0.5))
    steps, opened, reproved = _beyond(curved, point, design, proof, part(progress, 0.5, 0.9))
    if beyond:
        design, proof = opened, reproved
    parted: tuple[Step, ...] = ()
    lost = 0
    if apart:
        tables = tables_apart(design, intent)
        anew = proved(tables.design, curved.ends, intent, grouping, part(progress, 0.85, 0.9))
        lost = max(0, len(anew.missing) - len(proof.missing))
        if not lost:
            design, proof, parted = tables.design, anew, tuple(Step(*step) for step in tables.steps)
    left = opened_beyond(design, proof, part(progress, 0.9, 1.0), change=False).left
    progress(1.0)
    placed = Placed(curved.design, homes)
    return Realised(
        curved,
        point,
        beyond,
        design,
        homes,
        groups,
        steps,
        parted,
        lost,
        left,
        unused(curved.design, design),
        tuple(id for home in homes for id in home.members if not placed.stands(id)),
        proof,
    )


def _long_acls(before: Design, after: Design) -> Iterator[Breach]:
    """Network ACLs that were made longer than they may be."""
    most = limits_of(after).entries_per_acl
    for acl in after.of_kind(NetworkAcl):
        count = max(len(acl.inbound), len(acl.outbound))
        if count > most and before.get(acl.id) != acl:
            yield Breach(
                text("{name}: {count} entries one way; {most} fit", name=acl.title(), count=count, most=most),
                acl.id,
            )


def _beyond(
    curved: Curved, point: int, design: Design, proof: Proof, progress: Progress
) -> tuple[tuple[Step, ...], Design, Proof]:
    """What has to change beside groups, the design with it, and its recount."""
    intent, grouping = curved.curve.intent, curved.points[point]
    steps: dict[Step, None] = {}
    for round_ in range(ROUNDS):
        opened = opened_beyond(design, proof, untold, change=True)
        if opened.design is design:
            break
        design, steps = opened.design, steps | dict.fromkeys(opened.steps)
        share = part(progress, round_ / ROUNDS, (round_ + 1) / ROUNDS)
        proof = proved(design, curved.ends, intent, grouping, share)
    return tuple(steps), design, proof


def realise_edit(realised: Realised) -> Edit:
    """The one step; a design that is another by now is left as it is."""

    def edit(design: Design) -> Design:
        return realised.after if design.elements is realised.curved.design.elements else design

    return edit


def _confirmed(curved: Curved) -> list[Listed]:
    """The flows of the list that are meant: those for review are not drawn."""
    intent = curved.curve.intent
    at = {app.id: place for place, app in enumerate(intent.apps)}
    return [
        one
        for one in curved.listed
        if intent.out[at[one.source]].get(at[one.target], 0) & intent.ports.mask(one.protocol, one.ports)
    ]


def _groups(curved: Curved, point: int, design: Design, homes: tuple[Home, ...]) -> Groups:
    placed, bounds = Placed(design, homes), limits_of(design)
    permits = Permits(curved.points[point], homes)
    by_id = {home.id: home for home in homes}
    made = Rows(curved.ends, by_id, placed, permits)
    rows = made.all()
    by_block = addressed(rows, placed, by_id, bounds)
    if by_block:
        made = Rows(curved.ends, by_id, placed, permits)
        rows = made.all(by_block)
    return groups_of(rows, made, bounds)


def _grouped(before: Design, design: Design, groups: Groups) -> Design:
    """The design with the groups and their members, and everything that names a former group."""
    made = design.adding(*groups.made) if groups.made else design
    joined = [msgspec.structs.replace(made[id], groups=ids) for id, ids in groups.of.items()]
    made = made.adding(*joined) if joined else made
    made = followed(made, moves(before, groups.of, made))
    return made.removing(of_earlier_runs(made, frozenset(one.id for one in groups.made)))
