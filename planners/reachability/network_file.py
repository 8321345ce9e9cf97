"""The plain JSON file of a bare network, read into a `Network`, every error with its path."""

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from planners.addresses.blocks import Block
from planners.reachability.network import (
    ALL,
    EPHEMERAL,
    INTERNET,
    INTERNET_IP,
    PORTS,
    PROTOCOLS,
    Acl,
    AclRule,
    Attachment,
    DnatEntry,
    Endpoint,
    Firewall,
    FirewallRule,
    Group,
    GroupRule,
    Hop,
    Nat,
    Network,
    Route,
    TransitTable,
    Vpc,
    VSwitch,
)
from planners.reachability.plain import Piece, Warn, piece_of

SECTIONS = ("vpcs", "vswitches", "nacls", "sgs", "attachments", "tr_tables", "sites", "firewalls", "nats")
TOP = ("endpoints", *SECTIONS, "internet_ip", "ephemeral")
BLACKHOLE, GATEWAY = "blackhole", "igw"
HOPS = {"att": "attachments", "nat": "nats", "vpc": "vpcs"}
ACTIONS = ("accept", "drop")
TARGETS = {"vpc": "vpcs", "site": "sites", "peer": "attachments", "fw": "firewalls"}


def read_network(written: str | bytes, warn: Warn) -> Network:
    """The network of a file's text; `warn` is told of everything that is ignored or will surprise."""
    return _File(piece_of(written, warn)).network()


class Asked(NamedTuple):
    """The networks of a file, and whether it was a list of them."""

    networks: list[Network]
    is_list: bool


def read_networks(written: str | bytes, warn: Warn) -> Asked:
    """The network of a file's text, or those of a list, whose paths count from its start."""
    top = piece_of(written, warn)
    is_list = isinstance(top.value, list)
    return Asked([_File(piece).network() for piece in (top.items() if is_list else [top])], is_list)


class _File:
    """One file: its sections, each read with the ids of the others at hand."""

    def __init__(self, top: Piece) -> None:
        self._top = top.knows(*TOP)
        self._sections = {name: top.get(name, {}) for name in SECTIONS}
        self._ids: dict[str, Collection[str]] = {
            name: piece.entries().keys() for name, piece in self._sections.items()
        }

    def network(self) -> Network:
        vpcs = self._of("vpcs", self._vpc)
        vswitches = {id: self._vswitch(piece, vpcs) for id, piece in self._sections["vswitches"].named()}
        groups = self._of("sgs", self._group)
        self._tell_of_peers(groups)
        endpoints = self._endpoints(vswitches, groups)
        ephemeral, internet_ip = self._top.get("ephemeral", None), self._top.get("internet_ip", None)
        return Network(
            endpoints,
            vpcs,
            vswitches,
            self._of("nacls", self._acl),
            groups,
            self._of("attachments", self._attachment),
            self._of("tr_tables", self._table),
            self._of("sites", lambda piece: piece.knows("cidrs").get("cidrs").blocks()),
            self._of("firewalls", self._firewall),
            self._of("nats", lambda piece: self._nat(piece, {one.id for one in endpoints})),
            INTERNET_IP if internet_ip.value is None else internet_ip.ip(),
            EPHEMERAL if ephemeral.value is None else ephemeral.ports(),
        )

    def _of(self, section: str, read: Any) -> dict[str, Any]:
        return {id: read(piece) for id, piece in self._sections[section].named()}

    def _endpoints(self, vswitches: dict[str, VSwitch], groups: dict[str, Group]) -> tuple[Endpoint, ...]:
        found: dict[str, Endpoint] = {}
        for piece in self._top.get("endpoints").items():
            one = self._endpoint(piece, vswitches, groups)
            if one.id == INTERNET:
                raise piece.get("id").refused("the id {id} is reserved", id=repr(INTERNET))
            if found.setdefault(one.id, one) is not one:
                raise piece.get("id").refused(
                    "{id} is used twice; ids are unique", id=piece.get("id").shown()
                )
        return tuple(found.values())

    def _endpoint(self, piece: Piece, vswitches: dict[str, VSwitch], groups: dict[str, Group]) -> Endpoint:
        id, ip = piece.get("id").name(), piece.get("ip").ip()
        if piece.get("site", None).value is not None:
            piece.knows("id", "site", "ip")
            return Endpoint(id, ip, site=piece.get("site").one_of("sites", self._ids["sites"]))
        piece.knows("id", "vpc", "vsw", "ip", "sgs", "eip", "unsettled", "edge", "uncovered")
        vpc = piece.get("vpc").one_of("vpcs", self._ids["vpcs"])
        vswitch = piece.get("vsw").one_of("vswitches", vswitches)
        if vswitches[vswitch].vpc != vpc:
            raise piece.get("vsw").refused(
                "{vswitch} lies in {vpc}", vswitch=repr(vswitch), vpc=repr(vswitches[vswitch].vpc)
            )
        if not _holds(vswitches[vswitch].block, ip):
            piece.get("ip").tell(
                "{ip} lies outside {block}", ip=piece.get("ip").value, block=str(vswitches[vswitch].block)
            )
        return Endpoint(
            id,
            ip,
            vpc,
            vswitch,
            self._groups_of(piece.get("sgs"), groups),
            piece.get("eip", False).flag(),
            unsettled=piece.get("unsettled", False).flag(),
            edge=self._wall_named(piece.get("edge", None)),
            uncovered=piece.get("uncovered", False).flag(),
        )

    def _wall_named(self, piece: Piece) -> str | None:
        return piece.one_or_none("firewalls", self._ids["firewalls"])

    def _groups_of(self, piece: Piece, groups: dict[str, Group]) -> tuple[str, ...]:
        found = tuple(dict.fromkeys(one.one_of("sgs", groups) for one in piece.items()))
        if len({groups[id].basic for id in found}) > 1:
            raise piece.refused("basic and enterprise groups never stand on one interface")
        return found

    def _vpc(self, piece: Piece) -> Vpc:
        piece.knows("tables", "attach_rt")
        tables = {id: self._routes(table) for id, table in piece.get("tables").named()}
        return Vpc(tables, piece.get("attach_rt").one_of(piece.get("tables").path, tables))

    def _routes(self, piece: Piece) -> tuple[Route, ...]:
        found: dict[Block, Route] = {}
        for item in piece.items():
            block, hop = item.pair()
            route = Route(block.block(), self._hop(hop))
            if found.setdefault(route.block, route) is not route:
                item.tell("{block} stands twice; the first counts", block=str(route.block))
        return tuple(found.values())

    def _hop(self, piece: Piece) -> Hop:
        written = piece.name()
        if written in (BLACKHOLE, GATEWAY):
            return Hop(written)  # type: ignore[arg-type]
        kind, colon, id = written.partition(":")
        section = HOPS.get(kind)
        if section is None or not colon:
            raise piece.refused(
                "{value} is no hop; write att:ID, nat:ID, vpc:ID, igw or blackhole", value=piece.shown()
            )
        if id not in self._ids[section]:
            raise piece.unknown(id, section, self._ids[section])
        return Hop(kind, id)  # type: ignore[arg-type]

    def _vswitch(self, piece: Piece, vpcs: dict[str, Vpc]) -> VSwitch:
        piece.knows("vpc", "cidr", "rt", "nacl")
        vpc = piece.get("vpc").one_of("vpcs", vpcs)
        table = piece.get("rt").one_of(f"vpcs.{vpc}.tables", vpcs[vpc].tables)
        acl = piece.get("nacl", None).one_or_none("nacls", self._ids["nacls"])
        return VSwitch(vpc, piece.get("cidr").block(), table, acl)

    def _acl(self, piece: Piece) -> Acl:
        piece.knows("in", "out")
        return Acl(*(tuple(map(self._acl_rule, piece.get(way).items())) for way in ("in", "out")))

    def _acl_rule(self, piece: Piece) -> AclRule:
        piece.knows("id", "action", "proto", "cidr", "ports")
        return AclRule(
            piece.get("id").name(),
            _accepts(piece),
            _protocol(piece),
            piece.get("cidr").block(),
            _ports(piece),
        )

    def _group(self, piece: Piece) -> Group:
        piece.knows("type", "inner", "rules")
        basic = piece.get("type").choice("basic", "enterprise") == "basic"
        inner = piece.get("inner", "accept").choice(*ACTIONS) == "accept"
        return Group(basic, inner and basic, tuple(map(self._group_rule, piece.get("rules").items())))

    def _tell_of_peers(self, groups: dict[str, Group]) -> None:
        for id, piece in self._sections["sgs"].named():
            for rule, at in zip(groups[id].rules, piece.get("rules").items(), strict=True):
                if rule.group is not None and not (groups[id].basic and groups[rule.group].basic):
                    at.get("sg").tell("only basic groups name each other; the rule matches nobody")

    def _group_rule(self, piece: Piece) -> GroupRule:
        piece.knows("id", "dir", "action", "prio", "proto", "ports", "cidr", "sg")
        cidr, group = piece.get("cidr", None), piece.get("sg", None)
        if (cidr.value is None) == (group.value is None):
            raise piece.refused("give either cidr or sg")
        return GroupRule(
            piece.get("id").name(),
            piece.get("dir").choice("in", "out") == "in",
            _accepts(piece),
            piece.get("prio").whole(1, 100),
            _protocol(piece),
            None if cidr.value is None else cidr.block(),
            group.one_or_none("sgs", self._ids["sgs"]),
            _ports(piece),
        )

    def _attachment(self, piece: Piece) -> Attachment:
        piece.knows("type", "ref", "rt")
        kind = piece.get("type").choice(*TARGETS)
        target = piece.get("ref").one_of(TARGETS[kind], self._ids[TARGETS[kind]])
        table = piece.get("rt").one_or_none("tr_tables", self._ids["tr_tables"])
        return Attachment(kind, target, table)  # type: ignore[arg-type]

    def _table(self, piece: Piece) -> TransitTable:
        piece.knows("static", "propagate", "learned")
        known, static = self._ids["attachments"], dict[Block, str | None]()
        for item in piece.get("static", []).items():
            block, to = item.pair()
            hop = None if to.value == BLACKHOLE else to.one_of("attachments", known)
            if block.block() in static:
                item.tell("{block} stands twice; the first counts", block=str(block.block()))
            static.setdefault(block.block(), hop)
        learns = (one.one_of("attachments", known) for one in piece.get("propagate", []).items())
        learned = (
            (block.block(), by.one_of("attachments", known))
            for block, by in (item.pair() for item in piece.get("learned", []).items())
        )
        return TransitTable(
            tuple(static.items()), tuple(dict.fromkeys(learns)), tuple(dict.fromkeys(learned))
        )

    def _firewall(self, piece: Piece) -> Firewall:
        piece.knows("rules", "default")
        rules = tuple(map(self._firewall_rule, piece.get("rules").items()))
        return Firewall(rules, piece.get("default", "accept").choice(*ACTIONS) == "accept")

    def _firewall_rule(self, piece: Piece) -> FirewallRule:
        piece.knows("id", "action", "proto", "src", "dst", "ports", "certain")
        source, target = piece.get("src").block(), piece.get("dst").block()
        return FirewallRule(
            piece.get("id").name(),
            _accepts(piece),
            _protocol(piece),
            source,
            target,
            _ports(piece),
            piece.get("certain", True).flag(),
        )

    def _nat(self, piece: Piece, endpoints: Collection[str]) -> Nat:
        piece.knows("snat", "dnat", "edge", "wall", "certain")
        entries: Iterable[DnatEntry] = (self._entry(one, endpoints) for one in piece.get("dnat", []).items())
        edge, wall = (self._wall_named(piece.get(key, None)) for key in ("edge", "wall"))
        certain = piece.get("certain", True).flag()
        return Nat(piece.get("snat", []).blocks(), tuple(entries), edge, wall, certain)

    def _entry(self, piece: Piece, endpoints: Collection[str]) -> DnatEntry:
        piece.knows("proto", "port", "to")
        port = piece.get("port", None)
        return DnatEntry(
            _protocol(piece),
            None if port.value is None else port.whole(0, PORTS - 1),
            piece.get("to").one_of("endpoints", endpoints),
        )


def _accepts(piece: Piece) -> bool:
    return piece.get("action").choice(*ACTIONS) == "accept"


def _protocol(piece: Piece) -> str:
    return piece.get("proto").choice(*PROTOCOLS, ALL)


def _ports(piece: Piece) -> tuple[int, int] | None:
    return piece.get("ports", None).ports_or_all()


def _holds(block: Block, ip: int) -> bool:
    return block.base <= ip < block.end
