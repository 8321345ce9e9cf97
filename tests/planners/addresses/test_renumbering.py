"""New plans around a range that is taken elsewhere: their rules, their order and their moves."""

from dataclasses import replace

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from planners.addresses import NoRoom, Plan, Problem, Request, parse_block, plan, renumberings
from tests.campaign import share
from tests.planners.addresses.cases import blocks, faults, has_plan, problems


@st.composite
def planned(draw):
    """A problem with its plan in force and a state for every request."""
    problem = draw(problems())
    first = plan(problem)
    assume(isinstance(first, Plan))
    states = {
        request.id: draw(st.sampled_from(["deployed", "approved", "draft"])) for request in problem.requests
    }
    return replace(problem, previous=first.allocations, states=states)


def without(problem: Problem, taken) -> Problem:
    """The problem that must not touch the taken range."""
    return replace(problem, reserved=(*problem.reserved, taken))


def with_holes(problem: Problem, ids) -> Problem:
    """The problem that keeps these containers where they are, whatever lies inside."""
    requests = (
        one._replace(pinned=problem.previous[one.id]) if one.id in ids else one for one in problem.requests
    )
    return replace(problem, requests=tuple(requests))


@settings(max_examples=share(600), deadline=None, suppress_health_check=list(HealthCheck))
@given(planned(), blocks())
def test_every_new_plan_keeps_the_rules_and_tells_all_its_moves(problem, taken):
    found = renumberings(problem, [taken])
    assume(not isinstance(found, NoRoom))

    for one in found:
        assert faults(with_holes(without(problem, taken), one.holes), one.plan) == []
        changed = {id: block for id, block in one.plan.allocations.items() if block != problem.previous[id]}
        assert {move.id: move.new for move in one.plan.moves} == changed
        touching = {id for id, block in one.plan.allocations.items() if block.touches(taken)}
        assert touching == {*one.holes, *one.clashing}
        pinned = {request.id for request in problem.requests if request.pinned}
        assert set(one.clashing) <= pinned
        assert all(problem.previous[id] == one.plan.block(id) for id in one.holes)


@settings(max_examples=share(600), deadline=None, suppress_health_check=list(HealthCheck))
@given(planned(), blocks())
def test_there_are_up_to_three_different_plans_the_lightest_first(problem, taken):
    found = renumberings(problem, [taken])
    cleared = plan(without(problem, taken))
    assume(not isinstance(found, NoRoom))

    containers = {request.parent for request in problem.requests}
    weights = [
        sum(problem.weight(move.id) for move in one.plan.moves if move.id not in containers) for one in found
    ]
    assert [one.weight for one in found] == weights == sorted(weights)
    assert 1 <= len(found) <= 3
    assert len({tuple(sorted(one.plan.texts().items())) for one in found}) == len(found)
    if isinstance(cleared, Plan):
        assert weights[0] <= sum(
            problem.weight(move.id) for move in cleared.moves if move.id not in containers
        )


@settings(max_examples=share(600), deadline=None, suppress_health_check=list(HealthCheck))
@given(planned(), blocks())
def test_a_no_means_that_not_even_planning_anew_helps(problem, taken):
    if isinstance(renumberings(problem, [taken]), NoRoom):
        assert not has_plan(replace(without(problem, taken), previous={}))


@settings(max_examples=share(300), deadline=None, suppress_health_check=list(HealthCheck))
@given(planned(), blocks())
def test_what_touches_nothing_moves_nothing(problem, taken):
    rooms = [problem.previous[one.id].enclosing(one.growth_bits) for one in problem.requests]
    assume(not any(room.touches(taken) for room in rooms))

    first = renumberings(problem, [taken])[0]

    assert (first.plan.moves, first.weight) == ((), 0)


def test_a_vpc_around_a_partners_range_is_renumbered_in_three_ways():
    inside = {"a app": "a", "a data": "a", "a web": "a", "b app": "b", "b web": "b"}
    requests = (Request("a"), Request("b"), *(Request(id, vpc, 24) for id, vpc in inside.items()))
    problem = Problem((parse_block("10.0.0.0/20"),), requests)
    problem = replace(problem, previous=plan(problem).allocations)

    around, clear, anew = renumberings(problem, [parse_block("10.0.1.0/24")])

    assert told(around) == [("a data", "10.0.1.0/24", "10.0.3.0/24", "reserved", ())]
    assert (around.way, around.weight, around.holes) == ("around", 1, ("a",))
    assert told(clear) == [
        ("a", "10.0.0.0/22", "10.0.8.0/22", "reserved", ()),
        ("a app", "10.0.0.0/24", "10.0.8.0/24", "container-moved", ()),
        ("a data", "10.0.1.0/24", "10.0.9.0/24", "reserved", ()),
        ("a web", "10.0.2.0/24", "10.0.10.0/24", "container-moved", ()),
    ]
    assert (clear.way, clear.weight, clear.holes, clear.plan.proved) == ("clear", 3, (), True)
    assert (anew.way, anew.weight, anew.plan.proved) == ("anew", 5, False)


def test_a_pin_inside_the_taken_range_stays_and_is_named():
    pin = parse_block("10.0.1.0/24")
    problem = Problem((parse_block("10.0.0.0/20"),), (Request("old", pinned=pin),), previous={"old": pin})

    (only,) = renumberings(problem, [pin])

    assert (only.plan.moves, only.clashing) == ((), ("old",))


def told(one):
    """The moves of a plan in words."""
    return [(move.id, str(move.old), str(move.new), move.reason, move.by) for move in one.plan.moves]
