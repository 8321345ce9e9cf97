"""What is taken: typed in any way, or known to the design."""

from __future__ import annotations

import pytest

from workbench.model.sketch import sketch
from workbench.planning.renumbering import NothingTaken, taken_blocks, takers

DESIGN = sketch("""
    vpc-a vpc blocks=10.2.0.0/16
    kept reserved-range block=10.9.0.0/16
    site data-centre
      - ranges block=10.2.4.0/22
      - ranges block=nonsense
    empty data-centre
""")


def test_blocks_are_typed_one_after_the_other_in_any_way() -> None:
    found = taken_blocks(DESIGN, ["10.3.0.0/17, 10.3.128.0/255.255.128.0；fd00::/56"])

    assert [str(block) for block in found] == ["10.3.0.0/16", "fd00::/56"]


def test_the_id_of_a_site_stands_for_its_ranges() -> None:
    assert [str(block) for block in taken_blocks(DESIGN, ["site", "kept"])] == ["10.2.4.0/22", "10.9.0.0/16"]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Type a block"),
        ("10.2.0.1/16", "Did you mean 10.2.0.0/16?"),
        ("x" * 500, "is not a block"),
        ("=1+1", "is not a block"),
        ("😀", "is not a block"),
        ("\u202e10.2.0.0/16", "is not a block"),
        ("0.0.0.0/0", "is everything"),
        ("empty", "has no range"),
        ("10.0.0.0/24 " * 65, "65 ranges are too many"),
    ],
)
def test_what_is_no_range_is_refused_with_what_to_do(typed: str, says: str) -> None:
    with pytest.raises(NothingTaken) as refused:
        taken_blocks(DESIGN, [typed])

    assert says in str(refused.value)
    assert len(str(refused.value)) < 300


def test_ranges_on_which_something_stands_come_first() -> None:
    assert [(one.element, str(one.block), one.clashes) for one in takers(DESIGN)] == [
        ("site", "10.2.4.0/22", 1),
        ("kept", "10.9.0.0/16", 0),
    ]
