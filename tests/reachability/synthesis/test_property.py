"""Whatever is drawn: what is wanted passes, what passes beside it is the figure shown, and every limit is kept."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from tests.campaign import share
from tests.reachability.synthesis.cases import groups, landing_zones, passing
from workbench.model.design import Design
from workbench.model.elements.application import Application
from workbench.reachability.synthesis import Realised, Wishes, curved, realised
from workbench.reachability.wanted import wanted

PORTS = (
    ("tcp", 443),
    ("tcp", 8000),
    ("tcp", 8005),
    ("tcp", 8020),
    ("tcp", 22),
    ("udp", 53),
    ("udp", 9),
    ("icmp", 0),
)
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def meant(design: Design, source: str, target: str, protocol: str, port: int) -> bool:
    """Whether the flows of a design want a packet, read one by one: a no beats every yes."""
    said = [
        one.allows
        for one in wanted(design)
        if source in one.sources
        and target in one.targets
        and one.protocol in ("all", protocol)
        and (one.protocol == "all" or one.ports is None or one.ports[0] <= port <= one.ports[1])
    ]
    return bool(said) and all(said)


def reads(point: Realised, before: Design) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    """What is missing and what passes though nothing wants it, packet by packet."""
    missing: set[tuple[str, ...]] = set()
    extra: set[tuple[str, ...]] = set()
    for source, target, protocol, port, verdict in passing(point.after, PORTS):
        wished = meant(before, source, target, protocol, port)
        if wished and verdict != "allow":
            missing.add((source, target, protocol, str(port)))
        if not wished and verdict in ("allow", "partial"):
            extra.add((source, target, protocol, str(port)))
    return missing, extra


def check_limits(point: Realised) -> None:
    """Every limit of the platform, counted from the design."""
    by_id = groups(point.after)
    for group in point.groups.made:
        assert len(group.rules) <= 200
        assert sum(rule.group is not None for rule in group.rules) <= 20
    for application in point.after.of_kind(Application):
        by_vpc: dict[str | None, list[str]] = {}
        for id in application.groups:
            by_vpc.setdefault(by_id[id].parent, []).append(id)
        for ids in by_vpc.values():
            assert len(ids) <= 10
            assert sum(len(by_id[id].rules) for id in ids) <= 1000


@settings(max_examples=share(1500, 0.02), deadline=None, suppress_health_check=SLOW)
@given(landing_zones(shared=False))
def test_where_no_addresses_are_shared_exactly_what_the_rules_permit_passes(design: Design) -> None:
    found = curved(design, Wishes())
    for number in range(len(found.points)):
        point = realised(found, number)
        missing, extra = reads(point, design)

        assert (missing, point.proof.missing) == (set(), [])
        assert point.proof.beside == []
        assert point.proof.unreached == 0
        assert point.proof.extra == found.figures(number).extra
        assert bool(extra) == bool(point.proof.extra)
        assert {one[:2] for one in extra} == {one[:2] for one in point.proof.extras}
        check_limits(point)


@settings(max_examples=share(1500, 0.02), deadline=None, suppress_health_check=SLOW)
@given(landing_zones())
def test_with_shared_addresses_all_that_is_wanted_passes_and_all_else_that_passes_is_counted(
    design: Design,
) -> None:
    found = curved(design, Wishes())
    for number in range(len(found.points)):
        point = realised(found, number)
        missing, extra = reads(point, design)
        proof = point.proof

        assert (missing, proof.missing) == (set(), [])
        assert {one[:2] for one in extra} <= {one[:2] for one in (*proof.extras, *proof.beside)}
        assert proof.extra == len(proof.extras) + len(proof.beside)
        assert proof.by_rule + proof.unreached == found.figures(number).extra
        check_limits(point)
