"""One packet explained: every place that it and its answer pass, and the one that decides."""

from collections.abc import Iterator
from typing import NamedTuple

from planners.reachability.compiled import Compiled
from planners.reachability.lists import AclLists
from planners.reachability.network import INTERNET, Endpoint
from planners.reachability.walks import ARRIVED, LOOP, UNKNOWN, Walk, both_ways, is_direct
from planners.reachability.walls import UNSETTLED

ALLOW, PARTIAL, DENY = "allow", "partial", "deny"


class Step(NamedTuple):
    """A place on the way: whether it lets the packet pass, and the rule or the word that says why."""

    at: str
    passes: bool
    rule: str | None = None
    why: str = ""


class Explanation(NamedTuple):
    """What becomes of one packet. `at` is the place that decided, `steps` all places in the order they are met."""

    source: str
    target: str
    protocol: str
    port: int
    verdict: str
    at: str
    rule: str | None
    why: str
    path: tuple[str, ...]
    path_back: tuple[str, ...]
    warnings: tuple[str, ...]
    steps: tuple[Step, ...]


def explain(compiled: Compiled, source: str, target: str, protocol: str, port: int) -> Explanation:
    """Why a packet of one endpoint reaches another, or where it fails."""
    order = compiled.order
    return _Packet(
        compiled, order.ends[order.at[source]], order.ends[order.at[target]], protocol, port
    ).explained()


class _Packet:
    def __init__(
        self, compiled: Compiled, source: Endpoint, target: Endpoint, protocol: str, port: int
    ) -> None:
        self._compiled, self._protocol, self._port = compiled, protocol, port
        self._source, self._target = source, target
        self._class = compiled.ports.of(protocol, port)
        self._there, self._back = both_ways(compiled, source, target, self._class)
        direct = is_direct(compiled, source, target)
        self._asks_acls = not direct or compiled.semantics.acl_within_vswitch

    def explained(self) -> Explanation:
        source, target = self._source.id, self._target.id
        if source == target:
            return self._told(ALLOW, Step(f"itself:{source}", True), ())
        steps = tuple(self._steps())
        return self._told(*self._decided(steps), steps)

    def _told(self, verdict: str, step: Step, steps: tuple[Step, ...]) -> Explanation:
        source, target, there, back = self._source.id, self._target.id, self._there, self._back
        return Explanation(
            source,
            target,
            self._protocol,
            self._port,
            verdict,
            step.at,
            step.rule,
            step.why,
            (source, *there.path, *([target] if there.good else ())),
            (target, *back.path, *([source] if back.good else ())) if there.good else (),
            tuple(self._warnings()),
            steps,
        )

    def _decided(self, steps: tuple[Step, ...]) -> tuple[str, Step]:
        for step in steps:
            if not step.passes:
                return DENY, step
        for step in steps:
            if step.why in (UNKNOWN, UNSETTLED):
                return UNKNOWN, step
        failing = self._failing_answer()
        return (PARTIAL, failing) if failing else (ALLOW, Step(f"arrived:{self._target.id}", True))

    def _warnings(self) -> Iterator[str]:
        there, back = self._there, self._back
        if there.end == back.end == ARRIVED and set(there.walls) - set(back.walls):
            yield "asymmetric"
        if there.tied or back.tied:
            yield "conflicting routes"
        if LOOP in (there.end, back.end):
            yield "loop"

    def _steps(self) -> Iterator[Step]:
        source, target, acls = self._source, self._target, self._compiled.acls
        yield self._group(source, target, inbound=False)
        yield from self._acl("acl-out", acls, source, target, inbound=False)
        yield _route("route", self._there)
        for name in self._walls():
            yield self._wall(name)
        yield from self._acl("acl-in", acls, target, source, inbound=True)
        yield self._group(target, source, inbound=True)
        yield _route("return-route", self._back)
        yield from self._answers()
        if self._there.end != UNKNOWN:
            for name in self._back.walls:
                yield Step(f"return-firewall:{name}", name in self._there.walls)

    def _group(self, own: Endpoint, other: Endpoint, inbound: bool) -> Step:
        rules = self._compiled.groups.of(own, inbound)
        passes, rule = rules.decision(self._compiled.order.at[other.id], self._class)
        why = UNSETTLED if own.unsettled else ""
        return Step(f"sg-{'in' if inbound else 'out'}:{own.id}", passes, rule, why)

    def _acl(
        self, stage: str, acls: AclLists, own: Endpoint, other: Endpoint, inbound: bool
    ) -> Iterator[Step]:
        acl = self._compiled.acl_of(own)
        if acl is not None and self._asks_acls:
            decided = acls.of(acl, inbound).decision(self._compiled.order.at[other.id], self._class)
            yield Step(f"{stage}:{acl}", *decided)

    def _walls(self) -> tuple[str, ...]:
        """The firewalls on the way there; those before the internet stand at its end of the way."""
        there = self._there
        return there.edges + there.walls if self._source.id == INTERNET else there.walls + there.edges

    def _wall(self, name: str) -> Step:
        at = self._compiled.order.at
        decided = self._compiled.walls[name].decision(at[self._source.id], at[self._target.id], self._class)
        return Step(f"firewall:{name}", *decided)

    def _answer_classes(self) -> list[int]:
        """The classes of the client's ports; none where nothing asks for them."""
        free = self._protocol == "icmp" and not self._compiled.semantics.icmp_answers_need_rule
        if free or not self._asks_acls:
            return []
        return self._compiled.answers.of_protocol(self._protocol)

    def _answer(self, number: int) -> tuple[Step, Step]:
        """What the two network ACLs say of answers to a class of the client's ports."""
        at, acls = self._compiled.order.at, self._compiled.answer_acls
        out, into = self._compiled.acl_of(self._target), self._compiled.acl_of(self._source)
        return (
            Step(f"return-acl-out:{out}", *acls.of(out, False).decision(at[self._source.id], number)),
            Step(f"return-acl-in:{into}", *acls.of(into, True).decision(at[self._target.id], number)),
        )

    def _answers(self) -> Iterator[Step]:
        """The return ACLs, of which one fails where no answer at all gets through."""
        answers = [self._answer(number) for number in self._answer_classes()]
        if not answers:
            return
        out, into = answers[0]
        if any(out.passes and into.passes for out, into in answers):
            for step, one in ((out, self._target), (into, self._source)):
                if self._compiled.acl_of(one) is not None:
                    yield Step(step.at, True)
        elif not any(out.passes for out, _ in answers):
            yield out
        else:
            yield Step(into.at, False)

    def _failing_answer(self) -> Step | None:
        """The first return ACL that some answers do not pass."""
        answers = [self._answer(number) for number in self._answer_classes()]
        steps = [out for out, _ in answers] + [into for _, into in answers]
        return next((step for step in steps if not step.passes), None)


def _route(stage: str, way: Walk) -> Step:
    return Step(f"{stage}:{way.place}", way.good, why="" if way.end == ARRIVED else way.end)
