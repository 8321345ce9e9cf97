"""Designs on the command line: passwords, files that somebody has open, and local traces."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_command_line import WAITING, Running, main
from workbench.model.sketch import sketch
from workbench.storage import places
from workbench.storage.claim import beside
from workbench.storage.files import open_design, save_design
from workbench.storage.recent import note
from workbench.storage.sealing import PASSWORD, is_sealed, key_of

__all__ = ["main"]


def test_a_sealed_design_opens_with_the_password_in_the_environment_and_stays_sealed(
    main: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.lzd"
    save_design(sketch(WAITING), path, key_of("a long sentence", cost=2**10))

    without = main("plan", str(path))
    monkeypatch.setenv(PASSWORD, "a long sentence")
    with_it = main("plan", str(path), "--apply")

    assert without.code == 2
    assert PASSWORD in without.err
    assert with_it.code == 0
    assert is_sealed(path.read_bytes())
    assert open_design(path, "a long sentence").design["wish-a"].block  # type: ignore[attr-defined]


def test_a_file_that_somebody_has_open_is_not_changed_under_their_hands(
    main: Running, tmp_path: Path
) -> None:
    path = tmp_path / "a.lzd"
    save_design(sketch(WAITING), path)
    before = path.read_bytes()
    beside(path).write_text(json.dumps({"user": "li", "host": "desk", "since": "09:00", "token": "1"}))

    ran = main("plan", str(path), "--apply")

    assert ran.code == 2
    assert "li on desk" in ran.err
    assert path.read_bytes() == before


def test_local_traces_are_listed_and_removed_only_when_asked(
    main: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(places.HOME, str(tmp_path / "home"))
    note(tmp_path / "a.lzd")

    listed = main("forget")
    kept = places.recent().exists()
    main("forget", "--yes")

    assert "recent.json" in listed.out
    assert kept
    assert not places.recent().exists()
