"""Domains and their rules as graphs: what reaches what, in which tiers they stand, and what would part two of them."""

from typing import TypeAlias

import networkx as nx

from planners.domains.grouping import Grouping, Rule

Graph: TypeAlias = "nx.DiGraph[str]"


def domain_graph(grouping: Grouping) -> Graph:
    """A node a domain with its `size`, an edge where rules go from one to another, with these `rules`.

    What members of one domain may do to each other is no edge.
    """
    graph: Graph = nx.DiGraph()
    for domain in grouping.domains:
        graph.add_node(domain.name, size=len(domain.members), hard=domain.hard, data_class=domain.data_class)
    for rule in grouping.rules:
        if rule.source != rule.target:
            if not graph.has_edge(rule.source, rule.target):
                graph.add_edge(rule.source, rule.target, rules=())
            graph[rule.source][rule.target]["rules"] += (rule,)
    return graph


def tiers(graph: Graph) -> list[list[tuple[str, ...]]]:
    """Domains from those that nothing opens towards downwards; those that reach each other in a circle stand together."""
    circles = nx.condensation(graph)
    members = nx.get_node_attributes(circles, "members")
    return [
        sorted(tuple(sorted(members[circle])) for circle in tier)
        for tier in nx.topological_generations(circles)
    ]


def reached(graph: Graph, start: str) -> list[str]:
    """The domains that can be come to from a domain, by way of others too: how far somebody gets who has it."""
    return sorted(nx.descendants(graph, start))


def shortest_way(graph: Graph, source: str, target: str) -> list[str]:
    """The domains from one to another by as few steps as there can be, both included; empty where there is no way."""
    try:
        return list(nx.shortest_path(graph, source, target))
    except nx.NetworkXNoPath:
        return []


def parting(graph: Graph, source: str, target: str) -> tuple[Rule, ...]:
    """The fewest rules without which nothing gets from a domain to another, by way of others either."""
    weighed: Graph = nx.DiGraph()
    weighed.add_nodes_from(graph)
    for one, other in graph.edges:
        weighed.add_edge(one, other, capacity=len(graph[one][other]["rules"]))
    _, (near, far) = nx.minimum_cut(weighed, source, target)
    return tuple(
        rule
        for one in sorted(near)
        for other in sorted(graph[one].keys() & far)
        for rule in graph[one][other]["rules"]
    )


__all__ = ["domain_graph", "parting", "reached", "shortest_way", "tiers"]
