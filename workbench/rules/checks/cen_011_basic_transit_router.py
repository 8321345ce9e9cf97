"""CEN-011."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.transit_router import TransitRouter
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "CEN-011",
    about=TransitRouter,
    severity="error",
    says="{name} is of the Basic edition, which can no longer be bought",
    source="How transit routers work (edition table)",
    facts=("cen.transit_router.editions",),
)
def basic_transit_router(router: TransitRouter, design: Reader) -> Iterator[Finding]:
    """New designs use transit routers of the Enterprise edition.

    The Basic edition is no longer sold. It has one table and shows every route to everyone.

    Wrong:
        tr transit-router edition=basic

    Right:
        tr transit-router
    """
    if router.edition == "basic":
        editions_ = design.fact("cen.transit_router.editions")
        change = Cure(text("Make it an Enterprise edition"), set_fields([router.id], edition="enterprise"))
        yield found(router, field="edition", rests_on=(editions_,), cures=[change])
