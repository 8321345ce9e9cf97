"""YAML as people and their tools write it, and as nobody should: anchors, aliases, merges, tags."""

from __future__ import annotations

from random import Random
from typing import Any, Final

import yaml

BOMB: Final = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "\n".join(
    f"{this}: &{this} [{', '.join(['*' + before] * 10)}]"
    for before, this in zip("abcdefgh", "bcdefghi", strict=True)
)
INSERTED: Final = (
    BOMB, "a: &a [*a]", "<<: *nobody", "<<: {a: 1}", "? [a]\n: b", "!!python/object/apply:os.system ['true']",
    "a: !!binary xx", "a: !!set {x}", "--- \n- a", "%YAML 9.9\n---", "a: 0o777", "a: 1_000", "a: 22:30", "a: .nan",
    "a: .inf", "a: 2026-01-01", "a: |\n  x", "a: >-\n x", "a: \"\\ud83d\"", "a: &b 1\nc: *b", "'': ''", "~: ~",
)  # fmt: skip


def yaml_load(raw: bytes) -> Any:
    """The value of a YAML file of the tests."""
    return yaml.safe_load(raw)


def yaml_dump(value: Any, dice: Random) -> str:
    """A value in one of YAML's many forms, now and then with something strange in it."""
    written: str = yaml.dump(
        value,
        default_flow_style=dice.choice((True, False, None)),
        allow_unicode=dice.random() < 0.5,
        sort_keys=False,
        width=dice.choice((40, 10**9)),
        default_style=dice.choice((None, None, '"', "'")),
    )
    if dice.random() < 0.35:
        lines = written.splitlines()
        lines.insert(dice.randint(0, len(lines)), dice.choice(INSERTED))
        written = "\n".join(lines) + "\n"
    return written
