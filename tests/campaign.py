"""How many cases a campaign runs: the full count with `--long`, a small share of it otherwise."""

import os

LONG = os.environ.get("WORKBENCH_LONG") == "1"


def share(full: int, part: float = 0.02, least: int = 20) -> int:
    """The number of cases to run now.

    `bootstrap.py test --long` sets the environment variable that asks for the full count.
    """
    return full if LONG else max(min(full, least), round(full * part))
