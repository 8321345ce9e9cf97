"""What is remembered between two arrangements, and what it may change."""

from __future__ import annotations

from dataclasses import replace

from planners.layout import Arrangement, Cell, Memory, Wire, arrange
from tests.planners.layout.faults import faults
from tests.planners.layout.landing_zone import landing_zone


def changed(cell: Cell, key: str, child: Cell) -> Cell:
    """The same tree with one more child in the cell of that key."""
    if cell.key == key:
        return replace(cell, children=(*cell.children, child))
    return replace(cell, children=tuple(changed(inner, key, child) for inner in cell.children))


def with_switch(root: Cell) -> Cell:
    return changed(root, "r0-a2-v0-z0", Cell("fresh", (104, 38), role="leaf"))


def fresh_with_columns(root: Cell, wires: list[Wire], memory: Memory) -> Arrangement:
    return arrange(root, wires, Memory(columns=dict(memory.columns)))


def test_a_change_with_memory_gives_what_the_columns_alone_would_give() -> None:
    root, wires = landing_zone(410)
    memory = Memory()
    arrange(root, wires, memory)
    expected = fresh_with_columns(with_switch(root), wires, memory)

    result = arrange(with_switch(root), wires, memory)

    assert result == expected
    assert faults(with_switch(root), wires, result) == []


def test_undoing_a_change_gives_the_first_drawing_back() -> None:
    root, wires = landing_zone(410)
    memory = Memory()
    first = arrange(root, wires, memory)

    arrange(with_switch(root), wires, memory)
    back = arrange(root, wires, memory)

    assert back == first


def test_one_more_vswitch_moves_boxes_inside_few_containers() -> None:
    root, wires = landing_zone(410)
    memory = Memory()
    before = arrange(root, wires, memory)

    after = arrange(with_switch(root), wires, memory)

    disturbed = moved_inside(root, before, after)
    assert len(disturbed) <= 8, disturbed


def moved_inside(root: Cell, before: Arrangement, after: Arrangement) -> set[str]:
    """The containers in which a child stands elsewhere than before."""
    found = set()
    for cell in root.walk():
        for child in cell.children:
            if offset(before, cell, child) != offset(after, cell, child):
                found.add(cell.key)
    return found


def offset(drawn: Arrangement, cell: Cell, child: Cell) -> tuple[float, float]:
    outer, inner = drawn.boxes[cell.key], drawn.boxes[child.key]
    return (round(inner.x - outer.x, 2), round(inner.y - outer.y, 2))


def test_unchanged_containers_are_not_finished_again() -> None:
    root, wires = landing_zone(410)
    memory = Memory()
    arrange(root, wires, memory)
    known = {key: block for key, (_, block) in memory.blocks.items()}

    arrange(with_switch(root), wires, memory)

    renewed = {key for key, (_, block) in memory.blocks.items() if known.get(key) is not block}
    assert "r0-a2" in renewed
    assert len(renewed) < 20


def test_what_was_removed_is_forgotten() -> None:
    root, wires = landing_zone(60)
    memory = Memory()
    arrange(root, wires, memory)

    arrange(Cell("small", (100, 100), (Cell("a", (50, 20)),)), [], memory)

    assert set(memory.blocks) == {"small"}
    assert set(memory.columns) == {"small"}
