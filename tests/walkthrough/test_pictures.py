"""The command that keeps pictures of the runs by hand, as far as it is asked without a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.walkthrough.contact import PARTS
from tests.walkthrough.pictures import NOT_SHOWN, TESTS, said

HERE = Path(__file__).parent


@pytest.mark.parametrize(("option", "code"), [("--help", 0), ("-h", 0), ("--folder", 2)])
def test_an_option_is_answered_with_the_usage_and_no_folder_is_named_like_it(
    option: str,
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)

    assert said([option, "en-light-100"]) == code
    told = capsys.readouterr()
    assert "python -m tests.walkthrough.pictures FOLDER" in (told.err if code else told.out)
    assert list(tmp_path.iterdir()) == []


def test_every_story_that_keeps_pictures_is_run_and_every_part_that_is_shown_has_some() -> None:
    files = [path for path in HERE.glob("test_*.py") if path != Path(__file__)]
    stories = {path.name: path.read_text(encoding="utf-8") for path in files}
    keeping = {name for name, story in stories.items() if 'shown("' in story}
    shown = "".join(story for name, story in stories.items() if name in TESTS)

    assert keeping <= {*TESTS, *NOT_SHOWN, "test_workshop.py"}
    assert [part for part in PARTS if f'"{part}, ' not in shown] == []
