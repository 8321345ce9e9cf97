"""Mutations of files by a seed: of the bytes, of the text, and of the values in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, Final

DEEP: Final = 3000
LONG: Final = "x" * 500
LONE: Final = "\ud83d"
PLACEHOLDER: Final = "@raw@"
RAW: Final = (
    "NaN",
    "Infinity",
    "-Infinity",
    "1e999",
    "9" * 400,
    "-0",
    "1E400",
    "01",
    "0x10",
    "tru",
    "'a'",
    "",
)
"""What stands in a text where a value should, and that no writer of JSON would write."""
WILD: Final[tuple[Any, ...]] = (
    None, True, False, 0, -1, 2**63, 10**30, 0.5, 1e308, "", " ", "a", LONG, LONG * 200, LONE, "\x00", "a\nb\tc",
    "\u202eabc", "👩‍🚀", "10.0.0.0/8", "0.0.0.0/0", "::/0", "999.1.1.1/99", "10.0.0.0/" + "9" * 5000, "9" * 5000,
    "{name}", "%s", "=1+1", "<b>", "../..",
    "2026-13-45", [], {}, [[]], [None], [1, "a"], {"a": 1}, {"": {}}, {"en": 7}, {"kind": "vpc"},
)  # fmt: skip
Path = tuple[str | int, ...]


def mutated(
    raw: bytes, dice: Random, dump: Callable[[Any, Random], str], load: Callable[[bytes], Any]
) -> bytes:
    """A file bent in one to three ways; `dump` and `load` are those of its format."""
    way = dice.random()
    if way < 0.55:
        try:
            return _encoded(_dumped(_bent_value(load(raw), dice), dice, dump), dice)
        except RecursionError:
            # Deeper than the writer of the format goes; a reader meets such depths in `_bent_text`.
            return raw
    if way < 0.8:
        return _encoded(_bent_text(raw.decode(), dice), dice)
    return _bent_bytes(raw, dice)


def _dumped(value: Any, dice: Random, dump: Callable[[Any, Random], str]) -> str:
    written = dump(value, dice)
    return written.replace(f'"{PLACEHOLDER}"', dice.choice(RAW)).replace(PLACEHOLDER, dice.choice(RAW))


def _bent_value(value: Any, dice: Random) -> Any:
    for _ in range(dice.randint(1, 3)):
        value = dice.choice(VALUE_WAYS)(value, dice)
    return value


def _places(value: Any, at: Path = ()) -> Iterator[Path]:
    yield at
    if isinstance(value, dict):
        for key in value:
            yield from _places(value[key], (*at, key))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _places(one, (*at, number))


def _put(value: Any, at: Path, new: Any) -> Any:
    """The value with another at a place."""
    if not at:
        return new
    kept: Any = dict(value) if isinstance(value, dict) else list(value)
    kept[at[0]] = _put(kept[at[0]], at[1:], new)
    return kept


def _at(value: Any, at: Path) -> Any:
    for step in at:
        value = value[step]
    return value


def _wrong_type(value: Any, dice: Random) -> Any:
    return _put(value, dice.choice(list(_places(value))), dice.choice(WILD))


def _other_text(value: Any, dice: Random) -> Any:
    """A text in place of a text: what has the right type and means nothing, or something else."""
    texts = [at for at in _places(value) if isinstance(_at(value, at), str)]
    if not texts:
        return value
    wordings = [one for one in WILD if isinstance(one, str) and one != LONE]
    other = dice.choice(wordings) if dice.random() < 0.6 else _at(value, dice.choice(texts))
    return _put(value, dice.choice(texts), other)


def _no_number(value: Any, dice: Random) -> Any:
    return _put(value, dice.choice(list(_places(value))), PLACEHOLDER)


def _deep(value: Any, dice: Random) -> Any:
    inner = dice.choice(list(_places(value)))
    deep: Any = _at(value, inner)
    for _ in range(dice.choice((2, 30, 60, 200))):
        deep = [deep] if dice.random() < 0.5 else {"a": deep}
    return _put(value, inner, deep)


def _objects(value: Any) -> list[Path]:
    return [at for at in _places(value) if isinstance(_at(value, at), dict) and _at(value, at)]


def _missing(value: Any, dice: Random) -> Any:
    objects = _objects(value)
    if not objects:
        return value
    at = dice.choice(objects)
    held = dict(_at(value, at))
    del held[dice.choice(list(held))]
    return _put(value, at, held)


def _unknown(value: Any, dice: Random) -> Any:
    objects = _objects(value)
    if not objects:
        return value
    at = dice.choice(objects)
    return _put(
        value,
        at,
        {**_at(value, at), dice.choice(("new", "", LONG, "kind", "id", "__class__")): dice.choice(WILD)},
    )


def _renamed(value: Any, dice: Random) -> Any:
    """An object with a key of another wording."""
    objects = _objects(value)
    if not objects:
        return value
    at = dice.choice(objects)
    held = dict(_at(value, at))
    key = dice.choice(list(held))
    held[dice.choice((key.upper(), key + "x", LONE, "\x00"))] = held.pop(key)
    return _put(value, at, held)


def _swapped(value: Any, dice: Random) -> Any:
    """What stands at one place also at another: ids that come twice, references round in a circle."""
    places = list(_places(value))
    return _put(value, dice.choice(places), _at(value, dice.choice(places)))


def _circle(value: Any, dice: Random) -> Any:
    """Two elements that name each other, or one itself."""
    named = [at for at in _objects(value) if isinstance(_at(value, at).get("id"), str)]
    if not named:
        return value
    one, other = dice.choice(named), dice.choice(named)
    field = dice.choice(("parent", "vpc", "region", "subject", "element"))
    first, second = dict(_at(value, one)), dict(_at(value, other))
    first[field], second[field] = second["id"], first["id"]
    return _put(_put(value, one, first), other, second) if one != other else _put(value, one, first)


def _many(value: Any, dice: Random) -> Any:
    lists = [at for at in _places(value) if isinstance(_at(value, at), list) and _at(value, at)]
    if not lists:
        return value
    at = dice.choice(lists)
    return _put(value, at, _at(value, at) * dice.choice((2, 3, 40)))


def _version(value: Any, dice: Random) -> Any:
    if not isinstance(value, dict):
        return value
    return {**value, "version": dice.choice((0, 1, 3, 99, -1, "2", 2.5, None, 10**20))}


VALUE_WAYS: Final = (
    *(_other_text,) * 4, *(_wrong_type,) * 3, _no_number, _deep, _missing, _unknown, _renamed, _swapped, _circle, _many,
    _version,
)  # fmt: skip


def _bent_text(written: str, dice: Random) -> str:
    way = dice.randrange(9)
    at = dice.randrange(len(written) + 1)
    if way == 0:
        return written[:at]
    if way == 1:
        return written.replace("\n", dice.choice(("\r\n", "\r", "", "\u2028")))
    if way == 2:
        return written[:at] + dice.choice(("[", "{", '{"a":', "- ", "? ", "&a [*a, ")) * DEEP + written[at:]
    if way == 3:
        return written[:at] + dice.choice('{}[]",:&*#|>%@`-\t\x00\x07 ') + written[at:]
    if way == 4:
        line = dice.choice(written.splitlines() or [""])
        return written.replace(line, line + "\n" + line, 1)
    if way == 5:
        lines = written.splitlines(keepends=True)
        dice.shuffle(lines)
        return "".join(lines)
    if way == 6:
        return (
            written[:at] + "<<<<<<< ours\n" + written[at:] + "\n=======\n" + written[:at] + ">>>>>>> theirs\n"
        )
    if way == 7:
        return written[:at] + "x" * 1_000_000 + written[at:]
    return written[at:] + written[:at]


def _bent_bytes(raw: bytes, dice: Random) -> bytes:
    bent = bytearray(raw)
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(len(bent) + 1)
        cut = bent[at : at + dice.choice((0, 1, 1, 3, 4096))]
        bent[at : at + len(cut)] = bytes(dice.choices(range(256), k=dice.randint(0, 4)))
    if dice.random() < 0.3:
        bent = bytearray(one ^ (1 << dice.randrange(8)) if dice.random() < 0.002 else one for one in bent)
    return bytes(bent)


def _encoded(written: str, dice: Random) -> bytes:
    raw = written.encode("utf-8", "surrogatepass")
    way = dice.random()
    if way < 0.9:
        return raw
    if way < 0.93:
        return b"\xef\xbb\xbf" + raw
    encoding = dice.choice(("utf-16", "utf-16-le", "utf-32", "latin-1", "gb18030"))
    return written.encode(encoding, "replace")


def json_dump(value: Any, dice: Random) -> str:
    """JSON as one of several writers would write it, now and then with a key twice."""
    written = json.dumps(value, ensure_ascii=dice.random() < 0.5, indent=dice.choice((None, 1, 1)))
    if dice.random() < 0.1 and '"name"' in written:
        written = written.replace('"name"', '"id"', dice.randint(1, 3))
    return written
