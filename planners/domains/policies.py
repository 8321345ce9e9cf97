"""What a firewall and network ACLs would hold for the rules of a grouping, where the domains' address blocks are known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from planners.addresses import Block
from planners.domains.addresses import Blocks, domain_blocks
from planners.domains.grouping import Grouping, Rule
from planners.domains.ports import EVERY, PORTED, TOP_PORT
from planners.domains.problem import App

ACCEPT, DROP = "accept", "drop"
IN, OUT = "in", "out"
EPHEMERAL = (1024, TOP_PORT)
"""The ports that clients answer from unless others are given."""


class Policy(NamedTuple):
    """One line of a firewall's ordered list; no blocks and the protocol `all` mean everything."""

    action: str
    sources: Blocks
    targets: Blocks
    protocol: str
    ports: tuple[int, int] | None


class AclLine(NamedTuple):
    """One line of a network ACL: inbound lines match the source, outbound ones the destination."""

    domain: str
    direction: str
    action: str
    protocol: str
    block: Block
    ports: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Policies:
    """Firewall policies in order, ACL lines by domain and direction, and the rules whose blocks are not all known."""

    firewall: tuple[Policy, ...]
    acls: tuple[AclLine, ...]
    unknown: tuple[Rule, ...]


def policies(apps: Sequence[App], grouping: Grouping, ephemeral: tuple[int, int] = EPHEMERAL) -> Policies:
    """The sketch for a grouping. A firewall sees what goes between domains; its last policy drops the rest.

    ACLs keep no state: answers need lines of their own, which open the ephemeral ports to whoever answers. So an ACL
    permits more than the rules; they stay the groups' and the firewall's business.
    """
    blocks = domain_blocks(apps, grouping)
    known = [rule for rule in grouping.rules if rule.source in blocks and rule.target in blocks]
    unknown = tuple(rule for rule in grouping.rules if not (rule.source in blocks and rule.target in blocks))
    firewall = [
        Policy(ACCEPT, blocks[rule.source], blocks[rule.target], rule.protocol, rule.ports)
        for rule in known
        if rule.source != rule.target
    ]
    lines = {
        line: None
        for rule in known
        for line in _lines(rule, blocks[rule.source], blocks[rule.target], ephemeral)
    }
    order = sorted(
        lines, key=lambda line: (line.domain, line.direction, line.protocol, line[4], line[5] or ())
    )
    return Policies((*firewall, Policy(DROP, (), (), EVERY, None)), tuple(order), unknown)


def _lines(rule: Rule, sources: Blocks, targets: Blocks, ephemeral: tuple[int, int]) -> Iterator[AclLine]:
    """The lines of both sides for one rule and its answers."""
    answers = ephemeral if rule.protocol in PORTED else None
    for block in sources:
        yield AclLine(rule.target, IN, ACCEPT, rule.protocol, block, rule.ports)
        yield AclLine(rule.target, OUT, ACCEPT, rule.protocol, block, answers)
    for block in targets:
        yield AclLine(rule.source, OUT, ACCEPT, rule.protocol, block, rule.ports)
        yield AclLine(rule.source, IN, ACCEPT, rule.protocol, block, answers)
