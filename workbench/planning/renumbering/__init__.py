"""Renumbering: addresses turn out to be taken elsewhere; up to three new plans, and everything that each would change.

`renumberings` is the value, `renumber_edit` the one step that carries it out.
"""

from workbench.planning.renumbering.carrying_out import renumber_edit
from workbench.planning.renumbering.documents import Document, documents
from workbench.planning.renumbering.plans import (
    Moved,
    NoPlan,
    Renumbered,
    Renumberings,
    renumberings,
)
from workbench.planning.renumbering.taken import NothingTaken, taken_blocks, takers

__all__ = [
    "Document",
    "Moved",
    "NoPlan",
    "NothingTaken",
    "Renumbered",
    "Renumberings",
    "documents",
    "renumber_edit",
    "renumberings",
    "taken_blocks",
    "takers",
]
