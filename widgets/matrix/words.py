"""What the states of cells are called, and what a cell says in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from widgets.matrix.shown import Mode
from workbench.reachability.matrix import State
from workbench.reachability.portwords import EVERYTHING, parted
from workbench.texts import Sayable, Text, text

CALLED: Final[Mapping[Mode, Mapping[State, Text]]] = {
    "compare": {
        "allowed": text("allowed, as wanted"),
        "blocked": text("blocked, as wanted"),
        "open": text("open, not wanted"),
        "shut": text("shut, but wanted"),
        "partial": text("reached in part only"),
        "unknown": text("unknown", key="matrix.unknown"),
    },
    "computed": {
        "allowed": text("reached", key="matrix.reached"),
        "blocked": text("not reached", key="matrix.not-reached"),
        "partial": text("reached in part"),
        "unknown": text("unknown", key="matrix.unknown"),
    },
    "changes": {
        "allowed": text("reached as before"),
        "blocked": text("not reached, as before"),
        "open": text("newly open"),
        "shut": text("newly shut"),
        "partial": text("other ports than before"),
        "unknown": text("unknown", key="matrix.unknown"),
    },
}
"""The states of each mode, in the order of the legend."""
IN_CELL: Final[Mapping[State, Text]] = {
    "own": text("own", key="matrix.cell.own"),
    "open": text("open", key="matrix.cell.open"),
    "shut": text("shut", key="matrix.cell.shut"),
    "partial": text("partial", key="matrix.partial"),
}
"""The word in a cell, where a state has one."""
DIFFERS: Final[frozenset[State]] = frozenset({"open", "shut", "partial"})
"""The states that are not as wanted, or not as before."""
_JUDGED: Final[Mapping[tuple[Mode, State], Text]] = {
    ("compare", "allowed"): text("{reach}: as wanted"),
    ("compare", "blocked"): text("{reach}: as wanted"),
    ("compare", "open"): text("{reach}: not wanted"),
    ("compare", "shut"): text("{reach}: wanted, but shut"),
    ("compare", "partial"): text("{reach}: more is wanted"),
    ("changes", "allowed"): text("{reach}, as before"),
    ("changes", "blocked"): text("{reach}, as before"),
    ("changes", "open"): text("{reach}: newly open"),
    ("changes", "shut"): text("{reach}: newly shut"),
    ("changes", "partial"): text("{reach}: other ports than before"),
}
ROOM: Final = 7
"""How many letters of ports a cell has room for."""


def cell_said(mode: Mode, state: State, source: Sayable, target: Sayable, ports: str) -> Text:
    """A cell in one sentence, such as "HR reaches SAP on 443: not wanted"."""
    if state == "own":
        return text("{source}: traffic of its own is not judged here", source=source)
    if state == "unknown":
        return text(
            "Whether {source} reaches {target} is unknown: the design does not say enough",
            source=source,
            target=target,
        )
    reach = _reach(state, source, target, ports)
    judged = _JUDGED.get((mode, state))
    return judged._replace(values=(("reach", reach),)) if judged else reach


@lru_cache(4096)
def ports_in_cell(ports: str) -> Text | str:
    """What passes as a cell has room for it: where it is longer, how many ports that is."""
    listed, rest = parted(ports)
    if len(ports) <= ROOM or len(listed) == 1:
        return listed[0] if len(listed) == 1 else ports
    if all(isinstance(one, str) and one.isdigit() for one in listed):
        return text("{count} ports", key="matrix.ports.count", count=len(listed) + rest)
    return text("several", key="matrix.ports.several")


def first_port(ports: str) -> str:
    """One port of what passes, to ask with: the lowest that is named; empty where none is."""
    word = ports.partition(", ")[0].partition(" +")[0]
    if word.startswith(EVERYTHING):
        return ""
    low, _, rest = word.partition("-")
    protocol = rest.partition("/")[2]
    return f"{low}/{protocol}" if protocol else low


def _ports_said(ports: str) -> Text | list[Text | str]:
    """What passes as a sentence lists it."""
    listed, rest = parted(ports)
    return text("{ports} and {count} more", ports=listed, count=rest) if rest else listed


def _reach(state: State, source: Sayable, target: Sayable, ports: str) -> Text:
    if state in ("blocked", "shut"):
        return text("{source} does not reach {target}", key="matrix.reach.not", source=source, target=target)
    if ports == EVERYTHING:
        return text(
            "{source} reaches {target} on all ports", key="matrix.reach.all", source=source, target=target
        )
    if state == "partial" and not ports:
        return text(
            "{source} reaches {target} in part", key="matrix.reach.part", source=source, target=target
        )
    if not ports:
        return text("{source} reaches {target}", key="matrix.reach", source=source, target=target)
    return text(
        "{source} reaches {target} on {ports}",
        key="matrix.reach.on",
        source=source,
        target=target,
        ports=_ports_said(ports),
    )
