"""What each rule of a security group decides, exactly: over every address, everybody who is drawn, and all ports.

An interface merges the rules of all its groups, so a rule is judged in each set of groups that some interface is in. Its
peers are the stretches of addresses that no rule tells apart, and the members of the groups that are named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planners.addresses.blocks import Block
from planners.pace import breathe
from planners.reachability.network import GroupRule
from workbench.model.element import ElementId
from workbench.rules.paths import Paths

INNER = ""
"""Stands for what a group says of its own members, where a rule is named."""


class Idle(NamedTuple):
    """A rule without effect, by its place in its group.

    A `dead` one never decides: `others` match all of it first, by the places where they stand. Without one that is not
    dead `others`, weaker ones, decide just the same.
    """

    number: int
    is_dead: bool
    others: tuple[tuple[ElementId, int], ...]
    is_by_inner: bool


class _Line(NamedTuple):
    """A rule in a merged list: peers and classes of ports as sets."""

    rule: str
    ends: int
    classes: int
    accepts: bool


def idle_rules(group: ElementId, paths: Paths) -> tuple[Idle, ...]:
    """The rules of a group that have no effect on any interface; worked out once."""
    known = paths.notes.get(f"idle {group}")
    if known is None:
        known = paths.notes[f"idle {group}"] = tuple(_idle(group, paths))
    assert isinstance(known, tuple)
    return known


def _idle(group: ElementId, paths: Paths) -> Iterator[Idle]:
    found: dict[str, list[Idle | None]] = {}
    for inbound in (True, False):
        for groups, vpc in _interfaces(group, paths):
            breathe()
            lines = _merged(groups, vpc, inbound, paths)
            for at, line in enumerate(lines):
                if line.rule.partition("/")[0] == group and line.ends:
                    found.setdefault(line.rule, []).append(_judged(lines, at))
    for rule, judged in sorted(found.items(), key=lambda one: _number(one[0])):
        known = [one for one in judged if one is not None]
        if len(known) == len(judged) and len({one.is_dead for one in known}) == 1:
            others = dict.fromkeys(other for one in known for other in one.others)
            yield known[0]._replace(
                number=_number(rule), others=tuple(others), is_by_inner=any(one.is_by_inner for one in known)
            )


def _interfaces(group: ElementId, paths: Paths) -> list[tuple[tuple[str, ...], str | None]]:
    """The sets of groups in which some interface is with this one; it alone where nobody is in it."""
    known = paths.notes.get("interfaces")
    if known is None:
        known = dict[str, dict[tuple[tuple[str, ...], str | None], None]]()
        for end in paths.found.network.endpoints:
            for one in end.groups:
                known.setdefault(one, {})[end.groups, end.vpc] = None
        paths.notes["interfaces"] = known
    assert isinstance(known, dict)
    element = paths.design.get(group)
    return list(known.get(group, ())) or [((group,), element.parent if element else None)]


def _merged(groups: Sequence[str], vpc: str | None, inbound: bool, paths: Paths) -> list[_Line]:
    """All rules of some groups in the order in which they are asked."""
    network, compiled = paths.found.network, paths.found.compiled
    rules = [
        (rule, network.groups[id].basic)
        for id in groups
        for rule in network.groups[id].rules
        if rule.inbound == inbound
    ]
    rules.sort(key=lambda pair: (pair[0].priority, pair[0].accepts))
    stretches = _Stretches([rule.block for rule, _ in rules if rule.block is not None])
    lines: dict[str, _Line] = {}
    inner = 0
    for id in groups:
        if network.groups[id].basic and network.groups[id].inner_accepts:
            inner |= compiled.order.members(id) & compiled.order.of_vpc(vpc)
    if inner:
        lines[INNER] = _Line(INNER, inner << len(stretches), compiled.ports.all, True)
    for rule, is_basic in rules:
        ends = _peers(rule, is_basic, vpc, stretches, paths)
        before = lines.get(rule.id)
        lines[rule.id] = _Line(
            rule.id,
            ends | (before.ends if before else 0),
            compiled.ports.mask(rule.protocol, rule.ports),
            rule.accepts,
        )
    return list(lines.values())


def _peers(rule: GroupRule, is_basic: bool, vpc: str | None, stretches: _Stretches, paths: Paths) -> int:
    order, network = paths.found.compiled.order, paths.found.network
    if rule.block is not None:
        return stretches.within(rule.block) | order.within(rule.block) << len(stretches)
    if rule.group is None or not is_basic or not network.groups[rule.group].basic:
        return 0
    return (order.members(rule.group) & order.of_vpc(vpc)) << len(stretches)


def _judged(lines: Sequence[_Line], at: int) -> Idle | None:
    """Whether a rule of a list is without effect there; None where it has one."""
    rule, by = lines[at], dict[str, None]()
    for other in lines[:at]:
        if other.ends & rule.ends and other.classes & rule.classes:
            by[other.rule] = None
    left = [(number, _undecided(lines[:at], rule, number)) for number in _places(rule.classes)]
    if not any(ends for _, ends in left):
        return Idle(0, True, _named(by), INNER in by)
    weaker: dict[str, None] = {}
    for number, ends in left:
        undecided = ends
        for other in lines[at + 1 :]:
            if other.classes >> number & 1 and other.ends & undecided:
                if other.accepts != rule.accepts:
                    return None
                weaker[other.rule] = None
                undecided &= ~other.ends
        if undecided:
            return None
    return Idle(0, False, _named(weaker), False)


def _undecided(stronger: Sequence[_Line], rule: _Line, number: int) -> int:
    """The peers that come to a rule in a class of ports."""
    ends = rule.ends
    for other in stronger:
        if other.classes >> number & 1:
            ends &= ~other.ends
    return ends


def _named(rules: dict[str, None]) -> tuple[tuple[ElementId, int], ...]:
    return tuple((rule.partition("/")[0], _number(rule)) for rule in rules if rule != INNER)


def _number(rule: str) -> int:
    return int(rule.rpartition(".")[2])


def _places(one: int) -> list[int]:
    """The places of the bits that are set."""
    return [place for place in range(one.bit_length()) if one >> place & 1]


class _Stretches:
    """The stretches of all addresses that some blocks tell apart."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._starts = sorted({0, *(block.base for block in blocks), *(block.end for block in blocks)})
        self._at = {start: place for place, start in enumerate(self._starts)}

    def __len__(self) -> int:
        return len(self._starts)

    def within(self, block: Block) -> int:
        """The set of stretches in one of the blocks."""
        return (1 << self._at[block.end]) - (1 << self._at[block.base])
