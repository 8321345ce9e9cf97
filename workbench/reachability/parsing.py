"""The likeliest reading of a question: pieces side by side from its beginning to its end, of least cost in all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from workbench.reachability.named import Names
from workbench.reachability.pieces import Piece, Pieces
from workbench.reachability.plain import Plain

BESIDE: Final = 5
"""What two names cost more that stand side by side with no word between them: rather they are one."""
MISSING: Final = 4
"""What an end costs that nobody names."""
LOOKED_UP: Final = 7
LOOKUPS: Final = 3
"""Searches by pinyin and parts of words that one question may ask for, each of which looks at every name."""
PHRASE: Final = 40
"""Letters up to which something unknown is searched for."""


class Placed(NamedTuple):
    """A piece and where it begins."""

    start: int
    piece: Piece


class _State(NamedTuple):
    """How far one is: the place, how many names there were, and whether a word has led on since the last."""

    place: int
    parties: int
    led: bool


Way = tuple[int, "Way | None", Placed | None]


def parsed(plain: Plain, names: Names) -> list[Placed]:
    """The pieces of the likeliest reading in order, spaces left out; what stays unknown was searched for, too."""
    pieces = Pieces(plain, names)
    read = _cheapest(len(plain), pieces)
    if not _look_up(plain, names, read, pieces):
        return read
    return _cheapest(len(plain), pieces)


def _cheapest(length: int, pieces: Pieces) -> list[Placed]:
    reached: list[dict[_State, Way]] = [{} for _ in range(length + 1)]
    reached[0][_State(0, 0, False)] = (0, None, None)
    for place in range(length):
        ways = reached[place]
        if not ways:
            continue
        for piece in pieces.at(place):
            placed = Placed(place, piece)
            for state, way in ways.items():
                _go_on(reached, state, way, placed)
    ends = [
        (way[0] + MISSING * (2 - state.parties), -state.parties, way)
        for state, way in reached[length].items()
    ]
    return list(_back(min(ends, key=lambda end: end[:2])[2])) if ends else []


def _go_on(reached: list[dict[_State, Way]], state: _State, way: Way, placed: Placed) -> None:
    """Takes a way on over a piece, and keeps it where none is cheaper."""
    piece, cost, parties, led = placed.piece, way[0] + placed.piece.cost, state.parties, state.led
    if piece.kind == "party":
        if parties == 2:
            return
        cost += BESIDE if parties and not led else 0
        parties, led = parties + 1, False
    elif piece.end:
        led = True
    after = _State(piece.stop, parties, led)
    ways = reached[piece.stop]
    if after not in ways or cost < ways[after][0]:
        ways[after] = (cost, way, placed)


def _back(way: Way | None) -> list[Placed]:
    found = []
    while way is not None and way[2] is not None:
        if way[2].piece.kind != "space":
            found.append(way[2])
        way = way[1]
    return found[::-1]


def _look_up(plain: Plain, names: Names, read: list[Placed], pieces: Pieces) -> bool:
    """Adds the names that what is unknown may mean; whether there are any."""
    phrases = (phrase for run in _unknown(read) for phrase in _phrases(plain, *run))
    is_any = False
    for first, last in islice(phrases, LOOKUPS):
        ids = names.found(plain.wording[first:last])
        if ids:
            pieces.add(first, Piece(last, "party", LOOKED_UP + (3 if len(ids) > 1 else 0), ids))
            is_any = True
    return is_any


def _unknown(read: list[Placed]) -> Iterator[tuple[int, int]]:
    """Runs of unknown words."""
    start = stop = -1
    for placed in read:
        if placed.piece.kind != "unknown":
            continue
        if start >= 0 and placed.start - stop > 1:
            yield start, stop
            start = -1
        start, stop = placed.start if start < 0 else start, placed.piece.stop
    if start >= 0:
        yield start, stop


def _phrases(plain: Plain, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """A run as a whole, then what its words part it into: two names may stand side by side."""
    if stop - start <= PHRASE:
        yield start, stop
    parts = [at for at in range(start + 1, stop) if plain.wording[at] == " "]
    for at in parts[:LOOKUPS]:
        if at - start <= PHRASE:
            yield start, at
        if stop - at <= PHRASE:
            yield at + 1, stop
