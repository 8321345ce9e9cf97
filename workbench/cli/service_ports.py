"""Ports as they are typed in a command: a number, or the name of a service."""

from __future__ import annotations

from difflib import get_close_matches

from workbench.cli.failures import CannotRun
from workbench.reachability.services import SERVICES
from workbench.texts import text


def port_typed(typed: str | None) -> str | None:
    """What was typed for a port, the number where it names a service; CannotRun lists services that are called nearly so."""
    word = (typed or "").casefold()
    if word in SERVICES:
        return str(SERVICES[word][1])
    near = [] if word.lstrip("-").isdecimal() else get_close_matches(word[:40], SERVICES, 3)
    if not near:
        return typed
    raise CannotRun(
        text(
            "{place}: {typed} may be {near}",
            place="--port",
            typed=word[:60],
            near=[text("{name} ({id})", name=name, id=str(SERVICES[name][1])) for name in near],
        )
    )
