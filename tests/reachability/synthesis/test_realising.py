"""A point of the curve as one step: what it makes, what it keeps, what else would have to change."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.editor import Editor
from workbench.model.design import Design
from workbench.model.elements.application import Application
from workbench.model.elements.database import Database
from workbench.model.elements.flow import Flow
from workbench.model.elements.network_acl import NetworkAcl
from workbench.model.elements.security_domain import SecurityDomain
from workbench.model.elements.security_group import SecurityGroup
from workbench.model.sketch import sketch
from workbench.reachability.asking import ask
from workbench.reachability.modelled import modelled
from workbench.reachability.synthesis import Listed, Realised, Wishes, curved, realise_edit, realised
from workbench.storage.files import open_design
from workbench.texts import text

SAMPLES = Path(__file__).parents[3] / "resources" / "samples"
TWO = """
prod environment
test environment
tr transit-router
  rt transit-router-table
  att-a vpc-attachment vpc=vpc-a association=rt learning=rt
  att-b vpc-attachment vpc=vpc-b {att_b}
vpc-a vpc
  a-1 vswitch block=10.1.1.0/24
  a-2 vswitch block=10.1.2.0/24
  a-rt route-table type=system
    - routes destination=10.0.0.0/8 hop=att-a
  old-a security-group
    - rules port=22/22 block=10.0.0.0/8
vpc-b vpc
  b-1 vswitch block=10.2.1.0/24 {vswitch_b}
  b-2 vswitch block=10.2.2.0/24
  b-rt route-table type=system
    - routes destination=10.0.0.0/8 hop=att-b
  old-b security-group inner=Drop
    - rules port=443/443 block=10.1.0.0/16
web application vswitches=a-1 groups=old-a environment=prod
web2 application vswitches=a-2 groups=old-a environment=prod
api application vswitches=b-1 groups=old-b environment=prod
trial application vswitches=b-2 groups=old-b environment=test
f1 flow source=web target=api port=443/443
"""
LEARNED = "association=rt learning=rt"


def two(*, att_b: str = LEARNED, vswitch_b: str = "", more: str = "") -> Design:
    """Two VPCs on one router with four applications, of which one may reach one."""
    return sketch(TWO.format(att_b=att_b, vswitch_b=vswitch_b) + more)


def exact(design: Design, *, beyond: bool = False, wishes: Wishes | None = None) -> Realised:
    """The first point of a design, worked out."""
    return realised(curved(design, wishes or Wishes()), 0, beyond=beyond)


def verdict(design: Design, source: str, target: str, port: int = 443) -> str:
    """What becomes of one packet."""
    return ask(modelled(design), source, target, "tcp", port).verdict


def test_what_is_wanted_passes_and_nothing_else_does() -> None:
    after = exact(two()).after

    assert verdict(after, "web", "api") == "allow"
    assert {verdict(after, *pair) for pair in (("web2", "api"), ("web", "trial"), ("api", "web"))} == {"deny"}
    assert verdict(after, "web", "api", 22) == "deny"


def test_it_is_one_step_which_is_taken_back_at_once() -> None:
    editor = Editor(two())
    before = editor.design
    point = exact(before)

    assert editor.perform(text("Apply"), realise_edit(point))
    assert editor.design == point.after
    editor.undo()
    assert editor.design == before


def test_a_design_that_changed_since_is_left_as_it_is() -> None:
    point = exact(two())
    changed = two().replacing("web", hosts=3)

    assert realise_edit(point)(changed) == changed


def test_done_again_it_changes_nothing() -> None:
    once = exact(two()).after

    assert exact(once).after == once


def test_a_coarser_point_takes_out_the_groups_of_the_finer_one() -> None:
    more = "f2 flow source=web2 target=api port=443/443\nf3 flow source=web2 target=api port=8443/8443\n"
    fine = exact(two(more=more)).after
    pinned = Wishes(pins={"web": "Front", "web2": "Front"})
    coarse = exact(fine, wishes=pinned).after
    made = {one.id for one in coarse.of_kind(SecurityGroup)}

    assert {id for one in coarse.of_kind(Application) for id in one.groups} == made - {"old-a", "old-b"}


def test_what_domains_share_with_the_design_is_used_again_and_pins_name_new_ones() -> None:
    more = "shop security-domain name.en=Shop\n"
    design = two(more=more).replacing("web", parent="shop").replacing("web2", parent="shop")
    point = exact(design, wishes=Wishes(pins={"api": "Core"}))
    titles = {point.after[one.parent or ""].title().en for one in point.after.of_kind(Application)}

    assert "Shop" in titles
    assert "Core" in titles
    assert [home.id for home in point.homes if not home.is_new] == ["shop"]


def test_environments_and_forbidden_pairs_never_share_a_domain() -> None:
    apart = Wishes(apart=(("web", "web2"),), worths=(1000.0,))
    point = exact(two(), wishes=apart)
    homes = {id: home.id for home in point.homes for id in home.members}

    assert len({homes["web"], homes["web2"]}) == 2
    assert homes["trial"] not in {homes["web"], homes["web2"], homes["api"]}


def test_a_flow_of_a_domain_still_means_those_it_meant() -> None:
    more = "front security-domain\nf2 flow source=front target=trial port=80/80\n"
    design = two(more=more).replacing("web", parent="front").replacing("web2", parent="front")
    point = exact(design)
    after = {(flow.source, flow.target) for flow in point.after.of_kind(Flow)}

    assert {("web", "trial"), ("web2", "trial")} <= after
    assert verdict(point.after, "web2", "trial", 80) == "allow"
    assert verdict(point.after, "api", "trial", 80) == "deny"


def test_what_a_flow_refuses_is_not_permitted_by_any_rule() -> None:
    more = "f2 flow source=web target=trial protocol=all\nf3 flow source=web target=trial port=22/22 wanted=deny\n"
    after = exact(two(more=more)).after

    assert verdict(after, "web", "trial", 22) == "deny"
    assert verdict(after, "web", "trial", 23) == "allow"


def test_every_protocol_passes_one_way_where_one_port_is_refused_the_other() -> None:
    more = """
f2 flow source=api target=web protocol=all
f3 flow source=web target=api protocol=all
f4 flow source=web target=api port=22/22 wanted=deny
f5 flow source=api target=web port=22/22
"""
    point = exact(two(more=more))

    assert point.proof.missing == []
    assert point.proof.extra == 0
    assert point.proof.meant == point.curved.figures(0).flows


def test_what_bastion_hosts_reach_today_they_reach_afterwards() -> None:
    more = "jump bastion-host vswitches=b-2\n"
    design = two(more=more).replacing("trial", vswitches=())
    after = exact(design).after

    assert verdict(design, "jump", "web", 22) == verdict(after, "jump", "web", 22) == "allow"
    assert verdict(after, "jump", "api", 22) == "deny"


def test_databases_name_the_new_groups_beside_the_former_ones_and_groups_of_others_stay() -> None:
    more = "db database parent=vpc-b vswitches=b-2 groups=old-b\nother security-group parent=vpc-b\n"
    design = two(more=more)
    after = exact(design).after
    database = after.get("db", Database)

    assert database is not None
    assert database.groups[0] == "old-b"
    assert set(database.groups[1:]) == set(after["api"].groups + after["trial"].groups)  # type: ignore[attr-defined]
    assert (after["other"], after["old-b"]) == (design["other"], design["old-b"])


def test_addresses_that_others_share_are_shut_at_the_groups_of_these() -> None:
    design = two().replacing("web2", vswitches=("a-1",))
    after = exact(design).after

    assert verdict(after, "web", "api") == "allow"
    assert verdict(after, "web2", "api") == "deny"


def test_an_application_always_reaches_itself_though_its_group_holds_others() -> None:
    wishes = Wishes(pins={"web": "Front", "web2": "Front"})
    point = exact(two().replacing("web2", vswitches=("a-2",)), wishes=wishes)
    own = [point.after[id] for id in point.after["web"].groups]  # type: ignore[attr-defined]

    assert [one.inner for one in own if isinstance(one, SecurityGroup)] == ["Drop", "Accept"]
    assert verdict(point.after, "web", "web2") == "deny"


def test_a_network_acl_in_the_way_is_told_and_changed_where_that_is_wished() -> None:
    more = "acl network-acl parent=vpc-b\n  - inbound port=22/22 block=10.1.0.0/16 protocol=tcp\n"
    design = two(vswitch_b="acl=acl", more=more)
    told, changed = exact(design), exact(design, beyond=True)

    assert [one.element for one in told.steps] == ["acl", "acl"]
    assert told.after["acl"] == design["acl"]
    assert [one.deciding for one in told.left] == ["acl"]
    assert (changed.proof.missing, changed.left) == ([], ())
    acl = changed.after.get("acl", NetworkAcl)
    assert acl is not None
    assert (acl.inbound[0].block, acl.inbound[0].port) == ("10.1.1.0/24", "443/443")
    assert (acl.outbound[0].block, acl.outbound[0].port) == ("10.1.1.0/24", "1024/65535")
    assert verdict(changed.after, "web", "api") == "allow"


def test_a_boundary_in_the_way_is_told_and_changed_where_that_is_wished() -> None:
    more = (
        "wall cloud-firewall boundary=vpc guards=tr steering=managed\n"
        "  - policies action=drop source=0.0.0.0/0 destination=0.0.0.0/0 protocol=ANY\n"
    )
    design = two(more=more)

    assert [one.element for one in exact(design).steps] == ["wall"]
    changed = exact(design, beyond=True)
    assert changed.proof.missing == []
    assert (verdict(changed.after, "web", "api"), verdict(changed.after, "web2", "api")) == ("allow", "deny")


@pytest.mark.parametrize("port", ["9443/9445", "-1/-1"])
def test_a_flow_of_several_ports_is_let_pass_on_all_of_them(port: str) -> None:
    """Though a policy for one of them is there already."""
    more = (
        "wall cloud-firewall boundary=vpc guards=tr steering=managed\n"
        "  - policies action=accept source=10.1.1.0/24 destination=10.2.1.0/24 protocol=TCP port=9443/9443\n"
        "  - policies action=drop source=0.0.0.0/0 destination=0.0.0.0/0 protocol=ANY\n"
        f"f2 flow source=web target=api port={port}\n"
    )
    design = two(more=more)
    told, changed = exact(design), exact(design, beyond=True)

    assert {one.deciding for one in told.left} == {"wall"}
    assert (changed.proof.missing, changed.left) == ([], ())
    assert {verdict(changed.after, "web", "api", at) for at in (443, 9443, 9444, 9445)} == {"allow"}


@pytest.mark.parametrize("att_b", ["association=rt", "learning=rt", ""])
def test_missing_association_and_learning_are_told_and_changed_where_that_is_wished(att_b: str) -> None:
    design = two(att_b=att_b)

    assert {one.element for one in exact(design).steps} == {"att-b"}
    assert exact(design, beyond=True).proof.missing == []


def test_a_flow_that_nothing_here_lets_pass_is_named_with_what_stops_it() -> None:
    more = "lost application\nf2 flow source=web target=lost port=80/80\nworld internet\nf3 flow source=world target=web\n"
    point = exact(two(more=more), beyond=True)

    assert {(one.missing.told.source, one.missing.told.target) for one in point.left} == {
        ("web", "lost"),
        ("world", "web"),
    }
    assert point.unplaced == ("lost",)
    assert "lost" in point.left[0].says.said("en") + point.left[1].says.said("en")


def test_flows_of_a_list_are_drawn_once_and_what_looks_like_noise_is_left_for_review() -> None:
    design = two()
    listed = (Listed("web", "api", "tcp", (443, 443)), Listed("web2", "trial", "tcp", (80, 80), 5))
    point = realised(curved(design, Wishes(), listed), 0)
    drawn = [(flow.source, flow.target, flow.port) for flow in point.after.of_kind(Flow)]

    assert drawn.count(("web", "api", "443/443")) == 1
    assert ("web2", "trial", "80/80") in drawn
    assert verdict(point.after, "web2", "trial", 80) == "allow"


def test_what_one_group_cannot_name_goes_into_further_ones() -> None:
    names = range(30)
    more = "".join(
        f"x{n} application vswitches=a-1 environment=prod\ng{n} flow source=x{n} target=web2 port={n + 1}/{n + 1}\n"
        for n in names
    )
    point = exact(two(more=more))
    groups = [point.after[id] for id in point.after["web2"].groups]  # type: ignore[attr-defined]
    named = [
        sum(rule.group is not None for rule in one.rules) for one in groups if isinstance(one, SecurityGroup)
    ]

    assert named == [20, 10]
    assert point.proof.missing == []
    assert (point.proof.extra, point.breaches) == (0, ())


def test_limits_that_cannot_be_kept_are_told() -> None:
    point = exact(two().replacing("web", hosts=7000))

    assert [one.says.said("en") for one in point.breaches] == [
        "web in vpc-a: 7,000 hosts in a group; 6,000 fit"
    ]


@pytest.mark.parametrize("sample", ["enterprise", "advanced", "standard"])
def test_on_the_samples_nothing_is_missing_and_the_extra_is_what_the_rules_permit(sample: str) -> None:
    design = open_design(SAMPLES / f"{sample}.lzd").design
    found = curved(design, Wishes())
    for number in range(len(found.points)):
        point = realised(found, number, beyond=True)
        proof = point.proof

        assert (proof.missing, point.left, point.breaches) == ([], (), ())
        assert proof.by_rule + proof.unreached == found.figures(number).extra
        # Nothing filters what a load balancer sends into the addresses that its vSwitch shares with an application.
        assert {design[one.source].kind.tag for one in proof.beside} <= {"load-balancer"}


def test_new_domains_have_an_environment_where_their_members_share_one() -> None:
    point = exact(two())
    made = [one for one in point.after.of_kind(SecurityDomain) if one.environment == "test"]

    assert [point.after[id].id for one in made for id in point.after.children(one.id)] == ["trial"]


def apart(more: str = "", att_b: str = LEARNED) -> Realised:
    """Two VPCs, one of test and one of production, with a table for each environment."""
    design = two(att_b=att_b, more=more).replacing("api", environment="test")
    return realised(curved(design, Wishes()), 0, apart=True)


def test_environments_between_which_something_is_wanted_get_tables_that_learn_from_each_other() -> None:
    point = apart()
    before, after = point.after["att-a"], point.after["att-b"]

    assert before.association != after.association  # type: ignore[attr-defined]
    assert len(set(before.learning)) == 3  # type: ignore[attr-defined]
    assert (point.proof.missing, point.lost, len(point.parted)) == ([], 0, 2)


def test_environments_between_which_nothing_is_wanted_do_not_learn_from_each_other() -> None:
    design = two().replacing("api", environment="test").removing(["f1"])
    point = realised(curved(design, Wishes()), 0, apart=True)
    tables = {id: point.after[id].association for id in ("att-a", "att-b")}  # type: ignore[attr-defined]

    assert tables["att-b"] not in point.after["att-a"].learning  # type: ignore[attr-defined]
    assert tables["att-a"] in point.after["att-a"].learning  # type: ignore[attr-defined]
    again = realised(curved(point.after, Wishes()), 0, apart=True)
    assert again.after == point.after


def test_tables_that_would_lose_a_flow_are_left_as_they_are_and_the_loss_is_told() -> None:
    more = (
        "office data-centre\n  - ranges block=172.16.0.0/16\n"
        "vbr-1 vbr\n  circuit-1 circuit site=office\n"
        "ecr-1 ecr\n  to-a ecr-association network=vpc-a allowed=10.0.0.0/8\n  to-v ecr-association network=vbr-1\n"
        "f9 flow source=api target=office port=80/80\n"
    )
    lines = TWO.format(att_b=LEARNED, vswitch_b="")
    lines = lines.replace("hop=att-b", "hop=att-b\n    - routes destination=172.16.0.0/16 hop=att-b")
    lines = lines.replace(
        "rt transit-router-table",
        "rt transit-router-table\n    - routes destination=172.16.0.0/16 attachment=att-a",
    )
    design = sketch(lines + more).replacing("api", environment="test").removing(["f1"])
    shared, parted = (realised(curved(design, Wishes()), 0, apart=apart) for apart in (False, True))

    assert shared.proof.missing == parted.proof.missing == []
    assert (parted.lost, parted.parted) == (1, ())
    assert parted.after == shared.after


def test_vpcs_through_which_all_environments_go_keep_their_table() -> None:
    design = two(more="nat nat-gateway parent=vpc-a\n").replacing("api", environment="test")

    assert realised(curved(design, Wishes()), 0, apart=True).parted == ()


def test_an_application_in_two_vpcs_reaches_itself_across_them_where_nobody_shares_its_addresses() -> None:
    design = two().replacing("web", vswitches=("a-1", "b-1")).replacing("api", vswitches=("b-2",))
    shared = design.replacing("web2", vswitches=("a-1",))

    def lets_in(before: Design) -> bool:
        after = exact(before).after
        groups = [after[id] for id in after["web"].groups]  # type: ignore[attr-defined]
        there = [one for one in groups if isinstance(one, SecurityGroup) and one.parent == "vpc-b"]
        return any(
            rule.protocol == "all" and rule.block == "10.1.1.0/24" for one in there for rule in one.rules
        )

    assert lets_in(design)
    assert not lets_in(shared)


@pytest.mark.parametrize("port", ["443/80", "99999/99999"])
def test_a_flow_whose_ports_are_none_asks_for_nothing(port: str) -> None:
    found = exact(two(more=f"f2 flow source=web2 target=api port={port}\n"))

    assert [(one.source, one.target) for one in found.curved.problem.flows] == [("web", "api")]
