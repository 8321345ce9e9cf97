"""Access configurations of CloudSSO."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.importers.accelerator.gathering import Gathering, Source
from workbench.importers.accelerator.shapes import shape
from workbench.model.elements.access_configuration import AccessConfiguration
from workbench.words import Words

KEYS = {"managed_system_policies", "inline_custom_policy", "session_duration", "relay_state"}


def _knows(value: Mapping[str, Any], words: Sequence[str]) -> bool:
    named = any("cloudsso" in word.lower() or "access" in word.lower() for word in words)
    return "name" in value and (bool(KEYS & set(value)) or (named and set(value) <= {"name", "description"}))


@shape("access-configuration", "access configuration", knows=_knows)
def access_configurations(sources: Sequence[Source], gathering: Gathering) -> None:
    """Access configurations with their system policies and their own."""
    for source in sources:
        with gathering.trying(source):
            _access(source, gathering)


def _access(source: Source, gathering: Gathering) -> None:
    fields = source.fields
    name = fields.name("name")
    inline = fields.part("inline_custom_policy")
    seconds = fields.number("session_duration")
    gathering.propose(
        AccessConfiguration,
        source,
        (name,),
        name=Words(en=name),
        parent=gathering.known_directory(),
        note=fields.words("description"),
        session_duration=3600 if seconds is None else seconds,
        policies=fields.texts("managed_system_policies"),
        inline_name=inline.name("policy_name", required=False) if inline else "",
        inline_policy=inline.document("policy_document") if inline else "",
        relay_state=fields.text("relay_state"),
    )
