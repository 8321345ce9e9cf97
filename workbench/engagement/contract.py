"""The statement of work as records: editions, design domains, items and clauses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from workbench.reference import table
from workbench.words import Words


@dataclass(frozen=True, slots=True)
class Edition:
    """One of the three offers: the design domains it holds always, and those of which one is chosen."""

    id: str
    title: Words
    designs: tuple[str, ...]
    either_of: tuple[str, ...]
    implements: bool
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DesignDomain:
    """One of the six design domains."""

    id: str
    title: Words
    editions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is delivered; `basic_when` says under which choice Basic holds it."""

    id: str
    domain: str
    title: Words
    editions: tuple[str, ...]
    basic_when: str
    clauses: tuple[str, ...]
    limit: str


@dataclass(frozen=True, slots=True)
class Clause:
    """One numbered part of the contract; an empty `editions` is a clause for all of them."""

    id: str
    parent: str
    title: Words
    text: Words
    editions: tuple[str, ...]


@cache
def editions() -> Mapping[str, Edition]:
    """The editions by id, the smallest first."""
    rows = sorted(table("scope")["edition"], key=lambda row: int(row["order"]))
    return {
        row["id"]: Edition(
            row["id"],
            _title(row),
            tuple(row["designs"]),
            tuple(row["either_of"]),
            row["implements"],
            tuple(row["clauses"]),
        )
        for row in rows
    }


@cache
def domains() -> Mapping[str, DesignDomain]:
    """The design domains by id, in the contract's order."""
    rows = sorted(table("scope")["domain"], key=lambda row: int(row["order"]))
    return {row["id"]: DesignDomain(row["id"], _title(row), tuple(row["editions"])) for row in rows}


@cache
def items() -> Mapping[str, Item]:
    """What is delivered, by id, in the contract's order."""
    return {
        row["id"]: Item(
            row["id"],
            row["domain"],
            _title(row),
            tuple(row["editions"]),
            row.get("basic_when", "always"),
            tuple(row["clauses"]),
            row.get("limit", ""),
        )
        for row in table("scope")["item"]
    }


@cache
def clauses() -> Mapping[str, Clause]:
    """The clauses by their numbers, in the contract's order."""
    return {
        row["id"]: Clause(
            row["id"],
            row["parent"],
            Words(en=row["title_en"], zh=row["title_zh"]),
            Words(en=row["text_en"], zh=row["text_zh"]),
            tuple(row.get("editions", ())),
        )
        for row in table("scope")["clause"]
    }


@cache
def items_under(id: str) -> tuple[Item, ...]:
    """The item of an id, or all items below it: net.connect stands for net.connect.vpn and net.connect.any."""
    return tuple(item for item in items().values() if item.id == id or item.id.startswith(f"{id}."))


def clause_for(numbers: tuple[str, ...], edition: str) -> str:
    """The first of some clauses that is in force in an edition; "" where none is."""
    known = clauses()
    for number in numbers:
        clause = known.get(number)
        if clause and (not clause.editions or edition in clause.editions):
            return number
    return ""


def _title(row: dict[str, Any]) -> Words:
    return Words(en=row["en"], zh=row["zh"])
