"""Domains as a graph: tiers, what is reached, and what parts two of them."""

from planners.domains import App, Flow, Problem, curve
from planners.domains.graphs import domain_graph, parting, reached, shortest_way, tiers


def graph_of(*flows):
    """The graph of flows between apps of one kind each, so that every app is a domain."""
    ids = sorted({id for flow in flows for id in flow[:2]})
    apps = tuple(App(id, (("role", id),)) for id in ids)
    [grouping] = curve(Problem(apps, tuple(Flow(*flow) for flow in flows), worths=(0,))).points
    return domain_graph(grouping)


CHAIN = graph_of(
    ("web", "app", "tcp", (8080, 8080)),
    ("app", "db", "tcp", (3306, 3306)),
    ("app", "db", "udp", (53, 53)),
    ("web", "cache", "tcp", (6379, 6379)),
    ("cache", "db", "tcp", (3306, 3306)),
    ("db", "cache", "tcp", (6379, 6379)),
)


def test_tiers_go_downwards_and_what_reaches_each_other_stands_together():
    assert tiers(CHAIN) == [[("web",)], [("app",)], [("cache", "db")]]


def test_what_is_reached_is_reached_by_way_of_others_too():
    assert reached(CHAIN, "web") == ["app", "cache", "db"]
    assert reached(CHAIN, "db") == ["cache"]
    assert shortest_way(CHAIN, "web", "db") in (["web", "app", "db"], ["web", "cache", "db"])
    assert shortest_way(CHAIN, "db", "web") == []


def test_as_few_rules_as_possible_part_two_domains():
    cut = parting(CHAIN, "web", "db")

    assert len(cut) == 2
    left = CHAIN.copy()
    left.remove_edges_from([rule[:2] for rule in cut])
    assert "db" not in reached(left, "web")
    assert parting(CHAIN, "db", "web") == ()


def test_a_graph_holds_the_sizes_and_rules_of_its_grouping():
    flows = [Flow(one, other) for one in ("a1", "a2") for other in ("b1", "b2")]
    apps = tuple(App(id, (("role", id[0]),)) for id in ("a1", "a2", "b1", "b2"))
    [grouping] = curve(Problem(apps, tuple(flows), worths=(0,))).points

    graph = domain_graph(grouping)

    assert [size for _, size in graph.nodes(data="size")] == [2, 2]
    assert [rules for *_, rules in graph.edges(data="rules")] == [grouping.rules]
