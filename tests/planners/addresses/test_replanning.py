"""Re-plans beside the optimum that trying every choice of what stays finds."""

from dataclasses import replace
from itertools import chain, combinations

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from planners.addresses import Plan, Problem, Request, parse_block, plan
from tests.campaign import share
from tests.planners.addresses.cases import blocks, faults, has_plan, problems, rooms_of

STATES = ("deployed", "approved", "draft")


@st.composite
def changed_problems(draw):
    """A planned problem with more requests, other reserved ranges and states, and its blocks as the earlier plan."""
    old = draw(problems())
    first = plan(old)
    assume(isinstance(first, Plan))
    parents = [None, None, *sorted({request.parent for request in old.requests} - {None})]
    more = tuple(
        Request(f"x{i}", draw(st.sampled_from(parents)), draw(st.integers(28, 31)))
        for i in range(draw(st.integers(1, 2)))
    )
    reserved = (*old.reserved, *draw(st.lists(blocks(2), max_size=1)))
    states = {request.id: draw(st.sampled_from(STATES)) for request in old.requests}
    requests = (*old.requests, *more)
    return replace(old, requests=requests, reserved=reserved, previous=first.allocations, states=states)


def movable(problem: Problem) -> list[Request]:
    """The leaves of the earlier plan that could stay by themselves."""
    containers = {request.parent for request in problem.requests}
    leaves = [request for request in problem.requests if request.id not in containers and not request.pinned]
    return [
        leaf
        for leaf in leaves
        if leaf.id in problem.previous and _room(leaf, problem) in rooms_of(leaf, problem)
    ]


def _room(leaf: Request, problem: Problem) -> tuple[int, int]:
    block = problem.previous[leaf.id].enclosing(leaf.growth_bits)
    return block.base, block.end


def staying(problem: Problem, leaves: tuple[Request, ...]) -> Problem:
    """The problem in which these leaves are pinned to their earlier blocks, with their room to grow around them."""
    asked = {request.id: request for request in problem.requests}
    for leaf in leaves:
        block, room = problem.previous[leaf.id], f"{leaf.id} and its room"
        asked[room] = Request(room, leaf.parent, pinned=block.enclosing(leaf.growth_bits), pools=leaf.pools)
        asked[leaf.id] = Request(leaf.id, room, pinned=block)
    return replace(problem, requests=tuple(asked.values()), previous={})


def least_weight(problem: Problem) -> int:
    """The least weight of leaves that have to move, by trying all choices."""
    leaves = movable(problem)
    choices = chain.from_iterable(combinations(leaves, count) for count in range(len(leaves) + 1))
    weigh = {choice: sum(problem.weight(leaf.id) for leaf in choice) for choice in choices}
    for gone in sorted(weigh, key=lambda choice: weigh[choice]):
        if has_plan(staying(problem, tuple(leaf for leaf in leaves if leaf not in gone))):
            return weigh[gone]
    raise AssertionError("no choice leaves a plan")


@settings(max_examples=share(600), deadline=None, suppress_health_check=list(HealthCheck))
@given(changed_problems())
def test_a_re_plan_moves_the_least_weight_that_trying_every_choice_finds(problem):
    answer = plan(problem)
    assume(isinstance(answer, Plan))

    moved = [leaf for leaf in movable(problem) if answer.block(leaf.id) != problem.previous[leaf.id]]

    assert answer.proved
    assert faults(problem, answer) == []
    assert sum(problem.weight(leaf.id) for leaf in moved) == least_weight(problem)


@settings(max_examples=share(600), deadline=None, suppress_health_check=list(HealthCheck))
@given(changed_problems(), st.randoms(use_true_random=False))
def test_the_order_of_requests_does_not_matter_to_a_re_plan(problem, random):
    requests, previous = list(problem.requests), list(problem.previous.items())
    random.shuffle(requests)
    random.shuffle(previous)

    first = plan(problem)
    assume(isinstance(first, Plan))

    assert plan(replace(problem, requests=tuple(requests), previous=dict(previous))) == first


def crowded(states):
    """A /24 of four /26, two of them half full, that has to take another /26."""
    lengths = {"a": 26, "b": 26, "c": 27, "d": 27}
    requests = tuple(Request(id, None, length) for id, length in lengths.items())
    places = {"a": "10.0.0.0/26", "b": "10.0.0.64/26", "c": "10.0.0.128/27", "d": "10.0.0.192/27"}
    previous = {id: parse_block(place) for id, place in places.items()}
    pools = (parse_block("10.0.0.0/24"),)
    return Problem(pools, (*requests, Request("new", None, 26)), previous=previous, states=states)


def test_a_draft_makes_room_before_what_is_deployed():
    answer = plan(crowded({"c": "deployed"}))

    told = [(move.id, str(move.old), str(move.new), move.reason, move.by) for move in answer.moves]

    assert told == [("d", "10.0.0.192/27", "10.0.0.160/27", "made-room", ("new",))]
    assert answer.proved


def test_what_is_deployed_makes_room_where_nothing_else_can():
    answer = plan(crowded({"c": "deployed", "d": "deployed", "a": "approved"}))

    assert [(move.id, move.by) for move in answer.moves] == [("c", ("new",))]
    assert answer.proved


def test_a_choice_among_too_many_blocks_is_not_called_proved():
    """Every /26 of a /20 holds three /28, and one /26 more is wanted."""
    requests = tuple(Request(f"r{i:03}", None, 28) for i in range(192))
    previous = {request.id: _in_each_window(i) for i, request in enumerate(requests)}
    problem = Problem((parse_block("10.0.0.0/20"),), (*requests, Request("new", None, 26)), previous=previous)

    answer = plan(problem)

    assert len(answer.moves) == 3
    assert not answer.proved


def _in_each_window(index):
    window, place = divmod(index, 3)
    return parse_block("10.0.0.0/28")._replace(base=(10 << 24) + window * 64 + place * 16)
