"""Lines that describe vSwitches, and which VPC each of them stands in."""

from __future__ import annotations

from workbench.importers.addresses.gathering import Gathering, Taken
from workbench.importers.addresses.heads import Meaning
from workbench.importers.addresses.lines import Line
from workbench.importers.addresses.places import is_zone_id
from workbench.importers.addresses.proposals import Said, worded
from workbench.importers.addresses.vpcs import Vpcs
from workbench.importers.plan import Refused
from workbench.model.element import ElementId
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.model.ids import id_from
from workbench.model.names import name_in
from workbench.texts import Text, text


class VSwitches:
    """The vSwitches of an import, known by name and by block in their VPC."""

    def __init__(self, gathering: Gathering, vpcs: Vpcs) -> None:
        self._all, self._vpcs = gathering, vpcs
        self._above: dict[int, ElementId] = {}
        self._inside: dict[ElementId, dict[str, ElementId]] = {}

    def line(self, line: Line, _: Gathering) -> Taken:
        """A line of a vSwitch."""
        everything = self._all
        written = everything.written(line, "block")
        four, six = _one_of_each(line, (*written.blocks, *everything.written(line, "block6").blocks))
        vpc, notes = self._vpc_of(line, four or six)
        id, name = self._named(line, vpc, four or six)
        old = everything.proposals.get(id)
        called = worded(old.name, name, line.heads.language) if old else name_in(name)
        said: Said = {"name": (called, line.cell("vswitch", "name")), "parent": (vpc, line.cell("vpc"))}
        if four:
            said["block"] = (four, line.cell("block", "first"))
        if six:
            said["ipv6_block"] = (six, line.cell("block6", "block"))
        said |= self._zone(line, vpc)
        if line.said("purpose") and not line.heads.program:
            said["purpose"] = (line.said("purpose"), line.cell("purpose"))
        one, is_news = everything.proposals.add(
            VSwitch, id, line, said | everything.common(line, old, written.comment)
        )
        one.note(line, line.cell("block", "first"), (*written.notes, *notes))
        known = self._siblings(vpc)
        known[name.casefold()] = known[four or six] = id
        return one, is_news

    def _zone(self, line: Line, vpc: ElementId) -> Said:
        meaning: Meaning = "zone" if line.said("zone") else "site"
        if not (line.said("zone") or is_zone_id(line.said("site"))):
            return {}
        around = getattr(self._all.proposals.get(vpc), "region", None)
        return {"zone": (self._all.places.zone(line, around, meaning), line.cell(meaning))}

    def _named(self, line: Line, vpc: ElementId, block: str) -> tuple[ElementId, str]:
        name = line.said("vswitch", "name") or block
        own = self._all.by_id(line, VSwitch)
        return own or self._siblings(vpc).get(name.casefold()) or id_from("vswitch", vpc, name), name

    def _siblings(self, vpc: ElementId) -> dict[str, ElementId]:
        """The vSwitches of a VPC by name and by block."""
        if vpc not in self._inside:
            found = self._inside[vpc] = {}
            design = self._all.proposals.design
            for one in (design.get(id, VSwitch) for id in design.children(vpc)):
                names = (one.block, one.name.en, one.name.zh) if one else ()
                found.update({name.casefold(): one.id for name in names if one and name})
        return self._inside[vpc]

    def _vpc_of(self, line: Line, block: str) -> tuple[ElementId, list[Text]]:
        """The VPC a vSwitch stands in: named, its own already, that whose blocks hold its own, or that of the row above."""
        vpc, notes = self._vpc_named(line), list[Text]()
        if vpc is None:
            found = self._vpcs.around(block)
            above = self._above.get(id(line.heads))
            vpc = found[0] if len(found) == 1 else above
            if vpc and len(found) != 1:
                title = self._title(vpc)
                notes = [text("taken to stand in {vpc}, as the row above", vpc=title)]
        if vpc is None:
            raise line.refused(
                text("Nothing says which VPC it stands in. Name the VPC in this row."), "vswitch", "block"
            )
        self._above[id(line.heads)] = vpc
        return vpc, notes

    def _vpc_named(self, line: Line) -> ElementId | None:
        design = self._all.proposals.design
        own = design.get(line.said("id"), VSwitch)
        parent = design.get(own.parent, Vpc) if own else None
        if parent and line.said("vpc") in ("", parent.name.en, parent.name.zh, parent.id):
            return parent.id
        if line.said("vpc"):
            return self._vpcs.take(line, "vpc_block" if line.said("vpc_block") else None)[0].id
        return None

    def _title(self, id: ElementId) -> object:
        found = self._all.proposals.get(id)
        return found.title() if found else id


def _one_of_each(line: Line, blocks: tuple[str, ...]) -> tuple[str, str]:
    """The one IPv4 and the one IPv6 block of a vSwitch, "" where there is none; Refused where there are more."""
    four, six = [one for one in blocks if ":" not in one], [one for one in blocks if ":" in one]
    if len(four) > 1 or len(six) > 1:
        raise _too_many(line, blocks)
    return (four[0] if four else ""), (six[0] if six else "")


def _too_many(line: Line, blocks: tuple[str, ...]) -> Refused:
    return line.refused(
        text(
            "A vSwitch has one block; these are {count}: {blocks}. Write a row for each.",
            count=len(blocks),
            blocks=blocks[:8],
        ),
        "block",
        "first",
    )
