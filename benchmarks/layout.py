"""How long arranging and routing a landing zone takes, beside Graphviz dot in the same run if it is installed.

Run from the checkout: `python benchmarks/layout.py [nodes ...]`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from planners.layout import Cell, Memory, Wire, arrange, moved
from tests.planners.layout.landing_zone import landing_zone

SIZES = (60, 410, 1900, 5017)
MOST_FOR_DOT = 1900


def seconds(job: Callable[[], object], rounds: int = 3) -> float:
    """The median time of the job."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    return median(times)


def edited(cell: Cell) -> Cell:
    """The same sheet with one more vSwitch in its first zone."""
    if cell.role == "zone":
        return replace(cell, children=(*cell.children, Cell("one-more", (104, 38), role="leaf")))
    for n, child in enumerate(cell.children):
        inner = edited(child)
        if inner is not child:
            return replace(cell, children=(*cell.children[:n], inner, *cell.children[n + 1 :]))
    return cell


def after_edit(root: Cell, wires: list[Wire]) -> float:
    """The time to arrange again after one small change, with memory."""
    times = []
    for _ in range(3):
        memory = Memory()
        arrange(root, wires, memory)
        times.append(seconds(lambda memory=memory: arrange(edited(root), wires, memory), 1))  # type: ignore[misc]
    return median(times)


def dot_source(root: Cell, wires: list[Wire]) -> str:
    """The same sheet for dot: containers as clusters, table rows as their table."""
    lines = ["digraph {", "rankdir=LR; splines=ortho; node [shape=box]; compound=true;"]
    inside: dict[str, str] = {}

    def write(cell: Cell) -> str:
        if not cell.children or cell.is_table:
            w, h = cell.size
            lines.append(
                f'"{cell.key}" [width={max(w, 20) / 72:.2f}, height={max(h, 20) / 72:.2f}, label=""];'
            )
            inside.update({each.key: cell.key for each in cell.walk()})
            return cell.key
        lines.append(f'subgraph "cluster_{cell.key}" {{')
        firsts = [write(child) for child in cell.children]
        lines.append("}")
        inside[cell.key] = firsts[0]
        return firsts[0]

    write(root)
    lines.extend(f'"{inside[wire.a]}" -> "{inside[wire.b]}" [dir=none];' for wire in wires)
    return "\n".join([*lines, "}"])


def dot_seconds(program: str, source: str) -> float | None:
    """The time dot takes, or nothing if it gives up or needs more than ten minutes."""
    start = time.perf_counter()
    try:
        subprocess.run(
            [program, "-Tplain"], input=source, text=True, capture_output=True, check=True, timeout=600
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return None
    return time.perf_counter() - start


def main(sizes: list[int]) -> None:
    """Print one line a size."""
    dot = shutil.which("dot")
    if dot is None:
        print("Graphviz dot is not installed here, so there is nothing to compare with; own times only.")
    for size in sizes:
        root, wires = landing_zone(size)
        own = seconds(lambda root=root, wires=wires: arrange(root, wires))  # type: ignore[misc]
        again = after_edit(root, wires)
        drawn = arrange(root, wires)
        drag = seconds(lambda: moved(drawn, root, wires, "r0-tr", 0, 3), 9)  # noqa: B023
        lines = len(moved(drawn, root, wires, "r0-tr", 0, 3))
        print(
            f"{size:5} nodes: own {own:.3f} s, after one change {again * 1000:.0f} ms "
            f"(1:{own / again:.1f}), a frame of dragging the router with {lines} lines {drag * 1000:.1f} ms"
        )
        if dot is not None and size <= MOST_FOR_DOT:
            other = dot_seconds(dot, dot_source(root, wires))
            print(f"      dot: {f'{other:.2f} s, {other / own:.1f} times ours' if other else 'no drawing'}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
