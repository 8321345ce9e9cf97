"""Lines that describe what lies around VPCs: pools, reserved ranges, data centres and other clouds."""

from __future__ import annotations

from workbench.importers.addresses.gathering import Gathering, Taken
from workbench.importers.addresses.lines import Line
from workbench.importers.addresses.proposals import Said, worded
from workbench.model.element import Element, ElementId
from workbench.model.elements.address_pool import AddressPool
from workbench.model.elements.data_centre import DataCentre, SiteRange
from workbench.model.elements.other_cloud import OtherCloud
from workbench.model.elements.reserved_range import ReservedRange
from workbench.model.ids import id_from
from workbench.model.names import name_in
from workbench.texts import text
from workbench.words import Words


def pool_line(line: Line, gathering: Gathering) -> Taken:
    """A line of an address pool."""
    written = gathering.of_both(line)
    name = line.said("name", "vswitch", "vpc") or written.blocks[0]
    known = gathering.places.called("address-pool", name)
    id = gathering.by_id(line, AddressPool) or (known[0] if known else id_from("address-pool", name))
    old = gathering.proposals.get(id)
    said: Said = {
        "name": (_called(old, name, line), line.cell("name")),
        "blocks": (written.blocks, line.cell("block", "first", "block6")),
    }
    if line.said("parent_pool"):
        said["parent"] = (_pool_around(line, id, gathering), line.cell("parent_pool"))
    if region := gathering.region_of(line):
        said["region"] = (region, line.cell("region", "site"))
    one, is_news = gathering.proposals.add(
        AddressPool, id, line, said | gathering.common(line, old, written.comment)
    )
    one.note(line, line.cell("block", "first", "block6"), written.notes)
    gathering.places.note(one.element())
    return one, is_news


def reserved_line(line: Line, gathering: Gathering) -> Taken:
    """A line of a reserved range; an element for each of its blocks."""
    written = gathering.of_both(line)
    name = line.said("name", "vswitch", "vpc", "purpose", "site")
    taken: list[Taken] = []
    for number, block in enumerate(written.blocks, 1):
        many = len(written.blocks) > 1
        id = (None if many else gathering.by_id(line, ReservedRange)) or _reserved_with(block, gathering)
        old = gathering.proposals.get(id)
        called = (f"{name} {number}" if many and name else name) or block
        said: Said = {
            "name": (_called(old, called, line), line.cell("name")),
            "block": (block, line.cell("block", "first", "block6")),
        }
        one, is_news = gathering.proposals.add(
            ReservedRange, id, line, said | gathering.common(line, old, written.comment)
        )
        one.note(line, line.cell("block", "first", "block6"), written.notes)
        taken.append((one, is_news))
    return taken[0][0], any(is_news for _, is_news in taken)


def centre_line(line: Line, gathering: Gathering) -> Taken:
    """A line of a data centre."""
    return _site(line, gathering, DataCentre)


def cloud_line(line: Line, gathering: Gathering) -> Taken:
    """A line of another provider's cloud."""
    return _site(line, gathering, OtherCloud)


def _site(line: Line, gathering: Gathering, type: type[Element]) -> Taken:
    written = gathering.of_both(line)
    name = line.said("name", "site", "vpc", "vswitch") or written.blocks[0]
    tag = type.kind.tag
    known = gathering.places.called(tag, name)
    id = gathering.by_id(line, type) or (known[0] if known else id_from(tag, name))
    old = gathering.proposals.get(id)
    known_ranges = getattr(gathering.proposals.design.get(id), "ranges", ())
    uses = {one.block: one.use for one in known_ranges}
    common = gathering.common(line, old, written.comment)
    use = line.said("purpose")
    if "note" in common and id in gathering.proposals.by_id:
        # The site has its note from another row; this one is about these ranges.
        remark = common.pop("note")[0].said(line.heads.language)
        use = f"{use} ({remark})" if use else remark
    ranges = tuple(SiteRange(block=block, use=use or uses.get(block, "")) for block in written.blocks)
    said: Said = {
        "name": (_called(old, name, line), line.cell("name", "site")),
        "ranges": (ranges, line.cell("block", "first", "block6")),
    }
    one, is_news = gathering.proposals.add(type, id, line, said | common)
    one.note(line, line.cell("block", "first", "block6"), written.notes)
    gathering.places.note(one.element())
    return one, is_news


def _called(old: Element | None, name: str, line: Line) -> Words:
    return worded(old.name, name, line.heads.language) if old else name_in(name)


def _pool_around(line: Line, own: ElementId, gathering: Gathering) -> ElementId:
    """The pool that a line names as its parent, which need not have been read yet."""
    typed = line.said("parent_pool")
    known = gathering.places.called("address-pool", typed)
    parent = known[0] if known else id_from("address-pool", typed)
    if parent == own:
        raise line.refused(text("A pool does not stand in itself. Name another parent."), "parent_pool")
    return parent


def _reserved_with(block: str, gathering: Gathering) -> ElementId:
    return gathering.reserved.setdefault(block, id_from("reserved-range", block))
