"""AUD-010."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.bucket import Bucket
from workbench.model.elements.trail import Trail
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "AUD-010",
    about=Bucket,
    severity="hint",
    says="{name} keeps what {other} delivers, and its objects can be changed or deleted",
    source="unverified",
    facts=("audit.archive-worm",),
)
def archive_that_can_be_changed(bucket: Bucket, design: Reader) -> Iterator[Finding]:
    """A bucket that keeps audit events has a retention policy.

    Whoever can change the bucket can wipe out what they did. As long as the policy holds, no object is changed or deleted.

    Wrong:
        log account role=log
          archive bucket
          all trail delivers_to=archive

    Right:
        log account role=log
          archive bucket retention_days=365
          all trail delivers_to=archive
    """
    trails = design.referrers(bucket, Trail)
    if trails and bucket.retention_days is None:
        yield found(bucket, *trails, field="retention_days", rests_on=(design.fact("audit.archive-worm"),))
