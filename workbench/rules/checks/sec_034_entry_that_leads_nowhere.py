"""SEC-034."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.application import Application
from workbench.model.elements.load_balancer import LoadBalancer
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "SEC-034",
    about=LoadBalancer,
    severity="warning",
    says={
        "": "{name} faces the internet and has no listener: whom it leads to is not known, so paths and proofs leave it out",
        "row": "Listener {number} of {name} has no port or leads to no application: paths and proofs leave it out",
    },
    source="The design itself",
)
def entry_that_leads_nowhere(balancer: LoadBalancer, design: Reader) -> Iterator[Finding]:
    """A load balancer before the internet says to whom each of its listeners leads.

    Whom the internet reaches is answered through listeners. What leads nowhere in the design leads somewhere in the cloud,
    and no proof that the internet does not get there would hold. Asked once applications are drawn.

    Wrong:
        vpc-a vpc
          vsw-a vswitch
          lb load-balancer faces=internet vswitches=vsw-a
        shop application vswitches=vsw-a

    Right:
        vpc-a vpc
          vsw-a vswitch
          lb load-balancer faces=internet vswitches=vsw-a
            - listeners protocol=tcp port=443 application=shop
        shop application vswitches=vsw-a
    """
    if balancer.faces != "internet" or not design.of_kind(Application):
        return
    if not balancer.listeners:
        yield found(balancer, field="listeners")
    for number, row in enumerate(balancer.listeners, 1):
        if row.port is None or design.get(row.application, Application) is None:
            yield found(balancer, says="row", field="listeners", number=number)
