import pytest

from workbench.drawing.symbols import FOLDER, GRID, symbol
from workbench.model import elements as _elements
from workbench.model.element import KINDS


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.svg")))
def test_every_symbol_is_drawn_inside_its_grid(name: str):
    found = symbol(name)

    points = [number for piece in found.pieces for _, numbers in piece.path for number in numbers]

    assert found.pieces
    assert min(points) >= -0.5
    assert max(points) <= GRID + 0.5


def test_every_kind_names_a_symbol_that_is_there():
    missing = [kind.tag for kind in KINDS.values() if not (FOLDER / f"{kind.symbol}.svg").is_file()]

    assert _elements
    assert missing == []


def test_a_knocked_out_cross_lies_above_its_octagon():
    octagon, cross = symbol("mark-error").pieces

    assert not octagon.knock
    assert cross.knock


def test_a_symbol_that_is_not_there_is_named():
    with pytest.raises(KeyError, match="no symbol 'nowhere'"):
        symbol("nowhere")
