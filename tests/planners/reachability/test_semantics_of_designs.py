"""What designs say beyond what stands in route tables, groups and ACLs, one small case each."""

from __future__ import annotations

from tests.planners.reachability.asking import asked, verdict
from tests.planners.reachability.plainly import Plain, two_vpcs, with_


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
