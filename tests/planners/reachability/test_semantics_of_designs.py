"""What designs say beyond what stands in route tables, groups and ACLs, one small case each."""

from __future__ import annotations

from typing import Any

from planners.reachability import Compiled, explain
from tests.planners.reachability.asking import asked, verdict
from tests.planners.reachability.plainly import Plain, fw_rule, read, two_vpcs, with_


def beside() -> Plain:
    """The network with the VPCs peered, and a third that only the first is peered with."""
    plain = two_vpcs()
    plain["vpcs"]["a"]["tables"]["ra"] = [["10.2.0.0/16", "vpc:b"], ["10.3.0.0/16", "vpc:c"]]
    plain["vpcs"]["b"]["tables"]["rb"] = [["10.1.0.0/16", "vpc:a"], ["10.3.0.0/16", "vpc:a"]]
    plain["vpcs"]["c"] = {"tables": {"rc": [["10.0.0.0/8", "vpc:a"]]}, "attach_rt": "rc"}
    plain["vswitches"]["c1"] = {"vpc": "c", "cidr": "10.3.1.0/24", "rt": "rc", "nacl": None}
    plain["endpoints"].append({"id": "far", "vpc": "c", "vsw": "c1", "ip": "10.3.1.10", "sgs": ["open"]})
    return plain


def test_a_peering_leads_into_the_other_vpc_and_back() -> None:
    assert verdict(beside(), "web", "db") == "allow"
    assert verdict(beside(), "db", "web") == "allow"


def test_a_peering_needs_a_route_at_both_ends() -> None:
    one_way = with_(beside(), "vpcs.b.tables.rb", [])

    assert asked(one_way, "web", "db").at == "return-route:b/rb"
    assert asked(one_way, "db", "web").at == "route:b/rb"


def test_a_peering_leads_no_further_than_the_other_vpc() -> None:
    assert verdict(beside(), "web", "far") == "allow"
    assert asked(beside(), "db", "far").at == "route:b/rb"
    assert asked(beside(), "far", "db").at == "route:c/rc"


def test_a_vswitch_wins_over_a_peering_of_its_prefix() -> None:
    plain = with_(beside(), "vpcs.a.tables.ra", [["10.1.2.0/24", "vpc:b"], ["10.2.0.0/16", "vpc:b"]])

    assert verdict(plain, "web", "app") == "allow"
    assert asked(with_(plain, "vpcs.a.tables.ra.0.0", "10.1.2.0/25"), "web", "app").at == "route:a/ra"


def test_routes_are_learned_one_by_one_from_whatever_attachment() -> None:
    plain = with_(two_vpcs(), "tr_tables.main.propagate", ["ta"])

    assert verdict(plain, "web", "db") == "deny"
    assert verdict(with_(plain, "tr_tables.main.learned", [["10.2.1.0/24", "tb"]]), "web", "db") == "allow"
    assert (
        asked(with_(plain, "tr_tables.main.learned", [["10.2.1.0/24", "ti"]]), "web", "db").at == "route:idc"
    )


def test_a_peer_teaches_one_by_one() -> None:
    plain = two_vpcs()
    plain["attachments"]["tb"]["rt"] = "far"
    plain["attachments"] |= {
        "pn": {"type": "peer", "ref": "pf", "rt": "main"},
        "pf": {"type": "peer", "ref": "pn", "rt": "far"},
    }
    plain["tr_tables"] = {
        "main": {"propagate": ["ta", "ti"], "learned": [["10.2.1.0/24", "pn"]]},
        "far": {"propagate": ["tb"], "learned": [["10.1.1.0/24", "pf"]]},
    }

    assert verdict(plain, "web", "db") == "allow"
    assert asked(plain, "app", "db").at == "return-route:far"


def test_a_route_learned_one_by_one_ties_with_what_another_attachment_teaches() -> None:
    plain = with_(two_vpcs(), "tr_tables.main.learned", [["10.2.1.0/24", "ta"]])
    settled = with_(plain, "tr_tables.main.static", [["10.2.1.0/24", "tb"]])

    assert asked(plain, "web", "db").warnings >= {"conflicting routes"}
    assert verdict(plain, "web", "db", guesses_ties=False) == "unknown"
    assert asked(settled, "web", "db", guesses_ties=False).warnings == frozenset()
    assert verdict(settled, "web", "db", guesses_ties=False) == "allow"


def test_what_is_not_denied_is_unknown_where_nothing_says_which_groups_an_end_is_in() -> None:
    source = with_(two_vpcs(), "endpoints.0.unsettled", True)

    assert asked(source, "web", "db")[:2] == ("unknown", "sg-out:web")
    assert asked(source, "db", "web")[:2] == ("unknown", "sg-in:web")
    assert asked(with_(source, "tr_tables.main.propagate", []), "web", "db").at == "route:main"
    assert verdict(with_(source, "sgs.open.rules", []), "web", "db") == "deny"
    assert verdict(with_(source, "sgs.open.rules", []), "db", "web") == "unknown"


def test_neighbours_of_an_end_whose_groups_nothing_says_are_unknown_too_and_itself_is_not() -> None:
    app = two_vpcs()["endpoints"][1] | {"vsw": "a1", "ip": "10.1.1.11", "sgs": [], "unsettled": True}
    plain = with_(two_vpcs(), "endpoints.1", app)

    assert verdict(plain, "web", "app") == "unknown"
    assert verdict(plain, "app", "app") == "allow"
    assert verdict(plain, "web", "db") == "allow"


def one_group(*rules: Plain, kind: str = "basic", inner: str = "drop") -> Plain:
    """The two in one VPC; of the first nothing says which groups it is in, the second lets in members of a group."""
    plain = with_(two_vpcs(), "sgs.ops", {"type": "basic", "inner": "drop", "rules": []})
    plain["sgs"]["db"] = {"type": kind, "rules": list(rules)} | ({"inner": inner} if kind == "basic" else {})
    web, db = (next(one for one in plain["endpoints"] if one["id"] == id) for id in ("web", "db"))
    web |= {"vpc": "b", "vsw": "b1", "ip": "10.2.1.77", "sgs": [], "unsettled": True}
    db |= {"sgs": ["db"]}
    return plain


def from_group(action: str, **more: Any) -> Plain:
    """A rule of a group about members of another."""
    return {
        "id": "r",
        "dir": "in",
        "prio": 1,
        "action": action,
        "proto": "tcp",
        "sg": "ops",
        "ports": None,
    } | more


def test_who_may_be_in_a_group_that_is_let_in_is_not_denied_by_a_rule_about_it() -> None:
    assert verdict(one_group(from_group("accept")), "web", "db") == "unknown"
    assert verdict(one_group(inner="accept"), "web", "db") == "unknown"
    assert verdict(one_group(), "web", "db") == "deny"
    assert verdict(one_group(kind="enterprise"), "web", "db") == "deny"


def test_a_rule_that_drops_a_group_denies_nobody_who_only_may_be_in_it() -> None:
    everybody = from_group("accept", id="all", prio=2, sg=None, cidr="0.0.0.0/0")
    everybody.pop("sg")

    assert verdict(one_group(from_group("drop"), everybody), "web", "db") == "unknown"
    assert verdict(one_group(from_group("drop")), "web", "db") == "deny"


def test_who_may_be_in_a_group_of_another_vpc_is_no_member_of_it() -> None:
    plain = one_group(from_group("accept"))
    plain["endpoints"][0] |= {"vpc": "a", "vsw": "a1", "ip": "10.1.1.10"}

    assert verdict(plain, "web", "db") == "deny"


def test_who_sends_to_a_group_only_may_reach_one_whose_groups_nothing_says() -> None:
    rest = from_group("drop", id="rest", dir="out", prio=2, cidr="0.0.0.0/0")
    rest.pop("sg")
    plain = one_group(from_group("accept", dir="out"), rest)

    assert verdict(plain, "db", "web") == "unknown"
    assert verdict(one_group(rest), "db", "web") == "deny"


INTERNET = "203.0.113.9/32"


def before_the_internet(*rules: Plain, where: str = "endpoints.1.edge", default: str = "accept") -> Plain:
    """The database goes out by a gateway that hands on to it, the app by its EIP; a firewall stands before one of them."""
    plain = with_(two_vpcs(), "firewalls.fw", {"rules": list(rules), "default": default})
    plain["endpoints"][1]["eip"] = True
    entry = {"proto": "tcp", "port": 443, "to": "db"}
    plain["nats"]["n"] = {"snat": ["10.2.0.0/16"], "dnat": [entry]}
    plain["vpcs"]["b"]["tables"]["rb"] = [["0.0.0.0/0", "nat:n"]]
    return with_(plain, where, "fw")


def test_a_firewall_before_an_eip_sees_both_ways_and_the_endpoints_own_address() -> None:
    no_entry = before_the_internet(fw_rule("no", src=INTERNET, dst="10.1.2.10/32"))
    no_exit = before_the_internet(fw_rule("no", src="10.1.2.10/32", dst=INTERNET))

    assert asked(no_entry, "internet", "app")[:3] == ("deny", "firewall:fw", "no")
    assert verdict(no_entry, "app", "internet") == "allow"
    assert asked(no_exit, "app", "internet")[:3] == ("deny", "firewall:fw", "no")
    assert verdict(no_exit, "internet", "app") == "allow"


def test_a_firewall_before_an_eip_means_nothing_to_who_has_none() -> None:
    plain = before_the_internet(where="endpoints.2.edge", default="drop")

    assert verdict(plain, "db", "internet") == "allow"
    assert verdict(plain, "internet", "db") == "allow"
    assert verdict(plain, "app", "internet") == "allow"


def test_a_firewall_before_a_gateway_sees_what_it_takes_out_and_what_it_hands_on() -> None:
    plain = before_the_internet(where="nats.n.edge", default="drop")

    assert asked(plain, "db", "internet").at == "firewall:fw"
    assert asked(plain, "internet", "db").at == "firewall:fw"
    assert verdict(plain, "internet", "app") == "allow"


def test_the_firewall_of_the_nat_boundary_sees_only_what_goes_out() -> None:
    plain = before_the_internet(where="nats.n.wall", default="drop")

    assert asked(plain, "db", "internet").at == "firewall:fw"
    assert verdict(plain, "internet", "db") == "allow"


def test_firewalls_before_the_internet_decide_port_by_port_and_never_about_answers() -> None:
    https = fw_rule("yes", "accept", proto="tcp", ports=[443, 443], src=INTERNET)
    plain = before_the_internet(https, where="nats.n.edge", default="drop")
    plain["nats"]["n"]["dnat"].append({"proto": "tcp", "port": 80, "to": "db"})

    assert asked(plain, "internet", "db").warnings == frozenset()
    assert verdict(plain, "internet", "db") == "allow"
    assert verdict(plain, "internet", "db", port=80) == "deny"


def test_a_route_that_fails_is_reported_before_a_firewall_before_the_internet() -> None:
    plain = with_(before_the_internet(where="nats.n.edge", default="drop"), "nats.n.snat", [])

    assert asked(plain, "db", "internet").at == "route:b/rb"


def doubted(*rules: Plain, default: str = "accept") -> Plain:
    """Both ways between the VPCs led through a firewall, of which some rules may match or not."""
    plain = with_(two_vpcs(), "firewalls.fw", {"rules": list(rules), "default": default})
    plain["attachments"]["tf"] = {"type": "fw", "ref": "fw", "rt": "clean"}
    plain["tr_tables"] = {
        "main": {"static": [["0.0.0.0/0", "tf"]]},
        "clean": {"propagate": ["ta", "tb", "ti"]},
    }
    return plain


def test_a_rule_that_may_match_leaves_unknown_what_depends_on_it() -> None:
    maybe = fw_rule("maybe", certain=False, proto="tcp", ports=[443, 443])
    explained = explain(Compiled(read(doubted(maybe))), "web", "db", "tcp", 443)

    assert asked(doubted(maybe), "web", "db")[:3] == ("unknown", "firewall:fw", "maybe")
    assert explained.why == "unsettled"
    assert verdict(doubted(maybe), "web", "db", port=80) == "allow"
    assert verdict(doubted(maybe), "web", "app") == "allow"
    assert verdict(doubted(maybe | {"action": "accept"}, default="drop"), "web", "db") == "unknown"


def test_a_rule_that_may_match_is_nothing_where_it_makes_no_difference() -> None:
    maybe = fw_rule("maybe", certain=False)

    assert asked(doubted(maybe, fw_rule("no")), "web", "db")[:3] == ("deny", "firewall:fw", "no")
    assert asked(doubted(maybe, default="drop"), "web", "db")[:3] == ("deny", "firewall:fw", None)
    assert verdict(doubted(maybe | {"action": "accept"}), "web", "db") == "allow"
    assert verdict(doubted(fw_rule("yes", "accept"), maybe), "web", "db") == "allow"


def test_several_rules_may_match_or_not_each_by_itself() -> None:
    plain = doubted(fw_rule("yes", "accept", certain=False), fw_rule("no", certain=False))

    assert asked(plain, "web", "db")[:3] == ("unknown", "firewall:fw", "no")


def test_what_is_denied_elsewhere_is_denied_whatever_a_rule_does() -> None:
    plain = doubted(fw_rule("maybe", certain=False))

    assert verdict(with_(plain, "sgs.open.rules", []), "web", "db") == "deny"
    assert asked(with_(plain, "tr_tables.clean.propagate", ["tb"]), "web", "db").at == "return-route:clean"


def test_a_rule_before_the_internet_that_may_match_leaves_unknown_what_depends_on_it() -> None:
    out = before_the_internet(fw_rule("site", certain=False, dst=INTERNET))
    into = before_the_internet(fw_rule("site", certain=False, src=INTERNET), where="nats.n.edge")

    assert asked(out, "app", "internet")[:3] == ("unknown", "firewall:fw", "site")
    assert verdict(out, "internet", "app") == "allow"
    assert verdict(into, "internet", "db") == "unknown"
    assert verdict(into, "db", "internet") == "allow"


def test_what_a_gateway_takes_out_and_hands_on_is_unknown_while_nobody_knows_its_public_address() -> None:
    plain = with_(before_the_internet(), "nats.n.certain", False)

    assert asked(plain, "db", "internet")[:2] == ("unknown", "route:n")
    assert asked(plain, "internet", "db")[:2] == ("unknown", "route:n")
    assert verdict(plain, "internet", "db", port=80) == "deny"
    assert verdict(with_(plain, "nats.n.snat", []), "db", "internet") == "deny"
    shut = before_the_internet(where="nats.n.edge", default="drop")
    assert verdict(with_(shut, "nats.n.certain", False), "db", "internet") == "deny"
