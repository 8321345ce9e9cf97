"""What a command says cannot steer the terminal of who reads it, whatever the names of a design hold."""

from __future__ import annotations

import pytest

from workbench.cli.talk import Talk
from workbench.texts import text


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("web\x1b[2Jgone", "web\\u001b[2Jgone"),
        ("web\u202etxt.exe", "web\\u202etxt.exe"),
        ("web\rover", "web\\u000dover"),
        ("عربي", "عربي"),
        ("订单 🚀", "订单 🚀"),
    ],
)
def test_characters_that_steer_a_terminal_are_shown_instead(
    name: str, shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    talk = Talk("en")

    talk.answer(text("{name} is reached", name=name))
    talk.say(text("{name} is read", name=name))

    told = capsys.readouterr()
    assert told.out == f"{shown} is reached\n"
    assert told.err == f"{shown} is read\n"


def test_json_holds_names_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    Talk("en").answer_json({"name": "web\u202e"})

    assert capsys.readouterr().out == '{\n "name": "web\u202e"\n}\n'
