"""AUD-004."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.log_store import LogStore
from workbench.model.elements.trail import Trail
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "AUD-004",
    about=LogStore,
    severity="warning",
    says="{name} keeps what {other} delivers for {count} days; {least} are asked for",
    source="https://www.alibabacloud.com/help/doc-detail/41920.htm",
    facts=("audit.mlps-days",),
)
def audit_kept_too_short(store: LogStore, design: Reader) -> Iterator[Finding]:
    """Audit events are kept for half a year at least.

    Classified protection asks for 180 days, and the law of the mainland for six months of network logs. A Logstore keeps 30 days
    unless it is told otherwise.

    Wrong:
        log account
          events log-store retention=30
          all trail delivers_to=events

    Right:
        log account
          events log-store retention=365
          all trail delivers_to=events
    """
    least = design.fact("audit.mlps-days")
    trails = design.referrers(store, Trail)
    if trails and store.retention < least.value:
        cure = Cure(
            text("Keep them for {count} days", count=least.value),
            set_fields([store.id], retention=least.value),
        )
        yield found(
            store,
            *trails,
            field="retention",
            cures=[cure],
            rests_on=(least,),
            count=store.retention,
            least=least.value,
        )
