"""SEC-021."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.database import Database
from workbench.rules.filters import everywhere
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "SEC-021",
    about=Database,
    severity="error",
    says={
        "": "The allow list {list} of {name} admits every address",
        "public": "{name} has a public endpoint",
    },
    severities={"public": "hint"},
    source="https://www.alibabacloud.com/help/doc-detail/43186.htm",
    facts=("security.rds-open",),
)
def database_open_to_everyone(database: Database, design: Reader) -> Iterator[Finding]:
    """The allow lists of a database name those who use it, not every address.

    With 0.0.0.0/0 only a password stands between the data and everyone who reaches the address. A public endpoint is
    seldom needed: applications connect inside the VPC, administrators through the bastion host.

    Wrong:
        vpc-a vpc
          db database
            - allowed block=0.0.0.0/0

    Right:
        vpc-a vpc
          db database
            - allowed block=10.0.1.0/24
    """
    norm = design.fact("security.rds-open")
    for row in database.allowed:
        if everywhere(row.block):
            left = tuple(other for other in database.allowed if other != row)
            close = Cure(text("Take the entry out"), set_fields([database.id], allowed=left))
            yield found(database, field="allowed", cures=[close], rests_on=(norm,), list=row.list)
    if database.public:
        close = Cure(text("Close the public endpoint"), set_fields([database.id], public=False))
        yield found(database, says="public", field="public", cures=[close])
