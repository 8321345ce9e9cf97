"""The plain JSON form of answers."""

from typing import Any

from planners.reachability.explaining import Explanation
from planners.reachability.verdicts import Stretch


def explanation_data(one: Explanation) -> dict[str, Any]:
    """An explained packet as plain data, ready for JSON."""
    return {
        "src": one.source,
        "dst": one.target,
        "proto": one.protocol,
        "port": one.port,
        "verdict": one.verdict,
        "at": one.at,
        "rule": one.rule,
        "why": one.why or None,
        "path": list(one.path),
        "path_back": list(one.path_back),
        "warnings": list(one.warnings),
        "steps": [
            {"at": step.at, "passes": step.passes, "rule": step.rule, "why": step.why or None}
            for step in one.steps
        ],
    }


def stretch_data(one: Stretch) -> dict[str, Any]:
    """Neighbouring ports of one verdict as plain data, ready for JSON."""
    return {
        "src": one.source,
        "dst": one.target,
        "proto": one.protocol,
        "ports": list(one.ports),
        "verdict": one.verdict,
    }
