"""The command that keeps pictures of the runs by hand, as far as it is asked without a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.walkthrough.pictures import said


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
