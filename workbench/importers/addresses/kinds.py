"""What kind of element a line describes: said by a column, by the program that wrote it, or by what it holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, Literal, get_args

from workbench.addresses import Span, block_text, span
from workbench.importers.addresses.blocks import blocks_in
from workbench.importers.addresses.heads import plain_head
from workbench.importers.addresses.lines import Line
from workbench.importers.addresses.places import is_region
from workbench.importers.plan import Refused
from workbench.model.design import Design
from workbench.model.element import KINDS
from workbench.model.holding import blocks_of
from workbench.texts import LANGUAGES

Tag = Literal["vpc", "vswitch", "address-pool", "reserved-range", "data-centre", "other-cloud"]
TAGS: Final[tuple[Tag, ...]] = get_args(Tag)
ALSO: Final[dict[str, Tag]] = {
    "subnet": "vswitch",
    "子网": "vswitch",
    "pool": "address-pool",
    "地址池": "address-pool",
    "reserved": "reserved-range",
    "保留": "reserved-range",
    "预留": "reserved-range",
    "保留地址": "reserved-range",
    "idc": "data-centre",
    "机房": "data-centre",
    "本地数据中心": "data-centre",
    "数据中心": "data-centre",
    "site": "data-centre",
    "datacenter": "data-centre",
    "onpremises": "data-centre",
    "线下": "data-centre",
    "其他云": "other-cloud",
    "aws": "other-cloud",
    "azure": "other-cloud",
}


def kinds_of(lines: Sequence[Line], design: Design) -> list[Tag]:
    """The kind of each line; lines of other programs are read together, for a prefix is known by what it holds."""
    foreign = [line for line in lines if line.heads.program]
    holding, known = _Holding(foreign), _known(design) if foreign else {}
    return [_said(line, design) or _foreign(line, holding, known) or _own(line) for line in lines]


def _said(line: Line, design: Design) -> Tag | None:
    """The kind that the id or a column says."""
    known = design.get(line.said("id"))
    if known is not None:
        return next((tag for tag in TAGS if tag == known.kind.tag), None)
    return _tags().get(plain_head(line.said("kind")))


def _known(design: Design) -> dict[tuple[str, str], Tag]:
    """The kinds of what the design holds, by name and block."""
    found: dict[tuple[str, str], Tag] = {}
    for tag in TAGS:
        for element in design.of_kind(KINDS[tag].type):
            for block in blocks_of(element):
                found |= {(element.title().said(language).casefold(), block): tag for language in LANGUAGES}
    return found


def _foreign(line: Line, holding: _Holding, known: dict[tuple[str, str], Tag]) -> Tag | None:
    """What NetBox and phpIPAM call a prefix: a VRF is a VPC, its outermost prefixes are the VPC's own."""
    if not line.heads.program:
        return None
    role = _tags().get(plain_head(line.said("purpose")))
    if role:
        return role
    blocks = [block_text(found) for found in _spans(line)]
    held = next((tag for block in blocks if (tag := known.get((line.said("name").casefold(), block)))), None)
    if held:
        return held
    status = plain_head(line.said("status"))
    if status == "reserved":
        return "reserved-range"
    if line.said("vpc"):
        return "vpc" if status == "container" or holding.is_outermost(line) else "vswitch"
    return "address-pool" if status == "container" or holding.holds_others(line) else "reserved-range"


def _own(line: Line) -> Tag:
    columns = set(line.heads.columns.values())
    if line.said("vswitch"):
        return "vswitch"
    if line.said("vpc") or "vpc_block" in columns:
        named = line.said("name", "zone") and "vswitch" not in columns
        return "vswitch" if line.said("block", "first") and ("vpc_block" in columns or named) else "vpc"
    if "vswitch" in columns or line.said("zone"):
        return "vswitch"
    if "parent_pool" in columns:
        return "address-pool"
    if line.said("region", "account", "environment"):
        return "vpc"
    site = line.said("site")
    # Where a column says in which city of the platform, the row tells of a network there.
    return "data-centre" if site and not is_region(site) else "reserved-range"


class _Holding:
    """Which of the prefixes of other programs hold others of the same VRF."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._held: set[int] = set()
        by_vrf: dict[str, list[tuple[Span, Line]]] = defaultdict(list)
        for line in lines:
            for found in _spans(line):
                by_vrf[line.said("vpc").casefold()].append((found, line))
        everything = [one for prefixes in by_vrf.values() for one in prefixes]
        self._outer = {id(line) for line in _outer(everything)}
        for prefixes in by_vrf.values():
            self._look(sorted(prefixes, key=lambda one: (one[0].width, one[0].first, -one[0].last)))

    def is_outermost(self, line: Line) -> bool:
        """Whether no other prefix of its VRF holds it."""
        return id(line) not in self._held

    def holds_others(self, line: Line) -> bool:
        """Whether it holds other prefixes."""
        return id(line) in self._outer

    def _look(self, found: list[tuple[Span, Line]]) -> None:
        open_ones: list[tuple[Span, Line]] = []
        for here, line in found:
            while open_ones and not open_ones[-1][0].holds(here):
                open_ones.pop()
            if open_ones:
                self._held.add(id(line))
            open_ones.append((here, line))


def _outer(found: list[tuple[Span, Line]]) -> Iterator[Line]:
    """The lines whose block holds another, of whatever VRF."""
    open_ones: list[tuple[Span, Line]] = []
    for here, line in sorted(found, key=lambda one: (one[0].width, one[0].first, -one[0].last)):
        while open_ones and not open_ones[-1][0].holds(here):
            open_ones.pop()
        if open_ones:
            yield open_ones[-1][1]
        open_ones.append((here, line))


def _spans(line: Line) -> list[Span]:
    try:
        written = blocks_in(line.said("block"), line.said("mask"))
    except Refused:
        return []
    return [found for block in written.blocks if (found := span(block))]


@cache
def _tags() -> dict[str, Tag]:
    named = {plain_head(KINDS[tag].label.said(language)): tag for tag in TAGS for language in LANGUAGES}
    return {
        **{plain_head(word): tag for word, tag in ALSO.items()},
        **named,
        **{plain_head(t): t for t in TAGS},
    }
