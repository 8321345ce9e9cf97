"""The exact classes: nothing is over-permitted, and no coarser partition is without over-permission."""

from itertools import combinations

from hypothesis import given, settings

from planners.domains import App, Flow, Problem
from planners.domains.intent import Intent
from planners.domains.quotient import exact_classes
from tests.campaign import share
from tests.planners.domains.cases import ANY_CASE, excess, openings, partitions, problems


def classes_of(problem):
    intent = Intent.of(problem)
    return [[intent.apps[app].id for app in members] for members in exact_classes(intent)]


def may_share(problem, apps):
    """Whether apps may share a domain, by what a person or an attribute decides."""
    known = {app.id: app for app in problem.apps}
    alike = len({(known[id].hard, known[id].data_class, problem.pins.get(id, "")) for id in apps}) == 1
    return alike and not any({one, other} <= set(apps) for one, other in problem.apart)


def even(problem):
    return {app.id: 1 for app in problem.apps}


@settings(max_examples=share(3000), deadline=None, suppress_health_check=ANY_CASE)
@given(problems())
def test_the_classes_permit_exactly_what_is_meant_and_never_mix_what_must_not_mix(problem):
    wanted = openings(problem.flows, problem.flows)

    classes = classes_of(problem)

    assert sorted(app for members in classes for app in members) == sorted(app.id for app in problem.apps)
    assert excess(classes, wanted, even(problem))[1] == 0
    assert all(may_share(problem, members) for members in classes)


@settings(max_examples=share(3000), deadline=None, suppress_health_check=ANY_CASE)
@given(problems(decided=False))
def test_no_two_classes_can_be_merged_without_over_permission(problem):
    wanted, classes = openings(problem.flows, problem.flows), classes_of(problem)

    for one, other in combinations(classes, 2):
        if may_share(problem, one + other):
            rest = [members for members in classes if members not in (one, other)]
            assert excess([*rest, one + other], wanted, even(problem))[1] > 0


@settings(max_examples=share(1000), deadline=None, suppress_health_check=ANY_CASE)
@given(problems(most=6, decided=False))
def test_of_all_partitions_without_over_permission_the_classes_are_the_one_with_fewest_domains(problem):
    wanted = openings(problem.flows, problem.flows)
    exact = [
        sorted(map(sorted, partition))
        for partition in partitions([app.id for app in problem.apps])
        if all(may_share(problem, part) for part in partition)
        and excess(partition, wanted, even(problem))[1] == 0
    ]

    classes = sorted(map(sorted, classes_of(problem)))

    assert [partition for partition in exact if len(partition) <= len(classes)] == [classes]


def test_apps_that_reach_each_other_alike_are_one_class_and_a_chain_is_not():
    apps = tuple(App(id) for id in "abc")
    ring = [Flow(one, other) for one in "abc" for other in "abc" if one != other]
    chain = [Flow("a", "b"), Flow("b", "c")]

    assert classes_of(Problem(apps, tuple(ring))) == [["a", "b", "c"]]
    assert classes_of(Problem(apps, tuple(chain))) == [["a"], ["b"], ["c"]]


def test_twins_on_one_port_may_reach_each_other_on_it_and_leave_another_closed():
    apps = tuple(App(id) for id in "abx")
    flows = [
        Flow("a", "b", "tcp", (7, 7)), Flow("b", "a", "tcp", (7, 7)),
        Flow("a", "x", "tcp", (9, 9)), Flow("b", "x", "tcp", (9, 9)),
    ]  # fmt: skip

    assert classes_of(Problem(apps, tuple(flows))) == [["a", "b"], ["x"]]


def test_apps_that_must_be_apart_split_their_class_in_two():
    apps = tuple(App(f"web-{i}") for i in range(4))
    problem = Problem(apps, (), apart=(("web-0", "web-1"), ("web-2", "web-1")))

    assert classes_of(problem) == [["web-0", "web-2", "web-3"], ["web-1"]]
