"""Firewall policies and ACL lines, read line by line as packets meet them."""

from hypothesis import given, settings

from planners.addresses import parse_block
from planners.domains import App, Flow, Problem, curve, policies
from tests.campaign import share
from tests.planners.domains.cases import ANY_CASE
from tests.planners.domains.test_groups import addressed

PORTS = range(10)
FIREWALLED = [("tcp", port) for port in PORTS] + [("udp", port) for port in PORTS] + [("icmp", 0), ("gre", 0)]


def matches(protocol, ports, asked, port):
    return protocol in (asked, "all") and (ports is None or ports[0] <= port <= ports[1])


def passes(lines, source, target, protocol, port):
    """What the first policy that matches a packet says."""
    for action, sources, targets, name, ports in lines:
        at_both = all(
            not blocks or any(block.holds(at) for block in blocks)
            for blocks, at in ((sources, source), (targets, target))
        )
        if at_both and matches(name, ports, protocol, port):
            return action == "accept"
    raise AssertionError("no policy matches")


def through_acls(lines, homes, source, target, protocol, port):
    """Whether the ACLs of both ends let a packet through: out at its source, in at its target."""
    return any(
        line[:2] == (homes[source.id], "out") and line.block.holds(target.address)
        and matches(line.protocol, line.ports, protocol, port)
        for line in lines
    ) and any(
        line[:2] == (homes[target.id], "in") and line.block.holds(source.address)
        and matches(line.protocol, line.ports, protocol, port)
        for line in lines
    )  # fmt: skip


def pairs_known(problem, homes, unknown):
    """Pairs of apps in two domains, whose blocks are known."""
    dark = {name for rule in unknown for name in rule[:2]}
    return [
        (one, other)
        for one in problem.apps
        for other in problem.apps
        if one.address and other.address and homes[one.id] != homes[other.id]
        and not {homes[one.id], homes[other.id]} & dark
    ]  # fmt: skip


def by_rules(grouping, homes, source, target, protocol, port):
    return any(
        rule[:2] == (homes[source.id], homes[target.id]) and matches(*rule[2:], protocol, port)
        for rule in grouping.rules
    )


@settings(max_examples=share(1500), deadline=None, suppress_health_check=ANY_CASE)
@given(addressed())
def test_the_firewall_says_of_every_packet_between_known_blocks_what_the_rules_say(problem):
    for grouping in curve(problem).points:
        found, homes = policies(problem.apps, grouping), grouping.domain_of()
        shared = [app.address for app in problem.apps if app.address]
        for source, target in pairs_known(problem, homes, found.unknown):
            # of two apps at one address nobody can tell which one sends
            if sum(other.touches(at) for at in (source.address, target.address) for other in shared) > 2:
                continue
            for protocol, port in FIREWALLED:
                said = passes(found.firewall, source.address, target.address, protocol, port)
                assert said == by_rules(grouping, homes, source, target, protocol, port)


@settings(max_examples=share(1500), deadline=None, suppress_health_check=ANY_CASE)
@given(addressed())
def test_acls_let_through_what_the_rules_permit_and_its_answers(problem):
    for grouping in curve(problem).points:
        found, homes = policies(problem.apps, grouping), grouping.domain_of()
        for source, target in pairs_known(problem, homes, found.unknown):
            for protocol, port in FIREWALLED:
                if by_rules(grouping, homes, source, target, protocol, port):
                    answered = 50_000 if protocol in ("tcp", "udp") else 0
                    assert through_acls(found.acls, homes, source, target, protocol, port)
                    assert through_acls(found.acls, homes, target, source, protocol, answered)


def test_below_the_ephemeral_ports_acls_open_no_more_than_the_rules():
    apps = (App("web", address=parse_block("10.0.1.0/28")), App("db", address=parse_block("10.0.2.0/28")))
    problem = Problem(apps, (Flow("web", "db", "tcp", (443, 443)),), worths=(0,))
    [grouping] = curve(problem).points

    found, homes = policies(apps, grouping), grouping.domain_of()

    assert [port for port in range(1100) if through_acls(found.acls, homes, *apps, "tcp", port)] == [443]
    assert not any(through_acls(found.acls, homes, *apps[::-1], "tcp", port) for port in range(1024))


def test_rules_of_domains_without_a_known_block_are_named():
    apps = (App("web", address=parse_block("10.0.1.0/28")), App("db"))
    problem = Problem(apps, (Flow("web", "db", "tcp", (443, 443)),), worths=(0,))
    [grouping] = curve(problem).points

    found = policies(apps, grouping)

    assert found.unknown == grouping.rules
    assert [policy.action for policy in found.firewall] == ["drop"]
    assert found.acls == ()
