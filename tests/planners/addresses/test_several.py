"""Containers with several blocks beside every way to divide them."""

from dataclasses import replace

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from planners.addresses import Block, NoRoom, Plan, Problem, Request, parse_block, plan
from planners.addresses.demand import bits_for
from tests.campaign import share
from tests.planners.addresses.cases import SPACE, blocks, faults, has_plan, rich_problems
from tests.planners.addresses.divisions import as_single, ways

ANY_CASE = list(HealthCheck)


@st.composite
def floating(draw: st.DrawFn) -> Problem:
    """Up to three containers that may have up to three blocks, in an aligned pool that is hardly large enough."""
    requests = [Request(f"x{i}", None, draw(st.integers(28, 32))) for i in range(draw(st.integers(0, 2)))]
    names = "abc"[: draw(st.integers(1, 3))]
    for name in names:
        least = draw(st.sampled_from([None, None, 29, 30]))
        requests.append(Request(name, max_blocks=draw(st.integers(1, 3)), min_length=least))
        for i in range(draw(st.integers(1, 4 if len(names) < 3 else 3))):
            requests.append(Request(f"{name}{i}", name, draw(st.integers(29, 32))))
    used = sum(1 << 32 - request.prefix_length for request in requests if request.prefix_length)
    return Problem((Block(0, min(SPACE, bits_for(used))),), tuple(requests), reserved_per_leaf=0)


@st.composite
def crowded(draw: st.DrawFn) -> Problem:
    """Containers as above, with reserved ranges and pins that break the free space up."""
    problem = draw(floating())
    reserved = tuple(draw(st.lists(blocks(1), max_size=2)))
    pinned = {id: draw(blocks(1)) for id in draw(st.lists(st.sampled_from(["x0", "a0", "b0"]), max_size=1))}
    requests = tuple(one._replace(pinned=pinned.get(one.id)) for one in problem.requests)
    return replace(problem, pools=(Block(0, SPACE),), requests=requests, reserved=reserved)


def without_share(problem: Problem) -> Problem:
    """The problem whose containers have no growth share: a share of several blocks is not that of each."""
    containers = {request.parent for request in problem.requests}
    requests = tuple(
        request._replace(growth_percent=0) if request.id in containers else request
        for request in problem.requests
    )
    return replace(problem, requests=requests)


def fewest(problem: Problem) -> int | None:
    """The fewest routes more than one each, by trying every way to divide; None where no way has a plan."""
    for more, way in sorted(ways(problem), key=lambda pair: pair[0]):
        if has_plan(way):
            return more
    return None


def more_routes(answer: Plan) -> int:
    return sum(len(blocks) - 1 for blocks in answer.several.values())


@settings(max_examples=share(3000), deadline=None, suppress_health_check=ANY_CASE)
@given(floating())
def test_in_one_pool_the_fewest_routes_are_found_and_proved(problem):
    answer, best = plan(problem), fewest(problem)

    assert isinstance(answer, Plan) == (best is not None)
    if best is not None:
        assert answer.routes_proved
        assert more_routes(answer) == best


@settings(max_examples=share(1500), deadline=None, suppress_health_check=ANY_CASE)
@given(floating())
def test_in_one_pool_no_plan_with_as_few_routes_takes_less_space(problem):
    answer = plan(problem)
    assume(isinstance(answer, Plan) and answer.several)
    same = [way for more, way in ways(problem) if more == more_routes(answer) and has_plan(way)]

    single = [plan(way) for way in same]

    assert _space(problem, answer) == min(_space(way, found) for way, found in zip(same, single, strict=True))


def _space(problem: Problem, answer: Plan) -> int:
    tops = {request.id for request in problem.requests if request.parent is None}
    return sum(block.size for id in tops for block in answer.blocks(id))


@settings(max_examples=share(3000), deadline=None, suppress_health_check=ANY_CASE)
@given(st.one_of(rich_problems().map(without_share), crowded()))
def test_a_divided_plan_keeps_every_rule_and_no_verdict_is_wrong(problem):
    answer = plan(problem)
    if isinstance(answer, NoRoom):
        assert answer.code == "not-proved" or fewest(problem) is None
        return
    granted = {one.id: one.granted for one in answer.soft}
    held = tuple(
        request._replace(growth_bits=request.growth_bits + granted.get(request.id, 0))
        for request in problem.requests
    )

    assert faults(*as_single(replace(problem, requests=held), answer)) == []
    assert all(len(answer.blocks(request.id)) <= request.max_blocks for request in problem.requests)
    if answer.routes_proved and not any(one.pinned and one.max_blocks > 1 for one in problem.requests):
        assert more_routes(answer) == fewest(problem)


@settings(max_examples=share(1500), deadline=None, suppress_health_check=ANY_CASE)
@given(st.one_of(rich_problems(), crowded()), st.randoms(use_true_random=False))
def test_the_order_of_requests_does_not_matter_to_divisions(problem, random):
    requests, first = list(problem.requests), plan(problem)
    random.shuffle(requests)
    assume(isinstance(first, Plan))

    assert plan(replace(problem, requests=tuple(requests))) == first


def again(problem: Problem, first: Plan) -> Problem:
    """The problem with a plan of it as the earlier one."""
    single = {id: block for id, block in first.allocations.items() if id not in first.several}
    return replace(problem, previous=single, several=first.several)


@settings(max_examples=share(1500), deadline=None, suppress_health_check=ANY_CASE)
@given(st.one_of(floating(), crowded()))
def test_planning_a_divided_plan_again_moves_nothing(problem):
    first = plan(problem)
    assume(isinstance(first, Plan) and first.several)

    second = plan(again(problem, first))

    assert second.moves == ()
    assert (second.bases, second.sizes, second.several) == (first.bases, first.sizes, first.several)


@settings(max_examples=share(1500), deadline=None, suppress_health_check=ANY_CASE)
@given(crowded(), st.integers(28, 32))
def test_an_appended_request_moves_nothing_of_a_divided_plan_while_it_fits(problem, length):
    first = plan(problem)
    assume(isinstance(first, Plan) and first.several)
    new = Request("new", None, length)
    taken = [block for id in first.bases for block in first.blocks(id)]
    rooms = [first.block(one.id).enclosing(one.growth_bits) for one in problem.requests if one.growth_bits]
    assume(has_plan(Problem(problem.pools, (new,), (*problem.reserved, *taken, *rooms))))

    larger = again(replace(problem, requests=(*problem.requests, new)), first)

    assert plan(larger).moves == ()


def four(blocks: int = 1) -> tuple[Request, ...]:
    return (Request("vpc", max_blocks=blocks), *(Request(f"s{i}", "vpc", 26) for i in range(4)))


def test_a_container_in_the_way_of_others_gets_a_second_block_and_nothing_moves():
    problem = Problem((parse_block("10.0.0.0/22"),), (*four(2), Request("x", None, 24)))
    first = plan(problem)
    more = replace(problem, requests=(*problem.requests, Request("s9", "vpc", 26)))

    second = plan(again(more, first))
    third = plan(again(replace(more, requests=(*more.requests, Request("s99", "vpc", 26))), second))

    assert second.several_texts() == {"vpc": ["10.0.0.0/24", "10.0.2.0/26"]}
    assert (second.moves, second.routes) == ((), 2)
    assert third.several_texts() == {"vpc": ["10.0.0.0/24", "10.0.2.0/25"]}
    assert [(move.id, move.reason) for move in third.moves] == [("vpc", "grown-in-place")]


def test_eleven_equal_leaves_cost_sixteen_twelve_or_eleven():
    leaves = tuple(Request(f"s{i:02}", "vpc", 24) for i in range(11))
    pools = {1: "10.0.0.0/20", 2: "10.0.0.0/20", 3: "10.0.0.0/20"}
    beside = {1: (), 2: (Request("x", None, 22),), 3: (Request("x", None, 22), Request("y", None, 24))}

    found = {
        blocks: plan(Problem((parse_block(pool),), (Request("vpc", max_blocks=3), *leaves, *beside[blocks])))
        for blocks, pool in pools.items()
    }

    assert [[block.length for block in one.blocks("vpc")] for one in found.values()] == [
        [20], [21, 22], [21, 23, 24],
    ]  # fmt: skip


def test_a_pinned_container_keeps_its_block_and_gets_another_for_what_does_not_fit():
    pin = parse_block("10.0.0.0/24")
    requests = (Request("vpc", pinned=pin, max_blocks=2), *(Request(f"s{i}", "vpc", 26) for i in range(6)))

    answer = plan(Problem((parse_block("10.0.0.0/16"),), requests))

    assert answer.several_texts() == {"vpc": ["10.0.0.0/24", "10.0.1.0/25"]}


def test_a_foreign_pin_between_two_of_ones_own_is_gone_around():
    pins = {"low": "10.0.0.0/24", "high": "10.0.3.0/24"}
    inside = [Request(id, "vpc", pinned=parse_block(pin)) for id, pin in pins.items()]
    foreign = Request("foreign", None, pinned=parse_block("10.0.1.0/24"))
    single = Problem((parse_block("10.0.0.0/16"),), (Request("vpc"), *inside, foreign))

    refused = plan(single)
    repair = next(one for one in refused.repairs if one.kind == "more-blocks")

    assert refused.code == "fixed-overlap"
    assert repair.say == "Allow vpc 2 blocks."
    assert plan(repair.applied(single)).several_texts() == {"vpc": ["10.0.0.0/24", "10.0.3.0/24"]}
