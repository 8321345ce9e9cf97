"""A demand and its block in sentences: when it is full, how it goes year by year, and what a row comes to."""

from __future__ import annotations

from planners.addresses import MOST_YEARS
from workbench.planning.demand import Outlook, Share, when, year_of
from workbench.texts import Text, text


def full_said(found: Outlook) -> Text:
    """When the block is full."""
    if found.full is None:
        return text("not full within {count} years", count=MOST_YEARS)
    return text("full {when}", when=when(found, found.full))


def in_words(found: Outlook, years: int) -> Text:
    """The whole line as a sentence: the addresses of every year, what is usable, and when that is full."""
    steps = [
        text("{year}: {count}", year=year_of(found, year), count=found.wanted(year))
        for year in range(years + 1)
    ]
    return text("{steps}; {usable} usable, {full}", steps=steps, usable=found.usable, full=full_said(found))


def share_said(share: Share) -> Text:
    """What a row comes to: so many with so many addresses each."""
    return text("{count} × {each}", count=share.count, each=share.part.each)


def block_said(found: Outlook) -> str:
    """The blocks that answer the request, or the size that is asked for."""
    return ", ".join(found.blocks) or f"/{found.length}"


def unread(found: Outlook) -> tuple[Text, ...]:
    """The services that are counted with figures for which no document was read."""
    return tuple(dict.fromkeys(share.service for share in found.shares if not share.is_sourced))
