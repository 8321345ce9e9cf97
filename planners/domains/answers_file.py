"""The plain JSON form of an answer."""

from typing import Any

from planners.addresses import block_text
from planners.domains.addresses import Blocks
from planners.domains.curve import Curve
from planners.domains.graphs import domain_graph, tiers
from planners.domains.grouping import Extra, Figures, Grouping, Permitted, Rule, SecurityDomain
from planners.domains.groups import Entry, Groups, Load, security_groups
from planners.domains.policies import Policies, policies
from planners.domains.problem import Problem


def curve_data(problem: Problem, answer: Curve, *, with_groups: bool = False) -> dict[str, Any]:
    """An answer as plain data, ready for JSON; with the groups and policies that would do it, where asked."""
    return {
        "status": "ok",
        "apps": len(problem.apps),
        "classes": answer.classes,
        "review": [permitted_data(one) for one in answer.review],
        "points": [_point_data(problem, point, with_groups) for point in answer.points],
    }


def _point_data(problem: Problem, point: Grouping, with_groups: bool) -> dict[str, Any]:
    data = {
        "worth": point.worth,
        "status": point.status,
        "figures": figures_data(point.figures),
        "bound": None if point.bound is None else point.bound._asdict(),
        "domains": [_domain_data(domain) for domain in point.domains],
        "rules": [rule_data(rule) for rule in point.rules],
        "extras": [_extra_data(extra) for extra in point.extras],
        "tiers": tiers(domain_graph(point)),
    }
    if problem.limits is not None:
        groups = security_groups(problem.apps, point, problem.limits)
        data["loads"] = [_load_data(load) for load in groups.loads]
        if with_groups:
            data["groups"] = _groups_data(groups)
            data |= _policies_data(policies(problem.apps, point))
    return data


def figures_data(figures: Figures) -> dict[str, Any]:
    """The figures of a grouping, the share of over-permission among them."""
    return figures._asdict() | {"share": round(figures.share, 6)}


def rule_data(rule: Rule) -> dict[str, Any]:
    """A rule; ports are null for the whole protocol."""
    return rule._asdict()


def permitted_data(one: Permitted) -> dict[str, Any]:
    """A flow between two apps; the port is null for the whole protocol."""
    return one._asdict()


def _domain_data(domain: SecurityDomain) -> dict[str, Any]:
    return domain._asdict() | {"hard": dict(domain.hard)}


def _extra_data(extra: Extra) -> dict[str, Any]:
    return extra._asdict() | {"rule": rule_data(extra.rule), "witness": permitted_data(extra.witness)}


def _load_data(load: Load) -> dict[str, Any]:
    return load._asdict() | {"breaches": [breach._asdict() for breach in load.breaches]}


def _groups_data(groups: Groups) -> list[dict[str, Any]]:
    return [
        group._asdict() | {"entries": [_entry_data(entry) for entry in group.entries]}
        for group in groups.groups
    ]


def _entry_data(entry: Entry) -> dict[str, Any]:
    peer = {"group": entry.group} if entry.block is None else {"block": block_text(entry.block)}
    return {"protocol": entry.protocol, "ports": entry.ports} | peer


def _policies_data(found: Policies) -> dict[str, Any]:
    return {
        "firewall": [
            one._asdict() | {"sources": _texts(one.sources), "targets": _texts(one.targets)}
            for one in found.firewall
        ],
        "acls": [line._asdict() | {"block": block_text(line.block)} for line in found.acls],
        "unknown": [rule_data(rule) for rule in found.unknown],
    }


def _texts(blocks: Blocks) -> list[str]:
    return [block_text(block) for block in blocks]
