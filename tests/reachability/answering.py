"""Answers for the small design, as whoever follows paths would give them."""

from __future__ import annotations

from typing import Final

from workbench.model.design import Design
from workbench.progress import Progress
from workbench.reachability.answer import Passage, PathAnswer, PathHop
from workbench.reachability.asked import Asked
from workbench.texts import text

ROUTE: Final = text("{block} → {name}", block="10.2.0.0/16", name="tr-hz")


def _passes(said: str) -> Passage:
    return Passage(True, text("{rule}", rule=said))


def _stops(said: str) -> Passage:
    return Passage(False, text("{rule}", rule=said))


THERE: Final = (
    PathHop("hr", _passes("sg-app-out 20 accept"), _passes("answer of a session")),
    PathHop(
        "app-h", _passes("egress 30 permit, network ACL acl-app"), _passes("ingress 80 permit 1024-65535")
    ),
    PathHop("vpc-a", _passes("10.2.0.0/16 → tr-hz"), _passes("10.1.0.0/16 local")),
    PathHop("web-2", _passes("ingress 10 permit"), _passes("egress 10 permit")),
    PathHop("sap", _passes("declared as open"), _passes("declared as open")),
)


def answers(design: Design, asked: Asked, progress: Progress) -> PathAnswer:
    """One verdict for each source: allowed from the portal, blocked from development, unknown from the partner."""
    progress(0.5)
    if asked.source == "dev":
        return _denied(asked)
    if asked.source == "other":
        return _unknown(asked)
    if asked.target == "nj":
        return _partial(asked)
    decided = text("Decided by Cloud Firewall policy {number}", number=12)
    warnings = (text("A firewall sees only one way of the connection."),)
    readings = (text("Answers of a session need no rule."), text("Equal routes: the longest block wins."))
    return PathAnswer(*asked, "allow", decided, "vpc-a", THERE, warnings, (), readings)


def _denied(asked: Asked) -> PathAnswer:
    hops = (
        PathHop("web-2", _passes("sg-dev 1 accept"), None),
        PathHop("vpc-b", _passes("10.1.0.0/16 → tr-hz"), None),
        PathHop("group", _stops("no inbound rule of Web group takes 22/tcp from 10.2.5.0/24"), None),
    )
    decided = text("No inbound rule of {name} takes 22/tcp from 10.2.5.0/24.", name="Web group")
    return PathAnswer(*asked, "deny", decided, "group", hops)


def _partial(asked: Asked) -> PathAnswer:
    hops = (
        PathHop("hr", _passes("sg-app-out 20 accept"), None),
        PathHop("app-h", _passes("egress 30 permit"), _stops("ingress 90 permits 32768-60999 only")),
        PathHop("nj", _passes("10.200.0.0/16 announced"), _passes("10.1.0.0/16 learned")),
    )
    decided = text("Answers come back to some of the client's ports only.")
    return PathAnswer(*asked, "partial", decided, "app-h", hops)


def _unknown(asked: Asked) -> PathAnswer:
    hops = (PathHop("other", _passes("leaves its own network"), None),)
    facts = (text("The routes of {name} are not stated.", name="Partner cloud"),)
    readings = (text("An unstated route leads nowhere."),)
    return PathAnswer(*asked, "unknown", text("The way back is not stated."), None, hops, (), facts, readings)
