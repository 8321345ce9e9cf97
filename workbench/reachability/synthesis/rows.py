"""The rules of each domain's security group in a VPC: peers by group inside the VPC, by address from elsewhere.

Priorities, first to last: what is permitted and what is dropped for shared addresses (1), what sites are not sent (2),
the internet's own rules, which the addresses inside must not fall under (3 to 5).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from planners.addresses import Block, block_text, exact_cover
from planners.pace import breathe
from workbench.model.element import ElementId
from workbench.reachability.readings import ANYWHERE, PRIVATE, SERVICES
from workbench.reachability.synthesis.domains import Home
from workbench.reachability.synthesis.ends import Ends
from workbench.reachability.synthesis.permits import Permits, is_everything
from workbench.reachability.synthesis.placed import Placed
from workbench.reachability.synthesis.ranges import Span, without

FIRST, SITES, INSIDE, OUTSIDE, LAST = 1, 2, 3, 4, 5


class Row(NamedTuple):
    """A rule of a group: its peer is a domain, whose group in the same VPC is meant, or a block."""

    direction: Literal["ingress", "egress"]
    action: Literal["accept", "drop"]
    priority: int
    span: Span
    domain: ElementId = ""
    block: str = ""


Key = tuple[ElementId, ElementId]
"""A domain in a VPC."""


@dataclass
class Rows:
    """The rules of every domain in every VPC, while they are put together."""

    ends: Ends
    homes: dict[ElementId, Home]
    placed: Placed
    permits: Permits

    def __post_init__(self) -> None:
        self.by_key: dict[Key, list[Row]] = {
            (home.id, vpc): [] for home in self.homes.values() for vpc in self.placed.vpcs(home.members)
        }
        self._inner = tuple(exact_cover([*PRIVATE, *self._own_blocks()]))

    def all(self, by_block: Iterable[tuple[Key, ElementId]] = ()) -> dict[Key, tuple[Row, ...]]:
        """Every group's rules; `by_block` are peers that are named by address although a group could be."""
        addressed = frozenset(by_block)
        for key, own in self.by_key.items():
            breathe()
            inside = self.placed.in_vpc(self.homes[key[0]].members, key[1])
            own.extend(from_itself(inside[0], key[1], self.placed) if len(inside) == 1 else ())
            own.extend(self._into(key, addressed))
            own.extend(self._out_of(key))
        for (key, span), vswitches in self._shut_for_shared().items():
            for block in self.placed.blocks(vswitches):
                self.by_key[key].append(Row("egress", "drop", FIRST, span, block=block_text(block)))
        return {key: tuple(dict.fromkeys(rows)) for key, rows in self.by_key.items()}

    def _own_blocks(self) -> Iterator[Block]:
        yield from (one.block for one in self.placed.vswitches.values())
        for blocks in self.placed.sites.values():
            yield from blocks

    def _into(self, key: Key, addressed: frozenset[tuple[Key, ElementId]]) -> Iterator[Row]:
        home, vpc = key
        for source, spans in self.permits.into(home).items():
            by_address = (key, source) in addressed
            if source in self.homes:
                inside = self.homes[source].members
                here = self.placed.in_vpc(inside, vpc)
                if here and not by_address and (source != home or len(here) > 1):
                    yield from (Row("ingress", "accept", FIRST, span, domain=source) for span in spans)
                vswitches = self.placed.vswitches_of(inside, but="" if by_address else vpc)
                yield from _accepted(spans, self.placed.blocks(vswitches))
                if source == home and len(here) > 1:
                    # The platform drops what is left between members of a group outbound, too.
                    yield from (Row("egress", "accept", FIRST, span, domain=home) for span in spans)
            elif source in self.placed.sites:
                yield from _accepted(spans, exact_cover(self.placed.sites[source]))
            elif self.ends.by_id[source].role == "entry":
                yield from _accepted(spans, self.placed.blocks(self.placed.vswitches_of([source])))
            else:
                yield from self._from_internet(spans)

    def _from_internet(self, spans: tuple[Span, ...]) -> Iterator[Row]:
        """From outside only: what has an address inside is dropped first."""
        for span in spans:
            yield from (Row("ingress", "drop", SITES, span, block=block_text(block)) for block in self._inner)
            yield Row("ingress", "accept", INSIDE, span, block=block_text(ANYWHERE))

    def _out_of(self, key: Key) -> Iterator[Row]:
        """What goes to sites and to the internet; nothing else can filter it for each domain."""
        home, _ = key
        permitted = self.permits.out_of(home)
        for site, blocks in self.placed.sites.items():
            spans = permitted.get(site, ())
            if not is_everything(spans):
                cover = [block_text(block) for block in exact_cover(blocks)]
                yield from (
                    Row("egress", "accept", FIRST, span, block=block) for span in spans for block in cover
                )
                yield from (Row("egress", "drop", SITES, ("all", None), block=block) for block in cover)
        for internet in (id for id, end in self.ends.by_id.items() if end.role == "internet"):
            spans = permitted.get(internet, ())
            if not is_everything(spans):
                inner = exact_cover([*self._inner, *SERVICES])
                for block in inner:
                    yield Row("egress", "accept", INSIDE, ("all", None), block=block_text(block))
                anywhere = block_text(ANYWHERE)
                yield from (Row("egress", "accept", OUTSIDE, span, block=anywhere) for span in spans)
                yield Row("egress", "drop", LAST, ("all", None), block=anywhere)

    def _shut_for_shared(self) -> dict[tuple[Key, Span], tuple[ElementId, ...]]:
        """Where a rule names addresses that others have too, what their own groups drop: by group, the vSwitches."""
        found: dict[tuple[Key, Span], dict[ElementId, None]] = {}
        for into, rows in self.by_key.items():
            named = {row.domain for row in rows}
            for source, spans in self.permits.into(into[0]).items():
                if source in self.homes or self.ends.by_id[source].role == "entry":
                    members = self.homes[source].members if source in self.homes else (source,)
                    for other in self._sharing(members, into[1] if source in named else ""):
                        for span, vswitch in self._refused(other[0], spans, into):
                            found.setdefault((other, span), {})[vswitch] = None
        return {key: tuple(sorted(vswitches)) for key, vswitches in found.items()}

    def _sharing(self, members: tuple[ElementId, ...], but: ElementId) -> tuple[Key, ...]:
        """The domains, by VPC, of whoever else stands in the vSwitches of somebody."""
        found: dict[Key, None] = {}
        for vswitch in self.placed.vswitches_of(members, but=but):
            for id in self.placed.neighbours(vswitch, members):
                home = self.placed.home.get(id)
                if home is not None:
                    found[home.id, self.placed.vswitches[vswitch].vpc] = None
        return tuple(found)

    def _refused(
        self, other: ElementId, spans: tuple[Span, ...], into: Key
    ) -> Iterator[tuple[Span, ElementId]]:
        """What a domain must not send to another in a VPC, as far as nobody it may reach has the same addresses."""
        target, vpc = into
        for vswitch in self.placed.vswitches_of(self.homes[target].members, only=vpc):
            there = {
                home.id for id in self.placed.neighbours(vswitch, ()) if (home := self.placed.home.get(id))
            }
            may = [span for one in sorted(there) for span in self.permits.spans(other, one)]
            yield from ((span, vswitch) for span in without(spans, may))


def _accepted(spans: tuple[Span, ...], blocks: Iterable[Block]) -> Iterator[Row]:
    cover = [block_text(block) for block in blocks]
    yield from (Row("ingress", "accept", FIRST, span, block=block) for span in spans for block in cover)


def from_itself(id: ElementId, vpc: ElementId, placed: Placed) -> Iterator[Row]:
    """What lets an application into a VPC from others that it stands in too, where nobody else has its addresses."""
    elsewhere = placed.vswitches_of([id], but=vpc)
    clean = [one for one in elsewhere if not placed.neighbours(one, [id])]
    yield from _accepted((("all", None),), placed.blocks(clean))
