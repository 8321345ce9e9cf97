"""Gathering: lines become VPCs, vSwitches, pools, reserved ranges and sites, with the places they name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from workbench.importers.addresses.blocks import Written, blocks_in, from_to
from workbench.importers.addresses.heads import Meaning
from workbench.importers.addresses.lines import Line
from workbench.importers.addresses.places import Places, is_zone_id, region_called
from workbench.importers.addresses.proposals import Proposal, Proposals, Said, worded
from workbench.importers.plan import ImportItem, Refused
from workbench.model.element import Element, ElementId
from workbench.model.elements.reserved_range import ReservedRange
from workbench.model.elements.vpc import Vpc
from workbench.texts import LANGUAGES, text
from workbench.words import Words

LONGEST_NAME: Final = 128
LONGEST_NOTE: Final = 2_000
NAMES: Final[tuple[Meaning, ...]] = (
    "vswitch",
    "vpc",
    "name",
    "purpose",
    "account",
    "environment",
    "parent_pool",
)
Taken = tuple[Proposal, bool]
"""A proposal, and whether the line said anything new of it."""
Taker = Callable[[Line, "Gathering"], Taken]


class Gathering:
    """Takes lines one after the other and keeps what they propose, and items for those that are refused or repeat."""

    def __init__(self, proposals: Proposals, account: str | None = None, region: str | None = None) -> None:
        self.proposals, self.items = proposals, list[tuple[Line, ImportItem]]()
        self.places = Places(proposals)
        self.reserved = {one.block: one.id for one in proposals.design.of_kind(ReservedRange)}
        self._account, self._region = account, region

    def take(self, line: Line, taker: Taker) -> None:
        """Proposes what a line says, or notes why it is refused."""
        try:
            _check_lengths(line)
            one, is_news = taker(line, self)
        except Refused as wrong:
            self.note(line, ImportItem(line.grid.file, wrong.path or line.cell(), "refused", wrong.text))
            return
        if not is_news and one.line is not line:
            told = text("repeats {place}", place=one.place())
            place = line.cell("block", "first", "name", "vpc")
            self.note(line, ImportItem(line.grid.file, place, "same", told, element=one.id))

    def note(self, line: Line, item: ImportItem) -> None:
        """Keeps an item that is no proposal."""
        self.items.append((line, item))

    def by_id(self, line: Line, type: type[Element]) -> ElementId | None:
        """The element of the design that the line's id names, where it is of this kind."""
        found = self.proposals.design.get(line.said("id"))
        return found.id if isinstance(found, type) else None

    def account_of(self, line: Line) -> ElementId | None:
        """The account a line names, or the answer for files that name none."""
        return self.places.account(line) or self.places.account_called(self._account or "", line)

    def region_of(self, line: Line) -> ElementId | None:
        """The region of a line: said, that of its zone, that of its site, or the answer for files that name none."""
        region = self.places.region(line)
        if region is None and line.said("site") and region_called(line.said("site")):
            region = self.places.region(line, "site")
        if region:
            return region
        for meaning in ("zone", "site"):
            found = (
                self.proposals.get(self.places.zone(line, None, meaning)) if _zoned(line, meaning) else None
            )
            if found:
                return found.parent
        return self.places.region_with(self._region, line) if self._region else None

    def written(self, line: Line, meaning: Meaning) -> Written:
        """The blocks of a cell with its mask, or those from a first to a last address."""
        try:
            found = _blocks(line, meaning)
        except Refused as wrong:
            raise line.refused(wrong.text, meaning, "first", "name", "vswitch", "vpc") from wrong
        return found

    def of_both(self, line: Line) -> Written:
        """The blocks of a line of either family."""
        four, six = self.written(line, "block"), self.written(line, "block6")
        comment = four.comment or six.comment
        return Written((*four.blocks, *six.blocks), (*four.notes, *six.notes), comment)

    def common(self, line: Line, old: Element | None, comment: str = "") -> Said:
        """The note, or else the words behind the block, and the state where it is one of ours."""
        said: Said = {}
        noted: Meaning = "note" if line.said("note") else "block"
        if note := line.said("note") or comment:
            said["note"] = (worded(old.note if old else Words(), note, line.heads.language), line.cell(noted))
        state = _state(line.said("status"))
        if state and not line.heads.program:
            said["state"] = (state, line.cell("status"))
        return said


def _zoned(line: Line, meaning: Meaning) -> bool:
    return is_zone_id(line.said(meaning))


def _blocks(line: Line, meaning: Meaning) -> Written:
    typed, mask = line.said(meaning), line.said("mask") if meaning == "block" else ""
    if typed:
        found = blocks_in(typed, mask)
    elif meaning == "block6":
        return Written(())
    elif line.said("first") and line.said("last"):
        found = from_to(line.said("first"), line.said("last"))
    elif line.said("first") and mask:
        found = blocks_in(line.said("first"), mask)
    elif line.said("block6"):
        return Written(())
    else:
        found = Written(())
    if not found.blocks:
        raise Refused(text("The row has no block. Write one, or take the row out."))
    return found


def _state(typed: str) -> Any:
    choices = Vpc.kind.field("state").choices
    named = {
        label.said(language).casefold(): state for state, label in choices.items() for language in LANGUAGES
    }
    return named.get(typed.casefold()) or (typed if typed in choices else None)


def _check_lengths(line: Line) -> None:
    for meaning in NAMES:
        if len(line.said(meaning)) > LONGEST_NAME:
            raise line.refused(
                text(
                    "The cell has {size} characters; a name has at most {most}. Shorten it.",
                    size=len(line.said(meaning)),
                    most=LONGEST_NAME,
                ),
                meaning,
            )
    if len(line.said("note")) > LONGEST_NOTE:
        size = len(line.said("note"))
        raise line.refused(
            text(
                "The cell has {size} characters; a note has at most {most}. Shorten it.",
                size=size,
                most=LONGEST_NOTE,
            ),
            "note",
        )
