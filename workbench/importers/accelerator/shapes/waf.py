"""Web Application Firewall: protection templates and rules, in files of their own, of one instance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from workbench.importers.accelerator.gathering import Gathering, Source
from workbench.importers.accelerator.rows import print_of
from workbench.importers.accelerator.shapes import shape
from workbench.model.elements.waf import Waf, WafRule, WafTemplate
from workbench.texts import text
from workbench.words import Words

NAME = Words(en="WAF", zh="WAF")
ACTIONS = {name: name for name in ("block", "monitor", "js", "captcha", "captcha_strict")}
TYPES = {"user_default": "user_default", "user_custom": "user_custom"}


@shape(
    "waf",
    "WAF rule or template",
    knows=lambda value, _: "defense_scene" in value and ("rule_name" in value or "template_name" in value),
)
def templates_and_rules(sources: Sequence[Source], gathering: Gathering) -> None:
    """The one WAF of the account, with every template and rule that the files hold."""
    templates: list[tuple[Source, WafTemplate]] = []
    rules: list[tuple[Source, WafRule]] = []
    for source in sources:
        with gathering.trying(source):
            if "template_name" in source.fields:
                templates.append((source, _template(source)))
            else:
                rules.append((source, _rule(source)))
    if not templates and not rules:
        return
    id = _waf(templates, rules, gathering)
    for source, template in templates:
        said = text("protection template {name} of {waf}", name=template.name, waf=NAME)
        gathering.mention(id, source, said)
    for source, rule in rules:
        gathering.mention(id, source, text("protection rule {name} of {waf}", name=rule.name, waf=NAME))


def _waf(
    templates: Sequence[tuple[Source, WafTemplate]],
    rules: Sequence[tuple[Source, WafRule]],
    gathering: Gathering,
) -> str:
    source = (*templates, *rules)[0][0]
    owner = gathering.owner(source)
    # Files of rules alone say nothing of templates, and the other way round.
    said: dict[str, Any] = {
        name: tuple(row for _, row in found)
        for name, found in (("templates", templates), ("rules", rules))
        if found
    }
    return gathering.propose(Waf, source, (owner,), name=NAME, parent=owner, **said)


def _template(source: Source) -> WafTemplate:
    fields = source.fields
    type_: Any = fields.choice("template_type", TYPES, "")
    template = WafTemplate(
        name=fields.name("template_name"),
        scene=fields.text("defense_scene", required=True),
        type=type_,
        objects=fields.texts("resources"),
        origin=fields.text("template_origin"),
        enabled=fields.number("status") != 0,
        description=fields.text("description"),
    )
    return msgspec.structs.replace(template, imported=print_of(template))


def _rule(source: Source) -> WafRule:
    fields = source.fields
    action: Any = fields.choice("rule_action", ACTIONS, "")
    rule = WafRule(
        name=fields.name("rule_name"),
        template=fields.text("template_id"),
        scene=fields.text("defense_scene", required=True),
        action=action,
        addresses=fields.texts("remote_addr"),
        origin=fields.text("defense_origin"),
        enabled=fields.number("status") != 0,
    )
    return msgspec.structs.replace(rule, imported=print_of(rule))
