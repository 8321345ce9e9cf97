"""Rules of Cloud Config, made from templates, for the accounts of the aggregator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from workbench.importers.accelerator.gathering import Gathering, Source
from workbench.importers.accelerator.shapes import shape
from workbench.importers.accelerator.shapes.account import aggregator_members
from workbench.model.elements.config_rule import ConfigRule
from workbench.words import Words

HOURS: Final = {
    "one_hour": "1",
    "three_hours": "3",
    "six_hours": "6",
    "twelve_hours": "12",
    "twentyfour_hours": "24",
}
TRIGGERS: Final = {"configurationitemchangenotification": "change", "schedulednotification": "schedule"}


def _knows(value: Mapping[str, Any], _: Sequence[str]) -> bool:
    return "rule_name" in value and (
        "source_template_id" in value or "scope_compliance_resource_types" in value
    )


@shape("config-rule", "Config rule", knows=_knows, turn=2)
def config_rules(sources: Sequence[Source], gathering: Gathering) -> None:
    """Config rules, checked in the accounts that the files list for the aggregator."""
    accounts = aggregator_members(gathering)
    for source in sources:
        with gathering.trying(source):
            _rule(source, accounts, gathering)


def _rule(source: Source, accounts: tuple[str, ...], gathering: Gathering) -> None:
    fields = source.fields
    name = fields.name("rule_name")
    hours = fields.choice("maximum_execution_frequency", HOURS, "")
    gathering.propose(
        ConfigRule,
        source,
        (name,),
        name=Words(en=name),
        parent=gathering.known_directory(),
        note=fields.words("description"),
        template=fields.name("source_template_id", required=False),
        resource_types=fields.texts("scope_compliance_resource_types"),
        accounts=accounts,
        triggers=_triggers(source),
        every=int(hours) if hours else None,
        risk=fields.number("risk_level"),
        parameters=fields.document("input_parameters"),
        packed=fields.flag("add_to_compliance_pack"),
        tags=fields.tags("tags"),
    )


def _triggers(source: Source) -> tuple[str, ...]:
    """When the rule runs; the files join two words by a comma."""
    written = source.fields.text("trigger_types")
    found = (TRIGGERS.get(word.strip().lower()) for word in written.split(","))
    known = tuple(trigger for trigger in found if trigger)
    if written.strip() and len(known) != len(written.split(",")):
        source.fields.choice("trigger_types", TRIGGERS, "")
    return known
