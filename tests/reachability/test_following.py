"""The matrices of a design that is being edited are those of the design as if it were read for the first time."""

from __future__ import annotations

import pytest

from workbench.model.sketch import sketch
from workbench.reachability.following import Followed


def lines(rule: str) -> str:
    """Twelve applications, each open on 443 to all; the first has one more rule."""
    out = [
        "    vpc-a vpc blocks=10.1.0.0/16",
        "      a-1 vswitch block=10.1.1.0/24",
    ]
    for number in range(12):
        out.append(f"      sg-{number} security-group inner=Drop")
        out.append("        - rules port=443/443 block=10.1.0.0/16")
        if number == 0 and rule:
            out.append(f"        - rules {rule} block=10.1.0.0/16")
    out += [f"    app-{number} application vswitches=a-1 groups=sg-{number}" for number in range(12)]
    return "\n".join(out)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("port=22/22", ""),
        ("port=22/22", "port=443/443 priority=1"),
        ("", "port=22/22"),
        ("port=22/22", "port=22/22 action=drop"),
    ],
)
def test_an_edit_of_a_rule_gives_the_matrices_that_a_fresh_reading_gives(before: str, after: str) -> None:
    followed, design = Followed(), sketch(lines(after))
    followed.after(sketch(lines(before)))

    found, fresh = followed.after(design).matrices, Followed().after(design).matrices
    for one, other in zip(found, fresh, strict=True):
        assert one.parties == other.parties
        assert (one.codes == other.codes).all()
        assert dict(one.passing) == dict(other.passing)
