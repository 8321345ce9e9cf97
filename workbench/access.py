"""Who may do what where: what user groups are granted, read from either end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.model.design import Design
from workbench.model.element import Element
from workbench.model.elements.ram_role import RamRole
from workbench.model.elements.user_group import Grant, UserGroup


@dataclass(frozen=True, slots=True)
class Access:
    """One grant of a group with what it names; None where it names nothing that exists."""

    group: UserGroup
    what: Element | None
    where: Element | None


def access(design: Design) -> Iterator[Access]:
    """Every grant in the design, group by group."""
    for group in design.of_kind(UserGroup):
        for grant in group.grants:
            yield _read(design, group, grant)


def access_through(design: Design, element: Element) -> tuple[Access, ...]:
    """The grants that reach an account or folder, from above too, or that give a permission."""
    what, where = UserGroup.kind.field("grants").columns
    if element.kind.tag in what.refers:
        return tuple(one for one in access(design) if one.what is element)
    if element.kind.tag not in where.refers:
        return ()
    here = {element.id, *(above.id for above in design.above(element.id))}
    return tuple(one for one in access(design) if one.where is not None and one.where.id in here)


def _read(design: Design, group: UserGroup, grant: Grant) -> Access:
    what = design.get(grant.what)
    # A role is where it stands.
    place = grant.where or (what.parent if isinstance(what, RamRole) else None)
    return Access(group, what, design.get(place))
