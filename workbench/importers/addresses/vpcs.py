"""Lines that describe VPCs, and those of vSwitches as far as they tell of theirs."""

from __future__ import annotations

from workbench.addresses import Span, span
from workbench.importers.addresses.blocks import Written
from workbench.importers.addresses.gathering import Gathering, Taken
from workbench.importers.addresses.heads import Meaning
from workbench.importers.addresses.lines import Line
from workbench.importers.addresses.proposals import Said, worded
from workbench.importers.plan import Refused
from workbench.model.element import ElementId
from workbench.model.elements.vpc import Vpc
from workbench.model.ids import id_from
from workbench.model.names import name_in
from workbench.texts import text


class Vpcs:
    """The VPCs of an import: taken from lines, and found by name and by what they hold."""

    def __init__(self, gathering: Gathering) -> None:
        self._all = gathering
        self._holding: dict[Span, list[ElementId]] = {}
        for vpc in gathering.proposals.design.of_kind(Vpc):
            self._note(vpc.id, vpc.blocks)

    def line(self, line: Line, _: Gathering) -> Taken:
        """A line of a VPC."""
        return self.take(line, "vpc_block" if line.said("vpc_block") else "block")

    def named_by(self, line: Line) -> None:
        """Proposes the VPC that a line of a vSwitch tells the block of, before any vSwitch is looked at."""
        if line.said("vpc") and line.said("vpc_block"):
            try:
                self.take(line, "vpc_block")
            except Refused:
                return  # told when the line itself is taken

    def take(self, line: Line, blocks: Meaning | None) -> Taken:
        """The VPC that a line names with what it says of it; `blocks` is the cell that holds its blocks."""
        everything = self._all
        written = everything.written(line, blocks) if blocks else Written(())
        account = everything.account_of(line)
        id, name = self._named(line, account, written)
        old = everything.proposals.get(id)
        called = worded(old.name, name, line.heads.language) if old else name_in(name)
        said: Said = {"name": (called, line.cell("vpc", "name"))}
        if account:
            said["parent"] = (account, line.cell("account"))
        if region := everything.region_of(line):
            said["region"] = (region, line.cell("region", "zone", "site"))
        if environment := everything.places.environment(line):
            said["environment"] = (environment, line.cell("environment"))
        said |= self._blocks(line, written, blocks)
        if blocks == "block":
            said |= everything.common(line, old, written.comment)
        one, is_news = everything.proposals.add(Vpc, id, line, said)
        one.note(line, line.cell(blocks or "block", "first"), written.notes)
        if is_news:
            everything.places.note(one.element())
            self._note(id, written.blocks)
        return one, is_news

    def around(self, block: str) -> list[ElementId]:
        """The VPCs of the smallest blocks that hold a block."""
        inner = span(block)
        for length in range(inner.length if inner else -1, -1, -1):
            if inner and (found := self._holding.get(_outer(inner, length))):
                return found
        return []

    def _blocks(self, line: Line, written: Written, meaning: Meaning | None) -> Said:
        four = tuple(one for one in written.blocks if ":" not in one)
        six = [one for one in written.blocks if ":" in one]
        if meaning == "block":
            six += self._all.written(line, "block6").blocks
        said: Said = {}
        if four:
            said["blocks"] = (four, line.cell(meaning or "block", "first"))
        if len(six) > 1:
            raise line.refused(
                text("A VPC has one IPv6 block here; these are {count}. Keep one.", count=len(six)),
                "block6",
                "block",
            )
        if six:
            said["ipv6_block"] = (six[0], line.cell("block6", meaning or "block"))
        return said

    def _note(self, id: ElementId, blocks: tuple[str, ...]) -> None:
        for block in blocks:
            found = span(block)
            known = self._holding.setdefault(found, []) if found else []
            if id not in known:
                known.append(id)

    def _named(self, line: Line, account: ElementId | None, written: Written) -> tuple[ElementId, str]:
        own = self._all.by_id(line, Vpc)
        name = line.said("vpc", "name") or (written.blocks[0] if written.blocks else "")
        if not name:
            raise line.refused(text("The row names no VPC. Name it."), "vpc", "name")
        if own:
            return own, name
        known = [
            id for id in self._all.places.called("vpc", name) if self._owner(id, account) in (account, None)
        ]
        if len(known) > 1:
            why = text("{count} VPCs are called {name}. Name the account too.", count=len(known), name=name)
            raise line.refused(why, "vpc", "name")
        return (known[0] if known else id_from("vpc", account or "", name)), name

    def _owner(self, id: ElementId, account: ElementId | None) -> ElementId | None:
        """The account a VPC stands in; any where the line names none."""
        found = self._all.proposals.get(id)
        return found.parent if found and account else None


def _outer(inner: Span, length: int) -> Span:
    size = 1 << (inner.width - length)
    first = inner.first & ~(size - 1)
    return Span(first, first + size - 1, inner.width)
