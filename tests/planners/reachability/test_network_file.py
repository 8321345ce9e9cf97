"""The plain file of a bare network: what it means, and how it says what is wrong with it."""

from __future__ import annotations

import json
from copy import deepcopy
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planners.addresses import parse_block
from planners.reachability import BadNetwork, Compiled, Network, explain, reach, read_network
from planners.reachability.network import Endpoint, Hop, Route, VSwitch
from tests.campaign import share
from tests.planners.reachability.plainly import (
    group_rule,
    read,
    two_vpcs,
    with_,
    with_all_that_designs_say,
)

HOSTILE = [
    None, True, -1, 70_000, 10**40, 1.5, float("nan"), "", "x" * 500, "🧨", "=cmd|'/c calc'!A1",
    "\u202eabc", "\x00", [], [[]], [1, 2, 3], {}, {"": {}}, "internet", "10.0.0.1/8", "fd00::/8", "att:",
]  # fmt: skip


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value inside a value."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for step, inner in steps for place in places(inner, (*path, step)))]


def put(plain: Any, path: tuple[Any, ...], value: Any) -> Any:
    """A copy with another value at a path."""
    if not path:
        return value
    changed = deepcopy(plain)
    inside = changed
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = value
    return changed


def test_a_file_becomes_values() -> None:
    network = read(two_vpcs())

    assert network.endpoints[0] == Endpoint("web", 0x0A01010A, "a", "a1", ("open",))
    assert network.endpoints[3] == Endpoint("office", 0xAC10000A, site="idc")
    assert network.vpcs["a"].tables["ra"] == (Route(parse_block("0.0.0.0/0"), Hop("att", "ta")),)
    assert network.vswitches["b1"] == VSwitch("b", parse_block("10.2.1.0/24"), "rb")
    assert (network.internet_ip, network.ephemeral) == (0xCB007109, (1024, 65535))
    assert network.groups["open"].inner_accepts


def test_what_designs_say_has_keys_of_its_own() -> None:
    network = read(with_all_that_designs_say())
    web, app, *_ = network.endpoints
    nat, rule = network.nats["n"], network.firewalls["fw"].rules[0]

    assert (web.edge, web.unsettled, app.edge, app.unsettled) == ("fw", False, None, True)
    assert network.vpcs["b"].tables["rb"][0].hop == Hop("vpc", "a")
    assert network.tables["main"].learned == ((parse_block("10.3.0.0/16"), "ti"),)
    assert (nat.edge, nat.wall, rule.certain) == ("fw", "boundary", False)


def test_an_enterprise_group_has_no_inner_accept() -> None:
    network = read(with_(two_vpcs(), "sgs.open.type", "enterprise"))

    assert not network.groups["open"].inner_accepts


def test_sections_that_are_not_needed_may_be_left_out() -> None:
    network = read({"endpoints": [{"id": "a", "site": "s", "ip": "10.0.0.1"}], "sites": {"s": {"cidrs": []}}})

    assert isinstance(network, Network)


@pytest.mark.parametrize(
    ("place", "value", "message"),
    [
        ("endpoints.0.id", "internet", "endpoints[0].id: the id 'internet' is reserved"),
        ("endpoints.1.id", "web", 'endpoints[1].id: "web" is used twice; ids are unique'),
        ("endpoints.0.ip", "10.1.1", 'endpoints[0].ip: "10.1.1" is not an address; write it like 10.0.0.1'),
        ("endpoints.0.ip", "fd00::1", 'endpoints[0].ip: "fd00::1" is of IPv6; a network file is about IPv4'),
        ("endpoints.0.vpc", "b", "endpoints[0].vsw: 'a1' lies in 'a'"),
        ("endpoints.0.sgs", ["opne"], "endpoints[0].sgs[0]: sgs holds no 'opne'; did you mean open?"),
        ("endpoints.0.eip", 1, "endpoints[0].eip: 1 is neither true nor false"),
        ("endpoints.0", {"id": "x"}, "endpoints[0].ip: is missing"),
        ("vpcs.a.attach_rt", "rb", "vpcs.a.attach_rt: vpcs.a.tables holds no 'rb'; did you mean ra?"),
        ("vpcs.a.tables.ra", [["10.0.0.0/8"]], 'vpcs.a.tables.ra[0]: ["10.0.0.0/8"] is not a pair'),
        (
            "vpcs.a.tables.ra",
            [["10.0.0.1/8", "igw"]],
            "vpcs.a.tables.ra[0][0]: 10.0.0.1/8 is not a block; did you mean 10.0.0.0/8?",
        ),
        (
            "vpcs.a.tables.ra",
            [["10.0.0.0/8", "tr"]],
            'vpcs.a.tables.ra[0][1]: "tr" is no hop; write att:ID, nat:ID, vpc:ID, igw or blackhole',
        ),
        (
            "vpcs.a.tables.ra",
            [["10.0.0.0/8", "att:tax"]],
            "vpcs.a.tables.ra[0][1]: attachments holds no 'tax'; did you mean ta?",
        ),
        (
            "vswitches.a1.cidr",
            "fd00::/64",
            'vswitches.a1.cidr: "fd00::/64" is of IPv6; a network file is about IPv4',
        ),
        ("vswitches.a1.nacl", "wall", "vswitches.a1.nacl: nacls holds no 'wall'"),
        ("sgs.open.type", "advanced", 'sgs.open.type: "advanced" is none of basic, enterprise'),
        (
            "sgs.open.rules",
            [group_rule("r", "in", prio=0)],
            "sgs.open.rules[0].prio: 0 is not a whole number from 1 to 100",
        ),
        (
            "sgs.open.rules",
            [group_rule("r", "in", ports=[443, 80])],
            "sgs.open.rules[0].ports: [443, 80] ends before it begins",
        ),
        (
            "sgs.open.rules",
            [group_rule("r", "in", sg="open", cidr="10.0.0.0/8")],
            "sgs.open.rules[0]: give either cidr or sg",
        ),
        ("attachments.ta.ref", "c", "attachments.ta.ref: vpcs holds no 'c'"),
        ("tr_tables.main.propagate", "ta", 'tr_tables.main.propagate: "ta" is not a list'),
        (
            "tr_tables.main.learned",
            [["10.0.0.0/8", "tc"]],
            "tr_tables.main.learned[0][1]: attachments holds no 'tc'; did you mean ti, tb, ta?",
        ),
        ("sites", [], "sites: [] is not an object"),
        (
            "nats",
            {"n": {"dnat": [{"proto": "tcp", "port": 1, "to": "wbe"}]}},
            "nats.n.dnat[0].to: endpoints holds no 'wbe'; did you mean web?",
        ),
        ("nats", {"n": {"edge": "fw"}}, "nats.n.edge: firewalls holds no 'fw'"),
        ("endpoints.0.edge", "fw", "endpoints[0].edge: firewalls holds no 'fw'"),
        ("ephemeral", [1, 2, 3], "ephemeral: [1, 2, 3] is not a pair"),
    ],
)
def test_a_bad_file_is_refused_with_its_path_and_the_reason(place: str, value: Any, message: str) -> None:
    with pytest.raises(BadNetwork) as refused:
        read(with_(two_vpcs(), place, value))

    assert str(refused.value) == message


def test_basic_and_enterprise_groups_never_stand_on_one_interface() -> None:
    plain = with_(two_vpcs(), "sgs.strict", {"type": "enterprise", "rules": []})

    with pytest.raises(BadNetwork, match=r"^endpoints\[0\]\.sgs: basic and enterprise"):
        read(with_(plain, "endpoints.0.sgs", ["open", "strict"]))


def test_an_id_that_stands_twice_in_a_section_is_refused() -> None:
    with pytest.raises(BadNetwork, match=r"^sites: 's' is used twice; ids are unique$"):
        read_network('{"endpoints": [], "sites": {"s": {"cidrs": []}, "s": {"cidrs": []}}}', print)


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, b"\xff\xfe\xfa", "nul"])
def test_what_is_no_json_is_refused(text: str | bytes) -> None:
    with pytest.raises(BadNetwork, match=r"^\$: is not JSON"):
        read_network(text, print)


def test_what_is_ignored_or_will_surprise_is_told() -> None:
    plain = with_(two_vpcs(), "colour", "red")
    plain = with_(plain, "endpoints.0.ip", "10.9.9.9")
    plain = with_(plain, "vpcs.a.tables.ra", [["10.0.0.0/8", "att:ta"], ["10.0.0.0/8", "igw"]])
    plain = with_(plain, "vswitches.a1.mtu", 1500)
    plain = with_(plain, "sgs.strict", {"type": "enterprise", "rules": [group_rule("r", "in", sg="open")]})
    told: list[str] = []

    network = read_network(json.dumps(plain), told.append)

    assert network.vpcs["a"].tables["ra"] == (Route(parse_block("10.0.0.0/8"), Hop("att", "ta")),)
    assert told == [
        "colour: unknown key, ignored",
        "vpcs.a.tables.ra[1]: 10.0.0.0/8 stands twice; the first counts",
        "vswitches.a1.mtu: unknown key, ignored",
        "sgs.strict.rules[0].sg: only basic groups name each other; the rule matches nobody",
        "endpoints[0].ip: 10.9.9.9 lies outside 10.1.1.0/24",
    ]


@settings(max_examples=share(20_000), deadline=None)
@given(st.sampled_from(places(with_all_that_designs_say())), st.sampled_from(HOSTILE))
def test_whatever_stands_wherever_is_refused_and_named_briefly_or_answered(
    path: tuple[Any, ...], value: Any
) -> None:
    written = json.dumps(put(with_all_that_designs_say(), path, value))

    said = ""
    try:
        compiled = Compiled(read_network(written, lambda told: None))
        answers = reach(compiled)
        for one, other in product(compiled.order.at, repeat=2):
            assert (
                answers.verdict(one, other, "tcp", 443) == explain(compiled, one, other, "tcp", 443).verdict
            )
    except BadNetwork as refused:
        said = str(refused)

    assert len(said) < 400
