"""What rules about paths ask: the network of a design and its verdicts, made once however many rules ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Final, NamedTuple

from planners.pace import also_breathing
from planners.reachability import Answers, reach, updated
from workbench.cancelled import Cancelled
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.reachability.modelled import Modelled, modelled, uses

CONCERNED: Final = frozenset(
    (
        "account",
        "application",
        "bastion-host",
        "circuit",
        "cloud-firewall",
        "data-centre",
        "database",
        "ecr",
        "ecr-association",
        "eip",
        "flow",
        "internet",
        "invariant",
        "ipsec-connection",
        "ipv4-gateway",
        "ipv6-gateway",
        "load-balancer",
        "nat-gateway",
        "network-acl",
        "other-cloud",
        "peer-attachment",
        "prefix-list",
        "region",
        "route-table",
        "routing-policy",
        "security-domain",
        "security-group",
        "transit-router",
        "transit-router-table",
        "vbr",
        "vbr-attachment",
        "vpc",
        "vpc-attachment",
        "vpc-peering",
        "vpn-attachment",
        "vpn-gateway",
        "vswitch",
    )
)
"""The kinds that a network is made of, and so those whose change makes every rule about paths be asked again."""


class _Known(NamedTuple):
    found: Modelled
    answers: Answers


class Paths:
    """The network of one design; the verdicts of an earlier one are used as far as they hold."""

    def __init__(self, design: Design, before: Paths | None = None) -> None:
        self.design = design
        self._earlier = before.known if before is not None else None
        self._stopped: Callable[[], bool] = lambda: False
        self.notes: dict[str, object] = {}
        """What one rule has worked out that others ask for too, by a word for it."""

    @cached_property
    def found(self) -> Modelled:
        """The network of the design."""
        found, earlier = modelled(self.design), self._earlier
        if earlier is not None and _is_same(found, earlier.found):
            # What was compiled for an equal network is as good; it is the larger part of the work.
            vars(found)["compiled"] = earlier.answers.parts.compiled
        return found

    @cached_property
    def answers(self) -> Answers:
        """All verdicts of the network."""
        found, earlier = self.found, self._earlier
        if earlier is None or _uses(found) != _uses(earlier.found):
            return reach(found.compiled)
        if found.network == earlier.found.network:
            return earlier.answers
        answers = updated(earlier.answers, found.network)
        vars(found)["compiled"] = answers.parts.compiled
        return answers

    @property
    def known(self) -> _Known | None:
        """The latest network with all its verdicts."""
        answers = vars(self).get("answers")
        return self._earlier if answers is None else _Known(self.found, answers)

    @contextmanager
    def until(self, stopped: Callable[[], bool]) -> Iterator[None]:
        """Within, work on the network raises Cancelled once it is stopped."""
        self._stopped = stopped
        with also_breathing(self._look):
            yield

    def _look(self) -> None:
        if self._stopped():
            raise Cancelled


def concern_paths(change: Change) -> bool:
    """Whether a change touches anything that networks are made of."""
    return any(
        str(element.__struct_config__.tag) in CONCERNED
        for pair in change.pairs()
        for element in pair
        if element is not None
    )


def _uses(found: Modelled) -> tuple[object, ...]:
    return tuple(uses(found.design))


def _is_same(one: Modelled, other: Modelled) -> bool:
    return one.network == other.network and _uses(one) == _uses(other)
