"""All benchmarks in one run, each in a process of its own: `python -m benchmarks`, or `python -m benchmarks canvas stalls`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main(wanted: list[str]) -> int:
    """Runs them in the order of their names; 1 where one did not come to its end."""
    names = sorted(one.stem for one in HERE.glob("[a-z]*.py"))
    codes = []
    for name in wanted or names:
        print(f"\n== {name}", flush=True)
        codes.append(
            subprocess.run(
                [sys.executable, "-m", f"benchmarks.{name}"], cwd=HERE.parent, check=False
            ).returncode
        )
    return int(any(codes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
