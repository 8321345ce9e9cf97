"""What the contract orders: rules that miss something ask here first, so that nothing is missed that nobody wants."""

from __future__ import annotations

from workbench.engagement.lens import domains_in_force
from workbench.rules.reader import Reader


def is_ordered(domain: str, design: Reader) -> bool:
    """Whether a design domain is named among those delivered, and the edition holds it."""
    engagement = design.engagement
    return engagement is not None and domain in engagement.domains and domain in domains_in_force(engagement)
