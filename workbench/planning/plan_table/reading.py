"""What typed text means in a cell of the plan table, however people write it."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.vswitch import VSwitch
from workbench.planning.drawn import block_or_none
from workbench.reading import Refused, one_line, read
from workbench.texts import text

SHOWN: Final = 60
"""Of a longer text only the beginning is told."""
BLOCK: Final = VSwitch.kind.field("block")
HOSTS, GROWTH, LENGTH, ROOM = (
    AddressRequest.kind.field(name) for name in ("hosts", "growth_percent", "prefix_length", "growth_bits")
)
RANGE: Final = re.compile(r"([0-9A-Fa-f.:]+)\s*(?:-|–|—|~|to|至|到)\s*([0-9A-Fa-f.:]+)")
MASKED: Final = re.compile(r"([0-9.]+)\s+([0-9]+\.[0-9]+\.[0-9]+\.[0-9]+)")
SIZE: Final = re.compile(r"/\s*([0-9]{1,3})")
DEMAND: Final = re.compile(
    r"([0-9][0-9,. ]*)\s*(?:hosts?|addresses|台主机|台|个主机|主机|个地址|地址)?\s*(?:\+\s*([0-9]+)\s*%?)?",
    re.IGNORECASE,
)
TIMES: Final = re.compile(r"[×x*]?\s*([0-9]{1,4})", re.IGNORECASE)


class Demand(NamedTuple):
    """A size, or hosts with their growth."""

    prefix_length: int | None = None
    hosts: int | None = None
    growth_percent: int = 0


def plainly(typed: str) -> str:
    """A text on one line, wide figures and signs as plain ones."""
    return one_line(unicodedata.normalize("NFKC", typed).replace("。", ".").replace("，", ","))


def size_in(typed: str) -> int | None:
    """The prefix length where nothing but a size is written, such as /20."""
    found = SIZE.fullmatch(plainly(typed))
    return int(found[1]) if found else None


def block_in(typed: str, length: int | None = None) -> str:
    """A block in any of the forms people write: with a length, a mask or the last address; alone it has the length given.

    Refused says what is wrong and what was probably meant.
    """
    cleaned = plainly(typed)
    if found := RANGE.fullmatch(cleaned):
        return _of_range(cleaned, found[1], found[2])
    if found := MASKED.fullmatch(cleaned):
        cleaned = f"{found[1]}/{found[2]}"
    cleaned = re.sub(r"\s*/\s*", "/", cleaned)
    if length is not None and cleaned and "/" not in cleaned:
        cleaned = f"{cleaned}/{length}"
    block = str(read(BLOCK, cleaned[: 4 * SHOWN]))
    if block and block_or_none(block) is None:
        raise Refused(
            text("{written} is not a block of addresses, such as 10.0.1.0/24.", written=cleaned[:SHOWN])
        )
    return block


def demand_in(typed: str) -> Demand:
    """What is asked for: /20, 2,900, 2900 hosts +30 %; nothing for an empty text. Refused says what can be written."""
    cleaned = plainly(typed)
    if not cleaned:
        return Demand()
    length = size_in(cleaned)
    if length is not None:
        return Demand(prefix_length=int(read(LENGTH, str(length)) or 0))
    found = DEMAND.fullmatch(cleaned)
    if found is None:
        raise Refused(
            text(
                "{typed} is no demand. Write a size such as /20, or hosts such as 2900 +30 %.",
                typed=cleaned[:SHOWN],
            )
        )
    hosts = read(HOSTS, found[1][:SHOWN].replace(".", "").strip())
    return Demand(hosts=int(hosts or 0), growth_percent=int(read(GROWTH, found[2] or "0") or 0))


def doublings_in(typed: str) -> int:
    """How often a block may double: ×2 once, ×4 twice; nothing means not at all."""
    cleaned = plainly(typed)
    found = TIMES.fullmatch(cleaned)
    times = int(found[1]) if found else 0 if cleaned else 1
    bits = max(times, 1).bit_length() - 1
    if (cleaned and not found) or 1 << bits != max(times, 1):
        raise Refused(
            text("{typed} is no room to grow. Write ×2, ×4 or ×8; nothing for none.", typed=cleaned[:SHOWN])
        )
    return int(read(ROOM, str(bits)) or 0)


def _of_range(written: str, first: str, last: str) -> str:
    import netaddr

    try:
        blocks = [str(one) for one in netaddr.iprange_to_cidrs(first, last)]
    except (netaddr.AddrFormatError, ValueError, TypeError) as wrong:
        raise Refused(
            text("{written} is not a block of addresses, such as 10.0.1.0/24.", written=written[:SHOWN])
        ) from wrong
    if len(blocks) > 1:
        raise Refused(
            text(
                "{written} is not one block but {count}: {blocks}.",
                written=written[:SHOWN],
                count=len(blocks),
                blocks=blocks[:4],
            )
        )
    return blocks[0]
