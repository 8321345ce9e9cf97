"""Where filters stop a flow: which group, ACL or boundary says no, and the rule that would let it pass."""

from __future__ import annotations

from collections.abc import Iterator

from planners.reachability.network import INTERNET, PORTS, Endpoint
from workbench.edits.fields import set_fields
from workbench.model.element import Element
from workbench.model.elements.network_acl import AclEntry, NetworkAcl
from workbench.model.elements.security_group import SecurityGroup, SecurityRule
from workbench.reachability.sayings import default_said, owner_of, rule_said, shut_said
from workbench.rules.finding import Cure
from workbench.rules.paths import Paths
from workbench.rules.routing import block_of_end
from workbench.rules.stops import Stop, protocol_and_port
from workbench.texts import Text, text

ALL_PORTS = "-1/-1"


def filter_of(stop: Stop, paths: Paths) -> Element | None:
    """The group, network ACL or boundary that says no; the only group of an interface, where none of its rules matches."""
    design = paths.design
    if stop.told.rule is not None:
        return design.get(owner_of(stop.told.rule.partition("/")[0]))
    if stop.stage in ("sg-out", "sg-in"):
        groups = [id for id in _end(stop.place, paths).groups if id in design]
        return design[groups[0]] if len(groups) == 1 else design.get(owner_of(stop.place))
    return design.get(owner_of(stop.place))


def said(stop: Stop, paths: Paths) -> Text:
    """Why it says no."""
    if stop.told.rule is not None:
        return rule_said(stop.told.rule, paths.design)
    if stop.stage in ("sg-out", "sg-in"):
        shut = shut_said(paths.design.get(owner_of(stop.place)), inbound=stop.stage == "sg-in")
        if shut is not None:
            return shut
        group = paths.design.get(next(iter(_end(stop.place, paths).groups), None), SecurityGroup)
        if group is None:
            return text("it is in no security group")
        return default_said(group, inbound=stop.stage == "sg-in", passes=False)
    if stop.stage in ("acl-out", "acl-in", "return-acl-out", "return-acl-in"):
        return text("no entry matches, and the rest is dropped")
    return text("no policy lets it pass")


def is_of_one_group(stop: Stop, paths: Paths) -> bool:
    """Whether both ends are in one group, so that its inner policy has its say."""
    source, target = (_end(id, paths) for id in (stop.told.source, stop.told.target))
    return bool(set(source.groups) & set(target.groups))


def opening_cures(stop: Stop, paths: Paths) -> Iterator[Cure]:
    """A rule for just this traffic, where none stands against it. Who of the internet is meant only a person knows."""
    place = filter_of(stop, paths)
    if stop.told.rule is not None:
        return
    if isinstance(place, SecurityGroup):
        yield from _group_cure(stop, place, paths)
    elif isinstance(place, NetworkAcl):
        inbound = stop.stage == "acl-in"
        field, other = ("inbound", stop.told.source) if inbound else ("outbound", stop.told.target)
        block = block_of_end(_end(other, paths), paths)
        if block and INTERNET not in (stop.told.source, stop.told.target):
            entry = AclEntry(protocol=stop.told.protocol, block=block, port=_port(stop))
            yield Cure(
                text("Let {port} pass for {block}", port=protocol_and_port(stop), block=block),
                set_fields([place.id], **{field: (*getattr(place, field), entry)}),
            )


def _group_cure(stop: Stop, group: SecurityGroup, paths: Paths) -> Iterator[Cure]:
    inbound = stop.stage == "sg-in"
    block = block_of_end(_end(stop.told.source if inbound else stop.told.target, paths), paths)
    if not block or INTERNET in (stop.told.source, stop.told.target):
        return
    row = SecurityRule(
        direction="ingress" if inbound else "egress",
        protocol=stop.told.protocol,
        port=_port(stop),
        block=block,
    )
    yield Cure(
        text("Let {port} pass for {block}", port=protocol_and_port(stop), block=block),
        set_fields([group.id], rules=(*group.rules, row)),
    )


def _port(stop: Stop) -> str:
    """The ports that are alike to the one that was sent, as rules write them."""
    if stop.told.protocol == "icmp":
        return ALL_PORTS
    return f"{stop.told.port}/{stop.told.port}" if 0 < stop.told.port < PORTS else ALL_PORTS


def _end(id: str, paths: Paths) -> Endpoint:
    order = paths.found.compiled.order
    return order.ends[order.at[id]]
