"""AUD-002."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.trail import Trail
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "AUD-002",
    about=Trail,
    severity="warning",
    says="{name} leaves events out: it records {events}",
    source="github aliyun/terraform-provider-alicloud website/docs/r/actiontrail_trail",
    facts=("audit.rw-default",),
)
def trail_leaving_events_out(trail: Trail, design: Reader) -> Iterator[Finding]:
    """A trail records all events.

    Who looked at something is part of the answer when data has leaked. All is the platform's default; some public components
    record writing only.

    Wrong:
        log account
          audit bucket
          all trail events=Write delivers_to=audit

    Right:
        log account
          audit bucket
          all trail delivers_to=audit
    """
    usual = design.fact("audit.rw-default")
    if trail.events != usual.value:
        cure = Cure(text("Record all events"), set_fields([trail.id], events="All"))
        events = trail.kind.field("events").choices[trail.events]
        yield found(trail, field="events", cures=[cure], rests_on=(usual,), events=events)
