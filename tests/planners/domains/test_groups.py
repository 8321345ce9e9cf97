"""Security groups permit what the rules permit, entry by entry, and keep the limits or say which they cannot."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planners.addresses import Block, parse_block
from planners.domains import App, Flow, Limits, Problem, curve, security_groups
from tests.campaign import share
from tests.planners.domains.cases import ANY_CASE, problems

LIMITS = Limits(200, 1000, 10, 20)


@st.composite
def addressed(draw: st.DrawFn) -> Problem:
    """A problem whose apps have addresses, most of them; some share one, some lie in another's block."""
    problem = draw(problems())
    places = st.sampled_from([None, *(Block(i, 0) for i in range(8)), Block(0, 1), Block(4, 2)])
    apps = tuple(app._replace(address=draw(places)) for app in problem.apps)
    return replace(problem, apps=apps)


def permitted(groups, problem, grouping):
    """Every opening that the entries permit, for one app after the other; a block lets in who has an address there."""
    homes = grouping.domain_of()
    targets: dict[str, list[str]] = {}
    for id, home in homes.items():
        targets.setdefault(home, []).append(id)
    owner = {group.name: group.domain for group in groups.groups}
    found = set()
    for group in groups.groups:
        for entry in group.entries:
            for source in problem.apps:
                by_group = owner.get(entry.group) == homes[source.id]
                by_block = entry.block is not None and source.address is not None
                if by_group or (by_block and entry.block.touches(source.address)):
                    found |= {
                        (source.id, target, entry.protocol, entry.ports)
                        for target in targets[group.domain]
                        if target != source.id
                    }
    return found


def asked(problem, grouping):
    """Every opening that the rules permit, in the same form."""
    members = {domain.name: domain.members for domain in grouping.domains}
    return {
        (source, target, rule.protocol, rule.ports)
        for rule in grouping.rules
        for source in members[rule.source]
        for target in members[rule.target]
        if source != target
    }


@settings(max_examples=share(3000), deadline=None, suppress_health_check=ANY_CASE)
@given(addressed(), st.integers(1, 4), st.integers(1, 3), st.integers(1, 6))
def test_the_entries_permit_exactly_what_the_rules_do_within_every_limit_of_a_group(
    problem, rules, references, total
):
    limits = Limits(rules, total, 2, references)
    for grouping in curve(problem).points:
        groups = security_groups(problem.apps, grouping, limits)

        assert permitted(groups, problem, grouping) == asked(problem, grouping)
        assert len({group.name for group in groups.groups}) == len(groups.groups)
        assert {group.domain for group in groups.groups} == {domain.name for domain in grouping.domains}
        for group in groups.groups:
            assert len(group.entries) <= rules
            assert sum(bool(entry.group) for entry in group.entries) <= references
        for load in groups.loads:
            own = [group for group in groups.groups if group.domain == load.domain]
            entries = sum(len(group.entries) for group in own)
            assert (load.groups, load.entries) == (len(own), entries)
            broken = {breach.limit: breach.need for breach in load.breaches}
            assert ("groups_per_interface" in broken) == (len(own) > 2)
            assert ("rules_per_interface" in broken) == (entries > total)


def callers(count, address=None):
    """As many apps of different environments as asked, all of which call one."""
    apps = [App(f"c{i:03}", (("environment", str(i)),), address=address and address(i)) for i in range(count)]
    flows = [Flow(app.id, "hub", "tcp", (443, 443)) for app in apps]
    return Problem((*apps, App("hub")), tuple(flows), worths=(1,), lone=0)


def hub_load(problem, limits=LIMITS):
    [grouping] = curve(problem).points
    groups = security_groups(problem.apps, grouping, limits)
    assert permitted(groups, problem, grouping) == asked(problem, grouping)
    return next(load for load in groups.loads if load.domain == "hub")


def test_few_references_stay_in_one_group():
    assert hub_load(callers(20)) == ("hub", 20, 1, 20, (), ())


def test_more_references_than_a_group_takes_become_blocks_where_addresses_are_known():
    load = hub_load(callers(35, lambda i: parse_block(f"10.0.{i}.0/28")))

    assert (load.groups, load.entries, len(load.by_block), load.breaches) == (1, 35, 15, ())


def test_without_addresses_they_go_over_several_groups():
    load = hub_load(callers(35))

    assert (load.groups, load.entries, load.by_block, load.breaches) == (2, 35, (), ())


def test_what_no_number_of_groups_takes_is_told_with_the_blocks_that_would_help():
    load = hub_load(callers(205))

    [breach] = load.breaches
    assert (breach.limit, breach.need, breach.have) == ("groups_per_interface", 11, 10)
    assert len(breach.unknown) == 205


@pytest.mark.parametrize("count", [200, 201, 1000, 1001])
def test_many_blocks_fill_groups_and_break_a_limit_only_beyond_the_interface(count):
    load = hub_load(callers(count, lambda i: parse_block(f"10.{i // 200}.{i % 200}.0/28")))

    assert load.groups == -(-count // 200)
    assert [breach.limit for breach in load.breaches] == ["rules_per_interface"] * (count > 1000)


def test_an_address_that_another_domain_has_too_is_no_block_of_either():
    problem = callers(22, lambda i: parse_block(f"10.0.{max(i, 1)}.0/28"))

    load = hub_load(problem, Limits(200, 1000, 10, 1))

    assert {"c000", "c001"}.isdisjoint(load.by_block)
    assert (load.groups, len(load.by_block)) == (2, 20)
