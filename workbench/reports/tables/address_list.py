"""The address list: one row an element that holds or asks for addresses, to be changed elsewhere and read in again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from workbench.addresses import span
from workbench.model.design import Design
from workbench.model.element import KINDS, Element, ElementId, Field
from workbench.model.elements.account import Account
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.reference import fact
from workbench.reports.report import Column, Said, Table, TableRow
from workbench.reports.tables.names import region_of
from workbench.texts import LANGUAGES, Language, text
from workbench.words import Words

TAGS: Final = (
    "address-pool",
    "reserved-range",
    "vpc",
    "vswitch",
    "data-centre",
    "other-cloud",
    "address-request",
)
COLUMNS: Final = (
    Column("kind", text("Kind"), width=22),
    Column("name", text("Name"), width=40),
    Column("parent", text("Inside"), width=36),
    Column("account", text("Account"), width=28),
    Column("region", text("Region"), width=28),
    Column("zone", text("Zone"), width=24),
    Column("environment", text("Environment"), width=24),
    Column("blocks", text("Blocks", key="address-list.blocks"), "block", 40),
    Column("ipv6", text("IPv6 block", key="address-list.ipv6"), "text", 34),
    Column("usable", text("Usable"), "count", 20),
    Column("purpose", text("Purpose", key="address-list.purpose"), width=24),
    Column("subject", text("For", key="address-list.subject"), width=28),
    Column("prefix_length", text("Prefix length", key="address-list.prefix_length"), width=22),
    Column("hosts", text("Hosts", key="address-list.hosts"), width=20),
    Column("growth_percent", text("Growth", key="address-list.growth_percent"), width=20),
    Column("growth_bits", text("Room", key="address-list.growth_bits"), width=20),
    Column("pin", text("Pinned to", key="address-list.pin"), width=28),
    Column("state", text("State"), "state", 22),
    Column("note", text("Note"), width=50),
    Column("id", text("Id"), width=36),
)
SAME_NAME: Final = frozenset(
    {
        "purpose",
        "subject",
        "prefix_length",
        "hosts",
        "growth_percent",
        "growth_bits",
        "pin",
        "state",
        "note",
        "name",
    }
)
BLOCKS: Final = ("blocks", "block", "ranges")
LONGEST: Final = 32_000
"""More than this no spreadsheet keeps in a cell."""
Row = dict[str, str]


@dataclass(frozen=True)
class AddressList:
    """The cells of a design's address list in one language, as text; "" where there is nothing."""

    design: Design
    language: Language

    def elements(self) -> tuple[Element, ...]:
        """The elements that have a row, by kind, then by block, then by id."""

        def order(element: Element) -> tuple[int, int, int, str]:
            found = span(_first_block(element))
            where = (found.width, found.first) if found else (256, 0)
            return TAGS.index(element.kind.tag), *where, element.id

        listed = (one for tag in TAGS for one in self.design.of_kind(KINDS[tag].type))
        return tuple(sorted(listed, key=order))

    def row(self, element: Element) -> Row:
        """What the cells of an element's row say, by the key of the column."""
        return {column.key: self.cell(element, column.key) for column in COLUMNS}

    def cell(self, element: Element, key: str) -> str:
        """What one cell says."""
        if key == "id":
            return element.id
        if key == "kind":
            return element.kind.label.said(self.language)
        name = field_of(element.kind.tag, key)
        said = self._value(element, name) if name else self._follows(element, key)
        return said[:LONGEST]

    def named(self, id: ElementId | None) -> str:
        """The name of an element, with its id behind it where others of its kind are called so too."""
        found = self.design.get(id)
        if found is None:
            return f"[{id}]" if id else ""
        name = found.name.said(self.language)
        alone = name and self._counts[found.kind.tag, name.casefold()] == 1
        return name if alone else f"{name} [{id}]".strip()

    @cached_property
    def _counts(self) -> Counter[tuple[str, str]]:
        """How many elements of each kind go by a name in either language."""
        return Counter(
            (one.kind.tag, name)
            for one in self.design
            for name in {one.name.said(language).casefold() for language in LANGUAGES}
        )

    def _value(self, element: Element, name: str) -> str:
        value = getattr(element, name)
        field = None if name == "parent" else element.kind.field(name)
        if name == "parent" or (field and field.refers):
            return self.named(value)
        if isinstance(value, Words):
            return value.said(self.language)
        if field and field.choices:
            return field.choices[value].said(self.language)
        if isinstance(value, tuple):
            return ", ".join(str(getattr(part, "block", part)) for part in value)
        return "" if value is None else str(value)

    def _follows(self, element: Element, key: str) -> str:
        """What follows from another element, and is changed there."""
        if key == "usable":
            size = usable(element)
            return "" if size is None else str(size)
        if key == "account":
            above = (one for one in self.design.above(element.id) if isinstance(one, Account))
            return self.named(next((one.id for one in above), None))
        if key == "region" and element.kind.tag != "address-request":
            region = region_of(self.design, element)
            return self.named(region.id if region else None)
        vpc = self.design.get(element.parent, Vpc) if key == "environment" else None
        return self.named(vpc.environment) if vpc else ""


def address_list(design: Design, language: Language) -> Table:
    """The list as a table; its cells are in the language already."""
    found = AddressList(design, language)
    note = text(
        "Change cells and import the file again: every changed cell is proposed. Usable follows from the block; "
        "account, region and environment of a vSwitch follow from its VPC."
    )
    rows = tuple(TableRow(_cells(found, element)) for element in found.elements())
    return Table("address-list", text("Address list"), COLUMNS, rows, note)


def field_of(tag: str, key: str) -> str | None:
    """The field of a kind that a column holds; None where the column follows from another element or stays empty."""
    names = {field.name for field in KINDS[tag].fields}
    if key in SAME_NAME:
        return key if key in names else None
    if key == "blocks":
        return next(name for name in BLOCKS if name in names)
    if key == "ipv6":
        return "ipv6_block" if "ipv6_block" in names else None
    if key == "account":
        return "parent" if tag == "vpc" else None
    if key == "parent":
        return "parent" if tag not in ("vpc", "data-centre", "other-cloud") else None
    return key if key in ("region", "zone", "environment") and key in names else None


def field_record(tag: str, name: str) -> Field | None:
    """What is known of a field; None for where an element stands."""
    return None if name == "parent" else KINDS[tag].field(name)


def usable(element: Element) -> int | None:
    """How many addresses of a vSwitch can be given to resources; None for other kinds and without an IPv4 block."""
    found = span(element.block) if isinstance(element, VSwitch) else None
    if found is None or found.width != 32:
        return None
    kept = int(fact("vswitch.reserved_first").value) + int(fact("vswitch.reserved_last").value)
    return max(found.size - kept, 0)


def _first_block(element: Element) -> str:
    name = field_of(element.kind.tag, "blocks") or ""
    value = getattr(element, name)
    first = value[0] if isinstance(value, tuple) and value else value
    return getattr(first, "block", first) or ""


def _cells(found: AddressList, element: Element) -> tuple[Said, ...]:
    said = found.row(element)
    size = usable(element)
    # Cells without anything stay empty, for they are there to be filled in.
    return tuple(size if column.key == "usable" and size else said[column.key] for column in COLUMNS)
