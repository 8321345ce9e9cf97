"""REG-001."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from workbench.edits.fields import set_fields
from workbench.model.elements.region import Region
from workbench.reference import regions
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "REG-001",
    about=Region,
    severity="warning",
    says={
        "": "{name} has the region id {written}, which is on no list of the platform",
        "meant": "{name} has the region id {written}; did you mean {meant}?",
        "missing": "{name} has no region id",
        "closing": "{name} ({written}) is {status}: nothing new is to be built there",
        "unsure": "{name} ({written}) is not confirmed by a document",
    },
    severities={"unsure": "hint"},
    source="ECS regions and zones (2021 mirror)",
)
def region_unknown(region: Region, _: Reader) -> Iterator[Finding]:
    """A region is one of the platform's, and open.

    Its id decides zones, transit router service and bandwidth areas.

    Wrong:
        bj region region_id=cn-bejing

    Right:
        bj region region_id=cn-beijing
    """
    if not region.region_id:
        yield found(region, says="missing", field="region_id")
        return
    known = regions().get(region.region_id)
    if known is None:
        near = get_close_matches(region.region_id, regions(), 1)
        cures = [Cure(text("Write {meant}", meant=id), set_fields([region.id], region_id=id)) for id in near]
        yield found(
            region,
            says="meant" if near else "",
            field="region_id",
            cures=cures,
            written=region.region_id,
            meant=near[0] if near else "",
        )
    elif not known.sourced or known.status == "unverified":
        yield found(region, says="unsure", field="region_id", written=region.region_id)
    elif known.status in _STATUS:
        yield found(
            region, says="closing", field="region_id", written=region.region_id, status=_STATUS[known.status]
        )


_STATUS = {"closing": text("being closed"), "closed": text("closed")}
