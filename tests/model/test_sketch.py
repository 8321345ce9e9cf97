"""Indented text becomes a design."""

from __future__ import annotations

import pytest

from workbench.model.elements.security_group import SecurityGroup
from workbench.model.elements.vpc import Vpc
from workbench.model.sketch import sketch


def test_indentation_is_containment() -> None:
    design = sketch(
        """
        a account
          v vpc blocks=10.0.0.0/16,10.1.0.0/16 name.zh=生产
            s vswitch block=10.0.1.0/24
          w vpc
        """
    )

    assert design["s"].parent == "v"
    assert design["w"].parent == "a"
    vpc = design.get("v", Vpc)
    assert vpc
    assert vpc.blocks == ("10.0.0.0/16", "10.1.0.0/16")
    assert vpc.name.both() == "生产 · v"


def test_a_dash_adds_a_row_to_a_table() -> None:
    design = sketch("g security-group\n  - rules action=drop port=22/22 priority=5\n  - rules port=80/80")

    group = design.get("g", SecurityGroup)
    assert group
    assert [(rule.action, rule.port, rule.priority) for rule in group.rules] == [
        ("drop", "22/22", 5),
        ("accept", "80/80", 1),
    ]


@pytest.mark.parametrize("line", ["v vpc colour=red", "v spaceship", "- rules port=1", "v"])
def test_a_wrong_line_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="line 2"):
        sketch(f"a account\n{line}")
