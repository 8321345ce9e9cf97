"""Words that should be others are found where they count."""

import pytest

from tools.checks.glossary import Glossary

GLOSSARY = Glossary(
    {
        "name": [
            {"say": "Change", "not": ["delta"], "in": ["class", "function", "module"]},
            {"say": "a noun", "not": ["data"], "in": ["class"], "but": ["DataCentre"]},
            {"say": "Link", "not": ["wire"], "in": ["class"], "folders": ["workbench"]},
            {"say": "security domain", "whole": ["domain"], "in": ["class"]},
        ],
        "prose": [{"say": "what it is", "pattern": r"\bin the olden days\b"}],
    }
)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("workbench/a.py", "class DesignDelta: ..."),
        ("workbench/a.py", "class HTTPDelta: ..."),
        ("workbench/a.py", "def delta_of(a): ..."),
        ("workbench/delta.py", ""),
        ("widgets/a.py", "class Domain: ..."),
        ("workbench/a.py", "class WireRoute: ..."),
    ],
)
def test_a_name_that_holds_the_wrong_word_is_found(path, code):
    (finding,) = GLOSSARY.misnamed(path, code)

    assert finding.path == path
    assert ", say " in finding.fault


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("workbench/a.py", "class Change: ..."),
        ("workbench/a.py", "class DataCentre: ..."),
        ("workbench/a.py", "def data(self): ..."),
        ("workbench/a.py", "class SecurityDomain: ..."),
        ("workbench/a.py", "class Deltas: ..."),
        ("planners/a.py", "class Wire: ..."),
        ("widgets/a.py", "class Box:\n    def deltaEvent(self): ..."),
    ],
)
def test_a_name_that_may_hold_the_word_passes(path, code):
    assert list(GLOSSARY.misnamed(path, code)) == []


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("a.py", "x = 1\n# in the olden days\n", 2),
        ("a.py", '"""First.\n\nIt was so in the olden days.\n"""\n', 3),
        ("a.py", 'def f():\n    """It was so in the olden days."""\n', 2),
        ("README.md", "# Title\n\nin the olden days\n", 3),
    ],
)
def test_prose_is_read_in_comments_docstrings_and_documents(path, text, line):
    (finding,) = GLOSSARY.misspoken(path, text)

    assert (finding.path, finding.line) == (path, line)


def test_strings_of_the_program_are_not_its_prose():
    assert list(GLOSSARY.misspoken("a.py", 'said = "in the olden days"\n')) == []
