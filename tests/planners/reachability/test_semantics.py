"""What the elements of a network mean, one small case each."""

from __future__ import annotations

from typing import Any

import pytest

from tests.planners.reachability.asking import asked, verdict
from tests.planners.reachability.plainly import Plain, acl_rule, fw_rule, group_rule, two_vpcs, with_
from tests.planners.reachability.walker import Walked


def grouped(*rules: Plain, kind: str = "basic", **more: Any) -> Plain:
    """The network with other rules in the group `own` of the database."""
    plain = with_(two_vpcs(), "sgs.own", {"type": kind, "rules": list(rules)} | more)
    return with_(plain, "endpoints.2.sgs", ["own"])


def walled(where: str, inbound: list[Plain], outbound: list[Plain]) -> Plain:
    """The network with an ACL at a vSwitch."""
    plain = with_(two_vpcs(), "nacls.wall", {"in": inbound, "out": outbound})
    return with_(plain, f"vswitches.{where}.nacl", "wall")


def test_everything_open_and_led_is_allowed() -> None:
    assert asked(two_vpcs(), "web", "db") == Walked("allow", "arrived:db", None, frozenset())


def test_at_equal_priority_drop_comes_before_accept() -> None:
    accept = group_rule("a", "in", "accept", 10, proto="tcp", ports=[443, 443])
    drop = group_rule("d", "in", "drop", 10, proto="tcp", ports=[443, 443])

    assert asked(grouped(accept, drop), "web", "db")[:3] == ("deny", "sg-in:db", "d")
    assert verdict(grouped(accept, drop | {"prio": 11}), "web", "db") == "allow"


def test_all_groups_of_an_interface_are_one_list() -> None:
    plain = with_(
        grouped(group_rule("late", "in", "accept", 20)),
        "sgs.more",
        {"type": "basic", "rules": [group_rule("early", "in", "drop", 5)]},
    )

    assert asked(with_(plain, "endpoints.2.sgs", ["own", "more"]), "web", "db").rule == "early"


def test_a_basic_group_lets_out_and_not_in_an_enterprise_group_neither() -> None:
    assert asked(grouped(), "db", "web").verdict == "allow"
    assert asked(grouped(), "web", "db").at == "sg-in:db"
    assert asked(grouped(kind="enterprise"), "db", "web").at == "sg-out:db"


def test_members_of_a_basic_group_reach_each_other_whatever_its_rules_say() -> None:
    plain = with_(two_vpcs(), "sgs.open.rules", [group_rule("x", "in", "drop")])

    assert verdict(plain, "web", "app") == "allow"
    assert verdict(with_(plain, "sgs.open.inner", "drop"), "web", "app") == "deny"
    assert verdict(plain, "web", "app", inner_accept_first=False) == "deny"


def test_rules_open_what_the_inner_policy_drops() -> None:
    plain = with_(two_vpcs(), "sgs.open.inner", "drop")
    both_ways = with_(plain, "sgs.open.rules", [group_rule("in", "in"), group_rule("out", "out", prio=100)])

    assert asked(plain, "web", "app").at == "sg-out:web"
    assert verdict(plain, "web", "db") == "allow"
    assert verdict(both_ways, "web", "app") == "allow"
    assert verdict(plain, "web", "app", inner_drops_outbound=False) == "allow"


def test_members_of_an_enterprise_group_do_not_reach_each_other() -> None:
    plain = with_(two_vpcs(), "sgs.open", {"type": "enterprise", "rules": [group_rule("o", "out")]})

    assert asked(plain, "web", "app").at == "sg-in:app"


def test_a_group_as_peer_means_its_members_in_the_same_vpc() -> None:
    plain = grouped(group_rule("peers", "in", sg="open"))
    near = with_(plain, "endpoints.1.sgs", ["own"])

    assert verdict(near, "web", "app") == "allow"
    assert verdict(plain, "web", "db") == "deny"
    assert verdict(plain, "web", "db", members_of_one_vpc=False) == "allow"


def test_an_interface_without_a_group_drops_both_ways() -> None:
    plain = with_(two_vpcs(), "endpoints.0.sgs", [])

    assert asked(plain, "web", "db").at == "sg-out:web"
    assert asked(plain, "db", "web").at == "sg-in:web"
    assert verdict(plain, "web", "db", groupless_drops=False) == "allow"


def test_answers_pass_the_groups_without_rules() -> None:
    assert verdict(grouped(group_rule("in", "in"), group_rule("no", "out", "drop")), "web", "db") == "allow"


def test_an_acl_without_a_match_drops_and_names_itself() -> None:
    assert asked(walled("a1", [], []), "web", "db").at == "acl-out:wall"
    assert asked(walled("b1", [], [acl_rule("o")]), "web", "db").at == "acl-in:wall"


def test_an_acl_asks_inbound_for_the_source_and_outbound_for_the_target() -> None:
    only_web = acl_rule("web", cidr="10.1.1.0/24")

    assert verdict(walled("b1", [only_web], [only_web]), "web", "db") == "allow"
    assert verdict(walled("b1", [only_web], [only_web]), "app", "db") == "deny"


@pytest.mark.parametrize(
    ("ports", "verdict"), [([1024, 65535], "allow"), ([1025, 65535], "partial"), ([0, 1023], "deny")]
)
def test_an_acl_knows_no_connections_so_that_answers_need_the_clients_ports(
    ports: list[int], verdict: str
) -> None:
    plain = walled("b1", [acl_rule("i")], [acl_rule("o", proto="tcp", ports=ports)])

    answer = asked(plain, "web", "db")

    assert (answer.verdict, answer.at) == (
        verdict, "arrived:db" if verdict == "allow" else "return-acl-out:wall"
    )  # fmt: skip


def test_the_clients_ports_are_those_of_the_network() -> None:
    plain = walled("b1", [acl_rule("i")], [acl_rule("o", proto="tcp", ports=[40_000, 50_000])])

    assert verdict(plain, "web", "db") == "partial"
    assert verdict(with_(plain, "ephemeral", [40_000, 50_000]), "web", "db") == "allow"


def test_two_acls_that_pass_different_answers_pass_none() -> None:
    plain = walled("b1", [acl_rule("i")], [acl_rule("o", proto="tcp", ports=[1024, 30_000])])
    client = {"in": [acl_rule("r", proto="tcp", ports=[30_001, 65_535])], "out": [acl_rule("f")]}
    plain = with_(with_(plain, "nacls.client", client), "vswitches.a1.nacl", "client")

    assert asked(plain, "web", "db")[:2] == ("deny", "return-acl-in:client")


def test_answers_to_icmp_need_a_rule_for_icmp() -> None:
    plain = walled("b1", [acl_rule("i")], [acl_rule("o", proto="tcp")])

    assert verdict(plain, "web", "db", "icmp", 0) == "deny"
    assert verdict(plain, "web", "db", "icmp", 0, icmp_answers_need_rule=False) == "allow"


def test_within_a_vswitch_no_acl_is_asked() -> None:
    plain = with_(
        walled("a1", [], []), "endpoints.1", two_vpcs()["endpoints"][1] | {"vsw": "a1", "ip": "10.1.1.11"}
    )

    assert verdict(plain, "web", "app") == "allow"
    assert asked(plain, "web", "app", acl_within_vswitch=True).at == "acl-out:wall"


@pytest.mark.parametrize(("place", "vswitch"), [(0, "a1"), (2, "b1")])
def test_the_acl_is_not_asked_for_who_is_not_covered_by_it(place: int, vswitch: str) -> None:
    shut = walled(vswitch, [], [])

    assert verdict(shut, "web", "db") == "deny"
    assert verdict(with_(shut, f"endpoints.{place}.uncovered", True), "web", "db") == "allow"


def test_between_vswitches_of_one_vpc_the_acl_is_asked() -> None:
    assert asked(walled("a2", [], []), "web", "app").at == "acl-in:wall"


def test_a_vswitch_wins_over_a_route_of_its_prefix_and_a_longer_route_over_the_vswitch() -> None:
    equal = with_(two_vpcs(), "vpcs.a.tables.ra", [["10.1.2.0/24", "blackhole"]])
    longer = with_(two_vpcs(), "vpcs.a.tables.ra", [["10.1.2.0/25", "blackhole"]])

    assert verdict(equal, "web", "app") == "allow"
    assert asked(longer, "web", "app").at == "route:a/ra"


def test_a_vpc_without_a_route_drops() -> None:
    assert asked(with_(two_vpcs(), "vpcs.a.tables.ra", []), "web", "db").at == "route:a/ra"


def test_an_attachment_without_association_drops() -> None:
    assert asked(with_(two_vpcs(), "attachments.ta.rt", None), "web", "db").at == "route:ta"


def test_a_table_knows_only_what_it_learns() -> None:
    plain = with_(two_vpcs(), "tr_tables.main.propagate", ["tb", "ti"])

    assert asked(plain, "web", "db")[:2] == ("deny", "return-route:main")


def test_a_longer_learned_route_beats_a_static_one_which_beats_an_equal_learned_one() -> None:
    wide = with_(two_vpcs(), "tr_tables.main.static", [["10.2.0.0/16", "blackhole"]])
    equal = with_(two_vpcs(), "tr_tables.main.static", [["10.2.1.0/24", "blackhole"]])

    assert verdict(wide, "web", "db") == "allow"
    assert verdict(equal, "web", "db") == "deny"
    assert verdict(equal, "web", "db", static_first=False) == "allow"


def overlapping() -> Plain:
    """The network with a third VPC that has the block of the database too."""
    plain = with_(two_vpcs(), "vpcs.c", {"tables": {"rc": [["0.0.0.0/0", "att:tc"]]}, "attach_rt": "rc"})
    plain = with_(plain, "vswitches.c1", {"vpc": "c", "cidr": "10.2.1.0/24", "rt": "rc", "nacl": None})
    plain = with_(plain, "attachments.tc", {"type": "vpc", "ref": "c", "rt": "main"})
    plain["endpoints"].append({"id": "twin", "vpc": "c", "vsw": "c1", "ip": "10.2.1.20", "sgs": ["open"]})
    return with_(plain, "tr_tables.main.propagate", ["tc", "tb", "ta"])


def test_of_equal_learned_routes_the_lowest_attachment_is_taken_with_a_warning() -> None:
    assert asked(overlapping(), "web", "db") == Walked(
        "allow", "arrived:db", None, frozenset({"conflicting routes"})
    )
    assert verdict(overlapping(), "web", "twin") == "deny"


def test_what_depends_on_a_tie_is_unknown_where_none_is_guessed() -> None:
    shut = with_(overlapping(), "sgs.open.rules", [])

    assert verdict(overlapping(), "web", "twin", guesses_ties=False) == "unknown"
    assert verdict(shut, "web", "twin", guesses_ties=False) == "deny"


def test_what_both_vpcs_have_stays_in_each() -> None:
    assert asked(overlapping(), "db", "twin").at == "route:b/rb"


def peered() -> Plain:
    """The database behind a second transit router."""
    plain = two_vpcs()
    plain["attachments"] |= {
        "tb": {"type": "vpc", "ref": "b", "rt": "far"},
        "pn": {"type": "peer", "ref": "pf", "rt": "main"},
        "pf": {"type": "peer", "ref": "pn", "rt": "far"},
    }
    plain["tr_tables"] = {
        "main": {"static": [["10.2.0.0/16", "pn"]], "propagate": ["ta", "ti", "pn"]},
        "far": {"static": [["10.1.0.0/16", "pf"]], "propagate": ["tb", "pf"]},
    }
    return plain


def test_peers_lead_to_each_others_tables_and_teach_nothing() -> None:
    assert verdict(peered(), "web", "db") == "allow"
    assert asked(with_(peered(), "tr_tables.main.static", []), "web", "db").at == "route:main"
    assert asked(with_(peered(), "attachments.pf.rt", None), "web", "db").at == "route:pf"


def test_tables_that_lead_to_each_other_are_a_loop() -> None:
    plain = with_(peered(), "tr_tables.far", {"static": [["10.2.0.0/16", "pf"]], "propagate": []})

    assert asked(plain, "web", "db").warnings == {"loop"}
    assert verdict(plain, "web", "db") == "deny"


def test_arrival_at_the_last_lookup_counts() -> None:
    assert verdict(peered(), "web", "db", most_lookups=4) == "allow"
    assert asked(peered(), "web", "db", most_lookups=3).warnings == {"loop"}


def guarded(*rules: Plain, default: str = "accept") -> Plain:
    """Both ways between the VPCs led through a firewall."""
    plain = with_(two_vpcs(), "firewalls.fw", {"rules": list(rules), "default": default})
    plain["attachments"]["tf"] = {"type": "fw", "ref": "fw", "rt": "clean"}
    plain["tr_tables"] = {
        "main": {"static": [["0.0.0.0/0", "tf"]], "propagate": []},
        "clean": {"static": [], "propagate": ["ta", "tb", "ti"]},
    }
    return plain


def test_a_firewall_in_the_path_decides_by_its_first_match() -> None:
    no_https = fw_rule("no", proto="tcp", ports=[443, 443], src="10.1.1.0/24", dst="10.2.0.0/16")

    assert asked(guarded(no_https), "web", "db")[:3] == ("deny", "firewall:fw", "no")
    assert verdict(guarded(fw_rule("yes", "accept"), no_https), "web", "db") == "allow"
    assert verdict(guarded(no_https), "app", "db") == "allow"
    assert verdict(guarded(default="drop"), "web", "db") == "deny"


def test_a_firewall_lets_answers_pass_that_it_has_seen_begin() -> None:
    assert verdict(guarded(fw_rule("one-way", src="10.2.0.0/16", dst="10.1.0.0/16")), "web", "db") == "allow"
    assert verdict(guarded(fw_rule("one-way", src="10.2.0.0/16", dst="10.1.0.0/16")), "db", "web") == "deny"


def test_a_firewall_on_the_way_back_alone_drops_and_one_on_the_way_there_alone_is_told() -> None:
    plain = with_(guarded(), "attachments.ta.rt", "clean")

    assert asked(plain, "web", "db")[:2] == ("deny", "return-firewall:fw")
    assert asked(plain, "db", "web") == Walked("allow", "arrived:web", None, frozenset({"asymmetric"}))


def test_a_routing_failure_is_reported_before_a_firewall() -> None:
    plain = with_(guarded(fw_rule("no")), "tr_tables.clean.propagate", ["ta"])

    assert asked(plain, "web", "db").at == "route:clean"


def test_a_site_takes_what_is_for_its_ranges() -> None:
    plain = with_(two_vpcs(), "tr_tables.main.static", [["172.16.0.0/12", "ti"]])

    assert verdict(two_vpcs(), "web", "office") == "allow"
    assert verdict(two_vpcs(), "office", "web") == "allow"
    assert asked(with_(plain, "endpoints.3.ip", "172.17.0.1"), "web", "office").at == "route:idc"


def test_a_site_leaves_by_its_lowest_attachment() -> None:
    plain = with_(two_vpcs(), "attachments.t0", {"type": "site", "ref": "idc", "rt": None})

    assert asked(plain, "office", "web").at == "route:t0"


def test_endpoints_of_one_site_reach_each_other() -> None:
    plain = with_(two_vpcs(), "attachments.ti.rt", None)
    plain["endpoints"].append({"id": "desk", "site": "idc", "ip": "172.16.0.11"})

    assert verdict(plain, "office", "desk") == "allow"
    assert asked(plain, "office", "desk", site_open_inside=False).at == "route:ti"


def test_what_a_site_sends_to_its_own_ranges_may_be_read_to_stay_there() -> None:
    plain = with_(two_vpcs(), "sites.idc.cidrs", ["172.16.0.0/16", "10.2.1.0/25"])
    plain = with_(plain, "tr_tables.main.static", [["10.2.1.10/32", "tb"]])

    assert verdict(plain, "office", "db") == "allow"
    assert asked(plain, "office", "db", site_keeps_own=True).at == "route:idc"


def on_the_internet(**eip: Any) -> Plain:
    """The network with a NAT gateway in the VPC of the database, which takes out what comes from both."""
    plain = two_vpcs()
    plain["nats"]["n"] = {
        "snat": ["10.1.1.0/24", "10.2.0.0/16"],
        "dnat": [{"proto": "tcp", "port": 443, "to": "web"}],
    }
    plain["vpcs"]["b"]["tables"]["rb"] = [["10.1.0.0/16", "att:tb"], ["0.0.0.0/0", "nat:n"]]
    plain["tr_tables"]["main"]["static"] = [["0.0.0.0/0", "tb"]]
    plain["endpoints"][1] |= eip
    return plain


def test_the_way_out_needs_a_route_to_the_gateway_and_an_entry_for_the_source() -> None:
    plain = on_the_internet()

    assert verdict(plain, "db", "internet") == "allow"
    assert verdict(plain, "web", "internet") == "allow"
    assert asked(plain, "app", "internet").at == "route:b/rb"
    assert asked(two_vpcs(), "db", "internet").at == "route:main"


def test_the_way_out_needs_a_way_back_to_the_source() -> None:
    plain = with_(on_the_internet(), "vpcs.b.tables.rb", [["0.0.0.0/0", "nat:n"]])

    assert asked(plain, "web", "internet")[:2] == ("deny", "return-route:b/rb")


def test_the_way_in_needs_an_entry_for_the_port_and_answers_that_lead_to_its_gateway() -> None:
    plain = on_the_internet()

    assert verdict(plain, "internet", "web") == "allow"
    assert asked(plain, "internet", "web", "tcp", 80).at == "route:internet"
    assert asked(plain, "internet", "web", "udp", 443).at == "route:internet"
    assert asked(with_(plain, "tr_tables.main.static", []), "internet", "web").at == "return-route:main"


def test_an_eip_needs_no_route_and_is_seen_as_the_real_client() -> None:
    plain = with_(on_the_internet(eip=True), "attachments.ta.rt", None)

    assert verdict(plain, "internet", "app") == "allow"
    assert verdict(plain, "app", "internet") == "allow"
    client = [group_rule("client", "in", cidr="203.0.113.9/32")]
    assert verdict(with_(plain, "sgs.open.rules", client), "internet", "app") == "allow"
    assert verdict(with_(plain, "internet_ip", "198.51.100.1"), "internet", "app") == "allow"
    other = with_(with_(plain, "sgs.open.rules", client), "internet_ip", "198.51.100.1")
    assert verdict(other, "internet", "app") == "deny"


def test_an_eip_may_be_asked_to_need_a_route_to_the_internet_gateway() -> None:
    plain = on_the_internet(eip=True)
    led = with_(plain, "vpcs.a.tables.ra", [["0.0.0.0/0", "igw"]])

    assert asked(plain, "app", "internet", eip_needs_route=True).at == "route:a/ra"
    assert asked(plain, "internet", "app", eip_needs_route=True).at == "return-route:a/ra"
    assert verdict(led, "internet", "app", eip_needs_route=True) == "allow"


def test_an_internet_gateway_without_an_eip_leads_nowhere() -> None:
    assert verdict(with_(two_vpcs(), "vpcs.a.tables.ra", [["0.0.0.0/0", "igw"]]), "web", "internet") == "deny"


def test_a_group_denies_before_anything_else_is_asked() -> None:
    plain = with_(walled("a1", [], []), "sgs.open.rules", [group_rule("out", "out", "drop")])

    assert asked(plain, "web", "db")[:3] == ("deny", "sg-out:web", "out")


def test_protocol_all_asks_for_no_port() -> None:
    assert verdict(grouped(group_rule("any", "in", ports=[1, 2])), "web", "db") == "allow"


def test_an_endpoint_reaches_itself() -> None:
    assert asked(two_vpcs(), "web", "web")[:2] == ("allow", "itself:web")
