"""How many rules a row of a security group counts for."""

from __future__ import annotations

from workbench.model.elements.prefix_list import PrefixList
from workbench.model.elements.security_group import SecurityRule
from workbench.rules.reader import Reader


def charge(row: SecurityRule, design: Reader) -> int:
    """One, or as many as the prefix list that it names may ever hold."""
    named = design.get(row.prefix_list, PrefixList)
    return max(1, named.most) if named else 1
