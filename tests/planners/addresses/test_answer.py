"""The planner against exhaustive search, and its promises on random problems."""

from dataclasses import replace

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from planners.addresses import NoRoom, Plan, Problem, Request, parse_block, plan
from planners.addresses.family import Family
from tests.campaign import share
from tests.planners.addresses.cases import faults, has_plan, problems

# Some promises are about problems with a plan, others about those without.
ANY_CASE = [HealthCheck.filter_too_much]


@settings(max_examples=share(4000), deadline=None, suppress_health_check=ANY_CASE)
@given(problems())
def test_the_verdict_equals_exhaustive_search_over_all_sizes_and_places(problem):
    answer = plan(problem)

    assert isinstance(answer, Plan) == has_plan(problem)


@settings(max_examples=share(4000), deadline=None, suppress_health_check=ANY_CASE)
@given(problems())
def test_a_plan_keeps_every_rule(problem):
    answer = plan(problem)

    assert isinstance(answer, NoRoom) or faults(problem, answer) == []


@settings(max_examples=share(2000), deadline=None, suppress_health_check=ANY_CASE)
@given(problems(), st.randoms(use_true_random=False))
def test_the_order_of_everything_given_does_not_matter(problem, random):
    requests, pools, reserved = list(problem.requests), list(problem.pools), list(problem.reserved)
    for items in (requests, pools, reserved):
        random.shuffle(items)
    shuffled = replace(problem, requests=tuple(requests), pools=tuple(pools), reserved=tuple(reserved))

    first, second = plan(problem), plan(shuffled)

    if isinstance(first, Plan):
        assert first == second
        assert first.texts() == second.texts()
    else:
        assert replace(first, repairs=()) == replace(second, repairs=())
        assert [(r.kind, r.about) for r in first.repairs] == [(r.kind, r.about) for r in second.repairs]


@settings(max_examples=share(2000), deadline=None, suppress_health_check=ANY_CASE)
@given(problems())
def test_a_conflict_has_no_plan_and_leaving_out_any_one_member_gives_one(problem):
    answer = plan(problem)
    assume(isinstance(answer, NoRoom))

    family = Family.of(problem)

    assert not has_plan(family.part(answer.conflict))
    for member in answer.conflict:
        rest = [other for other in answer.conflict if other != member]
        assert has_plan(family.part(rest))
    for member in answer.conflict:
        assert not set(family.inside(member)[1:]) & set(answer.conflict)


@settings(max_examples=share(2000), deadline=None, suppress_health_check=ANY_CASE)
@given(problems())
def test_a_no_names_the_pool_and_what_is_missing_and_its_repairs_repair(problem):
    answer = plan(problem)
    assume(isinstance(answer, NoRoom))

    assert answer.missing > 0
    assert answer.pools
    assert set(answer.pools) <= set(problem.pools)
    for repair in answer.repairs:
        assert isinstance(plan(repair.applied(problem)), Plan), repair.say


@settings(max_examples=share(2000), deadline=None, suppress_health_check=ANY_CASE)
@given(problems())
def test_planning_again_moves_nothing(problem):
    first = plan(problem)
    assume(isinstance(first, Plan))

    again = plan(replace(problem, previous=first.allocations))

    assert again.bases == first.bases
    assert again.moves == ()


def taken_beside(problem, plan):
    """The reserved ranges, and the room to grow that the leaves of a plan hold around their blocks."""
    rooms = [
        plan.block(request.id).enclosing(request.growth_bits)
        for request in problem.requests
        if request.growth_bits and request.pinned is None
    ]
    return (*problem.reserved, *rooms)


@settings(max_examples=share(2000), deadline=None, suppress_health_check=ANY_CASE)
@given(problems(), st.integers(28, 32))
def test_an_appended_request_moves_nothing_while_it_fits_beside_what_is_there(problem, length):
    first = plan(problem)
    assume(isinstance(first, Plan))
    previous = first.allocations
    new = Request("new", None, length)
    larger = replace(problem, requests=(*problem.requests, new), previous=previous)

    answer = plan(larger)

    pinned = [request._replace(pinned=previous[request.id]) for request in problem.requests]
    if has_plan(replace(problem, requests=(*pinned, new), reserved=taken_beside(problem, first))):
        assert answer.moves == ()
    assert isinstance(answer, Plan) == has_plan(replace(larger, previous={}))


@settings(max_examples=share(2000), deadline=None, suppress_health_check=ANY_CASE)
@given(problems(), problems())
def test_a_re_plan_after_any_change_keeps_every_rule_and_the_exact_verdict(old, new):
    first = plan(old)
    assume(isinstance(first, Plan))
    changed = replace(new, previous=first.allocations)

    answer = plan(changed)

    assert isinstance(answer, Plan) == has_plan(new)
    assert isinstance(answer, NoRoom) or faults(changed, answer) == []


def test_two_free_halves_that_are_not_neighbours_do_not_take_a_whole():
    pool = parse_block("10.0.0.0/24")
    problem = Problem(
        (pool,),
        (Request("a", None, 25), Request("b", None, 26), Request("c", None, 26)),
        (parse_block("10.0.0.64/28"),),
    )

    answer = plan(problem)

    assert (answer.code, answer.conflict) == ("capacity", ("a", "b", "c"))
    assert (answer.need, answer.have, answer.missing) == (256, 192, 64)
    assert answer.ranges == (pool, parse_block("10.0.0.64/28"))


def test_a_container_at_its_old_place_grows_there_when_its_neighbour_is_free():
    requests = (Request("vpc"), Request("a", "vpc", 24))
    problem = Problem((parse_block("10.0.0.0/16"),), requests)
    first = plan(problem)

    grown = plan(replace(problem, requests=(*requests, Request("b", "vpc", 24)), previous=first.allocations))

    assert [(move.id, str(move.old), str(move.new), move.reason) for move in grown.moves] == [
        ("vpc", "10.0.0.0/24", "10.0.0.0/23", "grown-in-place")
    ]


def test_pins_further_apart_than_their_container_may_be_large_are_named():
    pins = {"low": "10.0.0.0/26", "high": "10.0.9.0/26"}
    inside = (Request(id, "vpc", pinned=parse_block(pin)) for id, pin in pins.items())
    problem = Problem((parse_block("10.0.0.0/8"),), (Request("vpc", min_length=24), *inside))

    answer = plan(problem)

    assert (answer.code, answer.conflict) == ("pin-outside-parent", ("high", "low"))
    assert [repair.kind for repair in answer.repairs if repair.about == "vpc"] == [
        "lift-limit",
        "more-blocks",
    ]


def test_room_for_more_doublings_than_an_address_has_bits_is_refused():
    pool = (parse_block("10.0.0.0/8"),)
    for growth_bits in (33, 141, 10**6):
        for limit in (None, 29):
            requests = (Request("wide", hosts=5, growth_bits=growth_bits, max_length=limit),)
            answer = plan(Problem(pool, requests))
            assert isinstance(answer, NoRoom)
            assert answer.code == "size-limit"
