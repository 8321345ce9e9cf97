"""SEC-016."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.flow import Flow
from workbench.model.elements.internet import Internet
from workbench.model.elements.security_group import SecurityGroup
from workbench.rules.filters import ports
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import numbers


@rule(
    "SEC-016",
    about=(SecurityGroup, Flow),
    severity="warning",
    says="{name} counts on outbound TCP port {port}, which the platform blocks; mail goes out on 465",
    source="Security group rules",
    facts=("security_group.limits.blocked_outbound_ports",),
)
def mail_port_out(element: SecurityGroup | Flow, design: Reader) -> Iterator[Finding]:
    """Nothing counts on sending to TCP port 25 outside.

    The platform closes it by default, and a rule alone does not open it. Use the port of encrypted mail.

    Wrong:
        sg security-group
          - rules direction=egress port=25/25 block=0.0.0.0/0

    Right:
        sg security-group
          - rules direction=egress port=465/465 block=0.0.0.0/0
    """
    blocked = design.fact("security_group.limits.blocked_outbound_ports")
    for port in numbers(blocked):
        if port in _sent_to(element, design):
            yield found(element, rests_on=(blocked,), port=str(port))


def _sent_to(element: SecurityGroup | Flow, design: Reader) -> list[int]:
    """The single TCP ports that an element wants to reach outside."""
    if isinstance(element, Flow):
        outside = design.get(element.target, Internet) and element.wanted == "allow"
        written = [element.port] if outside and element.protocol == "tcp" else []
    else:
        written = [
            row.port
            for row in element.rules
            if row.direction == "egress" and row.action == "accept" and row.protocol.lower() == "tcp"
        ]
    named = (ports(port) for port in written)
    return [range_[0] for range_ in named if len(range_) == 1]
