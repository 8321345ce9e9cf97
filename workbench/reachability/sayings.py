"""What a rule, a route or a default says, as sentences."""

from __future__ import annotations

from typing import Final

from planners.reachability.network import INTERNET
from planners.reachability.tables import Lead
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.bastion_host import BastionHost
from workbench.model.elements.cloud_firewall import CloudFirewall
from workbench.model.elements.database import Database
from workbench.model.elements.load_balancer import Listener, LoadBalancer
from workbench.model.elements.network_acl import NetworkAcl
from workbench.model.elements.security_group import SecurityGroup
from workbench.reachability.boundaries import PERHAPS, contents_of
from workbench.texts import Text, text

ACTIONS: Final = {
    "accept": text("accepts", key="rule.accepts"),
    "drop": text("drops", key="rule.drops"),
    "log": text("accepts and logs", key="rule.logs"),
}
ROUTE_ENDS: Final = {
    "no-route": text("no route holds the address"),
    "blackhole": text("the route drops the packet"),
    "not-associated": text("the attachment is associated with no table"),
    "no-attachment": text("no line leads from the site into the cloud"),
    "not-owned": text("the site does not have the address"),
    "nobody": text("the route leads to another network that has the address"),
    "no-snat": text("no SNAT entry with a public address covers the source"),
    "no-entry": text("no public address and no forwarded port lead here"),
    "left": text("the answer leaves by another gateway"),
    "loop": text("the tables lead in a circle"),
    "unknown": text("nobody can say which route wins"),
}


def owner_of(name: str) -> ElementId:
    """The element that an endpoint, table, attachment or firewall of the engine was made of."""
    if "@" in name:
        return name.partition("@")[0].partition("!")[0]
    if name.startswith("!"):
        _, _, rest = name.partition(":")
        return rest.partition(":")[0]
    vpc, slash, table = name.partition("/")
    if slash:
        return vpc if table.startswith("!") else table
    return name.partition("!")[0].removesuffix(PERHAPS)


def title_of(id: str, design: Design) -> object:
    """The name of an element as it is put into a sentence; the internet has one where none is drawn."""
    element = design.get(id)
    if element is not None:
        return element.title()
    return text("Internet") if id == INTERNET else id


def rule_said(rule: str, design: Design) -> Text:
    """The row that decided, in words; `rule` is its place, such as `sg-order/rules.3`."""
    id, _, place = rule.partition("/")
    table, _, number = place.partition(".")
    element = design.get(id)
    if isinstance(element, Database):
        return text("the allow list lets it in") if table == "allowed" else text("a group that may connect")
    rows = getattr(element, table, ())
    if not number.isdecimal() or int(number) >= len(rows):
        return text("rule {place}", place=place)
    row = rows[int(number)]
    if isinstance(element, SecurityGroup):
        return _group_rule(int(number) + 1, row, design)
    if isinstance(element, BastionHost):
        return text("{block} may log in", block=row.block)
    if isinstance(element, LoadBalancer):
        return _listener(int(number) + 1, row)
    if isinstance(element, NetworkAcl):
        return text(
            "entry {number} {action} {traffic} {block}",
            number=int(number) + 1,
            action=ACTIONS[row.action],
            traffic=_traffic(row.protocol, row.port),
            block=row.block,
        )
    assert isinstance(element, CloudFirewall)
    return text(
        "policy {number} {action} {traffic} from {source} to {target}",
        number=int(number) + 1,
        action=ACTIONS[row.action],
        traffic=_traffic(row.protocol, row.port),
        source=row.source,
        target=row.destination,
    )


def unread_said(row: str, design: Design) -> Text:
    """A row that cannot be read, as it is written; `row` is its place."""
    id, _, place = row.partition("/")
    database = design.get(id, Database)
    if database is None:
        return rule_said(row, design)
    return text("“{block}” in the allow list", block=database.allowed[int(place.partition(".")[2])].block)


def contents_asked(rule: str, design: Design) -> tuple[str, ...]:
    """The protocols by content that the policy of a boundary asks for; none of any other rule."""
    id, _, place = rule.partition("/policies.")
    boundary = design.get(id, CloudFirewall)
    rows = boundary.policies if boundary is not None else ()
    return contents_of(rows[int(place)]) if place.isdecimal() and int(place) < len(rows) else ()


def _listener(number: int, row: Listener) -> Text:
    said = text("listener {number} takes {protocol} {port}")
    if row.server_port not in (None, row.port):
        said = text("listener {number} takes {protocol} {port} and leads it to port {there}")
    values = {
        "number": number,
        "protocol": row.protocol.upper(),
        "port": str(row.port),
        "there": str(row.server_port),
    }
    return said._replace(values=tuple(values.items()))


def _group_rule(number: int, row: object, design: Design) -> Text:
    peer = next((id for id in (row.group, row.prefix_list) if id), None)  # type: ignore[attr-defined]
    values = {
        "number": number,
        "action": ACTIONS[row.action],  # type: ignore[attr-defined]
        "traffic": _traffic(row.protocol, row.port),  # type: ignore[attr-defined]
        "peer": title_of(peer, design) if peer else row.block,  # type: ignore[attr-defined]
        "priority": row.priority,  # type: ignore[attr-defined]
    }
    if row.direction == "ingress":  # type: ignore[attr-defined]
        return text("rule {number} {action} {traffic} from {peer}, priority {priority}", **values)
    return text("rule {number} {action} {traffic} to {peer}, priority {priority}", **values)


def _traffic(protocol: str, port: str) -> object:
    """Protocol and ports as they are put into a sentence; only tcp and udp have ports."""
    word = protocol.strip().lower() or "all"
    low, _, high = port.partition("/")
    if word in ("all", "any", "-1"):
        return text("all traffic", key="rule.all-traffic")
    if word not in ("tcp", "udp"):
        return word
    if port in ("", "-1/-1", "0/0"):
        return text("{protocol} on all ports", protocol=word)
    return f"{word} {low if low == high or not high else f'{low}-{high}'}"


def shut_said(element: Element | None, *, inbound: bool) -> Text | None:
    """Why somebody who is behind a list of his own lets something not pass; None of who is behind security groups."""
    if not inbound:
        return text("it leads nobody there") if isinstance(element, LoadBalancer) else None
    if isinstance(element, LoadBalancer):
        return text("no listener takes this port")
    if isinstance(element, BastionHost):
        return text("nobody from there may log in")
    return text("the allow lists do not let it in") if isinstance(element, Database) else None


def default_said(group: SecurityGroup | None, *, inbound: bool, passes: bool) -> Text:
    """Why a group passes or drops what no rule of it matches."""
    if passes and inbound:
        return text("members of the group reach each other")
    if passes:
        return text("basic groups let out what no rule matches")
    if group is not None and group.type == "enterprise":
        return text("no rule matches, and an advanced group drops the rest")
    if inbound:
        return text("no rule matches, and the rest is dropped inbound")
    return text("the group keeps its members from each other")


def lead_said(lead: Lead, to: object) -> Text:
    """What a route does with a packet."""
    if lead.kind == "vpc":
        return text("{block} is in the VPC itself", block=str(lead.block))
    if lead.kind == "stop":
        return ROUTE_ENDS[lead.id]
    if lead.kind == "unknown":
        return ROUTE_ENDS["unknown"]
    return text("{block} leads to {to}", block=str(lead.block), to=to)
