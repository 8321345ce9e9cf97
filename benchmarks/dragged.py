"""One block dragged over the plan of 3,000 vSwitches: what each movement of the pointer costs, beside a frame of 16 ms.

    python -m benchmarks.dragged

Goal: every row below 1.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.samples.generated import SIZES, generated
from widgets.addresses.acts import Acts
from widgets.addresses.drags import BlockDrag
from widgets.addresses.field import Field
from widgets.look import Look
from widgets.shell.run import made_application
from workbench.editor import Editor
from workbench.edits.addressing import Ground, split
from workbench.planning.address_map import Claim, Space, address_map, frame_of

FRAME = 0.016
MOVES = 300


def timed(times: int, act: Callable[[int], object]) -> list[float]:
    """The seconds of each of some runs."""
    found = []
    for at in range(times):
        began = perf_counter()
        act(at)
        found.append(perf_counter() - began)
    return found


def row(name: str, seconds: Sequence[float]) -> None:
    """Prints the middle and the longest as parts of a frame."""
    ordered = sorted(seconds)
    middle, longest = ordered[len(ordered) // 2], ordered[-1]
    print(f"  {name:<44} {middle / FRAME:6.3f} of a frame, the longest {longest / FRAME:6.3f}")


def dragging(ground: Ground, space: Space, claim: Claim, seed: int) -> list[float]:
    """The whole plan checked for each place that a block is dragged over."""
    dice = Random(seed)
    drag = BlockDrag(ground, claim, space.block, claim.block.base)
    around = range(-(1 << 20), 1 << 20)
    return timed(MOVES, lambda at: drag.at(claim.block.base + dice.choice(around)))


def main() -> None:
    """Prints each row."""
    application = made_application()  # noqa: F841
    editor = Editor(generated(SIZES["L"]))
    made = address_map(editor.design)
    space = made.spaces[0]
    ground = Ground(editor.design)
    vswitches = [claim for claim in space.claims if claim.use == "vswitch"]
    vpcs = [claim for claim in space.claims if claim.use == "vpc"]
    widest = max(vpcs, key=lambda claim: len(ground.parts_of(claim)))
    print(
        f"L: {len(space.claims):,} blocks in {space.block}; the largest VPC has {len(ground.parts_of(widest))}"
    )
    row("laying the ground, beside the window", timed(3, lambda at: Ground(editor.design)))
    row("taking hold of a vSwitch", timed(20, lambda at: BlockDrag(ground, vswitches[at], space.block, 0)))
    row("taking hold of the largest VPC", timed(20, lambda at: BlockDrag(ground, widest, space.block, 0)))
    row("a vSwitch moved, the plan checked", dragging(ground, space, vswitches[7], 1))
    row("the largest VPC moved, the plan checked", dragging(ground, space, widest, 2))
    designs = [split(ground, claim).edit(editor.design) for claim in vswitches[:10]]
    row("following an edit", timed(10, lambda at: ground.follow(designs[at])))
    ground.follow(editor.design)
    field = Field(Look("en", "light"), Acts(editor, Look("en", "light")))
    field.resize(1100, 640)
    field.show()
    field.show_map(made, space, frame_of(space.block, widest.block.enclosing(8)))
    drag = BlockDrag(ground, widest, space.block, widest.block.base)
    field.now()

    def shown(at: int) -> None:
        field.show_ghost(drag.at(widest.block.base + at * widest.block.size))
        field.repaint()

    row("the largest VPC moved and shown", timed(40, shown))


if __name__ == "__main__":
    main()
