"""The signs of the states are told apart without any colour: as shapes, as small squares, and as steps of grey."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.seeing import difference, linear, seen
from widgets.look import Look
from widgets.matrix.delegate import paint_cell
from widgets.matrix.signs import SIGNS
from widgets.matrix.squares import squares_of
from workbench.drawing.colours import Theme, colour
from workbench.reachability.matrix import STATES, State

THEMES: tuple[Theme, ...] = ("light", "dark")
Grey = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def grey_of(pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint32]]) -> Grey:
    """How light each pixel is."""
    red, green, blue = (pixels >> 16) & 255, (pixels >> 8) & 255, pixels & 255
    return np.asarray(red * 0.2126 + green * 0.7152 + blue * 0.0722)


def drawn(grey: Grey) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """What is drawn on the ground, whatever the ground is: the ground is what most pixels have."""
    lights, counts = np.unique(grey.round(), return_counts=True)
    return np.asarray(np.abs(grey - lights[counts.argmax()]) > 40)


def cell(state: State, theme: Theme) -> Grey:
    image = QImage(45, 37, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_cell(painter, QRectF(0, 0, 45, 37), state, "443" if state == "allowed" else "", Look("en", theme))
    painter.end()
    return grey_of(np.frombuffer(image.constBits(), np.uint32).reshape(37, 45).copy())


@pytest.mark.parametrize("theme", THEMES)
def test_in_grey_every_two_states_are_drawn_otherwise(qtbot: QtBot, theme: Theme) -> None:
    shapes = {state: drawn(cell(state, theme)) for state in STATES if state != "own"}

    differing = {pair: int((shapes[pair[0]] ^ shapes[pair[1]]).sum()) for pair in combinations(shapes, 2)}

    assert min(differing.values()) > 25, differing


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("wide", [10, 17, 22])
def test_small_cells_without_words_keep_their_shapes(qtbot: QtBot, theme: Theme, wide: int) -> None:
    squares = squares_of(wide, 1.0, Look("en", theme), ())
    shapes = {state: drawn(grey_of(squares.pixels[at])[:-1, :-1]) for at, state in enumerate(STATES)}

    differing = {pair: int((shapes[pair[0]] ^ shapes[pair[1]]).sum()) for pair in combinations(shapes, 2)}

    assert min(differing.values()) >= 5, differing


@pytest.mark.parametrize("theme", THEMES)
def test_cells_without_shapes_are_steps_of_grey(theme: Theme) -> None:
    lights = {state: seen(linear(colour(SIGNS[state].dense, theme)), "grey") for state in STATES}

    near = {pair: difference(*(lights[state] for state in pair)) for pair in combinations(lights, 2)}

    assert min(near.values()) > 6.5, near


def test_what_is_not_looked_for_is_faded_to_its_ground(qtbot: QtBot) -> None:
    wanted: tuple[State, ...] = ("open",)
    plain, looked = squares_of(22, 1.0, Look(), ()), squares_of(22, 1.0, Look(), wanted)
    contrast = {
        state: tuple(float(np.ptp(grey_of(squares.pixels[at])[:-1, :-1])) for squares in (plain, looked))
        for at, state in enumerate(STATES)
    }

    assert contrast["open"][0] == contrast["open"][1]
    faint = {state: after / before for state, (before, after) in contrast.items()}
    assert all(share < 0.4 for state, share in faint.items() if state not in ("open", "own")), faint
