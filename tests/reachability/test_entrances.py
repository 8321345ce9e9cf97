"""The internet comes to an application through the listeners of a load balancer."""

from __future__ import annotations

import pytest

from planners.reachability.network import INTERNET
from tests.campaign import share
from tests.reachability.drawn import drawn, verdicts
from workbench.model.sketch import sketch
from workbench.reachability.answer import PathAnswer
from workbench.reachability.asking import BALANCED, ask
from workbench.reachability.known import known
from workbench.reachability.matrices import matrices
from workbench.reachability.modelled import modelled
from workbench.reachability.verdicts import WORDS, Board

ENTRY = """
    out internet
    vpc-d vpc blocks=10.3.0.0/16
      d-1 vswitch block=10.3.1.0/24
      alb load-balancer faces=internet vswitches=d-1
        - listeners port=443 application=web
      sg security-group
        - rules port=443/443 block=10.3.0.0/16
    wall cloud-firewall boundary=internet guards=alb
      - policies direction=in action=accept source=0.0.0.0/0 destination=0.0.0.0/0 protocol=TCP port=443/443
      - policies direction=in action=drop source=0.0.0.0/0 destination=0.0.0.0/0 protocol=ANY port=0/0
    dmz security-domain
      web application vswitches=d-1 groups=sg
"""


def asked(lines: str, target: str = "web", port: int = 443, protocol: str = "tcp") -> PathAnswer:
    """What becomes of a connection from the internet."""
    return ask(modelled(sketch(lines), places=True), "out", target, protocol, port)


def test_the_internet_reaches_an_application_through_a_listener_and_the_path_shows_both_legs() -> None:
    answer = asked(ENTRY)

    assert answer.verdict == "allow"
    assert answer.lit == ("internet", "wall", "alb", "sg", "web")
    assert BALANCED in answer.assumed
    by_element = {hop.element: hop for hop in answer.hops}
    assert by_element["alb"].request is not None
    assert by_element["alb"].request.said.said("en") == "listener 1 takes HTTPS 443"
    assert asked(ENTRY, "dmz").verdict == "allow"


def test_only_the_port_that_is_listened_on_leads_there() -> None:
    assert asked(ENTRY, port=80).verdict == "deny"
    assert asked(ENTRY, protocol="udp").verdict == "deny"
    assert (
        asked(ENTRY.replace("port=443 application", "protocol=quic port=443 application")).verdict == "deny"
    )


def test_the_servers_may_listen_on_another_port_which_is_what_their_groups_are_asked_about() -> None:
    led = ENTRY.replace("application=web\n", "application=web server_port=8080\n")
    opened = led.replace("rules port=443/443", "rules port=8080/8080")

    assert (asked(led).verdict, asked(led).deciding) == ("deny", "sg")
    assert asked(opened).verdict == "allow"
    assert asked(opened, port=8080).verdict == "deny"
    said = next(hop.request for hop in asked(opened).hops if hop.element == "alb")
    assert said is not None
    assert said.said.said("en") == "listener 1 takes HTTPS 443 and leads it to port 8080"


def test_the_boundary_before_the_load_balancer_stops_what_would_come_through_it() -> None:
    answer = asked(ENTRY.replace("443/443\n      - policies", "80/80\n      - policies"))

    assert (answer.verdict, answer.deciding, answer.lit[-1]) == ("deny", "wall", "wall")


def test_a_load_balancer_that_faces_private_networks_lets_nobody_in_from_outside() -> None:
    assert asked(ENTRY.replace("faces=internet", "faces=intranet")).verdict == "deny"


def test_a_load_balancer_lets_in_what_it_listens_for_and_is_unknown_while_nothing_is_said_of_that() -> None:
    silent = ENTRY.replace("        - listeners port=443 application=web\n", "")

    assert asked(ENTRY, "alb").verdict == "allow"
    denied = asked(ENTRY.replace("protocol=ANY port=0/0", "protocol=TCP port=22/22"), "alb", 80)
    assert (denied.verdict, denied.deciding) == ("deny", "alb")
    assert denied.decided.said("en") == "alb: no listener takes this port"
    assert asked(silent, "alb").verdict == "unknown"
    assert asked(silent).verdict == "deny"


def test_who_stands_nowhere_leaves_it_unknown_and_says_so() -> None:
    answer = asked(
        ENTRY.replace("alb load-balancer faces=internet vswitches=d-1", "alb load-balancer faces=internet")
    )

    assert answer.verdict == "unknown"
    assert [fact.said("en") for fact in answer.facts] == ["The design does not say where alb stands"]


def test_the_matrix_says_the_same_and_a_wanted_flow_through_a_listener_is_as_wanted() -> None:
    flow = "    f flow source=out target=web port=443/443\n"
    one = known(sketch(ENTRY + flow))
    compared = matrices(one.found, one.answers).compared
    at = compared.parties.index

    assert compared.state(at("out"), at("web")) == "allowed"
    assert compared.ports(at("out"), at("web")) == "443"
    shut = known(sketch(ENTRY.replace("443/443 block", "22/22 block") + flow))
    assert matrices(shut.found, shut.answers).compared.state(at("out"), at("web")) == "shut"


@pytest.mark.parametrize("seed", range(share(300)))
def test_all_answers_at_once_are_those_of_asking_one_by_one(seed: int) -> None:
    one = known(drawn(seed + 5_000))
    ids = [id for id, party in one.found.parties.items() if not party.is_outside or id == INTERNET]
    ports, found = one.found.compiled.ports, {}
    for rows in Board(one.answers, [one.found.parties[id] for id in ids]).rows():
        for target, codes in zip(rows.targets.tolist(), rows.codes.tolist(), strict=True):
            for source, code in enumerate(codes):
                if code and source != target:
                    found[ids[source], ids[target], rows.port_class] = WORDS[code]
    asked_ = {
        (source, target, ports.of(protocol, port)): verdict
        for (source, target, protocol, port), verdict in verdicts(one)
        if verdict != "deny"
    }

    assert found == asked_
