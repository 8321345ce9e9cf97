"""The plain file of address requests: what it means, and how it says what is wrong with it."""

import json
from typing import Any

import pytest
from hypothesis import assume, given, settings

from planners.addresses import BadProblem, NoRoom, Plan, plan
from planners.addresses.answers_file import answer_data, answered
from planners.addresses.requests_file import read_problem, read_text
from tests.campaign import share
from tests.planners.addresses.cases import rich_problems

GOOD = {"pools": ["10.0.0.0/16"], "requests": [{"id": "a", "prefixlen": 24}]}


def patched(data: dict[str, Any], change: dict[str, Any]) -> dict[str, Any]:
    """A request file's object with a repair's patch applied."""
    requests = change.get("requests", {})
    return {
        **data,
        **{key: value for key, value in change.items() if key != "requests"},
        "requests": [item | requests.get(item["id"], {}) for item in data["requests"]],
    }


def silent(message):
    raise AssertionError(message)


def as_file(problem):
    """The file that asks a problem."""
    return {
        "pools": [str(pool) for pool in problem.pools],
        "reserved": [str(block) for block in problem.reserved],
        "requests": [
            {
                "id": request.id,
                "parent": request.parent,
                **({} if request.prefix_length is None else {"prefixlen": request.prefix_length}),
                **({} if request.hosts is None else {"hosts": request.hosts}),
                "growth_pct": request.growth_percent,
                "growth_bits": request.growth_bits,
                **({} if request.min_length is None else {"min_len": request.min_length}),
                **({} if request.max_length is None else {"max_len": request.max_length}),
                "pinned": None if request.pinned is None else str(request.pinned),
                "pool": None if request.pools is None else [str(pool) for pool in request.pools],
                "soft_bits": request.soft_bits,
                "spread": request.spread,
                "max_blocks": request.max_blocks,
            }
            for request in problem.requests
        ],
        "options": {"reserved_per_leaf": problem.reserved_per_leaf, "spread": problem.spread},
    }


@settings(max_examples=share(1000), deadline=None)
@given(rich_problems())
def test_a_problem_written_as_a_file_reads_back_equal(problem):
    assert read_problem(json.loads(json.dumps(as_file(problem))), lambda _: None) == problem


@settings(max_examples=share(1000), deadline=None)
@given(rich_problems())
def test_every_repairs_patch_applied_to_the_file_makes_the_plan_feasible(problem):
    answer = plan(problem)
    assume(isinstance(answer, NoRoom))
    data = as_file(problem)

    for repair in json.loads(json.dumps(answer_data(problem, answer)))["repairs"]:
        mended = read_problem(patched(data, repair["patch"]), lambda _: None)
        assert isinstance(plan(mended), Plan), repair


def test_an_answer_names_blocks_and_moves_as_text():
    data = GOOD | {"previous": {"a": "10.9.0.0/24"}}
    problem = read_problem(data, silent)

    answer = answer_data(problem, plan(problem))

    assert answer == {
        "status": "ok",
        "allocations": {"a": "10.0.0.0/24"},
        "moves": [
            {"id": "a", "from": "10.9.0.0/24", "to": "10.0.0.0/24", "reason": "outside-pool", "by": []}
        ],
        "minimal": "proved",
    }


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([], "$: [] is not an object"),
        ({"requests": []}, "pools: is missing"),
        (GOOD | {"family": 5}, "family: 5 is neither 4 nor 6"),
        (
            GOOD | {"pools": ["10.0.1.5/24"]},
            "pools[0]: 10.0.1.5/24 is not a block; did you mean 10.0.1.0/24?",
        ),
        (GOOD | {"pools": ["fd00::/8"]}, "pools[0]: fd00::/8 is an IPv6 block; this plan is about IPv4"),
        (
            GOOD | {"pools": ["10.0.0.0/8", "10.1.0.0/16"]},
            "pools[1]: 10.1.0.0/16 overlaps the pool 10.0.0.0/8; give disjoint pools",
        ),
        (GOOD | {"reserved": "10.0.0.0/24"}, 'reserved: "10.0.0.0/24" is not a list'),
        (GOOD | {"requests": [{"prefixlen": 24}]}, "requests[0].id: is missing"),
        (
            GOOD | {"requests": [{"id": "a"}]},
            "requests.a: has no size: give prefixlen, hosts, a pin or children",
        ),
        (
            GOOD | {"requests": [{"id": "a", "prefixlen": True}]},
            "requests[0].prefixlen: true is not a whole number from 0",
        ),
        (GOOD | {"requests": [{"id": "a", "prefixlen": 33}]}, "requests[0].prefixlen: 33 is larger than 32"),
        (
            GOOD | {"requests": [{"id": "a", "prefixlen": 24}, {"id": "a", "hosts": 3}]},
            "requests[1].id: 'a' is used twice; ids are unique",
        ),
        (
            GOOD | {"requests": [{"id": "a", "parent": "b", "prefixlen": 24}]},
            "requests.a.parent: there is no request 'b'",
        ),
        (
            GOOD | {"requests": [{"id": "b", "parent": "a"}, {"id": "a", "parent": "b"}]},
            "requests.a.parent: a cycle: a inside b inside a",
        ),
        (
            GOOD | {"requests": [{"id": "a", "prefixlen": 24, "pool": ["10.1.0.0/16"]}]},
            "requests.a.pool: names no pool or one not listed: 10.1.0.0/16",
        ),
        (GOOD | {"previous": {"a": 7}}, "previous.a: 7 is not a block; write it like 10.0.0.0/16"),
        (
            GOOD | {"states": {"a": "built"}},
            'states.a: "built" is none of deployed, approved, draft',
        ),
        (
            GOOD | {"requests": [{"id": "a", "prefixlen": 24, "soft_bits": "two"}]},
            'requests[0].soft_bits: "two" is not a whole number from 0',
        ),
        (
            GOOD | {"requests": [{"id": "a", "prefixlen": 24, "max_blocks": 0}]},
            "requests[0].max_blocks: 0 is not a whole number from 1",
        ),
        (
            GOOD | {"requests": [{"id": "a", "prefixlen": 24, "spread": ["sparse"]}]},
            'requests[0].spread: ["sparse"] is none of packed, sparse',
        ),
        (GOOD | {"options": {"spread": "wide"}}, 'options.spread: "wide" is none of packed, sparse'),
        (
            GOOD | {"previous": {"a": ["10.0.0.0/25", "10.0.0.1/25"]}},
            "previous.a[1]: 10.0.0.1/25 is not a block; did you mean 10.0.0.0/25?",
        ),
        (
            GOOD | {"options": {"reserved_per_leaf": -1}},
            "options.reserved_per_leaf: -1 is not a whole number from 0",
        ),
    ],
)
def test_a_bad_file_is_refused_with_its_path_and_the_reason(data, message):
    with pytest.raises(BadProblem) as refused:
        read_problem(data, silent)

    assert str(refused.value) == message


def test_a_list_is_read_as_a_list_and_its_errors_count_from_its_start():
    asked = read_text(json.dumps([GOOD, GOOD]), silent)

    assert asked.is_list
    assert len(asked.problems) == 2
    with pytest.raises(BadProblem, match=r"^\[1\]\.pools: is missing$"):
        read_text(json.dumps([GOOD, {"requests": []}]), silent)


def test_a_range_taken_elsewhere_is_answered_by_plans_with_their_moves():
    data = GOOD | {"previous": {"a": "10.0.0.0/24"}, "taken": ["10.0.0.128/25"]}
    asked = read_text(json.dumps(data), silent)

    told = answered(asked.problems[0], asked.taken[0])

    moved = {"id": "a", "from": "10.0.0.0/24", "to": "10.0.1.0/24", "reason": "reserved", "by": []}
    assert told == {
        "status": "ok",
        "plans": [
            {
                "way": "clear",
                "weight": 1,
                "holes": [],
                "clashing": [],
                "allocations": {"a": "10.0.1.0/24"},
                "moves": [moved],
                "minimal": "proved",
            }
        ],
    }


def test_a_taken_range_without_the_plan_in_force_is_refused():
    with pytest.raises(BadProblem, match=r"^\[1\]\.previous: is missing$"):
        read_text(json.dumps([GOOD, GOOD | {"taken": ["10.0.0.0/25"]}]), silent)


def test_several_blocks_are_a_list_that_the_next_file_gives_back():
    leaves = [{"id": f"s{i}", "parent": "vpc", "prefixlen": 26} for i in range(5)]
    vpc = {"id": "vpc", "pinned": "10.0.0.0/24", "max_blocks": 2}
    data = {"pools": ["10.0.0.0/16"], "requests": [vpc, *leaves]}
    first = answered(read_problem(data, silent))

    del vpc["pinned"]
    again = answered(read_problem(data | {"previous": first["allocations"]}, silent))

    assert first["allocations"]["vpc"] == ["10.0.0.0/24", "10.0.1.0/26"]
    assert (first["routes"], first["routes_fewest"]) == (2, "proved")
    assert (again["allocations"], again["moves"]) == (first["allocations"], [])


def test_what_became_of_soft_growth_is_told():
    asked = [{"id": "a", "prefixlen": 25, "soft_bits": 1}, {"id": "b", "prefixlen": 25}]

    told = answered(read_problem({"pools": ["10.0.0.0/24"], "requests": asked}, silent))

    assert told["soft"] == [{"id": "a", "wanted": 1, "granted": 0, "why": "capacity", "at": None, "by": []}]
    assert told["soft_most"] == "proved"


def test_keys_of_a_container_are_told_where_none_is_and_the_other_way_round():
    told = []
    leaf = {"id": "leaf", "parent": "vpc", "prefixlen": 26, "spread": "sparse", "max_blocks": 2}

    read_problem(GOOD | {"requests": [{"id": "vpc", "soft_bits": 1}, leaf]}, told.append)

    assert told == [
        "requests[0].soft_bits: ignored, vpc is a container",
        "requests[1].spread: ignored, leaf is no container",
        "requests[1].max_blocks: ignored, leaf is no container",
    ]


def test_half_a_file_is_no_json():
    with pytest.raises(BadProblem, match="is not JSON"):
        read_text('{"pools": [', silent)


def test_what_has_no_meaning_is_told_and_ignored():
    told = []
    data = GOOD | {"colour": "red", "requests": [{"id": "a", "prefixlen": 24, "hosts": 3, "size": 1}]}

    problem = read_problem(data, told.append)

    assert plan(problem).block("a").length == 24
    assert told == [
        "colour: unknown key, ignored",
        "requests[0].size: unknown key, ignored",
        "requests[0].hosts: ignored, prefixlen is given",
    ]


@pytest.mark.parametrize("bits", [33, 141, 10**15])
def test_more_doublings_than_addresses_have_bits_are_no_room_and_nothing_worse(bits: int) -> None:
    plain = {"pools": ["10.0.0.0/8"], "requests": [{"id": "a", "prefixlen": 24, "growth_bits": bits}]}

    found = answered(read_problem(plain, silent))

    assert found["status"] == "infeasible"
    assert found["conflict"] == ["a"]
