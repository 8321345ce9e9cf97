"""SEC-006."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.security_group import SecurityGroup, SecurityRule
from workbench.rules.effects import idle_rules
from workbench.rules.filters import Match, match
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.paths import Paths
from workbench.rules.reader import Reader
from workbench.rules.rule import also_by_paths, rule
from workbench.texts import Text, text


@rule(
    "SEC-006",
    about=SecurityGroup,
    severity="warning",
    says={
        "": "Rule {number} of {name} never decides: rule {stronger} matches all of it first",
        "both": "Rules {stronger} and {number} of {name} are equal but for accept and drop: the drop wins",
        "twice": "Rule {number} of {name} repeats rule {stronger}",
        "several": "Rule {number} of {name} never decides: {stronger} match all of it first, together or on every interface",
        "members": "Rule {number} of {name} never decides: whom {stronger} leaves over are members, who reach each other anyway",
        "inner": "Rule {number} of {name} names its own group, whose members reach each other anyway",
    },
    source="API AuthorizeSecurityGroup",
    facts=("security_group.rules.tie_break", "security_group.rules.intra_group_accept_first"),
)
def rule_without_effect(group: SecurityGroup, design: Reader) -> Iterator[Finding]:
    """Every rule of a group decides something.

    Rules are asked by priority, a drop before an accept of the same priority; an interface merges those of all its groups.
    A rule whose every packet meets a stronger one first is dead, and often hides a mistake. What the accept inside a group
    does to rules was read in no document: that part is a hint.

    Wrong:
        sg security-group
          - rules priority=1 port=1/65535 block=10.0.0.0/8
          - rules priority=2 port=443/443 block=10.1.0.0/16 action=drop

    Right:
        sg security-group
          - rules priority=2 port=1/65535 block=10.0.0.0/8
          - rules priority=1 port=443/443 block=10.1.0.0/16 action=drop
    """
    tie = design.fact("security_group.rules.tie_break")
    accept = design.fact("security_group.rules.intra_group_accept_first")
    open_inside = group.type == "normal" and group.inner == "Accept" and accept.value
    strongest_first = sorted(enumerate(group.rules), key=lambda entry: _strength(entry[1]))
    asked: dict[str, list[tuple[int, SecurityRule, Match]]] = {"ingress": [], "egress": []}
    for index, row in strongest_first:
        wanted = match(row.protocol, row.port, row.block, row.group or row.prefix_list or "")
        earlier = asked[row.direction]
        stronger = next((entry for entry in earlier if _kills(entry, row, wanted)), None)
        without_it = tuple(other for other in group.rules if other is not row)
        cures = [Cure(text("Take the rule out"), set_fields([group.id], rules=without_it))]
        if stronger:
            said = _relation(stronger[1], stronger[2], row, wanted)
            yield found(
                group,
                says=said,
                field="rules",
                rests_on=(tie,),
                cures=cures,
                number=index + 1,
                stronger=stronger[0] + 1,
            )
        elif row.group == group.id and open_inside:
            yield found(group, says="inner", field="rules", rests_on=(accept,), cures=cures, number=index + 1)
        earlier.append((index, row, wanted))


def _strength(row: SecurityRule) -> tuple[int, bool]:
    return row.priority, row.action == "accept"


def _kills(entry: tuple[int, SecurityRule, Match], row: SecurityRule, wanted: Match) -> bool:
    """Whether an earlier rule leaves nothing for another; of equal strength only its repetition does."""
    _, other, held = entry
    return held == wanted if _strength(other) == _strength(row) else held.holds(wanted)


def _relation(other: SecurityRule, held: Match, row: SecurityRule, wanted: Match) -> str:
    if held != wanted or other.priority != row.priority:
        return ""
    return "twice" if other.action == row.action else "both"


@also_by_paths(rule_without_effect, about=SecurityGroup)
def rule_without_effect_anywhere(group: SecurityGroup, design: Reader, paths: Paths) -> Iterator[Finding]:
    """Rules that no single stronger rule of the group kills, but several, or those of other groups on every interface."""
    told = {dict(one.values)["number"] for one in rule_without_effect.check(group, design)}
    tie = design.fact("security_group.rules.tie_break")
    for one in idle_rules(group.id, paths):
        if not one.is_dead or one.number + 1 in told:
            continue
        accept = design.fact("security_group.rules.intra_group_accept_first")
        without_it = tuple(row for place, row in enumerate(group.rules) if place != one.number)
        yield found(
            group,
            says="members" if one.is_by_inner else "several",
            field="rules",
            rests_on=(tie, accept) if one.is_by_inner else (tie,),
            cures=[Cure(text("Take the rule out"), set_fields([group.id], rules=without_it))],
            number=one.number + 1,
            stronger=named_rules(one.others, group, design),
        )


def named_rules(
    rules: tuple[tuple[str, int], ...], group: SecurityGroup, design: Reader
) -> tuple[Text, ...] | Text:
    """Rules by their numbers, those of other groups with the group."""
    if not rules:
        return text("no rule")
    return tuple(
        text("rule {number}", number=number + 1)
        if id == group.id
        else text("rule {number} of {group}", number=number + 1, group=other.title())
        for id, number in rules
        if (other := design.get(id)) is not None
    )
