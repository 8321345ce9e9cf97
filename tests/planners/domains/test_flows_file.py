"""The plain file of apps and flows: what it means, and how it says what is wrong with it."""

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planners.domains import BadFlows, Limits, Problem, curve
from planners.domains.answers_file import curve_data
from planners.domains.flows_file import read_problem, read_text
from tests.campaign import share
from tests.planners.domains.cases import ANY_CASE
from tests.planners.domains.test_groups import addressed

LIMITS = Limits(200, 1000, 10, 20)
GOOD = {"flows": [{"source": "web", "target": "db", "ports": "3306"}]}
APPS = {"apps": [{"id": "web"}, {"id": "db"}]}


def silent(told):
    raise AssertionError(told)


def as_file(problem: Problem):
    """The file that asks a problem."""
    return {
        "apps": [
            {
                "id": app.id,
                "hard": dict(app.hard),
                "soft": dict(app.soft),
                "data_class": app.data_class,
                "address": app.address and str(app.address),
            }
            for app in problem.apps
        ],
        "flows": [flow._asdict() for flow in problem.flows],
        "pins": dict(problem.pins),
        "apart": problem.apart,
        "worths": problem.worths,
        "weights": dict(problem.weights),
        "lone": problem.lone,
        "exact": problem.exact,
    }


@settings(max_examples=share(1000), deadline=None, suppress_health_check=ANY_CASE)
@given(addressed())
def test_a_problem_written_as_a_file_reads_back_equal(problem):
    assert read_problem(json.loads(json.dumps(as_file(problem))), lambda _: None) == problem


@settings(max_examples=share(1000), deadline=None, suppress_health_check=ANY_CASE)
@given(addressed())
def test_an_answer_is_plain_and_says_what_the_points_say(problem):
    answer = curve(problem)

    data = json.loads(json.dumps(curve_data(problem, answer)))

    assert [point["figures"]["extra"] for point in data["points"]] == [
        sum(extra["extra"] for extra in point["extras"]) for point in data["points"]
    ]
    assert [len(point["rules"]) for point in data["points"]] == [len(point.rules) for point in answer.points]
    for point in data["points"]:
        assert sorted(name for tier in point["tiers"] for circle in tier for name in circle) == sorted(
            domain["name"] for domain in point["domains"]
        )


def test_groups_and_policies_come_where_they_are_asked_for():
    problem = read_problem(GOOD, silent, LIMITS)

    point = curve_data(problem, curve(problem), with_groups=True)["points"][0]

    assert point["groups"] == [
        {
            "name": "db",
            "domain": "db",
            "entries": [{"protocol": "tcp", "ports": (3306, 3306), "group": "web"}],
        },
        {"name": "web", "domain": "web", "entries": []},
    ]
    assert [load["rules"] for load in point["loads"]] == [1, 0]
    assert point["unknown"] == point["rules"]


@pytest.mark.parametrize(
    ("ports", "read"),
    [
        ("443", [(443, 443)]), (443, [(443, 443)]), ([8000, 8010], [(8000, 8010)]), ("8000/8010", [(8000, 8010)]),
        ("80, 443;8000-8010", [(80, 80), (443, 443), (8000, 8010)]), ("80、443", [(80, 80), (443, 443)]),
        (None, [None]), ("", [None]), ("-1/-1", [None]), ("ANY", [None]), ("80 443", [(80, 80), (443, 443)]),
    ],
)  # fmt: skip
def test_ports_are_read_as_people_write_them(ports, read):
    problem = read_problem({"flows": [{"source": "a", "target": "b", "ports": ports}]}, silent)

    assert [flow.ports for flow in problem.flows] == read


def test_limits_of_the_file_come_before_those_of_whoever_asks():
    assert read_problem(GOOD | {"limits": {"rules_per_group": 7}}, silent, LIMITS).limits == (7, 1000, 10, 20)
    assert read_problem(GOOD, silent).limits is None


def test_what_is_ignored_is_told():
    told = []
    read_problem(GOOD | {"owner": 1, "flows": [{"source": "a", "target": "a", "note": ""}]}, told.append)

    assert told == [
        "owner: unknown key, ignored",
        "flows[0].note: unknown key, ignored",
        "flows[0]: ignored, an app needs no rule for itself",
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([], "$: [] is not an object"),
        ({}, "flows: is missing"),
        ({"flows": {}}, "flows: {} is not a list"),
        ({"flows": [1]}, "flows[0]: 1 is not an object"),
        ({"flows": [{"source": "a"}]}, "flows[0].target: is missing"),
        ({"flows": [{"source": 7, "target": "b"}]}, "flows[0].source: 7 is not a name"),
        ({"flows": [{"source": "a", "target": " "}]}, 'flows[0].target: " " is not a name'),
        (
            {"flows": [{"source": "a", "target": "b", "protocol": "sctp"}]},
            "flows[0].protocol: sctp is none of tcp, udp, icmp, icmpv6, gre, all",
        ),
        (
            {"flows": [{"source": "a", "target": "b", "ports": "http"}]},
            "flows[0].ports: http is no list of ports; write it like 80,443,8000-8010",
        ),
        (
            {"flows": [{"source": "a", "target": "b", "ports": "1-70000"}]},
            "flows[0].ports: 1 to 70000 are no ports from 0 to 65535",
        ),
        (
            {"flows": [{"source": "a", "target": "b", "ports": [True, 3]}]},
            "flows[0].ports: [true, 3] is no list of ports; write it like 80,443,8000-8010",
        ),
        (
            {"flows": [{"source": "a", "target": "b", "protocol": "icmp", "ports": 8}]},
            "flows[0].ports: icmp has no ports",
        ),
        ({"flows": [{"source": "a", "target": "b", "seen": 1.5}]}, "flows[0].seen: 1.5 is not a whole number from 0"),
        (APPS | {"flows": [{"source": "wep", "target": "db"}]}, "flows[0].source: there is no app wep; did you mean web?"),
        ({"apps": [{"id": "a"}, {"id": "a"}], "flows": []}, "apps[1].id: a is used twice; ids are unique"),
        ({"apps": [{"id": "a", "hard": {"zone": 3}}], "flows": []}, "apps[0].hard.zone: 3 is not a text"),
        (
            {"apps": [{"id": "a", "address": "10.0.0.5/24"}], "flows": []},
            "apps[0].address: 10.0.0.5/24 is not a block; did you mean 10.0.0.0/24?",
        ),
        (GOOD | {"pins": {"nobody": "x"}}, "pins.nobody: there is no app nobody"),
        (GOOD | {"apart": [["web"]]}, 'apart[0]: ["web"] is no pair of apps'),
        (GOOD | {"worths": ["1"]}, 'worths[0]: "1" is not a number from 0 to a thousand million'),
        (GOOD | {"worths": []}, "worths: names no point of the curve"),
        (GOOD | {"weights": {"secret": -1}}, "weights.secret: -1 is not a whole number from 0"),
        (GOOD | {"limits": {"rules_per_group": 1}}, "limits.rules_per_interface: is missing"),
        (GOOD | {"lone": None}, "lone: null is not a whole number from 0"),
        (GOOD | {"exact": "yes"}, 'exact: "yes" is neither true nor false'),
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_with_its_path_and_the_reason(data, message):
    with pytest.raises(BadFlows) as refused:
        read_problem(data, silent)

    assert str(refused.value) == message


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, b"\xff\xfe\x00", '{"flows": [NaN]}', "{}x"])
def test_what_is_no_json_is_refused_whatever_it_is(text):
    with pytest.raises(BadFlows):
        read_text(text, silent)


@settings(max_examples=share(1000), deadline=None, suppress_health_check=ANY_CASE)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["apps", "flows", "id", "source", "target", "ports", "pins", "apart", "worths", "hard"]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_any_other_json_is_a_problem_or_is_refused(data):
    with suppress(BadFlows):
        curve(read_problem(data, lambda _: None))


def test_names_of_any_kind_come_back_as_they_are_and_are_shown_without_moving_the_cursor():
    names = ["x" * 500, "=1+1", "\u202egnp.exe", "🛰️", "网关", "a\nb"]
    flows = [{"source": one, "target": "db", "ports": 1} for one in names]

    [point, *_] = curve(read_problem({"flows": flows}, silent)).points
    assert sorted(id for domain in point.domains for id in domain.members) == sorted([*names, "db"])

    with pytest.raises(BadFlows) as refused:
        read_problem({"flows": [], "pins": {"\u202e" + "a\nb" * 200: "x"}}, silent)
    assert len(str(refused.value)) < 200
    assert "\n" not in str(refused.value)
    assert "\u202e" not in str(refused.value)
