"""What a design says about who reaches whom, asked packet by packet."""

from __future__ import annotations

import pytest

from tests.reachability.nets import EGRESS, REGIONS, SITE, asked, two_vpcs


def test_what_routes_and_groups_let_pass_is_allowed_and_the_rest_is_not() -> None:
    assert asked(two_vpcs()).verdict == "allow"
    assert asked(two_vpcs(), port=22).verdict == "deny"
    assert asked(two_vpcs(), "app-b", "app-a").verdict == "deny"


def test_the_path_names_every_element_on_the_way_in_its_order() -> None:
    answer = asked(two_vpcs())

    assert answer.lit == ("app-a", "sg-a", "a-rt", "rt", "b-rt", "sg-b", "app-b")
    assert all(hop.request and hop.request.passes for hop in answer.hops)
    assert [hop.element for hop in answer.hops if hop.answer] == ["app-a", "a-rt", "rt", "b-rt", "app-b"]


def test_applications_and_their_groups_are_met_in_vswitches() -> None:
    places = {hop.element: hop.place for hop in asked(two_vpcs()).hops}

    assert {id: place for id, place in places.items() if place} == {
        "app-a": "a-1",
        "sg-a": "a-1",
        "sg-b": "b-1",
        "app-b": "b-1",
    }


def test_a_denied_path_ends_where_it_is_stopped_with_the_rule_that_stops_it() -> None:
    answer = asked(two_vpcs(), port=22)

    assert (answer.deciding, answer.lit[-1]) == ("sg-b", "sg-b")
    last = answer.hops[-1].request
    assert last is not None
    assert not last.passes
    assert answer.decided.said("en") == "sg-b: no rule matches, and the rest is dropped inbound"


@pytest.mark.parametrize(
    ("att_b", "deciding"),
    [("association=rt", "rt"), ("learning=rt", "att-b"), ("association=rt learning=other", "rt")],
)
def test_without_learning_or_association_nothing_comes_through(att_b: str, deciding: str) -> None:
    answer = asked(two_vpcs(att_b=att_b))

    assert (answer.verdict, answer.deciding) == ("deny", deciding)


def test_without_a_route_in_its_table_nothing_leaves_a_vpc_unless_the_router_writes_it() -> None:
    bare = two_vpcs().replace("- routes destination=10.0.0.0/8 hop=att-a", "")
    written = bare.replace("att-a vpc-attachment", "att-a vpc-attachment synchronised=true")

    assert (asked(bare).verdict, asked(bare).deciding) == ("deny", "a-rt")
    assert asked(written).verdict == "allow"


def test_a_black_hole_beats_what_is_learned_of_the_same_prefix_and_loses_to_a_longer_one() -> None:
    def dropping(block: str) -> str:
        return two_vpcs().replace(
            "rt transit-router-table ", f"rt transit-router-table\n        - routes destination={block}"
        )

    assert asked(dropping("10.2.1.0/24")).verdict == "deny"
    assert asked(dropping("10.2.0.0/16")).verdict == "allow"


def test_a_network_acl_needs_its_answers() -> None:
    acl = """
    vpc-c vpc
      acl network-acl
        - inbound port=443/443 block=10.1.0.0/16 protocol=tcp
    """
    answered = acl + "    - outbound port=1024/65535 block=10.1.0.0/16 protocol=tcp\n"
    half = acl + "    - outbound port=1025/65535 block=10.1.0.0/16 protocol=tcp\n"
    behind = {"vswitch_b": "acl=acl"}

    without = asked(two_vpcs(**behind, more=acl))
    assert (without.verdict, without.deciding) == ("deny", "acl")
    assert asked(two_vpcs(**behind, more=answered)).verdict == "allow"
    assert asked(two_vpcs(**behind, more=half)).verdict == "partial"


def test_who_is_in_no_group_is_unknown_and_the_fact_that_is_missing_is_named() -> None:
    answer = asked(
        two_vpcs().replace("app-a application vswitches=a-1 groups=sg-a", "app-a application vswitches=a-1")
    )

    assert answer.verdict == "unknown"
    assert "app-a" in answer.facts[0].said("en")
    assert asked(two_vpcs(att_b=""), "app-a").verdict == "deny"


def test_who_stands_nowhere_is_unknown() -> None:
    answer = asked(two_vpcs(more="    app-c application\n"), target="app-c")

    assert answer.verdict == "unknown"
    assert answer.facts[0].said("en") == "The design does not say where app-c stands"


def test_equal_blocks_of_two_vpcs_on_one_table_are_unknown_for_both() -> None:
    third = """
    vpc-c vpc
      c-1 vswitch block=10.2.1.0/24
    """
    lines = two_vpcs(more=third).replace(
        "  rt transit-router-table ",
        "  rt transit-router-table\n      att-c vpc-attachment vpc=vpc-c association=rt learning=rt",
    )
    answer = asked(lines)

    assert answer.verdict == "unknown"
    assert "10.2.1.0/24" in answer.facts[0].said("en")
    assert "vpc-b, vpc-c" in answer.facts[0].said("en")


def test_a_vswitch_block_that_holds_another_vpcs_is_unknown_too() -> None:
    third = "    vpc-c vpc\n      c-1 vswitch block=10.2.0.0/20\n"
    lines = two_vpcs(more=third).replace(
        "  rt transit-router-table ",
        "  rt transit-router-table\n      att-c vpc-attachment vpc=vpc-c association=rt learning=rt",
    )

    assert asked(lines).verdict == "unknown"


def test_rules_for_a_part_of_a_vswitch_leave_open_whose_address_it_is() -> None:
    lines = two_vpcs().replace("block=10.1.0.0/16\n    app-a", "block=10.1.1.7/32\n    app-a")
    answer = asked(lines)

    assert answer.verdict == "unknown"
    assert "a-1" in answer.facts[0].said("en")
    assert asked(lines, "a-2").verdict == "deny"


def test_an_application_reaches_another_where_each_of_its_places_reaches_one_of_the_other() -> None:
    more = "    app-two application vswitches=a-1,b-1 groups=sg-a,sg-b\n"
    lines = two_vpcs(more=more)

    assert asked(lines, "app-two", "app-b").verdict == "partial"
    assert asked(lines, "app-a", "app-two").verdict == "allow"


def test_a_peering_leads_into_the_other_vpc_and_no_further() -> None:
    lines = """
    vpc-a vpc blocks=10.1.0.0/16
      a-1 vswitch block=10.1.1.0/24
      peer vpc-peering peer=vpc-b
      a-rt route-table type=system
        - routes destination=10.0.0.0/8 hop=peer
      sg-a security-group
    vpc-b vpc blocks=10.2.0.0/16
      b-1 vswitch block=10.2.1.0/24
      b-rt route-table type=system
        - routes destination=10.1.0.0/16 hop=peer
      sg-b security-group
        - rules port=443/443 block=0.0.0.0/0
    app-a application vswitches=a-1 groups=sg-a
    app-b application vswitches=b-1 groups=sg-b
    """

    assert asked(lines).verdict == "allow"
    assert asked(lines.replace("- routes destination=10.1.0.0/16 hop=peer", "")).verdict == "deny"


def test_a_site_comes_in_by_its_line_and_answers_go_out_by_it() -> None:
    assert asked(SITE.format(more=""), "dc").verdict == "allow"
    assert asked(SITE.format(more=""), "app-b", "dc", 8080).verdict == "allow"


def test_a_policy_keeps_routes_from_a_site() -> None:
    hidden = "deny routing-policy direction=RegionOut action=Deny priority=5 destination_types=VBR"
    other = "deny routing-policy direction=RegionOut action=Deny priority=5 destination_types=VPN"

    assert asked(SITE.format(more=hidden), "dc").verdict == "deny"
    assert asked(SITE.format(more=other), "dc").verdict == "allow"


@pytest.mark.parametrize("condition", ["as_paths=65001", "route_types=BGP"])
def test_a_policy_that_cannot_be_told_to_apply_leaves_the_route_open(condition: str) -> None:
    perhaps = f"deny routing-policy direction=RegionIn action=Deny priority=5 source_types=VBR {condition}"

    assert asked(SITE.format(more=perhaps), "app-b", "dc").verdict == "unknown"


def routed(next_priority: str, *others: str) -> str:
    """The verdict towards a site whose route is permitted first, with what is asked by policies behind."""
    first = f"first routing-policy direction=RegionIn priority=1 source_types=VBR {next_priority}"
    more = [
        f"p-{at} routing-policy direction=RegionIn source_types=VBR {other}"
        for at, other in enumerate(others)
    ]
    return asked(SITE.format(more="\n      ".join([first, *more])), "app-b", "dc").verdict


def test_a_permitting_policy_goes_on_at_exactly_the_priority_it_names() -> None:
    between, named = "action=Deny priority=10", "action=Deny priority=50"

    assert routed("", between) == "allow"
    assert routed("next_priority=50", between, "priority=50") == "allow"
    assert routed("next_priority=50", "priority=10", named) == "deny"
    assert routed("next_priority=50", f"{named} source_reversed=true", "action=Deny priority=60") == "deny"
    assert routed("next_priority=50", f"{named} as_paths=65001") == "unknown"


def test_a_permitting_policy_that_names_a_priority_of_none_leaves_open_who_asks_next() -> None:
    assert routed("next_priority=50", "action=Deny priority=60") == "unknown"
    assert routed("next_priority=50", "action=Deny priority=10") == "allow"
    assert routed("next_priority=50", "priority=60") == "allow"


def test_two_sites_do_not_meet_through_the_cloud_once_a_vpn_is_attached_unless_a_policy_permits_it() -> None:
    office = """
    gw vpn-gateway
      tunnel ipsec-connection site=office
    office data-centre
      - ranges block=172.17.0.0/16
    """
    vpn = "second vpn-attachment vpn=gw association=rt learning=rt"
    permit = (
        "\n      permit routing-policy direction=RegionOut action=Permit priority=5"
        " source_types=VBR,VPN destination_types=VBR,VPN"
    )

    assert asked(SITE.format(more=vpn) + office, "dc", "office").verdict == "deny"
    assert asked(SITE.format(more=vpn + permit) + office, "dc", "office").verdict == "allow"


def test_routers_teach_each_other_what_they_hold() -> None:
    assert asked(REGIONS.format(far="peer_learning=rt-2", more="")).verdict == "allow"
    assert asked(REGIONS.format(far="", more="")).verdict == "deny"


def test_a_policy_refuses_what_comes_from_another_region() -> None:
    refusing = "deny routing-policy direction=RegionIn action=Deny source_regions=cn-hangzhou"

    assert asked(REGIONS.format(far="peer_learning=rt-2", more=refusing)).verdict == "deny"


def test_the_way_out_needs_a_gateway_that_translates_the_source() -> None:
    assert asked(EGRESS.format(snat="10.0.0.0/8"), "app-a", "out").verdict == "allow"
    assert asked(EGRESS.format(snat="10.2.0.0/16"), "app-a", "out").verdict == "deny"
    assert asked(EGRESS.format(snat="10.0.0.0/8"), "out", "app-a", 80).verdict == "deny"


def test_a_forwarded_port_lets_the_internet_in_to_the_address_it_names() -> None:
    lines = EGRESS.format(snat="10.0.0.0/8").replace(
        "  - snat", "  - dnat port=8080 private_port=80 address=10.1.1.5 eip=eip\n        - snat"
    )
    answer = asked(lines, "out", "app-a", 80)

    assert answer.verdict == "unknown"
    assert "a-1" in answer.facts[0].said("en")


def test_a_nat_boundary_stops_what_leaves() -> None:
    lines = EGRESS.format(snat="10.0.0.0/8")
    guarded = """
    wall cloud-firewall boundary=nat guards=nat
      - policies action=accept source=10.1.0.0/16 destination=0.0.0.0/0 protocol=TCP port=443/443
      - policies action=drop source=0.0.0.0/0 destination=0.0.0.0/0 protocol=ANY port=0/0
    """

    assert asked(lines + guarded, "app-a", "out").verdict == "allow"
    stopped = asked(lines + guarded, "app-a", "out", 80)
    assert (stopped.verdict, stopped.deciding) == ("deny", "wall")


def test_a_policy_for_a_domain_name_leaves_open_what_it_is_about() -> None:
    guarded = """
    wall cloud-firewall boundary=nat guards=nat
      - policies action=accept source=10.1.0.0/16 destination=example.com destination_type=domain port=443/443
      - policies action=drop source=0.0.0.0/0 destination=0.0.0.0/0 protocol=ANY port=0/0
    """
    answer = asked(EGRESS.format(snat="10.0.0.0/8") + guarded, "app-a", "out")

    assert answer.verdict == "unknown"
    assert "example.com" in answer.facts[0].said("en")


def test_a_vpn_gateway_in_a_vpc_leads_to_its_site() -> None:
    lines = """
    vpc-b vpc
      b-1 vswitch block=10.2.1.0/24
      gw vpn-gateway
        tunnel ipsec-connection site=dc
      b-rt route-table type=system
        - routes destination=172.16.0.0/16 hop=gw
      sg-b security-group
        - rules port=443/443 block=172.16.0.0/16
    dc data-centre
      - ranges block=172.16.0.0/16
    app-b application vswitches=b-1 groups=sg-b
    """

    assert asked(lines, "dc").verdict == "allow"
    assert asked(lines.replace("- routes destination=172.16.0.0/16 hop=gw", ""), "dc").verdict == "deny"


def test_what_lies_behind_a_gateway_that_the_design_does_not_describe_is_unknown() -> None:
    lines = two_vpcs(more="    lb load-balancer parent=vpc-a\n").replace("hop=att-a", "hop=lb")

    assert asked(lines).verdict == "unknown"


def test_a_database_is_reached_by_its_allow_list() -> None:
    more = """
    db database parent=vpc-b vswitches=b-1
      - allowed block=10.1.1.0/24
    """

    assert asked(two_vpcs(more=more), "a-1", "db", 3306).verdict in ("allow", "unknown")
    assert asked(two_vpcs(more=more), "app-a", "db", 3306).verdict == "allow"
    assert asked(two_vpcs(more=more), "app-b", "db", 3306).verdict == "deny"


@pytest.mark.parametrize(
    ("target", "verdict"), [("db", "allow"), ("clb", "allow"), ("alb", "deny"), ("app-c", "deny")]
)
@pytest.mark.parametrize("vswitch", ["a-1", "a-2"])
def test_an_acl_does_not_cover_databases_and_clb_and_is_not_asked_within_their_vswitch(
    vswitch: str, target: str, verdict: str
) -> None:
    lines = f"""
    vpc-a vpc
      acl network-acl
      a-1 vswitch block=10.1.1.0/24 acl=acl
      a-2 vswitch block=10.1.2.0/24
      sg security-group
        - rules port=443/443 block=0.0.0.0/0
      db database vswitches=a-1
        - allowed block=10.1.0.0/16
      clb load-balancer type=clb vswitches=a-1
        - listeners port=443
      alb load-balancer type=alb vswitches=a-1
        - listeners port=443
    app-a application vswitches={vswitch} groups=sg
    app-c application vswitches=a-1 groups=sg
    """

    assert asked(lines, target=target).verdict == ("allow" if vswitch == "a-1" else verdict)


@pytest.mark.parametrize(
    ("public", "block", "verdict"),
    [("true", "0.0.0.0/0", "allow"), ("true", "10.1.0.0/16", "deny"), ("false", "0.0.0.0/0", "deny")],
)
def test_the_internet_comes_to_a_public_endpoint_as_far_as_the_allow_list_lets_it(
    public: str, block: str, verdict: str
) -> None:
    more = f"""
    out internet
    db database parent=vpc-b vswitches=b-1 public={public}
      - allowed block={block}
    """

    assert asked(two_vpcs(more=more), "out", "db", 3306).verdict == verdict
    assert asked(two_vpcs(more=more), "db", "out", 443).verdict == "deny"


def test_the_internet_comes_to_a_load_balancer_that_faces_it_as_far_as_that_is_drawn() -> None:
    more = """
    out internet
    vpc-d vpc
      d-1 vswitch block=10.3.1.0/24
      alb load-balancer faces=internet vswitches=d-1
    wall cloud-firewall boundary=internet guards=alb
      - policies direction=in action=accept source=0.0.0.0/0 destination=0.0.0.0/0 protocol=TCP port=443/443
      - policies direction=in action=drop source=0.0.0.0/0 destination=0.0.0.0/0 protocol=ANY port=0/0
    """

    assert asked(two_vpcs(more=more), "out", "alb").verdict == "unknown"
    stopped = asked(two_vpcs(more=more), "out", "alb", 80)
    assert (stopped.verdict, stopped.deciding) == ("deny", "wall")


def test_a_peering_with_something_that_is_no_vpc_leads_nowhere() -> None:
    lines = two_vpcs(more="    ecr ecr\n").replace(
        "vpc-a vpc blocks=10.1.0.0/16", "vpc-a vpc\n      peer vpc-peering peer=ecr"
    )

    assert asked(lines.replace("hop=att-a", "hop=peer")).verdict == "deny"


def test_a_route_to_a_gateway_that_the_vpc_is_not_joined_with_is_unknown() -> None:
    lines = two_vpcs(more="    ecr ecr\n").replace("hop=att-a", "hop=ecr")

    assert asked(lines).verdict == "unknown"


@pytest.mark.parametrize("size", ["30", "31", "32"])
def test_a_vswitch_that_is_too_small_for_what_the_platform_keeps_is_answered_too(size: str) -> None:
    assert asked(two_vpcs().replace("10.2.1.0/24", f"10.2.1.0/{size}")).verdict == "allow"
