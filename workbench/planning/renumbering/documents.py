"""Which documents a new plan changes: rows of the address plan, sheets, and lists of elements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from planners.pace import breathe
from workbench.model.element import KINDS
from workbench.model.elements.sheet import Sheet
from workbench.planning.renumbering.plans import Renumbered
from workbench.texts import Text, text
from workbench.words import Words


class Document(NamedTuple):
    """A part of what is handed over, and how many of its rows or elements would be others."""

    title: Text | Words
    changes: int


def documents(plan: Renumbered) -> tuple[Document, ...]:
    """The parts that change with a plan: the address plan first, then sheets, then the lists by kind."""
    return tuple(one for one in (_address_plan(plan), *_sheets(plan), *_lists(plan)) if one.changes)


def _address_plan(plan: Renumbered) -> Document:
    from workbench.reports.tables.address_plan import address_plan

    before, after = address_plan(plan.before), address_plan(plan.after)
    known = Counter(row.cells for row in before.rows)
    return Document(before.title, (Counter(row.cells for row in after.rows) - known).total())


def _sheets(plan: Renumbered) -> Iterator[Document]:
    from workbench.drawing.contents import contents

    changed = frozenset(plan.changed)
    for sheet in plan.before.of_kind(Sheet):
        breathe()
        shown = contents(plan.before, sheet)
        ids = {*shown.places, *(link.id for link in shown.links)}
        yield Document(sheet.title(), len(ids & changed))


def _lists(plan: Renumbered) -> Iterator[Document]:
    """The lists and chapters that name elements of a kind."""
    kinds = Counter(plan.before[id].kind.tag for id in plan.changed)
    for tag in sorted(kinds):
        if tag not in ("sheet", "placement"):
            yield Document(text("{kind} in lists", kind=KINDS[tag].plural), kinds[tag])
