"""The pieces that may stand at a place of a question: names, ports, protocols, words between them, or nothing known."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from workbench.model.element import ElementId
from workbench.reachability.joiners import JOINERS, LONGEST, End
from workbench.reachability.named import Names
from workbench.reachability.plain import Plain
from workbench.reachability.services import LAST_PORT, PROTOCOLS, SERVICES

PieceKind = Literal["party", "joiner", "protocol", "port", "unknown", "space"]
WORDS: Final = 12
"""Words, or Chinese letters, that a name is looked for by which is not written out."""
BEGINNINGS: Final = 300
"""Beginnings of names that one question may ask for; a sentence has fewer words, and what has more is none."""
_V4: Final = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}(?:/(?:3[0-2]|[12]?\d)(?!\d))?(?![\d.])")
_V6: Final = re.compile(r"[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:/\d{1,3}(?!\d))?")
_NUMBER: Final = re.compile(r"\d+")
_AT_ONCE: Final = re.compile(r"(?:tcp|udp)(?=\d)")
_WORD: Final = re.compile(r"[a-z0-9]+")


class Piece(NamedTuple):
    """Something that may be meant from a place on; of readings of the whole the one with the least `cost` is taken.

    `ids` are the parties a name may mean, `end` which end the next name is, `protocol` and `port` what passes.
    """

    stop: int
    kind: PieceKind
    cost: int
    ids: tuple[ElementId, ...] = ()
    end: End = ""
    protocol: str = ""
    port: int = 0


class Pieces:
    """The pieces of one question by the place where they begin, each place looked at once."""

    def __init__(self, plain: Plain, names: Names) -> None:
        self._plain, self._names = plain, names
        self._known: dict[int, list[Piece]] = {}
        self._left = BEGINNINGS

    def at(self, start: int) -> list[Piece]:
        """What may stand at a place."""
        known = self._known.get(start)
        if known is None:
            known = self._known[start] = list(self._at(start))
        return known

    def add(self, start: int, piece: Piece) -> None:
        """Takes up a name that was searched for."""
        self.at(start).append(piece)

    def _at(self, start: int) -> Iterator[Piece]:
        plain, names = self._plain, self._names
        if plain.wording[start] == " ":
            yield Piece(start + 1, "space", 0)
            return
        address = _address(plain, start, names)
        if address:
            yield address
            return
        for stop, ids in names.at(plain, start):
            yield Piece(stop, "party", 2 + _doubt(ids), ids)
        yield from self._coded(start)
        yield from self._begun(start)
        yield from _joiners(plain, start)
        yield from _passing(plain, start)
        yield Piece(plain.word_end(start), "unknown", 10)

    def _coded(self, start: int) -> Iterator[Piece]:
        """The codes at the heads of matrices, typed as they stand there; Chinese ones where no name begins so."""
        plain = self._plain
        for length in self._names.code_lengths:
            stop = start + length
            if stop > len(plain) or not plain.parts_at(stop):
                continue
            first, last = plain.span(start, stop)
            typed = plain.typed[first:last]
            ids = self._names.coded(typed)
            if ids and (typed.isascii() or not self._names.begun(plain.wording[start:stop])[0]):
                yield Piece(stop, "party", 3 + _doubt(ids), ids)

    def _begun(self, start: int) -> Iterator[Piece]:
        """Names of which so many words are the beginning, or that of a later word of theirs."""
        plain, stop = self._plain, start
        for _ in range(min(WORDS, self._left)):
            self._left -= 1
            stop = plain.word_end(stop)
            wording = plain.wording[start:stop]
            if not wording.endswith(" "):
                ids, is_whole = self._names.begun(wording)
                if not ids:
                    return
                if any(map(str.isalnum, wording)):
                    yield Piece(stop, "party", (5 if is_whole else 6) + _doubt(ids), ids)
            if stop >= len(plain):
                return


def _address(plain: Plain, start: int, names: Names) -> Piece | None:
    """An address or block; what looks like one and is none, or lies nowhere, is one piece that is not known."""
    match = _V4.match(plain.wording, start) or _V6.match(plain.wording, start)
    if not match or not plain.parts_at(match.end()) or not any(map(str.isalnum, match.group())):
        return None
    ids = names.holding(match.group()) if is_address(match.group()) else ()
    if ids:
        return Piece(match.end(), "party", 2 + _doubt(ids), ids)
    return Piece(match.end(), "unknown", 3)


def looks_like_address(plain: str) -> bool:
    """Whether something made plain is written as addresses are, though it may be none."""
    match = _V4.fullmatch(plain) or _V6.fullmatch(plain)
    return match is not None and any(map(str.isalnum, plain))


def is_address(wording: str) -> bool:
    """Whether a wording is an address or a block."""
    try:
        ipaddress.ip_network(wording, strict=False)
    except ValueError:
        return False
    return True


def _doubt(ids: tuple[ElementId, ...]) -> int:
    return 3 if len(ids) > 1 else 0


def _joiners(plain: Plain, start: int) -> Iterator[Piece]:
    for stop in range(start + 1, min(start + LONGEST, len(plain)) + 1):
        end = JOINERS.get(plain.wording[start:stop])
        if end is not None and plain.parts_at(stop):
            yield Piece(stop, "joiner", 1, end=end)


def _passing(plain: Plain, start: int) -> Iterator[Piece]:
    """Protocols, services and ports."""
    number = _NUMBER.match(plain.wording, start)
    if number:
        if plain.parts_at(number.end()) and len(number.group()) < 6 and 0 < int(number.group()) <= LAST_PORT:
            yield Piece(number.end(), "port", 1, port=int(number.group()))
        return
    stuck = _AT_ONCE.match(plain.wording, start)
    if stuck:
        yield Piece(stuck.end(), "protocol", 1, protocol=stuck.group())
    for stop in _stops(plain, start):
        wording = plain.wording[start:stop]
        if wording in PROTOCOLS:
            yield Piece(stop, "protocol", 1, protocol=PROTOCOLS[wording])
        if wording in SERVICES:
            protocol, port = SERVICES[wording]
            yield Piece(stop, "port", 1, protocol=protocol, port=port)


def _stops(plain: Plain, start: int) -> Iterator[int]:
    """Where a word that stands in a table may end."""
    word = _WORD.match(plain.wording, start)
    if word:
        yield word.end()
    else:
        yield from range(start + 2, min(start + 4, len(plain)) + 1)
