"""AUD-005."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.log_store import LogStore
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import bounds, numbers


@rule(
    "AUD-005",
    about=LogStore,
    severity="error",
    says={
        "": "{name} cannot keep logs for {count} days; {least} to {most} are possible",
        "hot": "{name} cannot keep logs hot for {count} days; {least} to {most} are possible",
    },
    source="github aliyun/terraform-provider-alicloud website/docs/r/log_store",
    facts=("audit.logstore-ttl", "audit.logstore-hot"),
)
def retention_refused(store: LogStore, design: Reader) -> Iterator[Finding]:
    """A Logstore keeps logs for a time that the platform takes.

    From 1 to 3,650 days, where 3,650 stands for ever. Hot storage lasts 7 days at least and no longer than the logs are kept.

    Wrong:
        log account
          events log-store retention=4000

    Right:
        log account
          events log-store retention=365 hot=30
    """
    range_ = design.fact("audit.logstore-ttl")
    least, most = bounds(range_)
    if not least <= store.retention <= most:
        yield found(
            store, field="retention", rests_on=(range_,), count=store.retention, least=least, most=most
        )
    hot = design.fact("audit.logstore-hot")
    shortest = min(numbers(hot))
    if store.hot is not None and not shortest <= store.hot <= store.retention:
        yield found(
            store,
            says="hot",
            field="hot",
            rests_on=(hot,),
            count=store.hot,
            least=shortest,
            most=store.retention,
        )
