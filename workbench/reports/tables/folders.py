"""The folders of the resource directory as a tree, with what stands in each and what binds it."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.account import Account
from workbench.model.elements.control_policy import ControlPolicy
from workbench.model.elements.folder import Folder
from workbench.model.elements.resource_directory import ResourceDirectory
from workbench.reports.report import Column, RowLook, Said, Table, TableRow
from workbench.texts import text


def folder_tree(design: Design) -> Table:
    """One row a directory or folder: its accounts, and the control policies attached to it."""
    columns = (
        Column("name", text("Folder"), width=70),
        Column("accounts", text("Accounts"), "count", 25),
        Column("policies", text("Control policies"), width=70),
    )
    tops: tuple[ResourceDirectory | Folder, ...] = (
        *design.of_kind(ResourceDirectory),
        *(folder for folder in design.of_kind(Folder) if design.get(folder.parent) is None),
    )
    rows = tuple(row for top in tops for row in _branch(design, top, 0))
    return Table("folders", text("Folders and what binds them"), columns, rows)


def _branch(design: Design, top: ResourceDirectory | Folder, level: int) -> Iterator[TableRow]:
    below = [design.get(id) for id in design.children(top.id)]
    accounts = sum(isinstance(element, Account) for element in below)
    look: RowLook = "plain" if level else "container"
    yield TableRow((top.title(), accounts, _policies(design, top.id)), level, look, top.id)
    for element in below:
        # A folder that stands in itself has no place in a tree; the checks name it.
        if isinstance(element, Folder) and level < _DEEPEST:
            yield from _branch(design, element, level + 1)


def _policies(design: Design, id: ElementId) -> Said:
    attached = [policy.title() for policy in design.of_kind(ControlPolicy) if id in policy.targets]
    return text("{parts}", parts=tuple(attached)) if attached else None


_DEEPEST = 12
