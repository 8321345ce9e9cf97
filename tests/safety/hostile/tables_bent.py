"""Address plans that are bent: cells, parts of the package, or bytes of the whole."""

from __future__ import annotations

import io
import json
import zipfile
from random import Random
from typing import Any, Final

from openpyxl import Workbook

from tests.safety.hostile.mutations import json_dump, mutated

HEADS: Final = (
    "VPC",
    "vSwitch",
    "CIDR",
    "网段",
    "掩码",
    "可用区",
    "地域",
    "Account",
    "Environment",
    "Type",
    "Name",
    "Status",
    "Prefix",
    "Id",
    "备注",
    "IPv6",
    "Parent pool",
)
CELLS: Final[tuple[Any, ...]] = (
    "10.1.0.0/24",
    "10.1.0.0-10.1.3.255",
    "10.1.0.1 255.255.255.0",
    "255.255.252.0",
    "10.1/16",
    10.1,
    24,
    1e300,
    True,
    None,
    "cn-hangzhou-h",
    "可用区H",
    "华东1（杭州）",
    "prod",
    "生产",
    "IDC",
    "=1+1",
    "x" * 500,
    "🚀",
    "\u202eabc",
    "9" * 400,
    "2001:db8::/56",
    "::/0",
    "0.0.0.0/0",
    "vpc-1",
    "-",
    "\n",
    "10.0.0.0/8, 10.0.0.0/8",
)


POOLS: Final = {
    "resource": {
        "alicloud_vpc_ipam_ipam_pool": {
            "a": {"ipam_pool_name": "a", "pool_region_id": "cn-hangzhou", "ipam_pool_description": "all"},
            "b": {"ipam_pool_name": "b", "source_ipam_pool_id": "${alicloud_vpc_ipam_ipam_pool.a.id}"},
        },
        "alicloud_vpc_ipam_ipam_pool_cidr": {
            "a_1": {"cidr": "10.0.0.0/8", "ipam_pool_id": "${alicloud_vpc_ipam_ipam_pool.a.id}"},
            "b_1": {"cidr": "10.0.0.0/12", "ipam_pool_id": "${alicloud_vpc_ipam_ipam_pool.b.id}"},
        },
    }
}


def bent_table(dice: Random) -> tuple[str, bytes]:
    """The name and the content of a plan."""
    if dice.random() < 0.15:
        return "plan.tf.json", mutated(json.dumps(POOLS).encode(), dice, json_dump, json.loads)
    rows = [dice.sample(HEADS, dice.randint(2, 9))]
    rows += [[dice.choice(CELLS) for _ in range(dice.randint(0, 10))] for _ in range(dice.randint(0, 15))]
    if dice.random() < 0.3:
        rows.insert(0, ["Plan"])
    if dice.random() < 0.4:
        lines = "\n".join(
            dice.choice((",", ";")).join("" if c is None else str(c) for c in row) for row in rows
        )
        raw = lines.encode(dice.choice(("utf-8", "utf-16", "gb18030")))
        return "plan.csv", _maybe(raw, dice)
    return "plan.xlsx", _package(_workbook(rows, dice), dice)


def _workbook(rows: list[list[Any]], dice: Random) -> bytes:
    book, out = Workbook(), io.BytesIO()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    for _ in range(dice.randint(0, 3)):
        top, left = dice.randint(1, 8), dice.randint(1, 6)
        sheet.merge_cells(
            start_row=top,
            start_column=left,
            end_row=top + dice.randint(0, 4),
            end_column=left + dice.randint(0, 3),
        )
    book.save(out)
    return out.getvalue()


def _package(raw: bytes, dice: Random) -> bytes:
    """The package with one of its parts bent, or its bytes, or as it is."""
    if dice.random() < 0.5:
        return _maybe(raw, dice)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        chosen = dice.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(
                name, mutated(part, dice, json_dump, lambda bent: bent.decode()) if name == chosen else part
            )
    return out.getvalue()


def _maybe(raw: bytes, dice: Random) -> bytes:
    """The bytes as they are, cut off, or with some of them others."""
    way, bent = dice.random(), bytearray(raw)
    if way < 0.4 or not raw:
        return raw
    if way < 0.6:
        return raw[: dice.randrange(len(raw))]
    for _ in range(dice.randint(1, 8)):
        bent[dice.randrange(len(bent))] = dice.randrange(256)
    return bytes(bent)
