"""The parties of a matrix as heads show them: name, symbol, a short code, and the colour of their environment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, product
from string import ascii_uppercase, digits
from typing import Final, NamedTuple

from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.environment import Environment
from workbench.reachability.listing import grouped, listed_ids
from workbench.reachability.told import called, symbol_of
from workbench.words import Words

LONG: Final = 3
"""How many letters a code has, until there are more parties than three letters can tell apart."""
LONG_ZH: Final = 2
"""How many Chinese characters stand for a name that has no letters: which of its readings holds no table can say."""


class Heading(NamedTuple):
    """Somebody who sends or receives. `ink` names the colour of its bar."""

    id: ElementId
    name: Words
    symbol: str
    code: str
    ink: str


def headings_of(design: Design, ids: Sequence[ElementId]) -> tuple[Heading, ...]:
    """The parties of these ids, in their order; of one that the design does not hold the id is all that is known."""
    found = [design.get(id) for id in ids]
    names = [called(design, id) for id in ids]
    codes = codes_of(names)
    return tuple(
        Heading(id, name, symbol_of(design, id), code, _ink(design, one))
        for id, one, name, code in zip(ids, found, names, codes, strict=True)
    )


def coded(design: Design) -> dict[str, tuple[ElementId, ...]]:
    """Whom each code means that the matrices of a design show, by application and by security domain."""
    ids = listed_ids(design)
    found: dict[str, dict[ElementId, None]] = {}
    for shown in (ids, [id for id, _ in grouped(ids, design)]):
        for one in headings_of(design, shown):
            # The internet may stand there though nobody drew it; a question is about what is drawn.
            if one.id in design:
                found.setdefault(one.code, {})[one.id] = None
    return {code: tuple(ids) for code, ids in found.items()}


def codes_of(names: Sequence[Words]) -> tuple[str, ...]:
    """Three letters or figures for each name, two where they are Chinese; none twice, the first that begins so has the plainest."""
    given: set[str] = set()
    spare: dict[str, Iterator[str]] = {}
    codes = []
    for name in names:
        letters = _letters(name)
        plain = (code for code in _plain(letters) if code not in given)
        code = next(plain, None) or _spare(letters[:1], given, spare)
        given.add(code)
        codes.append(code)
    return tuple(codes)


def _letters(name: Words) -> str:
    """What a code is made of: letters and figures of the English name, or of the Chinese where that has none."""
    for written in (name.en, name.zh):
        letters = "".join(one for one in written if one.isalnum()).upper()
        if letters:
            return letters
    return "X"


def _plain(letters: str) -> Iterator[str]:
    """The beginning of a name, then all but the last letter of that with each later one."""
    long = LONG if letters[0].isascii() else LONG_ZH
    yield letters[:long]
    for later in letters[long:]:
        yield letters[: long - 1] + later


def _spare(first: str, given: set[str], spare: dict[str, Iterator[str]]) -> str:
    """The next code nobody has that begins with a letter, of more letters once those are used up."""
    if first not in spare:
        spare[first] = (
            first + "".join(rest)
            for more in count(LONG - 1)
            for rest in product(digits + ascii_uppercase, repeat=more)
        )
    return next(code for code in spare[first] if code not in given)


def _ink(design: Design, element: Element | None) -> str:
    """The colour of an element's environment, of the nearest one that it lies in, or of the one that all in it share."""
    if element is None:
        return "wire2"
    for one in (element, *design.above(element.id)):
        environment = design.get(getattr(one, "environment", None), Environment)
        if environment:
            return f"category.{environment.colour}"
    inside = {getattr(design[id], "environment", None) for id in design.children(element.id)}
    shared = design.get(inside.pop(), Environment) if len(inside) == 1 else None
    return f"category.{shared.colour}" if shared else "wire2"
