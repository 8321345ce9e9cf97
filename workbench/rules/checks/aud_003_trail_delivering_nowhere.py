"""AUD-003."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.trail import Trail
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "AUD-003",
    about=Trail,
    severity="warning",
    says="{name} delivers nowhere",
    source="https://help.aliyun.com/en/actiontrail/user-guide/single-account-trail-overview",
    facts=("audit.event-days",),
)
def trail_delivering_nowhere(trail: Trail, design: Reader) -> Iterator[Finding]:
    """A trail delivers to a Logstore or a bucket.

    What it does not deliver is gone after 90 days.

    Wrong:
        log account
          all trail

    Right:
        log account
          events log-store retention=365
          all trail delivers_to=events
    """
    if not trail.delivers_to:
        yield found(trail, field="delivers_to", rests_on=(design.fact("audit.event-days"),))
