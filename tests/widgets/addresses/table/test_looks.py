"""The plan table has room for its words and a name for every part, in both languages and at every size."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.walkthrough.fitting import cut
from tests.walkthrough.hearing import unheard
from tests.widgets.addresses.table.conftest import Plan
from workbench.texts import Language


def cut_in(plan: Plan) -> list[str]:
    """The labels and buttons of the table that are smaller than their wording."""
    own = [f"{type(one).__name__} {one.text()!r}" for one in plan.panel.findChildren(QLabel)]
    own += [f"{type(one).__name__} {one.text()!r}" for one in plan.panel.findChildren(QAbstractButton)]
    return [line for line in cut(plan.room.window) if line.startswith(tuple(own))]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", [(1280, 800), (960, 540)])
def test_nothing_is_cut_and_everything_has_a_name(
    plan: Plan, language: Language, size: tuple[int, int]
) -> None:
    plan.room.window.resize(*size)
    plan.room.speaks(language)
    plan.panel.comparing.pick("open")
    plan.room.qtbot.waitUntil(lambda: plan.panel.comparing.found is not None)
    plan.clicks("app", "block")

    assert cut_in(plan) == []
    assert unheard(plan.room.window, language, plan.design) == []
