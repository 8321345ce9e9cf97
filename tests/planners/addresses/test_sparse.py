"""Items far apart, so that each can grow where it is."""

from dataclasses import replace

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from planners.addresses import NoRoom, Plan, Problem, Request, parse_block, plan
from planners.addresses.problem import SPARSE, SPREADS
from tests.campaign import share
from tests.planners.addresses.cases import faults, has_plan, problems

ANY_CASE = [HealthCheck.filter_too_much]
POOL = parse_block("10.0.0.0/16")


@st.composite
def spread_problems(draw: st.DrawFn) -> Problem:
    """A small problem in which every container and the pools pack or spread what is inside."""
    problem = draw(problems())
    requests = tuple(request._replace(spread=draw(st.sampled_from(SPREADS))) for request in problem.requests)
    return replace(problem, requests=requests, spread=draw(st.sampled_from(SPREADS)))


def equals(count: int, length: int = 24) -> tuple[Request, ...]:
    return tuple(Request(f"r{i:03}", None, length) for i in range(count))


@settings(max_examples=share(4000), deadline=None, suppress_health_check=ANY_CASE)
@given(spread_problems())
def test_spreading_changes_no_verdict_and_keeps_every_rule(problem):
    answer = plan(problem)

    assert isinstance(answer, Plan) == has_plan(problem)
    assert isinstance(answer, NoRoom) or faults(problem, answer) == []


@settings(max_examples=share(2000), deadline=None, suppress_health_check=ANY_CASE)
@given(spread_problems(), st.randoms(use_true_random=False))
def test_the_order_of_requests_does_not_matter_where_things_are_spread(problem, random):
    requests, first = list(problem.requests), plan(problem)
    assume(isinstance(first, Plan))
    random.shuffle(requests)

    assert plan(replace(problem, requests=tuple(requests))) == first


@settings(max_examples=share(2000), deadline=None, suppress_health_check=ANY_CASE)
@given(spread_problems(), st.integers(28, 32))
def test_an_appended_request_moves_nothing_that_is_spread_while_it_fits(problem, length):
    first = plan(problem)
    assume(isinstance(first, Plan))
    previous, new = first.allocations, Request("new", None, length)
    pinned = [request._replace(pinned=previous[request.id]) for request in problem.requests]
    rooms = tuple(
        first.block(request.id).enclosing(request.growth_bits)
        for request in problem.requests
        if request.growth_bits and not request.pinned
    )
    reserved = (*problem.reserved, *rooms)
    assume(has_plan(replace(problem, requests=(*pinned, new), reserved=reserved)))

    assert plan(replace(problem, requests=(*problem.requests, new), previous=previous)).moves == ()


@settings(max_examples=share(500), deadline=None)
@given(st.integers(1, 256))
def test_number_i_of_equals_lies_at_the_index_that_is_i_read_backwards(count):
    answer = plan(Problem((POOL,), equals(count), spread=SPARSE))

    places = [answer.block(f"r{i:03}").base - POOL.base >> 8 for i in range(count)]

    assert places == [int(f"{i:08b}"[::-1], 2) for i in range(count)]


@settings(max_examples=share(500), deadline=None)
@given(st.integers(1, 256))
def test_each_of_n_equals_can_double_as_often_as_any_placement_can_promise(count):
    answer = plan(Problem((POOL,), equals(count), spread=SPARSE))
    room = 8 - (count - 1).bit_length()

    grown = [block.enclosing(room) for block in answer.allocations.values()]

    assert len(set(grown)) == count


@settings(max_examples=share(300), deadline=None)
@given(st.integers(1, 60), st.integers(1, 60))
def test_one_plan_made_in_two_steps_is_the_plan_made_in_one(before, more):
    first = plan(Problem((POOL,), equals(before), spread=SPARSE))

    second = plan(Problem((POOL,), equals(before + more), previous=first.allocations, spread=SPARSE))

    assert second == plan(Problem((POOL,), equals(before + more), spread=SPARSE))


def test_a_spread_region_grows_where_it_is():
    regions = tuple(Request(f"region-{i}") for i in range(3))
    inside = tuple(Request(f"vpc-{i}", f"region-{i}", 20) for i in range(3))
    problem = Problem((POOL,), (*regions, *inside), spread=SPARSE)
    first = plan(problem)
    more = (Request("vpc-a", "region-0", 20), Request("vpc-b", "region-0", 19))

    again = plan(replace(problem, requests=(*problem.requests, *more), previous=first.allocations))

    assert [(move.id, move.reason, str(move.new)) for move in again.moves] == [
        ("region-0", "grown-in-place", "10.0.0.0/18")
    ]
