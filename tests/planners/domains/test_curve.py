"""The curve: groupings whose figures are what their rules really do, whatever the order of what was asked."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from planners import pace
from planners.domains import App, BadFlows, Flow, Problem, curve, over_permitted
from tests.campaign import share
from tests.planners.domains.cases import ANY_CASE, allowed, meant, openings, problems

RANDOM = settings(max_examples=share(3000), deadline=None, suppress_health_check=ANY_CASE)


@RANDOM
@given(problems())
def test_no_flow_is_missing_and_the_over_permission_shown_is_the_one_the_rules_have(problem):
    answer = curve(problem)
    wanted = meant(problem, answer.review)
    weights = {app.id: problem.weights.get(app.data_class, 1) for app in problem.apps}

    for grouping in answer.points:
        opened = allowed(grouping, problem.flows)
        beside = opened - wanted
        assert wanted <= opened
        assert grouping.figures.missing == 0
        assert grouping.figures.flows == len(wanted)
        assert grouping.figures.extra == len(beside) == sum(extra.extra for extra in grouping.extras)
        assert grouping.figures.weighted == sum(weights[target] for _, target, _ in beside)
        assert grouping.figures.domains == len(grouping.domains)
        assert grouping.figures.rules == len(grouping.rules)


@RANDOM
@given(problems())
def test_every_over_permitted_flow_is_listed_once_and_every_rule_shows_one_of_its_own(problem):
    answer = curve(problem)

    for grouping in answer.points:
        listed = list(over_permitted(answer.intent, grouping))
        flows = [Flow(*one[:3], None if one.port is None else (one.port, one.port)) for one in listed]
        beside = allowed(grouping, problem.flows) - meant(problem, answer.review)
        assert len(set(listed)) == len(listed) == grouping.figures.extra
        specific = [flow for flow in flows if flow.protocol != "all"]
        assert openings(specific, problem.flows) <= beside
        shown = [(extra.witness, extra.rule) for extra in grouping.extras]
        assert {witness for witness, _ in shown} <= set(listed)
        homes = grouping.domain_of()
        assert all((homes[seen.source], homes[seen.target]) == rule[:2] for seen, rule in shown)


@RANDOM
@given(problems(), st.randoms(use_true_random=False))
def test_the_order_of_apps_and_flows_does_not_matter(problem, dice):
    apps, flows, apart = list(problem.apps), list(problem.flows), [pair[::-1] for pair in problem.apart]
    for items in (apps, flows, apart):
        dice.shuffle(items)

    shuffled = curve(replace(problem, apps=tuple(apps), flows=tuple(flows), apart=tuple(apart)))

    assert (shuffled.points, shuffled.review) == (curve(problem).points, curve(problem).review)


@RANDOM
@given(problems())
def test_hard_attributes_never_mix_pins_are_kept_and_what_stays_apart_is_apart(problem):
    known = {app.id: app for app in problem.apps}
    for grouping in curve(problem).points:
        homes = grouping.domain_of()
        assert homes.keys() == known.keys()
        assert {id: homes[id] for id in problem.pins} == dict(problem.pins)
        assert all(homes[one] != homes[other] for one, other in problem.apart)
        names = Counter(domain.name for domain in grouping.domains)
        assert set(names.values()) <= {1}
        for domain in grouping.domains:
            assert {(known[id].hard, known[id].data_class) for id in domain.members} == {
                (domain.hard, domain.data_class)
            }


@RANDOM
@given(problems())
def test_no_rule_goes_across_a_hard_attribute_unless_a_flow_meant_does(problem):
    answer = curve(problem)
    known = {app.id: (app.hard, app.data_class) for app in problem.apps}
    needed = {(known[source], known[target], atom) for source, target, atom in meant(problem, answer.review)}

    for grouping in answer.points:
        for source, target, atom in allowed(grouping, problem.flows):
            assert (known[source], known[target], atom) in needed


@RANDOM
@given(problems(), st.sampled_from([0.5, 1.0, 2.0, 3.0, 9.0]))
def test_a_point_of_the_curve_does_not_depend_on_the_others_that_are_asked(problem, worth):
    answer = curve(replace(problem, worths=(worth,)))
    many = curve(replace(problem, worths=(9.0, 0.5, worth, 0.0)))

    assert answer.points[0] in many.points
    assert [point.worth for point in many.points] == sorted({9.0, 0.5, worth, 0.0})


@RANDOM
@given(problems())
def test_flows_for_review_were_seen_once_and_are_left_out_only_where_asked(problem):
    review = curve(problem).review
    assert not review or problem.lone
    assume(review)

    asked = openings(problem.flows, problem.flows)

    assert meant(problem, review) <= asked
    assert len(asked) - len(meant(problem, review)) == len(review)
    for source, target, protocol, port in review:
        seen = [
            flow.seen
            for flow in problem.flows
            if (flow.source, flow.target) == (source, target)
            and flow.protocol in (protocol, "all")
            and (port is None or flow.ports is None or flow.ports[0] <= port <= flow.ports[1])
        ]
        assert sum(seen) == 1


def role_flows(sources, targets, port):
    return [Flow(one, other, "tcp", (port, port)) for one in sources for other in targets]


def test_roles_with_holes_and_one_stray_flow_come_out_as_roles_and_the_stray_for_review():
    web, app, data = ([f"{role}-{i}" for i in range(6)] for role in ("web", "app", "data"))
    flows = role_flows(web, app, 8080) + role_flows(app, data, 3306)
    del flows[20], flows[50]
    flows.append(Flow("web-3", "data-2", "tcp", (22, 22)))

    answer = curve(Problem(tuple(App(id) for id in web + app + data), tuple(flows), worths=(0, 4)))

    exact, few = answer.points
    assert [one.witness[:2] for one in few.extras] == [("app-2", "data-3"), ("web-3", "app-2")]
    assert sorted(domain.members for domain in few.domains) == sorted(map(tuple, (web, app, data)))
    assert (few.figures.rules, few.figures.extra, few.status) == (2, 2, "heuristic")
    assert (exact.figures.extra, exact.status) == (0, "exact")
    assert answer.review == (("web-3", "data-2", "tcp", 22),)


def test_apps_that_only_noise_was_about_share_a_domain_at_every_point():
    hosts, targets = [f"h{i}" for i in range(6)], [f"t{i}" for i in range(6)]
    strays = [Flow("h0", "one", "tcp", (22, 22)), Flow("two", "t0", "udp", (53, 53))]
    apps = [App(id) for id in (*hosts, *targets, "one", "two")]

    answer = curve(Problem(tuple(apps), (*role_flows(hosts, targets, 443), *strays)))

    assert [one[:2] for one in answer.review] == [("h0", "one"), ("two", "t0")]
    for point in answer.points:
        assert ("one", "two") in [domain.members for domain in point.domains]


def test_what_was_seen_again_is_no_noise():
    hosts, targets = [f"h{i}" for i in range(5)], [f"t{i}" for i in range(5)]
    flows = [*role_flows(hosts, targets, 443), Flow("h0", "t0", "tcp", (22, 22), seen=9)]

    answer = curve(Problem(tuple(App(id) for id in hosts + targets), tuple(flows)))

    assert answer.review == ()
    assert any(rule.ports == (22, 22) for rule in answer.points[-1].rules)


def test_it_can_be_stopped_between_any_two_merges_and_rules_where_flows_follow_no_pattern():
    dice, ids = Random(1), [f"a{i}" for i in range(80)]
    flows = [Flow(*dice.sample(ids, 2), "tcp", (port, port)) for port in range(8) for _ in range(100)]
    problem = Problem(tuple(map(App, ids)), tuple(flows), worths=(0, 64))
    breaths: list[int] = []
    with pace.checking(lambda: breaths.append(1)):
        exact, few = curve(problem).points
    merges = len(exact.domains) - len(few.domains)
    assert merges > 20
    assert len(breaths) > merges + len({rule[:2] for rule in exact.rules})

    for last in (1, len(breaths) // 2, len(breaths) - 1):
        breaths.clear()
        with pytest.raises(KeyboardInterrupt), pace.checking(lambda last=last: stop_after(last, breaths)):
            curve(problem)
        assert len(breaths) == last


def stop_after(last, breaths):
    breaths.append(1)
    if len(breaths) == last:
        raise KeyboardInterrupt


def test_soft_attributes_decide_between_merges_that_are_equally_good():
    for friend, other in (("a", "c"), ("c", "a")):
        colours = {"a": "red", "b": "blue", "c": "red"} | {friend: "blue"}
        apps = [App(id, soft=(("kind", colour),)) for id, colour in colours.items()]
        apps += [App(id) for id in ("x", "y", "of-a", "of-b", "of-c")]
        flows = role_flows("abc", "xy", 1) + [Flow(id, f"of-{id}", "udp") for id in "abc"]
        problem = Problem(tuple(apps), tuple(flows), apart=(("a", "c"),), worths=(3,), lone=0)

        [point] = curve(problem).points

        homes = point.domain_of()
        assert homes["b"] == homes[friend] != homes[other]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"apps": (App("a"), App("a"))}, "apps[1].id: a is used twice; ids are unique"),
        ({"flows": (Flow("a", "web-02"),)}, "flows[0].target: there is no app web-02; did you mean web-01?"),
        ({"flows": (Flow("zzz", "a"),)}, "flows[0].source: there is no app zzz"),
        (
            {"flows": (Flow("a", "b", "sctp"),)},
            "flows[0].protocol: sctp is none of tcp, udp, icmp, icmpv6, gre, all",
        ),
        ({"flows": (Flow("a", "b", "icmp", (1, 1)),)}, "flows[0].ports: icmp has no ports"),
        ({"flows": (Flow("a", "b", "tcp", (9, 1)),)}, "flows[0].ports: 9 to 1 are no ports from 0 to 65535"),
        ({"pins": {"a": ""}}, "pins.a: the domain has no name"),
        (
            {"pins": {"a": "x", "p": "x"}},
            "pins.p: p and a differ in a hard attribute; they cannot both be in x",
        ),
        ({"pins": {"a": "x", "b": "x"}, "apart": (("a", "b"),)}, "apart[0]: a and b are both pinned into x"),
        ({"apart": (("a", "a"),)}, "apart[0]: a cannot be apart from itself"),
        ({"worths": ()}, "worths: names no point of the curve"),
        ({"worths": (float("nan"),)}, "worths[0]: nan is not a number from 0"),
        ({"weights": {"secret": -1}}, "weights.secret: -1 is not a number from 0"),
    ],
)
def test_what_contradicts_itself_is_refused_with_its_place(change, message):
    apps = (App("a"), App("b"), App("web-01"), App("p", (("environment", "prod"),)))
    with pytest.raises(BadFlows) as refused:
        curve(replace(Problem(apps, ()), **change))

    assert str(refused.value) == message
