"""Addresses and blocks in whatever people wrote: found, and written anew where they have gone elsewhere."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from planners.addresses import Block
from workbench.addresses import address_text
from workbench.planning.renumbering.translating import Image

_FOUR = r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}"
_TOKEN: Final = re.compile(
    rf"(?<![0-9A-Za-z.])(?P<four>{_FOUR})(?:/(?P<mask>{_FOUR}|[0-9]{{1,2}}))?(?![0-9A-Za-z]|\.[0-9])"
    r"|(?<![0-9A-Za-z:.])(?P<six>(?=[0-9A-Fa-f]*:[0-9A-Fa-f]*:)[0-9A-Fa-f:]+(?:\.[0-9]{1,3}){0,3})"
    r"(?:/(?P<length>[0-9]{1,3}))?(?![0-9A-Za-z])"
)


class Mention(NamedTuple):
    """An address or a block in a text: where, which addresses, and what follows a single address behind its slash."""

    start: int
    end: int
    block: Block
    suffix: str

    def written(self, block: Block) -> str:
        """Another block in its place, a single address with what follows it."""
        address = address_text(block.base, block.width)
        return f"{address}{self.suffix}" if self.block.bits == 0 else f"{address}/{block.length}"


def mentions(wording: str) -> Iterator[Mention]:
    """Every address and block in a text, from left to right; what only looks like one is passed over."""
    if "." not in wording and ":" not in wording:
        return
    for token in _TOKEN.finditer(wording):
        four, six = token["four"], token["six"]
        written = token["mask"] if four else token["length"]
        width = 32 if four else 128
        address, length = _address(four or six), _length(written, width)
        if address is None or length is None:
            continue
        bits = width - length
        whole = bits > 0 and address >> bits << bits == address
        suffix = f"/{written}" if written and not whole else ""
        yield Mention(token.start(), token.end(), Block(address, bits if whole else 0, width), suffix)


def translated(
    wording: str, image: Callable[[Block], Image], told: Callable[[Mention, Image], object]
) -> str:
    """The text with every address where it is now; `told` hears of each that is not as it was."""
    parts: list[str] = []
    done = 0
    between = ", " if " " in wording else ","
    for mention in mentions(wording):
        found = image(mention.block)
        if found.how == "same":
            continue
        told(mention, found)
        parts += [wording[done : mention.start], between.join(mention.written(one) for one in found.blocks)]
        done = mention.end
    return "".join([*parts, wording[done:]])


def only_block(wording: str) -> Mention | None:
    """The block that a text is, None where it is anything else."""
    found = next(mentions(wording.strip()), None)
    return found if found and found.end - found.start == len(wording.strip()) else None


def _address(written: str) -> int | None:
    try:
        return int(ipaddress.ip_address(written))
    except ValueError:
        return None


def _length(written: str | None, width: int) -> int | None:
    """The prefix length behind a slash, that of a single address without one; None where it is none."""
    if not written:
        return width
    if "." in written:
        mask = _address(written)
        bits = None if mask is None else 0xFFFFFFFF ^ mask
        return None if bits is None or bits & (bits + 1) else 32 - bits.bit_length()
    return int(written) if int(written) <= width else None
