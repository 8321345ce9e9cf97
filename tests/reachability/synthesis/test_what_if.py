"""What opens and closes where an application is moved, beside a reading that counts pair by pair."""

from __future__ import annotations

import time

from workbench.model.design import Design
from workbench.model.elements.application import Application
from workbench.model.elements.flow import Flow
from workbench.model.sketch import sketch
from workbench.reachability.synthesis.ranges import said
from workbench.reachability.synthesis.what_if import DomainRules, Passing, what_if

DESIGN = sketch("""
office data-centre
shop security-domain
  web application
  cart application
bank security-domain
  pay application
test security-domain
  trial application
alone application
f1 flow source=web target=pay port=443/443
f2 flow source=office target=shop port=80/80
f3 flow source=bank target=office port=22/22
f4 flow source=test target=bank protocol=all wanted=deny
f5 flow source=shop target=bank port=443/443
f6 flow source=alone target=cart port=8080/8080
""")


def lines(passing: tuple[Passing, ...]) -> set[str]:
    """What is told, a line each."""
    return {
        f"{one.source} > {one.target} {' '.join(said(*span) for span in one.spans)}{'!' if one.is_refused else ''}"
        for one in passing
    }


def test_an_application_takes_over_what_its_new_domain_may_and_leaves_what_its_old_one_may() -> None:
    found = what_if(DESIGN, "cart", "bank")

    assert "cart > office 22" in lines(found.opens)
    assert {"cart > bank all", "bank > cart all"} <= lines(found.opens)
    assert "office > cart 80" in lines(found.closes)
    assert "cart > shop all" in lines(found.closes)


def test_it_brings_its_own_flows_to_all_members_of_its_new_domain() -> None:
    found = what_if(DESIGN, "web", "test")

    assert "test > bank 443!" in lines(found.opens)
    assert "web > bank 443" not in lines(found.opens)


def test_what_only_the_application_opened_closes_for_those_it_leaves() -> None:
    assert "alone > shop 8080" in lines(what_if(DESIGN, "cart", "bank").closes)
    assert "alone > bank 8080" in lines(what_if(DESIGN, "cart", "bank").opens)
    assert "shop > bank 443" not in lines(what_if(DESIGN, "web", "test").closes)


def test_what_a_flow_refuses_is_marked() -> None:
    assert {one for one in lines(what_if(DESIGN, "pay", "test").opens) if "!" in one} == {"test > pay all!"}


def test_within_its_own_domain_nothing_changes() -> None:
    found = what_if(DESIGN, "web", "shop")

    assert (found.opens, found.closes) == ((), ())


def test_out_of_all_domains_it_keeps_its_own_flows_only() -> None:
    found = what_if(DESIGN, "web", None)

    assert "office > web 80" in lines(found.closes)
    assert not {one for one in lines(found.closes) if one.startswith("web > bank")}
    assert found.opens == ()


def permitted(design: Design) -> set[tuple[str, str, int]]:
    """Every pair and port that domains permit, counted one by one."""
    home = {one.id: one.parent or one.id for one in design.of_kind(Application)}
    ends = [*home, "office"]
    found = set()
    for source in ends:
        for target in ends:
            sides = home.get(source, source), home.get(target, target)
            for port in (22, 80, 443, 8080, 9):
                opened = any(
                    flow.wanted == "allow"
                    and flow.port == f"{port}/{port}"
                    and (home.get(flow.source or "", flow.source), home.get(flow.target or "", flow.target))
                    == sides
                    for flow in design.of_kind(Flow)
                )
                if source != target and (opened or (sides[0] == sides[1] and source in home)):
                    found.add((source, target, port))
    return found


def expanded(design: Design, passing: tuple[Passing, ...]) -> set[tuple[str, str, int]]:
    """What is told, for every member of the domains."""

    def inside(side: str) -> list[str]:
        members = [one.id for one in design.of_kind(Application) if one.parent == side]
        return members or [side]

    found = set()
    for one in passing:
        for source in inside(one.source):
            for target in inside(one.target):
                for protocol, ports in one.spans:
                    wanted = (22, 80, 443, 8080, 9) if protocol == "all" or ports is None else (ports[0],)
                    found |= {(source, target, port) for port in wanted if source != target}
    return found


def test_what_is_told_is_the_difference_of_all_pairs_counted_one_by_one() -> None:
    for application in ("web", "cart", "pay", "trial", "alone"):
        for domain in ("shop", "bank", "test"):
            if DESIGN[application].parent == domain:
                continue
            after = DESIGN.replacing(application, parent=domain)
            before, then = permitted(DESIGN), permitted(after)
            found = what_if(DESIGN, application, domain)

            assert then - before <= expanded(after, found.opens), (application, domain)
            assert before - then <= expanded(DESIGN, found.closes), (application, domain)
            own = [one for one in found.opens if application in (one.source, one.target)]
            certain = tuple(one for one in own if ("all", None) not in one.spans)
            assert not expanded(after, certain) & (before & then) & about(application), (application, domain)


def about(application: str) -> set[tuple[str, str, int]]:
    """Every pair with an application at one end."""
    others = [*(one.id for one in DESIGN.of_kind(Application)), "office"]
    ports = (22, 80, 443, 8080, 9)
    pairs = [(application, other) for other in others] + [(other, application) for other in others]
    return {(*pair, port) for pair in pairs for port in ports}


def test_of_forty_thousand_flows_one_answer_looks_at_those_of_the_two_domains_only() -> None:
    names = "\n".join(f"d{n} security-domain\n  a{n} application\n  b{n} application" for n in range(400))
    flows = (
        Flow(
            id=f"f{n}", source=f"a{n % 400}", target=f"b{(n * 7) % 400}", port=f"{n % 100 + 1}/{n % 100 + 1}"
        )
        for n in range(40_000)
    )
    domains = DomainRules(sketch(names).adding(*flows))
    begun = time.process_time()
    for n in range(20):
        domains.what_if("a0", f"d{n + 1}")

    assert (time.process_time() - begun) / 20 < 0.05
