"""Designs to begin with that are whole already: accounts, networks and sheets without a customer's name in them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from workbench.model.design import Design
from workbench.model.elements.engagement import Engagement
from workbench.patterns import pattern
from workbench.storage.files import open_design
from workbench.words import Words

SAMPLES: Final = Path(__file__).parents[2] / "resources" / "samples"


@pattern(
    "small-business",
    title="Small business",
    says="Seven accounts in four folders, one region with four VPCs on a transit router, a DMZ with one exit.",
)
def small_business() -> Design:
    """One region, no sites."""
    return _nameless("basic-network")


@pattern(
    "enterprise",
    title="Enterprise",
    says="Two regions with peered routers, a data centre on two circuits, security domains, firewall and bastion host.",
)
def enterprise() -> Design:
    """Two regions and a data centre."""
    return _nameless("advanced")


def _nameless(sample: str) -> Design:
    """A clean sample as nobody's design yet."""
    design = open_design(SAMPLES / f"{sample}.lzd").design
    (ordered,) = design.of_kind(Engagement)
    nobodys = {"customer": Words(), "name": Words(), "author": "", "version": "0.1", "issued": ""}
    return design.replacing(ordered.id, implementer="customer", **nobodys)
