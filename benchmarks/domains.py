"""Grouping into security domains beside what one would do without it, on the same flows in the same run.

    python -m benchmarks.domains

The flows are those between planted roles of six apps, of which 5 % are missing, and 2 % strewn at random.
"""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

import networkx as nx
import numpy as np

from benchmarks._timing import least_work
from benchmarks.reachability import Making
from planners.domains import App, Curve, Flow, Problem, curve, over_permitted, policies, security_groups
from planners.domains.answers_file import curve_data
from planners.domains.graphs import domain_graph, parting, reached, tiers
from planners.domains.problem import Limits
from planners.reachability import Compiled, reach

Result = TypeVar("Result")
Parts = Sequence[Iterable[str]]
WORTHS = (0.0, 4.0, 64.0)
LIMITS = Limits(200, 1000, 10, 20)
PORTS = (443, 22, 3306, 8080, 6379, 53, 5432, 9092, 80, 1521)
ENVIRONMENTS = ("production", "test", "development")
ROLE = 6


def planted(count: int, flows: int, hubs: int = 0) -> Problem:
    """Apps in roles of one environment each, with about so many flows; hubs are apps that all others open."""
    dice = random.Random(count)
    roles = [[f"app-{i:04}" for i in range(first, count, count // ROLE)] for first in range(count // ROLE)]
    places = [dice.choice(ENVIRONMENTS) for _ in roles]
    apps = [
        App(id, (("environment", place),)) for role, place in zip(roles, places, strict=True) for id in role
    ]
    found = [*_between_roles(roles, places, flows, dice)]
    for _ in range(len(found) // 50):
        source, target = dice.sample(apps, 2)
        found.append(Flow(source.id, target.id, "tcp", (dice.choice(PORTS),) * 2))
    for hub in range(hubs):
        found += [Flow(app.id, f"hub-{hub}", "udp", (514 + hub,) * 2) for app in apps]
    apps += [App(f"hub-{hub}", (("environment", "shared"),)) for hub in range(hubs)]
    dice.shuffle(found)
    return Problem(tuple(apps), tuple(found), worths=WORTHS)


def _between_roles(
    roles: Sequence[Sequence[str]], places: Sequence[str], flows: int, dice: random.Random
) -> Iterable[Flow]:
    links: set[tuple[int, int, int]] = set()
    while len(links) < flows / (0.97 * ROLE * ROLE):
        one, other = dice.sample(range(len(roles)), 2)
        if places[one] == places[other] or dice.random() < 0.2:
            links.add((one, other, dice.choice(PORTS)))
    for one, other, port in sorted(links):
        for source in roles[one]:
            for target in roles[other]:
                if dice.random() > 0.05:
                    yield Flow(source, target, "tcp", (port, port))


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """How long some work takes in seconds, and its result."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def modularity(problem: Problem) -> Parts:
    """networkx: communities of the graph of flows, in each environment by itself."""
    places = {app.id: app.hard for app in problem.apps}
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(places)
    graph.add_edges_from((flow.source, flow.target) for flow in problem.flows)
    found: list[Iterable[str]] = []
    for place in sorted(set(places.values())):
        own = graph.subgraph(sorted(id for id, other in places.items() if other == place))
        found += nx.community.greedy_modularity_communities(own) if own.size() else [[id] for id in own]
    return found


def agglomerated(problem: Problem, domains: int) -> Parts:
    """numpy: the two most similar rows of the matrix of flows joined again and again, in each environment by itself."""
    ids = [app.id for app in problem.apps]
    place = {id: i for i, id in enumerate(ids)}
    columns = {
        port: i
        for i, port in enumerate(sorted({(flow.protocol, flow.ports) for flow in problem.flows}, key=str))
    }
    rows = np.zeros((len(ids), 2 * len(columns) * len(ids)), dtype=np.float32)
    for flow in problem.flows:
        column = columns[flow.protocol, flow.ports]
        source, target = place[flow.source], place[flow.target]
        rows[source, (2 * column) * len(ids) + target] = 1
        rows[target, (2 * column + 1) * len(ids) + source] = 1
    environments = sorted({app.hard for app in problem.apps})
    found: list[Iterable[str]] = []
    for environment in environments:
        own = np.array([i for i, app in enumerate(problem.apps) if app.hard == environment])
        share = max(1, round(domains * len(own) / len(ids)))
        found += [[ids[own[i]] for i in part] for part in _joined(rows[own], share)]
    return found


def _joined(rows: "np.ndarray[tuple[int, int], np.dtype[np.float32]]", share: int) -> list[list[int]]:
    """Average linkage on the similarity of rows (Jaccard), down to a number of parts."""
    common = rows @ rows.T
    sizes = common.diagonal()
    alike = common / np.maximum(sizes[:, None] + sizes[None, :] - common, 1)
    np.fill_diagonal(alike, -1)
    parts = [[i] for i in range(len(rows))]
    for _ in range(len(rows) - share):
        one, other = np.unravel_index(int(alike.argmax()), alike.shape)
        weight = len(parts[one]), len(parts[other])
        alike[one] = (alike[one] * weight[0] + alike[other] * weight[1]) / sum(weight)
        alike[:, one] = alike[one]
        alike[other], alike[:, other], alike[one, one] = -1, -1, -1
        parts[one] += parts[other]
        parts[other] = []
    return [part for part in parts if part]


def figures(problem: Problem, parts: Parts, left_out: set[tuple[str, str, int]]) -> tuple[int, int, int]:
    """Domains, rules and over-permitted flows of any partition, counted flow by flow."""
    members = [list(part) for part in parts]
    home = {id: i for i, part in enumerate(members) for id in part}
    meant = {
        (flow.source, flow.target, flow.protocol, flow.ports)
        for flow in problem.flows
        if (flow.source, flow.target, (flow.ports or (0, 0))[0]) not in left_out
    }
    blocks = Counter(
        (home[source], home[target], protocol, ports) for source, target, protocol, ports in meant
    )
    extra = sum(
        len(members[one]) * (len(members[other]) - (one == other)) - count
        for (one, other, *_), count in blocks.items()
    )
    return len(members), len(blocks), extra


def against_others(count: int, flows: int) -> None:
    """Print the curve, and what two usual ways give for the same flows.

    Theirs are counted without the flows for review, and the agglomeration is told how many domains to make: it has
    no way of its own to know either.
    """
    problem = planted(count, flows)
    span, answer = timed(lambda: curve(problem))
    left_out = {(one.source, one.target, one.port or 0) for one in answer.review}
    print(
        f"{count:,} apps, {len(problem.flows):,} flows: three points in {span:.2f} s (accepted 5 s for 2,000)"
    )
    print(f"  {answer.classes:,} exact classes, {len(answer.review)} flows for review")
    for point in answer.points:
        told = point.figures
        print(
            f"  a rule worth {point.worth:4.0f}: {told.domains:5,} domains {told.rules:6,} rules"
            f" {told.extra:6,} over-permitted ({told.share:.1%})"
        )
        own = figures(problem, [domain.members for domain in point.domains], left_out)
        assert own == (told.domains, told.rules, told.extra), "counted flow by flow it is the same"
    middle = answer.points[1].figures
    for name, way in (
        ("networkx modularity", lambda: modularity(problem)),
        ("numpy agglomeration", lambda: agglomerated(problem, middle.domains)),
    ):
        spent, parts = timed(way)
        domains, rules, extra = figures(problem, parts, left_out)
        print(
            f"  {name}: {domains:5,} domains {rules:6,} rules {extra:9,} over-permitted"
            f" ({extra / middle.flows:.1%}), {spent / span:.1f} times as long"
        )


def after(problem: Problem, answer: Curve) -> None:
    """Print how long it takes to make of a point what is made of it."""
    point = answer.points[1]
    graph = domain_graph(point)
    ends = max(graph, key=graph.out_degree), max(graph, key=graph.in_degree)
    for name, work in (
        ("security groups", lambda: security_groups(problem.apps, point, LIMITS)),
        ("policies", lambda: policies(problem.apps, point)),
        ("every over-permitted flow", lambda: list(over_permitted(answer.intent, point))),
        ("tiers, reach and a cut", lambda: (tiers(graph), reached(graph, ends[0]), parting(graph, *ends))),
        ("the whole answer for JSON", lambda: curve_data(problem, answer)),
    ):
        span, _ = timed(work)
        print(f"  {name}: {span * 1000:.0f} ms")


def crowded() -> None:
    """Print how long it takes where all apps may share a domain and ten of them are opened by all others."""
    problem = planted(2_000, 40_000, hubs=10)
    loose = Problem(tuple(app._replace(hard=()) for app in problem.apps), problem.flows, worths=WORTHS)
    span, answer = timed(lambda: curve(loose))
    print(f"2,000 apps without attributes, ten opened by all: {span:.2f} s, {answer.points[1].figures}")


def scattered() -> None:
    """Print how long it takes where flows follow no pattern at all."""
    dice = random.Random(5)
    ids = [f"app-{i:04}" for i in range(1_000)]
    flows = [Flow(*dice.sample(ids, 2), "tcp", (dice.choice(PORTS),) * 2) for _ in range(20_000)]
    problem = Problem(tuple(map(App, ids)), tuple(flows), worths=WORTHS)
    span, answer = timed(lambda: curve(problem))
    print(f"1,000 apps, 20,000 flows at random: {span:.2f} s, {answer.points[1].figures}")


def ratio(problem: Problem) -> None:
    """Print the curve beside all pairs of the reference network of the other benchmark, both in time of the processor."""
    network = Making(300, 2_000, 2_000, 10_000, 2_000).network()
    pairs = least_work(lambda: reach(Compiled(network)), 5)[0]
    span = least_work(lambda: curve(problem), 5)[0]
    print(
        f"  three points, {span:.2f} s of the processor; all pairs of 300 VPCs, {pairs:.2f} s:"
        f" {span / pairs:.1f} times that (goal 3)"
    )


def slope() -> None:
    """Print how the time grows with the flows."""
    spans = []
    for count in (500, 1_000, 2_000, 4_000):
        problem = planted(count, count * 20)
        spans.append(timed(lambda problem=problem: curve(problem))[0])  # type: ignore[misc]
    grown = ", ".join(f"{later / before:.1f}" for before, later in pairwise(spans))
    print(f"twice the apps and flows, from 500 to 4,000: {grown} times as long ({spans[-1]:.2f} s)")


if __name__ == "__main__":
    against_others(500, 6_783)
    against_others(2_000, 40_000)
    large = planted(2_000, 40_000)
    ratio(large)
    after(large, curve(large))
    crowded()
    scattered()
    slope()
