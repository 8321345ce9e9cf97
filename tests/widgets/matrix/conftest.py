"""The small matrix, as every test of the view has it before it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.widgets.matrix.answers import design, shown, view_of
from widgets.matrix.view import MatrixView


@pytest.fixture
def view(qtbot: QtBot) -> MatrixView:
    """The small matrix."""
    view = view_of(qtbot)
    view.show_matrix(design(), shown())
    return view
