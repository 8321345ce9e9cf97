"""What both forms of a flow list have in common: protocols and ports as people write them."""

import re
from collections.abc import Callable

from planners.addresses.errors import Told
from planners.domains.errors import BadFlows, shown
from planners.domains.ports import PORTED, PROTOCOLS
from planners.domains.problem import Flow, check_ports

Warn = Callable[[Told], None]
Ports = tuple[int, int] | None

ANY = frozenset(["", "-", "*", "any", "all", "-1", "-1/-1", "全部", "任意"])
"""How every port, or every protocol, is written."""
_RANGE = re.compile(r"\s*(\d{1,6})\s*(?:[-/~–:]\s*(\d{1,6}))?\s*", re.ASCII)


def protocol_of(text: str, path: str) -> str:
    """The protocol that a text names; nothing is tcp."""
    name = text.strip().lower()
    if not name:
        return "tcp"
    if name in ANY:
        return "all"
    if name not in PROTOCOLS:
        raise BadFlows(path, "{value} is none of {choices}", value=shown(text), choices=", ".join(PROTOCOLS))
    return name


def ports_of_text(text: str, path: str) -> list[Ports]:
    """The ports that a text lists, such as `80, 443, 8000-8010`; none listed is every port."""
    if text.strip().lower() in ANY:
        return [None]
    found: list[Ports] = []
    for part in re.split(r"[,;，；、\s]\s*(?=\d)", text.strip()):
        match = _RANGE.fullmatch(part)
        if not match:
            raise BadFlows(
                path, "{value} is no list of ports; write it like 80,443,8000-8010", value=shown(text)
            )
        low = int(match[1])
        found.append((low, int(match[2] or low)))
    return found


def flows_of(source: str, target: str, protocol: str, ports: list[Ports], seen: int) -> list[Flow]:
    """A flow for each of the ports."""
    return [Flow(source, target, protocol, one if protocol in PORTED or one else None, seen) for one in ports]


def check_flow(flow: Flow, protocol_path: str, ports_path: str) -> None:
    """Raise `BadFlows` at the place of the protocol or of the ports."""
    try:
        check_ports(flow, "")
    except BadFlows as wrong:
        path = protocol_path if wrong.told.path == ".protocol" else ports_path
        raise BadFlows(path, wrong.told.pattern, **wrong.told.values) from None
