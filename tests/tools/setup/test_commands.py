"""What the words after `bootstrap.py` lead to."""

import pytest

from tools.setup.commands import main


@pytest.mark.parametrize("word", ["help", "--help", "-h"])
def test_asked_for_help_it_lists_its_words(word, capsys):
    assert main([word]) == 0

    assert "python3 bootstrap.py check" in capsys.readouterr().err


def test_more_words_than_a_command_takes_are_refused(capsys):
    assert main(["setup", "everything"]) == 2

    assert "python3 bootstrap.py setup" in capsys.readouterr().err
