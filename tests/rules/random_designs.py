"""Random elements of every kind, with values that fit the types of their fields and often enough make sense."""

from __future__ import annotations

import types
import typing
from random import Random
from typing import Any

import msgspec

from workbench.model import elements
from workbench.model.design import Design
from workbench.model.element import KINDS, Element, ElementId, Field, Kind
from workbench.reference import facts
from workbench.words import Words

assert elements  # importing the package registers the kinds
TAGS = tuple(sorted(KINDS))
BLOCKS = [
    "10.0.0.0/8",
    "10.0.0.0/16",
    "10.0.1.0/24",
    "10.0.1.128/25",
    "10.0.1.0/28",
    "10.1.0.0/16",
    "172.17.0.0/16",
    "100.64.0.0/16",
    "169.254.10.0/30",
    "0.0.0.0/0",
    "::/0",
    "2001:db8::/32",
    "10.0.1.5/24",
    "10.0.0.1",
    "999.1.1.1/99",
    "elsewhere",
    "10.0.0.0/255.0.0.0",
]
WORDS = [
    "443/443",
    "22/22",
    "25/25",
    "1024/65535",
    "-1/-1",
    "9/1",
    "-5/x",
    "tcp",
    "TCP",
    "udp",
    "icmp",
    "all",
    "gre",
    "cn-beijing",
    "cn-hangzhou",
    "cn-hangzhou-h",
    "cn-hangzhou-g",
    "cn-bejing",
    "me-central-1",
    "TR",
    "dmz",
    "DMZ-VPC",
    "VPN",
    "VBR",
    "finance",
    "ANY",
    "domain",
    "name,with,commas",
    "aliyun",
    "acs:x",
    "名称",
    "{braces}",
    "../..",
    "2026-01-01",
    "[a-z](",
    "Permit",
]
DOCUMENTS = ('{"Version": "1", "Statement": [{}]}', "{", "[]", '{"Version": 1}', "[" * 5000, "x" * 7000)
NUMBERS = (0, 1, 2, 24, 30, 64, 100, 200, 3000, 45104, 65025, 4294967295, -1, 10**12)


def random_element(random: Random, design: Design, tag: str = "") -> Element:
    """A new element of a kind (any where none is named) with a few of its fields filled; its id may be in use already."""
    kind = KINDS[tag or random.choice(TAGS)]
    values = {field.name: value_of(field, random, design) for field in kind.fields if random.random() < 0.6}
    return kind.type(
        id=f"{kind.tag}-{random.randrange(4)}", parent=random_parent(kind, random, design), **values
    )


def random_change(element: Element, random: Random, design: Design) -> dict[str, Any]:
    """A new value for one field of an element, or for its parent."""
    field = random.choice((None, *element.kind.fields))
    if field is None:
        return {"parent": random_parent(element.kind, random, design)}
    return {field.name: value_of(field, random, design)}


def random_parent(kind: Kind, random: Random, design: Design) -> ElementId | None:
    return _id(tuple(tag for tag in kind.inside if tag), random, design) if random.random() < 0.85 else None


def value_of(field: Field, random: Random, design: Design) -> Any:
    """A value that fits the type of a field."""
    if field.name == "fact":
        return random.choice((*facts(), "no.such.figure"))
    if field.name == "region_id":
        return random.choice(("cn-beijing", "cn-hangzhou", "cn-bejing", "me-central-1", ""))
    return _value(field.type, field, random, design)


def _value(hint: Any, field: Field, random: Random, design: Design) -> Any:
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        return tuple(_value(parts[0], field, random, design) for _ in range(random.choice((0, 1, 2, 3, 12))))
    if origin is typing.Literal:
        return random.choice(parts)
    if origin in (typing.Union, types.UnionType):
        kept = [part for part in parts if part is not type(None)]
        return _value(kept[0], field, random, design) if random.random() < 0.9 else None
    if origin is dict:
        count = random.choice((0, 1, 2, 25))
        return {_text(field, random) + str(number): _text(field, random) for number in range(count)}
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct) and hint is not Words:
        return hint(**{column.name: value_of(column, random, design) for column in field.columns})
    return _plain(hint, field, random, design)


def _plain(hint: Any, field: Field, random: Random, design: Design) -> Any:
    if field.refers:
        return _id(field.refers, random, design)
    if hint is bool:
        return random.random() < 0.5
    if hint is int:
        return random.choice(NUMBERS)
    if hint is float:
        return float(random.choice(NUMBERS))
    if hint is Words:
        return Words(en=random.choice(("", *WORDS)), zh=random.choice(("", "名称", "云上网络")))
    return _text(field, random)


def _text(field: Field, random: Random) -> str:
    if field.editor == "block":
        return random.choice(BLOCKS)
    if field.editor == "passage":
        return random.choice(DOCUMENTS)
    return random.choice(("", *WORDS, *BLOCKS, *map(str, NUMBERS)))


def _id(tags: tuple[str, ...], random: Random, design: Design) -> ElementId:
    """The id of a fitting element as a rule, sometimes of any other, sometimes of none."""
    fitting = [id for tag in tags if tag for id in sorted(design.index.kinds.get(tag, ()))]
    dice = random.random()
    if fitting and dice < 0.8:
        return random.choice(fitting)
    if len(design) and dice < 0.9:
        return random.choice(sorted(design.elements))
    return f"{random.choice(TAGS)}-{random.randrange(4)}"


def random_design(random: Random, count: int = len(TAGS) + 12) -> Design:
    """A design with elements of every kind."""
    design = Design.of()
    for number in range(count):
        tag = TAGS[number] if number < len(TAGS) else ""
        design = design.adding(random_element(random, design, tag))
    return design
