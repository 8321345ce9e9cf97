"""Packets asked about, on which planner and walker must agree."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from planners.reachability import Compiled, Semantics, explain, reach
from tests.planners.reachability.plainly import Plain, read
from tests.planners.reachability.walker import Walked, Walker


def asked(
    plain: Plain, source: str, target: str, proto: str = "tcp", port: int = 443, **semantics: Any
) -> Walked:
    """What becomes of a packet, on which the planner and the walker agree."""
    how = replace(Semantics(), **semantics)
    answer = Walker(plain, how).ask(source, target, proto, port)
    compiled = Compiled(read(plain), how)
    told = explain(compiled, source, target, proto, port)
    assert (told.verdict, told.at, told.rule, frozenset(told.warnings)) == answer
    assert reach(compiled).verdict(source, target, proto, port) == answer.verdict
    return answer


def verdict(
    plain: Plain, source: str, target: str, proto: str = "tcp", port: int = 443, **semantics: Any
) -> str:
    """Only whether it gets there."""
    return asked(plain, source, target, proto, port, **semantics).verdict
