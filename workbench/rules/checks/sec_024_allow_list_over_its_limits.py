"""SEC-024."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.database import ENGINES, Database
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "SEC-024",
    about=Database,
    severity="error",
    says={
        "": "{name} admits {count} blocks; the quota is {most}",
        "system": "{list} of {name} belongs to the platform and cannot be changed",
    },
    source="https://www.alibabacloud.com/help/doc-detail/43186.htm",
    facts=("security.rds-ips", "security.rds-system"),
)
def allow_list_over_its_limits(database: Database, design: Reader) -> Iterator[Finding]:
    """The allow lists of an RDS database stay within their quota and out of the platform's own.

    An instance takes 1,000 entries: write blocks in place of single addresses. Lists such as ali_dms_group are kept by
    the platform.

    Wrong:
        vpc-a vpc
          db database
            - allowed block=10.0.1.0/24
            - allowed block=10.0.2.0/24
        few fact-override fact=security.rds-ips value=1 source=ticket

    Right:
        vpc-a vpc
          db database
            - allowed block=10.0.0.0/16
    """
    if not ENGINES[database.engine].startswith("RDS"):
        return
    most, system = design.fact("security.rds-ips"), design.fact("security.rds-system")
    if len(database.allowed) > most.value:
        yield found(database, field="allowed", rests_on=(most,), count=len(database.allowed), most=most.value)
    for name in dict.fromkeys(row.list for row in database.allowed):
        if name in system.value:
            yield found(database, says="system", field="allowed", rests_on=(system,), list=name)
