"""SEC-005."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.security_group import SecurityGroup
from workbench.rules.filters import ALL_PORTS, everywhere, match
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import numbers
from workbench.texts import text


@rule(
    "SEC-005",
    about=SecurityGroup,
    severity="warning",
    says={
        "": "{name} opens {ports} to every address",
        "all": "{name} opens all ports to every address",
    },
    source="Security group overview (2021 mirror)",
    facts=("security_group.limits.admin_ports", "security_group.limits.database_ports"),
)
def open_to_everyone(group: SecurityGroup, design: Reader) -> Iterator[Finding]:
    """Ports of administration and of databases are not open to every address.

    They are tried within minutes. Let administrators in through the bastion host, and databases only from the groups that
    use them.

    Wrong:
        sg security-group
          - rules port=22/22 block=0.0.0.0/0

    Right:
        sg security-group
          - rules port=22/22 block=10.0.9.0/24
    """
    figures = [design.fact(f"security_group.limits.{id}") for id in ("admin_ports", "database_ports")]
    for row in group.rules:
        if row.direction != "ingress" or row.action != "accept" or not everywhere(row.block):
            continue
        wanted = match(row.protocol, row.port, row.block)
        if wanted.protocol not in ("tcp", "all"):
            continue
        hits = {figure.id: [port for port in numbers(figure) if port in wanted.ports] for figure in figures}
        deciding = [figure for figure in figures if hits[figure.id]]
        if deciding:
            without_it = tuple(other for other in group.rules if other != row)
            close = Cure(text("Take the rule out"), set_fields([group.id], rules=without_it))
            says = "all" if wanted.ports == ALL_PORTS else ""
            # A sourced port that is open decides alone; a figure from experience weighs only where none is.
            rests_on = [figure for figure in deciding if figure.sourced] or deciding
            ports = [str(port) for port in sorted({port for found in hits.values() for port in found})]
            yield found(group, says=says, field="rules", rests_on=rests_on, cures=[close], ports=ports)
