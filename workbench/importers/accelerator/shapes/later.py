"""Shapes that are known and have no kind of element yet."""

from __future__ import annotations

from workbench.importers.accelerator.shapes import not_held_yet

not_held_yet(
    "bastion-assets",
    "bastion host asset",
    knows=lambda value, _: "host_accounts" in value or "host_config" in value,
)
