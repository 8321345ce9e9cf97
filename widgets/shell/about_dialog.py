"""What the program says about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from widgets.qt.dialogs import QuestionDialog
from workbench.commands.desk import Answer, Question
from workbench.texts import text

if TYPE_CHECKING:
    from widgets.shell.window import MainWindow


def open_over(window: MainWindow) -> None:
    """Shows name, licence, and what the program never does."""
    question = Question(
        text("Landing Zone Workbench"),
        text(
            "Design an Alibaba Cloud landing zone, check it while it is drawn, and hand over Visio, Word and Excel. "
            "It works offline: nothing is ever sent anywhere. Licence: Apache-2.0."
        ),
        (Answer("", text("Close"), "primary"),),
    )
    QuestionDialog(window.look, question, ("resource-directory", "accent"), window).exec()
