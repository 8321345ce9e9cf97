"""What the parties of a design are called, put together once a design and asked with every letter that is typed."""

from __future__ import annotations

import ipaddress
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import islice
from typing import Final

from planners.pace import breathe
from workbench.addresses import Span, span
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.application import Application
from workbench.model.elements.bastion_host import BastionHost
from workbench.model.elements.data_centre import DataCentre
from workbench.model.elements.database import Database
from workbench.model.elements.internet import Internet
from workbench.model.elements.load_balancer import LoadBalancer
from workbench.model.elements.other_cloud import OtherCloud
from workbench.model.elements.security_domain import SecurityDomain
from workbench.model.elements.security_group import SecurityGroup
from workbench.model.elements.vswitch import VSwitch
from workbench.model.holding import blocks_of
from workbench.reachability.headings import coded
from workbench.reachability.plain import Plain, folded
from workbench.searching import Index, Sought, called
from workbench.texts import LANGUAGES
from workbench.words import Words

PARTIES: Final[tuple[type[Element], ...]] = (
    Application,
    SecurityDomain,
    VSwitch,
    SecurityGroup,
    Internet,
    DataCentre,
    OtherCloud,
    BastionHost,
    LoadBalancer,
    Database,
)
"""The kinds that may stand at an end of a path."""
HOLDING: Final[tuple[type[Element], ...]] = (VSwitch, DataCentre, OtherCloud)
"""The kinds that a typed address means."""
MOST: Final = 12
"""Elements looked at where many answer: nobody reads more of them."""
_STARTS: Final = 64
"""Words of a name from which on it is not found by its middle any more."""
_END: Final = "\U0010ffff"
_CALLED_ELSE: Final[dict[type[Element], tuple[str, ...]]] = {
    Internet: ("公网", "外网", "互联网", "internet", "因特网", "the internet")
}
Ids = tuple[ElementId, ...]


@lru_cache(maxsize=2)
def names_of(design: Design) -> Names:
    """The names in a design; asked again for the same one they are those of before."""
    return Names(design)


class Names:
    """Parties by what they are called: both languages, ids, and the kind where there is one of it."""

    def __init__(self, design: Design) -> None:
        self._design = design
        self.parties = [element for kind in PARTIES for element in design.of_kind(kind)]
        self._exact: dict[str, Ids] = {}
        for element in self.parties:
            for wording in _wordings(element):
                self._exact[wording] = _with(self._exact.get(wording, ()), element.id)
        self._add_kinds(design)
        self._lengths: dict[str, list[int]] = {}
        for wording in self._exact:
            self._lengths.setdefault(wording[0], []).append(len(wording))
        for head, lengths in self._lengths.items():
            self._lengths[head] = sorted(set(lengths), reverse=True)
        self._known: dict[str, tuple[Ids, int]] = {}

    def ready(self) -> Names:
        """The same names with all made that a question asks for; it takes long, so not on a window's thread."""
        for wording in ("a", "10.0.0.1"):
            breathe()
            self.begun(wording)
            breathe()
            self.near(wording)
            breathe()
            self.found(wording)
            breathe()
            self.holding(wording)
            breathe()
            self.coded(wording)
        return self

    def called(self, wording: str) -> Ids:
        """The parties of just this name or id."""
        return self._exact.get(wording, ())

    def at(self, plain: Plain, place: int) -> Iterator[tuple[int, Ids]]:
        """The names that stand written out at a place, the longest first: where each ends, and whose it is."""
        for length in self._lengths.get(plain.wording[place], ()):
            stop = place + length
            if stop <= len(plain) and plain.parts_at(stop):
                found = self._exact.get(plain.wording[place:stop])
                if found:
                    yield stop, found

    def coded(self, typed: str) -> Ids:
        """The parties whose code at the head of a matrix is written just so, in capitals where it has letters."""
        return self._codes.get(typed, ()) if typed == typed.upper() else ()

    @cached_property
    def code_lengths(self) -> tuple[int, ...]:
        """How many letters codes have."""
        return tuple(sorted({len(code) for code in self._codes}))

    def begun(self, wording: str) -> tuple[Ids, bool]:
        """The parties whose name begins so, else those of which a later word does; whether it was the beginning."""
        whole = _between(self._wholes, wording)
        return (whole, True) if whole else (_between(self._middles, wording), False)

    def found(self, wording: str) -> Ids:
        """The parties that answer a search: all words somewhere, or as pinyin, those nearest first."""
        known = self._known.get(wording)
        if known is None:
            sought = Sought(wording)
            some = self._index.ranked(wording, self._titled) if sought else []
            places = [sought.place(*self._titled(one), called(*_said(one))) for one in some[:MOST]]
            nearest = sum(place == places[0] for place in places) if places else 0
            known = self._known[wording] = (tuple(one.id for one in some[:MOST]), nearest)
        return known[0][: known[1]]

    def offered(self, wording: str, most: int) -> Ids:
        """What a piece of a name may become, the nearest first."""
        found = dict.fromkeys(self._exact.get(wording, ()))
        if wording:
            for starts in (self._wholes, self._middles):
                found.update(dict.fromkeys(_between(starts, wording)))
            if not found:
                self.found(wording)
                found.update(dict.fromkeys(self._known[wording][0]))
        return tuple(found)[:most]

    def near(self, wording: str, most: int = 3) -> Ids:
        """The parties whose names look like a wording; none where nothing does."""
        pairs = _pairs(wording)
        shared: dict[int, int] = {}
        for pair in pairs:
            for number in self._by_pair.get(pair, ()):
                shared[number] = shared.get(number, 0) + 1
        names = self._pair_names
        alike = sorted(
            (-2 * count / (len(pairs) + names[number][1]), number) for number, count in shared.items()
        )
        found = dict.fromkeys(names[number][0] for likeness, number in alike[: 3 * most] if likeness <= -0.4)
        return tuple(found)[:most]

    def holding(self, address: str) -> Ids:
        """The vSwitches or sites that hold an address or block; the internet for a public address nobody holds."""
        asked = _read(address)
        if asked is None:
            return ()
        around = [(block.size, id) for block, id in self._blocks if block.holds(asked)]
        if around:
            least = min(around)[0]
            return tuple(dict.fromkeys(id for size, id in around if size == least))
        is_public = ipaddress.ip_network(address.split("/")[0]).is_global
        return tuple(one.id for one in self._design.of_kind(Internet)) if is_public else ()

    def title(self, id: ElementId) -> Words:
        """The name of a party."""
        return self._design[id].title()

    def _add_kinds(self, design: Design) -> None:
        for kind in PARTIES:
            only = design.of_kind(kind)
            labels = (kind.kind.label.said(language) for language in LANGUAGES)
            for wording in (*labels, *_CALLED_ELSE.get(kind, ())) if len(only) == 1 else ():
                self._exact.setdefault(folded(wording), (only[0].id,))

    @cached_property
    def _codes(self) -> dict[str, Ids]:
        return coded(self._design)

    @cached_property
    def _wholes(self) -> list[tuple[str, ElementId]]:
        return sorted((wording, id) for wording, ids in self._exact.items() for id in ids)

    @cached_property
    def _middles(self) -> list[tuple[str, ElementId]]:
        return sorted(
            (wording[start:], id)
            for wording, ids in self._exact.items()
            for start in _starts(wording)
            for id in ids
        )

    @cached_property
    def _index(self) -> Index[Element]:
        return Index(self.parties, lambda element: called(*_said(element)))

    @cached_property
    def _pair_names(self) -> list[tuple[ElementId, int]]:
        return [
            (element.id, len(_pairs(wording)))
            for element in self.parties
            for wording in _plainly(element.name)
        ]

    @cached_property
    def _by_pair(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        wordings = (wording for element in self.parties for wording in _plainly(element.name))
        for number, wording in enumerate(wordings):
            for pair in _pairs(wording):
                found.setdefault(pair, []).append(number)
        return found

    @cached_property
    def _blocks(self) -> list[tuple[Span, ElementId]]:
        return [
            (found, element.id)
            for kind in HOLDING
            for element in self._design.of_kind(kind)
            for block in blocks_of(element)
            if (found := span(block))
        ]

    def _titled(self, element: Element) -> tuple[str, str]:
        return element.title().both(), element.id


@lru_cache(maxsize=65_536)
def _plainly(name: Words) -> tuple[str, ...]:
    """A name in both languages made plain, once where they are equal."""
    return tuple(wording for wording in dict.fromkeys((folded(name.en), folded(name.zh))) if wording)


def _wordings(element: Element) -> Iterator[str]:
    yield from dict.fromkeys((*_plainly(element.name), folded(element.id)))


def _said(element: Element) -> tuple[str, ...]:
    return element.name.en, element.name.zh, element.id


def _with(ids: Ids, id: ElementId) -> Ids:
    return ids if id in ids else (*ids, id)


@lru_cache(maxsize=65_536)
def _starts(wording: str) -> tuple[int, ...]:
    """Where words after the first begin in a name; kept from one design to the next, most of whose names are the same."""
    plain = Plain(wording)
    places = (at for at in range(1, len(plain)) if wording[at] != " " and plain.parts_at(at))
    return tuple(islice(places, _STARTS))


def _between(starts: list[tuple[str, ElementId]], wording: str) -> Ids:
    """Whose beginnings a wording is."""
    low = bisect_left(starts, (wording,))
    high = bisect_right(starts, (wording + _END,), low)
    return tuple(dict.fromkeys(id for _, id in starts[low : min(high, low + MOST)]))


def _pairs(wording: str) -> frozenset[str]:
    """The pairs of letters that stand side by side."""
    return frozenset(wording[at : at + 2] for at in range(min(len(wording) - 1, _STARTS)))


def _read(address: str) -> Span | None:
    try:
        network = ipaddress.ip_network(address, strict=False)
    except ValueError:
        return None
    first = int(network.network_address)
    return Span(first, first + network.num_addresses - 1, network.max_prefixlen)
