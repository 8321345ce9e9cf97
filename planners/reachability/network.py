"""A bare network as values: what stands where, who may pass, and where packets are led."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from planners.addresses.blocks import Block

Protocol = Literal["tcp", "udp", "icmp"]
PROTOCOLS: tuple[Protocol, ...] = ("tcp", "udp", "icmp")
ALL = "all"
INTERNET = "internet"
PORTS = 65_536
Ports = tuple[int, int]
EPHEMERAL: Ports = (1024, PORTS - 1)
INTERNET_IP = 0xCB007109  # 203.0.113.9


class Endpoint(NamedTuple):
    """What sends and receives: an interface in a vSwitch, or a machine at a site.

    Of an `unsettled` one nothing says what its security groups let pass, so that whatever is not denied elsewhere is unknown;
    where it lists none it may be in any, so that a rule of the other end that accepts a group does not deny it.
    `edge` is the firewall before its EIP, both ways. Of one that is `uncovered`, such as a managed database, the ACL of its
    vSwitch is not asked.
    """

    id: str
    ip: int
    vpc: str | None = None
    vswitch: str | None = None
    groups: tuple[str, ...] = ()
    eip: bool = False
    site: str | None = None
    unsettled: bool = False
    edge: str | None = None
    uncovered: bool = False


class Hop(NamedTuple):
    """Where a route of a VPC leads: `att`, `nat` and `vpc` name which one, `blackhole` and `igw` need no name.

    `vpc` is the VPC at the other end of a peering. What is led there arrives in that VPC or nowhere.
    """

    kind: Literal["att", "nat", "vpc", "blackhole", "igw"]
    id: str = ""


class Route(NamedTuple):
    """A route of a VPC's table."""

    block: Block
    hop: Hop


class Vpc(NamedTuple):
    """A VPC: its tables, and which of them leads what comes in by an attachment."""

    tables: Mapping[str, tuple[Route, ...]]
    attachment_table: str


class VSwitch(NamedTuple):
    """A vSwitch; without a network ACL it is open."""

    vpc: str
    block: Block
    table: str
    acl: str | None = None


class AclRule(NamedTuple):
    """A rule of a network ACL: the block is the source inbound and the destination outbound."""

    id: str
    accepts: bool
    protocol: str
    block: Block
    ports: Ports | None = None


class Acl(NamedTuple):
    """A network ACL: ordered, the first match decides, otherwise it drops."""

    inbound: tuple[AclRule, ...]
    outbound: tuple[AclRule, ...]


class GroupRule(NamedTuple):
    """A rule of a security group; its peer is a block or the members of a group."""

    id: str
    inbound: bool
    accepts: bool
    priority: int
    protocol: str
    block: Block | None = None
    group: str | None = None
    ports: Ports | None = None


class Group(NamedTuple):
    """A security group, basic or enterprise; only members of a basic one may reach each other by themselves."""

    basic: bool
    inner_accepts: bool
    rules: tuple[GroupRule, ...]


class Attachment(NamedTuple):
    """What a transit router leads to, and the table that leads what comes out of it.

    `target` is the VPC, the site, the attachment at the other end of a peering, or the firewall.
    """

    kind: Literal["vpc", "site", "peer", "fw"]
    target: str
    table: str | None = None


class TransitTable(NamedTuple):
    """A table of a transit router; a static route without an attachment is a blackhole.

    What attachments teach as a whole is in `learns`: a VPC its vSwitches, a site its ranges. `learned` are routes learned
    one by one, whoever teaches them.
    """

    static: tuple[tuple[Block, str | None], ...] = ()
    learns: tuple[str, ...] = ()
    learned: tuple[tuple[Block, str], ...] = ()


class FirewallRule(NamedTuple):
    """A rule of a firewall: before the internet it is about the endpoint's own address and that of the internet.

    One that is not `certain` may match or not, such as one about a domain name: what depends on that is unknown.
    """

    id: str
    accepts: bool
    protocol: str
    source: Block
    target: Block
    ports: Ports | None = None
    certain: bool = True


class Firewall(NamedTuple):
    """A stateful firewall: ordered, the first match decides."""

    rules: tuple[FirewallRule, ...]
    accepts: bool = True


class DnatEntry(NamedTuple):
    """A port of a NAT gateway that is handed on to an endpoint; without a port all of them."""

    protocol: str
    port: int | None
    endpoint: str


class Nat(NamedTuple):
    """A NAT gateway to the internet: whose traffic it takes out, and what it lets in.

    `edge` is the firewall before its public address, both ways; `wall` the one that only what it takes out meets. A gateway
    that translates between private networks is beyond this: what is led to it for another target than the internet ends there.
    Of one that is not `certain` nobody knows whether it has a public address: what it takes out and lets in is unknown.
    """

    sources: tuple[Block, ...] = ()
    entries: tuple[DnatEntry, ...] = ()
    edge: str | None = None
    wall: str | None = None
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Network:
    """Everything reachability depends on; every name that is used exists."""

    endpoints: tuple[Endpoint, ...]
    vpcs: Mapping[str, Vpc] = field(default_factory=dict)
    vswitches: Mapping[str, VSwitch] = field(default_factory=dict)
    acls: Mapping[str, Acl] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    attachments: Mapping[str, Attachment] = field(default_factory=dict)
    tables: Mapping[str, TransitTable] = field(default_factory=dict)
    sites: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    firewalls: Mapping[str, Firewall] = field(default_factory=dict)
    nats: Mapping[str, Nat] = field(default_factory=dict)
    internet_ip: int = INTERNET_IP
    ephemeral: Ports = EPHEMERAL


def covers(protocol: str, ports: Ports | None, asked: str, port: int) -> bool:
    """Whether what a rule says of protocol and ports covers a packet; `all` asks for no port."""
    return protocol == ALL or (protocol == asked and (ports is None or ports[0] <= port <= ports[1]))
