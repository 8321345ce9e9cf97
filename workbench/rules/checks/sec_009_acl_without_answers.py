"""SEC-009."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.flow import Flow
from workbench.model.elements.network_acl import AclEntry, NetworkAcl
from workbench.reachability.sayings import title_of
from workbench.rules.filters import match, meet
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.paths import Paths
from workbench.rules.reader import Reader
from workbench.rules.routing import block_of_end
from workbench.rules.rule import also_by_paths, rule
from workbench.rules.stops import Stop, protocol_and_port, stops
from workbench.rules.wording import bounds
from workbench.texts import text


@rule(
    "SEC-009",
    about=NetworkAcl,
    severity="error",
    says={
        "in": "Inbound entry {number} of {name} accepts {block}, and no outbound entry lets answers to {ports} out",
        "out": "Outbound entry {number} of {name} accepts {block}, and no inbound entry lets answers to {ports} in",
        "flow": "Answers of {name} ({port}) from {target} do not pass {other}, which keeps no state: no entry lets them through",
        "some": "{other} lets answers of {name} ({port}) from {target} pass to some of the ports {ports} only",
        "many": "{name} has {count} entries in one direction; {most} are the usual quota",
    },
    severities={"some": "warning"},
    source="Network ACLs",
    facts=("network_acl.ephemeral_ports", "network_acl.stateful", "network_acl.rules_per_direction"),
)
def acl_without_answers(acl: NetworkAcl, design: Reader) -> Iterator[Finding]:
    """What a network ACL lets through, it lets be answered.

    It keeps no state: an answer goes to a port from 1024 to 65535 and needs an entry of its own. Every flow that is wanted is
    followed back through the entries in their order. How many entries there
    may be was read in no document: that part is a hint.

    Wrong:
        vpc-a vpc
          acl network-acl
            - inbound protocol=tcp port=443/443 block=10.0.0.0/8

    Right:
        vpc-a vpc
          acl network-acl
            - inbound protocol=tcp port=443/443 block=10.0.0.0/8
            - outbound protocol=tcp port=1024/65535 block=10.0.0.0/8
    """
    ports_, stateful = design.fact("network_acl.ephemeral_ports"), design.fact("network_acl.stateful")
    low, high = bounds(ports_)
    for says, entries, field, answers in (
        ("in", acl.inbound, "outbound", acl.outbound),
        ("out", acl.outbound, "inbound", acl.inbound),
    ):
        for number, entry in _unanswered(entries, answers, range(low, high + 1)):
            answer = AclEntry(protocol=entry.protocol, block=entry.block, port=f"{low}/{high}")
            add = Cure(text("Let the answers through"), set_fields([acl.id], **{field: (*answers, answer)}))
            yield found(
                acl,
                says=says,
                field=field,
                rests_on=(ports_, stateful),
                cures=[add],
                number=number,
                block=entry.block,
                ports=f"{low}-{high}",
            )
    most = design.fact("network_acl.rules_per_direction")
    count = max(len(acl.inbound), len(acl.outbound))
    if count > most.value:
        yield found(acl, says="many", rests_on=(most,), count=count, most=most.value)


def _unanswered(
    entries: Iterable[AclEntry], answers: Iterable[AclEntry], ephemeral: range
) -> Iterator[tuple[int, AclEntry]]:
    """Accepting entries of protocols with ports that no entry of the other direction answers, with their numbers."""
    accepted = [match(row.protocol, row.port, row.block) for row in answers if row.action == "accept"]
    for number, entry in enumerate(entries, 1):
        wanted = match(entry.protocol, entry.port, entry.block)
        opens = entry.action == "accept" and wanted.protocol in ("tcp", "udp", "all")
        # An entry for exactly the answering ports is an answer itself.
        if not opens or not wanted.addresses or wanted.ports == ephemeral:
            continue
        if not any(
            answer.addresses
            and answer.addresses.meets(wanted.addresses)
            and meet(answer.ports, ephemeral)
            and ("all" in (answer.protocol, wanted.protocol) or answer.protocol == wanted.protocol)
            for answer in accepted
        ):
            yield number, entry


@also_by_paths(acl_without_answers, about=Flow)
def flow_without_answers(flow: Flow, design: Reader, paths: Paths) -> Iterator[Finding]:
    """Flows whose answers an ACL drops, all or some, where no single entry of it is found to lack its answers."""
    ports_, stateful = design.fact("network_acl.ephemeral_ports"), design.fact("network_acl.stateful")
    low, high = bounds(ports_)
    for stop in stops(flow.id, paths):
        acl = paths.design.get(stop.place, NetworkAcl) if stop.stage.startswith("return-acl") else None
        told = "in" if stop.stage == "return-acl-out" else "out"
        if acl is None or any(finding.says == told for finding in acl_without_answers.check(acl, design)):
            continue
        yield found(
            flow,
            acl,
            says="some" if stop.told.verdict == "partial" else "flow",
            rests_on=(ports_, stateful),
            cures=_answering(stop, acl, paths, f"{low}/{high}"),
            port=protocol_and_port(stop),
            target=title_of(stop.target, paths.design),
            ports=f"{low}-{high}",
        )


def _answering(stop: Stop, acl: NetworkAcl, paths: Paths, ports: str) -> list[Cure]:
    """An entry for the answers, unless one that drops may be what stops them: its place only a person knows."""
    order = paths.found.compiled.order
    out = stop.stage == "return-acl-out"
    field, other = ("outbound", stop.told.source) if out else ("inbound", stop.told.target)
    block = block_of_end(order.ends[order.at[other]], paths)
    entries: tuple[AclEntry, ...] = getattr(acl, field)
    if not block or any(entry.action == "drop" for entry in entries):
        return []
    answer = AclEntry(protocol=stop.told.protocol, block=block, port=ports)
    return [Cure(text("Let the answers through"), set_fields([acl.id], **{field: (*entries, answer)}))]
