"""The search for the best grouping, and the bound, against all partitions there are."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from planners.domains import App, Flow, Problem, curve, searching
from planners.domains.intent import Intent
from planners.domains.quotient import exact_classes
from tests.campaign import share
from tests.planners.domains.cases import ANY_CASE, excess, openings, partitions, problems

RANDOM = settings(max_examples=share(1500), deadline=None, suppress_health_check=ANY_CASE)
WORTHS = st.sampled_from([0.5, 1.0, 2.0, 3.0, 8.0])


def costs(problem: Problem, items: list[list[str]], worth: float) -> Iterator[tuple[int, int, float]]:
    """Rules, over-permission and cost of every partition that is allowed; the items stay whole."""
    known = {app.id: app for app in problem.apps}
    weights = {app.id: problem.weights.get(app.data_class, 1) for app in problem.apps}
    wanted = openings(problem.flows, problem.flows)
    for partition in partitions(list(range(len(items)))):
        parts = [[app for item in part for app in items[item]] for part in partition]
        homes = {app: i for i, part in enumerate(parts) for app in part}
        named = {(homes[app], name) for app, name in problem.pins.items()}
        if any(len({(known[app].hard, known[app].data_class) for app in part}) > 1 for part in parts):
            continue
        if any(homes[one] == homes[other] for one, other in problem.apart):
            continue
        if not len(named) == len({home for home, _ in named}) == len({name for _, name in named}):
            continue
        rules, extra = excess(parts, wanted, weights)
        yield rules, extra, worth * rules + extra


def cost_of(grouping, problem, worth):
    weights = {app.id: problem.weights.get(app.data_class, 1) for app in problem.apps}
    parts = [domain.members for domain in grouping.domains]
    rules, extra = excess(parts, openings(problem.flows, problem.flows), weights)
    return worth * rules + extra


def classes(problem):
    intent = Intent.of(problem)
    return [[intent.apps[app].id for app in members] for members in exact_classes(intent)]


@RANDOM
@given(problems(most=6), WORTHS)
def test_what_is_called_optimal_costs_as_little_as_any_partition_of_the_classes(problem, worth):
    problem = replace(problem, worths=(worth,), lone=0, exact=True)

    [point] = curve(problem).points

    assert point.status == "optimal"
    assert cost_of(point, problem, worth) == min(cost for *_, cost in costs(problem, classes(problem), worth))


@RANDOM
@given(problems(most=6), WORTHS)
def test_no_partition_of_the_apps_costs_less_than_the_bound_or_needs_fewer_rules(problem, worth):
    problem = replace(problem, worths=(worth,), lone=0, exact=True)
    alone = [[app.id] for app in problem.apps]

    [point] = curve(problem).points

    tried = list(costs(problem, alone, worth))
    assert point.bound.cost <= min(cost for *_, cost in tried)
    # with weights above 0, no extra weight is no over-permission
    assert all(point.bound.rules <= rules for rules, extra, _ in tried if not extra)


def test_a_search_that_runs_out_of_steps_claims_nothing(monkeypatch):
    apps = tuple(App(f"a{i}") for i in range(9))
    flows = [Flow(f"a{i}", f"a{(i * j) % 9}", "tcp", (j, j)) for i in range(9) for j in range(1, 5)]
    problem = Problem(apps, tuple(flows), worths=(2.0,), lone=0, exact=True)
    greedy = cost_of(curve(replace(problem, exact=False)).points[0], problem, 2.0)
    monkeypatch.setattr(searching, "STEPS", 40)

    [point] = curve(problem).points

    assert point.status == "heuristic"
    assert point.bound.cost <= cost_of(point, problem, 2.0) <= greedy
