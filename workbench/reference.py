"""Platform figures and regions: what the platform's documents say, with source, date and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from workbench.words import Words

FOLDER: Final = Path(__file__).parent.parent / "resources" / "reference"


@dataclass(frozen=True, slots=True)
class Fact:
    """One platform figure.

    `sourced` is False for what comes from experience only: a rule that rests on it is at most a hint.
    `adjustable` figures are defaults that an account may have raised.
    """

    id: str
    value: Any
    unit: str
    source: str
    dated: str
    sourced: bool
    adjustable: bool
    overridden: bool = False

    def overriding(self, value: str, source: str, dated: str) -> Fact:
        """The figure with a project's own value, which counts as sourced; ValueError where the value is of another type."""
        return Fact(self.id, _like(self.value, value), self.unit, source, dated, True, self.adjustable, True)


@dataclass(frozen=True, slots=True)
class RegionFact:
    """One public region of the platform."""

    id: str
    name: Words
    zone_ids: tuple[str, ...]
    transit_router_zone_ids: tuple[str, ...]
    area: str
    mainland: bool
    status: str
    sourced: bool
    has_transit_router: bool
    zones_sourced: bool


def fact(id: str) -> Fact:
    """The figure of an id such as vpc.limits.vpcs_per_region or directory.levels; KeyError where there is none."""
    return facts()[id]


@cache
def facts() -> Mapping[str, Fact]:
    """Every platform figure by id."""
    found = {**_network_facts(), **_governance_facts()}
    return dict(sorted(found.items()))


@cache
def regions() -> Mapping[str, RegionFact]:
    """Every public region by its id, in the order of the platform's lists."""
    return {entry["id"]: _region(entry) for entry in table("regions")["region"]}


def region_of_zone(zone_id: str) -> str | None:
    """The region a zone id belongs to, by the list or by the id's own form; None where it has neither."""
    for region in regions().values():
        if (
            zone_id in region.zone_ids
            or zone_id.rstrip("abcdefghijklmnopqrstuvwxyz").rstrip("-") == region.id
        ):
            return region.id
    return next((id for id in regions() if zone_id.startswith(id) and len(zone_id) - len(id) in (1, 2)), None)


@cache
def table(name: str) -> dict[str, Any]:
    """A reference file as plain data: network, regions, governance, scope, questionnaire, decisions ..."""
    import tomllib

    with open(FOLDER / f"{name}.toml", "rb") as file:
        return tomllib.load(file)


def _network_facts() -> dict[str, Fact]:
    tables = table("network")
    dates = {name: str(entry["dated"]) for name, entry in tables["sources"].items()}
    found: dict[str, Fact] = {}
    for section, entry in tables.items():
        if section not in ("sources", "schema", "checked_on"):
            _collect(section, entry, dates, found)
    return found


def _collect(path: str, entry: Any, dates: Mapping[str, str], found: dict[str, Fact]) -> None:
    """Adds the figures below a table; a figure is a table with a value and a source."""
    if not isinstance(entry, dict):
        return
    if "value" in entry and "source" in entry:
        source = str(entry["source"])
        found[path] = Fact(
            path,
            entry["value"],
            str(entry.get("unit", "")),
            source,
            dates.get(source, ""),
            entry.get("checked") == "sourced",
            entry.get("adjustable") is True,
        )
        return
    for name, part in entry.items():
        _collect(f"{path}.{name}", part, dates, found)


def _governance_facts() -> dict[str, Fact]:
    tables = table("governance")
    return {
        entry["id"]: Fact(
            entry["id"],
            entry["value"],
            str(entry.get("unit", "")),
            str(entry.get("source", "")),
            str(entry.get("dated", tables["as_of"])),
            entry["checked"] == "sourced",
            entry.get("adjustable") is True,
        )
        for entry in tables["fact"]
        if "value" in entry
    }


def _region(entry: dict[str, Any]) -> RegionFact:
    return RegionFact(
        entry["id"],
        Words(en=entry["name_en"], zh=entry["name_zh"]),
        tuple(entry["zone_ids"]),
        tuple(entry["tr_zone_ids"]),
        entry["cen_area"],
        entry["mainland"],
        entry["status"],
        entry["checked"] == "sourced",
        entry["tr_enterprise"],
        entry["zones_checked"] == "sourced",
    )


def _like(sample: Any, value: str) -> Any:
    """A value written as text, in the type of another."""
    if isinstance(sample, bool):
        return value.strip().lower() in ("true", "yes", "1", "是")
    if isinstance(sample, int):
        return int(value)
    if isinstance(sample, float):
        return float(value)
    if isinstance(sample, list):
        return [part.strip() for part in value.split(",") if part.strip()]
    return value
