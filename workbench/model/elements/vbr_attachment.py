"""A circuit's connection to a transit router."""

from __future__ import annotations

from typing import Annotated

from workbench.model.attachment import GrantedAttachment
from workbench.model.element import ElementId, kind, shown


@kind(
    "VBR attachment",
    "VBR attachments",
    domain="network",
    symbol="attachment",
    inside=("transit-router",),
    joins=("vbr", "parent"),
    line="attachment",
    clause_item="net.connect.any",
)
class VbrAttachment(GrantedAttachment, frozen=True, kw_only=True, tag="vbr-attachment"):
    """Joins a virtual border router to a transit router."""

    vbr: Annotated[ElementId | None, shown("VBR", refers=("vbr",))] = None
