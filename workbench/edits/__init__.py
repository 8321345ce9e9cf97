"""Edits: pure functions from design to design, by subject. One gesture is one edit is one step of undo."""

from collections.abc import Callable

from workbench.model.design import Design

Edit = Callable[[Design], Design]
