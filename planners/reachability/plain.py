"""Plain JSON read piece by piece: each piece knows its path, so that what is wrong with it names its place."""

import json
from collections.abc import Callable, Collection, Iterator
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import Any

from planners.addresses.blocks import IPV4, Block, parse_block
from planners.addresses.errors import NotABlock, Told
from planners.reachability.errors import BadNetwork, shortened
from planners.reachability.names import near
from planners.reachability.network import PORTS, Ports

Warn = Callable[[Told], None]
MISSING: Any = object()


class _Object(dict[str, Any]):
    """A JSON object that remembers a key that stood in it twice."""

    twice: str | None = None


def _object_of(pairs: list[tuple[str, Any]]) -> _Object:
    made = _Object(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        made.twice = next(key for key in keys if keys.count(key) > 1)
    return made


def piece_of(written: str | bytes, warn: Warn) -> "Piece":
    """The whole of a JSON text."""
    try:
        return Piece(json.loads(written, object_pairs_hook=_object_of), "", warn)
    except (ValueError, RecursionError) as error:
        raise BadNetwork("$", "is not JSON: {reason}", reason=str(error)) from None


class Piece:
    """A value of a JSON text and where it stands. Every question of the wrong type raises `BadNetwork`."""

    __slots__ = ("path", "value", "warn")

    def __init__(self, value: Any, path: str, warn: Warn) -> None:
        self.value, self.path, self.warn = value, path, warn

    def refused(self, pattern: str, /, **values: Any) -> BadNetwork:
        """The error that names this place."""
        return BadNetwork(self.path or "$", pattern, **values)

    def tell(self, pattern: str, /, **values: Any) -> None:
        """Warn of something at this place that is ignored or will surprise."""
        self.warn(Told(self.path or "$", pattern, values))

    def get(self, key: str, default: Any = MISSING) -> "Piece":
        """The value of a key of this object, of a default where there is none."""
        value = self.entries().get(key, default)
        found = Piece(value, f"{self.path}.{shortened(key)}" if self.path else shortened(key), self.warn)
        if value is MISSING:
            raise found.refused("is missing")
        return found

    def knows(self, *keys: str) -> "Piece":
        """This object, after warning of keys that mean nothing in it."""
        for key in self.entries():
            if key not in keys:
                self.get(key).tell("unknown key, ignored")
        return self

    def entries(self) -> dict[str, Any]:
        """The object as it stands."""
        if not isinstance(self.value, dict):
            raise self.refused("{value} is not an object", value=self.shown())
        if isinstance(self.value, _Object) and self.value.twice is not None:
            raise self.refused("{id} is used twice; ids are unique", id=repr(shortened(self.value.twice)))
        return self.value

    def named(self) -> Iterator[tuple[str, "Piece"]]:
        """The pieces of an object by name."""
        for name in self.entries():
            yield self.get(name).name_of(name), self.get(name)

    def name_of(self, name: object) -> str:
        """A text that can be an id."""
        if not isinstance(name, str) or not name:
            raise self.refused("{value} is not a name", value=self.shown(name))
        return name

    def items(self) -> list["Piece"]:
        """The pieces of a list."""
        if not isinstance(self.value, list):
            raise self.refused("{value} is not a list", value=self.shown())
        return [Piece(value, f"{self.path}[{at}]", self.warn) for at, value in enumerate(self.value)]

    def pair(self) -> tuple["Piece", "Piece"]:
        """The two pieces of a list of two."""
        items = self.items()
        if len(items) != 2:
            raise self.refused("{value} is not a pair", value=self.shown())
        return items[0], items[1]

    def name(self) -> str:
        """An id."""
        return self.name_of(self.value)

    def flag(self) -> bool:
        """True or false."""
        if not isinstance(self.value, bool):
            raise self.refused("{value} is neither true nor false", value=self.shown())
        return self.value

    def choice(self, *choices: str) -> str:
        """One of some words."""
        if self.value not in choices or not isinstance(self.value, str):
            raise self.refused("{value} is none of {choices}", value=self.shown(), choices=", ".join(choices))
        return self.value

    def whole(self, least: int, most: int) -> int:
        """A whole number within bounds."""
        if type(self.value) is not int or not least <= self.value <= most:
            raise self.refused(
                "{value} is not a whole number from {least} to {most}",
                value=self.shown(),
                least=least,
                most=most,
            )
        return self.value

    def ports(self) -> Ports:
        """A range of ports."""
        low, high = (piece.whole(0, PORTS - 1) for piece in self.pair())
        if low > high:
            raise self.refused("{value} ends before it begins", value=self.shown())
        return low, high

    def ports_or_all(self) -> Ports | None:
        """A range of ports, or None for all."""
        return None if self.value is None else self.ports()

    def ip(self) -> int:
        """An IPv4 address."""
        text = self.value if isinstance(self.value, str) else ""
        try:
            return int(IPv4Address(text))
        except AddressValueError:
            if _is_ipv6(text):
                raise self._not_ipv4() from None
            raise self.refused(
                "{value} is not an address; write it like 10.0.0.1", value=self.shown()
            ) from None

    def block(self) -> Block:
        """An IPv4 block."""
        try:
            block = parse_block(self.value)
        except NotABlock as error:
            raise self.refused(error.told.pattern, **error.told.values) from None
        if block.width != IPV4:
            raise self._not_ipv4()
        return block

    def blocks(self) -> tuple[Block, ...]:
        """A list of IPv4 blocks."""
        return tuple(piece.block() for piece in self.items())

    def one_of(self, section: str, known: Collection[str]) -> str:
        """An id that a section of the file holds."""
        name = self.name()
        if name not in known:
            raise self.unknown(name, section, known)
        return name

    def one_or_none(self, section: str, known: Collection[str]) -> str | None:
        """An id that a section of the file holds, or None."""
        return None if self.value is None else self.one_of(section, known)

    def unknown(self, name: str, section: str, known: Collection[str]) -> BadNetwork:
        """The error of an id that a section does not hold, with those that were probably meant."""
        written = repr(shortened(name))
        if like := near(name, known):
            return self.refused(
                "{section} holds no {id}; did you mean {near}?", section=section, id=written, near=like
            )
        return self.refused("{section} holds no {id}", section=section, id=written)

    def shown(self, value: Any = MISSING) -> str:
        """The value as it was written, only its beginning where it is long."""
        try:
            written = json.dumps(self.value if value is MISSING else value, ensure_ascii=False)
        except RecursionError:
            written = "[[[..."
        return shortened(written)

    def _not_ipv4(self) -> BadNetwork:
        return self.refused("{value} is of IPv6; a network file is about IPv4", value=self.shown())


def _is_ipv6(text: str) -> bool:
    try:
        IPv6Address(text)
    except AddressValueError:
        return False
    return True
