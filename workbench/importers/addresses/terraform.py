"""Pools of the platform's IPAM in Terraform's JSON: each pool as a line, like one of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from workbench.exporters.ipam_pools import CIDR, POOL
from workbench.importers.accelerator.plain_json import json_value
from workbench.importers.addresses.grids import Grid, kept
from workbench.importers.addresses.heads import Meaning
from workbench.importers.addresses.lines import Heads, Line
from workbench.importers.plan import Refused
from workbench.model.design import Design
from workbench.model.elements.address_pool import AddressPool
from workbench.reading import one_line
from workbench.rules.reader import Reader
from workbench.texts import text

SUFFIX: Final = ".tf.json"
LARGEST: Final = 5_000_000
REFERENCE: Final = re.compile(r"\$\{\s*" + POOL + r"\.([A-Za-z0-9_-]+)\.id\s*\}")
HEADS: Final = Heads({}, "", 0, "en")
SAYS: Final[dict[Meaning, str]] = {
    "name": "ipam_pool_name",
    "note": "ipam_pool_description",
    "region": "pool_region_id",
}


def is_pools(path: Path) -> bool:
    """Whether a file is called as Terraform calls JSON."""
    return path.is_file() and path.name.lower().endswith(SUFFIX)


def pools_in(path: Path, name: str, design: Design, sheet: int) -> Iterator[Line]:
    """The pools of a file, those around others first; Refused for what is no such file or lies too deep."""
    pools, cidrs = _resources(path)
    most = int(Reader(design).fact("ipam.pool_depth").value)
    ordered = sorted(pools.items(), key=lambda one: (_depth(one[0], pools, most), one[0]))
    for number, (key, pool) in enumerate(ordered):
        place = f"resource.{POOL}.{key}"
        line = Line(Grid(name, ""), sheet, number + 1, HEADS)
        for meaning, field in SAYS.items():
            if said := _said(pool.get(field), meaning):
                line.says[meaning], line.cells[meaning] = said, f"{place}.{field}"
        line.cells.setdefault("name", place)
        line.says["id"], line.says["kind"] = key, "address-pool"
        line.says["block"], line.cells["block"] = ", ".join(_blocks(key, cidrs, design)), place
        if around := _around(pool):
            if pools.get(around, {}).get("pool_region_id") == pool.get("pool_region_id"):
                # What a pool has from the one around it is said there.
                line.says.pop("region", None)
            line.says["parent_pool"] = _called(around, pools, design)
            line.cells["parent_pool"] = f"{place}.source_ipam_pool_id"
        yield line


def _resources(path: Path) -> tuple[dict[str, Mapping[str, Any]], dict[str, list[str]]]:
    """The pools by their names, and the CIDRs of each."""
    if path.stat().st_size > LARGEST:
        size = path.stat().st_size
        raise Refused(text("The file has {size} bytes; tables have at most {most}.", size=size, most=LARGEST))
    try:
        value = json_value(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as wrong:
        raise Refused(text("The file is not UTF-8. Save it as UTF-8.")) from wrong
    pools, given = _named(value, POOL), _named(value, CIDR)
    if not pools:
        raise Refused(text("No {resource} stands in this file. Export the pools of the IPAM.", resource=POOL))
    cidrs: dict[str, list[str]] = {}
    for _, one in sorted(given.items(), key=lambda one: _natural(one[0])):
        owner = REFERENCE.fullmatch(str(one.get("ipam_pool_id", "")))
        if owner:
            cidrs.setdefault(owner[1], []).append(str(one.get("cidr", ""))[:200])
    return pools, cidrs


def _named(value: Any, kind: str) -> dict[str, Mapping[str, Any]]:
    resources = value.get("resource") if isinstance(value, dict) else None
    found = resources.get(kind) if isinstance(resources, dict) else None
    return (
        {key: one for key, one in found.items() if isinstance(one, dict)} if isinstance(found, dict) else {}
    )


def _blocks(key: str, cidrs: Mapping[str, list[str]], design: Design) -> list[str]:
    """The CIDRs of a pool with the IPv6 blocks the design knows, which such files cannot hold."""
    old, given = design.get(key, AddressPool), cidrs.get(key, [])
    kept_on = [block for block in (old.blocks if old else ()) if ":" in block or block in given]
    return kept_on + [block for block in given if block not in kept_on]


def _natural(key: str) -> list[tuple[int, str]]:
    """Names in the order of the numbers in them: _2 before _10."""
    return [
        (int(part[:9]), "") if part.isascii() and part.isdigit() else (0, part)
        for part in re.split(r"(\d+)", key)
    ]


def _around(pool: Mapping[str, Any]) -> str:
    found = REFERENCE.fullmatch(str(pool.get("source_ipam_pool_id", "")))
    return found[1] if found else ""


def _depth(key: str, pools: Mapping[str, Mapping[str, Any]], most: int) -> int:
    """How deep a pool lies; Refused where it is deeper than the platform takes, or stands in itself."""
    depth, here = 1, key
    while (here := _around(pools.get(here, {}))) and depth <= most:
        depth += 1
    if depth > most:
        raise Refused(
            text(
                "This pool lies deeper than {most} levels, which IPAM does not take. Hang it higher up.",
                most=most,
            ),
            f"resource.{POOL}.{key}",
        )
    return depth


def _called(key: str, pools: Mapping[str, Mapping[str, Any]], design: Design) -> str:
    """What the pool around is known by: its id where the design has it, else its name."""
    named = _said(pools.get(key, {}).get("ipam_pool_name"), "name")
    return key if design.get(key, AddressPool) or not named else named


def _said(value: Any, meaning: Meaning) -> str:
    words = kept(value) if isinstance(value, str) else ""
    plain = words.replace("$${", "${").replace("%%{", "%{")
    return plain if meaning == "note" else one_line(plain)
