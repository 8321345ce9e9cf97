"""SEC-017."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.security_group import SecurityGroup, SecurityRule
from workbench.reference import Fact
from workbench.rules.filters import is_port_text
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import bounds


@rule(
    "SEC-017",
    about=SecurityGroup,
    severity="error",
    says={
        "protocol": "Rule {number} of {name} has the protocol {value}; possible are {choices}",
        "port": "Rule {number} of {name} has the port {value}; {protocol} wants from/to, such as 443/443",
        "any": "Rule {number} of {name} has the port {value}; {protocol} has no ports and wants {choices}",
        "priority": "Rule {number} of {name} has priority {value}; possible are {least} to {most}",
    },
    source="terraform alicloud security_group_rule",
    facts=(
        "security_group.rules.protocols",
        "security_group.rules.port_any",
        "security_group.rules.priority_range",
    ),
)
def rule_of_refused_form(group: SecurityGroup, design: Reader) -> Iterator[Finding]:
    """Protocol, port and priority of a rule have the form that the platform takes.

    TCP and UDP want a range from/to, every other protocol -1/-1. Priorities are 1 to 100.

    Wrong:
        sg security-group
          - rules protocol=icmp port=80/80 block=10.0.0.0/8

    Right:
        sg security-group
          - rules protocol=icmp port=-1/-1 block=10.0.0.0/8
    """
    protocols, any_ = (
        design.fact("security_group.rules.protocols"),
        design.fact("security_group.rules.port_any"),
    )
    range_ = design.fact("security_group.rules.priority_range")
    least, most = bounds(range_)
    for number, row in enumerate(group.rules, 1):
        says, value = _fault(row, protocols, any_)
        if says:
            choices = list(protocols.value) if says == "protocol" else [any_.value]
            yield found(
                group,
                says=says,
                field="rules",
                rests_on=(protocols, any_),
                number=number,
                value=value,
                protocol=row.protocol,
                choices=choices,
            )
        if not least <= row.priority <= most:
            yield found(
                group,
                says="priority",
                field="rules",
                rests_on=(range_,),
                number=number,
                value=row.priority,
                least=least,
                most=most,
            )


def _fault(row: SecurityRule, protocols: Fact, any_: Fact) -> tuple[str, str]:
    protocol = row.protocol.strip().lower()
    if protocol not in protocols.value:
        return "protocol", row.protocol
    if protocol in ("tcp", "udp"):
        return ("", "") if is_port_text(row.port) else ("port", row.port)
    return ("", "") if row.port == any_.value else ("any", row.port)
