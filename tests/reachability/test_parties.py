"""Load balancers, bastion hosts and databases among the parties: listed, compared with what is wanted, and wanted themselves."""

from __future__ import annotations

from tests.reachability.test_matrices import compared, differing, ports, state
from workbench.model.sketch import sketch
from workbench.reachability.answer import PathAnswer
from workbench.reachability.asking import ask
from workbench.reachability.changes import changes_of
from workbench.reachability.exposure import exposed
from workbench.reachability.known import known
from workbench.reachability.matrices import listed
from workbench.reachability.modelled import modelled
from workbench.rules.paths import Paths
from workbench.rules.stops import stops
from workbench.storage.format import design_bytes, design_from

SITE = """
    out internet
    vpc-d vpc blocks=10.3.0.0/16
      d-1 vswitch block=10.3.1.0/24
      d-2 vswitch block=10.3.2.0/24
      d-3 vswitch block=10.3.3.0/24
      alb load-balancer faces={faces} vswitches=d-1
        - listeners port=443 application=web server_port=8443
      jump bastion-host vswitches=d-3
{visitors}
      sg security-group inner=Drop
        - rules port=8443/8443 block=10.3.1.0/24
        - rules port=22/22 block=10.3.3.0/24
      db database vswitches=d-2 application={owner}
        - allowed block=10.3.2.0/24
    dmz security-domain
      web application vswitches=d-2 groups=sg
    jobs application vswitches=d-2 groups=sg
{flows}
"""
VISITORS = "        - visitors block=10.3.2.0/24 port=443"
VISIT = "    f flow source=out target=web port=443/443"


def drawn(
    *, flows: str = VISIT, visitors: str = VISITORS, faces: str = "internet", owner: str = "web"
) -> str:
    """A way in, a way for administrators, and a database, around two applications."""
    return SITE.format(flows=flows, visitors=visitors, faces=faces, owner=owner)


def asked(source: str, target: str, port: int, **more: str) -> PathAnswer:
    """The answer to one question."""
    return ask(modelled(sketch(drawn(**more)), places=True), source, target, "tcp", port)


def test_they_stand_between_the_applications_and_what_is_outside() -> None:
    assert [one.id for one in listed(modelled(sketch(drawn())))] == [
        "web", "jobs", "db", "alb", "jump", "out",
    ]  # fmt: skip
    assert [one.id for one in listed(modelled(sketch("    alb load-balancer\n    out internet")))] == [
        "alb",
        "out",
    ]


def test_the_matrix_of_them_is_the_sum_of_all_single_questions() -> None:
    for visitors in (VISITORS, ""):
        assert differing(modelled(sketch(drawn(visitors=visitors)))) == []
        assert differing(modelled(sketch(drawn(visitors=visitors)), places=True)) == []


def test_a_load_balancer_shall_reach_those_whom_it_leads_to_on_their_port() -> None:
    leads = compared(drawn())
    shut = compared(drawn().replace("port=8443/8443", "port=8444/8444"))

    assert (state(leads, "alb", "web"), ports(leads, "alb", "web")) == ("allowed", "8443")
    assert state(shut, "alb", "web") == "shut"


def test_what_the_internet_shall_come_to_everybody_may_and_nobody_has_to() -> None:
    public = compared(drawn())

    assert state(public, "out", "alb") == "allowed"
    assert state(public, "jobs", "alb") == "allowed"
    assert state(compared(drawn(faces="intranet")), "out", "alb") == "blocked"


def test_a_load_balancer_for_private_use_is_open_to_those_only_who_shall_reach_what_it_leads_to() -> None:
    private = compared(drawn(flows="    f flow source=jobs target=web port=443/443", faces="intranet"))

    assert state(private, "jobs", "alb") == "allowed"
    assert state(private, "jump", "alb") == "open"


def test_who_shall_not_reach_an_application_shall_not_come_to_it_by_a_listener() -> None:
    never = compared(drawn(flows=f"{VISIT}\n    n flow source=jobs target=web protocol=all wanted=deny"))

    assert state(never, "jobs", "alb") == "open"
    assert state(never, "out", "alb") == "allowed"


def test_what_load_balancers_and_databases_could_begin_opens_nothing() -> None:
    wide = compared(drawn().replace("port=22/22 block=10.3.3.0/24", "port=22/22 block=10.3.0.0/16"))

    assert state(wide, "db", "jobs") == "allowed"
    assert state(wide, "alb", "jobs") == "allowed"
    assert ports(wide, "alb", "jobs") == "8443"
    assert state(wide, "jump", "jobs") == "open"


def test_a_load_balancer_calls_nobody_but_those_whom_it_leads_to_once_that_is_said() -> None:
    wide = drawn().replace("port=22/22 block=10.3.3.0/24", "port=22/22 block=10.3.0.0/16")
    silent = wide.replace("application=web ", "")
    answer = ask(modelled(sketch(wide)), "alb", "web", "tcp", 22)

    assert (answer.verdict, answer.deciding) == ("deny", "alb")
    assert answer.decided.said("en") == "alb: it leads nobody there"
    assert ask(modelled(sketch(wide)), "alb", "web", "tcp", 8443).verdict == "allow"
    assert ask(modelled(sketch(silent)), "alb", "web", "tcp", 22).verdict == "allow"


def test_a_database_belongs_to_its_application_and_whoever_is_in_its_domain() -> None:
    own = compared(drawn())

    assert state(own, "web", "db") == "allowed"
    assert state(own, "jobs", "db") == "open"
    assert state(compared(drawn(owner="jobs")), "jobs", "db") == "allowed"
    assert state(compared(drawn(owner="jobs")), "web", "db") == "open"


def test_flows_may_name_them_and_say_what_is_wanted() -> None:
    flows = f"""{VISIT}
    a flow source=jump target=dmz port=22/22
    b flow source=jobs target=db protocol=tcp
    c flow source=web target=jump port=443/443
"""
    matrix = compared(drawn(flows=flows))

    assert state(matrix, "jump", "web") == "allowed"
    assert state(matrix, "jump", "jobs") == "open"
    assert state(matrix, "jobs", "db") == "allowed"
    assert state(matrix, "web", "jump") == "allowed"


def test_where_a_flow_to_a_bastion_host_stops_is_told() -> None:
    flow = "    f flow source=out target=jump port=443/443"
    (stop,) = stops("f", Paths(sketch(drawn(flows=flow))))

    assert (stop.source, stop.target, stop.stage) == ("out", "jump", "route")


def test_a_bastion_host_lets_in_whom_its_list_names_and_is_unknown_without_one() -> None:
    assert asked("web", "jump", 443).verdict == "allow"
    assert asked("web", "jump", 22).verdict == "deny"
    nobody = asked("web", "jump", 443, visitors=VISITORS.replace("10.3.2.0", "10.3.9.0"))
    assert (nobody.verdict, nobody.deciding) == ("deny", "jump")
    assert nobody.decided.said("en") == "jump: nobody from there may log in"
    assert asked("web", "jump", 443, visitors="").verdict == "unknown"
    assert state(compared(drawn(visitors="")), "web", "jump") == "unknown"


def test_a_row_of_the_list_that_nobody_can_read_leaves_it_open_who_logs_in() -> None:
    answer = asked("web", "jump", 443, visitors=VISITORS.replace("10.3.2.0/24", "10.3.9.0/33"))

    assert answer.verdict == "unknown"
    assert [fact.said("en") for fact in answer.facts] == ["What is meant in jump by: 10.3.9.0/33 may log in"]


def test_every_port_of_tcp_is_meant_where_the_list_names_none() -> None:
    wide = {"visitors": VISITORS.replace(" port=443", "")}

    assert asked("web", "jump", 60022, **wide).verdict == "allow"


def test_a_list_that_names_part_of_a_vswitch_leaves_the_rest_of_it_apart() -> None:
    part = {"visitors": VISITORS.replace("10.3.2.0/24", "10.3.2.0/25")}

    assert asked("web", "jump", 443, **part).verdict == "unknown"


def test_an_allow_list_that_names_part_of_a_vswitch_leaves_the_rest_of_it_apart() -> None:
    lines = drawn().replace("allowed block=10.3.2.0/24", "allowed block=10.3.2.0/25")

    assert ask(modelled(sketch(lines)), "jobs", "db", "tcp", 3306).verdict == "unknown"


def test_what_changes_about_them_is_told() -> None:
    before, after = (
        sketch(drawn()),
        sketch(drawn().replace("port=22/22 block=10.3.3.0/24", "port=22/22 block=10.9.0.0/24")),
    )
    changes = changes_of(before, after)

    assert {(one.source, one.target, one.turn) for one in map(changes.__getitem__, range(len(changes)))} == {
        ("jump", "web", "closed"),
        ("jump", "jobs", "closed"),
    }


def test_a_flow_that_names_a_load_balancer_wants_what_the_internet_reaches() -> None:
    flow = "    f flow source=out target=alb port=443/443"
    rows = exposed(known(sketch(drawn(flows=flow))))

    assert {(one.party, one.wanted) for one in rows if one.direction == "in"} == {
        ("alb", True),
        ("web", False),
    }


def test_a_file_with_such_flows_is_read_as_it_was_written() -> None:
    design = sketch(drawn(flows="    f flow source=jump target=db port=3306/3306"))

    again, reason = design_from(design_bytes(design))

    assert reason is None
    assert again["f"] == design["f"]
    assert again["jump"] == design["jump"]
