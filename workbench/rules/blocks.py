"""Blocks as rules read them: those that can be read, and what was meant by those that cannot."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.addresses import NotABlock, Span, span
from workbench.texts import text


def readable(blocks: Iterable[str]) -> list[tuple[str, Span]]:
    """Those texts that are blocks of IPv4, each with its addresses."""
    found = ((block, span(block)) for block in blocks)
    return [(block, read) for block, read in found if read and read.width == 32]


def meant_block(written: str) -> str:
    """The block that a text probably means: an address without or with a prefix; NotABlock where it is neither."""
    import netaddr

    try:
        meant = str(netaddr.IPNetwork(written.strip(), flags=0).cidr)
    except (netaddr.AddrFormatError, ValueError) as wrong:
        raise NotABlock(
            text("{written} is not a block of addresses, such as 10.0.1.0/24.", written=written[:60])
        ) from wrong
    return meant
