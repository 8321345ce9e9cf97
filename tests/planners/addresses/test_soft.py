"""Soft growth beside trying every number of doublings for every leaf."""

from dataclasses import replace
from itertools import product

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from planners.addresses import Plan, Problem, Request, Soft, parse_block, plan
from tests.campaign import share
from tests.planners.addresses.cases import faults, has_plan, problems

ANY_CASE = list(HealthCheck)


@st.composite
def wishes(draw: st.DrawFn, most: int = 4) -> Problem:
    """A small problem with a plan in which up to four leaves would like to grow."""
    problem = draw(problems())
    assume(has_plan(problem))
    containers = {request.parent for request in problem.requests}
    leaves = [request.id for request in problem.requests if request.id not in containers]
    chosen = set(draw(st.lists(st.sampled_from(leaves), min_size=1, max_size=most)))
    requests = [
        request._replace(soft_bits=draw(st.integers(1, 2))) if request.id in chosen else request
        for request in problem.requests
    ]
    return replace(problem, requests=tuple(requests))


def holding(problem: Problem, doublings: dict[str, int]) -> Problem:
    """The problem in which the doublings are no wish any more but room that must be held."""
    requests = tuple(
        request._replace(growth_bits=request.growth_bits + doublings.get(request.id, 0), soft_bits=0)
        for request in problem.requests
    )
    return replace(problem, requests=requests)


def most_doublings(problem: Problem, answer: Plan) -> int:
    """The most doublings that leave a plan, by trying all."""
    growing = [request for request in problem.requests if request.soft_bits and not request.pinned]
    ranges = [range(_most_of(request, answer) + 1) for request in growing]
    tried = sorted(product(*ranges), key=sum, reverse=True)
    ids = [request.id for request in growing]
    return next(sum(some) for some in tried if has_plan(holding(problem, dict(zip(ids, some, strict=True)))))


def _most_of(request: Request, answer: Plan) -> int:
    most = 32 - (request.min_length or 0) - answer.sizes[request.id] - request.growth_bits
    return max(0, min(request.soft_bits, most))


@settings(max_examples=share(3000), deadline=None, suppress_health_check=ANY_CASE)
@given(wishes())
def test_no_choice_grants_more_doublings_where_that_is_called_proved(problem):
    answer = plan(problem)
    granted, most = sum(one.granted for one in answer.soft), most_doublings(problem, answer)

    assert granted <= most
    assert granted == most or not answer.soft_proved


@settings(max_examples=share(3000), deadline=None, suppress_health_check=ANY_CASE)
@given(wishes())
def test_in_pools_without_containers_the_most_is_always_granted(problem):
    flat = tuple(
        request._replace(parent=None, pools=None)
        for request in problem.requests
        if request.prefix_length or request.hosts or request.pinned
    )
    answer = plan(replace(problem, requests=flat))
    assume(isinstance(answer, Plan))

    assert answer.soft_proved
    assert sum(one.granted for one in answer.soft) == most_doublings(replace(problem, requests=flat), answer)


@settings(max_examples=share(3000), deadline=None, suppress_health_check=ANY_CASE)
@given(wishes())
def test_what_is_granted_is_room_that_nothing_else_touches_and_every_wish_is_answered(problem):
    answer = plan(problem)

    assert faults(holding(problem, {one.id: one.granted for one in answer.soft}), answer) == []
    assert {one.id: one.wanted for one in answer.soft} == {
        request.id: request.soft_bits for request in problem.requests if request.soft_bits
    }
    assert all((one.why == "") == (one.granted == one.wanted) for one in answer.soft)


@settings(max_examples=share(2000), deadline=None, suppress_health_check=ANY_CASE)
@given(wishes(), st.randoms(use_true_random=False))
def test_the_order_of_requests_does_not_matter_to_soft_growth(problem, random):
    requests = list(problem.requests)
    random.shuffle(requests)

    assert plan(problem) == plan(replace(problem, requests=tuple(requests)))


@settings(max_examples=share(2000), deadline=None, suppress_health_check=ANY_CASE)
@given(wishes(), st.integers(28, 32))
def test_soft_growth_moves_nothing_of_an_earlier_plan(problem, length):
    first = plan(problem)
    larger = replace(
        problem,
        requests=(*problem.requests, Request("new", None, length, soft_bits=1)),
        previous=first.allocations,
    )
    answer, hard = plan(larger), plan(holding(larger, {}))
    assume(isinstance(hard, Plan))

    assert [move.id for move in answer.moves] == [move.id for move in hard.moves]


@settings(max_examples=share(2000), deadline=None, suppress_health_check=ANY_CASE)
@given(wishes())
def test_planning_again_moves_nothing_and_grants_what_was_granted(problem):
    first = plan(problem)

    again = plan(replace(problem, previous=first.allocations))

    assert again.moves == ()
    assert {one.id: one.granted for one in again.soft} == {one.id: one.granted for one in first.soft}


def test_every_kind_of_no_is_said():
    problem = Problem(
        (parse_block("10.0.0.0/24"),),
        (
            Request("fixed", None, pinned=parse_block("10.0.0.0/26"), soft_bits=1),
            Request("limited", None, 26, min_length=26, soft_bits=1),
            Request("vpc", None, 27),
            Request("inner", "vpc", 27, soft_bits=1),
            Request("small", None, 28, soft_bits=3),
        ),
    )

    assert plan(problem).soft == (
        Soft("fixed", 1, 0, "pinned"),
        Soft("inner", 1, 0, "capacity", "vpc"),
        Soft("limited", 1, 0, "size-limit"),
        Soft("small", 3, 2, "capacity"),
    )


def test_a_leaf_at_its_place_grows_as_far_as_its_neighbour():
    requests = (Request("a", None, 26, soft_bits=2), Request("b", None, 26))
    places = {"a": parse_block("10.0.0.0/26"), "b": parse_block("10.0.0.128/26")}
    problem = Problem((parse_block("10.0.0.0/23"),), requests, previous=places)

    answer = plan(problem)

    assert answer.soft == (Soft("a", 2, 1, "neighbour", None, ("b",)),)
    assert answer.allocations == places
